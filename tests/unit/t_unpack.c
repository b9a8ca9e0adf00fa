/* SPDX-License-Identifier: MIT */
/* All formats of ingest/inflate.h, whole, in pieces and damaged.  What is of gzip
 * alone is in t_unpack_gzip.c. */
#include "ingest/inflate.h"

#include <string.h>

#include "tests/tap.h"
#include "tests/unit/packed.h"

static const struct {
	const char *name, *by;
	void (*pack)(struct buf *out, struct span text);
	struct span magic;
} formats[] = {
	{ "gzip by zlib", "zlib", packed_gzip, { "\x1f\x8b", 2 } },
#ifdef HAVE_ISAL
	{ "gzip by ISA-L", "isal", packed_gzip, { "\x1f\x8b", 2 } },
#endif
#ifdef HAVE_ZSTD
	{ "zstd", "zstd", packed_zstd, { "\x28\xb5\x2f\xfd", 4 } },
#endif
#ifdef HAVE_LZMA
	{ "xz", "xz", packed_xz, { "\xfd" "7zXZ\0", 6 } },
#endif
#ifdef HAVE_BZIP2
	{ "bzip2", "bzip2", packed_bzip2, { "BZh1", 4 } },
#endif
};

enum { N_FORMATS = sizeof(formats) / sizeof(formats[0]) };

static struct unpacked_result
read_by(size_t f, struct span bytes, size_t n)
{
	const char *gzip = formats[f].pack == packed_gzip ? formats[f].by : NULL;

	return unpacked(bytes, (struct unpacked_how){ gzip, n, 0, 0 });
}

/* ---- sound files ---- */

/* In reads of several sizes: the text, and nothing else. */
static void
check_whole(size_t f, struct span bytes, struct span text, const char *what)
{
	static const size_t sizes[] = { 1, 7, 4096, 65536, 1 << 20 };
	bool good = true;

	for (size_t i = 0; good && i < 5; i++) {
		if (text.n > 200000 && sizes[i] < 4096)
			continue;

		struct unpacked_result r = read_by(f, bytes, sizes[i]);

		good = r.state == INFLATE_END && r.packed && !r.garbage &&
		    strcmp(r.by, formats[f].by) == 0 &&
		    span_eq(buf_view(&r.text), text);
		if (!good)
			diag("reads of %zu: state %d, by %s, %zu of %zu bytes",
			    sizes[i], r.state, r.by, r.text.n, text.n);
		buf_close(&r.text);
	}
	ok(good, "%s: %s", formats[f].name, what);
}

static void
test_sizes(size_t f)
{
	static const size_t edge[] = { 32768, 65536, 131072, 224 * 1024, 1 << 20 };
	struct buf text = { 0 }, file = { 0 };

	packed_text(&text, (1 << 20) + 1);
	for (size_t i = 0; i < 5; i++)
		for (size_t n = edge[i] - 1; n <= edge[i] + 1; n++) {
			char what[40];

			buf_clear(&file);
			formats[f].pack(&file, (struct span){ text.p, n });
			snprintf(what, sizeof(what), "%zu bytes", n);
			check_whole(f, buf_view(&file),
			    (struct span){ text.p, n }, what);
		}
	buf_close(&text);
	buf_close(&file);
}

static void
put_zeros(struct buf *out, size_t n)
{
	while (n-- > 0)
		buf_putc(out, '\0');
}

