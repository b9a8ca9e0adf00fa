/* SPDX-License-Identifier: MIT */
#include "ingest/sample.h"

#include "ingest/crew.h"

enum {
	SAMPLE_BYTES = 64 * 1024,
	USUAL_BYTES = 16 * 1024 /* nginx takes requests of 8 KiB */
};

/* Lines of at most so many bytes.  True: one of them is not blank. */
static bool
add_lines(struct span text, size_t most, struct buf *out)
{
	bool any = false;

	while (text.n > 0 && out->n < SAMPLE_BYTES) {
		struct span line = span_cut(&text, '\n');

		/* The hole of a log truncated in place is no part of its line. */
		while (line.n > most && line.p[0] == '\0')
			line = (struct span){ line.p + 1, line.n - 1 };
		if (line.n > most)
			continue;
		buf_span(out, line);
		buf_putc(out, '\n');
		any = any || span_trim(line).n > 0;
	}
	return any;
}

void
sample_lines(struct span text, struct buf *out)
{
	size_t before = out->n;

	if (add_lines(text, USUAL_BYTES, out))
		return;
	out->n = before;
	add_lines(text, LINE_MAX_BYTES, out);
}
