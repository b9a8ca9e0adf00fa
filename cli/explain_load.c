/* SPDX-License-Identifier: MIT */
/* explain_load.c -- what the store has of a day, for one figure of it. */
#include "cli/explain.h"
#include "store/chain.h"
#include "store/days.h"
#include "store/hours.h"
#include "store/ledger.h"
#include "store/lists.h"
#include "store/restate.h"

static const struct {
	const char *name, *what;
} table[] = {
#define X(id, name, what, figure) { name, what },
	EXPLAIN_TABLE(X)
#undef X
};

const char *
explain_name(enum explain_metric m)
{
	return table[m].name;
}

const char *
explain_what(enum explain_metric m)
{
	return table[m].what;
}

static int64_t
figure_of(const struct day_figures *f, enum explain_metric m)
{
	switch (m) {
#define X(id, name, what, figure) case EXPLAIN_##id: return f->figure;
	EXPLAIN_TABLE(X)
#undef X
	case EXPLAIN__MAX:
		break;
	}
	return 0;
}

/* ---- hours ---- */

static bool
of_figures(const struct hour_figures *h, enum explain_metric m, int64_t *out)
{
	switch (m) {
	case EXPLAIN_VISITS:
		*out = h->visits;
		return true;
	case EXPLAIN_ONLINE:
		*out = h->online_s;
		return true;
	case EXPLAIN_PEAK:
		*out = h->peak;
		return true;
	default:
		return false;
	}
}

static int64_t
of_row(const struct day_hour *h, enum explain_metric m)
{
	bool human = span_eq(h->class, span_of(class_name(CLASS_HUMAN)));

	switch (m) {
	case EXPLAIN_PAGES:
		return human && span_eq(h->outcome,
		    span_of(outcome_name(OUTCOME_PAGE))) ? h->hits : 0;
	case EXPLAIN_HITS:
		return human ? h->hits : 0;
	case EXPLAIN_BYTES:
		return human ? h->bytes : 0;
	case EXPLAIN_ERRORS:
		return human && (span_eq(h->outcome,
		    span_of(outcome_name(OUTCOME_CLIENT_ERROR))) ||
		    span_eq(h->outcome,
		    span_of(outcome_name(OUTCOME_SERVER_ERROR)))) ?
		    h->hits : 0;
	case EXPLAIN_ROBOTS:
		return span_eq(h->class, span_of(class_name(CLASS_ROBOT))) ?
		    h->hits : 0;
	default:
		return 0;
	}
}

static void
take_hour(void *self, const struct day_hour *h)
{
	struct explain *e = self;

	if (h->hour < 0 || h->hour >= DAY_HOURS)
		return;
	e->hour[h->hour].value += of_row(h, e->metric);
}

static bool
load_figures(struct explain *e, struct err *err)
{
	struct hours_list l = { NULL, 0 };
	bool good = hours_list(&e->stored, (struct period){ e->day, e->day },
	    &l, err);

	for (size_t i = 0; good && i < l.n && l.day[i].whole; i++) {
		e->n_hours = l.day[i].hours.n;
		for (int h = 0; h < e->n_hours; h++)
			e->hour[h].known = of_figures(
			    &l.day[i].hours.hour[h], e->metric,
			    &e->hour[h].value);
	}
	mem_free(l.day);
	return good;
}

/* Days long ago have one sum, as hour 0. */
static bool
load_rows(struct explain *e, struct err *err)
{
	struct days_hours_query q = { { e->day, e->day }, take_hour, e };
	struct zone_day day = zone_day_of(e->site->zone, e->day);

	e->n_hours = (int)((day.end_s - day.start_s + 3599) / 3600);
	if (e->n_hours > DAY_HOURS)
		e->n_hours = DAY_HOURS;
	for (int h = 0; h < e->n_hours; h++)
		e->hour[h].known = true;
	return days_hours(&e->stored, &q, err);
}

