/* SPDX-License-Identifier: MIT */
/* zip.h -- bundles of files as .zip: written the same each time, read with suspicion.
 *
 * Names are relative paths of ASCII, as what others mean to old programs depends on their
 * locale.  The one file that knows
 * libarchive is zip.c.
 */
#ifndef PUBLISH_ZIP_H
#define PUBLISH_ZIP_H

#include "common/buf.h"
#include "common/err.h"
#include "common/mem.h"

struct zip_file {
	const char *name;
	struct span bytes;
};

/* Appends the archive of n files, in their order.  All have mode 0644 and no time (1980-01-01),
 * so that equal files make equal archives.  ERR_BUG: a name that zip_name_bad refuses,
 * or twice. */
bool zip_write(const struct zip_file *file, size_t n, struct buf *out,
    struct err *err);

/* What an archive may hold at the most. */
enum {
	ZIP_FILES = 4096,
	ZIP_BYTES = 512 << 20, /* of all files */
	ZIP_NAME = 255         /* of a name */
};

/* Starts zeroed; owns all. */
struct zip {
	struct zip_file *file; /* n of them, as they stand in the archive */
	size_t n;
	struct arena arena;
};

/* Refused (ERR_DATA, with the name): what is no zip archive, is cut short or whose checksums do not
 * hold; more than fits above; names that leave the folder or are twice; links, devices,
 * what is encrypted.  Folders are passed over. */
bool zip_read(struct span archive, struct zip *out, struct err *err);
void zip_close(struct zip *z); /* accepts zeroed */

/* NULL: none. */
const struct zip_file *zip_find(const struct zip *z, const char *name);

/* Why a name is no relative path that stays below its folder, or NULL: it is one. */
const char *zip_name_bad(const char *name);

#endif
