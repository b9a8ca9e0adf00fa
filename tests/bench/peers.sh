#!/bin/sh
# SPDX-License-Identifier: MIT
# What others count of three logs whose right answers are known; those that are not
# installed are left out. Not a test: it prints a table, for the README.
#
#     apt-get install --no-install-recommends goaccess awstats webalizer
#     make && tests/bench/peers.sh
set -eu
here=$(cd "$(dirname "$0")/../.." && pwd)
truycap=${TRUYCAP:-$here/build/release/truycap}
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
export LC_ALL=C TZ=UTC

# FIRST-ADDRESS START-SECOND STEP N NAME: N views, 50 visitors, on 10 October 2026.
views()
{
	awk -v net="$1" -v at="$2" -v step="$3" -v n="$4" -v name="$5" 'BEGIN {
		for (i = 0; i < n; i++) {
			t = at + i * step
			printf "%s.%d - - [%02d/Oct/2026:%02d:%02d:%02d +0000] \"GET /%s%d.html HTTP/1.1\" 200 1000 \"-\" \"Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0\"\n",
			    net, n < 50 ? 1 : i % 50 + 1, 10 + int(t / 86400),
			    t / 3600 % 24, t / 60 % 60, t % 60, name, i
		}
	}'
}
views 198.51.100 28800 30 1000 p > web1
views 203.0.113 28807 30 1000 r > web2
views 198.51.100 58800 20 1000 q > next
views 198.51.100 85800 300 5 m > midnight

goaccess_count() # DB FILE...: requests
{
	db=$1
	shift
	mkdir -p "$db"
	goaccess --no-global-config --log-format=COMBINED --persist --restore \
	    --db-path="$db" -o "$db.json" "$@" </dev/null >/dev/null 2>&1
	sed -n 's/.*"total_requests": *\([0-9]*\).*/\1/p' "$db.json" | head -n 1
}
awstats_count() # DB FILE: views, then visits
{
	mkdir -p "$1"
	printf '%s\n' LogFormat=1 SiteDomain=t.example HostAliases=t.example \
	    "DirData=$dir/$1" DNSLookup=0 > "$1/awstats.t.conf"
	perl /usr/lib/cgi-bin/awstats.pl -config=t -configdir="$dir/$1" \
	    -update -LogFile="$dir/$2" >/dev/null 2>&1
	awk '/^BEGIN_DAY /{on=1;next} /^END_DAY/{on=0} on{n+=$2}
	    /^TotalVisits/{v=$2} END{print n+0, v+0}' "$1"/awstats102026.t.txt
}
webalizer_count() # DB FILE: hits, then visits
{
	mkdir -p "$1"
	webalizer -c /dev/null -Q -p -o "$1" -n t "$2" >/dev/null 2>&1
	awk '$1 == 10 && $2 == 2026 { print $3, $10 }' "$1/webalizer.hist"
}
truycap_count() # DB FILE...: hits, then visits
{
	db=$1
	shift
	mkdir -p "$db"
	printf '%s\n' "data = $dir/$db" '[site "t"]' 'host = t.example' \
	    'tz = UTC' "log = $dir/$db.log*" > "$db.conf"
	for file in "$@"; do
		cp "$file" "$db.log.$file"
	done
	"$truycap" update -c "$db.conf" --now 2026-10-11T12:00:00Z
	"$truycap" export days -c "$db.conf" --now 2026-10-11T12:00:00Z \
	    --csv | awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
	    { h += $at["hits"]; v += $at["visits"] } END { print h, v }'
}

echo "A log of 1,000 requests was counted, then copied to .1 and truncated; 1,000 more"
echo "came, and both files are given. Right: 2000 requests."
if command -v goaccess >/dev/null; then
	cp web1 access.log
	goaccess_count ga1 access.log >/dev/null
	cp access.log access.log.1
	cat next > access.log # in place
	printf '  goaccess  %s\n' "$(goaccess_count ga1 access.log.1 access.log)"
fi
cp web1 access.log
truycap_count tc1 access.log >/dev/null
cp access.log access.log.1
cat next > tc1.log.access.log
printf '  truycap   %s\n' "$(truycap_count tc1 access.log.1 | cut -d' ' -f1)"

echo "The log of a second server, of the same hours, comes later. Right: 2000 requests."
if command -v goaccess >/dev/null; then
	goaccess_count ga2 web1 >/dev/null
	printf '  goaccess  %s\n' "$(goaccess_count ga2 web2)"
fi
if [ -e /usr/lib/cgi-bin/awstats.pl ]; then
	awstats_count aw2 web1 >/dev/null
	printf '  awstats   %s\n' "$(awstats_count aw2 web2 | cut -d' ' -f1)"
fi
if command -v webalizer >/dev/null; then
	webalizer_count wz2 web1 >/dev/null
	printf '  webalizer %s\n' "$(webalizer_count wz2 web2 | cut -d' ' -f1)"
fi
truycap_count tc2 web1 >/dev/null
printf '  truycap   %s\n' "$(truycap_count tc2 web2 | cut -d' ' -f1)"

echo "One visitor reads a page each 5 minutes from 23:50 to 00:10. Right: 1 visit."
[ ! -e /usr/lib/cgi-bin/awstats.pl ] ||
    printf '  awstats   %s\n' "$(awstats_count aw3 midnight | cut -d' ' -f2)"
! command -v webalizer >/dev/null ||
    printf '  webalizer %s\n' "$(webalizer_count wz3 midnight | cut -d' ' -f2)"
printf '  truycap   %s\n' "$(truycap_count tc3 midnight | cut -d' ' -f2)"
