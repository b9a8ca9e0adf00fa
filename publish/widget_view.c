/* SPDX-License-Identifier: MIT */
#include "publish/widget_view.h"

#include "common/civil.h"
#include "common/number.h"
#include "common/stamp.h"
#include "publish/duration.h"

static const struct {
	const char *name;
	enum message unit, total, about;
} units[] = {
	{ "visits", MSG_VISITS, MSG_TOTAL_VISITS, MSG_ABOUT_VISITS },
	{ "pages", MSG_PAGES, MSG_TOTAL_PAGES, MSG_ABOUT_PAGES },
	{ "visitor-days", MSG_VISITOR_DAYS, MSG_TOTAL_VISITOR_DAYS,
	    MSG_ABOUT_VISITOR_DAYS },
};

static const enum message labels[FIGURE__MAX] = {
	[FIGURE_ONLINE] = MSG_ONLINE,
	[FIGURE_TODAY] = MSG_TODAY,
	[FIGURE_YESTERDAY] = MSG_YESTERDAY,
	[FIGURE_WEEK] = MSG_THIS_WEEK,
	[FIGURE_MONTH] = MSG_THIS_MONTH,
	[FIGURE_YEAR] = MSG_THIS_YEAR,
	[FIGURE_OPEN] = MSG_STILL_OPEN,
	[FIGURE_OPENING] = MSG_OPENING_BALANCE,
	/* the total's depends on the unit */
};

/* The buffer's text moves into the arena. */
static const char *
keep(struct widget_view *v, struct buf *b)
{
	const char *text = arena_dup(&v->arena, b->p, b->n);

	buf_close(b);
	return text;
}

static const char *
fill(struct widget_view *v, enum message id, const char *arg)
{
	struct buf b = { 0 };

	message_put1(&b, v->lang, id, arg);
	return keep(v, &b);
}

static const char *
duration(struct widget_view *v, int64_t seconds)
{
	struct buf b = { 0 };

	duration_put(&b, seconds, v->lang);
	return keep(v, &b);
}

/* The Vietnamese order is that of official documents; the English one cannot be
 * misread by anybody. */
static void
put_date(struct buf *b, int32_t day, enum lang lang)
{
	struct civil c = civil_date(day);

	if (lang == LANG_VI)
		buf_printf(b, "%02d/%02d/%04d", (int)c.day, (int)c.month,
		    (int)c.year);
	else
		stamp_put_day(b, day);
}

static const char *
date(struct widget_view *v, int32_t day)
{
	struct buf b = { 0 };

	put_date(&b, day, v->lang);
	return keep(v, &b);
}

static const char *
clock_and_date(struct widget_view *v, int64_t at_s)
{
	int64_t local_s = at_s + zone_offset(v->site->zone, at_s);
	int64_t day = civil_floor_div(local_s, 86400);
	int64_t minute = (local_s - day * 86400) / 60;
	struct buf b = { 0 };

	if (v->lang == LANG_EN) {
		put_date(&b, (int32_t)day, v->lang);
		buf_putc(&b, ' ');
	}
	buf_printf(&b, "%02d:%02d", (int)(minute / 60), (int)(minute % 60));
	if (v->lang == LANG_VI) {
		buf_putc(&b, ' ');
		put_date(&b, (int32_t)day, v->lang);
	}
	return keep(v, &b);
}

static const char *
stamp(struct widget_view *v, int64_t at_s)
{
	struct buf b = { 0 };

	stamp_put(&b, v->site->zone, at_s);
	return keep(v, &b);
}

static void
figures(struct widget_view *v, enum message total)
{
	static const char *const keys[] = {
#define X(id, key) #key,
		FIGURE_TABLE(X)
#undef X
	};
	const int64_t n[] = {
#define X(id, key) v->f->key,
		FIGURE_TABLE(X)
#undef X
	};

	for (int i = 0; i < FIGURE__MAX; i++) {
		bool known = i != FIGURE_ONLINE || !v->f->stale;
		struct buf b = { 0 };

		if (known)
			number_put(&b, n[i], v->lang);
		else
			buf_puts(&b, "–");
		v->figure[i] = (struct widget_figure){ .key = keys[i],
			.label = message(v->lang, i == FIGURE_TOTAL ? total :
			    labels[i]),
			.shown = keep(v, &b), .n = n[i], .known = known };
	}
}

static const char *
place(struct widget_view *v)
{
	struct span path = span_of(v->site->widget_path);
	struct buf b = { 0 };

	buf_span(&b, path);
	if (path.n > 0 && !span_ends(path, SPAN("/")))
		buf_putc(&b, '/');
	return keep(v, &b);
}

void
widget_view_open(struct widget_view *v, const struct site *site,
    const struct widget_figures *f)
{
	const size_t n_units = sizeof(units) / sizeof(units[0]);
	size_t u = 0;

	*v = (struct widget_view){ .site = site, .f = f,
		.lang = lang_of(site->lang) };
	for (size_t i = 0; i < n_units; i++)
		if (site->widget_unit != NULL &&
		    strcmp(units[i].name, site->widget_unit) == 0)
			u = i;
	v->host = site->host != NULL && site->host[0] != NULL ? site->host[0] :
	    site->id;
	v->place = place(v);
	v->unit_name = units[u].name;
	v->unit = message(v->lang, units[u].unit);
	v->unit_line = fill(v, MSG_UNIT, v->unit);
	figures(v, units[u].total);

	const char *window = duration(v, site->online_window_s);
	v->within = fill(v, MSG_WITHIN, window);
	v->about_online = fill(v, MSG_ABOUT_ONLINE, window);
	v->about_unit = units[u].about == MSG_ABOUT_VISITS ?
	    fill(v, units[u].about, duration(v, site->visit_gap_s)) :
	    message(v->lang, units[u].about);

	v->generated_stamp = stamp(v, f->generated_s);
	v->as_of = message(v->lang, MSG_NOT_BEGUN);
	if (f->as_of_s != INT64_MIN) {
		v->as_of_stamp = stamp(v, f->as_of_s);
		v->as_of = clock_and_date(v, f->as_of_s);
	}
	v->since = "";
	if (f->has_since) {
		struct buf b = { 0 };

		stamp_put_day(&b, f->since_day);
		v->since_stamp = keep(v, &b);
		v->since = fill(v, MSG_SINCE, date(v, f->since_day));
	}
}

void
widget_view_close(struct widget_view *v)
{
	arena_close(&v->arena);
	*v = (struct widget_view){ 0 };
}

unsigned
widget_notes(const struct widget_view *v)
{
	return (v->f->stale ? NOTE_STALE : 0u) |
	    (v->f->complete ? 0u : NOTE_INCOMPLETE);
}
