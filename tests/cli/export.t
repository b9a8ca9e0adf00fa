#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Exports of dimensions: columns as documented, sums that add up, small cells
merged for the public, keys that cannot do harm."""

import csv
import io
import re
import sys

sys.path.insert(0, __file__.rsplit("/", 1)[0])
import harness  # noqa: E402

t = harness.Tap()
PHONE = (b"Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/"
         b"605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1")
OPERA = (b"Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like "
         b"Gecko) Chrome/140.0.0.0 Safari/537.36 OPR/124.0.0.0")
BOT = b"Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)"
BASE = harness.instant("2026-10-05T08:00:00+07:00")


def hit(at, number, path="/", status=200, referrer="-", agent=harness.AGENT):
    line = harness.entry(BASE + at, "198.51.100.%d" % number, path,
                         agent=agent)
    line = line.replace(b'" 200 ', b'" %d ' % status)
    return line.replace(b' "-" "', b' "' + referrer.encode() + b'" "')


def log():
    out = []
    for day in range(3):
        for i in range(20):
            at = day * 86400 + i * 60
            out.append(hit(at, i + 1, "/tin/%d" % (i % 4)))
            out.append(hit(at + 1, i + 1, "/a.css"))
        for i in range(2):
            at = day * 86400 + 3600 + i
            out.append(hit(at, 100 + i, "/tin/0", agent=PHONE))
            out.append(hit(at, 120, "/x.pdf", agent=OPERA))
            out.append(hit(at, 121, "/tin/1", agent=BOT))
    out.append(hit(9000, 7, "/mat", 404, "http://s.example/tin/0"))
    out.append(hit(9001, 7, "/=1+1", referrer="https://www.google.com/"))
    out.append(hit(9002, 8, "/%22,x"))
    out.append(hit(9003, 8, "/?utm_source=zalo"))
    return b"".join(out)


def described():
    """What docs/EXPORTS.md says: the columns of each export, and those that
    are defined."""
    text = (harness.ROOT / "docs/EXPORTS.md").read_text()
    what, columns = {}, set()
    for part in re.split(r"^## ", text, flags=re.M):
        for row in re.findall(r"^\| (.*?) \|", part, re.M):
            names = re.findall(r"`([^`]+)`", row)
            if part.startswith("Columns"):
                columns.update(names)
        if part.startswith("What there is"):
            for name, cells in re.findall(
                    r"^\| `([a-z0-9-]+)` \| (.*?) \|", part, re.M):
                what[name] = re.findall(r"`([^`]+)`", cells)
    return what, columns


def add_up(rows, keys):
    sums = {}
    for row in rows:
        key = tuple(row[k] for k in keys)
        into = sums.setdefault(key, {})
        for name, value in row.items():
            if name not in keys and name != "day":
                into[name] = into.get(name, 0) + value
    return sums


def test_columns(s):
    what, columns = described()
    help_text = s.run("export", "--help").out.decode().split("options:")[0]
    names = re.findall(r"^  ([a-z0-9-]+)  ", help_text, re.M)
    t.same(sorted(what), sorted(names), "the documents describe what the "
           "help lists")
    for name in names:
        header = s.shown("export", name).splitlines()[0].split(",")
        t.same(header, what.get(name), "%s has the columns described" % name)
        for row in s.shown("export", name, "--json")["rows"][:1]:
            t.same(list(row), header, "%s: JSON has the same" % name)
        missing = [c for c in header if c not in columns]
        t.same(missing, [], "%s: all are defined" % name)


def test_sums(s):
    dims = [n for n in described()[0] if n not in
            ("days", "hours", "availability", "weekdays", "uniques", "history", "lists",
             "first-seen", "news", "restatements", "ledger", "times")]
    for name in dims:
        keys = [k for k in ("dim", "key", "from", "answer", "steps")
                if k in described()[0][name]]
        whole = s.shown("export", name, "--json")["rows"]
        daily = s.shown("export", name, "--by", "day", "--json")["rows"]
        t.same(add_up(daily, keys), add_up(whole, keys),
               "%s: days add up to the period" % name)
        for row in whole:
            for unit in ("hits", "pages", "bytes"):
                if "all_" + unit in row and row["all_" + unit] != \
                        row[unit] + row["robot_" + unit] + row["rest_" + unit]:
                    t.ok(False, "%s: all is the sum of the three" % name)
    days = s.days().values()
    for name, column in (("pages", "pages"), ("entries", "visits"),
                         ("exits", "visits"), ("sources", "visits"),
                         ("browsers", "visitors")):
        rows = s.shown("export", name, "--json")["rows"]
        t.same(sum(r[column] for r in rows), sum(d[column] for d in days),
               "%s of %s are those of the days" % (column, name))
    week = s.shown("export", "weekdays", "--json")["rows"]
    t.same(sum(r["hits"] for r in week), sum(d["hits"] for d in days),
           "hits by weekday and hour are those of the days")
    t.same([r["weekday"] for r in week if r["hour"] == 8], [1, 2, 3],
           "weekdays are those of the calendar")


def test_rows(s):
    rows = s.shown("export", "pages", "--json", "--limit", "2")["rows"]
    t.same([r["key"] for r in rows], ["/tin/0", "/tin/1"],
           "the greatest come first, and --limit leaves out the others")
    rows = s.shown("export", "pages", "--by", "day", "--limit", "1",
                   "--json")["rows"]
    t.same([r["day"] for r in rows],
           ["2026-10-05", "2026-10-06", "2026-10-07"], "--limit is by day")
    rows = s.shown("export", "broken", "--json")["rows"]
    t.same([(r["key"], r["from"], r["hits"]) for r in rows],
           [("/mat", "/tin/0", 1)],
           "a broken link has its page in a column of its own")
    rows = s.shown("export", "countries", "--json")["rows"]
    t.same([r["key"] for r in rows], [None], "what is not known is null")
    text = s.shown("export", "countries").splitlines()[1]
    t.ok(text.startswith(","), "and an empty field in CSV")
    agents = s.shown("export", "agents", "--json")["rows"]
    t.same(sorted({r["dim"] for r in agents}),
           ["browser", "device", "system"], "agents are three dimensions")
    rows = s.shown("export", "pages", "--json", "--to", "2026-10-31",
                   now="2026-10-06T10:00:00+07:00")["rows"]
    late = s.shown("export", "pages", "--json", "--to", "2026-10-06")["rows"]
    t.same(rows, late, "days ahead of the clock are not given")
    rows = s.shown("export", "uniques", "--json")["rows"]
    t.same([(r["period"], r["days"], r["visitors"]) for r in rows],
           [("2026-10", 3, 22), ("2026", 3, 22)],
           "visitors of three days count once")
    t.same(s.shown("export", "uniques", "--json", "--from", "2026-10-06",
                   "--to", "2026-10-06")["rows"][0]["from"], "2026-10-06",
           "an estimate is of the days asked for")


def test_public(s):
    key = {r["key"]: r for r in
           s.shown("export", "browsers", "--json")["rows"]}
    t.same(key["safari"]["visits"], 6, "the administrator sees all")
    rows = s.shown("export", "browsers", "--by", "day", "--public",
                   "--json", "--to", "2026-10-05")["rows"]
    t.same([r["key"] for r in rows], ["(suppressed)"],
           "small cells are merged, here with the next greater one")
    whole = s.shown("export", "browsers", "--public", "--json")["rows"]
    t.ok("opera" not in [r["key"] for r in whole] or
         key["opera"]["hits"] >= 5, "no small cell is left")
    t.same(sum(r["hits"] for r in whole),
           sum(r["hits"] for r in key.values()), "nothing is lost")
    t.same(s.shown("export", "pages", "--public"), s.shown("export", "pages"),
           "pages are not suppressed")
    t.same(s.shown("export", "robots", "--public"),
           s.shown("export", "robots"), "nor are robots")


def test_hostile(s):
    text = s.shown("export", "pages")
    rows = list(csv.reader(io.StringIO(text)))
    keys = [r[0] for r in rows[1:]]
    t.ok("/=1+1" in keys, "a key that holds a formula is a text")
    t.ok('/",x' in keys or "/%22,x" in keys, "a key with a quote is one field")
    t.ok(all(len(r) == len(rows[0]) for r in rows), "all rows are of one length")
    t.ok(not any(k[:1] in "=+-@" for k in keys if k),
         "no field begins as a formula does")


def test_wrong(s):
    for args, why in ((("days", "--by", "day"), "does not go with it"),
                      (("pages", "--by", "week"), "only day"),
                      (("times", "--limit", "3"), "does not go with it"),
                      (("pages", "--limit", "0"), "--limit 0"),
                      (("cats",), "export --help")):
        r = s.run("export", *args)
        t.ok(r.status == 64 and why in r.says,
             "export %s is wrong usage" % " ".join(args), r)


def test_times():
    form = ("'$remote_addr - $remote_user [$time_local] \"$request\" $status "
            "$body_bytes_sent \"$http_referer\" \"$http_user_agent\" "
            "$request_time'")
    with harness.Site(form=form, now="2026-10-08T20:15:00+07:00") as s:
        out = b""
        for i in range(100):
            out += hit(i, 1, "/a").rstrip(b"\n") + \
                b" %d.%03d\n" % ((4, 0) if i >= 95 else (0, 20))
        s.write("a.log", out)
        s.must()
        rows = {r["key"]: r for r in
                s.shown("export", "times", "--json")["rows"]}
        got = rows.get("pages", {})
        t.ok(got.get("hits") == 100 and got.get("under_3s") == 95 and
             got.get("under_3s_permille") == 950 and
             got["p50_ms"] == 20 and got["p95_ms"] == 20 and
             3875 < got["p99_ms"] < 4125, "response times have quantiles",
             rows)
        t.same(len(s.shown("export", "times", "--by", "day",
                           "--json")["rows"]), 3, "by day, too")


def main():
    with harness.Site(extra="host = s.example\n") as s:
        s.write("a.log", log())
        s.must()
        test_columns(s)
        test_sums(s)
        test_rows(s)
        test_public(s)
        test_hostile(s)
        test_wrong(s)
    test_times()
    t.done()


main()
