/* SPDX-License-Identifier: MIT */
#include "gen.h"

#include <errno.h>
#include <getopt.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

uint64_t
rng_next(struct rng *r)
{
	uint64_t z = r->state += UINT64_C(0x9e3779b97f4a7c15);

	z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
	z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
	return z ^ (z >> 31);
}

int64_t
rng_below(struct rng *r, int64_t n)
{
	/* The bias of a remainder is below 2^-40 for the small n used here. */
	return (int64_t)(rng_next(r) % (uint64_t)n);
}

bool
rng_chance(struct rng *r, int64_t in_1000)
{
	return rng_below(r, 1000) < in_1000;
}

int64_t
floor_div(int64_t a, int64_t b)
{
	return a / b - (a % b < 0);
}

/* Years begin in March here, so that the leap day is the last one. */
int64_t
date_day(int64_t year, int64_t month, int64_t day)
{
	int64_t y = month <= 2 ? year - 1 : year;
	int64_t m = month <= 2 ? month + 9 : month - 3;

	return y * 365 + floor_div(y, 4) - floor_div(y, 100) +
	    floor_div(y, 400) + (153 * m + 2) / 5 + day - 1 - 719468;
}

struct date
date_of(int64_t day)
{
	struct date d = { .year = 1970 + floor_div(day, 366), .month = 12 };

	while (date_day(d.year + 1, 1, 1) <= day)
		d.year++;
	while (date_day(d.year, d.month, 1) > day)
		d.month--;
	d.day = day - date_day(d.year, d.month, 1) + 1;
	return d;
}

int64_t
date_weekday(int64_t day)
{
	return day + 3 - 7 * floor_div(day + 3, 7);
}

