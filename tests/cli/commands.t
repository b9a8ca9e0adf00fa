#!/bin/sh
# SPDX-License-Identifier: MIT
# The commands on a store, from outside: store, widget, export, status, baseline;
# and detect.  A small log of two days, one clock.
tc=${TRUYCAP:-${B:-build/release}/truycap}
case $tc in
/*) ;;
*) tc=$PWD/$tc ;;
esac
if [ ! -x "$tc" ]; then
	echo "1..0 # SKIP the program is not built"
	exit 0
fi
TZ=UTC LC_ALL=C
export TZ LC_ALL
tmp=$(cd "$(mktemp -d)" && pwd -P) || exit 1
trap 'rm -rf "$tmp"' EXIT
n=0
now=2026-11-21T09:15:00+07:00

ok() { # status, name
	n=$((n + 1))
	if [ "$1" -eq 0 ]; then
		echo "ok $n - $2"
	else
		echo "not ok $n - $2"
		sed 's/^/# /' "$tmp/out" "$tmp/err"
	fi
}
skip() { # name, why
	n=$((n + 1))
	echo "ok $n - $1 # SKIP $2"
}
run() { # status; command and arguments
	want=$1
	shift
	"$tc" "$@" >"$tmp/out" 2>"$tmp/err"
	got=$?
	[ "$got" -eq "$want" ] || {
		echo "status $got, not $want: $*" >>"$tmp/err"
		return 1
	}
}
says() { # a part of what was printed
	grep -qF -- "$1" "$tmp/out"
}
warns() {
	grep -qF -- "$1" "$tmp/err"
}
quiet() {
	[ ! -s "$tmp/out" ] && [ ! -s "$tmp/err" ]
}
same() { # name; standard input is what was to be printed
	cat >"$tmp/want"
	cmp -s "$tmp/out" "$tmp/want" || {
		diff "$tmp/want" "$tmp/out" >>"$tmp/err"
		false
	}
	ok $? "$1"
}
json() { # name, expression on j
	if ! command -v python3 >/dev/null; then
		skip "$1" "no python3"
		return
	fi
	python3 -c 'import json, sys
j = json.load(open(sys.argv[1], encoding="utf-8"))
sys.exit(0 if eval("(" + sys.argv[2] + ")") else 1)' "$tmp/out" "$2" 2>>"$tmp/err"
	ok $? "$1"
}
sql() { # database, statement
	python3 -c 'import sqlite3, sys
db = sqlite3.connect(sys.argv[1])
db.execute(sys.argv[2])
db.commit()' "$1" "$2"
}

cd "$tmp" || exit 1
cat >a.conf <<'END'
data = data
[site "demo"]
host = www.example.vn
log = access*.log
tz = Asia/Ho_Chi_Minh
lang = en
widget = w
END
firefox='Mozilla/5.0 (X11; Linux x86_64; rv:120.0) Gecko/20100101 Firefox/120.0'
line() { # address, time, target, status, bytes, agent
	printf '%s - - [%s +0700] "GET %s HTTP/1.1" %s %s "-" "%s"\n' \
	    "$1" "$2" "$3" "$4" "$5" "$6"
}
{
	line 192.0.2.1 20/Nov/2026:08:00:00 / 200 1000 "$firefox"
	line 192.0.2.1 20/Nov/2026:08:05:00 /tin-tuc 200 2000 "$firefox"
	line 192.0.2.2 20/Nov/2026:10:00:00 /a.css 200 300 "$firefox"
	echo 'no line of a log'
	line 203.0.113.9 21/Nov/2026:09:00:00 /x 200 300 Googlebot/2.1
	line 198.51.100.7 21/Nov/2026:09:11:00 /van-ban 200 400 "$firefox"
	line 198.51.100.7 21/Nov/2026:09:12:00 /khong-co 404 50 "$firefox"
} >access.log

# ---- help and wrong usage ----

for c in store widget export status baseline detect backup restore merge forget; do
	run 0 $c --help && says "usage: truycap $c " && says examples:
	ok $? "$c --help says how it is used"
	run 64 $c --nope && warns "unknown option --nope"
	ok $? "$c refuses an option that it does not have"
done
for c in store baseline export detect backup restore merge forget; do
	run 64 $c && [ ! -s out ] && warns "see truycap $c --help"
	ok $? "$c alone is wrong usage, and says where help is"
done
run 64 store polish -c a.conf && warns "check or dump"
ok $? "store knows check and dump only"
run 64 export cats -c a.conf && warns "days, hours, pages"
ok $? "export knows only what its help lists"
run 64 baseline remove -c a.conf && warns "add or list"
ok $? "a balance cannot be removed"
run 64 widget access.log -c a.conf && warns "takes no files"
ok $? "widget takes no files"
run 64 status access.log -c a.conf && warns "takes no files"
ok $? "status takes no files"
run 64 detect access.log a.conf && warns "name one log, not 2"
ok $? "detect takes one log"

# ---- before the first run ----

for c in "store check" "store dump" widget "export days" status \
    "baseline list"; do
	# shellcheck disable=SC2086 # two words are two arguments
	run 66 $c -c a.conf && [ ! -s out ] && warns "no database there yet"
	ok $? "$c finds no database before the first run"
done
run 66 status -c none.conf && warns "none.conf"
ok $? "a configuration that is not there is named"

run 0 update -c a.conf --now $now
ok $? "update counts the log"

# ---- store ----

run 0 store check -c a.conf && [ "$(cat out)" = "ok: 1 streams, 7 lines, 2 days" ]
ok $? "store check says ok, and what it compared"
run 0 store dump -c a.conf && says "ledger	demo	20777	human	3" &&
    says "hour	demo	20778	9	robot	page	1	300" &&
    says "tally	demo	20778	1	/van-ban	1	1	400	0	0	0	0	0	0	0	0" &&
    says "tally	demo	20777	3	/tin-tuc	0	0	0	0	0	0	0	0	0	1	0" &&
    says "conduct	demo	20778	2	1	0" &&
    says "span	demo	20778	" && grep -q '^span.*	/van-ban		1	400	0	0	3	5	1	8$' out
ok $? "store dump has ledger, hours, tallies, spans and conduct"
! grep -q '192\.0\.2\|Firefox\|access' out
ok $? "store dump has no address, no agent and no file"
cp out first.dump
mkdir other && sed 's/^log = .*/log = *.log/' a.conf >other/a.conf
head -n 4 access.log >other/z.log
tail -n 3 access.log | tac >other/y.log
run 0 update -c other/a.conf --now $now && run 0 store dump -c other/a.conf &&
    cmp -s out first.dump
