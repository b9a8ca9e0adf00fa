/* SPDX-License-Identifier: MIT */
/* term.h -- a page of text for a terminal: columns, bars, colours.
 *
 * Columns are counted from 0 and by what a terminal shows, whatever the locale is: a
 * letter is one, an ideograph two, a combining mark none.  Nothing is ever drawn
 * at or beyond column `width`, and no line ends in blanks.
 */
#ifndef PUBLISH_TERM_H
#define PUBLISH_TERM_H

#include "common/buf.h"

enum ink {
	INK_PLAIN,
	INK_STRONG,
	INK_FAINT,
	INK_BLUE, /* these three stand beside words that say the same */
	INK_YELLOW,
	INK_RED
};

struct term {
	struct buf *out;
	int width;
	bool color; /* without it no ink leaves a trace */
	int at;     /* the column of what comes next... */
	int drawn;  /* ...and where the line's text ends as yet */
	enum ink ink; /* of what was drawn last */
};

/* Of UTF-8 text. */
int term_columns(struct span text);

/* Blanks up to that column; none if it is passed already. */
void term_to(struct term *t, int column);

/* Text of ours, UTF-8 without control characters.  What does not fit on the line
 * loses its middle. */
void term_text(struct term *t, enum ink ink, const char *text);
/* Text that ends just before column edge. */
void term_right(struct term *t, enum ink ink, const char *text, int edge);
/* Any bytes, made harmless by escape_terminal; in that many columns at most. */
void term_name(struct term *t, enum ink ink, const char *name, int columns);

/* A text that stays together: on this line if it fits, else on the next one, from
 * column left on. */
void term_piece(struct term *t, enum ink ink, const char *text, int left);
/* Words, likewise; a no-break space keeps two together. */
void term_words(struct term *t, enum ink ink, const char *text, int left);

/* Title, rule and, at its end, note (may be empty), up to column edge. */
void term_heading(struct term *t, const char *title, const char *note,
    int edge);

/* part of whole as a bar of at most that many columns, exact to an eighth of one; any
 * part shows, be it ever so small. */
void term_bar(struct term *t, enum ink ink, int64_t part, int64_t whole,
    int columns);

struct term_strip {
	int64_t from, to, whole; /* 0 <= from <= to <= whole > 0 */
	int columns;
};
/* from..to on a scale of 0..whole: strips that follow one another touch. */
void term_put_strip(struct term *t, enum ink ink, struct term_strip s);

void term_end(struct term *t); /* the line */

#endif
