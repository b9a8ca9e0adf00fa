/* SPDX-License-Identifier: MIT */
/* tops.h -- counts by name, of which the greatest are kept and the rest summed up.
 *
 * The order is by count, then by the name's bytes, so that it depends on the counts only.
 */
#ifndef AGGREGATE_TOPS_H
#define AGGREGATE_TOPS_H

#include "common/table.h"
#include "store/days.h"

enum {
	TOPS_MAX = 2000 /* names of a day and kind; more are "(other)" */
};
enum tops_kind { TOPS_PAGE, TOPS_ENTRY, TOPS_EXIT, TOPS__KINDS };

struct tops {
	struct table sum;
	const struct terms *terms; /* of the names */
	struct day_count *count;   /* what tops_of gave; by day, then kind */
	size_t n;
};

void tops_open(struct tops *t, const struct terms *terms);
void tops_close(struct tops *t); /* accepts zeroed */

void tops_add(struct tops *t, enum tops_kind kind, int32_t day,
    uint32_t term, const struct day_count *more);

/* The kept counts of a kind and day, in order; valid until the next call. */
const struct day_count *tops_of(struct tops *t, enum tops_kind kind,
    int32_t day, size_t *n);

#endif
