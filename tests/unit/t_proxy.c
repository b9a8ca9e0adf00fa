/* SPDX-License-Identifier: MIT */
#include "aggregate/proxy.h"

#include "tests/tap.h"

static const char *const trusted[] = { "192.0.2.0/24", "2001:db8:1::/48",
	"198.51.100.7", NULL };

/* ---- chains: who stands at the server's door, what the list says, who it is ---- */

#define T1 "192.0.2.1"
#define T2 "192.0.2.2"
#define T6 "2001:db8:1::6"
#define C "203.0.113.9"

static const struct {
	const char *name, *addr, *list, *want;
} rows[] = {
	{ "no proxy at all", C, "", C },
	{ "a client that sends a list of its own", C, "203.0.113.1", C },
	{ "a proxy that tells nothing", T1, "", T1 },
	{ "a proxy and its client", T1, C, C },
	{ "the list's own part is the client's to choose", T1, "203.0.113.1, " C,
	    C },
	{ "two proxies", T1, C ", " T2, C },
	{ "three, of both families", T1, "203.0.113.1, " C ", " T6 ", " T2, C },
	{ "a trusted address that the client invents", T1, T2 ", " C, C },
	{ "all are trusted: the leftmost one", T1, T2 ", 198.51.100.7, " T6, T2 },
	{ "only one of a network is trusted", T1, C ", 198.51.100.8",
	    "198.51.100.8" },
	{ "a single address is a network", "198.51.100.7", C, C },
	{ "an IPv6 proxy", T6, C, C },
	{ "an IPv6 client", T1, "2001:db8:2::1", "2001:db8:2::1" },
	{ "a mapped proxy is the IPv4 one", "::ffff:192.0.2.1", C, C },
	{ "a mapped hop too", T1, C ", ::ffff:c000:202", C },
	{ "a client with its port", T1, C ":40112", C },
	{ "a proxy with its port", T1, C ", " T2 ":80", C },
	{ "an IPv6 client in brackets", T1, "[2001:db8:2::1]", "2001:db8:2::1" },
	{ "with brackets and a port", T1, "[2001:db8:2::1]:443",
	    "2001:db8:2::1" },
	{ "an IPv6 proxy with brackets and a port", T1, C ", [" T6 "]:8080", C },
	{ "a zone is no part of the address", T1, "fe80::1%eth0", "fe80::1" },
	{ "no blanks", T1, "203.0.113.1," C "," T2, C },
	{ "many blanks and tabs", T1, " \t" C " \t ,  " T2 "  ", C },
	{ "blanks as IIS writes them", T1, C ",+" T2, C },
	{ "empty elements say nothing", T1, C ", , " T2 ",", C },
	{ "only commas", T1, ",, ,", T1 },
	{ "unknown: the one to its right", T1, C ", unknown, " T2, T2 },
	{ "an obfuscated hop", T1, C ", _hidden", T1 },
	{ "a host name", T1, C ", proxy.example", T1 },
	{ "garbage left of the client is not looked at", T1, "\\\"><x, " C, C },
	{ "garbage right of it is", T1, C ", <x>, " T2, T2 },
	{ "a bracket that is not closed", T1, "[2001:db8:2::1", T1 },
	{ "an empty pair of brackets", T1, "[]", T1 },
	{ "IPv4 in brackets is none", T1, "[" C "]", T1 },
	{ "a port that is none", T1, C ":port", T1 },
	{ "a port that is too large", T1, C ":65536", T1 },
	{ "a port that is missing", T1, C ":", T1 },
	{ "text behind the brackets", T1, "[2001:db8:2::1]x", T1 },
	{ "a number too large", T1, "203.0.113.256", T1 },
	{ "a leading zero, which some read as octal", T1, "203.0.113.010", T1 },
	{ "two addresses without a comma", T1, C " " C, T1 },
	{ "a name at the door is nobody's", "proxy.example", C,
	    "proxy.example" },
	{ "nor is a local socket", "unix:", C, "unix:" },
};

static void
test_rows(const struct proxies *p)
{
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct span addr = { tap_guarded(rows[i].addr,
		    strlen(rows[i].addr)), strlen(rows[i].addr) };
		struct span list = { tap_guarded(rows[i].list,
		    strlen(rows[i].list)), strlen(rows[i].list) };
		struct span got = proxy_client(p, addr, list);

		if (!ok(span_eq(got, span_of(rows[i].want)), "%s",
		    rows[i].name))
			diag("%.*s", (int)got.n, got.p);
	}
}

static void
test_batch(struct proxies *p)
{
	static struct hit_batch b;
	struct hit_batch before;
	const struct hit_batch *out;

	b = (struct hit_batch){ .stream = 7, .n = 2, .hit = {
		{ .addr = SPAN(T1), .forwarded = SPAN(C), .bytes = 5 },
		{ .addr = SPAN(C), .forwarded = SPAN("203.0.113.1") } } };
	b.refused[CLASS_BLANK] = 3;
	before = b;
	out = proxy_batch(p, &b);
	ok(out->stream == 7 && out->n == 2 && out->refused[CLASS_BLANK] == 3 &&
	    span_eq(out->hit[0].addr, SPAN(C)) && out->hit[0].bytes == 5 &&
	    span_eq(out->hit[1].addr, SPAN(C)),
	    "a batch has its clients for addresses");
	ok(memcmp(&b, &before, sizeof(b)) == 0, "and stays as it was given");
	ok(proxy_batch(NULL, &b) == &b, "where nobody is trusted it is the same");
}

static void
test_open(void)
{
	static const char *const none[] = { NULL };
	static const char *const wrong[] = { "192.0.2.0/24", "192.0.2.0/33",
		NULL };
	struct proxies *p = NULL;
	struct err err = { 0 };

	ok(proxy_open(none, &p, &err) && p == NULL &&
	    proxy_open(NULL, &p, &err) && p == NULL, "of none nothing is made");
	ok(!proxy_open(wrong, &p, &err) && p == NULL &&
	    strstr(err.text, "192.0.2.0/33") != NULL,
	    "a network that is none is named");
	proxy_close(NULL);
}

int
main(void)
{
	struct proxies *p = NULL;
	struct err err = { 0 };

	if (!proxy_open(trusted, &p, &err)) {
		diag("%s", err.text);
		return 1;
	}
	test_rows(p);
	test_batch(p);
	proxy_close(p);
	test_open();
	return done();
}
