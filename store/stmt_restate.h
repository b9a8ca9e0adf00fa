/* SPDX-License-Identifier: MIT */
/* stmt_restate.h -- statements of days that are read anew: part of stmt.h, which alone includes
 * it. */
#ifndef STORE_STMT_RESTATE_H
#define STORE_STMT_RESTATE_H

/* Streams here, and the same in the store that read them anew; what stays of the days that it
 * replaces. */
#define RESTATE_TABLES                                                         \
	"CREATE TEMP TABLE IF NOT EXISTS pair(mine INTEGER PRIMARY KEY,"       \
	" theirs INTEGER UNIQUE);"                                             \
	"CREATE TEMP TABLE IF NOT EXISTS was(day INTEGER PRIMARY KEY,"         \
	" counted_first_s, counted_last_s, joined);"                           \
	"DELETE FROM temp.pair; DELETE FROM temp.was;"

#define RESTATE_SECRET(has) "EXISTS (SELECT 1 FROM main.unique_key AS m" has   \
	" AND year = CAST(strftime('%Y', day * 86400, 'unixepoch')"            \
	" AS INTEGER))"

/* Site ?1, days ?2 to ?3. */
#define DETAIL_DROP(X, id, table, columns, brought, folded, grouped, detail,   \
    terms, clash)                                                              \
	X(DROP_##id, "DELETE FROM main." table " WHERE site = ?1"              \
	    " AND day BETWEEN ?2 AND ?3")

