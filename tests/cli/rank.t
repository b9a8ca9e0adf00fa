#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Places in rankings: entered with their proof, listed with positions, never called a trend."""

import csv
import hashlib
import io
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import harness  # noqa: E402

t = harness.Tap()
PUBLISHED = "bảng xếp hạng\n"
# As a department told of itself: place, of how many, and (of - place) / (of - 1).
TEN = [("CCHC", 2016, 13, 19, .333), ("CCHC", 2017, 12, 19, .389),
       ("CCHC", 2018, 14, 19, .278), ("CCHC", 2019, 8, 19, .611),
       ("CCHC", 2020, 6, 19, .722), ("Chính quyền điện tử", 2019, 14, 23, .409),
       ("Chính quyền điện tử", 2020, 5, 23, .818), ("DDCI", 2018, 33, 34, .030),
       ("DDCI", 2019, 23, 34, .333), ("DDCI", 2020, 6, 23, .773)]

with harness.Site() as s:
    s.write("a.log", harness.lines(20))
    s.must()
    (s.dir / "ranks.pdf").write_text(PUBLISHED)

    def add(index, year, rank, of, *more, source="ranks.pdf", **options):
        return s.run("rank", "add", "--index", index, "--year", year, "--rank",
                     rank, "--of", of, "--source", source, *more, **options)

    for name, args, status, says in (
            ("a place behind the last", ("CCHC", 2016, 20, 19), 64,
             "--rank 20: of 19 none is behind the last"),
            ("one of one", ("CCHC", 2016, 1, 1), 64, "--of 1: not a number"),
            ("a year to come", ("CCHC", 2027, 1, 19), 64, "ahead of the clock"),
            ("no year", ("CCHC", "last", 1, 19), 64, "--year last"),
            ("a name of two lines", ("CC\nHC", 2016, 1, 19), 64,
             "--index: not a line of UTF-8 text")):
        r = add(*args)
        t.ok(r.status == status and says in r.says, name, r)
    r = add("CCHC", 2016, 1, 19, source="nowhere.pdf")
    t.ok(r.status == 66 and "nowhere.pdf" in r.says, "a proof that is not there", r)
    r = s.run("rank", "add", "--index", "CCHC", "--year", 2016)
    t.ok(r.status == 64 and "--rank is missing" in r.says, "no place", r)
    r = s.run("rank", "move")
    t.ok(r.status == 64 and "add, list or remove" in r.says, "no such verb", r)
    t.same(s.shown("rank", "list", "--json")["ranks"], [], "nothing was entered")

    for row in TEN:
        r = add(*row[:4], "--population", "sở, ngành", "--by", "Lê Thị B")
        warned = row[:2] == ("DDCI", 2020)
        t.ok(r.status == 0 and ("compare positions" in r.says) == warned,
             "%s %d%s" % (row[0], row[1], ": another number of units is told"
                          if warned else ""), r)
    rows = s.shown("rank", "list", "--json")["ranks"]
    want = sorted(TEN, key=lambda r: (r[0].encode(), r[1]))
    t.same([(r["index"], r["year"], r["rank"], r["of"],
             round(r["position"] / 1e6, 3)) for r in rows], want,
           "all ten, with their positions")
    t.same([(r["year"], r["of_before"]) for r in rows if r["of_before"]],
           [(2020, 34)], "where another number was ranked is marked")
    t.same({(r["sha256"], r["source"], r["by"], r["population"]) for r in rows},
           {(hashlib.sha256(PUBLISHED.encode()).hexdigest(), "ranks.pdf",
             "Lê Thị B", "sở, ngành")}, "with proof and who entered it")
    table = list(csv.DictReader(io.StringIO(s.shown("rank", "list", "--csv"))))
    t.same([(r["index"], int(r["year"]), int(r["rank"]), int(r["of"]))
            for r in table], [w[:4] for w in want], "CSV has them all")
    text = s.shown("rank", "list")
    t.ok("s: DDCI" in text and "2020  6 of 23  position 0.773" in text and
         "another number than before (34): compare positions" in text,
         "a page for people", text)
    t.ok(not any(w in text.lower() for w in ("trend", "better", "worse",
                                             "improve", "up ", "rise")),
         "which claims no trend", text)

    before = s.dump()
    add("CCHC", 2018, 15, 19, "--note", "đính chính",
        now="2026-10-09T08:00:00+07:00")
    rows = s.shown("rank", "list", "--json")["ranks"]
    t.same([(r["rank"], r["revision"], r["note"]) for r in rows
            if (r["index"], r["year"]) == ("CCHC", 2018)],
           [(15, 2, "đính chính")], "a year again is a new revision")
    t.ok(s.dump() != before and "\t2018\t14\t19\t" in s.dump(),
         "the dump has both")

    r = s.run("rank", "remove", "--index", "CCHC", "--year", 2015)
    t.ok(r.status == 66 and "no rank of CCHC in 2015" in r.says,
         "what is not there is not removed", r)
    r = s.run("rank", "remove", "--index", "CCHC", "--year", 2018, "--by", "C")
    t.ok(r.status == 0, "one is removed", r)
    t.same(len(s.shown("rank", "list", "--json")["ranks"]), 9, "nine are left")
    t.ok(s.query("SELECT detail FROM event WHERE what = 'rank'")[0][0]
         .startswith("removed: s, CCHC 2018: 15 of 19, sha256:"),
         "an event tells what it was")

    with harness.Site(key=s) as other:
        other.write("b.log", harness.lines(5, second=90000, number=50))
        other.must()
        (other.dir / "ranks.pdf").write_text(PUBLISHED)
        other.run("rank", "add", "--index", "PAPI", "--year", 2021, "--rank", 2,
                  "--of", 3, "--source", "ranks.pdf")
        r = s.run("merge", str(other.db))
        t.ok(r.status == 0, "stores are merged", r)
        t.same([(w["index"], w["year"]) for w in
                s.shown("rank", "list", "--json")["ranks"]][-1],
               ("PAPI", 2021), "ranks come along")
t.done()
