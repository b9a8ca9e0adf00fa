/* SPDX-License-Identifier: MIT */
#include "ingest/inflate.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#include <zlib.h>

#include "common/buf.h"
#include "common/mem.h"
#include "tests/tap.h"
#include "tests/unit/rig.h"

/* One gzip member of text. */
static void
pack(struct buf *out, struct span text)
{
	z_stream zs = { 0 };
	size_t room = text.n + text.n / 100 + 1000;

	if (deflateInit2(&zs, 6, Z_DEFLATED, 15 + 16, 8,
	    Z_DEFAULT_STRATEGY) != Z_OK)
		abort();
	buf_reserve(out, room);
	zs.next_in = (unsigned char *)(uintptr_t)text.p;
	zs.avail_in = (uInt)text.n;
	zs.next_out = (unsigned char *)out->p + out->n;
	zs.avail_out = (uInt)room;
	if (deflate(&zs, Z_FINISH) != Z_STREAM_END)
		abort();
	out->n += room - zs.avail_out;
	deflateEnd(&zs);
}

/* A file of these bytes, without a name. */
static int
file_of(struct span bytes)
{
	char path[] = "/tmp/t_inflate.XXXXXX";
	int fd = mkstemp(path);

	if (fd < 0 || unlink(path) != 0 ||
	    write(fd, bytes.p, bytes.n) != (ssize_t)bytes.n ||
	    lseek(fd, 0, SEEK_SET) != 0)
		abort();
	return fd;
}

struct result {
	struct buf text;
	enum inflate_state state;
	bool packed, garbage;
};

/* All of it, in reads of n bytes. */
static struct result
read_all(int fd, size_t n)
{
	struct result r = { { 0 }, INFLATE_MORE, false, false };
	struct inflate *z = NULL;
	struct err err;
	char *room = mem_new(n);
	size_t got = 1;

	must(inflate_open(fd, &z, &err), &err);
	while (inflate_state(z) == INFLATE_MORE) {
		must(inflate_read(z, room, n, &got, &err), &err);
		if (got == 0 && inflate_state(z) == INFLATE_MORE)
			abort(); /* the header says never */
		buf_add(&r.text, room, got);
	}
	must(inflate_read(z, room, n, &got, &err), &err);
	if (got > 0)
		abort();
	r.state = inflate_state(z);
	r.packed = inflate_packed(z);
	r.garbage = inflate_garbage(z);
	inflate_close(z);
	mem_free(room);
	close(fd);
	return r;
}

/* ---- rows: pieces of a file ---- */

enum piece {
	NONE, HELLO, WORLD, EMPTY_MEMBER, PLAIN, ZEROS, JUNK, CUT_IN_HEADER,
	CUT_IN_DATA, CUT_IN_CRC, BAD_CRC, BAD_DATA, ONE_BYTE
};

static void
put_piece(struct buf *out, enum piece p)
{
	size_t from = out->n;

	switch (p) {
	case HELLO:
	case CUT_IN_HEADER:
	case CUT_IN_DATA:
	case CUT_IN_CRC:
	case BAD_CRC:
	case BAD_DATA:
		pack(out, SPAN("hello\n"));
		break;
	case WORLD:
		pack(out, SPAN("world\n"));
		break;
	case EMPTY_MEMBER:
		pack(out, SPAN(""));
		break;
	case PLAIN:
		buf_puts(out, "plain\n");
		break;
	case ZEROS:
		for (int i = 0; i < 1000; i++)
			buf_putc(out, '\0');
		break;
	case JUNK:
		buf_puts(out, "junk that is no member");
		break;
	case ONE_BYTE:
		buf_putc(out, '\x1f');
		break;
	case NONE:
		break;
	}
	if (p == CUT_IN_HEADER)
		out->n = from + 5;
	if (p == CUT_IN_DATA)
		out->n = from + 13;
	if (p == CUT_IN_CRC)
		out->n -= 5;
	if (p == BAD_CRC)
		out->p[out->n - 8] ^= 1;
	if (p == BAD_DATA)
		out->p[from + 10] ^= 0x06; /* a block of no known type */
}

