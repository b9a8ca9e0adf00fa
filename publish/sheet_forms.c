/* SPDX-License-Identifier: MIT */
#include "publish/sheet_forms.h"

#include <inttypes.h>

#include "common/stamp.h"
#include "publish/escape.h"

/* Days and instants as text; other numbers stay numbers. */
static bool
dated(const struct sheet *t, int i, struct buf *text)
{
	enum sheet_kind kind = t->column[i].kind;

	buf_clear(text);
	if (kind == SHEET_DAY)
		stamp_put_day(text, (int32_t)t->cell[i].n);
	else if (kind == SHEET_STAMP)
		stamp_put(text, t->zone, t->cell[i].n);
	else
		return false;
	return true;
}

static bool
is_text(enum sheet_kind kind)
{
	return kind == SHEET_TEXT || kind == SHEET_WORD;
}

/* ---- CSV ---- */

void
sheet_csv_header(const struct sheet *t, struct buf *out)
{
	for (int i = 0; i < t->n; i++)
		buf_printf(out, "%s%s", i > 0 ? "," : "", t->column[i].name);
	buf_putc(out, '\n');
}

void
sheet_csv_row(void *self, const struct sheet *t)
{
	struct buf *out = self, text = { 0 };

	for (int i = 0; i < t->n; i++) {
		if (i > 0)
			buf_putc(out, ',');
		if (!t->cell[i].known)
			continue;
		if (is_text(t->column[i].kind))
			escape_csv(out, t->cell[i].text);
		else if (dated(t, i, &text))
			buf_span(out, buf_view(&text));
		else
			buf_printf(out, "%" PRId64, t->cell[i].n);
	}
	buf_putc(out, '\n');
	buf_close(&text);
}

/* ---- JSON ---- */

static void
put_value(struct json *j, const struct sheet *t, int i, struct buf *text)
{
	const struct sheet_cell *c = &t->cell[i];

	if (!c->known)
		json_null(j);
	else if (is_text(t->column[i].kind))
		json_string(j, c->text);
	else if (t->column[i].kind == SHEET_YES)
		json_bool(j, c->n != 0);
	else if (dated(t, i, text))
		json_text(j, buf_text(text));
	else
		json_int(j, c->n);
}

void
sheet_json_row(void *self, const struct sheet *t)
{
	struct json *j = self;
	struct buf text = { 0 };

	json_line(j);
	json_object(j);
	for (int i = 0; i < t->n; i++) {
		json_key(j, t->column[i].name);
		put_value(j, t, i, &text);
	}
	json_end(j);
	buf_close(&text);
}
