/* SPDX-License-Identifier: MIT */
#include "aggregate/rules.h"

#include "aggregate/match.h"
#include "aggregate/regex.h"
#include "aggregate/required.h"
#include "common/mem.h"

enum { EXCEPT_MAX = 32 }; /* occurrences heeded in one text */

/* Among the literals: what the expression of that index requires. */
static const uint32_t required_by = UINT32_C(1) << 31;

struct rules {
	struct arena arena;
	struct robot *robot; /* by number */
	uint32_t n, cap;
	bool marked;       /* there are marks, and */
	uint32_t unmarked; /* this tells who lacks them; 0: nothing does */
	struct match *literals, *except, *marks;
	struct regexes *regexes;
	uint64_t always; /* the expressions that are always tried, as bits */
};

struct rules *
rules_open(void)
{
	struct rules *r = mem_new(sizeof(*r));

	r->literals = match_open();
	r->except = match_open();
	r->marks = match_open();
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
	match_close(r->marks);
	regexes_close(r->regexes);
	arena_close(&r->arena);
	mem_free(r->robot);
	mem_free(r);
}

uint32_t
rules_nameless(struct rules *r, struct span shown, enum robot_reason reason)
{
	if (r->n == r->cap) {
		r->cap = r->cap > 0 ? r->cap * 2 : 64;
		r->robot = mem_grow(r->robot, r->cap, sizeof(*r->robot));
	}
	r->robot[r->n] = (struct robot){
		arena_dup(&r->arena, shown.p, shown.n), reason, r->n };
	return r->n++;
}

void
rules_literal(struct rules *r, struct span shown, enum robot_reason reason,
    struct span literal, unsigned how)
{
	match_add(r->literals, literal, how, rules_nameless(r, shown, reason));
}

static void
require(struct rules *r, struct span pattern, uint32_t index)
{
	struct buf all = { 0 };
	struct span rest;

	if (!required_literals(pattern, &all))
		r->always |= UINT64_C(1) << index;
	rest = buf_view(&all);
	while (rest.n > 0)
		match_add(r->literals, span_cut(&rest, '\0'), 0,
		    required_by | index);
	buf_close(&all);
}

bool
rules_regex(struct rules *r, struct span shown, enum robot_reason reason,
    struct err *err)
{
	size_t index = regexes_size(r->regexes);

	if (!regexes_add(r->regexes, shown, rules_nameless(r, shown, reason),
	    err))
		return false;
	if (index < REGEX_MARKED)
		require(r, shown, (uint32_t)index);
	return true;
}

void
rules_except(struct rules *r, struct span literal, unsigned how)
{
	match_add(r->except, literal, how, 0);
}

void
rules_mark(struct rules *r, struct span literal, unsigned how)
{
	match_add(r->marks, literal, how, 0);
	r->marked = true;
}

void
rules_unmarked(struct rules *r, struct span shown, enum robot_reason reason)
{
	if (r->marked)
		r->unmarked = rules_nameless(r, shown, reason);
}

void
rules_build(struct rules *r)
{
	match_build(r->literals);
	match_build(r->except);
	match_build(r->marks);
}

size_t
rules_size(const struct rules *r)
{
	return r->n;
}

const struct robot *
rules_number(const struct rules *r, size_t number)
{
	return &r->robot[number];
}

static bool
excepted(const struct match_find *except, size_t n, struct match_find find)
{
	for (size_t i = 0; i < n; i++)
		if (find.from < except[i].to && except[i].from < find.to)
			return true;
	return false;
}

const struct robot *
rules_find(const struct rules *r, struct span text)
{
	struct match_find except[EXCEPT_MAX], find;
	size_t n_except = 0;
	uint32_t first = r->n;
	uint64_t wanted = r->always;

	for (struct match_scan s = match_scan(r->except, text);
	    n_except < EXCEPT_MAX && match_next(&s, &except[n_except]);)
		n_except++;
	for (struct match_scan s = match_scan(r->literals, text);
	    match_next(&s, &find);)
		if (find.id >= required_by)
			wanted |= UINT64_C(1) << (find.id - required_by);
		else if (find.id < first && !excepted(except, n_except, find))
			first = find.id;
	first = regexes_find(r->regexes, text, wanted, first);
	if (first == r->n && r->unmarked > 0 && !match_any(r->marks, text))
		first = r->unmarked;
	return first < r->n ? &r->robot[first] : NULL;
}
