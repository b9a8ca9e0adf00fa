/* SPDX-License-Identifier: MIT */
#include "store/merge.h"

#include "common/mem.h"
#include "store/parts.h"

/* A day that got lines. */
struct touched {
	int64_t site;
	int32_t day;
};

static bool
touch(struct db *db, const struct merge_plan *plan, struct touched at,
    const struct lists_ids *lists, struct err *err)
{
	return db_run(db, err, STMT_DAY_TOUCH, "iii", at.site,
	    (int64_t)at.day, plan->now_s) &&
	    lists_note(db, at.site, at.day, lists, err);
}

bool
merge_ledger(struct db *db, const struct merge_plan *plan,
    const struct partial *p, struct err *err)
{
	struct touched last = { 0, PARTIAL_NO_DAY };
	struct lists_ids lists = { .n = 0 };

	if (p->ledger.n > 0 && !lists_ids(db, plan->lists, &lists, err))
		return false;
	for (size_t i = 0; i < p->ledger.n; i++) {
		const struct ledger_row *l = table_row(&p->ledger, i);
		int64_t site = l->site == PARTIAL_NO_SITE ? 0 :
		    plan->site[l->site].id;

		if (!db_run(db, err, STMT_LEDGER_ADD, "iiiti",
		    plan->stream_id[l->stream], site, (int64_t)l->day,
		    span_of(class_name((enum class)l->class)),
		    (int64_t)l->lines))
			return false;
		if (l->class >= (uint32_t)CLASS__COUNTED ||
		    l->day == PARTIAL_NO_DAY ||
		    (last.site == site && last.day == l->day))
			continue;
		last = (struct touched){ site, l->day };
		if (!touch(db, plan, last, &lists, err))
			return false;
	}
	return true;
}

bool
merge_partial(struct db *db, const struct merge_plan *plan,
    struct partial *p, struct err *err)
{
	int64_t *window_s = mem_new((plan->n_sites + 1) * sizeof(*window_s));
	struct packed packed = { 0 };
	bool good;

	for (size_t i = 0; i < plan->n_sites; i++)
		window_s[i] = plan->site[i].site->online_window_s;
	packed_add(&packed, &(struct packed_from){ &p, 1, 1, window_s });
	mem_free(window_s);
	good = merge_ledger(db, plan, p, err) &&
	    parts_put(plan->site, &packed, err);
	packed_close(&packed);
	return good;
}
