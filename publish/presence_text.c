/* SPDX-License-Identifier: MIT */
/* presence_text.c -- a presence for people, on a terminal. */
#include <stdio.h>

#include "common/number.h"
#include "publish/duration.h"
#include "publish/period_text.h"
#include "publish/presence.h"
#include "publish/term.h"

enum { LEFT = 2, NARROW = 60, COVERED = 950000 };

struct page {
	struct term t;
	enum lang lang;
	const struct presence_pair *p;
	struct buf text;   /* of the cell on its way */
	int edge;
};

static const char *
word(const struct page *g, enum message m)
{
	return message(g->lang, m);
}

/* ---- values ---- */

static void
put_value(struct page *g, enum metric_unit unit, int64_t v)
{
	struct buf *out = &g->text;

	switch (unit) {
	case METRIC_RATIO:
		number_put_percent(out, number_permille(v, CRITERIA_ONE),
		    g->lang);
		break;
	case METRIC_MEAN:
		number_put_tenths(out, number_permille(v, CRITERIA_ONE * 100),
		    g->lang);
		break;
	case METRIC_TIME:
		number_put(out, (v + 500) / 1000, g->lang);
		buf_puts(out, " ms");
		break;
	case METRIC_MINUTES:
	case METRIC_DAYS:
	case METRIC_COUNT:
		number_put(out, v, g->lang);
		break;
	}
	if (unit == METRIC_MINUTES)
		buf_puts(out, g->lang == LANG_VI ? " phút" : " min");
	if (unit == METRIC_DAYS)
		buf_puts(out, g->lang == LANG_VI ? " ngày" : " d");
}

static const char *
value_text(struct page *g, enum measure m, const struct metric_value *v)
{
	buf_clear(&g->text);
	if (v != NULL && v->known)
		put_value(g, measure_info[m].unit, v->value);
	else
		buf_puts(&g->text, "–");
	return buf_text(&g->text);
}

static const char *
number_text(struct page *g, bool known, int64_t n)
{
	buf_clear(&g->text);
	if (known)
		number_put(&g->text, n, g->lang);
	else
		buf_puts(&g->text, "–");
	return buf_text(&g->text);
}

/* ---- the metrics ---- */

static const enum message measure_message[MEASURE__MAX] = {
#define X(id, metric, name, unit, better) [MEASURE_##id] = MSG_M_##id,
	MEASURE_TABLE(X)
#undef X
};

static void
put_head(struct page *g)
{
	struct term *t = &g->t;

	term_to(t, LEFT + 5);
	term_text(t, INK_FAINT, word(g, MSG_METRIC_NAME));
	term_right(t, INK_FAINT, word(g, MSG_METRIC_VALUE), g->edge - 28);
	term_right(t, INK_FAINT, word(g, MSG_METRIC_BEFORE), g->edge - 17);
	term_right(t, INK_FAINT, word(g, MSG_METRIC_N), g->edge - 5);
	term_right(t, INK_FAINT, word(g, MSG_METRIC_CLASS), g->edge);
	term_end(t);
}

static void
put_measure(struct page *g, enum measure m)
{
	const struct presence_pair *p = g->p;
	const struct metric_value *v = &p->now->value[m];
	enum metric metric = measure_info[m].metric;
	const char class[2] = { "ABC"[metric_info[metric].class], '\0' };
	char id[8];

	snprintf(id, sizeof(id), "P%02d", (int)metric);
	term_to(&g->t, LEFT);
	term_text(&g->t, INK_FAINT, m > 0 &&
	    measure_info[m - 1].metric == metric ? "" : id);
	term_to(&g->t, LEFT + 5);
	term_text(&g->t, INK_PLAIN, word(g, measure_message[m]));
	term_right(&g->t, INK_STRONG, value_text(g, m, v), g->edge - 28);
	term_right(&g->t, INK_FAINT, value_text(g, m, p->before != NULL ?
	    &p->before->value[m] : NULL), g->edge - 17);
	/* Weights, as the criteria have them. */
	term_right(&g->t, INK_FAINT, number_text(g, v->n > 0, m ==
	    MEASURE_REACHABLE ? v->n / CRITERIA_ONE : v->n), g->edge - 5);
	term_right(&g->t, INK_FAINT, class, g->edge);
	term_end(&g->t);
}

