/* SPDX-License-Identifier: MIT */
#include "publish/remarks_page.h"

#include <stdio.h>
#include <stdlib.h>

#include "common/civil.h"
#include "common/hll.h"
#include "common/number.h"
#include "publish/period_text.h"

enum { TIMES_MANY = 9000 }; /* thousandths of growth: from there on "ten-fold" */

void
say(struct saying *p, enum message id, const char *const arg[SAY_MOST])
{
	unsigned n = 0;

	while (arg[n] != NULL)
		n++;
	if (p->out->n > 0)
		buf_putc(p->out, ' ');
	message_fill(p->out, p->lang, id, arg, n);
}

static const char *
kept(struct saying *p, struct buf *b)
{
	const char *text = arena_dup(&p->text.arena, buf_text(b), b->n);

	buf_close(b);
	return text;
}

const char *
say_site(struct saying *p)
{
	if (p->r->site->name[0] == '\0')
		return message(p->lang, MSG_REMARK_NAMELESS);
	return page_text(&p->text, MSG_REMARK_SITE, p->r->site->name, NULL);
}

/* A share in a sentence: "less than 0.1%" where a table has "<0.1%". */
const char *
say_share(struct saying *p, int64_t part, int64_t whole)
{
	const char *text = page_percent(&p->text, part, whole);

	return text[0] == '<' ? message(p->lang, MSG_REMARK_LITTLE) : text;
}

const char *
say_date(struct saying *p, int32_t day)
{
	struct buf b = { 0 };

	period_date(&b, day, p->lang);
	return kept(p, &b);
}

const char *
say_weekday(struct saying *p, int32_t day)
{
	return page_text(&p->text, (enum message)(MSG_ON_MONDAY +
	    civil_weekday(day)), say_date(p, day), NULL);
}

const char *
say_instant(struct saying *p, int64_t at_s)
{
	const struct zone *zone = p->s->f.zone;
	int64_t local_s = at_s + zone_offset(zone, at_s);
	int64_t day = civil_floor_div(local_s, 86400);
	int minute = (int)((local_s - day * 86400) / 60);
	char hours[16], minutes[16];
	struct buf b = { 0 };

	snprintf(hours, sizeof(hours), "%02d", minute / 60);
	snprintf(minutes, sizeof(minutes), "%02d", minute % 60);
	message_fill(&b, p->lang, MSG_AT_TIME, (const char *const[]){ hours,
	    minutes, say_weekday(p, (int32_t)day) }, 3);
	return kept(p, &b);
}

const char *
say_count(struct saying *p, int64_t n, enum message one)
{
	return page_count(&p->text, n, one, (enum message)(one + 1));
}

/* Some of the time is unknown: what was counted is then not all that there was. */
static bool
is_partial(const struct saying *p)
{
	const struct review_coverage *c = &p->r->coverage;

	if (c->known)
		return c->state[CHART_NO_LOG] > 0;
	return p->s->sums.days < (int64_t)p->r->due.to - p->r->due.from + 1;
}

/* "In October 2026"; of a running time "From 2026-10-01 until 20:15 on Friday, 2026-10-30". */
static const char *
time_text(struct saying *p)
{
	struct buf b = { 0 };

	if (p->s->running && p->r->due.from == p->r->due.to)
		return page_text(&p->text, MSG_SO_FAR_DAY,
		    say_instant(p, p->r->now_s), NULL);
	if (p->s->running && p->r->due.from < p->r->due.to)
		return page_text(&p->text, MSG_SO_FAR,
		    say_date(p, p->r->due.from),
		    say_instant(p, p->r->now_s));
	period_in(&b, p->r->days, p->lang);
	return kept(p, &b);
}

static const char *
when(struct saying *p)
{
	const char *text = time_text(p);

	return p->s->f.n_days > 0 && is_partial(p) ?
	    page_text(&p->text, MSG_REMARK_BY_LOGS, text, NULL) : text;
}

static void
say_totals(struct saying *p)
{
	const struct period_sums *n = &p->s->sums;
	struct period_sums ended = report_add_up_ended(&p->text, 0,
	    p->s->f.n_days);

	if (p->s->f.n_days == 0)
		SAY(p, MSG_REMARK_NO_LINES, when(p), say_site(p));
	else if (n->visits == 0 && n->pages == 0)
		SAY(p, MSG_REMARK_NONE, when(p), say_site(p));
	else if (n->days > 1)
		SAY(p, MSG_REMARK_TOTALS, when(p), say_site(p),
		    say_count(p, n->visits, MSG_A_VISIT),
		    say_count(p, n->pages, MSG_A_VIEW),
		    page_ratio(&p->text, ended.visits, ended.days));
	else
		SAY(p, MSG_REMARK_DAY_TOTALS, when(p), say_site(p),
		    say_count(p, n->visits, MSG_A_VISIT),
		    say_count(p, n->pages, MSG_A_VIEW));
}

/* "rose by 12.5% (from 3,100 to 3,488)" */
static const char *
change(struct saying *p, int64_t then, int64_t now)
{
	const char *from = page_number(&p->text, then);
	const char *to = page_number(&p->text, now);
	struct buf b = { 0 }, how = { 0 };
	int64_t permille;

	if (now == then)
		return page_text(&p->text, MSG_REMARK_SAME, to, NULL);
	if (then == 0)
		return page_text(&p->text, MSG_REMARK_FROM_ZERO, to, NULL);
	permille = number_permille(now, then) - 1000;
	if (permille >= TIMES_MANY)
		number_put(&how, permille / 1000 + 1, p->lang);
	else if (permille == 0) /* little, but not nothing */
		buf_puts(&how, message(p->lang, MSG_REMARK_LITTLE));
	else
		number_put_percent(&how, llabs(permille), p->lang);
	message_fill(&b, p->lang, permille >= TIMES_MANY ? MSG_REMARK_TIMES :
	    now > then ? MSG_REMARK_UP : MSG_REMARK_DOWN,
	    (const char *const[]){ buf_text(&how), from, to }, 3);
	buf_close(&how);
	return kept(p, &b);
}

