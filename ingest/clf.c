/* SPDX-License-Identifier: MIT */
#include "ingest/clf.h"

#include "ingest/instant.h"

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
