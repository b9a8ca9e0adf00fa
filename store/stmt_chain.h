/* SPDX-License-Identifier: MIT */
/* stmt_chain.h -- statements of the chain of sealed days: part of stmt.h, which alone includes
 * it. */
#ifndef STORE_STMT_CHAIN_H
#define STORE_STMT_CHAIN_H

/* What is digested, a row a table; tests/cli/details.t compares it with the schema.
 *
 *     name     as a link's body has it
 *     kinds    of the columns: i integer, t text, b bytes
 *     columns, from, but, order  of the statement.  Names come as their texts, so that a
 *              number in a table says nothing.
 */
#define CHAIN_COUNTS "hits, pages, bytes, robot_hits, robot_pages, robot_bytes," \
	" rest_hits, rest_pages, rest_bytes, visits, visitors"

#define CHAIN_DAY_TABLE(C, X)                                                  \
	C(X, DAY, "day", "tiiiiiiiiiiiiiiiiii", "state, pages, visits, visitors,"\
	    " bounces, views, timed, timed_s, online_s, peak, peak_at_s,"      \
	    " carried, joined, doubt_visitors, doubt_visits, doubt_pages,"     \
	    " top_views, unseen, dirty", "day", "", "1")                               \
	C(X, HOUR, "hour", "ittii", "hour, class, outcome, hits, bytes",       \
	    "hour", "", "hour, class, outcome")                                \
	C(X, DAY_HOUR, "day_hour", "b", "body", "day_hour", "", "1")           \
	C(X, TALLY, "tally", "itiiiiiiiiiii", "dim, text, " CHAIN_COUNTS,      \
	    "tally JOIN term ON term.id = key", "", "dim, key")                \
	C(X, TALLY_FOLD, "tally_fold", "iitiiiiiiiiiii", "last, dim, text, "   \
	    CHAIN_COUNTS, "tally_fold JOIN term ON term.id = key", "",         \
	    "last, dim, text")                                                 \
	C(X, FOLDED, "folded", "i", "last", "folded", "", "last")              \
	C(X, DAY_LIST, "day_list", "tttt", "kind, name, version, sha256",          \
	    "day_list JOIN list ON list.id = list", "",                        \
	    "kind, name, version, sha256")                                     \
	C(X, UNIQUE, "unique_day", "ib", "registers IS NULL, registers",       \
	    "unique_day", "", "1")                                             \
	/* Of days that are sealed it changes by merging and rebuilding only;  \
	 * names are forgotten, hashes stay. */                                \
	C(X, FIRST_SEEN, "first_seen", "ii", "hash, kind", "(SELECT site,"     \
	    " first AS day, hash, kind FROM first_seen)", "", "hash")          \
	/* Late lines may come at any time: they are in no figure. */          \
	C(X, LEDGER, "ledger", "iti", "stream, class, lines", "ledger",        \
	    " AND class <> 'late'", "stream, class")

/* Of no day. */
#define CHAIN_SITE_TABLE(C, X)                                                 \
	C(X, BASELINE, "baseline", "iittttt", "as_of_day, value, unit, source,"\
	    " sha256, by, recorded_s", "baseline", "", "id")                   \
	C(X, HISTORY, "history", "iiiiitttt", "month, coalesce(visits, -1),"   \
	    " coalesce(visitors, -1), coalesce(pages, -1),"                    \
	    " coalesce(hits, -1), source, sha256, by, recorded_s", "history",  \
	    "", "id")                                                          \
	C(X, RANK, "rank", "tiiittttti", "name, year, rank, units, population,"\
	    " source, sha256, note, by, recorded_s", "rank", "", "id")         \
	C(X, RESTATEMENT, "restatement", "iiiitttttttt", "number, at_s, first,"\
	    " last, reason, by, withdrawn, lost, before, after, lists_before," \
	    " lists_after", "restatement", "", "number")

/* Site ?1, day ?2; and of which days up to ?2 there is anything. */
#define CHAIN_DAY_STMT(X, id, name, kinds, columns, from, but, order)          \
	X(CHAIN_##id, "SELECT " columns " FROM " from " WHERE site = ?1"       \
	    " AND day = ?2" but " ORDER BY " order)                            \
	X(CHAIN_DAYS_##id, "SELECT DISTINCT day FROM " from " WHERE site = ?1" \
	    " AND day <= ?2 AND day > -2147483648" but " ORDER BY day")
#define CHAIN_SITE_STMT(X, id, name, kinds, columns, from, but, order)         \
	X(CHAIN_##id, "SELECT " columns " FROM " from " WHERE site = ?1"       \
	    " ORDER BY " order)

