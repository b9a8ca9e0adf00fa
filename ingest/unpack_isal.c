/* SPDX-License-Identifier: MIT */
/* The door of ISA-L: gzip members, three times as fast as zlib.
 *
 * It must give the same bytes as zlib, which is its judge, for damaged input too.
 * Where that is not certain, or not fast, it stops, and zlib decodes the member
 * again.  To know
 * it, it reads gzip's header and trailer itself, and looks at the head of each
 * deflate block before ISA-L does, which is less strict there than zlib.  ISA-L
 * stops only behind a final block, so each one is made a final one, and a stream
 * of its own that begins with the last 32 KiB as a dictionary.
 */
#include "ingest/unpack.h"

#ifdef HAVE_ISAL
#include <isa-l/crc.h>
#include <isa-l/igzip_lib.h>
#include <string.h>

#include "common/mem.h"
#include "ingest/deflate.h"

enum {
	WINDOW = ISAL_DEF_HIST_SIZE,
	FRESH = 224 * 1024, /* with the window, a part of the processor's cache */
	HEADER_BYTES = 10,
	TRAILER_BYTES = 8,
	/* A writer that flushes each line makes tiny blocks, and zlib is faster
	 * there (7 times, with 150 bytes a block): known after so many of them. */
	EARLY_BLOCKS = 64,
	TINY_BLOCK = 1024
};

enum phase {
	PHASE_HEADER,
	PHASE_HEAD, /* of a block */
	PHASE_BODY,
	PHASE_TRAILER
};

struct isal {
	struct inflate_state s;
	enum phase phase;
	bool final;    /* the block is the last one, by its own head */
	unsigned blocks; /* behind us */
	uint32_t sum, size; /* of what was given */
	size_t old;    /* bytes of the member right before out + WINDOW */
	size_t n;      /* bytes from there on: decoded... */
	size_t given;  /* ... and given */
	unsigned char out[WINDOW + FRESH];
};

static bool
isal_reset(void *self)
{
	struct isal *z = self;

	isal_inflate_reset(&z->s);
	z->phase = PHASE_HEADER;
	z->sum = z->size = z->blocks = 0;
	z->old = z->n = z->given = 0;
	return true;
}

static void *
isal_open(void)
{
	struct isal *z = mem_new(sizeof(*z));

	isal_inflate_init(&z->s);
	return z;
}

static void
use(struct unpack_io *io, size_t n)
{
	io->in += n;
	io->in_n -= n;
}

/* Past a text and its NUL; false: it does not end here. */
static bool
pass_text(struct unpack_io *io)
{
	const unsigned char *end = memchr(io->in, '\0', io->in_n);

	if (end == NULL)
		return false;
	use(io, (size_t)(end - io->in) + 1);
	return true;
}

/* RFC 1952.  A header with a checksum of its own, which is rare, is zlib's. */
static enum unpacked
take_header(struct isal *z, struct unpack_io *io)
{
	enum { CHECKED = 2, EXTRA = 4, NAME = 8, COMMENT = 16, UNKNOWN = 0xe0 };
	struct unpack_io rest = *io;

	if (rest.in_n < HEADER_BYTES)
		return UNPACK_MORE;

	unsigned flags = rest.in[3];

	if (rest.in[0] != 0x1f || rest.in[1] != 0x8b || rest.in[2] != 8 ||
	    (flags & (CHECKED | UNKNOWN)) != 0)
		return UNPACK_DAMAGED;
	use(&rest, HEADER_BYTES);
	if ((flags & EXTRA) != 0) {
		size_t n = rest.in_n < 2 ? 0 :
		    rest.in[0] + 256u * rest.in[1];

		if (rest.in_n < 2 + n)
			return UNPACK_MORE;
		use(&rest, 2 + n);
	}
	if (((flags & NAME) != 0 && !pass_text(&rest)) ||
	    ((flags & COMMENT) != 0 && !pass_text(&rest)))
		return UNPACK_MORE;
	*io = rest;
	z->phase = PHASE_HEAD;
	return UNPACK_MORE;
}

static enum unpacked
take_head(struct isal *z, struct unpack_io *io)
{
	struct deflate_bits bits = { z->s.read_in, (unsigned)z->s.read_in_length,
		io->in, io->in_n };
	enum deflate_head head = deflate_head(bits, &z->final);

	if (head == DEFLATE_ODD)
		return UNPACK_DAMAGED;
	if (head == DEFLATE_SOUND) {
		/* The first bit: final. */
		if (z->s.read_in_length > 0)
			z->s.read_in |= 1;
		else
			io->in[0] |= 1;
		z->phase = PHASE_BODY;
	}
	return UNPACK_MORE;
}

