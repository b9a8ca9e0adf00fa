/* SPDX-License-Identifier: MIT */
/* evidence_page.h -- the parts of the evidence document, inside. */
#ifndef PUBLISH_EVIDENCE_PAGE_H
#define PUBLISH_EVIDENCE_PAGE_H

#include "aggregate/metric.h"
#include "publish/escape.h"
#include "publish/evidence.h"
#include "publish/report_page.h"

struct evidence_page {
	const struct evidence *e;
	const struct review *r;
	const struct bundle *files;
	struct buf *out;
	struct report_page text; /* figures as texts, and their arena */
	enum lang lang;
	int part;                /* number of the last heading */
};

static inline const char *
ev_word(const struct evidence_page *p, enum message id)
{
	return message(p->lang, id);
}

/* "3. Title" */
void ev_part(struct evidence_page *p, enum message title);
void ev_para(struct evidence_page *p, const char *class, const char *text);

/* A table: heads are texts of the catalogue, MSG__MAX after the last. */
void ev_table_begin(struct evidence_page *p, const char *class,
    const enum message *heads);
void ev_table_end(struct evidence_page *p);
void ev_row(struct evidence_page *p, const char *class);
void ev_row_end(struct evidence_page *p);
void ev_cell(struct evidence_page *p, const char *class, const char *text);
void ev_count(struct evidence_page *p, int64_t n); /* REVIEW_NONE: "–" */
/* A text with all its holes filled; lives as long as the page. */
const char *ev_fill(struct evidence_page *p, enum message id,
    const char *const arg[], unsigned n);

/* A value of a measure, as people write it. */
const char *ev_amount(struct evidence_page *p, enum metric_unit unit,
    int64_t n);

/* The parts, in the order of the document. */
void ev_scope(struct evidence_page *p);
void ev_scores(struct evidence_page *p);
void ev_presence(struct evidence_page *p);
void ev_ranks(struct evidence_page *p);
void ev_figures(struct evidence_page *p);
void ev_charts(struct evidence_page *p);
void ev_coverage(struct evidence_page *p);
void ev_exclusions(struct evidence_page *p);
void ev_sources(struct evidence_page *p);
void ev_lists(struct evidence_page *p);
void ev_definitions(struct evidence_page *p);
void ev_limits(struct evidence_page *p);
void ev_changes(struct evidence_page *p);
void ev_proofs(struct evidence_page *p);
void ev_files(struct evidence_page *p);

/* Terms and what they mean: name and text by turns; returns false after the last.  For the
 * document and for definitions.txt. */
bool ev_definition(struct evidence_page *p, size_t i, const char **term,
    const char **text);
bool ev_limit(enum lang lang, size_t i, const char **text);

void evidence_page_open(struct evidence_page *p, const struct evidence *e,
    const struct bundle *files, struct buf *out);
void evidence_page_close(struct evidence_page *p);

#endif
