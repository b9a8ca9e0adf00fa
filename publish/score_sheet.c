/* SPDX-License-Identifier: MIT */
/* score_sheet.c -- a score table as rows of a sheet. */
#include "common/stamp.h"
#include "publish/measure_text.h"
#include "publish/score_page.h"
#include "publish/sheet_forms.h"

/* Message, name, kind */
#define SCORE_COLUMN_TABLE(X)                                                  \
	X(ITEM, "item", TEXT)                                                  \
	X(CRITERION, "title", TEXT)                                            \
	X(KIND, "kind", WORD)                                                  \
	X(STAGE, "stage", WORD)                                                \
	X(EVIDENCE, "evidence", WORD)                                          \
	X(METRIC, "metric", WORD)                                              \
	X(MEASURE, "measure", WORD)                                            \
	X(SECTION, "section", TEXT)                                            \
	X(UNIT, "unit", WORD)                                                  \
	X(PERIOD, "period", TEXT)                                              \
	X(VALUE, "value", COUNT)                                               \
	X(N, "n", COUNT)                                                       \
	X(FLOOR, "floor", COUNT)                                               \
	X(TARGET, "target", COUNT)                                             \
	X(WEIGHT, "weight", COUNT)                                             \
	X(SCORE, "score", COUNT)                                               \
	X(VALUE_BEFORE, "value_before", COUNT)                                 \
	X(SCORE_BEFORE, "score_before", COUNT)                                 \
	X(SELF, "self", COUNT)                                                 \
	X(REVIEWED, "reviewed", COUNT)                                         \
	X(PUBLISHED, "published", COUNT)                                       \
	X(INSTRUMENT, "instrument", TEXT)                                      \
	X(PROOF, "proof", TEXT)                                                \
	X(SHA256, "sha256", WORD)                                              \
	X(BY, "by", TEXT)                                                      \
	X(DATE, "date", DAY)

static const char *const stage_name[] = {
#define X(id, name) [CRITERIA_STAGE_##id] = name,
	CRITERIA_STAGE_TABLE(X)
#undef X
};

void
score_columns(struct sheet *t)
{
#define X(id, name, kind)                                                      \
	sheet_column(t, name, MSG_SCORE_##id, SHEET_##kind);
	SCORE_COLUMN_TABLE(X)
#undef X
}

static void
put_text(struct sheet *t, const char *text)
{
	if (text != NULL)
		sheet_text(t, span_of(text));
	else
		sheet_none(t);
}

static void
put_known(struct sheet *t, bool known, int64_t n)
{
	if (known)
		sheet_int(t, n);
	else
		sheet_none(t);
}

/* What a line is: of a metric, or by hand. */
static void
put_what(struct sheet *t, const struct score_row *r)
{
	static const char *const class[] = { [METRIC_A] = "A",
		[METRIC_B] = "B", [METRIC_C] = "C" };

	sheet_text(t, span_of(r->head->id));
	sheet_text(t, span_of(r->head->title[t->lang]));
	sheet_word(t, r->item != NULL ? "item" : "manual", NULL);
	sheet_word(t, stage_name[r->stage], message(t->lang,
	    (enum message)(MSG_SCORE_STAGE_NONE + (int)r->stage)));
	sheet_word(t, class[r->class], NULL);
	if (r->item == NULL) {
		sheet_none(t);
		sheet_none(t);
		sheet_none(t);
		sheet_word(t, "millionths", NULL);
		return;
	}
	const struct measure_info *m = &measure_info[r->item->measure];

	sheet_word(t, metric_info[m->metric].name, NULL);
	sheet_word(t, m->name, NULL);
	put_text(t, r->item->section_id);
	sheet_word(t, measure_unit_name(m->unit), NULL);
}

static void
put_period(struct sheet *t, const struct score_page *p,
    const struct score_row *r, struct buf *text)
{
	buf_clear(text);
	if (r->manual != NULL) {
		put_text(t, r->manual->period);
		return;
	}
	stamp_put_day(text, p->days.from);
	buf_puts(text, "..");
	stamp_put_day(text, p->days.to);
	sheet_text(t, buf_view(text));
}

static void
put_scores(struct sheet *t, const struct score_row *r)
{
	put_known(t, r->value.known, r->value.value);
	put_known(t, r->value.known && r->item != NULL, r->value.n);
	sheet_int(t, r->floor);
	sheet_int(t, r->target);
	sheet_int(t, r->weight);
	put_known(t, r->value.known, r->score);
	put_known(t, r->before.known, r->before.value);
	put_known(t, r->before.known, r->score_before);
	sheet_int(t, r->review != NULL ? r->review->self : INT64_MIN);
	sheet_int(t, r->review != NULL ? r->review->reviewed : INT64_MIN);
	sheet_int(t, r->review != NULL ? r->review->published : INT64_MIN);
}

static void
put_proof(struct sheet *t, const struct score_row *r)
{
	const struct criteria_proof *proof = r->manual != NULL ?
	    &r->manual->proof : NULL;

	put_text(t, r->item != NULL ? r->item->instrument_id : NULL);
	if (proof == NULL) {
		for (int i = 0; i < 4; i++)
			sheet_none(t);
		return;
	}
	put_text(t, proof->file);
	put_text(t, proof->sha256);
	put_text(t, proof->by);
	put_known(t, proof->date != INT32_MIN, proof->date);
}

void
score_rows(const struct score_page *p, struct sheet *t)
{
	struct buf text = { 0 };

	for (size_t i = 0; i < p->score->n; i++) {
		const struct score_row *r = &p->score->row[i];

		put_what(t, r);
		put_period(t, p, r, &text);
		put_scores(t, r);
		put_proof(t, r);
		sheet_end(t);
	}
	buf_close(&text);
}

void
score_csv(const struct score_page *p, enum lang lang, struct buf *out)
{
	struct sheet t = { .lang = lang, .take = sheet_csv_row, .self = out };

	score_columns(&t);
	sheet_csv_header(&t, out);
	score_rows(p, &t);
}
