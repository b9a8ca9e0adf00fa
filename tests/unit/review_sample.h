/* SPDX-License-Identifier: MIT */
/* review_sample.h -- a made-up month, as review_load would give it, for tests of what is made of
 * it.  All its texts can be replaced by one, to see where they come out. */
#ifndef TESTS_UNIT_REVIEW_SAMPLE_H
#define TESTS_UNIT_REVIEW_SAMPLE_H

#include "common/civil.h"
#include "publish/review.h"

enum { SAMPLE_DAYS = 31, SAMPLE_KEYS = 4, SAMPLE_MONTHS = 14 };

struct sample {
	struct review r;
	struct review_charts charts;
	struct site site;
	const char *host[2];
	struct zone *zone;
	struct day_figures figures[SAMPLE_DAYS];
	struct review_day day[SAMPLE_DAYS];
	struct report_top page;
	struct tally tally[DIM__MAX][SAMPLE_KEYS];
	struct chart_day chart_day[SAMPLE_DAYS];
	struct chart_strip_day strip[SAMPLE_DAYS];
	struct chart_share share[SAMPLE_DAYS];
	struct chart_time time[SAMPLE_DAYS];
	struct chart_bar bar[REVIEW_SHORT];
	struct review_source source;
	struct review_list list;
};

static inline void
sample_key(struct sample *s, enum dim dim, const char *key, int64_t n)
{
	struct tallies *t = &s->r.show.dims.of[dim];
	struct tally *row = &s->tally[dim][t->n++];

	t->tally = s->tally[dim];
	row->key = span_of(key);
	row->n[TALLY_HITS] = row->n[TALLY_PAGES] = n;
	row->n[TALLY_VISITS] = row->n[TALLY_VISITORS] = n;
	row->n[TALLY_ROBOT_HITS] = n;
	row->n[TALLY_BYTES] = n * 1000;
}

/* text NULL: names as they may be; else that text wherever a log or a list says one. */
static inline void
sample_keys(struct sample *s, const char *text)
{
	static const struct {
		enum dim dim;
		const char *key;
		int64_t n;
	} keys[] = {
		{ DIM_PAGE, "/", 900 }, { DIM_PAGE, "/tin-tuc", 310 },
		{ DIM_ENTRY, "/", 700 }, { DIM_DOWNLOAD, "/a.pdf", 12 },
		{ DIM_SECTION, "tin-tuc", 400 }, { DIM_SECTION, "thu-tuc", 200 },
		{ DIM_SOURCE, "direct", 600 }, { DIM_SOURCE, "search", 400 },
		{ DIM_REFERRER, "bao.example", 40 },
		{ DIM_SEARCH, "lịch tiếp dân", 7 },
		{ DIM_CAMPAIGN, "zalo", 3 }, { DIM_COUNTRY, "VN", 950 },
		{ DIM_COUNTRY, "", 50 }, { DIM_BROWSER, "chrome", 800 },
		{ DIM_SYSTEM, "windows", 700 }, { DIM_DEVICE, "desktop", 700 },
		{ DIM_DEVICE, "phone", 300 },
		{ DIM_BROKEN, "/cu\t/van-ban", 5 }, { DIM_MISSING, "/cu", 9 },
		{ DIM_STATUS, "200", 5000 }, { DIM_STATUS, "500", 2 },
		{ DIM_ROBOT, "examplebot", 60 },
		{ DIM_ROBOT_KIND, "search engine", 60 },
		{ DIM_DOUBT, "no-asset", 21 } };

	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++)
		sample_key(s, keys[i].dim, text != NULL ? text : keys[i].key,
		    keys[i].n);
}

static inline struct day_figures
sample_day(const struct sample *s, int32_t day, int i)
{
	int64_t visits = 20 + i;

	return (struct day_figures){ .day = day,
		.v = { .visits = visits, .visitors = visits - 1,
		    .bounces = 5, .views = visits * 2, .timed = 3,
		    .timed_s = 300, .online_s = visits * 60,
		    .online_peak = 1 + i / 10,
		    .online_peak_at_s = zone_day_of(s->zone, day).start_s +
		    9 * 3600 + 720, .doubt_visits = i == 0 },
		.h = { .hits = visits * 9, .pages = visits * 2,
		    .bytes = visits * 10000, .errors = 1,
		    .robots = visits, .all = visits * 11 } };
}

