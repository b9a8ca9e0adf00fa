#!/bin/sh
# SPDX-License-Identifier: MIT
# What people look at: a month's report with its charts and all forms beside it, and the
# widget's files once the figures are there. Whole processes, gnuplot's time with them.
#
#     make bench                               a site of 1 million lines a month, among others
#     make looks LINES=100000 ROUNDS=9         this alone
#
# The report is to cost less than 1 s of one processor, the widget less than 5 ms: what its
# row has more than that of the program alone, as an update writes it in its own process.
set -eu
: "${LINES:=1000000}" "${ROUNDS:=5}"
# shellcheck source=tests/bench/lib.sh
. "${0%/*}/lib.sh"

# looks CASE CONF NOW MONTH: of a store that is full.
looks()
{
	i=0
	while [ "$i" -lt "$ROUNDS" ]; do
		take "report of a month, one processor" "$1" 0 taskset -c 0 \
		    "$B/truycap" report -c "$2" --now "$3" --month "$4" \
		    -o "$dir/looks"
		take "report of a month without charts" "$1" 0 \
		    env TRUYCAP_GNUPLOT=none "$B/truycap" report -c "$2" \
		    --now "$3" --month "$4" -o "$dir/looks"
		take "widget, all of its files" "the program alone" 0 \
		    "$B/truycap" --version
		take "widget, all of its files" "$1" 0 \
		    "$B/truycap" widget -c "$2" --now "$3"
		i=$((i + 1))
	done
}

rm -rf "$dir/looks" "$dir/demo.logs"
"$B/tests/gen/gen" demo "$dir/demo.logs"
c=$(conf demo log "$dir/demo.logs/web1/access.log*")
sed 's/^tz = .*/tz = Asia\/Ho_Chi_Minh/' "$c" >"$c.new"
mv "$c.new" "$c"
now=$(sed -n 's/.*"now": "\([^"]*\)".*/\1/p' "$dir/demo.logs/expected.json")
"$B/truycap" update -c "$c" --now "$now"
looks "the demo's month" "$c" "$now" 2026-10

log=$(made "$LINES")
c=$(conf busy archive "$log")
"$B/truycap" update -c "$c" --threads "$threads" --now 2025-07-01T02:00:00Z
looks "$LINES lines a month" "$c" 2025-07-01T02:00:00Z 2025-06
rm -rf "$dir/looks" "$dir/demo.logs" "$dir/demo.data" "$dir/busy.data"

machine
table
