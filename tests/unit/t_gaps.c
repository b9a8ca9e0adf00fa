/* SPDX-License-Identifier: MIT */
#include "aggregate/gaps.h"

#include <stdio.h>
#include <string.h>

#include "tests/tap.h"

/* Hours of 2026-11-20 and 21 (UTC) are told from the first one's midnight. */
#define MIDNIGHT_S INT64_C(1795132800)
#define H(n) (MIDNIGHT_S + (n) * INT64_C(3600))
#define NO_HOUR (-1)
enum { MOST_HOURS = 12, MOST_STREAMS = 2 };

static const struct row {
	const char *name;
	int own[MOST_HOURS], all[MOST_HOURS];          /* 0 ends them */
	struct gaps_stream stream[MOST_STREAMS];
	int streams, now;
	const char *expected;
} rows[] = {
	{ "hours with lines are no gap", { 1, 2, 3, 4 }, { NO_HOUR },
	    { { H(1), H(5) - 1, false } }, 1, 5, "" },
	{ "an hour between lines of one stream is quiet", { 1, 2, 4 },
	    { NO_HOUR }, { { H(1), H(5) - 1, false } }, 1, 5, "" },
	{ "five quiet hours are quiet", { 1, 7, 8 }, { NO_HOUR },
	    { { H(1), H(9) - 1, false } }, 1, 9, "" },
	{ "the seventh hour on has no line within six hours before",
	    { 1, 9, 10 }, { NO_HOUR }, { { H(1), H(11) - 1, false } }, 1, 11,
	    "2-3 8-9 " },
	{ "twenty hours without a line are unknown", { 1, 22 }, { NO_HOUR },
	    { { H(1), H(23) - 1, false } }, 1, 23, "2-22 " },
	{ "lines of two streams do not make an hour quiet", { 1, 3 },
	    { NO_HOUR }, { { H(1), H(2) - 1, false },
	    { H(3), H(4) - 1, false } }, 2, 30, "2-3 4-30 " },
	{ "hours after the last line wait for six hours", { 1, 2 },
	    { NO_HOUR }, { { H(1), H(3) - 1, false } }, 1, 8, "" },
	{ "then they are unknown, and those far from all lines at once",
	    { 1, 2 }, { NO_HOUR }, { { H(1), H(3) - 1, false } }, 1, 10,
	    "3-4 9-10 " },
	{ "until all are", { 1, 2 }, { NO_HOUR },
	    { { H(1), H(3) - 1, false } }, 1, 15, "3-15 " },
	{ "a shared log's lines of other sites make an hour quiet", { 1, 22 },
	    { 1, 4, 8, 12, 16, 19, 22 }, { { H(1), H(23) - 1, true } }, 1, 23,
	    "" },
	{ "another log's lines of other sites do not", { 1, 22 },
	    { 1, 4, 8, 12, 16, 19, 22 }, { { H(1), H(23) - 1, false } }, 1,
	    23, "2-22 " },
	{ "nothing is unknown before the first line", { 20 }, { NO_HOUR },
	    { { H(20), H(21) - 1, false } }, 1, 21, "" },
	{ "without a stream nothing has begun", { NO_HOUR }, { NO_HOUR },
	    { { 0, 0, false } }, 0, 24, "" },
	{ "an hour that is not over is not looked at", { 1 }, { NO_HOUR },
	    { { H(1), H(2) - 1, false } }, 1, 2, "" },
};

static struct gaps_hours
hours_of(const int *hour, int64_t *out)
{
	struct gaps_hours h = { out, 0 };

	for (; h.n < MOST_HOURS && hour[h.n] > 0; h.n++)
		out[h.n] = H(hour[h.n]);
	return h;
}

static void
put_gap(void *self, int64_t from_s, int64_t to_s)
{
	char *text = self;
	size_t n = strlen(text);

	snprintf(text + n, 200 - n, "%lld-%lld ",
	    (long long)((from_s - MIDNIGHT_S) / 3600),
	    (long long)((to_s - MIDNIGHT_S) / 3600));
}

int
main(void)
{
	struct zone *utc = NULL;

	if (!ok(zone_open("UTC", NULL, &utc, NULL), "UTC opens"))
		return done();
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		const struct row *r = &rows[i];
		int64_t own[MOST_HOURS], all[MOST_HOURS];
		char text[200] = "";
		struct gaps_site site = { utc, hours_of(r->own, own),
			hours_of(r->all, all), r->stream,
			(size_t)r->streams };

		gaps_find(&site, H(0), H(r->now), put_gap, text);
		is_text(text, r->expected, "%s", r->name);
	}
	zone_close(utc);
	return done();
}
