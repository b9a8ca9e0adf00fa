/* SPDX-License-Identifier: MIT */
#include "common/mem.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { ARENA_BLOCK_BYTES = 64 * 1024 };

struct arena_block {
	struct arena_block *before;
	size_t used, size;
	_Alignas(16) char at[];
};

static void
out_of_memory(void)
{
	static const char text[] = "truycap: out of memory\n";

	if (write(STDERR_FILENO, text, sizeof(text) - 1) < 0)
		_exit(71);
	_exit(71);
}

void *
mem_new(size_t n)
{
	void *p = calloc(1, n > 0 ? n : 1);

	if (p == NULL)
		out_of_memory();
	return p;
}

void *
mem_grow(void *p, size_t n, size_t size)
{
	size_t bytes;

	if (__builtin_mul_overflow(n, size, &bytes))
		out_of_memory();
	p = realloc(p, bytes > 0 ? bytes : 1);
	if (p == NULL)
		out_of_memory();
	return p;
}

char *
mem_dup(const void *p, size_t n)
{
	char *copy = mem_new(n + 1);

	if (n > 0)
		memcpy(copy, p, n);
	return copy;
}

void
mem_free(void *p)
{
	free(p);
}

static void *
arena_take(struct arena *a, size_t n, size_t align)
{
	struct arena_block *b = a->last;
	size_t at = b != NULL ? (b->used + align - 1) & ~(align - 1) : 0;

	if (b == NULL || at > b->size || b->size - at < n) {
		size_t size = n > ARENA_BLOCK_BYTES ? n : ARENA_BLOCK_BYTES;

		b = mem_new(sizeof(*b) + size);
		b->size = size;
		b->before = a->last;
		a->last = b;
		a->bytes += sizeof(*b) + size;
		at = 0;
	}
	b->used = at + n;
	return b->at + at;
}

void *
arena_new(struct arena *a, size_t n)
{
	return arena_take(a, n, 16);
}

char *
arena_dup(struct arena *a, const void *p, size_t n)
{
	char *copy = arena_take(a, n + 1, 1);

	if (n > 0)
		memcpy(copy, p, n);
	copy[n] = '\0';
	return copy;
}

void
arena_close(struct arena *a)
{
	while (a->last != NULL) {
		struct arena_block *b = a->last;

		a->last = b->before;
		free(b);
	}
	a->bytes = 0;
}
