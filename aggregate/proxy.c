/* SPDX-License-Identifier: MIT */
#include "aggregate/proxy.h"

#include "aggregate/network.h"
#include "common/mem.h"

struct proxies {
	struct network *net;
	size_t n;
	struct hit_batch batch;
};

bool
proxy_open(const char *const *trusted, struct proxies **out, struct err *err)
{
	struct proxies *p;
	size_t n = 0;

	*out = NULL;
	while (trusted != NULL && trusted[n] != NULL)
		n++;
	if (n == 0)
		return true;
	p = mem_new(sizeof(*p));
	p->net = mem_new(n * sizeof(*p->net));
	for (; p->n < n; p->n++)
		if (!network_read(span_of(trusted[p->n]), &p->net[p->n])) {
			err_set(err, ERR_CONFIG, "trusted_proxy: \"%.80s\" is "
			    "no network", trusted[p->n]);
			proxy_close(p);
			return false;
		}
	*out = p;
	return true;
}

void
proxy_close(struct proxies *p)
{
	if (p == NULL)
		return;
	mem_free(p->net);
	mem_free(p);
}

static bool
trusts(const struct proxies *p, const struct address *a)
{
	for (size_t i = 0; i < p->n; i++)
		if (network_has(&p->net[i], a))
			return true;
	return false;
}

/* The last element of the list, which is cut off; some servers write blanks as '+'. */
static struct span
last_hop(struct span *list)
{
	const char *comma = memrchr(list->p, ',', list->n);
	size_t from = comma != NULL ? (size_t)(comma - list->p) + 1 : 0;
	struct span hop = { list->p + from, list->n - from };

	list->n = comma != NULL ? from - 1 : 0;
	hop = span_trim(hop);
	while (hop.n > 0 && hop.p[0] == '+')
		hop = (struct span){ hop.p + 1, hop.n - 1 };
	while (hop.n > 0 && hop.p[hop.n - 1] == '+')
		hop.n--;
	return hop;
}

/* ":443" or nothing */
static bool
is_port(struct span s)
{
	uint64_t port;

	return s.n == 0 || (s.p[0] == ':' && s.n <= 6 &&
	    span_u64((struct span){ s.p + 1, s.n - 1 }, &port) &&
	    port <= UINT16_MAX);
}

/* "192.0.2.1", "192.0.2.1:80", "2001:db8::1", "[2001:db8::1]", "[2001:db8::1]:80". */
static bool
read_hop(struct span hop, struct span *text, struct address *out)
{
	size_t colon = span_find(hop, ':'), end = span_find(hop, ']');
	struct span rest = { 0 };

	if (hop.n > 0 && hop.p[0] == '[') {
		if (end == hop.n)
			return false;
		rest = (struct span){ hop.p + end + 1, hop.n - end - 1 };
		hop = (struct span){ hop.p + 1, end - 1 };
		if (colon > end) /* only of IPv6 */
			return false;
	} else if (span_find(hop, '.') < colon) {
		rest = (struct span){ hop.p + colon, hop.n - colon };
		hop.n = colon;
	}
	hop.n = span_find(hop, '%');
	*text = hop;
	return is_port(rest) && address_read(hop, out);
}

struct span
proxy_client(const struct proxies *p, struct span addr, struct span forwarded)
{
	struct address a;
	struct span text;

	if (!address_read(addr, &a))
		return addr;
	while (forwarded.n > 0 && trusts(p, &a)) {
		struct span hop = last_hop(&forwarded);

		if (hop.n == 0)
			continue; /* ", ," says nothing */
		if (!read_hop(hop, &text, &a))
			break;
		addr = text;
	}
	return addr;
}

const struct hit_batch *
proxy_batch(struct proxies *p, const struct hit_batch *batch)
{
	if (p == NULL)
		return batch;
	p->batch.stream = batch->stream;
	p->batch.n = batch->n;
	memcpy(p->batch.hit, batch->hit, batch->n * sizeof(batch->hit[0]));
	memcpy(p->batch.refused, batch->refused, sizeof(batch->refused));
	for (uint32_t i = 0; i < batch->n; i++) {
		struct hit *h = &p->batch.hit[i];

		h->addr = proxy_client(p, h->addr, h->forwarded);
	}
	return &p->batch;
}
