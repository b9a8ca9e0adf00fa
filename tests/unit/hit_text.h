/* SPDX-License-Identifier: MIT */
/* hit_text.h -- what a line gives, as one text, and how formats are tried. */
#ifndef TESTS_UNIT_HIT_TEXT_H
#define TESTS_UNIT_HIT_TEXT_H

#include <inttypes.h>
#include <string.h>

#include "ingest/format.h"
#include "tests/tap.h"

static inline struct span
guarded(const char *text)
{
	return (struct span){ tap_guarded(text, strlen(text)), strlen(text) };
}

static inline void
hit_text(const struct hit *hit, struct buf *out)
{
	const struct span first[] = { hit->addr, hit->host, hit->method,
		hit->target, hit->protocol };

	buf_clear(out);
	buf_printf(out, "%" PRId64 "|", hit->at_s);
	for (size_t i = 0; i < sizeof(first) / sizeof(*first); i++) {
		buf_span(out, first[i]);
		buf_putc(out, '|');
	}
	buf_printf(out, "%u|%" PRIu64 "|", (unsigned)hit->status, hit->bytes);
	buf_span(out, hit->referrer);
	buf_putc(out, '|');
	buf_span(out, hit->agent);
	buf_printf(out, "|%" PRId64, hit->took_us);
}

/* The line stands before an unreadable page; so does the room, if plain. */
static inline const char *
line_text(const struct format *f, const char *line, bool plain, struct buf *out)
{
	static const char *const others[] = { "hit", "malformed", "directive",
		"blank" };
	struct span s = guarded(line);
	char room[8192];
	struct hit hit;
	enum format_line got;

	memset(room, '#', sizeof(room));
	got = plain ? format_parse_plain(f, s, room + sizeof(room) - s.n,
	    &hit) : format_parse(f, s, &hit);
	buf_clear(out);
	if (got == FORMAT_HIT)
		hit_text(&hit, out);
	else
		buf_puts(out, others[got]);
	/* Nothing is written before the room; behind it the stack is guarded. */
	if (room[sizeof(room) - s.n - 1] != '#')
		buf_puts(out, " and wrote before its room");
	return buf_text(out);
}

static inline struct format *
opened(const char *spec)
{
	struct format *f = NULL;
	struct err err = { 0 };

	if (!format_open(span_of(spec), &f, &err))
		diag("%s: %s", spec, err.text);
	return f;
}

struct line_row {
	const char *name, *spec, *line, *want; /* want: with all escapes undone */
};

static inline void
try_lines(const struct line_row *rows, size_t n)
{
	struct buf got = { 0 };

	for (size_t i = 0; i < n; i++) {
		struct format *f = opened(rows[i].spec);

		is_text(f != NULL ? line_text(f, rows[i].line, true, &got) :
		    "refused", rows[i].want, "%s", rows[i].name);
		format_close(f);
	}
	buf_close(&got);
}

struct detect_row {
	const char *name, *sample;
	const char *spec; /* NULL: refused */
	const char *why;  /* or part of it */
};

static inline void
try_detection(const struct detect_row *rows, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct format *f = NULL;
		struct err err = { 0 };
		bool is = format_detect(guarded(rows[i].sample), &f, &err);

		is_text(is ? format_spec(f) : NULL, rows[i].spec,
		    "detected: %s", rows[i].name);
		if (rows[i].why != NULL &&
		    !ok(strstr(err.text, rows[i].why) != NULL,
		    "the reason: %s", rows[i].name))
			diag("%s", err.text);
		format_close(f);
	}
}

struct refused_row {
	const char *name, *spec, *why;
};

static inline void
try_refused(const struct refused_row *rows, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct format *f = NULL;
		struct err err = { 0 };

		ok(!format_open(guarded(rows[i].spec), &f, &err) && f == NULL &&
		    err.code == ERR_CONFIG, "refused: %s", rows[i].name);
		if (!ok(strstr(err.text, rows[i].why) != NULL,
		    "and says why: %s", rows[i].name))
			diag("%s", err.text);
	}
}

#define ROWS(rows) (rows), sizeof(rows) / sizeof(*(rows))
#define TWICE(x) x "\n" x "\n"

#endif
