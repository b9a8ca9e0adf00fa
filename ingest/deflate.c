/* SPDX-License-Identifier: MIT */
#include "ingest/deflate.h"

enum {
	LITERALS = 286,  /* and lengths; a block may define fewer */
	DISTANCES = 30,
	END_OF_BLOCK = 256,
	LENGTHS = 19,    /* symbols of the code that lengths are written in */
	LENGTH_BITS = 7, /* its longest code */
	CODE_BITS = 15
};

/* Fewer bytes than asked for make short bits zero: *lacking tells of it. */
static unsigned
take(struct deflate_bits *b, unsigned n, bool *lacking)
{
	while (b->n_held < n && b->n > 0) {
		b->held |= (uint64_t)*b->p++ << b->n_held;
		b->n--;
		b->n_held += 8;
	}
	if (b->n_held < n) {
		*lacking = true;
		return 0;
	}

	unsigned value = (unsigned)(b->held & ((1u << n) - 1));

	b->held >>= n;
	b->n_held -= n;
	return value;
}

static bool
stored_is_sound(struct deflate_bits *b, bool *lacking)
{
	take(b, b->n_held % 8, lacking);

	unsigned length = take(b, 16, lacking);

	return (length ^ take(b, 16, lacking)) == 0xffff;
}

/* How much of all codes of top bits those with these lengths take: 1 << top is all
 * of it, no more and no less. */
static unsigned
share(const unsigned char *length, unsigned n, unsigned top)
{
	unsigned sum = 0;

	for (unsigned i = 0; i < n; i++)
		if (length[i] > 0)
			sum += 1u << (top - length[i]);
	return sum;
}

/* No bits without a meaning; or one code of one bit, as RFC 1951 allows. */
static bool
is_complete(const unsigned char *length, unsigned n)
{
	unsigned used = 0, sum = share(length, n, CODE_BITS);

	for (unsigned i = 0; i < n; i++)
		used += length[i] > 0;
	return sum == 1u << CODE_BITS ||
	    (used == 1 && sum == 1u << (CODE_BITS - 1));
}

/* Codes to symbols: entry = symbol << 3 | length, by the next 7 bits. */
static void
fill_table(unsigned char *table, const unsigned char *length)
{
	unsigned code = 0;

	for (unsigned bits = 1; bits <= LENGTH_BITS; bits++, code <<= 1)
		for (unsigned s = 0; s < LENGTHS; s++) {
			unsigned turned = 0;

			if (length[s] != bits)
				continue;
			/* Codes are written from their highest bit on. */
			for (unsigned i = 0; i < bits; i++)
				turned |= (code >> i & 1) << (bits - 1 - i);
			for (; turned < 1u << LENGTH_BITS; turned += 1u << bits)
				table[turned] = (unsigned char)(s << 3 | bits);
			code++;
		}
}

/* By a look at 7 bits, of which it takes those of the code. */
static unsigned
take_symbol(struct deflate_bits *b, const unsigned char *table, bool *lacking)
{
	while (b->n_held < LENGTH_BITS && b->n > 0) {
		b->held |= (uint64_t)*b->p++ << b->n_held;
		b->n--;
		b->n_held += 8;
	}

	unsigned entry = table[b->held & ((1u << LENGTH_BITS) - 1)];

	take(b, entry & 7, lacking);
	return entry >> 3;
}

/* n lengths; false: they go beyond n, or repeat what is not there. */
static bool
take_lengths(struct deflate_bits *b, const unsigned char *table,
    unsigned char *length, unsigned n, bool *lacking)
{
	for (unsigned i = 0; i < n && !*lacking;) {
		unsigned symbol = take_symbol(b, table, lacking), times = 1;
		unsigned char value = (unsigned char)symbol;

		if (symbol == 16) {
			if (i == 0)
				return false;
			value = length[i - 1];
			times = 3 + take(b, 2, lacking);
		} else if (symbol > 16) {
			value = 0;
			times = symbol == 17 ? 3 + take(b, 3, lacking) :
			    11 + take(b, 7, lacking);
		}
		if (times > n - i)
			return false;
		while (times-- > 0)
			length[i++] = value;
	}
	return true;
}

static bool
dynamic_is_sound(struct deflate_bits *b, bool *lacking)
{
	static const unsigned char order[LENGTHS] = { 16, 17, 18, 0, 8, 7, 9, 6,
		10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15 };
	unsigned char of_lengths[LENGTHS] = { 0 }, table[1 << LENGTH_BITS];
	unsigned char length[LITERALS + DISTANCES] = { 0 };
	unsigned literals = 257 + take(b, 5, lacking);
	unsigned distances = 1 + take(b, 5, lacking);
	unsigned lengths = 4 + take(b, 4, lacking);

	if (literals > LITERALS || distances > DISTANCES)
		return false;
	for (unsigned i = 0; i < lengths; i++)
		of_lengths[order[i]] = (unsigned char)take(b, 3, lacking);
	if (*lacking ||
	    share(of_lengths, LENGTHS, LENGTH_BITS) != 1u << LENGTH_BITS)
		return false;
	fill_table(table, of_lengths);
	if (!take_lengths(b, table, length, literals + distances, lacking))
		return false;
	return length[END_OF_BLOCK] > 0 && is_complete(length, literals) &&
	    (share(length + literals, distances, CODE_BITS) == 0 ||
	    is_complete(length + literals, distances));
}

enum deflate_head
deflate_head(struct deflate_bits bits, bool *final)
{
	bool lacking = false, last = take(&bits, 1, &lacking) == 1, sound;

	switch (take(&bits, 2, &lacking)) {
	case 0:
		sound = stored_is_sound(&bits, &lacking);
		break;
	case 1:
		sound = true;
		break;
	case 2:
		sound = dynamic_is_sound(&bits, &lacking);
		break;
	default:
		sound = false;
	}
	if (lacking)
		return DEFLATE_SHORT;
	if (!sound)
		return DEFLATE_ODD;
	*final = last;
	return DEFLATE_SOUND;
}
