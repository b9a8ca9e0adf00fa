/* SPDX-License-Identifier: MIT */
/* presence_register.c -- how long documents took from their signing to the site: P13.
 *
 * A register is a CSV file: number, day signed (2026-10-05 or 5/10/2026), address; commas or
 * semicolons, a header or none.  A log shows when somebody got the page first, so a lag is
 * never less than the true one.
 */
#include <stdlib.h>

#include "aggregate/page.h"
#include "common/civil.h"
#include "common/file.h"
#include "common/stamp.h"
#include "publish/presence_inside.h"
#include "store/seen.h"

enum { REGISTER_BYTES = 16 << 20, REGISTER_ROWS = 200000, FIELDS = 3 };

struct reading {
	const struct store_site *s;
	struct presence *p;
	struct page page;
	struct buf field[FIELDS], name;
	int32_t since;      /* the log's first day */
	const char *file;
	int64_t *lag;       /* working days, of those seen */
	size_t n, cap, rows;
};

/* ---- a line ---- */

/* The next field: quoted, "" is a quote in it.  A line's end ends it. */
static void
take_field(struct span *rest, char sep, struct buf *out)
{
	bool quoted = rest->n > 0 && rest->p[0] == '"';
	size_t i = quoted;

	buf_clear(out);
	for (; i < rest->n; i++) {
		char c = rest->p[i];

		if (quoted && c == '"') {
			if (i + 1 < rest->n && rest->p[i + 1] == '"')
				i++;
			else {
				quoted = false;
				continue;
			}
		} else if (!quoted && c == sep) {
			i++;
			break;
		}
		buf_putc(out, c);
	}
	*rest = (struct span){ rest->p + i, rest->n - i };
}

/* "2026-10-05", "5/10/2026" */
static bool
read_day(struct span text, int32_t *out)
{
	struct span rest = span_trim(text);
	uint64_t day, month, year;

	if (stamp_read_day(rest, out))
		return true;
	if (!span_u64(span_cut(&rest, '/'), &day) ||
	    !span_u64(span_cut(&rest, '/'), &month) ||
	    !span_u64(rest, &year) || year > 9999 || month > 12 || day > 31 ||
	    !civil_valid((int32_t)year, (int32_t)month, (int32_t)day))
		return false;
	*out = civil_day((int32_t)year, (int32_t)month, (int32_t)day);
	return true;
}

/* ---- a document ---- */

static int64_t
days_between(const struct presence *p, int32_t from, int32_t to, bool working)
{
	struct period days = { from + 1, to };

	if (to <= from)
		return 0;
	return working ? holidays_working_days(p->site->holidays, days) :
	    to - from;
}

/* Was a log at work on all of these days?  Else it may have been there unseen. */
static bool
heard_all(const struct presence *p, int32_t from, int32_t to)
{
	for (int32_t day = from; day <= to; day++)
		if (!p->heard[day - p->due.from])
			return false;
	return true;
}

/* All of the days in which a document is in time, up to `until`. */
static bool
heard_in_time(const struct presence *p, int32_t signed_on, int32_t until)
{
	int32_t to = signed_on;

	while (to < until && days_between(p, signed_on, to + 1,
	    p->lag.working) <= p->lag.deadline)
		to++;
	return heard_all(p, signed_on, to);
}

static void
keep_lag(struct reading *r, int64_t days)
{
	if (r->n == r->cap) {
		r->cap = r->cap * 2 + 64;
		r->lag = mem_grow(r->lag, r->cap, sizeof(*r->lag));
	}
	r->lag[r->n++] = days;
}

static bool
take_document(struct reading *r, int32_t signed_on, struct err *err)
{
	struct presence *p = r->p;
	struct presence_lag *lag = &p->lag;
	bool known, in_time;
	int32_t first;

	if (signed_on < p->due.from || signed_on > p->due.to ||
	    signed_on < r->since)
		return true;
	buf_clear(&r->name);
	page_name(&r->page, span_trim(buf_view(&r->field[2])), &r->name);
	if (!seen_when(r->s, buf_view(&r->name), &known, &first, err))
		return false;
	lag->documents++;
	/* What came after the period is not known in it. */
	known = known && first <= p->due.to;
	in_time = days_between(p, signed_on, known ? first : p->due.to,
	    lag->working) <= lag->deadline;
	lag->seen += known;
	if (known && heard_all(p, signed_on, first))
		keep_lag(r, days_between(p, signed_on, first, true));
	lag->open += !known && in_time;
	lag->in_time += known && in_time;
	if (in_time)
		return true;
	if (heard_in_time(p, signed_on, known ? first : p->due.to))
		lag->late++;
	else
		lag->unknown++;
	return true;
}

