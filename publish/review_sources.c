/* SPDX-License-Identifier: MIT */
/* review_sources.c -- the logs and lists that a review rests on. */
#include <stdio.h>
#include <stdlib.h>

#include "publish/review_inside.h"
#include "store/ledger.h"
#include "store/lists.h"

struct sourcing {
	struct review *r;
	size_t cap;
};

static const char *
kept(struct review *r, struct span text)
{
	return arena_dup(&r->arena, text.p, text.n);
}

static int
class_of(struct span name)
{
	for (int c = 0; c < CLASS__MAX; c++)
		if (span_eq(name, span_of(class_name((enum class)c))))
			return c;
	return CLASS__MAX;
}

/* The public need not know where logs lie on the server. */
static struct span
shown_path(const struct review *r, struct span path)
{
	if (r->public)
		for (size_t i = path.n; i > 0; i--)
			if (path.p[i - 1] == '/')
				return (struct span){ path.p + i, path.n - i };
	return path;
}

/* Rows of a stream follow one another but where two streams have one path. */
static struct review_source *
source_of(struct sourcing *g, const struct ledger_entry *e)
{
	struct review *r = g->r;
	struct review_source *grown;

	for (size_t i = r->n_sources; i-- > 0; )
		if (r->source[i].stream == e->stream)
			return &r->source[i];
	if (r->n_sources == g->cap) {
		g->cap = g->cap > 0 ? g->cap * 2 : 64;
		grown = arena_new(&r->arena, g->cap * sizeof(*grown));
		if (r->n_sources > 0)
			memcpy(grown, r->source, r->n_sources * sizeof(*grown));
		r->source = grown;
	}
	r->source[r->n_sources] = (struct review_source){
		.stream = e->stream, .path = kept(r, shown_path(r, e->path)), .format = "",
		.first_s = INT64_MAX, .last_s = INT64_MIN };
	return &r->source[r->n_sources++];
}

static void
take_lines(void *self, const struct ledger_entry *e)
{
	struct sourcing *g = self;
	int class = class_of(e->class);

	if (class == CLASS__MAX || e->day == INT32_MIN)
		return;
	source_of(g, e)->lines[class] += e->lines;
	g->r->classes[class] += e->lines;
}

/* Lines that have no day are no site's: told of the logs that contributed. */
static void
take_undated(void *self, const struct ledger_entry *e)
{
	struct review *r = self;

	for (size_t i = 0; i < r->n_sources; i++) {
		if (r->source[i].stream != e->stream || e->day != INT32_MIN)
			continue;
		r->source[i].undated += e->lines;
		r->undated += e->lines;
	}
}

static void
take_hash(struct review_source *to, const struct hash128 *hash)
{
	for (int i = 0; i < HASH_KEYED_BYTES; i++)
		snprintf(to->content + 2 * i, 3, "%02x", hash->b[i]);
}

static bool
load_stream(struct db *db, struct review *r, struct review_source *to,
    struct err *err)
{
	struct stream st = { 0 };

	if (!streams_load(db, to->stream, &st, err))
		return false;
	to->format = kept(r, span_of(st.format));
	to->bytes = (int64_t)st.consumed;
	if (st.has_times) {
		to->first_s = st.first_s;
		to->last_s = st.last_s;
	}
	take_hash(to, &st.hash);
	stream_free(&st);
	return true;
}

/* By time, as a reader looks for them; then by path. */
static int
by_time(const void *pa, const void *pb)
{
	const struct review_source *a = pa, *b = pb;
	int order = strcmp(a->path, b->path);

	if (a->first_s != b->first_s)
		return a->first_s < b->first_s ? -1 : 1;
	return order != 0 ? order : (a->stream > b->stream) -
	    (a->stream < b->stream);
}

bool
review_sources(const struct store_site *s, struct review *r, struct err *err)
{
	struct sourcing g = { r, 0 };
	struct ledger_query lines = { s, r->due, take_lines, &g };
	struct ledger_query undated = { NULL, { INT32_MIN, INT32_MIN },
		take_undated, r };

	if (r->due.from > r->due.to)
		return true;
	if (!ledger_list(s->db, &lines, err) ||
	    !ledger_list(s->db, &undated, err))
		return false;
	for (size_t i = 0; i < r->n_sources; i++)
		if (!load_stream(s->db, r, &r->source[i], err))
			return false;
	if (r->n_sources > 1)
		qsort(r->source, r->n_sources, sizeof(*r->source), by_time);
	return true;
}

/* ---- lists ---- */

struct listing {
	struct review *r;
	size_t cap;
};

static bool
same(const struct review_list *l, const struct list_entry *e)
{
	return span_eq(e->kind, span_of(l->kind)) &&
	    span_eq(e->name, span_of(l->name)) &&
	    span_eq(e->version, span_of(l->version)) &&
	    span_eq(e->sha256, span_of(l->sha256));
}

static void
take_list(void *self, const struct list_entry *e)
{
	struct listing *g = self;
	struct review *r = g->r;
	struct review_list *grown;

	for (size_t i = 0; i < r->n_lists; i++) {
		if (same(&r->list[i], e)) {
			r->list[i].days.to = e->day;
			r->list[i].n_days++;
			return;
		}
	}
	if (r->n_lists == g->cap) {
		g->cap = g->cap > 0 ? g->cap * 2 : 16;
		grown = arena_new(&r->arena, g->cap * sizeof(*grown));
		if (r->n_lists > 0)
			memcpy(grown, r->list, r->n_lists * sizeof(*grown));
		r->list = grown;
	}
	r->list[r->n_lists++] = (struct review_list){ kept(r, e->kind),
		kept(r, e->name), kept(r, e->version), kept(r, e->sha256),
		{ e->day, e->day }, 1 };
}

/* By kind, then as they were used. */
static int
by_kind(const void *pa, const void *pb)
{
	const struct review_list *a = pa, *b = pb;
	int order = strcmp(a->kind, b->kind);

	if (order != 0)
		return order;
	if (a->days.from != b->days.from)
		return a->days.from < b->days.from ? -1 : 1;
	order = strcmp(a->name, b->name);
	return order != 0 ? order : strcmp(a->sha256, b->sha256);
}

bool
review_lists(const struct store_site *s, struct review *r, struct err *err)
{
	struct listing g = { r, 0 };
	struct lists_query q = { r->due, take_list, &g };

	if (r->due.from > r->due.to)
		return true;
	if (!lists_each(s, &q, err))
		return false;
	if (r->n_lists > 1)
		qsort(r->list, r->n_lists, sizeof(*r->list), by_kind);
	return true;
}
