/* SPDX-License-Identifier: MIT */
#include "ingest/w3c.h"

#include "common/mem.h"
#include "ingest/draft.h"
#include "ingest/eight.h"
#include "ingest/instant.h"

enum column {
	COLUMN_SKIP, COLUMN_DATE, COLUMN_TIME, COLUMN_ADDRESS, COLUMN_STATUS,
	COLUMN_HOST, COLUMN_METHOD, COLUMN_STEM, COLUMN_URI, COLUMN_QUERY,
	COLUMN_PROTOCOL, COLUMN_BYTES, COLUMN_TOOK, COLUMN_TOOK_MS,
	COLUMN_REFERRER, COLUMN_AGENT, COLUMN_FORWARDED, COLUMN_NO_UNIT,
	/* What tells more comes last. */
	COLUMN_PORT, COLUMN_TLS, COLUMN_SCHEME,
	COLUMN__MAX
};

static const struct name {
	const char *text;
	enum column column;
	int rank; /* of two the higher one counts */
} names[] = {
	{ "date", COLUMN_DATE, 2 },
	{ "date-local", COLUMN_DATE, 1 },
	{ "time", COLUMN_TIME, 2 },
	{ "time-local", COLUMN_TIME, 1 },
	{ "c-ip", COLUMN_ADDRESS, 1 },
	{ "sc-status", COLUMN_STATUS, 2 },
	{ "c-status", COLUMN_STATUS, 1 }, /* SHOUTcast */
	/* Of CloudFront cs(Host) is the distribution. */
	{ "x-host-header", COLUMN_HOST, 4 },
	{ "cs-host", COLUMN_HOST, 3 },
	{ "cs(Host)", COLUMN_HOST, 2 },
	{ "s-host", COLUMN_HOST, 1 },
	{ "cs-method", COLUMN_METHOD, 1 },
	{ "cs-uri-stem", COLUMN_STEM, 1 },
	{ "cs-uri", COLUMN_URI, 1 },
	{ "cs-uri-query", COLUMN_QUERY, 1 },
	{ "cs-protocol-version", COLUMN_PROTOCOL, 2 },
	{ "cs-version", COLUMN_PROTOCOL, 1 },
	{ "sc-bytes", COLUMN_BYTES, 2 },
	{ "bytes", COLUMN_BYTES, 1 },
	{ "time-taken", COLUMN_TOOK, 1 },
	{ "TimeTakenMS", COLUMN_TOOK_MS, 1 }, /* IIS Advanced Logging */
	{ "cs(Referer)", COLUMN_REFERRER, 2 },
	{ "cs(Referrer)", COLUMN_REFERRER, 1 },
	{ "c-referrer", COLUMN_REFERRER, 1 },
	{ "cs(User-Agent)", COLUMN_AGENT, 2 },
	{ "c-user-agent", COLUMN_AGENT, 1 },
	{ "cs(X-Forwarded-For)", COLUMN_FORWARDED, 2 },
	{ "X-Forwarded-For", COLUMN_FORWARDED, 1 },
	{ "s-port", COLUMN_PORT, 1 },
	{ "cs-protocol", COLUMN_SCHEME, 2 }, /* CloudFront */
	{ "cs-uri-scheme", COLUMN_SCHEME, 1 },
	{ "ssl-protocol", COLUMN_TLS, 1 },
	/* NetScaler's time-taken is not in ms. */
	{ "sc-servicename", COLUMN_NO_UNIT, 1 },
};

struct w3c {
	int32_t offset_s;
	bool lacks; /* what no line can do without */
	bool has[COLUMN__MAX];
	size_t n;      /* fields */
	size_t used;   /* those up to the last one that matters */
	unsigned char column[];
};

struct cell {
	struct span s; /* empty for "-" */
	bool quoted;
};

static struct span
skip(struct span s, size_t n)
{
	return (struct span){ s.p + n, s.n - n };
}

static inline bool
blank(char c)
{
	return c == ' ' || c == '\t';
}

static size_t
word(struct span s)
{
	size_t n = 0;

	for (; s.n - n >= 8; n += 8) {
		uint64_t v = eight_load(s.p + n);
		uint64_t found = ~(eight_others(v, ' ') &
		    eight_others(v, '\t')) & EIGHT_FLAGS;

		if (found != 0)
			return n + (size_t)__builtin_ctzll(found) / 8;
	}
	while (n < s.n && !blank(s.p[n]))
		n++;
	return n;
}

