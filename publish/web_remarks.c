/* SPDX-License-Identifier: MIT */
/* web_remarks.c -- remarks on the page, to copy; and the same figures as files. */
#include "publish/remarks.h"
#include "publish/web_page.h"

static void
put_links(struct web *p, bool csv)
{
	buf_puts(p->out, "<ul class=\"files\">");
	for (size_t i = 0; i < p->w->n_files; i++) {
		const struct web_link *l = &p->w->file[i];

		if ((strchr(l->href, '/') != NULL) == csv)
			html_put(p->out, "<li><a href=\"%s\">%s</a></li>",
			    l->href, l->label);
	}
	buf_puts(p->out, "</ul>\n");
}

/* The CSV files are many, and in a folder of their own: behind a click. */
static void
put_files(struct web *p)
{
	if (p->w->n_files == 0)
		return;
	html_put(p->out, "<section class=\"card np\" aria-labelledby=\"files\">\n"
	    "<header><h3 id=\"files\">%s</h3></header>\n",
	    web_word(p, MSG_WEB_FILES));
	put_links(p, false);
	buf_puts(p->out, "<details><summary>CSV</summary>\n");
	put_links(p, true);
	buf_puts(p->out, "</details>\n");
	web_card_end(p);
}

/* Of the group that the tiles opened; closes it. */
void
web_remarks(struct web *p)
{
	struct web_card card = { "remarks", web_word(p, MSG_WEB_REMARKS),
		web_word(p, MSG_WEB_REMARKS_ABOUT), "" };
	struct remarks said;

	remarks_make(p->r, p->lang, &said);
	web_card_begin(p, &card);
	buf_puts(p->out, "<div class=\"prose\" id=\"remarks-text\">\n");
	for (int i = 0; i < REMARKS_PARTS; i++)
		if (said.part[i].n > 0)
			html_put(p->out, "<p>%s</p>\n",
			    buf_text(&said.part[i]));
	html_put(p->out, "</div>\n<p class=\"acts\"><button type=\"button\" "
	    "id=\"copy\" hidden=\"hidden\" data-done=\"%s\">%s</button>"
	    "<span id=\"copied\" role=\"status\"></span></p>\n",
	    web_word(p, MSG_WEB_COPIED), web_word(p, MSG_WEB_COPY));
	web_card_end(p);
	put_files(p);
	web_group_end(p);
	remarks_close(&said);
}
