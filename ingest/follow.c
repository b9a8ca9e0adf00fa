/* SPDX-License-Identifier: MIT */
#include "ingest/follow.h"

size_t
follow_until(const struct format *f, struct span text, struct format **first)
{
	struct span rest = text;

	*first = NULL;
	while (rest.n > 0 && format_has_directives(f)) {
		size_t at = text.n - rest.n;
		struct span line = span_skip_bom(span_cut(&rest, '\n'));
		struct format *next = NULL;

		if (line.n == 0 || line.p[0] != '#' ||
		    !format_directive(f, line, &next, NULL) || next == NULL)
			continue;
		if (at == 0)
			*first = next;
		else
			format_close(next);
		return at;
	}
	return text.n;
}
