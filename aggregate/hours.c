/* SPDX-License-Identifier: MIT */
#include "aggregate/hours.h"

enum { PROBE_SHIFT = 58 }; /* HOUR_BIT_OK to HOUR_PROBE_OK */

#define PROBE_BITS (HOUR_BIT_OK | HOUR_BIT_ERROR | HOUR_BIT_NONE)
_Static_assert(HOUR_BIT_OK >> PROBE_SHIFT == HOUR_PROBE_OK &&
    HOUR_BIT_ERROR >> PROBE_SHIFT == HOUR_PROBE_ERROR &&
    HOUR_BIT_NONE >> PROBE_SHIFT == HOUR_PROBE_NONE, "see above");

/* Of a row that does not tell of all its lines: its outcome alone. */
static bool
may_be_served(const struct hour_row *r)
{
	return (r->minutes & HOUR_BIT_UNTOLD) != 0 &&
	    r->outcome != OUTCOME_CLIENT_ERROR &&
	    r->outcome != OUTCOME_SERVER_ERROR;
}

static void
add_row(struct hour_figures *f, const struct hour_row *r, uint64_t *served)
{
	bool error = r->outcome == OUTCOME_SERVER_ERROR;

	if (r->class != CLASS_MONITOR) {
		f->hits += (int64_t)r->hits;
		f->errors += error ? (int64_t)r->hits : 0;
	}
	if ((r->minutes & PROBE_BITS) == 0)
		f->flags |= HOUR_LINES;
	f->flags |= (unsigned)((r->minutes & PROBE_BITS) >> PROBE_SHIFT);
	if (r->minutes & HOUR_BIT_UNTOLD)
		f->flags |= HOUR_UNTOLD;
	if (error) {
		f->bad |= r->minutes & HOUR_MINUTES;
		return;
	}
	*served |= r->minutes & HOUR_MINUTES;
	if (*served != 0 || may_be_served(r))
		f->flags |= HOUR_SERVED;
}

void
hours_add_rows(struct hours_of_day *hours, const struct hour_row *row,
    size_t n)
{
	uint64_t served[DAY_HOURS] = { 0 };

	for (int h = 0; h < DAY_HOURS; h++) {
		struct hour_figures *f = &hours->hour[h];

		f->hits = f->errors = 0;
		f->flags = 0;
		f->bad = 0;
	}
	for (size_t i = 0; i < n; i++) {
		int h = row[i].hour < DAY_HOURS ? row[i].hour : DAY_HOURS - 1;

		add_row(&hours->hour[h], &row[i], &served[h]);
		if (h >= hours->n)
			hours->n = h + 1;
	}
	for (int h = 0; h < DAY_HOURS; h++)
		hours->hour[h].bad &= ~served[h];
}
