#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What is wrong is told in one clear line, with the right status; nothing is lost by
it, nothing is half written, and the next run is exact."""

import bz2
import fcntl
import gzip
import json
import lzma
import os
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import harness  # noqa: E402
from harness import lines, packed, truycap  # noqa: E402

USAGE, DATA, NOINPUT, CREATE, IO, LOCKED, CONFIG = 64, 65, 66, 73, 74, 75, 78
t = harness.Tap()


def told(r, status, words):
    """One line, that names what is wrong; on standard output nothing."""
    said = r.says.splitlines()
    return (r.status == status and len(said) == 1 and r.out == b"" and
            said[0].startswith("truycap: ") and len(said[0]) < 500 and
            all(w in said[0] for w in words) and said[0].isprintable())


def check(r, status, words, name):
    return t.ok(told(r, status, words), name, "%s\nwanted %d, %s" % (
        r, status, words))


# ---- wrong usage ----

COMMANDS = [
    ("an unknown command", ["updat"], USAGE, ["updat", "did you mean update"]),
    ("a command of another program", ["frobnicate"], USAGE,
     ["frobnicate", "truycap help"]),
    ("an unknown option", ["update", "--thread-count", "1"], USAGE,
     ["--thread-count", "--help"]),
    ("nearly an option", ["update", "--treads", "1"], USAGE,
     ["--treads", "did you mean --threads"]),
    ("another command's option", ["status", "--backfill"], USAGE,
     ["--backfill"]),
    ("an option without its value", ["update", "--now"], USAGE,
     ["--now", "value"]),
    ("a number that is none", ["update", "--threads", "many"], USAGE,
     ["--threads", "many"]),
    ("a time that is none", ["update", "--now", "yesterday"], USAGE,
     ["--now", "yesterday"]),
    ("a period that ends before it begins", ["export", "days", "--from",
     "2026-02-01", "--to", "2026-01-01"], USAGE, ["before"]),
    ("a day that does not exist", ["export", "days", "--from", "2026-02-30"],
     USAGE, ["2026-02-30"]),
    ("a file for update", ["update", "logs/a.log"], USAGE, ["ingest"]),
    ("no file for report", ["report"], USAGE, ["report", "--help"]),
    ("no file for ingest", ["ingest"], USAGE, ["ingest"]),
    ("a configuration that is not there", ["update", "-c", "none.conf"],
     NOINPUT, ["none.conf"]),
    ("a folder as configuration", ["update", "-c", "logs"], NOINPUT,
     ["logs"]),
    ("a zone that does not exist", ["report", "--tz", "Mars/Base",
     "logs/a.log"], CONFIG, ["Mars/Base"]),
    ("a format string without what is needed", ["report", "--format",
     '"$request" $status', "logs/a.log"], CONFIG, ["$remote_addr"]),
    ("a list of robots that is not there", ["report", "--robots", "none.txt",
     "logs/a.log"], NOINPUT, ["none.txt"]),
    ("windows that cannot be", ["report", "--visit-gap", "1m",
     "--online-window", "5m", "logs/a.log"], USAGE, ["window", "gap"]),
]

KEYS = [
    ("an unknown key", "[site \"s\"]\ncolour = red\n", ["t.conf:2", "colour"]),
    ("nearly a key", "[site \"s\"]\nwiget = www\n",
     ["t.conf:2", "wiget", "did you mean", "widget"]),
    ("a key of another program", "[site \"s\"]\nserver_name = x\n",
     ["t.conf:2", "host"]),
    ("a wrong value", "[site \"s\"]\nlog = l\nlang = vn\n", ["t.conf:3", "vn"]),
    ("no site at all", "data = data\n", ["t.conf"]),
    ("bytes", "\0\1\2\377", ["t.conf"]),
]


def usage():
    with harness.Site() as s:
        s.write("a.log", lines(10))
        for name, args, status, words in COMMANDS:
            check(truycap(*args, cwd=s.dir), status, words, name)
        for name, text, words in KEYS:
            (s.dir / "t.conf").write_bytes(text.encode("latin-1"))
            check(truycap("update", "-c", "t.conf", cwd=s.dir), CONFIG,
                  words, "configuration: " + name)
        t.ok(not (s.dir / "data").exists(), "and nothing was made of it")


# ---- wrong input ----

GOOD = lines(2000)
MORE = lines(700, 3000, 5000)


def damaged(data):
    """One bit of the checksum."""
    return data[:-6] + bytes([data[-6] ^ 1]) + data[-5:]


def put(name):
    """A file of these bytes in the place of b.log."""
    return lambda s, data=name: s.write("b.log", data)


# name; what lies where b.log should; the status; words of the one line; how many
# lines of it count.
INPUTS = [
    ("no file", lambda s: None, NOINPUT, ["b.log"], 0),
    ("an empty file", put(b""), 0, None, 0),
    ("a folder", lambda s: s.path("b.log").mkdir(), NOINPUT,
     ["b.log", "directory"], 0),
    ("a FIFO", lambda s: os.mkfifo(s.path("b.log")), NOINPUT,
     ["b.log", "not a regular file"], 0),
    ("a link to endless zeros", lambda s: os.symlink(
        "/dev/zero", s.path("b.log")), NOINPUT,
     ["b.log", "not a regular file"], 0),
    ("a link to nowhere", lambda s: os.symlink("gone", s.path("b.log")),
     NOINPUT, ["b.log"], 0),
    ("bytes", put(bytes(range(256)) * 40), DATA, ["b.log", "binary"], 0),
    ("a text that is no log", put(b"Dear \x1b[31msir,\nthis is a letter.\n"
                                  * 30), DATA,
     ["b.log", "no known format", "Dear", "combined", "vhost_combined"], 0),
    ("a packed text that is no log", put(packed(b"Dear sir,\n" * 30)), DATA,
     ["b.log", "no known format", "Dear sir"], 0),
    ("a packed log with a wrong checksum", put(damaged(packed(MORE))), DATA,
     ["b.log", "damaged", "checksum"], 0),
    ("a packed log with a wrong checksum in its second member",
     put(packed(MORE[:len(MORE) // 2]) + damaged(packed(MORE[len(MORE) //
                                                             2:]))),
     DATA, ["b.log", "damaged", "checksum"], 0),
    ("a packed log with bytes overwritten",
     put(packed(MORE)[:2000] + bytes(50) + packed(MORE)[2050:]), DATA,
     ["b.log", "damaged"], 0),
    ("a packed log that ends early", put(packed(MORE)[:6000]), 0, None,
     "some"),
    ("garbage behind a packed log", put(packed(MORE) + b"garbage" * 9), 0,
     None, 700),
    ("nothing but a header of gzip", put(packed(MORE)[:10]), 0, None, 0),
]


def inputs(name, make, status, words, count):
    with harness.Site(log="logs/a.log logs/b.log", form="auto") as s:
        s.write("a.log", GOOD)
        make(s)
        began = time.monotonic()
        r = s.update()
        title = "input: " + name
        if words is None:
            t.same((r.status, r.says), (status, ""), title + ": is no trouble")
        else:
            check(r, status, words, title)
        got = s.lines() - 2000
        t.ok(got == count or count == "some" and 0 < got < 700,
             title + ": of the other log all is counted", got)
        t.ok(time.monotonic() - began < 5 and s.run("store", "check").status
             == 0, title + ": and the store is good")
        repaired(s, title)


def repaired(s, title):
    """The log that should have been there comes: all is as if it had been."""
    path = s.path("b.log")
    if path.is_dir():
        path.rmdir()
    elif path.is_symlink() or path.exists():
        path.unlink()
    s.write("b.log", MORE)
    s.must()
    with harness.Site(key=s, log="logs/a.log logs/b.log",
                      form="auto") as reference:
        reference.write("a.log", GOOD)
        reference.write("b.log", MORE)
        reference.must()
        t.same(s.dump(), reference.dump(), title + ": the next run is exact")


def report_inputs():
    with harness.Site() as s:
        for name, make, status, words, count in INPUTS:
            path = s.path("b.log")
            if path.is_dir():
                path.rmdir()
            elif path.is_symlink() or path.exists():
                path.unlink()
            make(s)
            r = truycap("report", "--json", "logs/b.log", cwd=s.dir)
            if words is not None:
                check(r, status, words, "report: " + name)
                continue
            got = json.loads(r.out)["lines"] if r.out else None
            t.ok(r.status == 0 and (got == count or count == "some" and
                                    0 < got < 700), "report: " + name,
                 "%s, %s" % (r, got))


def accepted():
    with harness.Site(log="logs/a.log", archive="logs/*.gz") as s:
        s.write("a.log", GOOD)
        s.write("b.gz", damaged(packed(MORE)))
        s.must(status=DATA)
        t.same(s.lines(), 2000, "damaged: adds nothing")
        r = s.update()
        t.same((r.status, r.says), (0, ""), "damaged: is told once")
        t.same(s.run("status").status, DATA, "damaged: the status stays so")
        r = s.update("--accept-damaged")
        t.same((r.status, s.lines()), (0, 2700), "damaged: counts if told to")
        s.must("--accept-damaged")
        s.must()
        s.write("b.gz", packed(MORE))
        s.must()
        t.same(s.lines(), 2700, "damaged: once, and no more when it is whole")
        r = truycap("report", "--accept-damaged", "--json", "c.gz",
                    cwd=s.write("../c.gz", damaged(packed(MORE))).parent)
        t.ok(r.status == 0 and json.loads(r.out)["lines"] == 700 and
             "is counted" in r.says, "damaged: a report can be told to, too",
             r)


# ---- archives that hold more than they should ----

CEILING, BOMB = 4 << 20, 64 << 20
# A small process in between: what its child had before it became the program
# would count, too.
PEAK = """import os, sys
p = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ)
_, status, used = os.wait4(p, 0)
print(used.ru_maxrss, os.waitstatus_to_exitcode(status))"""


def zstd(data):
    return subprocess.run(["zstd", "-q", "-c"], input=data, check=True,
                          capture_output=True).stdout


def bombs():
    """Name, bytes, whole lines below the ceiling."""
    one = lines(1)
    built = truycap("--version").out.decode()
    contents = [("zeros", bytes(BOMB), 0),
                ("zeros behind lines", lines(50) + bytes(BOMB), 50),
                ("one line over and over", one * (BOMB // len(one)),
                 CEILING // len(one)),
                ("a line without an end", b"x" * BOMB, 0)]
    for form, pack in (("gzip", lambda d: gzip.compress(d, 1, mtime=0)),
                       ("zstd", zstd), ("bzip2", lambda d: bz2.compress(d, 1)),
                       ("xz", lambda d: lzma.compress(d, preset=0))):
        if form not in built or form == "zstd" and not shutil.which("zstd"):
            t.skip("a bomb in %s" % form, "not built in, or no tool")
            continue
        for name, data, count in contents:
            yield "a bomb of %s in %s" % (name, form), pack(data), count


def peak(s, *args):
    """Kilobytes, and the exit status."""
    p = subprocess.run([sys.executable, "-I", "-S", "-c", PEAK,
                        harness.PROGRAM, *map(str, args)], cwd=s.dir,
                       env=harness.ENVIRONMENT, check=True,
                       capture_output=True)
    return tuple(map(int, p.stdout.split()[-2:]))


def bomb(name, data, count):
    sanitized = b"__asan_init" in open(harness.PROGRAM, "rb").read()
    with harness.Site(conf="data = data\nmax_file_bytes = 4MiB\n[site \"s\"]\n"
                      "log = logs/a.log\narchive = logs/b\nformat = auto\n"
                      "tz = %s\n" % harness.TZ) as s:
        s.write("a.log", GOOD)
        s.write("b", data)
        check(s.update(), DATA, ["logs/b", "max_file_bytes = 4MiB"], name)
        t.same(s.lines(), 2000 + count,
               name + ": the whole lines before the ceiling count, and the "
               "other log")
        first = s.dump()
        r = s.update()
        t.same((r.status, r.says), (0, ""), name + ": is told once")
        shutil.copy(s.path("b"), s.path("b2"))
        s.path("b2").replace(s.path("b"))
        s.must(status=DATA)
        t.same(s.dump(), first, name + ": read again, it adds nothing")
        state = s.run("status", "--json")
        t.ok(state.status == DATA and {f["state"] for f in
             json.loads(state.out)["files"]} == {"limit"},
             name + ": the status knows", state)
        used, status = peak(s, "report", "--threads", "2", "--max-bytes",
                            CEILING, "logs/b")
        t.ok(status == DATA and (used < 64 << 10 or sanitized),
             name + ": memory stays small", "%d KiB, status %d" % (
                 used, status))


def slow():
    """A small archive of which nobody waits for the end: 16 GiB."""
    line = lines(1)
    one = packed(line * ((8 << 20) // len(line)))
    conf = ("max_file_time = %s\ndata = data\n[site \"s\"]\nlog = logs/a.log\n"
            "archive = logs/*.gz\nformat = auto\ntz = " + harness.TZ + "\n")
    with harness.Site(conf=conf % "1s") as s:
        s.write("a.log", GOOD)
        s.write("b.gz", one * (2 << 10))
        s.write("c.gz", packed(MORE))
        begin = time.monotonic()
        check(s.update("--threads", "2"), DATA,
              ["logs/b.gz", "max_file_time = 1s"], "slow: is stopped")
        t.ok(time.monotonic() - begin < 60, "slow: within its time")
        ledger = s.lines()
        t.ok(ledger > 2700, "slow: what came in time counts, and the other "
             "logs", ledger)
        first = s.dump()
        r = s.update()
        t.same((r.status, r.says, s.dump() == first), (0, "", True),
               "slow: is told once, and not read again")
        t.same(json.loads(s.run("status", "--json").out)["files"][0]["state"],
               "limit", "slow: the status knows")
        s.must("--max-bytes", "1T")
        t.same(s.lines(), ledger, "slow: more bytes are no more time")
        s.write("../" + os.path.basename(s.conf), (conf % "2s").encode())
        check(s.update(), DATA, ["logs/b.gz", "max_file_time = 2s"],
              "slow: goes on under a higher ceiling")
        t.ok(s.lines() > ledger, "slow: and more of it counts")


def lifted_ceiling():
    """What is beyond a ceiling counts under a higher one, and once."""
    with harness.Site(log="logs/a.gz", form="auto") as s, \
            harness.Site(key=None, log="logs/a.gz", form="auto") as reference:
        log = lines(40000)
        s.write("a.gz", packed(log))
        reference.write("a.gz", packed(log))
        reference.must()
        seen = []
        for size in (1, "200K", "1M", "1MiB", "3M", "1G"):
            s.must("--max-bytes", size, status=0 if size in (
                "1MiB", "1G") else DATA)
            seen.append(s.lines())
        t.ok(seen == sorted(seen) and seen[2] == seen[3] and
             seen[0] == 0 and seen[-1] == 40000 and len(set(seen)) == 5,
             "a ceiling that is lifted: the rest counts, once", seen)
        t.same(s.days(), reference.days(),
               "a ceiling that is lifted: the figures are those of one run")
        for size in ("0", "-1", "5X", ""):
            check(s.update("--max-bytes=" + size), USAGE, ["--max-bytes"],
                  "a ceiling that is none: " + repr(size))


# ---- a wrong store ----

def sql(path, text):
    db = sqlite3.connect(path)
    db.execute(text)
    db.commit()
    db.close()


def other_key(s):
    with harness.Site() as other:
        other.write("a.log", lines(1))
        other.must()
        shutil.copy(other.key_file(), s.key_file())


def replace_by_folder(s):
    s.db.unlink()
    s.db.mkdir()


def other_program(s):
    s.db.unlink()
    sql(s.db, "CREATE TABLE t(x)")


# name, what is done to it, status, words
STORES = [
    ("of another version", lambda s: sql(s.db, "PRAGMA user_version = 9"),
     DATA, ["truycap.db", "version 9"]),
    ("with another key", other_key, CONFIG, ["truycap.db.key", "another"]),
    ("without its key", lambda s: s.key_file().unlink(), CONFIG,
     ["truycap.db.key"]),
    ("with half a key", lambda s: s.key_file().write_bytes(b"short"), CONFIG,
     ["truycap.db.key"]),
    ("that is a text", lambda s: s.db.write_text("Dear sir,\n" * 500), DATA,
     ["truycap.db", "not a database"]),
    ("of another program", other_program, DATA,
     ["truycap.db", "not one of truycap"]),
    ("that is a folder", replace_by_folder, CREATE, ["truycap.db"]),
    ("whose lock is a folder", lambda s: (
        (s.dir / "data/truycap.lock").unlink(),
        (s.dir / "data/truycap.lock").mkdir()), CREATE, ["truycap.lock"]),
]


def snapshot(folder):
    return {str(p.relative_to(folder)): p.read_bytes()
            for p in sorted(folder.rglob("*")) if p.is_file() and
            not p.name.endswith(("-shm", "-wal", ".lock"))}


def stores(name, spoil, status, words):
    with harness.Site() as s:
        s.write("a.log", GOOD)
        s.must()
        shutil.copytree(s.dir / "data", s.dir / "good")
        s.append("a.log", MORE)
        spoil(s)
        before = snapshot(s.dir)
        title = "a store " + name
        check(s.update(), status, words, title)
        for command in (("widget", "--json"), ("status",), ("export", "days"),
                        ("store", "dump"), ("store", "check")):
            if "lock" in name:
                continue
            r = s.run(*command)
            if not told(r, status, words):
                t.ok(False, "%s: %s" % (title, " ".join(command)), r)
        t.same(sorted(k for k, v in snapshot(s.dir).items()
                      if before.get(k) != v), [],
               title + ": nothing is written")
        shutil.rmtree(s.dir / "data")
        (s.dir / "good").rename(s.dir / "data")
        s.must()
        t.same(s.lines(), 2700, title + ": the next run is exact")


def broken_store():
    """Truncated, or with bits turned over."""
    rng = harness.chance("broken")
    wrong, seen = [], set()
    with harness.Site() as s:
        s.write("a.log", harness.random_log(3, 1500))
        s.must()
        good = s.db.read_bytes()
        key = s.key_file().read_bytes()
        for k in range(harness.rounds(30)):
            data = bytearray(good)
            if k % 3 == 0:
                del data[rng.randrange(1, len(data)):]
            else:
                for _ in range(rng.choice((1, 8, 200))):
                    data[rng.randrange(len(data))] ^= 1 << rng.randrange(8)
            shutil.rmtree(s.dir / "data")
            (s.dir / "data").mkdir(mode=0o700)
            s.db.write_bytes(data)
            (s.dir / "data/truycap.db.key").write_bytes(key)
            for command in ("check", "status", "export", "update"):
                args = {"check": ("store", "check"),
                        "export": ("export", "days")}.get(command, (command,))
                r = s.run(*args)
                seen.add(r.status)
                if r.status not in (0, 65, 66, 70, 73, 74, 78):
                    wrong.append("%d %s: %s" % (k, command, r))
    t.ok(not wrong, "a damaged store: never a crash (status %s)" %
         sorted(seen), "\n".join(wrong[:5]))


# ---- no room, no right ----

def whole_outputs(s):
    """What is published is whole, or not there."""
    wrong = []
    for path in s.dir.glob("www/*"):
        data = path.read_bytes()
        if path.name.endswith(".json"):
            try:
                json.loads(data)
            except ValueError as e:
                wrong.append("%s: %s" % (path.name, e))
        elif not data.strip() or (path.suffix in (".html", ".svg") and
                                  b"</" not in data[-4200:]):
            wrong.append(path.name)
    return wrong


def limited(size):
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def full_disk():
    """Files cannot grow over a limit: from nothing, and over a good store."""
    sizes = [0, 1, 40, 4096, 20000, 33000, 70000, 150000, 400000, 2000000]
    log = harness.random_log(9, 3000, 3)
    half = log.index(b"\n", len(log) // 2) + 1
    statuses, wrong = set(), []
    with harness.Site(log="logs/a.log") as reference:
        reference.write("a.log", log)
        reference.must()
        want = reference.dump()
        for size in sizes:
            for old in (False, True):
                with harness.Site(key=reference, log="logs/a.log") as s:
                    s.write("a.log", log[:half] if old else log)
                    if old:
                        s.must()
                        s.write("a.log", log)
                    r = s.update(prepare=limited(size))
                    statuses.add(r.status)
                    bad = whole_outputs(s)
                    if r.status and len(r.says.splitlines()) != 1 or \
                            r.status not in (0, IO, CREATE) or bad:
                        wrong.append("%d: %s %s" % (size, r, bad))
                    s.must()
                    if s.dump() != want or s.integrity() != "ok":
                        wrong.append("%d: the next run is not exact" % size)
                    left = [p.name for p in s.dir.glob("*/.*")]
                    if left:
                        wrong.append("%d: left %s" % (size, left))
    t.ok(not wrong, "a full disk is told in a line, and the next run is exact",
         "\n".join(wrong[:6]))
    t.ok({0, IO} <= statuses, "it was full for some, and not for others",
         sorted(statuses))


def small_disk():
    name = "a disk that is full"
    folder = harness.scratch()
    if os.geteuid() != 0 or subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=300k,mode=700", "tmpfs",
             folder], capture_output=True).returncode != 0:
        t.skip(name, "a small file system cannot be mounted")
        return
    try:
        log = harness.random_log(9, 6000, 3)
        conf = "data = %s/data\n[site \"s\"]\nlog = logs/*.log\n" \
            "format = combined\ntz = %s\nwidget = %s/www\n" % (
                folder, harness.TZ, folder)
        with harness.Site(conf=conf) as s, harness.Site() as reference:
            s.write("a.log", log)
            check(s.update(), IO, ["full"], name)
            os.symlink(folder / "data", s.dir / "data")
            subprocess.run(["mount", "-o", "remount,size=8m", folder],
                           check=True)
            s.must()
            reference.write("a.log", log)
            reference.must()
            t.same(s.days(), reference.days(),
                   name + ": with more room, the next run is exact")
    finally:
        subprocess.run(["umount", folder])


def places():
    with harness.Site() as s:
        s.write("a.log", GOOD)
        (s.dir / "www").write_text("not a folder")
        check(s.update(), CREATE, ["www"], "a file in the widget's place")
        t.same(s.lines(), 2000, "a file in the widget's place: all is counted")
        (s.dir / "www").unlink()
        s.must()
        t.ok((s.dir / "www/visits.json").exists(),
             "a file in the widget's place: once it is gone, all is there")
    with harness.Site() as s:
        s.write("a.log", GOOD)
        (s.dir / "data").write_text("not a folder")
        check(s.update(), CREATE, ["data"], "a file in the store's place")
        (s.dir / "data").unlink()
        s.must()
        t.same(s.lines(), 2000, "a file in the store's place: once it is gone")
    with harness.Site() as s:
        s.write("a.log", GOOD)
        (s.dir / "victim").write_text("precious")
        (s.dir / "www").mkdir()
        os.symlink("../victim", s.dir / "www/visits.json")
        os.symlink("../victim", s.dir / "www/.visits.html.new")
        s.must()
        t.same(((s.dir / "victim").read_text(),
                (s.dir / "www/visits.json").is_symlink()),
               ("precious", False), "links in the widget's folder lead nowhere")


# ---- two at once ----

def locked():
    with harness.Site() as s:
        s.write("a.log", GOOD)
        s.must()
        s.append("a.log", MORE)
        with open(s.dir / "data/truycap.lock", "r+") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            lock.truncate()
            lock.write("4711\n")
            lock.flush()
            for command in (("update",), ("widget",),
                            ("ingest", s.path("a.log"))):
                check(s.run(*command), LOCKED, ["4711", "at work"],
                      "locked: %s ends with 75 and names the process" %
                      command[0])
            for command in (("status",), ("export", "days"),
                            ("widget", "--json"), ("store", "dump")):
                r = s.run(*command)
                t.ok(r.status == 0 and r.out and not r.says,
                     "locked: %s reads on" % " ".join(command), r)
        s.must()
        t.same(s.lines(), 2700, "locked: then the next run counts")


def at_once():
    """A real one that is stopped on its way."""
    with harness.Site() as s:
        s.write("a.log", harness.random_log(4, 20000, 3))
        p = subprocess.Popen([harness.PROGRAM, "update", "-c", s.conf,
                              "--now", s.now], cwd=s.dir,
                             env=harness.ENVIRONMENT, stderr=subprocess.PIPE)
        lock = s.dir / "data/truycap.lock"
        while p.poll() is None and not (lock.exists() and
                                        lock.read_bytes().endswith(b"\n")):
            time.sleep(0.0005)
        p.send_signal(signal.SIGSTOP)
        if p.poll() is not None:
            t.skip("at once: the second update", "the first one was too fast")
        else:
            check(s.update(), LOCKED, [str(p.pid)],
                  "at once: the second update names the first")
        p.send_signal(signal.SIGCONT)
        t.same((p.wait(), p.stderr.read()), (0, b""),
               "at once: the first one ends well")
        p.stderr.close()
        lines_then = s.lines()
        several = [subprocess.Popen(
            [harness.PROGRAM, "update", "-c", s.conf, "--now", s.now],
            cwd=s.dir, env=harness.ENVIRONMENT, stderr=subprocess.DEVNULL)
            for _ in range(4)]
        ends = {p.wait() for p in several}
        t.ok(ends <= {0, LOCKED} and 0 in ends and s.lines() == lines_then,
             "at once: of several one counts, and nothing twice", ends)


usage()
for row in INPUTS:
    inputs(*row)
report_inputs()
accepted()
for row in bombs():
    bomb(*row)
slow()
lifted_ceiling()
for row in STORES:
    stores(*row)
broken_store()
full_disk()
small_disk()
places()
locked()
at_once()
t.done()
