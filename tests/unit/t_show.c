/* SPDX-License-Identifier: MIT */
/* t_show [--accept]: with it, the golden files are written instead. */
#include "publish/show_page.h"

#include <stdio.h>

#include "common/civil.h"
#include "common/file.h"
#include "publish/escape.h"
#include "tests/tap.h"

enum { DAYS = 40, KEYS = 6 };

static struct zone *hanoi;

struct sample {
	struct show_figures s;
	struct day_figures day[DAYS], then[DAYS];
	struct dims dims;
	struct tally tally[DIM__MAX][KEYS];
};

/* Of a month; of less, a tenth of it. */
static const struct {
	enum dim dim;
	const char *key;
	int64_t n;
} keys[] = {
	{ DIM_DOWNLOAD, "/van-ban/ke-hoach-2026.pdf", 84 },
	{ DIM_DOWNLOAD, "/bieu-mau/don-dang-ky.docx", 31 },
	{ DIM_SECTION, "tin-tuc", 640 },
	{ DIM_SECTION, "thu-tuc", 122 },
	{ DIM_SOURCE, "direct", 410 },
	{ DIM_SOURCE, "search", 298 },
	{ DIM_SOURCE, "government", 57 },
	{ DIM_REFERRER, "google.com", 201 },
	{ DIM_REFERRER, "dichvucong.example", 57 },
	{ DIM_SEARCH, "lịch tiếp dân", 22 },
	{ DIM_CAMPAIGN, "zalo / social / tuyen-truyen", 9 },
	{ DIM_COUNTRY, "VN", 700 },
	{ DIM_COUNTRY, "", 60 },
	{ DIM_COUNTRY, "US", 5 },
	{ DIM_BROWSER, "chrome", 402 },
	{ DIM_BROWSER, "coccoc", 260 },
	{ DIM_BROWSER, "other", 103 },
	{ DIM_SYSTEM, "windows", 480 },
	{ DIM_SYSTEM, "android", 285 },
	{ DIM_DEVICE, "desktop", 480 },
	{ DIM_DEVICE, "phone", 285 },
	{ DIM_HOST, "so.example", 900 },
	{ DIM_HOST, "www.so.example", 60 },
	{ DIM_BROKEN, "/cu/cong-van.aspx\t/van-ban", 12 },
	{ DIM_MISSING, "/cu/cong-van.aspx", 14 },
	{ DIM_ROBOT, "googlebot", 77 },
	{ DIM_ROBOT, "(other)", 13 },
	{ DIM_ROBOT_KIND, "search engine", 77 },
	{ DIM_ROBOT_KIND, "ai crawler", 13 },
	{ DIM_STATUS, "200", 5000 },
	{ DIM_STATUS, "404", 14 },
	{ DIM_SCHEME, "https", 900 },
	{ DIM_SCHEME, "http", 60 },
	{ DIM_IP, "IPv4", 600 },
	{ DIM_IP, "IPv6", 165 },
	{ DIM_DOUBT, "no-asset", 21 },
};

static void
fill_dims(struct sample *s, int64_t part)
{
	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++) {
		struct tallies *t = &s->dims.of[keys[i].dim];
		struct tally *row = &s->tally[keys[i].dim][t->n++];
		int64_t n = keys[i].n / part;

		t->tally = s->tally[keys[i].dim];
		row->key = span_of(keys[i].key);
		row->n[TALLY_HITS] = row->n[TALLY_PAGES] = n;
		row->n[TALLY_VISITS] = row->n[TALLY_ROBOT_HITS] = n;
	}
}

static struct day_figures
sample_day(int32_t day, int i)
{
	int64_t visits = 90 + i * 21 % 67 -
	    (civil_weekday(day) >= 5 ? 57 : 0);
	int64_t at_s = zone_day_of(hanoi, day).start_s + 9 * 3600 + i * 60;

	return (struct day_figures){ .day = day,
		.v = { .visits = visits, .visitors = visits - 2,
		    .bounces = visits * 2 / 5, .views = visits * 3,
		    .timed = visits * 3 / 5, .timed_s = visits * 3 / 5 * 143,
		    .online_s = visits * 612, .online_peak = visits / 18,
		    .online_peak_at_s = at_s, .doubt_visits = visits / 30 },
		.h = { .hits = visits * 23, .pages = visits * 3,
		    .bytes = visits * 1234567, .errors = visits / 9,
		    .robots = visits * 4, .all = visits * 29 } };
}

static const struct report_top pages[] = { { "/", 142 }, { "/van-ban", 77 } };
static const struct report_top entries[] = { { "/", 52 } };

