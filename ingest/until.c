/* SPDX-License-Identifier: MIT */
#include "ingest/until.h"

#include <stddef.h>

void
until_begin(struct until *u, const struct until_clock *clock)
{
	bool any = clock != NULL && clock->now_ns != NULL && clock->max_s > 0;

	*u = (struct until){ .clock = any ? clock : NULL,
		.began_ns = any ? clock->now_ns(clock->self) : 0 };
}

bool
until_over(struct until *u)
{
	if (u == NULL || u->clock == NULL)
		return false;
	if (!u->over)
		u->over = u->clock->now_ns(u->clock->self) - u->began_ns >=
		    u->clock->max_s * INT64_C(1000000000);
	return u->over;
}
