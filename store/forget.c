/* SPDX-License-Identifier: MIT */
#include "store/forget.h"

#include "common/buf.h"
#include "common/dim.h"
#include "common/stamp.h"
#include "store/chain.h"
#include "store/events.h"
#include "store/names.h"
#include "store/seen.h"

#define FORGET_ROW(X, id, table, columns, brought, folded, grouped, detail,    \
    terms, clash) { STMT_FOLD_##id, STMT_FORGET_##id },
static const struct {
	enum stmt fold, drop;
} detail_table[] = {
	DETAIL_TABLE(FORGET_ROW, )
};
/* The copy that is made to shrink a database is in memory, or a temporary file. */
enum { COPY_BYTES = 64 * 1024 * 1024 };
enum { N_TABLES = sizeof(detail_table) / sizeof(*detail_table) };

static bool
check_sealed(const struct store_site *s, const struct forget_plan *plan,
    struct err *err)
{
	struct buf day = { 0 }, before = { 0 };
	bool good = s->sealed != SITES_NOT_SEALED &&
	    plan->before - 1 <= s->sealed;

	stamp_put_day(&before, plan->before);
	if (s->sealed == SITES_NOT_SEALED)
		err_set(err, ERR_USAGE, "site %s: no day is sealed yet",
		    s->site->id);
	else if (!good) {
		stamp_put_day(&day, s->sealed);
		err_set(err, ERR_USAGE, "site %s: days before %s are not all "
		    "sealed: the last one that is, is %s", s->site->id,
		    buf_text(&before), buf_text(&day));
	}
	buf_close(&day);
	buf_close(&before);
	return good;
}

/* What is kept of a month as one has no part of it that could go. */
static bool
check_whole(const struct store_site *s, const struct forget_plan *plan,
    struct err *err)
{
	enum stmt q = STMT_FOLDED_CUT;
	struct buf first = { 0 }, next = { 0 };
	bool row = false;

	if (!plan->all)
		return true;
	db_start(s->db, q, "iii", s->id, (int64_t)INT32_MIN,
	    (int64_t)plan->before - 1);
	if (!db_next(s->db, q, &row, err))
		return false;
	if (!row)
		return true;
	stamp_put_day(&first, (int32_t)db_int(s->db, q, 0));
	stamp_put_day(&next, (int32_t)db_int(s->db, q, 1) + 1);
	err_set(err, ERR_USAGE, "site %s: of the days from %s on there is one "
	    "sum only: say --before that day or %s", s->site->id,
	    buf_text(&first), buf_text(&next));
	db_end(s->db, q);
	buf_close(&first);
	buf_close(&next);
	return false;
}

static bool
count_days(const struct store_site *s, const struct forget_plan *plan,
    struct forgotten *f, struct err *err)
{
	struct period days = { INT32_MIN, plan->before - 1 };
	bool row;

	db_start(s->db, STMT_DAY_NUMBER, "ii", s->id, (int64_t)days.to);
	if (!db_next(s->db, STMT_DAY_NUMBER, &row, err))
		return false;
	f->days = db_int(s->db, STMT_DAY_NUMBER, 0);
	db_end(s->db, STMT_DAY_NUMBER);
	return days_sum(s, days, &f->sums, err);
}

static bool
record(const struct store_site *s, const struct forget_plan *plan,
    const struct forgotten *f, struct err *err)
{
	struct event e = { .at_s = plan->now_s, .what = "forget" };
	struct buf detail = { 0 };
	bool good;

	buf_printf(&detail, "site %s, days before ", s->site->id);
	stamp_put_day(&detail, plan->before);
	if (plan->all)
		buf_printf(&detail, ", figures too: %lld days, %lld visits, "
		    "%lld visitor-days, %lld pages", (long long)f->days,
		    (long long)f->sums.visits,
		    (long long)f->sums.visitor_days,
		    (long long)f->sums.pages);
	else
		buf_puts(&detail, ": details");
	e.detail = buf_text(&detail);
	good = event_add(s->db, &e, err);
	buf_close(&detail);
	return good;
}

/* What stays of these days, from now on. */
static bool
link_days(const struct store_site *s, const struct forget_plan *plan,
    struct err *err)
{
	struct chain_note note = { .kind = CHAIN_KIND_FORGET,
		.at_s = plan->now_s, .site = s->id,
		.days = { INT32_MIN, plan->before - 1 },
		.tables = CHAIN_ALL_DAY & ~CHAIN_BIT(LEDGER) };

	if (!plan->all)
		note.tables &= ~CHAIN_BIT(DAY);
	return chain_add(s->db, &note, err);
}

bool
forget_site(const struct store_site *s, const struct forget_plan *plan,
    struct forgotten *out, struct err *err)
{
	struct forgotten f = { .days = 0 };
	int64_t before = plan->before, other;
	struct names names;

	names_open(&names, s->db);

	bool good = check_sealed(s, plan, err) &&
	    check_whole(s, plan, err) &&
	    count_days(s, plan, &f, err) &&
	    names_id(&names, SPAN(DIM_OTHER), &other, err);

	names_close(&names);
	if (!good)
		return false;
	/* Without a term to put the sums under, there are none. */
	if (plan->all)
		other = 0;
	for (int i = 0; i < N_TABLES; i++)
		if (!db_run(s->db, err, detail_table[i].fold, "iii", s->id,
		    before, other) || !db_run(s->db, err,
		    detail_table[i].drop, "iii", s->id, before, other))
			return false;
	if (!seen_forget(s, plan->before, err) ||
	    (plan->all && !db_run(s->db, err, STMT_DAY_FORGET, "ii", s->id,
	    before)) || !db_run(s->db, err, STMT_SITE_FORGET, "ii", s->id,
	    before - 1) || !link_days(s, plan, err) ||
	    !record(s, plan, &f, err))
		return false;
	*out = f;
	return true;
}

bool
forget_terms(struct db *db, struct err *err)
{
	return db_run(db, err, STMT_TERM_FORGET, "");
}

bool
forget_shrink(struct db *db, struct err *err)
{
	int64_t pages, page_bytes;
	bool large;

	if (!db_number(db, "PRAGMA page_count", &pages, err) ||
	    !db_number(db, "PRAGMA page_size", &page_bytes, err))
		return false;
	large = pages * page_bytes > COPY_BYTES;
	return (!large || db_script(db, "PRAGMA temp_store = FILE", err)) &&
	    db_script(db, "PRAGMA auto_vacuum = INCREMENTAL; VACUUM", err) &&
	    db_script(db, "PRAGMA temp_store = MEMORY", err) &&
	    db_checkpoint(db, err);
}

bool
forget_until(const struct store_site *s, int32_t *day, struct err *err)
{
	enum stmt q = STMT_SITE_FORGOTTEN;
	bool row;

	db_start(s->db, q, "i", s->id);
	if (!db_next(s->db, q, &row, err))
		return false;
	*day = INT32_MIN;
	if (row) {
		if (!db_null(s->db, q, 0))
			*day = (int32_t)db_int(s->db, q, 0);
		db_end(s->db, q);
	}
	return true;
}
