/* SPDX-License-Identifier: MIT */
/* figures.h -- sample figures of each chart, for pictures and tests. */
#ifndef TESTS_PLOTS_FIGURES_H
#define TESTS_PLOTS_FIGURES_H

#include "plots/draw.h"

#define FIGURES_CASE_TABLE(X)                                                  \
	X(MONTH, "month")     /* a month of a small site */                    \
	X(RUNNING, "running") /* one that is not over, with gaps */            \
	X(YEAR, "year")                                                        \
	X(DAY, "day")                                                          \
	X(ZERO, "zero")       /* nobody came */                                \
	X(UNKNOWN, "unknown") /* nothing is known */                           \
	X(HUGE, "huge")       /* thousands of millions, and more */            \
	X(HOSTILE, "hostile") /* texts that are no friends */

enum figures_case {
#define X(id, name) FIGURES_##id,
	FIGURES_CASE_TABLE(X)
#undef X
	FIGURES__MAX
};
extern const char *const figures_name[FIGURES__MAX];

enum { FIGURES_DAYS = 366 };

/* X(name, kind, Vietnamese title, English title) */
#define FIGURES_CHART_TABLE(X)                                                 \
	X(days, DAYS, "Lượt truy cập theo ngày – Tháng 4/2021",                \
	    "Visits by day – April 2021")                                      \
	X(week, WEEK, "Giờ trong ngày và ngày trong tuần",                     \
	    "Hours and weekdays")                                              \
	X(bars, BARS, "So sánh 13 tháng", "Thirteen months")                   \
	X(years, BARS, "Năm năm gần đây", "The last five years")               \
	X(online, ONLINE, "Số người đang trực tuyến theo giờ",                 \
	    "Online by hour")                                                  \
	X(strip, STRIP, "Lịch hoạt động của trang", "When the site was up")    \
	X(rows, ROWS, "Chuyên mục được xem nhiều nhất", "Most seen sections")  \
	X(shares, SHARES, "Ai gửi yêu cầu", "Whose requests")                  \
	X(times, TIMES, "Thời gian phản hồi", "Response times")                \
	X(ranks, RANKS, "Xếp hạng qua các năm", "Ranks over the years")        \
	X(spark, SPARK, "Xu hướng", "Trend")
enum {
#define X(name, kind, vi, en) FIGURES_CHART_##name,
	FIGURES_CHART_TABLE(X)
#undef X
	FIGURES_CHARTS
};

struct figures {
	enum figures_case of;
	size_t n; /* days */
	struct chart_day day[FIGURES_DAYS];
	struct chart_week week;
	struct chart_bar bar[13], year[5];
	struct chart_online online;
	struct chart_strip_day strip[FIGURES_DAYS];
	struct chart_row row[12];
	struct chart_share share[FIGURES_DAYS];
	struct chart_time time[FIGURES_DAYS];
	int64_t spark[13];
	enum lang lang;
	const char *word[CHART_WORD__MAX];
	/* Of each chart: */
	struct chart_days days;
	struct chart_bars bars, years;
	struct chart_strip stripes;
	struct chart_rows rows;
	struct chart_shares shares;
	struct chart_times times;
	struct chart_spark sparks;
	struct chart_frame frame[FIGURES_CHARTS];
	struct draw_request request[FIGURES_CHARTS]; /* kind, frame, data, size */
};

/* The same whatever the case. */
extern const struct chart_ranks figures_ranks;

/* f must stay where it is. */
void figures_make(struct figures *f, enum figures_case of, enum lang lang);

#endif
