/* SPDX-License-Identifier: MIT */
/* eight.h -- eight bytes of text as one number, the first byte its lowest.
 *
 * For short fields a loop over bytes ends now here, now there, which costs more
 * than all bytes at once.  A flag is the highest bit of its byte.
 */
#ifndef INGEST_EIGHT_H
#define INGEST_EIGHT_H

#include <endian.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#define EIGHT_TIMES(byte) (UINT64_C(0x0101010101010101) * (byte))
#define EIGHT_FLAGS EIGHT_TIMES(0x80)

static inline uint64_t
eight_load(const char *p)
{
	uint64_t v;

	memcpy(&v, p, sizeof(v));
	return le64toh(v);
}

/* Flags the bytes above most, which is below 0x80. */
static inline uint64_t
eight_above(uint64_t v, unsigned char most)
{
	uint64_t low = v & ~EIGHT_FLAGS;

	return ((low + EIGHT_TIMES(0x7fu - most)) | v) & EIGHT_FLAGS;
}

static inline uint64_t
eight_no_digits(uint64_t v)
{
	return eight_above(v ^ EIGHT_TIMES('0'), 9);
}

/* Flags all bytes but c. */
static inline uint64_t
eight_others(uint64_t v, unsigned char c)
{
	return eight_above(v ^ EIGHT_TIMES(c), 0);
}

/* The number that the n digits before end make; 8 bytes before end are there, n is
 * from 1 to 8.  False: not all are digits. */
static inline bool
eight_number(const char *end, size_t n, uint64_t *out)
{
	unsigned shift = (unsigned)(8 - n) * 8;
	uint64_t v = eight_load(end - 8) >> shift << shift;

	/* What stands before the digits is zeros now. */
	v ^= EIGHT_TIMES('0') << shift;
	if (eight_above(v, 9) != 0)
		return false;
	/* Pairs of digits, then two pairs of pairs at once. */
	v = v * 10 + (v >> 8);
	*out = ((v & UINT64_C(0xff000000ff)) * UINT64_C(0xf424000000064) +
	    (v >> 16 & UINT64_C(0xff000000ff)) * UINT64_C(0x271000000001)) >>
	    32;
	return true;
}

#endif
