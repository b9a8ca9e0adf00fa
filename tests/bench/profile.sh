#!/bin/sh
# SPDX-License-Identifier: MIT
# Which stage of an update takes which share of the processors, by samples of the
# flavour prof, in which the functions that are named here are not inlined.
#
#     make profile                            1 million lines
#     make profile LINES=10000000 LOG=my.log  or a log of one's own
set -eu
: "${LINES:=1000000}" "${LOG:=}" "${HERTZ:=499}"
# shellcheck source=tests/bench/lib.sh
. "${0%/*}/lib.sh"
: "${THREADS:=$threads}"
[ -n "$LOG" ] || LOG=$(made "$LINES")
case $LOG in /*) ;; *) LOG=$PWD/$LOG ;; esac

# STAGE FUNCTION...: a sample is of the stage whose function is innermost.
stages()
{
	cat <<'END'
read     inflate_read inflate_fill identified job_begin_stream ingest_file
parse    crew_parse
fold     count_hits
pack     pack_share packed_add folds_pack fold_pack crew_keep
store    ingest_save merge_ledger parts_put commit db_commit
derive   batch_derive parts_merge visits_derive derive_site
days     tallies_put set_day
seal     seal_site
publish  widget_publish publish
END
}

nm "$B/truycap" | sed 's/.* //; s/\..*//' | sort -u >"$dir/functions"
for f in $(stages | cut -d' ' -f2-); do
	grep -qx "$f" "$dir/functions" || say "no function $f: is the list old?"
done
c=$(conf profile archive "$LOG")
perf record -q -e cpu-clock -F "$HERTZ" --call-graph dwarf,16384 \
    -o "$dir/perf.data" "$B/truycap" update -c "$c" --threads "$THREADS" \
    --now "$LATER"
perf script -i "$dir/perf.data" --no-inline -F comm,ip,sym 2>/dev/null \
    >"$dir/perf.txt"
stages >"$dir/stages"
machine
awk -v list="$dir/stages" -v hertz="$HERTZ" '
BEGIN {
	while ((getline line < list) > 0) {
		n = split(line, word, " ")
		name[++stages] = word[1]
		for (i = 2; i <= n; i++)
			of[word[i]] = word[1]
	}
	name[++stages] = "other"
}
# A sample: its program, the functions from within, an empty line.
/^[^ \t]/ { stage = leaf = ""; next }
NF >= 2 {
	f = $2
	sub(/[.@+].*/, "", f)
	if (leaf == "")
		leaf = f
	if (stage == "" && f in of)
		stage = of[f]
	next
}
leaf != "" {
	all++
	hits[stage != "" ? stage : "other"]++
	self[leaf]++
	leaf = ""
}
END {
	if (all == 0)
		exit 1
	printf "%d samples, %.2f s of processors\n", all, all / hertz
	for (i = 1; i <= stages; i++)
		printf "  %-10s %5.1f %%  %7.3f s\n", name[i],
		    100 * hits[name[i]] / all, hits[name[i]] / hertz
	print "by function, itself:"
	for (k = 1; k <= 20; k++) {
		best = ""
		for (f in self)
			if (best == "" || self[f] > self[best])
				best = f
		if (best == "")
			break
		printf "  %5.1f %%  %s\n", 100 * self[best] / all, best
		delete self[best]
	}
}' "$dir/perf.txt"
rm -rf "${dir:?}/profile.data" "$dir/perf.data" "$dir/perf.txt" \
    "$dir/functions" "$dir/stages"
