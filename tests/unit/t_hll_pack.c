/* SPDX-License-Identifier: MIT */
/* t_hll_pack -- how sketches of visitors are packed, and what is refused. */
#include <inttypes.h>
#include <string.h>

#include "common/hll.h"
#include "tests/tap.h"

static uint64_t
mix(uint64_t z)
{
	z += UINT64_C(0x9e3779b97f4a7c15);
	z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
	z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
	return z ^ (z >> 31);
}

static void
add_all(struct hll *h, uint64_t from, uint64_t n)
{
	for (uint64_t i = from; i < from + n; i++)
		hll_add(h, mix(i));
}

static bool
same(const struct hll *a, const struct hll *b)
{
	return memcmp(a->reg, b->reg, sizeof(a->reg)) == 0;
}

static void
round_trips(void)
{
	static const struct {
		uint64_t n;
		int bytes; /* -1: whatever it is */
	} rows[] = { { 0, 0 }, { 1, -1 }, { 2, -1 }, { 100, -1 }, { 1000, -1 },
		{ 5000, -1 }, { 7000, -1 }, { 7600, -1 }, { 7900, -1 },
		{ 8400, HLL_DENSE_BYTES }, { 20000, HLL_DENSE_BYTES },
		{ 1000000, HLL_DENSE_BYTES } };

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct hll h = { 0 }, back = { { 9 } };
		struct buf b = { 0 }, again = { 0 };
		struct span s;
		struct err err;

		add_all(&h, 77, rows[i].n);
		hll_pack(&h, &b);
		s = (struct span){ tap_guarded(b.p, b.n), b.n };
		ok(hll_unpack(s, &back, &err) && same(&h, &back),
		    "the sketch of %" PRIu64 " comes back", rows[i].n);
		hll_pack(&back, &again);
		ok(span_eq(s, buf_view(&again)) && b.n <= HLL_DENSE_BYTES &&
		    b.n <= rows[i].n * 3,
		    "and packs to the same %zu bytes", b.n);
		if (rows[i].bytes >= 0)
			is_int((long long)b.n, rows[i].bytes,
			    "which are as many as they must be");
		buf_close(&b);
		buf_close(&again);
	}
}

/* The first n registers have rank 1: two bytes each in a list. */
static void
borders(void)
{
	struct hll h = { 0 };
	struct buf b = { 0 };

	memset(h.reg, 1, 6143);
	hll_pack(&h, &b);
	is_int((long long)b.n, 12286, "6,143 neighbours are a list");
	buf_clear(&b);
	h.reg[6143] = 1;
	hll_pack(&h, &b);
	ok(b.n == HLL_DENSE_BYTES && b.p[0] == 0x41,
	    "one more, which would be as long, is dense");
	buf_clear(&b);
	memset(&h, 0, sizeof(h));
	h.reg[HLL_REGISTERS - 1] = 51;
	h.reg[0] = 2;
	h.reg[127] = 3;
	h.reg[255] = 4;
	hll_pack(&h, &b);
	ok(span_eq(buf_view(&b), SPAN("\1\2\177\3\200\1\4\200\176\63")),
	    "a list is distances and ranks");
	buf_close(&b);
}

#define BYTES(literal) { literal, sizeof(literal) - 1 }
static const struct {
	const char *name;
	struct span bytes;
} damaged[] = {
	{ "half an entry", BYTES("\5") },
	{ "half a distance", BYTES("\1\1\200") },
	{ "a distance and no rank", BYTES("\1\1\200\1") },
	{ "distance 0", BYTES("\0\1") },
	{ "distance 0 in two bytes", BYTES("\200\0\1") },
	{ "a small distance in two bytes", BYTES("\201\0\1") },
	{ "rank 0", BYTES("\1\0") },
	{ "a rank of 52", BYTES("\1\64") },
	{ "a register behind the last", BYTES("\201\200\1\1") },
	{ "a register behind the last, later", BYTES("\1\1\200\200\1\1\1\1") },
	{ "a far distance", BYTES("\377\377\1") },
};

static void
hostile(void)
{
	static char dense[HLL_DENSE_BYTES + 1];
	struct hll untouched = { { 9 } }, h = untouched;
	struct err err;

	for (size_t i = 0; i < sizeof(damaged) / sizeof(damaged[0]); i++) {
		struct span s = damaged[i].bytes;

		s.p = tap_guarded(s.p, s.n);
		ok(!hll_unpack(s, &h, &err) && err.code == ERR_DATA,
		    "%s is damage", damaged[i].name);
	}
	ok(!hll_unpack((struct span){ dense, HLL_DENSE_BYTES }, &h, &err),
	    "dense where a list would do is damage");
	memset(dense, 0xff, sizeof(dense));
	ok(!hll_unpack((struct span){ dense, HLL_DENSE_BYTES }, &h, &err),
	    "dense ranks of 63 are damage");
	memset(dense, 0, sizeof(dense));
	memset(dense, 0x11, 12000);
	ok(hll_unpack((struct span){ dense, HLL_DENSE_BYTES }, &(struct hll){ 0 },
	    &err), "dense that is right is none");
	ok(!hll_unpack((struct span){ dense, HLL_DENSE_BYTES + 1 }, &h, &err),
	    "a byte more is damage");
	ok(same(&h, &untouched), "what cannot be unpacked leaves all as it was");
}

/* Whatever is accepted is what would be written. */
static void
random_bytes(void)
{
	int accepted = 0, other = 0;

	for (uint64_t t = 0; t < 20000; t++) {
		char bytes[8];
		struct span s = { bytes, mix(t) % (sizeof(bytes) + 1) };
		struct buf b = { 0 };
		struct hll h = { 0 };

		for (size_t i = 0; i < s.n; i++) {
			uint64_t r = mix(t << 8 | i);

			bytes[i] = (char)(r & 3 ? r >> 8 & 63 : r >> 8);
		}
		if (!hll_unpack(s, &h, NULL))
			continue;
		accepted++;
		hll_pack(&h, &b);
		other += !span_eq(s, buf_view(&b));
		buf_close(&b);
	}
	ok(accepted > 100 && other == 0,
	    "random bytes that are accepted pack to the same again");
}

int
main(void)
{
	round_trips();
	borders();
	hostile();
	random_bytes();
	return done();
}