static const struct {
	const char *name;
	enum piece piece[4];
	const char *text; /* NULL: only the state is told */
	enum inflate_state state;
	bool packed, garbage;
} rows[] = {
	{ "an empty file is plain, and over", { NONE }, "", INFLATE_END, false,
	    false },
	{ "plain text is given as it is", { PLAIN }, "plain\n", INFLATE_END,
	    false, false },
	{ "one byte that could begin a member is one, cut", { ONE_BYTE },
	    "", INFLATE_CUT, true, false },
	{ "a member", { HELLO }, "hello\n", INFLATE_END, true, false },
	{ "two members are one content", { HELLO, WORLD }, "hello\nworld\n",
	    INFLATE_END, true, false },
	{ "an empty member is none", { EMPTY_MEMBER }, "", INFLATE_END, true,
	    false },
	{ "nor is one between others", { HELLO, EMPTY_MEMBER, WORLD },
	    "hello\nworld\n", INFLATE_END, true, false },
	{ "zeros behind are padding", { HELLO, ZEROS }, "hello\n",
	    INFLATE_END, true, false },
	{ "so are zeros between", { HELLO, ZEROS, WORLD }, "hello\nworld\n",
	    INFLATE_END, true, false },
	{ "junk is passed over, and told of", { HELLO, JUNK }, "hello\n",
	    INFLATE_END, true, true },
	{ "a byte of a member to come is one, cut", { HELLO, ONE_BYTE },
	    "hello\n", INFLATE_CUT, true, false },
	{ "cut in the header", { CUT_IN_HEADER }, "", INFLATE_CUT, true,
	    false },
	{ "cut in the data", { CUT_IN_DATA }, NULL, INFLATE_CUT, true, false },
	{ "cut in the checksum", { CUT_IN_CRC }, "hello\n", INFLATE_CUT, true,
	    false },
	{ "cut in the second member", { HELLO, CUT_IN_HEADER }, "hello\n",
	    INFLATE_CUT, true, false },
	{ "a wrong checksum", { BAD_CRC }, "hello\n", INFLATE_DAMAGED, true,
	    false },
	{ "a wrong checksum before another member", { BAD_CRC, WORLD },
	    "hello\n", INFLATE_DAMAGED, true, false },
	{ "wrong data", { BAD_DATA }, NULL, INFLATE_DAMAGED, true, false },
	{ "wrong data in the second member", { HELLO, BAD_DATA }, NULL,
	    INFLATE_DAMAGED, true, false },
};

static void
test_rows(void)
{
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct buf file = { 0 };
		bool good = true;

		for (int k = 0; k < 4; k++)
			put_piece(&file, rows[i].piece[k]);
		for (size_t n = 1; good && n < 10; n += 4) {
			struct result r = read_all(file_of(buf_view(&file)), n);

			good = r.state == rows[i].state &&
			    r.packed == rows[i].packed &&
			    r.garbage == rows[i].garbage &&
			    (rows[i].text == NULL || span_eq(
			    buf_view(&r.text), span_of(rows[i].text)));
			if (!good)
				diag("state %d, garbage %d, \"%s\"", r.state,
				    r.garbage, buf_text(&r.text));
			buf_close(&r.text);
		}
		ok(good, "%s", rows[i].name);
		buf_close(&file);
	}
}

/* ---- cut at every byte ---- */

static bool
cut_round(const struct buf *file, size_t n, struct span text,
    const size_t end[3])
{
	struct result r = read_all(file_of((struct span){ file->p, n }), 700);
	enum inflate_state want = INFLATE_CUT;

	for (int i = 0; i < 3; i++)
		if (n == end[i])
			want = INFLATE_END;

	bool good = r.state == want && span_starts(text, buf_view(&r.text));

	if (!good)
		diag("cut at %zu: state %d", n, r.state);
	buf_close(&r.text);
	return good;
}

static void
test_cuts(void)
{
	struct buf text = { 0 }, file = { 0 };
	size_t end[3] = { 0 };
	uint64_t seed = 1;
	bool good = true;

	for (int m = 1; m < 3; m++) {
		size_t from = text.n;

		for (int i = 0; i < 60; i++)
			buf_printf(&text, "%llu line\n",
			    (unsigned long long)chance(&seed, 1000000));
		pack(&file, (struct span){ text.p + from, text.n - from });
		end[m] = file.n;
	}
	for (size_t n = 0; good && n <= file.n; n++)
		good = cut_round(&file, n, buf_view(&text), end);
	ok(good, "cut at each of its bytes it is cut, and what came is right");
	buf_close(&text);
	buf_close(&file);
}

