/* SPDX-License-Identifier: MIT */
#include "store/hours.h"

#include <stdlib.h>

#include "common/buf.h"
#include "common/mem.h"

#define COUNT_MOST (UINT64_C(1) << 45)

enum { HOUR_S = 3600, BITS = 7, MORE = 0x80 };

static void
put(struct buf *out, uint64_t v)
{
	for (; v >= MORE; v >>= BITS)
		buf_putc(out, (char)(v | MORE));
	buf_putc(out, (char)v);
}

static bool
get(struct span *from, uint64_t *out)
{
	uint64_t v = 0;

	for (unsigned shift = 0; from->n > 0 && shift < 64; shift += BITS) {
		unsigned char c = (unsigned char)*from->p++;

		from->n--;
		v |= (uint64_t)(c & (MORE - 1)) << shift;
		if (c < MORE) {
			*out = v;
			return true;
		}
	}
	return false;
}

/* A count: what is greater than any is damaged, and could not be summed. */
static bool
get_count(struct span *from, int64_t *out)
{
	uint64_t v;

	if (!get(from, &v) || v > COUNT_MOST)
		return false;
	*out = (int64_t)v;
	return true;
}

void
hours_pack(const struct hours_of_day *h, int64_t start_s, struct buf *out)
{
	buf_putc(out, (char)h->n);
	for (int i = 0; i < h->n; i++) {
		const struct hour_figures *f = &h->hour[i];

		put(out, (uint64_t)f->visits);
		put(out, (uint64_t)f->online_s);
		put(out, (uint64_t)f->peak);
		put(out, (uint64_t)f->hits);
		put(out, (uint64_t)f->errors);
		put(out, f->flags);
		put(out, f->bad);
		if (f->peak > 0)
			put(out, (uint64_t)(f->peak_at_s - start_s -
			    i * HOUR_S));
	}
}

static bool
unpack_hour(struct span *body, int64_t start_s, struct hour_figures *f)
{
	uint64_t flags;
	int64_t at = 0;

	*f = (struct hour_figures){ 0 };
	if (!get_count(body, &f->visits) || !get_count(body, &f->online_s) ||
	    !get_count(body, &f->peak) || !get_count(body, &f->hits) ||
	    !get_count(body, &f->errors) || !get(body, &flags) ||
	    !get(body, &f->bad) || (f->peak > 0 &&
	    (!get_count(body, &at) || at > 24 * HOUR_S)))
		return false;
	f->flags = (unsigned)(flags & UINT8_MAX);
	f->peak_at_s = f->peak > 0 ? start_s + at : 0;
	return true;
}

bool
hours_unpack(struct span body, int64_t start_s, struct hours_of_day *out)
{
	struct hours_of_day h = { 0 };

	if (body.n == 0 || (unsigned char)*body.p > DAY_HOURS)
		return false;
	h.n = *body.p++;
	body.n--;
	for (int i = 0; i < h.n; i++)
		if (!unpack_hour(&body, start_s + i * INT64_C(3600),
		    &h.hour[i]))
			return false;
	*out = h;
	return body.n == 0;
}

bool
hours_set(const struct store_site *s, int32_t day,
    const struct hours_of_day *hours, struct err *err)
{
	struct buf body = { 0 };
	bool good;

	hours_pack(hours, zone_day_of(s->site->zone, day).start_s, &body);
	good = db_run(s->db, err, STMT_HOURS_SET, "iib", s->id, (int64_t)day,
	    buf_view(&body));
	buf_close(&body);
	return good;
}

struct listing {
	struct hours_day *day;
	size_t n, cap;
};

static struct hours_day *
new_day(struct listing *l, int32_t day)
{
	if (l->n == l->cap) {
		l->cap = l->cap * 2 + 32;
		l->day = mem_grow(l->day, l->cap, sizeof(*l->day));
	}
	l->day[l->n] = (struct hours_day){ .day = day };
	return &l->day[l->n++];
}

static bool
list_kept(const struct store_site *s, struct period days, struct listing *l,
    struct err *err)
{
	enum stmt q = STMT_HOURS_LIST;
	bool row, good;

	db_start(s->db, q, "iii", s->id, (int64_t)days.from,
	    (int64_t)days.to);
	while ((good = db_next(s->db, q, &row, err)) && row) {
		struct hours_day *d = new_day(l, (int32_t)db_int(s->db, q, 0));

		d->whole = true;
		if (!hours_unpack(db_blob(s->db, q, 1), zone_day_of(
		    s->site->zone, d->day).start_s, &d->hours)) {
			db_end(s->db, q);
			return err_set(err, ERR_DATA,
			    "database: damaged hours of a day");
		}
	}
	return good;
}

static void
add_old(const struct store_site *s, struct listing *l, size_t kept)
{
	enum stmt q = STMT_HOURS_OLD;
	int32_t day = (int32_t)db_int(s->db, q, 0);
	int64_t hour = db_int(s->db, q, 1);
	struct hours_day *d = l->n > kept && l->day[l->n - 1].day == day ?
	    &l->day[l->n - 1] : NULL;
	struct hour_figures *f;

	if (hour < 0 || hour >= DAY_HOURS)
		return;
	if (d == NULL) {
		struct zone_day z = zone_day_of(s->site->zone, day);

		d = new_day(l, day);
		d->hours.n = (int)((z.end_s - z.start_s + HOUR_S - 1) /
		    HOUR_S);
		if (d->hours.n > DAY_HOURS)
			d->hours.n = DAY_HOURS;
	}
	f = &d->hours.hour[hour];
	f->hits = db_int(s->db, q, 2);
	f->errors = db_int(s->db, q, 3);
	f->flags = HOUR_LINES | HOUR_UNTOLD |
	    (db_int(s->db, q, 4) != 0 ? HOUR_SERVED : 0);
	if (hour >= d->hours.n)
		d->hours.n = (int)hour + 1;
}

static int
by_day(const void *pa, const void *pb)
{
	const struct hours_day *a = pa, *b = pb;

	return (a->day > b->day) - (a->day < b->day);
}

static bool
list_old(const struct store_site *s, struct period days, struct listing *l,
    struct err *err)
{
	enum stmt q = STMT_HOURS_OLD;
	size_t kept = l->n;
	bool row, good;

	db_start(s->db, q, "iii", s->id, (int64_t)days.from,
	    (int64_t)days.to);
	while ((good = db_next(s->db, q, &row, err)) && row)
		add_old(s, l, kept);
	if (l->n > kept && kept > 0)
		qsort(l->day, l->n, sizeof(*l->day), by_day);
	return good;
}

bool
hours_list(const struct store_site *s, struct period days,
    struct hours_list *out, struct err *err)
{
	struct listing l = { 0 };

	if (!list_kept(s, days, &l, err) || !list_old(s, days, &l, err)) {
		mem_free(l.day);
		return false;
	}
	*out = (struct hours_list){ l.day, l.n };
	return true;
}
