/* SPDX-License-Identifier: MIT */
/* evidence_basis.c -- what the figures rest on: lines, logs, lists, proofs, files. */
#include "publish/evidence_page.h"

#include "common/hash.h"
#include "common/stamp.h"

/* ---- lines to page views ---- */

void
ev_exclusions(struct evidence_page *p)
{
	static const enum message heads[] = { MSG_COLUMN_KIND,
		MSG_COLUMN_LINES, MSG__MAX };

	ev_part(p, MSG_EV_EXCLUSIONS);
	ev_para(p, "note", ev_word(p, MSG_WEB_WATERFALL_ABOUT));
	ev_table_begin(p, "", heads);
	for (int i = 0; i < WATERFALL__MAX; i++) {
		enum waterfall_step step = (enum waterfall_step)i;
		bool total = waterfall_total(step);
		int64_t n = p->e->waterfall->lines[i];

		if (n == 0 && !total)
			continue;
		ev_row(p, total ? "sum" : "less");
		ev_cell(p, "", ev_word(p, waterfall_message(step)));
		html_put(p->out, "<td class=\"n\">%s%s</td>", total ? "" :
		    "– ", page_number(&p->text, n));
		ev_row_end(p);
	}
	ev_table_end(p);
}

/* ---- logs ---- */

enum { SOURCES_MOST = 60 }; /* of the document; the file has all */

static void
put_source(struct evidence_page *p, const struct evidence_source *s)
{
	int64_t lines = 0;

	for (int c = 0; c < CLASS__MAX; c++)
		lines += s->lines[c];
	ev_row(p, "");
	ev_cell(p, "", s->name);
	ev_count(p, lines);
	html_put(p->out, "<td>%s<br/>%s</td>", s->first_s <= s->last_s ?
	    page_instant(&p->text, s->first_s) : "–",
	    s->first_s <= s->last_s ? page_instant(&p->text, s->last_s) : "");
	ev_count(p, s->bytes);
	if (s->content[0] != '\0')
		html_put(p->out, "<td class=\"hash\">%s</td>", s->content);
	else
		ev_cell(p, "", ev_word(p, MSG_EV_SOURCE_GONE));
	ev_row_end(p);
}

void
ev_sources(struct evidence_page *p)
{
	static const enum message heads[] = { MSG_EV_SOURCE_FILE,
		MSG_EV_SOURCE_LINES, MSG_EV_SOURCE_TIMES, MSG_EV_SOURCE_BYTES,
		MSG_EV_SOURCE_HASH, MSG__MAX };

	ev_part(p, MSG_EV_SOURCES);
	if (p->e->n_sources == 0) {
		ev_para(p, "note", ev_word(p, MSG_EV_NO_SOURCES));
		return;
	}
	ev_para(p, "note", ev_fill(p, MSG_EV_SOURCES_ABOUT,
	    (const char *[]){ BUNDLE_SOURCES }, 1));
	ev_table_begin(p, "small", heads);
	for (size_t i = 0; i < p->e->n_sources && i < SOURCES_MOST; i++)
		put_source(p, &p->e->source[i]);
	ev_table_end(p);
}

void
ev_lists(struct evidence_page *p)
{
	static const enum message heads[] = { MSG_COLUMN_KIND,
		MSG_COLUMN_NAME, MSG_COLUMN_VERSION, MSG_HEAD_SHA256,
		MSG_REPORT_COLUMN_DAYS, MSG__MAX };

	ev_part(p, MSG_EV_LISTS);
	ev_table_begin(p, "small", heads);
	for (size_t i = 0; i < p->r->n_lists; i++) {
		const struct review_list *l = &p->r->list[i];

		ev_row(p, "");
		ev_cell(p, "", l->kind);
		ev_cell(p, "", l->name);
		ev_cell(p, "", l->version);
		ev_cell(p, "hash", l->sha256);
		ev_count(p, l->n_days);
		ev_row_end(p);
	}
	ev_table_end(p);
}

/* ---- changes ---- */

static void
put_changed(struct evidence_page *p, const int64_t n[2])
{
	html_put(p->out, "<td class=\"n\">%s → %s</td>",
	    page_number(&p->text, n[0]), page_number(&p->text, n[1]));
}

static void
put_restatements(struct evidence_page *p)
{
	static const enum message heads[] = { MSG_EV_NO, MSG_EV_CHANGED_AT,
		MSG_EV_CHANGED_DAYS, MSG_EV_REASON, MSG_REPORT_VISITS,
		MSG_REPORT_PAGES, MSG_REPORT_HITS, MSG__MAX };

	ev_table_begin(p, "small", heads);
	for (size_t i = 0; i < p->e->n_restatements; i++) {
		const struct evidence_restatement *c = &p->e->restatement[i];

		ev_row(p, "");
		ev_count(p, c->number);
		ev_cell(p, "", page_instant(&p->text, c->at_s));
		html_put(p->out, "<td>%s – %s</td><td>%s%s%s</td>",
		    page_date(&p->text, c->days.from),
		    page_date(&p->text, c->days.to), c->reason,
		    c->by[0] != '\0' ? ", " : "", c->by);
		put_changed(p, c->visits);
		put_changed(p, c->pages);
		put_changed(p, c->hits);
		ev_row_end(p);
	}
	ev_table_end(p);
}

