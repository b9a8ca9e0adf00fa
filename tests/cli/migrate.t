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
    r = s.run("status")
    t.ok(r.status == 65 and "store migrate" in r.says,
         "reading commands say what to do, and change nothing", r)
    t.same(s.query("PRAGMA user_version"), [(1,)], "it is still version 1")
    r = s.run("store", "migrate", "--now", NOW)
    t.ok(r.status == 0 and r.out == b"ok: version 2\n" and
         "truycap.db.version-1" in r.says,
         "store migrate names the version, and where the old one is", r)
    new.write("a.log", harness.lines(5))
    new.must()
    t.same(shape(s.db), shape(new.db),
           "tables and columns are those of a new database")
    t.same(s.query("SELECT day, state, visits, pages FROM day"), counted,
           "what was counted is there")
    t.same(s.query("SELECT what, detail FROM event"),
           [("migrate", "version 1 to 2")], "it is an event")
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
    t.ok(r.status == 0 and "version 1 is now version 2" in r.says,
         "update migrates by itself and tells it once", r)
    r = s.update()
    t.ok(r.status == 0 and not r.err, "the next one is quiet", r)
    t.ok(s.run("store", "check").status == 0, "and it adds up")

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
