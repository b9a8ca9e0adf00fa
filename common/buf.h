/* SPDX-License-Identifier: MIT */
/* buf.h -- bytes that grow.  Starts zeroed; owns its memory. */
#ifndef COMMON_BUF_H
#define COMMON_BUF_H

#include "common/span.h"

struct buf {
	char *p; /* not NUL-terminated, but see buf_text */
	size_t n, cap;
};

void buf_add(struct buf *b, const void *p, size_t n);
void buf_span(struct buf *b, struct span s);
void buf_puts(struct buf *b, const char *text);
void buf_putc(struct buf *b, char c);
void buf_printf(struct buf *b, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));
void buf_reserve(struct buf *b, size_t more); /* room for that many more bytes */
void buf_clear(struct buf *b);                /* keeps the memory */
void buf_close(struct buf *b);

/* NUL-terminated view, valid until the next change. */
const char *buf_text(struct buf *b);

static inline struct span
buf_view(const struct buf *b)
{
	return (struct span){ b->p, b->n };
}

#endif
