/* SPDX-License-Identifier: MIT */
/* score_text.c -- a score table for a terminal. */
#include "common/stamp.h"
#include "publish/escape.h"
#include "publish/measure_text.h"
#include "publish/score_page.h"

enum {
	TITLE = 9,       /* where titles begin, and what is said of a line */
	TITLE_WIDE = 54, /* columns of it */
	SCORE_EDGE = 74, /* where scores end */
	CLASS = 77,
	EDGE = 78,
	LABEL = 2,
	FIGURE_EDGE = 50,
	POINTS = 53
};

struct page {
	const struct score_page *p;
	struct term *t;
	enum lang lang;
	struct buf text;  /* the hole of the next piece */
	struct buf piece;
	struct buf line;  /* pieces, with commas between them */
};

/* The next piece of a line; its hole is in g->text, which is emptied. */
static void
put_piece(struct page *g, enum message id)
{
	buf_puts(&g->line, g->line.n > 0 ? ", " : "");
	message_put1(&g->line, g->lang, id, buf_text(&g->text));
	buf_clear(&g->text);
}

static void
end_line(struct page *g)
{
	if (g->line.n == 0)
		return;
	term_to(g->t, TITLE);
	term_words(g->t, INK_FAINT, buf_text(&g->line), TITLE);
	term_end(g->t);
	buf_clear(&g->line);
}

static void
add_percent(struct page *g, int64_t millionths)
{
	measure_put(&g->text, METRIC_RATIO, millionths, g->lang);
}

/* A line's value, floor or target; by hand, as it was entered. */
static void
add_value(struct page *g, const struct score_row *r, int64_t value,
    const char *entered)
{
	if (r->item != NULL)
		measure_put(&g->text, measure_info[r->item->measure].unit,
		    value, g->lang);
	else
		escape_terminal(&g->text, span_of(entered));
}

static void
put_decimal(struct page *g, enum message id, int64_t millionths)
{
	measure_put_decimal(&g->text, millionths, g->lang);
	put_piece(g, id);
}

static void
put_head(struct page *g, const struct score_row *r)
{
	static const char class[] = { [METRIC_A] = 'A', [METRIC_B] = 'B',
		[METRIC_C] = 'C' };
	const char letter[] = { class[r->class], '\0' };

	term_name(g->t, INK_PLAIN, r->head->id, TITLE - 1);
	term_to(g->t, TITLE);
	term_name(g->t, INK_STRONG, r->head->title[g->lang], TITLE_WIDE);
	if (r->value.known)
		add_percent(g, r->score);
	else
		buf_puts(&g->text, message(g->lang, MSG_SCORE_UNKNOWN));
	term_right(g->t, r->value.known ? INK_STRONG : INK_YELLOW,
	    buf_text(&g->text), SCORE_EDGE);
	buf_clear(&g->text);
	term_to(g->t, CLASS);
	term_text(g->t, INK_PLAIN, letter);
	term_end(g->t);
}

static void
put_range(struct page *g, const struct score_row *r)
{
	const struct criteria_manual *m = r->manual;

	if (r->value.known) {
		add_value(g, r, r->value.value, m != NULL ? m->value_text :
		    NULL);
		put_piece(g, MSG_SCORE_VALUE_IS);
	}
	add_value(g, r, r->floor, m != NULL ? m->floor_text : NULL);
	put_piece(g, MSG_SCORE_FLOOR_IS);
	add_value(g, r, r->target, m != NULL ? m->target_text : NULL);
	put_piece(g, MSG_SCORE_TARGET_IS);
	put_decimal(g, MSG_SCORE_WEIGHT_IS, r->weight);
	if (r->value.known && r->item != NULL) {
		measure_put(&g->text, METRIC_COUNT, r->value.n, g->lang);
		put_piece(g, MSG_SCORE_N_IS);
	}
	if (m != NULL && m->period != NULL) {
		escape_terminal(&g->text, span_of(m->period));
		put_piece(g, MSG_SCORE_PERIOD_IS);
	}
	end_line(g);
}

