#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""A backup is one state of the store, made while updates go on; restored, the next update
counts what came since; what does not fit is refused and changes nothing."""

import fcntl
import hashlib
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import harness  # noqa: E402

t = harness.Tap()


def modes(folder):
    return {p.name: "%o" % (p.stat().st_mode & 0o777)
            for p in [folder, *folder.iterdir()]}


def remade(folder, change):
    """The manifest after a file of the backup was changed on purpose."""
    lines = (folder / "MANIFEST").read_text().splitlines()
    out = [line for line in lines if line.startswith("#")]
    for name in ("truycap.db", "truycap.db.key"):
        out.append("%s  %s" % (hashlib.sha256(
            (folder / name).read_bytes()).hexdigest(), name))
    text = "\n".join(out) + "\n"
    (folder / "MANIFEST").write_text(change(text))


with harness.Site() as s:
    r = s.run("backup", "b0")
    t.ok(r.status == 66 and not (s.dir / "b0").exists(),
         "no database, no backup", r)
    s.write("a.log", harness.lines(300))
    s.must()
    first = s.dump()
    r = s.run("backup", "b1")
    t.ok(r.status == 0 and not r.out and not r.err, "backup is quiet", r)
    b1 = s.dir / "b1"
    t.same(modes(b1), {"b1": "700", "MANIFEST": "600", "truycap.db": "600",
                       "truycap.db.key": "600"},
           "a folder for its owner only, and nothing else in it")
    p = subprocess.run(["sha256sum", "-c", "MANIFEST"], cwd=b1,
                       capture_output=True)
    t.ok(p.returncode == 0, "sha256sum is content with the manifest",
         p.stderr.decode())
    t.ok(b"made 2026-10-08T13:15:00Z by truycap" in
         (b1 / "MANIFEST").read_bytes(), "which tells when it was made")
    r = s.run("backup", "b1")
    t.ok(r.status == 73 and "there already" in r.says,
         "a backup is not overwritten", r)
    r = s.run("backup", "no/where")
    t.ok(r.status == 73, "a folder in no folder", r)
    t.ok(s.run("backup", "b2/").status == 0 and (s.dir / "b2").is_dir(),
         "a name may end with a slash")
    t.same(sorted(p.name for p in s.dir.glob("b*")), ["b1", "b2"],
           "no other folder is left")

    s.append("a.log", harness.lines(200, second=4000, number=900))
    s.must()
    after = s.dump()
    r = s.run("restore", "b1")
    t.ok(r.status == 0 and "before-restore-20261008T131500Z" in
         r.out.decode(), "restore says where the old one is", r)
    t.same(s.dump(), first, "what was backed up is back")
    t.same(s.query("SELECT what, detail FROM event"), [("restore", "b1")],
           "it is an event")
    t.same(s.query("PRAGMA journal_mode"), [("delete",)], "read as it came")
    s.must()
    t.same(s.query("PRAGMA journal_mode"), [("wal",)],
           "and with a write-ahead log again")
    t.same(s.dump(), after, "the next update counts what came since, once")
    old = s.dir / "data/truycap.db.before-restore-20261008T131500Z"
    t.ok(old.exists() and old.with_name(old.name + ".key").exists() and
         sqlite3.connect(old).execute(
             "SELECT sum(lines) FROM ledger").fetchone() == (500,),
         "the old one is whole")

    # ---- what does not fit ----
    def damage(name, spoil, status, says, manifest=None):
        """A copy of the backup, spoilt; manifest: written anew after that."""
        bad = s.dir / "bad"
        shutil.rmtree(bad, ignore_errors=True)
        shutil.copytree(b1, bad)
        spoil(bad)
        if manifest:
            remade(bad, manifest)
        r = s.run("restore", "bad", now="2026-10-09T00:00:00+07:00")
        t.ok(r.status == status and says in r.says and
             not list((s.dir / "data").glob("*20261008T17*")) and
             not list((s.dir / "data").glob("*.restore*")) and
             s.dump() == after, "%s is refused, nothing is changed" % name, r)

    def write(name, data):
        return lambda d: (d / name).write_bytes(data)

    def patch(name, at, data):
        def do(d):
            with open(d / name, "r+b") as f:
                f.seek(at)
                f.write(data)
        return do

    def text(change):
        return lambda d: (d / "MANIFEST").write_text(change(
            (d / "MANIFEST").read_text()))

    def same(x):
        return x

    damage("a changed database", patch("truycap.db", 5000, b"x"), 65,
           "not what its manifest says")
    damage("a changed key", write("truycap.db.key", b"k" * 32), 65,
           "not what its manifest says")
    damage("another's key, manifest and all",
           write("truycap.db.key", b"k" * 32), 78,
           "the key of another database", same)
    damage("a damaged database, manifest and all",
           patch("truycap.db", 4096, b"\xa5" * 30000), 65, "", same)
    damage("a text in its place", write("truycap.db", b"text" * 999), 65,
           "", same)
    damage("a newer one", text(lambda x: re.sub(r"schema \d+", "schema 99", x)),
           65, "database version 99")
    damage("one that says it is ours and is newer",
           patch("truycap.db", 60, b"\0\0\0\x63"), 65,
           "database version 99", same)
    damage("no manifest", lambda d: (d / "MANIFEST").unlink(), 66, "MANIFEST")
    damage("an empty manifest", text(lambda x: ""), 65, "a line is missing")
    damage("a manifest without a sum", text(
        lambda x: "\n".join(x.splitlines()[:-1])), 65, "a line is missing")
    damage("a manifest with another path", text(
        lambda x: x.replace("  truycap.db\n", "  ../../x\n")), 65,
        "MANIFEST:4: not a manifest")
    damage("a huge manifest", text(lambda x: x + "#" * 99999), 65, "larger")
    damage("a link for a database", lambda d: (
        (d / "truycap.db").unlink(),
        (d / "truycap.db").symlink_to(b1 / "truycap.db")), 66, "truycap.db")
    r = s.run("restore", "nowhere")
    t.ok(r.status == 66, "a folder that is not there", r)
    for command in ("backup", "restore"):
        r = s.run(command)
        t.ok(r.status == 64 and "name one folder" in r.says,
             "%s wants a folder" % command, r)
    with open(s.dir / "data/truycap.lock") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        t.ok(s.run("restore", "b1").status == 75,
             "restore waits for no other run: it is refused")
        t.ok(s.run("backup", "b3").status == 0, "backup does not mind one")

    # ---- a torn or missing store is what it is for ----
    s.db.write_bytes(b"\0" * 5000)
    t.ok(s.run("restore", "b1", now="2026-10-10T00:00:00+07:00").status == 0
         and s.dump() == first, "a damaged database is replaced")
    shutil.rmtree(s.dir / "data")
    r = s.run("restore", "b1")
    t.ok(r.status == 0 and not r.out and s.dump() == first,
         "so is one that is gone", r)
    s.must()
    t.same(s.lines(), 500, "and counting goes on")

# ---- a log of changes of the old one does not get into the new one ----
with harness.Site() as s:
    s.write("a.log", harness.lines(50))
    s.must()
    first = s.dump()
    s.run("backup", "b")
    reader = sqlite3.connect(s.db)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM day").fetchone()
    s.append("a.log", harness.lines(500, second=9000, number=60))
    s.must()
    t.ok(os.path.getsize(str(s.db) + "-wal") > 0,
         "control: there is a log of changes")
    r = s.run("restore", "b")
    t.ok(r.status == 0 and s.dump() == first and s.integrity() == "ok",
         "restored beside a reader of the old one", r)
    reader.close()
    t.ok(s.dump() == first and s.integrity() == "ok", "and after it")

# ---- while updates go on ----
with harness.Site() as s:
    s.write("a.log", harness.lines(10))
    s.must()
    log = harness.lines(6000, second=100, number=10)
    good = states = 0
    for i in range(harness.rounds(6, 50)):
        s.append("a.log", log[i * 40000:(i + 1) * 40000])
        p = subprocess.Popen([harness.PROGRAM, "update", "-c", str(s.conf),
                              "--now", s.now], cwd=s.dir,
                             env=harness.ENVIRONMENT)
        ran = s.run("backup", "while%d" % i)
        states += p.wait() in (0, 75) and ran.status == 0
        with harness.Site(key=s) as copy:
            (copy.dir / "data").mkdir(exist_ok=True)
            if copy.run("restore", s.dir / ("while%d" % i)).status == 0:
                good += copy.run("store", "check").status == 0
    t.same((states, good), (harness.rounds(6, 50),) * 2,
           "backups made during updates are whole, and add up")

# ---- killed at any instant ----
with harness.Site() as s:
    s.write("a.log", harness.lines(2000))
    s.must()
    s.run("backup", "b")
    want, wrong = s.dump(), []
    for i in range(harness.rounds(12, 50)):
        p = subprocess.Popen([harness.PROGRAM, "restore", "-c", str(s.conf),
                              "--now", "2026-10-09T00:00:%02d" % (i % 60),
                              "b"], cwd=s.dir, env=harness.ENVIRONMENT,
                             stdout=subprocess.DEVNULL)
        time.sleep(0.0015 * i)
        p.kill()
        p.wait()
        r = s.run("store", "check")
        if r.status != 0 or s.dump() != want:
            wrong.append("%d: %s" % (i, r))
    t.ok(not wrong, "a restore that is killed leaves the one or the other",
         wrong[:3])
    r = s.run("restore", "b", now="2026-10-10T00:00:00+07:00")
    t.ok(r.status == 0 and s.dump() == want and not list(
        s.dir.glob("data/*.restore*")), "the next one cleans up", r)

# ---- an earlier version ----
with harness.Site(now="2026-10-08T00:00:00+07:00") as s:
    b = s.dir / "b"
    b.mkdir()
    db = sqlite3.connect(b / "truycap.db")
    db.executescript((harness.HERE / "store-1.sql").read_text())
    db.close()
    (b / "truycap.db.key").write_bytes(b"a key that is known to the tests")
    (b / "MANIFEST").write_text("# truycap backup 1\n# schema 1\n")
    remade(b, lambda x: x)
    r = s.run("restore", "b")
    t.ok(r.status == 0, "a backup of an earlier version is taken", r)
    s.write("a.log", b"")
    r = s.update()
    t.ok(r.status == 0 and "version 1 is now version 4" in r.says and
         s.run("store", "check").status == 0, "and migrated by the next run",
         r)
t.done()