static inline void
sample_days(struct sample *s, int n)
{
	int32_t first = civil_day(2026, 10, 1);

	for (int i = 0; i < n; i++) {
		struct review_day *d = &s->day[i];

		s->figures[i] = sample_day(s, first + i, i);
		*d = (struct review_day){ .day = first + i,
			.f = &s->figures[i], .n_hours = 24,
			.working = civil_weekday(first + i) < 5,
			.visits = s->figures[i].v.visits,
			.pages = s->figures[i].h.pages };
		for (int h = 0; h < 24; h++)
			d->hour[h] = (struct review_hour){ CHART_SERVED, h,
				h == 9 ? d->visits : 0, 0, 0 };
		s->chart_day[i] = (struct chart_day){ .day = first + i,
			.visits = d->visits, .pages = d->pages };
		s->strip[i] = (struct chart_strip_day){ .day = first + i };
		s->share[i] = (struct chart_share){ first + i, 9, 2, 1 };
		s->time[i] = (struct chart_time){ first + i, 20000, 90000,
			CHART_NONE };
	}
	s->charts.days = (struct chart_days){ s->chart_day, (size_t)n };
	s->charts.strip = (struct chart_strip){ s->strip, (size_t)n };
	s->charts.shares = (struct chart_shares){ s->share, (size_t)n };
	s->charts.times = (struct chart_times){ s->time, (size_t)n, 3000000 };
}

static inline void
sample_sums(struct sample *s)
{
	struct show_figures *f = &s->r.show.show;
	struct day_list list = { s->figures, f->f.n_days };

	f->sums = period_sum(&list, s->r.due, s->zone, s->r.now_s);
	s->r.classes[CLASS_HUMAN] = f->sums.hits;
	s->r.classes[CLASS_ROBOT] = f->sums.robots;
}

static inline void
sample_months(struct sample *s)
{
	for (int i = 0; i < SAMPLE_MONTHS; i++) {
		int year = 2025 + (i + 8) / 12, month = (i + 8) % 12 + 1;
		int32_t first = civil_day(year, month, 1);

		s->r.month[i] = (struct review_month){ .year = year,
			.month = month, .days = { first, first +
			civil_month_days(year, month) - 1 },
			.visits = i == 3 ? REVIEW_NONE : 100 * i,
			.pages = i == 3 ? REVIEW_NONE : 250 * i,
			.days_with_lines = i == 3 ? 0 : 28, .partial = i == 5 };
		if (i > 0)
			s->bar[i - 1] = (struct chart_bar){ .year = year,
				.month = month, .visits = 100 * i };
	}
	s->r.n_months = SAMPLE_MONTHS;
	s->charts.months = (struct chart_bars){ s->bar, REVIEW_SHORT };
}

/* October 2026, over, n days of it with lines; text as of sample_keys. */
static inline void
sample_open(struct sample *s, int n, const char *text)
{
	int32_t first = civil_day(2026, 10, 1);
	struct review *r = &s->r;
	const char *name = text != NULL ? text : "Sở Khoa học";

	memset(s, 0, sizeof(*s));
	if (!zone_open("Asia/Ho_Chi_Minh", NULL, &s->zone, NULL))
		return;
	s->host[0] = text != NULL ? text : "so.example";
	s->site = (struct site){ .id = "so", .name = name, .host = s->host,
		.zone = s->zone, .zone_name = "Asia/Ho_Chi_Minh",
		.office = { 1, { { 450, 690 } } } };
	r->site = &s->site;
	r->kind = PERIOD_KIND_MONTH;
	r->days = r->due = (struct period){ first, first + 30 };
	r->now_s = zone_day_of(s->zone, first + 35).start_s;
	r->show.show = (struct show_figures){ .kind = r->kind, .days = r->days,
		.f = { .site = name, .zone = s->zone, .now_s = r->now_s,
		.gap_s = 1800, .window_s = 300, .day = s->figures,
		.n_days = (size_t)n, .pages = &s->page, .n_pages = 1,
		.dims = &r->show.dims } };
	s->page = (struct report_top){ text != NULL ? text : "/", 900 };
	r->show.show.f.outcomes[OUTCOME_DOWNLOAD] = 12;
	r->show.show.f.outcomes[OUTCOME_PAGE] = 2000;
	sample_days(s, n);
	r->day = s->day;
	r->n_days = (size_t)n;
	sample_keys(s, text);
	sample_sums(s);
	sample_months(s);
	r->coverage = (struct review_coverage){ .known = true, .hours = 744,
		.state = { [CHART_SERVED] = 744 }, .permille = 1000 };
	s->source = (struct review_source){ .path = text != NULL ? text :
		"/var/log/access.log", .format = "combined", .bytes = 12345,
		.lines = { 10, 2 }, .first_s = r->now_s - 9000000,
		.last_s = r->now_s - 90000, .content = "0123456789abcdef" };
	r->source = &s->source;
	r->n_sources = 1;
	s->list = (struct review_list){ text != NULL ? text : "robots",
		text != NULL ? text : "built-in", text != NULL ? text : "1",
		"fedcba98", r->days, 31 };
	r->list = &s->list;
	r->n_lists = 1;
	r->total = (struct review_total){ .unit = "visits",
		.source = text != NULL ? text : "", .by = text != NULL ? text :
		"", .sha256 = "", .known = true, .since_day = first,
		.visits = r->show.show.sums.visits,
		.total = r->show.show.sums.visits };
}

static inline void
sample_close(struct sample *s)
{
	zone_close(s->zone);
}

#endif
