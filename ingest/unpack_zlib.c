/* SPDX-License-Identifier: MIT */
/* The door of zlib: gzip members. */
#include <zlib.h>

#include "common/mem.h"
#include "ingest/unpack.h"

static void *
zlib_open(void)
{
	z_stream *z = mem_new(sizeof(*z));

	/* 15 bits of window, and gzip's header and trailer. */
	if (inflateInit2(z, 15 + 16) == Z_OK)
		return z;
	mem_free(z);
	return NULL;
}

static bool
zlib_reset(void *self)
{
	return inflateReset(self) == Z_OK;
}

static enum unpacked
zlib_step(void *self, struct unpack_io *io)
{
	z_stream *z = self;

	z->next_in = io->in;
	z->avail_in = (uInt)io->in_n;
	z->next_out = io->out;
	z->avail_out = (uInt)io->out_n;

	int rc = inflate(z, Z_NO_FLUSH);

	*io = (struct unpack_io){ z->next_in, z->avail_in, z->next_out,
		z->avail_out };
	switch (rc) {
	case Z_STREAM_END:
		return UNPACK_END;
	case Z_OK:
	case Z_BUF_ERROR:
		return UNPACK_MORE;
	case Z_MEM_ERROR:
		return UNPACK_MEMORY;
	default:
		return UNPACK_DAMAGED;
	}
}

static void
zlib_close(void *self)
{
	inflateEnd(self);
	mem_free(self);
}

static uint32_t
zlib_sum(const void *self)
{
	const z_stream *z = self;

	return (uint32_t)z->adler;
}

const struct unpack unpack_zlib = {
	.name = "zlib",
	.open = zlib_open,
	.reset = zlib_reset,
	.step = zlib_step,
	.close = zlib_close,
	.sum = zlib_sum,
};
