/* SPDX-License-Identifier: MIT */
/* ISA-L and zlib: the same state and the same bytes, whatever the file. */
#include "ingest/inflate.h"

#include <string.h>

#include "tests/tap.h"
#include "tests/unit/packed.h"

#ifdef HAVE_ISAL
static const struct unpacked_how by_zlib = { "zlib", 65536, 0, 0 };
static const struct unpacked_how by_isal = { "isal", 65536, 0, 0 };

/* Both results are alike; *out (may be NULL) is what they are. */
static bool
alike(struct span file, struct unpacked_result *out)
{
	struct unpacked_result z = unpacked(file, by_zlib);
	struct unpacked_result i = unpacked(file, by_isal);
	bool same = z.state == i.state && z.packed == i.packed &&
	    z.garbage == i.garbage &&
	    span_eq(buf_view(&z.text), buf_view(&i.text));

	if (!same)
		diag("zlib: state %d, %zu bytes; ISA-L: state %d, %zu bytes",
		    z.state, z.text.n, i.state, i.text.n);
	buf_close(&z.text);
	if (out != NULL)
		*out = i;
	else
		buf_close(&i.text);
	return same;
}

/* ---- all kinds of sound members ---- */

static void
test_sound(void)
{
	static const struct {
		const char *name, *by;
		struct packed_gzip how;
	} rows[] = {
		{ "level 1", "isal", { 1, Z_DEFAULT_STRATEGY, 0, 0 } },
		{ "level 9", "isal", { 9, Z_DEFAULT_STRATEGY, 0, 0 } },
		{ "stored", "isal", { 0, Z_DEFAULT_STRATEGY, 0, 0 } },
		{ "fixed codes", "isal", { 6, Z_FIXED, 0, 0 } },
		{ "literals only", "isal", { 6, Z_HUFFMAN_ONLY, 0, 0 } },
		{ "runs only", "isal", { 6, Z_RLE, 0, 0 } },
		{ "blocks of 5,000 bytes, not on whole bytes", "isal",
		    { 6, Z_DEFAULT_STRATEGY, Z_BLOCK, 5000 } },
		{ "blocks of 40,000 bytes", "isal",
		    { 6, Z_DEFAULT_STRATEGY, Z_BLOCK, 40000 } },
		{ "flushed at every 5,000 bytes", "isal",
		    { 6, Z_DEFAULT_STRATEGY, Z_SYNC_FLUSH, 5000 } },
		{ "restarts", "isal", { 6, Z_DEFAULT_STRATEGY, Z_FULL_FLUSH,
		    70000 } },
		{ "flushed at every 100 bytes, which is zlib's", "zlib",
		    { 6, Z_DEFAULT_STRATEGY, Z_SYNC_FLUSH, 100 } },
		{ "partial flushes of 999 bytes, which are zlib's", "zlib",
		    { 6, Z_DEFAULT_STRATEGY, Z_PARTIAL_FLUSH, 999 } },
	};
	struct buf text = { 0 };

	packed_text(&text, 1000000);
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct buf file = { 0 };
		struct unpacked_result r;

		packed_gzip_as(&file, buf_view(&text), rows[i].how);

		bool same = alike(buf_view(&file), &r);

		ok(same && r.state == INFLATE_END &&
		    strcmp(r.by, rows[i].by) == 0 &&
		    span_eq(buf_view(&r.text), buf_view(&text)),
		    "read to its end: %s", rows[i].name);
		buf_close(&r.text);
		buf_close(&file);
	}
	buf_close(&text);
}

/* ---- headers of gzip ---- */

static void
test_headers(void)
{
	static const struct {
		const char *name;
		unsigned flags;
		struct span more;
		enum inflate_state state;
		const char *by;
	} rows[] = {
		{ "a name", 8, { "a.log", 6 }, INFLATE_END, "isal" },
		{ "a comment", 16, { "on it", 6 }, INFLATE_END, "isal" },
		{ "a field", 4, { "\x03\x00xyz", 5 }, INFLATE_END, "isal" },
		{ "an empty field", 4, { "\x00\x00", 2 }, INFLATE_END, "isal" },
		{ "all of them", 4 | 8 | 16, { "\x01\x00zn\0c", 7 },
		    INFLATE_END, "isal" },
		{ "text, it says", 1, { "", 0 }, INFLATE_END, "isal" },
		{ "a checksum that is wrong", 2, { "\x12\x34", 2 },
		    INFLATE_DAMAGED, "zlib" },
		{ "an unknown flag", 32, { "", 0 }, INFLATE_DAMAGED, "zlib" },
		{ "a field that is too long", 4, { "\xff\xff", 2 },
		    INFLATE_CUT, "zlib" },
	};
	struct buf member = { 0 };

	packed_gzip(&member, SPAN("hello\n"));
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct buf file = { 0 };
		struct unpacked_result r;

		buf_add(&file, member.p, 10);
		file.p[3] = (char)rows[i].flags;
		buf_span(&file, rows[i].more);
		buf_add(&file, member.p + 10, member.n - 10);

		bool same = alike(buf_view(&file), &r);

		ok(same && r.state == rows[i].state &&
		    strcmp(r.by, rows[i].by) == 0, "a header with %s",
		    rows[i].name);
		buf_close(&r.text);
		buf_close(&file);
	}
	buf_close(&member);
}

