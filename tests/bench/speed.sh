#!/bin/sh
# SPDX-License-Identifier: MIT
# Speed on one made log, beside the peers that are installed: medians of some rounds, in
# which all take turns. Never a test: machines differ, ratios say more than seconds.
#
#     make bench                              10 million lines, 3 rounds
#     make speed LINES=1000000 ROUNDS=5       this alone
#     make speed PEERS_NPM=1                  with DuckDB, fetched from npm
set -eu
: "${LINES:=10000000}" "${ROUNDS:=3}" "${PEERS_NPM:=}"
# shellcheck source=tests/bench/lib.sh
. "${0%/*}/lib.sh"
log=$(made "$LINES")
for form in gz zst; do
	[ ! -s "$log.$form" ] || continue
	say "packing: $form"
	case $form in
	gz) gzip -6 -c "$log" >"$dir/packing" ;;
	zst) zstd -q -3 -c "$log" >"$dir/packing" 2>/dev/null || continue ;;
	esac
	mv "$dir/packing" "$log.$form"
done
rm -f "$dir/packing"

# truycap GROUP CASE FLAVOUR THREADS LOG, into an empty store.
truycap()
{
	program=${B%/*}/$3/truycap
	[ "$3" != . ] || program=$B/truycap
	[ -x "$program" ] && [ -s "$5" ] || return 0
	c=$(conf speed archive "$5")
	take "$1" "$2" "$LINES" "$program" update -c "$c" --threads "$4" \
	    --now "$LATER"
}

goaccess_of() # GROUP CASE LOG [OPTION...]
{
	group=$1 what=$2 input=$3
	shift 3
	take "$group" "$what" "$LINES" goaccess "$input" --no-global-config \
	    --log-format=COMBINED --no-progress -o "$dir/goaccess.json" "$@"
}

duckdb_of() # GROUP LOG: through npm's module where it was fetched
{
	if command -v duckdb >/dev/null 2>&1; then
		sed "s|@LOG@|$2|; s|@THREADS@|$threads|" "$here/duckdb.sql" \
		    >"$dir/duckdb.sql"
		take "$1" "DuckDB, three counts, $threads threads" "$LINES" \
		    duckdb -init /dev/null -f "$dir/duckdb.sql"
	elif [ -d "$dir/npm/node_modules/@duckdb" ]; then
		take "$1" "DuckDB, three counts, $threads threads" "$LINES" \
		    env NODE_PATH="$dir/npm/node_modules" node \
		    "$here/duckdb.js" "$here/duckdb.sql" "$2" "$threads"
	fi
}

here=$(cd "${0%/*}" && pwd)
mkdir -p "$dir/webalizer"
if [ -n "$PEERS_NPM" ] && [ ! -d "$dir/npm/node_modules/@duckdb" ]; then
	npm install --no-audit --no-fund --silent --prefix "$dir/npm" \
	    @duckdb/node-api
fi
# Without DNS, which it would ask for each address.
printf '%s\n' 'DNS NONE' 'WARNINGS OFF' "OUTFILE $dir/analog.html" \
    >"$dir/analog.cfg"
jobs=
! goaccess --help 2>/dev/null | grep -q -e --jobs || jobs=yes

plain()
{
	truycap plain "truycap, $threads threads" . "$threads" "$log"
	truycap plain "truycap, 1 thread" . 1 "$log"
	truycap plain "truycap sse2, $threads threads" sse2 "$threads" "$log"
	truycap plain "truycap portable, $threads threads" portable \
	    "$threads" "$log"
	goaccess_of plain goaccess "$log"
	[ -z "$jobs" ] || goaccess_of plain "goaccess -j 2" "$log" -j 2
	take plain webalizer "$LINES" webalizer -c /dev/null -Q -o \
	    "$dir/webalizer" -n www.example.org "$log"
	rm -rf "$dir/webalizer"/*
	take plain "analog (no visitors)" "$LINES" analog -G \
	    "+g$dir/analog.cfg" "$log"
	duckdb_of plain "$log"
	# shellcheck disable=SC2016 # these are fields of awk
	take plain "mawk, lines of each address" "$LINES" mawk \
	    '{ c[$1]++ } END { for (a in c) n++; print n }' "$log"
	take plain "wc -l" "$LINES" wc -l "$log"
}

packed()
{
	truycap gz "truycap, $threads threads" . "$threads" "$log.gz"
	truycap gz "truycap, 1 thread" . 1 "$log.gz"
	truycap gz "truycap portable (zlib), $threads threads" portable \
	    "$threads" "$log.gz"
	# shellcheck disable=SC2016 # the inner shell's
	! command -v goaccess >/dev/null || take gz "gzip -dc | goaccess" \
	    "$LINES" sh -c 'gzip -dc "$1" | goaccess - --no-global-config \
	    --log-format=COMBINED --no-progress -o "$2"' sh "$log.gz" \
	    "$dir/goaccess.json"
	take gz webalizer "$LINES" webalizer -c /dev/null -Q -o \
	    "$dir/webalizer" -n www.example.org "$log.gz"
	rm -rf "$dir/webalizer"/*
	take gz "gzip -dc, to nowhere" "$LINES" gzip -dc "$log.gz"
	take gz "igzip -dc, to nowhere" "$LINES" igzip -dc "$log.gz"
	[ -s "$log.zst" ] || return 0
	truycap zst "truycap, $threads threads" . "$threads" "$log.zst"
	truycap zst "truycap, 1 thread" . 1 "$log.zst"
	take zst "zstd -dc, to nowhere" "$LINES" zstd -qdc "$log.zst"
}

i=0
while [ "$i" -lt "$ROUNDS" ]; do
	plain
	packed
	i=$((i + 1))
done
counted=$("$B/truycap" export ledger -c "$dir/speed.conf" --csv |
    awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
	{ n += $at["lines"] } END { print n + 0 }')
[ "$counted" = "$LINES" ] || say "truycap counted $counted of $LINES lines"

machine
for peer in goaccess webalizer analog; do
	! command -v "$peer" >/dev/null || dpkg-query -f '${Package} ${Version}\n' \
	    -W "$peer" 2>/dev/null || true
done
printf '%s lines, %s bytes, gzip %s bytes; medians of %s rounds; x: times the %s\n' \
    "$LINES" "$(wc -c <"$log")" "$(wc -c <"$log.gz")" "$ROUNDS" \
    "wall time of a group's first"
table
