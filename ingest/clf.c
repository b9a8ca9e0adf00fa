/* SPDX-License-Identifier: MIT */
#include "ingest/clf.h"

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
	*hit = h;
	return true;
}

/* --- usual lines --- */

enum {
	TIME_BYTES = 29, /* [10/Oct/2025:13:55:36 +0700] and a blank */
	NUMBERS_BYTES = 6, /* from the request's end to the bytes: `" 200 ` */
	SUM_DIGITS = 15  /* that always are within FIELD_BYTES_MAX */
};

/* "-" or digits; others are rare. */
static inline bool
usual_bytes(const char *p, size_t n, uint64_t *out)
{
	uint64_t v = 0;

	if (n == 0 || n > SUM_DIGITS)
		return false;
	if (p[0] == '-' && n == 1) {
		*out = 0;
		return true;
	}
	for (size_t i = 0; i < n; i++) {
		unsigned d = (unsigned char)p[i] - (unsigned)'0';

		if (d > 9)
			return false;
		v = v * 10 + d;
	}
	*out = v;
	return true;
}

/* From the line's begin to the quote of the request; *time is behind its bracket. */
static inline bool
usual_client(unsigned shape, struct at at, struct hit *h, const char **time)
{
	struct span s;

	if (left(&at) < TIME_BYTES + 1)
		return false;
	*time = at.end - TIME_BYTES + 1;
	/* The user's name begins and ends before its blank and bracket. */
	at.end -= TIME_BYTES;
	if (memcmp(at.end - 1, " [", 2) != 0 ||
	    memcmp(at.end + TIME_BYTES - 2, "] ", 2) != 0)
		return false;
	if (shape & CLF_VHOST) {
		if (!word(&at, &s))
			return false;
		h->host = field_host_port(s);
	}
	/* nginx's "-" is a word, and most servers' word is "-". */
	return word(&at, &s) && field_address(s, &h->addr) &&
	    left(&at) >= 3 && memcmp(at.p, "- ", 2) == 0;
}

/* Text between two quotes of which no backslash escapes the second. */
static inline bool
between(const char *open, const char *close, struct span *out)
{
	*out = (struct span){ open + 1, (size_t)(close - open - 1) };
	return close[-1] != '\\';
}

/* quote[2] to quote[5]: referrer and agent; *h is untouched where these are not
 * usual. */
static inline bool
usual_end(const struct scan_line *l, struct hit *h)
{
	const char *open = l->base + l->quote[2];
	const char *close = l->base + l->quote[3];
	const char *last = l->base + l->quote[5];

	return open[-1] == ' ' && l->quote[4] == l->quote[3] + 2 &&
	    close[1] == ' ' && between(open, close, &h->referrer) &&
	    between(close + 2, last, &h->agent);
}

bool
clf_parse_usual(unsigned shape, const struct scan_line *l,
    struct clf_memo *memo, struct hit *hit)
{
	bool agent = (shape & CLF_AGENT) != 0;
	struct hit h;
	struct span request, bytes;
	const char *open, *close, *end, *time;

	if (l->quotes < (agent ? 6 : 2))
		return false;
	h = (struct hit){ .took_us = -1 };
	open = l->base + l->quote[0];
	close = l->base + l->quote[1];
	/* Where the bytes end. */
	end = agent ? l->base + l->quote[2] - 1 : l->text.p + l->text.n;
	if (end - close <= NUMBERS_BYTES || (agent && !usual_end(l, &h)))
		return false;
	bytes = (struct span){ close + NUMBERS_BYTES,
		(size_t)(end - close) - NUMBERS_BYTES };
	if (!agent)
		bytes.n = span_find(bytes, ' ');
	if (!between(open, close, &request) || close[1] != ' ' ||
	    close[5] != ' ' ||
	    !field_status((struct span){ close + 2, 3 }, &h.status) ||
	    !usual_bytes(bytes.p, bytes.n, &h.bytes) ||
	    !usual_client(shape, (struct at){ l->text.p, open }, &h, &time) ||
	    instant_clf_memo((struct span){ time, TIME_BYTES - 1 },
	    &memo->time, &h.at_s) == 0)
		return false;
	h.referrer = field_text(h.referrer);
	h.agent = field_text(h.agent);
	field_request(request, &h);
	*hit = h;
	return true;
}
