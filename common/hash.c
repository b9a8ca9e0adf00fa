/* SPDX-License-Identifier: MIT */
#include "common/hash.h"

#include <errno.h>
#include <fcntl.h>
#include <openssl/evp.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "common/mem.h"

enum { SHA256_BYTES = 32, READ_BYTES = 64 * 1024 };

struct hash_prefix {
	/* The library keeps a pointer to the secret, so it lives beside the
	 * state and not in the caller's keys. */
	unsigned char secret[HASH_XXH_SECRET_BYTES];
	XXH3_state_t *state; /* in room, on the boundary that it wants */
	unsigned char room[sizeof(XXH3_state_t) + _Alignof(XXH3_state_t)];
};

_Static_assert((int)HASH_XXH_SECRET_BYTES >= (int)XXH3_SECRET_SIZE_MIN,
    "XXH3 refuses a shorter secret");

/* libcrypto fails where memory is out or a policy forbids SHA-256.  No key may
 * be made from what it left undone, and there is nothing else to make it from. */
static void
must(bool done)
{
	if (!done)
		abort();
}

static void
hex(const unsigned char digest[SHA256_BYTES], char out[65])
{
	static const char digits[] = "0123456789abcdef";

	for (size_t i = 0; i < SHA256_BYTES; i++) {
		out[2 * i] = digits[digest[i] >> 4];
		out[2 * i + 1] = digits[digest[i] & 15];
	}
	out[64] = '\0';
}

void
hash_sha256_hex(const void *p, size_t n, char out[65])
{
	unsigned char digest[SHA256_BYTES];

	must(EVP_Digest(n > 0 ? p : "", n, digest, NULL, EVP_sha256(),
	    NULL) == 1);
	hex(digest, out);
}

/* Reads fd to its end into the digest. */
static bool
digest_fd(int fd, EVP_MD_CTX *md, const char *path, struct err *err)
{
	unsigned char *room = mem_new(READ_BYTES);
	ssize_t n;

	do {
		n = read(fd, room, READ_BYTES);
		if (n > 0)
			must(EVP_DigestUpdate(md, room, (size_t)n) == 1);
	} while (n > 0 || (n < 0 && errno == EINTR));
	mem_free(room);
	return n == 0 || err_set(err, ERR_IO, "%s: %s", path, strerror(errno));
}

bool
hash_sha256_file_hex(const char *path, char out[65], struct err *err)
{
	/* Not blocking: a FIFO in the place of a file must not hold us up. */
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
	struct stat st;

	if (fd < 0 || fstat(fd, &st) != 0) {
		err_set(err, ERR_NOINPUT, "%s: %s", path, strerror(errno));
		if (fd >= 0)
			close(fd);
		return false;
	}
	if (!S_ISREG(st.st_mode)) {
		close(fd);
		return err_set(err, ERR_NOINPUT, "%s: not a regular file",
		    path);
	}

	EVP_MD_CTX *md = EVP_MD_CTX_new();
	unsigned char digest[SHA256_BYTES];

	must(md != NULL && EVP_DigestInit_ex(md, EVP_sha256(), NULL) == 1);

	bool done = digest_fd(fd, md, path, err);

	if (done) {
		must(EVP_DigestFinal_ex(md, digest, NULL) == 1);
		hex(digest, out);
	}
	EVP_MD_CTX_free(md);
	close(fd);
	return done;
}

struct hash_sha256 {
	EVP_MD_CTX *md;
};

struct hash_sha256 *
hash_sha256_open(void)
{
	struct hash_sha256 *h = mem_new(sizeof(*h));

	h->md = EVP_MD_CTX_new();
	must(h->md != NULL &&
	    EVP_DigestInit_ex(h->md, EVP_sha256(), NULL) == 1);
	return h;
}

void
hash_sha256_add(struct hash_sha256 *h, const void *p, size_t n)
{
	if (n > 0)
		must(EVP_DigestUpdate(h->md, p, n) == 1);
}

void
hash_sha256_told(const struct hash_sha256 *h, char out[65])
{
	unsigned char digest[SHA256_BYTES];
	EVP_MD_CTX *copy = EVP_MD_CTX_new();

	must(copy != NULL && EVP_MD_CTX_copy_ex(copy, h->md) == 1 &&
	    EVP_DigestFinal_ex(copy, digest, NULL) == 1);
	EVP_MD_CTX_free(copy);
	hex(digest, out);
}

void
hash_sha256_close(struct hash_sha256 *h)
{
	if (h != NULL)
		EVP_MD_CTX_free(h->md);
	mem_free(h);
}

bool
hash_random(void *p, size_t n, struct err *err)
{
	unsigned char *at = p;

	while (n > 0) {
		ssize_t got = getrandom(at, n, 0);

		if (got < 0 && errno == EINTR)
			continue;
		if (got <= 0)
			return err_set(err, ERR_IO, "getrandom: %s",
			    strerror(errno));
		at += got;
		n -= (size_t)got;
	}
	return true;
}

static uint64_t
load_le64(const unsigned char *p)
{
	uint64_t v = 0;

	for (int i = 7; i >= 0; i--)
		v = v << 8 | p[i];
	return v;
}

static void
store_le64(unsigned char *p, uint64_t v)
{
	for (int i = 0; i < 8; i++, v >>= 8)
		p[i] = (unsigned char)v;
}

/* SHA-256 of the label with its NUL, a block number and the secret.  All labels
 * differ before the NUL, so no two inputs are alike. */
