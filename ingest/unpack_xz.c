/* SPDX-License-Identifier: MIT */
/* The door of liblzma: xz streams, by one thread. */
#include "ingest/unpack.h"

#ifdef HAVE_LZMA
#include <lzma.h>

#include "common/mem.h"

/* A check that this library cannot make is one that does not hold. */
static bool
xz_reset(void *self)
{
	return lzma_stream_decoder(self, UNPACK_MEMORY_MAX,
	    LZMA_TELL_UNSUPPORTED_CHECK) == LZMA_OK;
}

static void
xz_close(void *self)
{
	lzma_end(self);
	mem_free(self);
}

static void *
xz_open(void)
{
	lzma_stream *z = mem_new(sizeof(*z));

	*z = (lzma_stream)LZMA_STREAM_INIT;
	if (xz_reset(z))
		return z;
	xz_close(z);
	return NULL;
}

static enum unpacked
xz_step(void *self, struct unpack_io *io)
{
	lzma_stream *z = self;

	z->next_in = io->in;
	z->avail_in = io->in_n;
	z->next_out = io->out;
	z->avail_out = io->out_n;

	lzma_ret rc = lzma_code(z, LZMA_RUN);

	io->in += io->in_n - z->avail_in;
	io->in_n = z->avail_in;
	io->out = z->next_out;
	io->out_n = z->avail_out;
	switch (rc) {
	case LZMA_STREAM_END:
		return UNPACK_END;
	case LZMA_OK:
	case LZMA_BUF_ERROR:
		return UNPACK_MORE;
	case LZMA_MEMLIMIT_ERROR:
		return UNPACK_LIMIT;
	case LZMA_MEM_ERROR:
		return UNPACK_MEMORY;
	default:
		return UNPACK_DAMAGED;
	}
}

const struct unpack unpack_xz = {
	.name = "xz",
	.open = xz_open,
	.reset = xz_reset,
	.step = xz_step,
	.close = xz_close,
};
#endif
