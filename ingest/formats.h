/* SPDX-License-Identifier: MIT */
/* formats.h -- the formats of a run, each opened once, while something is read by them.
 *
 * A log may bring a format with each of its lines, so few of them are kept.
 */
#ifndef INGEST_FORMATS_H
#define INGEST_FORMATS_H

#include "ingest/crew.h"

enum { FORMATS_MAX = 64 };

struct formats {
	const char *spec;   /* "auto", or the format of all logs */
	bool forwarded;     /* hits must tell their proxies */
	struct crew *crew;  /* who reads by them; NULL: nobody yet */
	struct format *format[FORMATS_MAX];
	size_t n;
};

void formats_close(struct formats *f); /* accepts zeroed */

/* Takes one over.  Those before may be closed, once the crew has delivered what it was
 * given: only the one returned is sure to be there. */
const struct format *formats_keep(struct formats *f, struct format *one);

/* That of a new stream, which begins with these lines.  NULL: *err says what is wrong
 * with them, or with the specification. */
const struct format *formats_tell(struct formats *f, struct span sample,
    struct err *err);

/* The one of that specification.  NULL: *err. */
const struct format *formats_open(struct formats *f, struct span spec,
    struct err *err);

#endif
