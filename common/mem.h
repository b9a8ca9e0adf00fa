/* SPDX-License-Identifier: MIT */
/* mem.h -- memory that is there, or the end.
 *
 * Out of memory ends the process with status 71 after one line on stderr.  That
 * is safe: everything kept is written by a transaction or by a rename.
 */
#ifndef COMMON_MEM_H
#define COMMON_MEM_H

#include <stddef.h>

/* n zeroed bytes; n = 0 gives a pointer that may be freed. */
void *mem_new(size_t n);

/* p resized to hold n items of size bytes (overflow checked); new bytes are
 * NOT zeroed. */
void *mem_grow(void *p, size_t n, size_t size);

/* A copy of n bytes, followed by a NUL that is not counted. */
char *mem_dup(const void *p, size_t n);

void mem_free(void *p); /* accepts NULL */

/* Arena: many small things with one lifetime.  Starts zeroed. */
struct arena {
	struct arena_block *last;
	size_t bytes; /* allocated from the system, for ceilings */
};

void *arena_new(struct arena *a, size_t n); /* zeroed, aligned to 16 */
char *arena_dup(struct arena *a, const void *p, size_t n); /* + NUL, byte aligned */
void arena_close(struct arena *a); /* frees all; a may be used again */

#endif
