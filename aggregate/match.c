/* SPDX-License-Identifier: MIT */
#include "aggregate/match.h"

#include <stdlib.h>

#include "common/mem.h"

struct literal {
	struct span text; /* in the arena */
	uint32_t id;
	unsigned how;
};

struct node {
	uint32_t child; /* children: from here up to the next node's child */
	uint32_t fail;  /* longest proper suffix that is a node */
	uint32_t dict;  /* nearest on the way of fails that ends a literal, or 0 */
	uint32_t out;   /* literals that end here: literal[out], n_out of them */
	uint32_t n_out;
};

struct match {
	struct arena arena;
	struct literal *literal;
	size_t n, cap, bytes;
	struct node *node; /* with one more at the end, for its child */
	unsigned char *label; /* of the edge that leads to the node */
	uint32_t root[256];   /* the root's step, without a search */
};

/* What a node stands for while building: literals [lo, hi) of the sorted list,
 * which agree in their first depth bytes. */
struct range {
	uint32_t lo, hi, depth;
};

static unsigned char
fold(char c)
{
	return (unsigned char)(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
}

struct match *
match_open(void)
{
	return mem_new(sizeof(struct match));
}

void
match_close(struct match *m)
{
	if (m == NULL)
		return;
	arena_close(&m->arena);
	mem_free(m->literal);
	mem_free(m->node);
	mem_free(m->label);
	mem_free(m);
}

void
match_add(struct match *m, struct span literal, unsigned how, uint32_t id)
{
	if (literal.n == 0)
		return;
	if (m->n == m->cap) {
		m->cap = m->cap > 0 ? m->cap * 2 : 64;
		m->literal = mem_grow(m->literal, m->cap, sizeof(*m->literal));
	}
	m->literal[m->n++] = (struct literal){
		.text = { arena_dup(&m->arena, literal.p, literal.n), literal.n },
		.id = id,
		.how = how,
	};
	m->bytes += literal.n;
}

static int
by_folded_text(const void *a, const void *b)
{
	const struct literal *x = a, *y = b;
	size_t n = x->text.n < y->text.n ? x->text.n : y->text.n;

	for (size_t i = 0; i < n; i++) {
		int d = fold(x->text.p[i]) - fold(y->text.p[i]);

		if (d != 0)
			return d;
	}
	if (x->text.n != y->text.n)
		return x->text.n < y->text.n ? -1 : 1;
	return (x->id > y->id) - (x->id < y->id);
}

/* The child of node along c, or 0. */
static uint32_t
child_of(const struct match *m, uint32_t node, unsigned char c)
{
	const unsigned char *from = m->label + m->node[node].child;
	size_t n = m->node[node + 1].child - m->node[node].child;
	const unsigned char *hit = n > 0 ? memchr(from, c, n) : NULL;

	return hit != NULL ? (uint32_t)(hit - m->label) : 0;
}

static uint32_t
step(const struct match *m, uint32_t node, unsigned char c)
{
	for (; node != 0; node = m->node[node].fail) {
		uint32_t child = child_of(m, node, c);

		if (child != 0)
			return child;
	}
	return m->root[c];
}

/* Fails lead to shallower nodes, which breadth first have been finished before,
 * children and all. */
static void
add_child(struct match *m, uint32_t parent, uint32_t child, unsigned char c)
{
	m->label[child] = c;
	if (parent == 0)
		m->root[c] = child;
	else
		m->node[child].fail = step(m, m->node[parent].fail, c);
}

void
match_build(struct match *m)
{
	size_t max = m->bytes + 1;
	struct range *range = mem_new(max * sizeof(*range));
	uint32_t n = 1;

	if (m->n > 0)
		qsort(m->literal, m->n, sizeof(*m->literal), by_folded_text);
	m->node = mem_new((max + 1) * sizeof(*m->node));
	m->label = mem_new(max + 1);
	range[0] = (struct range){ 0, (uint32_t)m->n, 0 };
	for (uint32_t i = 0; i < n; i++) {
		struct range r = range[i];
		struct node *node = &m->node[i];

		node->child = n;
		node->out = r.lo;
		while (r.lo < r.hi && m->literal[r.lo].text.n == r.depth)
			r.lo++;
		node->n_out = r.lo - node->out;
		node->dict = m->node[node->fail].n_out > 0 ? node->fail :
		    m->node[node->fail].dict;
		while (r.lo < r.hi) {
			unsigned char c = fold(m->literal[r.lo].text.p[r.depth]);
			uint32_t hi = r.lo;

			while (hi < r.hi &&
			    fold(m->literal[hi].text.p[r.depth]) == c)
				hi++;
			range[n] = (struct range){ r.lo, hi, r.depth + 1 };
			add_child(m, i, n++, c);
			r.lo = hi;
		}
	}
	m->node[n].child = n;
	mem_free(range);
}

struct match_scan
match_scan(const struct match *m, struct span text)
{
	return (struct match_scan){ .m = m, .text = text };
}

static bool
in_word(char c)
{
	unsigned char l = fold(c);

	return (l >= 'a' && l <= 'z') || (l >= '0' && l <= '9');
}

/* The folded literal ends at s->at: is it what was asked for? */
static bool
fits(const struct match_scan *s, const struct literal *l)
{
	size_t from = s->at - l->text.n;

	return (!(l->how & MATCH_AT_START) || from == 0) &&
	    (!(l->how & MATCH_AT_END) || s->at == s->text.n) &&
	    (!(l->how & MATCH_WORD_START) || from == 0 ||
	    !in_word(s->text.p[from - 1])) &&
	    (!(l->how & MATCH_WORD_END) || s->at == s->text.n ||
	    !in_word(s->text.p[s->at])) &&
	    ((l->how & MATCH_NOCASE) ||
	    memcmp(s->text.p + from, l->text.p, l->text.n) == 0);
}

bool
match_next(struct match_scan *s, struct match_find *out)
{
	const struct match *m = s->m;

	for (;;) {
		while (s->out != 0) {
			const struct node *node = &m->node[s->out];

			if (s->next == node->n_out) {
				s->out = node->dict;
				s->next = 0;
				continue;
			}
			const struct literal *l =
			    &m->literal[node->out + s->next++];

			if (fits(s, l)) {
				*out = (struct match_find){ l->id,
					s->at - l->text.n, s->at };
				return true;
			}
		}
		if (s->at == s->text.n)
			return false;
		s->node = step(m, s->node, fold(s->text.p[s->at++]));
		s->out = s->node;
		s->next = 0;
	}
}

bool
match_any(const struct match *m, struct span text)
{
	struct match_scan s = match_scan(m, text);
	struct match_find find;

	return match_next(&s, &find);
}
