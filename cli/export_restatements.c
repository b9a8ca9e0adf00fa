/* SPDX-License-Identifier: MIT */
/* export_restatements.c -- periods that were read anew, and what that changed. */
#include "cli/export.h"
#include "common/stamp.h"
#include "store/restate.h"

void
export_restatements_columns(struct export *e)
{
	static const char *const name[] = { "number", "at", "from", "to",
		"reason", "by", "without", "lost",
		"visits_before", "visits_after",
		"visitor_days_before", "visitor_days_after",
		"pages_before", "pages_after", "hits_before", "hits_after",
		"robot_hits_before", "robot_hits_after",
		"late_before", "late_after", "lists_before", "lists_after" };

	for (size_t i = 0; i < sizeof(name) / sizeof(*name); i++)
		export_column(e, name[i]);
}

static void
put_pair(struct rows *r, int64_t before, int64_t after)
{
	rows_int(r, before);
	rows_int(r, after);
}

static void
take(void *self, const struct restatement *s)
{
	struct export *e = self;
	struct rows *r = &e->rows;
	struct buf at = { 0 };

	stamp_put(&at, e->site.site->zone, s->at_s);
	rows_int(r, s->number);
	rows_text(r, buf_view(&at));
	rows_day(r, s->days.from);
	rows_day(r, s->days.to);
	rows_text(r, s->reason);
	rows_text(r, s->by);
	rows_text(r, s->withdrawn);
	rows_text(r, s->lost);
	put_pair(r, s->before.visits, s->after.visits);
	put_pair(r, s->before.visitors, s->after.visitors);
	put_pair(r, s->before.pages, s->after.pages);
	put_pair(r, s->before.hits, s->after.hits);
	put_pair(r, s->before.robots, s->after.robots);
	put_pair(r, s->before.late, s->after.late);
	rows_text(r, s->lists_before);
	rows_text(r, s->lists_after);
	rows_end(r);
	buf_close(&at);
}

bool
export_restatements_run(struct export *e, struct err *err)
{
	return restatement_list(&e->site, &(struct restatement_query){ e->days,
	    take, e }, err);
}
