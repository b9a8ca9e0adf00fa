#!/bin/sh
# SPDX-License-Identifier: MIT
# Each fuzz target endures its corpus: what it once began with, and what was found.
cd "$(dirname "$0")/../.." || exit 1
B=${B:-build/release}
n=0
said=$(mktemp) || exit 1
trap 'rm -f "$said"' EXIT

ok() { # status, name
	n=$((n + 1))
	if [ "$1" -eq 0 ]; then
		echo "ok $n - $2"
	else
		echo "not ok $n - $2"
		grep -v '^ok ' "$said" | tail -n 20 | sed 's/^/# /'
	fi
}

for source in tests/fuzz/fuzz_*.c; do
	what=${source##*/fuzz_}
	what=${what%.c}
	"$B/tests/fuzz/replay_$what" "tests/fuzz/corpus/$what" >"$said" 2>&1 &&
	    ! grep -q '^not ok' "$said"
	ok $? "fuzz_$what endures its corpus"
	[ "$(grep -c '^ok ' "$said")" -gt 2 ]
	ok $? "fuzz_$what has a corpus"
done
[ "$n" -gt 0 ]
ok $? "there are fuzz targets"
echo "1..$n"
