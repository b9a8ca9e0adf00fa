/* SPDX-License-Identifier: MIT */
#include "aggregate/availability.h"

#include "common/mem.h"

enum { HOUR_S = 3600, MINUTE_S = 60, HOUR_MINUTES_N = 60 };

static const char *const state_name[] = {
#define X(id, name) name,
	AVAILABILITY_TABLE(X)
#undef X
};

const char *
availability_name(enum availability_state s)
{
	return state_name[s];
}

struct hour {
	int64_t start_s, end_s;
	const struct hour_figures *f;
};

static enum availability_state
state_of(const struct availability_input *in, const struct hour *h)
{
	const struct hour_figures *f = h->f;
	bool served = (f->flags & HOUR_SERVED) != 0;

	if (h->end_s > in->now_s)
		return AVAILABILITY_AHEAD;
	if (!served && (f->flags & HOUR_PROBE_NONE))
		return AVAILABILITY_DOWN;
	if (f->errors > 0 &&
	    f->errors > f->hits / (100 / AVAILABILITY_ERRORS_MOST))
		return AVAILABILITY_ERRORS;
	if (f->hits == 0 && !served && (f->flags & HOUR_PROBE_ERROR))
		return AVAILABILITY_ERRORS;
	if (served)
		return AVAILABILITY_SERVED;
	if ((f->flags & (HOUR_LINES | HOUR_PROBE_OK)) || !gaps_unknown(
	    &in->gaps, h->start_s, h->end_s, in->now_s))
		return AVAILABILITY_QUIET;
	return AVAILABILITY_UNKNOWN;
}

/* Runs that are going on. */
struct running {
	int64_t gap_from_s, gap_to_s;
	int64_t bad_from_s, bad_to_s;
};

static void
add_gap(struct availability *a, struct running *r, const struct hour *h)
{
	if (r->gap_to_s != h->start_s || r->gap_from_s == r->gap_to_s)
		r->gap_from_s = h->start_s;
	r->gap_to_s = h->end_s;
	if (r->gap_to_s - r->gap_from_s > a->gap_to_s - a->gap_from_s) {
		a->gap_from_s = r->gap_from_s;
		a->gap_to_s = r->gap_to_s;
	}
}

static void
add_minutes(struct availability *a, struct running *r, const struct hour *h)
{
	for (int m = 0; m < HOUR_MINUTES_N; m++) {
		int64_t at_s = h->start_s + m * MINUTE_S, minutes;

		if (!(h->f->bad >> m & 1))
			continue;
		if (r->bad_to_s != at_s)
			r->bad_from_s = at_s;
		r->bad_to_s = at_s + MINUTE_S;
		minutes = (r->bad_to_s - r->bad_from_s) / MINUTE_S;
		if (minutes > a->outage_minutes) {
			a->outage_minutes = minutes;
			a->outage_at_s = r->bad_from_s;
		}
	}
}

static void
add_hour(const struct availability_input *in, struct availability *a,
    struct running *r, const struct hour *h)
{
	struct availability_day *day = &a->day[a->n_days - 1];
	enum availability_state state = state_of(in, h);

	day->state[day->n++] = (uint8_t)state;
	a->state[state]++;
	if (state == AVAILABILITY_AHEAD)
		return;
	a->hours++;
	a->lines += (h->f->flags & HOUR_LINES) != 0;
	a->answered += (h->f->flags & HOUR_SERVED) != 0;
	a->untold += (h->f->flags & HOUR_UNTOLD) != 0;
	a->hits += h->f->hits;
	a->errors += h->f->errors;
	if (state == AVAILABILITY_UNKNOWN)
		add_gap(a, r, h);
	add_minutes(a, r, h);
}

static void
add_day(const struct availability_input *in, struct availability *a,
    struct running *r, const struct hours_of_day *hours)
{
	static const struct hour_figures nothing;
	struct availability_day *to = &a->day[a->n_days - 1];
	struct zone_day day = zone_day_of(in->gaps.zone, to->day);
	struct hour h = { .end_s = day.start_s };

	for (int i = 0; i < DAY_HOURS && h.end_s < day.end_s; i++) {
		h.start_s = h.end_s;
		h.end_s += HOUR_S;
		if (i == DAY_HOURS - 1 || h.end_s > day.end_s)
			h.end_s = day.end_s;
		h.f = hours != NULL && i < hours->n ? &hours->hour[i] :
		    &nothing;
		add_hour(in, a, r, &h);
	}
}

void
availability_find(const struct availability_input *in,
    struct availability *out)
{
	struct running r = { 0 };
	size_t k = 0;

	*out = (struct availability){ .n_days = 0 };
	if (in->days.from > in->days.to)
		return;
	out->day = mem_new(((size_t)((int64_t)in->days.to - in->days.from) +
	    1) * sizeof(*out->day));
	for (int64_t day = in->days.from; day <= in->days.to; day++) {
		while (k < in->n && in->day[k].day < day)
			k++;
		out->day[out->n_days++].day = (int32_t)day;
		add_day(in, out, &r, k < in->n && in->day[k].day == day ?
		    &in->day[k].hours : NULL);
	}
}

void
availability_close(struct availability *a)
{
	mem_free(a->day);
	*a = (struct availability){ .n_days = 0 };
}

void
availability_lines(const struct zone *zone, const struct hours_list *list,
    int64_t **start_s, size_t *n)
{
	for (size_t i = 0; i < list->n; i++) {
		const struct hours_of_day *h = &list->day[i].hours;
		int64_t at_s = zone_day_of(zone, list->day[i].day).start_s;

		*start_s = mem_grow(*start_s, *n + (size_t)h->n + 1,
		    sizeof(**start_s));
		for (int k = 0; k < h->n; k++, at_s += HOUR_S)
			if (h->hour[k].flags & HOUR_LINES)
				(*start_s)[(*n)++] = at_s;
	}
}
