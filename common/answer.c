/* SPDX-License-Identifier: MIT */
#include "common/answer.h"

static const char *const name[] = {
#define X(id, name, why) name,
	ANSWER_TABLE(X)
#undef X
};

const char *
answer_name(enum answer a)
{
	return name[a];
}

void
answer_put(struct buf *out, struct span section, enum answer a)
{
	buf_span(out, section);
	buf_putc(out, '\t');
	buf_puts(out, name[a]);
}

bool
answer_read(struct span key, struct span *section, enum answer *a)
{
	struct span rest = key, first = span_cut(&rest, '\t');

	for (int i = 0; i < ANSWER__MAX; i++) {
		if (!span_eq(rest, span_of(name[i])))
			continue;
		*section = first;
		*a = (enum answer)i;
		return true;
	}
	return false;
}