void
stamp_clf(char out[STAMP_MAX], int64_t at_s, int offset_min, bool second_60)
{
	static const char month[12][4] = { "Jan", "Feb", "Mar", "Apr", "May",
		"Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };
	int64_t local = at_s + offset_min * 60;
	struct date d = date_of(floor_div(local, DAY_S));
	int s = (int)(local - DAY_S * floor_div(local, DAY_S));
	int east = abs(offset_min);

	snprintf(out, STAMP_MAX, "%02d/%s/%04d:%02d:%02d:%02d %c%02d%02d",
	    (int)d.day % 100, month[d.month - 1], (int)d.year % 10000,
	    s / 3600, s / 60 % 60, second_60 ? 60 : s % 60,
	    offset_min < 0 ? '-' : '+', east / 60 % 100, east % 60);
}

void
gen_die(const char *fmt, ...)
{
	va_list ap;

	fputs("gen: ", stderr);
	va_start(ap, fmt);
	vfprintf(stderr, fmt, ap);
	va_end(ap);
	fputc('\n', stderr);
	exit(1);
}

void *
gen_grow(void *p, size_t n)
{
	void *q = realloc(p, n > 0 ? n : 1);

	if (q == NULL)
		gen_die("out of memory");
	return q;
}

void *
gen_alloc(size_t n)
{
	return memset(gen_grow(NULL, n), 0, n);
}

static int64_t
read_number(const char *name, const char *text, int64_t least)
{
	char *end;

	errno = 0;
	int64_t n = strtoll(text, &end, 10);
	if (errno != 0 || end == text || *end != '\0' || n < least)
		gen_die("--%s: a number of at least %lld, not '%s'", name,
		    (long long)least, text);
	return n;
}

/* "@1790000000", "2026-10-01" or "2026-10-01T08:00:00+07:00" (or Z); without an
 * offset it is Viet Nam's time. */
static int64_t
read_time(const char *name, const char *text)
{
	int year, month, day, h = 0, m = 0, s = 0, off_h = 7, off_m = 0;
	char sign = '+';

	if (*text == '@')
		return read_number(name, text + 1, 0);
	int n = sscanf(text, "%4d-%2d-%2dT%2d:%2d:%2d%c%2d:%2d", &year, &month,
	    &day, &h, &m, &s, &sign, &off_h, &off_m);
	if (n == 7 && sign == 'Z')
		off_h = 0;
	else if ((n != 3 && n != 6 && n != 9) || (sign != '+' && sign != '-'))
		gen_die("--%s: no time: '%s'", name, text);
	if (year < 1971 || year > 9998 || month < 1 || month > 12 || day < 1 ||
	    day > 31)
		gen_die("--%s: no date: '%s'", name, text);
	int64_t east = (off_h * 60 + off_m) * 60;
	return date_day(year, month, day) * DAY_S + (h * 60 + m) * 60 + s -
	    (sign == '-' ? -east : east);
}

static void
main_demo(int argc, char **argv)
{
	static const struct option known[] = { { "months", 1, NULL, 'm' },
		{ "end", 1, NULL, 'e' }, { "seed", 1, NULL, 's' },
		{ NULL, 0, NULL, 0 } };
	struct demo_options o = { .months = 3, .seed = 1,
		.end_day = date_day(2026, 10, 31) };

	for (int c; (c = getopt_long(argc, argv, "", known, NULL)) != -1;) {
		if (c == 'm')
			o.months = read_number("months", optarg, 1);
		else if (c == 'e')
			o.end_day = floor_div(read_time("end", optarg) + VN_S,
			    DAY_S);
		else if (c == 's')
			o.seed = (uint64_t)read_number("seed", optarg, 0);
		else
			exit(1);
	}
	if (optind + 1 != argc)
		gen_die("demo: one folder, please");
	if (o.months > 120)
		gen_die("--months: at most 120");
	o.dir = argv[optind];
	demo(&o);
}

static void
random_option(struct random_options *o, int c, const char *name)
{
	switch (c) {
	case 's':
		o->seed = (uint64_t)read_number(name, optarg, 0);
		break;
	case 'n':
		o->lines = read_number(name, optarg, 1);
		break;
	case 'd':
		o->days = read_number(name, optarg, 1);
		break;
	case 'v':
		o->visitors = read_number(name, optarg, 1);
		break;
	case 'p':
		o->pages = read_number(name, optarg, 1);
		break;
	case 't':
		o->start_s = read_time(name, optarg);
		break;
	case 'g':
		o->gap_s = read_number(name, optarg, 1);
		break;
	case 'w':
		o->window_s = read_number(name, optarg, 1);
		break;
	case 'f':
		o->format = optarg;
		break;
	case 'T':
		o->torn = true;
		break;
	default:
		exit(1);
	}
}

static void
main_random(int argc, char **argv)
{
	static const struct option known[] = { { "seed", 1, NULL, 's' },
		{ "lines", 1, NULL, 'n' }, { "days", 1, NULL, 'd' },
		{ "visitors", 1, NULL, 'v' }, { "pages", 1, NULL, 'p' },
		{ "start", 1, NULL, 't' }, { "visit-gap", 1, NULL, 'g' },
		{ "online-window", 1, NULL, 'w' }, { "format", 1, NULL, 'f' },
		{ "torn", 0, NULL, 'T' }, { NULL, 0, NULL, 0 } };
	struct random_options o = { .seed = 1, .lines = 1000, .days = 3,
		.pages = 5, .gap_s = 1800, .window_s = 300,
		.start_s = date_day(2026, 9, 29) * DAY_S - VN_S,
		.format = "combined" };
	int which = 0;

	for (int c;
	    (c = getopt_long(argc, argv, "", known, &which)) != -1;)
		random_option(&o, c, c == '?' ? "" : known[which].name);
	if (optind != argc)
		gen_die("random: no arguments but options");
	if (o.visitors == 0) /* some visits a day each, that may touch */
		o.visitors = 4 + o.lines / (o.days * 40);
	random_log(&o);
}

int
main(int argc, char **argv)
{
	if (argc > 1 && strcmp(argv[1], "demo") == 0)
		main_demo(argc - 1, argv + 1);
	else if (argc > 1 && strcmp(argv[1], "random") == 0)
		main_random(argc - 1, argv + 1);
	else
		gen_die("usage: gen demo DIR [options] | gen random [options]");
	if (fflush(stdout) != 0 || ferror(stdout))
		gen_die("standard output: %s", strerror(errno));
	return 0;
}
