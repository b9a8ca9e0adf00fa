/* SPDX-License-Identifier: MIT */
/* older.h -- monthly totals out of files of older tools, told apart by their content:
 *
 *     CSV         a header with month (2019-05) and any of visits, visitors, pages, hits and
 *                 source; an empty cell is unknown.  Quotes as in RFC 4180, UTF-8.
 *     AWStats     awstatsMMYYYY.*.txt: sections GENERAL and TIME, one month
 *     Webalizer   webalizer.hist: month year hits files sites kbytes first last pages visits
 *
 * Strict: what is not understood is an error with file, line and reason, and nothing of the
 * file is taken.
 */
#ifndef CLI_OLDER_H
#define CLI_OLDER_H

#include "common/mem.h"
#include "common/span.h"
#include "store/history.h"

enum {
	OLDER_MAX_BYTES = 64 * 1024 * 1024, /* of a file: AWStats keeps pages in it, too */
	OLDER_MAX_MONTHS = 12 * 200,
	OLDER_SOURCE_MAX_BYTES = 200
};
#define OLDER_MAX_VALUE INT64_C(1000000000000000)

struct older_month {
	int32_t month;               /* its first day */
	int64_t value[HISTORY__MAX];
	const char *source;          /* NULL: the file does not say */
	const char *path;            /* the caller's */
	char sha256[65];             /* of the file */
	int line;
};
struct older {
	struct arena arena; /* of sources */
	struct older_month *month;
	size_t n;
};
void older_close(struct older *o); /* accepts zeroed */

/* Appends the months of the file.  One that is there already is an error: ERR_DATA. */
bool older_read(struct older *o, const char *path, struct err *err);

/* The same of bytes that are here; path is for messages. */
bool older_text(struct older *o, const char *path, struct span text,
    struct err *err);

/* For the readers of each form: text is the whole file. */
struct older_file {
	struct older *to;
	const char *path;
	char sha256[65];
	struct span rest; /* what is still to be read */
	int line;         /* number of the last line read */
};
bool older_line(struct older_file *f, struct span *out);
bool older_refuse(const struct older_file *f, struct err *err,
    const char *fmt, ...) __attribute__((format(printf, 3, 4)));
/* Digits only, not more than OLDER_MAX_VALUE; what: its name for the message. */
bool older_number(const struct older_file *f, const char *what,
    struct span text, int64_t *out, struct err *err);
struct older_month older_month_none(void); /* all unknown */
/* Takes path, sha256 and line of the file. */
bool older_add(struct older_file *f, struct older_month m, struct err *err);

bool older_csv(struct older_file *f, struct err *err);
bool older_awstats(struct older_file *f, struct err *err);
bool older_webalizer(struct older_file *f, struct err *err);

#endif
