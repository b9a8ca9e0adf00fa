/* SPDX-License-Identifier: MIT */
#include "store/merge.h"

#include <stdlib.h>

#include "common/mem.h"

struct merge {
	struct db *db;
	const struct merge_plan *plan;
	const struct partial *p;
	uint32_t *term; /* the partial's term -> the store's, 0: not yet known */
	struct view_span *span; /* room for the spans of one visitor */
	size_t cap;
	struct arena texts; /* those fetched for one visitor's comparisons */
	struct err *err;
	bool failed; /* from within a comparison, which cannot say so */
};

static bool
term_id(struct merge *m, uint32_t term, uint32_t *out)
{
	struct span text = terms_text(&m->p->terms, term);
	bool row;

	if (m->term[term] == 0) {
		db_start(m->db, STMT_TERM_GET, "t", text);
		if (!db_next(m->db, STMT_TERM_GET, &row, m->err))
			return false;
		if (row) {
			m->term[term] =
			    (uint32_t)db_int(m->db, STMT_TERM_GET, 0);
			db_end(m->db, STMT_TERM_GET);
		} else {
			if (!db_run(m->db, m->err, STMT_TERM_ADD, "t", text))
				return false;
			m->term[term] = (uint32_t)db_inserted(m->db);
		}
	}
	*out = m->term[term];
	return true;
}

static int64_t
site_id(const struct merge *m, uint32_t site)
{
	return site == PARTIAL_NO_SITE ? 0 : m->plan->site[site].id;
}

/* Rows are written in the order of their keys: it is the order of the B-tree. */
static const void **
sorted(const struct table *t, int (*cmp)(const void *, const void *))
{
	const void **row = mem_grow(NULL, t->n, sizeof(*row));

	for (size_t i = 0; i < t->n; i++)
		row[i] = table_row(t, i);
	if (t->n > 1)
		qsort(row, t->n, sizeof(*row), cmp);
	return row;
}

static int
by_site_day_hour(const void *pa, const void *pb)
{
	const struct hour_row *a = *(const struct hour_row *const *)pa;
	const struct hour_row *b = *(const struct hour_row *const *)pb;

	if (a->site != b->site)
		return a->site < b->site ? -1 : 1;
	if (a->day != b->day)
		return a->day < b->day ? -1 : 1;
	return (a->hour > b->hour) - (a->hour < b->hour);
}

static bool
add_hours(struct merge *m)
{
	const void **row = sorted(&m->p->hours, by_site_day_hour);
	bool good = true;

	for (size_t i = 0; good && i < m->p->hours.n; i++) {
		const struct hour_row *h = row[i];

		good = db_run(m->db, m->err, STMT_HOUR_ADD, "iiittii",
		    site_id(m, h->site), (int64_t)h->day, (int64_t)h->hour,
		    span_of(class_name((enum class)h->class)),
		    span_of(outcome_name((enum outcome)h->outcome)),
		    (int64_t)h->hits, (int64_t)h->bytes);
	}
	mem_free(row);
	return good;
}

static bool
add_ledger(struct merge *m)
{
	for (size_t i = 0; i < m->p->ledger.n; i++) {
		const struct ledger_row *l = table_row(&m->p->ledger, i);
		enum class class = (enum class)l->class;

		if (!db_run(m->db, m->err, STMT_LEDGER_ADD, "iiiti",
		    m->plan->stream_id[l->stream], site_id(m, l->site),
		    (int64_t)l->day, span_of(class_name(class)),
		    (int64_t)l->lines))
			return false;
		if ((int)class < (int)CLASS__COUNTED && l->day != PARTIAL_NO_DAY &&
		    !db_run(m->db, m->err, STMT_DAY_TOUCH, "iii",
		    site_id(m, l->site), (int64_t)l->day, m->plan->now_s))
			return false;
	}
	return true;
}

static int
by_site_day_page(const void *pa, const void *pb)
{
	const struct page_row *a = *(const struct page_row *const *)pa;
	const struct page_row *b = *(const struct page_row *const *)pb;

	if (a->site != b->site)
		return a->site < b->site ? -1 : 1;
	return (a->day > b->day) - (a->day < b->day);
}