static void
put_before(struct page *g, const struct score_row *r)
{
	struct buf score = { 0 };
	const char *arg[2];

	if (!r->before.known)
		return;
	add_value(g, r, r->before.value, NULL);
	measure_put(&score, METRIC_RATIO, r->score_before, g->lang);
	arg[0] = buf_text(&g->text);
	arg[1] = buf_text(&score);
	buf_clear(&g->piece);
	message_fill(&g->piece, g->lang, MSG_SCORE_BEFORE_IS, arg, 2);
	buf_clear(&g->text);
	buf_span(&g->line, buf_view(&g->piece));
	end_line(g);
	buf_close(&score);
}

/* Points that people gave, side by side; one that is missing is a dash. */
static void
put_given(struct page *g, const struct criteria_review *review)
{
	if (review == NULL)
		return;
#define GIVEN(column, id)                                                      \
	if (review->column != INT64_MIN)                                       \
		measure_put_decimal(&g->text, review->column, g->lang);        \
	else                                                                   \
		buf_puts(&g->text, "–");                                       \
	put_piece(g, id);
	GIVEN(self, MSG_SCORE_SELF_IS)
	GIVEN(reviewed, MSG_SCORE_REVIEWED_IS)
	GIVEN(published, MSG_SCORE_PUBLISHED_IS)
#undef GIVEN
	end_line(g);
}

static void
put_proof(struct page *g, const struct score_row *r)
{
	const struct criteria_instrument *law = r->item != NULL ?
	    r->item->instrument : NULL;

	if (r->manual != NULL && r->manual->proof.file != NULL) {
		escape_terminal(&g->text, span_of(r->manual->proof.file));
		if (r->manual->proof.sha256 != NULL)
			buf_printf(&g->text, " (sha256 %.16s...)",
			    r->manual->proof.sha256);
		put_piece(g, MSG_SCORE_PROOF_IS);
	} else if (r->item != NULL && r->class != METRIC_C) {
		buf_printf(&g->text, "P%02d",
		    (int)measure_info[r->item->measure].metric);
		put_piece(g, MSG_SCORE_BY_LOG);
	}
	if (law != NULL) {
		struct buf name = { 0 };

		escape_terminal(&name, span_of(law->head.title[g->lang]));
		if (law->verified)
			buf_span(&g->text, buf_view(&name));
		else
			message_put1(&g->text, g->lang, MSG_SCORE_UNVERIFIED,
			    buf_text(&name));
		put_piece(g, MSG_SCORE_INSTRUMENT_IS);
		buf_close(&name);
	}
	end_line(g);
}

/* ---- totals ---- */

static void
put_label(struct page *g, const char *label, int left)
{
	term_to(g->t, left);
	term_name(g->t, INK_PLAIN, label, FIGURE_EDGE - 10 - left);
}

static void
put_points(struct page *g, int64_t points)
{
	struct buf of = { 0 };
	const char *arg[2];

	measure_put_decimal(&g->text, points, g->lang);
	measure_put_decimal(&of, g->p->criteria->points, g->lang);
	arg[0] = buf_text(&g->text);
	arg[1] = buf_text(&of);
	buf_clear(&g->piece);
	message_fill(&g->piece, g->lang, MSG_SCORE_POINTS, arg, 2);
	term_to(g->t, POINTS);
	term_text(g->t, INK_PLAIN, buf_text(&g->piece));
	buf_clear(&g->text);
	buf_close(&of);
}

static void
put_share(struct page *g, bool known, int64_t share)
{
	if (known)
		add_percent(g, share);
	else
		buf_puts(&g->text, message(g->lang, MSG_SCORE_UNKNOWN));
	term_right(g->t, known ? INK_STRONG : INK_YELLOW, buf_text(&g->text),
	    FIGURE_EDGE);
	buf_clear(&g->text);
}

static void
put_total(struct page *g, const char *label, const struct score_sum *s)
{
	bool known = s->known_weight > 0;

	put_label(g, label, LABEL);
	put_share(g, known, s->share);
	if (known)
		put_points(g, s->points);
	if (s == &g->p->score->total && g->p->score->band != NULL) {
		term_text(g->t, INK_PLAIN, "  ");
		term_name(g->t, INK_STRONG,
		    g->p->score->band->head.title[g->lang], 12);
	}
	term_end(g->t);
}

