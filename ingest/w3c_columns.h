/* SPDX-License-Identifier: MIT */
/* w3c_columns.h -- what #Fields say of the columns below them, for w3c.c alone. */
#ifndef INGEST_W3C_COLUMNS_H
#define INGEST_W3C_COLUMNS_H

#include "ingest/eight.h"
#include "ingest/w3c.h"

enum column {
	COLUMN_SKIP, COLUMN_DATE, COLUMN_TIME, COLUMN_ADDRESS, COLUMN_STATUS,
	COLUMN_HOST, COLUMN_METHOD, COLUMN_STEM, COLUMN_URI, COLUMN_QUERY,
	COLUMN_PROTOCOL, COLUMN_BYTES, COLUMN_TOOK, COLUMN_TOOK_MS,
	COLUMN_REFERRER, COLUMN_AGENT, COLUMN_FORWARDED, COLUMN_NO_UNIT,
	/* What tells more comes last. */
	COLUMN_PORT, COLUMN_TLS, COLUMN_SCHEME,
	COLUMN__MAX
};

struct w3c {
	int32_t offset_s;
	const struct zone *zone;
	bool lacks; /* what no line can do without */
	bool has[COLUMN__MAX];
	size_t n;      /* fields */
	size_t used;   /* those up to the last one that matters */
	unsigned char column[];
};

static inline struct span
w3c_skip(struct span s, size_t n)
{
	return (struct span){ s.p + n, s.n - n };
}

static inline bool
w3c_blank(char c)
{
	return c == ' ' || c == '\t';
}

/* Bytes before the next blank. */
static inline size_t
w3c_word(struct span s)
{
	size_t n = 0;

	for (; s.n - n >= 8; n += 8) {
		uint64_t v = eight_load(s.p + n);
		uint64_t found = ~(eight_others(v, ' ') &
		    eight_others(v, '\t')) & EIGHT_FLAGS;

		if (found != 0)
			return n + (size_t)__builtin_ctzll(found) / 8;
	}
	while (n < s.n && !w3c_blank(s.p[n]))
		n++;
	return n;
}

static inline struct span
w3c_trim(struct span s)
{
	while (s.n > 0 && w3c_blank(s.p[0]))
		s = w3c_skip(s, 1);
	return s;
}

#endif
