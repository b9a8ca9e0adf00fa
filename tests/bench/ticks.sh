#!/bin/sh
# SPDX-License-Identifier: MIT
# What a run of cron costs with little and with much history behind it, what archives of
# a month cost, and how time and memory grow with a log.
#
#     make ticks                               history of 30 days and of 5 years
#     make ticks LINES=1000000 A_DAY=200       smaller
#     make ticks GROWTH=100                    and a log of 100 million lines: 24 GB
#
# LINES: of the archives, and the longest log but that of GROWTH. A_DAY: lines of each day
# of history.
set -eu
: "${LINES:=10000000}" "${ROUNDS:=3}" "${A_DAY:=1000}" "${GROWTH:=}"
# shellcheck source=tests/bench/lib.sh
. "${0%/*}/lib.sh"
ARCHIVES=30 # one a day, for the back-fill
HOUR_S=3600
archives=$dir/archives
live=$dir/live.log

instant()
{
	date -u -d "@$1" +%Y-%m-%dT%H:%M:%SZ
}

# history DAYS: weekly archives, up to START_S.
history()
{
	rm -rf "$archives"
	mkdir -p "$archives"
	left=$1
	while [ "$left" -gt 0 ]; do
		n=$((left < 7 ? left : 7))
		"$gen" $((n * A_DAY)) "$left" "$n" $((START_S - left * DAY_S)) \
		    >"$archives/$(printf %05d "$left").log"
		left=$((left - n))
	done
}

# ticks DAYS: with that much behind them, from the noon of a day on.
ticks()
{
	say "history of $1 days"
	history "$1"
	c=$(conf tick log "$live")
	"$B/truycap" ingest -c "$c" --site s --backfill --now 2025-06-01T00:00:00Z \
	    "$archives"/*.log
	"$gen" $((A_DAY / 2)) 1 0.5 >"$live"
	at=$((START_S + DAY_S / 2))
	run="$B/truycap update -c $c --threads $threads --now"
	$run "$(instant $at)"
	for n in 1000 100000 0; do
		i=0
		while [ "$i" -lt "$ROUNDS" ]; do
			[ "$n" = 0 ] || "$gen" "$n" "$n$i" 0.04 $at >>"$live"
			at=$((at + HOUR_S))
			# shellcheck disable=SC2086 # a command with its options
			take "a tick, history of $1 days" "$n lines more" "$n" \
			    $run "$(instant $at)"
			i=$((i + 1))
		done
	done
	say "$(wc -c <"$dir/tick.data/truycap.db") bytes of database"
	rm -rf "$archives" "$live" "${dir:?}/tick.data"
}

backfill()
{
	rm -rf "$archives"
	mkdir -p "$archives"
	day=0
	while [ "$day" -lt "$ARCHIVES" ]; do
		"$gen" $((LINES / ARCHIVES)) "$day" 1 \
		    $((START_S + day * DAY_S)) |
		    gzip -6 >"$archives/access-$(printf %02d "$day").gz"
		day=$((day + 1))
	done
	i=0
	while [ "$i" -lt "$ROUNDS" ]; do
		for n in "$threads" 1; do
			c=$(conf fill log "$archives/none")
			take "ingest --backfill, $ARCHIVES daily gz archives" \
			    "threads: $n" $((LINES / ARCHIVES * ARCHIVES)) \
			    "$B/truycap" ingest -c "$c" --site s --backfill \
			    --threads "$n" --now "$LATER" "$archives"/*.gz
		done
		i=$((i + 1))
	done
	rm -rf "$archives"
}

grow() # LINES
{
	log=$(made "$1")
	c=$(conf grow archive "$log")
	take "growth, plain log of 30 days" "$1 lines" "$1" "$B/truycap" update \
	    -c "$c" --threads "$threads" --now "$LATER"
}

ticks 30
ticks 1825
backfill
i=0
while [ "$i" -lt "$ROUNDS" ]; do
	grow $((LINES / 10))
	grow "$LINES"
	i=$((i + 1))
done
if [ -n "$GROWTH" ]; then
	grow $((GROWTH * 1000000))
	rm -f "$dir/access-${GROWTH}000000.log"
fi
rm -rf "${dir:?}/grow.data" "${dir:?}/fill.data"

machine
printf '%s lines a day of history; medians of %s rounds\n' "$A_DAY" "$ROUNDS"
table
