/* SPDX-License-Identifier: MIT */
#include "common/hash.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/tap.h"

/* Of the reference implementation: key 00 01 .. 0f, and the message of n bytes is
 * 00 01 .. n-1. */
static const char *const sip_vectors[64] = {
	"a3817f04ba25a8e66df67214c7550293",
	"da87c1d86b99af44347659119b22fc45",
	"8177228da4a45dc7fca38bdef60affe4",
	"9c70b60c5267a94e5f33b6b02985ed51",
	"f88164c12d9c8faf7d0f6e7c7bcd5579",
	"1368875980776f8854527a07690e9627",
	"14eeca338b208613485ea0308fd7a15e",
	"a1f1ebbed8dbc153c0b84aa61ff08239",
	"3b62a9ba6258f5610f83e264f31497b4",
	"264499060ad9baabc47f8b02bb6d71ed",
	"00110dc378146956c95447d3f3d0fbba",
	"0151c568386b6677a2b4dc6f81e5dc18",
	"d626b266905ef35882634df68532c125",
	"9869e247e9c08b10d029934fc4b952f7",
	"31fcefac66d7de9c7ec7485fe4494902",
	"5493e99933b0a8117e08ec0f97cfc3d9",
	"6ee2a4ca67b054bbfd3315bf85230577",
	"473d06e8738db89854c066c47ae47740",
	"a426e5e423bf4885294da481feaef723",
	"78017731cf65fab074d5208952512eb1",
	"9e25fc833f2290733e9344a5e83839eb",
	"568e495abe525a218a2214cd3e071d12",
	"4a29b54552d16b9a469c10528eff0aae",
	"c9d184ddd5a9f5e0cf8ce29a9abf691c",
	"2db479ae78bd50d8882a8a178a6132ad",
	"8ece5f042d5e447b5051b9eacb8d8f6f",
	"9c0b53b4b3c307e87eaee08678141f66",
	"abf248af69a6eae4bfd3eb2f129eeb94",
	"0664da1668574b88b935f3027358aef4",
	"aa4b9dc4bf337de90cd4fd3c467c6ab7",
	"ea5c7f471faf6bde2b1ad7d4686d2287",
	"2939b0183223fafc1723de4f52c43d35",
	"7c3956ca5eeafc3e363e9d556546eb68",
	"77c6077146f01c32b6b69d5f4ea9ffcf",
	"37a6986cb8847edf0925f0f1309b54de",
	"a705f0e69da9a8f907241a2e923c8cc8",
	"3dc47d1f29c448461e9e76ed904f6711",
	"0d62bf01e6fc0e1a0d3c4751c5d3692b",
	"8c03468bca7c669ee4fd5e084bbee7b5",
	"528a5bb93baf2c9c4473cce5d0d22bd9",
	"df6a301e95c95dad97ae0cc8c6913bd8",
	"801189902c857f39e73591285e70b6db",
	"e617346ac9c231bb3650ae34ccca0c5b",
	"27d93437efb721aa401821dcec5adf89",
	"89237d9ded9c5e78d8b1c9b166cc7342",
	"4a6d8091bf5e7d651189fa94a250b14c",
	"0e33f96055e7ae893ffc0e3dcf492902",
	"e61c432b720b19d18ec8d84bdc63151b",
	"f7e5aef549f782cf379055a608269b16",
	"438d030fd0b7a54fa837f2ad201a6403",
	"a590d3ee4fbf04e3247e0d27f286423f",
	"5fe2c1a172fe93c4b15cd37caef9f538",
	"2c97325cbd06b36eb2133dd08b3a017c",
	"92c814227a6bca949ff0659f002ad39e",
	"dce850110bd8328cfbd50841d6911d87",
	"67f14984c7da791248e32bb5922583da",
	"1938f2cf72d54ee97e94166fa91d2a36",
	"74481e9646ed49fe0f6224301604698e",
	"57fca5de98a9d6d8006438d0583d8a1d",
	"9fecde1cefdc1cbed4763674d9575359",
	"e3040c00eb28f15366ca73cbd872e740",
	"7697009a6a831dfecca91c5993670f7a",
	"5853542321f567a005d547a4f04759bd",
	"5150d1772f50834a503e069a973fbd7c",
};

static const char *
hex_of(const unsigned char *p, size_t n, char *out)
{
	for (size_t i = 0; i < n; i++)
		snprintf(out + 2 * i, 3, "%02x", p[i]);
	return out;
}