/* n days of October 2026 from the first on, at 10:30 of the last. */
static void
sample(struct sample *s, int n)
{
	int32_t first = civil_day(2026, 10, 1), before = civil_day(2026, 9, 1);

	memset(s, 0, sizeof(*s));
	s->s.f = (struct report_figures){ .site = "so.example", .zone = hanoi,
		.now_s = zone_day_of(hanoi, first + n - 1).start_s + 37800,
		.gap_s = 1800, .window_s = 300, .day = s->day,
		.n_days = (size_t)n, .pages = pages, .n_pages = 2,
		.entries = entries, .n_entries = 1, .dims = &s->dims,
		.robots = "built-in", .robots_sha256 = "0123456789abcdef" };
	s->s.f.outcomes[OUTCOME_DOWNLOAD] = n < 10 ? 15 : 150;
	fill_dims(s, n < 10 ? 10 : 1);
	for (int i = 0; i < n; i++) {
		s->day[i] = sample_day(first + i, i);
		s->then[i] = sample_day(before + i, i + 3);
	}
	s->s.kind = PERIOD_KIND_MONTH;
	s->s.days = (struct period){ first, first + 30 };
	s->s.running = true;
	s->s.uniques = (struct period_uniques){ true, 431, 4, n };

	struct day_list now = { s->day, (size_t)n },
	    then = { s->then, (size_t)n };
	struct period all = { first, first + n - 1 };

	s->s.sums = period_sum(&now, all, hanoi, s->s.f.now_s);
	s->s.before.any = period_match(s->s.days, all.to,
	    (struct period){ before, before + 29 }, &s->s.before.days);
	s->s.before.now = period_sum(&now, s->s.before.days.now, hanoi,
	    s->s.f.now_s);
	s->s.before.then = period_sum(&then, s->s.before.days.then, hanoi,
	    s->s.f.now_s);
	s->s.before.now_uniques = s->s.uniques;
	s->s.before.then_uniques = (struct period_uniques){ true, 512, 4, n };
	s->s.times[PERIOD_TIMES_PAGES] = s->s.times[PERIOD_TIMES_HITS] =
	    s->s.times[PERIOD_TIMES_ALL] = (struct period_times){ 900, 83123,
		612000, 3412000, 884 };
}

/* The same, of its fifth day alone. */
static void
sample_one(struct sample *s)
{
	sample(s, 5);
	s->s.kind = PERIOD_KIND_DAY;
	s->s.f.day = &s->day[4];
	s->s.f.n_days = 1;
	s->s.days = (struct period){ s->day[4].day, s->day[4].day };
	s->s.sums = period_sum(&(struct day_list){ &s->day[4], 1 }, s->s.days,
	    hanoi, s->s.f.now_s);
	s->s.before.any = false;
	s->s.n_hours = 11;
	for (int h = 0; h < 11; h++)
		s->s.hour_pages[h] = h * h;
}

static const char *
page(const struct show_figures *f, enum lang lang, int width, struct buf *out)
{
	struct report_style style = { .lang = lang, .width = width };

	buf_clear(out);
	show_terminal(f, &style, out);
	return buf_text(out);
}

static void
golden(const char *name, const struct show_figures *f, enum lang lang,
    bool accept)
{
	struct buf path = { 0 }, want = { 0 }, got = { 0 };

	page(f, lang, 80, &got);
	buf_printf(&path, "tests/golden/show/%s.txt", name);
	if (accept) {
		struct out o = { 0 };

		out_begin(&o, buf_text(&path), 0644, NULL);
		buf_span(&o.buf, buf_view(&got));
		out_commit(&o, NULL);
		out_close(&o);
	} else {
		file_read(buf_text(&path), 1 << 20, &want, NULL);
		is_text(buf_text(&got), buf_text(&want), "%s is as agreed",
		    name);
	}
	buf_close(&path);
	buf_close(&want);
	buf_close(&got);
}

static bool
is_sound(struct span text, int width)
{
	while (text.n > 0) {
		struct span line = span_cut(&text, '\n'), rest = line;

		if (term_columns(line) > width ||
		    (line.n > 0 && line.p[line.n - 1] == ' ')) {
			diag("%d: \"%.*s\"", width, (int)line.n, line.p);
			return false;
		}
		while (rest.n > 0) {
			bool well;
			uint32_t c = utf8_take(&rest, &well);

			if (!well || c < 0x20 || (c >= 0x7f && c < 0xa0))
				return false;
		}
	}
	return true;
}

static void
test_widths(const char *name, const struct show_figures *f)
{
	struct buf out = { 0 };
	bool sound = true;

	for (int width = 60; width <= 120; width++) {
		page(f, LANG_VI, width, &out);
		sound = sound && is_sound(buf_view(&out), width);
		page(f, LANG_EN, width, &out);
		sound = sound && is_sound(buf_view(&out), width);
	}
	ok(sound, "%s: sound lines, from 60 to 120 columns", name);
	buf_close(&out);
}

static void
has(const struct show_figures *f, enum lang lang, const char *what,
    const char *name)
{
	struct buf out = { 0 };
	bool found = strstr(page(f, lang, 120, &out), what) != NULL;

	ok(found, "%s", name);
	if (!found)
		diag("no \"%s\" in:\n%s", what, buf_text(&out));
	buf_close(&out);
}