static void
test_long_name(void)
{
	struct buf file = { 0 }, member = { 0 };
	struct unpacked_result r;

	packed_gzip(&member, SPAN("hello\n"));
	buf_add(&file, member.p, 10);
	file.p[3] = 8;
	for (size_t n = 0; n < 300000; n++)
		buf_putc(&file, 'n');
	buf_putc(&file, '\0');
	buf_add(&file, member.p + 10, member.n - 10);

	bool same = alike(buf_view(&file), &r);

	ok(same && r.state == INFLATE_END && span_eq(buf_view(&r.text),
	    SPAN("hello\n")), "a name longer than the buffer");
	buf_close(&r.text);
	buf_close(&file);
	buf_close(&member);
}

/* ---- blocks made by hand ---- */

struct bits {
	struct buf out;
	unsigned held, n;
};

static void
put(struct bits *b, unsigned value, unsigned n)
{
	for (unsigned i = 0; i < n; i++) {
		b->held |= (value >> i & 1) << b->n;
		if (++b->n == 8) {
			buf_putc(&b->out, (char)b->held);
			b->held = b->n = 0;
		}
	}
}

/* Codes are written from the highest bit on. */
static void
put_code(struct bits *b, unsigned code, unsigned n)
{
	while (n-- > 0)
		put(b, code >> n & 1, 1);
}

/* A block with these lengths of codes for 'a', 'b', the end of block and two
 * lengths, 3 and 4, and for distances; the lengths 0 to 15 have codes of 4 bits. */
struct by_hand {
	const char *name;
	unsigned char a, b, end, three, four, distance[3];
	const char *data; /* 0, 1: bits of the block */
	const char *text; /* what its trailer vouches for */
	enum inflate_state state;
	const char *by;
};

static const struct by_hand by_hand[] = {
	{ "codes for a and the end, one bit each", 1, 0, 1, 0, 0, { 1 },
	    "001", "aa", INFLATE_END, "isal" },
	{ "no distances", 1, 0, 1, 0, 0, { 0 }, "001", "aa", INFLATE_END,
	    "isal" },
	{ "a repeat with the only distance", 1, 0, 2, 2, 0, { 1 },
	    "011010", "aaaa", INFLATE_END, "isal" },
	{ "the end alone, of one bit", 0, 0, 1, 0, 0, { 1 }, "0", "",
	    INFLATE_END, "isal" },
	{ "the end alone, of two bits", 0, 0, 2, 0, 0, { 1 }, "00", "",
	    INFLATE_DAMAGED, "zlib" },
	{ "codes that leave one without a meaning", 2, 0, 2, 0, 0, { 1 },
	    "000001", "aa", INFLATE_DAMAGED, "zlib" },
	{ "codes that are too many", 1, 1, 1, 0, 0, { 1 }, "001", "aa",
	    INFLATE_DAMAGED, "zlib" },
	{ "no code for the end", 1, 1, 0, 0, 0, { 1 }, "00", "aa",
	    INFLATE_DAMAGED, "zlib" },
	{ "distances that leave codes without a meaning", 1, 0, 2, 2, 0,
	    { 2, 2 }, "0110010", "aaaa", INFLATE_DAMAGED, "zlib" },
	{ "distances that are too many", 1, 0, 2, 2, 0, { 1, 1, 1 },
	    "011010", "aaaa", INFLATE_DAMAGED, "zlib" },
	{ "the code beside the only distance", 1, 0, 2, 2, 0, { 1 },
	    "011110", "a", INFLATE_DAMAGED, "zlib" },
	{ "a distance where none is defined", 1, 0, 2, 2, 0, { 0 },
	    "011010", "a", INFLATE_DAMAGED, "zlib" },
	{ "a distance to before the beginning", 1, 0, 2, 2, 0, { 0, 1 },
	    "011010", "a", INFLATE_DAMAGED, "zlib" },
	{ "a distance that reaches the beginning", 1, 0, 2, 2, 0, { 0, 1 },
	    "0011010", "aaaaa", INFLATE_END, "isal" },
};

