/* SPDX-License-Identifier: MIT */
/* json_map.h -- which value of a JSON line is which field of a hit.
 *
 * A map: "addr=client.ip|remote_addr,time=@timestamp,status=http.status,...".
 * Names: addr time status (needed), host method target query protocol request
 * bytes referrer agent, and took (seconds), took_ms, took_us, took_ns.  Of paths with
 * a bar between the first one that has a value counts.  Scheme (a name), https (on,
 * true...), tls (a protocol or cipher) and server_port tell whether a request came
 * encrypted, the first of them the most.
 *
 * A time is CLF's, ISO 8601 with its offset, or a number since 1970: its size
 * tells seconds (a fraction may follow), ms, us or ns.  request is a whole request
 * line, if there is no target.
 */
#ifndef INGEST_JSON_MAP_H
#define INGEST_JSON_MAP_H

#include "common/err.h"
#include "common/hit.h"
#include "ingest/desk.h"
#include "ingest/scan.h"

struct json_map;

bool json_map_open(struct span text, struct json_map **out, struct err *err);
bool json_map_forwarded(const struct json_map *m); /* is there a list of proxies? */
void json_map_close(struct json_map *m); /* accepts NULL */

/* Line without its end; its quotes may be known.  True for a hit; else *hit is untouched.  *whole (may be
 * NULL): its numbers were numbers. */
bool json_map_run(const struct json_map *m, const struct scan_line *line,
    struct desk *desk, struct hit *hit, bool *whole);

#endif