static struct span
without_blanks(struct span s)
{
	while (s.n > 0 && blank(s.p[0]))
		s = skip(s, 1);
	return s;
}

/* --- the columns of a line --- */

/* s begins with a quote. */
static size_t
closing(struct span s)
{
	size_t at = 1;

	for (;;) {
		at += span_find(skip(s, at), '"');
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
		s = without_blanks(s);
	if (s.p == NULL || (s.n == 0 && !tabs))
		return false;
	out->quoted = s.n > 1 && s.p[0] == '"';
	if (out->quoted) {
		n = closing(s);
		out->s = (struct span){ s.p + 1, n - 1 };
	}
	n += tabs ? span_find(skip(s, n), '\t') : word(skip(s, n));
	if (!out->quoted)
		out->s = (struct span){ s.p, n };
	out->s = field_text(out->s);
	*rest = n < s.n ? skip(s, n + 1) : (struct span){ 0 };
	return true;
}

/* --- their meaning --- */

static bool
read_time(const struct w3c *w, const struct cell *c, struct when_memo *memo,
    int64_t *at_s)
{
	struct span date = c[COLUMN_DATE].s, time = c[COLUMN_TIME].s;

	return date.n == 10 && time.n >= 8 && (time.n == 8 ||
	    time.p[8] == '.') && instant_day(false, date.p, &memo->day) &&
	    instant_of(memo->day.at_s, instant_clock(time.p), w->offset_s,
	    at_s);
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
	if (c->quoted || word(c->s) < c->s.n)
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
	rest = skip(uri, scheme);
	host = field_host((struct span){ rest.p, span_find(rest, '/') });
	if (host.n == 0 || (scheme == 0 && span_find(host, '.') == host.n))
		return uri;
	if (hit->host.n == 0)
		hit->host = host;
	rest = skip(rest, span_find(rest, '/'));
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
			query = skip(query, 1);
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
	size_t first = word(line), i = 0;
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

/* --- the fields --- */

static const struct name *
name_of(struct span text)
{
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (span_eq_nocase(text, span_of(names[i].text)))
			return &names[i];
	return NULL;
}

static size_t
count(struct span fields)
{
	size_t n = 0;

	for (fields = without_blanks(fields); fields.n > 0; n++)
		fields = without_blanks(skip(fields, word(fields)));
	return n;
}

struct w3c *
w3c_open(struct span fields, int32_t offset_s)
{
	struct w3c *w = mem_new(sizeof(*w) + count(fields));
	int rank[COLUMN__MAX] = { 0 };
	size_t at[COLUMN__MAX];

	w->offset_s = offset_s;
	for (fields = without_blanks(fields); fields.n > 0; w->n++) {
		size_t n = word(fields);
		const struct name *name =
		    name_of((struct span){ fields.p, n });

		fields = without_blanks(skip(fields, n));
		if (name == NULL || name->rank <= rank[name->column])
			continue;
		if (rank[name->column] > 0)
			w->column[at[name->column]] = COLUMN_SKIP;
		rank[name->column] = name->rank;
		at[name->column] = w->n;
		w->column[w->n] = (unsigned char)name->column;
		w->has[name->column] = true;
	}
	w->used = w->n;
	while (w->used > 0 && w->column[w->used - 1] == COLUMN_SKIP)
		w->used--;
	w->lacks = w3c_lacks(w) != NULL;
	return w;
}

void
w3c_close(struct w3c *w)
{
	mem_free(w);
}

bool
w3c_forwarded(const struct w3c *w)
{
	return w->has[COLUMN_FORWARDED];
}

const char *
w3c_lacks(const struct w3c *w)
{
	return !w->has[COLUMN_DATE] ? "date" : !w->has[COLUMN_TIME] ? "time" :
	    !w->has[COLUMN_ADDRESS] ? "address (c-ip)" :
	    !w->has[COLUMN_STATUS] ? "status (sc-status)" : NULL;
}

bool
w3c_fields(struct span line, struct span *fields)
{
	if (!span_starts_nocase(line, SPAN("#Fields:")))
		return false;
	*fields = span_trim(skip(line, 8));
	return true;
}
