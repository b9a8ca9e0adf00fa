/* SPDX-License-Identifier: MIT */
#include "store/days.h"

#include "common/mem.h"

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
read_key(struct db *db, enum stmt q, struct hash128 *key, struct err *err)
{
	struct span blob = db_blob(db, q, 0);

	if (blob.n != sizeof(key->b))
		return err_set(err, ERR_DATA,
		    "database: a key of %zu bytes", blob.n);
	memcpy(key->b, blob.p, sizeof(key->b));
	return true;
}

static bool
carried_spans(const struct store_site *s, const struct days_spans_query *query,
    struct err *err)
{
	enum stmt q = STMT_CARRIED_LIST;
	struct hash128 key;
	bool row;

	db_start(s->db, q, "i", s->id);
	while (db_next(s->db, q, &row, err)) {
		if (!row)
			return true;

		struct view last = { .at_s = db_int(s->db, q, 2) };
		struct view_span span = { last, last, 0, 0 };

		if (!read_key(s->db, q, &key, err) ||
		    !query->take(query->self, &key, (int32_t)db_int(s->db, q, 1), &span))
			break;
	}
	db_end(s->db, q);
	return false;
}

bool
days_spans(const struct store_site *s, const struct days_spans_query *query,
    struct err *err)
{
	enum stmt q = STMT_SPAN_LIST;
	struct hash128 key;
	bool row;

	db_start(s->db, q, "iiii", s->id,
	    (int64_t)query->days.from, (int64_t)query->days.to,
	    query->since_s);
	while (db_next(s->db, q, &row, err)) {
		if (!row)
			return carried_spans(s, query, err);

		struct view_span span = {
			{ db_int(s->db, q, 2), (uint32_t)db_int(s->db, q, 3),
			    (uint32_t)db_int(s->db, q, 4) },
			{ db_int(s->db, q, 5), (uint32_t)db_int(s->db, q, 6),
			    (uint32_t)db_int(s->db, q, 7) },
			(uint64_t)db_int(s->db, q, 8),
			(uint64_t)db_int(s->db, q, 9) };

		if (!read_key(s->db, q, &key, err) ||
		    !query->take(query->self, &key, (int32_t)db_int(s->db, q, 1), &span))
			break;
	}
	db_end(s->db, q);
	return false;
}

bool
days_set(const struct store_site *s, int32_t day,
    const struct day_visits *v, struct err *err)
{
	return db_run(s->db, err, STMT_DAY_SET, "iiiiiiiiiiii", s->id,
	    (int64_t)day, v->visits, v->visitors, v->bounces, v->views,
	    v->timed, v->timed_s, v->online_s, v->online_peak,
	    v->online_peak_at_s, v->carried);
}

bool
days_doors_clear(const struct store_site *s, int32_t day,
    struct err *err)
{
	return db_run(s->db, err, STMT_DOOR_DROP, "ii", s->id, (int64_t)day);
}

bool
days_door(const struct store_site *s,
    const struct day_door *door, struct err *err)
{
	return db_run(s->db, err, STMT_DOOR_ADD, "iitii", s->id,
	    (int64_t)door->day, span_of(door->kind), (int64_t)door->page,
	    door->visits);
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
		.joined = db_int(db, q, 12) };
	int64_t *to[] = { &f.v.visits, &f.v.visitors, &f.v.bounces,
		&f.v.views, &f.v.timed, &f.v.timed_s, &f.v.online_s,
		&f.v.online_peak, &f.v.online_peak_at_s, &f.v.carried };

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
