/* SPDX-License-Identifier: MIT */
/* details.h -- the tables that hang on a site and a day, and are more than the day's figures.
 *
 * One row a table, from which the statements come that forget details and that bring one store
 * into another.  Whoever adds a table adds its row; tests/cli/details.t compares this list
 * with the schema.
 *
 *     name, table
 *     columns   after site and day, as in the table
 *     brought   the same out of store b: a term's number is another one there
 *     folded    what stays of a day once its details are forgotten: the sums, under the term ?3,
 *               which is "(other)"
 *     grouped   columns that the sums are kept apart by, after day
 *     detail    true of rows that are not folded
 *     terms     the terms that it names
 *     clash     what becomes of a row of b whose key is here already
 */
#ifndef STORE_DETAILS_H
#define STORE_DETAILS_H

#define DETAIL_TERM_OF_B(column)                                               \
	"(SELECT t.id FROM main.term AS t JOIN b.term AS u ON u.text = t.text" \
	" WHERE u.id = " column ")"

#define DETAIL_COUNTS "hits, pages, bytes, robot_hits, robot_pages,"            \
	" robot_bytes, rest_hits, rest_pages, rest_bytes, visits, visitors"

/* The sums of a month of two stores are one. */
#define DETAIL_ADD_COUNTS " ON CONFLICT DO UPDATE SET hits = hits +"            \
	" excluded.hits, pages = pages + excluded.pages, bytes = bytes +"      \
	" excluded.bytes, robot_hits = robot_hits + excluded.robot_hits,"      \
	" robot_pages = robot_pages + excluded.robot_pages, robot_bytes ="     \
	" robot_bytes + excluded.robot_bytes, rest_hits = rest_hits +"         \
	" excluded.rest_hits, rest_pages = rest_pages + excluded.rest_pages,"  \
	" rest_bytes = rest_bytes + excluded.rest_bytes, visits = visits +"    \
	" excluded.visits, visitors = visitors + excluded.visitors"

#define DETAIL_LIST_OF_B                                                       \
	"(SELECT t.id FROM main.list AS t JOIN b.list AS u"                    \
	" USING (kind, name, version, sha256) WHERE u.id = list)"

#define DETAIL_SUMS "sum(hits), sum(pages), sum(bytes), sum(robot_hits),"       \
	" sum(robot_pages), sum(robot_bytes), sum(rest_hits), sum(rest_pages),"\
	" sum(rest_bytes), sum(visits), sum(visitors)"

#define DETAIL_TABLE(D, X)                                                     \
	D(X, HOUR, "hour", "hour, class, outcome, hits, bytes",                \
	    "hour, class, outcome, hits, bytes",                               \
	    "0, class, outcome, sum(hits), sum(bytes)", ", class, outcome",    \
	    "hour <> 0", "SELECT 1", "")                                           \
	/* Forgotten as a whole: hours that are not told are unknown. */       \
	D(X, DAY_HOUR, "day_hour", "body", "body", "body", "", "1",            \
	    "SELECT 1", "")                                                    \
	D(X, TALLY, "tally", "dim, key, " DETAIL_COUNTS,                       \
	    "dim, " DETAIL_TERM_OF_B("key") ", " DETAIL_COUNTS,                \
	    "dim, ?3, " DETAIL_SUMS,                                           \
	    ", dim", "key <> ?3", "SELECT key FROM tally", "")                 \
	/* Of one that goes on after the last day to forget nothing can be     \
	 * told apart: it is forgotten whole. */                               \
	D(X, TALLY_FOLD, "tally_fold", "last, dim, key, " DETAIL_COUNTS,       \
	    "last, dim, " DETAIL_TERM_OF_B("key") ", " DETAIL_COUNTS,          \
	    "last, dim, ?3, " DETAIL_SUMS, ", last, dim", "key <> ?3",         \
	    "SELECT key FROM tally_fold", DETAIL_ADD_COUNTS)                   \
	D(X, FOLDED, "folded", "last", "last", "last", ", last", "0",          \
	    "SELECT 1", " ON CONFLICT DO NOTHING")                             \
	D(X, DAY_LIST, "day_list", "list", DETAIL_LIST_OF_B, "list", ", list", \
	    "0", "SELECT 1", " ON CONFLICT DO NOTHING")                        \
	/* Registers under another secret mean nothing here. */                \
	D(X, UNIQUE, "unique_day", "registers",                                \
	    "CASE WHEN EXISTS (SELECT 1 FROM main.unique_key AS m"             \
	    " JOIN b.unique_key AS o USING (year) WHERE m.secret = o.secret"   \
	    " AND year = CAST(strftime('%Y', day * 86400, 'unixepoch')"        \
	    " AS INTEGER)) THEN registers END",                                \
	    "registers", "", "0", "SELECT 1", "")

/* Site ?1, days before ?2, the term ?3. */
#define DETAIL_FORGET(X, id, table, columns, brought, folded, grouped, detail, \
    terms, clash)                                                                     \
	X(FOLD_##id, "INSERT OR REPLACE INTO " table "(site, day, " columns    \
	    ") SELECT site, day, " folded " FROM " table " WHERE site = ?1"    \
	    " AND day < ?2 AND ?3 > 0 GROUP BY day" grouped)                   \
	X(FORGET_##id, "DELETE FROM " table " WHERE site = ?1 AND day < ?2"    \
	    " AND (" detail " OR ?3 = 0)")

/* Site ?1 of b as site ?2, days up to ?3. */
#define DETAIL_BRING(X, id, table, columns, brought, folded, grouped, detail,  \
    terms, clash)                                                                     \
	X(BRING_##id, "INSERT INTO main." table "(site, day, " columns         \
	    ") SELECT ?2, day, " brought " FROM b." table " WHERE site = ?1"   \
	    " AND day <= ?3" clash)

#define DETAIL_NAMED(X, id, table, columns, brought, folded, grouped, detail,  \
    terms, clash)                                                                     \
	" UNION " terms

/* All term numbers in use; the empty text always is. */
#define DETAIL_TERMS "SELECT 1" DETAIL_TABLE(DETAIL_NAMED, )

#endif
