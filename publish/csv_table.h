/* SPDX-License-Identifier: MIT */
/* csv_table.h -- CSV read back, and compared: two tables, cell by cell.
 *
 * RFC 4180, as escape_csv and the exports write it: a header line, commas, quoted cells that may
 * have line ends.  Bytes may be hostile.
 */
#ifndef PUBLISH_CSV_TABLE_H
#define PUBLISH_CSV_TABLE_H

#include "common/err.h"
#include "common/mem.h"
#include "common/span.h"

enum { CSV_COLUMNS = 64, CSV_ROWS = 4000000 };

/* Starts zeroed; spans are of the text that was read, or of the arena. */
struct csv_table {
	struct span column[CSV_COLUMNS];
	size_t columns;
	struct span *cell; /* rows * columns */
	size_t rows;
	struct arena arena;
};

/* ERR_DATA, with name and line: a row of other length than the header, a quote that does not
 * end, too many columns.  text outlives *out. */
bool csv_read(struct span text, const char *name, struct csv_table *out,
    struct err *err);
void csv_close(struct csv_table *t); /* accepts zeroed */

/* The number of that column; columns: none has that name. */
size_t csv_column(const struct csv_table *t, const char *name);
struct span csv_cell(const struct csv_table *t, size_t row, size_t column);
/* Digits, with or without a sign; false: it is none, or empty. */
bool csv_number(struct span cell, int64_t *out);

/* What is compared. */
struct csv_comparing {
	const char *name;         /* of the table, for who hears */
	size_t keys;              /* so many first columns tell rows apart */
	const char *const *skip;  /* names of columns, NULL-terminated; or NULL */
	const char *const *only;  /* likewise: no others are looked at; or NULL */
	/* Rows that are not compared; NULL: all are. */
	bool (*pass_over)(void *self, const struct csv_table *t, size_t row);
	void *self;
};

/* A cell that differs: both texts; or a row that only one has: column empty, and of it "1" or "". */
struct csv_difference {
	const char *table;
	struct span key;     /* cells with blanks between; dies at the next call */
	struct span column;
	struct span one, other;
};
typedef void csv_differs_fn(void *self, const struct csv_difference *d);

/* Returns how many cells were compared.  Columns that only one has are not looked at, so that a
 * later version may add some. */
size_t csv_compare(const struct csv_comparing *c, const struct csv_table *one,
    const struct csv_table *other, csv_differs_fn *take, void *self);

#endif
