/* SPDX-License-Identifier: MIT */
/* proxy.h -- whose request it was that a trusted proxy passed on.
 *
 * Each proxy adds the address that it saw to the right of X-Forwarded-For; what stands to
 * the left of what a trusted one added is the client's to choose.  So the client is the
 * rightmost hop that is not trusted.  Where a hop is no address ("unknown", a name, garbage)
 * reading stops, and the one to its right is the client; so is the leftmost one where all are
 * trusted.
 */
#ifndef AGGREGATE_PROXY_H
#define AGGREGATE_PROXY_H

#include "common/err.h"
#include "common/hit.h"

struct proxies;

/* trusted: networks, NULL-terminated; of none (or NULL) *out is NULL. */
bool proxy_open(const char *const *trusted, struct proxies **out,
    struct err *err);
void proxy_close(struct proxies *p); /* accepts NULL */

/* Who sent it: addr, or an address within forwarded, without port, brackets and zone. */
struct span proxy_client(const struct proxies *p, struct span addr,
    struct span forwarded);

/* The batch with its clients for addresses; good until the next call.  p may be NULL. */
const struct hit_batch *proxy_batch(struct proxies *p,
    const struct hit_batch *batch);

#endif
