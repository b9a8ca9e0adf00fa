/* SPDX-License-Identifier: MIT */
#include "tests/plots/figures.h"

#include <string.h>

#include "common/civil.h"
#include "publish/chart_words.h"

const char *const figures_name[FIGURES__MAX] = {
#define X(id, name) [FIGURES_##id] = name,
	FIGURES_CASE_TABLE(X)
#undef X
};

static const struct chart_rank par[] = { { 2016, 13, 19 }, { 2017, 12, 19 },
	{ 2018, 14, 19 }, { 2019, 8, 19 }, { 2020, 6, 19 } };
static const struct chart_rank digital[] = { { 2019, 14, 23 }, { 2020, 5, 23 } };
static const struct chart_rank ddci[] = { { 2018, 33, 34 }, { 2019, 23, 34 },
	{ 2020, 6, 23 } };
static const struct chart_index indexes[] = {
	{ "Cải cách hành chính", par, 5 }, { "Chính quyền điện tử", digital, 2 },
	{ "Năng lực cạnh tranh (DDCI)", ddci, 3 } };
const struct chart_ranks figures_ranks = { indexes, 3 };

/* Chance that is the same everywhere: 0..n-1. */
static int64_t
chance(uint32_t *seed, int64_t n)
{
	*seed = *seed * 1664525u + 1013904223u;
	return (int64_t)(*seed >> 8) % n;
}

/* What a figure becomes in a case. */
static int64_t
figure(const struct figures *f, int64_t n)
{
	return f->of == FIGURES_ZERO ? 0 : f->of == FIGURES_UNKNOWN ? CHART_NONE :
	    f->of == FIGURES_HUGE ? n * 31415927 : n;
}

static const char *
holiday(enum lang lang, struct civil d)
{
	static const struct {
		int month, day;
		const char *name[LANG__MAX];
	} days[] = { { 1, 1, { "Tết Dương lịch", "New Year" } },
		{ 2, 11, { "Tết", "Tet" } }, { 2, 12, { "Tết", "Tet" } },
		{ 2, 13, { "Tết", "Tet" } }, { 2, 14, { "Tết", "Tet" } },
		{ 4, 21, { "Giỗ Tổ", "Hung Kings" } },
		{ 4, 30, { "30/4", "Reunification" } },
		{ 5, 1, { "1/5", "Labour Day" } },
		{ 9, 2, { "Quốc khánh", "National Day" } },
		{ 9, 3, { "Quốc khánh", "National Day" } } };

	for (size_t i = 0; i < sizeof(days) / sizeof(days[0]); i++)
		if (days[i].month == d.month && days[i].day == d.day)
			return days[i].name[lang];
	return NULL;
}

static void
make_days(struct figures *f, enum lang lang)
{
	int32_t first = civil_day(2021, f->of == FIGURES_YEAR ? 1 : 4, 1);
	uint32_t seed = 2021;

	f->n = f->of == FIGURES_YEAR ? 365 : f->of == FIGURES_DAY ? 1 : 30;
	for (size_t i = 0; i < f->n; i++) {
		int32_t day = first + (int32_t)i;
		bool rest = civil_weekday(day) >= 5;
		const char *name = holiday(lang, civil_date(day));
		int64_t n = (rest || name != NULL ? 52 : 140) + chance(&seed, 40) +
		    (f->of == FIGURES_YEAR ? (int64_t)i / 3 : 0);

		f->day[i] = (struct chart_day){ .day = day, .holiday = name,
			.visits = figure(f, n),
			.pages = figure(f, n * (22 + chance(&seed, 9)) / 10) };
		f->share[i] = (struct chart_share){ day, figure(f, n * 11),
			figure(f, n * 4 + 300 + chance(&seed, 400)),
			figure(f, 20 + chance(&seed, 60)) };
		f->time[i] = (struct chart_time){ day,
			figure(f, 38000 + chance(&seed, 15000)),
			figure(f, 420000 + chance(&seed, 300000)),
			figure(f, 1400000 + chance(&seed, 2400000)) };
	}
	if (f->of == FIGURES_RUNNING) {
		f->day[5].partial = true;
		f->day[19].running = true;
		for (size_t i = 0; i < f->n; i++) {
			if (i < 20 && i != 9 && i != 10)
				continue;
			f->day[i].visits = f->day[i].pages = CHART_NONE;
			f->share[i].people = CHART_NONE;
			f->time[i].p50_us = f->time[i].p95_us = f->time[i].p99_us =
			    CHART_NONE;
		}
	}
	if (f->of == FIGURES_HOSTILE)
		f->day[20].holiday = "'`id` $x @y \\n %s {^2} <b> ]]> &#x41;";
}