ok $? "the same lines in other files and order have the same dump"

if command -v python3 >/dev/null; then
	break_it() { # statement, what check says of it
		rm -rf broken && mkdir broken && cp -r data a.conf broken/ &&
		    sql broken/data/truycap.db "$1" &&
		    run 65 store check -c broken/a.conf && says "$2" &&
		    ! says "ok:"
		ok $? "store check finds: $2"
	}
	break_it "UPDATE ledger SET lines = lines + 1 WHERE class = 'robot'" \
	    "site demo, 2026-11-21, robot: the ledger has 2 lines, the hours have 1"
	break_it "DELETE FROM hour WHERE outcome = 'asset'" \
	    "site demo, 2026-11-20, human: the ledger has 3 lines, the hours have 2"
	break_it "DELETE FROM ledger" \
	    "bytes are counted, but 0 lines"
	break_it "UPDATE ledger SET class = 'martian' WHERE class = 'robot'" \
	    'ledger: 1 lines of the unknown class "martian"'
	break_it "UPDATE ledger SET stream = 77 WHERE class = 'robot'" \
	    "ledger: 1 lines of no known stream"
	break_it "UPDATE ledger SET site = 77 WHERE class = 'robot'" \
	    "ledger: 1 lines of no known site"
	break_it "UPDATE tally SET pages = 9 WHERE day = 20778 AND dim = 1 AND pages > 0" \
	    "site demo, 2026-11-21: the pages have 9 views, the hours have 1"
	break_it "UPDATE day SET pages = 5 WHERE day = 20777" \
	    "site demo, 2026-11-20: the day has 5 page views, its hours have 2"
	break_it "UPDATE day SET visits = 2 WHERE day = 20777" \
	    "site demo, 2026-11-20: 2 visits, but 1 entries and 1 exits"
	break_it "UPDATE site SET sealed = 20777" \
	    "site demo: sealed days still have 1 parts with visitors"
	break_it "UPDATE stream SET path = char(27) || '[2J', consumed = 1" \
	    'stream \x1b[2J: 1 bytes are counted, but 7 lines'
	sql data/truycap.db "INSERT INTO term VALUES(99, 'a' || char(9) || 'b\\' || char(10))" &&
	    sql data/truycap.db "INSERT INTO tally VALUES(1, 20777, 2, 99, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0)" &&
	    run 0 store dump -c a.conf && says '2	a\x09b\x5c\x0a	0'
	ok $? "a text in the dump cannot make a field or a line"
	sql data/truycap.db "DELETE FROM tally WHERE key = 99" &&
	    sql data/truycap.db "DELETE FROM term WHERE id = 99"
	rm -rf broken && mkdir broken && cp -r data a.conf broken/
	python3 -c 'import sys
