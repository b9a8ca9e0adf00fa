#!/bin/sh
# SPDX-License-Identifier: MIT
# Small enough to be read at one go: files of 400 lines, functions of 60 lines and
# of 5 parameters.  They are aims, so exceptions are told here, with the reason.
# shellcheck disable=SC2317 # functions are handed to clean, finds and passes
. tests/lint/tap.sh

FILE_LINES=400
FUNCTION_LINES=60
PARAMETERS=5

# PATH[:FUNCTION]  # reason
allowed()
{
	cat <<'END'
END
}

# Drops "PATH[:FUNCTION] ..." lines that are allowed.
forgive()
{
	allowed > "$plant/.allowed"
	awk -v list="$plant/.allowed" '
	BEGIN {
		while ((getline line < list) > 0) {
			split(line, word, " ")
			known[word[1]] = 1
		}
	}
	!($1 in known)'
}

long_files()
{
	sources c h | while read -r file; do
		lines=$(wc -l < "$file")
		[ "$lines" -le "$FILE_LINES" ] ||
		    echo "$file has $lines lines"
	done | forgive
}

# FILE:FUNCTION LINES PARAMETERS.  Lines count from that of the name to that of
# the last brace.
functions()
{
	sources c h > "$plant/.sources"
	ctags -L "$plant/.sources" -f - --sort=no --languages=C,C++ \
	    --langmap=C:.c.h --kinds-C=f --fields=+neS 2>/dev/null |
	awk -F'\t' '
	{
		start = end = 0
		signature = ""
		for (i = 4; i <= NF; i++) {
			if ($i ~ /^line:/)
				start = substr($i, 6)
			else if ($i ~ /^end:/)
				end = substr($i, 5)
			else if ($i ~ /^signature:/)
				signature = substr($i, 11)
		}
		# Commas of a parameter that is itself a function do not count.
		sub(/^\(/, "", signature)
		sub(/\)$/, "", signature)
		while (gsub(/\([^()]*\)/, "", signature))
			;
		n = signature ~ /^[ ]*(void)?[ ]*$/ ? 0 : \
		    gsub(/,/, ",", signature) + 1
		print $2 ":" $1, end - start + 1, n
	}'
}

long_functions()
{
	functions | awk -v most="$FUNCTION_LINES" \
	    '$2 > most { print $1, "has", $2, "lines" }' | forgive
}

wide_functions()
{
	functions | awk -v most="$PARAMETERS" \
	    '$3 > most { print $1, "has", $3, "parameters" }' | forgive
}

# Exceptions for files that are gone, or without a reason.
stale()
{
	allowed | while read -r what _; do
		file=${what%%:*}
		[ -f "$file" ] || echo "$what is allowed, but is not there"
	done
	allowed | awk '!/# .../ { print $1 " is allowed without a reason" }'
}

# lines N: that many.
lines()
{
	awk -v n="$1" 'BEGIN { while (n-- > 0) printf "\\n" }'
}

clean "files have $FILE_LINES lines at most" long_files
finds "a file of 401 lines" cli/a.c "$(lines 400)" long_files
passes "file of 400 lines" cli/a.c "$(lines 398)" long_files
clean "exceptions exist and have their reasons" stale

if ctags --version 2>/dev/null | grep -q 'Universal Ctags'; then
	clean "functions have $FUNCTION_LINES lines at most" long_functions
	clean "functions have $PARAMETERS parameters at most" wide_functions
	finds "a function of 61 lines" cli/a.c \
	    "static int\nf(void)\n{$(lines 59)}" long_functions
	passes "function of 60 lines" cli/a.c \
	    "static int\nf(void)\n{$(lines 58)}" long_functions
	finds "six parameters" cli/a.c \
	    'int\nf(int a, int b, int c,\n    int d, int e, int f)\n{\n}' \
	    wide_functions
	passes "five, of which one is a function" cli/a.c \
	    'int\nf(int a, int b, int (*g)(int, int), int d, int e)\n{\n}' \
	    wide_functions
	passes "function without any" cli/a.c 'int\nf(void)\n{\n}' \
	    wide_functions
else
	skip "universal-ctags is not installed: lengths of functions"
	skip "universal-ctags is not installed: numbers of parameters"
fi
finish