static void
make_hours(struct figures *f)
{
	static const int curve[CHART_HOURS] = { 22, 10, 6, 4, 4, 8, 28, 72, 160, 190,
		150, 105, 48, 92, 150, 165, 148, 96, 55, 48, 60, 62, 48, 34 };
	uint32_t seed = 11;

	for (int d = 0; d < 7; d++) {
		int64_t total = 0;

		for (int h = 0; h < CHART_HOURS; h++) {
			int64_t n = curve[h] * (d < 5 ? 10 :
			    h < 8 || h > 17 ? 9 : 3) * (80 + chance(&seed, 40)) / 100;

			f->week.mean[d][h] = figure(f, n < 60 && d > 3 ? 0 : n);
			total += n;
		}
		f->week.total[d] = figure(f, total);
		f->week.office[d] = d < 5 ? 0xf80u | 0x1e000u : 0;
	}
	for (int h = 0; h < CHART_HOURS; h++) {
		f->online.median[h] = figure(f, curve[h] * 3);
		f->online.low[h] = figure(f, curve[h] * 1);
		f->online.high[h] = figure(f, curve[h] * 5);
		f->online.most[h] = figure(f,
		    (curve[h] * 8 / 100 + 1 + chance(&seed, 3)) * 100);
	}
	f->online.office = 0xf80u | 0x1e000u;
	if (f->of == FIGURES_RUNNING) {
		f->week.total[6] = CHART_NONE;
		for (int h = 0; h < CHART_HOURS; h++)
			f->week.mean[6][h] = CHART_NONE;
		f->online.median[3] = f->online.low[3] = f->online.high[3] =
		    f->online.most[3] = CHART_NONE;
	}
}

static void
make_months(struct figures *f)
{
	static const int visits[13] = { 310, 420, 560, 610, 540, 720, 905, 1010,
		1180, 1420, 1120, 2905, 4118 };
	static const int years[5] = { 1210, 9800, 18760, 30100, 12983 };

	for (int i = 0; i < 13; i++) {
		f->bar[i] = (struct chart_bar){ 2020 + (i + 3) / 12, (i + 3) % 12 + 1,
			figure(f, visits[i]), i == 12 ? CHART_BAR_THIS : i == 0 ?
			CHART_BAR_YEAR_AGO : CHART_BAR_REST, i == 10, false };
		f->spark[i] = f->bar[i].visits;
	}
	for (int i = 0; i < 5; i++)
		f->year[i] = (struct chart_bar){ 2017 + i, 0, figure(f, years[i]),
			i == 4 ? CHART_BAR_THIS : CHART_BAR_REST, i == 4, i == 4 };
	if (f->of == FIGURES_RUNNING) {
		f->bar[4].visits = f->spark[4] = CHART_NONE;
		f->bar[12].partial = f->bar[12].running = true;
	}
}

static void
make_strip(struct figures *f)
{
	for (size_t i = 0; i < f->n; i++) {
		struct chart_strip_day *s = &f->strip[i];

		s->day = f->day[i].day;
		for (int h = 0; h < CHART_HOURS; h++)
			s->state[h] = (uint8_t)(f->of == FIGURES_UNKNOWN ?
			    CHART_NO_LOG : f->of == FIGURES_ZERO ? CHART_QUIET :
			    (i * 7 + (size_t)h) % 53 == 3 && h < 6 ? CHART_QUIET :
			    i % 30 == 5 && h < 6 ? CHART_NO_LOG :
			    i % 30 == 8 && h == 22 ? CHART_ERRORS :
			    i % 30 == 17 && h >= 2 && h < 9 ? CHART_DOWN :
			    i % 30 == 17 && h == 9 ? CHART_ERRORS :
			    i % 30 == 26 && (h == 15 || h == 16) ? CHART_ERRORS :
			    f->of == FIGURES_RUNNING && (i > 19 ||
			    (i == 19 && h > 14)) ? CHART_AHEAD : CHART_SERVED);
	}
}

