/* SPDX-License-Identifier: MIT */
#include "ingest/unpack.h"

#include "ingest/inflate.h"

#ifdef HAVE_ISAL
#define FAST_GZIP &unpack_isal
#define BUILTIN_GZIP "gzip (zlib, ISA-L)"
#else
#define FAST_GZIP NULL
#define BUILTIN_GZIP "gzip (zlib)"
#endif
#ifdef HAVE_ZSTD
#define DOOR_ZSTD &unpack_zstd
#define BUILTIN_ZSTD ", zstd"
#else
#define DOOR_ZSTD NULL
#define BUILTIN_ZSTD ""
#endif
#ifdef HAVE_LZMA
#define DOOR_XZ &unpack_xz
#define BUILTIN_XZ ", xz"
#else
#define DOOR_XZ NULL
#define BUILTIN_XZ ""
#endif
#ifdef HAVE_BZIP2
#define DOOR_BZIP2 &unpack_bzip2
#define BUILTIN_BZIP2 ", bzip2"
#else
#define DOOR_BZIP2 NULL
#define BUILTIN_BZIP2 ""
#endif

static const struct unpack_format formats[] = {
	{ "gzip",
	    { { { 0x1f, 0x8b }, { 0xff, 0xff }, 2 } },
	    &unpack_zlib, FAST_GZIP },
	/* A frame, or a skippable one: there are 16 kinds. */
	{ "zstd",
	    { { { 0x28, 0xb5, 0x2f, 0xfd }, { 0xff, 0xff, 0xff, 0xff }, 4 },
	      { { 0x50, 0x2a, 0x4d, 0x18 }, { 0xf0, 0xff, 0xff, 0xff }, 4 } },
	    DOOR_ZSTD, NULL },
	{ "xz",
	    { { { 0xfd, '7', 'z', 'X', 'Z', 0 },
	        { 0xff, 0xff, 0xff, 0xff, 0xff, 0xff }, 6 } },
	    DOOR_XZ, NULL },
	/* Then a digit, the size of blocks. */
	{ "bzip2",
	    { { { 'B', 'Z', 'h', 0x30 }, { 0xff, 0xff, 0xff, 0xf0 }, 4 } },
	    DOOR_BZIP2, NULL },
};

const struct unpack_format *
unpack_tell(const unsigned char *p, size_t n, bool *whole)
{
	const struct unpack_format *end =
	    formats + sizeof(formats) / sizeof(formats[0]);

	for (const struct unpack_format *f = formats; n > 0 && f < end; f++)
		for (size_t m = 0; m < 2 && f->magic[m].n > 0; m++) {
			size_t i = 0;

			while (i < n && i < f->magic[m].n && f->magic[m].byte[i] ==
			    (p[i] & f->magic[m].mask[i]))
				i++;
			*whole = i == f->magic[m].n;
			if (*whole || i == n)
				return f;
		}
	return NULL;
}

const char *
inflate_builtin(void)
{
	return BUILTIN_GZIP BUILTIN_ZSTD BUILTIN_XZ BUILTIN_BZIP2;
}
