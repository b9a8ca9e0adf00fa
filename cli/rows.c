/* SPDX-License-Identifier: MIT */
#include "cli/rows.h"

#include <assert.h>
#include <inttypes.h>

#include "common/stamp.h"
#include "publish/escape.h"

enum { FLUSH_BYTES = 64 * 1024 };

void
rows_flush(struct rows *r)
{
	if (r->out->n > 0)
		fwrite(r->out->p, 1, r->out->n, r->to);
	buf_clear(r->out);
}

void
rows_header(struct rows *r)
{
	if (r->json != NULL)
		return;
	for (int i = 0; i < r->n; i++)
		buf_printf(r->out, "%s%s", i > 0 ? "," : "", r->column[i]);
	buf_putc(r->out, '\n');
}

/* Before a value: its name, or the comma. */
static void
begin(struct rows *r)
{
	assert(r->at < r->n);
	if (r->json != NULL) {
		if (r->at == 0) {
			json_line(r->json);
			json_object(r->json);
		}
		json_key(r->json, r->column[r->at]);
	} else if (r->at > 0) {
		buf_putc(r->out, ',');
	}
	r->at++;
}

void
rows_text(struct rows *r, struct span s)
{
	begin(r);
	if (r->json != NULL)
		json_string(r->json, s);
	else
		escape_csv(r->out, s);
}

void
rows_int(struct rows *r, int64_t n)
{
	begin(r);
	if (r->json != NULL)
		json_int(r->json, n);
	else
		buf_printf(r->out, "%" PRId64, n);
}

void
rows_none(struct rows *r)
{
	begin(r);
	if (r->json != NULL)
		json_null(r->json);
}

void
rows_day(struct rows *r, int32_t day)
{
	struct buf text = { 0 };

	stamp_put_day(&text, day);
	rows_text(r, buf_view(&text));
	buf_close(&text);
}

void
rows_end(struct rows *r)
{
	assert(r->at == r->n);
	r->at = 0;
	if (r->json != NULL)
		json_end(r->json);
	else
		buf_putc(r->out, '\n');
	if (r->out->n >= FLUSH_BYTES)
		rows_flush(r);
}
