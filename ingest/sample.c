/* SPDX-License-Identifier: MIT */
#include "ingest/sample.h"

#include "ingest/crew.h"

enum {
	SAMPLE_BYTES = 64 * 1024,
	USUAL_BYTES = 16 * 1024 /* nginx takes requests of 8 KiB */
};

/* Lines of more than `above` bytes, up to `most`. */
static void
add_lines(struct span text, size_t above, size_t most, struct buf *out)
{
	while (text.n > 0 && out->n < SAMPLE_BYTES) {
		struct span line = span_cut(&text, '\n');

		/* The hole of a log truncated in place is no part of it. */
		while (line.n > 0 && line.p[0] == '\0')
			line = (struct span){ line.p + 1, line.n - 1 };
		if (line.n <= above || line.n > most)
			continue;
		buf_span(out, line);
		buf_putc(out, '\n');
	}
}

void
sample_lines(struct span text, struct buf *out)
{
	add_lines(text, 0, USUAL_BYTES, out);
	if (out->n == 0)
		add_lines(text, USUAL_BYTES, LINE_MAX_BYTES, out);
}