static bool
add_pages(struct merge *m)
{
	const void **row = sorted(&m->p->pages, by_site_day_page);
	bool good = true;
	uint32_t page;

	for (size_t i = 0; good && i < m->p->pages.n; i++) {
		const struct page_row *r = row[i];

		good = term_id(m, r->page, &page) &&
		    db_run(m->db, m->err, STMT_PAGE_ADD, "iiiii",
		    site_id(m, r->site), (int64_t)r->day, (int64_t)page,
		    (int64_t)r->views, (int64_t)r->bytes);
	}
	mem_free(row);
	return good;
}

/* The store's texts, for spans whose views tie in time. */
static struct span
stored_text(void *self, uint32_t term)
{
	struct merge *m = self;
	bool row = false;

	db_start(m->db, STMT_TERM_TEXT, "i", (int64_t)term);
	if (!db_next(m->db, STMT_TERM_TEXT, &row, m->err) || !row) {
		m->failed = true;
		return (struct span){ 0 };
	}

	struct span text = db_text(m->db, STMT_TERM_TEXT, 0);

	text.p = arena_dup(&m->texts, text.p, text.n);
	db_end(m->db, STMT_TERM_TEXT);
	return text;
}

static bool
load_spans(struct merge *m, int64_t site, int64_t day,
    const struct hash128 *key, size_t *n)
{
	struct span blob = { (const char *)key->b, sizeof(key->b) };
	enum stmt q = STMT_SPAN_GET;
	bool row;

	*n = 0;
	db_start(m->db, q, "iib", site, day, blob);
	while (db_next(m->db, q, &row, m->err)) {
		if (!row)
			return true;
		if (*n + 2 > m->cap) {
			m->cap = m->cap * 2 + 8;
			m->span = mem_grow(m->span, m->cap, sizeof(*m->span));
		}
		m->span[(*n)++] = (struct view_span){
			{ db_int(m->db, q, 0), (uint32_t)db_int(m->db, q, 1),
			    (uint32_t)db_int(m->db, q, 2) },
			{ db_int(m->db, q, 3), (uint32_t)db_int(m->db, q, 4),
			    (uint32_t)db_int(m->db, q, 5) },
			(uint64_t)db_int(m->db, q, 6),
			(uint64_t)db_int(m->db, q, 7) };
	}
	return false;
}

static bool
store_spans(struct merge *m, const struct visitor_row *v, size_t had,
    size_t n)
{
	struct span key = { (const char *)v->key.b, sizeof(v->key.b) };
	int64_t site = site_id(m, v->site), day = v->day;
	bool good = had == 0 || db_run(m->db, m->err, STMT_SPAN_DROP, "iib",
	    site, day, key);

	for (size_t i = 0; good && i < n; i++) {
		const struct view_span *s = &m->span[i];

		good = db_run(m->db, m->err, STMT_SPAN_ADD, "iibiiiiiiii",
		    site, day, key, s->entry.at_s, (int64_t)s->entry.page,
		    (int64_t)s->entry.referrer, s->exit.at_s,
		    (int64_t)s->exit.page, (int64_t)s->exit.referrer,
		    (int64_t)s->views, (int64_t)s->bytes);
	}
	return good;
}

/* Back over the day's spans, n in m->span, while the silence before first_s is
 * none that ends a visit: to when that visit began in this day. */
static int64_t
visit_start(const struct merge *m, size_t n, int64_t gap_s, int64_t first_s)
{
	for (size_t i = n; i-- > 0;) {
		const struct view_span *s = &m->span[i];

		if (first_s - s->exit.at_s > gap_s)
			break;
		if (s->entry.at_s < first_s)
			first_s = s->entry.at_s;
	}
	return first_s;
}

