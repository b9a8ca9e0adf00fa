/* SPDX-License-Identifier: MIT */
/* log_content.h -- what a log file holds, unpacked, as hashes up to some points.
 *
 * A log is renamed, compressed, and goes on; its content up to a point stays.  So
 * evidence names the SHA-256 of the bytes that were counted, which anybody can take again
 * from the log, whatever it is called by then:
 *
 *     zcat access.log.3.gz | head -c BYTES | sha256sum
 */
#ifndef CLI_LOG_CONTENT_H
#define CLI_LOG_CONTENT_H

#include "common/hash.h"

struct log_content_at {
	uint64_t bytes;      /* asked for: ascending, 0 is the beginning */
	bool reached;        /* the content has that many */
	char sha256[65];     /* of them; where reached */
	struct hash128 prefix; /* likewise, store/streams.h; only with keys */
};

struct log_content {
	const struct hash_keys *keys; /* NULL: no prefixes */
	struct log_content_at *at;
	size_t n;
	uint64_t max_bytes;  /* of the content; what comes after is not read */
	/* What is found: */
	uint64_t bytes;      /* of the content */
	char sha256[65];     /* of all of it */
};

/* path must be a file that can be read twice.  False: it cannot be read; damage at its end is
 * no error, what comes before counts. */
bool log_content_read(const char *path, struct log_content *c,
    struct err *err);

#endif
