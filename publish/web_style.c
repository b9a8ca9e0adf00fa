/* SPDX-License-Identifier: MIT */
/* web_style.c -- the document around a page: policy, colours, style, script. */
#include "plots/style.h"
#include "publish/web_colours.h"
#include "publish/web_page.h"

static const unsigned char css[] = {
#include "publish/assets/report.css.inc"
};
static const unsigned char js[] = {
#include "publish/assets/report.js.inc"
};

enum theme { LIGHT, DARK, PAPER };

static const struct {
	const char *name, *value[3];
} colours[] = {
#define X(name, light, dark, paper) { name, { light, dark, paper } },
	WEB_COLOURS(X)
#undef X
};

static void
put_theme(struct buf *out, const char *where, enum theme theme)
{
	buf_printf(out, "%s{color-scheme:%s", where,
	    theme == DARK ? "dark" : "light");
	for (size_t i = 0; i < sizeof(colours) / sizeof(colours[0]); i++)
		buf_printf(out, ";--%s:%s", colours[i].name,
		    colours[i].value[theme]);
	buf_putc(out, ';');
	style_css(out, theme == LIGHT ? DRAW_LIGHT : theme == DARK ?
	    DRAW_DARK : DRAW_PRINT);
	buf_puts(out, "}\n");
}

/* As the system has it, unless the reader chose; a browser that does not know :has() drops
 * his choice alone. */
static void
put_style(struct buf *out)
{
	put_theme(out, ":root", LIGHT);
	buf_puts(out, "@media screen and (prefers-color-scheme:dark){\n");
	put_theme(out, ":root", DARK);
	buf_puts(out, "}\n@media screen{\n");
	put_theme(out, ":root:has(#theme-light:checked)", LIGHT);
	put_theme(out, ":root:has(#theme-dark:checked)", DARK);
	buf_puts(out, "}\n@media print{\n");
	put_theme(out, ":root", PAPER);
	buf_puts(out, "}\n");
	buf_add(out, css, sizeof(css));
}

/* Before all else that the policy rules. */
static void
put_policy(struct buf *out, struct span style)
{
	struct span script = { (const char *)js, sizeof(js) };

	buf_puts(out, "<meta http-equiv=\"Content-Security-Policy\" content=\""
	    "default-src 'none'; style-src ");
	html_hash_source(out, style);
	buf_puts(out, "; script-src ");
	html_hash_source(out, script);
	buf_puts(out, "; base-uri 'none'; form-action 'none'\"/>\n");
}

void
web_document_begin(struct buf *out, enum lang lang, const char *title)
{
	struct buf style = { 0 };

	buf_putc(&style, '\n');
	put_style(&style);
	html_put(out, "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n"
	    "<meta charset=\"utf-8\"/>\n", lang_name(lang));
	put_policy(out, buf_view(&style));
	html_put(out, "<meta name=\"viewport\" content=\"width=device-width, "
	    "initial-scale=1\"/>\n<meta name=\"robots\" content=\"noindex\"/>\n"
	    "<meta name=\"color-scheme\" content=\"light dark\"/>\n"
	    "<title>%s</title>\n<style>", title);
	buf_span(out, buf_view(&style));
	html_put(out, "</style>\n</head>\n<body>\n"
	    "<a class=\"skip\" href=\"#main\">%s</a>\n",
	    message(lang, MSG_WEB_SKIP));
	buf_close(&style);
}

void
web_document_end(struct buf *out)
{
	buf_puts(out, "<script>");
	buf_add(out, js, sizeof(js));
	buf_puts(out, "</script>\n</body>\n</html>\n");
}

static const struct {
	const char *id;
	enum message label;
} choices[] = { { "auto", MSG_WEB_AUTO }, { "light", MSG_WEB_LIGHT },
	{ "dark", MSG_WEB_DARK } };

void
web_theme_switch(struct buf *out, enum lang lang)
{
	html_put(out, "<fieldset class=\"theme\"><legend class=\"vh\">%s"
	    "</legend>", message(lang, MSG_WEB_THEME));
	for (size_t i = 0; i < sizeof(choices) / sizeof(choices[0]); i++)
		html_put(out, i == 0 ? "<label><input class=\"vh\" "
		    "type=\"radio\" name=\"theme\" id=\"theme-%s\" value=\"%s\" "
		    "checked=\"checked\"/>%s</label>" :
		    "<label><input class=\"vh\" type=\"radio\" name=\"theme\" "
		    "id=\"theme-%s\" value=\"%s\"/>%s</label>", choices[i].id,
		    choices[i].id, message(lang, choices[i].label));
	buf_puts(out, "</fieldset>\n");
}
