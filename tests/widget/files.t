#!/bin/sh
# SPDX-License-Identifier: MIT
# The golden files, as other people's programs read them.
cd "$(dirname "$0")/../.." || exit 1
n=0

# check NAME COMMAND...
check() {
	name=$1
	shift
	n=$((n + 1))
	if "$@" >/dev/null 2>&1; then
		echo "ok $n - $name"
	else
		echo "not ok $n - $name"
	fi
}

skip() {
	n=$((n + 1))
	echo "ok $n # SKIP $1"
}

json_is_flat() {
	python3 - "$1" <<'P'
import json, sys
j = json.load(open(sys.argv[1], encoding="utf-8"))
for k in "today yesterday week month year total open opening_balance online_window_s valid_s".split():
    assert type(j[k]) is int, k
assert j["v"] == 1 and j["unit"] in ("visits", "pages", "visitor-days")
assert (j["online"] is None) == j["stale"] and type(j["complete"]) is bool
assert (j["fmt"]["online"] == "–") == j["stale"]
assert list(j["fmt"]) == "online today yesterday week month year total".split()
assert all(not isinstance(v, (list, dict)) for k, v in j.items() if k != "fmt")
P
}

# One size per kind whatever the case, valid UTF-8, composed, no control characters.
bytes_are_clean() {
	python3 - "$1" <<'P'
import sys, unicodedata
t = open(sys.argv[1], "rb").read().decode("utf-8")
assert unicodedata.is_normalized("NFC", t)
assert all(c == "\n" or unicodedata.category(c)[0] != "C" for c in t)
assert len(set(map(len, [open(sys.argv[1].replace("/vi/", "/%s/" % d), "rb").read()
    for d in ("vi", "en", "stale")]))) == 1
P
}

figures_agree() {
	python3 - "$1" <<'P'
import json, re, sys
d = sys.argv[1] + "/"
read = lambda n: open(d + n, encoding="utf-8").read()
j, html, svg, txt = json.loads(read("visits.json")), read("visits.html"), read("visits.svg"), read("visits.txt")
for k, v in j["fmt"].items():
    n = "" if j[k] is None else j[k]
    assert '<data value="%s" data-k="%s">%s</data>' % (n, k, v) in html, k
    assert ": %s" % v in txt and ": %s" % v in svg, k
for k in ("online", "today", "month", "total"):
    assert ">%s</text>" % j["fmt"][k] in svg and ">%s</text>" % j["fmt"][k] in read("badge-%s.svg" % k)
assert 'datetime="%s"' % j["as_of"] in html
P
}

for case in vi en stale; do
	dir=tests/golden/widget/$case
	if command -v xmllint >/dev/null 2>&1; then
		for file in "$dir"/*.svg "$dir"/*.html; do
			check "${file#tests/golden/} is well-formed" xmllint --noout "$file"
		done
	else
		skip "no xmllint"
	fi
	if command -v python3 >/dev/null 2>&1; then
		check "$case: the JSON keeps its contract" json_is_flat "$dir/visits.json"
		check "$case: all files show the same figures" figures_agree "$dir"
	else
		skip "no python3"
	fi
done
if command -v python3 >/dev/null 2>&1; then
	for file in tests/golden/widget/vi/*; do
		check "${file##*/}: clean UTF-8, one size in all cases" bytes_are_clean "$file"
	done
fi
echo "1..$n"
