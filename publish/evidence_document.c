/* SPDX-License-Identifier: MIT */
/* evidence_document.c -- the frame of the document: heading, title, signatures. */
#include "common/civil.h"
#include "plots/style.h"
#include "publish/evidence_page.h"
#include "publish/html.h"
#include "publish/period_text.h"

static const unsigned char css[] = {
#include "publish/assets/evidence.css.inc"
};

void
evidence_page_open(struct evidence_page *p, const struct evidence *e,
    const struct bundle *files, struct buf *out)
{
	const struct review *r = e->review;
	const struct report_figures *f = &r->show.show.f;

	*p = (struct evidence_page){ .e = e, .r = r, .files = files,
		.out = out, .lang = e->lang, .text = { .f = f, .lang = e->lang,
		.today = zone_day_at(r->site->zone, r->now_s).day } };
}

void
evidence_page_close(struct evidence_page *p)
{
	arena_close(&p->text.arena);
}

void
ev_part(struct evidence_page *p, enum message title)
{
	html_put(p->out, "<h2>%d. %s</h2>\n", ++p->part, ev_word(p, title));
}

void
ev_para(struct evidence_page *p, const char *class, const char *text)
{
	if (class[0] == '\0')
		html_put(p->out, "<p>%s</p>\n", text);
	else
		html_put(p->out, "<p class=\"%s\">%s</p>\n", class, text);
}

void
ev_table_begin(struct evidence_page *p, const char *class,
    const enum message *heads)
{
	html_put(p->out, "<table class=\"grid%s%s\">\n", class[0] != '\0' ?
	    " " : "", class);
	if (*heads != MSG__MAX) {
		buf_puts(p->out, "<thead><tr>");
		for (; *heads != MSG__MAX; heads++)
			html_put(p->out, "<th scope=\"col\">%s</th>",
			    ev_word(p, *heads));
		buf_puts(p->out, "</tr></thead>\n");
	}
	buf_puts(p->out, "<tbody>\n");
}

void
ev_table_end(struct evidence_page *p)
{
	buf_puts(p->out, "</tbody></table>\n");
}

void
ev_row(struct evidence_page *p, const char *class)
{
	if (class[0] == '\0')
		buf_puts(p->out, "<tr>");
	else
		html_put(p->out, "<tr class=\"%s\">", class);
}

void
ev_row_end(struct evidence_page *p)
{
	buf_puts(p->out, "</tr>\n");
}

void
ev_cell(struct evidence_page *p, const char *class, const char *text)
{
	if (class[0] == '\0')
		html_put(p->out, "<td>%s</td>", text);
	else
		html_put(p->out, "<td class=\"%s\">%s</td>", class, text);
}

void
ev_count(struct evidence_page *p, int64_t n)
{
	ev_cell(p, "n", n == REVIEW_NONE ? "–" : page_number(&p->text, n));
}

const char *
ev_fill(struct evidence_page *p, enum message id, const char *const arg[],
    unsigned n)
{
	struct buf b = { 0 };
	const char *text;

	message_fill(&b, p->lang, id, arg, n);
	text = arena_dup(&p->text.arena, b.p, b.n);
	buf_close(&b);
	return text;
}

/* ---- head ---- */

static void
put_head(struct evidence_page *p)
{
	struct buf style = { 0 }, title = { 0 };

	buf_puts(&style, "\n:root{");
	style_css(&style, DRAW_PRINT);
	buf_puts(&style, "}\n");
	buf_add(&style, css, sizeof(css));
	period_title(&title, p->r->days, p->lang);
	html_put(p->out, "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n"
	    "<meta charset=\"utf-8\"/>\n<meta http-equiv=\""
	    "Content-Security-Policy\" content=\"default-src 'none'; "
	    "style-src ", lang_name(p->lang));
	html_hash_source(p->out, buf_view(&style));
	html_put(p->out, "; base-uri 'none'; form-action 'none'\"/>\n"
	    "<meta name=\"viewport\" content=\"width=device-width, "
	    "initial-scale=1\"/>\n<meta name=\"robots\" content=\"noindex\"/>\n"
	    "<title>%s – %s – %s</title>\n<style>", ev_word(p, MSG_EV_KIND),
	    p->r->site->name, buf_text(&title));
	buf_span(p->out, buf_view(&style));
	buf_puts(p->out, "</style>\n</head>\n<body>\n");
	buf_close(&style);
	buf_close(&title);
}

/* What the unit writes by hand: who is above it, the number, the place and the date. */
static void
put_frame(struct evidence_page *p)
{
	static const char dots[] = "……………………………";
	struct civil c = civil_date(p->text.today);

	html_put(p->out, "<table class=\"frame\"><tbody>\n<tr><td class="
	    "\"blank\">%s</td><td class=\"nation\">%s</td></tr>\n", dots,
	    ev_word(p, MSG_EV_NATION));
	html_put(p->out, "<tr><td class=\"own\">%s<span class=\"rule\"></span>"
	    "</td><td class=\"motto\">%s<span class=\"rule\"></span></td>"
	    "</tr>\n", p->r->site->name, ev_word(p, MSG_EV_MOTTO));
	html_put(p->out, "<tr><td class=\"number\">%s …………</td><td class="
	    "\"place\">……………, %s …… %s …… %s %d</td></tr>\n</tbody></table>\n",
	    ev_word(p, MSG_EV_NUMBER), ev_word(p, MSG_EV_PLACE),
	    ev_word(p, MSG_EV_PLACE_MONTH), ev_word(p, MSG_EV_PLACE_YEAR),
	    (int)c.year);
}

static void
put_title(struct evidence_page *p)
{
	struct buf when = { 0 };

	period_text(&when, p->r->days, p->lang);
	html_put(p->out, "<h1>%s</h1>\n<p class=\"about\">%s</p>"
	    "<span class=\"rule\"></span>\n", ev_word(p, MSG_EV_KIND),
	    ev_fill(p, MSG_EV_ABOUT, (const char *[]){ buf_text(&when) }, 1));
	buf_close(&when);
}

static void
put_signatures(struct evidence_page *p)
{
	html_put(p->out, "<table class=\"sign\"><tbody><tr><td class="
	    "\"copies\"><b>%s</b><br/>- …………………;<br/>%s</td>",
	    ev_word(p, MSG_EV_COPIES), ev_word(p, MSG_EV_COPIES_ARCHIVE));
	html_put(p->out, "<td><span class=\"who\">%s</span><br/>"
	    "<span class=\"how\">%s</span></td>", ev_word(p, MSG_EV_MADE_BY),
	    ev_word(p, MSG_EV_SIGN));
	html_put(p->out, "<td><span class=\"who\">%s</span><br/>"
	    "<span class=\"how\">%s</span></td></tr></tbody></table>\n",
	    ev_word(p, MSG_EV_HEAD), ev_word(p, MSG_EV_SEAL));
}

void
evidence_document(const struct evidence *e, const struct bundle *files,
    struct buf *out)
{
	struct evidence_page p;

	evidence_page_open(&p, e, files, out);
	put_head(&p);
	put_frame(&p);
	put_title(&p);
	ev_scope(&p);
	ev_scores(&p);
	ev_presence(&p);
	ev_ranks(&p);
	ev_figures(&p);
	ev_charts(&p);
	ev_coverage(&p);
	ev_exclusions(&p);
	ev_sources(&p);
	ev_lists(&p);
	ev_definitions(&p);
	ev_limits(&p);
	ev_changes(&p);
	ev_proofs(&p);
	ev_files(&p);
	put_signatures(&p);
	buf_puts(out, "</body>\n</html>\n");
	evidence_page_close(&p);
}
