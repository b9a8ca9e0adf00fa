# SPDX-License-Identifier: MIT
# shellcheck shell=sh
# shellcheck disable=SC2034 # some are for those who include it
# What the measurements of whole programs share. B is the folder of the flavour that is
# measured; all that is made goes to build/bench, or to BENCH_DIR.
: "${B:=build/release}"
export LC_ALL=C TZ=UTC
timed=$B/tests/bench/timed
gen=$B/tests/bench/gen_bench
dir=${BENCH_DIR:-build/bench}
case $dir in /*) ;; *) dir=$PWD/$dir ;; esac
threads=$(nproc)
DAY_S=86400
START_S=1748736000 # 2025-06-01, with which gen_bench begins
LATER=2026-01-01T00:00:00Z
mkdir -p "$dir"
results=$dir/results.$$
: >"$results"
trap 'rm -f "$results"' EXIT

say()
{
	printf '%s\n' "$*" >&2
}

# made LINES: the path of a log of that many lines.
made()
{
	[ -s "$dir/access-$1.log" ] || {
		"$gen" "$1" >"$dir/access-$1.new"
		mv "$dir/access-$1.new" "$dir/access-$1.log"
	}
	echo "$dir/access-$1.log"
}

# conf NAME log|archive PATTERN: a configuration with an empty store; its path.
conf()
{
	rm -rf "${dir:?}/$1.data"
	mkdir -p "$dir/$1.data"
	printf '%s\n' "data = $dir/$1.data" '[site "s"]' "$2 = $3" \
	    'format = combined' 'tz = UTC' "widget = $dir/$1.data/www" \
	    >"$dir/$1.conf"
	echo "$dir/$1.conf"
}

# take GROUP CASE LINES COMMAND...: measures it, or says nothing where there is no such
# command. The first case of a group is what the others are compared with.
take()
{
	group=$1 what=$2 lines=$3
	shift 3
	command -v "$1" >/dev/null 2>&1 || return 0
	say "$group: $what"
	printf '%s\t%s\t%s\t%s\n' "$group" "$what" "$lines" "$("$timed" "$@")" \
	    >>"$results"
}

# What was taken, as medians; ends with 1 where a command failed.
table()
{
	awk -F '\t' '
	function median(key, of,    i, k, v, n, sorted) {
		n = count[key]
		for (i = 1; i <= n; i++) {
			v = of[key, i]
			for (k = i - 1; k > 0 && sorted[k] > v; k--)
				sorted[k + 1] = sorted[k]
			sorted[k + 1] = v
		}
		return sorted[int((n + 1) / 2)]
	}
	{
		key = $1 FS $2
		if (!(key in count)) {
			order[++keys] = key
			if (!($1 in first))
				first[$1] = key
		}
		split($4, m, " ")
		i = ++count[key]
		wall[key, i] = m[1] + 0
		cpu[key, i] = m[2] + 0
		if (m[3] > kib[key])
			kib[key] = m[3]
		if (m[4] != 0)
			bad[key] = failed = 1
		group[key] = $1
		name[key] = $2
		lines[key] = $3
	}
	END {
		printf "%-44s %9s %7s %8s %8s %8s\n", "", "wall s", "x", "CPU s",
		    "MiB", "Ml/s"
		for (i = 1; i <= keys; i++) {
			key = order[i]
			if (group[key] != before)
				printf "%s\n", group[key]
			before = group[key]
			w = median(key, wall)
			ref = median(first[before], wall)
			x = ref > 0 ? w / ref : 0
			speed = ""
			if (lines[key] > 0 && w > 0)
				speed = sprintf("%.3f", lines[key] / w / 1e6)
			printf "  %-42s %9.3f %7.2f %8.3f %8.1f %8s%s\n",
			    name[key], w, x, median(key, cpu),
			    kib[key] / 1024, speed, key in bad ? "  failed" : ""
		}
		exit failed
	}' "$results"
}

# On what it was measured.
machine()
{
	printf '%s, %s processors, load %s\n' "$(sed -n \
	    's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1)" "$threads" \
	    "$(cut -d' ' -f1-3 /proc/loadavg)"
	"$B/truycap" --version | sed -n '1p; $p'
}
