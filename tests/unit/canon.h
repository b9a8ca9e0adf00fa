/* SPDX-License-Identifier: MIT */
/* canon.h -- a partial as text: its rows by strings, sorted, so that two partials of
 * equal content are equal texts. */
#ifndef TESTS_UNIT_CANON_H
#define TESTS_UNIT_CANON_H

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "common/buf.h"
#include "common/mem.h"
#include "common/partial.h"

struct lines {
	char **line;
	size_t n, cap;
};

static inline void __attribute__((format(printf, 2, 3)))
add_line(struct lines *l, const char *fmt, ...)
{
	char text[512];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(text, sizeof(text), fmt, ap);
	va_end(ap);
	if (l->n == l->cap) {
		l->cap = l->cap * 2 + 64;
		l->line = mem_grow(l->line, l->cap, sizeof(*l->line));
	}
	l->line[l->n++] = mem_dup(text, strlen(text));
}

static inline const char *
term(const struct partial *p, uint32_t number)
{
	return terms_text(&p->terms, number).p; /* the arena puts a NUL */
}

static inline void
add_visitor(struct lines *l, const struct partial *p,
    const struct visitor_row *v)
{
	for (uint32_t i = 0; i < v->n; i++) {
		const struct view_span *s = &v->spans[i];
		const struct view_traits *t = &s->traits;

		add_line(l, "span %u %d %d: %lld %s %s, %lld %s %s, %llu %llu,"
		    " %llx %u %u %u %u %u",
		    v->site, v->day, v->key.b[0], (long long)s->entry.at_s,
		    term(p, s->entry.page), term(p, s->entry.referrer),
		    (long long)s->exit.at_s, term(p, s->exit.page),
		    term(p, s->exit.referrer), (unsigned long long)s->views,
		    (unsigned long long)s->bytes,
		    (unsigned long long)s->sections, t->country, t->browser,
		    t->system, t->device, t->flags);
	}
	add_line(l, "conduct %u %d %d: %u %u %u %llx", v->site, v->day, v->key.b[0],
	    v->conduct.hits, v->conduct.errors, v->conduct.flags,
	    (unsigned long long)v->conduct.steps);
}

static inline void
add_sums(struct lines *l, const struct partial *p)
{
	for (size_t i = 0; i < p->ledger.n; i++) {
		const struct ledger_row *r = table_row(&p->ledger, i);

		add_line(l, "ledger %u %u %d %u %llu", r->stream, r->site,
		    r->day, r->class, (unsigned long long)r->lines);
	}
	for (size_t i = 0; i < p->hours.n; i++) {
		const struct hour_row *r = table_row(&p->hours, i);

		add_line(l, "hour %u %d %u %u %u %llu %llu %llx", r->site, r->day,
		    r->hour, r->class, r->outcome,
		    (unsigned long long)r->hits,
		    (unsigned long long)r->bytes,
		    (unsigned long long)r->minutes);
	}
	for (size_t i = 0; i < p->tallies.n; i++) {
		const struct tally_row *r = table_row(&p->tallies, i);

		add_line(l, "tally %u %d %u %u %s %llu %llu %llu", r->site,
		    r->day, r->dim, r->who, term(p, r->key),
		    (unsigned long long)r->hits,
		    (unsigned long long)r->pages,
		    (unsigned long long)r->bytes);
	}
	for (size_t i = 0; i < p->extents.n; i++) {
		const struct extent_row *r = table_row(&p->extents, i);

		add_line(l, "extent %u %lld %lld", r->stream,
		    (long long)r->first_s, (long long)r->last_s);
	}
}

static inline int
by_text(const void *pa, const void *pb)
{
	return strcmp(*(char *const *)pa, *(char *const *)pb);
}

/* Owned by the caller (mem_free). */
static inline char *
canonical(const struct partial *p)
{
	struct lines l = { 0 };
	struct buf out = { 0 };

	add_sums(&l, p);
	for (size_t i = 0; i < p->visitors.n; i++)
		add_visitor(&l, p, table_row(&p->visitors, i));
	if (l.n > 1)
		qsort(l.line, l.n, sizeof(*l.line), by_text);
	for (size_t i = 0; i < l.n; i++) {
		buf_puts(&out, l.line[i]);
		buf_putc(&out, '\n');
		mem_free(l.line[i]);
	}
	mem_free(l.line);
	buf_text(&out);
	return out.p;
}

#endif
