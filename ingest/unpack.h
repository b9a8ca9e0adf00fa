/* SPDX-License-Identifier: MIT */
/* unpack.h -- what the doors of the packers' libraries do for inflate.c.
 *
 * A door decodes one stream at a time: a gzip member, a zstd frame, an xz or
 * bzip2 stream.  What comes before, between and behind streams is inflate.c's.
 */
#ifndef INGEST_UNPACK_H
#define INGEST_UNPACK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A step uses from the front of in and gives to the front of out. */
struct unpack_io {
	unsigned char *in; /* a door may change what it uses */
	size_t in_n;
	unsigned char *out;
	size_t out_n;
};

enum unpacked {
	UNPACK_MORE,    /* goes on; if nothing was used or given, it lacks input */
	UNPACK_END,     /* the stream has ended, and its checksum holds */
	UNPACK_DAMAGED, /* what was given is what comes before the damage */
	UNPACK_LIMIT,   /* the stream asks for more memory than it may have */
	UNPACK_MEMORY   /* the system has none */
};

/* Of one stream: a window of zstd, a dictionary of xz. */
enum {
	UNPACK_MEMORY_BITS = 27,
	UNPACK_MEMORY_BITS_LEAST = 24 /* where files share it: what xz -6 needs */
};

struct unpack {
	const char *name;
	void *(*open)(void);     /* ready for a stream; NULL: out of memory */
	bool (*reset)(void *self); /* ready for another one; false: memory */
	enum unpacked (*step)(void *self, struct unpack_io *io);
	void (*close)(void *self);
	/* From now on a stream may have 1 << bits bytes; NULL: its memory is fixed. */
	void (*bound)(void *self, unsigned bits);
	/* A fast door vouches for what it gives, and calls all that it does not
	 * vouch for damaged; then its judge decodes the stream again and decides.
	 * Both tell the CRC-32 of what their stream gave so far. */
	const struct unpack *judge;
	uint32_t (*sum)(const void *self);
};

extern const struct unpack unpack_zlib;
extern const struct unpack unpack_isal;
extern const struct unpack unpack_zstd;
extern const struct unpack unpack_xz;
extern const struct unpack unpack_bzip2;

struct unpack_format {
	const char *name;
	struct {
		/* None where n is 0. */
		unsigned char byte[6], mask[6];
		size_t n;
	} magic[2];
	const struct unpack *door; /* NULL: not built in */
	const struct unpack *fast; /* for files that can be read again; or NULL */
};

enum { UNPACK_MAGIC_MAX = 6 };

/* The format whose stream begins with these n bytes; NULL: none.  *whole is false
 * where the bytes are only the beginning of a magic. */
const struct unpack_format *unpack_tell(const unsigned char *p, size_t n,
    bool *whole);

#endif
