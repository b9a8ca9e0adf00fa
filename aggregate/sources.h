/* SPDX-License-Identifier: MIT */
/* sources.h -- the list of hosts behind source.h. */
#ifndef AGGREGATE_SOURCES_H
#define AGGREGATE_SOURCES_H

#include "aggregate/source.h"

/* From the least to the most that it leaves open. */
enum source_end {
	SOURCE_END_EXACT,   /* "bing.com" */
	SOURCE_END_COUNTRY, /* "gov.??" */
	SOURCE_END_ANY      /* "google.*" */
};

struct source_host {
	struct span text;       /* without its last label, where that is open */
	enum source_end end;
	enum source source;
	struct span parameters; /* of search terms, with single blanks between them */
};

/* The entry that fits most of the host, or NULL. */
const struct source_host *sources_find(const struct sources *s,
    struct span host);

#endif
