/* SPDX-License-Identifier: MIT */
/* engines.c -- engines PATTERNS <agents: how long three engines take for the same
 * question, whether any of the patterns (regular expressions, one a line) is found
 * in an agent (one a line): our automaton, PCRE2's JIT on one long alternation, and
 * Hyperscan where its header was there.  For measurement; no part of the product. */
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "aggregate/crawlers.h"
#include "aggregate/rules.h"
#include "common/buf.h"
#include "common/mem.h"

#ifdef HAVE_HYPERSCAN
#include <hs/hs.h>
#endif

enum { ROUNDS = 7 };

struct engine {
	const char *name;
	void *state;
	bool (*found)(void *state, struct span agent);
};

static double
now_ns(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e9 + (double)t.tv_nsec;
}

static void
measure(const struct engine *e, double built_ns, struct span text)
{
	double best = 0;
	size_t n = 0, found = 0;

	for (int round = 0; round < ROUNDS; round++) {
		struct span rest = text;
		double from = now_ns(), took;

		n = found = 0;
		while (rest.n > 0) {
			found += e->found(e->state, span_cut(&rest, '\n'));
			n++;
		}
		took = now_ns() - from;
		if (round == 0 || took < best)
			best = took;
	}
	printf("%-22s built in %8.2f ms, %6.0f ns an agent, %zu of %zu found\n",
	    e->name, built_ns / 1e6, n > 0 ? best / (double)n : 0, found, n);
}

static void
read_all(FILE *f, struct buf *out)
{
	char block[65536];
	size_t n;

	while ((n = fread(block, 1, sizeof(block), f)) > 0)
		buf_add(out, block, n);
}

static void
die(const char *why)
{
	fprintf(stderr, "engines: %s\n", why);
	exit(1);
}

/* ---- ours ---- */

static bool
found_ours(void *state, struct span agent)
{
	return rules_find(state, agent) != NULL;
}

static void
ours(struct span patterns, struct span agents)
{
	struct rules *r = rules_open();
	struct buf work = { 0 };
	struct err err = { 0 };
	double from = now_ns();
	unsigned how;

	while (patterns.n > 0) {
		struct span p = span_cut(&patterns, '\n');

		if (crawlers_literal(p, &work, &how))
			rules_literal(r, p, ROBOT_OTHER, buf_view(&work), how);
		else if (!rules_regex(r, p, ROBOT_OTHER, &err))
			die(err.text);
	}
	rules_build(r);
	measure(&(struct engine){ "automaton (ours)", r, found_ours },
	    now_ns() - from, agents);
	rules_close(r);
	buf_close(&work);
}

/* ---- PCRE2 ---- */

struct jit {
	pcre2_code *code;
	pcre2_match_data *data;
};

static bool
found_jit(void *state, struct span agent)
{
	struct jit *j = state;

	return pcre2_jit_match(j->code, (PCRE2_SPTR)(agent.n > 0 ? agent.p : ""),
	    agent.n, 0, 0, j->data, NULL) >= 0;
}

static void
jit(struct span patterns, struct span agents)
{
	struct jit j = { 0 };
	struct buf all = { 0 };
	double from = now_ns();
	int why;
	PCRE2_SIZE at;

	while (patterns.n > 0) {
		buf_puts(&all, all.n > 0 ? "|(?:" : "(?:");
		buf_span(&all, span_cut(&patterns, '\n'));
		buf_putc(&all, ')');
	}
	j.code = pcre2_compile((PCRE2_SPTR)all.p, all.n, 0, &why, &at, NULL);
	if (j.code == NULL || pcre2_jit_compile(j.code, PCRE2_JIT_COMPLETE) != 0)
		die("PCRE2 does not compile it");
	j.data = pcre2_match_data_create(1, NULL);
	measure(&(struct engine){ "PCRE2 JIT, alternation", &j, found_jit },
	    now_ns() - from, agents);
	pcre2_match_data_free(j.data);
	pcre2_code_free(j.code);
	buf_close(&all);
}

/* ---- Hyperscan ---- */

#ifdef HAVE_HYPERSCAN
struct hyper {
	hs_database_t *db;
	hs_scratch_t *scratch;
};

static int
stop(unsigned id, unsigned long long from, unsigned long long to,
    unsigned flags, void *context)
{
	(void)id, (void)from, (void)to, (void)flags;
	*(bool *)context = true;
	return 1;
}

static bool
found_hyper(void *state, struct span agent)
{
	struct hyper *h = state;
	bool found = false;

	hs_scan(h->db, agent.n > 0 ? agent.p : "", (unsigned)agent.n, 0,
	    h->scratch, stop, &found);
	return found;
}

static void
hyper(struct span patterns, struct span agents)
{
	enum { MAX = 16384 };
	static const char *text[MAX];
	static unsigned flags[MAX], ids[MAX];
	struct hyper h = { 0 };
	struct arena arena = { 0 };
	hs_compile_error_t *why;
	double from = now_ns();
	unsigned n = 0;

	for (; patterns.n > 0 && n < MAX; n++) {
		struct span p = span_cut(&patterns, '\n');

		text[n] = arena_dup(&arena, p.p, p.n);
		flags[n] = HS_FLAG_SINGLEMATCH;
		ids[n] = n;
	}
	if (hs_compile_multi(text, flags, ids, n, HS_MODE_BLOCK, NULL, &h.db,
	    &why) != HS_SUCCESS)
		die(why->message);
	if (hs_alloc_scratch(h.db, &h.scratch) != HS_SUCCESS)
		die("no scratch");
	measure(&(struct engine){ "Hyperscan", &h, found_hyper },
	    now_ns() - from, agents);
	hs_free_scratch(h.scratch);
	hs_free_database(h.db);
	arena_close(&arena);
}
#else
static void
hyper(struct span patterns, struct span agents)
{
	(void)patterns, (void)agents;
	puts("Hyperscan              was not there when this was built");
}
#endif

int
main(int argc, char **argv)
{
	struct buf patterns = { 0 }, agents = { 0 };
	FILE *f = argc == 2 ? fopen(argv[1], "r") : NULL;

	if (f == NULL) {
		fputs("usage: engines PATTERNS <agents\n", stderr);
		return 64;
	}
	read_all(f, &patterns);
	fclose(f);
	read_all(stdin, &agents);
	ours(buf_view(&patterns), buf_view(&agents));
	jit(buf_view(&patterns), buf_view(&agents));
	hyper(buf_view(&patterns), buf_view(&agents));
	buf_close(&patterns);
	buf_close(&agents);
	return 0;
}
