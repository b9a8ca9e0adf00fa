/* SPDX-License-Identifier: MIT */
/* tops.h -- the most frequent names of a period. */
#ifndef STORE_TOPS_H
#define STORE_TOPS_H

#include "common/mem.h"
#include "store/sites.h"

struct top {
	const char *text; /* in the arena */
	int64_t n;
};
enum top_kind { TOP_PAGES, TOP_ENTRIES, TOP_EXITS };

/* At most limit rows into out, most first, then by text; *n: how many. */
struct top_query {
	enum top_kind kind;
	int32_t from, to;
	size_t limit;
};
bool tops_list(struct db *db, const struct store_site *s,
    const struct top_query *q, struct arena *arena, struct top *out,
    size_t *n, struct err *err);

#endif
