/* SPDX-License-Identifier: MIT */
#include "aggregate/rules.h"

#include "aggregate/match.h"
#include "aggregate/regex.h"
#include "common/mem.h"

enum { EXCEPT_MAX = 16 }; /* occurrences heeded in one text */

struct rules {
	struct arena arena;
	const char **shown; /* by id */
	uint32_t n, cap;
	struct match *literals, *except;
	struct regexes *regexes;
};

struct rules *
rules_open(void)
{
	struct rules *r = mem_new(sizeof(*r));

	r->literals = match_open();
	r->except = match_open();
	r->regexes = regexes_open();
	return r;
}

void
rules_close(struct rules *r)
{
	if (r == NULL)
		return;
	match_close(r->literals);
	match_close(r->except);
	regexes_close(r->regexes);
	arena_close(&r->arena);
	mem_free(r->shown);
	mem_free(r);
}

static uint32_t
add_shown(struct rules *r, struct span shown)
{
	if (r->n == r->cap) {
		r->cap = r->cap > 0 ? r->cap * 2 : 64;
		r->shown = mem_grow(r->shown, r->cap, sizeof(*r->shown));
	}
	r->shown[r->n] = arena_dup(&r->arena, shown.p, shown.n);
	return r->n++;
}

void
rules_literal(struct rules *r, struct span shown, struct span literal,
    unsigned how)
{
	match_add(r->literals, literal, how, add_shown(r, shown));
}

bool
rules_regex(struct rules *r, struct span shown, struct err *err)
{
	return regexes_add(r->regexes, shown, add_shown(r, shown), err);
}

void
rules_except(struct rules *r, struct span literal, unsigned how)
{
	match_add(r->except, literal, how, 0);
}

void
rules_build(struct rules *r)
{
	match_build(r->literals);
	match_build(r->except);
}

size_t
rules_size(const struct rules *r)
{
	return r->n;
}

static bool
excepted(const struct match_find *except, size_t n, struct match_find find)
{
	for (size_t i = 0; i < n; i++)
		if (find.from < except[i].to && except[i].from < find.to)
			return true;
	return false;
}

const char *
rules_find(const struct rules *r, struct span text)
{
	struct match_find except[EXCEPT_MAX], find;
	size_t n_except = 0;
	uint32_t first = r->n;

	for (struct match_scan s = match_scan(r->except, text);
	    n_except < EXCEPT_MAX && match_next(&s, &except[n_except]);)
		n_except++;
	for (struct match_scan s = match_scan(r->literals, text);
	    match_next(&s, &find);)
		if (find.id < first && !excepted(except, n_except, find))
			first = find.id;
	first = regexes_find(r->regexes, text, first);
	return first < r->n ? r->shown[first] : NULL;
}