void
ev_changes(struct evidence_page *p)
{
	struct buf seq = { 0 };

	ev_part(p, MSG_EV_CHANGES);
	if (p->e->n_restatements > 0)
		put_restatements(p);
	else
		ev_para(p, "", ev_word(p, MSG_EV_NO_RESTATEMENTS));
	if (p->e->head == NULL) {
		ev_para(p, "", ev_word(p, MSG_EV_NO_HEAD));
		return;
	}
	buf_printf(&seq, "%lld", (long long)p->e->head_seq);
	html_put(p->out, "<p>%s</p>\n<p class=\"hash\">%s</p>\n",
	    ev_fill(p, MSG_EV_HEAD_IS, (const char *[]){ buf_text(&seq) }, 1),
	    p->e->head);
	buf_close(&seq);
}

/* ---- ranks ---- */

void
ev_ranks(struct evidence_page *p)
{
	static const enum message heads[] = { MSG_EV_INDEX, MSG_COLUMN_YEAR,
		MSG_EV_RANK, MSG_EV_POSITION, MSG_EV_PROOF, MSG__MAX };
	const struct ranks *r = p->e->ranks;

	if (r->n == 0)
		return;
	ev_part(p, MSG_EV_RANKS);
	ev_table_begin(p, "small", heads);
	for (size_t i = 0; i < r->n; i++) {
		const struct ranks_row *row = &r->row[i];

		ev_row(p, "");
		html_put(p->out, "<td>%s</td><td class=\"c\">%d</td>",
		    row->rank.index, row->rank.year);
		html_put(p->out, "<td class=\"c\">%ld/%ld%s</td>",
		    (long)row->rank.rank, (long)row->rank.of,
		    row->of_before != 0 ? " (*)" : "");
		html_put(p->out, "<td class=\"n\">%s</td>", page_percent(
		    &p->text, row->position, 1000000));
		html_put(p->out, "<td class=\"hash\">%s</td>",
		    row->rank.sha256);
		ev_row_end(p);
	}
	ev_table_end(p);
	ev_para(p, "note", ev_word(p, MSG_EV_RANKS_ABOUT));
}

/* ---- proofs and files ---- */

void
ev_proofs(struct evidence_page *p)
{
	static const enum message heads[] = { MSG_EV_NO, MSG_EV_CRITERION,
		MSG_EV_SOURCE_FILE, MSG_EV_SIZE, MSG_HEAD_SHA256, MSG__MAX };

	ev_part(p, MSG_EV_PROOFS);
	if (p->e->n_proofs == 0) {
		ev_para(p, "", ev_word(p, MSG_EV_NO_PROOFS));
		return;
	}
	ev_table_begin(p, "small", heads);
	for (size_t i = 0; i < p->e->n_proofs; i++) {
		const struct evidence_proof *f = &p->e->proof[i];

		ev_row(p, "");
		html_put(p->out, "<td class=\"c\">MC-%s%d</td>", i < 9 ? "0" :
		    "", (int)i + 1);
		ev_cell(p, "", f->of);
		html_put(p->out, "<td>%s%s%s</td>", f->name != NULL ? f->name :
		    f->file, f->note != NULL ? ": " : "", f->note != NULL ?
		    f->note : "");
		ev_count(p, f->bytes > 0 ? f->bytes : REVIEW_NONE);
		ev_cell(p, "hash", f->sha256);
		ev_row_end(p);
	}
	ev_table_end(p);
}

static void
put_file(struct evidence_page *p, const struct zip_file *f)
{
	char hash[65];

	hash_sha256_hex(f->bytes.p, f->bytes.n, hash);
	ev_row(p, "");
	ev_cell(p, "", f->name);
	ev_count(p, (int64_t)f->bytes.n);
	ev_cell(p, "hash", hash);
	ev_row_end(p);
}

void
ev_files(struct evidence_page *p)
{
	static const enum message heads[] = { MSG_EV_SOURCE_FILE, MSG_EV_SIZE,
		MSG_HEAD_SHA256, MSG__MAX };

	ev_part(p, MSG_EV_FILES);
	ev_para(p, "note", ev_word(p, MSG_EV_FILES_ABOUT));
	html_put(p->out, "<pre>sha256sum -c %s\ntruycap verify %s.zip "
	    "access.log*</pre>\n", BUNDLE_MANIFEST, p->e->period);
	ev_table_begin(p, "small", heads);
	for (size_t i = 0; i < p->files->n; i++)
		if (!span_starts(span_of(p->files->file[i].name),
		    SPAN(BUNDLE_CSV)))
			put_file(p, &p->files->file[i]);
	ev_table_end(p);
	ev_para(p, "note", ev_fill(p, MSG_EV_FILES_REST, (const char *[]){
	    BUNDLE_CSV, BUNDLE_MANIFEST }, 2));
}
