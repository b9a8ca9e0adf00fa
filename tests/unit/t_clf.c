/* SPDX-License-Identifier: MIT */
/* The fast path and the field program of the equal string are two programs for
 * one task: they must give the same hits, whatever the line. */
#include "tests/tap.h"

#include <stdio.h>
#include <string.h>

#include "ingest/clf.h"
#include "ingest/pasted.h"
#include "ingest/program.h"

enum { ROOM = 8192, ROUNDS = 40000 };

static const char *const shape_names[CLF__SHAPES] = {
	"common", "vhost_common", "combined", "vhost_combined",
	"nginx's common", "nginx's vhost_common",
	"nginx's combined", "nginx's vhost_combined"
};

/* What lines are made of; "" now and then is part of the game. */
static const char *const hosts[] = { "www.example.org:443 ", "localhost:80 ",
	"www.example.org ", "[2001:db8::2]:443 ", "- ", ":80 ", "a_b:x " };
static const char *const addresses[] = { "192.0.2.7", "2001:db8::7",
	"client.example.org", "-", "198.51.100.7:4711", "[2001:db8::7]:4711",
	"name:443", "unix:", "", "fe80::1%eth0" };
static const char *const idents[] = { " -", " id", " ", "" };
static const char *const users[] = { " - [", " john [", " John Begood [", "  [",
	" [", " x [01/Jan/2001:00:00:00 +0000] [", " a[b [", " [ [ [",
	" [10/Oct/2025:13:55:36 +0700] \"GET / HTTP/1.1\" [" };
static const char *const times[] = { "10/Oct/2025:13:55:36 +0700",
	"29/Feb/2024:23:59:60 -0330", "31/Feb/2024:00:00:00 +0000",
	"10/Oct/2025:13:55:36", "2025-10-10T13:55:36+07:00" };
static const char *const requests[] = { "] \"GET /a?b=c HTTP/1.1\" ",
	"] \"-\" ", "] \"\" ", "] \"GET /a\\\"b HTTP/1.0\" ",
	"] \"GET /a\\\\\" ", "] \"\\x16\\x03\" ", "] \"GET /a b HTTP/1.1\\n\" ",
	"] \"GET /\" HTTP/1.1\" ", "] \"GET / HTTP/1.1 ", "]\"GET / HTTP/1.1\" " };
static const char *const statuses[] = { "200 ", "404 ", "200", "20 ", "2000 ",
	"999 ", "- ", "" };
static const char *const bytes[] = { "1234", "-", "0", "12x",
	"18446744073709551616", "" };
static const char *const referrers[] = { " \"https://www.example.org/a\"",
	" \"-\"", " \"\"", "", " \"a\\\"b\"", " \"cut", " 12 \"x\"" };
static const char *const agents[] = { " \"Mozilla/5.0 (X11)\"", " \"-\"",
	" \"cut", "", "  \"two blanks\"", " \"a\\\\\" 17", " \"a\" \"b\"" };

#define PICK(list) pick(list, sizeof(list) / sizeof(*(list)))

static uint64_t seed = 88172645463325252;

static uint64_t
next(uint64_t below)
{
	seed ^= seed << 13;
	seed ^= seed >> 7;
	seed ^= seed << 17;
	return (seed >> 11) % below;
}

/* Mostly the first, which is a good one. */
static const char *
pick(const char *const *list, size_t n)
{
	return list[next(4) > 0 ? 0 : next(n)];
}

static size_t
make_line(unsigned shape, char out[ROOM / 2])
{
	return (size_t)snprintf(out, ROOM / 2, "%s%s%s%s%s%s%s%s%s%s",
	    (shape & CLF_VHOST) != (next(16) == 0) ? PICK(hosts) : "",
	    PICK(addresses), PICK(idents), PICK(users), PICK(times),
	    PICK(requests), PICK(statuses), PICK(bytes), PICK(referrers),
	    PICK(agents));
}

