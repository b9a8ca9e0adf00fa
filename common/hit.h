/* SPDX-License-Identifier: MIT */
/* hit.h -- one request, as a log line tells it: what ingest hands to aggregate.
 *
 * Spans point into the line's buffer, raw as the server wrote them: server
 * escapes (\x22, \") and percent signs are still there.  A field that the format
 * lacks, or that is "-", is empty.
 */
#ifndef COMMON_HIT_H
#define COMMON_HIT_H

#include "common/class.h"
#include "common/span.h"

enum hit_scheme {
	HIT_SCHEME_UNKNOWN, /* the log does not tell */
	HIT_SCHEME_HTTP,
	HIT_SCHEME_HTTPS
};

struct hit {
	int64_t at_s;         /* UTC seconds since 1970; from the line's own offset */
	struct span addr;     /* IPv4, IPv6 or host name, never empty */
	struct span host;     /* virtual host, without port; may be empty */
	struct span method;   /* may be empty: then the request was garbage */
	struct span target;   /* request target with its query; may be empty */
	struct span protocol; /* "HTTP/1.1"; may be empty */
	struct span referrer;
	struct span agent;
	struct span forwarded; /* X-Forwarded-For, where the format has it and somebody
	                        * asks for it (format_want_forwarded) */
	uint64_t bytes;       /* body or whole response, as the format says; 0 if "-" */
	int64_t took_us;      /* time served; -1 when not logged */
	uint16_t status;      /* 100..599 */
	enum hit_scheme scheme; /* as the server itself was spoken to */
};

enum { HIT_BATCH_MAX = 128 };

/* Hits of one stream, and the count of its lines that gave none. */
struct hit_batch {
	uint32_t stream; /* the run's own number of the stream, from 0 */
	uint32_t n;
	struct hit hit[HIT_BATCH_MAX];
	/* CLASS_MALFORMED, _OVERSIZE, _DIRECTIVE, _BLANK only */
	uint64_t refused[CLASS__MAX];
};

/* Where ingest delivers.  Each worker thread has a sink of its own, so a sink
 * needs no lock.  What was taken since the last keep or drop is provisional: an
 * archive counts only once its checksum holds. */
struct hit_sink {
	void *self;
	void (*take)(void *self, const struct hit_batch *batch);
	void (*keep)(void *self);
	void (*drop)(void *self);
};

#endif
