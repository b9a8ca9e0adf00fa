/* SPDX-License-Identifier: MIT */
/* json.h -- one JSON text into a buffer, member by member.
 *
 *     struct json j = json_begin(&out);
 *     json_object(&j);
 *             json_key_int(&j, "v", 1);
 *             json_key(&j, "days");
 *             json_array(&j);
 *                     json_text(&j, "2021-05-14");
 *             json_end(&j);
 *     json_end(&j);
 *     json_finish(&j);
 *
 * The caller cannot write a comma, a quote or a bracket; what would make no JSON
 * (a value without a key in an object, a key in an array, a key without a value,
 * two values at the top, an end too many or too few) is a programmer's mistake,
 * and an assertion.  Keys come in the order given; strings may be any bytes
 * (escape_json).  Numbers are integers, or have one decimal: no floating point,
 * so the same figures give the same bytes everywhere.
 */
#ifndef PUBLISH_JSON_H
#define PUBLISH_JSON_H

#include "common/buf.h"

enum { JSON_DEPTH_MAX = 16 };

struct json {
	struct buf *out;
	int depth;
	bool comma;   /* a member stands before */
	bool key;     /* a key waits for its value */
	bool line;    /* the next member begins a line */
	char end[JSON_DEPTH_MAX]; /* the bracket that closes each level */
};

struct json json_begin(struct buf *out); /* appends to *out, which must outlive it */
void json_finish(struct json *j);        /* all closed, one value; writes a newline */

void json_object(struct json *j);
void json_array(struct json *j);
void json_end(struct json *j); /* of the innermost */
void json_line(struct json *j); /* the next member, or end, begins a new line */

void json_key(struct json *j, const char *key);
void json_string(struct json *j, struct span s);
void json_text(struct json *j, const char *text); /* NULL is null */
void json_int(struct json *j, int64_t n);
void json_tenths(struct json *j, int64_t tenths); /* 315 is 31.5 */
void json_bool(struct json *j, bool yes);
void json_null(struct json *j);

/* Key and value in one. */
void json_key_text(struct json *j, const char *key, const char *text);
void json_key_int(struct json *j, const char *key, int64_t n);
void json_key_bool(struct json *j, const char *key, bool yes);
void json_key_null(struct json *j, const char *key);

#endif
