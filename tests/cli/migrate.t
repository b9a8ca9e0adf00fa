#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""A database of an earlier version becomes one of this version, with all that is in it;
the old one is kept.  tests/cli/store-1.sql is one as version 1 made it."""

import os
import sqlite3
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import harness  # noqa: E402

t = harness.Tap()
KEY = b"a key that is known to the tests"
NOW = "2026-10-08T00:00:00+07:00"


def old(s):
    """A store of version 1 in the place of s's."""
    (s.dir / "data").mkdir(mode=0o700)
    (s.dir / "data/truycap.db.key").write_bytes(KEY)
    db = sqlite3.connect(s.db)
    db.executescript((harness.HERE / "store-1.sql").read_text())
    db.close()


def shape(path):
    """Tables with their columns, and indices: not how they are written."""
    db = sqlite3.connect(path)
    out = {}
    for kind, name in db.execute("SELECT type, name FROM sqlite_master"
                                 " WHERE name NOT LIKE 'sqlite_%'"):
        pragma = "table_info" if kind == "table" else "index_info"
        out[kind, name] = db.execute(
            "PRAGMA %s(%s)" % (pragma, name)).fetchall()
    db.close()
    return out


with harness.Site(now=NOW) as s, harness.Site() as new:
    old(s)
    before = s.db.read_bytes()
    counted = s.query("SELECT day, state, visits, pages FROM day")
    pages = s.query("SELECT day, text, views, bytes FROM page"
                    " JOIN term ON term.id = page")
    doors = s.query("SELECT day, kind, text, visits FROM door"
                    " JOIN term ON term.id = page")
    t.ok(len(pages) >= 20 and len(doors) >= 40, "control: there are figures")
    r = s.run("status")
    t.ok(r.status == 65 and "store migrate" in r.says,
         "reading commands say what to do, and change nothing", r)
    t.same(s.query("PRAGMA user_version"), [(1,)], "it is still version 1")
    r = s.run("store", "migrate", "--now", NOW)
    t.ok(r.status == 0 and r.out == b"ok: version 4\n" and
         "truycap.db.version-1" in r.says,
         "store migrate names the version, and where the old one is", r)
    new.write("a.log", harness.lines(5))
    new.must()
    t.same(shape(s.db), shape(new.db),
           "tables and columns are those of a new database")
    t.same(s.query("SELECT day, visits, pages FROM day"),
           [(d, v, p) for d, _, v, p in counted], "what was counted is there")
    t.same(s.query("SELECT DISTINCT state, dirty, sealed FROM day"
                   " JOIN site ON site.id = site"), [("sealed", 0, 20730)],
           "all days are final, for what was kept of open ones is not read")
    t.same(s.query("SELECT (SELECT count(*) FROM part), (SELECT count(*) FROM"
                   " carried), (SELECT count(*) FROM unique_day)"), [(0, 0, 0)],
           "of visitors nothing is left")
    t.same([s.query("SELECT day, text, hits, pages, bytes, visits FROM tally"
                    " JOIN term ON term.id = key WHERE dim = %d" % d)
            for d in (1, 2, 3)], [
        [(d, text, n, n, size, 0) for d, text, n, size in pages],
        [(d, text, 0, 0, 0, n) for d, kind, text, n in doors
         if kind == "entry"],
        [(d, text, 0, 0, 0, n) for d, kind, text, n in doors
         if kind == "exit"]], "pages and doors are tallies")
    first = {}
    for day, text, _, _ in pages:
        first[text] = min(day, first.get(text, day))
    t.same(s.query("SELECT name, first, kind FROM first_seen ORDER BY 1"),
           [(text, day, 1) for text, day in sorted(first.items())],
           "pages are first seen on the first day that they are kept of")
    t.same(s.query("SELECT what, detail FROM event"),
           [("migrate", "version 1 to 4; days sealed as they were: 1")],
           "it is an event, with the days that had to be sealed")
    r = s.run("store", "check")
    t.ok(r.status == 0, "store check finds it whole", r)
    r = s.run("store", "migrate")
    t.ok(r.status == 0 and not r.err, "again is nothing to do", r)
    kept = s.dir / "data/truycap.db.version-1"
    t.same([p.stat().st_mode & 0o777 for p in
            (kept, kept.with_name(kept.name + ".key"))], [0o600, 0o600],
           "the old one is kept with its key, for its owner only")
    t.same(sqlite3.connect(kept).execute(
        "SELECT day, state, visits, pages FROM day").fetchall(), counted,
        "and is as it was")

