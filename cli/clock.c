/* SPDX-License-Identifier: MIT */
#include "cli/clock.h"

#include <time.h>

int64_t
clock_ns(void *self)
{
	struct timespec t;

	(void)self;
	if (clock_gettime(CLOCK_MONOTONIC, &t) != 0)
		return 0;
	return (int64_t)t.tv_sec * INT64_C(1000000000) + t.tv_nsec;
}
