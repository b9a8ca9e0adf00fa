/* SPDX-License-Identifier: MIT */
/* The door of libbz2: bzip2 streams. */
#include "ingest/unpack.h"

#ifdef HAVE_BZIP2
#include <bzlib.h>

#include "common/mem.h"

struct bzip2 {
	bz_stream bz;
	bool live; /* to be ended */
};

static bool
begin(struct bzip2 *z)
{
	z->bz = (bz_stream){ 0 };
	z->live = BZ2_bzDecompressInit(&z->bz, 0, 0) == BZ_OK;
	return z->live;
}

static void
end(struct bzip2 *z)
{
	if (z->live)
		BZ2_bzDecompressEnd(&z->bz);
	z->live = false;
}

static bool
bzip2_reset(void *self)
{
	end(self);
	return begin(self);
}

static void
bzip2_close(void *self)
{
	end(self);
	mem_free(self);
}

static void *
bzip2_open(void)
{
	struct bzip2 *z = mem_new(sizeof(*z));

	if (begin(z))
		return z;
	mem_free(z);
	return NULL;
}

static enum unpacked
bzip2_step(void *self, struct unpack_io *io)
{
	bz_stream *bz = &((struct bzip2 *)self)->bz;

	bz->next_in = (char *)io->in;
	bz->avail_in = (unsigned)io->in_n;
	bz->next_out = (char *)io->out;
	bz->avail_out = (unsigned)io->out_n;

	int rc = BZ2_bzDecompress(bz);

	io->in += io->in_n - bz->avail_in;
	io->in_n = bz->avail_in;
	io->out += io->out_n - bz->avail_out;
	io->out_n = bz->avail_out;
	switch (rc) {
	case BZ_STREAM_END:
		return UNPACK_END;
	case BZ_OK:
		return UNPACK_MORE;
	case BZ_MEM_ERROR:
		return UNPACK_MEMORY;
	default:
		return UNPACK_DAMAGED;
	}
}

const struct unpack unpack_bzip2 = {
	.name = "bzip2",
	.open = bzip2_open,
	.reset = bzip2_reset,
	.step = bzip2_step,
	.close = bzip2_close,
};
#endif