static struct buf
make_by_hand(const struct by_hand *h)
{
	static const unsigned char order[19] = { 16, 17, 18, 0, 8, 7, 9, 6, 10,
		5, 11, 4, 12, 3, 13, 2, 14, 1, 15 };
	struct bits b = { 0 };
	unsigned long sum = crc32(0, (const Bytef *)h->text,
	    (uInt)strlen(h->text));

	buf_add(&b.out, "\x1f\x8b\x08\0\0\0\0\0\0\3", 10);
	put(&b, 1, 1);
	put(&b, 2, 2);
	put(&b, 259 - 257, 5);
	put(&b, 3 - 1, 5);
	put(&b, 19 - 4, 4);
	for (unsigned i = 0; i < 19; i++)
		put(&b, order[i] < 16 ? 4 : 0, 3);
	for (unsigned s = 0; s < 259; s++)
		put_code(&b, s == 'a' ? h->a : s == 'b' ? h->b :
		    s == 256 ? h->end : s == 257 ? h->three :
		    s == 258 ? h->four : 0, 4);
	for (unsigned s = 0; s < 3; s++)
		put_code(&b, h->distance[s], 4);
	for (const char *bit = h->data; *bit != '\0'; bit++)
		put(&b, *bit == '1', 1);
	while (b.n > 0)
		put(&b, 0, 1);
	put(&b, (unsigned)(sum & 0xffff), 16);
	put(&b, (unsigned)(sum >> 16), 16);
	put(&b, (unsigned)strlen(h->text), 16);
	put(&b, 0, 16);
	return b.out;
}

static void
test_by_hand(void)
{
	for (size_t i = 0; i < sizeof(by_hand) / sizeof(by_hand[0]); i++) {
		const struct by_hand *h = &by_hand[i];
		struct buf file = make_by_hand(h);
		struct unpacked_result r;
		bool same = alike(buf_view(&file), &r);

		if (!ok(same && r.state == h->state &&
		    strcmp(r.by, h->by) == 0 && (h->state != INFLATE_END ||
		    span_eq(buf_view(&r.text), span_of(h->text))),
		    "a block with %s", h->name))
			diag("state %d by %s, \"%s\"", r.state, r.by,
			    buf_text(&r.text));
		buf_close(&r.text);
		buf_close(&file);
	}
}

/* ---- cut and damaged ---- */

static void
test_cuts(void)
{
	static const struct packed_gzip how[] = {
		{ 6, Z_DEFAULT_STRATEGY, 0, 0 },
		{ 0, Z_DEFAULT_STRATEGY, 0, 0 },
		{ 6, Z_FIXED, Z_BLOCK, 100 },
		{ 6, Z_DEFAULT_STRATEGY, Z_SYNC_FLUSH, 150 },
	};
	struct buf text = { 0 };

	packed_text(&text, 700);
	for (size_t i = 0; i < sizeof(how) / sizeof(how[0]); i++) {
		struct buf file = { 0 };
		bool same = true;

		packed_gzip_as(&file, buf_view(&text), how[i]);
		packed_gzip_as(&file, buf_view(&text), how[i]);
		for (size_t n = 0; same && n <= file.n; n++)
			same = alike((struct span){ file.p, n }, NULL);
		ok(same, "cut at every byte, kind %zu", i);
		for (size_t n = 0; same && n < file.n; n++)
			for (int bit = 0; same && bit < 8; bit++) {
				file.p[n] = (char)(file.p[n] ^ 1 << bit);
				same = alike(buf_view(&file), NULL);
				file.p[n] = (char)(file.p[n] ^ 1 << bit);
				if (!same)
					diag("bit %d of byte %zu", bit, n);
			}
		ok(same, "each bit changed, kind %zu", i);
		buf_close(&file);
	}
	buf_close(&text);
}

