#!/bin/sh
# SPDX-License-Identifier: MIT
# What each file owes the others: headers that stand alone, no clock, environment
# or exit below cli/, no state that outlives a call, nothing put off.
# shellcheck disable=SC2317 # functions are handed to clean, finds and passes
. tests/lint/tap.sh

STRIP=$PWD/tests/lint/strip.awk
GLOBALS=$PWD/tests/lint/globals.awk

# Each header alone, and twice: it includes what it needs, and guards itself.
alone()
{
	sources h | while read -r header; do
		printf '#include "%s"\n#include "%s"\nint lint;\n' "$header" \
		    "$header" |
		${CC:-cc} -std=c17 -D_GNU_SOURCE -I. -Wall -Wextra -Wpedantic \
		    -Wstrict-prototypes -Wundef -Werror -fsyntax-only -x c - \
		    > "$plant/.said" 2>&1 || {
			echo "$header does not stand alone:"
			head -n 5 "$plant/.said"
		}
	done
}

# FILE CALL  # reason
excused()
{
	cat <<'END'
common/mem.c _exit # out of memory there is nobody to tell
plots/child.c _exit # of a child that became no other program: what is its parent's is left alone
END
}

# Calls of what only cli/ may ask or do.
forbidden()
{
	excused > "$plant/.excused"
	sources c h | grep -v '^cli/' | while read -r file; do
		awk -f "$STRIP" "$file" | awk -v file="$file" '
		{
			line = $0
			while (match(line, /[A-Za-z_][A-Za-z0-9_]*[ \t]*\(/)) {
				name = substr(line, RSTART, RLENGTH)
				before = RSTART > 1 ? \
				    substr(line, RSTART - 1, 1) : ""
				line = substr(line, RSTART + RLENGTH)
				sub(/[ \t]*\($/, "", name)
				if (before == "." || before == ">")
					continue # a member of that name
				if (name ~ /^(time|gettimeofday|clock|clock_gettime|timespec_get|localtime|localtime_r|mktime|tzset|getenv|secure_getenv|setenv|putenv|unsetenv|setlocale|exit|_exit|_Exit|quick_exit|atexit)$/)
					print file, name, "in line", NR
			}
		}'
	done | awk -v list="$plant/.excused" '
	BEGIN {
		while ((getline line < list) > 0) {
			split(line, word, " ")
			known[word[1], word[2]] = 1
		}
	}
	!(($1, $2) in known)'
}

globals()
{
	sources c h | while read -r file; do
		awk -f "$STRIP" "$file" |
		    awk -v FILENAME_SHOWN="$file" -f "$GLOBALS"
	done
}

# The words are put together here, so that this file has none.
put_off()
{
	{
		sources c h sql
		for file in tests/*.[ch] tests/*/*.[ch] tests/*/*.t Makefile; do
			[ ! -f "$file" ] || echo "$file"
		done
	} | while read -r file; do
		grep -nwE 'TO''DO|FIX''ME' "$file" | sed "s|^|$file:|"
	done
}

unlicensed()
{
	sources c h | while read -r file; do
		[ "$(head -n 1 "$file")" = \
		    "/* SPDX-License-Identifier: MIT */" ] || echo "$file"
	done
}

clean "each header stands alone, and may come twice" alone
finds "a header that lacks one" common/a.h 'struct a { size_t n; };' alone
finds "a header without a guard" common/a.h 'struct a { int n; };' alone
passes "header that has both" common/a.h \
    '#ifndef A_H\n#define A_H\n#include <stddef.h>\nsize_t a(void);\n#endif' \
    alone

clean "below cli/ nothing asks the clock or the environment, or exits" forbidden
finds "a clock" store/a.c 'long f(void) { return time(NULL); }' forbidden
finds "an exit" store/a.c 'void f(void) { exit (1); }' forbidden
finds "the environment" plots/a.c 'char *f(void) { return getenv("A"); }' \
    forbidden
passes "clock in a comment or in a text" store/a.c \
    '/* time( */ // exit(\nchar *f = "getenv(\\"";' forbidden
passes "call of a like name" store/a.c 'void f(void) { a.exit(run_time(1)); }' \
    forbidden
passes "clock in cli/" cli/a.c 'long f(void) { return time(NULL); }' forbidden

clean "nothing mutable outlives a call" globals
finds "a global" common/a.c 'int n;' globals
finds "a global with a value" common/a.c 'struct a b = {\n\t1, 2\n};' globals
finds "a static one" common/a.c 'static size_t n = 3;' globals
finds "a table of pointers that may change" common/a.c \
    'static const char *names[] = { "a" };' globals
finds "a pointer to a function" common/a.c 'static int (*f)(void);' globals
finds "a static one in a function" common/a.c \
    'int\nf(void)\n{\n\tif (1) {\n\t\tstatic int n;\n\t}\n}' globals
finds "an unnamed type with a variable" common/a.c \
    'static struct { int a; } b = { 1 };' globals
finds "one of a thread" common/a.c 'static _Thread_local int n;' globals
passes "constants and types" common/a.c \
    'enum { A };\nstruct b { int c; };\nstruct d;\ntypedef int e;\nint f(void);\nstatic const struct {\n\tint a;\n} g[] = { { 1 } };\nstatic const char *const h[] = { "a" };\nextern const int i;\nstatic int (*const j[])(void) = { f };\nint\nf(void)\n{\n\tstatic const int k = 1;\n\tint l = 2;\n\n\treturn k + l;\n}\n' \
    globals

clean "nothing is put off" put_off
finds "what is put off" common/a.c "/* TO""DO: all */" put_off
clean "each source begins with its licence" unlicensed
finish
