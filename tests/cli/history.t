#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Months of older tools: entered from their files, listed and exported, in no sum."""

import hashlib
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import harness  # noqa: E402

t = harness.Tap()
CSV = "month,visits,pages,hits,source\n2019-05,10,20,30,tủ sách\n2019-06,1,,3,\n"
AWSTATS = """AWSTATS DATA FILE 7.8 (build 20200416)
BEGIN_GENERAL 4
FirstTime 20190701000012
LastTime 20190731235801
TotalVisits 1234
TotalUnique 567
END_GENERAL
BEGIN_TIME 24
0 10 100 5000 1 2 3
END_TIME
"""
HIST = "8 2019 4000 3000 77 98765 1 31 2000 1000\n"


with harness.Site() as s:
    s.write("a.log", harness.lines(20))
    s.must()
    total = s.widget()["total"]
    for name, text in (("old.csv", CSV), ("awstats072019.x.txt", AWSTATS),
                       ("webalizer.hist", HIST)):
        (s.dir / name).write_text(text)

    def history(*args, **options):
        return s.run("baseline", "history", *args, **options)

    def rows():
        return [tuple(r.values())[:7] for r in s.shown(
            "export", "history", "--json")["rows"]]

    r = history("old.csv")
    t.ok(r.status == 64 and "--by is missing" in r.says, "who enters it?", r)
    r = history("--by", "Lê Thị B")
    t.ok(r.status == 64 and "which file" in r.says, "which file?", r)
    r = history("old.csv", "--by", "Lê Thị B")
    t.ok(r.status == 65 and "old.csv:3: no source" in r.says and rows() == [],
         "a month without a source is refused, and the whole file", r)
    r = history("old.csv", "awstats072019.x.txt", "webalizer.hist", "--by",
                "Lê Thị B", "--source", "counter")
    t.ok(r.status == 0 and not r.out and not r.err, "three tools at once", r)
    t.same(rows(), [("2019-05", 10, None, 20, 30, "tủ sách", 1),
                    ("2019-06", 1, None, None, 3, "counter", 1),
                    ("2019-07", 1234, 567, 10, 100, "AWStats", 1),
                    ("2019-08", 1000, None, 2000, 4000, "Webalizer", 1)],
           "export has each month")
    sums = {r["month"]: r["sha256"] for r in
            s.shown("export", "history", "--json")["rows"]}
    t.same(sums["2019-05"], hashlib.sha256(CSV.encode()).hexdigest(),
           "with the file's SHA-256")
    t.same(s.widget()["total"], total, "no sum has changed")
    history("old.csv", "--by", "C", "--source", "counter")
    t.same([r[6] for r in rows()], [1, 1, 1, 1],
           "the same file again is nothing new")
    (s.dir / "old.csv").write_text(CSV.replace("2019-05,10", "2019-05,11"))
    r = history("old.csv", "--by", "C", "--source", "counter")
    t.same([(r[1], r[6]) for r in rows()],
           [(11, 2), (1, 2), (1234, 1), (1000, 1)],
           "another file's months are new revisions")
    t.same(s.query("SELECT visits, by FROM history WHERE month = 18017"
                   " ORDER BY id"), [(10, "Lê Thị B"), (11, "C")],
           "the old one is kept")
    text = s.shown("baseline", "list")
    t.ok("s: months of older tools, in no sum here" in text and
         "2019-05  visits 11, pages 20, hits 30  (tủ sách; revision 2, "
         "2026-10-08 by C)" in text, "baseline list shows them", text)
    j = s.shown("baseline", "list", "--json")
    t.ok(j["balances"] == [] and [m["month"] for m in j["history"]] ==
         ["2019-05", "2019-06", "2019-07", "2019-08"] and
         j["history"][2]["visitors"] == 567, "so does its JSON", j)
    t.same(s.shown("export", "history", "--from", "2019-07-01").splitlines()[0],
           "month,visits,visitors,pages,hits,source,revision,sha256,by,"
           "recorded", "CSV has a header")
    t.same(len(s.shown("export", "history", "--from",
                       "2019-07-01").splitlines()), 3, "and takes a period")
    t.ok("history\ts\t18017\t11" in s.shown("store", "dump"),
         "store dump has them")
    t.ok(s.run("store", "check").status == 0, "the store adds up")

    (s.dir / "bad.csv").write_text("month,hits,source\n2026-11,1,x\n")
    r = history("bad.csv", "--by", "C")
    t.ok(r.status == 65 and "bad.csv:2: a month ahead" in r.says,
         "a month that is yet to come is refused", r)
    (s.dir / "bad.csv").write_text("month,hits,source\n2020-01,1,x\n2020-01,2,x\n")
    r = history("bad.csv", "--by", "C")
    t.ok(r.status == 65 and "bad.csv:3: this month is in bad.csv:2" in r.says,
         "a month that is there twice is refused", r)
    r = history("bad.csv", "--by", "a\033[2J")
    t.ok(r.status == 64, "a name with control characters is refused", r)
    r = history("none.csv", "--by", "C")
    t.ok(r.status == 66, "a file that is not there", r)
    t.same(len(rows()), 4, "what was refused is not entered")
t.done()
