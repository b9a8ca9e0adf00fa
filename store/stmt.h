/* SPDX-License-Identifier: MIT */
/* stmt.h -- every statement of the program; text is bound, never glued. */
#ifndef STORE_STMT_H
#define STORE_STMT_H

#include "store/details.h"
#include "store/stmt_rank.h"
#include "store/stmt_chain.h"
#include "store/stmt_restate.h"
#include "store/stmt_retain.h"
#include "store/stmt_seen.h"

/* All of day but the site. */
#define STMT_DAY_COLUMNS "day, state, dirty, counted_first_s, counted_last_s," \
	" pages, visits, visitors, bounces, views, timed, timed_s, online_s,"  \
	" peak, peak_at_s, carried, joined, back, ahead, doubt_visitors,"       \
	" doubt_visits, doubt_pages, top_views, unseen"

#define STMT_TABLE(X)                                                          \
	X(BEGIN, "BEGIN IMMEDIATE")                                            \
	X(BEGIN_READ, "BEGIN")                                                 \
	X(COMMIT, "COMMIT")                                                    \
	X(SAVEPOINT, "SAVEPOINT archive")                                      \
	X(SAVEPOINT_BACK, "ROLLBACK TO archive")                               \
	X(ROLLBACK, "ROLLBACK")                                                \
	X(META_GET, "SELECT value FROM meta WHERE name = ?1")                  \
	X(META_PUT, "INSERT OR REPLACE INTO meta VALUES(?1, ?2)")              \
	X(PART_ANY, "SELECT EXISTS (SELECT 1 FROM part JOIN site"              \
	    " ON site.id = part.site WHERE name = ?1)")                        \
	/* sites */                                                            \
	X(SITE_GET, "SELECT id, zone, window_s, sealed FROM site WHERE name = ?1") \
	X(SITE_ADD, "INSERT INTO site(name, zone, window_s)"                   \
	    " VALUES(?1, ?2, ?3)")                                             \
	X(SITE_LIST, "SELECT id, name, window_s FROM site ORDER BY name")      \
	X(SITE_ZONES, "SELECT id, zone FROM site ORDER BY id")                 \
	X(SITE_SEAL, "UPDATE site SET sealed = ?2 WHERE id = ?1")              \
	/* streams */                                                          \
	X(HEAD_FIND, "SELECT DISTINCT stream FROM head WHERE grp = ?1"         \
	    " AND hash = ?2 AND (last = 1 OR ?3 = 1)")                         \
	X(TAIL_FIND, "SELECT id FROM stream WHERE grp = ?1 AND consumed = 0")  \
	X(HEAD_DROP, "DELETE FROM head WHERE stream = ?1")                     \
	X(MARK_DROP, "DELETE FROM mark WHERE stream = ?1")                     \
	X(HEAD_PUT, "INSERT OR REPLACE INTO head VALUES(?1, ?2, ?3, ?4)")      \
	X(STREAM_GET, "SELECT grp, format, consumed, tail, chain, hash,"       \
	    " first_s, last_s, path FROM stream WHERE id = ?1")                \
	X(STREAM_ADD, "INSERT INTO stream(grp, format, consumed, tail, chain," \
	    " hash, first_s, last_s, path)"                                    \
	    " VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)")                     \
	X(STREAM_SET, "UPDATE stream SET grp = ?1, format = ?2, consumed = ?3,"\
	    " tail = ?4, chain = ?5, hash = ?6, first_s = ?7, last_s = ?8,"    \
	    " path = ?9 WHERE id = ?10")                                       \
	X(STREAM_LIST, "SELECT id, grp, path, format, consumed, tail, first_s,"\
	    " last_s FROM stream ORDER BY grp, first_s, path, id")             \
	X(MARK_PUT, "INSERT OR REPLACE INTO mark VALUES(?1, ?2, ?3)")          \
	X(MARK_THIN, "DELETE FROM mark WHERE stream = ?1 AND bytes > ?2"       \
	    " AND bytes < ?3")                                                 \
	X(MARK_LIST, "SELECT bytes, hash FROM mark WHERE stream = ?1"          \
	    " ORDER BY bytes")                                                 \
	X(FILE_GET, "SELECT size, mtime_ns, stream, state FROM file"           \
	    " WHERE grp = ?1 AND dev = ?2 AND ino = ?3")                       \
	X(FILE_PUT, "INSERT OR REPLACE INTO file"                              \
	    " VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")                         \
	/* A state may have more words than its name. */                       \
	X(FILE_TROUBLE, "SELECT grp, path, name FROM (SELECT grp, path,"       \
	    " substr(state, 1, instr(state || ' ', ' ') - 1) AS name FROM"     \
	    " file) WHERE name IN ('damaged', 'unverified', 'refused',"        \
	    " 'limit') ORDER BY grp, path")                                    \
	X(PATTERN_GET, "SELECT newest_s, read_s FROM pattern"                  \
	    " WHERE grp = ?1 AND glob = ?2")                                   \
	X(PATTERN_PUT, "INSERT INTO pattern VALUES(?1, ?2, ?3, ?4)"            \
	    " ON CONFLICT DO UPDATE SET newest_s ="                            \
	    " max(coalesce(newest_s, ?3), coalesce(?3, newest_s)),"            \
	    " read_s = coalesce(?4, read_s)")                                  \
	X(RUN_ADD, "INSERT INTO run(at_s, lines, files, robots, version)"      \
	    " VALUES(?1, ?2, ?3, ?4, ?5)")                                     \
	X(RUN_LAST, "SELECT at_s, lines, files, robots, version FROM run"      \
	    " ORDER BY id DESC LIMIT 1")                                       \
	X(RUN_TRIM, "DELETE FROM run WHERE id <="                              \
	    " (SELECT max(id) FROM run) - 10000")                              \
	/* sums */                                                             \
	X(LEDGER_ADD, "INSERT INTO ledger VALUES(?1, ?2, ?3, ?4, ?5)"          \
	    " ON CONFLICT DO UPDATE SET lines = lines + excluded.lines")       \
	X(HOUR_ADD, "INSERT INTO hour VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)")     \
	X(HOUR_DROP, "DELETE FROM hour WHERE site = ?1 AND day = ?2")          \
	X(TALLY_ADD, "INSERT INTO tally VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8,"\
	    " ?9, ?10, ?11, ?12, ?13, ?14, ?15) ON CONFLICT DO UPDATE SET"     \
	    " hits = hits + ?5, pages = pages + ?6, bytes = bytes + ?7,"       \
	    " robot_hits = robot_hits + ?8, robot_pages = robot_pages + ?9,"   \
	    " robot_bytes = robot_bytes + ?10, rest_hits = rest_hits + ?11,"   \
	    " rest_pages = rest_pages + ?12, rest_bytes = rest_bytes + ?13,"   \
	    " visits = visits + ?14, visitors = visitors + ?15")               \
	X(TALLY_SUM, "SELECT text, sum(hits), sum(pages), sum(bytes),"         \
	    " sum(robot_hits), sum(robot_pages), sum(robot_bytes),"            \
	    " sum(rest_hits), sum(rest_pages), sum(rest_bytes), sum(visits),"  \
	    " sum(visitors) FROM (SELECT key, " DETAIL_COUNTS " FROM tally"    \
	    " WHERE site = ?1 AND dim = ?2 AND day BETWEEN ?3 AND ?4"          \
	    " UNION ALL SELECT key, " DETAIL_COUNTS " FROM tally_fold"         \
	    " WHERE site = ?1 AND dim = ?2 AND day BETWEEN ?3 AND ?4"          \
	    " AND last <= ?4) JOIN term ON term.id = key"                      \
	    " GROUP BY key ORDER BY CASE ?5 WHEN 0 THEN sum(hits)"             \
	    " WHEN 1 THEN sum(pages) WHEN 2 THEN sum(bytes)"                   \
	    " WHEN 3 THEN sum(robot_hits) WHEN 4 THEN sum(robot_pages)"        \
	    " WHEN 5 THEN sum(robot_bytes) WHEN 6 THEN sum(rest_hits)"         \
	    " WHEN 7 THEN sum(rest_pages) WHEN 8 THEN sum(rest_bytes)"         \
	    " WHEN 9 THEN sum(visits) ELSE sum(visitors) END DESC, text"       \
	    " LIMIT ?6")                                                       \
	X(TALLY_EACH, "SELECT day, text, hits, pages, bytes, robot_hits,"      \
	    " robot_pages, robot_bytes, rest_hits, rest_pages, rest_bytes,"    \
	    " visits, visitors FROM tally JOIN term ON term.id = key"          \
	    " WHERE site = ?1 AND dim = ?2 AND day BETWEEN ?3 AND ?4"          \
	    " ORDER BY day, text")                                             \
	X(TALLY_DROP, "DELETE FROM tally WHERE site = ?1 AND day = ?2")        \
	X(TERM_COUNT, "SELECT n, bytes FROM term_sum")                         \
	X(TERM_GET, "SELECT id FROM term WHERE text = ?1")                     \
	X(TERM_ADD, "INSERT INTO term(text) VALUES(?1)")                       \
	/* parts */                                                            \
	X(PART_ADD, "INSERT INTO part(site, day, body, slice)"                 \
	    " VALUES(?1, ?2, ?3, ?4)")                                         \
	X(PART_COUNT, "SELECT count(*) FROM part WHERE site = ?1 AND day = ?2" \
	    " AND length(body) < ?3 AND slice IS NULL")                        \
	X(PART_DROP_SMALL, "DELETE FROM part WHERE site = ?1 AND day = ?2"     \
	    " AND length(body) < ?3 AND slice IS NULL")                        \
	X(PART_LIST, "SELECT day, body FROM part WHERE site = ?1"              \
	    " AND day BETWEEN ?2 AND ?3 AND (?4 = 0 OR (length(body) < ?4"     \
	    " AND slice IS NULL))"                                             \
	    " AND (slice IS NULL OR slice BETWEEN ?5 AND ?6)"                  \
	    " ORDER BY day, id")                                               \
	X(PART_BYTES, "SELECT coalesce(sum(length(body)), 0) FROM part"         \
	    " WHERE site = ?1 AND day BETWEEN ?2 AND ?3")                      \
	X(UNIQUE_KEY_GET, "SELECT secret FROM unique_key WHERE year = ?1")     \
	X(UNIQUE_KEY_ADD, "INSERT INTO unique_key VALUES(?1, ?2)")             \
	/* Where one of that year or before is open, all stay. */              \
	X(UNIQUE_KEY_DESTROY, "UPDATE unique_key SET secret = NULL"            \
	    " WHERE year < ?1 AND NOT EXISTS (SELECT 1 FROM day"               \
	    " WHERE state = 'open' AND day < ?2)")                             \
	X(UNIQUE_SET, "INSERT OR REPLACE INTO unique_day VALUES(?1, ?2, ?3)")  \
	X(UNIQUE_LIST, "SELECT registers FROM unique_day WHERE site = ?1"      \
	    " AND day BETWEEN ?2 AND ?3 ORDER BY day")                         \
	X(PART_DROP, "DELETE FROM part WHERE site = ?1"                        \
	    " AND day BETWEEN ?2 AND ?3")                                      \
	X(CARRIED_LIST, "SELECT key, day, last_s, known FROM carried"          \
	    " WHERE site = ?1 ORDER BY key, last_s")                           \
	X(CARRIED_PUT, "INSERT OR REPLACE INTO carried"                        \
	    " VALUES(?1, ?2, ?3, ?4, ?5)")                                     \
	X(CARRIED_DROP, "DELETE FROM carried WHERE site = ?1 AND day < ?2")    \
	/* days */                                                             \
	X(DAY_TOUCH, "INSERT INTO day(site, day, state, dirty,"                \
	    " counted_first_s, counted_last_s)"                                \
	    " VALUES(?1, ?2, 'open', 1, ?3, ?3) ON CONFLICT DO UPDATE SET"     \
	    " dirty = 1, counted_last_s = max(counted_last_s, ?3),"            \
	    " counted_first_s = iif(counted_first_s = 0, ?3, counted_first_s)")\
	X(DAY_BEGIN, "INSERT INTO day(site, day, state, dirty,"                \
	    " counted_first_s, counted_last_s)"                                \
	    " VALUES(?1, ?2, 'open', 1, 0, 0) ON CONFLICT DO NOTHING")         \
	X(DAY_DIRTY, "UPDATE day SET dirty = 1 WHERE site = ?1 AND day = ?2"   \
	    " AND state = 'open'")                                             \
	/* A sealed one has no parts to follow from (migrate-3.sql). */        \
	X(DAY_DIRTY_LIST, "SELECT day FROM day WHERE site = ?1 AND dirty = 1"  \
	    " AND state = 'open' ORDER BY day")                                                   \
	X(DAY_SET, "UPDATE day SET dirty = 0, joined = joined +"               \
	    " max(0, visits - ?3), visits = ?3, visitors = ?4, bounces = ?5,"  \
	    " views = ?6, timed = ?7, timed_s = ?8, online_s = ?9, peak = ?10,"\
	    " peak_at_s = ?11, carried = ?12, pages = ?13, back = ?14,"        \
	    " ahead = ?15, doubt_visitors = ?16, doubt_visits = ?17,"         \
	    " doubt_pages = ?18, top_views = ?19 WHERE site = ?1 AND day = ?2")                       \
	X(DAY_DIGESTS, "SELECT back, ahead FROM day"                           \
	    " WHERE site = ?1 AND day = ?2")                                   \
	X(DAY_LIST, "SELECT day, state, visits, visitors, bounces, views,"     \
	    " timed, timed_s, online_s, peak, peak_at_s, carried,"              \
	    " doubt_visitors, doubt_visits, doubt_pages, joined"               \
	    " FROM day WHERE site = ?1 AND day BETWEEN ?2 AND ?3 ORDER BY day")\
	X(DAY_OPEN, "SELECT day, counted_first_s, counted_last_s FROM day"     \
	    " WHERE site = ?1 AND state = 'open' ORDER BY day")                \
	X(DAY_SEAL, "UPDATE day SET state = 'sealed' WHERE site = ?1"          \
	    " AND day <= ?2")                                                  \
	X(DAY_SUM, "SELECT coalesce(sum(visits), 0),"                          \
	    " coalesce(sum(visitors), 0), coalesce(sum(pages), 0) FROM day"    \
	    " WHERE site = ?1 AND day BETWEEN ?2 AND ?3")                      \
	X(DAY_SHARED, "SELECT coalesce(sum(top_views), 0),"                    \
	    " coalesce(sum(pages), 0) FROM day WHERE site = ?1"                \
	    " AND day BETWEEN ?2 AND ?3")                                      \
	X(DAY_FIRST, "SELECT min(day) FROM day WHERE site = ?1")               \
	X(HOUR_LIST, "SELECT day, hour, class, outcome, hits, bytes FROM hour" \
	    " WHERE site = ?1 AND day BETWEEN ?2 AND ?3"                       \
	    " ORDER BY day, hour, class, outcome")                             \
	X(LEDGER_LIST, "SELECT path, coalesce(site.name, ''), day, class,"     \
	    " sum(lines), stream FROM ledger JOIN stream ON stream.id = stream"\
	    " LEFT JOIN site ON site.id = ledger.site"                         \
	    " WHERE (?1 = -1 OR ledger.site = ?1)"                             \
	    " AND (day BETWEEN ?2 AND ?3 OR day = -2147483648)"                \
	    " GROUP BY stream, ledger.site, day, class"                        \
	    " ORDER BY path, stream, day, ledger.site, class")                 \
	X(LEDGER_GROUPS, "SELECT grp, max(site = ?1),"                         \
	    " max(site <> ?1 AND site <> 0) FROM ledger JOIN stream"           \
	    " ON stream.id = stream GROUP BY grp ORDER BY grp")                \
	X(LEDGER_STREAM, "SELECT class, sum(lines) FROM ledger"                \
	    " WHERE stream = ?1 GROUP BY class")                               \
	X(LEDGER_CLASSES, "SELECT class, sum(lines) FROM ledger"               \
	    " WHERE ?1 = -1 OR site = ?1 GROUP BY class")                      \
	/* opening balances */                                                 \
	X(BASELINE_ADD, "INSERT INTO baseline(site, as_of_day, value, unit,"   \
	    " source, sha256, by, recorded_s)"                                 \
	    " VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")                         \
	X(BASELINE_LIST, "SELECT as_of_day, value, unit, source, sha256, by,"  \
	    " recorded_s FROM baseline WHERE site = ?1"                        \
	    " ORDER BY as_of_day DESC, id DESC")                               \
	/* forgetting */                                                       \
	DETAIL_TABLE(DETAIL_FORGET, X)                                         \
	X(DAY_NUMBER, "SELECT count(*) FROM day WHERE site = ?1 AND day <= ?2")\
	X(DAY_FORGET, "DELETE FROM day WHERE site = ?1 AND day < ?2")          \
	X(SITE_FORGET, "UPDATE site SET forgotten ="                           \
	    " max(coalesce(forgotten, ?2), ?2) WHERE id = ?1")                 \
	X(SITE_FORGOTTEN, "SELECT coalesce(max(forgotten, hours_folded),"      \
	    " forgotten, hours_folded) FROM site WHERE id = ?1")               \
	X(TERM_FORGET, "DELETE FROM term WHERE id NOT IN (" DETAIL_TERMS ")")  \
	STMT_RETAIN(X)                                                         \
	STMT_RANK(X)                                                           \
	STMT_SEEN(X)                                                           \
	STMT_CHAIN(X)                                                          \
	STMT_RESTATE(X)                                                        \
	/* another store, attached as b (bring.h): a column of the pairs says \
	 * that all of the log is here */                                      \
	X(BRING_PAIRS, "SELECT path, max(here) FROM (SELECT s.id, s.path,"     \
	    " t.consumed > s.consumed OR (t.consumed = s.consumed AND"         \
	    " t.tail >= s.tail) AS here FROM (SELECT DISTINCT h.stream AS s,"  \
	    " g.stream AS t FROM b.head AS h JOIN main.head AS g"              \
	    " ON g.grp = h.grp AND g.hash = h.hash WHERE h.last = 1"           \
	    " OR g.last = 1) AS p JOIN b.stream AS s ON s.id = p.s"            \
	    " JOIN main.stream AS t ON t.id = p.t"                             \
	    " WHERE (s.consumed <> t.consumed OR s.hash = t.hash)"             \
	    " AND NOT EXISTS (SELECT 1 FROM b.mark AS m JOIN main.mark AS n"   \
	    " ON n.stream = t.id AND n.bytes = m.bytes WHERE m.stream = s.id"  \
	    " AND m.hash <> n.hash)) GROUP BY id ORDER BY 2, path")            \
	X(BRING_SITES, "SELECT id, name, zone, window_s, sealed FROM b.site"   \
	    " ORDER BY name")                                                  \
	X(BRING_META, "SELECT value FROM b.meta WHERE name = ?1")              \
	X(BRING_PART_ANY, "SELECT EXISTS (SELECT 1 FROM b.part JOIN b.site"    \
	    " ON site.id = part.site WHERE name = ?1)")                        \
	X(BRING_CLASH, "SELECT day FROM b.day WHERE site = ?1"                 \
	    " AND ((state = 'open' AND day <= ?3) OR (state = 'sealed'"        \
	    " AND day IN (SELECT day FROM main.day WHERE site = ?2)))"         \
	    " UNION SELECT day FROM main.day WHERE site = ?2"                  \
	    " AND state = 'open' AND day <= ?4 ORDER BY day LIMIT 1")          \
	X(BRING_STREAM, "INSERT INTO main.stream(id, grp, format, consumed,"   \
	    " tail, chain, hash, first_s, last_s, path) SELECT id + ?1, grp,"  \
	    " format, consumed, tail, chain, hash, first_s, last_s, path"      \
	    " FROM b.stream")                                                  \
	X(BRING_MARK, "INSERT INTO main.mark(stream, bytes, hash)"             \
	    " SELECT stream + ?1, bytes, hash FROM b.mark")                    \
	X(BRING_HEAD, "INSERT INTO main.head(grp, hash, stream, last)"         \
	    " SELECT grp, hash, stream + ?1, last FROM b.head")                \
	X(BRING_LEDGER, "INSERT INTO main.ledger(stream, site, day, class,"    \
	    " lines) SELECT stream + ?1, coalesce((SELECT x.id FROM main.site" \
	    " AS x JOIN b.site AS y ON y.name = x.name WHERE y.id = l.site),"  \
	    " 0), day, class, lines FROM b.ledger AS l")                       \
	X(BRING_TERM, "INSERT OR IGNORE INTO main.term(text)"                  \
	    " SELECT text FROM b.term ORDER BY id")                            \
	X(BRING_PART, "INSERT INTO main.part(site, day, body, slice)"          \
	    " SELECT ?2, day, body, slice FROM b.part WHERE site = ?1 ORDER BY id")   \
	X(BRING_CARRIED, "INSERT INTO main.carried(site, day, key, last_s,"    \
	    " known) SELECT ?2, day, key, last_s, known FROM b.carried"        \
	    " WHERE site = ?1 ON CONFLICT DO UPDATE SET"                       \
	    " last_s = max(last_s, excluded.last_s),"                          \
	    " known = max(known, excluded.known)")                             \
	X(BRING_SEALED, "INSERT INTO main.day(site, " STMT_DAY_COLUMNS ")"     \
	    " SELECT ?2, " STMT_DAY_COLUMNS " FROM b.day WHERE site = ?1"      \
	    " AND state = 'sealed'")                                           \
	X(BRING_OPEN, "INSERT INTO main.day(site, day, state, dirty,"          \
	    " counted_first_s, counted_last_s) SELECT ?2, day, 'open', 1,"     \
	    " counted_first_s, counted_last_s FROM b.day WHERE site = ?1"      \
	    " AND state = 'open' ON CONFLICT DO UPDATE SET"                    \
	    " counted_first_s = iif(counted_first_s = 0 OR"                    \
	    " excluded.counted_first_s = 0, max(counted_first_s,"              \
	    " excluded.counted_first_s), min(counted_first_s,"                 \
	    " excluded.counted_first_s)), counted_last_s ="                    \
	    " max(counted_last_s, excluded.counted_last_s)")                   \
	X(BRING_DIRTY, "UPDATE main.day SET dirty = 1 WHERE site = ?1"         \
	    " AND state = 'open'")                                             \
	X(BRING_FORGOTTEN, "UPDATE main.site SET forgotten ="                  \
	    " coalesce(max(forgotten, f), forgotten, f), hours_folded ="       \
	    " coalesce(max(hours_folded, h), hours_folded, h)"                 \
	    " FROM (SELECT forgotten AS f, hours_folded AS h FROM b.site"      \
	    " WHERE id = ?1) WHERE id = ?2")                                   \
	DETAIL_TABLE(DETAIL_BRING, X)                                          \
	/* months of older tools; -1 stands for NULL */                        \
	X(HISTORY_ADD, "INSERT INTO history(site, month, visits, visitors,"    \
	    " pages, hits, source, sha256, by, recorded_s) VALUES(?1, ?2,"     \
	    " nullif(?3, -1), nullif(?4, -1), nullif(?5, -1), nullif(?6, -1)," \
	    " ?7, ?8, ?9, ?10)")                                               \
	X(HISTORY_LIST, "SELECT month, visits, visitors, pages, hits, source," \
	    " sha256, by, recorded_s, (SELECT count(*) FROM history AS r"      \
	    " WHERE r.site = h.site AND r.month = h.month)"                    \
	    " FROM history AS h WHERE site = ?1 AND month BETWEEN ?2 AND ?3"   \
	    " AND id = (SELECT max(id) FROM history AS r"                      \
	    " WHERE r.site = h.site AND r.month = h.month) ORDER BY month")    \
	/* events */                                                           \
	X(EVENT_ADD, "INSERT INTO event(at_s, what, detail)"                   \
	    " VALUES(?1, ?2, ?3)")                                             \
	X(EVENT_LIST, "SELECT at_s, what, detail FROM event"                   \
	    " ORDER BY id DESC LIMIT ?1")                                      \
	/* the canonical dump: texts only, no row ids, no sources, no keys */  \
	X(DUMP_LEDGER, "SELECT 'ledger', coalesce(site.name, ''), day, class," \
	    " sum(lines) FROM ledger LEFT JOIN site ON site.id = ledger.site"  \
	    " GROUP BY 2, 3, 4 ORDER BY 2, 3, 4")                              \
	X(DUMP_HOUR, "SELECT 'hour', name, day, hour, class, outcome, hits,"   \
	    " bytes FROM hour JOIN site ON site.id = hour.site"                \
	    " ORDER BY name, day, hour, class, outcome")                       \
	X(DUMP_TALLY, "SELECT 'tally', name, day, dim, text, hits, pages,"     \
	    " bytes, robot_hits, robot_pages, robot_bytes, rest_hits,"         \
	    " rest_pages, rest_bytes, visits, visitors FROM tally"             \
	    " JOIN site ON site.id = tally.site JOIN term ON term.id = key"    \
	    " ORDER BY name, day, dim, text")                                  \
	X(DUMP_FOLD, "SELECT 'fold', name, day, last, dim, text, hits, pages," \
	    " bytes, robot_hits, robot_pages, robot_bytes, rest_hits,"         \
	    " rest_pages, rest_bytes, visits, visitors FROM tally_fold AS f"   \
	    " JOIN site ON site.id = f.site JOIN term ON term.id = key"        \
	    " ORDER BY name, day, last, dim, text")                            \
	X(DUMP_LIST, "SELECT 'list', site.name, day, kind, list.name, version,"\
	    " sha256 FROM day_list JOIN site ON site.id = day_list.site"       \
	    " JOIN list ON list.id = list ORDER BY 2, 3, 4, 5, 6, 7")          \
	X(DUMP_DAY, "SELECT 'day', name, day, state, dirty, pages, visits, visitors,"\
	    " bounces, views, timed, timed_s, online_s, peak, peak_at_s,"      \
	    " carried, doubt_visitors, doubt_visits, doubt_pages"              \
	    " FROM day JOIN site ON site.id = day.site"                \
	    " ORDER BY name, day")                                             \
	X(DUMP_BASELINE, "SELECT 'baseline', name, as_of_day, value, unit,"    \
	    " source, sha256, by, recorded_s FROM baseline"                    \
	    " JOIN site ON site.id = baseline.site"                            \
	    " ORDER BY name, as_of_day, recorded_s, value")                    \
	X(DUMP_HISTORY, "SELECT 'history', name, month, visits, visitors,"     \
	    " pages, hits, source, sha256, by, recorded_s FROM history"        \
	    " JOIN site ON site.id = history.site"                             \
	    " ORDER BY name, month, history.id")                               \
	X(CHECK, "PRAGMA quick_check")                                         \
	X(CHECK_ALL, "PRAGMA integrity_check(1)")                              \
	/* the laws: rows to compare; what must not be */                      \
	X(CHECK_STREAM, "SELECT path, consumed + tail, coalesce(sum(lines), 0),"\
	    " coalesce(min(lines), 1) FROM stream"                             \
	    " LEFT JOIN ledger ON stream = id GROUP BY id ORDER BY path, id")  \
	X(CHECK_LEDGER, "SELECT sum(lines), sum(iif(stream.id IS NULL, lines, 0)),"\
	    " sum(iif(ledger.site <> 0 AND site.id IS NULL, lines, 0))"        \
	    " FROM ledger LEFT JOIN stream ON stream.id = stream"              \
	    " LEFT JOIN site ON site.id = ledger.site")                        \
	X(CHECK_CLASS, "SELECT class, sum(lines) FROM ledger GROUP BY class"   \
	    " ORDER BY class")                                                 \
	X(CHECK_DAY, "SELECT coalesce(name, 'of number ' || t.site), t.day, class,"\
	    " sum(lines), sum(hits) FROM (SELECT site, day, class, lines,"     \
	    " 0 AS hits FROM ledger WHERE class IN (?1, ?2, ?3, ?4, ?5)"       \
	    " AND day <> -2147483648 UNION ALL"                                \
	    " SELECT site, day, class, 0, hits FROM hour) AS t"                \
	    " LEFT JOIN site ON site.id = t.site"                              \
	    " LEFT JOIN day AS d ON d.site = t.site AND d.day = t.day"         \
	    " WHERE coalesce(d.dirty, 0) = 0"                                  \
	    /* Figures that were forgotten, too. */                            \
	    " AND (d.day IS NOT NULL OR t.day > coalesce(forgotten, -2147483648))"\
	    " GROUP BY t.site, t.day, class"                                   \
	    " ORDER BY name, t.day, class")                                    \
	X(CHECK_PAGES, "SELECT name, d.day, d.dirty, d.pages, d.visits,"       \
	    " (SELECT coalesce(sum(hits), 0) FROM hour WHERE site = d.site"    \
	    " AND day = d.day AND class = 'human' AND outcome = 'page'),"      \
	    " (SELECT coalesce(sum(pages), 0) FROM tally WHERE site = d.site"  \
	    " AND day = d.day AND dim = 1),"                                   \
	    " (SELECT coalesce(sum(visits), 0) FROM tally WHERE site = d.site" \
	    " AND day = d.day AND dim = 2),"                                   \
	    " (SELECT coalesce(sum(visits), 0) FROM tally WHERE site = d.site" \
	    " AND day = d.day AND dim = 3),"                                   \
	    " EXISTS (SELECT 1 FROM folded AS f WHERE f.site = d.site"         \
	    " AND f.day <= d.day AND f.last >= d.day)"                         \
	    " FROM day AS d JOIN site ON site.id = d.site ORDER BY name, d.day")\
	/* Those that are in another one are checked with it. */               \
	X(CHECK_FOLDED, "WITH t AS (SELECT site, day, day AS last, dim,"       \
	    " pages, visits FROM tally WHERE dim IN (1, 2, 3) UNION ALL"       \
	    " SELECT site, day, last, dim, pages, visits FROM tally_fold"      \
	    " WHERE dim IN (1, 2, 3)) SELECT name, f.day, f.last,"             \
	    " (SELECT coalesce(sum(pages), 0) FROM day WHERE site = f.site"    \
	    " AND day BETWEEN f.day AND f.last),"                              \
	    " (SELECT coalesce(sum(visits), 0) FROM day WHERE site = f.site"   \
	    " AND day BETWEEN f.day AND f.last),"                              \
	    " coalesce(sum(iif(dim = 1, t.pages, 0)), 0),"                     \
	    " coalesce(sum(iif(dim = 2, t.visits, 0)), 0),"                    \
	    " coalesce(sum(iif(dim = 3, t.visits, 0)), 0)"                     \
	    " FROM folded AS f JOIN site ON site.id = f.site LEFT JOIN t"      \
	    " ON t.site = f.site AND t.day BETWEEN f.day AND f.last"           \
	    " AND t.last <= f.last WHERE NOT EXISTS (SELECT 1 FROM folded AS g"\
	    " WHERE g.site = f.site AND g.day <= f.day AND g.last >= f.last"   \
	    " AND (g.day < f.day OR g.last > f.last))"                         \
	    " GROUP BY name, f.day, f.last ORDER BY name, f.day, f.last")      \
	X(CHECK_SEALED, "SELECT name, count(*) FROM part"                      \
	    " JOIN site ON site.id = part.site WHERE day <= sealed"            \
	    " GROUP BY name ORDER BY name")

enum stmt {
#define X(id, sql) STMT_##id,
	STMT_TABLE(X)
#undef X
	STMT__MAX
};

#endif
