#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The page of a period: which days it is of, with which it is compared, that its
figures are those of the exports, and that nothing from a log can do harm."""

import json
import re
import sys

sys.path.insert(0, __file__.rsplit("/", 1)[0])
import harness  # noqa: E402

t = harness.Tap()
NOW = "2026-10-15T10:30:00+07:00"


def log(first, days, visits):
    out = []
    for day in range(days):
        base = harness.instant(first + "T08:00:00+07:00") + day * 86400
        for i in range(visits):
            out.append(harness.entry(base + i * 60, "198.51.100.%d" % (i + 1),
                                     "/trang/%d" % (i % 3)))
            out.append(harness.entry(base + i * 60 + 30,
                                     "198.51.100.%d" % (i + 1), "/b"))
    return b"".join(out)


def show(s, *args, **options):
    return s.shown("show", *args, "--json", **options)


def test_empty():
    with harness.Site(now=NOW) as s:
        r = s.run("show", "--lang", "en")
        t.ok(r.status == 0 and b"truycap update" in r.out,
             "without a store it says what to do, and is content", r)
        t.same(show(s)["figures"]["visits"], 0, "as JSON too")
        s.write("a.log", b"")
        s.run("update")
        r = s.run("show", "--lang", "vi")
        t.ok(r.status == 0 and "Chưa có số liệu" in r.out.decode(),
             "of empty logs likewise", r)


def test_periods(s):
    for args, days in (
            ((), ("2026-10-01", "2026-10-31")),
            (("month",), ("2026-10-01", "2026-10-31")),
            (("today",), ("2026-10-15", "2026-10-15")),
            (("yesterday",), ("2026-10-14", "2026-10-14")),
            (("week",), ("2026-10-12", "2026-10-18")),
            (("year",), ("2026-01-01", "2026-12-31")),
            (("2026-10-05",), ("2026-10-05", "2026-10-05")),
            (("2026-09",), ("2026-09-01", "2026-09-30")),
            (("2026",), ("2026-01-01", "2026-12-31")),
            (("--from", "2026-10-03", "--to", "2026-10-12"),
             ("2026-10-03", "2026-10-12")),
            (("--month", "2026-09"), ("2026-09-01", "2026-09-30"))):
        got = show(s, *args)
        t.same((got["from"], got["to"]), days,
               "show %s" % " ".join(args or ("alone",)))
    for args in (("2026-13",), ("gestern",), ("today", "week"),
                 ("--to", "2026-10-01"), ("today", "--from", "2026-10-01"),
                 ("today", "--lang", "fr")):
        r = s.run("show", *args)
        t.ok(r.status == 64, "show %s is wrong usage" % " ".join(args), r)


def test_compared(s):
    got = show(s)
    with_, before = got["before"]["with"], got["before"]
    t.same((with_["from"], with_["to"]), ("2026-10-01", "2026-10-14"),
           "a running month is compared by its days that are over")
    t.same((before["from"], before["to"]), ("2026-09-01", "2026-09-14"),
           "with as many of the month before")
    t.same((with_["figures"]["visits"], before["figures"]["visits"]),
           (14 * 12, 14 * 10), "whose figures are those")
    t.same(got["last_year"], None, "a year without lines is not compared")
    got = show(s, "2026-09")
    t.same((got["running"], got["before"]), (False, None),
           "nor is a month before the first line")
    got = show(s, "week")["before"]
    t.same((got["from"], got["to"]), ("2026-10-05", "2026-10-07"),
           "a week is compared with the week before")
    got = show(s, "today")
    t.same((got["running"], got["before"], len(got["hour_pages"])),
           (True, None, 11), "a day that is not over is not compared")
    text = s.shown("show", "--lang", "en")
    t.ok("+20.0%" in text and "first 14 days" in text,
         "the page has the change, and says of what", text)


def test_figures(s):
    got = show(s, "2026-09")
    days = s.days("--month", "2026-09")
    for name, of in (("visits", "visits"), ("pages", "pages"),
                     ("visitor_days", "visitors"), ("hits", "hits")):
        t.same(got["figures"][name], sum(d[of] for d in days.values()),
               "%s are those of the days" % name)
    t.same(got["uniques"]["visitors"], 10, "ten visitors came each day")
    rows = s.shown("export", "pages", "--month", "2026-09", "--json")["rows"]
    page = {r["key"]: r["pages"] for r in got["dimensions"]["page"]}
    t.same(page, {r["key"]: r["pages"] for r in rows},
           "dimensions are those of the exports")
    t.same(len(got["days"]), 30, "each day has its figures")
    text = s.shown("show", "2026-09", "--lang", "vi")
    t.ok("± 0,8\u00a0%" in text.replace("±\u00a0", "± ") and "600" in text,
         "the page in Vietnamese", text)
    t.ok("\033" not in text, "no colours but on a terminal")


def test_hostile():
    with harness.Site(now=NOW) as s:
        at = harness.instant("2026-10-14T08:00:00+07:00")
        s.write("a.log", harness.entry(at, "198.51.100.1",
                                       "/%1b[31m%e2%80%ae<b>") +
                harness.entry(at + 1, "198.51.100.1", "/\\x1b]0;x\\x07") +
                harness.entry(at + 2, "198.51.100.1", "/a\u202eb"))
        s.must()
        text = s.shown("show")
        t.ok(not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", text),
             "no control character of a log is on the page", repr(text))
        json.dumps(show(s))
        t.ok(True, "JSON of it is JSON")


def test_report(s):
    r = harness.truycap("report", "--json", "--tz", harness.TZ, "--now", NOW,
                        s.path("a.log"))
    dims = json.loads(r.out)["dimensions"]
    keys = {"key", "hits", "pages", "bytes", "robot_hits", "visits",
            "visitors"}
    t.ok(keys <= set(dims["browser"][0]) and
         dims["browser"][0]["key"] == "firefox",
         "report --json has the dimensions", r)
    r = harness.truycap("report", "--tz", harness.TZ, "--now", NOW, "--lang",
                        "en", s.path("a.log"))
    t.ok("Browsers" in r.out.decode() and "Firefox" in r.out.decode(),
         "and its page the browsers", r)


def main():
    test_empty()
    with harness.Site(now=NOW) as s:
        s.write("a.log", log("2026-09-01", 30, 10) +
                log("2026-10-01", 15, 12))
        s.must()
        test_periods(s)
        test_compared(s)
        test_figures(s)
        test_report(s)
    test_hostile()
    t.done()


main()
