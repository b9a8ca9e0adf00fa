/* SPDX-License-Identifier: MIT */
/* hll.h -- how many different visitors a month or a year had, without keeping any.
 *
 * A HyperLogLog sketch (Flajolet and others, 2007) of 2^14 registers, with the improved raw
 * estimator of O. Ertl, "New cardinality estimation algorithms for HyperLogLog sketches"
 * (2017), which needs no table of corrections and is as good for few visitors as for many.
 *
 * What is kept: 14 bits of a visitor's hash choose a register, and a register keeps the
 * greatest rank (zeros before the first one of the other 50 bits, and 1) that it met.  All
 * visitors of a register leave one number of 0 to 51 behind.  No hash can be read from that,
 * let alone the key it was made of, and the same visitor again changes nothing.
 *
 * What could be asked: whoever has the secret and guesses a visitor can make the hash, and
 * see whether the register speaks against it; of a site with few visitors that is nearly a
 * yes or no.  So visitors are hashed under a secret of the year alone (hll_hash), which is
 * destroyed when the year is sealed: after that no guess can be tried.  For the same reason
 * sketches merge within a year only: a visitor of two years has two hashes.
 *
 * Merging is a maximum: commutative, associative, idempotent.  The sketch of a month is that
 * of all its days, in whatever order and however often.
 */
#ifndef COMMON_HLL_H
#define COMMON_HLL_H

#include "common/buf.h"
#include "common/err.h"
#include "common/hash.h"
#include "common/span.h"

enum {
	HLL_BITS = 14,                      /* of a hash that choose a register */
	HLL_REGISTERS = 1 << HLL_BITS,
	HLL_RANK_MAX = 64 - HLL_BITS + 1,
	HLL_DENSE_BYTES = HLL_REGISTERS * 6 / 8 /* packed: at most these */
};

/* Standard error of an estimate, as a fraction: 1.04 / sqrt(HLL_REGISTERS).  Two of three
 * estimates are within it, 19 of 20 within twice of it. */
#define HLL_ERROR 0.008125

/* Starts zeroed: nobody.  A register has 0 (never met) to HLL_RANK_MAX. */
struct hll {
	uint8_t reg[HLL_REGISTERS];
};

/* First 8 bytes, little end first, of hash_sip(year_key, visitor). */
uint64_t hll_hash(const uint64_t year_key[2], const struct hash128 *visitor);

void hll_clear(struct hll *h);
void hll_add(struct hll *h, uint64_t hash); /* hash: uniform in all its bits */
void hll_merge(struct hll *into, const struct hll *from);

/* Different hashes that were added, about; finite, as no more than INT64_MAX are told.  The
 * same registers give the same bits on every machine with IEEE doubles. */
double hll_estimate(const struct hll *h);
int64_t hll_count(const struct hll *h); /* that, rounded */

/* Packed, for the store: appended to out.  The same registers always give the same bytes.
 * Nobody is no byte; a small site's day is two or three bytes a visitor; the most is
 * HLL_DENSE_BYTES, which is also how the two forms are told apart. */
void hll_pack(const struct hll *h, struct buf *out);

/* ERR_DATA for all that hll_pack does not write. */
bool hll_unpack(struct span packed, struct hll *out, struct err *err);

#endif