/* Each byte of a member changed: never more than the text, never without end. */
static void
test_flips(void)
{
	struct buf text = { 0 }, file = { 0 };
	size_t held = 0, flipped = 0;

	for (int i = 0; i < 200; i++)
		buf_printf(&text, "line %d\n", i * i * 7919 % 1000);
	pack(&file, buf_view(&text));
	for (size_t i = 10; i < file.n; i++) {
		struct result r;

		file.p[i] ^= 0x40;
		r = read_all(file_of(buf_view(&file)), 4096);
		file.p[i] ^= 0x40;
		flipped++;
		/* A member that ends too early has junk behind it. */
		held += r.state == INFLATE_END && !r.garbage;
		buf_close(&r.text);
	}
	if (!ok(flipped > 100 && held == 0,
	    "no changed byte of data or checksum goes unseen"))
		diag("%zu of %zu", held, flipped);
	buf_close(&text);
	buf_close(&file);
}

/* ---- large ones ---- */

static void
test_large(void)
{
	struct buf text = { 0 }, file = { 0 };
	uint64_t seed = 3;
	struct result r;

	for (int i = 0; i < 300000; i++)
		buf_printf(&text, "%x", (unsigned)chance(&seed, 4096));
	pack(&file, buf_view(&text));
	pack(&file, SPAN("more"));
	r = read_all(file_of(buf_view(&file)), 50000);
	buf_puts(&text, "more");
	ok(file.n > 300000 && r.state == INFLATE_END &&
	    span_eq(buf_view(&r.text), buf_view(&text)),
	    "a member longer than the buffer");
	buf_close(&r.text);
	r = read_all(file_of(buf_view(&text)), 50000);
	ok(r.state == INFLATE_END && span_eq(buf_view(&r.text),
	    buf_view(&text)), "a plain file longer than it");
	buf_close(&r.text);
	buf_close(&text);
	buf_close(&file);
}

/* A pipe gives little at a time. */
static void
test_pipe(void)
{
	struct buf file = { 0 };
	int end[2];

	pack(&file, SPAN("hello\n"));
	pack(&file, SPAN("world\n"));
	if (pipe(end) != 0)
		abort();

	pid_t writer = fork();

	if (writer < 0)
		abort();
	if (writer == 0) {
		for (size_t i = 0; i < file.n; i++)
			if (write(end[1], file.p + i, 1) != 1)
				_exit(1);
		_exit(0);
	}
	close(end[1]);

	struct result r = read_all(end[0], 64);

	ok(r.state == INFLATE_END && span_eq(buf_view(&r.text),
	    SPAN("hello\nworld\n")), "members from a pipe, byte by byte");
	buf_close(&r.text);
	buf_close(&file);
}

static void
test_seek(void)
{
	int fd = file_of(SPAN("0123456789"));
	struct inflate *z = NULL;
	struct err err;
	char room[8];
	size_t got = 0;

	inflate_close(NULL);
	must(inflate_open(fd, &z, &err) && inflate_fill(z, room, 4, &got,
	    &err) && inflate_seek(z, 7, &err) &&
	    inflate_fill(z, room, 8, &got, &err), &err);
	ok(got == 3 && memcmp(room, "789", 3) == 0 &&
	    inflate_state(z) == INFLATE_END, "a plain file goes on anywhere");
	must(inflate_seek(z, 2, &err) && inflate_read(z, room, 0, &got, &err),
	    &err);
	ok(got == 0 && inflate_state(z) == INFLATE_MORE,
	    "no bytes asked for are no end");
	must(inflate_seek(z, 99, &err) && inflate_fill(z, room, 8, &got,
	    &err), &err);
	ok(got == 0 && inflate_state(z) == INFLATE_END,
	    "beyond its end it is over");
	inflate_close(z);
	close(fd);
}

int
main(void)
{
	test_rows();
	test_cuts();
	test_flips();
	test_large();
	test_pipe();
	test_seek();
	return done();
}
