/* SPDX-License-Identifier: MIT */
/* json_scan.h -- the values at some paths of a JSON object that is a line.
 *
 * One pass over the line without memory of its own.  The object must be whole
 * and well-formed but for the bytes in its strings; what a collector puts before
 * it ("web  | {...}", "Oct 10 13:55:36 web nginx: {...}") is passed over.
 */
#ifndef INGEST_JSON_SCAN_H
#define INGEST_JSON_SCAN_H

#include "ingest/scan.h"

enum {
	JSON_PATHS_MAX = 64, /* bits of a mask */
	JSON_DEPTH_MAX = 32, /* of objects and arrays in each other */
	JSON_PREFIX_MAX = 256
};

/* Keys with dots between: "request.headers.Referer".  A key may hold dots itself:
 * {"client.ip":...} and {"client":{"ip":...}} are the same path.  An array stands
 * for its first element. */
struct json_paths {
	struct span path[JSON_PATHS_MAX];
	size_t n;
	uint64_t first[256]; /* by their first byte: see json_paths_settle */
};

void json_paths_settle(struct json_paths *p);

struct json_value {
	struct span s; /* a string without its quotes, a number, true, false; empty:
	                * not there, null, an object */
	bool escaped;  /* a string that holds backslashes */
};

/* The line's quotes may be known or not.  value: one for each path, zeroed.  Of a key given twice the first value counts.
 * False: no such line; values may be set then. */
bool json_scan(const struct json_paths *p, const struct scan_line *line,
    struct json_value *value);

#endif
