#!/bin/sh
# SPDX-License-Identifier: MIT
# truycap config, from outside: what is told, where, and with which status.
tc=${TRUYCAP:-${B:-build/release}/truycap}
case $tc in
/*) ;;
*) tc=$PWD/$tc ;;
esac
if [ ! -x "$tc" ]; then
	echo "1..0 # SKIP the program is not built"
	exit 0
fi
tmp=$(cd "$(mktemp -d)" && pwd -P) || exit 1
trap 'rm -rf "$tmp"' EXIT
sample=$PWD/conf/truycap.conf
n=0

ok() { # status, name
	n=$((n + 1))
	if [ "$1" -eq 0 ]; then
		echo "ok $n - $2"
	else
		echo "not ok $n - $2"
		sed 's/^/# /' "$tmp/out" "$tmp/err"
	fi
}
run() { # status; arguments
	want=$1
	shift
	"$tc" config "$@" >"$tmp/out" 2>"$tmp/err"
	[ $? -eq "$want" ]
}
said() { # file; a whole line
	grep -qxF -- "$2" "$tmp/$1"
}

cd "$tmp" || exit 1
run 0 --sample && cmp -s out "$sample"
ok $? "--sample prints the shipped configuration"
cp out a.conf
run 0 -c a.conf --check && said out "a.conf: good"
ok $? "and that one is good"

mkdir logs www data
for i in 1 2 3 4 5 6; do
	printf '%s\n' "$i" >"logs/access.log.$i"
done
sed -e "s|^host = .*|host = www.example.vn|" \
    -e "s|^log = .*|log = logs/access.log*|" -e "s|^widget = .*|widget = www|" \
    -e "s|^#;data = .*|data = data|" a.conf >b.conf
[ "$(diff a.conf b.conf | grep -c '^>')" -eq 4 ]
ok $? "three lines are edited, and the data folder"
run 0 -c b.conf --check && [ ! -s err ]
ok $? "then --check has no doubt"
said out "  log $tmp/logs/access.log*: 6 files, 12 bytes: access.log.1 access.log.2 access.log.3 access.log.4 and 2 more"
ok $? "it says which files the pattern matches"
[ "$(grep -c '^site main: good: www.example.vn, 1 host, Asia/Ho_Chi_Minh, vi,' out)" -eq 1 ]
ok $? "a line tells of the site"
said out "log group main: good: for site main, format auto"
ok $? "and one of its log group"
[ ! -e data/truycap.db ] && [ -z "$(ls www)" ]
ok $? "nothing is written"

run 0 -c b.conf --print && cp out other.conf &&
    run 0 -c other.conf --print && cmp -s out other.conf
ok $? "what --print writes prints the same"

for max in 30m:30m 1h:1h 90s:90s 0:none none:none; do
	{ echo "max_file_time = ${max%:*}"; cat b.conf; } >time.conf
	run 0 -c time.conf --print && said out "max_file_time = ${max#*:}" &&
	    cp out other.conf && run 0 -c other.conf --print && cmp -s out other.conf
	ok $? "a ceiling of time: ${max%:*}"
done
run 0 -c b.conf --print && said out "max_file_time = 1h"
ok $? "and what it is if none is given"

# ---- doubts ----
printf 'data = new/data\n[site "x"]\nhost = x.example.vn\nvisit_gap = 30\nonline_window = 5\nlog = logs/*.1\nlog = gone/*.log\nlog = logs/none.log\nlog = logs/*.gz\narchive = logs\nwidget = new/www\nexclude = /admin/\nopening = 1 hits 2026-01-01\n[site "y"]\n[log "p"]\nlog = logs/[1]*\nlog = logs/access.log.1\n' >doubt.conf
run 0 -c doubt.conf --check
ok $? "doubts are no errors"
while read -r line; do
	said err "truycap: warning: $line"
	ok $? "$line"
done <<END
data: $tmp/new/data: no such folder; truycap update will make it
site x: widget: $tmp/new/www: no such folder; truycap update will make it
site x: visit_gap: is less than a minute; 30m is 30 minutes
site x: widget_path: is not given: fetching the widget may count as page views
site x: opening: its unit is not that of the widget, and yet they are added up
site x: /admin/: excludes only this very path; all beneath it needs a * at the end
site y: log: no log brings lines for this site
log group x: log: $tmp/gone/: No such file or directory
log group x: log: $tmp/logs/none.log: No such file or directory
log group x: log: $tmp/logs/*.gz: matches no file now
log group x: archive: $tmp/logs: is no regular file
log group p: log: $tmp/logs/access.log.1: is in log group x too: its lines would count twice
END

esc=$(printf '\033')
: >"logs/${esc}[2Jz.log"
printf '[site "x"]\nlog = logs/*z.log\n' >esc.conf
run 0 -c esc.conf --check && ! grep -q "$esc" out err && grep -q 'x1b\[2Jz.log' out
ok $? "a file's name cannot speak to the terminal"
if [ "$(id -u)" -ne 0 ]; then
	chmod 000 logs/access.log.6
	run 0 -c b.conf --check && grep -q "access.log.6: this user may not read it" err
	ok $? "a log that may not be read is told"
	chmod 644 logs/access.log.6
fi

# ---- refusals ----
printf '[site "x"]\n\nlang = vn\n' >wrong.conf
run 78 -c wrong.conf --check && [ ! -s out ] &&
    said err 'truycap: wrong.conf:3: lang: "vn" is no language of ours: vi or en (did you mean "vi"?)'
ok $? "a wrong configuration is refused with 78, and its line"
run 78 -c wrong.conf --print && [ ! -s out ]
ok $? "nor is it printed"
printf '\nrobots = list\n[site "x"]\n' >robots.conf
run 78 -c robots.conf --check && grep -q '^truycap: robots.conf:2: robots: .*/list: No such file' err
ok $? "a list of robots that is not there is wrong"
printf 'one\n# two\n' >list
run 0 -c robots.conf --check
ok $? "and one that is there is good"
run 66 -c none.conf --check && grep -q 'none.conf' err
ok $? "a missing configuration is 66"
run 64 -c b.conf && run 64 --check --print -c b.conf && run 64 --check x
ok $? "one thing at a time: else 64"
run 0 --help && grep -q -- --sample out
ok $? "--help helps"
if [ -w /dev/full ]; then
	"$tc" config --sample >/dev/full 2>err
	[ $? -eq 74 ] && grep -q 'cannot be written' err
	ok $? "a full disk is told, with 74"
fi
echo "1..$n"
