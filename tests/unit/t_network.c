/* SPDX-License-Identifier: MIT */
#include "aggregate/network.h"

#include <stdio.h>

#include "tests/tap.h"

static struct span
guarded(const char *text)
{
	size_t n = strlen(text);

	return (struct span){ tap_guarded(text, n), n };
}

/* want: the 32 hexadecimal digits, or NULL for "no address". */
static const struct {
	const char *name, *text, *want;
} addresses[] = {
	{ "IPv4 is held as mapped", "192.0.2.1",
	    "00000000000000000000ffffc0000201" },
	{ "IPv6", "2001:db8::1", "20010db8000000000000000000000001" },
	{ "capitals are the same", "2001:DB8::1",
	    "20010db8000000000000000000000001" },
	{ "a mapped address is the IPv4 one", "::ffff:192.0.2.1",
	    "00000000000000000000ffffc0000201" },
	{ "in hexadecimal too", "::ffff:c000:201",
	    "00000000000000000000ffffc0000201" },
	{ "brackets", "[2001:db8::1]", "20010db8000000000000000000000001" },
	{ "a zone is left out", "fe80::1%eth0",
	    "fe800000000000000000000000000001" },
	{ "all zeros", "0.0.0.0", "00000000000000000000ffff00000000" },
	{ "256 is too much", "192.0.2.256", NULL },
	{ "four digits are too many", "192.0.2.0001", NULL },
	{ "a leading zero may mean octal", "192.0.2.010", NULL },
	{ "three parts", "192.0.2", NULL },
	{ "five parts", "192.0.2.1.1", NULL },
	{ "an empty part", "192..2.1", NULL },
	{ "a sign", "192.0.2.+1", NULL },
	{ "a blank", "192.0.2.1 ", NULL },
	{ "a port", "192.0.2.1:80", NULL },
	{ "a host name", "may1.example.vn", NULL },
	{ "nothing", "", NULL },
	{ "brackets alone", "[]", NULL },
	{ "a zone alone", "%eth0", NULL },
	{ "nine groups", "1:2:3:4:5:6:7:8:9", NULL },
	{ "two gaps", "1::2::3", NULL },
	{ "far too long", "1111:2222:3333:4444:5555:6666:7777:8888:"
	    "9999:aaaa:bbbb:cccc:dddd:eeee:ffff", NULL },
};

static const struct {
	const char *name, *net, *addr;
	bool in;
} members[] = {
	{ "first of a /24", "192.0.2.0/24", "192.0.2.0", true },
	{ "last of a /24", "192.0.2.0/24", "192.0.2.255", true },
	{ "next after a /24", "192.0.2.0/24", "192.0.3.0", false },
	{ "bits beyond the prefix do not matter", "192.0.2.77/24",
	    "192.0.2.1", true },
	{ "/25, lower half", "192.0.2.0/25", "192.0.2.127", true },
	{ "/25, upper half", "192.0.2.0/25", "192.0.2.128", false },
	{ "/32 is one address", "192.0.2.7/32", "192.0.2.7", true },
	{ "no prefix is one address", "192.0.2.7", "192.0.2.7", true },
	{ "and no other", "192.0.2.7", "192.0.2.6", false },
	{ "/0 is all of IPv4", "0.0.0.0/0", "203.0.113.9", true },
	{ "but not IPv6", "0.0.0.0/0", "2001:db8::1", false },
	{ "::/0 is all of IPv6", "::/0", "2001:db8::1", true },
	{ "but not IPv4", "::/0", "203.0.113.9", false },
	{ "nor a mapped one", "::/0", "::ffff:203.0.113.9", false },
	{ "an IPv6 prefix", "2001:db8::/32", "2001:db8:ffff::1", true },
	{ "outside it", "2001:db8::/32", "2001:db9::1", false },
	{ "a prefix within a byte", "2001:db8::/33", "2001:db8:8000::1",
	    false },
	{ "an IPv4 network holds the mapped address", "192.0.2.0/24",
	    "::ffff:192.0.2.9", true },
	{ "a mapped network holds the IPv4 address",
	    "::ffff:192.0.2.0/120", "192.0.2.9", true },
	{ "one IPv6 address", "2001:db8::5", "2001:db8::5", true },
};

static const char *const wrong_networks[] = { "192.0.2.0/33", "192.0.2.0/",
	"192.0.2.0/-1", "192.0.2.0/8/8", "192.0.2.0/ 8", "2001:db8::/129",
	"/24", "", "example.vn/24", "192.0.2.0/99999999999999999999" };

static const struct {
	const char *text;
	bool meant;
} meant[] = {
	{ "192.0.2.0/24", true }, { "192.0.2.0/99", true },
	{ "300.1.1.1", true }, { "2001:db8::/32", true }, { "::1/200", true },
	{ "UptimeRobot", false }, { "Pingdom.com_bot", false },
	{ "check/2.0", false }, { "fade.be", false }, { "cafe", false },
	{ "kuma/1.18", false }, { "", false },
};

static void
address_rows(void)
{
	for (size_t i = 0; i < sizeof(addresses) / sizeof(*addresses); i++) {
		struct address a;
		char hex[33] = "";
		bool good = address_read(guarded(addresses[i].text), &a);

		for (size_t k = 0; good && k < 16; k++)
			snprintf(hex + 2 * k, 3, "%02x", a.b[k]);
		is_text(good ? hex : NULL, addresses[i].want, "%s",
		    addresses[i].name);
	}

	struct address a;

	ok(!address_read((struct span){ "::1\0", 4 }, &a),
	    "a NUL is no part of an address");
}

int
main(void)
{
	address_rows();
	for (size_t i = 0; i < sizeof(members) / sizeof(*members); i++) {
		struct network net;
		struct address a;

		ok(network_read(guarded(members[i].net), &net) &&
		    address_read(guarded(members[i].addr), &a) &&
		    network_has(&net, &a) == members[i].in, "%s",
		    members[i].name);
	}
	for (size_t i = 0; i < sizeof(wrong_networks) /
	    sizeof(*wrong_networks); i++) {
		struct network net;

		ok(!network_read(guarded(wrong_networks[i]), &net),
		    "\"%s\" is no network", wrong_networks[i]);
	}
	for (size_t i = 0; i < sizeof(meant) / sizeof(*meant); i++)
		ok(network_meant(guarded(meant[i].text)) == meant[i].meant,
		    "\"%s\" is %smeant to be a network", meant[i].text,
		    meant[i].meant ? "" : "not ");
	return done();
}
