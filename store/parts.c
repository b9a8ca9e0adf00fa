/* SPDX-License-Identifier: MIT */
#include "store/parts.h"

void
parts_close(struct parts *p)
{
	terms_close(&p->terms);
	table_close(&p->hours);
	table_close(&p->tallies);
	table_close(&p->conducts);
	mem_free(p->span);
	*p = (struct parts){ 0 };
}

/* Spans come in runs, each in order: a part's, or the carried records. */
struct loading {
	const struct parts_rules *rules;
	const struct parts_query *q;
	struct parts *out;
	struct parts_runs runs;
	uint32_t *term; /* the part's texts -> terms + 1; 0: not yet needed */
	size_t cap_terms;
};

static void
begin_run(struct loading *l)
{
	struct parts_runs *r = &l->runs;

	if (r->n == r->cap) {
		r->cap = r->cap > 0 ? r->cap * 2 : 16;
		r->run = mem_grow(r->run, r->cap, sizeof(*r->run));
	}
	r->run[r->n++] = l->out->n;
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

static bool
is_sliced(const struct parts_query *q)
{
	return q->slices > 1;
}

static bool
has_key(const struct parts_query *q, const struct hash128 *key)
{
	return !is_sliced(q) || parts_slice_of_key(key, q->slices) == q->slice;
}

static bool
has_text(const struct loading *l, struct span text)
{
	return !is_sliced(l->q) || parts_slice_of_text(l->rules->seed, text,
	    l->q->slices) == l->q->slice;
}

static void
add_hours(struct loading *l, const struct part *part, int32_t day)
{
	for (uint32_t i = 0; i < part->n_hours; i++) {
		struct hour_row h = part_hour_at(part, i);

		h.day = day;

		struct hour_row *sum = table_at(&l->out->hours, &h);

		sum->hits += h.hits;
		sum->bytes += h.bytes;
		sum->minutes |= h.minutes;
	}
}

static void
add_sums(struct loading *l, const struct part *part, int32_t day)
{
	if (l->q->slice == 0)
		add_hours(l, part, day);
	for (uint32_t i = 0; i < part->n_tallies; i++) {
		struct tally_row t = part_tally_at(part, i);

		if (t.key > part->n_texts)
			t.key = 0;
		if (!has_text(l, t.key > 0 ? part_text(part, t.key) :
		    (struct span){ "", 0 }))
			continue;
		t.day = day;
		t.key = term_of(l, part, t.key);

		struct tally_row *sum = table_at(&l->out->tallies, &t);

		sum->hits += t.hits;
		sum->pages += t.pages;
		sum->bytes += t.bytes;
	}
	for (uint32_t i = 0; i < part->n_conducts; i++) {
		struct parts_conduct c = { .day = day };
		struct conduct more;

		part_conduct_at(part, i, &c.key, &more);
		if (!has_key(l->q, &c.key))
			continue;

		struct parts_conduct *sum = table_at(&l->out->conducts, &c);

		conduct_add(&sum->conduct, &more);
	}
}

static void
add_span_of(struct loading *l, const struct part *part, uint32_t i,
    int32_t day)
{
	struct visit_span s = { .day = day };

	part_span_at(part, i, &s);
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

/* The first span of that key or of a greater one. */
static uint32_t
find_key(const struct part *part, const struct hash128 *key)
{
	uint32_t from = 0, to = part->n_spans;

	while (from < to) {
		uint32_t mid = from + (to - from) / 2;

		if (key_at(part, mid, key) < 0)
			from = mid + 1;
		else
			to = mid;
	}
	return from;
}

/* The spans of one key: they lie together. */
static void
add_spans_of(struct loading *l, const struct part *part, int32_t day,
    const struct hash128 *key)
{
	for (uint32_t i = find_key(part, key); i < part->n_spans &&
	    key_at(part, i, key) == 0; i++)
		add_span_of(l, part, i, day);
}

static void
add_spans_of_slice(struct loading *l, const struct part *part, int32_t day)
{
	struct hash128 key = { 0 };
	/* The least of the slice, or a little less. */
	uint64_t high = ((uint64_t)l->q->slice << 32) / l->q->slices;

	for (int i = 0; i < 4; i++)
		key.b[i] = (unsigned char)(high >> (24 - 8 * i));
	for (uint32_t i = find_key(part, &key); i < part->n_spans; i++) {
		uint32_t slice;

		part_key_at(part, i, &key);
		slice = parts_slice_of_key(&key, l->q->slices);
		if (slice > l->q->slice)
			return;
		if (slice == l->q->slice)
			add_span_of(l, part, i, day);
	}
}

static void
add_spans(struct loading *l, const struct part *part, int32_t day)
{
	if (day > l->q->only_after) {
		if (l->q->n_only > 0)
			begin_run(l);
		for (size_t i = 0; i < l->q->n_only; i++)
			add_spans_of(l, part, day, &l->q->only[i]);
		return;
	}
	begin_run(l);
	if (is_sliced(l->q)) {
		add_spans_of_slice(l, part, day);
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
	if (day > l->q->only_after && l->q->n_only == 0)
		return true;
	memset(l->term, 0, (part.n_texts + 1) * sizeof(*l->term));
	add_spans(l, &part, day);
	if (day >= l->q->sums.from && day <= l->q->sums.to)
		add_sums(l, &part, day);
	return true;
}

static void
add_carried(struct loading *l, const struct parts_raw *raw)
{
	if (raw->n_carried > 0)
		begin_run(l);
	for (size_t i = 0; i < raw->n_carried; i++)
		if (has_key(l->q, &raw->carried[i].key))
			add_span(l->out, &raw->carried[i]);
}

static void
begin(struct loading *l, const struct parts_rules *rules, struct parts *p)
{
	*l = (struct loading){ .rules = rules, .q = rules->q, .out = p };
	*p = (struct parts){ .n = 0 };
	terms_open(&p->terms, rules->seed);
	table_open(&p->hours, sizeof(struct hour_row),
	    offsetof(struct hour_row, outcome) + 1, rules->seed);
	table_open(&p->tallies, sizeof(struct tally_row),
	    offsetof(struct tally_row, hits), rules->seed);
	table_open(&p->conducts, sizeof(struct parts_conduct),
	    offsetof(struct parts_conduct, conduct), rules->seed);
	table_hashed(&p->conducts);
}

/* good: all parts are in.  *out is set if so. */
static bool
end(struct loading *l, const struct parts_raw *raw, bool good,
    struct parts *out)
{
	if (good) {
		add_carried(l, raw);
		parts_unite(l->out, &l->runs, l->rules->window_s);
		*out = *l->out;
	} else {
		parts_close(l->out);
	}
	mem_free(l->runs.run);
	mem_free(l->term);
	return good;
}

bool
parts_merge(const struct parts_raw *raw, const struct parts_rules *rules,
    struct parts *out, struct err *err)
{
	struct loading l;
	struct parts p;
	bool good = true;

	begin(&l, rules, &p);
	for (size_t i = 0; good && i < raw->n; i++)
		good = add_part(&l, raw->body[i].day, raw->body[i].body, err);
	return end(&l, raw, good, out);
}

static bool
add_stored(struct loading *l, const struct store_site *s, struct err *err)
{
	const struct parts_query *q = l->q;
	enum stmt st = STMT_PART_LIST;
	uint64_t slices = q->slices > 1 ? q->slices : 1;
	uint64_t first = q->slice * (uint64_t)PARTS_SLICES / slices;
	uint64_t last = slices < PARTS_SLICES ?
	    first + PARTS_SLICES / slices - 1 : first;
	bool row, good;

	db_start(s->db, st, "iiiiii", s->id, (int64_t)q->days.from,
	    (int64_t)q->days.to, (int64_t)q->below_bytes, (int64_t)first,
	    (int64_t)last);
	while ((good = db_next(s->db, st, &row, err)) && row)
		if (!add_part(l, (int32_t)db_int(s->db, st, 0),
		    db_blob(s->db, st, 1), err)) {
			db_end(s->db, st);
			return false;
		}
	for (size_t i = 0; good && s->pool != NULL && q->below_bytes == 0 &&
	    i < s->pool->n; i++) {
		const struct pool_part *p = &s->pool->part[i];

		if (p->day >= q->days.from && p->day <= q->days.to)
			good = add_part(l, p->day, buf_view(&p->body), err);
	}
	return good;
}

bool
parts_merge_later(const struct parts_raw *raw,
    const struct parts_rules *rules, struct parts *p, struct err *err)
{
	struct loading l = { .rules = rules, .q = rules->q, .out = p };
	bool good = true;

	/* What there is is one run. */
	begin_run(&l);
	l.runs.run[0] = 0;
	for (size_t i = 0; good && i < raw->n; i++)
		if (raw->body[i].day > rules->q->only_after)
			good = add_part(&l, raw->body[i].day,
			    raw->body[i].body, err);
	if (good) {
		parts_unite(p, &l.runs, rules->window_s);
	}
	mem_free(l.runs.run);
	mem_free(l.term);
	return good;
}

bool
parts_load(const struct store_site *s, const struct parts_query *q,
    struct parts *out, struct err *err)
{
	struct parts_rules rules = { q, s->site->online_window_s,
		db_keys(s->db)->table_seed };
	struct parts_query none = { .days = { 1, 0 }, .carried = true };
	struct parts_raw raw = { 0 };
	struct loading l;
	struct parts p;
	bool good;

	begin(&l, &rules, &p);
	good = (!q->carried || parts_fetch(s, &none, &raw, err)) &&
	    add_stored(&l, s, err);
	good = end(&l, &raw, good, out);
	parts_raw_close(&raw);
	return good;
}
