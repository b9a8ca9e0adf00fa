/* SPDX-License-Identifier: MIT */
/* office.c -- office hours of holiday.h. */
#include "common/holiday.h"

/* "7:30", "07:30", "17:00", "24:00". */
static bool
read_time(struct span text, int *min)
{
	struct span rest = span_trim(text), hour = span_cut(&rest, ':');
	uint64_t h, m;

	if (hour.n < 1 || hour.n > 2 || rest.n != 2 || !span_u64(hour, &h) ||
	    !span_u64(rest, &m) || h > 24 || m > 59 || (h == 24 && m > 0))
		return false;
	*min = (int)(h * 60 + m);
	return true;
}

static bool
read_span(struct span text, struct office *o, struct err *err)
{
	struct span rest = text, from = span_cut(&rest, '-');
	int last = o->n > 0 ? o->span[o->n - 1].to_min : 0;
	int a, b;

	if (!read_time(from, &a) || !read_time(rest, &b) || a >= b)
		return err_set(err, ERR_CONFIG, "\"%.*s\": not as 7:30-11:30",
		    (int)text.n, text.p);
	if (a < last)
		return err_set(err, ERR_CONFIG, "\"%.*s\": begins before what "
		    "stands before it has ended", (int)text.n, text.p);
	if (o->n == OFFICE_SPANS)
		return err_set(err, ERR_CONFIG, "more than %d times of the "
		    "day", OFFICE_SPANS);
	o->span[o->n].from_min = a;
	o->span[o->n++].to_min = b;
	return true;
}

bool
office_read(struct span text, struct office *out, struct err *err)
{
	struct span rest = span_trim(text);
	struct office o = { .n = 0 };

	if (!span_eq(rest, SPAN("none"))) {
		do {
			struct span one = span_trim(span_cut(&rest, ','));

			if (!read_span(one, &o, err))
				return false;
		} while (rest.n > 0);
	}
	*out = o;
	return true;
}

void
office_put(struct buf *out, const struct office *o)
{
	if (o->n == 0)
		buf_puts(out, "none");
	for (int i = 0; i < o->n; i++)
		buf_printf(out, "%s%d:%02d-%d:%02d", i > 0 ? ", " : "",
		    o->span[i].from_min / 60, o->span[i].from_min % 60,
		    o->span[i].to_min / 60, o->span[i].to_min % 60);
}

uint32_t
office_hours(const struct office *o)
{
	uint32_t bits = 0;

	for (int h = 0; h < 24; h++) {
		int open = 0;

		for (int i = 0; i < o->n; i++) {
			int a = o->span[i].from_min, b = o->span[i].to_min;

			a = a > h * 60 ? a : h * 60;
			b = b < h * 60 + 60 ? b : h * 60 + 60;
			open += b > a ? b - a : 0;
		}
		if (open >= 30)
			bits |= UINT32_C(1) << h;
	}
	return bits;
}