/* ---- sections ---- */

static enum message
state_word(enum presence_state s)
{
	return s == PRESENCE_YES ? MSG_METRIC_YES : s == PRESENCE_NO ?
	    MSG_METRIC_NO : MSG_METRIC_UNKNOWN;
}

static const char *
section_title(const struct page *g, const struct presence_section *s)
{
	return s->criteria != NULL ? s->criteria->head.title[g->lang] : s->id;
}

static void
put_section(struct page *g, const struct presence_section *s)
{
	struct term *t = &g->t;
	int64_t weeks = s->weeks_yes + s->weeks_no;

	term_to(t, LEFT);
	term_name(t, INK_PLAIN, section_title(g, s), g->edge - 50);
	if (s->site < 0) {
		term_right(t, INK_YELLOW, word(g, MSG_METRIC_UNCOUNTED),
		    g->edge);
		term_end(t);
		return;
	}
	term_right(t, s->state == PRESENCE_YES ? INK_PLAIN : s->state ==
	    PRESENCE_NO ? INK_RED : INK_YELLOW, word(g,
	    state_word(s->state)), g->edge - 38);
	buf_clear(&g->text);
	buf_printf(&g->text, "%lld/%lld", (long long)s->weeks_yes,
	    (long long)weeks);
	term_right(t, INK_PLAIN, buf_text(&g->text), g->edge - 30);
	term_right(t, INK_PLAIN, number_text(g,
	    s->value[MEASURE_NEW_PAGES].known, s->fresh_pages +
	    s->fresh_documents), g->edge - 22);
	term_right(t, s->stale ? INK_RED : INK_PLAIN, number_text(g,
	    s->gap.known, s->gap.now_days), g->edge - 8);
	term_right(t, INK_PLAIN, value_text(g, MEASURE_REACH,
	    &s->value[MEASURE_REACH]), g->edge);
	term_end(t);
	if (!s->stale)
		return;
	term_to(t, LEFT + 2);
	term_text(t, INK_RED, word(g, MSG_METRIC_STALE));
	term_end(t);
}

static void
put_sections(struct page *g)
{
	struct term *t = &g->t;

	if (g->p->now->n_sections == 0)
		return;
	term_end(t);
	term_heading(t, word(g, MSG_METRIC_SECTIONS), "", g->edge);
	term_end(t);
	term_to(t, LEFT);
	term_text(t, INK_FAINT, word(g, MSG_METRIC_SECTION));
	term_right(t, INK_FAINT, word(g, MSG_METRIC_STATE), g->edge - 38);
	term_right(t, INK_FAINT, word(g, MSG_METRIC_WEEKS), g->edge - 30);
	term_right(t, INK_FAINT, word(g, MSG_METRIC_NEW), g->edge - 22);
	term_right(t, INK_FAINT, word(g, MSG_METRIC_SINCE), g->edge - 8);
	term_right(t, INK_FAINT, word(g, MSG_METRIC_REACH), g->edge);
	term_end(t);
	for (size_t i = 0; i < g->p->now->n_sections; i++)
		put_section(g, &g->p->now->section[i]);
}

/* ---- the rest ---- */

static void
put_links(struct page *g)
{
	const struct presence *p = g->p->now;
	int half = (g->edge - LEFT - 12) / 2;

	if (p->n_links == 0)
		return;
	term_end(&g->t);
	term_heading(&g->t, word(g, MSG_METRIC_LINKS), "", g->edge);
	term_end(&g->t);
	for (size_t i = 0; i < p->n_links; i++) {
		term_to(&g->t, LEFT);
		term_name(&g->t, INK_PLAIN, p->link[i].path.p, half);
		term_to(&g->t, LEFT + half + 2);
		term_name(&g->t, INK_FAINT, p->link[i].from.p, half);
		term_right(&g->t, INK_PLAIN, number_text(g, true,
		    p->link[i].hits), g->edge);
		term_end(&g->t);
	}
}

