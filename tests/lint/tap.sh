# SPDX-License-Identifier: MIT
# shellcheck shell=sh
# What the lints share: each is a function that prints what it finds in the tree
# of the current folder.  A lint passes when it finds nothing here, and when it
# finds what is planted in a tree made for it: a check that sees nothing is none.
FLOORS="common store ingest aggregate plots publish cli"
tests=0
failed=0
plant=$(mktemp -d) || exit 70
trap 'rm -rf "$plant"' EXIT

# verdict ok|"not ok" NAME
verdict()
{
	tests=$((tests + 1))
	printf '%s %d - %s\n' "$1" "$tests" "$2"
	[ "$1" = ok ] || failed=1
}

# clean NAME COMMAND...: the command finds nothing.
clean()
{
	name=$1
	shift
	"$@" > "$plant/.found" 2>&1
	if [ -s "$plant/.found" ]; then
		verdict "not ok" "$name"
		sed 's/^/#   /' "$plant/.found"
	else
		verdict ok "$name"
	fi
}

# finds WHAT PATH LINE COMMAND...: the command tells of that line in such a file,
# and of nothing when it is not there.  printf makes newlines of \n in LINE.
finds()
{
	what=$1 path=$2 line=$3
	shift 3
	mkdir -p "$plant/tree/${path%/*}"
	printf '/* SPDX-License-Identifier: MIT */\n' > "$plant/tree/$path"
	before=$(cd "$plant/tree" && "$@" 2>&1)
	printf '%b\n' "$line" >> "$plant/tree/$path"
	after=$(cd "$plant/tree" && "$@" 2>&1)
	if [ -z "$before" ] && printf '%s\n' "$after" | grep -qF "$path"; then
		verdict ok "it would find $what"
	else
		verdict "not ok" "it would find $what"
		printf '#   before: %s\n#   after: %s\n' "$before" "$after"
	fi
	rm -rf "$plant/tree"
}

# passes WHAT PATH LINE COMMAND...: the command minds no such line.
passes()
{
	what=$1 path=$2 line=$3
	shift 3
	mkdir -p "$plant/tree/${path%/*}"
	printf '/* SPDX-License-Identifier: MIT */\n%b\n' "$line" \
	    > "$plant/tree/$path"
	found=$(cd "$plant/tree" && "$@" 2>&1)
	if [ -z "$found" ]; then
		verdict ok "it minds no $what"
	else
		verdict "not ok" "it minds no $what"
		printf '#   %s\n' "$found"
	fi
	rm -rf "$plant/tree"
}

skip()
{
	tests=$((tests + 1))
	printf 'ok %d # skip %s\n' "$tests" "$1"
}

# sources SUFFIX...: the files of the floors, one a line.
sources()
{
	for floor in $FLOORS; do
		for suffix in "$@"; do
			for file in "$floor"/*."$suffix"; do
				[ ! -f "$file" ] || printf '%s\n' "$file"
			done
		done
	done
}

finish()
{
	echo "1..$tests"
	exit "$failed"
}
