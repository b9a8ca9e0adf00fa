/* SPDX-License-Identifier: MIT */
/* tell.c -- tell LIST: agents on stdin, one a line; on stdout, one a line, what
 * the list of robots says of each: its reason, a tab, the pattern; or nothing.
 * tell --time LIST: how long that takes, an agent. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "aggregate/robots.h"
#include "common/buf.h"

enum { ROUNDS = 7 };

static double
now_ns(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e9 + (double)t.tv_nsec;
}

static void
tell(const struct robots *r, struct span text)
{
	while (text.n > 0) {
		const struct robot *robot = robots_find(r, span_cut(&text, '\n'));

		if (robot != NULL)
			printf("%s\t%s", robot_reason_name(robot->reason),
			    robot->pattern);
		putchar('\n');
	}
}

static void
measure(const struct robots *r, struct span text)
{
	double best = 0;
	size_t n = 0, found = 0;

	for (int round = 0; round < ROUNDS; round++) {
		struct span rest = text;
		double from = now_ns(), took;

		n = found = 0;
		while (rest.n > 0) {
			found += robots_find(r, span_cut(&rest, '\n')) != NULL;
			n++;
		}
		took = now_ns() - from;
		if (round == 0 || took < best)
			best = took;
	}
	printf("%zu agents, %zu robots, %.0f ns an agent\n", n, found,
	    n > 0 ? best / (double)n : 0);
}

int
main(int argc, char **argv)
{
	bool timed = argc == 3 && strcmp(argv[1], "--time") == 0;
	struct robots *r = NULL;
	struct buf text = { 0 };
	struct err err = { 0 };
	char block[65536];
	size_t n;

	if (argc != 2 && !timed) {
		fputs("usage: tell [--time] LIST <agents\n", stderr);
		return 64;
	}
	if (!robots_open(argv[argc - 1], &r, &err)) {
		fprintf(stderr, "tell: %s\n", err.text);
		return (int)err.code;
	}
	while ((n = fread(block, 1, sizeof(block), stdin)) > 0)
		buf_add(&text, block, n);
	(timed ? measure : tell)(r, buf_view(&text));
	buf_close(&text);
	robots_close(r);
	return 0;
}
