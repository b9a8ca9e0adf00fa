/* SPDX-License-Identifier: MIT */
/* tap.h -- a test is a row that reads as a sentence; output is TAP for prove. */
#ifndef TESTS_TAP_H
#define TESTS_TAP_H

#include <stdbool.h>
#include <stddef.h>

/* One test.  Returns pass, so that a failing row can print more. */
bool ok(bool pass, const char *name, ...)
    __attribute__((format(printf, 2, 3)));
bool is_int(long long got, long long want, const char *name, ...)
    __attribute__((format(printf, 3, 4)));
/* NULL is a value of its own. */
bool is_text(const char *got, const char *want, const char *name, ...)
    __attribute__((format(printf, 3, 4)));
void diag(const char *fmt, ...) __attribute__((format(printf, 1, 2)));
void skip(const char *why, ...) __attribute__((format(printf, 1, 2)));

/* A copy of n bytes whose end touches an unreadable page: reading one byte
 * past it kills the test.  Lives until the process ends. */
const char *tap_guarded(const void *p, size_t n);

/* Prints the plan; the value for main to return. */
int done(void);

#endif
