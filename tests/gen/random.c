/* SPDX-License-Identifier: MIT */
/* random.c -- nasty logs for the laws: few visitors, so that their visits
 * touch, overlap and miss each other by a second, at midnight above all. */
#include "random.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { EASY_LINES = 300 /* at the head, so that the format can be told */ };

/* ---- when ---- */

static int64_t
near_midnight(struct rng *r, const struct random_options *o)
{
	const int64_t edge[] = { 0, -1, 1, o->window_s, o->window_s + 1,
		o->gap_s, o->gap_s + 1, o->gap_s - 1, 2 * o->gap_s };
	int64_t day = floor_div(o->start_s + VN_S, DAY_S) +
	    rng_below(r, o->days + 1);
	int64_t midnight = day * DAY_S - VN_S;
	int64_t off = rng_chance(r, 400) ? rng_below(r, o->gap_s + 1) :
	    edge[rng_below(r, (int64_t)(sizeof(edge) / sizeof(edge[0])))];

	return rng_chance(r, 500) ? midnight + off : midnight - off;
}

static int64_t
next_instant(struct rng *r, const struct random_options *o, int64_t clock)
{
	const int64_t gap[] = { 0, 0, 1, 2, 60, o->window_s - 1, o->window_s,
		o->window_s, o->window_s + 1, o->window_s + 1, o->gap_s - 1,
		o->gap_s, o->gap_s, o->gap_s + 1, o->gap_s + 1, 2 * o->gap_s,
		o->window_s / 2 };
	int64_t step = rng_chance(r, 150) ? rng_below(r, 2 * o->gap_s) :
	    gap[rng_below(r, (int64_t)(sizeof(gap) / sizeof(gap[0])))];
	int64_t kind = rng_below(r, 100);
	int64_t end_s = o->start_s + o->days * DAY_S;
	int64_t at = clock + step;

	if (kind < 12)
		at = clock - step;
	else if (kind < 24)
		at = near_midnight(r, o);
	if (kind >= 97 || at < o->start_s || at >= end_s)
		at = o->start_s + rng_below(r, o->days * DAY_S);
	return at;
}

static int64_t
place_in_log(struct rng *r, const struct random_options *o, int64_t at)
{
	int64_t kind = rng_below(r, 100);

	if (kind < 80)
		return at;
	if (kind < 92)
		return at + rng_below(r, 21) - 10;
	if (kind < 98)
		return at + rng_below(r, 4 * o->gap_s) - 2 * o->gap_s;
	return o->start_s + rng_below(r, o->days * DAY_S);
}

static int
by_order(const void *pa, const void *pb)
{
	const struct event *a = pa, *b = pb;

	if (a->order_s != b->order_s)
		return a->order_s < b->order_s ? -1 : 1;
	return a->seq < b->seq ? -1 : a->seq > b->seq;
}

static struct event *
make_events(struct rng *r, const struct random_options *o)
{
	struct event *e = gen_alloc((size_t)o->lines * sizeof(*e));
	int64_t *clock = gen_alloc((size_t)o->visitors * sizeof(*clock));

	for (int64_t v = 0; v < o->visitors; v++)
		clock[v] = o->start_s + rng_below(r, o->days * DAY_S);
	for (int64_t i = 0; i < o->lines; i++) {
		int64_t v = rng_below(r, o->visitors);
		clock[v] = next_instant(r, o, clock[v]);
		e[i] = (struct event){ .at_s = clock[v], .seq = i,
			.visitor = v, .seed = rng_next(r) };
		e[i].order_s = place_in_log(r, o, clock[v]);
	}
	qsort(e, (size_t)o->lines, sizeof(*e), by_order);
	free(clock);
	return e;
}

static void
write_torn(struct line *l, struct rng *r, const struct random_options *o,
    const struct event *e)
{
	l->n = 0;
	random_hit(l, r, o, e);
	fwrite(l->p, 1, (size_t)rng_below(r, (int64_t)l->n) + 1, stdout);
}

void
random_log(const struct random_options *o)
{
	struct rng r = { o->seed };
	struct line l = { 0 };

	if (strcmp(o->format, "combined") != 0 &&
	    strcmp(o->format, "common") != 0 &&
	    strcmp(o->format, "vhost_combined") != 0)
		gen_die("--format: combined, common or vhost_combined");
	struct event *e = make_events(&r, o);
	for (int64_t i = 0; i < o->lines; i++) {
		struct rng own = { e[i].seed };
		if (o->torn && i == o->lines - 1) {
			write_torn(&l, &own, o, &e[i]);
			break;
		}
		/* An equal line is a second request, not the first again. */
		if (i == 0 || !rng_chance(&own, 20))
			random_line(&l, &own, o, &e[i], i < EASY_LINES);
		if (i > EASY_LINES && l.n > 0 && rng_below(&own, 1500) == 0)
			fwrite("\0\0\0\0\0\0\0", 1,
			    (size_t)rng_below(&own, 7) + 1, stdout);
		fwrite(l.p, 1, l.n, stdout);
		putchar('\n');
	}
	free(e);
	free(l.p);
}
