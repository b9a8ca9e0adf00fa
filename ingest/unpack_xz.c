/* SPDX-License-Identifier: MIT */
/* The door of liblzma: xz streams, by one thread. */
#include "ingest/unpack.h"

#ifdef HAVE_LZMA
#include <lzma.h>

#include "common/mem.h"

struct xz {
	lzma_stream z;
	unsigned bits;
};

/* A check that this library cannot make is one that does not hold. */
static bool
xz_reset(void *self)
{
	struct xz *xz = self;

	return lzma_stream_decoder(&xz->z, UINT64_C(1) << xz->bits,
	    LZMA_TELL_UNSUPPORTED_CHECK) == LZMA_OK;
}

static void
xz_close(void *self)
{
	struct xz *xz = self;

	lzma_end(&xz->z);
	mem_free(xz);
}

static void *
xz_open(void)
{
	struct xz *xz = mem_new(sizeof(*xz));

	*xz = (struct xz){ LZMA_STREAM_INIT, UNPACK_MEMORY_BITS };
	if (xz_reset(xz))
		return xz;
	xz_close(xz);
	return NULL;
}

static void
xz_bound(void *self, unsigned bits)
{
	struct xz *xz = self;

	xz->bits = bits;
	lzma_memlimit_set(&xz->z, UINT64_C(1) << bits);
}

static enum unpacked
xz_step(void *self, struct unpack_io *io)
{
	struct xz *xz = self;
	lzma_stream *z = &xz->z;

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
	.bound = xz_bound,
};
#endif
