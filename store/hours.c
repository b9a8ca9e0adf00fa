/* SPDX-License-Identifier: MIT */
#include "store/hours.h"

#include "common/buf.h"
#include "common/mem.h"

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

/* A count: what is greater than any is damaged. */
static bool
get_count(struct span *from, int64_t *out)
{
	uint64_t v;

	if (!get(from, &v) || v > INT64_MAX)
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

bool
hours_list(const struct store_site *s, struct period days,
    struct hours_list *out, struct err *err)
{
	enum stmt q = STMT_HOURS_LIST;
	struct hours_day *list = NULL;
	size_t n = 0, cap = 0;
	bool row, good;

	db_start(s->db, q, "iii", s->id, (int64_t)days.from,
	    (int64_t)days.to);
	while ((good = db_next(s->db, q, &row, err)) && row) {
		if (n == cap) {
			cap = cap * 2 + 32;
			list = mem_grow(list, cap, sizeof(*list));
		}
		list[n].day = (int32_t)db_int(s->db, q, 0);
		if (!hours_unpack(db_blob(s->db, q, 1), zone_day_of(
		    s->site->zone, list[n].day).start_s, &list[n].hours)) {
			db_end(s->db, q);
			good = err_set(err, ERR_DATA,
			    "database: damaged hours of a day");
			break;
		}
		n++;
	}
	if (!good) {
		mem_free(list);
		return false;
	}
	*out = (struct hours_list){ list, n };
	return true;
}
