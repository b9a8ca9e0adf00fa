/* SPDX-License-Identifier: MIT */
/* unicode.h -- the door of utf8proc: what a character is, and NFC. */
#ifndef COMMON_UNICODE_H
#define COMMON_UNICODE_H

#include "common/span.h"

/* What matters of the general category. */
enum unicode_kind {
	UNICODE_SHOWN,
	UNICODE_BLANK,   /* Zs */
	UNICODE_LINE,    /* Zl, Zp: it ends one */
	UNICODE_CONTROL, /* Cc */
	UNICODE_FORMAT,  /* Cf: unseen; joiners, turners of direction */
	UNICODE_PRIVATE, /* Co */
	UNICODE_NONE     /* Cn, Cs: assigned to nothing */
};

/* The bytes of the first character of s, which is put into *c; 0 where they are
 * ill-formed or none. */
size_t unicode_take(struct span s, uint32_t *c);

/* *combining: whether it is put onto the character before it. */
enum unicode_kind unicode_kind(uint32_t c, bool *combining);

/* How many columns a terminal gives it: 0 to marks and joiners, 2 to ideographs and
 * their like, else 1. */
int unicode_columns(uint32_t c);

/* Starts zeroed. */
struct unicode_room {
	int32_t *chars;
	size_t cap;
};
/* Valid UTF-8 in NFC: a view of room that dies at the next call, or s itself. */
struct span unicode_compose(struct unicode_room *room, struct span s);
void unicode_close(struct unicode_room *room);

#endif
