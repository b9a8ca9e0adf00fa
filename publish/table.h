/* SPDX-License-Identifier: MIT */
/* table.h -- a table's rows on their way to CSV, JSON or XLSX: the same calls make all.
 *
 * A column has a kind, a cell a number or a text; unknown is a state of its own.  Who
 * takes a row asks table_is; texts live until the next row.
 */
#ifndef PUBLISH_TABLE_H
#define PUBLISH_TABLE_H

#include <stdint.h>

#include "common/span.h"
#include "common/zone.h"
#include "publish/messages.h"

/* What a number means; machine forms have whole numbers, which the column's name says the
 * unit of, and XLSX what a reader expects. */
enum table_kind {
	TABLE_COUNT,
	TABLE_HUNDREDTHS,
	TABLE_PERMILLE,
	TABLE_MS,
	TABLE_SECONDS,
	TABLE_BYTES,
	TABLE_DAY,    /* a local day */
	TABLE_STAMP,  /* UTC seconds */
	TABLE_YES,    /* 0 or 1 */
	TABLE_TEXT,   /* hostile */
	TABLE_WORD    /* a word of ours; in XLSX as `shown` says */
};

struct table_column {
	const char *name;   /* in CSV and JSON */
	enum message head;  /* for people */
	enum table_kind kind;
};

struct table_cell {
	bool known;
	int64_t n;
	struct span text;
	const char *shown;  /* of a word: in the reader's language; NULL: the text */
};

enum { TABLE_COLUMNS = 28 };

struct table {
	const struct zone *zone;
	enum lang lang;     /* of words that are shown */
	struct table_column column[TABLE_COLUMNS];
	int n;
	struct table_cell cell[TABLE_COLUMNS];
	int at;
	void (*take)(void *self, const struct table *t); /* a whole row */
	void *self;
};

void table_column(struct table *t, const char *name, enum message head,
    enum table_kind kind);

/* The row's next cell.  REVIEW_NONE, INT64_MIN, is unknown. */
void table_int(struct table *t, int64_t n);
void table_none(struct table *t);
void table_text(struct table *t, struct span text);
void table_word(struct table *t, const char *word, const char *shown);
void table_end(struct table *t); /* all columns were given */

#endif