static void
test_streams(size_t f)
{
	struct buf text = { 0 }, file = { 0 }, both = { 0 };

	formats[f].pack(&file, SPAN(""));
	check_whole(f, buf_view(&file), SPAN(""), "an empty stream");
	packed_text(&text, 5000);
	formats[f].pack(&file, buf_view(&text));
	formats[f].pack(&file, SPAN(""));
	formats[f].pack(&file, SPAN("more\n"));
	buf_span(&both, buf_view(&text));
	buf_puts(&both, "more\n");
	check_whole(f, buf_view(&file), buf_view(&both),
	    "streams, some of them empty, are one content");
	put_zeros(&file, 512);
	check_whole(f, buf_view(&file), buf_view(&both),
	    "zeros behind are no garbage");
	formats[f].pack(&file, SPAN("last\n"));
	buf_puts(&both, "last\n");
	check_whole(f, buf_view(&file), buf_view(&both),
	    "zeros between are passed over");
	/* The magic of each stream in turn lies across the end of a read. */
	buf_clear(&file);
	buf_clear(&both);
	while (file.n < 600000) {
		formats[f].pack(&file, buf_view(&text));
		buf_span(&both, buf_view(&text));
	}
	check_whole(f, buf_view(&file), buf_view(&both), "many streams");
	buf_close(&text);
	buf_close(&file);
	buf_close(&both);
}

static void
test_garbage(size_t f)
{
	static const struct {
		const char *name, *tail;
		size_t zeros;
		bool other; /* a stream of another format comes last */
	} rows[] = {
		{ "garbage behind is passed over and told", "junk", 0, false },
		{ "so it is behind zeros", "junk", 100, false },
		{ "one byte is enough", "x", 0, false },
		{ "too many zeros are garbage", "", (1 << 20) + 1, false },
		{ "another format is garbage", "", 0, true },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct buf file = { 0 };

		formats[f].pack(&file, SPAN("hello\n"));
		put_zeros(&file, rows[i].zeros);
		buf_puts(&file, rows[i].tail);
		if (rows[i].other)
			formats[f < 2 ? N_FORMATS - 1 : 0].pack(&file,
			    SPAN("other\n"));

		struct unpacked_result r = read_by(f, buf_view(&file), 4096);

		if (rows[i].other && N_FORMATS < 3)
			skip("gzip alone is built in");
		else
			ok(r.state == INFLATE_END && r.garbage && span_eq(
			    buf_view(&r.text), SPAN("hello\n")), "%s: %s",
			    formats[f].name, rows[i].name);
		buf_close(&r.text);
		buf_close(&file);
	}
}

/* ---- cut ---- */

/* The file is two streams; the first has first bytes. */
static bool
cut_is_right(size_t f, struct span file, size_t first, struct span text)
{
	static const size_t sizes[] = { 1, 65536 };
	bool good = true;

	for (int i = 0; i < 2 && good; i++) {
		struct unpacked_result r = read_by(f, file, sizes[i]);
		bool ends = file.n == 0 || file.n == first;

		good = r.state == (ends ? INFLATE_END : INFLATE_CUT) &&
		    r.packed == (file.n > 0) && !r.garbage &&
		    span_starts(text, buf_view(&r.text)) &&
		    (file.n < first || r.text.n >= text.n / 2) &&
		    (file.n != first || r.text.n == text.n / 2);
		if (!good)
			diag("cut at %zu of which %zu are the first: state %d, "
			    "%zu bytes", file.n, first, r.state, r.text.n);
		buf_close(&r.text);
	}
	return good;
}

static void
test_cuts(size_t f)
{
	struct buf text = { 0 }, file = { 0 };
	size_t first;
	bool good = true;

	packed_text(&text, 600);
	formats[f].pack(&file, (struct span){ text.p, 300 });
	first = file.n;
	formats[f].pack(&file, (struct span){ text.p + 300, 300 });
	for (size_t n = 0; good && n < file.n; n++)
		good = cut_is_right(f, (struct span){ file.p, n }, first,
		    buf_view(&text));
	ok(good, "%s: cut anywhere it is cut, and what came is right",
	    formats[f].name);
	buf_close(&text);
	buf_close(&file);
}

