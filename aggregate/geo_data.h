/* SPDX-License-Identifier: MIT */
/* geo_data.h -- values of a MaxMind DB, read with limits (format version 2.0).
 *
 * libmaxminddb finds the record of an address; what is in the record is read here:
 * as of 1.7.1, Debian 12's, the library recurses as deep as a file says (a million
 * nested arrays end the process), and until 1.14 crossing pointers cost it
 * exponential time.  Here a value is at most GEO_DATA_STEPS steps of work, whatever
 * the file holds.
 */
#ifndef AGGREGATE_GEO_DATA_H
#define AGGREGATE_GEO_DATA_H

#include "common/span.h"

enum {
	GEO_DATA_STEPS = 4096, /* values looked at; a city's record has about 100 */
	GEO_DATA_DEPTH = 16    /* of metadata; MaxMind's own have two */
};

/* Numbers are those of the format; the others are only passed over. */
enum geo_type {
	GEO_TYPE_POINTER = 1,
	GEO_TYPE_TEXT = 2,
	GEO_TYPE_DOUBLE = 3,
	GEO_TYPE_UINT16 = 5,
	GEO_TYPE_UINT32 = 6,
	GEO_TYPE_MAP = 7,
	GEO_TYPE_INT32 = 8,
	GEO_TYPE_UINT64 = 9,
	GEO_TYPE_UINT128 = 10,
	GEO_TYPE_ARRAY = 11,
	GEO_TYPE_CONTAINER = 12, /* 12 and 13 are no values */
	GEO_TYPE_END = 13,
	GEO_TYPE_BOOL = 14,
	GEO_TYPE_FLOAT = 15
};

struct geo_value {
	enum geo_type type;
	uint64_t number;  /* of unsigned integers up to 64 bits */
	struct span text; /* bytes of the data; not checked in any way */
	size_t at;        /* of maps and arrays: where the first element is */
	size_t count;     /* their elements; pairs, in a map */
};

/* A section that pointers count from, and what may still be spent on it. */
struct geo_data {
	struct span bytes;
	unsigned steps;
};

/* The value at that offset; a pointer is followed, once.  False where there is none. */
bool geo_data_value(struct geo_data *d, size_t at, struct geo_value *out);

/* The value that path leads to from the one at that offset: keys of maps with '.'
 * between them, 0 for the first of an array ("subdivisions.0.iso_code").  False
 * where it is not there, or the data are damaged on the way. */
bool geo_data_find(struct geo_data *d, size_t at, const char *path,
    struct geo_value *out);

/* Whether all that the value at 0 leads to is well-formed and within the limits. */
bool geo_data_sound(struct geo_data *d);

#endif
