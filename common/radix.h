/* SPDX-License-Identifier: MIT */
/* radix.h -- sorts many items by a 64-bit key, such as a hash, faster than by comparing.
 *
 * Stable: items of equal keys keep their order.  No allocation; 16 KiB of stack.  The time
 * grows with n and with the number of bytes in which the keys differ, whatever their order;
 * keys that are in order already cost one pass.
 */
#ifndef COMMON_RADIX_H
#define COMMON_RADIX_H

#include <stddef.h>
#include <stdint.h>

/* index and more are the caller's: they travel with the key and are not looked at. */
struct radix_item {
	uint64_t key;
	uint32_t index;
	uint32_t more;
};

/* Sorts item[0] to item[n - 1] by ascending key.  spare has room for n as well, must not
 * overlap item, and is left with anything in it; below RADIX_SMALL items it is not
 * touched and may be NULL. */
enum { RADIX_SMALL = 64 };
void radix_sort(struct radix_item *item, struct radix_item *spare, size_t n);

#endif
