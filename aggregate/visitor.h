/* SPDX-License-Identifier: MIT */
/* visitor.h -- the visitor key: "a browser at an address", not a person. */
#ifndef AGGREGATE_VISITOR_H
#define AGGREGATE_VISITOR_H

#include "common/hash.h"
#include "common/hit.h"

/* SipHash-2-4-128 under the store's secret of site, address (IPv6 cut to /64) and
 * agent, each with its length before it. */
struct hash128 visitor_key(const struct hash_keys *keys, const char *site_id,
    const struct hit *hit);

/* Of the address alone, for finding one that many visitors share. */
uint64_t visitor_address(const struct hash_keys *keys, const struct hit *hit);

#endif
