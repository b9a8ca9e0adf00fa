/* SPDX-License-Identifier: MIT */
/* The door of libzstd: frames, and skippable ones, which give nothing. */
#include "ingest/unpack.h"

#ifdef HAVE_ZSTD
#include <zstd.h>
#include <zstd_errors.h>

#include "common/mem.h"

enum { BLOCK_HEADER = 3 };

struct zstd {
	ZSTD_DCtx *dctx;
	size_t want; /* bytes, to go on by one block or one header */
	bool full;   /* the last call had no room left: more may wait */
};

static void
zstd_close(void *self)
{
	struct zstd *z = self;

	ZSTD_freeDCtx(z->dctx);
	mem_free(z);
}

static bool
zstd_reset(void *self)
{
	struct zstd *z = self;

	z->want = 1;
	z->full = false;
	return !ZSTD_isError(ZSTD_DCtx_reset(z->dctx, ZSTD_reset_session_only));
}

static void *
zstd_open(void)
{
	struct zstd *z = mem_new(sizeof(*z));

	z->dctx = ZSTD_createDCtx();
	if (z->dctx != NULL && zstd_reset(z) &&
	    !ZSTD_isError(ZSTD_DCtx_setParameter(z->dctx, ZSTD_d_windowLogMax,
	    UNPACK_MEMORY_BITS)))
		return z;
	zstd_close(z);
	return NULL;
}

static void
zstd_bound(void *self, unsigned bits)
{
	struct zstd *z = self;

	ZSTD_DCtx_setParameter(z->dctx, ZSTD_d_windowLogMax, (int)bits);
}

static enum unpacked
failure(size_t rc)
{
	switch (ZSTD_getErrorCode(rc)) {
	case ZSTD_error_memory_allocation:
		return UNPACK_MEMORY;
	case ZSTD_error_frameParameter_windowTooLarge:
		return UNPACK_LIMIT;
	default:
		return UNPACK_DAMAGED;
	}
}

/* One call, with no more input than that. */
static size_t
call(struct zstd *z, struct unpack_io *io, size_t n)
{
	ZSTD_inBuffer in = { io->in, n < io->in_n ? n : io->in_n, 0 };
	ZSTD_outBuffer out = { io->out, io->out_n, 0 };
	size_t rc = ZSTD_decompressStream(z->dctx, &out, &in);

	if (ZSTD_isError(rc))
		return rc;
	io->in += in.pos;
	io->in_n -= in.pos;
	io->out += out.pos;
	io->out_n -= out.pos;
	z->want = rc;
	z->full = io->out_n == 0;
	return rc;
}

/* Where a call fails, what it gave is lost.  So one gets no more than one block, and
 * not the header of the next one, which zstd likes to have too; and what waits from
 * the call before comes alone. */
static enum unpacked
zstd_step(void *self, struct unpack_io *io)
{
	struct zstd *z = self;
	size_t room = io->out_n, rc = 0;

	if (z->full)
		rc = call(z, io, 0);
	if (!ZSTD_isError(rc) && io->out_n == room)
		rc = call(z, io, z->want > BLOCK_HEADER ?
		    z->want - BLOCK_HEADER : z->want);
	if (ZSTD_isError(rc))
		return failure(rc);
	return rc == 0 ? UNPACK_END : UNPACK_MORE;
}

const struct unpack unpack_zstd = {
	.name = "zstd",
	.open = zstd_open,
	.reset = zstd_reset,
	.step = zstd_step,
	.close = zstd_close,
	.bound = zstd_bound,
};
#endif
