/* SPDX-License-Identifier: MIT */
/* The door of libzstd: frames, and skippable ones, which give nothing. */
#include "ingest/unpack.h"

#ifdef HAVE_ZSTD
#include <zstd.h>
#include <zstd_errors.h>

static void *
zstd_open(void)
{
	ZSTD_DCtx *z = ZSTD_createDCtx();

	if (z != NULL && ZSTD_isError(ZSTD_DCtx_setParameter(z,
	    ZSTD_d_windowLogMax, UNPACK_MEMORY_BITS))) {
		ZSTD_freeDCtx(z);
		return NULL;
	}
	return z;
}

static bool
zstd_reset(void *self)
{
	return !ZSTD_isError(ZSTD_DCtx_reset(self, ZSTD_reset_session_only));
}

static enum unpacked
failure(size_t rc)
{
	switch (ZSTD_getErrorCode(rc)) {
	case ZSTD_error_memory_allocation:
		return UNPACK_MEMORY;
	case ZSTD_error_frameParameter_windowTooLarge:
		return UNPACK_LIMIT;
	/* Called too often without input: inflate.c sees that itself. */
	case ZSTD_error_dstSize_tooSmall:
	case ZSTD_error_srcSize_wrong:
		return UNPACK_MORE;
	default:
		return UNPACK_DAMAGED;
	}
}

static enum unpacked
zstd_step(void *self, struct unpack_io *io)
{
	ZSTD_inBuffer in = { io->in, io->in_n, 0 };
	ZSTD_outBuffer out = { io->out, io->out_n, 0 };
	size_t rc = ZSTD_decompressStream(self, &out, &in);

	io->in += in.pos;
	io->in_n -= in.pos;
	io->out += out.pos;
	io->out_n -= out.pos;
	if (ZSTD_isError(rc))
		return failure(rc);
	return rc == 0 ? UNPACK_END : UNPACK_MORE;
}

static void
zstd_close(void *self)
{
	ZSTD_freeDCtx(self);
}

const struct unpack unpack_zstd = {
	.name = "zstd",
	.open = zstd_open,
	.reset = zstd_reset,
	.step = zstd_step,
	.close = zstd_close,
};
#endif
