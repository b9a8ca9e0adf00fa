/* SPDX-License-Identifier: MIT */
/* export_seen.c -- pages and documents by the day on which they answered first. */
#include "aggregate/news.h"
#include "cli/export.h"

void
export_seen_columns(struct export *e)
{
	export_column(e, "day");
	export_column(e, "kind");
	export_column(e, "key");
}

static void
put_seen(void *self, int32_t day, const struct seen_page *page)
{
	struct rows *r = &((struct export *)self)->rows;

	rows_day(r, day);
	rows_text(r, span_of(dim_info[page->kind].name));
	if (page->name.n > 0)
		rows_text(r, page->name);
	else
		rows_none(r);
	rows_end(r);
}

bool
export_seen_run(struct export *e, struct err *err)
{
	struct seen_each each = { export_days(e), put_seen, e };

	return seen_each(&e->site, &each, err);
}

void
export_news_columns(struct export *e)
{
	export_column(e, "day");
	export_column(e, "section");
	export_column(e, "new_pages");
	export_column(e, "new_downloads");
}

bool
export_news_run(struct export *e, struct err *err)
{
	struct rows *r = &e->rows;
	struct news n;

	if (!news_list(&e->site, export_days(e), &n, err))
		return false;
	for (size_t i = 0; i < n.n; i++) {
		const struct news_row *row = &n.row[i];

		rows_day(r, row->day);
		if (row->section == NEWS_ALL)
			rows_none(r);
		else
			rows_text(r, span_of(
			    e->site.site->section[row->section].id));
		rows_int(r, row->pages);
		rows_int(r, row->documents);
		rows_end(r);
	}
	news_close(&n);
	return true;
}
