/* SPDX-License-Identifier: MIT */
/* web_sources.c -- the same as data, what became of each line, and which logs they were in. */
#include "common/civil.h"
#include "common/number.h"
#include "publish/period_text.h"
#include "publish/web_page.h"

static void
put_line_row(struct web *p, const char *name, int64_t n, int64_t all)
{
	html_row_begin(p->out);
	html_name(p->out, HTML_NAME, name, all > 0 && n < all ?
	    number_permille(n, all) : HTML_NO_BAR);
	html_number(p->out, n, page_number(&p->text, n));
	html_number(p->out, n, page_percent(&p->text, n, all));
	html_row_end(p->out);
}

static struct html_table
begin(struct web *p, const char *id, const char *caption,
    const struct html_column column[3])
{
	struct html_table t = { .out = p->out, .id = id, .caption = caption,
		.column = column, .n = 3, .class = "", .wide_names = true };

	html_table_begin(&t);
	return t;
}

static void
put_classes(struct web *p)
{
	struct web_card card = { "ledger", web_word(p, MSG_REPORT_LEDGER),
		web_word(p, MSG_WEB_WATERFALL_ABOUT), "half" };
	const struct html_column column[3] = {
		{ web_word(p, MSG_COLUMN_KIND), HTML_NAME },
		{ web_word(p, MSG_COLUMN_LINES), HTML_NUMBER },
		{ web_word(p, MSG_COLUMN_SHARE), HTML_NUMBER } };
	int64_t all = p->r->undated;

	for (int c = 0; c < CLASS__MAX; c++)
		all += p->r->classes[c];
	web_card_begin(p, &card);
	struct html_table t = begin(p, "t-ledger", card.title, column);

	for (int c = 0; c < CLASS__MAX; c++)
		if (p->r->classes[c] > 0)
			put_line_row(p, web_word(p,
			    (enum message)(MSG_CLASS_HUMAN + c)),
			    p->r->classes[c], all);
	if (p->r->undated > 0)
		put_line_row(p, web_word(p, MSG_WEB_UNDATED), p->r->undated,
		    all);
	html_foot_begin(p->out);
	put_line_row(p, web_word(p, MSG_REPORT_ALL_LINES), all, all);
	html_table_end(&t);
	web_card_end(p);
}

static void
put_outcomes(struct web *p)
{
	struct web_card card = { "outcomes", web_word(p, MSG_REPORT_OUTCOMES),
		web_word(p, MSG_WEB_OUTCOMES_ABOUT), "half" };
	const struct html_column column[3] = {
		{ web_word(p, MSG_COLUMN_KIND), HTML_NAME },
		{ web_word(p, MSG_REPORT_HITS), HTML_NUMBER },
		{ web_word(p, MSG_COLUMN_SHARE), HTML_NUMBER } };
	const int64_t *n = p->s->f.outcomes;
	int64_t all = 0;

	for (int o = 0; o < OUTCOME__MAX; o++)
		all += n[o];
	if (all == 0)
		return;
	web_card_begin(p, &card);
	struct html_table t = begin(p, "t-outcomes", card.title, column);

	for (int o = 0; o < OUTCOME__MAX; o++)
		if (n[o] > 0)
			put_line_row(p, web_word(p,
			    (enum message)(MSG_OUTCOME_REDIRECT + o)), n[o],
			    all);
	html_table_end(&t);
	web_card_end(p);
}

/* ---- log files ---- */

enum { LOGS_MOST = 62 }; /* a page is to stay small; log-files.csv has all */

/* "01/10/2026 00:39" */
static const char *
short_instant(struct web *p, int64_t at_s)
{
	int64_t local_s = at_s + zone_offset(p->r->site->zone, at_s);
	int64_t day = civil_floor_div(local_s, 86400);
	int minute = (int)((local_s - day * 86400) / 60);
	struct buf b = { 0 };
	const char *text;

	period_date(&b, (int32_t)day, p->lang);
	buf_printf(&b, " %02d:%02d", minute / 60, minute % 60);
	text = arena_dup(&p->text.arena, buf_text(&b), b.n);
	buf_close(&b);
	return text;
}

static void
put_time(struct web *p, bool known, int64_t at_s)
{
	if (!known) {
		html_unknown(p->out);
		return;
	}
	html_number(p->out, at_s, short_instant(p, at_s));
}

