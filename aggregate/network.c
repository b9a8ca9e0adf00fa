/* SPDX-License-Identifier: MIT */
#include "aggregate/network.h"

#include <arpa/inet.h>

static const unsigned char mapped[12] = { [10] = 0xFF, [11] = 0xFF };

/* Four decimal numbers, none with a leading zero (which some read as octal). */
static bool
read_v4(struct span text, unsigned char out[4])
{
	size_t i = 0;

	for (int part = 0; part < 4; part++) {
		unsigned v = 0;
		size_t from;

		if (part > 0 && (i == text.n || text.p[i++] != '.'))
			return false;
		for (from = i; i < text.n && i - from < 3 &&
		    text.p[i] >= '0' && text.p[i] <= '9'; i++)
			v = v * 10 + (unsigned)(text.p[i] - '0');
		if (i == from || v > 255 ||
		    (i - from > 1 && text.p[from] == '0'))
			return false;
		out[part] = (unsigned char)v;
	}
	return i == text.n;
}

static bool
read_v6(struct span text, unsigned char out[16])
{
	char copy[INET6_ADDRSTRLEN];

	if (text.n >= 2 && text.p[0] == '[' && text.p[text.n - 1] == ']')
		text = (struct span){ text.p + 1, text.n - 2 };
	text.n = span_find(text, '%');
	if (text.n == 0 || text.n >= sizeof(copy) ||
	    memchr(text.p, '\0', text.n) != NULL)
		return false;
	memcpy(copy, text.p, text.n);
	copy[text.n] = '\0';
	return inet_pton(AF_INET6, copy, out) == 1;
}

bool
address_read(struct span text, struct address *out)
{
	struct address a;

	memcpy(a.b, mapped, sizeof(mapped));
	if (!read_v4(text, a.b + 12) && !read_v6(text, a.b))
		return false;
	*out = a;
	return true;
}

bool
address_is_v4(const struct address *a)
{
	return memcmp(a->b, mapped, sizeof(mapped)) == 0;
}

bool
network_read(struct span text, struct network *out)
{
	struct span rest = text, host = span_cut(&rest, '/');
	struct network net;
	uint64_t bits;

	if (!address_read(host, &net.base))
		return false;
	unsigned base = memchr(host.p, ':', host.n) == NULL ? 96 : 0;

	bits = 128 - base;
	if (host.n < text.n && !span_u64(rest, &bits))
		return false;
	if (bits > 128 - base)
		return false;
	net.bits = (unsigned)bits + base;
	for (unsigned i = net.bits; i < 128; i++)
		net.base.b[i / 8] &= (unsigned char)~(0x80u >> i % 8);
	*out = net;
	return true;
}

bool
network_meant(struct span text)
{
	size_t dots = 0, colons = 0, letters = 0;

	for (size_t i = 0; i < text.n; i++) {
		char c = text.p[i];

		if (c == '.')
			dots++;
		else if (c == ':')
			colons++;
		else if ((c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'))
			letters++;
		else if ((c < '0' || c > '9') && c != '/')
			return false;
	}
	return colons >= 2 || (dots > 0 && colons == 0 && letters == 0);
}

bool
network_has(const struct network *net, const struct address *a)
{
	unsigned whole = net->bits / 8, rest = net->bits % 8;

	if (address_is_v4(a) && net->bits < 96)
		return false;
	return memcmp(net->base.b, a->b, whole) == 0 && (rest == 0 ||
	    ((net->base.b[whole] ^ a->b[whole]) >> (8 - rest)) == 0);
}
