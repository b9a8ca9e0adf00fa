/* SPDX-License-Identifier: MIT */
/* until.h -- how long something may take, by a clock that is asked from above. */
#ifndef INGEST_UNTIL_H
#define INGEST_UNTIL_H

#include <stdbool.h>
#include <stdint.h>

struct until_clock {
	/* Nanoseconds since whenever, never less than before; asked by several threads at
	 * once.  NULL: there is no clock, and no ceiling. */
	int64_t (*now_ns)(void *self);
	void *self;
	int64_t max_s; /* seconds, at most UINT32_MAX; 0: no ceiling */
};

struct until {
	const struct until_clock *clock; /* NULL: no ceiling */
	int64_t began_ns;
	bool over;
};

/* From now on; clock outlives u. */
void until_begin(struct until *u, const struct until_clock *clock);
/* Has it taken as long as it may?  Once over it stays so.  u may be NULL: no. */
bool until_over(struct until *u);

#endif
