/* SPDX-License-Identifier: MIT */
#include "store/parts.h"

#include "common/mem.h"

void
parts_close(struct parts *p)
{
	terms_close(&p->terms);
	table_close(&p->hours);
	table_close(&p->pages);
	mem_free(p->span);
	*p = (struct parts){ 0 };
}

/* Spans come in runs, each in order: a part's, or the carried records. */
struct loading {
	const struct store_site *s;
	const struct parts_query *q;
	struct parts *out;
	size_t *run; /* where each begins */
	size_t n_runs, cap_runs;
	uint32_t *term; /* the part's texts -> terms + 1; 0: not yet needed */
	size_t cap_terms;
};

static void
begin_run(struct loading *l)
{
	if (l->n_runs == l->cap_runs) {
		l->cap_runs = l->cap_runs > 0 ? l->cap_runs * 2 : 16;
		l->run = mem_grow(l->run, l->cap_runs, sizeof(*l->run));
	}
	l->run[l->n_runs++] = l->out->n;
}

static void
add_span(struct parts *p, const struct visit_span *s)
{
	if (p->n == p->cap) {
		p->cap = p->cap > 0 ? p->cap * 2 : 1024;
		p->span = mem_grow(p->span, p->cap, sizeof(*p->span));
	}
	p->span[p->n++] = *s;
}

static uint32_t
term_of(struct loading *l, const struct part *part, uint32_t text)
{
	if (text == 0 || text > part->n_texts)
		return 0;
	if (l->term[text] == 0)
		l->term[text] = terms_at(&l->out->terms,
		    part_text(part, text)) + 1;
	return l->term[text] - 1;
}

static void
add_sums(struct loading *l, const struct part *part, int32_t day)
{
	for (uint32_t i = 0; i < part->n_hours; i++) {
		struct hour_row h = part_hour_at(part, i);

		h.day = day;

		struct hour_row *sum = table_at(&l->out->hours, &h);

		sum->hits += h.hits;
		sum->bytes += h.bytes;
	}
	for (uint32_t i = 0; i < part->n_pages; i++) {
		struct page_row p = part_page_at(part, i);

		p.day = day;
		p.page = term_of(l, part, p.page);

		struct page_row *sum = table_at(&l->out->pages, &p);

		sum->views += p.views;
		sum->bytes += p.bytes;
	}
}

static void
add_span_of(struct loading *l, const struct part *part, uint32_t i,
    int32_t day)
{
	struct visit_span s = { .day = day };

	part_span_at(part, i, &s.key, &s.span);
	if (s.span.exit.at_s < l->q->since_s)
		return;
	s.span.entry.page = term_of(l, part, s.span.entry.page);
	s.span.entry.referrer = term_of(l, part, s.span.entry.referrer);
	s.span.exit.page = term_of(l, part, s.span.exit.page);
	s.span.exit.referrer = term_of(l, part, s.span.exit.referrer);
	add_span(l->out, &s);
}

static int
key_at(const struct part *part, uint32_t i, const struct hash128 *key)
{
	struct hash128 at;

	part_key_at(part, i, &at);
	return memcmp(at.b, key->b, sizeof(at.b));
}

/* The spans of one key: they lie together. */
static void
add_spans_of(struct loading *l, const struct part *part, int32_t day,
    const struct hash128 *key)
{
	uint32_t from = 0, to = part->n_spans;

	while (from < to) {
		uint32_t mid = from + (to - from) / 2;

		if (key_at(part, mid, key) < 0)
			from = mid + 1;
		else
			to = mid;
	}
	for (; from < part->n_spans && key_at(part, from, key) == 0; from++)
		add_span_of(l, part, from, day);
}

static void
add_spans(struct loading *l, const struct part *part, int32_t day)
{
	begin_run(l);
	if (day > l->q->only_after) {
		for (size_t i = 0; i < l->q->n_only; i++)
			add_spans_of(l, part, day, &l->q->only[i]);
		return;
	}
	for (uint32_t i = 0; i < part->n_spans; i++)
		add_span_of(l, part, i, day);
}

static bool
add_part(struct loading *l, int32_t day, struct span body, struct err *err)
{
	struct part part;

	if (!part_read(body, &part, err))
		return false;
	if (part.n_texts + 1 > l->cap_terms) {
		l->cap_terms = (size_t)part.n_texts + 1024;
		l->term = mem_grow(l->term, l->cap_terms, sizeof(*l->term));
	}
	memset(l->term, 0, (part.n_texts + 1) * sizeof(*l->term));
	add_spans(l, &part, day);
	if (day >= l->q->sums.from && day <= l->q->sums.to)
		add_sums(l, &part, day);
	return true;
}

