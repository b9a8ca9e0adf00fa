/* SPDX-License-Identifier: MIT */
#include "store/merge.h"

#include "store/parts.h"

static bool
add_ledger(struct db *db, const struct merge_plan *plan,
    const struct partial *p, struct err *err)
{
	for (size_t i = 0; i < p->ledger.n; i++) {
		const struct ledger_row *l = table_row(&p->ledger, i);
		int64_t site = l->site == PARTIAL_NO_SITE ? 0 :
		    plan->site[l->site].id;

		if (!db_run(db, err, STMT_LEDGER_ADD, "iiiti",
		    plan->stream_id[l->stream], site, (int64_t)l->day,
		    span_of(class_name((enum class)l->class)),
		    (int64_t)l->lines))
			return false;
		if (l->class < (uint32_t)CLASS__COUNTED &&
		    l->day != PARTIAL_NO_DAY && !db_run(db, err,
		    STMT_DAY_TOUCH, "iii", site, (int64_t)l->day, plan->now_s))
			return false;
	}
	return true;
}

bool
merge_partial(struct db *db, const struct merge_plan *plan,
    const struct partial *p, struct err *err)
{
	return add_ledger(db, plan, p, err) &&
	    parts_append(plan->site, p, err);
}