static void
say_change(struct saying *p, const struct show_other *o)
{
	struct buf name = { 0 };
	const char *arg[SAY_MOST + 1] = { NULL };
	bool all = o->days.now.to >= p->r->due.to;

	period_text(&name, o->days.then, p->lang);
	arg[0] = kept(p, &name);
	arg[1] = change(p, o->then.visits, o->now.visits);
	arg[2] = change(p, o->then.pages, o->now.pages);
	if (!all)
		arg[3] = say_date(p, o->days.now.to);
	say(p, all ? MSG_REMARK_CHANGE : MSG_REMARK_CHANGE_ENDED, arg);
}

static void
say_changes(struct saying *p)
{
	const struct show_other *other[] = { &p->s->before, &p->s->year };
	struct period then[] = { period_before(p->r->kind, p->r->days),
		period_year_before(p->r->kind, p->r->days) };
	size_t n = p->r->kind == PERIOD_KIND_YEAR ? 1 : 2, lacking = 0;
	const char *arg[SAY_MOST + 1] = { NULL };

	for (size_t i = 0; i < n; i++) {
		struct buf name = { 0 };

		if (other[i]->any) {
			say_change(p, other[i]);
			continue;
		}
		period_text(&name, then[i], p->lang);
		arg[lacking++] = kept(p, &name);
	}
	if (lacking > 0)
		say(p, lacking == 1 ? MSG_REMARK_NO_OTHER :
		    MSG_REMARK_NO_OTHERS, arg);
}

static void
say_busiest(struct saying *p)
{
	const struct day_figures *most = NULL;
	const struct report_figures *f = &p->s->f;

	for (size_t i = 0; i < f->n_days; i++)
		if (most == NULL || f->day[i].v.visits > most->v.visits)
			most = &f->day[i];
	if (most != NULL && most->v.visits > 0 && p->s->sums.days > 1)
		SAY(p, MSG_REMARK_BUSIEST, say_weekday(p, most->day),
		    say_count(p, most->v.visits, MSG_A_VISIT));
	if (p->s->sums.peak != NULL && p->s->sums.peak->v.online_peak > 0)
		SAY(p, MSG_REMARK_PEAK, page_number(&p->text,
		    p->s->sums.peak->v.online_peak),
		    say_instant(p, p->s->sums.peak->v.online_peak_at_s));
}

/* Of all visits of days whose hours are known, if these are all days and one is worked on. */
static void
say_office(struct saying *p)
{
	uint32_t office = office_hours(&p->r->site->office);
	int64_t in = 0, all = 0;
	bool worked = false;

	for (size_t i = 0; i < p->r->n_days; i++) {
		const struct review_day *d = &p->r->day[i];

		worked = worked || d->working;
		for (int h = 0; h < d->n_hours; h++) {
			const struct review_hour *hour = &d->hour[h];

			if (hour->visits == REVIEW_NONE)
				continue;
			all += hour->visits;
			if (d->working && office >> hour->clock & 1)
				in += hour->visits;
		}
	}
	if (!worked || all == 0 || all != p->s->sums.visits || office == 0)
		return;
	if (in == 0)
		SAY(p, MSG_REMARK_NO_OFFICE, NULL);
	else
		SAY(p, MSG_REMARK_OFFICE, say_share(p, in, all));
}

static void
say_uniques(struct saying *p)
{
	struct buf error = { 0 };

	if (!p->s->uniques.known || p->s->sums.days <= 1 ||
	    p->s->uniques.visitors <= 0)
		return;
	buf_puts(&error, "±\xc2\xa0");
	number_put_percent(&error, (int64_t)(HLL_ERROR * 1000 + 0.5), p->lang);
	SAY(p, MSG_REMARK_UNIQUES, say_count(p, p->s->uniques.visitors,
	    MSG_A_VISITOR), kept(p, &error));
}

static void
say_total(struct saying *p)
{
	const struct review_total *t = &p->r->total;

	if (t->opened && t->added && t->known)
		SAY(p, MSG_REMARK_TOTAL, p->s->running ?
		    say_instant(p, p->r->now_s) : page_text(&p->text,
		    MSG_REMARK_END_OF, say_date(p, p->r->due.to), NULL),
		    page_number(&p->text, t->total),
		    page_number(&p->text, t->balance));
}

void
say_traffic(struct saying *p)
{
	say_totals(p);
	if (p->s->f.n_days == 0)
		return;
	say_changes(p);
	say_busiest(p);
	say_office(p);
	say_uniques(p);
	say_total(p);
}

void
remarks_make(const struct review *r, enum lang lang, struct remarks *out)
{
	const struct report_figures *f = &r->show.show.f;
	struct saying p = { .r = r, .s = &r->show.show, .dims = &r->show.dims,
		.lang = lang, .text = { .f = f, .lang = lang,
		.today = zone_day_at(f->zone, r->now_s).day } };
	void (*const part[REMARKS_PARTS])(struct saying *) = { say_traffic,
		say_content, say_service };

	*out = (struct remarks){ .part = { { 0 } } };
	for (int i = 0; i < REMARKS_PARTS; i++) {
		p.out = &out->part[i];
		if (i == 0 || f->n_days > 0)
			part[i](&p);
	}
	arena_close(&p.text.arena);
}

void
remarks_close(struct remarks *r)
{
	for (int i = 0; i < REMARKS_PARTS; i++)
		buf_close(&r->part[i]);
}