static size_t
mutate(char *p, size_t n)
{
	static const char bytes_of_weight[] = "\" []\\:-/%.09aZ\t\r\n\x01\xff";
	size_t at = n > 0 ? next(n) : 0, some = 1 + next(4);

	if (n == 0)
		return 0;
	switch (next(5)) {
	case 0: /* cut */
		return at;
	case 1: /* another byte */
		p[at] = next(2) > 0 ? (char)next(256) :
		    bytes_of_weight[next(sizeof(bytes_of_weight))];
		return n;
	case 2: /* one more */
		memmove(p + at + 1, p + at, n - at);
		p[at] = bytes_of_weight[next(sizeof(bytes_of_weight))];
		return n + 1;
	case 3: /* some fewer */
		some = some < n - at ? some : n - at;
		memmove(p + at, p + at + some, n - at - some);
		return n - some;
	default: /* two swapped */
		some = next(n);
		if (p[at] != p[some]) {
			char c = p[at];

			p[at] = p[some];
			p[some] = c;
		}
		return n;
	}
}

static bool
same_span(struct span a, struct span b)
{
	return a.n == b.n && (a.n == 0 || a.p == b.p);
}

static bool
same_hit(const struct hit *a, const struct hit *b)
{
	return a->at_s == b->at_s && same_span(a->addr, b->addr) &&
	    same_span(a->host, b->host) && same_span(a->method, b->method) &&
	    same_span(a->target, b->target) &&
	    same_span(a->protocol, b->protocol) &&
	    same_span(a->referrer, b->referrer) &&
	    same_span(a->agent, b->agent) && a->bytes == b->bytes &&
	    a->took_us == b->took_us && a->status == b->status;
}

static struct program *
program_of(const char *text)
{
	struct program *p = NULL;
	struct err err = { 0 };

	if (!program_open(span_of(text), DIALECT_APACHE, &p, &err))
		diag("%s: %s", text, err.text);
	return p;
}

/* room ends at an unreadable page. */
static void
compare(unsigned shape, char *room)
{
	struct program *p = program_of(clf_text(shape));
	uint64_t hits = 0, wrong = 0, touched = 0;

	for (int i = 0; p != NULL && i < ROUNDS; i++) {
		char line[ROOM / 2 + 16];
		size_t n = make_line(shape, line);
		struct hit fast, slow, before;
		bool is_fast, is_slow;

		for (uint64_t k = next(4); k > 0; k--)
			n = mutate(line, n);
		memcpy(room + ROOM - n, line, n);
		memset(&before, 0xa5, sizeof(before));
		fast = slow = before;
		is_fast = clf_parse(shape, (struct span){ room + ROOM - n, n },
		    &fast);
		is_slow = program_run(p, (struct span){ room + ROOM - n, n },
		    &slow, NULL);
		hits += is_fast;
		touched += !is_fast &&
		    memcmp(&fast, &before, sizeof(fast)) != 0;
		touched += !is_slow &&
		    memcmp(&slow, &before, sizeof(slow)) != 0;
		if (is_fast == is_slow && (!is_fast || same_hit(&fast, &slow)))
			continue;
		if (wrong++ < 5)
			diag("fast %d, program %d: %.*s", is_fast, is_slow,
			    (int)n, line);
	}
	is_int((long long)wrong, 0, "%s: fast path and program agree on %d "
	    "lines", shape_names[shape], ROUNDS);
	ok(hits > ROUNDS / 20 && hits < ROUNDS - ROUNDS / 20,
	    "%s: many of them are hits, many are not", shape_names[shape]);
	is_int((long long)touched, 0, "%s: a line that is none leaves the hit "
	    "alone", shape_names[shape]);
	program_close(p);
}

/* Each line cut at each byte: what is there is read, and nothing beyond. */
static void
cut_everywhere(char *room)
{
	static const char line[] = "192.0.2.7 - - [10/Oct/2025:13:55:36 +0700] "
	    "\"GET /a HTTP/1.1\" 200 1234 \"https://www.example.org/\" "
	    "\"Mozilla/5.0\"";
	size_t least = (size_t)(strstr(line, " 200") + 4 - line);
	int wrong = 0;

	for (size_t n = 0; n < sizeof(line); n++) {
		struct hit hit;

		memcpy(room + ROOM - n, line, n);
		wrong += clf_parse(CLF_AGENT,
		    (struct span){ room + ROOM - n, n }, &hit) != (n >= least);
	}
	is_int(wrong, 0, "cut anywhere, a line is a hit from its status on");
}

int
main(void)
{
	static const char zeros[ROOM];
	/* One guarded room for all lines; it is ours to write. */
	char *room = (char *)(uintptr_t)tap_guarded(zeros, ROOM);

	for (unsigned shape = 0; shape < CLF__SHAPES; shape++)
		compare(shape, room);
	cut_everywhere(room);
	return done();
}
