/* SPDX-License-Identifier: MIT */
/* hash.h -- the three hashes of the program, and the secret that keys two of them.
 *
 * The door of xxhash (header only) and of libcrypto.
 */
#ifndef COMMON_HASH_H
#define COMMON_HASH_H

#include "common/err.h"
#include "common/span.h"

enum {
	HASH_SECRET_BYTES = 32,  /* of a store: from getrandom(2), in its key file */
	HASH_KEYED_BYTES = 16,
	HASH_XXH_SECRET_BYTES = 192
};

/* What is derived from a store's secret. */
struct hash_keys {
	uint64_t sip[2];                          /* of visitor keys */
	unsigned char prefix[HASH_XXH_SECRET_BYTES]; /* of log contents */
	uint64_t table_seed;                      /* of hash tables in memory */
};

struct hash128 {
	unsigned char b[HASH_KEYED_BYTES];
};

/* Each part is derived from the secret by SHA-256 with a label of its own. */
void hash_keys_from(const unsigned char secret[HASH_SECRET_BYTES],
    struct hash_keys *out);

/* SipHash-2-4 with 128 bits of output (Aumasson and Bernstein, 2012; the reference
 * test vectors hold). */
struct hash128 hash_sip(const uint64_t key[2], const void *p, size_t n);

/* XXH3-64 with a seed: for tables in memory. */
uint64_t hash_fast(uint64_t seed, const void *p, size_t n);

/* XXH3-128 with a seed: so wide that equal hashes are taken for equal bytes.  The seed is
 * the run's own, and never shown. */
struct hash128 hash_wide(uint64_t seed, const void *p, size_t n);

/* XXH3-128 with the store's secret, streaming; digest leaves the state alone. */
struct hash_prefix;
struct hash_prefix *hash_prefix_open(const struct hash_keys *keys);
void hash_prefix_reset(struct hash_prefix *h);
void hash_prefix_add(struct hash_prefix *h, const void *p, size_t n);
struct hash128 hash_prefix_digest(const struct hash_prefix *h);
void hash_prefix_close(struct hash_prefix *h); /* accepts NULL */

/* SHA-256 as 64 lower-case hexadecimal digits and a NUL. */
void hash_sha256_hex(const void *p, size_t n, char out[65]);
bool hash_sha256_file_hex(const char *path, char out[65], struct err *err);

/* The same while bytes go by; told leaves the state alone. */
struct hash_sha256;
struct hash_sha256 *hash_sha256_open(void);
void hash_sha256_add(struct hash_sha256 *h, const void *p, size_t n);
void hash_sha256_told(const struct hash_sha256 *h, char out[65]);
void hash_sha256_close(struct hash_sha256 *h); /* accepts NULL */

/* Fills p from getrandom(2). */
bool hash_random(void *p, size_t n, struct err *err);

#endif
