/* SPDX-License-Identifier: MIT */
/* table.h -- fixed-size rows found by a fixed-size key: the sums of a partial.
 *
 * A row begins with its key; keys are compared as bytes, so padding inside a key
 * must be zero (rows and keys start zeroed: { 0 }).  Rows lie in one array in
 * order of arrival and may be sorted or walked by index.  Hashing is seeded, so
 * that a log cannot be written to collide.
 */
#ifndef COMMON_TABLE_H
#define COMMON_TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct table {
	size_t row_bytes, key_bytes;
	uint64_t seed;
	bool hashed;    /* keys begin with 8 bytes of a keyed hash */
	char *row;
	uint64_t *slot; /* row number + 1 below, 32 bits of the hash above; or 0 */
	size_t n, cap, slots;
};

void table_open(struct table *t, size_t row_bytes, size_t key_bytes,
    uint64_t seed);
/* Keys begin with at least 8 bytes that a stranger can neither choose nor guess: they
 * are hash enough.  Before the first row. */
void table_hashed(struct table *t);
void table_close(struct table *t); /* accepts zeroed */
void table_clear(struct table *t); /* no rows; keeps the memory */

/* The row of that key, added (zeroed but for the key) if it is new.  Valid until
 * the next call that adds. */
void *table_at(struct table *t, const void *key);
void *table_find(const struct table *t, const void *key); /* or NULL */

/* The key will be asked for soon: its slot, then its row, are fetched meanwhile. */
void table_expect(const struct table *t, const void *key);
void table_expect_row(const struct table *t, const void *key);

static inline void *
table_row(const struct table *t, size_t i)
{
	return t->row + i * t->row_bytes;
}

size_t table_bytes(const struct table *t); /* that its rows take, about */

#endif
