/* SPDX-License-Identifier: MIT */
#include "ingest/w3c_columns.h"

#include "ingest/draft.h"

struct cell {
	struct span s; /* empty for "-" */
	bool quoted;
};

/* --- the columns of a line --- */

/* s begins with a quote. */
static size_t
closing(struct span s)
{
	size_t at = 1;

	for (;;) {
		at += span_find(w3c_skip(s, at), '"');
		if (at + 1 >= s.n || s.p[at + 1] != '"')
			return at;
		at += 2;
	}
}

/* tabs: only tabs end a column, and each of them does. */
static bool
next_cell(struct span *rest, bool tabs, struct cell *out)
{
	struct span s = *rest;
	size_t n = 0;

	if (!tabs)
		s = w3c_trim(s);
	if (s.p == NULL || (s.n == 0 && !tabs))
		return false;
	out->quoted = s.n > 1 && s.p[0] == '"';
	if (out->quoted) {
		n = closing(s);
		out->s = (struct span){ s.p + 1, n - 1 };
	}
	n += tabs ? span_find(w3c_skip(s, n), '\t') : w3c_word(w3c_skip(s, n));
	if (!out->quoted)
		out->s = (struct span){ s.p, n };
	out->s = field_text(out->s);
	*rest = n < s.n ? w3c_skip(s, n + 1) : (struct span){ 0 };
	return true;
}

/* --- their meaning --- */

static bool
read_time(const struct w3c *w, const struct cell *c, struct when_memo *memo,
    int64_t *at_s)
{
	struct span date = c[COLUMN_DATE].s, time = c[COLUMN_TIME].s;
	int64_t day_s;

	if (date.n != 10 || time.n < 8 || (time.n > 8 && time.p[8] != '.') ||
	    !instant_day(false, date.p, &memo->day))
		return false;
	day_s = memo->day.at_s;
	if (w->zone != NULL)
		return instant_in(day_s, instant_clock(time.p), w->zone, at_s);
	return instant_of(day_s, instant_clock(time.p), w->offset_s, at_s);
}

static struct span
rewritten(struct span plain, struct span raw)
{
	return plain.n > 0 ? plain : raw;
}

static bool
has(struct span s, const char *text, size_t n)
{
	return s.n >= n && memmem(s.p, s.n, text, n) != NULL;
}

static struct span
header_of(const struct cell *c, struct room *room)
{
	if (c->quoted || w3c_word(c->s) < c->s.n)
		return c->s;
	if (span_find(c->s, '%') < c->s.n &&
	    (has(c->s, "%20", 3) || has(c->s, "%2520", 5)))
		return rewritten(room_percent(room, c->s), c->s);
	if (span_find(c->s, '+') < c->s.n)
		return rewritten(room_plus(room, c->s), c->s);
	return c->s;
}

static struct span
link_of(struct span s, bool tabs, struct room *room)
{
	if (!tabs || !has(s, "%25", 3))
		return s;
	return rewritten(room_layer(room, s), s);
}

/* "https://host/path", "host/path", "/path": the host is taken where no column
 * told it. */
static struct span
split_uri(struct span uri, struct hit *hit)
{
	struct span rest, host;
	size_t scheme = span_starts_nocase(uri, SPAN("http://")) ? 7 :
	    span_starts_nocase(uri, SPAN("https://")) ? 8 : 0;

	if (uri.n == 0 || uri.p[0] == '/')
		return uri;
	rest = w3c_skip(uri, scheme);
	host = field_host((struct span){ rest.p, span_find(rest, '/') });
	if (host.n == 0 || (scheme == 0 && span_find(host, '.') == host.n))
		return uri;
	if (hit->host.n == 0)
		hit->host = host;
	rest = w3c_skip(rest, span_find(rest, '/'));
	return rest.n > 0 ? rest : uri;
}

static void
read_target(const struct cell *c, bool tabs, struct room *room,
    struct hit *hit)
{
	struct span target = c[COLUMN_STEM].s.n > 0 ? c[COLUMN_STEM].s :
	    split_uri(c[COLUMN_URI].s, hit);
	struct span query = c[COLUMN_QUERY].s;

