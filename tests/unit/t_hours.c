/* SPDX-License-Identifier: MIT */
#include "store/hours.h"

#include <string.h>

#include "aggregate/hours.h"
#include "aggregate/visits.h"
#include "tests/tap.h"
#include "tests/unit/rig.h"

#define START_S INT64_C(1795132800)
enum { HOUR_S = 3600 };

/* ---- a row's bytes ---- */

static struct hours_of_day
full(void)
{
	struct hours_of_day h = { .n = 25 };

	h.hour[0] = (struct hour_figures){ 1, 300, 1, START_S, 5, 0,
		HOUR_LINES | HOUR_SERVED, 0 };
	h.hour[3] = (struct hour_figures){ INT64_C(1) << 45, INT64_C(1) << 45, 127,
		START_S + 4 * HOUR_S - 1, 128, 129, HOUR_UNTOLD,
		(UINT64_C(1) << 60) - 1 };
	h.hour[24] = (struct hour_figures){ .bad = 1 };
	return h;
}

static void
test_bytes(void)
{
	struct hours_of_day h = full(), got;
	struct buf body = { 0 };
	bool cut = false;

	hours_pack(&h, START_S, &body);
	ok(hours_unpack(buf_view(&body), START_S, &got) &&
	    memcmp(&h, &got, sizeof(h)) == 0,
	    "hours are read as they were written");
	ok(body.n < 250, "in few bytes: %zu", body.n);
	for (size_t n = 0; n < body.n; n++)
		cut = cut || hours_unpack((struct span){ body.p, n }, START_S,
		    &got);
	ok(!cut, "what is cut short is damaged");
	buf_putc(&body, '\0');
	ok(!hours_unpack(buf_view(&body), START_S, &got),
	    "and what has more");
	body.p[0] = DAY_HOURS + 1;
	ok(!hours_unpack(buf_view(&body), START_S, &got),
	    "and what has too many hours");
	ok(!hours_unpack(SPAN("\x01\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff"
	    "\x01"), START_S, &got), "and a number of too many bytes");
	ok(!hours_unpack(SPAN("\x01\0\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01"
	    "\0\0\0\0\0"), START_S, &got), "and a count below zero");
	buf_close(&body);
	hours_pack(&(struct hours_of_day){ .n = 0 }, START_S, &body);
	ok(body.n == 1 && hours_unpack(buf_view(&body), START_S, &got) &&
	    got.n == 0, "a day without hours is one byte");
	buf_close(&body);
}

/* ---- rows by class and outcome ---- */

#define H .class = CLASS_HUMAN
#define M .class = CLASS_MONITOR
#define ERROR .outcome = OUTCOME_SERVER_ERROR
#define PAGE .outcome = OUTCOME_PAGE
#define MISSING .outcome = OUTCOME_CLIENT_ERROR