static void
derive(const unsigned char secret[HASH_SECRET_BYTES], const char *label,
    unsigned char block, unsigned char out[SHA256_BYTES])
{
	unsigned char text[32 + 1 + HASH_SECRET_BYTES] = { 0 };
	size_t n = strlen(label) + 1;

	must(n <= 32);
	memcpy(text, label, n);
	text[n++] = block;
	memcpy(text + n, secret, HASH_SECRET_BYTES);
	n += HASH_SECRET_BYTES;
	must(EVP_Digest(text, n, out, NULL, EVP_sha256(), NULL) == 1);
	explicit_bzero(text, sizeof(text));
}

void
hash_keys_from(const unsigned char secret[HASH_SECRET_BYTES],
    struct hash_keys *out)
{
	unsigned char d[SHA256_BYTES];

	derive(secret, "truycap visitor key", 0, d);
	out->sip[0] = load_le64(d);
	out->sip[1] = load_le64(d + 8);

	_Static_assert(HASH_XXH_SECRET_BYTES % SHA256_BYTES == 0, "whole blocks");
	for (unsigned char i = 0; i < HASH_XXH_SECRET_BYTES / SHA256_BYTES; i++)
		derive(secret, "truycap log prefix", i,
		    out->prefix + i * SHA256_BYTES);

	derive(secret, "truycap table seed", 0, d);
	out->table_seed = load_le64(d);
	explicit_bzero(d, sizeof(d));
}

struct sip {
	uint64_t v[4];
};

static inline uint64_t
rotl(uint64_t x, int by)
{
	return x << by | x >> (64 - by);
}

static inline void
sip_rounds(struct sip *s, int n)
{
	uint64_t a = s->v[0], b = s->v[1], c = s->v[2], d = s->v[3];

	while (n-- > 0) {
		a += b;
		c += d;
		b = rotl(b, 13) ^ a;
		d = rotl(d, 16) ^ c;
		a = rotl(a, 32);
		a += d;
		c += b;
		d = rotl(d, 21) ^ a;
		b = rotl(b, 17) ^ c;
		c = rotl(c, 32);
	}
	*s = (struct sip){ { a, b, c, d } };
}

static inline void
sip_word(struct sip *s, uint64_t word)
{
	s->v[3] ^= word;
	sip_rounds(s, 2);
	s->v[0] ^= word;
}

struct hash128
hash_sip(const uint64_t key[2], const void *p, size_t n)
{
	/* "somepseudorandomlygeneratedbytes"; 0xee and 0xdd mark 128 bits. */
	struct sip s = { { key[0] ^ 0x736f6d6570736575u,
	    key[1] ^ 0x646f72616e646f6du ^ 0xee,
	    key[0] ^ 0x6c7967656e657261u,
	    key[1] ^ 0x7465646279746573u } };
	const unsigned char *at = p;
	uint64_t last = (uint64_t)n << 56;
	struct hash128 out;

	for (; n >= 8; n -= 8, at += 8)
		sip_word(&s, load_le64(at));
	for (size_t i = 0; i < n; i++)
		last |= (uint64_t)at[i] << (8 * i);
	sip_word(&s, last);

	s.v[2] ^= 0xee;
	sip_rounds(&s, 4);
	store_le64(out.b, s.v[0] ^ s.v[1] ^ s.v[2] ^ s.v[3]);
	s.v[1] ^= 0xdd;
	sip_rounds(&s, 4);
	store_le64(out.b + 8, s.v[0] ^ s.v[1] ^ s.v[2] ^ s.v[3]);
	return out;
}

uint64_t
hash_fast(uint64_t seed, const void *p, size_t n)
{
	return XXH3_64bits_withSeed(p, n, seed);
}

struct hash128
hash_wide(uint64_t seed, const void *p, size_t n)
{
	XXH128_hash_t h = XXH3_128bits_withSeed(n > 0 ? p : "", n, seed);
	struct hash128 out;

	_Static_assert(sizeof(h) == sizeof(out), "128 bits");
	memcpy(&out, &h, sizeof(out));
	return out;
}

struct hash_prefix *
hash_prefix_open(const struct hash_keys *keys)
{
	struct hash_prefix *h = mem_new(sizeof(*h));
	uintptr_t align = _Alignof(XXH3_state_t);
	uintptr_t past = (uintptr_t)h->room % align;

	h->state = (void *)(h->room + (past > 0 ? align - past : 0));
	memcpy(h->secret, keys->prefix, sizeof(h->secret));
	hash_prefix_reset(h);
	return h;
}

void
hash_prefix_reset(struct hash_prefix *h)
{
	XXH3_128bits_reset_withSecret(h->state, h->secret, sizeof(h->secret));
}

void
hash_prefix_add(struct hash_prefix *h, const void *p, size_t n)
{
	if (n > 0)
		XXH3_128bits_update(h->state, p, n);
}

struct hash128
hash_prefix_digest(const struct hash_prefix *h)
{
	XXH128_canonical_t canonical;
	struct hash128 out;

	/* Canonical, so that a store may move to another machine. */
	XXH128_canonicalFromHash(&canonical, XXH3_128bits_digest(h->state));
	memcpy(out.b, canonical.digest, sizeof(out.b));
	return out;
}

void
hash_prefix_close(struct hash_prefix *h)
{
	if (h != NULL)
		explicit_bzero(h->secret, sizeof(h->secret));
	mem_free(h);
}