static const struct {
	const char *name;
	enum show_row row;
	struct show_amount now, then;
	long long permille; /* -9999: none */
} changes[] = {
	{ "a tenth more is 10 %", SHOW_VISITS, { 110, 1 }, { 100, 1 }, 100 },
	{ "nothing left is -100 %", SHOW_VISITS, { 0, 1 }, { 7, 1 }, -1000 },
	{ "of nothing there is no change", SHOW_VISITS, { 7, 1 }, { 0, 1 },
	    -9999 },
	{ "means are compared, not sums", SHOW_VISITORS, { 300, 30 },
	    { 310, 31 }, 0 },
	{ "shares differ in points", SHOW_BOUNCES, { 1, 2 }, { 1, 4 }, 250 },
	{ "a share of nothing is unknown", SHOW_BOUNCES, { 0, 0 }, { 1, 4 },
	    -9999 },
	{ "a share may begin at nothing", SHOW_ROBOTS, { 1, 10 }, { 0, 10 },
	    100 },
	{ "the greatest figures do not overflow", SHOW_HITS, { INT64_MAX, 1 },
	    { 1, 1 }, 1000000000000000 },
};

static void
test_changes(void)
{
	for (size_t i = 0; i < sizeof(changes) / sizeof(changes[0]); i++) {
		int64_t permille = -9999;

		show_change(changes[i].row, changes[i].now, changes[i].then,
		    &permille);
		is_int(permille, changes[i].permille, "%s", changes[i].name);
	}
}

static void
test_hostile(void)
{
	struct sample s;
	static const char name[] = "/\033[2J\u202e\xff\t\r\n\033]0;x\007";

	sample(&s, 8);
	for (int d = 0; d < DIM__MAX; d++)
		for (size_t i = 0; i < s.dims.of[d].n; i++)
			s.tally[d][i].key = span_of(name);
	s.s.f.site = name;
	test_widths("hostile keys", &s.s);
	has(&s.s, LANG_EN, "/\\x1b[2J\\xe2\\x80\\xae", "they are spelt");
}

static void
test_nothing(void)
{
	struct dims none = { .of = { { .n = 0 } } };
	struct show_figures f = { .f = { .site = "so.example", .zone = hanoi,
		.now_s = 1791340200, .dims = &none },
		.days = { civil_day(2026, 10, 1), civil_day(2026, 10, 31) } };
	struct buf out = { 0 };

	test_widths("nothing", &f);
	has(&f, LANG_VI, "Chưa có số liệu", "nothing is said kindly");
	has(&f, LANG_EN, "truycap update", "with what helps");
	f.any_known = true;
	f.known = (struct period){ civil_day(2026, 8, 1), civil_day(2026, 8, 9) };
	has(&f, LANG_EN, "2026-08-01 to 2026-08-09",
	    "or with what there is instead");
	show_json(&f, &out);
	ok(strstr(buf_text(&out), "\"before\":null") != NULL &&
	    strstr(buf_text(&out), "\"uniques\":null") != NULL,
	    "JSON of nothing has its nulls");
	buf_close(&out);
}

static void
test_absurd(void)
{
	struct sample s;

	sample(&s, 31);
	for (size_t i = 0; i < s.s.f.n_days; i++) {
		struct day_visits *v = &s.day[i].v;

		v->visits = v->visitors = v->bounces = v->views = INT64_MAX;
		v->timed = v->timed_s = v->online_s = INT64_MAX;
		s.day[i].h = (struct day_hits){ INT64_MAX, INT64_MAX, INT64_MAX,
			INT64_MAX, INT64_MAX, INT64_MAX };
	}
	s.s.sums = s.s.before.now = period_sum(&(struct day_list){ s.day, 31 },
	    s.s.days, hanoi, s.s.f.now_s);
	for (int d = 0; d < DIM__MAX; d++)
		for (size_t i = 0; i < s.dims.of[d].n; i++)
			for (int c = 0; c < TALLY__COUNTS; c++)
				s.tally[d][i].n[c] = INT64_MAX;
	test_widths("the greatest figures", &s.s);
}

int
main(int argc, char **argv)
{
	bool accept = argc > 1 && strcmp(argv[1], "--accept") == 0;
	struct err err = { 0 };
	static struct sample s;

	if (!zone_open("+07:00", NULL, &hanoi, &err)) {
		diag("%s", err.text);
		return 1;
	}
	sample(&s, 14);
	golden("vi", &s.s, LANG_VI, accept);
	golden("en", &s.s, LANG_EN, accept);
	test_widths("a running month", &s.s);
	has(&s.s, LANG_VI, "±\u00a00,8\u00a0%", "the estimate has its error");
	has(&s.s, LANG_EN, "first 13 days", "like is compared with like");
	sample_one(&s);
	golden("vi-day", &s.s, LANG_VI, accept);
	golden("en-day", &s.s, LANG_EN, accept);
	test_widths("a running day", &s.s);
	test_changes();
	test_hostile();
	test_nothing();
	test_absurd();
	zone_close(hanoi);
	return done();
}