static const struct row {
	const char *name;
	struct hour_row row[3]; /* hits 0 ends them */
	struct hour_figures want;
} rows[] = {
	{ "an hour of nothing has nothing", { { .hits = 0 } }, { .hits = 0 } },
	{ "a page is a line, and served", { { H, PAGE, .hits = 2,
	    .minutes = 6 } }, { .hits = 2, .flags = HOUR_LINES |
	    HOUR_SERVED } },
	{ "a 404 is a line, and not served", { { H, MISSING, .hits = 2 } },
	    { .hits = 2, .flags = HOUR_LINES } },
	{ "a 5xx is a bad minute", { { H, ERROR, .hits = 2, .minutes = 6 } },
	    { .hits = 2, .errors = 2, .flags = HOUR_LINES, .bad = 6 } },
	{ "unless something was served in it, to anybody",
	    { { H, ERROR, .hits = 2, .minutes = 7 }, { M, PAGE, .hits = 9,
	    .minutes = 12 }, { .class = CLASS_EXCLUDED, .outcome =
	    OUTCOME_ASSET, .hits = 1, .minutes = 16 } }, { .hits = 3,
	    .errors = 2, .flags = HOUR_LINES | HOUR_SERVED, .bad = 3 } },
	{ "monitors' requests are no requests", { { M, ERROR, .hits = 3,
	    .minutes = 1 } }, { .flags = HOUR_LINES, .bad = 1 } },
	{ "a HEAD without 2xx or 3xx (1xx) is not served", { { H,
	    .outcome = OUTCOME_OTHER, .hits = 1 } }, { .hits = 1,
	    .flags = HOUR_LINES } },
	{ "the probe's lines are none of the log's", { { M, PAGE, .hits = 1,
	    .minutes = HOUR_BIT_OK | 1 }, { M, ERROR, .hits = 1,
	    .minutes = HOUR_BIT_NONE | HOUR_BIT_ERROR | 2 } },
	    { .flags = HOUR_SERVED | HOUR_PROBE_OK | HOUR_PROBE_NONE |
	    HOUR_PROBE_ERROR, .bad = 2 } },
	{ "beside them others are", { { M, PAGE, .hits = 1,
	    .minutes = HOUR_BIT_OK | 1 }, { H, MISSING, .hits = 1 } },
	    { .hits = 1, .flags = HOUR_SERVED | HOUR_PROBE_OK | HOUR_LINES } },
	{ "of lines without minutes the outcome tells whether it was served",
	    { { H, PAGE, .hits = 1, .minutes = HOUR_BIT_UNTOLD } },
	    { .hits = 1, .flags = HOUR_LINES | HOUR_SERVED | HOUR_UNTOLD } },
	{ "and whether it was not", { { H, ERROR, .hits = 1,
	    .minutes = HOUR_BIT_UNTOLD }, { H, MISSING, .hits = 1,
	    .minutes = HOUR_BIT_UNTOLD } }, { .hits = 2, .errors = 1,
	    .flags = HOUR_LINES | HOUR_UNTOLD } },
};

static void
test_rows(void)
{
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct hour_figures was = { 7, 8, 9, 10, 11, 12, 13, 14 };
		struct hours_of_day h = { .n = 24, .hour = { was } };
		struct hour_figures want = rows[i].want;
		size_t n = 0;

		while (n < 3 && rows[i].row[n].hits > 0)
			n++;
		hours_add_rows(&h, rows[i].row, n);
		want.visits = 7;
		want.online_s = 8;
		want.peak = 9;
		want.peak_at_s = 10;
		ok(memcmp(&h.hour[0], &want, sizeof(want)) == 0, "%s",
		    rows[i].name);
	}
}

static void
test_late_hour(void)
{
	struct hours_of_day h = { .n = 24 };
	struct hour_row row[] = { { .hour = 24, .hits = 1 },
		{ .hour = 60000, .hits = 2 } };

	hours_add_rows(&h, row, 2);
	ok(h.n == DAY_HOURS && h.hour[24].hits == 1 &&
	    h.hour[DAY_HOURS - 1].hits == 2,
	    "an hour beyond the day's is kept, one beyond all in the last");
}

/* ---- visits and who was online ---- */

enum { V = 1800, W = 300, VISITORS = 12, DAYS = 3 };

/* Days of 24, 25 and 23 h. */
static const struct zone_day day[DAYS] = {
	{ 100, START_S, START_S + 24 * HOUR_S },
	{ 101, START_S + 24 * HOUR_S, START_S + 49 * HOUR_S },
	{ 102, START_S + 49 * HOUR_S, START_S + 72 * HOUR_S } };