/* The days before in which a visit that reaches first_s started. */
static bool
dirty_before(struct merge *m, const struct visitor_row *v, int64_t first_s)
{
	const struct site *site = m->plan->site[v->site].site;
	int64_t id = site_id(m, v->site);
	int32_t day = v->day;
	size_t n;

	while (first_s - zone_day_of(site->zone, day).start_s <=
	    site->visit_gap_s) {
		day--;
		if (!db_run(m->db, m->err, STMT_DAY_DIRTY, "ii", id,
		    (int64_t)day) || !load_spans(m, id, day, &v->key, &n))
			return false;

		size_t i = n;

		while (i > 0 && first_s - m->span[i - 1].exit.at_s <=
		    site->visit_gap_s)
			first_s = m->span[--i].entry.at_s;
		if (n == 0 || i > 0)
			break; /* it started in this day, or not before */
	}
	return true;
}

/* The day after: its first visit may be this one still, and a visitor who is online
 * over midnight is online there, even if the day has no line. */
static bool
dirty_after(struct merge *m, const struct visitor_row *v,
    const struct zone_day *day)
{
	const struct site *site = m->plan->site[v->site].site;
	int64_t id = site_id(m, v->site), next = (int64_t)v->day + 1;
	int64_t rest_s = day->end_s - v->spans[v->n - 1].exit.at_s;

	if (rest_s < site->online_window_s)
		return db_run(m->db, m->err, STMT_DAY_TOUCH, "iii", id, next,
		    m->plan->now_s);
	return rest_s > site->visit_gap_s ||
	    db_run(m->db, m->err, STMT_DAY_DIRTY, "ii", id, next);
}

static bool
merge_visitor(struct merge *m, const struct visitor_row *v)
{
	const struct store_site *site = &m->plan->site[v->site];
	struct view_texts texts = { m, stored_text };
	struct zone_day day = zone_day_of(site->site->zone, v->day);
	size_t had, n;

	if (!load_spans(m, site->id, v->day, &v->key, &had))
		return false;
	n = had;
	if (n + v->n + 1 > m->cap) {
		m->cap = n + v->n + 8;
		m->span = mem_grow(m->span, m->cap, sizeof(*m->span));
	}
	for (uint32_t i = 0; i < v->n; i++) {
		struct view_span s = v->spans[i];

		if (!term_id(m, s.entry.page, &s.entry.page) ||
		    !term_id(m, s.entry.referrer, &s.entry.referrer) ||
		    !term_id(m, s.exit.page, &s.exit.page) ||
		    !term_id(m, s.exit.referrer, &s.exit.referrer))
			return false;
		n = view_spans_add(m->span, n, s,
		    site->site->online_window_s, &texts);
	}
	arena_close(&m->texts);
	if (m->failed || !store_spans(m, v, had, n))
		return false;
	if (!dirty_after(m, v, &day))
		return false;
	return dirty_before(m, v, visit_start(m, n, site->site->visit_gap_s,
	    v->spans[0].entry.at_s));
}

static int
by_site_day_key(const void *pa, const void *pb)
{
	const struct visitor_row *a = *(const struct visitor_row *const *)pa;
	const struct visitor_row *b = *(const struct visitor_row *const *)pb;

	if (a->site != b->site)
		return a->site < b->site ? -1 : 1;
	if (a->day != b->day)
		return a->day < b->day ? -1 : 1;
	return memcmp(a->key.b, b->key.b, sizeof(a->key.b));
}

static bool
add_visitors(struct merge *m)
{
	const void **row = sorted(&m->p->visitors, by_site_day_key);
	bool good = true;

	for (size_t i = 0; good && i < m->p->visitors.n; i++)
		good = merge_visitor(m, row[i]);
	mem_free(row);
	return good;
}

bool
merge_partial(struct db *db, const struct merge_plan *plan,
    const struct partial *p, struct err *err)
{
	struct merge m = { .db = db, .plan = plan, .p = p, .err = err };
	bool good;

	m.term = mem_new(p->terms.n * sizeof(*m.term));
	good = add_ledger(&m) && add_hours(&m) && add_pages(&m) &&
	    add_visitors(&m);
	mem_free(m.term);
	mem_free(m.span);
	arena_close(&m.texts);
	return good;
}
