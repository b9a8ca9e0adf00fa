/* SPDX-License-Identifier: MIT */
/* step.h -- one field of a program, and where it ends in a line. */
#ifndef INGEST_STEP_H
#define INGEST_STEP_H

#include "ingest/items.h"

/* How the end of a field is found, see program.h. */
enum ending {
	END_ITSELF, /* a time */
	END_QUOTE,
	END_BYTE,   /* of the tail, the first */
	END_PADDED, /* likewise a blank, but for those in front */
	END_TAIL,
	END_LIST,   /* likewise a blank, but for those of "a, b : c" */
	END_TIME,   /* the tail, with a time behind it */
	END_SLASH,  /* a host with the path right behind it */
	END_LINE
};

/* In a program, the step behind one with END_TIME is a time. */
struct step {
	enum field field;
	enum ending ending;
	enum field_unit unit;
	bool port;
	bool list;
	bool add;
	enum field_scheme scheme;
	char stop; /* END_BYTE, END_PADDED */
	struct span tail;
	struct when when;
};

/* Chooses the ending.  before: the literal in front of the field; next: the
 * item behind the tail, or NULL.  False: the field is full of blanks itself and
 * only a blank would end it. */
bool step_settle(struct step *step, struct span before,
    const struct item *next);

/* Do both read the same?  last: nothing that is used comes after them. */
bool step_same(const struct step *a, const struct step *b, bool last);

#endif
