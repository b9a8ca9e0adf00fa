/* SPDX-License-Identifier: MIT */
#include "common/hll.h"

#include <string.h>

uint64_t
hll_hash(const uint64_t year_key[2], const struct hash128 *visitor)
{
	struct hash128 h = hash_sip(year_key, visitor->b, sizeof(visitor->b));
	uint64_t v = 0;

	for (int i = 7; i >= 0; i--)
		v = v << 8 | h.b[i];
	return v;
}

void
hll_clear(struct hll *h)
{
	memset(h, 0, sizeof(*h));
}

void
hll_add(struct hll *h, uint64_t hash)
{
	uint8_t *reg = &h->reg[hash >> (64 - HLL_BITS)];
	/* The one behind the last bit ends the zeros of a hash that has no other. */
	uint64_t rest = hash << HLL_BITS | UINT64_C(1) << (HLL_BITS - 1);
	uint8_t rank = (uint8_t)(__builtin_clzll(rest) + 1);

	if (rank > *reg)
		*reg = rank;
}

void
hll_merge(struct hll *into, const struct hll *from)
{
	for (size_t i = 0; i < HLL_REGISTERS; i++)
		if (from->reg[i] > into->reg[i])
			into->reg[i] = from->reg[i];
}

/* ---- the estimator: algorithms 4 to 6 of the paper ----
 *
 * Only + - * / of doubles, in one order.  A compiler may fuse a product and a sum where the
 * machine can, which rounds once instead of twice; but here each product that goes into a
 * sum has a power of two for a factor, is exact, and so the same either way. */

/* Square root of 0 to 1 by Newton's iteration, which falls until it is there.  (The math
 * library's would do, were it linked.) */
static double
root(double x)
{
	double r = 1, next = (1 + x) / 2;

	while (next < r) {
		r = next;
		next = (r + x / r) / 2;
	}
	return r;
}

/* What the registers that are still 0 add; x is their fraction, less than 1. */
static double
sigma(double x)
{
	double sum = x, before, y = 1;

	do {
		x *= x;
		before = sum;
		sum += x * y;
		y += y;
	} while (sum > before);
	return sum;
}

/* What the registers that can grow no more take away; x is the fraction of others. */
static double
tau(double x)
{
	double sum = 1 - x, before, y = 1;

	if (x <= 0 || x >= 1)
		return 0;
	do {
		x = root(x);
		before = sum;
		y /= 2;

		double square = (1 - x) * (1 - x);

		sum -= square * y;
	} while (sum < before);
	return sum / 3;
}

double
hll_estimate(const struct hll *h)
{
	const double m = HLL_REGISTERS;
	const double alpha = 0.72134752044448170; /* 1 / (2 ln 2) */
	const double most = 9223372036854774784.0; /* a double below INT64_MAX */
	int of[HLL_RANK_MAX + 1] = { 0 }; /* registers of each rank */

	for (size_t i = 0; i < HLL_REGISTERS; i++)
		of[h->reg[i]]++;
	if (of[0] == HLL_REGISTERS)
		return 0;

	double z = m * tau(1 - of[HLL_RANK_MAX] / m);

	for (int k = HLL_RANK_MAX - 1; k > 0; k--)
		z = (z + of[k]) / 2;
	z += m * sigma(of[0] / m);
	/* All registers full: z is 0. */
	return alpha * m * m < z * most ? alpha * m * m / z : most;
}

int64_t
hll_count(const struct hll *h)
{
	double estimate = hll_estimate(h);
	int64_t below = (int64_t)estimate;

	return below + (estimate - (double)below >= 0.5);
}

/* ---- packed ----
 *
 * A list: for each register that is not 0, in order, its distance from the one before (from
 * -1 for the first), and its rank.  Distances of 1 to 127 take a byte, greater ones
 * two: the low 7 bits with the high bit set, then the rest.
 * Dense: 6 bits a register, four in three bytes, low bits first.
 * The list where it is shorter: so a length of HLL_DENSE_BYTES is always dense. */

enum { DISTANCE_BITS = 7, DISTANCE_MORE = 1 << DISTANCE_BITS };

/* Bytes of the list; it is written if at is not NULL, where it must have room. */
static size_t
list(const struct hll *h, uint8_t *at)
{
	size_t n = 0;
	unsigned before = 0;

	for (unsigned i = 0; i < HLL_REGISTERS; i++) {
		unsigned distance = i + 1 - before;
		bool far = distance >= DISTANCE_MORE;

		if (h->reg[i] == 0)
			continue;
		if (at != NULL) {
			if (far) {
				*at++ = (uint8_t)(distance | DISTANCE_MORE);
				distance >>= DISTANCE_BITS;
			}
			*at++ = (uint8_t)distance;
			*at++ = h->reg[i];
		}
		n += far ? 3 : 2;
		before = i + 1;
	}
	return n;
}

void
hll_pack(const struct hll *h, struct buf *out)
{
	uint8_t room[HLL_DENSE_BYTES], *at = room;
	size_t n = list(h, NULL);

	if (n < sizeof(room)) {
		list(h, room);
		buf_add(out, room, n);
		return;
	}
	for (const uint8_t *r = h->reg; r < h->reg + HLL_REGISTERS; r += 4) {
		*at++ = (uint8_t)(r[0] | r[1] << 6);
		*at++ = (uint8_t)(r[1] >> 2 | r[2] << 4);
		*at++ = (uint8_t)(r[2] >> 4 | r[3] << 2);
	}
	buf_add(out, room, sizeof(room));
}

static bool
read_list(const uint8_t *at, const uint8_t *end, struct hll *out)
{
	unsigned next = 0; /* the register after the last one read */

	while (at < end) {
		unsigned distance = *at++;

		if (distance >= DISTANCE_MORE) {
			if (at == end || *at == 0) /* or: would fit in one */
				return false;
			distance += *at++ * (unsigned)DISTANCE_MORE -
			    DISTANCE_MORE;
		}
		if (distance == 0 || distance > HLL_REGISTERS - next ||
		    at == end || *at == 0 || *at > HLL_RANK_MAX)
			return false;
		next += distance;
		out->reg[next - 1] = *at++;
	}
	return true;
}

static bool
read_dense(const uint8_t *at, struct hll *out)
{
	unsigned most = 0;

	for (uint8_t *r = out->reg; r < out->reg + HLL_REGISTERS; r += 4) {
		unsigned four = (unsigned)(at[0] | at[1] << 8 | at[2] << 16);

		for (int i = 0; i < 4; i++, four >>= 6) {
			r[i] = four & 63;
			most = r[i] > most ? r[i] : most;
		}
		at += 3;
	}
	return most <= HLL_RANK_MAX && list(out, NULL) >= HLL_DENSE_BYTES;
}

bool
hll_unpack(struct span packed, struct hll *out, struct err *err)
{
	const uint8_t *at = (const uint8_t *)packed.p;
	struct hll h = { 0 };

	if (packed.n > HLL_DENSE_BYTES ||
	    !(packed.n == HLL_DENSE_BYTES ? read_dense(at, &h) :
	    packed.n == 0 || read_list(at, at + packed.n, &h)))
		return err_set(err, ERR_DATA, "a damaged count of visitors");
	*out = h;
	return true;
}
