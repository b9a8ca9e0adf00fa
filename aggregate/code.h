/* SPDX-License-Identifier: MIT */
/* code.h -- keys of dimensions that are few enough to be numbers: counted in arrays.
 *
 * All cells of all these dimensions are one row: DIM's value v is cell CODE_DIM + v.  A
 * cell becomes a text (code_put) when counts leave their array for a partial or a day.
 */
#ifndef AGGREGATE_CODE_H
#define AGGREGATE_CODE_H

#include "common/answer.h"
#include "common/buf.h"
#include "common/dim.h"
#include "common/site.h"

struct robots;

enum {
	CODE_ROBOTS = 4096, /* patterns of a list that have a cell of their own */
	CODE_TOOKS = 600,   /* histogram buckets */
	CODE_LETTERS = 26
};

/* id of the dimension, cells */
#define CODE_TABLE(X)                                                          \
	X(STATUS, 500)              /* 100..599 */                             \
	X(METHOD, 12)                                                          \
	X(PROTOCOL, 6)                                                         \
	X(SCHEME, 3)                                                           \
	X(IP, 3)                                                               \
	X(SOURCE, 8)                                                           \
	X(COUNTRY, 1 + 26 * 26)     /* 0: unknown */                           \
	X(BROWSER, 96)                                                         \
	X(SYSTEM, 48)                                                          \
	X(DEVICE, 12)                                                          \
	X(SECTION, SITE_SECTIONS)   /* of visits: hits are those of ANSWER */  \
	X(ANSWER, (SITE_SECTIONS + 1) * ANSWER__MAX) /* by section; the last is home */ \
	X(ROBOT_KIND, 32)                                                      \
	X(TOOK, CODE_TOOKS)                                                    \
	X(ROBOT, CODE_ROBOTS + 1)   /* the last: any other */

enum code {
#define X(id, cells) CODE_##id, CODE_##id##_LAST = CODE_##id + (cells) - 1,
	CODE_TABLE(X)
#undef X
	CODE__CELLS
};
enum {
#define X(id, cells) CODE_##id##__N = (cells),
	CODE_TABLE(X)
#undef X
};

/* section SITE_SECTIONS: the home page. */
static inline unsigned
code_answer(unsigned section, enum answer a)
{
	return CODE_ANSWER + section * ANSWER__MAX + a;
}

enum dim code_dim(unsigned cell);

/* The cell's key, as it is stored; nothing for what is unknown.  site, robots: whose
 * sections and patterns they are. */
void code_put(struct buf *out, unsigned cell, const struct site *site,
    const struct robots *robots);

/* Values of a cell; 0 is unknown in each. */
unsigned code_country(uint16_t letters); /* 'V' << 8 | 'N' */
unsigned code_ip(unsigned flags);        /* VIEW_IPV4, VIEW_IPV6 */
unsigned code_method(struct span method);
unsigned code_protocol(struct span protocol);

#endif
