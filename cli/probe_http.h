/* SPDX-License-Identifier: MIT */
/* probe_http.h -- one request to a site: the door of libcurl, which may be absent.
 *
 * Only http and https; certificates are checked; no redirect is followed, no proxy asked, and
 * no more than PROBE_BYTES of an answer's body are read.
 */
#ifndef CLI_PROBE_HTTP_H
#define CLI_PROBE_HTTP_H

#include <stdint.h>

#include "common/err.h"

enum {
	PROBE_CONNECT_MS = 5000,
	PROBE_TOTAL_MS = 10000,
	PROBE_BYTES = 1 << 20
};

#define PROBE_AGENT "truycap-probe/1"

struct probe_http {
	const char *url;
	bool whole;     /* GET, not HEAD */
};

struct probe_answer {
	int status;     /* 599: none */
	int64_t bytes;  /* of the body, as far as it was read */
	char why[200];  /* there is none because... */
};

/* ERR_USAGE: libcurl is not built in. */
bool probe_http_get(const struct probe_http *q, struct probe_answer *out,
    struct err *err);

#endif
