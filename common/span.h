/* SPDX-License-Identifier: MIT */
/* span.h -- borrowed bytes: a pointer and a length, never a NUL.
 *
 * A span owns nothing; whoever makes one says whose bytes they are and when
 * they die.  An empty span may have a NULL pointer.
 */
#ifndef COMMON_SPAN_H
#define COMMON_SPAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct span {
	const char *p;
	size_t n;
};

#define SPAN(literal) ((struct span){ literal, sizeof(literal) - 1 })

static inline struct span
span_of(const char *text)
{
	return (struct span){ text, text != NULL ? strlen(text) : 0 };
}

static inline bool
span_eq(struct span a, struct span b)
{
	return a.n == b.n && (a.n == 0 || memcmp(a.p, b.p, a.n) == 0);
}

/* By bytes, unsigned; a prefix comes first. */
int span_cmp(struct span a, struct span b);

bool span_eq_nocase(struct span a, struct span b);     /* ASCII only */
bool span_starts(struct span s, struct span prefix);
bool span_starts_nocase(struct span s, struct span prefix);
bool span_ends(struct span s, struct span suffix);

/* The bytes before the first sep; *rest is what follows it, or empty. */
struct span span_cut(struct span *rest, char sep);

/* Without leading and trailing blanks, tabs, CR. */
struct span span_trim(struct span s);

/* Without the mark that Windows' programs begin UTF-8 with. */
static inline struct span
span_skip_bom(struct span s)
{
	return s.n >= 3 && memcmp(s.p, "\xef\xbb\xbf", 3) == 0 ?
	    (struct span){ s.p + 3, s.n - 3 } : s;
}

/* Offset of the first c, or s.n. */
size_t span_find(struct span s, char c);

/* Decimal digits only, at least one, no sign, no overflow. */
bool span_u64(struct span s, uint64_t *out);

#endif
