/* SPDX-License-Identifier: MIT */
/* remarks_facts.c -- of what the visits were, and how well the site served. */
#include "publish/country.h"
#include "publish/remarks_page.h"

enum { NAMES = 3 }; /* of a list are spoken of */

/* ---- what was read, by whom ---- */

static int64_t
sum(const struct saying *p, enum dim dim, enum tally_count count)
{
	const struct tallies *t = &p->dims->of[dim];
	int64_t n = 0;

	for (size_t i = 0; i < t->n; i++)
		if (__builtin_add_overflow(n, t->tally[i].n[count], &n))
			return INT64_MAX;
	return n;
}

static bool
has_name(struct span key)
{
	return key.n > 0 && !span_eq(key, SPAN(DIM_OTHER)) &&
	    !span_eq(key, SPAN(DIMS_SUPPRESSED));
}

static const char *
name_of(struct saying *p, enum dim dim, struct span key)
{
	const char *country = dim == DIM_COUNTRY ?
	    country_name(key, p->lang) : NULL;

	return country != NULL ? country : page_key(&p->text, dim, key);
}

/* The row with most visits that has a name and is not taken yet; NULL: none is left. */
static const struct tally *
greatest(const struct tallies *t, const struct tally *const taken[NAMES])
{
	const struct tally *most = NULL;

	for (size_t i = 0; i < t->n; i++) {
		const struct tally *row = &t->tally[i];
		bool is_taken = !has_name(row->key) ||
		    row->n[TALLY_VISITS] <= 0;

		for (int k = 0; k < NAMES; k++)
			is_taken = is_taken || taken[k] == row;
		if (!is_taken && (most == NULL ||
		    row->n[TALLY_VISITS] > most->n[TALLY_VISITS]))
			most = row;
	}
	return most;
}

/* "direct (41.2%), search engines (33.0%)": of the greatest that have names.  False: none
 * has one; or details are of more than was counted, as where the clock was put back. */
static bool
names(struct saying *p, enum dim dim, int64_t whole, struct buf *out)
{
	const struct tally *taken[NAMES] = { NULL };

	for (int n = 0; n < NAMES; n++) {
		taken[n] = greatest(&p->dims->of[dim], taken);
		if (taken[n] == NULL)
			break;
		if (taken[n]->n[TALLY_VISITS] > whole)
			return false;
		if (n > 0)
			buf_puts(out, ", ");
		buf_printf(out, "%s (%s)", name_of(p, dim, taken[n]->key),
		    say_share(p, taken[n]->n[TALLY_VISITS], whole));
	}
	return taken[0] != NULL;
}

static bool
say_names(struct saying *p, enum message id, enum dim dim, int64_t whole)
{
	struct buf list = { 0 };
	bool any = whole > 0 && names(p, dim, whole, &list);

	if (any)
		SAY(p, id, buf_text(&list));
	buf_close(&list);
	return any;
}

void
say_content(struct saying *p)
{
	const struct report_figures *f = &p->s->f;
	int64_t visits = p->s->sums.visits;
	int64_t fetched = f->outcomes[OUTCOME_DOWNLOAD];

	if (visits == 0)
		return;
	if (!say_names(p, MSG_REMARK_SECTIONS, DIM_SECTION, visits) &&
	    f->n_pages > 0 && f->pages[0].n > 0 &&
	    has_name(span_of(f->pages[0].text)))
		SAY(p, MSG_REMARK_PAGE, f->pages[0].text,
		    say_count(p, f->pages[0].n, MSG_A_VIEW));
	say_names(p, MSG_REMARK_SOURCES, DIM_SOURCE, visits);
	say_names(p, MSG_REMARK_COUNTRIES, DIM_COUNTRY, visits);
	say_names(p, MSG_REMARK_DEVICES, DIM_DEVICE, visits);
	if (fetched > 0)
		SAY(p, MSG_REMARK_DOWNLOADS,
		    say_count(p, fetched, MSG_A_REQUEST));
}