	target = link_of(target, tabs, room);
	if (query.n > 0 && target.n > 0 &&
	    span_find(target, '?') == target.n) {
		struct span both;

		query = link_of(query, tabs, room);
		if (query.p[0] == '?')
			query = w3c_skip(query, 1);
		both = room_join(room, target, '?', query);
		target = rewritten(both, target);
	}
	hit->target = target;
}

static void
read_took(const struct cell *c, struct draft *d)
{
	struct span s = c[COLUMN_TOOK].s;

	if (c[COLUMN_TOOK_MS].s.n > 0)
		draft_take(d, FIELD_TOOK, FIELD_UNIT_MS, false,
		    c[COLUMN_TOOK_MS].s);
	else if (s.n > 0)
		draft_take(d, FIELD_TOOK, span_find(s, '.') < s.n ?
		    FIELD_UNIT_S_DECIMAL : FIELD_UNIT_MS, false, s);
}

static void
read_scheme(const struct w3c *w, const struct cell *c, struct draft *d)
{
	static const enum field_scheme kinds[] = { FIELD_SCHEME_PORT,
		FIELD_SCHEME_TLS, FIELD_SCHEME_NAME };

	for (int i = COLUMN_PORT; i <= COLUMN_SCHEME; i++)
		if (w->has[i] && c[i].s.p != NULL)
			draft_scheme(d, kinds[i - COLUMN_PORT], c[i].s);
	if (d->hit->scheme == HIT_SCHEME_UNKNOWN)
		d->hit->scheme = field_target_scheme(c[COLUMN_URI].s);
}

static bool
read_cells(const struct w3c *w, const struct cell *c, struct when_memo *memo,
    struct draft *d)
{
	if (!draft_take(d, FIELD_STATUS, FIELD_UNIT_US, false,
	    c[COLUMN_STATUS].s) ||
	    !draft_take(d, FIELD_ADDRESS, FIELD_UNIT_US, false,
	    c[COLUMN_ADDRESS].s) || !read_time(w, c, memo, &d->hit->at_s))
		return false;
	draft_take(d, FIELD_METHOD, FIELD_UNIT_US, false,
	    c[COLUMN_METHOD].s);
	draft_take(d, FIELD_PROTOCOL, FIELD_UNIT_US, false,
	    c[COLUMN_PROTOCOL].s);
	if (c[COLUMN_HOST].s.n > 0)
		draft_take(d, FIELD_HOST, FIELD_UNIT_US, false,
		    c[COLUMN_HOST].s);
	if (c[COLUMN_BYTES].s.n > 0)
		draft_take(d, FIELD_BYTES, FIELD_UNIT_US, false,
		    c[COLUMN_BYTES].s);
	if (!w->has[COLUMN_NO_UNIT])
		read_took(c, d);
	read_scheme(w, c, d);
	return true;
}

bool
w3c_run(const struct w3c *w, struct span line, struct desk *desk,
    struct hit *hit, bool *whole)
{
	struct cell cell[COLUMN__MAX] = { 0 };
	struct room *room = &desk->room;
	struct hit h = { .took_us = -1 };
	struct draft d = { .hit = &h };
	size_t first = w3c_word(line), i = 0;
	bool tabs = first < line.n && line.p[first] == '\t';

	if (w->lacks)
		return false;
	for (; i < w->used; i++)
		if (!next_cell(&line, tabs, &cell[w->column[i]]))
			break;
	if (!read_cells(w, cell, desk->memo, &d))
		return false;
	read_target(cell, tabs, room, &h);
	h.agent = header_of(&cell[COLUMN_AGENT], room);
	h.forwarded = header_of(&cell[COLUMN_FORWARDED], room);
	h.referrer = link_of(cell[COLUMN_REFERRER].s, tabs, room);
	draft_settle(&d);
	*hit = h;
	if (whole != NULL) {
		while (i < w->n && next_cell(&line, tabs, &cell[COLUMN_SKIP]))
			i++;
		*whole = i == w->n && !d.odd &&
		    !next_cell(&line, tabs, &cell[COLUMN_SKIP]);
	}
	return true;
}
