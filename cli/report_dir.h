/* SPDX-License-Identifier: MIT */
/* report_dir.h -- the folder of a site's HTML reports: a file for each period, and an index. */
#ifndef CLI_REPORT_DIR_H
#define CLI_REPORT_DIR_H

#include "cli/options.h"
#include "cli/pdf.h"
#include "publish/web_draw.h"

struct report_dir {
	const char *path;   /* made where it is missing */
	const char *robots, *robots_sha256; /* the list's name; NULL: not known */
	enum lang lang;
	int64_t now_s;
	bool public;
	const struct draw_tools *tools;
	const struct pdf_maker *pdf; /* NULL: no PDF is asked for */
	bool tell;          /* say on standard output which pages are written */
};

/* Writes the period's report and the index again.  One writer at a time. */
bool report_dir_write(const struct report_dir *d, const struct store_site *s,
    const struct show_when *when, struct err *err);

/* A file of the folder, replaced whole. */
bool report_dir_file(const struct report_dir *d, const char *name,
    struct span bytes, struct err *err);

/* The same for all that was counted: a report of each month. */
bool report_dir_write_all(const struct report_dir *d,
    const struct store_site *s, struct err *err);

#endif