/* What can be decoded before the cut is given. */
static void
test_cut_late(size_t f)
{
	struct buf text = { 0 }, file = { 0 };
	size_t block = strcmp(formats[f].name, "bzip2") == 0 ? 100000 :
	    strcmp(formats[f].name, "zstd") == 0 ? 131072 : 100;

	packed_text(&text, 1 << 20);
	formats[f].pack(&file, buf_view(&text));
	file.n -= 30;

	struct unpacked_result r = read_by(f, buf_view(&file), 50000);

	if (!ok(r.state == INFLATE_CUT && span_starts(buf_view(&text),
	    buf_view(&r.text)) && r.text.n + 4 * block > text.n,
	    "%s: cut near its end nearly all comes", formats[f].name))
		diag("%zu of %zu bytes", r.text.n, text.n);
	buf_close(&r.text);
	buf_close(&text);
	buf_close(&file);
}

/* ---- damaged ---- */

/* In reads of any size the same, but for the last block of those that give it in
 * part; sound only with the right content. */
static bool
damage_is_seen(size_t f, struct span file, struct span text, size_t at)
{
	struct unpacked_result r = read_by(f, file, 65536);
	struct unpacked_result one = read_by(f, file, 1);
	bool partly = strcmp(r.by, "xz") == 0 || strcmp(r.by, "bzip2") == 0;
	bool same = r.state == one.state && r.garbage == one.garbage &&
	    ((partly && r.state == INFLATE_DAMAGED) ||
	    span_eq(buf_view(&r.text), buf_view(&one.text)));
	/* Without its magic it is another file. */
	bool good = same && (r.packed ? r.state != INFLATE_END || r.garbage ||
	    span_eq(buf_view(&r.text), text) : at < formats[f].magic.n &&
	    span_eq(buf_view(&r.text), file));

	if (!good)
		diag("byte %zu of %zu: state %d and %d, %zu and %zu bytes", at,
		    file.n, r.state, one.state, r.text.n, one.text.n);
	buf_close(&r.text);
	buf_close(&one.text);
	return good;
}

static void
test_flips(size_t f)
{
	static const char with[] = { 0x01, 0x10, 0x40, (char)0x80, (char)0xff };
	struct buf text = { 0 }, file = { 0 };
	bool good = true;

	packed_text(&text, 400);
	formats[f].pack(&file, buf_view(&text));
	for (size_t i = 0; good && i < file.n; i++)
		for (size_t k = 0; good && k < sizeof(with); k++) {
			file.p[i] = (char)(file.p[i] ^ with[k]);
			good = damage_is_seen(f, buf_view(&file),
			    buf_view(&text), i);
			file.p[i] = (char)(file.p[i] ^ with[k]);
		}
	ok(good, "%s: no changed byte goes unseen", formats[f].name);
	buf_close(&text);
	buf_close(&file);
}

/* ---- ceilings ---- */

static void
test_limits(size_t f)
{
	static const struct {
		const char *name;
		uint64_t limit;
		size_t n;
		enum inflate_state state;
	} rows[] = {
		{ "as much as the limit is no more", 5000, 5000, INFLATE_END },
		{ "one byte more is", 4999, 4999, INFLATE_LIMIT },
		{ "a limit far away is none", 1 << 30, 5000, INFLATE_END },
		{ "a limit of one byte", 1, 1, INFLATE_LIMIT },
	};
	struct buf text = { 0 }, file = { 0 };
	const char *gzip = formats[f].pack == packed_gzip ? formats[f].by : NULL;

	packed_text(&text, 5000);
	formats[f].pack(&file, buf_view(&text));
	for (size_t i = 0; i < 4; i++)
		for (size_t n = 100; n <= 10000; n *= 100) {
			struct unpacked_result r = unpacked(buf_view(&file),
			    (struct unpacked_how){ gzip, n, rows[i].limit, 0 });

			ok(r.state == rows[i].state && span_eq(buf_view(&r.text),
			    (struct span){ text.p, rows[i].n }),
			    "%s: %s, in reads of %zu", formats[f].name,
			    rows[i].name, n);
			buf_close(&r.text);
		}
	buf_close(&text);
	buf_close(&file);
}