#define STMT_CHAIN(X)                                                          \
	CHAIN_DAY_TABLE(CHAIN_DAY_STMT, X)                                     \
	CHAIN_SITE_TABLE(CHAIN_SITE_STMT, X)                                   \
	X(CHAIN_SITE, "SELECT name FROM site WHERE id = ?1")                   \
	X(CHAIN_LAST, "SELECT seq, hash FROM seal_link"                        \
	    " ORDER BY seq DESC LIMIT 1")                                      \
	X(CHAIN_ADD, "INSERT INTO seal_link VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7,"\
	    " ?8, ?9, ?10)")                                                   \
	X(CHAIN_LINKS, "SELECT seq, at_s, kind, site, first, last, body,"       \
	    " digest, prev, hash FROM seal_link ORDER BY seq")                 \
	X(CHAIN_OF_DAY, "SELECT seq, at_s, kind, site, first, last, body,"     \
	    " digest, prev, hash FROM seal_link WHERE site = ?1"               \
	    " AND first <= ?2 AND last >= ?2 ORDER BY seq")                    \
	/* the first day of which anything is, or was, known */                \
	X(CHAIN_FIRST, "SELECT min(d) FROM (SELECT min(day) AS d FROM day"     \
	    " WHERE site = ?1 UNION ALL SELECT min(day) FROM hour"             \
	    " WHERE site = ?1 UNION ALL SELECT min(day) FROM tally_fold"       \
	    " WHERE site = ?1 UNION ALL SELECT min(day) FROM ledger"           \
	    " WHERE site = ?1 AND day > -2147483648 AND class <> 'late'"       \
	    " UNION ALL SELECT min(first) FROM seal_link JOIN site"            \
	    " ON site.name = seal_link.site WHERE id = ?1"                     \
	    " AND first > -2147483648)")                                       \
	X(CHAIN_SEALED, "SELECT day FROM day WHERE site = ?1"                  \
	    " AND day BETWEEN ?2 AND ?3 AND state = 'sealed' ORDER BY day")    \
	/* how far the logs of a day were read */                              \
	X(CHAIN_SOURCES, "SELECT id, consumed, lower(hex(hash)) FROM stream"   \
	    " WHERE id IN (SELECT stream FROM ledger WHERE site = ?1"          \
	    " AND day = ?2 AND class <> 'late') ORDER BY id")                  \
	X(CHAIN_SOURCE, "SELECT path, consumed, lower(hex(hash)) FROM stream"  \
	    " WHERE id = ?1")                                                  \
	X(CHAIN_MARK, "SELECT lower(hex(hash)) FROM mark WHERE stream = ?1"    \
	    " AND bytes = ?2")                                                 \
	/* lines of these days, and lines of no day of the same streams */     \
	X(LEDGER_REACH, "SELECT class, sum(dated), sum(undated) FROM"          \
	    " (SELECT class, lines AS dated, 0 AS undated FROM ledger"         \
	    " WHERE site = ?1 AND day BETWEEN ?2 AND ?3 UNION ALL"             \
	    " SELECT class, 0, lines FROM ledger WHERE day = -2147483648"      \
	    " AND site IN (0, ?1) AND stream IN (SELECT stream FROM ledger"    \
	    " WHERE site = ?1 AND day BETWEEN ?2 AND ?3)) GROUP BY class")     \
	X(LEDGER_DAY, "SELECT path, class, sum(lines), stream,"                \
	    " first_s, last_s, consumed, lower(hex(hash)) FROM ledger"         \
	    " JOIN stream ON stream.id = stream WHERE site = ?1 AND day = ?2"  \
	    " GROUP BY stream, class ORDER BY path, stream, class")            \
	X(CHAIN_OPEN, "SELECT count(*) FROM day WHERE state <> 'sealed'")      \
	X(CHAIN_NAMES, "SELECT site.name, first, hash, f.name FROM first_seen" \
	    " AS f JOIN site ON site.id = f.site WHERE f.name IS NOT NULL"     \
	    " ORDER BY 1, 2, 3")                                               \
	X(CHAIN_SITES, "SELECT id, name, coalesce(sealed, -2147483648)"        \
	    " FROM site ORDER BY name")                                        \
	X(CHAIN_BROUGHT, "SELECT day FROM b.day WHERE site = ?1"               \
	    " AND state = 'sealed' UNION SELECT day FROM b.tally_fold"         \
	    " WHERE site = ?1 ORDER BY 1")

#endif