/* One view after the other of each visitor: spans of one view, some of more. */
static size_t
random_spans(uint64_t *seed, struct visit_span *out)
{
	size_t n = 0;

	for (unsigned v = 0; v < VISITORS; v++) {
		int64_t at_s = START_S + (int64_t)chance(seed, 30000);
		int d = 0;

		while (at_s < day[DAYS - 1].end_s) {
			int64_t end_s = at_s + (int64_t)chance(seed, 900);
			struct view_span s = { .entry.at_s = at_s,
				.views = 2 };

			while (at_s >= day[d].end_s)
				d++;
			s.exit.at_s = end_s < day[d].end_s ? end_s :
			    day[d].end_s - 1;
			out[n++] = (struct visit_span){ .key = rig_key(v),
				.day = day[d].day, .span = s };
			at_s = end_s + W + 1 + (int64_t)chance(seed, 9000);
		}
	}
	rig_sort(out, n);
	return n;
}

static struct hour_figures
slow_hour(const struct visit_span *s, size_t n, int64_t from_s, int64_t to_s)
{
	struct hour_figures f = { 0 };

	for (size_t i = 0; i < n; i++)
		f.visits += s[i].span.entry.at_s >= from_s &&
		    s[i].span.entry.at_s < to_s && (i == 0 ||
		    memcmp(&s[i].key, &s[i - 1].key, sizeof(s->key)) != 0 ||
		    s[i].span.entry.at_s - s[i - 1].span.exit.at_s > V);
	for (int64_t at = from_s; at < to_s; at++) {
		int64_t online = 0;

		/* Spans of one visitor are more than W apart, but at midnight. */
		for (size_t i = 0; i < n; i++)
			online += s[i].span.entry.at_s <= at &&
			    at < s[i].span.exit.at_s + W && (i + 1 == n ||
			    memcmp(&s[i].key, &s[i + 1].key,
			    sizeof(s->key)) != 0 ||
			    s[i + 1].span.entry.at_s > at);
		f.online_s += online;
		if (online > f.peak) {
			f.peak = online;
			f.peak_at_s = at;
		}
	}
	return f;
}

static bool
is_day(const struct hours_of_day *h, const struct day_visits *v)
{
	struct hour_figures sum = { 0 };

	for (int i = 0; i < h->n; i++) {
		sum.visits += h->hour[i].visits;
		sum.online_s += h->hour[i].online_s;
		if (h->hour[i].peak > sum.peak) {
			sum.peak = h->hour[i].peak;
			sum.peak_at_s = h->hour[i].peak_at_s;
		}
	}
	return sum.visits == v->visits && sum.online_s == v->online_s &&
	    sum.peak == v->online_peak && sum.peak_at_s ==
	    v->online_peak_at_s;
}

static bool
random_round(uint64_t seed)
{
	static struct visit_span span[VISITORS * 400];
	struct visits_input in = { .span = span, .n = random_spans(&seed,
		span), .gap_s = V, .window_s = W };
	struct hours_of_day hours[DAYS];
	struct day_visits v[DAYS], plain[DAYS];
	struct visits_days days = { day, DAYS, hours };

	visits_derive(&in, &days, v, NULL);
	for (int d = 0; d < DAYS; d++) {
		if (!is_day(&hours[d], &v[d]) ||
		    hours[d].n != (day[d].end_s - day[d].start_s) / HOUR_S)
			return false;
		for (int h = 0; h < hours[d].n; h++) {
			int64_t at_s = day[d].start_s + h * HOUR_S;
			struct hour_figures want = slow_hour(span, in.n, at_s,
			    at_s + HOUR_S);

			if (memcmp(&want, &hours[d].hour[h],
			    sizeof(want)) != 0)
				return false;
		}
	}
	days.hours = NULL;
	visits_derive(&in, &days, plain, NULL);
	return memcmp(v, plain, sizeof(v)) == 0;
}

int
main(void)
{
	bool good = true;

	test_bytes();
	test_rows();
	test_late_hour();
	for (uint64_t i = 1; good && i <= 4; i++)
		if (!(good = random_round(i)))
			diag("seed %llu", (unsigned long long)i);
	ok(good, "hours are as second by second, and add up to their day");
	return done();
}
