/* SPDX-License-Identifier: MIT */
#include "ingest/clf.h"

#include "ingest/eight.h"

/* Where reading has come to. */
struct at {
	const char *p, *end;
};

const char *
clf_text(unsigned shape)
{
#define COMMON " %u %t \"%r\" %>s %b"
#define AGENT COMMON " \"%{Referer}i\" \"%{User-Agent}i\""
	static const char *const texts[CLF__SHAPES] = {
		"%h %l" COMMON, "%v:%p %h %l" COMMON,
		"%h %l" AGENT, "%v:%p %h %l" AGENT,
		"%h -" COMMON, "%v:%p %h -" COMMON,
		"%h -" AGENT, "%v:%p %h -" AGENT,
	};
#undef AGENT
#undef COMMON
	return texts[shape % CLF__SHAPES];
}

static inline size_t
left(const struct at *at)
{
	return (size_t)(at->end - at->p);
}

/* The bytes before the next blank, which is passed.  False: there is none. */
static inline bool
word(struct at *at, struct span *out)
{
	const char *blank = memchr(at->p, ' ', left(at));

	if (blank == NULL)
		return false;
	*out = (struct span){ at->p, (size_t)(blank - at->p) };
	at->p = blank + 1;
	return true;
}

/* From the user's name, which may hold blanks and brackets, over the time to
 * the request's quote. */
static bool
user_and_time(struct at *at, int64_t *at_s)
{
	const char *from = at->p;

	while (left(at) > 0) {
		const char *bracket = memchr(at->p, '[', left(at));
		size_t n = 0;

		if (bracket == NULL)
			return false;
		at->p = bracket + 1;
		if (bracket > from && bracket[-1] == ' ')
			n = instant_clf((struct span){ at->p, left(at) },
			    at_s);
		if (n > 0 && left(at) >= n + 3 &&
		    memcmp(at->p + n, "] \"", 3) == 0) {
			at->p += n + 3;
			return true;
		}
	}
	return false;
}

/* Up to the next quote that no backslash escapes; *closed: there was one, and
 * it is passed. */
static inline struct span
quoted(struct at *at, bool *closed)
{
	const char *from = at->p, *look = at->p;

	for (;;) {
		const char *quote = memchr(look, '"', (size_t)(at->end - look));
		const char *back = quote;

		*closed = quote != NULL;
		if (quote == NULL) {
			at->p = at->end;
			return (struct span){ from, (size_t)(at->end - from) };
		}
		while (back > look && back[-1] == '\\')
			back--;
		if ((quote - back) % 2 == 0) {
			at->p = quote + 1;
			return (struct span){ from, (size_t)(quote - from) };
		}
		look = quote + 1;
	}
}

static inline bool
pass(struct at *at, const char *text, size_t n)
{
	if (left(at) < n || memcmp(at->p, text, n) != 0)
		return false;
	at->p += n;
	return true;
}

/* Status and bytes; *more: a blank followed the bytes. */
static bool
numbers(struct at *at, struct hit *hit, bool *more)
{
	struct span s;

	*more = word(at, &s);
	if (!*more)
		s = (struct span){ at->p, left(at) };
	if (!field_status(s, &hit->status))
		return false;
	if (!*more)
		return true;
	*more = word(at, &s);
	if (!*more)
		s = (struct span){ at->p, left(at) };
	if (!field_bytes(s, &hit->bytes))
		hit->bytes = 0;
	return true;
}

static void
referrer_and_agent(struct at *at, struct hit *hit)
{
	bool closed;

	if (!pass(at, "\"", 1))
		return;
	hit->referrer = field_text(quoted(at, &closed));
	if (closed && pass(at, " \"", 2))
		hit->agent = field_text(quoted(at, &closed));
}

bool
clf_parse(unsigned shape, struct span line, struct hit *hit)
{
	struct at at = { line.p, line.p + line.n };
	struct hit h = { .took_us = -1 };
	bool more;
	struct span s;

	if (shape & CLF_VHOST) {
		if (!word(&at, &s))
			return false;
		h.host = field_host_port(s);
		h.scheme = field_host_scheme(s);
	}
	if (!word(&at, &s) || !field_address(s, &h.addr))
		return false;
	/* Mostly "- - [". */
	if (shape & CLF_DASH ? !pass(&at, "- ", 2) : !word(&at, &s))
		return false;
	if (!user_and_time(&at, &h.at_s))
		return false;
	s = quoted(&at, &more);
	if (!more || !pass(&at, " ", 1) || !numbers(&at, &h, &more))
		return false;
	field_request(s, &h);
	if (more && shape & CLF_AGENT)
		referrer_and_agent(&at, &h);
	if (h.scheme == HIT_SCHEME_UNKNOWN)
		h.scheme = field_target_scheme(h.target);
	*hit = h;
	return true;
}

/* --- usual lines --- */

enum {
	TIME_BYTES = 29,   /* [10/Oct/2025:13:55:36 +0700] and a blank */
	NUMBERS_BYTES = 6, /* from the request's end to the bytes: `" 200 ` */
	SURE_DIGITS = 15   /* so many are always within FIELD_BYTES_MAX */
};
_Static_assert(UINT64_C(1000000000000000) <= FIELD_BYTES_MAX,
    "numbers of 15 digits are good");