static bool
load_parts(struct loading *l, struct err *err)
{
	struct db *db = l->s->db;
	enum stmt q = STMT_PART_LIST;
	bool row;

	db_start(db, q, "iii", l->s->id, (int64_t)l->q->days.from,
	    (int64_t)l->q->days.to);
	while (db_next(db, q, &row, err)) {
		if (!row)
			return true;
		if (!add_part(l, (int32_t)db_int(db, q, 0), db_blob(db, q, 1),
		    err)) {
			db_end(db, q);
			break;
		}
	}
	return false;
}

static bool
load_carried(struct loading *l, struct err *err)
{
	struct db *db = l->s->db;
	enum stmt q = STMT_CARRIED_LIST;
	bool row;

	begin_run(l);
	db_start(db, q, "i", l->s->id);
	while (db_next(db, q, &row, err)) {
		if (!row)
			return true;

		struct view last = { .at_s = db_int(db, q, 2) };
		struct visit_span s = { .day = (int32_t)db_int(db, q, 1),
			.span = { last, last, 0, (uint64_t)db_int(db, q, 3) } };
		struct span key = db_blob(db, q, 0);

		if (key.n != sizeof(s.key.b)) {
			db_end(db, q);
			return err_set(err, ERR_DATA,
			    "database: a key of %zu bytes", key.n);
		}
		memcpy(s.key.b, key.p, key.n);
		add_span(l->out, &s);
	}
	return false;
}

/* Neighbouring runs are merged two by two until one is left. */
static void
merge_two(const struct visit_span *from, size_t a, size_t mid, size_t end,
    struct visit_span *to)
{
	size_t b = mid;

	for (size_t i = a; i < end; i++)
		to[i] = b == end || (a < mid &&
		    visit_span_cmp(&from[a], &from[b]) <= 0) ?
		    from[a++] : from[b++];
}

static void
merge_runs(struct loading *l)
{
	struct parts *p = l->out;
	struct visit_span *other;

	if (l->n_runs < 2 || p->n == 0)
		return;
	other = mem_grow(NULL, p->cap, sizeof(*other));
	while (l->n_runs > 1) {
		size_t k = 0;

		for (size_t i = 0; i < l->n_runs; i += 2) {
			size_t mid = i + 1 < l->n_runs ? l->run[i + 1] : p->n;
			size_t end = i + 2 < l->n_runs ? l->run[i + 2] : p->n;

			merge_two(p->span, l->run[i], mid, end, other);
			l->run[k++] = l->run[i];
		}
		l->n_runs = k;

		struct visit_span *spare = p->span;

		p->span = other;
		other = spare;
	}
	mem_free(other);
}

static struct span
term_text(void *self, uint32_t term)
{
	return terms_text(self, term);
}

/* Spans of one visitor and day that lie within W of each other become one. */
static void
unite(struct parts *p, int64_t window_s)
{
	struct view_texts texts = { &p->terms, term_text };
	size_t k = 0;

	for (size_t i = 0; i < p->n; i++) {
		struct visit_span *last = k > 0 ? &p->span[k - 1] : NULL;
		const struct visit_span *s = &p->span[i];

		if (last != NULL && last->day == s->day &&
		    last->span.views > 0 && s->span.views > 0 &&
		    memcmp(last->key.b, s->key.b, sizeof(s->key.b)) == 0 &&
		    view_span_near(&last->span, &s->span, window_s))
			view_span_join(&last->span, &s->span, &texts);
		else
			p->span[k++] = *s;
	}
	p->n = k;
}

bool
parts_load(const struct store_site *s, const struct parts_query *q,
    struct parts *out, struct err *err)
{
	uint64_t seed = db_keys(s->db)->table_seed;
	struct parts p = { .n = 0 };
	struct loading l = { .s = s, .q = q, .out = &p };
	bool good;

	terms_open(&p.terms, seed);
	table_open(&p.hours, sizeof(struct hour_row),
	    offsetof(struct hour_row, outcome) + 1, seed);
	table_open(&p.pages, sizeof(struct page_row),
	    offsetof(struct page_row, page) + 4, seed);
	good = load_parts(&l, err) && (!q->carried || load_carried(&l, err));
	if (good) {
		merge_runs(&l);
		unite(&p, s->site->online_window_s);
		*out = p;
	} else {
		parts_close(&p);
	}
	mem_free(l.run);
	mem_free(l.term);
	return good;
}
