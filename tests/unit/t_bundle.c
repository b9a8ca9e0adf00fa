/* SPDX-License-Identifier: MIT */
#include "publish/bundle.h"

#include "common/hash.h"
#include "tests/tap.h"

static void
take(void *self, enum bundle_fault fault, struct span name)
{
	buf_printf(self, "%s %.*s;", bundle_fault_name(fault), (int)name.n,
	    name.p);
}

#define A "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb"
#define B "3e23e8160039594a33894f6564e1b1348bbd7a0088d42c4acb73eeaed59c009d"

/* Files a and b with just these letters in them, and a manifest. */
static const struct {
	const char *manifest, *says, *why;
} rows[] = {
	{ A "  a\n" B "  b\n", "", "a manifest that is right" },
	{ A " *a\n" B " *b\n", "", "one of sha256sum -b" },
	{ A "  a\n", "added b;", "a file that nobody listed" },
	{ A "  a\n" B "  b\n" B "  c\n", "missing c;", "one that is gone" },
	{ A "  a\n" A "  b\n", "changed b;", "one that was changed" },
	{ A "  a\n" A "  a\n" B "  b\n", "twice a;", "one that is listed twice" },
	{ "x\n" A "  a\n" B "  b\n", "malformed x;", "a line that is none" },
	{ A "  a\n" B "  b\n" B "  ../b\n", "missing ../b;",
	    "a name above the folder" },
};

static void
test_check(void)
{
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct zip_file file[] = { { "a", SPAN("a") },
			{ "b", SPAN("b") },
			{ BUNDLE_MANIFEST, span_of(rows[i].manifest) } };
		struct zip z = { .file = file, .n = 3 };
		struct buf out = { 0 };

		bundle_check(&z, take, &out);
		is_text(buf_text(&out), rows[i].says, "%s", rows[i].why);
		buf_close(&out);
	}
	struct zip_file alone = { "a", SPAN("a") };
	struct zip z = { .file = &alone, .n = 1 };
	struct buf out = { 0 };

	is_int((long long)bundle_check(&z, take, &out), 1,
	    "without a manifest there is one fault");
	buf_close(&out);
}

static void
test_write(void)
{
	struct bundle b[2] = { { .n = 0 }, { .n = 0 } };
	struct buf zip[2] = { { 0 }, { 0 } }, out = { 0 };
	struct zip z = { .n = 0 };
	struct err err;

	bundle_add(&b[0], "x/b", SPAN("2"));
	bundle_add(&b[0], "a", SPAN("1"));
	bundle_add(&b[1], "a", SPAN("1"));
	bundle_add(&b[1], "x/b", SPAN("2"));
	ok(bundle_write(&b[0], &zip[0], &err) &&
	    bundle_write(&b[1], &zip[1], &err) &&
	    span_eq(buf_view(&zip[0]), buf_view(&zip[1])),
	    "the same files in another order are the same bundle");
	ok(zip_read(buf_view(&zip[0]), &z, &err) && z.n == 3 &&
	    bundle_check(&z, take, &out) == 0, "which is as its manifest says");
	for (int i = 0; i < 2; i++) {
		bundle_close(&b[i]);
		buf_close(&zip[i]);
	}
	zip_close(&z);
	buf_close(&out);
}

static void
test_hash(void)
{
	struct hash_sha256 *h = hash_sha256_open();
	char at[65], all[65];

	hash_sha256_add(h, "a", 1);
	hash_sha256_told(h, at);
	is_text(at, A, "SHA-256 is told on the way");
	hash_sha256_add(h, "b", 1);
	hash_sha256_told(h, at);
	hash_sha256_hex("ab", 2, all);
	is_text(at, all, "and goes on from there");
	hash_sha256_close(h);
}

int
main(void)
{
	test_check();
	test_write();
	test_hash();
	return done();
}