static void
test_sip(void)
{
	static const uint64_t key[2] = { 0x0706050403020100u,
		0x0f0e0d0c0b0a0908u };
	unsigned char message[64];
	char hex[33];

	for (unsigned char i = 0; i < 64; i++)
		message[i] = i;
	for (size_t n = 0; n < 64; n++) {
		struct hash128 h = hash_sip(key, tap_guarded(message, n), n);

		is_text(hex_of(h.b, sizeof(h.b), hex), sip_vectors[n],
		    "SipHash-2-4-128 of %zu bytes is the reference's", n);
	}
}

static const struct {
	const char *name, *text, *hex;
} sha_rows[] = {
	{ "SHA-256 of nothing", "",
	    "e3b0c44298fc1c149afbf4c8996fb924"
	    "27ae41e4649b934ca495991b7852b855" },
	{ "SHA-256 of abc (FIPS 180-4)", "abc",
	    "ba7816bf8f01cfea414140de5dae2223"
	    "b00361a396177a9cb410ff61f20015ad" },
	{ "SHA-256 of two blocks (FIPS 180-4)",
	    "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
	    "248d6a61d20638b8e5c026930c3e6039"
	    "a33ce45964ff2167f6ecedd419db06c1" },
};

static void
write_file(const char *path, const void *p, size_t n)
{
	FILE *f = fopen(path, "w");

	if (f == NULL || fwrite(p, 1, n, f) != n || fclose(f) != 0)
		abort();
}

static void
test_sha256(void)
{
	char dir[] = "/tmp/t_hash.XXXXXX", path[64], hex[65];
	struct err err = { 0 };

	if (mkdtemp(dir) == NULL)
		abort();
	snprintf(path, sizeof(path), "%s/file", dir);
	for (size_t i = 0; i < sizeof(sha_rows) / sizeof(sha_rows[0]); i++) {
		size_t n = strlen(sha_rows[i].text);

		hash_sha256_hex(sha_rows[i].text, n, hex);
		is_text(hex, sha_rows[i].hex, "%s", sha_rows[i].name);
		write_file(path, sha_rows[i].text, n);
		memset(hex, 'x', 64);
		hash_sha256_file_hex(path, hex, &err);
		is_text(hex, sha_rows[i].hex, "%s, of a file",
		    sha_rows[i].name);
	}

	/* More than one read. */
	size_t n = 200001;
	char *big = malloc(n), whole[65];

	if (big == NULL)
		abort();
	for (size_t i = 0; i < n; i++)
		big[i] = (char)(i * 31 >> 3);
	write_file(path, big, n);
	hash_sha256_hex(big, n, whole);
	ok(hash_sha256_file_hex(path, hex, &err), "a big file is read");
	is_text(hex, whole, "a big file's digest is that of its bytes");
	free(big);

	snprintf(hex, sizeof(hex), "untouched");
	unlink(path);
	ok(!hash_sha256_file_hex(path, hex, &err) && err.code == ERR_NOINPUT,
	    "a missing file is no input");
	ok(!hash_sha256_file_hex(dir, hex, &err) && err.code == ERR_NOINPUT,
	    "a folder is no input");
	mkfifo(path, 0600);
	ok(!hash_sha256_file_hex(path, hex, &err) && err.code == ERR_NOINPUT,
	    "a FIFO is no input, and holds nobody up");
	is_text(hex, "untouched", "a failure leaves the output alone");
	unlink(path);
	rmdir(dir);
}

static void
test_keys(void)
{
	unsigned char secret[HASH_SECRET_BYTES];
	struct hash_keys keys, other;
	char hex[17];

	for (unsigned char i = 0; i < HASH_SECRET_BYTES; i++)
		secret[i] = i;
	hash_keys_from(secret, &keys);
	/* Computed by hand with sha256sum: label, NUL, block, secret.  They are
	 * in stores, so they must never change. */
	ok(keys.sip[0] == 0x3a799e3100247764u &&
	    keys.sip[1] == 0x3c69a014992ddaecu, "the visitor key is as ever");
	is_text(hex_of(keys.prefix, 8, hex), "37d66c48feabb7e0",
	    "the prefix secret begins as ever");
	is_text(hex_of(keys.prefix + HASH_XXH_SECRET_BYTES - 8, 8, hex),
	    "10a94635399439fe", "the prefix secret ends as ever");
	ok(keys.table_seed == 0xfc5dc27da144251bu,
	    "the table seed is as ever");

	secret[31] ^= 1;
	hash_keys_from(secret, &other);
	ok(keys.sip[0] != other.sip[0] && keys.sip[1] != other.sip[1] &&
	    memcmp(keys.prefix, other.prefix, 32) != 0 &&
	    keys.table_seed != other.table_seed,
	    "one bit of the secret changes every part");
}

