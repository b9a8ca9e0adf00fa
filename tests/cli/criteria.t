#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""A site's criteria: their sections are counted, wrong ones are refused by name."""

import hashlib
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import harness  # noqa: E402

t = harness.Tap()
SET = """[criteria "c"]
title = Bộ tiêu chí
[section "tin"]
pattern = /tin/*
[section "van-ban"]
pattern = /vb/*, ?tabid=7
[section "giay"]
title = Chỉ có trên giấy
[item "1"]
metric = P06
floor = 0
target = 1
"""
HAND = """[manual "m"]
floor = 0
target = 1
value = 1
proof = minutes.txt
sha256 = %s
"""


def page(n, path):
    return harness.line(n, n, path=path)


with harness.Site(extra="section = own: /own/*\n"
                  "criteria = c.conf, hand.conf\n") as s:
    proof = b"minutes\n"
    (s.dir / "c.conf").write_text(SET)
    (s.dir / "minutes.txt").write_bytes(proof)
    (s.dir / "hand.conf").write_text(HAND % hashlib.sha256(proof).hexdigest())
    paths = ["/own/1", "/tin/1", "/tin/2", "/vb/1", "/x?tabid=7", "/y"]
    s.write("a.log", b"".join(page(i, p) for i, p in enumerate(paths)))
    s.must()

    def sections():
        rows = s.shown("export", "sections", "--json")["rows"]
        return {r.get("section", r.get("key")): r["pages"] for r in rows}

    t.same(sections(), {"own": 1, "tin": 2, "van-ban": 2},
           "sections of the criteria are counted beside the site's own")
    printed = s.shown("config", "--print")
    (s.dir / "printed.conf").write_text(printed)
    again = harness.truycap("config", "-c", s.dir / "printed.conf", "--print")
    t.ok(again.out.decode() == printed and "criteria = " in printed and
         "section = tin" not in printed, "what is printed reads back the same",
         again)
    r = s.run("config", "--check")
    t.ok(r.status == 0 and "criteria" not in r.says, "all proofs hold", r)
    (s.dir / "minutes.txt").write_bytes(b"other minutes\n")
    r = s.run("config", "--check")
    t.ok(r.status == 0 and "hand.conf:1: [manual \"m\"]: its proof" in r.says
         and "was changed" in r.says, "a changed proof is named", r)
    (s.dir / "minutes.txt").unlink()
    r = s.run("config", "--check")
    t.ok("minutes.txt: No such file" in r.says, "a missing one, too", r)
    s.append("a.log", page(10, "/tin/3"))
    r = s.update()
    t.ok(r.status == 0 and sections()["tin"] == 3,
         "counting goes on without it", r)

    # The same sections in another order, and others: open days stay right.
    (s.dir / "c.conf").write_text(
        '[criteria "c"]\n[section "moi"]\npattern = /y*\n' +
        SET.partition("\n")[2])
    s.append("a.log", page(11, "/tin/4") + page(12, "/y"))
    s.must()
    t.same(sections(), {"own": 1, "tin": 4, "van-ban": 2, "moi": 1},
           "a section may be put before the others")

    (s.dir / "c.conf").write_text(SET + "wieght = 3\n")
    r = s.update()
    t.ok(r.status == 78 and "c.conf:13: [item] has no key \"wieght\" (did you "
         "mean \"weight\"?)" in r.says, "a wrong file is refused", r)

names = harness.truycap("config", "--criteria", "list").out.decode()
for name in [n.split("\t")[0] for n in names.splitlines()]:
    shown = harness.truycap("config", "--criteria", name)
    t.ok(shown.status == 0 and shown.out == (harness.ROOT / "conf/criteria" / (
        name + ".conf")).read_bytes(), "%s is printed as it is" % name, shown)
    with harness.Site(extra="criteria = mine.conf\n") as s:
        (s.dir / "mine.conf").write_bytes(shown.out)
        s.write("a.log", harness.lines(3))
        t.ok(s.update().status == 0, "a copy of %s is a site's set" % name)
r = harness.truycap("config", "--criteria", "vn-sed")
t.ok(r.status == 64 and "did you mean vn-seed?" in r.says, "a slip", r)
t.done()
