/* SPDX-License-Identifier: MIT */
/* gen.h -- makes access logs: the same seed gives the same bytes, anywhere.
 *
 * Knows nothing of truycap: random numbers and calendar are its own, so that a
 * fault of the program cannot hide in the logs that test it.
 *
 *     gen demo DIR [--months 3] [--end 2026-10-31] [--seed N]
 *     gen random --seed N --lines N [--days 3] [--visitors N] [--pages 5]
 *         [--start TIME] [--format combined|common|vhost_combined]
 *         [--visit-gap 1800] [--online-window 300] [--torn]
 */
#ifndef TESTS_GEN_GEN_H
#define TESTS_GEN_GEN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
	DAY_S = 86400,
	VN_S = 7 * 3600 /* Asia/Ho_Chi_Minh, east of UTC, no summer time */
};

/* splitmix64.  One call in an expression or a list of initializers: compilers
 * choose the order of two, and the log would be another one. */
struct rng {
	uint64_t state;
};
uint64_t rng_next(struct rng *r);
int64_t rng_below(struct rng *r, int64_t n); /* 0..n-1; n > 0 */
bool rng_chance(struct rng *r, int64_t in_1000);

struct date {
	int64_t year, month, day;
};
int64_t date_day(int64_t year, int64_t month, int64_t day); /* since 1970 */
struct date date_of(int64_t day);
int64_t date_weekday(int64_t day); /* 0 = Monday */
int64_t floor_div(int64_t a, int64_t b);

/* "10/Oct/2026:13:55:36 +0700"; second_60 writes ":60" for ":59". */
enum { STAMP_MAX = 40 };
void stamp_clf(char out[STAMP_MAX], int64_t at_s, int offset_min,
    bool second_60);

void *gen_alloc(size_t n); /* zeroed; dies where there is no memory */
void *gen_grow(void *p, size_t n);
__attribute__((noreturn, format(printf, 1, 2))) void gen_die(const char *fmt,
    ...);

struct demo_options {
	const char *dir;
	int64_t months;
	int64_t end_day; /* local */
	uint64_t seed;
};
void demo(const struct demo_options *o);

struct random_options {
	uint64_t seed;
	int64_t lines, days, visitors, pages;
	int64_t start_s;
	int64_t gap_s, window_s;
	const char *format;
	bool torn;
};
void random_log(const struct random_options *o);

#endif
