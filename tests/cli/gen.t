#!/bin/sh
# SPDX-License-Identifier: MIT
# The test logs themselves: made alike every time, and the oracle's account of
# them adds up and agrees with what the generator knows.
here=$(cd "$(dirname "$0")/../.." && pwd)
tmp=$(mktemp -d) || exit 1
trap 'rm -rf "$tmp"' EXIT
n=0

ok() { # status, name
	n=$((n + 1))
	if [ "$1" -eq 0 ]; then
		echo "ok $n - $2"
	else
		echo "not ok $n - $2"
	fi
}

if ! command -v python3 >/dev/null; then
	echo "1..0 # SKIP no python3"
	exit 0
fi
gen=${GEN:-${B:-build/release}/tests/gen/gen}
case $gen in
/*) ;;
*) gen=$here/$gen ;;
esac
if [ ! -x "$gen" ]; then
	gen=$tmp/gen
	${CC:-cc} -std=c17 -D_GNU_SOURCE -O1 -o "$gen" "$here"/tests/gen/*.c ||
	    exit 1
fi

# One test for each line "sentence: expression" on standard input; a, b are the
# JSON files given, and days is a's.
cat >"$tmp/judge.py" <<'END'
import json, sys
files = [json.load(open(name, encoding="utf-8")) for name in sys.argv[1:]]
a, b = (files + [None])[:2]
days = a["days"]
total = lambda key: sum(day[key] for day in days)
every = lambda key: [day[key] for day in days]
extra = lambda key: [day["visits_extra"][key] for day in days]
for line in sys.stdin:
    name, _, expression = line.strip().partition(": ")
    print(0 if eval(expression, globals()) else 1, name)
END
judge() { # what is judged; files
	who=$1
	shift
	python3 "$tmp/judge.py" "$@" >"$tmp/judged"
	ok $? "$who: there is something to judge"
	while read -r failed name; do
		ok "$failed" "$who: $name"
	done <"$tmp/judged"
}

oracle() {
	python3 "$here/tests/oracle.py" --now 2026-10-31T20:15:00+07:00 "$@"
}

adds_up() { # what; file
	judge "$1" "$2" <<'END'
the classes add up to the lines: sum(a["classes"].values()) == a["lines"]
the outcomes add up to the human lines: sum(a["outcomes"].values()) == a["classes"]["human"]
the days' hits add up to the human lines: total("hits") == a["total"]["hits"] == a["classes"]["human"]
the days' pages add up to the pages: total("pages") == a["total"]["pages"] == a["outcomes"]["page"]
the days' robots add up: total("robot_hits") == a["classes"]["robot"]
the days' errors add up: total("error_hits") == a["outcomes"]["client-error"] + a["outcomes"]["server-error"]
a visit is a bounce or has a duration: all(d["bounces"] + d["visits_extra"]["durations"] == d["visits"] for d in days)
a visit has one entry and one exit page: all(sum(d["visits_extra"][k].values()) == d["visits"] for d in days for k in ("entry", "exit"))
never are more online than at the peak: all(d["online_peak"] * 86400 >= d["online_seconds"] for d in days)
a peak has its instant: all((d["online_peak"] > 0) == (d["online_peak_at"] is not None) for d in days)
END
}

# ---- random logs ----

for format in combined common vhost_combined; do
	"$gen" random --seed 7 --lines 4000 --format $format >"$tmp/a.log"
	"$gen" random --seed 7 --lines 4000 --format $format >"$tmp/b.log"
	cmp -s "$tmp/a.log" "$tmp/b.log"
	ok $? "the same seed gives the same $format log"
	[ "$(wc -l <"$tmp/a.log")" -eq 4000 ]
	ok $? "a random $format log has the lines asked for"
done
"$gen" random --seed 8 --lines 4000 --format vhost_combined >"$tmp/c.log"
! cmp -s "$tmp/c.log" "$tmp/a.log"
ok $? "another seed gives another log"
# Compilers order the parts of an expression as they like; a change of the
# generator's tables changes this sum, which is then to be renewed.
sum=$("$gen" random --seed 1 --lines 3000 --torn | cksum)
[ "$sum" = "2892847123 603611" ]
ok $? "a random log has the bytes that every compiler makes ($sum)"

"$gen" random --seed 9 --lines 12000 --torn >"$tmp/torn.log"
oracle "$tmp/torn.log" >"$tmp/torn.json"
adds_up "a random log" "$tmp/torn.json"
judge "a random log" "$tmp/torn.json" <<'END'
a torn last line is a line: a["lines"] == 12000
it has lines of each class it can have: all(a["classes"][c] for c in "human robot malformed oversize blank".split())
it has every outcome: all(a["outcomes"].values())
it has many visits: total("visits") > 300
it has some bounces: total("bounces") > 30
several are online at one time: max(every("online_peak")) > 5
END

split -l 3000 "$tmp/torn.log" "$tmp/part."
gzip -n "$tmp/part.ab"
oracle "$tmp"/part.ad "$tmp"/part.aa "$tmp"/part.ac "$tmp/part.ab.gz" \
    >"$tmp/parts.json"
oracle "$tmp"/part.ab.gz "$tmp/torn.log" "$tmp/part.aa" "$tmp/part.aa" \
    >"$tmp/twice.json"
judge "a log in pieces" "$tmp/parts.json" "$tmp/torn.json" <<'END'
in any order, one packed, they count as the log does: a == b
END
judge "a log with its pieces" "$tmp/twice.json" <<'END'
the head is a copy of it, the middle is not: a["lines"] == 15000
END

# What the oracle would say of a program that is wrong by one.
sed 's/"bounces": 0*\([1-9]\)/"bounces": 1\1/;t end
b
:end
n
b end' "$tmp/torn.json" >"$tmp/wrong.json"
oracle --check "$tmp/torn.json" "$tmp/torn.log" >/dev/null
ok $? "--check finds equal figures equal"
! oracle --check "$tmp/wrong.json" "$tmp/torn.log" >"$tmp/diff"
ok $? "--check finds a wrong figure"
[ "$(wc -l <"$tmp/diff")" -eq 1 ]
ok $? "--check says so in one line"

# ---- rules that a few lines show ----

agent="Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0"
view() { # address, time, target
	echo "$1 - - [$2] \"GET $3 HTTP/1.1\" 200 10 \"-\" \"$agent\"" \
	    >>"$tmp/few.log"
}
few() { # "sentence: expression" of the views before
	oracle "$tmp/few.log" >"$tmp/few.json"
	rm "$tmp/few.log"
	echo "$2" >"$tmp/few.rule"
	judge "$1" "$tmp/few.json" <"$tmp/few.rule"
}

view 192.0.2.1 "30/Sep/2026:23:50:00 +0700" /
view 192.0.2.1 "30/Sep/2026:17:20:00 +0000" /a
view 192.0.2.1 "01/Oct/2026:00:50:01 +0700" /b
few "the gap" 'over midnight, just as long is one visit, a second more is not: every("visits") == every("visitors") == [1, 1] and extra("duration_s") == [1800, 0] and extra("exit") == [{"/a": 1}, {"/b": 1}]'

view 192.0.2.1 "30/Sep/2026:23:57:00 +0700" /
view 2001:db8:0:1::1 "30/Sep/2026:23:59:00 +0700" /
view 2001:db8:0:1::2 "01/Oct/2026:00:04:00 +0700" /
few "online" 'it is cut at midnight, which may be the instant of the peak: every("online_seconds") == [240, 660] and every("online_peak") == [2, 2] and every("online_peak_at") == ["2026-09-30T23:59:00+07:00", "2026-10-01T00:00:00+07:00"] and every("visits") == [2, 0]'

view 192.0.2.1 "01/Oct/2026:10:00:00 +0700" /
view 192.0.2.1 "01/Oct/2026:10:05:00 +0700" /
view 192.0.2.2 "01/Oct/2026:10:10:00 +0700" /
few "online" 'who leaves when another comes does not meet him: every("online_seconds") == [900] and every("online_peak") == [1] and every("online_peak_at") == ["2026-10-01T10:00:00+07:00"]'

view ::ffff:192.0.2.1 "01/Oct/2026:10:00:00 +0700" /
view 192.0.2.1 "01/Oct/2026:10:00:00 +0700" /
view PC.example "01/Oct/2026:10:00:00 +0700" /
view pc.example "01/Oct/2026:10:00:00 +0700" /
view 2001:db8::1 "01/Oct/2026:10:00:00 +0700" /
view 2001:DB8:0:0:ffff::1 "01/Oct/2026:10:00:00 +0700" /
view 2001:db8:0:1::1 "01/Oct/2026:10:00:00 +0700" /
few "an address" 'in other words it is the same visitor: every("visitors") == [4]'

view 192.0.2.1 "01/Nov/2026:22:15:00 +0700" /
view 192.0.2.1 "01/Nov/2026:22:15:01 +0700" /
few "a line" '26 hours ahead is not due yet, a second more is the future: a["classes"]["human"] == 1 and a["classes"]["future"] == 1 and days == []'

# ---- the demo ----

"$gen" demo "$tmp/demo" --months 1 >/dev/null &&
    "$gen" demo "$tmp/again" --months 1 >/dev/null &&
    diff -r "$tmp/demo" "$tmp/again" >/dev/null
ok $? "the same seed gives the same demo"
sum=$(cat "$tmp"/demo/web?/access.log "$tmp/demo/expected.json" | cksum)
[ "$sum" = "557198892 705039" ]
ok $? "a demo has the bytes that every compiler makes ($sum)"
"$gen" demo "$tmp/other" --months 1 --seed 2 >/dev/null
! diff -r "$tmp/demo" "$tmp/other" >/dev/null
ok $? "another seed gives another demo"
! "$gen" demo "$tmp/demo" 2>/dev/null
ok $? "a demo is not written over another one"
gzip -t "$tmp"/demo/web?/*.gz && [ -s "$tmp/demo/web1/access.log.1" ] &&
    [ -s "$tmp/demo/web1/access.log" ] && [ -s "$tmp/demo/web2/access.log" ]
ok $? "the demo's files lie as logrotate leaves them"
oracle --internal 192.0.2.0/26 --monitor 192.0.2.200 "$tmp"/demo/web?/* \
    >"$tmp/demo.json"
adds_up "the demo" "$tmp/demo.json"
judge "the demo" "$tmp/demo.json" "$tmp/demo/expected.json" <<'END'
it has the lines that the generator counted: a["lines"] == b["lines"]
it has the pages that the generator knows of: a["total"]["pages"] == b["pages"]
it has the visits that the generator knows of: a["total"]["visits"] == b["visits"]
so has its last day: all(days[-1][k] == b["last_day"][k] for k in ("visits", "pages", "visitors"))
staff, probe and broken lines are told apart: all(a["classes"][k] == b["roles"][k] for k in ("internal", "monitor", "malformed"))
people, crawlers and scanners are the rest: a["classes"]["robot"] + a["classes"]["human"] == sum(b["roles"][k] for k in ("human", "robot", "scanner"))
its days are those of a small department: 110 < total("visits") / len(days) < 280
two are online when it ends: b["online"] == 2
END

echo "1..$n"
