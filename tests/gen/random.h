/* SPDX-License-Identifier: MIT */
/* random.h -- one line of a random log. */
#ifndef TESTS_GEN_RANDOM_H
#define TESTS_GEN_RANDOM_H

#include "gen.h"

struct event {
	int64_t order_s; /* where it stands in the log */
	int64_t at_s;
	uint64_t seed; /* of all that the line says */
	int64_t seq;
	int64_t visitor;
};

struct line {
	char *p;
	size_t n, room;
};

/* A line of any kind, without its newline.  easy: none that is very long. */
void random_line(struct line *l, struct rng *r, const struct random_options *o,
    const struct event *e, bool easy);
/* A hit for certain. */
void random_hit(struct line *l, struct rng *r, const struct random_options *o,
    const struct event *e);

#endif
