/* SPDX-License-Identifier: MIT */
#include "aggregate/availability.h"

#include <stdio.h>
#include <string.h>

#include "common/buf.h"
#include "common/civil.h"
#include "common/mem.h"
#include "tests/tap.h"

/* In London the clock went forward on 2026-03-29, a day of 23 hours, and went back on
 * 2026-10-25, one of 25. */
enum { HOUR_S = 3600, MOST_HOURS = 8, ALL = -1 };
#define L HOUR_LINES
#define S HOUR_SERVED
#define OK HOUR_PROBE_OK
#define BAD HOUR_PROBE_ERROR
#define NONE HOUR_PROBE_NONE

/* Hours of two days, from the first one's midnight; state of each: a letter of
 * Served, Quiet, Errors, Down, Unknown, Ahead. */
static const struct row {
	const char *name;
	struct {
		int hour;
		struct hour_figures f;
	} hour[MOST_HOURS]; /* flags 0 ends them */
	int log_from, log_to, now; /* hours; the log's first and last line */
	const char *want;
} rows[] = {
	{ "hours with a success are served", { { 1, { .flags = L | S } },
	    { 2, { .flags = L | S, .hits = 9 } } }, 1, 3, 3,
	    "USSAAAAAAAAAAAAAAAAAAAAA AAAAAAAAAAAAAAAAAAAAAAAA" },
	{ "an hour of 404s is quiet", { { 1, { .flags = L, .hits = 3 } } },
	    1, 2, 2, "UQAAAAAAAAAAAAAAAAAAAAAA AAAAAAAAAAAAAAAAAAAAAAAA" },
	{ "1 error of 20 requests is served, 2 of 39 are errors",
	    { { 1, { .flags = L | S, .hits = 20, .errors = 1 } },
	    { 2, { .flags = L | S, .hits = 39, .errors = 2 } },
	    { 3, { .flags = L, .hits = 1, .errors = 1 } } }, 1, 4, 4,
	    "USEEAAAAAAAAAAAAAAAAAAAA AAAAAAAAAAAAAAAAAAAAAAAA" },
	{ "a probe without an answer is down, unless somebody was served",
	    { { 0, { .flags = L | S } }, { 1, { .flags = NONE } },
	    { 2, { .flags = NONE | L, .hits = 4, .errors = 4 } },
	    { 3, { .flags = NONE | OK | S } } }, 0, 4, 4,
	    "SDDSAAAAAAAAAAAAAAAAAAAA AAAAAAAAAAAAAAAAAAAAAAAA" },
	{ "a probe tells of hours without a log",
	    { { 0, { .flags = L | S } }, { 10, { .flags = OK | S } },
	    { 11, { .flags = OK } }, { 12, { .flags = BAD } },
	    { 13, { .flags = BAD | OK | S } }, { 23, { .flags = L | S } } },
	    0, 24, 24,
	    "SUUUUUUUUUSQESUUUUUUUUUS AAAAAAAAAAAAAAAAAAAAAAAA" },
	{ "an hour without a line is quiet while the log is at work",
	    { { 0, { .flags = L | S } }, { 3, { .flags = L | S } },
	    { 30, { .flags = L | S } } }, 0, 31, 48,
	    "SQQSUUUUUUUUUUUUUUUUUUUU UUUUUUSUUUUUUUUUUUUUUUUU" },
	{ "one whose next hours are not over waits", { { 0,
	    { .flags = L | S } } }, 0, 1, 4,
	    "SQQQAAAAAAAAAAAAAAAAAAAA AAAAAAAAAAAAAAAAAAAAAAAA" },
	{ "without a log all is unknown", { { 0, { .flags = 0 } } }, ALL, ALL,
	    26, "UUUUUUUUUUUUUUUUUUUUUUUU UUAAAAAAAAAAAAAAAAAAAAAA" },
};

struct rig {
	struct zone *zone;
	int32_t first;
	int64_t start_s;
	struct hours_day day[2];
	struct gaps_stream stream;
	struct availability_input in;
	int64_t *lines;
};

static void
begin(struct rig *r, struct zone *zone, int32_t first)
{
	*r = (struct rig){ .zone = zone, .first = first,
		.start_s = zone_day_of(zone, first).start_s };
	for (int d = 0; d < 2; d++) {
		struct zone_day z = zone_day_of(zone, first + d);

		r->day[d] = (struct hours_day){ first + d, true,
			{ .n = (int)((z.end_s - z.start_s) / HOUR_S) } };
	}
	r->in = (struct availability_input){ .day = r->day, .n = 2,
		.days = { first, first + 1 }, .now_s = INT64_MAX };
}

/* n since the first midnight. */
static struct hour_figures *
hour_at(struct rig *r, int n)
{
	int first = r->day[0].hours.n;

	return n < first ? &r->day[0].hours.hour[n] :
	    &r->day[1].hours.hour[n - first];
}

static void
find(struct rig *r, struct availability *a)
{
	struct hours_list list = { r->day, 2 };
	size_t n = 0;

	availability_lines(r->zone, &list, &r->lines, &n);
	r->in.gaps = (struct gaps_site){ r->zone, { r->lines, n }, { NULL, 0 },
		&r->stream, r->stream.last_s > 0 };
	availability_find(&r->in, a);
	mem_free(r->lines);
	r->lines = NULL;
}

static void
put_states(const struct availability *a, struct buf *out)
{
	static const char letter[] = "SQEDUA";

	for (size_t d = 0; d < a->n_days; d++) {
		if (d > 0)
			buf_putc(out, ' ');
		for (int h = 0; h < a->day[d].n; h++)
			buf_putc(out, letter[a->day[d].state[h]]);
	}
}

