/* SPDX-License-Identifier: MIT */
/* criteria_keys.h -- the keys of each part of a criteria file. */
#ifndef AGGREGATE_CRITERIA_KEYS_H
#define AGGREGATE_CRITERIA_KEYS_H

#include "aggregate/criteria.h"

/* How a value is read, and the type of its field. */
enum criteria_form {
	FORM_TEXT,     /* const char * */
	FORM_TITLE_VI, /* const char *[LANG__MAX] */
	FORM_TITLE_EN,
	FORM_YES,      /* bool */
	FORM_VERIFIED, /* bool: "verified" or "unverified" */
	FORM_DECIMAL,  /* int64_t, millionths */
	FORM_COUNT,    /* int64_t */
	FORM_BYTES,    /* int64_t */
	FORM_DAYS,     /* struct criteria_days */
	FORM_DATE,     /* int32_t */
	FORM_DATES,    /* struct period */
	FORM_SHA256,   /* const char * */
	FORM_PATTERNS, /* const char **: each line adds some */
	FORM_KINDS,    /* uint32_t: bits, each line adds some */
	FORM_STAGE,    /* enum criteria_stage */
	FORM_CLASS,    /* enum metric_class */
};

struct criteria_key {
	const char *name;
	enum criteria_form form;
	size_t at; /* offset in the part's struct */
};

/* A kind of part: where its array is in struct criteria. */
struct criteria_part {
	const char *section;
	size_t size, array, n; /* array == 0: there is one, the set itself */
	size_t head;           /* offset of its struct criteria_head */
	const struct criteria_key *keys; /* ends with a NULL name */
};
extern const struct criteria_part criteria_parts[]; /* ends with a NULL section */

/* The value of e, which is not empty, into the field.  Errors are without file and line. */
bool criteria_set(const struct criteria_key *key, void *field,
    const struct ini_entry *e, struct arena *arena, struct err *err);

#endif
