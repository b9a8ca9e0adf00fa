/* SPDX-License-Identifier: MIT */
/* err.h -- why this run, or this file, cannot go on.
 *
 * A bad line of a log is not an error: it is counted (see class.h).  A function
 * that can fail returns false and fills *err; its outputs are then untouched.
 */
#ifndef COMMON_ERR_H
#define COMMON_ERR_H

#include <stdbool.h>

/* The values are exit statuses, after sysexits(3). */
enum err_code {
	ERR_NONE = 0,
	ERR_USAGE = 64,   /* wrong option or argument */
	ERR_DATA = 65,    /* damaged input or database */
	ERR_NOINPUT = 66, /* missing or unreadable input */
	ERR_CHART = 69,   /* gnuplot failed or is missing */
	ERR_BUG = 70,     /* cannot happen */
	ERR_MEMORY = 71,
	ERR_CREATE = 73,  /* an output cannot be created */
	ERR_IO = 74,      /* read, write or sync failed: disk full... */
	ERR_LOCKED = 75,  /* another run holds the lock: try later */
	ERR_CONFIG = 78   /* the configuration is wrong */
};

struct err {
	enum err_code code;
	char text[500];
};

/* Always false, so that a caller may "return err_set(...)".  err may be NULL. */
bool err_set(struct err *err, enum err_code code, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));

/* Puts "context: " before the text.  Always false. */
bool err_add(struct err *err, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));

#endif
