/* SPDX-License-Identifier: MIT */
/* packed.h -- packed texts, and what ingest/inflate.h makes of them, for tests. */
#ifndef TESTS_UNIT_PACKED_H
#define TESTS_UNIT_PACKED_H

#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>
#include <zlib.h>
#ifdef HAVE_ZSTD
#include <zstd.h>
#endif
#ifdef HAVE_LZMA
#include <lzma.h>
#endif
#ifdef HAVE_BZIP2
#include <bzlib.h>
#endif

#include "common/buf.h"
#include "common/mem.h"
#include "ingest/inflate.h"

static inline void
packed_must(bool good, const char *what)
{
	if (!good) {
		printf("Bail out! %s\n", what);
		exit(1);
	}
}

/* How zlib is to pack: a level, a strategy, and a flush after so many bytes. */
struct packed_gzip {
	int level, strategy, flush;
	size_t every; /* 0: none */
};

static inline void
packed_gzip_as(struct buf *out, struct span text, struct packed_gzip how)
{
	z_stream z = { 0 };
	size_t room = text.n + text.n / 8 + 1000 +
	    (how.every > 0 ? 40 * (text.n / how.every) : 0);
	int rc = deflateInit2(&z, how.level, Z_DEFLATED, 15 + 16, 8,
	    how.strategy);

	packed_must(rc == Z_OK, "deflateInit2");
	buf_reserve(out, room);
	z.next_in = (unsigned char *)(uintptr_t)text.p;
	z.next_out = (unsigned char *)out->p + out->n;
	z.avail_out = (uInt)room;
	while (how.every > 0 && text.n > how.every) {
		z.avail_in = (uInt)how.every;
		text.n -= how.every;
		packed_must(deflate(&z, how.flush) == Z_OK, "deflate");
	}
	z.avail_in += (uInt)text.n;
	packed_must(deflate(&z, Z_FINISH) == Z_STREAM_END, "deflate's end");
	out->n += room - z.avail_out;
	deflateEnd(&z);
}

static inline void
packed_gzip(struct buf *out, struct span text)
{
	packed_gzip_as(out, text, (struct packed_gzip){ .level = 6 });
}

#ifdef HAVE_ZSTD
/* With a checksum, as the program zstd has it. */
static inline void
packed_zstd(struct buf *out, struct span text)
{
	ZSTD_CCtx *z = ZSTD_createCCtx();
	size_t room = ZSTD_compressBound(text.n), n;

	ZSTD_CCtx_setParameter(z, ZSTD_c_checksumFlag, 1);
	buf_reserve(out, room);
	n = ZSTD_compress2(z, out->p + out->n, room, text.p, text.n);
	packed_must(!ZSTD_isError(n), "ZSTD_compress2");
	out->n += n;
	ZSTD_freeCCtx(z);
}
#endif

#ifdef HAVE_LZMA
static inline void
packed_xz(struct buf *out, struct span text)
{
	size_t room = lzma_stream_buffer_bound(text.n);

	buf_reserve(out, room);
	packed_must(lzma_easy_buffer_encode(1, LZMA_CHECK_CRC64, NULL,
	    (const uint8_t *)text.p, text.n, (uint8_t *)out->p, &out->n,
	    out->n + room) == LZMA_OK, "lzma_easy_buffer_encode");
}
#endif

#ifdef HAVE_BZIP2
static inline void
packed_bzip2(struct buf *out, struct span text)
{
	unsigned room = (unsigned)(text.n + text.n / 50 + 700);

	buf_reserve(out, room);
	packed_must(BZ2_bzBuffToBuffCompress(out->p + out->n, &room,
	    (char *)(uintptr_t)text.p, (unsigned)text.n, 1, 0, 0) == BZ_OK,
	    "BZ2_bzBuffToBuffCompress");
	out->n += room;
}
#endif

/* n bytes that look somewhat like a log, always the same. */
static inline void
packed_text(struct buf *out, size_t n)
{
	uint64_t x = 1;
	size_t end = out->n + n;

	while (out->n < end) {
		x = x * 6364136223846793005u + 1442695040888963407u;
		buf_printf(out, "192.0.2.%u /page/%u.html 200 %u\n",
		    (unsigned)(x >> 60), (unsigned)(x >> 52 & 0xff),
		    (unsigned)(x >> 33 & 0xffff));
	}
	out->n = end;
}

/* ---- what inflate makes of them ---- */

struct unpacked_result {
	struct buf text;
	enum inflate_state state;
	bool packed, garbage;
	char by[8]; /* "none": it did not open */
};

struct unpacked_how {
	const char *gzip; /* as in inflate_open_with */
	size_t n;         /* bytes a read */
	uint64_t limit;   /* 0: none */
	unsigned shares;  /* of the memory; 0: all of it */
};

/* A file of these bytes, without a name. */
static inline int
packed_file(struct span bytes)
{
	int fd = memfd_create("packed", MFD_CLOEXEC);

	packed_must(fd >= 0 && (bytes.n == 0 ||
	    write(fd, bytes.p, bytes.n) == (ssize_t)bytes.n) &&
	    lseek(fd, 0, SEEK_SET) == 0, "memfd_create");
	return fd;
}

/* From where fd is; it is closed. */
static inline struct unpacked_result
unpacked_fd(int fd, struct unpacked_how how)
{
	struct unpacked_result r = { .by = "none" };
	struct inflate *z = NULL;
	struct err err;
	char *room = mem_new(how.n);
	size_t got = 0;

	if (inflate_open_with(fd, how.gzip, &z, &err)) {
		if (how.limit > 0)
			inflate_limit(z, how.limit);
		if (how.shares > 0)
			inflate_share(z, how.shares);
		while (inflate_state(z) == INFLATE_MORE) {
			packed_must(inflate_read(z, room, how.n, &got, &err),
			    err.text);
			packed_must(got > 0 || inflate_state(z) != INFLATE_MORE,
			    "nothing, and yet more");
			buf_add(&r.text, room, got);
		}
		packed_must(inflate_read(z, room, how.n, &got, &err) &&
		    got == 0, "bytes after the end");
		r.state = inflate_state(z);
		r.packed = inflate_packed(z);
		r.garbage = inflate_garbage(z);
		snprintf(r.by, sizeof(r.by), "%s", inflate_by(z));
	}
	inflate_close(z);
	mem_free(room);
	close(fd);
	return r;
}

static inline struct unpacked_result
unpacked(struct span bytes, struct unpacked_how how)
{
	return unpacked_fd(packed_file(bytes), how);
}

#endif
