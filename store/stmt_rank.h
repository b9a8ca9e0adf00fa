/* SPDX-License-Identifier: MIT */
/* stmt_rank.h -- statements of ranks (rank.h): part of stmt.h, which alone includes it. */
#ifndef STORE_STMT_RANK_H
#define STORE_STMT_RANK_H

#define STMT_RANK(X)                                                           \
	X(RANK_ADD, "INSERT INTO rank(site, name, year, rank, units,"          \
	    " population, source, sha256, note, by, recorded_s)"               \
	    " VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)")           \
	X(RANK_LIST, "SELECT name, population, source, sha256, note, by,"      \
	    " year, rank, units, recorded_s, (SELECT count(*) FROM rank AS o"  \
	    " WHERE o.site = r.site AND o.name = r.name AND o.year = r.year)"  \
	    " FROM rank AS r WHERE site = ?1 AND id = (SELECT id"              \
	    " FROM rank AS o WHERE o.site = r.site AND o.name = r.name"        \
	    " AND o.year = r.year ORDER BY recorded_s DESC, id DESC LIMIT 1)"  \
	    " ORDER BY name, year")                                            \
	X(RANK_COUNT, "SELECT count(*) FROM rank WHERE site = ?1"              \
	    " AND name = ?2 AND year = ?3")                                    \
	X(RANK_DROP, "DELETE FROM rank WHERE site = ?1 AND name = ?2"          \
	    " AND year = ?3")                                                  \
	X(BRING_RANK, "INSERT INTO main.rank(site, name, year, rank, units,"   \
	    " population, source, sha256, note, by, recorded_s) SELECT ?2,"    \
	    " name, year, rank, units, population, source, sha256, note, by,"  \
	    " recorded_s FROM b.rank AS r WHERE site = ?1 AND NOT EXISTS"      \
	    " (SELECT 1 FROM main.rank AS o WHERE o.site = ?2"                 \
	    " AND (o.name, o.year, o.rank, o.units, o.sha256, o.recorded_s) =" \
	    " (r.name, r.year, r.rank, r.units, r.sha256, r.recorded_s))"      \
	    " ORDER BY id")                                                    \
	X(DUMP_RANK, "SELECT 'rank', site.name, r.name, year, rank, units,"    \
	    " population, source, sha256, note, by, recorded_s FROM rank AS r" \
	    " JOIN site ON site.id = r.site ORDER BY 2, 3, 4, recorded_s, rank, units")

#endif
