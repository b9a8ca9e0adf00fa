/* SPDX-License-Identifier: MIT */
/* network.h -- IP addresses and CIDR networks.
 *
 * An IPv4 address is held as the IPv4-mapped IPv6 one (::ffff:192.0.2.1), so that
 * what a dual-stack server logs and what an old one logs are the same address.
 */
#ifndef AGGREGATE_NETWORK_H
#define AGGREGATE_NETWORK_H

#include "common/span.h"

struct address {
	unsigned char b[16];
};

struct network {
	struct address base; /* bits beyond the prefix are zero */
	unsigned bits;       /* 0..128; an IPv4 prefix has 96 more */
};

/* Dotted IPv4, or IPv6, which may stand in brackets and bear a zone (%eth0). */
bool address_read(struct span text, struct address *out);
bool address_is_v4(const struct address *a);

/* "192.0.2.0/24", "2001:db8::/32", or an address alone.  Bits beyond the prefix
 * are ignored. */
bool network_read(struct span text, struct network *out);
/* Whether text was meant to be a network, right or wrong: nothing but digits, dots
 * and a slash, or hexadecimal digits with two colons. */
bool network_meant(struct span text);
/* An IPv6 network, were it ::/0, holds no IPv4 address. */
bool network_has(const struct network *net, const struct address *a);

#endif
