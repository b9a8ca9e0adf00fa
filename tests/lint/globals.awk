# SPDX-License-Identifier: MIT
# Variables that outlive a function and may change, in C that strip.awk went over.
# Reads whole statements, as a declaration may take several lines.
function trim(s)
{
	gsub(/[ \t]+/, " ", s)
	sub(/^ /, "", s)
	sub(/ $/, "", s)
	return s
}

# A declarator alone, without its value.  Of a pointer, the pointer must be const.
function mutable(s)
{
	sub(/[ ]*=.*/, "", s)
	if (s ~ /^[^(]*\([ ]*\*/) # a pointer to a function
		return s !~ /^[^(]*\([ ]*\*[ ]*const/
	if (s ~ /\(/) # a function
		return 0
	sub(/^.*\*/, "*", s)
	return s !~ /(^|[^A-Za-z0-9_])const([^A-Za-z0-9_]|$)/
}

function check(s)
{
	s = trim(s)
	if (s == "" || s ~ /^(typedef|extern|_Static_assert)/ ||
	    s ~ /^(struct|enum|union)( [A-Za-z0-9_]+)?( \{\})?$/)
		return
	if (mutable(s))
		print FILENAME_SHOWN ":" NR ": " s
}

/^[ \t]*#/ || continued { # of the preprocessor
	continued = /\\$/
	next
}

{
	# Inside functions, only what is static stays.
	for (i = 1; i <= length($0); i++) {
		c = substr($0, i, 1)
		if (c == "{") {
			# the braces of a type or of a value are part of a
			# statement; those of a function end one
			if (depth == 0)
				outer = trim(outer) " {}"
			if (depth > 0)
				inner = inner_static ? inner "{}" : ""
			depth++
		} else if (c == "}") {
			depth--
			if (depth == 0 && outer ~ /\) \{\}$/) {
				check(outer)
				outer = ""
			}
			if (depth > 0 && !inner_static)
				inner = ""
			if (depth == 0) {
				inner = ""
				inner_static = 0
			}
		} else if (depth == 0) {
			if (c == ";") {
				check(outer)
				outer = ""
			} else
				outer = outer c
		} else if (c == ";") {
			if (inner_static)
				check(inner)
			inner = ""
			inner_static = 0
		} else {
			inner = inner c
			if (inner ~ /(^|[^A-Za-z0-9_])static[ \t]$/) {
				inner = "static "
				inner_static = 1
			}
		}
	}
	if (depth == 0)
		outer = outer " "
	else
		inner = inner " "
	if (inner ~ /(^|[^A-Za-z0-9_])static $/) {
		inner = "static "
		inner_static = 1
	}
}