/* Somewhere in a file of many blocks, and longer than the buffer. */
static void
test_large(void)
{
	struct buf text = { 0 }, file = { 0 };
	uint64_t x = 7;
	bool same = true;

	packed_text(&text, 2000000);
	packed_gzip(&file, (struct span){ text.p, 500000 });
	packed_gzip(&file, buf_view(&text));
	for (int i = 0; same && i < 60; i++) {
		x = x * 6364136223846793005u + 1442695040888963407u;

		size_t at = (size_t)(x >> 20) % file.n;
		char was = file.p[at];

		file.p[at] = (char)(was ^ (1 << (x >> 60 & 7)));
		same = alike(buf_view(&file), NULL);
		file.p[at] = was;
		same = same && alike((struct span){ file.p, at }, NULL);
		if (!same)
			diag("byte %zu of %zu", at, file.n);
	}
	ok(same && file.n > 300000, "a large file damaged or cut anywhere");
	buf_close(&text);
	buf_close(&file);
}

/* Not from the file's beginning, and the judge must find the place again. */
static void
test_offset(void)
{
	struct buf text = { 0 }, file = { 0 };
	struct unpacked_result r;
	int fd;

	buf_puts(&file, "something before\n");
	packed_text(&text, 300000);
	packed_gzip(&file, SPAN("first\n"));
	packed_gzip(&file, buf_view(&text));
	file.p[file.n - 8] ^= 1;
	fd = packed_file(buf_view(&file));
	packed_must(lseek(fd, 17, SEEK_SET) == 17, "lseek");
	r = unpacked_fd(fd, by_isal);
	ok(r.state == INFLATE_DAMAGED && strcmp(r.by, "zlib") == 0 &&
	    r.text.n == text.n + 6 &&
	    memcmp(r.text.p, "first\n", 6) == 0 &&
	    memcmp(r.text.p + 6, text.p, text.n) == 0,
	    "a file that is read from its middle on");
	buf_close(&r.text);
	buf_close(&text);
	buf_close(&file);
}

/* The file becomes another one before the judge sees it. */
static void
test_changed(void)
{
	struct buf text = { 0 }, file = { 0 }, other = { 0 };
	struct inflate *z = NULL;
	struct err err;
	char room[4096];
	size_t got = 0;
	int fd;

	packed_text(&text, 1000000);
	packed_gzip(&file, buf_view(&text));
	text.p[10] ^= 1;
	packed_gzip(&other, buf_view(&text));
	file.p[file.n - 8] ^= 1;
	fd = packed_file(buf_view(&file));
	packed_must(inflate_open_with(fd, "isal", &z, &err) &&
	    inflate_read(z, room, sizeof(room), &got, &err), err.text);
	packed_must(pwrite(fd, other.p, other.n, 0) == (ssize_t)other.n &&
	    ftruncate(fd, (off_t)(other.n < file.n ? other.n - 4 :
	    file.n)) == 0, "pwrite");
	while (inflate_state(z) == INFLATE_MORE)
		packed_must(inflate_read(z, room, sizeof(room), &got, &err),
		    err.text);
	ok(inflate_state(z) == INFLATE_DAMAGED,
	    "a file that is written over meanwhile is damaged");
	inflate_close(z);
	close(fd);
	buf_close(&text);
	buf_close(&file);
	buf_close(&other);
}
#endif

/* ISA-L only where the member can be read again. */
static void
test_choice(void)
{
	struct buf file = { 0 };
	struct unpacked_result r;
	int end[2];

	packed_gzip(&file, SPAN("hello\n"));
	packed_must(pipe(end) == 0 && write(end[1], file.p, file.n) ==
	    (ssize_t)file.n && close(end[1]) == 0, "pipe");
	r = unpacked_fd(end[0], (struct unpacked_how){ NULL, 100, 0, 0 });
	ok(r.state == INFLATE_END && strcmp(r.by, "zlib") == 0 &&
	    span_eq(buf_view(&r.text), SPAN("hello\n")),
	    "a pipe is read by zlib");
	buf_close(&r.text);
	r = unpacked(buf_view(&file), (struct unpacked_how){ NULL, 100, 0, 0 });
#ifdef HAVE_ISAL
	ok(strcmp(r.by, "isal") == 0, "a file is read by ISA-L");
#else
	ok(strcmp(r.by, "zlib") == 0, "without ISA-L a file is read by zlib");
#endif
	buf_close(&r.text);
	r = unpacked(buf_view(&file), (struct unpacked_how){ "none", 100, 0, 0 });
	ok(strcmp(r.by, "none") == 0, "a library of no such name reads nothing");
	buf_close(&r.text);
	buf_close(&file);
}

int
main(void)
{
	test_choice();
#ifdef HAVE_ISAL
	test_sound();
	test_headers();
	test_long_name();
	test_by_hand();
	test_cuts();
	test_large();
	test_offset();
	test_changed();
#else
	skip("ISA-L is not built in");
#endif
	return done();
}
