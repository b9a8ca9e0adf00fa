/* SPDX-License-Identifier: MIT */
/* report_text.c -- figures as texts, kept in the page's arena. */
#include "common/civil.h"
#include "common/number.h"
#include "publish/duration.h"
#include "publish/escape.h"
#include "publish/report_page.h"

/* The buffer's text moves into the arena. */
static const char *
keep(struct report_page *p, struct buf *b)
{
	const char *text = arena_dup(&p->arena, buf_text(b), b->n);

	buf_close(b);
	return text;
}

const char *
page_number(struct report_page *p, int64_t n)
{
	struct buf b = { 0 };

	number_put(&b, n, p->lang);
	return keep(p, &b);
}

const char *
page_ratio(struct report_page *p, int64_t a, int64_t b)
{
	struct buf text = { 0 };

	if (b <= 0)
		return "–";
	int64_t permille = number_permille(a, b);
	int64_t hundredths = permille / 10 + (permille % 10 >= 5);

	if (hundredths == 0 && a > 0) { /* what is there is not nothing */
		buf_puts(&text, p->lang == LANG_VI ? "<0,01" : "<0.01");
	} else if (hundredths >= 10000) {
		number_put(&text, permille / 1000 + (permille % 1000 >= 500),
		    p->lang);
	} else if (hundredths >= 1000) {
		number_put_tenths(&text, permille / 100 +
		    (permille % 100 >= 50), p->lang);
	} else {
		buf_printf(&text, "%d%c%02d", (int)(hundredths / 100),
		    p->lang == LANG_VI ? ',' : '.', (int)(hundredths % 100));
	}
	return keep(p, &text);
}

const char *
page_percent(struct report_page *p, int64_t part, int64_t whole)
{
	struct buf b = { 0 };

	if (whole <= 0)
		return "–";
	int64_t permille = number_permille(part, whole);

	/* What is there is not nothing, and what lacks something is not all. */
	if (permille == 0 && part > 0) {
		buf_putc(&b, '<');
		permille = 1;
	} else if (permille == 1000 && part < whole) {
		buf_putc(&b, '>');
		permille = 999;
	}
	number_put_percent(&b, permille, p->lang);
	return keep(p, &b);
}

const char *
page_bytes(struct report_page *p, int64_t bytes)
{
	static const char *const unit[] = { "B", "KB", "MB", "GB", "TB", "PB",
		"EB" };
	struct buf b = { 0 };
	double n = (double)bytes;
	size_t u = 0;

	/* 1,023.95 would be shown as 1,024.0 of the lesser unit. */
	for (; n >= 1023.95 && u + 1 < sizeof(unit) / sizeof(unit[0]); u++)
		n /= 1024;
	if (u == 0)
		number_put(&b, bytes, p->lang);
	else
		number_put_tenths(&b, (int64_t)(n * 10 + 0.5), p->lang);
	buf_printf(&b, "\xc2\xa0%s", unit[u]);
	return keep(p, &b);
}

const char *
page_duration(struct report_page *p, int64_t s)
{
	struct buf b = { 0 };

	duration_put(&b, s, p->lang);
	return keep(p, &b);
}

const char *
page_short(struct report_page *p, int64_t s)
{
	if (s >= 3600)
		return page_text(p, MSG_SHORT_HOURS, page_number(p, s / 3600),
		    page_number(p, s % 3600 / 60));
	if (s >= 60)
		return page_text(p, MSG_SHORT_MINUTES, page_number(p, s / 60),
		    page_number(p, s % 60));
	return page_text(p, MSG_SHORT_SECONDS, page_number(p, s), NULL);
}

/* As the widget writes them: the Vietnamese order is that of official documents,
 * the English one cannot be misread by anybody. */
static void
put_date(struct buf *b, int32_t day, enum lang lang)
{
	struct civil c = civil_date(day);

	if (lang == LANG_VI)
		buf_printf(b, "%02d/%02d/%04d", (int)c.day, (int)c.month,
		    (int)c.year);
	else
		buf_printf(b, "%04d-%02d-%02d", (int)c.year, (int)c.month,
		    (int)c.day);
}

const char *
page_date(struct report_page *p, int32_t day)
{
	struct buf b = { 0 };

	put_date(&b, day, p->lang);
	return keep(p, &b);
}

static void
put_weekday(struct buf *b, int32_t day, enum lang lang)
{
	int weekday = (int)civil_weekday(day);

	message_put(b, lang, (enum message)(MSG_MONDAY + weekday));
	buf_putc(b, ' ');
	put_date(b, day, lang);
}

const char *
page_weekday(struct report_page *p, int32_t day)
{
	struct buf b = { 0 };

	put_weekday(&b, day, p->lang);
	return keep(p, &b);
}

const char *
page_month(struct report_page *p, int32_t day)
{
	struct civil c = civil_date(day);
	struct buf b = { 0 };

	if (p->lang == LANG_VI)
		buf_printf(&b, "%02d/%04d", (int)c.month, (int)c.year);
	else
		buf_printf(&b, "%04d-%02d", (int)c.year, (int)c.month);
	return keep(p, &b);
}

const char *
page_instant(struct report_page *p, int64_t at_s)
{
	int64_t local_s = at_s + zone_offset(p->f->zone, at_s);
	int64_t day = civil_floor_div(local_s, 86400);
	int minute = (int)((local_s - day * 86400) / 60);
	struct buf b = { 0 };

	if (p->lang == LANG_VI)
		buf_printf(&b, "%02d:%02d ", minute / 60, minute % 60);
	put_weekday(&b, (int32_t)day, p->lang);
	if (p->lang != LANG_VI)
		buf_printf(&b, " %02d:%02d", minute / 60, minute % 60);
	return keep(p, &b);
}

const char *
page_escaped(struct report_page *p, const char *text)
{
	struct buf b = { 0 };

	escape_terminal(&b, span_of(text));
	return keep(p, &b);
}

const char *
page_text(struct report_page *p, enum message id, const char *a, const char *b)
{
	const char *arg[] = { a, b };
	struct buf text = { 0 };

	message_fill(&text, p->lang, id, arg, a == NULL ? 0 : b == NULL ? 1 : 2);
	return keep(p, &text);
}

const char *
page_count(struct report_page *p, int64_t n, enum message one,
    enum message many)
{
	return page_text(p, n == 1 ? one : many, page_number(p, n), NULL);
}

void
page_heading(struct report_page *p, enum message title, const char *note)
{
	term_end(&p->term);
	term_to(&p->term, PAGE_LEFT);
	term_heading(&p->term, message(p->lang, title), note, p->edge);
	term_end(&p->term);
}
