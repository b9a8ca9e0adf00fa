/* SPDX-License-Identifier: MIT */
#include "store/retain.h"

#include <stdio.h>

#include "common/civil.h"
#include "common/counter.h"
#include "common/dim.h"
#include "common/mem.h"
#include "store/chain.h"
#include "store/forget.h"
#include "store/names.h"
#include "store/seen.h"

enum {
	DAY_S = 86400,
	HOURS_STEP = 31,      /* days in a transaction */
	HOURS_LEAST = 8,      /* days: gaps are looked for in a week */
	MOST_OF_NONE = 1000,  /* keys of a dimension that is no more */
	MONTH_DAYS = 31,
	FREE_SHARE = 5,       /* a file's pages are given back when a fifth is free... */
	FREE_LEAST = 2048,    /* ...and so many pages are */
	FREE_STEP = 4096      /* pages that are moved in a transaction */
};

static bool
number_of(const struct store_site *s, enum stmt st, bool *any, int32_t *out,
    struct err *err)
{
	bool row;

	db_start(s->db, st, "i", s->id);
	if (!db_next(s->db, st, &row, err))
		return false;
	*any = row && !db_null(s->db, st, 0);
	*out = *any ? (int32_t)db_int(s->db, st, 0) : 0;
	db_end(s->db, st);
	return true;
}

static bool
run_days(const struct store_site *s, enum stmt st, struct period days,
    struct err *err)
{
	return db_run(s->db, err, st, "iii", s->id, (int64_t)days.from,
	    (int64_t)days.to);
}

/* Ends what db_begin began. */
static bool
commit(const struct store_site *s, bool good, struct err *err)
{
	good = good && db_commit(s->db, err);
	if (!good)
		db_rollback(s->db);
	return good;
}

/* A step's link in the chain: what these days are like from now on. */
static bool
link_days(const struct store_site *s, struct period days, unsigned tables,
    int64_t now_s, struct err *err)
{
	return chain_add(s->db, &(struct chain_note){
	    .kind = CHAIN_KIND_FOLD, .at_s = now_s, .site = s->id,
	    .days = days, .tables = tables }, err);
}

/* ---- hours ---- */

static bool
fold_hours(const struct store_site *s, int32_t before, int64_t now_s,
    struct retained *sum, struct err *err)
{
	int32_t first;
	bool any;

	for (;;) {
		if (!number_of(s, STMT_HOUR_FIRST, &any, &first, err))
			return false;
		if (!any || first >= before)
			return true;

		struct period days = { first, before - first > HOURS_STEP ?
			first + HOURS_STEP - 1 : before - 1 };
		bool good = db_begin(s->db, err) &&
		    run_days(s, STMT_HOUR_FOLD, days, err) &&
		    run_days(s, STMT_HOUR_FOLDED, days, err) &&
		    link_days(s, days, CHAIN_BIT(HOUR), now_s, err) &&
		    db_run(s->db, err, STMT_HOUR_FOLDED_SET, "ii", s->id,
		    (int64_t)days.to);

		if (!commit(s, good, err))
			return false;
		sum->days += days.to - days.from + 1;
	}
}

/* ---- days to months, months to years ---- */

/* The counts of all that is in temp.fold, under the greatest keys. */
static bool
put_fold(const struct store_site *s, struct period days, bool named,
    struct err *err)
{
	struct names names;
	int64_t other;
	bool good;

	names_open(&names, s->db);
	good = names_id(&names, SPAN(DIM_OTHER), &other, err);
	names_close(&names);
	for (int dim = 0; good && dim < DIM__MAX; dim++) {
		int64_t most = dim_info[dim].name != NULL ?
		    dim_info[dim].most : MOST_OF_NONE;

		good = db_run(s->db, err, STMT_RETAIN_PUT, "iiiiii", s->id,
		    (int64_t)days.from, (int64_t)days.to, (int64_t)dim,
		    named ? most : INT64_C(0), other);
	}
	return good;
}

