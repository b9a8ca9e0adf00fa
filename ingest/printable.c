/* SPDX-License-Identifier: MIT */
#include "ingest/printable.h"

void
printable_put(struct buf *out, struct span s, size_t max)
{
	size_t from = out->n;

	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];

		/* Room for this byte's escape and for the dots. */
		if (out->n - from + 4 + 3 > max) {
			buf_puts(out, "...");
			return;
		}
		if (c >= ' ' && c < 0x7f)
			buf_putc(out, (char)c);
		else
			buf_printf(out, "\\x%02x", (unsigned)c);
	}
}
