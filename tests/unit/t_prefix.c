/* SPDX-License-Identifier: MIT */
#include "ingest/prefix.h"

#include <stdlib.h>

#include "common/mem.h"
#include "tests/tap.h"
#include "tests/unit/rig.h"

enum { KIB = 1024, MIB = 1024 * KIB, ALL = 3 * MIB };

static struct hash_keys keys;
static char *text; /* ALL bytes */
static const struct hash128 zero;

/* P by its definition: P(0) = 0, P(x) = H(P(b) || bytes b..x). */
static struct hash128
defined(uint64_t x)
{
	struct hash128 p = zero;
	struct hash_prefix *h = hash_prefix_open(&keys);

	for (uint64_t b = 0; b < x; b += STREAM_BLOCK) {
		uint64_t end = b + STREAM_BLOCK < x ? b + STREAM_BLOCK : x;

		hash_prefix_reset(h);
		hash_prefix_add(h, p.b, sizeof(p.b));
		hash_prefix_add(h, text + b, end - b);
		p = hash_prefix_digest(h);
	}
	hash_prefix_close(h);
	return p;
}

static bool
is_defined(const struct prefix *p)
{
	struct hash128 want = defined(p->at), got = prefix_digest(p);

	return prefix_same(&want, &got);
}

static const uint64_t places[] = { 1, 2, 100, KIB, STREAM_BLOCK - 1,
	STREAM_BLOCK, STREAM_BLOCK + 1, 2 * STREAM_BLOCK, 2 * STREAM_BLOCK + 1,
	200000 };
enum { N_PLACES = sizeof(places) / sizeof(*places) };

static void
test_splits(void)
{
	bool good = true;

	for (uint64_t round = 0; good && round < 200; round++) {
		uint64_t seed = round, end = places[round % N_PLACES];
		struct prefix p = { 0 };

		prefix_begin(&p, &keys, 0, zero);
		while (p.at < end) {
			uint64_t n = 1 + chance(&seed, 2 * STREAM_BLOCK);

			prefix_add(&p, text + p.at, n < end - p.at ? n :
			    end - p.at);
			prefix_add(&p, text, 0);
		}
		good = is_defined(&p);
		prefix_close(&p);
	}
	ok(good, "P is what its definition says, however the bytes come");
}

/* Taken up at the start of the last byte's block, with P there. */
static void
test_resume(void)
{
	bool good = true, one_more = true;

	for (size_t i = 0; i < N_PLACES; i++) {
		uint64_t at = places[i], block = prefix_block(at);
		struct prefix first = { 0 }, again = { 0 };

		prefix_begin(&first, &keys, 0, zero);
		prefix_add(&first, text, at);
		prefix_begin(&again, &keys, block, first.chain);
		prefix_add(&again, text + block, at - block);
		good = good && again.at == at && is_defined(&again);
		prefix_add(&again, text + at, 70000);
		one_more = one_more && is_defined(&again);
		prefix_close(&first);
		prefix_close(&again);
	}
	ok(good, "P is taken up from the block of the last byte");
	ok(one_more, "and goes on from there");
}

/* ---- marks ---- */

static struct stream
marked(uint64_t seed, size_t n)
{
	struct stream s = { 0 };
	struct prefix p = { 0 };

	prefix_begin(&p, &keys, 0, zero);
	while (p.at < n) {
		uint64_t k = 1 + chance(&seed, 100000);

		prefix_add_marked(&p, &s, text + p.at,
		    k < n - p.at ? k : n - p.at);
	}
	prefix_close(&p);
	return s;
}

static bool
has_mark(const struct stream *s, uint64_t at)
{
	for (size_t i = 0; i < s->n_marks; i++)
		if (s->mark[i].bytes == at)
			return true;
	return false;
}

static bool
marks_are_right(const struct stream *s)
{
	for (size_t i = 0; i < s->n_marks; i++) {
		struct hash128 want = defined(s->mark[i].bytes);

		if (!prefix_same(&want, &s->mark[i].hash) || (i > 0 &&
		    s->mark[i].bytes <= s->mark[i - 1].bytes))
			return false;
	}
	return true;
}

static void
test_marks(void)
{
	struct stream s = marked(1, ALL), other = marked(2, ALL);
	bool all = true, newlines = true, same;

	ok(marks_are_right(&s), "marks ascend, and each is P there");
	for (uint64_t at = KIB; at <= MIB; at *= 2)
		all = all && has_mark(&s, at);
	ok(all, "there are marks at 1 KiB x 2^n");
	ok(has_mark(&s, 2 * MIB) && has_mark(&s, 3 * MIB), "and at every MiB");
	for (uint64_t i = 0; i < KIB; i++)
		newlines = newlines && (text[i] != '\n' ||
		    has_mark(&s, i + 1));
	ok(newlines, "and after each newline of the first KiB");

	size_t extra = 0;

	for (uint64_t i = KIB; i < 2 * KIB - 1; i++)
		extra += has_mark(&s, i + 1);
	is_int((long long)extra, 0, "but after none behind it");
	same = s.n_marks == other.n_marks;
	for (size_t i = 0; same && i < s.n_marks; i++)
		same = memcmp(&s.mark[i], &other.mark[i],
		    sizeof(s.mark[i])) == 0;
	ok(same, "marks do not depend on how the bytes come");
	stream_free(&s);
	stream_free(&other);
}

static void
test_mark_order(void)
{
	struct stream s = { 0 };

	stream_mark(&s, 10, zero);
	stream_mark(&s, 10, zero);
	stream_mark(&s, 9, zero);
	stream_mark(&s, 11, zero);
	ok(s.n_marks == 2 && s.mark[1].bytes == 11,
	    "a mark at or before the last one is ignored");
	stream_free(&s);
	stream_free(&s);
	prefix_close(&(struct prefix){ 0 });
	ok(true, "closing what is zeroed does nothing");
}

/* Contents that differ in one byte, and keys that differ. */
static void
test_difference(void)
{
	struct hash128 a = defined(200000), b, c;
	unsigned char secret[HASH_SECRET_BYTES] = { 9 };

	text[STREAM_BLOCK + 5] ^= 1;
	b = defined(200000);
	text[STREAM_BLOCK + 5] ^= 1;
	ok(!prefix_same(&a, &b), "a byte of an earlier block is seen later");
	hash_keys_from(secret, &keys);
	c = defined(200000);
	ok(!prefix_same(&a, &c), "another secret, another P");
}

int
main(void)
{
	unsigned char secret[HASH_SECRET_BYTES] = { 1 };
	uint64_t seed = 4;

	hash_keys_from(secret, &keys);
	text = mem_new(ALL);
	for (size_t i = 0; i < ALL; i++)
		text[i] = chance(&seed, 80) == 0 ? '\n' :
		    (char)('a' + chance(&seed, 26));
	test_splits();
	test_resume();
	test_marks();
	test_mark_order();
	test_difference();
	mem_free(text);
	return done();
}
