/* SPDX-License-Identifier: MIT */
/* evidence_scores.c -- the score table: what is computed, and what people fill in. */
#include "common/number.h"
#include "publish/evidence_page.h"
#include "publish/score.h"

enum { EMPTY_ROWS = 6, MILLION = 1000000 };

static const enum message heads[] = { MSG_EV_NO, MSG_EV_CRITERION,
	MSG_EV_RESULT, MSG_EV_THRESHOLD, MSG_EV_WEIGHT, MSG_EV_COMPUTED,
	MSG_EV_SELF, MSG_EV_REVIEWED, MSG_EV_PUBLISHED, MSG_EV_PROOF,
	MSG__MAX };

static const char *
kept(struct evidence_page *p, struct buf *b)
{
	const char *text = arena_dup(&p->text.arena, b->p, b->n);

	buf_close(b);
	return text;
}

/* Millionths with as many as two decimals, without zeros at the end. */
static const char *
millionths(struct evidence_page *p, int64_t n)
{
	int64_t hundredths = (n + (n < 0 ? -5000 : 5000)) / 10000;
	int64_t rest = hundredths < 0 ? -(hundredths % 100) : hundredths % 100;
	struct buf b = { 0 };

	number_put(&b, hundredths / 100, p->lang);
	if (rest > 0)
		buf_printf(&b, rest % 10 == 0 ? "%c%lld" : "%c%02lld",
		    p->lang == LANG_VI ? ',' : '.', (long long)(rest % 10 == 0 ?
		    rest / 10 : rest));
	return kept(p, &b);
}

const char *
ev_amount(struct evidence_page *p, enum metric_unit unit, int64_t n)
{
	struct buf b = { 0 };

	switch (unit) {
	case METRIC_RATIO:
		number_put_percent(&b, (n + (n < 0 ? -500 : 500)) / 1000,
		    p->lang);
		return kept(p, &b);
	case METRIC_TIME:
		number_put(&b, (n + 500) / 1000, p->lang);
		buf_puts(&b, " ms");
		return kept(p, &b);
	case METRIC_MEAN:
		return millionths(p, n);
	case METRIC_MINUTES:
		return page_count(&p->text, n, MSG_MINUTE, MSG_MINUTES);
	case METRIC_DAYS:
		return page_count(&p->text, n, MSG_DAY, MSG_DAYS);
	default:
		return page_number(&p->text, n);
	}
}

/* A line by hand is in millionths of what was told. */
static const char *
value_of(struct evidence_page *p, const struct score_row *row, int64_t n)
{
	return row->item != NULL ? ev_amount(p,
	    measure_info[row->item->measure].unit, n) : millionths(p, n);
}

/* What is entered by hand is shown as it was entered. */
static const char *
bound(struct evidence_page *p, const struct score_row *row, const char *text,
    int64_t n)
{
	return text != NULL ? text : value_of(p, row, n);
}

static void
put_result(struct evidence_page *p, const struct score_row *row)
{
	struct buf n = { 0 };

	if (row->manual != NULL && !row->value.known) {
		html_put(p->out, "<td class=\"hand\">(%s)</td>",
		    ev_word(p, MSG_EV_BY_HAND));
		return;
	}
	if (!row->value.known) {
		ev_cell(p, "c", "–");
		return;
	}
	buf_puts(&n, row->manual != NULL && row->manual->value_text != NULL ?
	    row->manual->value_text : value_of(p, row, row->value.value));
	if (row->item != NULL && row->value.n > 0 &&
	    row->item->measure != MEASURE_REACHABLE) {
		buf_puts(&n, " (n = ");
		number_put(&n, row->value.n, p->lang);
		buf_putc(&n, ')');
	}
	ev_cell(p, "", kept(p, &n));
}

/* What people gave; an empty cell is left to be filled. */
static void
put_given(struct evidence_page *p, const struct score_row *row, int64_t n)
{
	if (row->review == NULL || n == INT64_MIN)
		ev_cell(p, "hand", "");
	else
		ev_cell(p, "n", millionths(p, n));
}

static const char *
proof_code(struct evidence_page *p, const struct score_row *row)
{
	struct buf b = { 0 };

	if (row->item != NULL)
		return "presence.csv";
	for (size_t i = 0; i < p->e->n_proofs; i++) {
		if (strcmp(p->e->proof[i].of, row->head->id) != 0)
			continue;
		buf_printf(&b, "MC-%02zu", i + 1);
		return kept(p, &b);
	}
	return "";
}

static const char *
title_of(const struct evidence_page *p, const struct criteria_head *h)
{
	return h->title[p->lang] != NULL ? h->title[p->lang] : h->id;
}

