#!/bin/sh
# SPDX-License-Identifier: MIT
# Speed on one made log, beside the peers that are installed: medians of some rounds, in
# which all take turns.  Never a test: machines differ, ratios say more than seconds.
#
#     make bench                     1 million lines, 3 rounds
#     make bench LINES=10000000 ROUNDS=5
set -eu
: "${B:=build/release}" "${LINES:=1000000}" "${ROUNDS:=3}"
export LC_ALL=C TZ=UTC
timed=$B/tests/bench/timed
dir=${BENCH_DIR:-build/bench}
mkdir -p "$dir"
log=$dir/access-$LINES.log
[ -s "$log" ] || "$B/tests/bench/gen_bench" "$LINES" >"$log"
[ -s "$log.gz" ] || gzip -6 -k "$log"
results=$dir/results
: >"$results"

conf() # NAME LOG: a configuration with an empty store
{
	rm -rf "$dir/$1"
	mkdir -p "$dir/$1"
	printf 'data = %s\n[site "s"]\narchive = %s\nformat = combined\ntz = UTC\n' \
	    "$PWD/$dir/$1" "$PWD/$2" >"$dir/$1.conf"
}

take() # NAME COMMAND...
{
	name=$1
	shift
	command -v "$1" >/dev/null 2>&1 || return 0
	echo "$name $("$timed" "$@")" >>"$results"
}

round()
{
	for threads in 1 2; do
		conf plain "$log"
		take "truycap-plain-$threads" "$B/truycap" update -c "$dir/plain.conf" \
		    --threads "$threads" --now 2026-01-01T00:00:00Z
		conf gz "$log.gz"
		take "truycap-gz-$threads" "$B/truycap" update -c "$dir/gz.conf" \
		    --threads "$threads" --now 2026-01-01T00:00:00Z
	done
	take gzip-dc gzip -dc "$log.gz"
	take igzip-dc igzip -dc "$log.gz"
	take wc-l wc -l "$log"
	take goaccess goaccess "$log" --no-global-config --log-format=COMBINED \
	    --no-progress -o "$dir/goaccess.json"
	mkdir -p "$dir/webalizer"
	take webalizer webalizer -Q -o "$dir/webalizer" -n www.example.org "$log"
}

# A tick of cron: 1,000 lines more in a store that has them all; then 100,000.
ticks()
{
	live=$dir/live.log
	cp "$log" "$live"
	conf tick "$live"
	sed -i 's/^archive/log/' "$dir/tick.conf"
	run="$B/truycap update -c $dir/tick.conf --threads 2 --now 2026-01-01T00:00:00Z"
	$run
	for n in 1000 1000 1000 100000 100000 100000; do
		"$B/tests/bench/gen_bench" "$n" "$n" 1 >>"$live"
		# shellcheck disable=SC2086
		take "truycap-tick-$n" $run
	done
	# shellcheck disable=SC2086
	take truycap-tick-0 $run
	rm -f "$live"
}

i=0
while [ "$i" -lt "$ROUNDS" ]; do
	round
	i=$((i + 1))
done
ticks
printf '%s lines, %s bytes, gzip %s bytes; %s rounds\n' "$LINES" \
    "$(wc -c <"$log")" "$(wc -c <"$log.gz")" "$ROUNDS"
sort -k1,1 -k2,2n "$results" | awk -v lines="$LINES" '
function flush() {
	if (n > 0) {
		m = int((n + 1) / 2)
		printf "%-20s %8.3f %8.3f %8.1f %7.2f  %s\n", name, wall[m], cpu[m],
		    rss / 1024, lines / wall[m] / 1e6, bad ? "failed" : ""
	}
	n = rss = bad = 0
}
BEGIN { printf "%-20s %8s %8s %8s %7s\n", "", "wall s", "cpu s", "MiB", "Ml/s" }
$1 != name { flush(); name = $1 }
{ n++; wall[n] = $2; cpu[n] = $3; if ($4 > rss) rss = $4; if ($5 != 0) bad = 1 }
END { flush() }'
