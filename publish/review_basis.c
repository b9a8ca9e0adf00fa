/* SPDX-License-Identifier: MIT */
/* review_basis.c -- tables of what a review rests on: lines, logs, lists, the balance. */
#include "publish/review_table.h"

#define END { NULL, MSG__MAX, SHEET_COUNT }

/* ---- outcomes and classes ---- */

static const struct review_heads outcome_heads[] = {
	{ "outcome", MSG_HEAD_OUTCOME, SHEET_WORD },
	{ "hits", MSG_REPORT_HITS, SHEET_COUNT }, END
};

void
review_outcomes_columns(struct sheet *t, enum dim dim)
{
	(void)dim;
	review_columns(t, outcome_heads);
}

void
review_outcomes_rows(const struct review *r, struct sheet *t, enum dim dim)
{
	static const enum message shown[] = {
#define X(id, name, why) MSG_OUTCOME_##id,
		OUTCOME_TABLE(X)
#undef X
	};

	(void)dim;
	for (int o = 0; o < OUTCOME__MAX; o++) {
		sheet_word(t, outcome_name((enum outcome)o),
		    message(t->lang, shown[o]));
		sheet_int(t, r->show.show.f.n_days > 0 ?
		    r->show.show.f.outcomes[o] : REVIEW_NONE);
		sheet_end(t);
	}
}

static const enum message class_shown[] = {
#define X(id, name, why) MSG_CLASS_##id,
	CLASS_TABLE(X)
#undef X
};

static const struct review_heads ledger_heads[] = {
	{ "class", MSG_HEAD_CLASS, SHEET_WORD },
	{ "lines", MSG_COLUMN_LINES, SHEET_COUNT }, END
};

void
review_ledger_columns(struct sheet *t, enum dim dim)
{
	(void)dim;
	review_columns(t, ledger_heads);
}

void
review_ledger_rows(const struct review *r, struct sheet *t, enum dim dim)
{
	(void)dim;
	for (int c = 0; c < CLASS__MAX; c++) {
		sheet_word(t, class_name((enum class)c),
		    message(t->lang, class_shown[c]));
		sheet_int(t, r->classes[c]);
		sheet_end(t);
	}
}

/* ---- logs ---- */

static const struct review_heads source_heads[] = {
	{ "path", MSG_HEAD_PATH, SHEET_TEXT },
	{ "stream", MSG_HEAD_STREAM, SHEET_COUNT },
	{ "format", MSG_HEAD_FORMAT, SHEET_TEXT },
#define X(id, name, why) { name, MSG_CLASS_##id, SHEET_COUNT },
	CLASS_TABLE(X)
#undef X
	{ "undated", MSG_HEAD_UNDATED, SHEET_COUNT },
	{ "first", MSG_COLUMN_FIRST, SHEET_STAMP },
	{ "last", MSG_COLUMN_LAST, SHEET_STAMP },
	{ "bytes", MSG_HEAD_BYTES, SHEET_BYTES },
	{ "content", MSG_HEAD_CONTENT, SHEET_TEXT }, END
};

void
review_sources_columns(struct sheet *t, enum dim dim)
{
	(void)dim;
	review_columns(t, source_heads);
}

void
review_sources_rows(const struct review *r, struct sheet *t, enum dim dim)
{
	(void)dim;
	for (size_t i = 0; i < r->n_sources; i++) {
		const struct review_source *s = &r->source[i];
		bool timed = s->first_s <= s->last_s;

		sheet_text(t, span_of(s->path));
		sheet_int(t, s->stream);
		sheet_text(t, span_of(s->format));
		for (int c = 0; c < CLASS__MAX; c++)
			sheet_int(t, s->lines[c]);
		sheet_int(t, s->undated);
		sheet_int(t, timed ? s->first_s : REVIEW_NONE);
		sheet_int(t, timed ? s->last_s : REVIEW_NONE);
		sheet_int(t, s->bytes);
		sheet_text(t, span_of(s->content));
		sheet_end(t);
	}
}

/* ---- lists ---- */

