/* SPDX-License-Identifier: MIT */
#include "store/days.h"

#include "common/mem.h"
#include "store/hours.h"

bool
days_dirty(const struct store_site *s, int32_t **day,
    size_t *n, struct err *err)
{
	int32_t *list = NULL;
	size_t k = 0;
	bool row;

	db_start(s->db, STMT_DAY_DIRTY_LIST, "i", s->id);
	while (db_next(s->db, STMT_DAY_DIRTY_LIST, &row, err)) {
		if (!row) {
			*day = list;
			*n = k;
			return true;
		}
		list = mem_grow(list, k + 1, sizeof(*list));
		list[k++] = (int32_t)db_int(s->db, STMT_DAY_DIRTY_LIST, 0);
	}
	mem_free(list);
	return false;
}

bool
days_open(const struct store_site *s, struct day_open **open,
    size_t *n, struct err *err)
{
	struct day_open *list = NULL;
	size_t k = 0;
	bool row;

	db_start(s->db, STMT_DAY_OPEN, "i", s->id);
	while (db_next(s->db, STMT_DAY_OPEN, &row, err)) {
		if (!row) {
			*open = list;
			*n = k;
			return true;
		}
		list = mem_grow(list, k + 1, sizeof(*list));
		list[k++] = (struct day_open){
			(int32_t)db_int(s->db, STMT_DAY_OPEN, 0),
			db_int(s->db, STMT_DAY_OPEN, 1),
			db_int(s->db, STMT_DAY_OPEN, 2) };
	}
	mem_free(list);
	return false;
}

static bool
set_hours(const struct store_site *s, const struct day_derived *d,
    struct err *err)
{
	if (!db_run(s->db, err, STMT_HOUR_DROP, "ii", s->id, (int64_t)d->day))
		return false;
	for (size_t i = 0; i < d->n_hours; i++) {
		const struct hour_row *h = &d->hour[i];

		if (!db_run(s->db, err, STMT_HOUR_ADD, "iiittii", s->id,
		    (int64_t)d->day, (int64_t)h->hour,
		    span_of(class_name((enum class)h->class)),
		    span_of(outcome_name((enum outcome)h->outcome)),
		    (int64_t)h->hits, (int64_t)h->bytes))
			return false;
	}
	return true;
}

static struct span
digest_span(const struct hash128 *h)
{
	return (struct span){ (const char *)h->b, sizeof(h->b) };
}

bool
days_set(const struct store_site *s, const struct day_derived *d,
    struct err *err)
{
	const struct day_visits *v = &d->v;

	return set_hours(s, d, err) &&
	    hours_set(s, d->day, d->hours, err) &&
	    db_run(s->db, err, STMT_DAY_SET, "iiiiiiiiiiiiibbiiii", s->id,
	    (int64_t)d->day, v->visits, v->visitors, v->bounces, v->views,
	    v->timed, v->timed_s, v->online_s, v->online_peak,
	    v->online_peak_at_s, v->carried, d->pages,
	    digest_span(&d->digests.back), digest_span(&d->digests.ahead),
	    v->doubt_visitors, v->doubt_visits, v->doubt_pages, d->top_views);
}

bool
days_digests(const struct store_site *s, int32_t day, bool *known,
    struct day_digests *out, struct err *err)
{
	enum stmt q = STMT_DAY_DIGESTS;
	bool row;

	db_start(s->db, q, "ii", s->id, (int64_t)day);
	if (!db_next(s->db, q, &row, err))
		return false;
	*known = false;
	if (row) {
		struct span back = db_blob(s->db, q, 0);
		struct span ahead = db_blob(s->db, q, 1);

		*known = back.n == sizeof(out->back.b) &&
		    ahead.n == sizeof(out->ahead.b);
		if (*known) {
			memcpy(out->back.b, back.p, back.n);
			memcpy(out->ahead.b, ahead.p, ahead.n);
		}
		db_end(s->db, q);
	}
	return true;
}

bool
days_dirty_mark(const struct store_site *s, int32_t day, bool begin,
    struct err *err)
{
	return (!begin || db_run(s->db, err, STMT_DAY_BEGIN, "ii", s->id,
	    (int64_t)day)) && db_run(s->db, err, STMT_DAY_DIRTY, "ii", s->id,
	    (int64_t)day);
}

static int
class_of(struct span name)
{
	int c = 0;

	while (c < CLASS__MAX && !span_eq(name, span_of(class_name(
	    (enum class)c))))
		c++;
	return c;
}

static int
outcome_of(struct span name)
{
	int o = 0;

	while (o < OUTCOME__MAX && !span_eq(name, span_of(outcome_name(
	    (enum outcome)o))))
		o++;
	return o;
}

static void
add_hour(struct day_hits *h, int class, int outcome, int64_t hits,
    int64_t bytes)
{
	h->all += hits;
	if (class == CLASS_ROBOT)
		h->robots += hits;
	if (class != CLASS_HUMAN)
		return;
	h->hits += hits;
	h->bytes += bytes;
	if (outcome == OUTCOME_PAGE)
		h->pages += hits;
	if (outcome == OUTCOME_CLIENT_ERROR || outcome == OUTCOME_SERVER_ERROR)
		h->errors += hits;
}

/* The hours' sums into the days' rows; both are ascending by day. */
static bool
add_hours(const struct store_site *s, int64_t until_s,
    struct day_figures *f, size_t n, struct err *err)
{
	enum stmt q = STMT_HOUR_LIST;
	size_t i = 0;
	bool row;

	if (n == 0)
		return true;

	struct zone_day day = zone_day_of(s->site->zone, f[0].day);

