/* SPDX-License-Identifier: MIT */
/* sheet.h -- a table's rows on their way to CSV, JSON or XLSX: the same calls make all.
 *
 * A column has a kind, a cell a number or a text; unknown is a state of its own.  Who
 * takes a row asks sheet_is; texts live until the next row.
 */
#ifndef PUBLISH_SHEET_H
#define PUBLISH_SHEET_H

#include <stdint.h>

#include "common/span.h"
#include "common/zone.h"
#include "publish/messages.h"

/* What a number means; machine forms have whole numbers, which the column's name says the
 * unit of, and XLSX what a reader expects. */
enum sheet_kind {
	SHEET_COUNT,
	SHEET_HUNDREDTHS,
	SHEET_PERMILLE,
	SHEET_MS,
	SHEET_BYTES,
	SHEET_DAY,    /* a local day */
	SHEET_STAMP,  /* UTC seconds */
	SHEET_YES,    /* 0 or 1 */
	SHEET_TEXT,   /* hostile */
	SHEET_WORD    /* a word of ours; in XLSX as `shown` says */
};

struct sheet_column {
	const char *name;   /* in CSV and JSON */
	enum message head;  /* for people */
	enum sheet_kind kind;
};

struct sheet_cell {
	bool known;
	int64_t n;
	struct span text;
	const char *shown;  /* of a word: in the reader's language; NULL: the text */
};

enum { SHEET_COLUMNS = 28 };

struct sheet {
	const struct zone *zone;
	enum lang lang;     /* of words that are shown */
	struct sheet_column column[SHEET_COLUMNS];
	int n;
	struct sheet_cell cell[SHEET_COLUMNS];
	int at;
	void (*take)(void *self, const struct sheet *t); /* a whole row */
	void *self;
};

void sheet_column(struct sheet *t, const char *name, enum message head,
    enum sheet_kind kind);

/* The row's next cell.  REVIEW_NONE, INT64_MIN, is unknown. */
void sheet_int(struct sheet *t, int64_t n);
void sheet_none(struct sheet *t);
void sheet_text(struct sheet *t, struct span text);
void sheet_word(struct sheet *t, const char *word, const char *shown);
void sheet_end(struct sheet *t); /* all columns were given */

#endif
