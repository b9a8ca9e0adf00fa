/* SPDX-License-Identifier: MIT */
#include "publish/web_page.h"

#include "publish/period_text.h"

const struct dims *
web_dims(const struct web *p)
{
	return &p->r->show.dims;
}

struct web_faults
web_faults(const struct web *p)
{
	const struct tallies *t = &p->r->show.dims.of[DIM_STATUS];
	struct web_faults f = { 0, p->s->sums.all };

	for (size_t i = 0; i < t->n; i++)
		if (t->tally[i].key.n == 3 && t->tally[i].key.p[0] == '5')
			f.faults += t->tally[i].n[TALLY_HITS] +
			    t->tally[i].n[TALLY_ROBOT_HITS] +
			    t->tally[i].n[TALLY_REST_HITS];
	return f;
}

void
web_open(struct web *p, const struct web_report *w, struct buf *out)
{
	const struct review *r = w->review;
	const struct report_figures *f = &r->show.show.f;

	*p = (struct web){ .w = w, .r = r, .s = &r->show.show, .out = out,
		.lang = w->lang, .text = { .f = f, .lang = w->lang,
		.today = zone_day_at(f->zone, r->now_s).day } };
}

void
web_close(struct web *p)
{
	arena_close(&p->text.arena);
}

void
web_group_begin(struct web *p, const char *id, enum message title)
{
	html_put(p->out, "<section class=\"group\" id=\"%s\" "
	    "aria-labelledby=\"%s-h\">\n<h2 id=\"%s-h\">%s</h2>\n", id, id, id,
	    web_word(p, title));
}

void
web_group_end(struct web *p)
{
	buf_puts(p->out, "</section>\n");
}

void
web_card_begin(struct web *p, const struct web_card *c)
{
	int level = p->flat ? 2 : 3;

	html_put(p->out, "<article class=\"card%s%s\" aria-labelledby=\"%s\">\n"
	    "<header><h%d id=\"%s\">%s</h%d>", c->class[0] != '\0' ? " " : "",
	    c->class, c->id, level, c->id, c->title, level);
	if (c->about[0] != '\0')
		html_put(p->out, "<p>%s</p>", c->about);
	buf_puts(p->out, "</header>\n");
}

enum { NAME_HEAD = 90, NAME_TAIL = 50, NAME_MOST = 160 }; /* bytes */

const char *
web_short(struct web *p, const char *text)
{
	size_t n = strlen(text), head = NAME_HEAD, tail = n - NAME_TAIL;
	struct buf b = { 0 };
	const char *cut;

	if (n <= NAME_MOST)
		return text;
	while (((unsigned char)text[head] & 0xc0) == 0x80)
		head--; /* not within a letter */
	while (((unsigned char)text[tail] & 0xc0) == 0x80)
		tail++;
	buf_span(&b, (struct span){ text, head });
	buf_puts(&b, "…");
	buf_puts(&b, text + tail);
	cut = arena_dup(&p->text.arena, buf_text(&b), b.n);
	buf_close(&b);
	return cut;
}

/* Whose report it is, where a name is known. */
void
web_site(struct buf *out, const struct site *site)
{
	if (site->name[0] != '\0')
		html_put(out, "<p class=\"org\">%s</p>\n", site->name);
}

void
web_card_end(struct web *p)
{
	buf_puts(p->out, "</article>\n");
}

static void
put_foot(struct web *p)
{
	struct buf version = { 0 };

	buf_puts(&version, "truycap");
	if (p->r->version[0] != '\0')
		buf_printf(&version, " %s", p->r->version);
	html_put(p->out, "<footer><div class=\"wrap\"><p>%s</p></div>"
	    "</footer>\n", page_text(&p->text, MSG_WEB_PROGRAM,
	    buf_text(&version), page_instant(&p->text, p->r->now_s)));
	buf_close(&version);
}

void
web_report(const struct web_report *w, struct buf *out)
{
	struct buf title = { 0 };
	struct web p;

	web_open(&p, w, out);
	period_title(&title, p.r->days, p.lang);
	buf_printf(&title, " – %s", p.r->site->name[0] != '\0' ?
	    p.r->site->name : web_word(&p, MSG_REVIEW_TITLE));
	web_document_begin(out, p.lang, buf_text(&title));
	buf_close(&title);
	web_head(&p);
	buf_puts(out, "<main class=\"wrap\" id=\"main\">\n");
	web_tiles(&p);
	web_remarks(&p);
	if (p.s->f.n_days > 0) {
		web_time_charts(&p);
		web_content(&p);
		web_people(&p);
		web_service(&p);
		web_robots(&p);
	}
	web_method(&p);
	web_sources(&p);
	buf_puts(out, "</main>\n");
	put_foot(&p);
	web_document_end(out);
	web_close(&p);
}
