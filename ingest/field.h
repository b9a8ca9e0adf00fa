/* SPDX-License-Identifier: MIT */
/* field.h -- one field of a log line, from its bytes to its meaning.
 *
 * Every reader is strict: the whole span is the value, digits are digits,
 * bounds and overflow are checked, and the output is untouched where it answers
 * false.
 * Spans they give point into the span given.  None of them allocates.
 */
#ifndef INGEST_FIELD_H
#define INGEST_FIELD_H

#include "common/hit.h"
#include "common/span.h"

enum {
	FIELD_NAME_MAX = 255 /* bytes of an address or name; DNS allows 253 */
};

/* A petabyte in one line is damage, and sums of such numbers would overflow. */
#define FIELD_BYTES_MAX (UINT64_C(1) << 50)
#define FIELD_TOOK_MAX_US (INT64_C(1) << 50)

enum field_unit {
	FIELD_UNIT_US,
	FIELD_UNIT_MS,
	FIELD_UNIT_S,
	FIELD_UNIT_S_DECIMAL, /* "0.123": the point is not optional */
	FIELD_UNIT_S_ANY      /* "0.123" or "2"; of the time served only */
};

/* What tells whether a request came encrypted. */
enum field_scheme {
	FIELD_SCHEME_NAME, /* "http", "https"; also "h2", "wss"... of a balancer */
	FIELD_SCHEME_FLAG, /* "on"; "off", "-" or nothing */
	FIELD_SCHEME_TLS,  /* a protocol or cipher; "-", "none" or nothing */
	FIELD_SCHEME_PORT, /* the server's: 443, 80 */
	FIELD_SCHEME_TILDE /* HAProxy's frontend, with ~ behind it if encrypted */
};

/* A text; "-" is what servers write for nothing. */
static inline struct span
field_text(struct span s)
{
	return s.n == 1 && s.p[0] == '-' ? (struct span){ s.p, 0 } : s;
}

/* A client's address or host name: [0-9A-Za-z.:_%-], at most FIELD_NAME_MAX.
 * "198.51.100.7:40112" and "[2001:db8::1]:443" lose their port; of a name with
 * a port, which is no client's, nothing is made, and neither of "-".  "unix:",
 * as nginx writes for a local socket, stands as it is. */
bool field_address(struct span s, struct span *out);

/* The same where the format says that a port follows the last colon. */
bool field_address_port(struct span s, struct span *out);

/* A virtual host, its port taken off.  Empty where it is "-" or none: the Host
 * header is the client's to choose, so this never fails. */
struct span field_host(struct span s);
struct span field_host_port(struct span s); /* a port follows the last colon */

bool field_status(struct span s, uint16_t *out);  /* 100..599 */
bool field_bytes(struct span s, uint64_t *out);   /* "-" is 0 */
bool field_took(struct span s, enum field_unit unit, int64_t *us);

enum hit_scheme field_scheme(struct span s, enum field_scheme kind);

/* Of a virtual host that a port follows: what the port tells. */
static inline enum hit_scheme
field_host_scheme(struct span s)
{
	if (s.n > 4 && memcmp(s.p + s.n - 4, ":443", 4) == 0)
		return HIT_SCHEME_HTTPS;
	return s.n > 3 && memcmp(s.p + s.n - 3, ":80", 3) == 0 ?
	    HIT_SCHEME_HTTP : HIT_SCHEME_UNKNOWN;
}

/* "http://example.org/a" for a target tells it, too. */
static inline enum hit_scheme
field_target_scheme(struct span target)
{
	if (target.n < 8 || (target.p[0] | 0x20) != 'h')
		return HIT_SCHEME_UNKNOWN;
	return span_starts_nocase(target, SPAN("https://")) ?
	    HIT_SCHEME_HTTPS : span_starts_nocase(target, SPAN("http://")) ?
	    HIT_SCHEME_HTTP : HIT_SCHEME_UNKNOWN;
}

/* "GET /a?b HTTP/1.1", "GET /a", and what clients send instead: sets method,
 * target and protocol, empty where they cannot be told. */
void field_request(struct span s, struct hit *hit);
struct span field_method(struct span s); /* empty when it is none */

#endif