static void
make_rows(struct figures *f)
{
	static const char *const fine[12] = { "Tin tức – sự kiện",
		"Văn bản chỉ đạo điều hành", "Thủ tục hành chính", "Trang chủ",
		"Nghiên cứu khoa học", ("Lịch công tác của lãnh đạo Sở Khoa học và "
		"Công nghệ tỉnh, các đơn vị trực thuộc"), "Tra cứu", "Thư viện số",
		"Hỏi – đáp", "Nông lịch", "العربية", "🏛️ 한국어 日本語" };
	static const char *const hostile[12] = { "`touch /tmp/x`", "d'Alembert's ''",
		"$(id) ${x} @x {/Bold b} a_b^c", "]]> <script>alert(1)</script>",
		"&#x41; &amp; &lt;", "\\n \\t \\\\ %s %d %5.2f", "EOD\nEND\nset x",
		"\xff\xfe\xc0\xaf", "\u202e\u2066tfel\u2069", ("a\u0301\u0302\u0303"
		"\u0304\u0305\u0306\u0307\u0308"), "\1\33[31m", "" };
	static const int counts[12] = { 1213, 871, 702, 655, 421, 318, 204, 151, 88,
		61, 12, 1 };

	for (int i = 0; i < 12; i++)
		f->row[i] = (struct chart_row){ f->of == FIGURES_HOSTILE ?
			hostile[i] : fine[i], figure(f, counts[i]),
			f->of == FIGURES_ZERO || f->of == FIGURES_UNKNOWN ?
			CHART_NONE : counts[i] * 1000 / 4118 };
}

static void
make_frames(struct figures *f)
{
	static const struct {
		const char *name, *title[LANG__MAX];
		enum draw_kind kind;
	} charts[FIGURES_CHARTS] = {
#define X(name, kind, vi, en) { #name, { vi, en }, DRAW_##kind },
		FIGURES_CHART_TABLE(X)
#undef X
	};
	static const char *const subtitle[] = { "4.118 lượt truy cập, 10.835 lượt "
		"xem trang; bình quân 137 lượt mỗi ngày", "4,118 visits, 10,835 page "
		"views; 137 visits a day on average" };
	static const char *const source[] = { "Nguồn: nhật ký máy chủ web; số liệu "
		"mẫu", "Source: web server logs; sample figures" };
	const void *const data[FIGURES_CHARTS] = { &f->days, &f->week, &f->bars,
		&f->years, &f->online, &f->stripes, &f->rows, &f->shares, &f->times,
		&figures_ranks, &f->sparks };

	chart_words(f->word, f->lang);
	for (int i = 0; i < FIGURES_CHARTS; i++) {
		f->frame[i] = (struct chart_frame){ charts[i].name,
			charts[i].title[f->lang], f->of == FIGURES_HOSTILE ?
			"it's `id` ]]> \xff" : subtitle[f->lang], source[f->lang],
			f->lang, f->word };
		f->request[i] = (struct draw_request){ .kind = charts[i].kind,
			.frame = &f->frame[i], .data = data[i] };
	}
	f->request[FIGURES_CHART_spark].width = 160;
	f->request[FIGURES_CHART_spark].height = 36;
}

void
figures_make(struct figures *f, enum figures_case of, enum lang lang)
{
	memset(f, 0, sizeof(*f));
	f->of = of;
	f->lang = lang;
	make_days(f, lang);
	make_hours(f);
	make_months(f);
	make_strip(f);
	make_rows(f);
	f->days = (struct chart_days){ f->day, f->n };
	f->bars = (struct chart_bars){ f->bar, 13 };
	f->years = (struct chart_bars){ f->year, 5 };
	f->stripes = (struct chart_strip){ f->strip, f->n };
	f->rows = (struct chart_rows){ f->row, 12, NULL };
	f->shares = (struct chart_shares){ f->share, f->n };
	f->times = (struct chart_times){ f->time, f->n, 3000000 };
	f->sparks = (struct chart_spark){ f->spark, 13 };
	make_frames(f);
}