/* ---- how well it served ---- */

static void
say_rest(struct saying *p)
{
	static const struct {
		enum chart_state state;
		enum message text;
	} rest[] = { { CHART_QUIET, MSG_REMARK_QUIET },
		{ CHART_ERRORS, MSG_REMARK_ERRORS },
		{ CHART_DOWN, MSG_REMARK_DOWN_HOURS } };
	struct buf list = { 0 };

	for (size_t i = 0; i < sizeof(rest) / sizeof(rest[0]); i++) {
		int64_t n = p->r->coverage.state[rest[i].state];

		if (n == 0)
			continue;
		if (list.n > 0)
			buf_puts(&list, ", ");
		message_put1(&list, p->lang, rest[i].text,
		    page_number(&p->text, n));
	}
	if (list.n > 0)
		SAY(p, MSG_REMARK_REST, buf_text(&list));
	buf_close(&list);
}

static void
say_hours(struct saying *p)
{
	const struct review_coverage *c = &p->r->coverage;
	int64_t known = c->hours - c->state[CHART_NO_LOG];

	if (!c->known || known <= 0)
		return;
	SAY(p, MSG_REMARK_SERVED,
	    page_number(&p->text, c->state[CHART_SERVED]),
	    page_number(&p->text, known),
	    say_share(p, c->state[CHART_SERVED], known));
	say_rest(p);
	if (c->outage_minutes > 0)
		SAY(p, MSG_REMARK_OUTAGE,
		    page_duration(&p->text, c->outage_minutes * 60),
		    say_instant(p, c->outage_at_s));
}

static void
say_faults(struct saying *p)
{
	const struct tallies *t = &p->dims->of[DIM_STATUS];
	int64_t faults = 0, missing = sum(p, DIM_MISSING, TALLY_HITS);

	for (size_t i = 0; i < t->n; i++)
		if (t->tally[i].key.n == 3 && t->tally[i].key.p[0] == '5')
			faults += t->tally[i].n[TALLY_HITS] +
			    t->tally[i].n[TALLY_ROBOT_HITS] +
			    t->tally[i].n[TALLY_REST_HITS];
	if (p->s->sums.all <= 0)
		return;
	if (faults > 0)
		SAY(p, MSG_REMARK_FAULTS,
		    say_count(p, faults, MSG_A_REQUEST),
		    say_share(p, faults, p->s->sums.all));
	else if (t->n > 0)
		SAY(p, MSG_REMARK_NO_FAULTS, NULL);
	if (missing > 0)
		SAY(p, MSG_REMARK_MISSING,
		    say_count(p, missing, MSG_A_REQUEST));
}

static void
say_cover(struct saying *p)
{
	const struct review_coverage *c = &p->r->coverage;
	int64_t known = c->hours - c->state[CHART_NO_LOG];
	int64_t days = (int64_t)p->r->due.to - p->r->due.from + 1;

	if (c->known && c->hours > 0) {
		if (known == c->hours)
			SAY(p, MSG_REMARK_WHOLE, NULL);
		else
			SAY(p, MSG_REMARK_PART, page_number(&p->text, known),
			    page_number(&p->text, c->hours),
			    say_share(p, known, c->hours));
	} else {
		SAY(p, MSG_REMARK_PART_DAYS,
		    page_number(&p->text, p->s->sums.days),
		    page_count(&p->text, days, MSG_DAY, MSG_DAYS));
	}
}

void
say_service(struct saying *p)
{
	const struct period_sums *n = &p->s->sums;

	say_hours(p);
	say_faults(p);
	if (n->robots > 0)
		SAY(p, MSG_REMARK_ROBOTS,
		    say_count(p, n->robots, MSG_A_REQUEST),
		    say_share(p, n->robots, n->all));
	if (n->doubt_visits > 0)
		SAY(p, MSG_REMARK_DOUBT,
		    say_count(p, n->doubt_visits, MSG_A_VISIT));
	say_cover(p);
}