static void
put_score(struct page *g)
{
	struct score_page page = presence_page(g->p);

	if (g->p->score == NULL)
		return;
	term_end(&g->t);
	score_text(&page, &g->t, g->lang);
}

static void
put_note(struct page *g, enum message m, const char *const *arg, unsigned n)
{
	struct buf text = { 0 };

	message_fill(&text, g->lang, m, arg, n);
	term_to(&g->t, LEFT);
	term_words(&g->t, INK_FAINT, buf_text(&text), LEFT);
	term_end(&g->t);
	buf_close(&text);
}

static void
put_hours(struct page *g)
{
	static const enum availability_state state[] = { AVAILABILITY_SERVED,
		AVAILABILITY_ERRORS, AVAILABILITY_DOWN, AVAILABILITY_QUIET,
		AVAILABILITY_UNKNOWN };
	struct buf n[5] = { { 0 } };
	const char *arg[5];

	for (int i = 0; i < 5; i++) {
		number_put(&n[i], g->p->now->hours[state[i]], g->lang);
		arg[i] = buf_text(&n[i]);
	}
	put_note(g, MSG_METRIC_HOURS, arg, 5);
	for (int i = 0; i < 5; i++)
		buf_close(&n[i]);
}

static void
put_notes(struct page *g)
{
	const struct presence *p = g->p->now;
	int64_t hours = 0, unknown = p->hours[AVAILABILITY_UNKNOWN];
	struct metric_value cover;
	struct buf text = { 0 };
	const char *arg;

	term_end(&g->t);
	put_hours(g);
	for (int i = 0; i < AVAILABILITY_AHEAD; i++)
		hours += p->hours[i];
	/* As the report of a month says it: hours of which something is known. */
	cover = (struct metric_value){ .known = hours > 0, .value = hours > 0 ?
	    (hours - unknown) * CRITERIA_ONE / hours : 0 };
	if (cover.known && cover.value < COVERED) {
		arg = value_text(g, MEASURE_COVERAGE, &cover);
		put_note(g, MSG_METRIC_COVERED, &arg, 1);
	}
	if (p->warm)
		period_date(&text, p->told.from, g->lang);
	arg = buf_text(&text);
	if (p->warm)
		put_note(g, MSG_METRIC_WARM, &arg, 1);
	else
		put_note(g, MSG_METRIC_COLD, NULL, 0);
	if (p->coarse)
		put_note(g, MSG_METRIC_COARSE, NULL, 0);
	put_note(g, MSG_METRIC_CLASSES, NULL, 0);
	buf_close(&text);
}

void
presence_text(const struct presence_pair *p,
    const struct presence_style *style, struct buf *out)
{
	struct page g = { .t = { .out = out, .width = style->width,
		.color = style->color }, .lang = style->lang, .p = p,
		.edge = style->width < NARROW ? NARROW : style->width };
	struct buf title = { 0 };

	g.t.width = g.edge;
	term_to(&g.t, LEFT);
	term_name(&g.t, INK_STRONG, p->now->site->name, g.edge - LEFT);
	term_end(&g.t);
	period_title(&title, p->now->days, g.lang);
	term_heading(&g.t, word(&g, MSG_METRIC_TITLE), buf_text(&title),
	    g.edge);
	term_end(&g.t);
	put_head(&g);
	for (int m = 0; m < MEASURE__MAX; m++)
		if (m != MEASURE_REACH)
			put_measure(&g, (enum measure)m);
	put_sections(&g);
	put_links(&g);
	put_score(&g);
	put_notes(&g);
	buf_close(&title);
	buf_close(&g.text);
}
