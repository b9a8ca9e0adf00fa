#!/bin/sh
# SPDX-License-Identifier: MIT
# Includes go to the same folder or to a lower floor, never up and never sideways;
# and each outside library has one door: one file that includes its header.
# shellcheck disable=SC2317 # functions are handed to clean, finds and passes
. tests/lint/tap.sh

# FILE:"TEXT or FILE:<TEXT for each include of the floors.
includes()
{
	sources c h | while read -r file; do
		sed -n "s|^[ 	]*#[ 	]*include[ 	]*\([\"<][^\">]*\).*|$file:\1|p" \
		    "$file"
	done
}

edges()
{
	includes | awk -F: '
	BEGIN {
		floor["common"] = 0
		floor["store"] = 1
		floor["ingest"] = floor["aggregate"] = floor["plots"] = 2
		floor["publish"] = 3
		floor["cli"] = 4
		floor["conf"] = -1 # texts only, for everybody
	}
	$2 ~ /^"/ {
		from = $1
		sub(/\/.*/, "", from)
		to = path = substr($2, 2)
		if (!sub(/\/.*/, "", to)) {
			print $1 ": \"" path "\" names no folder"
		} else if (!(to in floor)) {
			print $1 ": \"" path "\" is in no floor"
		} else if (floor[to] > floor[from]) {
			print $1 ": \"" path "\" is on a higher floor"
		} else if (floor[to] == floor[from] && to != from) {
			print $1 ": \"" path "\" is next door"
		}
	}'
}

# A library is known by the first part of its header; what C, POSIX and Linux
# have is not outside.
doors()
{
	includes | awk -F: '
	BEGIN {
		n = split("assert ctype errno fenv float inttypes limits " \
		    "locale math setjmp signal stdalign stdarg stdatomic " \
		    "stdbool stddef stdint stdio stdlib stdnoreturn string " \
		    "threads time uchar wchar wctype dirent fcntl fnmatch " \
		    "ftw getopt glob grp iconv langinfo libgen netdb poll " \
		    "pthread pwd regex sched semaphore spawn strings " \
		    "syslog termios unistd arpa linux net netinet sys " \
		    "endian byteswap err immintrin x86intrin arm_neon " \
		    "cpuid", names, " ")
		for (i = 1; i <= n; i++)
			given[names[i]] = 1
	}
	$2 ~ /^</ {
		library = substr($2, 2)
		sub(/[\/.].*/, "", library)
		if (library in given || (library, $1) in seen)
			next
		seen[library, $1] = 1
		files[library] = files[library] " " $1
		if (++count[library] > 1)
			several[library] = 1
		if ($1 ~ /\.h$/)
			print $1 ": a header shows <" substr($2, 2) ">"
	}
	END {
		for (library in several)
			print library " has more doors than one:" files[library]
	}'
}

clean "includes go to the same folder or down" edges
clean "each outside library has one door" doors

finds "an include that goes up" common/a.c '#include "store/db.h"' edges
finds "an include next door" plots/a.c '#include "ingest/line.h"' edges
finds "an include next door, the other way" ingest/a.h \
    '# include "aggregate/fold.h"' edges
finds "an include without a folder" cli/a.c '#include "main.h"' edges
finds "an include from the tests" cli/a.c '#include "tests/tap.h"' edges
passes "include of the same folder" plots/a.c '#include "plots/chart.h"' edges
passes "include that goes down" cli/a.c \
    '#include "common/err.h"\n#include "publish/widget.h"' edges
passes "text that is carried" store/a.c '#include "conf/robots.conf.inc"' edges

finds "a library in a header" store/a.h '#include <sqlite3.h>' doors
mkdir -p "$plant/tree/store"
echo '#include <openssl/sha.h>' > "$plant/tree/store/other.c"
finds "a second door" common/hash.c '#include <openssl/evp.h>' doors
passes "first door" common/a.c '#include <openssl/evp.h>' doors
passes "two headers by one door" common/a.c \
    '#include <isa-l.h>\n#include <isa-l/crc.h>' doors
passes "header of the system" common/a.h '#include <sys/types.h>' doors
finish
