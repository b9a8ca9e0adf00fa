/* SPDX-License-Identifier: MIT */
/* stmt_retain.h -- statements of what is kept how finely, and of the lists of days: part of
 * stmt.h, which alone includes it. */
#ifndef STORE_STMT_RETAIN_H
#define STORE_STMT_RETAIN_H

/* Where what is to be one is put aside. */
#define RETAIN_TABLE "CREATE TEMP TABLE IF NOT EXISTS fold(dim, key, "          \
	DETAIL_COUNTS ", PRIMARY KEY (dim, key)) WITHOUT ROWID"

#define STMT_RETAIN(X)                                                         \
	/* site ?1, days ?2 to ?3 */                                           \
	X(HOUR_FOLD, "INSERT OR REPLACE INTO hour(site, day, hour, class,"     \
	    " outcome, hits, bytes) SELECT site, day, 0, class, outcome,"      \
	    " sum(hits), sum(bytes) FROM hour WHERE site = ?1"                 \
	    " AND day BETWEEN ?2 AND ?3 GROUP BY day, class, outcome")         \
	X(HOUR_FOLDED, "DELETE FROM hour WHERE site = ?1"                      \
	    " AND day BETWEEN ?2 AND ?3 AND hour <> 0")                        \
	X(HOUR_FOLDED_SET, "UPDATE site SET hours_folded = ?2 WHERE id = ?1")  \
	X(HOUR_FIRST, "SELECT min(day) FROM hour WHERE site = ?1"              \
	    " AND day > coalesce((SELECT hours_folded FROM site"               \
	    " WHERE id = ?1), -2147483648)")                                   \
	X(TALLY_FIRST, "SELECT min(day) FROM tally WHERE site = ?1")           \
	X(FOLDED_LIST, "SELECT day, last FROM folded WHERE site = ?1"          \
	    " ORDER BY day, last")                                             \
	/* What is to be one is put aside, summed, and put back. */            \
	X(RETAIN_TAKE, "INSERT INTO temp.fold SELECT dim, key, " DETAIL_SUMS   \
	    " FROM (SELECT dim, key, " DETAIL_COUNTS " FROM tally"             \
	    " WHERE site = ?1 AND day BETWEEN ?2 AND ?3 UNION ALL"             \
	    " SELECT dim, key, " DETAIL_COUNTS " FROM tally_fold"              \
	    " WHERE site = ?1 AND day BETWEEN ?2 AND ?3 AND last <= ?3)"       \
	    " GROUP BY dim, key")                                              \
	X(RETAIN_DROP_DAYS, "DELETE FROM tally WHERE site = ?1"                \
	    " AND day BETWEEN ?2 AND ?3")                                      \
	X(RETAIN_DROP_FOLDS, "DELETE FROM tally_fold WHERE site = ?1"          \
	    " AND day BETWEEN ?2 AND ?3 AND last <= ?3")                       \
	X(RETAIN_DROP_SPANS, "DELETE FROM folded WHERE site = ?1"              \
	    " AND day BETWEEN ?2 AND ?3 AND last <= ?3")                       \
	/* Dimension ?4: the ?5 greatest as a day's are told (aggregate/tops.h), the rest \
	 * under the term ?6. */                                               \
	X(RETAIN_PUT, "INSERT INTO tally_fold SELECT ?1, ?2, ?3, ?4, kept, "   \
	    DETAIL_SUMS " FROM (SELECT iif(key <> ?6 AND row_number() OVER ("  \
	    "ORDER BY key = ?6, hits + visits DESC,"                           \
	    " robot_hits + rest_hits DESC, text) <= ?5, key, ?6) AS kept, "    \
	    DETAIL_COUNTS " FROM temp.fold JOIN term ON term.id = key"         \
	    " WHERE dim = ?4) GROUP BY kept")                                  \
	X(RETAIN_SPAN, "INSERT INTO folded VALUES(?1, ?2, ?3)")                \
	X(RETAIN_CLEAR, "DELETE FROM temp.fold")                               \
	X(RETAIN_NAMED, "SELECT EXISTS (SELECT 1 FROM tally_fold"              \
	    " WHERE site = ?1 AND day = ?2 AND last = ?3 AND key <> ?4)")      \
	/* months and years that the days ?2 to ?3 meet, but do not hold */    \
	X(FOLDED_CUT, "SELECT day, last FROM folded WHERE site = ?1"           \
	    " AND day <= ?3 AND last >= ?2 AND (day < ?2 OR last > ?3)"        \
	    " ORDER BY day, last")                                             \
	/* that any of those days is in */                                     \
	X(FOLDED_IN, "SELECT min(day), max(last) FROM folded WHERE site = ?1"  \
	    " AND day <= ?3 AND last >= ?2")                                   \
	/* hours (store/hours.h) */                                            \
	X(HOURS_SET, "INSERT OR REPLACE INTO day_hour VALUES(?1, ?2, ?3)")     \
	X(HOURS_LIST, "SELECT day, body FROM day_hour WHERE site = ?1"         \
	    " AND day BETWEEN ?2 AND ?3 ORDER BY day")                         \
	/* days that were derived before there were such rows; not those with one sum a day */ \
	X(HOURS_OLD, "SELECT day, hour, sum(iif(class = 'monitor', 0, hits)),"  \
	    " sum(iif(class <> 'monitor' AND outcome = 'server-error', hits,"  \
	    " 0)), max(outcome NOT IN ('client-error', 'server-error'))"       \
	    " FROM hour AS h WHERE site = ?1 AND day BETWEEN ?2 AND ?3"        \
	    " AND day > coalesce((SELECT coalesce(max(forgotten,"              \
	    " hours_folded), forgotten, hours_folded) FROM site"               \
	    " WHERE id = ?1), -2147483648) AND NOT EXISTS (SELECT 1 FROM"      \
	    " day_hour AS k WHERE k.site = h.site AND k.day = h.day)"          \
	    " GROUP BY day, hour ORDER BY day, hour")                          \
	X(CHECK_HOURS, "SELECT name, d.day, d.visits, d.online_s, d.peak, body,"\
	    " (SELECT coalesce(sum(hits), 0) FROM hour WHERE site = d.site"    \
	    " AND day = d.day AND class <> 'monitor') FROM day_hour AS h"      \
	    " JOIN day AS d ON d.site = h.site AND d.day = h.day"              \
	    " JOIN site ON site.id = d.site WHERE d.dirty = 0"                 \
	    " ORDER BY name, d.day")                                           \
	X(DUMP_HOURS, "SELECT 'hours', name, day, hex(body) FROM day_hour"     \
	    " JOIN site ON site.id = day_hour.site ORDER BY name, day")        \
	/* lists */                                                            \
	X(LIST_ADD, "INSERT OR IGNORE INTO list(kind, name, version, sha256)"  \
	    " VALUES(?1, ?2, ?3, ?4)")                                         \
	X(LIST_GET, "SELECT id FROM list WHERE kind = ?1 AND name = ?2"        \
	    " AND version = ?3 AND sha256 = ?4")                               \
	X(DAY_LIST_ADD, "INSERT OR IGNORE INTO day_list VALUES(?1, ?2, ?3)")   \
	X(DAY_LISTS, "SELECT day, kind, name, version, sha256 FROM day_list"   \
	    " JOIN list ON list.id = list WHERE site = ?1"                     \
	    " AND day BETWEEN ?2 AND ?3"                                       \
	    " ORDER BY day, kind, name, version, sha256")                      \
	X(BRING_LIST, "INSERT OR IGNORE INTO main.list(kind, name, version,"   \
	    " sha256) SELECT kind, name, version, sha256 FROM b.list"          \
	    " ORDER BY id")                                                    \
	X(BRING_DAY_LIST_OPEN, "INSERT OR IGNORE INTO main.day_list(site, day,"\
	    " list) SELECT ?2, day, " DETAIL_LIST_OF_B " FROM b.day_list"      \
	    " WHERE site = ?1")                                                \
	/* sizes */                                                            \
	X(SIZE_ROWS, "SELECT (SELECT count(*) FROM hour),"                     \
	    " (SELECT count(*) FROM tally), (SELECT count(*) FROM tally_fold"  \
	    " WHERE last - day < 31), (SELECT count(*) FROM tally_fold"        \
	    " WHERE last - day >= 31)")                                        \
	X(SIZE_OTHER, "SELECT coalesce(sum(pages), 0), coalesce(sum(iif(key ="\
	    " (SELECT id FROM term WHERE text = ?4), pages, 0)), 0)"           \
	    " FROM tally WHERE site = ?1 AND dim = 1 AND day BETWEEN ?2 AND ?3")

#endif
