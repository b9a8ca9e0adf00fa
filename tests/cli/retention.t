#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What is old is kept less finely: hours become days, days months, months years, and at last
nothing has a name.  Sums do not change by it, and what cannot be told apart any more is not
told."""

import os
import sqlite3
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import harness  # noqa: E402

t = harness.Tap()
FIRST, LATER = "2026-03-20T12:00:00+07:00", "2026-03-31T12:00:00+07:00"
KEEP = "keep_hours = 60d\nkeep_days = 85d\nkeep_months = 1y\n"
COUNTS = ("hits pages bytes robot_hits robot_pages robot_bytes rest_hits"
          " rest_pages rest_bytes visits visitors").split()


def day_number(text):
    return harness.instant(text + "T00:00:00+00:00") // 86400


def log(chance, days):
    out = []
    for day in days:
        at = harness.instant("2024-01-10T08:00:00+07:00") + day * 86400
        for i in range(chance.randrange(6, 14)):
            agent = harness.AGENT if i % 5 else b"Googlebot/2.1"
            out.append(harness.entry(
                at + i * 900, "198.51.100.%d" % chance.randrange(1, 9),
                chance.choice(("/", "/a", "/b", "/day/%d" % day,
                               "/tail/%d" % chance.randrange(40))),
                agent=agent))
    return b"".join(out)


def sums(s):
    """All that must never change: by dimension, over all that is kept."""
    total = ", ".join("sum(%s)" % c for c in COUNTS)
    return s.query("SELECT dim, %s FROM (SELECT dim, %s FROM tally UNION ALL"
                   " SELECT dim, %s FROM tally_fold) GROUP BY dim"
                   % (total, ", ".join(COUNTS), ", ".join(COUNTS)))


def dump(s):
    return harness.truycap("store", "dump", "-c", s.conf,
                           cwd=s.dir).out.decode().splitlines()


def hours(s):
    return s.query("SELECT day, class, outcome, sum(hits), sum(bytes)"
                   " FROM hour GROUP BY 1, 2, 3")


def spans(s):
    return s.query("SELECT day, last, count(*) FROM tally_fold"
                   " GROUP BY day, last ORDER BY day, last")


def filled(s, text):
    s.write("a.log", text)
    s.must(now=FIRST)
    # A day is final some days after its lines were counted.
    s.must(now=LATER)


TEXT = log(harness.chance("retention"), range(0, 800, 3))

with harness.Site(extra="keep_hours = forever\nkeep_days = forever\n"
                  "keep_months = forever\n", now=LATER) as kept, \
        harness.Site(extra=KEEP, now=LATER) as s:
    filled(kept, TEXT)
    filled(s, TEXT)
    t.same(spans(kept), [], "control: forever folds nothing")
    t.same(sums(s), sums(kept), "sums over all keys are as without folding")
    t.same(hours(s), hours(kept), "so are hits by day, class and outcome")
    t.same(s.days(), kept.days(), "and the figures of all days")
    t.same(s.widget(), kept.widget(), "and the widget")
    r = s.run("store", "check")
    t.ok(r.status == 0, "the store adds up", r.out + r.err)

    last = day_number("2026-03-31")
    t.same(s.query("SELECT max(day) FROM hour WHERE day < %d AND day IN"
                   " (SELECT day FROM hour WHERE hour <> 0)" % (last - 60)),
           [(None,)], "no hours are older than keep_hours")
    t.ok(s.query("SELECT count(*) FROM hour WHERE hour <> 0")[0][0] > 50,
         "later ones are there")
    rows = s.shown("export", "hours", "--json")["rows"]
    t.ok(rows and day_number(rows[0]["day"]) >= last - 60,
         "export hours begins with the days that have hours", rows[:1])
    t.same([(a, b) for a, b, n in spans(s)],
           [(day_number("2024-01-01"), day_number("2024-12-31"))] +
           [(day_number("2025-%02d-01" % m), day_number(e) - 1)
            for m, e in [(m, "2025-%02d-01" % (m + 1))
                         for m in range(1, 12)]] +
           [(day_number("2025-12-01"), day_number("2025-12-31"))],
           "whole years and whole months are one each")
    t.same(s.query("SELECT day, last FROM folded ORDER BY 1, 2"),
           [(a, b) for a, b, n in spans(s)], "which the store notes")
    t.same(s.query("SELECT min(day) >= %d FROM tally" %
                   day_number("2026-01-01")), [(1,)],
           "later days are by day")
    page = "SELECT sum(pages) FROM %s JOIN term ON id = key WHERE dim = 1" \
        " AND text = '/a' AND day BETWEEN %d AND %d"
    year = day_number("2024-01-01"), day_number("2024-12-31")
    t.same(s.query(page % (("tally_fold",) + year)),
           kept.query(page % (("tally",) + year)),
           "a page of a year has the sum of its days")

    # ---- what cannot be told is not told ----
    whole = s.run("export", "pages", "--json", "--from", "2025-05-01",
                  "--to", "2025-06-30")
    t.ok(whole.status == 0 and not whole.err and whole.out ==
         kept.run("export", "pages", "--json", "--from", "2025-05-01",
                  "--to", "2025-06-30").out,
         "two whole months of pages are as without folding", whole)
    cut = s.run("export", "pages", "--json", "--from", "2025-05-02",
                "--to", "2025-06-30")
    june = s.run("export", "pages", "--json", "--from", "2025-06-01",
                 "--to", "2025-06-30")
    t.ok(cut.status == 0 and "2025-05-02 to 2025-05-31" in cut.says and
         "left out" in cut.says, "a month that is cut is told", cut)
    t.same(cut.out.split(b"rows")[1], june.out.split(b"rows")[1],
           "and has no part in the sums")
    r = s.run("export", "pages", "--by", "day", "--month", "2025-06")
    t.ok(r.status == 0 and "2025-06-01 to 2025-06-30" in r.says and
         r.out.count(b"\n") == 1, "by day there is nothing of it", r)
    r = s.run("show", "2025-05-10")
    t.ok(r.status == 0 and "2025-05-10 to 2025-05-10" in r.says,
         "show tells it, too", r)
    r = s.run("show", "2025-05")
    t.ok(r.status == 0 and not r.err, "of a month there is nothing to tell",
         r)

    # ---- what is not done again ----
    before = dump(s)
    s.must(now=LATER)
    t.same(dump(s), before, "the same day's next run changes nothing")
    s.must(now="2026-04-01T12:00:00+07:00")
    t.ok(s.run("store", "check").status == 0, "nor is the next day wrong")
    t.same(sums(s), sums(kept), "sums stay")

    # ---- in steps, as time goes on, it is the same ----
    with harness.Site(extra=KEEP, key=s) as steps:
        steps.write("a.log", TEXT)
        steps.must(now=FIRST)
        steps.conf.write_text(steps.conf.read_text().replace(
            "keep_hours = 60d\nkeep_days = 85d\nkeep_months = 1y",
            "keep_hours = 1y\nkeep_days = 400d\nkeep_months = 10y"))
        steps.must(now=LATER)
        steps.conf.write_text(steps.conf.read_text().replace(
            "keep_hours = 1y\nkeep_days = 400d\nkeep_months = 10y",
            "keep_hours = 60d\nkeep_days = 85d\nkeep_months = 1y"))
        steps.must(now="2026-04-01T12:00:00+07:00")
        t.same(dump(steps), dump(s),
               "folded in two steps or at once, it is the same")

    # ---- status ----
    j = s.shown("status", "--json", now="2026-04-01T12:00:00+07:00")["store"]
    t.same(j["rows"]["years"], spans(s)[0][2], "status: rows of years")
    t.ok(j["rows"]["hours"] > 0 and j["rows"]["days"] > 0 and
         j["rows"]["months"] > 0 and j["bytes"] >= s.db.stat().st_size and
         0 < j["names"] < j["names_max"] and j["warnings"] == [],
         "the other rows, the size, the names", j)

    # ---- forget ----
    r = s.run("forget", "--before", "2025-05-10", "--all")
    t.ok(r.status == 64 and "2025-05-01" in r.says and "2025-06-01" in
         r.says, "forget --all within a month that is one is refused", r)
    r = s.run("forget", "--before", "2025-05-10")
    t.ok(r.status == 0, "details are forgotten with all of that month", r)
    t.same(sums(s), sums(kept), "sums stay")
    t.same(s.query("SELECT DISTINCT text FROM tally_fold JOIN term ON"
                   " id = key WHERE day <= %d" % day_number("2025-05-01")),
           [("(other)",)], "no name is left of it")
    t.ok(s.run("store", "check").status == 0, "the store adds up")
    r = s.run("forget", "--before", "2025-06-01", "--all")
    t.ok(r.status == 0 and s.run("store", "check").status == 0,
         "forget --all of whole months", r)

    # ---- nothing for ever ----
    kept.conf.write_text(kept.conf.read_text().replace(
        "keep_days = forever\nkeep_months = forever",
        "keep_days = 85d\nkeep_months = 1y\nkeep_years = 1y"))
    was = sums(kept), kept.days(now="2026-04-02T12:00:00+07:00")
    kept.must(now="2026-04-02T12:00:00+07:00")
    t.same((sums(kept), kept.days(now="2026-04-02T12:00:00+07:00")), was,
           "keep_years: sums and totals stay")
    t.same(kept.query("SELECT DISTINCT text FROM tally_fold JOIN term ON"
                      " id = key WHERE last < %d" %
                      day_number("2025-04-01")), [("(other)",)],
           "names are gone")
    t.same(kept.query("SELECT count(*) FROM term WHERE text = '/day/0'"),
           [(0,)], "from the store, too")
    t.ok(kept.run("store", "check").status == 0, "the store adds up")

# ---- caps ----
with harness.Site(extra=KEEP, now=LATER) as s:
    at = harness.instant("2025-02-01T08:00:00+07:00")
    s.write("a.log", b"".join(
        harness.entry(at + d * 86400 + i * 20, "198.51.100.1",
                      "/%d/%d" % (d, i)) for d in range(4)
        for i in range(900)) + harness.entry(
            harness.instant("2026-03-19T08:00:00+07:00"), "198.51.100.1"))
    s.must(now=FIRST)
    want = sums(s)
    s.must(now=LATER)
    t.same(sums(s), want, "a month of more pages than are kept adds up")
    t.same(s.query("SELECT count(*), sum(text = '(other)'), sum(pages *"
                   " (text = '(other)')) FROM tally_fold JOIN term ON"
                   " id = key WHERE dim = 1"), [(2001, 1, 1600)],
           "2,000 are kept by name, the rest as (other)")

# ---- lists ----
with harness.Site(now=LATER) as s:
    s.write("a.log", TEXT)
    s.must()
    rows = s.shown("export", "lists", "--json")["rows"]
    t.ok({r["kind"] for r in rows} == {"robots", "sources"} and
         all(len(r["sha256"]) == 64 for r in rows),
         "each day has the lists that its lines were judged by", rows[:3])
    t.same(len({r["day"] for r in rows}), len(s.days()), "all days do")
    (s.dir / "mine.conf").write_text("[bot]\nnosuch\n")
    s.conf.write_text(s.conf.read_text().replace(
        "data = data\n", "data = data\nrobots = mine.conf\n"))
    s.append("a.log", harness.entry(harness.instant(
        "2026-03-31T08:00:00+07:00"), "198.51.100.1"))
    r = s.update()
    later = s.shown("export", "lists", "--json", "--from", "2026-03-31")["rows"]
    t.same([r["name"] for r in later if r["kind"] == "robots"], ["mine.conf"],
           "another list is another row", r)
    t.same(s.shown("export", "lists", "--json", "--to", "2026-03-30")["rows"],
           rows, "that days without new lines do not have")
t.done()
