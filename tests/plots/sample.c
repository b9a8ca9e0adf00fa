/* SPDX-License-Identifier: MIT */
/* Scripts of sample charts, one after another:
 *
 *     sample FORM THEME LANG WIDTH CASE [CHART]
 *
 * FORM svg, png, pdf; THEME light, dark, print, page; LANG vi, en; CASE and CHART: a name
 * that is told where it is wrong.  Each draws CHART.FORM; with "tips" as FORM the
 * tooltips are printed instead.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "plots/chart.h"
#include "publish/chart_words.h"
#include "tests/plots/figures.h"

static const char *const forms[] = { "svg", "png", "pdf", "tips" };
static const char *const themes[] = { "light", "dark", "print", "page" };
static const char *const langs[] = { "vi", "en" };

#define SAMPLE_TABLE(X)                                                        \
	X(days, "Lượt truy cập theo ngày – Tháng 4/2021",                      \
	    "Visits by day – April 2021")                                      \
	X(week, "Giờ trong ngày và ngày trong tuần", "Hours and weekdays")     \
	X(bars, "So sánh 13 tháng", "Thirteen months")                         \
	X(years, "Năm năm gần đây", "The last five years")                     \
	X(online, "Số người đang trực tuyến theo giờ", "Online by hour")       \
	X(strip, "Lịch hoạt động của trang", "When the site was up")           \
	X(rows, "Chuyên mục được xem nhiều nhất", "Most seen sections")        \
	X(shares, "Ai gửi yêu cầu", "Whose requests")                          \
	X(times, "Thời gian phản hồi", "Response times")                       \
	X(ranks, "Xếp hạng qua các năm", "Ranks over the years")               \
	X(spark, "Xu hướng", "Trend")

static const struct {
	const char *name, *title[2];
} charts[] = {
#define X(name, vi, en) { #name, { vi, en } },
	SAMPLE_TABLE(X)
#undef X
};
enum {
#define X(name, vi, en) CHART_##name,
	SAMPLE_TABLE(X)
#undef X
	CHARTS
};

static unsigned
one_of(const char *word, const char *const names[], unsigned n)
{
	for (unsigned i = 0; i < n; i++)
		if (strcmp(word, names[i]) == 0)
			return i;
	fprintf(stderr, "sample: %s is none of", word);
	for (unsigned i = 0; i < n; i++)
		fprintf(stderr, " %s", names[i]);
	fputc('\n', stderr);
	exit(64);
}

static void
draw(struct script *s, int chart, const struct chart_frame *frame,
    const struct figures *f)
{
	switch (chart) {
	case CHART_days:
		chart_days(s, frame, &(struct chart_days){ f->day, f->n });
		break;
	case CHART_week:
		chart_week(s, frame, &f->week);
		break;
	case CHART_bars:
		chart_bars(s, frame, &(struct chart_bars){ f->bar, 13 });
		break;
	case CHART_years:
		chart_bars(s, frame, &(struct chart_bars){ f->year, 5 });
		break;
	case CHART_online:
		chart_online(s, frame, &f->online);
		break;
	case CHART_strip:
		chart_strip(s, frame, &(struct chart_strip){ f->strip, f->n });
		break;
	case CHART_rows:
		chart_rows(s, frame, &(struct chart_rows){ f->row, 12, NULL });
		break;
	case CHART_shares:
		chart_shares(s, frame, &(struct chart_shares){ f->share, f->n });
		break;
	case CHART_times:
		chart_times(s, frame, &(struct chart_times){ f->time, f->n,
		    3000000 });
		break;
	case CHART_ranks:
		chart_ranks(s, frame, &figures_ranks);
		break;
	case CHART_spark:
		chart_spark(s, frame, &(struct chart_spark){ f->spark, 13 });
		break;
	}
}

static void
print_tips(const struct script *s, const char *chart)
{
	for (size_t i = 0; i < s->tips_n; i++)
		printf("%s %zu %s\n", chart, i, script_tip_text(s, i));
}

int
main(int argc, char *argv[])
{
	static struct figures f;
	struct script s = { 0 };
	const char *word[CHART_WORD__MAX];

	if (argc < 6) {
		fputs("usage: sample FORM THEME LANG WIDTH CASE [CHART]\n", stderr);
		return 64;
	}
	unsigned form = one_of(argv[1], forms, 4);
	enum draw_theme theme = one_of(argv[2], themes, 4);
	enum lang lang = one_of(argv[3], langs, 2);
	figures_make(&f, one_of(argv[5], figures_name, FIGURES__MAX), lang);
	chart_words(word, lang);
	for (int i = 0; i < CHARTS; i++) {
		char output[40];

		if (argc > 6 && strcmp(argv[6], charts[i].name) != 0)
			continue;
		snprintf(output, sizeof(output), "%s.%s", charts[i].name,
		    forms[form % 3]);
		struct chart_frame frame = { charts[i].name, charts[i].title[lang],
			f.of == FIGURES_HOSTILE ? "it's `id` ]]> \xff" :
			lang == LANG_VI ? "4.118 lượt truy cập, 10.835 lượt xem trang; "
			"bình quân 137 lượt mỗi ngày" :
			"4,118 visits, 10,835 page views; 137 visits a day on average",
			lang == LANG_VI ? "Nguồn: nhật ký máy chủ web; số liệu mẫu" :
			"Source: web server logs; sample figures", lang, word };
		struct script_page page = { form % 3, theme, NULL, atoi(argv[4]), 0,
			output };

		if (i == CHART_spark) {
			page.width = 160;
			page.height = 36;
		}
		script_begin(&s, &page);
		draw(&s, i, &frame, &f);
		if (form == 3)
			print_tips(&s, charts[i].name);
		else
			fwrite(s.out.p, 1, s.out.n, stdout);
	}
	script_close(&s);
	return 0;
}
