#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Stores of several servers, merged, are what one store of all their logs is: in any order,
and twice is once.  What cannot be merged exactly is refused, and changes nothing."""

import os
import shutil
import sqlite3
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import harness  # noqa: E402

t = harness.Tap()
TALLIES = """SELECT dim, text, sum(hits), sum(pages), sum(bytes),
    sum(robot_hits), sum(rest_hits), sum(visits), sum(visitors) FROM tally
    JOIN term ON id = key GROUP BY 1, 2 ORDER BY 1, 2"""
rng = harness.chance("merge")
SEALED = "2026-11-20T03:00:00+07:00"
NOW = "2026-10-05T12:00:00+07:00"


def random_lines(seed):
    """Views of few visitors, so that their visits cross servers and midnights."""
    r = harness.chance("merge lines", seed)
    start = harness.instant("2026-10-01T00:00:00+07:00")
    at = sorted(r.randrange(4 * 86400) for _ in range(r.randrange(50, 900)))
    lines = [harness.entry(start + a, "198.51.100.%d" % r.randrange(1, 9),
                           "/p/%d" % r.randrange(40)) for a in at]
    for _ in range(20):
        lines.insert(r.randrange(len(lines)), b"no line %d\n" % r.randrange(9))
    return lines


class Web(harness.Site):
    """A server; all have the key of the first."""
    first = None

    def __init__(self, files=(), now=NOW, **options):
        super().__init__(now=now, **options)
        if Web.first is None:
            Web.first = self
            self.shown("store", "init")
        else:
            self.shown("store", "init", "--key", Web.first.key_file())
        for name, data in files:
            self.write(name, data)
        if files:
            self.must()

    def __exit__(self, *unused):
        if self is not Web.first:
            super().__exit__()

    def merge(self, *others, **options):
        return self.run("merge", *[o.db for o in others], **options)


base = Web()

# ---- the law ----
bad = []
for i in range(harness.rounds(8, 80)):
    lines = random_lines(i)
    parts = [[], [], []]
    for line in lines:
        rng.choice(parts).append(line)
    logs = [b"".join(p) for p in parts]
    with Web() as all_, Web() as m1, Web() as m2, Web() as m3, \
            Web([("a.log", logs[0])]) as a, Web([("b.log", logs[1])]) as b, \
            Web([("a.log", logs[2])]) as c:
        for name, data in zip("xyz", logs):
            all_.write(name + ".log", data)
        all_.must()
        want = all_.dump()
        r = m1.merge(a, b, c)
        if r.status != 0 or m1.dump() != want:
            bad.append((i, "a b c", str(r)))
        for other in (c, a, b):
            m2.merge(other)
        if m2.dump() != want:
            bad.append((i, "c, a, b", harness.difference(m2.dump(), want)))
        # Into one of them, the other having merged before.
        b.merge(c)
        a.merge(b)
        if a.dump() != want:
            bad.append((i, "a (b c)", harness.difference(a.dump(), want)))
        for s in (m1, a):
            if s.run("store", "check").status != 0:
                bad.append((i, "store check"))
        # Sealed afterwards: the same figures.
        for s in (all_, a):
            s.write("later.log", harness.entry(harness.instant(
                "2026-11-20T02:00:00+07:00"), "198.51.100.1", "/later"))
            s.must(now=SEALED)
        if a.dump() != all_.dump():
            bad.append((i, "sealed", harness.difference(a.dump(),
                                                        all_.dump())))
t.ok(not bad, "merged in any order: the content of one store of all logs",
     bad[:3])

LINES = random_lines("refusals")
HALF = [b"".join(LINES[0::2]), b"".join(LINES[1::2])]
with Web([("a.log", HALF[0])]) as a, Web([("b.log", HALF[1])]) as b:
    r = a.merge(b)
    merged = a.dump()
    t.ok(r.status == 0 and b"logs: 1, lines: %d\n" % HALF[1].count(b"\n") in
         r.out, "merge tells what came", r)
    t.ok("merge" in a.shown("status"), "status shows it as an event")
    r = a.merge(b)
    t.ok(r.status == 0 and b"nothing new" in r.out and a.dump() == merged,
         "the same store again is nothing new", r)
    r = a.merge(a)
    t.ok(r.status == 0 and b"nothing new" in r.out and a.dump() == merged,
         "nor is a store to itself", r)
    a.must()
    t.same(a.dump(), merged, "the next update counts nothing again")
    a.write("copy.log", HALF[1])
    a.must()
    t.same(a.dump(), merged, "nor does it count a log that came by merging")

    def refused(name, other, status, says, **options):
        before = a.dump()
        r = a.run("merge", other, **options)
        t.ok(r.status == status and says in r.says and a.dump() == before,
             "%s is refused, nothing is changed" % name, r)

    b.append("b.log", b"".join(random_lines("more")))
    b.must()
    refused("a store with more of a log that is here", b.db, 65,
            "b.log goes on where")
    r = b.merge(a)
    t.ok(r.status == 65 and "some of its logs are here already" in r.says,
         "and the other way around one that has a part of another", r)
    with Web([("b.log", HALF[1]), ("n.log", b"".join(
            random_lines("new")))]) as c:
        refused("a store with a log that is here and one that is not", c.db,
                65, "some of its logs are here already")
        t.same(harness.truycap("store", "check", "-c", c.conf,
                               cwd=c.dir).status, 0, "it is as it was")
    with harness.Site(now=NOW) as c:
        c.write("a.log", b"".join(random_lines("key")))
        c.must()
        refused("a store of another key", c.db, 78, "another key")
    with Web([("x.log", b"".join(random_lines("zone")))],
             extra="online_window = 10m\n") as c:
        refused("another online window", c.db, 78, "online window of 600 s")
    conf = a.conf.read_text()
    with Web() as c:
        c.conf.write_text(conf.replace('"s"', '"other"'))
        c.write("x.log", b"".join(random_lines("site")))
        c.must()
        refused("a site that is not configured", c.db, 78,
                "its site other is not in")
    with Web() as c:
        c.conf.write_text(conf.replace("Asia/Ho_Chi_Minh", "UTC"))
        c.write("x.log", b"".join(random_lines("tz")))
        c.must()
        refused("another zone", c.db, 78, "in zone UTC")
    (a.dir / "text.db").write_text("what is this" * 999)
    refused("a text", "text.db", 65, "text.db")
    refused("a file that is not there", "none.db", 66, "no database there")
    (a.dir / "empty.db").write_text("")
    refused("an empty file", "empty.db", 66, "no database there")
    t.ok(not (a.dir / "none.db").exists(), "and is not made")
    refused("a folder", "logs", 66, "no database there")
    other = sqlite3.connect(a.dir / "other.db")
    other.execute("CREATE TABLE x (y)")
    other.commit()
    refused("another program's database", "other.db", 65, "not one of")
    shutil.copy(b.db, a.dir / "newer.db")
    with open(a.dir / "newer.db", "r+b") as f:
        f.seek(60)
        f.write(b"\0\0\0\x63")
    refused("another version", "newer.db", 65, "database version 99")
    r = a.run("merge")
    t.ok(r.status == 64 and "which database" in r.says, "merge of nothing", r)

# ---- days that are sealed ----
def of_days(*days):
    start = harness.instant("2026-10-01T00:00:00+07:00")
    return b"".join(harness.entry(start + d * 86400 + h * 3000, "198.51.100.%d"
                                  % (h % 5 + 1), "/d%d/%d" % (d, h % 3))
                    for d in days for h in range(20))


with Web([("a.log", of_days(0, 1))]) as a, \
        Web([("b.log", of_days(1, 2))]) as b, \
        Web([("c.log", of_days(2, 3))]) as c, \
        Web([("d.log", of_days(30, 31))], now=SEALED) as d, \
        Web([("e.log", of_days(1) + of_days(0, 1)[:999])]) as e:
    for s in (a, b):
        s.must(now=SEALED)
    before = a.dump()
    for other, name in ((b, "sealed in both"), (e, "open there, sealed here")):
        r = a.merge(other)
        t.ok(r.status == 65 and "2026-10-0" in r.says and
             "sealed in one" in r.says and a.dump() == before,
             "a day that is %s is refused" % name, r)
    r = e.merge(a)
    t.ok(r.status == 65 and "sealed in one" in r.says,
         "so is one open here, sealed there", r)
    r = c.merge(a)
    t.ok(r.status == 0, "days that are sealed there, of which nothing is here,"
         " are taken", r)
    t.same(c.query("SELECT day - 20727, state FROM day ORDER BY 1"),
           [(0, "sealed"), (1, "sealed"), (2, "open"), (3, "open")],
           "as they are")
    t.same(c.query("SELECT sealed - 20727 FROM site"), [(1,)],
           "the site is sealed up to them")
    t.ok(c.run("store", "check").status == 0, "and it adds up")
    with Web([("a.log", of_days(0, 1)), ("c.log", of_days(2, 3))]) as all_:
        t.same([c.query("SELECT sum(visits), sum(pages),"
                        " sum(doubt_visitors), sum(doubt_pages) FROM day"),
                c.query(TALLIES)],
               [all_.query("SELECT sum(visits), sum(pages),"
                        " sum(doubt_visitors), sum(doubt_pages) FROM day"),
                all_.query(TALLIES)],
               "the sums are those of one store")
    r = c.merge(d)
    t.ok(r.status == 0 and c.run("store", "check").status == 0,
         "later days of another store", r)
    c.must(now=SEALED)
    t.ok(c.run("store", "check").status == 0, "sealing goes on after that")

# ---- what is not taken ----
with Web([("a.log", HALF[0])]) as a, Web([("b.log", HALF[1])]) as b:
    b.run("baseline", "add", "--value", "5", "--unit", "visits", "--as-of",
          "2026-09-01", "--source", "x", "--by", "y")
    r = a.merge(b)
    t.ok(r.status == 0 and "opening balances" in r.says and
         not a.query("SELECT * FROM baseline"),
         "an opening balance is not taken over, and that is told", r)
    b.db.chmod(0o400)
shutil.rmtree(base.dir)
t.done()