	db_start(s->db, q, "iii", s->id, (int64_t)f[0].day,
	    (int64_t)f[n - 1].day);
	while (db_next(s->db, q, &row, err)) {
		if (!row)
			return true;
		while (i < n && f[i].day < db_int(s->db, q, 0))
			if (++i < n)
				day = zone_day_of(s->site->zone, f[i].day);
		if (i < n && f[i].day == db_int(s->db, q, 0) &&
		    day.start_s + db_int(s->db, q, 1) * 3600 <= until_s)
			add_hour(&f[i].h, class_of(db_text(s->db, q, 2)),
			    outcome_of(db_text(s->db, q, 3)), db_int(s->db, q, 4),
			    db_int(s->db, q, 5));
	}
	return false;
}

static struct day_figures
read_day(struct db *db, enum stmt q)
{
	struct day_figures f = { .day = (int32_t)db_int(db, q, 0),
		.sealed = span_eq(db_text(db, q, 1), SPAN("sealed")),
		.joined = db_int(db, q, 15) };
	int64_t *to[] = { &f.v.visits, &f.v.visitors, &f.v.bounces,
		&f.v.views, &f.v.timed, &f.v.timed_s, &f.v.online_s,
		&f.v.online_peak, &f.v.online_peak_at_s, &f.v.carried,
		&f.v.doubt_visitors, &f.v.doubt_visits, &f.v.doubt_pages };

	for (int i = 0; i < (int)(sizeof(to) / sizeof(*to)); i++)
		*to[i] = db_int(db, q, 2 + i);
	return f;
}

bool
days_list(const struct store_site *s, struct period days, int64_t until_s,
    struct day_list *out, struct err *err)
{
	struct day_figures *list = NULL;
	size_t k = 0, cap = 0;
	bool row, good;

	db_start(s->db, STMT_DAY_LIST, "iii", s->id, (int64_t)days.from,
	    (int64_t)days.to);
	while ((good = db_next(s->db, STMT_DAY_LIST, &row, err)) && row) {
		if (k == cap) {
			cap = cap > 0 ? cap * 2 : 32;
			list = mem_grow(list, cap, sizeof(*list));
		}
		list[k++] = read_day(s->db, STMT_DAY_LIST);
	}
	if (!good || !add_hours(s, until_s, list, k, err)) {
		mem_free(list);
		return false;
	}
	*out = (struct day_list){ list, k };
	return true;
}

bool
days_sum(const struct store_site *s, struct period days,
    struct day_sums *out, struct err *err)
{
	bool row;

	db_start(s->db, STMT_DAY_SUM, "iii", s->id, (int64_t)days.from,
	    (int64_t)days.to);
	if (!db_next(s->db, STMT_DAY_SUM, &row, err))
		return false;
	*out = (struct day_sums){ db_int(s->db, STMT_DAY_SUM, 0),
		db_int(s->db, STMT_DAY_SUM, 1), db_int(s->db, STMT_DAY_SUM, 2) };
	db_end(s->db, STMT_DAY_SUM);
	return true;
}

bool
days_shared(const struct store_site *s, struct period days, int64_t *top,
    int64_t *pages, struct err *err)
{
	enum stmt q = STMT_DAY_SHARED;
	bool row;

	db_start(s->db, q, "iii", s->id, (int64_t)days.from,
	    (int64_t)days.to);
	if (!db_next(s->db, q, &row, err))
		return false;
	*top = db_int(s->db, q, 0);
	*pages = db_int(s->db, q, 1);
	db_end(s->db, q);
	return true;
}

bool
days_first(const struct store_site *s, bool *any,
    int32_t *day, struct err *err)
{
	bool row;

	db_start(s->db, STMT_DAY_FIRST, "i", s->id);
	if (!db_next(s->db, STMT_DAY_FIRST, &row, err))
		return false;
	*any = !db_null(s->db, STMT_DAY_FIRST, 0);
	*day = (int32_t)db_int(s->db, STMT_DAY_FIRST, 0);
	db_end(s->db, STMT_DAY_FIRST);
	return true;
}

bool
days_outcomes(const struct store_site *s, struct period days,
    struct day_outcomes *out, struct err *err)
{
	enum stmt q = STMT_HOUR_LIST;
	bool row;

	*out = (struct day_outcomes){ 0 };
	db_start(s->db, q, "iii", s->id, (int64_t)days.from,
	    (int64_t)days.to);
	while (db_next(s->db, q, &row, err)) {
		if (!row)
			return true;

		int class = class_of(db_text(s->db, q, 2));
		int outcome = outcome_of(db_text(s->db, q, 3));

		if (class < CLASS__MAX)
			out->class_hits[class] += db_int(s->db, q, 4);
		if (class == CLASS_HUMAN && outcome < OUTCOME__MAX)
			out->outcome[outcome] += db_int(s->db, q, 4);
	}
	return false;
}

bool
days_hours(const struct store_site *s,
    const struct days_hours_query *query, struct err *err)
{
	enum stmt q = STMT_HOUR_LIST;
	bool row;

	db_start(s->db, q, "iii", s->id, (int64_t)query->days.from,
	    (int64_t)query->days.to);
	while (db_next(s->db, q, &row, err)) {
		if (!row)
			return true;

		struct day_hour h = { (int32_t)db_int(s->db, q, 0),
			(int)db_int(s->db, q, 1), db_text(s->db, q, 2),
			db_text(s->db, q, 3), db_int(s->db, q, 4),
			db_int(s->db, q, 5) };

		query->take(query->self, &h);
	}
	return false;
}
