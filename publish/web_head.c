/* SPDX-License-Identifier: MIT */
/* web_head.c -- whose report it is, of when, where others are, and how much the logs cover. */
#include "publish/period_text.h"
#include "publish/web_page.h"

/* ---- header ---- */

static void
put_step(struct web *p, const struct web_link *l, const char *rel,
    const char *before, const char *after)
{
	if (l->href == NULL)
		return;
	html_put(p->out, "<a href=\"%s\"", l->href);
	if (rel[0] != '\0')
		html_put(p->out, " rel=\"%s\"", rel);
	html_put(p->out, ">%s%s%s</a>", before, l->label, after);
}

static void
put_steps(struct web *p)
{
	const struct web_report *w = p->w;

	if (w->before.href == NULL && w->after.href == NULL &&
	    w->index.href == NULL)
		return;
	html_put(p->out, "<nav class=\"steps\" aria-label=\"%s\">",
	    web_word(p, MSG_WEB_STEPS));
	put_step(p, &w->before, "prev", "‹ ", "");
	put_step(p, &w->index, "", "", "");
	put_step(p, &w->after, "next", "", " ›");
	buf_puts(p->out, "</nav>\n");
}

static void
put_title(struct web *p)
{
	const struct site *site = p->r->site;
	struct buf period = { 0 };

	period_title(&period, p->r->days, p->lang);
	buf_puts(p->out, "<div>");
	web_site(p->out, site);
	html_put(p->out, "<h1>%s</h1>\n<p class=\"per\"><b>%s</b>",
	    web_word(p, MSG_REVIEW_TITLE), buf_text(&period));
	if (site->host != NULL && site->host[0] != NULL &&
	    strcmp(site->host[0], site->name) != 0)
		html_put(p->out, " · <span class=\"mono\">%s</span>",
		    site->host[0]);
	buf_puts(p->out, "</p></div>\n");
	buf_close(&period);
}

static const struct {
	const char *id;
	enum message title;
	bool figures; /* there with figures only */
} groups[] = {
	{ "overview", MSG_WEB_OVERVIEW, false },
	{ "time", MSG_WEB_TIME, true },
	{ "content", MSG_WEB_CONTENT, true },
	{ "people", MSG_WEB_PEOPLE, true },
	{ "service", MSG_WEB_SERVICE, true },
	{ "robots", MSG_WEB_ROBOTS, true },
	{ "method", MSG_WEB_METHOD, false },
	{ "sources", MSG_WEB_PROOF, false },
};

static void
put_toc(struct web *p)
{
	html_put(p->out, "<nav class=\"toc\" aria-label=\"%s\"><ul class=\""
	    "wrap\">\n", web_word(p, MSG_WEB_TOC));
	for (size_t i = 0; i < sizeof(groups) / sizeof(groups[0]); i++)
		if (!groups[i].figures || p->s->f.n_days > 0)
			html_put(p->out, "<li><a href=\"#%s\">%s</a></li>\n",
			    groups[i].id, web_word(p, groups[i].title));
	buf_puts(p->out, "</ul></nav>\n");
}

void
web_head(struct web *p)
{
	buf_puts(p->out, "<header class=\"top\"><div class=\"wrap\">\n");
	put_title(p);
	buf_puts(p->out, "<div class=\"tools\">\n");
	put_steps(p);
	web_theme_switch(p->out, p->lang);
	buf_puts(p->out, "</div></div></header>\n");
	put_toc(p);
}