static void
put_row(struct evidence_page *p, size_t i)
{
	static const char *const class[] = { "A", "B", "C" };
	const struct score_row *row = &p->e->score->row[i];
	const struct criteria_review *given = row->review;
	struct buf b = { 0 };

	ev_row(p, "");
	html_put(p->out, "<td class=\"c\">%d</td>", (int)i + 1);
	ev_cell(p, "", title_of(p, row->head));
	put_result(p, row);
	buf_puts(&b, bound(p, row, row->manual != NULL ?
	    row->manual->floor_text : NULL, row->floor));
	buf_puts(&b, " → ");
	buf_puts(&b, bound(p, row, row->manual != NULL ?
	    row->manual->target_text : NULL, row->target));
	ev_cell(p, "", kept(p, &b));
	ev_cell(p, "n", millionths(p, row->weight));
	ev_cell(p, row->value.known ? "n" : "c", row->value.known ?
	    millionths(p, row->weight / 1000 * row->score / 1000) : "–");
	put_given(p, row, given != NULL ? given->self : INT64_MIN);
	put_given(p, row, given != NULL ? given->reviewed : INT64_MIN);
	put_given(p, row, given != NULL ? given->published : INT64_MIN);
	html_put(p->out, "<td class=\"c\">%s<br/>%s</td>",
	    class[row->class], proof_code(p, row));
	ev_row_end(p);
}

static void
put_sum(struct evidence_page *p)
{
	const struct score *s = p->e->score;

	ev_row(p, "sum");
	ev_cell(p, "", "");
	ev_cell(p, "", ev_word(p, MSG_EV_SUM));
	ev_cell(p, "", "");
	ev_cell(p, "", "");
	ev_cell(p, "n", millionths(p, s->total.weight));
	ev_cell(p, "n", s->total.known_weight > 0 ?
	    millionths(p, s->total.pessimistic / 1000 * s->total.weight /
	    1000) : "–");
	ev_cell(p, "n", s->self.n > 0 ? millionths(p, s->self.points) : "");
	ev_cell(p, "n", s->reviewed.n > 0 ? millionths(p, s->reviewed.points) :
	    "");
	ev_cell(p, "n", s->published.n > 0 ?
	    millionths(p, s->published.points) : "");
	ev_cell(p, "", "");
	ev_row_end(p);
}

/* Without criteria: lines to fill in. */
static void
put_empty(struct evidence_page *p)
{
	ev_para(p, "note", ev_word(p, MSG_EV_NO_CRITERIA));
	ev_table_begin(p, "small", heads);
	for (int i = 1; i <= EMPTY_ROWS; i++) {
		ev_row(p, "");
		html_put(p->out, "<td class=\"c\">%d</td>", i);
		for (int c = 1; heads[c] != MSG__MAX; c++)
			buf_puts(p->out, "<td class=\"hand\">\xc2\xa0</td>");
		ev_row_end(p);
	}
	ev_table_end(p);
}

static void
put_totals(struct evidence_page *p)
{
	const struct score *s = p->e->score;
	struct buf share = { 0 };
	const char *known = s->total.known_weight > 0 ?
	    millionths(p, s->total.points) : "–";

	number_put_percent(&share, (s->total.coverage + 500) / 1000, p->lang);
	ev_para(p, "", ev_fill(p, MSG_EV_TOTAL_KNOWN, (const char *[]){ known,
	    millionths(p, p->e->criteria->points), kept(p, &share),
	    millionths(p, s->total.pessimistic_points) }, 4));
	if (s->band != NULL)
		ev_para(p, "", ev_fill(p, MSG_EV_BAND, (const char *[]){
		    title_of(p, &s->band->head) }, 1));
}

void
ev_scores(struct evidence_page *p)
{
	const struct criteria *c = p->e->criteria;
	struct buf b = { 0 };

	ev_part(p, MSG_EV_SCORES);
	if (c == NULL || p->e->score == NULL) {
		put_empty(p);
		return;
	}
	buf_printf(&b, "%s: %s.", ev_word(p, MSG_EV_CRITERIA),
	    title_of(p, &c->head));
	if (c->basis != NULL)
		buf_printf(&b, " %s: %s.", ev_word(p, MSG_EV_BASIS), c->basis);
	ev_para(p, "", kept(p, &b));
	if (!c->official)
		ev_para(p, "warn", ev_word(p, MSG_EV_UNOFFICIAL));
	ev_table_begin(p, "small", heads);
	for (size_t i = 0; i < p->e->score->n; i++)
		put_row(p, i);
	put_sum(p);
	ev_table_end(p);
	ev_para(p, "note", ev_word(p, MSG_EV_CLASSES));
	put_totals(p);
}
