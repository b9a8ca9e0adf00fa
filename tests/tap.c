/* SPDX-License-Identifier: MIT */
#include "tests/tap.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

static int tests, failures;

static bool report(bool pass, const char *fmt, va_list ap)
    __attribute__((format(printf, 2, 0)));

static bool
report(bool pass, const char *fmt, va_list ap)
{
	char name[400];

	vsnprintf(name, sizeof(name), fmt, ap);
	for (char *p = name; *p != '\0'; p++)
		if (*p == '#' || *p == '\n')
			*p = ' '; /* both mean something in TAP */
	tests++;
	failures += !pass;
	printf("%sok %d - %s\n", pass ? "" : "not ", tests, name);
	fflush(stdout);
	return pass;
}

bool
ok(bool pass, const char *name, ...)
{
	va_list ap;

	va_start(ap, name);
	report(pass, name, ap);
	va_end(ap);
	return pass;
}

bool
is_int(long long got, long long want, const char *name, ...)
{
	va_list ap;

	va_start(ap, name);
	report(got == want, name, ap);
	va_end(ap);
	if (got != want)
		diag("got %lld, want %lld", got, want);
	return got == want;
}

bool
is_text(const char *got, const char *want, const char *name, ...)
{
	bool pass = got == NULL || want == NULL ? got == want :
	    strcmp(got, want) == 0;
	va_list ap;

	va_start(ap, name);
	report(pass, name, ap);
	va_end(ap);
	if (!pass)
		diag("got \"%s\"\nwant \"%s\"", got != NULL ? got : "(null)",
		    want != NULL ? want : "(null)");
	return pass;
}

void
diag(const char *fmt, ...)
{
	char text[4000];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(text, sizeof(text), fmt, ap);
	va_end(ap);
	for (char *line = strtok(text, "\n"); line != NULL;
	    line = strtok(NULL, "\n"))
		printf("#   %s\n", line);
	fflush(stdout);
}

void
skip(const char *why, ...)
{
	va_list ap;

	tests++;
	printf("ok %d # skip ", tests);
	va_start(ap, why);
	vprintf(why, ap);
	va_end(ap);
	printf("\n");
}

const char *
tap_guarded(const void *p, size_t n)
{
	size_t page = (size_t)sysconf(_SC_PAGESIZE);
	size_t whole = (n + page - 1) / page * page;
	char *map = mmap(NULL, whole + page, PROT_READ | PROT_WRITE,
	    MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	if (map == MAP_FAILED || mprotect(map + whole, page, PROT_NONE) != 0)
		abort();
	if (n > 0)
		memcpy(map + whole - n, p, n);
	return map + whole - n;
}

int
done(void)
{
	printf("1..%d\n", tests);
	return failures > 0;
}
