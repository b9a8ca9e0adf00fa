/* SPDX-License-Identifier: MIT */
#include "aggregate/visitor.h"

#include "aggregate/classify.h"
#include "aggregate/network.h"
#include "common/mem.h"

/* Longer agents are cut: no browser has one, and the key need not be more. */
enum { AGENT_MAX_BYTES = 2048 };

static size_t
put(unsigned char *to, const void *p, size_t n)
{
	to[0] = (unsigned char)(n & 0xff);
	to[1] = (unsigned char)(n >> 8);
	if (n > 0)
		memcpy(to + 2, p, n);
	return n + 2;
}

uint64_t
visitor_address(const struct hash_keys *keys, const struct hit *hit)
{
	unsigned char text[1 + 2 + 256] = "@";
	struct hash128 h;
	uint64_t out;

	h = hash_sip(keys->sip, text, put(text + 1, text + 3,
	    classify_address(hit, text + 3)) + 1);
	memcpy(&out, h.b, sizeof(out));
	return out;
}

struct hash128
visitor_key(const struct hash_keys *keys, const char *site_id,
    const struct hit *hit)
{
	unsigned char text[2 + 64 + 1 + 2 + 256 + 2 + AGENT_MAX_BYTES];
	unsigned char addr[256];
	size_t agent = hit->agent.n < AGENT_MAX_BYTES ? hit->agent.n :
	    AGENT_MAX_BYTES;
	size_t id = strnlen(site_id, 64);
	/* A host name of 4 or 8 letters is no address of as many bytes. */
	struct address is;
	char kind = address_read(hit->addr, &is) ? 'a' : 'h';
	size_t n = put(text, site_id, id);

	text[n++] = (unsigned char)kind;
	n += put(text + n, addr, classify_address(hit, addr));
	n += put(text + n, hit->agent.p, agent);
	return hash_sip(keys->sip, text, n);
}
