/* SPDX-License-Identifier: MIT */
/* stmt_seen.h -- statements of the pages that were seen first (seen.h): part of stmt.h, which
 * alone includes it. */
#ifndef STORE_STMT_SEEN_H
#define STORE_STMT_SEEN_H

/* The least day; of one day the least kind. */
#define SEEN_LEAST " ON CONFLICT DO UPDATE SET kind = CASE WHEN first >"        \
	" excluded.first THEN excluded.kind WHEN first = excluded.first THEN"  \
	" min(kind, excluded.kind) ELSE kind END,"                             \
	" first = min(first, excluded.first)"

#define STMT_SEEN(X)                                                           \
	X(SEEN_GET, "SELECT first, kind FROM first_seen WHERE site = ?1"       \
	    " AND hash = ?2")                                                  \
	X(SEEN_PUT, "INSERT INTO first_seen(site, hash, first, kind, name)"    \
	    " VALUES(?1, ?2, ?3, ?4, ?5)" SEEN_LEAST)                          \
	X(SEEN_EARLIER, "UPDATE first_seen SET first = ?3, kind = ?4"          \
	    " WHERE site = ?1 AND hash = ?2")                                  \
	X(SEEN_TOTAL, "SELECT count(*) FROM first_seen WHERE site = ?1")       \
	X(SEEN_OF_DAY, "SELECT count(*) FROM first_seen WHERE site = ?1"       \
	    " AND first = ?2")                                                 \
	X(SEEN_OVER, "UPDATE day SET unseen = ?3 WHERE site = ?1"              \
	    " AND day = ?2 AND unseen <> ?3")                                  \
	X(SEEN_OVER_SUM, "SELECT coalesce(sum(unseen), 0) FROM day"            \
	    " WHERE site = ?1 AND day BETWEEN ?2 AND ?3")                      \
	X(SEEN_SINCE, "SELECT min(first) FROM first_seen WHERE site = ?1")     \
	X(SEEN_EACH, "SELECT first, kind, name FROM first_seen"                \
	    " WHERE site = ?1 AND first BETWEEN ?2 AND ?3"                     \
	    " ORDER BY first, name IS NULL, name, kind")                       \
	/* Its name goes, the row stays: it is not new when it comes again. */ \
	X(SEEN_FORGET, "UPDATE first_seen SET name = NULL WHERE site = ?1"     \
	    " AND first < ?2 AND name IS NOT NULL")                            \
	/* Of days that were derived before there was this table. */           \
	X(SEEN_SEED, "SELECT site, min(day), dim, text FROM ("            \
	    "SELECT site, day, dim, key, hits + robot_hits + rest_hits AS n"   \
	    " FROM tally UNION ALL SELECT site, day, dim, key, hits +"         \
	    " robot_hits + rest_hits FROM tally_fold) JOIN term"               \
	    " ON term.id = key WHERE dim IN (1, 4) AND n > 0 AND text <> ?1"   \
	    " AND text <> '' GROUP BY site, dim, key")                         \
	X(BRING_SEEN, "INSERT INTO main.first_seen(site, hash, first, kind,"   \
	    " name) SELECT ?2, hash, first, kind, name FROM b.first_seen"      \
	    " WHERE site = ?1" SEEN_LEAST)                                     \
	X(DUMP_SEEN, "SELECT 'seen', site.name, first, kind,"                  \
	    " coalesce(f.name, '') FROM first_seen AS f JOIN site"             \
	    " ON site.id = f.site ORDER BY 2, 3, 5, 4")

#endif
