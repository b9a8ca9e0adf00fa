/* SPDX-License-Identifier: MIT */
#include "publish/table.h"

#include <assert.h>

void
table_column(struct table *t, const char *name, enum message head,
    enum table_kind kind)
{
	assert(t->n < TABLE_COLUMNS);
	t->column[t->n++] = (struct table_column){ name, head, kind };
}

static void
put(struct table *t, struct table_cell cell)
{
	assert(t->at < t->n);
	t->cell[t->at++] = cell;
}

void
table_int(struct table *t, int64_t n)
{
	put(t, (struct table_cell){ .known = n != INT64_MIN, .n = n });
}

void
table_none(struct table *t)
{
	put(t, (struct table_cell){ .known = false });
}

void
table_text(struct table *t, struct span text)
{
	put(t, (struct table_cell){ .known = true, .text = text });
}

void
table_word(struct table *t, const char *word, const char *shown)
{
	put(t, (struct table_cell){ .known = true, .text = span_of(word),
	    .shown = shown });
}

void
table_end(struct table *t)
{
	assert(t->at == t->n);
	t->at = 0;
	t->take(t->self, t);
}
