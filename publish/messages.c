/* SPDX-License-Identifier: MIT */
#include "publish/messages.h"

#include <assert.h>

static const char *const texts[][LANG__MAX] = {
#define X(id, vi, en) [MSG_##id] = { vi, en },
	MESSAGE_TABLE(X)
#undef X
};

const char *
message(enum lang lang, enum message id)
{
	assert(id < MSG__MAX && lang < LANG__MAX);
	return texts[id][lang];
}

/* The number of the hole that starts at p, or 0. */
static unsigned
hole_at(const char *p)
{
	return p[0] == '{' && p[1] >= '1' && p[1] <= '9' && p[2] == '}' ?
	    (unsigned)(p[1] - '0') : 0;
}

unsigned
message_holes(const char *text)
{
	unsigned holes = 0;

	for (const char *p = text; *p != '\0'; p++)
		if (hole_at(p) > 0)
			holes |= 1u << (hole_at(p) - 1);
	return holes;
}

void
message_fill(struct buf *out, enum lang lang, enum message id,
    const char *const arg[], unsigned n)
{
	const char *text = message(lang, id);

	assert(n <= 9 && message_holes(text) == (1u << n) - 1);
	for (const char *p = text; *p != '\0'; p++) {
		unsigned hole = hole_at(p);

		if (hole == 0) {
			buf_putc(out, *p);
			continue;
		}
		buf_puts(out, arg[hole - 1]);
		p += 2;
	}
}

void
message_put(struct buf *out, enum lang lang, enum message id)
{
	message_fill(out, lang, id, NULL, 0);
}

void
message_put1(struct buf *out, enum lang lang, enum message id, const char *a1)
{
	message_fill(out, lang, id, &a1, 1);
}