static void
put_totals(struct page *g)
{
	const struct score *s = g->p->score;
	struct buf days = { 0 }, label = { 0 };

	put_total(g, message(g->lang, MSG_SCORE_TOTAL), &s->total);
	put_label(g, message(g->lang, MSG_SCORE_COVERAGE), LABEL);
	put_share(g, s->total.weight > 0, s->total.coverage);
	term_end(g->t);
	put_label(g, message(g->lang, MSG_SCORE_PESSIMISTIC), LABEL);
	put_share(g, s->total.weight > 0, s->total.pessimistic);
	if (s->total.weight > 0)
		put_points(g, s->total.pessimistic_points);
	term_end(g->t);
	if (s->before.known_weight > 0) {
		stamp_put_day(&days, g->p->before.from);
		buf_puts(&days, "..");
		stamp_put_day(&days, g->p->before.to);
		message_put1(&label, g->lang, MSG_SCORE_BEFORE,
		    buf_text(&days));
		term_to(g->t, LABEL);
		term_words(g->t, INK_PLAIN, buf_text(&label), LABEL);
		term_end(g->t);
		put_total(g, "", &s->before);
	}
	buf_close(&days);
	buf_close(&label);
}

static void
put_stages(struct page *g)
{
	term_to(g->t, LABEL);
	term_text(g->t, INK_PLAIN, message(g->lang, MSG_SCORE_STAGES));
	term_end(g->t);
	for (int i = 0; i < CRITERIA_STAGE__MAX; i++) {
		const struct score_sum *s = &g->p->score->stage[i];

		if (s->weight == 0)
			continue;
		put_label(g, message(g->lang, (enum message)
		    (MSG_SCORE_STAGE_NONE + i)), LABEL + 2);
		put_share(g, s->known_weight > 0, s->share);
		add_percent(g, s->coverage);
		buf_clear(&g->piece);
		message_put1(&g->piece, g->lang, MSG_SCORE_STAGE_KNOWN,
		    buf_text(&g->text));
		buf_clear(&g->text);
		term_to(g->t, POINTS);
		term_text(g->t, INK_FAINT, buf_text(&g->piece));
		term_end(g->t);
	}
}

static void
put_given_sums(struct page *g)
{
	const struct score *s = g->p->score;
	const struct criteria_review sums = {
		.self = s->self.n > 0 ? s->self.points : INT64_MIN,
		.reviewed = s->reviewed.n > 0 ? s->reviewed.points : INT64_MIN,
		.published = s->published.n > 0 ? s->published.points :
		    INT64_MIN };

	if (s->self.n + s->reviewed.n + s->published.n == 0)
		return;
	term_to(g->t, LABEL);
	term_text(g->t, INK_PLAIN, message(g->lang, MSG_SCORE_GIVEN));
	term_end(g->t);
	put_given(g, &sums);
}

static void
put_note(struct page *g, const char *text)
{
	term_to(g->t, LABEL);
	term_words(g->t, INK_FAINT, text, LABEL);
	term_end(g->t);
}

void
score_text(const struct score_page *p, struct term *t, enum lang lang)
{
	struct page g = { .p = p, .t = t, .lang = lang };
	const struct criteria *c = p->criteria;

	escape_terminal(&g.text, span_of(c->head.title[lang]));
	term_heading(t, buf_text(&g.text), "", EDGE);
	buf_clear(&g.text);
	if (!c->official)
		put_note(&g, message(lang, MSG_SCORE_NOT_OFFICIAL));
	if (c->basis != NULL) {
		escape_terminal(&g.text, span_of(c->basis));
		message_put1(&g.piece, lang, MSG_SCORE_BASIS,
		    buf_text(&g.text));
		buf_clear(&g.text);
		put_note(&g, buf_text(&g.piece));
	}
	term_end(t);
	for (size_t i = 0; i < p->score->n; i++) {
		const struct score_row *r = &p->score->row[i];

		put_head(&g, r);
		put_range(&g, r);
		put_before(&g, r);
		put_given(&g, r->review);
		put_proof(&g, r);
	}
	term_end(t);
	put_totals(&g);
	put_stages(&g);
	put_given_sums(&g);
	put_note(&g, message(lang, MSG_SCORE_NOT_SCORED));
	buf_close(&g.text);
	buf_close(&g.piece);
	buf_close(&g.line);
}
