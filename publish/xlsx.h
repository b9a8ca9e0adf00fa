/* SPDX-License-Identifier: MIT */
/* xlsx.h -- a workbook for a spreadsheet: the door of libxlsxwriter, which may be absent.
 *
 * A text is written as a text and nothing else: no formula, no link.  What is ill-formed, what
 * XML cannot carry and what is longer than a cell is read is mended here.  The only time
 * in the file is the caller's, so the same calls give the same bytes.  The library puts
 * parts into files of tmpfile(3) on their way.
 *
 * What goes wrong on the way is kept and told by xlsx_close.
 */
#ifndef PUBLISH_XLSX_H
#define PUBLISH_XLSX_H

#include "common/buf.h"
#include "common/err.h"

enum {
	XLSX_TEXT_BYTES = 2000, /* of a cell: longer names help nobody */
	XLSX_SHEETS = 64,
	XLSX_ROWS = 1000000,    /* of a sheet; the form ends at 1,048,576 */
	XLSX_EPOCH = 25569      /* 1970-01-01 in a spreadsheet's days */
};
/* Whole numbers beyond are not exact in a spreadsheet: to be written as texts. */
#define XLSX_EXACT (INT64_C(1) << 53)

enum xlsx_look {
	XLSX_PLAIN,
	XLSX_HEAD,
	XLSX_TITLE,
	XLSX_WRAP,
	XLSX_COUNT,      /* 19,358 as the spreadsheet's language writes it */
	XLSX_HUNDREDTHS,
	XLSX_SHARE,      /* 0.315 is 31.5% */
	XLSX_DAY,
	XLSX_STAMP,
	XLSX__LOOKS
};

struct xlsx_about {
	const char *title;
	const char *day_form, *stamp_form; /* "dd/mm/yyyy" */
	int64_t made_s;
};

bool xlsx_built_in(void);

struct xlsx;
/* ERR_USAGE where the library is not built in; ERR_IO. */
bool xlsx_open(const struct xlsx_about *about, struct xlsx **out,
    struct err *err);

/* The next sheet; what follows goes to it.  Equal titles get a number. */
void xlsx_sheet(struct xlsx *x, const char *title);

struct xlsx_at {
	int row, column; /* from 0 */
};
/* Returns the number of characters. */
int xlsx_text(struct xlsx *x, struct xlsx_at at, struct span text,
    enum xlsx_look look);
void xlsx_number(struct xlsx *x, struct xlsx_at at, double n,
    enum xlsx_look look);

/* A table of rows head..last: its head is frozen, has filters, and is on each page. */
struct xlsx_table {
	int head, last, columns;
	const int *width;   /* of each column, in digits */
	bool filter;
};
void xlsx_table(struct xlsx *x, const struct xlsx_table *t);

/* Columns of numbers as bars over the first column, right of the table. */
struct xlsx_chart {
	struct xlsx_table of;
	const int *column;
	int n;
	const char *form;   /* of the labels: "d", "@" */
};
void xlsx_chart(struct xlsx *x, const struct xlsx_chart *c);

/* Appends the workbook's bytes.  The book is gone, whatever comes. */
bool xlsx_close(struct xlsx *x, struct buf *out, struct err *err);

#endif