/* "-" or digits; at least 8 bytes stand before their end. */
static inline bool
usual_bytes(struct span s, uint64_t *out)
{
	if (s.n - 1 < 8 && eight_number(s.p + s.n, s.n, out))
		return true;
	return s.n <= SURE_DIGITS && field_bytes(s, out);
}

/* An IPv4 address and the blank after it, in 16 bytes that are there.  False for
 * the shortest and for what is none. */
static inline bool
usual_address(struct at *at, struct span *out)
{
	uint64_t one = eight_load(at->p), two = eight_load(at->p + 8);
	uint64_t blank = ~eight_others(two, ' ') & EIGHT_FLAGS;
	uint64_t bad = eight_no_digits(two) & eight_others(two, '.') &
	    (blank - 1) & ~blank;
	size_t n;

	if ((eight_no_digits(one) & eight_others(one, '.')) != 0 ||
	    bad != 0 || blank == 0 || at->p[0] == '.')
		return false;
	n = 8 + (size_t)__builtin_ctzll(blank) / 8;
	*out = (struct span){ at->p, n };
	at->p += n + 1;
	return true;
}

/* Where things are in a usual line. */
struct usual {
	struct span host, addr, request, bytes, referrer, agent;
	const char *time;
	enum hit_scheme scheme;
};

/* From the line's begin to the request's quote. */
static inline bool
usual_client(unsigned shape, struct at at, struct usual *u)
{
	struct span s;

	if (left(&at) < TIME_BYTES + 1)
		return false;
	u->time = at.end - TIME_BYTES + 1;
	/* The user's name ends before a blank and this bracket: an earlier one
	 * has no quote where it needs one. */
	at.end -= TIME_BYTES;
	if (memcmp(at.end - 1, " [", 2) != 0 ||
	    memcmp(at.end + TIME_BYTES - 2, "] ", 2) != 0)
		return false;
	u->host = (struct span){ 0 };
	u->scheme = HIT_SCHEME_UNKNOWN;
	if (shape & CLF_VHOST) {
		if (!word(&at, &s))
			return false;
		u->host = field_host_port(s);
		u->scheme = field_host_scheme(s);
	}
	if (!usual_address(&at, &u->addr) &&
	    (!word(&at, &s) || !field_address(s, &u->addr)))
		return false;
	/* nginx's "-" is a word, and most servers' word is "-". */
	return at.end - at.p >= 3 && memcmp(at.p, "- ", 2) == 0;
}

/* Text between two quotes of which no backslash escapes the second. */
static inline bool
between(const char *open, const char *close, struct span *out)
{
	*out = (struct span){ open + 1, (size_t)(close - open - 1) };
	return close[-1] != '\\';
}

/* From the request to the line's end. */
static inline bool
usual_rest(const struct scan_line *l, bool agent, struct usual *u)
{
	const uint16_t *q = l->quote;
	const char *close = l->base + q[1];
	const char *end = l->text.p + l->text.n;

	u->referrer = u->agent = (struct span){ 0 };
	if (agent) {
		end = l->base + q[2] - 1;
		if (*end != ' ' || q[4] != q[3] + 2 || end[q[4] - q[2]] != ' ' ||
		    !between(end + 1, l->base + q[3], &u->referrer) ||
		    !between(l->base + q[4], l->base + q[5], &u->agent))
			return false;
	}
	if (end - close <= NUMBERS_BYTES || close[1] != ' ' || close[5] != ' ')
		return false;
	u->bytes = (struct span){ close + NUMBERS_BYTES,
		(size_t)(end - close) - NUMBERS_BYTES };
	if (!agent)
		u->bytes.n = span_find(u->bytes, ' ');
	return between(l->base + q[0], close, &u->request);
}

bool
clf_parse_usual(unsigned shape, const struct scan_line *l,
    struct clf_memo *memo, struct hit *hit, const char **end)
{
	bool agent = (shape & CLF_AGENT) != 0;
	struct usual u;
	uint16_t status;
	uint64_t bytes;
	int64_t at_s;

	if (l->quotes < (agent ? 6 : 2) ||
	    !usual_client(shape, (struct at){ l->text.p,
	    l->base + l->quote[0] }, &u) || !usual_rest(l, agent, &u) ||
	    !field_status((struct span){ u.bytes.p - 4, 3 }, &status) ||
	    !usual_bytes(u.bytes, &bytes) ||
	    instant_clf_memo((struct span){ u.time, TIME_BYTES - 1 },
	    &memo->time.clf, &at_s) == 0)
		return false;
	hit->at_s = at_s;
	hit->addr = u.addr;
	hit->host = u.host;
	field_request(u.request, hit);
	hit->referrer = field_text(u.referrer);
	hit->agent = field_text(u.agent);
	hit->forwarded = (struct span){ 0 };
	hit->bytes = bytes;
	hit->took_us = -1;
	hit->status = status;
	hit->scheme = u.scheme;
	if (end != NULL)
		*end = agent ? l->base + l->quote[5] : u.bytes.p + u.bytes.n;
	else if (hit->scheme == HIT_SCHEME_UNKNOWN)
		hit->scheme = field_target_scheme(hit->target);
	return true;
}
