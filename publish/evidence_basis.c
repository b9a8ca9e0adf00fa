/* SPDX-License-Identifier: MIT */
/* evidence_basis.c -- what the figures rest on: lines, logs, lists, proofs, files. */
#include "publish/evidence_page.h"

#include "common/hash.h"
#include "common/stamp.h"

/* ---- lines to page views ---- */

static void
add(struct evidence_row **at, enum evidence_step step, enum message title,
    const char *name, int64_t n)
{
	*(*at)++ = (struct evidence_row){ step, title, name, n };
}

size_t
evidence_exclusions(const struct review *r,
    struct evidence_row row[EVIDENCE_ROWS])
{
	const int64_t *outcome = r->show.show.f.outcomes;
	struct evidence_row *at = row;
	int64_t all = r->undated, human = 0;

	for (int c = 0; c < CLASS__MAX; c++)
		all += r->classes[c];
	for (int o = 0; o < OUTCOME__MAX; o++)
		human += outcome[o];
	add(&at, EVIDENCE_ALL, MSG_REPORT_ALL_LINES, "lines", all);
	if (r->undated > 0)
		add(&at, EVIDENCE_LESS, MSG_WEB_UNDATED, "undated", r->undated);
	for (int c = CLASS__MAX - 1; c > CLASS_HUMAN; c--)
		if (r->classes[c] > 0)
			add(&at, EVIDENCE_LESS,
			    (enum message)(MSG_CLASS_HUMAN + c),
			    class_name((enum class)c), r->classes[c]);
	if (r->classes[CLASS_HUMAN] != human)
		add(&at, EVIDENCE_LESS, MSG_EV_AHEAD, "ahead",
		    r->classes[CLASS_HUMAN] - human);
	add(&at, EVIDENCE_LEAVES, MSG_EV_LEFT, "human", human);
	for (int o = 0; o < OUTCOME__MAX; o++)
		if (o != OUTCOME_PAGE && outcome[o] > 0)
			add(&at, EVIDENCE_LESS,
			    (enum message)(MSG_OUTCOME_REDIRECT + o),
			    outcome_name((enum outcome)o), outcome[o]);
	add(&at, EVIDENCE_LEAVES, MSG_EV_PAGES, "pages",
	    outcome[OUTCOME_PAGE]);
	return (size_t)(at - row);
}

void
ev_exclusions(struct evidence_page *p)
{
	static const enum message heads[] = { MSG_COLUMN_KIND,
		MSG_COLUMN_LINES, MSG__MAX };
	struct evidence_row row[EVIDENCE_ROWS];
	size_t n = evidence_exclusions(p->r, row);

	ev_part(p, MSG_EV_EXCLUSIONS);
	ev_para(p, "note", ev_word(p, MSG_WEB_WATERFALL_ABOUT));
	ev_table_begin(p, "", heads);
	for (size_t i = 0; i < n; i++) {
		bool less = row[i].step == EVIDENCE_LESS;

		ev_row(p, less ? "less" : "sum");
		ev_cell(p, "", ev_word(p, row[i].title));
		html_put(p->out, "<td class=\"n\">%s%s</td>", less ? "– " : "",
		    page_number(&p->text, row[i].n));
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

void
ev_changes(struct evidence_page *p)
{
	struct buf seq = { 0 };

	ev_part(p, MSG_EV_CHANGES);
	ev_para(p, "", ev_word(p, MSG_EV_NO_RESTATEMENTS));
	if (p->e->head == NULL) {
		ev_para(p, "", ev_word(p, MSG_EV_NO_HEAD));
		return;
	}
	buf_printf(&seq, "%lld", (long long)p->e->head_seq);
	ev_para(p, "", ev_fill(p, MSG_EV_HEAD_IS, (const char *[]){
	    buf_text(&seq), p->e->head }, 2));
	buf_close(&seq);
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
