/* SPDX-License-Identifier: MIT */
#include "publish/bundle.h"

#include <stdlib.h>
#include <string.h>

#include "common/hash.h"

enum { DIGITS = 64, BLANKS = 2 };

void
bundle_add(struct bundle *b, const char *name, struct span bytes)
{
	if (b->n == b->cap) {
		b->cap = b->cap > 0 ? 2 * b->cap : 64;
		b->file = mem_grow(b->file, b->cap, sizeof(*b->file));
	}
	b->file[b->n++] = (struct zip_file){
		arena_dup(&b->arena, name, strlen(name)),
		{ arena_dup(&b->arena, bytes.p, bytes.n), bytes.n } };
}

void
bundle_add_buf(struct bundle *b, const char *name, struct buf *bytes)
{
	bundle_add(b, name, buf_view(bytes));
	buf_clear(bytes);
}

const struct zip_file *
bundle_find(const struct bundle *b, const char *name)
{
	for (size_t i = 0; i < b->n; i++)
		if (strcmp(b->file[i].name, name) == 0)
			return &b->file[i];
	return NULL;
}

static int
by_name(const void *pa, const void *pb)
{
	const struct zip_file *a = pa, *b = pb;

	return strcmp(a->name, b->name);
}

bool
bundle_write(struct bundle *b, struct buf *out, struct err *err)
{
	struct buf manifest = { 0 };

	if (b->n > 1)
		qsort(b->file, b->n, sizeof(*b->file), by_name);
	for (size_t i = 0; i < b->n; i++) {
		char hash[DIGITS + 1];

		hash_sha256_hex(b->file[i].bytes.p, b->file[i].bytes.n, hash);
		buf_printf(&manifest, "%s  %s\n", hash, b->file[i].name);
	}
	bundle_add(b, BUNDLE_MANIFEST, buf_view(&manifest));
	buf_close(&manifest);
	qsort(b->file, b->n, sizeof(*b->file), by_name);
	return zip_write(b->file, b->n, out, err);
}

void
bundle_close(struct bundle *b)
{
	mem_free(b->file);
	arena_close(&b->arena);
	*b = (struct bundle){ 0 };
}

/* ---- checking ---- */

static const struct {
	const char *name, *why;
} faults[] = {
#define X(id, name, why) { name, why },
	BUNDLE_FAULT_TABLE(X)
#undef X
};

const char *
bundle_fault_name(enum bundle_fault f)
{
	return faults[f].name;
}

const char *
bundle_fault_why(enum bundle_fault f)
{
	return faults[f].why;
}

struct checking {
	const struct zip *z;
	bool *listed; /* of each file */
	bundle_fault_fn *take;
	void *self;
	size_t n;
};

static void
tell(struct checking *c, enum bundle_fault fault, struct span name)
{
	c->take(c->self, fault, name);
	c->n++;
}

/* "HASH  NAME", as sha256sum writes it of a file that is read as it is. */
static bool
read_line(struct span line, struct span *hash, struct span *name)
{
	static const char hex[] = "0123456789abcdef";

	if (line.n <= DIGITS + BLANKS || line.p[DIGITS] != ' ' ||
	    (line.p[DIGITS + 1] != ' ' && line.p[DIGITS + 1] != '*'))
		return false;
	for (size_t i = 0; i < DIGITS; i++)
		if (line.p[i] == '\0' || strchr(hex, line.p[i]) == NULL)
			return false;
	*hash = (struct span){ line.p, DIGITS };
	*name = (struct span){ line.p + DIGITS + BLANKS,
		line.n - DIGITS - BLANKS };
	return true;
}

static size_t
find(const struct zip *z, struct span name)
{
	size_t i = 0;

	while (i < z->n && !span_eq(name, span_of(z->file[i].name)))
		i++;
	return i;
}

static void
check_line(struct checking *c, struct span line)
{
	struct span hash, name;
	char is[DIGITS + 1];
	size_t i;

	if (!read_line(line, &hash, &name)) {
		tell(c, BUNDLE_MALFORMED, line);
		return;
	}
	i = find(c->z, name);
	if (i == c->z->n) {
		tell(c, BUNDLE_MISSING, name);
		return;
	}
	if (c->listed[i])
		tell(c, BUNDLE_TWICE, name);
	c->listed[i] = true;
	hash_sha256_hex(c->z->file[i].bytes.p, c->z->file[i].bytes.n, is);
	if (!span_eq(hash, span_of(is)))
		tell(c, BUNDLE_CHANGED, name);
}

size_t
bundle_check(const struct zip *z, bundle_fault_fn *take, void *self)
{
	const struct zip_file *manifest = zip_find(z, BUNDLE_MANIFEST);
	struct checking c = { z, NULL, take, self, 0 };
	struct span rest;

	if (manifest == NULL) {
		tell(&c, BUNDLE_NO_MANIFEST, SPAN(BUNDLE_MANIFEST));
		return c.n;
	}
	c.listed = mem_new(z->n * sizeof(*c.listed));
	c.listed[manifest - z->file] = true;
	rest = manifest->bytes;
	while (rest.n > 0)
		check_line(&c, span_cut(&rest, '\n'));
	for (size_t i = 0; i < z->n; i++)
		if (!c.listed[i])
			tell(&c, BUNDLE_ADDED, span_of(z->file[i].name));
	mem_free(c.listed);
	return c.n;
}