#define STMT_RESTATE(X)                                                        \
	DETAIL_TABLE(DETAIL_DROP, X)                                           \
	X(DAY_DROP, "DELETE FROM main.day WHERE site = ?1"                     \
	    " AND day BETWEEN ?2 AND ?3")                                      \
	/* in the store that reads anew: other days are not derived */         \
	X(RESTATE_ONLY, "UPDATE day SET dirty = 0, state = 'sealed'"           \
	    " WHERE site <> ?1 OR day NOT BETWEEN ?2 AND ?3")                  \
	X(RESTATE_SEEN, "DELETE FROM first_seen WHERE site = ?1"               \
	    " AND first NOT BETWEEN ?2 AND ?3")                                \
	X(RESTATE_KEYS, "INSERT OR IGNORE INTO b.unique_key"                   \
	    " SELECT year, secret FROM main.unique_key")                       \
	/* logs with lines of these days; of how many, in the days ?4 to ?5 */ \
	X(RESTATE_LOGS, "SELECT s.id, s.grp, s.path, s.consumed, s.tail,"      \
	    " sum(iif(l.day BETWEEN ?4 AND ?5, l.lines, 0)) FROM ledger AS l"  \
	    " JOIN stream AS s ON s.id = l.stream WHERE l.site = ?1"           \
	    " AND l.day BETWEEN ?2 AND ?3 GROUP BY s.id"                       \
	    " ORDER BY s.grp, s.path, s.id")                                   \
	/* the other store is attached as b, its site is ?2 */                 \
	X(RESTATE_SITE, "SELECT id FROM b.site WHERE name = ?1")               \
	X(RESTATE_PAIR, "INSERT INTO temp.pair SELECT ?1, id FROM b.stream"    \
	    " WHERE grp = ?2 AND path = ?3")                                   \
	X(RESTATE_PAIRS, "SELECT count(*) FROM temp.pair")                     \
	X(RESTATE_LINES, "SELECT p.mine, p.theirs, s.path,"                    \
	    " (SELECT coalesce(sum(lines), 0) FROM b.ledger"                   \
	    " WHERE stream = p.theirs AND site = ?2 AND day BETWEEN ?3 AND ?4)"\
	    " - (SELECT coalesce(sum(lines), 0) FROM main.ledger"              \
	    " WHERE stream = p.mine AND site = ?1 AND day BETWEEN ?3 AND ?4)"  \
	    " AS more FROM temp.pair AS p JOIN main.stream AS s"               \
	    " ON s.id = p.mine WHERE more <> 0 ORDER BY s.path")               \
	/* lines of no day, of stream ?1 here and ?2 there: a row for here, one for there */ \
	X(RESTATE_UNDATED, "SELECT class, here, sum(mine), sum(theirs) FROM"   \
	    " (SELECT class, site <> 0 AS here, lines AS mine, 0 AS theirs"    \
	    " FROM main.ledger WHERE stream = ?1 AND day = -2147483648"        \
	    " AND site IN (0, ?3) UNION ALL SELECT class, site <> 0, 0, lines" \
	    " FROM b.ledger WHERE stream = ?2 AND day = -2147483648"           \
	    " AND site IN (0, ?4)) GROUP BY class, here"                       \
	    " HAVING sum(mine) <> sum(theirs) ORDER BY class, here")           \
	X(RESTATE_EMPTY, "DELETE FROM main.ledger WHERE stream = ?1"           \
	    " AND lines = 0")                                                  \
	/* lines of a log that is left out came late, as it were */            \
	X(RESTATE_LEAVE, "INSERT INTO main.ledger(stream, site, day, class,"   \
	    " lines) SELECT stream, site, day, 'late', sum(lines)"             \
	    " FROM main.ledger WHERE stream = ?1 AND site = ?2"                \
	    " AND day BETWEEN ?3 AND ?4 AND class <> 'late' GROUP BY day"      \
	    " ON CONFLICT DO UPDATE SET lines = lines + excluded.lines")       \
	X(RESTATE_LEFT, "DELETE FROM main.ledger WHERE stream = ?1"            \
	    " AND site = ?2 AND day BETWEEN ?3 AND ?4 AND class <> 'late'")    \
	X(RESTATE_LEDGER_DROP, "DELETE FROM main.ledger WHERE site = ?1"       \
	    " AND day BETWEEN ?3 AND ?4"                                       \
	    " AND stream IN (SELECT mine FROM temp.pair)")                     \
	X(RESTATE_LEDGER, "INSERT INTO main.ledger(stream, site, day, class,"  \
	    " lines) SELECT mine, ?1, day, class, lines FROM b.ledger"         \
	    " JOIN temp.pair ON theirs = stream WHERE site = ?2"               \
	    " AND day BETWEEN ?3 AND ?4")                                      \
	X(RESTATE_WAS, "INSERT INTO temp.was SELECT day, counted_first_s,"     \
	    " counted_last_s, joined FROM main.day WHERE site = ?1"            \
	    " AND day BETWEEN ?2 AND ?3")                                      \
	X(RESTATE_STAYS, "UPDATE main.day SET counted_first_s ="               \
	    " w.counted_first_s, counted_last_s = w.counted_last_s,"           \
	    " joined = w.joined FROM temp.was AS w WHERE main.day.site = ?1"   \
	    " AND w.day = main.day.day AND w.day BETWEEN ?2 AND ?3")           \
	X(RESTATE_UNIQUE_DROP, "DELETE FROM main.unique_day WHERE site = ?1"   \
	    " AND day BETWEEN ?2 AND ?3 AND "                                  \
	    RESTATE_SECRET(" WHERE m.secret IS NOT NULL"))                     \
	X(RESTATE_UNIQUE, "INSERT OR REPLACE INTO main.unique_day(site, day,"  \
	    " registers) SELECT ?1, day, registers FROM b.unique_day"          \
	    " WHERE site = ?2 AND day BETWEEN ?3 AND ?4 AND "                  \
	    RESTATE_SECRET(" JOIN b.unique_key AS o USING (year)"              \
	    " WHERE m.secret = o.secret"))                                     \
	/* is what a day lends to the one before, or after, another now? */    \
	X(RESTATE_SPILL, "SELECT m.back <> o.back, m.ahead <> o.ahead"         \
	    " FROM main.day AS m JOIN b.day AS o USING (day)"                  \
	    " WHERE m.site = ?1 AND o.site = ?2 AND day = ?3")                 \
	X(RESTATE_SUMS, "SELECT count(*), coalesce(sum(visits), 0),"           \
	    " coalesce(sum(visitors), 0), coalesce(sum(pages), 0),"            \
	    " coalesce(sum(online_s), 0), (SELECT coalesce(sum(hits), 0)"      \
	    " FROM main.hour WHERE site = ?1 AND day BETWEEN ?2 AND ?3"        \
	    " AND class = 'human'), (SELECT coalesce(sum(hits), 0)"            \
	    " FROM main.hour WHERE site = ?1 AND day BETWEEN ?2 AND ?3"        \
	    " AND class = 'robot'), (SELECT coalesce(sum(lines), 0)"           \
	    " FROM main.ledger WHERE site = ?1 AND day BETWEEN ?2 AND ?3"      \
	    " AND class = 'late') FROM main.day WHERE site = ?1"               \
	    " AND day BETWEEN ?2 AND ?3")                                      \
	X(RESTATE_LISTS, "SELECT coalesce(group_concat(l, char(10)), '') FROM" \
	    " (SELECT DISTINCT kind || ' ' || name || ' ' || version ||"       \
	    " iif(version = '', '', ' ') || sha256 AS l FROM main.day_list"    \
	    " JOIN main.list ON list.id = list WHERE site = ?1"                \
	    " AND day BETWEEN ?2 AND ?3 ORDER BY 1)")                          \
	X(RESTATEMENT_ADD, "INSERT INTO main.restatement(at_s, site, first,"   \
	    " last, reason, by, withdrawn, lost, before, after, lists_before," \
	    " lists_after) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10,"    \
	    " ?11, ?12)")                                                      \
	X(RESTATEMENT_LIST, "SELECT number, at_s, first, last, reason, by,"    \
	    " withdrawn, lost, before, after, lists_before, lists_after"       \
	    " FROM restatement WHERE site = ?1 AND first <= ?3 AND last >= ?2" \
	    " ORDER BY number")

#endif
