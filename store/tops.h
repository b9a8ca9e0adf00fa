/* SPDX-License-Identifier: MIT */
/* tops.h -- the most frequent names of a period. */
#ifndef STORE_TOPS_H
#define STORE_TOPS_H

#include "common/counter.h"
#include "common/mem.h"
#include "store/sites.h"

struct top {
	const char *text; /* in the arena */
	int64_t n;
};
enum top_kind { TOP_PAGES, TOP_ENTRIES, TOP_EXITS };

struct top_query {
	enum top_kind kind;
	struct period days;
	size_t limit;
};

/* Most first, then by text; room for limit rows is the caller's. */
struct top_list {
	struct arena arena; /* of the texts; the caller closes it */
	struct top *top;
	size_t n;
};
bool tops_list(const struct store_site *s, const struct top_query *q,
    struct top_list *out, struct err *err);

#endif
