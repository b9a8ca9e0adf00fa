#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Details of days long ago are removed, down to the last byte; the figures and the total
stay, or their fall is told.  Open days are refused."""

import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import harness  # noqa: E402

t = harness.Tap()
SEALED = "2026-11-20T03:00:00+07:00"


def view(day, i, path):
    at = harness.instant("2026-10-%02dT08:00:00+07:00" % day) + i * 1000
    return harness.entry(at, "198.51.100.%d" % (i % 9 + 1), path)


LOG = b"".join(view(day, i, "/only-of-%d/%d" % (day, i % 4))
               for day in range(1, 11) for i in range(12))


def filled(s):
    s.write("a.log", LOG)
    s.must()
    s.must(now=SEALED)
    s.append("a.log", harness.entry(harness.instant(
        "2026-11-20T02:00:00+07:00"), "198.51.100.1", "/of-today"))
    s.must(now=SEALED)


def raw(s):
    return b"".join(p.read_bytes() for p in s.dir.glob("data/truycap.db*"))


with harness.Site(now="2026-10-11T12:00:00+07:00") as s:
    def forget(*args):
        return s.run("forget", *args, now=SEALED)

    s.write("a.log", LOG)
    s.must()
    r = forget("--before", "2026-10-02")
    t.ok(r.status == 64 and "no day is sealed yet" in r.says,
         "days that are open are refused", r)
    filled(s)
    days, total = s.days(now=SEALED), s.widget(now=SEALED)
    r = forget()
    t.ok(r.status == 64 and "--before" in r.says, "before which day?", r)
    r = forget("--before", "2026-11-21")
    t.ok(r.status == 64 and "2026-11-21 are not all sealed" in r.says,
         "one day that is open is enough to refuse", r)
    r = forget("--before", "2026-10-06", "--site", "x")
    t.ok(r.status == 64, "a site that is not there", r)
    t.ok(b"/only-of-5/" in raw(s) and b"/only-of-6/" in raw(s),
         "control: pages are in the store")
    r = forget("--before", "2026-10-06")
    t.ok(r.status == 0 and not r.out and not r.err, "forget is quiet", r)
    t.same(s.days(now=SEALED), days, "all days' figures are as they were")
    t.same(s.widget(now=SEALED), total, "so is the widget")
    t.ok(not any(b"/only-of-%d/" % d in raw(s) for d in range(1, 6)),
         "no byte is left of the pages of those days")
    t.ok(all(b"/only-of-%d/" % d in raw(s) for d in range(6, 11)),
         "those of later days are there")
    t.same(s.query("SELECT count(*), count(DISTINCT day) FROM tally JOIN term"
                   " ON id = key WHERE text = '(other)' AND dim = 1"),
           [(5, 5)],
           "a sum a day takes their place")
    rows = s.shown("export", "hours", "--json", now=SEALED)["rows"]
    t.same(min(r["day"] for r in rows), "2026-10-06",
           "hours are those of later days")
    r = s.run("store", "check")
    t.ok(r.status == 0, "the store adds up", r)
    t.same(s.query("SELECT what, detail FROM event"),
           [("forget", "site s, days before 2026-10-06: details")],
           "it is an event")
    t.ok("forget: site s, days before 2026-10-06: details" in
         s.shown("status", now=SEALED), "that status shows")
    j = s.shown("status", "--json", now=SEALED)
    t.same(j["events"], [{"at": SEALED, "what": "forget", "detail":
                          "site s, days before 2026-10-06: details"}],
           "its JSON, too")
    t.ok("IPv6" in s.shown("show", "2026-10-07", now=SEALED) and
         "IPv6" not in s.shown("show", "2026-10-02", now=SEALED),
         "a share that was forgotten is unknown, not 0 %")
    before = s.dump()
    s.must(now=SEALED)
    t.same(s.dump(), before, "the next update changes nothing")
    forget("--before", "2026-10-06")
    t.same(s.dump(), before, "nor does forgetting again")
    s.append("a.log", view(3, 90, "/late"))
    s.must(now=SEALED)
    t.ok(b"/late" not in raw(s) and s.classes().get("late") == 1,
         "a line for a day that was forgotten is late")

    r = forget("--before", "2026-10-04", "--all")
    lost = sum(days["2026-10-0%d" % d]["visits"] for d in (1, 2, 3))
    t.ok(r.status == 0 and "site s: 3 days are gone, and with them %d visits"
         % lost in r.says, "--all tells what the total loses", r)
    t.same(s.widget(now=SEALED)["total"], total["total"] - lost,
           "and that is what it loses")
    t.same(sorted(s.days(now=SEALED)),
           sorted(d for d in days if d >= "2026-10-04"), "those days are gone")
    t.ok("figures too: 3 days, %d visits" % lost in
         s.query("SELECT detail FROM event ORDER BY id DESC")[0][0],
         "which is an event")
    r = s.run("store", "check")
    t.ok(r.status == 0, "the store still adds up", r)
    lines = s.lines()
    s.must(now=SEALED)
    t.same(s.lines(), lines, "no log is counted again")

# ---- of two sites, one ----
CONF = """data = data
[log "g"]
log = logs/a.log
format = %h %l %u %t \\"%r\\" %>s %b \\"%{Referer}i\\" \\"%{User-Agent}i\\" %v
[site "a"]
host = a.example
tz = Asia/Ho_Chi_Minh
[site "b"]
host = b.example
tz = Asia/Ho_Chi_Minh
"""
with harness.Site(conf=CONF) as s:
    text = b"".join(view(d, i, "/x%d" % i)[:-1] + b" %c.example\n" % b"ab"[
        i % 2] for d in (1, 2, 3) for i in range(10))
    s.write("a.log", text)
    s.update()
    s.update(now=SEALED)
    r = s.run("forget", "--before", "2026-10-03", "--site", "b", now=SEALED)
    t.ok(r.status == 0, "forget of one site", r)
    t.same(s.query("SELECT name, count(DISTINCT key) FROM tally JOIN site ON"
                   " id = site WHERE day < 20729 AND dim = 1 GROUP BY 1"),
           [("a", 5), ("b", 1)], "leaves the other as it is")
t.done()
