/* SPDX-License-Identifier: MIT */
#include <stdio.h>

#include "common/advance.h"
#include "common/civil.h"
#include "common/number.h"
#include "common/utf8.h"
#include "plots/frame.h"

const char *
frame_word(const struct chart_frame *f, enum chart_word id)
{
	return f->word[id];
}

void
frame_fill(struct buf *out, const struct chart_frame *f, enum chart_word id,
    const char *hole)
{
	const char *text = f->word[id], *at = strstr(text, "{1}");

	if (at == NULL) {
		buf_puts(out, text);
		return;
	}
	buf_add(out, text, (size_t)(at - text));
	buf_puts(out, hole);
	buf_puts(out, at + 3);
}

const char *
frame_month(const struct chart_frame *f, int month)
{
	return f->word[(int)CHART_WORD_JAN + month - 1];
}

const char *
frame_weekday(const struct chart_frame *f, int weekday)
{
	return f->word[(int)CHART_WORD_MON + weekday];
}

void
frame_date(struct buf *out, const struct chart_frame *f, int32_t day,
    bool weekday)
{
	struct civil date = civil_date(day);

	if (weekday)
		buf_printf(out, "%s ",
		    f->word[(int)CHART_WORD_MONDAY + civil_weekday(day)]);
	if (f->lang == LANG_VI)
		buf_printf(out, "%d/%d/%d", date.day, date.month, date.year);
	else
		buf_printf(out, "%d %s %d", date.day, frame_month(f, date.month),
		    date.year);
}

void
frame_hours(struct buf *out, const struct chart_frame *f, int from, int to)
{
	char text[32];

	snprintf(text, sizeof(text), "%d–%d", from, to);
	frame_fill(out, f, CHART_WORD_HOURS_OF, text);
}

void
frame_hundredths(struct buf *out, const struct chart_frame *f, int64_t n)
{
	if (n != 0 && n < 995 && n > -995)
		number_put_tenths(out, (n + 5) / 10, f->lang);
	else
		number_put(out, n / 100 + (n % 100 >= 50), f->lang);
}

void
frame_tip(struct buf *out, size_t from, const char *label, const char *value)
{
	if (out->n > from)
		buf_puts(out, " · ");
	buf_printf(out, "%s: %s", label, value);
}

void
frame_tip_count(struct buf *out, size_t from, const struct chart_frame *f,
    enum chart_word label, int64_t count)
{
	struct buf number = { 0 };

	if (count == CHART_NONE)
		return;
	number_put(&number, count, f->lang);
	frame_tip(out, from, f->word[label], buf_text(&number));
	buf_close(&number);
}

/* ---- widths ---- */

double
frame_width(const char *text, double size, bool bold)
{
	return advance_px(span_of(text), (int)(size * 10), bold) / 10.0;
}

void
frame_cut(const struct script *s, struct buf *out, const char *text,
    const struct script_type *type, double width)
{
	struct buf clean = { 0 };

	script_text(s, &clean, span_of(text));
	if (frame_width(buf_text(&clean), type->size, type->bold) <= width) {
		buf_span(out, buf_view(&clean));
		buf_close(&clean);
		return;
	}
	struct span rest = buf_view(&clean), head = { clean.p, 0 };
	double left = width - frame_width("…", type->size, type->bold);
	int tenths = (int)(type->size * 10);

	while (rest.n > 0) {
		utf8_take(&rest, NULL);
		struct span more = { clean.p, clean.n - rest.n };

		if (advance_px(more, tenths, type->bold) / 10.0 > left)
			break;
		head = more;
	}
	while (head.n > 0 && strchr(" /-", head.p[head.n - 1]) != NULL)
		head.n--;
	buf_span(out, head);
	buf_puts(out, "…");
	buf_close(&clean);
}

bool
frame_place(struct frame_places *p, struct script_box box)
{
	if (p->n == FRAME_PLACES)
		return false;
	for (int i = 0; i < p->n; i++) {
		const struct script_box *t = &p->taken[i];

		if (box.x0 < t->x1 && t->x0 < box.x1 && box.y0 < t->y1 &&
		    t->y0 < box.y1)
			return false;
	}
	p->taken[p->n++] = box;
	return true;
}

struct script_box
frame_box(double x, double y, const struct script_type *type, const char *text)
{
	double w = frame_width(text, type->size, type->bold);
	double left = type->align == SCRIPT_LEFT ? 0 :
	    type->align == SCRIPT_CENTER ? w / 2 : w;

	return (struct script_box){ x - left, y - type->size * 0.6, x - left + w,
		y + type->size * 0.6 };
}
