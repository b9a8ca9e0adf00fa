/* SPDX-License-Identifier: MIT */
/* sight.h -- what detection can tell by looking at bytes, before a format is tried. */
#ifndef INGEST_SIGHT_H
#define INGEST_SIGHT_H

#include "common/err.h"
#include "common/span.h"

/* False: the sample is no text of ours: an archive of files, another encoding, binary
 * content (ERR_DATA, which names it). */
bool sight_text(struct span sample, struct err *err);

/* Whose log a line looks like, though no format reads it; NULL: nobody's that is known. */
const char *sight_server(struct span line);

/* A line of Docker's, which has a line of the server in it. */
bool sight_wrapped(struct span line);

/* Values at the place of a client's address: could it be one, or a host's name?  A day of
 * the month and a time stand there when a header of syslog or of a container is taken
 * for other things. */
bool sight_address(struct span s);
/* And at the place of a site's name: one, an address, or nothing. */
bool sight_host(struct span s);
/* Digits, with dots or colons: no name. */
bool sight_numeric(struct span s);
/* A dot in it and a letter behind the last one, or "localhost". */
bool sight_named(struct span s);

#endif
