/* SPDX-License-Identifier: MIT */
/* widget_view.h -- the widget's figures, put into words once for all its forms. */
#ifndef PUBLISH_WIDGET_VIEW_H
#define PUBLISH_WIDGET_VIEW_H

#include "common/mem.h"
#include "publish/messages.h"
#include "publish/widget.h"

/* Figure, its key in the JSON and in data-k.  The first seven are the counters. */
#define FIGURE_TABLE(X)                                                        \
	X(ONLINE, online)                                                      \
	X(TODAY, today)                                                        \
	X(YESTERDAY, yesterday)                                                \
	X(WEEK, week)                                                          \
	X(MONTH, month)                                                        \
	X(YEAR, year)                                                          \
	X(TOTAL, total)                                                        \
	X(OPEN, open)                                                          \
	X(OPENING, opening_balance)

enum figure {
#define X(id, key) FIGURE_##id,
	FIGURE_TABLE(X)
#undef X
	FIGURE__MAX
};
enum { FIGURE__COUNTERS = FIGURE_TOTAL + 1 };

struct widget_figure {
	const char *key;
	const char *label; /* "Hôm nay" */
	const char *shown; /* "3.540"; "–" when unknown */
	int64_t n;
	bool known;
};

/* Texts live in the arena, and are plain: not escaped.  None is NULL but where it
 * says so. */
struct widget_view {
	const struct site *site;
	const struct widget_figures *f;
	enum lang lang;
	struct widget_figure figure[FIGURE__MAX];
	const char *host;      /* first host, or the site's id */
	const char *place;     /* "/thong-ke/", or "" for beside the page */
	const char *unit_name; /* "visits": for machines */
	const char *unit;      /* "lượt truy cập" */
	const char *unit_line; /* "Đơn vị: lượt truy cập" */
	const char *within;    /* "trong 5 phút gần nhất" */
	const char *since;     /* "tính từ 01/04/2020", or "" */
	const char *as_of;     /* "14:15 14/05/2021", or that there is none */
	const char *about_online, *about_unit; /* definitions, a sentence each */
	const char *generated_stamp;
	const char *as_of_stamp; /* NULL: never */
	const char *since_stamp; /* NULL: nothing counted */
	struct arena arena;
};

/* site and f must outlive it. */
void widget_view_open(struct widget_view *v, const struct site *site,
    const struct widget_figures *f);
void widget_view_close(struct widget_view *v);

/* The notes that hold now, as a bit mask of 1 (stale) and 2 (incomplete). */
enum { NOTE_STALE = 1, NOTE_INCOMPLETE = 2 };
unsigned widget_notes(const struct widget_view *v);

/* The forms; each appends a whole file, not padded. */
void widget_put_json(const struct widget_view *v, struct buf *out);
void widget_put_html(const struct widget_view *v, struct buf *out);
void widget_put_frame(const struct widget_view *v, struct buf *out);
void widget_put_text(const struct widget_view *v, struct buf *out);
void widget_put_svg(const struct widget_view *v, struct buf *out);
void widget_put_badge(const struct widget_view *v, enum figure which,
    struct buf *out);

#endif
