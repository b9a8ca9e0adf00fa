/* SPDX-License-Identifier: MIT */
/* widget.h -- the visitor widget: figures to the files that a web server hands out.
 *
 * visits.json visits.html visits-frame.html visits.svg visits.txt badge-online.svg
 * badge-today.svg badge-month.svg badge-total.svg visits.css visits.js.  Each is
 * replaced whole (common/file.h) and padded with blanks to a constant size, since
 * some servers send a new file under the length of the old one.  Nothing in them
 * comes from a log but numbers; the site's name and host are escaped all the same.
 */
#ifndef PUBLISH_WIDGET_H
#define PUBLISH_WIDGET_H

#include "common/buf.h"
#include "common/err.h"
#include "common/site.h"

struct widget_figures {
	int64_t generated_s; /* the run's clock */
	int64_t as_of_s;     /* up to when the logs were read; INT64_MIN: never */
	bool stale;          /* as_of is older than stale-after: online is unknown */
	bool complete;       /* every live pattern of the site was read to its end */
	int64_t online;      /* visitors with a page view in the window; shown as "–" when stale */
	int64_t today, yesterday, week, month, year, total; /* in unit; total has the balance */
	int64_t open;        /* of today's visits, those that may still go on */
	int64_t opening_balance;
	bool has_since;
	int32_t since_day;   /* total counts from this day (balance's or first counted) */
};

/* The JSON object alone, one trailing newline, not padded.  Contract in docs; additive only. */
void widget_json(const struct site *site, const struct widget_figures *f,
    struct buf *out);

/* All files into site->widget_dir (made if missing, mode 0755; files 0644).  *changed: how many
 * files were replaced; a file that already has these bytes is left alone. */
bool widget_publish(const struct site *site, const struct widget_figures *f,
    int *changed, struct err *err);

#endif