/* All that is kept of these days and of what lies whole within them becomes one. */
static bool
fold_tallies(const struct store_site *s, struct period days, bool named,
    int64_t now_s, struct err *err)
{
	bool good = db_begin(s->db, err) &&
	    db_run(s->db, err, STMT_RETAIN_CLEAR, "") &&
	    run_days(s, STMT_RETAIN_TAKE, days, err) &&
	    run_days(s, STMT_RETAIN_DROP_DAYS, days, err) &&
	    run_days(s, STMT_RETAIN_DROP_FOLDS, days, err) &&
	    run_days(s, STMT_RETAIN_DROP_SPANS, days, err) &&
	    put_fold(s, days, named, err) &&
	    run_days(s, STMT_RETAIN_SPAN, days, err) &&
	    link_days(s, days, CHAIN_BIT(TALLY) | CHAIN_BIT(TALLY_FOLD) |
	    CHAIN_BIT(FOLDED), now_s, err) &&
	    db_run(s->db, err, STMT_RETAIN_CLEAR, "");

	return commit(s, good, err);
}

static struct period
month_of(int32_t day)
{
	struct civil c = civil_date(day);
	int32_t first = civil_month_start(day);

	return (struct period){ first,
		first + civil_month_days(c.year, c.month) - 1 };
}

static struct period
year_of(int32_t day)
{
	return (struct period){ civil_year_start(day),
		civil_day(civil_date(day).year, 12, 31) };
}

static bool
fold_months(const struct store_site *s, int32_t before, int64_t now_s,
    struct retained *sum, struct err *err)
{
	struct period month;
	int32_t first;
	bool any;

	for (;;) {
		if (!number_of(s, STMT_TALLY_FIRST, &any, &first, err))
			return false;
		if (!any)
			return true;
		month = month_of(first);
		if (month.to >= before || month.to > s->sealed)
			return true;
		if (!fold_tallies(s, month, true, now_s, err))
			return false;
		sum->months++;
	}
}

/* The months and years that there are: n of them. */
static bool
list_folded(const struct store_site *s, struct period **out, size_t *n,
    struct err *err)
{
	enum stmt st = STMT_FOLDED_LIST;
	struct period *list = NULL;
	size_t k = 0;
	bool row, good;

	db_start(s->db, st, "i", s->id);
	while ((good = db_next(s->db, st, &row, err)) && row) {
		list = mem_grow(list, k + 1, sizeof(*list));
		list[k++] = (struct period){ (int32_t)db_int(s->db, st, 0),
			(int32_t)db_int(s->db, st, 1) };
	}
	*out = list;
	*n = k;
	return good;
}

static bool
fold_years(const struct store_site *s, int32_t before, int64_t now_s,
    struct retained *sum, struct err *err)
{
	struct period *list = NULL, done = { 1, 0 };
	size_t n = 0;
	bool good = list_folded(s, &list, &n, err);

	for (size_t i = 0; good && i < n; i++) {
		struct period year = year_of(list[i].from);

		if (list[i].to - list[i].from >= MONTH_DAYS ||
		    year.to >= before || year.to > s->sealed ||
		    year.from == done.from)
			continue;
		good = fold_tallies(s, year, true, now_s, err);
		sum->years++;
		done = year;
	}
	mem_free(list);
	return good;
}

/* ---- what is older than all ---- */

static bool
has_names(const struct store_site *s, struct period days, bool *has,
    struct err *err)
{
	enum stmt st = STMT_RETAIN_NAMED;
	struct names names;
	int64_t other;
	bool row, good;

	names_open(&names, s->db);
	good = db_begin(s->db, err) && commit(s, names_id(&names,
	    SPAN(DIM_OTHER), &other, err), err);
	names_close(&names);
	if (!good)
		return false;
	db_start(s->db, st, "iiii", s->id, (int64_t)days.from,
	    (int64_t)days.to, other);
	if (!db_next(s->db, st, &row, err))
		return false;
	*has = row && db_int(s->db, st, 0) != 0;
	db_end(s->db, st);
	return true;
}