static bool
same(struct hash128 a, struct hash128 b)
{
	return memcmp(a.b, b.b, sizeof(a.b)) == 0;
}

static void
test_prefix(void)
{
	unsigned char secret[HASH_SECRET_BYTES] = { 7 }, text[3000];
	struct hash_keys keys;
	int torn = 0, peeked = 0;

	for (size_t i = 0; i < sizeof(text); i++)
		text[i] = (unsigned char)(i * 7 + (i >> 8));
	hash_keys_from(secret, &keys);

	struct hash_prefix *whole = hash_prefix_open(&keys);
	struct hash_prefix *parts = hash_prefix_open(&keys);

	memset(&keys.prefix, 0, sizeof(keys.prefix)); /* it has its own copy */
	hash_prefix_add(whole, text, sizeof(text));

	struct hash128 want = hash_prefix_digest(whole);

	for (size_t cut = 0; cut <= sizeof(text); cut++) {
		hash_prefix_reset(parts);
		hash_prefix_add(parts, text, cut);

		struct hash128 once = hash_prefix_digest(parts);

		peeked += !same(once, hash_prefix_digest(parts));
		hash_prefix_add(parts, text + cut, sizeof(text) - cut);
		torn += !same(want, hash_prefix_digest(parts));
	}
	is_int(torn, 0, "a prefix hashes alike, wherever it is torn");
	is_int(peeked, 0, "a digest leaves the state alone");

	hash_prefix_reset(parts);
	hash_prefix_add(parts, text, sizeof(text) - 1);
	ok(!same(want, hash_prefix_digest(parts)),
	    "a byte less is another hash");
	hash_prefix_reset(parts);
	hash_prefix_add(parts, NULL, 0);

	struct hash128 empty = hash_prefix_digest(parts);

	hash_prefix_close(parts);
	secret[0] ^= 1;
	hash_keys_from(secret, &keys);
	parts = hash_prefix_open(&keys);
	ok(!same(empty, hash_prefix_digest(parts)),
	    "another secret hashes even nothing otherwise");
	hash_prefix_add(parts, text, sizeof(text));
	ok(!same(want, hash_prefix_digest(parts)),
	    "another secret is another hash");
	hash_prefix_close(parts);
	hash_prefix_close(whole);
	hash_prefix_close(NULL);
}

static void
test_kept(void)
{
	unsigned char secret[HASH_SECRET_BYTES] = { 0 };
	struct hash_keys keys;
	char hex[33];

	hash_keys_from(secret, &keys);

	struct hash_prefix *h = hash_prefix_open(&keys);

	hash_prefix_add(h, "GET / HTTP/1.1\n", 15);

	struct hash128 d = hash_prefix_digest(h);

	is_text(hex_of(d.b, sizeof(d.b), hex), "83378f7f978498a8999d1c722971ce5f",
	    "what stores keep of a line still matches it");
	hash_prefix_close(h);
}

static void
test_fast(void)
{
	ok(hash_fast(0, "", 0) == 0x2d06800538d394c2u,
	    "XXH3-64 of nothing is the reference's");
	ok(hash_fast(1, "abc", 3) != hash_fast(2, "abc", 3),
	    "the seed matters");
	ok(hash_fast(1, tap_guarded("abcdefghijklmnopq", 17), 17) ==
	    hash_fast(1, "abcdefghijklmnopq", 17),
	    "it stays within its bytes");
}

static void
test_random(void)
{
	unsigned char a[1000] = { 0 }, b[1000] = { 0 };
	size_t zeros = 0;
	struct err err = { 0 };

	ok(hash_random(a, sizeof(a), &err) && hash_random(b, sizeof(b), &err),
	    "random bytes come");
	ok(memcmp(a, b, sizeof(a)) != 0, "and are others each time");
	for (size_t i = 0; i < sizeof(a); i++)
		zeros += a[i] == 0;
	ok(zeros < 60, "and fill the whole room");
	ok(hash_random(a, 0, &err), "none at all is no failure");
}

int
main(void)
{
	test_sip();
	test_sha256();
	test_keys();
	test_prefix();
	test_kept();
	test_fast();
	test_random();
	return done();
}
