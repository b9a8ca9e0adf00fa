/* SPDX-License-Identifier: MIT */
/* deflate.h -- does a deflate block begin in a way that all decoders accept?
 *
 * Decoders differ in what they let pass: codes that leave bits without a meaning
 * (RFC 1951 allows them for one case only).  A block that is sound here is sound
 * for each of them; one that is odd may still be.
 */
#ifndef INGEST_DEFLATE_H
#define INGEST_DEFLATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Bits still to be read: n_held of them in held, the first one lowest, then n
 * bytes at p. */
struct deflate_bits {
	uint64_t held;
	unsigned n_held;
	const unsigned char *p;
	size_t n;
};

enum deflate_head {
	DEFLATE_SOUND,
	DEFLATE_SHORT, /* not all of the head is there: at most 320 bytes */
	DEFLATE_ODD
};

/* *final is set where the head is sound: no block comes after this one. */
enum deflate_head deflate_head(struct deflate_bits bits, bool *final);

#endif