f = open(sys.argv[1], "r+b")
f.seek(8192)
f.write(b"\xa5" * 20000)' broken/data/truycap.db
	run 65 store check -c broken/a.conf && ! says "ok:"
	ok $? "store check finds a damaged file"
else
	skip "store check finds what does not add up" "no python3"
fi
run 0 store check -c a.conf
ok $? "the store itself is still whole"

# ---- widget ----

run 0 widget -c a.conf --json --now $now && says '"unit":"visits","online":1,"today":1,"yesterday":1'
ok $? "widget --json prints the figures"
json "of the last run's instant" \
    'j["as_of"] == "2026-11-21T09:15:00+07:00" and not j["stale"]'
run 0 widget -c a.conf --json --now 2026-11-21T09:45:00+07:00
json "half an hour later they are stale" 'j["stale"]'
run 0 store check -c a.conf
sed 's/^widget = .*/widget = thong-ke/' a.conf >w.conf
run 0 widget -c w.conf --now $now && quiet && [ -s thong-ke/visits.json ] &&
    [ -s thong-ke/visits.html ] && [ -s thong-ke/badge-total.svg ]
ok $? "widget writes the files and is quiet"
run 0 widget -c w.conf --now $now -v && warns "thong-ke: 0 files replaced"
ok $? "what has not changed is not replaced"
sed '/^widget/d' a.conf >no.conf
run 78 widget -c no.conf --now $now && warns "no widget there"
ok $? "without a folder there is no widget"
run 64 widget -c a.conf --site other && warns "no such site"
ok $? "a site that the configuration does not have"

# ---- export ----

run 0 export days -c a.conf --now $now
same "export days is CSV with a header" <<'END'
day,state,hits,pages,bytes,visits,visitors,bounces,visit_pages,timed_visits,timed_seconds,online_seconds,online_peak,online_peak_at,carried_pages,joined_visits,robot_hits,error_hits,all_hits,uncertain_visitors,uncertain_visits,uncertain_pages
2026-11-20,open,3,2,3300,1,1,0,2,1,300,600,1,2026-11-20T08:00:00+07:00,0,0,0,0,3,0,0,0
2026-11-21,open,2,1,450,1,1,1,1,0,0,300,1,2026-11-21T09:11:00+07:00,0,0,1,1,3,0,0,0
END
run 0 export hours -c a.conf --now $now --csv
same "export hours has a row for each class and outcome" <<'END'
day,hour,class,outcome,hits,bytes
2026-11-20,8,human,page,2,3000
2026-11-20,10,human,asset,1,300
2026-11-21,9,human,client-error,1,50
2026-11-21,9,human,page,1,400
2026-11-21,9,robot,page,1,300
END
run 0 export ledger -c a.conf --now $now
same "export ledger has each line in one row" <<END
path,stream,site,day,class,lines
$tmp/access.log,1,demo,,malformed,1
$tmp/access.log,1,demo,2026-11-20,human,3
$tmp/access.log,1,demo,2026-11-21,human,2
$tmp/access.log,1,demo,2026-11-21,robot,1
END
run 0 export hours -c a.conf --now 2026-11-20T09:59:59+07:00
same "hours that have not begun are not published" <<'END'
day,hour,class,outcome,hits,bytes
2026-11-20,8,human,page,2,3000
END
run 0 export days -c a.conf --from 2026-11-21 --to 2026-11-30 --now $now &&
    [ "$(wc -l <out)" -eq 2 ]
