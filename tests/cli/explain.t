#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""A figure explained: its hours add up to it, the waterfall from lines to page views adds up, and
the logs' classes are its steps."""

import json
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import harness  # noqa: E402

t = harness.Tap()
LATER = "2026-10-20T20:15:00+07:00"
COLUMNS = {"visits": "visits", "visitors": "visitors", "bounces": "bounces",
           "online": "online_seconds", "peak": "online_peak",
           "pages": "pages", "hits": "hits", "bytes": "bytes",
           "errors": "error_hits", "robots": "robot_hits"}


def falls(e):
    """What does not add up in a waterfall."""
    left, wrong = None, []
    for step in e["waterfall"]:
        if not step["total"]:
            left -= step["lines"]
            if step["lines"] < 0:
                wrong.append(step)
        elif left is not None and step["lines"] != left:
            wrong.append((step, left))
        else:
            left = step["lines"]
    return wrong


def step(e, name):
    return [s["lines"] for s in e["waterfall"] if s["step"] == name][0]


def explain(s, day, metric):
    return json.loads(harness.truycap("explain", day, metric, "--json", "-c",
                                      s.conf, cwd=s.dir).out)


def compare(s, name):
    wrong = []
    days = s.days(now=LATER)
    for day, row in days.items():
        for metric, column in COLUMNS.items():
            e = explain(s, day, metric)
            if e["value"] != row[column]:
                wrong.append((day, metric, e["value"], row[column]))
            hours = [h for h in e["hours"] if h is not None]
            whole = max(hours, default=0) if metric == "peak" else sum(hours)
            if hours and whole != e["value"]:
                wrong.append((day, metric, "hours", whole, e["value"]))
        if falls(e):
            wrong.append((day, falls(e)))
        if (step(e, "pages"), step(e, "human"), step(e, "robot")) != (
                row["pages"], row["hits"], row["robot_hits"]):
            wrong.append((day, "steps"))
        lines = {}
        for source in e["sources"]:
            for c, n in source["classes"].items():
                lines[c] = lines.get(c, 0) + n
        for c in ("human", "robot", "internal", "monitor", "excluded",
                  "late"):
            if lines.get(c, 0) != step(e, c):
                wrong.append((day, "sources", c, lines.get(c), step(e, c)))
    t.ok(days and not wrong, name, wrong[:5])
    return days


with harness.Site(extra="internal = 192.0.2.0/26\nmonitor = check, "
                  "198.51.100.0/28\nexclude = /a*\n") as s:
    s.write("a.log", harness.random_log(5, 3000, 4) + b"garbage\n\n# x\n")
    s.write("b.log", harness.random_log(6, 3000, 3))
    s.must()
    compare(s, "open days: each figure, its hours, its steps and its logs")
    s.must(now=LATER)
    days = compare(s, "sealed days, too")
    day = sorted(days)[1]
    e = explain(s, day, "pages")
    t.ok(step(e, "malformed") >= 1 and step(e, "blank") >= 1 and
         step(e, "internal") >= 0 and e["state"] == "sealed",
         "lines that cannot be parsed are a step", e["waterfall"])
    t.same([link["kind"] for link in e["links"]], ["seal"],
           "the link of its sealing")
    t.ok(len(e["lists"]) >= 1 and "robots" in " ".join(e["lists"]),
         "the lists that its lines were judged by", e["lists"])
    t.same([x["hash"] for x in e["sources"]], [h for h, in s.query(
        "SELECT lower(hex(hash)) FROM stream WHERE id IN (SELECT stream FROM"
        " ledger WHERE day = (SELECT min(day) + 1 FROM day)) ORDER BY path")],
        "what was read of its logs")
    late = harness.entry(harness.instant(day + "T12:00:00+07:00"),
                         "203.0.113.200")
    s.append("a.log", late * 3)
    s.must(now=LATER)
    e = explain(s, day, "pages")
    t.ok(step(e, "late") == 3 and not falls(e), "late lines are a step", e)
    s.run("rebuild", "--from", day, "--to", day, "--reason", "late lines",
          "--by", "A", now=LATER)
    e = explain(s, day, "pages")
    t.ok(step(e, "late") == 0 and [x["kind"] for x in e["links"]] ==
         ["seal", "restate"] and e["restatements"][0]["reason"] ==
         "late lines" and e["restatements"][0]["by"] == "A",
         "a restatement is told", e["restatements"])
    compare(s, "and all adds up after it")
    r = harness.truycap("explain", day, "pages", "-c", s.conf, cwd=s.dir)
    text = r.out.decode()
    t.ok(r.status == 0 and "lines read" in text and "late lines, by A" in text
         and "page views" in text and "stream 1" in text,
         "so it is told to people", text)
    s.run("forget", "--before", sorted(days)[2], now=LATER)
    compare(s, "days whose details are forgotten")
    s.run("forget", "--before", sorted(days)[1], "--all", now=LATER)
    e = explain(s, sorted(days)[0], "pages")
    t.ok(e["value"] is None and not falls(e) and step(e, "pages") == 0 and
         step(e, "forgotten") == step(e, "human") > 0,
         "a day that is forgotten: its lines are known, no more", e)
    for args, want in (((day, "page"), "did you mean pages"),
                       ((day,), "which figure"), (("10/3", "pages"), "no day"),
                       ((day, "P14"), "unknown figure")):
        r = harness.truycap("explain", *args, "-c", s.conf, cwd=s.dir)
        t.ok(r.status == 64 and want in r.says, " ".join(args), r)
    e = explain(s, "2020-01-01", "visits")
    t.ok(e["value"] is None and e["sources"] == [] and not falls(e),
         "a day without lines has no figure", e)
t.done()
