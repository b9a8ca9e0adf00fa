/* SPDX-License-Identifier: MIT */
/* web_list.c -- the keys of a dimension, most first, as a card with a table. */
#include <stdio.h>

#include "common/number.h"
#include "publish/country.h"
#include "publish/web_page.h"

enum { COLUMNS = 4 };

struct row {
	struct span key;
	int64_t n, bytes;
};

struct listing {
	const struct web_list *l;
	struct row *row; /* those that are shown */
	int n;
	int64_t shown, most;
};

static int64_t
count_of(const struct web_list *l, const struct tally *t)
{
	if (!l->all)
		return t->n[l->count];
	return t->n[TALLY_HITS] + t->n[TALLY_ROBOT_HITS] +
	    t->n[TALLY_REST_HITS];
}

/* Shown by name: the rest goes into its own row where the counts add up. */
static bool
is_rest(const struct web_list *l, struct span key)
{
	return l->adds_up && span_eq(key, SPAN(DIM_OTHER));
}

static void
add(struct listing *g, const struct tally *t)
{
	int64_t n = count_of(g->l, t);
	int at = g->n < g->l->rows ? g->n : g->l->rows;

	/* The order of `all` is not the store's. */
	while (at > 0 && g->row[at - 1].n < n)
		at--;
	if (at >= g->l->rows)
		return;
	if (g->n < g->l->rows)
		g->n++;
	memmove(&g->row[at + 1], &g->row[at],
	    (size_t)(g->n - 1 - at) * sizeof(*g->row));
	g->row[at] = (struct row){ t->key, n, t->n[TALLY_BYTES] };
}

static void
choose(struct web *p, struct listing *g)
{
	const struct tallies *t = &web_dims(p)->of[g->l->dim];

	g->row = arena_new(&p->text.arena,
	    ((size_t)g->l->rows + 1) * sizeof(*g->row));
	for (size_t i = 0; i < t->n; i++)
		if (count_of(g->l, &t->tally[i]) > 0 &&
		    !is_rest(g->l, t->tally[i].key))
			add(g, &t->tally[i]);
	/* That all is unknown says no more than that nothing is known. */
	if (g->n == 1 && g->row[0].key.n == 0)
		g->n = 0;
	for (int i = 0; i < g->n; i++)
		g->shown += g->row[i].n;
	g->most = g->n > 0 ? g->row[0].n : 0;
}

static const struct {
	const char *code;
	enum message text;
} statuses[] = {
#define X(id, vi, en) { &#id[sizeof("STATUS_") - 1], MSG_##id },
	MESSAGES_STATUS(X)
#undef X
};

/* Of a code that has no words its class has. */
static const char *
status_words(struct web *p, struct span key)
{
	static const enum message class[] = { MSG_STATUS_1XX, MSG_STATUS_2XX,
		MSG_STATUS_3XX, MSG_STATUS_4XX, MSG_STATUS_5XX };

	for (size_t i = 0; i < sizeof(statuses) / sizeof(statuses[0]); i++)
		if (span_eq(key, span_of(statuses[i].code)))
			return web_word(p, statuses[i].text);
	return key.n == 3 && key.p[0] >= '1' && key.p[0] <= '5' ?
	    web_word(p, class[key.p[0] - '1']) : "";
}

/* "404 Not found" */
static const char *
status_text(struct web *p, struct span key)
{
	const char *words = status_words(p, key), *text;
	struct buf b = { 0 };

	buf_span(&b, key);
	if (words[0] != '\0')
		buf_printf(&b, " %s", words);
	text = arena_dup(&p->text.arena, buf_text(&b), b.n);
	buf_close(&b);
	return text;
}

static const char *
shown_key(struct web *p, const struct web_list *l, struct span key)
{
	const char *country;
	struct span first = key;

	if (span_eq(key, SPAN(DIMS_SUPPRESSED)))
		return web_word(p, MSG_WEB_FEW);
	if (l->dim == DIM_STATUS)
		return status_text(p, key);
	if (l->dim == DIM_COUNTRY &&
	    (country = country_name(key, p->lang)) != NULL)
		return country;
	if (l->more == WEB_MORE_FROM && key.n > 0 &&
	    !span_eq(key, SPAN(DIM_OTHER))) {
		struct span path = span_cut(&first, '\t');

		return arena_dup(&p->text.arena, path.p, path.n);
	}
	return page_key(&p->text, l->dim, key);
}

