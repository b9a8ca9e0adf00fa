/* SPDX-License-Identifier: MIT */
/* score_page.h -- a score table, to print: for a terminal, as JSON and as rows of a sheet
 * (CSV, XLSX).
 *
 * Each line has value, n, period, floor, target, score, evidence class, where the proof lies, and
 * what people gave it, side by side.  Unknown stays unknown.
 */
#ifndef PUBLISH_SCORE_PAGE_H
#define PUBLISH_SCORE_PAGE_H

#include "common/site.h"
#include "publish/json.h"
#include "publish/score.h"
#include "publish/sheet.h"
#include "publish/term.h"

struct score_page {
	const struct criteria *criteria;
	const struct score *score;  /* of it */
	struct period days, before; /* before: what score->before is of */
};

/* For people: the table, totals, stages.  Texts of the criteria are escaped. */
void score_text(const struct score_page *p, struct term *t, enum lang lang);

/* One object, as the value of a key that waits (or of an array).  Shares, scores, weights and
 * points are in millionths; values in their unit. */
void score_json(const struct score_page *p, struct json *j);

/* Columns, then a row for each line; t->lang is the titles'. */
void score_columns(struct sheet *t);
void score_rows(const struct score_page *p, struct sheet *t);

/* The same as CSV, with a header line. */
void score_csv(const struct score_page *p, enum lang lang, struct buf *out);

#endif