static void
test_rows(struct zone *utc)
{
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		const struct row *row = &rows[i];
		struct availability a;
		struct buf got = { 0 };
		struct rig r;
		int64_t sum = 0;

		begin(&r, utc, 20730);
		for (int k = 0; k < MOST_HOURS && row->hour[k].f.flags; k++)
			*hour_at(&r, row->hour[k].hour) = row->hour[k].f;
		if (row->log_to != ALL)
			r.stream = (struct gaps_stream){ r.start_s +
				row->log_from * HOUR_S, r.start_s +
				row->log_to * HOUR_S - 1, false };
		r.in.now_s = r.start_s + row->now * HOUR_S;
		find(&r, &a);
		put_states(&a, &got);
		is_text(buf_text(&got), row->want, "%s", row->name);
		for (int s = 0; s < AVAILABILITY__MAX; s++)
			sum += a.state[s];
		if (sum != 48 || a.hours != row->now)
			ok(false, "%s: the states are all hours", row->name);
		availability_close(&a);
		buf_close(&got);
	}
}

static void
test_sums(struct zone *utc)
{
	struct availability a;
	struct rig r;

	begin(&r, utc, 20730);
	*hour_at(&r, 0) = (struct hour_figures){ .flags = L | S, .hits = 5,
		.errors = 1 };
	*hour_at(&r, 9) = (struct hour_figures){ .flags = L | S |
		HOUR_UNTOLD, .hits = 7 };
	*hour_at(&r, 10) = (struct hour_figures){ .flags = L, .hits = 1 };
	*hour_at(&r, 30) = (struct hour_figures){ .flags = OK | S };
	*hour_at(&r, 47) = (struct hour_figures){ .flags = L | S };
	r.stream = (struct gaps_stream){ r.start_s, r.start_s + 48 * HOUR_S -
		1, false };
	find(&r, &a);
	is_int(a.hours, 48, "all hours are over");
	is_int(a.lines, 4, "coverage: those with lines, not the probe's");
	is_int(a.answered, 4, "answered: those with a success");
	is_int(a.hits * 100 + a.errors, 1301, "requests and errors");
	is_int(a.untold, 1, "of one hour's lines the minutes are not known");
	ok(a.gap_from_s == r.start_s + 11 * HOUR_S && a.gap_to_s ==
	    r.start_s + 30 * HOUR_S,
	    "the longest gap goes over midnight, up to the probe's hour");
	is_int(a.outage_minutes, 0, "there is no outage");
	availability_close(&a);
	availability_close(&a);
	ok(true, "closing twice is no matter");
	r.in.days.to = r.in.days.from - 1;
	find(&r, &a);
	ok(a.n_days == 0 && a.hours == 0, "a period of no day has no hour");
	availability_close(&a);
}

/* Bad minutes [from, to) since the first midnight. */
static void
spoil(struct rig *r, int from, int to)
{
	for (int m = from; m < to; m++)
		hour_at(r, m / 60)->bad |= UINT64_C(1) << m % 60;
}

static void
test_outages(struct zone *utc)
{
	static const struct {
		const char *name;
		int from[2], to[2], minutes, at;
	} run[] = {
		{ "one bad minute", { 61 }, { 62 }, 1, 61 },
		{ "an outage over an hour's end", { 50 }, { 75 }, 25, 50 },
		{ "one over midnight", { 1430 }, { 1500 }, 70, 1430 },
		{ "a minute between ends the run", { 10, 31 }, { 30, 50 }, 20,
		    10 },
		{ "the longest counts", { 10, 31 }, { 30, 52 }, 21, 31 },
		{ "of equal ones the earliest", { 10, 2000 }, { 30, 2020 }, 20,
		    10 },
		{ "two whole days", { 0 }, { 2880 }, 2880, 0 },
	};

	for (size_t i = 0; i < sizeof(run) / sizeof(*run); i++) {
		struct availability a;
		struct rig r;

		begin(&r, utc, 20730);
		spoil(&r, run[i].from[0], run[i].to[0]);
		spoil(&r, run[i].from[1], run[i].to[1]);
		find(&r, &a);
		ok(a.outage_minutes == run[i].minutes && a.outage_at_s ==
		    r.start_s + run[i].at * 60, "%s", run[i].name);
		availability_close(&a);
	}
}

static void
test_clock_changes(void)
{
	static const struct {
		const char *name;
		int month, day, hours;
	} when[] = {
		{ "a day of 23 hours", 3, 29, 23 },
		{ "a day of 25 hours", 10, 25, 25 },
	};
	struct zone *london;
	struct err err;

	if (!zone_open("Europe/London", NULL, &london, &err)) {
		skip("no zone of London");
		return;
	}
	for (int i = 0; i < 2; i++) {
		struct availability a;
		struct rig r;

		begin(&r, london, civil_day(2026, when[i].month,
		    when[i].day));
		spoil(&r, when[i].hours * 60 - 5, when[i].hours * 60 + 5);
		find(&r, &a);
		ok(a.day[0].n == when[i].hours && a.outage_minutes == 10 &&
		    a.outage_at_s == r.start_s + when[i].hours * HOUR_S -
		    300, "%s has as many, and its runs go on", when[i].name);
		availability_close(&a);
	}
	zone_close(london);
}

int
main(void)
{
	struct zone *utc = NULL;
	struct err err;

	if (!zone_open("UTC", NULL, &utc, &err)) {
		printf("Bail out! %s\n", err.text);
		return 1;
	}
	is_text(availability_name(AVAILABILITY_DOWN), "down",
	    "states have names");
	test_rows(utc);
	test_sums(utc);
	test_outages(utc);
	test_clock_changes();
	zone_close(utc);
	return done();
}