static void
put_more(struct web *p, const struct web_list *l, const struct row *r)
{
	struct span from = r->key;

	switch (l->more) {
	case WEB_MORE_NONE:
		break;
	case WEB_MORE_BYTES:
		html_number(p->out, r->bytes, page_bytes(&p->text, r->bytes));
		break;
	case WEB_MORE_FROM:
		span_cut(&from, '\t');
		html_note(p->out, web_short(p, arena_dup(&p->text.arena,
		    from.p, from.n)));
		break;
	}
}

static void
put_row(struct web *p, const struct listing *g, const struct row *r)
{
	const struct web_list *l = g->l;
	int64_t of = l->whole > 0 && !l->adds_up ? l->whole : g->most;

	html_row_begin(p->out);
	html_name(p->out, l->cell, web_short(p, shown_key(p, l, r->key)),
	    of > 0 ? number_permille(r->n, of) : HTML_NO_BAR);
	html_number(p->out, r->n, page_number(&p->text, r->n));
	if (l->whole > 0 && r->n > l->whole)
		html_unknown(p->out); /* the clock was put back */
	else if (l->whole > 0)
		html_number(p->out, r->n,
		    page_percent(&p->text, r->n, l->whole));
	put_more(p, l, r);
	html_row_end(p->out);
}

/* What is not shown, so that all rows add up. */
static void
put_rest(struct web *p, const struct listing *g)
{
	const struct web_list *l = g->l;
	int64_t rest = l->whole - g->shown;

	if (!l->adds_up || l->whole <= 0 || rest <= 0)
		return;
	html_foot_begin(p->out);
	html_row_begin(p->out);
	html_name(p->out, HTML_NAME, web_word(p, MSG_WEB_REST), HTML_NO_BAR);
	html_number(p->out, rest, page_number(&p->text, rest));
	html_number(p->out, rest, page_percent(&p->text, rest, l->whole));
	if (l->more != WEB_MORE_NONE)
		html_note(p->out, "");
	html_row_end(p->out);
}

static void
put_table(struct web *p, const struct listing *g)
{
	const struct web_list *l = g->l;
	struct html_column column[COLUMNS];
	char id[40];
	struct html_table t = { .out = p->out, .id = id, .column = column,
		.caption = l->card.title, .wide_names = true,
		.class = l->more == WEB_MORE_FROM ? "pair" : "" };

	snprintf(id, sizeof(id), "t-%s", l->card.id);
	column[t.n++] = (struct html_column){ web_word(p, l->head), l->cell };
	column[t.n++] = (struct html_column){ web_word(p, l->unit),
		HTML_NUMBER };
	if (l->whole > 0)
		column[t.n++] = (struct html_column){
			web_word(p, MSG_COLUMN_SHARE), HTML_NUMBER };
	if (l->more == WEB_MORE_BYTES)
		column[t.n++] = (struct html_column){
			web_word(p, MSG_COLUMN_BYTES), HTML_NUMBER };
	if (l->more == WEB_MORE_FROM)
		column[t.n++] = (struct html_column){
			web_word(p, MSG_COLUMN_FROM), HTML_NOTE };
	html_table_begin(&t);
	for (int i = 0; i < g->n; i++)
		put_row(p, g, &g->row[i]);
	put_rest(p, g);
	html_table_end(&t);
}

void
web_list(struct web *p, const struct web_list *l)
{
	struct listing g = { .l = l };

	choose(p, &g);
	web_card_begin(p, &l->card);
	if (g.n > 0)
		put_table(p, &g);
	else
		html_put(p->out, "<p class=\"none\">%s</p>\n",
		    web_word(p, l->none));
	web_card_end(p);
}