/* The folder that all paths begin with: said once, it need not stand in each row. */
static struct span
common_folder(const struct review_source *s, size_t n)
{
	struct span all = span_of(s[0].path);

	for (size_t i = 1; i < n; i++) {
		size_t k = 0;

		while (k < all.n && s[i].path[k] == all.p[k])
			k++;
		all.n = k;
	}
	while (all.n > 0 && (all.p[0] != '/' || all.p[all.n - 1] != '/'))
		all.n--;
	return all;
}

static void
put_source(struct web *p, const struct review_source *s, size_t skip)
{
	int64_t lines = s->undated, counted = 0;
	bool times = s->first_s <= s->last_s;

	for (int c = 0; c < CLASS__MAX; c++) {
		lines += s->lines[c];
		counted += c < CLASS__COUNTED ? s->lines[c] : 0;
	}
	html_row_begin(p->out);
	html_name(p->out, HTML_CODE, web_short(p, s->path + skip),
	    HTML_NO_BAR);
	html_number(p->out, lines, page_number(&p->text, lines));
	html_number(p->out, counted, page_number(&p->text, counted));
	html_number(p->out, s->lines[CLASS_HUMAN],
	    page_number(&p->text, s->lines[CLASS_HUMAN]));
	put_time(p, times, s->first_s);
	put_time(p, times, s->last_s);
	html_number(p->out, s->bytes, page_bytes(&p->text, s->bytes));
	html_hash(p->out, s->content);
	html_row_end(p->out);
}

static void
put_logs(struct web *p)
{
	struct web_card card = { "logs", web_word(p, MSG_WEB_SOURCES_TITLE),
		web_word(p, MSG_WEB_LOGS_ABOUT), "flow" };
	const struct html_column column[] = {
		{ web_word(p, MSG_COLUMN_PATH), HTML_CODE },
		{ web_word(p, MSG_COLUMN_LINES), HTML_NUMBER },
		{ web_word(p, MSG_COLUMN_COUNTED), HTML_NUMBER },
		{ web_word(p, MSG_COLUMN_PEOPLE), HTML_NUMBER },
		{ web_word(p, MSG_COLUMN_FIRST), HTML_NUMBER },
		{ web_word(p, MSG_COLUMN_LAST), HTML_NUMBER },
		{ web_word(p, MSG_COLUMN_BYTES), HTML_NUMBER },
		{ web_word(p, MSG_COLUMN_HASH), HTML_NOTE } };
	struct html_table t = { .out = p->out, .id = "t-logs",
		.caption = card.title, .column = column, .n = 8,
		.class = "hashes" };

	web_card_begin(p, &card);
	if (p->r->n_sources == 0) {
		html_put(p->out, "<p class=\"none\">%s</p>\n",
		    web_word(p, MSG_WEB_NO_ROWS));
	} else {
		size_t n = p->r->n_sources < LOGS_MOST ? p->r->n_sources :
		    LOGS_MOST;

		struct span folder = common_folder(p->r->source, n);

		if (folder.n > 0)
			html_put(p->out, "<p class=\"small\">%s</p>\n",
			    page_text(&p->text, MSG_WEB_LOGS_IN, arena_dup(
			    &p->text.arena, folder.p, folder.n), NULL));
		html_table_begin(&t);
		for (size_t i = 0; i < n; i++)
			put_source(p, &p->r->source[i], folder.n);
		html_table_end(&t);
		if (n < p->r->n_sources)
			html_put(p->out, "<p class=\"small\">%s</p>\n",
			    page_text(&p->text, MSG_WEB_MORE_LOGS,
			    page_number(&p->text, (int64_t)(p->r->n_sources -
			    n)), NULL));
	}
	web_card_end(p);
}

/* ---- other forms ---- */

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
	html_put(p->out, "<article class=\"card np\" aria-labelledby=\"files\">\n"
	    "<header><h3 id=\"files\">%s</h3></header>\n",
	    web_word(p, MSG_WEB_FILES));
	put_links(p, false);
	buf_puts(p->out, "<details><summary>CSV</summary>\n");
	put_links(p, true);
	buf_puts(p->out, "</details>\n");
	web_card_end(p);
}

void
web_sources(struct web *p)
{
	web_group_begin(p, "sources", MSG_WEB_PROOF);
	put_files(p);
	put_classes(p);
	put_outcomes(p);
	put_logs(p);
	web_group_end(p);
}