static bool
drop_names(const struct store_site *s, int32_t before, int64_t now_s,
    struct retained *sum, struct err *err)
{
	struct period *list = NULL;
	size_t n = 0;
	bool good = list_folded(s, &list, &n, err), has = false;

	for (size_t i = 0; good && i < n; i++) {
		if (list[i].to >= before)
			continue;
		good = has_names(s, list[i], &has, err) && (!has ||
		    fold_tallies(s, list[i], false, now_s, err));
		sum->others += has;
	}
	mem_free(list);
	return good;
}

/* ---- all ---- */

static int64_t
longest(int64_t a, int64_t b)
{
	return a > b ? a : b;
}

bool
retain_site(const struct store_site *s, int64_t now_s, struct retained *sum,
    struct err *err)
{
	const struct site_keep *k = &s->site->keep;
	int32_t today = zone_day_at(s->site->zone, now_s).day;
	int32_t hours = today - (int32_t)longest(k->hours, HOURS_LEAST);
	int32_t days = today - (int32_t)k->days;
	int32_t months = today - (int32_t)longest(k->months, k->days);
	int32_t years = today - (int32_t)longest(k->years, k->days);

	if (s->sealed == SITES_NOT_SEALED)
		return true;
	return db_script(s->db, RETAIN_TABLE, err) &&
	    fold_hours(s, hours > s->sealed ? s->sealed + 1 : hours, now_s,
	    sum, err) && fold_months(s, days, now_s, sum, err) &&
	    fold_years(s, months, now_s, sum, err) &&
	    drop_names(s, years, now_s, sum, err) && commit(s,
	    db_begin(s->db, err) && seen_forget(s, years, err), err);
}

static int64_t
utc_day(int64_t now_s)
{
	return civil_floor_div(now_s, DAY_S);
}

bool
retain_due(struct db *db, int64_t now_s, bool *due, struct err *err)
{
	struct buf day = { 0 };
	bool row;

	buf_printf(&day, "%lld", (long long)utc_day(now_s));
	db_start(db, STMT_META_GET, "t", SPAN("retained"));

	bool good = db_next(db, STMT_META_GET, &row, err);

	if (good) {
		*due = !row || !span_eq(db_text(db, STMT_META_GET, 0),
		    buf_view(&day));
		db_end(db, STMT_META_GET);
	}
	buf_close(&day);
	return good;
}

/* In small steps, by moving pages to where free ones are: a copy of all would take the file's
 * size of memory or of another disk.  A file that was made without that (auto_vacuum) keeps
 * its free pages for what comes, until `forget` copies it. */
static bool
give_back(struct db *db, struct err *err)
{
	int64_t mode, pages, left;
	char sql[60];

	if (!db_number(db, "PRAGMA auto_vacuum", &mode, err) ||
	    !db_number(db, "PRAGMA page_count", &pages, err) ||
	    !db_number(db, "PRAGMA freelist_count", &left, err))
		return false;
	if (mode != 2 || left < FREE_LEAST || left < pages / FREE_SHARE)
		return true;
	snprintf(sql, sizeof(sql), "PRAGMA incremental_vacuum(%d)", FREE_STEP);
	for (; left > 0; left -= FREE_STEP)
		if (!db_script(db, sql, err) || !db_checkpoint(db, err))
			return false;
	return true;
}

bool
retain_end(struct db *db, int64_t now_s, const struct retained *sum,
    struct err *err)
{
	struct buf day = { 0 };
	bool texts = sum->months + sum->years + sum->others > 0, good;

	buf_printf(&day, "%lld", (long long)utc_day(now_s));
	good = db_begin(db, err) && (!texts || forget_terms(db, err)) &&
	    db_run(db, err, STMT_META_PUT, "tt", SPAN("retained"),
	    buf_view(&day)) && db_commit(db, err);
	buf_close(&day);
	if (!good)
		db_rollback(db);
	return good && (!(texts || sum->days > 0) ||
	    db_checkpoint(db, err)) && give_back(db, err);
}
