/* SPDX-License-Identifier: MIT */
/* program.h -- a format string, compiled: what to expect in a line, in order.
 *
 * A line is a head, then fields, each with the literal behind it, its tail.
 * How a field's end is found depends on what it holds and on what follows:
 *
 *     a quote before and behind   the next quote not escaped by a backslash
 *     time                        it knows its own length
 *     numbers, method             the first byte of the tail; blanks may come
 *                                 before the time served, which is padded
 *     anything before a time      the tail with a time behind it: a user's name
 *                                 may hold " [": it is the client's to choose
 *     proxies, nginx's upstreams  the first blank that is not one of "a, b : c"
 *     other texts                 the first occurrence of the tail
 *
 * A field whose end is missing goes to the line's end, and is the last one
 * read.  Where a literal is not what the format says, reading ends.  The line
 * is a hit nevertheless if address, time and status were read before.
 */
#ifndef INGEST_PROGRAM_H
#define INGEST_PROGRAM_H

#include "common/err.h"
#include "common/hit.h"
#include "ingest/items.h"
#include "ingest/scan.h"

struct program;

/* text: the format string itself; see pasted.h for what people make of it. */
bool program_open(struct span text, enum dialect dialect, struct program **out,
    struct err *err);
void program_close(struct program *p); /* accepts NULL */

/* Line without its end.  True for a hit; else *hit is untouched.  *whole (may
 * be NULL): the line was what the format says up to its end. */
bool program_run(const struct program *p, struct span line, struct hit *hit,
    bool *whole);

/* The same, faster: by the line's quotes, where they are known, and a memo. */
bool program_run_scanned(const struct program *p, const struct scan_line *line,
    struct when_memo *memo, struct hit *hit);

/* Does p begin with all that other reads?  So many steps, or 0.  Who has read the
 * line as other has, up to end, the end of the last field's value, lets the steps
 * from there on do the rest, which cannot fail. */
size_t program_begins(const struct program *p, const struct program *other);
void program_run_tail(const struct program *p, size_t from,
    const struct scan_line *line, const char *end, struct hit *hit);

/* Times written without an offset are this zone's, which must live as long.  False: p
 * has none. */
bool program_set_zone(struct program *p, const struct zone *zone);

/* Do both make the same hits of every line?  A list of proxies at their end is no
 * difference. */
bool program_same(const struct program *a, const struct program *b);

bool program_has(const struct program *p, enum field field);

enum field program_first(const struct program *p);

/* The literal that each line begins with; empty mostly. */
struct span program_head(const struct program *p);

#endif
