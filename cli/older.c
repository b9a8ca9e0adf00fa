/* SPDX-License-Identifier: MIT */
#include "cli/older.h"

#include <stdarg.h>
#include <stdio.h>

#include "common/file.h"

void
older_close(struct older *o)
{
	arena_close(&o->arena);
	mem_free(o->month);
	*o = (struct older){ .n = 0 };
}

bool
older_line(struct older_file *f, struct span *out)
{
	if (f->rest.n == 0)
		return false;
	*out = span_cut(&f->rest, '\n');
	if (out->n > 0 && out->p[out->n - 1] == '\r')
		out->n--;
	f->line++;
	return true;
}

bool
older_refuse(const struct older_file *f, struct err *err, const char *fmt,
    ...)
{
	char why[300];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(why, sizeof(why), fmt, ap);
	va_end(ap);
	return err_set(err, ERR_DATA, "%s:%d: %s", f->path, f->line, why);
}

bool
older_number(const struct older_file *f, const char *what, struct span text,
    int64_t *out, struct err *err)
{
	uint64_t v;

	if (!span_u64(text, &v) || v > (uint64_t)OLDER_MAX_VALUE)
		return older_refuse(f, err, "%s: not a number from 0 to 10^15",
		    what);
	*out = (int64_t)v;
	return true;
}

struct older_month
older_month_none(void)
{
	struct older_month m = { .month = 0 };

	for (int i = 0; i < HISTORY__MAX; i++)
		m.value[i] = HISTORY_UNKNOWN;
	return m;
}

bool
older_add(struct older_file *f, struct older_month m, struct err *err)
{
	struct older *o = f->to;

	for (size_t i = 0; i < o->n; i++)
		if (o->month[i].month == m.month)
			return older_refuse(f, err, "this month is in %s:%d, "
			    "too", o->month[i].path, o->month[i].line);
	if (o->n == OLDER_MAX_MONTHS)
		return older_refuse(f, err, "more than %d months",
		    (int)OLDER_MAX_MONTHS);
	m.path = f->path;
	m.line = f->line;
	memcpy(m.sha256, f->sha256, sizeof(m.sha256));
	o->month = mem_grow(o->month, o->n + 1, sizeof(*o->month));
	o->month[o->n++] = m;
	return true;
}

/* "10 2026 ...": the first line that says something begins with two numbers. */
static bool
like_webalizer(struct span text)
{
	while (text.n > 0) {
		struct span line = span_trim(span_cut(&text, '\n'));
		uint64_t month, year;

		if (line.n == 0 || line.p[0] == '#')
			continue;
		return span_u64(span_cut(&line, ' '), &month) &&
		    span_u64(span_cut(&line, ' '), &year) && line.n > 0;
	}
	return false;
}

bool
older_text(struct older *o, const char *path, struct span text,
    struct err *err)
{
	struct older_file f = { .to = o, .path = path, .rest = text };
	size_t n = o->n;
	bool good;

	hash_sha256_hex(text.n > 0 ? text.p : "", text.n, f.sha256);
	if (span_starts(text, SPAN("AWSTATS DATA FILE")))
		good = older_awstats(&f, err);
	else if (like_webalizer(text))
		good = older_webalizer(&f, err);
	else
		good = older_csv(&f, err);
	if (good && o->n == n)
		good = err_set(err, ERR_DATA, "%s: no month in it", path);
	if (!good)
		o->n = n;
	return good;
}

bool
older_read(struct older *o, const char *path, struct err *err)
{
	struct buf text = { 0 };
	bool good = file_read(path, OLDER_MAX_BYTES, &text, err) &&
	    older_text(o, path, buf_view(&text), err);

	buf_close(&text);
	return good;
}
