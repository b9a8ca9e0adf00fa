/* SPDX-License-Identifier: MIT */
#include "publish/escape.h"
#include "publish/widget_view.h"

/* Well-formed as XML too, so that it can be checked and put into any page.  No
 * script, style or handler inside: the page's policy may be the strictest. */

static void
put_figure(const struct widget_view *v, enum figure which, const char *class,
    const char *small, struct buf *out)
{
	const struct widget_figure *g = &v->figure[which];

	html_put(out, "<div");
	if (class[0] != '\0')
		html_put(out, " class=\"%s\"", class);
	html_put(out, "><dt>%s", g->label);
	if (small[0] != '\0')
		html_put(out, " <small>%s</small>", small);
	html_put(out, "</dt><dd><data value=\"");
	if (g->known)
		html_put(out, "%ld", (long)g->n);
	html_put(out, "\" data-k=\"%s\">%s</data></dd></div>\n", g->key,
	    g->shown);
}

static void
put_note(const struct widget_view *v, const char *name, enum message id,
    bool holds, struct buf *out)
{
	html_put(out, "<p class=\"tk-note\" data-note=\"%s\"", name);
	if (!holds)
		html_put(out, " hidden=\"\"");
	html_put(out, ">%s</p>\n", message(v->lang, id));
}

static void
put_details(const struct widget_view *v, struct buf *out)
{
	html_put(out, "<details><summary>%s</summary>\n<dl>\n",
	    message(v->lang, MSG_DETAILS));
	put_figure(v, FIGURE_YESTERDAY, "", "", out);
	put_figure(v, FIGURE_WEEK, "", "", out);
	put_figure(v, FIGURE_YEAR, "", "", out);
	if (strcmp(v->unit_name, "visits") == 0)
		put_figure(v, FIGURE_OPEN, "", "", out);
	put_figure(v, FIGURE_OPENING, "", "", out);
	html_put(out, "</dl>\n<p>%s %s</p></details>\n", v->about_unit,
	    v->about_online);
}

static void
put_time(const struct widget_view *v, struct buf *out)
{
	/* A <time> must hold a time: without one there is none for the script
	 * to replace either, until the page is loaded again. */
	if (v->as_of_stamp == NULL)
		html_put(out, "<span>%s</span>", v->as_of);
	else
		html_put(out, "<span>%s <time datetime=\"%s\">%s</time></span>",
		    message(v->lang, MSG_UPDATED), v->as_of_stamp, v->as_of);
}

void
widget_put_html(const struct widget_view *v, struct buf *out)
{
	unsigned notes = widget_notes(v);

	html_put(out, "<section class=\"tk%s\" lang=\"%s\" "
	    "aria-labelledby=\"tk-h\" data-src=\"%svisits.json\">\n",
	    notes & NOTE_STALE ? " tk-old" : "", lang_name(v->lang), v->place);
	html_put(out, "<h2 id=\"tk-h\">%s</h2>\n<dl class=\"tk-main\">\n",
	    message(v->lang, MSG_WIDGET_TITLE_CAPS));
	put_figure(v, FIGURE_ONLINE, "tk-on", v->within, out);
	put_figure(v, FIGURE_TODAY, "", "", out);
	put_figure(v, FIGURE_MONTH, "", "", out);
	put_figure(v, FIGURE_TOTAL, "tk-sum", v->since, out);
	html_put(out, "</dl>\n");
	put_note(v, "stale", MSG_STALE, notes & NOTE_STALE, out);
	put_note(v, "incomplete", MSG_INCOMPLETE, notes & NOTE_INCOMPLETE, out);
	put_details(v, out);
	html_put(out, "<p class=\"tk-foot\"><span>%s</span> ", v->unit_line);
	put_time(v, out);
	html_put(out, "</p>\n</section>\n");
}

void
widget_put_frame(const struct widget_view *v, struct buf *out)
{
	html_put(out, "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n"
	    "<meta charset=\"utf-8\"/>\n"
	    "<meta name=\"viewport\" content=\"width=device-width\"/>\n"
	    "<meta name=\"robots\" content=\"noindex\"/>\n",
	    lang_name(v->lang));
	html_put(out, "<title>%s – %s</title>\n"
	    "<link rel=\"stylesheet\" href=\"%svisits.css\"/>\n",
	    message(v->lang, MSG_WIDGET_TITLE), v->site->name, v->place);
	/* To load a page anew closes what its reader opened and makes a screen reader
	 * begin again (WCAG 2.2.1, F41): only where no script may run. */
	html_put(out, "<script src=\"%svisits.js\" defer=\"\"></script>\n"
	    "<noscript><meta http-equiv=\"refresh\" content=\"60\"/></noscript>\n"
	    "</head>\n<body class=\"tk-frame\">\n", v->place);
	widget_put_html(v, out);
	html_put(out, "</body>\n</html>\n");
}

void
widget_put_text(const struct widget_view *v, struct buf *out)
{
	bool visits = strcmp(v->unit_name, "visits") == 0;
	unsigned notes = widget_notes(v);

	buf_printf(out, "%s - ", message(v->lang, MSG_WIDGET_TITLE_CAPS));
	escape_terminal(out, span_of(v->site->name));
	buf_putc(out, '\n');
	for (int i = 0; i < FIGURE__MAX; i++) {
		const struct widget_figure *g = &v->figure[i];
		const char *more = i == FIGURE_ONLINE ? v->within :
		    i == FIGURE_TOTAL ? v->since : "";

		if (i == FIGURE_OPEN && !visits)
			continue;
		buf_printf(out, "%s: %s", g->label, g->shown);
		if (more[0] != '\0')
			buf_printf(out, " (%s)", more);
		buf_putc(out, '\n');
	}
	buf_printf(out, "%s\n%s: %s\n", v->unit_line,
	    message(v->lang, MSG_UPDATED), v->as_of);
	if (notes & NOTE_STALE)
		buf_printf(out, "%s\n", message(v->lang, MSG_STALE));
	if (notes & NOTE_INCOMPLETE)
		buf_printf(out, "%s\n", message(v->lang, MSG_INCOMPLETE));
}