/* 32 MiB of zeros are a small file. */
static void
test_bomb(size_t f)
{
	struct buf text = { 0 }, file = { 0 };

	buf_reserve(&text, 32 << 20);
	memset(text.p, 0, 32 << 20);
	text.n = 32 << 20;
	formats[f].pack(&file, buf_view(&text));

	struct unpacked_result r = unpacked(buf_view(&file),
	    (struct unpacked_how){ NULL, 65536, 1 << 20, 0 });

	ok(file.n < 64 * 1024 && r.state == INFLATE_LIMIT &&
	    r.text.n == 1 << 20, "%s: a bomb is stopped", formats[f].name);
	buf_close(&r.text);
	buf_close(&text);
	buf_close(&file);
}

#ifdef HAVE_ZSTD
static void
test_zstd(void)
{
	static const struct {
		const char *name;
		unsigned shares;
		char window;
		enum inflate_state state;
	} shared[] = {
		{ "one of two may have 64 MiB", 2, (char)0x80, INFLATE_END },
		{ "but not 128", 2, (char)0x88, INFLATE_LIMIT },
		{ "one of three may have 32", 3, 0x78, INFLATE_END },
		{ "but not 64", 3, (char)0x80, INFLATE_LIMIT },
		{ "one of many may have 16", 64, 0x70, INFLATE_END },
		{ "but not 32", 64, 0x78, INFLATE_LIMIT },
	};
	/* A frame of one raw block of 1 byte; the second byte behind the magic is
	 * its window: 2^(10 + its upper 5 bits). */
	char frame[] = "\x28\xb5\x2f\xfd\x00\x88\x09\x00\x00z";
	struct buf file = { 0 };
	struct unpacked_result r;
	size_t n;

	r = unpacked((struct span){ frame, 10 },
	    (struct unpacked_how){ NULL, 10, 0, 0 });
	ok(r.state == INFLATE_END && span_eq(buf_view(&r.text), SPAN("z")),
	    "zstd: a window of 128 MiB is allowed");
	buf_close(&r.text);
	frame[5] = (char)0x90;
	r = unpacked((struct span){ frame, 10 },
	    (struct unpacked_how){ NULL, 10, 0, 0 });
	ok(r.state == INFLATE_LIMIT && r.text.n == 0,
	    "zstd: one of 256 MiB is too much");
	buf_close(&r.text);
	for (size_t i = 0; i < sizeof(shared) / sizeof(shared[0]); i++) {
		frame[5] = shared[i].window;
		r = unpacked((struct span){ frame, 10 },
		    (struct unpacked_how){ NULL, 10, 0, shared[i].shares });
		ok(r.state == shared[i].state, "zstd: %s", shared[i].name);
		buf_close(&r.text);
	}

	buf_add(&file, "\x5a\x2a\x4d\x18\x05\0\0\0hello", 13);
	packed_zstd(&file, SPAN("text\n"));
	buf_add(&file, "\x50\x2a\x4d\x18\0\0\0\0", 8);
	n = file.n;
	buf_add(&file, "\x5f\x2a\x4d\x18\x01\0\0\0", 8);
	r = unpacked((struct span){ file.p, n },
	    (struct unpacked_how){ NULL, 1, 0, 0 });
	ok(r.state == INFLATE_END && !r.garbage && span_eq(buf_view(&r.text),
	    SPAN("text\n")), "zstd: skippable frames are skipped");
	buf_close(&r.text);
	r = unpacked(buf_view(&file), (struct unpacked_how){ NULL, 100, 0, 0 });
	ok(r.state == INFLATE_CUT, "zstd: a skippable frame may be cut, too");
	buf_close(&r.text);
	buf_close(&file);
}
#endif

#ifdef HAVE_LZMA
/* The dictionary's size is byte 16, in the header of the first block, which is
 * bytes 12 to 20 and has its checksum behind it. */
