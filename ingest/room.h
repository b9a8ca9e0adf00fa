/* SPDX-License-Identifier: MIT */
/* room.h -- where values go that a line does not hold as they are.
 *
 * No value gets longer by being rewritten, and those of a line do not overlap,
 * so that as many bytes as the line has are always enough.
 */
#ifndef INGEST_ROOM_H
#define INGEST_ROOM_H

#include "common/span.h"

struct room {
	char *p; /* NULL: values stay as they are */
	size_t left;
};

/* %HH undone; where blanks were escaped twice (%2520), twice.  Empty where there
 * is no room. */
struct span room_percent(struct room *room, struct span s);

/* %25HH becomes %HH: one of two layers of escapes. */
struct span room_layer(struct room *room, struct span s);

/* + becomes a blank. */
struct span room_plus(struct room *room, struct span s);

/* a, the byte between, b. */
struct span room_join(struct room *room, struct span a, char between,
    struct span b);

/* JSON's escapes that a server would not write: \/ becomes /, \u00e9 its letter
 * in UTF-8, and where that is a control byte, a quote or a backslash, what servers
 * write for it: \x07, \", \\.  \", \\, \n and their like stay. */
struct span room_json(struct room *room, struct span s);

#endif