static bool
load_hours(struct explain *e, struct err *err)
{
	switch (e->metric) {
	case EXPLAIN_VISITS:
	case EXPLAIN_ONLINE:
	case EXPLAIN_PEAK:
		return load_figures(e, err);
	case EXPLAIN_VISITORS:
	case EXPLAIN_BOUNCES:
		return true;
	default:
		return load_rows(e, err);
	}
}

/* ---- what else ---- */

static const char *
kept(struct explain *e, struct span s)
{
	return arena_dup(&e->arena, s.n > 0 ? s.p : "", s.n);
}

static void
take_log(void *self, const struct ledger_log *from)
{
	struct explain *e = self;
	struct explain_log *l;

	if (e->n_logs == 0 || e->log[e->n_logs - 1].stream != from->stream) {
		e->log = mem_grow(e->log, e->n_logs + 1, sizeof(*e->log));
		e->log[e->n_logs++] = (struct explain_log){
			.stream = from->stream, .path = kept(e, from->path),
			.hash = kept(e, from->hash),
			.consumed_bytes = from->consumed_bytes,
			.has_times = from->has_times,
			.first_s = from->first_s, .last_s = from->last_s };
	}
	l = &e->log[e->n_logs - 1];
	for (int c = 0; c < CLASS__MAX; c++)
		if (span_eq(from->class, span_of(class_name((enum class)c))))
			l->classes[c] += from->lines;
}

static void
take_list(void *self, const struct list_entry *from)
{
	struct explain *e = self;
	struct buf b = { 0 };

	buf_span(&b, from->kind);
	buf_putc(&b, ' ');
	buf_span(&b, from->name);
	if (from->version.n > 0)
		buf_putc(&b, ' ');
	buf_span(&b, from->version);
	buf_putc(&b, ' ');
	buf_span(&b, from->sha256);
	e->list = mem_grow(e->list, e->n_lists + 1, sizeof(*e->list));
	e->list[e->n_lists++] = kept(e, buf_view(&b));
	buf_close(&b);
}

static void
take_link(void *self, const struct chain_link *from)
{
	struct explain *e = self;

	e->link = mem_grow(e->link, e->n_links + 1, sizeof(*e->link));
	e->link[e->n_links++] = (struct explain_link){ from->seq, from->at_s,
		kept(e, from->kind), kept(e, from->hash) };
}

static void
take_restatement(void *self, const struct restatement *from)
{
	struct explain *e = self;

	e->restatement = mem_grow(e->restatement, e->n_restatements + 1,
	    sizeof(*e->restatement));
	e->restatement[e->n_restatements++] = (struct explain_restatement){
		from->number, from->at_s, from->days, kept(e, from->reason),
		kept(e, from->by) };
}

static bool
load_day(struct explain *e, struct err *err)
{
	struct period day = { e->day, e->day };
	struct day_list days = { NULL, 0 };
	bool good = days_list(&e->stored, day, INT64_MAX, &days, err);

	e->has_lines = good && days.n == 1;
	if (e->has_lines) {
		e->value = figure_of(&days.day[0], e->metric);
		e->peak_at_s = days.day[0].v.online_peak_at_s;
		e->sealed = days.day[0].sealed;
	}
	mem_free(days.day);
	return good && load_hours(e, err);
}

bool
explain_load(struct explain *e, struct db *db, struct err *err)
{
	struct period day = { e->day, e->day };
	struct lists_query lists = { day, take_list, e };
	struct chain_query links = { e->site->id, e->day, take_link, e };
	struct restatement_query restated = { day, take_restatement, e };
	bool good = db_begin_read(db, err) &&
	    sites_open(db, e->site, false, &e->stored, err) &&
	    load_day(e, err) &&
	    waterfall_load(&e->stored, day, &e->waterfall, err) &&
	    ledger_day(&e->stored, e->day, take_log, e, err) &&
	    lists_each(&e->stored, &lists, err) &&
	    chain_each(db, &links, err) &&
	    restatement_list(&e->stored, &restated, err);

	db_rollback(db);
	return good;
}

void
explain_close(struct explain *e)
{
	mem_free(e->log);
	mem_free(e->list);
	mem_free(e->link);
	mem_free(e->restatement);
	arena_close(&e->arena);
}
