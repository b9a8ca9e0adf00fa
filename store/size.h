/* SPDX-License-Identifier: MIT */
/* size.h -- what a store takes, and how near it is to its bounds. */
#ifndef STORE_SIZE_H
#define STORE_SIZE_H

#include "common/counter.h"
#include "store/sites.h"

struct store_size {
	int64_t bytes, free_bytes;     /* of the file; of it not in use */
	int64_t names, name_bytes;     /* texts (names.h) */
	int64_t hours, days, months, years; /* rows of these resolutions (retain.h) */
};
bool size_of(struct db *db, struct store_size *out, struct err *err);

/* Page views of these days, and those of them whose page is DIM_OTHER.  Of days that are
 * kept one by one. */
struct size_pages {
	int64_t all, other;
};
bool size_pages(const struct store_site *s, struct period days,
    struct size_pages *out, struct err *err);

#endif
