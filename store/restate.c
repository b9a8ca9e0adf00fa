/* SPDX-License-Identifier: MIT */
#include "store/restate_inside.h"

#include "common/buf.h"
#include "common/stamp.h"
#include "store/chain.h"
#include "store/events.h"
#include "store/forget.h"

#define DROP_ROW(X, id, table, columns, brought, folded, grouped, detail,      \
    terms, clash) { STMT_DROP_##id, STMT_BRING_##id },
static const struct {
	enum stmt drop, bring;
} detail_table[] = {
	DETAIL_TABLE(DROP_ROW, )
};
enum { N_TABLES = sizeof(detail_table) / sizeof(*detail_table) };

static bool
run_days(const struct store_site *s, enum stmt q, struct period days,
    struct err *err)
{
	return db_run(s->db, err, q, "iii", s->id, (int64_t)days.from,
	    (int64_t)days.to);
}

static bool
run_both(const struct restating *r, enum stmt q, struct err *err)
{
	return db_run(r->s->db, err, q, "iiii", r->s->id, r->other,
	    (int64_t)r->plan->days.from, (int64_t)r->plan->days.to);
}

/* ---- days ---- */

static bool
replace_details(const struct restating *r, struct err *err)
{
	struct period days = r->plan->days;
	struct db *db = r->s->db;

	if (!db_run(db, err, STMT_BRING_TERM, "") ||
	    !db_run(db, err, STMT_BRING_LIST, ""))
		return false;
	for (int t = 0; t < N_TABLES; t++) {
		if (detail_table[t].drop == STMT_DROP_UNIQUE)
			continue;
		if (!run_days(r->s, detail_table[t].drop, days, err) ||
		    !db_run(db, err, detail_table[t].bring, "iii", r->other,
		    r->s->id, (int64_t)days.to))
			return false;
	}
	return db_run(db, err, STMT_BRING_SEEN, "ii", r->other, r->s->id) &&
	    run_days(r->s, STMT_RESTATE_UNIQUE_DROP, days, err) &&
	    run_both(r, STMT_RESTATE_UNIQUE, err) &&
	    forget_terms(db, err);
}

static bool
replace_days(const struct restating *r, struct err *err)
{
	struct period days = r->plan->days;
	struct db *db = r->s->db;

	return run_days(r->s, STMT_RESTATE_WAS, days, err) &&
	    run_days(r->s, STMT_DAY_DROP, days, err) &&
	    db_run(db, err, STMT_BRING_SEALED, "ii", r->other, r->s->id) &&
	    run_days(r->s, STMT_RESTATE_STAYS, days, err) &&
	    /* Visits of the last sealed day may go on in an open one. */
	    (days.to != r->s->sealed ||
	    (db_run(db, err, STMT_CARRIED_DROP, "ii", r->s->id,
	    (int64_t)INT32_MAX) && db_run(db, err, STMT_BRING_CARRIED, "ii",
	    r->other, r->s->id)));
}

static bool
spills(const struct restating *r, int32_t day, int column, bool *out,
    struct err *err)
{
	enum stmt q = STMT_RESTATE_SPILL;
	bool row;

	db_start(r->s->db, q, "iii", r->s->id, r->other, (int64_t)day);
	if (!db_next(r->s->db, q, &row, err))
		return false;
	*out = row && db_int(r->s->db, q, column) != 0;
	if (row)
		db_end(r->s->db, q);
	return true;
}

static bool
compare_borders(struct restating *r, struct err *err)
{
	struct period days = r->plan->days;

	return spills(r, days.from, 0, &r->out.early, err) &&
	    spills(r, days.to, 1, &r->out.late, err);
}

/* ---- the record ---- */

static bool
sum_up(const struct restating *r, struct restate_sums *out, struct err *err)
{
	enum stmt q = STMT_RESTATE_SUMS;
	struct db *db = r->s->db;
	bool row;

	db_start(db, q, "iii", r->s->id, (int64_t)r->plan->days.from,
	    (int64_t)r->plan->days.to);
	if (!db_next(db, q, &row, err))
		return false;
	*out = (struct restate_sums){ db_int(db, q, 0), db_int(db, q, 1),
		db_int(db, q, 2), db_int(db, q, 3), db_int(db, q, 4),
		db_int(db, q, 5), db_int(db, q, 6), db_int(db, q, 7) };
	db_end(db, q);
	return true;
}

static bool
list_up(const struct restating *r, struct buf *out, struct err *err)
{
	enum stmt q = STMT_RESTATE_LISTS;
	bool row;

	db_start(r->s->db, q, "iii", r->s->id, (int64_t)r->plan->days.from,
	    (int64_t)r->plan->days.to);
	if (!db_next(r->s->db, q, &row, err))
		return false;
	buf_span(out, db_text(r->s->db, q, 0));
	db_end(r->s->db, q);
	return true;
}

static void
put_sums(struct buf *out, const struct restate_sums *s)
{
	buf_printf(out, "{\"days\":%lld,\"visits\":%lld,\"visitor_days\":%lld,"
	    "\"pages\":%lld,\"online_seconds\":%lld,\"hits\":%lld,"
	    "\"robot_hits\":%lld,\"late\":%lld}", (long long)s->days,
	    (long long)s->visits, (long long)s->visitors,
	    (long long)s->pages, (long long)s->online_s, (long long)s->hits,
	    (long long)s->robots, (long long)s->late);
}

static void
put_logs(const struct restating *r, struct buf *withdrawn, struct buf *lost)
{
	for (size_t i = 0; i < r->plan->logs->n; i++) {
		const struct restate_log *l = &r->plan->logs->log[i];
		struct buf *to = l->withdrawn ? withdrawn : lost;

		if (l->lines > 0 && (l->withdrawn || l->found == NULL))
			buf_printf(to, "%s%s", to->n > 0 ? "\n" : "",
			    l->path);
	}
}

/* What is kept of a restatement, beside its figures. */
struct record {
	struct buf lists_before, lists_after, withdrawn, lost, before, after;
};

static bool
put_record(struct restating *r, struct record *c, struct err *err)
{
	const struct restate_plan *p = r->plan;
	struct chain_note note = { .kind = CHAIN_KIND_RESTATE,
		.at_s = p->now_s, .site = r->s->id, .days = p->days,
		.tables = CHAIN_ALL_DAY | CHAIN_BIT(RESTATEMENT),
		.sources = true };
	/* A page may have answered earlier than on a later day. */
	struct chain_note seen = { .kind = CHAIN_KIND_RESTATE,
		.at_s = p->now_s, .site = r->s->id,
		.days = { p->days.to + 1, r->s->sealed },
		.tables = CHAIN_BIT(FIRST_SEEN) };
	struct event e = { .at_s = p->now_s, .what = "rebuild" };
	struct buf detail = { 0 };
	bool good;

	put_logs(r, &c->withdrawn, &c->lost);
	put_sums(&c->before, &r->out.before);
	put_sums(&c->after, &r->out.after);
	good = db_run(r->s->db, err, STMT_RESTATEMENT_ADD, "iiiitttttttt",
	    p->now_s, r->s->id, (int64_t)p->days.from, (int64_t)p->days.to,
	    span_of(p->reason), span_of(p->by), buf_view(&c->withdrawn),
	    buf_view(&c->lost), buf_view(&c->before), buf_view(&c->after),
	    buf_view(&c->lists_before), buf_view(&c->lists_after));
	r->out.number = db_inserted(r->s->db);
	buf_printf(&detail, "restatement %lld: site %s, ",
	    (long long)r->out.number, r->s->site->id);
	stamp_put_day(&detail, p->days.from);
	buf_puts(&detail, " to ");
	stamp_put_day(&detail, p->days.to);
	buf_printf(&detail, ": %s", p->reason);
	e.detail = buf_text(&detail);
	good = good && event_add(r->s->db, &e, err) &&
	    chain_add(r->s->db, &note, err) &&
	    chain_add(r->s->db, &seen, err);
	buf_close(&detail);
	return good;
}

static void
record_close(struct record *c)
{
	buf_close(&c->lists_before);
	buf_close(&c->lists_after);
	buf_close(&c->withdrawn);
	buf_close(&c->lost);
	buf_close(&c->before);
	buf_close(&c->after);
}

/* ---- all ---- */

bool
restate_attach(struct db *db, const char *path, struct err *err)
{
	return db_with_path(db, "ATTACH ?1 AS b", path, err) &&
	    db_script(db, RESTATE_TABLES, err);
}

bool
restate_detach(struct db *db, struct err *err)
{
	return db_script(db, "DETACH b", err);
}

static bool
find_site(struct restating *r, struct err *err)
{
	enum stmt q = STMT_RESTATE_SITE;
	bool row;

	db_start(r->s->db, q, "t", span_of(r->s->site->id));
	if (!db_next(r->s->db, q, &row, err))
		return false;
	if (!row)
		return err_set(err, ERR_BUG, "rebuild: no site %s",
		    r->s->site->id);
	r->other = db_int(r->s->db, q, 0);
	db_end(r->s->db, q);
	return true;
}

bool
restate_days(const struct store_site *s, const struct restate_plan *plan,
    struct restated *out, struct err *err)
{
	struct restating r = { .s = s, .plan = plan };
	struct record record = { 0 };
	bool good = find_site(&r, err) && sum_up(&r, &r.out.before, err) &&
	    list_up(&r, &record.lists_before, err) &&
	    compare_borders(&r, err) && restate_ledger(&r, err) &&
	    replace_details(&r, err) && replace_days(&r, err) &&
	    sum_up(&r, &r.out.after, err) &&
	    list_up(&r, &record.lists_after, err) &&
	    put_record(&r, &record, err);

	record_close(&record);
	if (good)
		*out = r.out;
	return good;
}
