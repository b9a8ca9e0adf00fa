/* SPDX-License-Identifier: MIT */
/* clean.h -- what a client sent, made into text that may be stored and shown.
 *
 * In this order:
 *  1. the server's escapes are undone: \xHH, \", \\, \n, \t and their like;
 *  2. %HH is undone, once, for unreserved characters (A-Z a-z 0-9 - . _ ~) and for
 *     bytes from 0x80; other %HH stay, with capitals; a % that opens none is %25;
 *  3. what is no valid UTF-8 (overlong forms and surrogates too), a blank, a control
 *     character, an invisible format character (the ones that turn the direction
 *     of text among them; joiners may stay) or more than 30 combining marks in a
 *     row becomes %HH again;
 *  4. NFC, so that a letter typed as base and mark is the letter.
 * The result is valid UTF-8 in NFC, and cleaning it again changes nothing but for
 * backslashes.
 */
#ifndef AGGREGATE_CLEAN_H
#define AGGREGATE_CLEAN_H

#include "common/buf.h"
#include "common/unicode.h"

struct clean {
	struct buf server, percent, out; /* one for each step */
	struct unicode_room room;
};

/* raw itself where it is clean, else a view of c that dies at the next call. */
struct span clean_text(struct clean *c, struct span raw);

/* A value of a query, as it was typed: all %HH are undone once and + is a blank; what
 * step 3 would escape is a blank too, but for invalid bytes, a run of which is U+FFFD.
 * Blanks are single, with none at the ends.  Valid UTF-8 in NFC, without control
 * characters.  A view of c that dies at the next call. */
struct span clean_words(struct clean *c, struct span raw);
void clean_close(struct clean *c); /* accepts a zeroed one */

/* The value of a hexadecimal digit, or -1. */
int clean_hex(char digit);

#endif
