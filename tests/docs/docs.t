#!/bin/sh
# SPDX-License-Identifier: MIT
# What a newcomer reads is true: documents name what is there, and all of it.
cd "$(dirname "$0")/../.." || exit 1
truycap=${TRUYCAP:-build/release/truycap}
tmp=$(mktemp -d) || exit 1
trap 'rm -rf "$tmp"' EXIT
# The makes that are run here are none of the one that runs the tests.
unset MAKEFLAGS MFLAGS MAKELEVEL MAKEOVERRIDES
n=0

# empty NAME: passes when nothing was found; else shows it.
empty() {
	n=$((n + 1))
	if [ ! -s "$tmp/found" ]; then
		echo "ok $n - $1"
	else
		echo "not ok $n - $1"
		sed 's/^/# /' "$tmp/found"
	fi
}
skip() {
	n=$((n + 1))
	echo "ok $n # SKIP $1"
}
# lacking TEXT FILE: says so unless the file has the text.
lacking() {
	grep -qF -e "$1" "$2" || echo "$2 does not have: $1"
}

commands=$("$truycap" help | awk '/^commands:/ { on = 1; next }
    on && /^$/ { exit } on { print $1 }')
if [ "$(echo "$commands" | wc -l)" -gt 5 ]; then
	: > "$tmp/found"
else
	echo "$commands" > "$tmp/found"
fi
empty "the program lists its commands"

for command in $commands; do
	"$truycap" help "$command" 3>&1 >"$tmp/help" 2>&3 && [ -s "$tmp/help" ] ||
	    echo "truycap help $command: status $?"
done > "$tmp/found"
empty "every command has its help"

man=docs/truycap.1
if command -v mandoc >/dev/null 2>&1; then
	# Whether other pages are installed here is no matter of ours.
	mandoc -Tlint "$man" | grep -v 'referenced manual not found' > "$tmp/found"
empty "the manual is well-formed"
else
	skip "no mandoc"
fi
for command in $commands; do
	lacking ".It Cm $command" "$man"
done > "$tmp/found"
empty "the manual has every command"
for command in $commands; do
	"$truycap" help "$command" | grep -oE '^  (-[a-z],|   ) --[a-z-]+' |
	    grep -oE -e '--[a-z-]+'
done | sort -u > "$tmp/options"
sed 's/^-//' "$tmp/options" | while read -r option; do
	grep -qE -e "[ ,]$option( |\$)" "$man" || echo "$option"
done > "$tmp/found"
empty "the manual has every option"
grep -v '^\.B' "$man" | grep -oE '[ ,]-[a-z]+(-[a-z]+)*' | grep -oE '[a-z][a-z-]+' |
    sort -u | while read -r option; do
	grep -qxF -e "--$option" "$tmp/options" || echo "--$option"
done > "$tmp/found"
empty "the manual has no option that is not there"

sed -n 's/^	X([A-Z_]*, "\([a-z-]*\)".*/\1/p' common/class.h > "$tmp/classes"
[ "$(wc -l < "$tmp/classes")" -ge 21 ] || echo "few are found" > "$tmp/few"
{
	cat "$tmp/few" 2>/dev/null
	while read -r name; do
		lacking "\`$name\`" docs/DEFINITIONS.md
	done < "$tmp/classes"
} > "$tmp/found"
empty "every class and outcome is defined"

statuses=$(sed -n 's/^	ERR_[A-Z]* = \([0-9]*\)[^0-9].*/\1/p' common/err.h)
sed -n '/^.Sh EXIT STATUS/,/^.Sh EXAMPLES/s/^.It //p' "$man" |
while read -r status; do
	echo "$statuses" | grep -qx "$status" || echo "manual: $status"
	sed -n '/^## Exit statuses/,/^## Status/p' README.md |
	    grep -qE "^\\| .*\\b$status\\b" || echo "README lacks $status"
done > "$tmp/found"
empty "exit statuses are those of the program, in README too"

for page in README.md docs/*.md; do
	grep -oE '\]\([^)#:]+' "$page" | sed 's/^](//' | while read -r to; do
		[ -e "${page%/*}/$to" ] || [ -e "$to" ] || echo "$page: $to"
	done
done > "$tmp/found"
empty "links lead to files"
grep -ohE '(tests|conf|docs|packaging|cli|ingest|aggregate|store|publish|common)/[A-Za-z0-9_./-]*[A-Za-z0-9_/]' \
    README.md docs/ARCHITECTURE.md docs/DEFINITIONS.md | sort -u |
while read -r path; do
	case $path in *NAME*) continue ;; esac
	[ -e "$path" ] || echo "$path"
done > "$tmp/found"
empty "files that are spoken of are there"

grep -ohE '^(    |.*`)make [a-z-]+' README.md docs/*.md .ci/run |
    sed 's/.*make //' | sort -u > "$tmp/targets"
make -s help | sed -n 's/^make \([a-z-]*\) .*/\1/p' >> "$tmp/targets"
while read -r target; do
	grep -qE "^$target:|^[a-z -]*\\b$target\\b[a-z -]*:" Makefile ||
	    echo "$target"
done < "$tmp/targets" > "$tmp/found"
empty "make knows the targets that are spoken of"

if command -v bash >/dev/null 2>&1; then
	PATH="${truycap%/*}:$PATH" bash -c '
		. packaging/completion.bash
		COMP_WORDS=(truycap "") COMP_CWORD=1
		_truycap
		printf "%s\n" "${COMPREPLY[@]}"' | sort > "$tmp/completed"
	echo "$commands" | sort | diff - "$tmp/completed" > "$tmp/found"
empty "completion offers every command"
	PATH="${truycap%/*}:$PATH" bash -c '
		. packaging/completion.bash
		COMP_WORDS=(truycap report --vi) COMP_CWORD=2
		_truycap
		printf "%s\n" "${COMPREPLY[@]}"' > "$tmp/completed"
	echo "--visit-gap" | diff - "$tmp/completed" > "$tmp/found"
empty "completion offers a command's options"
else
	skip "no bash"
	skip "no bash"
fi
echo "1..$n"