static const struct review_heads list_heads[] = {
	{ "kind", MSG_HEAD_KIND, SHEET_WORD },
	{ "name", MSG_COLUMN_NAME, SHEET_WORD },
	{ "version", MSG_COLUMN_VERSION, SHEET_TEXT },
	{ "sha256", MSG_HEAD_SHA256, SHEET_TEXT },
	{ "from", MSG_HEAD_FROM, SHEET_DAY },
	{ "to", MSG_HEAD_TO, SHEET_DAY },
	{ "days", MSG_REPORT_COLUMN_DAYS, SHEET_COUNT }, END
};

void
review_lists_columns(struct sheet *t, enum dim dim)
{
	(void)dim;
	review_columns(t, list_heads);
}

static const struct {
	const char *kind;
	enum message shown;
} known[] = {
	{ "robots", MSG_LIST_ROBOTS }, { "sources", MSG_LIST_SOURCES },
	{ "countries", MSG_LIST_COUNTRIES }, { "networks", MSG_LIST_NETWORKS },
	{ "cities", MSG_LIST_CITIES },
};

const char *
review_list_kind(enum lang lang, const char *kind)
{
	for (size_t i = 0; i < sizeof(known) / sizeof(*known); i++)
		if (strcmp(kind, known[i].kind) == 0)
			return message(lang, known[i].shown);
	return kind;
}

/* A text; one that is a word of ours has words for people. */
static void
put_known(struct sheet *t, const char *text, const char *word,
    enum message shown)
{
	sheet_word(t, text, strcmp(text, word) == 0 ?
	    message(t->lang, shown) : text);
}

void
review_lists_rows(const struct review *r, struct sheet *t, enum dim dim)
{
	(void)dim;
	for (size_t i = 0; i < r->n_lists; i++) {
		const struct review_list *l = &r->list[i];

		sheet_word(t, l->kind, review_list_kind(t->lang, l->kind));
		put_known(t, l->name, "built-in", MSG_BUILT_IN);
		sheet_text(t, span_of(l->version));
		sheet_text(t, span_of(l->sha256));
		sheet_int(t, l->days.from);
		sheet_int(t, l->days.to);
		sheet_int(t, l->n_days);
		sheet_end(t);
	}
}

/* ---- the balance ---- */

static const struct review_heads balance_heads[] = {
	{ "as_of", MSG_HEAD_AS_OF, SHEET_DAY },
	{ "balance", MSG_WEB_OPENING, SHEET_COUNT },
	{ "unit", MSG_HEAD_UNIT, SHEET_WORD },
	{ "source", MSG_HEAD_SOURCE, SHEET_WORD },
	{ "sha256", MSG_HEAD_SHA256, SHEET_TEXT },
	{ "by", MSG_HEAD_BY, SHEET_TEXT },
	{ "visits", MSG_HEAD_COUNTED, SHEET_COUNT },
	{ "total", MSG_HEAD_TOTAL, SHEET_COUNT }, END
};

void
review_balance_columns(struct sheet *t, enum dim dim)
{
	(void)dim;
	review_columns(t, balance_heads);
}

/* One row: what was there, what was counted since, and both, where they are of one unit. */
void
review_balance_rows(const struct review *r, struct sheet *t, enum dim dim)
{
	const struct review_total *b = &r->total;

	(void)dim;
	if (!b->opened && !b->known)
		return;
	sheet_int(t, b->since_day);
	sheet_int(t, b->opened ? b->balance : REVIEW_NONE);
	if (strcmp(b->unit, "pages") == 0)
		put_known(t, b->unit, "pages", MSG_PAGES);
	else
		put_known(t, b->unit, "visits", MSG_VISITS);
	put_known(t, b->source, "configuration", MSG_WEB_FROM_CONFIG);
	sheet_text(t, span_of(b->sha256));
	sheet_text(t, span_of(b->by));
	sheet_int(t, b->known ? b->visits : REVIEW_NONE);
	sheet_int(t, b->known && (b->added || !b->opened) ? b->total :
	    REVIEW_NONE);
	sheet_end(t);
}