static void
test_xz(void)
{
	static const struct {
		const char *name;
		char size; /* 2^(size / 2 + 12) */
		enum inflate_state state;
	} rows[] = {
		{ "xz: a dictionary of 64 MiB is allowed", 28, INFLATE_END },
		{ "xz: one of 256 MiB is too much", 32, INFLATE_LIMIT },
		{ "xz: one of 4 GiB is too much", 40, INFLATE_LIMIT },
	};
	struct buf file = { 0 };

	packed_xz(&file, SPAN("hello\n"));
	for (size_t i = 0; i < 3; i++) {
		/* Size of the header, flags (both sizes are told), sizes, filter
		 * LZMA2, size of its properties. */
		size_t n = 4 * ((size_t)file.p[12] + 1) - 4, at = 14;

		while (file.p[at] != 0x21 || file.p[at + 1] != 1)
			at++;
		file.p[at + 2] = rows[i].size;

		uint32_t sum = lzma_crc32((const uint8_t *)file.p + 12, n, 0);

		for (size_t k = 0; k < 4; k++)
			file.p[12 + n + k] = (char)(sum >> 8 * k);

		struct unpacked_result r = unpacked(buf_view(&file),
		    (struct unpacked_how){ NULL, 100, 0, 0 });

		if (!ok(r.state == rows[i].state, "%s", rows[i].name))
			diag("state %d", r.state);
		buf_close(&r.text);
	}
	buf_close(&file);
}
#endif

/* ---- what is none ---- */

static void
test_others(void)
{
	static const struct {
		const char *name;
		struct span bytes;
	} rows[] = {
		{ "an empty file is plain", { "", 0 } },
		{ "text is plain", { "BZ, a name\n", 11 } },
		{ "zeros are plain", { "\0\0\0\0\0\0\0\0\0\0", 10 } },
		{ "zip is plain, as it is no stream", { "PK\3\4\0\0\0\0\0", 9 } },
		{ "compress is plain, too old", { "\x1f\x9d\x90\0\0\0\0", 7 } },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct unpacked_result r = unpacked(rows[i].bytes,
		    (struct unpacked_how){ NULL, 3, 0, 0 });

		ok(r.state == INFLATE_END && !r.packed && !r.garbage &&
		    strcmp(r.by, "plain") == 0 &&
		    span_eq(buf_view(&r.text), rows[i].bytes), "%s",
		    rows[i].name);
		buf_close(&r.text);
	}
}

/* A format is read, or refused by name; never read as text. */
static void
test_builtin(void)
{
	static const struct {
		const char *name;
		struct span begin;
	} rows[] = {
		{ "gzip", { "\x1f\x8b\x08\0\0\0\0\0", 8 } },
		{ "zstd", { "\x28\xb5\x2f\xfd\0\0\0\0", 8 } },
		{ "xz", { "\xfd" "7zXZ\0\0\0", 8 } },
		{ "bzip2", { "BZh91AY&", 8 } },
	};

	for (size_t i = 0; i < 4; i++) {
		bool in = strstr(inflate_builtin(), rows[i].name) != NULL;
		int fd = packed_file(rows[i].begin);
		struct inflate *z = NULL;
		struct err err = { .code = ERR_NONE };

		ok(inflate_open(fd, &z, &err) == in && (in ||
		    (err.code == ERR_NOINPUT &&
		    strstr(err.text, rows[i].name) != NULL)),
		    "%s is %s", rows[i].name, in ? "built in" : "refused");
		inflate_close(z);
		close(fd);
	}
}

int
main(void)
{
	for (size_t f = 0; f < N_FORMATS; f++) {
		test_sizes(f);
		test_streams(f);
		test_garbage(f);
		test_cuts(f);
		test_cut_late(f);
		test_flips(f);
		test_limits(f);
		test_bomb(f);
	}
#ifdef HAVE_ZSTD
	test_zstd();
#endif
#ifdef HAVE_LZMA
	test_xz();
#endif
	test_others();
	test_builtin();
	return done();
}