ok $? "export takes a period"
run 0 export days -c a.conf --month 2026-10 --now $now && [ "$(wc -l <out)" -eq 1 ]
ok $? "a month without lines is a header alone"
run 0 export days -c a.conf --month 2026-11 --json --now $now
json "export days --json has the same figures" '
j["v"] == 1 and j["what"] == "days" and j["site"] == "demo" and
j["tz"] == "Asia/Ho_Chi_Minh" and j["from"] == "2026-11-01" and
j["to"] == "2026-11-30" and [d["day"] for d in j["rows"]] ==
["2026-11-20", "2026-11-21"] and j["rows"][0]["visits"] == 1 and
j["rows"][1]["error_hits"] == 1'
run 0 export ledger -c a.conf --json --now $now
json "export ledger --json adds up to the lines" '
sum(r["lines"] for r in j["rows"]) == 7 and j["site"] is None and
j["from"] is None and j["rows"][0]["day"] is None'
run 0 export days -c a.conf --json --month 2026-10 --now $now
json "no rows are an empty list" 'j["rows"] == []'
run 64 export days -c a.conf --json --csv && warns "not both"
ok $? "--json and --csv do not go together"
run 64 export days -c a.conf --from 2026-11-31 && warns "--from 2026-11-31"
ok $? "a day that does not exist is refused"
run 64 export days -c a.conf --from 2026-11-21 --to 2026-11-20 &&
    warns "ends before it begins"
ok $? "a period does not run backwards"
run 64 export hours -c a.conf --site nobody && warns "no such site"
ok $? "export of a site that is not configured"

# ---- status ----

run 0 status -c a.conf --now $now && says "state      good" &&
    says "lines      7: human 5, robot 1, malformed 1" &&
    says "2 open days, 2026-11-20 to 2026-11-21" && says "$tmp/access.log"
ok $? "status is good right after a run"
run 0 status -c a.conf --json --now $now
json "status --json has sources with positions and classes" '
j["v"] == 1 and j["state"] == "good" and len(j["sources"]) == 1 and
j["sources"][0]["lines"] == 7 == sum(j["sources"][0]["classes"].values()) and
j["sources"][0]["consumed_bytes"] == __import__("os").path.getsize("access.log") and
j["sources"][0]["first"] == "2026-11-20T08:00:00+07:00" and
j["sources"][0]["last"] == "2026-11-21T09:12:00+07:00"'
json "and open days, the last run and sites" '
[d["day"] for d in j["open_days"]] == ["2026-11-20", "2026-11-21"] and
j["last_run"]["at"] == "2026-11-21T09:15:00+07:00" and
j["last_run"]["lines"] == 7 and j["files"] == [] and
j["sites"] == [{"site": "demo", "tz": "Asia/Ho_Chi_Minh", "lines": 7,
"as_of": "2026-11-21T09:15:00+07:00", "complete": True, "stale": False,
"pages_30_days": 3, "pages_30_days_other": 0, "one_address_has_half": False}]'
json "the quiet hour between lines is no gap, the night is" '
j["gaps"] == [{"site": "demo", "from": "2026-11-20T11:00:00+07:00",
"to": "2026-11-21T09:00:00+07:00"}]'
run 0 status -c a.conf --now 2026-11-21T09:30:00+07:00
ok $? "a run is fresh for stale_after"
run 66 status -c a.conf --now 2026-11-21T09:30:01+07:00 && says "state      stale"
ok $? "a second later status is 66"
run 66 status -c a.conf --json --now 2026-11-21T10:00:00+07:00
json "and says so to programs" 'j["state"] == "stale" and j["sites"][0]["stale"]'
printf '\001\002\003\004 what is this\n' >access-2.log
run 65 update -c a.conf --now $now
ok $? "update tells of a file that is no log"
run 65 status -c a.conf --now $now && says "state      trouble" && says "refused" &&
    says "$tmp/access-2.log"
ok $? "status names the file in trouble and ends with 65"
run 65 status -c a.conf --json --now $now
json "so does its JSON" '
[f["state"] for f in j["files"]] == ["refused"] and
j["files"][0]["path"].endswith("/access-2.log")'
rm access-2.log
mkdir empty && sed 's/^log = .*/log = none*.log/' a.conf >empty/a.conf
run 66 update -c empty/a.conf --now $now
run 66 status -c empty/a.conf --now $now && says "state      empty"
ok $? "status of a store with nothing counted is 66"
run 66 status -c empty/a.conf --json --now $now
json "and still JSON" 'j["state"] == "empty" and j["sources"] == []'

# ---- baseline ----

