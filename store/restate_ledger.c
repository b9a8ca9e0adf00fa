/* SPDX-License-Identifier: MIT */
/* restate_ledger.c -- lines of days that were read anew: each stays in one class. */
#include "common/buf.h"
#include "store/restate_inside.h"

static bool
run_both(const struct restating *r, enum stmt q, struct err *err)
{
	return db_run(r->s->db, err, q, "iiii", r->s->id, r->other,
	    (int64_t)r->plan->days.from, (int64_t)r->plan->days.to);
}

static bool
pair_logs(const struct restating *r, struct err *err)
{
	struct db *db = r->s->db;
	int64_t before, after;

	for (size_t i = 0; i < r->plan->logs->n; i++) {
		const struct restate_log *l = &r->plan->logs->log[i];

		if (l->withdrawn || l->found == NULL)
			continue;
		if (!db_number(db, "SELECT count(*) FROM temp.pair", &before,
		    err) || !db_run(db, err, STMT_RESTATE_PAIR, "itt",
		    l->stream, span_of(l->grp), span_of(l->found)) ||
		    !db_number(db, "SELECT count(*) FROM temp.pair", &after,
		    err))
			return false;
		if (after != before + 1)
			return err_set(err, ERR_DATA, "%s: it was not read as "
			    "the log that was counted as %s", l->found,
			    l->path);
	}
	return true;
}

/* One stream: `more` lines are of these days now (or less), which so far were of no day. */
struct unbalanced {
	int64_t mine, theirs, more;
};

static bool
move_lines(const struct restating *r, struct unbalanced *u, struct err *err)
{
	enum stmt q = STMT_RESTATE_UNDATED;
	struct db *db = r->s->db;
	bool row = true, good = true;

	db_start(db, q, "iiii", u->mine, u->theirs, r->s->id, r->other);
	while (good && (good = db_next(db, q, &row, err)) && row) {
		struct buf class = { 0 };
		int64_t site = db_int(db, q, 1) != 0 ? r->s->id : 0;
		int64_t change = db_int(db, q, 3) - db_int(db, q, 2);

		if ((change < 0) != (u->more > 0))
			continue;
		if (change < -u->more || (u->more < 0 && change > -u->more))
			change = -u->more;
		buf_span(&class, db_text(db, q, 0));
		good = db_run(db, err, STMT_LEDGER_ADD, "iiiti", u->mine,
		    site, (int64_t)INT32_MIN, buf_view(&class), change);
		u->more += change;
		buf_close(&class);
	}
	if (!good)
		db_end(db, q);
	return good && db_run(db, err, STMT_RESTATE_EMPTY, "i", u->mine);
}

/* A line that another format or clock puts into these days, or out of them, was of no day. */
static bool
balance(const struct restating *r, struct err *err)
{
	enum stmt q = STMT_RESTATE_LINES;
	struct db *db = r->s->db;
	bool row = true, good = true;

	db_start(db, q, "iiii", r->s->id, r->other,
	    (int64_t)r->plan->days.from, (int64_t)r->plan->days.to);
	while (good && (good = db_next(db, q, &row, err)) && row) {
		struct unbalanced u = { db_int(db, q, 0), db_int(db, q, 1),
			db_int(db, q, 3) };
		struct buf path = { 0 };

		buf_span(&path, db_text(db, q, 2));
		good = move_lines(r, &u, err) && (u.more == 0 || err_set(err,
		    ERR_DATA, "%s: %lld of its lines are of other days now "
		    "than when they were counted: rebuild more days at once",
		    buf_text(&path), (long long)(u.more > 0 ? u.more :
		    -u.more)));
		buf_close(&path);
	}
	if (!good)
		db_end(db, q);
	return good;
}

static bool
leave_out(const struct restating *r, int64_t stream, struct err *err)
{
	const enum stmt q[] = { STMT_RESTATE_LEAVE, STMT_RESTATE_LEFT };

	for (int i = 0; i < 2; i++)
		if (!db_run(r->s->db, err, q[i], "iiii", stream, r->s->id,
		    (int64_t)r->plan->days.from, (int64_t)r->plan->days.to))
			return false;
	return true;
}

bool
restate_ledger(const struct restating *r, struct err *err)
{
	if (!pair_logs(r, err) || !balance(r, err))
		return false;
	for (size_t i = 0; i < r->plan->logs->n; i++) {
		const struct restate_log *l = &r->plan->logs->log[i];

		if ((l->withdrawn || l->found == NULL) &&
		    !leave_out(r, l->stream, err))
			return false;
	}
	return run_both(r, STMT_RESTATE_LEDGER_DROP, err) &&
	    run_both(r, STMT_RESTATE_LEDGER, err);
}
