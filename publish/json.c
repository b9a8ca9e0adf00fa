/* SPDX-License-Identifier: MIT */
#include "publish/json.h"

#include <assert.h>
#include <inttypes.h>

#include "publish/escape.h"

struct json
json_begin(struct buf *out)
{
	return (struct json){ .out = out };
}

static void
separate(struct json *j)
{
	if (j->comma)
		buf_putc(j->out, ',');
	if (j->line)
		buf_puts(j->out, "\n ");
	j->comma = true;
	j->line = false;
}

/* Before any value, be it a scalar or a bracket. */
static void
value(struct json *j)
{
	bool in_object = j->depth > 0 && j->end[j->depth - 1] == '}';

	assert(j->key == in_object);           /* members have keys, items have none */
	assert(j->depth > 0 || !j->comma);     /* one value at the top */
	if (!j->key)
		separate(j);
	j->key = false;
}

static void
bracket(struct json *j, char open, char end)
{
	value(j);
	assert(j->depth < JSON_DEPTH_MAX);
	buf_putc(j->out, open);
	j->end[j->depth++] = end;
	j->comma = false;
}

void
json_object(struct json *j)
{
	bracket(j, '{', '}');
}

void
json_array(struct json *j)
{
	bracket(j, '[', ']');
}

void
json_end(struct json *j)
{
	assert(j->depth > 0 && !j->key);
	if (j->line)
		buf_putc(j->out, '\n');
	buf_putc(j->out, j->end[--j->depth]);
	j->comma = true;
	j->line = false;
}

void
json_line(struct json *j)
{
	assert(j->depth > 0 && !j->key);
	j->line = true;
}

void
json_finish(struct json *j)
{
	assert(j->depth == 0 && j->comma && !j->key);
	buf_putc(j->out, '\n');
	*j = (struct json){ 0 };
}

void
json_key(struct json *j, const char *key)
{
	assert(j->depth > 0 && j->end[j->depth - 1] == '}' && !j->key);
	separate(j);
	buf_putc(j->out, '"');
	escape_json(j->out, span_of(key));
	buf_puts(j->out, "\":");
	j->key = true;
}

void
json_string(struct json *j, struct span s)
{
	value(j);
	buf_putc(j->out, '"');
	escape_json(j->out, s);
	buf_putc(j->out, '"');
}

void
json_text(struct json *j, const char *text)
{
	if (text != NULL)
		json_string(j, span_of(text));
	else
		json_null(j);
}

void
json_int(struct json *j, int64_t n)
{
	value(j);
	buf_printf(j->out, "%" PRId64, n);
}

void
json_tenths(struct json *j, int64_t tenths)
{
	uint64_t n = tenths < 0 ? 0 - (uint64_t)tenths : (uint64_t)tenths;

	value(j);
	buf_printf(j->out, "%s%" PRIu64 ".%" PRIu64, tenths < 0 ? "-" : "",
	    n / 10, n % 10);
}

void
json_bool(struct json *j, bool yes)
{
	value(j);
	buf_puts(j->out, yes ? "true" : "false");
}

void
json_null(struct json *j)
{
	value(j);
	buf_puts(j->out, "null");
}

void
json_key_text(struct json *j, const char *key, const char *text)
{
	json_key(j, key);
	json_text(j, text);
}

void
json_key_int(struct json *j, const char *key, int64_t n)
{
	json_key(j, key);
	json_int(j, n);
}

void
json_key_bool(struct json *j, const char *key, bool yes)
{
	json_key(j, key);
	json_bool(j, yes);
}

void
json_key_null(struct json *j, const char *key)
{
	json_key(j, key);
	json_null(j);
}