printf 'a screenshot\n' >proof.png
add() { # status; options
	want_=$1
	shift
	run "$want_" baseline add -c a.conf --site demo --value 19358 \
	    --unit visits --as-of 2026-01-01 --source "old counter, screenshot" \
	    --by "Nguyễn Văn A" --now $now "$@"
}
run 0 baseline list -c a.conf && quiet
ok $? "there is no balance at first"
add 0 --proof proof.png && quiet
ok $? "baseline add enters one, quietly"
run 0 baseline list -c a.conf
same "baseline list shows it" <<END
* demo: 19358 visits as of 2026-01-01
    source:   old counter, screenshot
    proof:    sha256:$(sha256sum proof.png | cut -d' ' -f1)
    recorded: 2026-11-21T09:15:00+07:00 by Nguyễn Văn A
END
run 0 widget -c a.conf --json --now $now
json "the total is the balance and the days from its day on" '
j["total"] == 19360 and j["opening_balance"] == 19358 and
j["total_since"] == "2026-01-01"'
add 0 --value 100 --as-of 2026-11-21 && run 0 baseline list -c a.conf --json
json "a later one holds, and both stay" '
j["v"] == 1 and [(b["value"], b["holds"]) for b in j["balances"]] ==
[(100, True), (19358, False)] and j["balances"][0]["sha256"] is None'
run 0 widget -c a.conf --json --now $now
json "its total counts from its own day" 'j["total"] == 101'
add 0 --unit pages && warns "the balance is in pages, but the widget of site demo counts visits"
ok $? "a balance in another unit than the widget's is told"
add 0 --as-of 2027-01-01 && warns "ahead of the clock"
ok $? "so is one that is yet to begin"
run 64 baseline add -c a.conf --value 1 --unit visits --as-of 2026-01-01 \
    --source x && warns "--by is missing"
ok $? "baseline add says which option is missing"
add 64 --unit cats && warns "--unit cats: say visits, pages"
ok $? "a unit that does not exist is refused"
add 64 --value -5 && warns "--value -5: not a number"
ok $? "a value below zero is refused"
add 64 --value 1e6 && warns "--value 1e6"
ok $? "a value that is no whole number is refused"
add 64 --as-of 01/01/2026 && warns "--as-of 01/01/2026"
ok $? "a date in another order is refused"
add 64 --source "" && warns "--source"
ok $? "an empty source is refused"
add 64 --by "$(printf 'a\033[2Jb')" && warns "--by: not a line"
ok $? "a name with control characters is refused"
add 66 --proof none.png && warns "none.png"
ok $? "a proof that is not there is refused"
run 0 baseline list -c a.conf && [ "$(grep -c source: out)" -eq 4 ]
ok $? "what was refused is not entered"
if command -v flock >/dev/null; then
	flock data/truycap.lock "$tc" baseline add -c a.conf --value 1 \
	    --unit visits --as-of 2026-01-01 --source x --by y \
	    --now $now >out 2>err
	[ $? -eq 75 ] && warns "another truycap is at work"
	ok $? "baseline add does not enter while another run is at work"
else
	skip "baseline add waits for nobody" "no flock"
fi

# ---- detect ----

run 0 detect access.log && says "format = combined" && says "192.0.2.1"
ok $? "detect says the format and shows a line"
cp out plain
gzip -c access.log >access.gz && run 0 detect access.gz && cmp -s out plain
ok $? "detect reads gzip"
"$tc" detect - <access.log >out 2>err && cmp -s out plain
ok $? "detect reads standard input"
head -n 1 access.log | tr -d "\n" >one.log
run 0 detect one.log && says "1 of 1 lines"
ok $? "a single line without its newline is enough"
{ head -c 100000 /dev/zero; cat access.log; } >hole.log
run 0 detect hole.log && cmp -s out plain
ok $? "the hole of a log truncated in place is no content"
run 65 detect a.conf && [ ! -s out ] && warns "a.conf: no known format fits"
ok $? "what is no log is refused with 65"
run 65 detect /dev/null && warns "no line yet"
ok $? "so is an empty one"
head -c 30 access.gz >torn.gz
run 65 detect torn.gz && [ ! -s out ]
ok $? "so is an archive torn at its beginning"
run 66 detect none.log && warns "none.log: No such file"
ok $? "a log that is not there is 66"
run 66 detect "$tmp" && warns "a folder, no log"
ok $? "a folder is no log"

# ---- --verbose ----

esc=$(printf '\033')
cp access.log "copy${esc}[2J"
run 0 ingest -c a.conf --site demo --now $now -v "copy${esc}[2J" &&
    warns 'copy\x1b[2J: ' && ! grep -q "$esc" err
ok $? "a file's name cannot speak to the terminal"
echo "1..$n"
