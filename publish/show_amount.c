/* SPDX-License-Identifier: MIT */
/* show_amount.c -- the headline's figures, and how they have changed. */
#include "publish/show_page.h"

enum kind { COUNT, MEAN, SHARE, SECONDS, BYTES };

static const enum kind kind_of[] = {
#define X(id, label, kind) kind,
	SHOW_ROWS(X)
#undef X
};

struct show_amount
show_amount(enum show_row row, const struct period_sums *s,
    const struct period_uniques *u)
{
	int64_t peak = s->peak != NULL ? s->peak->v.online_peak : 0;

	switch (row) {
	case SHOW_VISITS:
		return (struct show_amount){ s->visits, 1 };
	case SHOW_PAGES:
		return (struct show_amount){ s->pages, 1 };
	case SHOW_VISITORS:
		return (struct show_amount){ s->visitors, s->days };
	case SHOW_UNIQUES:
		return (struct show_amount){ u->visitors, u->known };
	case SHOW_HITS:
		return (struct show_amount){ s->hits, 1 };
	case SHOW_TRAFFIC:
		return (struct show_amount){ s->bytes, 1 };
	case SHOW_BOUNCES:
		return (struct show_amount){ s->bounces, s->visits };
	case SHOW_DURATION:
		return (struct show_amount){ s->timed_s, s->timed };
	case SHOW_PEAK:
		return (struct show_amount){ peak, 1 };
	case SHOW_MEAN:
		return (struct show_amount){ s->online_s, s->length_s };
	case SHOW_ROBOTS:
		return (struct show_amount){ s->robots, s->all };
	default:
		return (struct show_amount){ s->doubt_visits, s->visits };
	}
}

static int64_t
rounded(double x)
{
	const double most = 1e15;

	x = x > most ? most : x < -most ? -most : x;
	return (int64_t)(x < 0 ? x - 0.5 : x + 0.5);
}

bool
show_change(enum show_row row, struct show_amount now,
    struct show_amount then, int64_t *permille)
{
	double a, b;

	if (now.of <= 0 || then.of <= 0)
		return false;
	a = (double)now.n / (double)now.of;
	b = (double)then.n / (double)then.of;
	if (kind_of[row] == SHARE) {
		*permille = rounded((a - b) * 1000);
		return true;
	}
	if (then.n <= 0)
		return false;
	*permille = rounded((a / b - 1) * 1000);
	return true;
}