/* Behind a block: ready for the next one. */
static enum unpacked
end_block(struct isal *z)
{
	struct inflate_state *s = &z->s;
	uint64_t held = s->read_in;
	int32_t n_held = s->read_in_length;
	size_t n = z->old + z->n < WINDOW ? z->old + z->n : WINDOW;

	z->phase = z->final ? PHASE_TRAILER : PHASE_HEAD;
	isal_inflate_reset(s);
	if (z->final)
		return UNPACK_MORE; /* bits before the trailer are padding */
	isal_inflate_set_dict(s, z->out + WINDOW + z->n - n, (uint32_t)n);
	s->read_in = held;
	s->read_in_length = n_held;
	return ++z->blocks == EARLY_BLOCKS &&
	    z->size + z->n < EARLY_BLOCKS * TINY_BLOCK ? UNPACK_DAMAGED :
	    UNPACK_MORE;
}

static enum unpacked
take_body(struct isal *z, struct unpack_io *io)
{
	struct inflate_state *s = &z->s;

	s->next_in = io->in;
	s->avail_in = (uint32_t)io->in_n;
	s->next_out = z->out + WINDOW + z->n;
	s->avail_out = (uint32_t)(FRESH - z->n);
	if (isal_inflate(s) != ISAL_DECOMP_OK || s->read_in_length < 0)
		return UNPACK_DAMAGED;
	z->n = FRESH - s->avail_out;

	/* Whole bytes that it holds go back, so that what is used is known. */
	unsigned bytes = (unsigned)s->read_in_length / 8;

	s->read_in_length %= 8;
	s->read_in &= (1u << s->read_in_length) - 1;
	use(io, io->in_n - s->avail_in - bytes);
	return s->block_state == ISAL_BLOCK_FINISH ? end_block(z) : UNPACK_MORE;
}

static uint32_t
number(const unsigned char *p)
{
	return p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 |
	    (uint32_t)p[3] << 24;
}

static enum unpacked
take_trailer(struct isal *z, struct unpack_io *io)
{
	if (io->in_n < TRAILER_BYTES)
		return UNPACK_MORE;
	if (number(io->in) != z->sum || number(io->in + 4) != z->size)
		return UNPACK_DAMAGED;
	use(io, TRAILER_BYTES);
	return UNPACK_END;
}

static void
give(struct isal *z, struct unpack_io *io)
{
	const unsigned char *p = z->out + WINDOW + z->given;
	size_t n = z->n - z->given;

	if (n > io->out_n)
		n = io->out_n;
	memcpy(io->out, p, n);
	z->sum = crc32_gzip_refl(z->sum, p, n);
	z->size += (uint32_t)n;
	z->given += n;
	io->out += n;
	io->out_n -= n;
}

/* All was given: keep the window. */
static void
slide(struct isal *z)
{
	memmove(z->out, z->out + z->n, WINDOW);
	z->old = z->old + z->n < WINDOW ? z->old + z->n : WINDOW;
	z->n = z->given = 0;
}

static enum unpacked
take_phase(struct isal *z, struct unpack_io *io)
{
	switch (z->phase) {
	case PHASE_HEADER:
		return take_header(z, io);
	case PHASE_HEAD:
		return take_head(z, io);
	case PHASE_BODY:
		return take_body(z, io);
	default:
		return take_trailer(z, io);
	}
}

static enum unpacked
isal_step(void *self, struct unpack_io *io)
{
	struct isal *z = self;
	enum unpacked rc = UNPACK_MORE;
	bool going = true;

	if (z->given < z->n) {
		give(z, io);
		return UNPACK_MORE;
	}
	if (z->n > 0)
		slide(z);
	/* The trailer waits until all was given, and its sum known. */
	while (rc == UNPACK_MORE && going && z->n < FRESH &&
	    (z->phase != PHASE_TRAILER || z->n == 0)) {
		size_t in_n = io->in_n, n = z->n;
		enum phase phase = z->phase;

		rc = take_phase(z, io);
		going = io->in_n < in_n || z->n > n || z->phase != phase;
	}
	give(z, io);
	return rc;
}

static void
isal_close(void *self)
{
	mem_free(self);
}

static uint32_t
isal_sum(const void *self)
{
	const struct isal *z = self;

	return z->sum;
}

const struct unpack unpack_isal = {
	.name = "isal",
	.open = isal_open,
	.reset = isal_reset,
	.step = isal_step,
	.close = isal_close,
	.judge = &unpack_zlib,
	.sum = isal_sum,
};
#endif
