/* SPDX-License-Identifier: MIT */
/* bench_agent -- nanoseconds to read a user agent.
 *
 * The best of several rounds, as the machine may be shared; and what the most
 * tedious agent costs, which is all words that begin as many known ones do.
 */
#include <stdio.h>
#include <time.h>

#include "aggregate/agent.h"

enum { ROUNDS = 10000, TIMES = 7 };

static const char *const usual[] = {
	"Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, "
	"like Gecko) Chrome/143.0.0.0 Safari/537.36",
	"Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like "
	"Gecko) Chrome/143.0.0.0 Mobile Safari/537.36",
	"Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) "
	"AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 "
	"Safari/604.1",
	"Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:146.0) Gecko/20100101 "
	"Firefox/146.0",
	"Mozilla/5.0 (Linux; Android 14; V2247 Build/UP1A; wv) "
	"AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/143.0.0.0 "
	"Mobile Safari/537.36 Zalo android/12110687 ZaloTheme/light "
	"ZaloLanguage/vi",
	"Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) "
	"AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 "
	"[FBAN/FBIOS;FBAV/520.0.0.38.101;FBBV/756351453;FBDV/iPhone14,2;"
	"FBMD/iPhone;FBSN/iOS;FBSV/18.5;FBSS/3;FBID/phone;FBLC/vi_VN;FBOP/5]",
};

static double
now_ns(void)
{
	struct timespec t;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec * 1e9 + (double)t.tv_nsec;
}

/* So that nothing is computed away. */
static unsigned sum;

static double
best_ns(struct span agent)
{
	double best = 1e18;

	for (int t = 0; t < TIMES; t++) {
		double from = now_ns(), took;

		for (int i = 0; i < ROUNDS; i++)
			sum += agent_read(agent).browser;
		took = (now_ns() - from) / ROUNDS;
		best = took < best ? took : best;
	}
	return best;
}

int
main(void)
{
	static char tedious[AGENT_BYTES];
	size_t n = sizeof(usual) / sizeof(*usual);
	double total = 0;

	for (size_t i = 0; i < n; i++) {
		struct span agent = span_of(usual[i]);
		double ns = best_ns(agent);

		printf("%6.0f ns for %3zu bytes: %.60s...\n", ns, agent.n,
		    agent.p);
		total += ns;
	}
	printf("%6.0f ns for a usual agent\n", total / (double)n);
	for (size_t i = 0; i + 1 < sizeof(tedious); i += 2)
		memcpy(tedious + i, "s ", 2);
	printf("%6.0f ns for the most tedious one\n",
	    best_ns((struct span){ tedious, sizeof(tedious) }));
	return sum == 0;
}
