/* SPDX-License-Identifier: MIT */
/* glob.h -- '*' is any text, slashes too; '?' is one character of UTF-8.
 *
 * Case matters; the whole text must fit.  Time is at most the product of the two
 * lengths, whatever they say: of the stars passed, only the last is ever retried.
 */
#ifndef AGGREGATE_GLOB_H
#define AGGREGATE_GLOB_H

#include "common/span.h"

bool glob_fits(struct span glob, struct span text);

#endif
