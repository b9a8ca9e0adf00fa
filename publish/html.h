/* SPDX-License-Identifier: MIT */
/* html.h -- the parts that a page is made of: tables, bars, lines of a few pixels.
 *
 * Every text that is given here may be a stranger's and is escaped for its place
 * (escape.h).  What is written is HTML that is well-formed XML too, without style,
 * script or handler inside, so that the page's policy may be the strictest and any parser
 * can check it.
 */
#ifndef PUBLISH_HTML_H
#define PUBLISH_HTML_H

#include "publish/escape.h"

/* What stands in a column. */
enum html_cell {
	HTML_NAME,   /* names the row */
	HTML_CODE,   /* likewise, a path or a hash: letters of one width */
	HTML_NUMBER, /* to the right */
	HTML_NOTE    /* a text beside */
};

struct html_column {
	const char *head;
	enum html_cell cell;
};

struct html_table {
	struct buf *out;
	const char *id, *caption; /* for who does not see where it stands */
	const struct html_column *column;
	int n;
	const char *class; /* of the table, beside its own; or "" */
	bool wide_names;   /* names take what is left, and are cut; else they are whole */
};

/* begin, rows of as many cells as there are columns, end.  A reader can sort the rows where
 * the page has the script. */
void html_table_begin(const struct html_table *t);
void html_table_end(const struct html_table *t);

void html_row_begin(struct buf *out);
void html_row_end(struct buf *out);
/* The rows from here to the end are not sorted: sums, and what is left over. */
void html_foot_begin(struct buf *out);

#define HTML_NO_BAR INT64_C(-1)
/* The row's name; a bar behind it, in thousandths of the cell. */
void html_name(struct buf *out, enum html_cell cell, const char *text,
    int64_t bar_permille);
/* A name that is a link, and can be linked to; sorted by n. */
struct html_link {
	const char *id, *href; /* href NULL: no link */
	const char *text;
	int64_t bar_permille;
	int64_t n;
};
void html_link(struct buf *out, const struct html_link *l);
/* n: what rows are sorted by; shown: how it is written. */
void html_number(struct buf *out, int64_t n, const char *shown);
void html_unknown(struct buf *out); /* a number that nobody knows: "–" */
void html_note(struct buf *out, const char *text);
void html_hash(struct buf *out, const char *text); /* letters of one width, may break */

/* A line of a few pixels over n values, from 0 to the greatest; HTML_GAP is unknown, and
 * leaves a gap.  Nothing with fewer than two known.  Numbers beside it say the same, so it is
 * hidden from who listens. */
#define HTML_GAP INT64_MIN
void html_spark(struct buf *out, const int64_t *value, size_t n);

/* A 'sha256-...' source of a Content-Security-Policy for just these bytes. */
void html_hash_source(struct buf *out, struct span text);

#endif
