/* SPDX-License-Identifier: MIT */
/* rows.h -- a table on its way out, as CSV or as JSON: the same calls make both.
 *
 * CSV: UTF-8, a header line, commas, a newline a row; texts are guarded against
 * spreadsheets (escape.h), an absent value is an empty field.  JSON: the rows are
 * objects in an array whose brackets the caller makes.
 * Bytes go to the file as they come; what was not written shows in ferror.
 */
#ifndef CLI_ROWS_H
#define CLI_ROWS_H

#include <stdio.h>

#include "publish/json.h"

struct rows {
	FILE *to;
	struct buf *out;             /* the JSON's buffer too */
	struct json *json;           /* NULL: CSV */
	const char *const *column;   /* names, in order */
	int n, at;
};

void rows_header(struct rows *r); /* of CSV; nothing for JSON */
void rows_text(struct rows *r, struct span s);
void rows_int(struct rows *r, int64_t n);
void rows_none(struct rows *r);
void rows_day(struct rows *r, int32_t day);
void rows_end(struct rows *r); /* of a row: all its columns were given */
void rows_flush(struct rows *r);

#endif