/* ---- a file ---- */

static bool
take_line(struct reading *r, struct span line, size_t number, struct err *err)
{
	char sep = span_find(line, ';') < line.n ? ';' : ',';
	int32_t day;

	if (line.n > 0 && line.p[line.n - 1] == '\r')
		line.n--;
	if (span_trim(line).n == 0)
		return true;
	for (int i = 0; i < FIELDS; i++)
		take_field(&line, sep, &r->field[i]);
	if (!read_day(buf_view(&r->field[1]), &day))
		return number == 1 || err_set(err, ERR_CONFIG, "%s:%zu: the "
		    "second field is no day such as 2026-10-05 or 5/10/2026",
		    r->file, number);
	if (span_trim(buf_view(&r->field[2])).n == 0)
		return err_set(err, ERR_CONFIG, "%s:%zu: the third field, the "
		    "document's address, is empty", r->file, number);
	if (r->rows++ == REGISTER_ROWS)
		return err_set(err, ERR_CONFIG, "%s:%zu: more than %d "
		    "documents", r->file, number, REGISTER_ROWS);
	return take_document(r, day, err);
}

/* Beside the criteria file, unless its path says otherwise. */
static void
path_of(const struct criteria_register *reg, struct buf *out)
{
	const char *of = reg->head.at->file, *slash = strrchr(of, '/');

	if (reg->file[0] != '/' && slash != NULL)
		buf_add(out, of, (size_t)(slash - of) + 1);
	buf_puts(out, reg->file);
}

static bool
take_file(struct reading *r, const struct criteria_register *reg,
    struct err *err)
{
	struct buf path = { 0 }, text = { 0 };
	struct span rest;
	size_t number = 0;
	bool good;

	path_of(reg, &path);
	r->file = buf_text(&path);
	good = file_read(r->file, REGISTER_BYTES, &text, err) ||
	    err_add(err, "[register \"%s\"]", reg->head.id);
	rest = span_skip_bom(buf_view(&text));
	while (good && rest.n > 0)
		good = take_line(r, span_cut(&rest, '\n'), ++number, err);
	buf_close(&path);
	buf_close(&text);
	return good;
}

/* ---- the whole ---- */

/* The deadline of the first section of documents that has one. */
static void
find_deadline(struct presence *p)
{
	const struct criteria *c = p->criteria;

	p->lag = (struct presence_lag){ .deadline = PRESENCE_LAG,
		.working = true };
	for (size_t i = 0; i < c->n_sections; i++) {
		const struct criteria_section *s = &c->section[i];

		if (!(s->kinds >> CRITERIA_DOCUMENTS & 1) ||
		    !s->deadline.given)
			continue;
		p->lag.deadline = s->deadline.n;
		p->lag.working = s->deadline.working;
		return;
	}
}

static int
by_value(const void *pa, const void *pb)
{
	int64_t a = *(const int64_t *)pa, b = *(const int64_t *)pb;

	return (a > b) - (a < b);
}

static void
put_lag(struct presence *p, struct reading *r)
{
	if (r->n > 1)
		qsort(r->lag, r->n, sizeof(*r->lag), by_value);
	if (r->n > 0)
		p->value[MEASURE_LAG_MEDIAN] = presence_count(
		    r->lag[(r->n - 1) / 2], (int64_t)r->n);
	p->value[MEASURE_LAG_IN_TIME] = presence_ratio(p->lag.in_time,
	    p->lag.in_time + p->lag.late);
}

bool
presence_register(const struct store_site *s, struct presence *p,
    struct err *err)
{
	const struct criteria *c = p->criteria;
	struct reading r = { .s = s, .p = p, .page = { .site = s->site } };
	bool any, good = true;

	if (c == NULL || c->n_registers == 0)
		return true;
	find_deadline(p);
	good = seen_since(s, &any, &r.since, err);
	if (good && !any)
		r.since = INT32_MAX;
	for (size_t i = 0; good && i < c->n_registers; i++)
		good = take_file(&r, &c->registers[i], err);
	if (good)
		put_lag(p, &r);
	for (int i = 0; i < FIELDS; i++)
		buf_close(&r.field[i]);
	buf_close(&r.name);
	page_close(&r.page);
	mem_free(r.lag);
	return good;
}
