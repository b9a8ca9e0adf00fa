#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Sections that are renamed, put in another order, added or removed while a day is open:
what visitors saw before stays with the section that it was counted under."""

import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import harness  # noqa: E402

t = harness.Tap()
BASE = ("data = data\n[site \"s\"]\nlog = logs/*.log\nformat = combined\n"
        "tz = %s\n" % harness.TZ)
START = harness.instant("2026-10-08T10:00:00+07:00")


def conf(*names):
    return BASE + "".join("section = %s: /%s/*\n" % (n, n[0]) for n in names)


def view(minute, visitor, path):
    return harness.entry(START + 60 * minute, "192.0.2.%d" % visitor, path)


def sections(s):
    """Hits and visits of each."""
    rows = s.shown("export", "sections", "--json")["rows"]
    return {row["key"]: (row["hits"], row["visits"]) for row in rows}


with harness.Site(conf=conf("aa", "bb")) as s:
    s.append("a.log", view(0, 1, "/a/1") + view(1, 2, "/b/1") +
             view(2, 3, "/b/2"))
    s.must()
    t.same(sections(s), {"aa": (1, 1), "bb": (2, 2)},
           "control: two sections, and their visits")
    s.conf.write_text(conf("new", "bb", "aa"))
    s.append("a.log", view(3, 4, "/a/2") + view(4, 5, "/n/1"))
    s.must()
    t.same(sections(s), {"aa": (2, 2), "bb": (2, 2), "new": (1, 1)},
           "another order moves no visit to another section")
    s.conf.write_text(conf("new"))
    s.append("a.log", view(5, 6, "/n/2") + view(6, 6, "/a/2"))
    s.must()
    t.same(sections(s), {"aa": (2, 2), "bb": (2, 2), "new": (2, 2)},
           "a section that is removed keeps what it has, and gets no more")
    s.conf.write_text(conf("bb", "cc"))
    s.append("a.log", view(7, 7, "/b/2") + view(7, 8, "/c/1"))
    s.must()
    t.same(sections(s), {"aa": (2, 2), "bb": (3, 3), "new": (2, 2),
                         "cc": (1, 1)}, "it goes on when it comes back")
    s.conf.write_text(conf())
    s.append("a.log", view(8, 9, "/b/2"))
    s.must()
    t.same(sections(s), {"aa": (2, 2), "bb": (3, 3), "new": (2, 2),
                         "cc": (1, 1)}, "and so do all, without any")
    s.conf.write_text(conf(*("%c%d" % (97 + i % 26, i) for i in range(64))))
    s.append("a.log", view(9, 10, "/b/2"))
    s.must()
    t.same(sections(s)["b1"][0], 1, "64 new ones find their places")
    r = s.run("store", "check")
    t.ok(r.status == 0, "and the store is whole", r)
    s.must(now="2026-11-30T00:00:00+07:00")
    s.conf.write_text(conf("aa", "bb"))
    s.must(now="2026-11-30T00:00:00+07:00")
    t.same(s.query("SELECT value FROM meta WHERE name = 'sections s'"),
           [("aa\nbb",)], "old ones are gone once no day is open")

# ---- stores that are merged ----

with harness.Site(conf=conf("aa", "bb")) as a, \
        harness.Site(conf=conf("bb", "aa")) as b, \
        harness.Site(conf=conf("aa", "bb", "cc")) as c:
    a.shown("store", "init")
    for other in (b, c):
        other.shown("store", "init", "--key", a.key_file())
    a.append("a.log", view(0, 1, "/a/1"))
    b.append("b.log", view(1, 2, "/a/1"))
    c.append("c.log", view(2, 3, "/a/1") + view(2, 4, "/c/1"))
    for each in (a, b, c):
        each.must()
    r = a.run("merge", b.db)
    t.ok(r.status == 78 and b"another order" in r.err,
         "a store with its sections in another order is refused", r)
    t.same(sections(a), {"aa": (1, 1)}, "and changes nothing")
    r = a.run("merge", c.db)
    t.ok(r.status == 78, "so is one with more of them", r)
    r = c.run("merge", a.db)
    t.ok(r.status == 0, "one with fewer is brought", r)
    t.same(sections(c), {"aa": (2, 2), "cc": (1, 1)},
           "and its visits are those of its sections")
t.done()
