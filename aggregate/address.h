/* SPDX-License-Identifier: MIT */
/* address.h -- IP addresses within texts. */
#ifndef AGGREGATE_ADDRESS_H
#define AGGREGATE_ADDRESS_H

#include "common/span.h"

/* The end of an address that begins at i, where a word begins, or i: four numbers of at
 * most 255 with dots between, and none before or behind; or three groups of hex digits or more
 * with colons between, two of them together unless there are eight groups. */
size_t address_end(struct span s, size_t i);

#endif