with harness.Site(now=NOW) as s:
    old(s)
    s.write("a.log", b"")
    r = s.update()
    t.ok(r.status == 0 and "version 1 is now version 4" in r.says and
         "1 days are sealed as they were" in r.says,
         "update migrates by itself and tells it once", r)
    r = s.update()
    t.ok(r.status == 0 and not r.err, "the next one is quiet", r)
    t.ok(s.run("store", "check").status == 0, "and it adds up")
    s.append("a.log", harness.entry(harness.instant(
        "2026-10-04T23:00:00+07:00"), "192.0.2.1"))
    s.must()
    t.same((s.query("SELECT day, visits, pages FROM day"),
            s.classes().get("late")), ([(d, v, p) for d, _, v, p in counted],
                                       1),
           "a later line of a day that was open is late")
    s.append("a.log", harness.entry(harness.instant(
        "2026-10-07T23:00:00+07:00"), "192.0.2.1"))
    s.must()
    t.ok(s.query("SELECT visits FROM day WHERE state = 'open'") == [(1,)] and
         s.run("store", "check").status == 0, "one of a later day counts")

# ---- a day that a killed run had counted, but not derived; by steps ----
with harness.Site(now=NOW) as s:
    old(s)
    db = sqlite3.connect(s.db)
    db.executescript((harness.ROOT / "store/migrate-2.sql").read_text())
    db.execute("UPDATE day SET dirty = 1 WHERE state = 'open'")
    db.execute("UPDATE ledger SET lines = lines + 1 WHERE day = 20730")
    db.execute("PRAGMA user_version = 2")
    db.commit()
    db.close()
    s.write("a.log", b"")
    r = s.update()
    t.ok(r.status == 0 and "version 2 is now version 4" in r.says,
         "version 2 is an earlier one, too", r)
    t.same(s.query("SELECT state, dirty, visits FROM day WHERE day = 20730"),
           [("sealed", 1, 11)], "such a day keeps its figures and its mark")
    r = s.run("store", "check")
    t.ok(r.status == 0, "and is no contradiction", r)

with harness.Site(now=NOW) as s:
    old(s)
    db = sqlite3.connect(s.db)
    db.execute("CREATE TABLE event (x)")
    db.commit()
    db.close()
    r = s.update()
    t.ok(r.status != 0 and "to version 2" in r.says,
         "a step that fails is told", r)
    t.ok(s.query("PRAGMA user_version") == [(1,)] and not s.query(
        "SELECT name FROM sqlite_master WHERE name = 'history'"),
        "and leaves the database as it was")

# ---- store init ----

with harness.Site() as s, harness.Site() as other:
    r = s.run("store", "init")
    t.ok(r.status == 0 and not r.out and s.db.exists(),
         "store init makes a database", r)
    r = s.run("store", "init")
    t.ok(r.status == 73 and "already" in r.says, "but not a second time", r)
    r = other.run("store", "init", "--key", s.key_file())
    t.ok(r.status == 0 and other.key_file().read_bytes() ==
         s.key_file().read_bytes() and
         other.key_file().stat().st_mode & 0o777 == 0o600,
         "--key takes another store's key", r)
    t.ok(other.run("store", "check").status == 0, "and the store is whole")
    os.unlink(other.db)
    (other.dir / "k").write_bytes(b"k" * 32)
    r = other.run("store", "init", "--key", "k")
    t.ok(r.status == 73 and "another key already" in r.says and
         not other.db.exists(), "a key that is there is not replaced", r)
    r = other.run("store", "init", "--key", s.key_file())
    t.ok(r.status == 0 and other.db.exists(), "the same key is no matter", r)
with harness.Site() as s:
    r = s.run("store", "init", "--key", s.conf)
    t.ok(r.status == 78 and "not a key file" in r.says and
         not s.db.exists(), "a file that is no key is refused", r)
    r = s.run("store", "migrate")
    t.ok(r.status == 66 and not s.db.exists(),
         "store migrate makes no database where there is none", r)
t.done()
