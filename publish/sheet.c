/* SPDX-License-Identifier: MIT */
#include "publish/sheet.h"

#include <assert.h>

void
sheet_column(struct sheet *t, const char *name, enum message head,
    enum sheet_kind kind)
{
	assert(t->n < SHEET_COLUMNS);
	t->column[t->n++] = (struct sheet_column){ name, head, kind };
}

static void
put(struct sheet *t, struct sheet_cell cell)
{
	assert(t->at < t->n);
	t->cell[t->at++] = cell;
}

void
sheet_int(struct sheet *t, int64_t n)
{
	put(t, (struct sheet_cell){ .known = n != INT64_MIN, .n = n });
}

void
sheet_none(struct sheet *t)
{
	put(t, (struct sheet_cell){ .known = false });
}

void
sheet_text(struct sheet *t, struct span text)
{
	put(t, (struct sheet_cell){ .known = true, .text = text });
}

void
sheet_word(struct sheet *t, const char *word, const char *shown)
{
	put(t, (struct sheet_cell){ .known = true, .text = span_of(word),
	    .shown = shown });
}

void
sheet_end(struct sheet *t)
{
	assert(t->at == t->n);
	t->at = 0;
	t->take(t->self, t);
}
