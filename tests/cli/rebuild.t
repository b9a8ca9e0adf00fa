#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Sealed days that are read anew: nothing changes where nothing did, late lines come in, logs
that are gone are missed, and whoever stops it at any instant has the old days or the new."""

import os
import shutil
import signal
import subprocess
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import harness  # noqa: E402

t = harness.Tap()
LATER = "2026-10-20T20:15:00+07:00"
REASON = ("--reason", "a test")


def logs():
    return [("a.log", harness.random_log(5, 3000, 5)),
            ("b.log", harness.random_log(6, 2000, 5)),
            ("c.log", harness.random_log(7, 1500, 4))]


def filled(s, files=None):
    for name, data in files or logs():
        s.write(name, data)
    s.must("--threads=1")
    s.must("--threads=1", now=LATER)
    # Days that stay open.
    s.append("a.log", b"".join(harness.entry(harness.instant(
        "2026-10-20T%02d:00:00+07:00" % h), "192.0.2.%d" % h)
        for h in range(20)))
    s.must("--threads=1", now=LATER)
    return [d for d, in s.query("SELECT day FROM day WHERE state = 'sealed'"
                                " ORDER BY day")]


def date(day):
    return time.strftime("%Y-%m-%d", time.gmtime(day * 86400))


def rebuild(s, first, last, *args, now=LATER):
    return s.run("rebuild", "--from", date(first), "--to", date(last),
                 *REASON, *args, now=now)


def whole(s, name):
    r = s.run("store", "check")
    v = harness.truycap("verify", "--store", "-c", s.conf, cwd=s.dir)
    left = sorted(p.name for p in (s.dir / "data").glob("*rebuild*"))
    t.ok(r.status == 0 and v.status == 0 and not left,
         name + ": the store adds up, and its chain is whole",
         "%s %s %s" % (r, v.out, left))


def figures(s):
    return s.query("SELECT day, visits, visitors, pages, online_s FROM day"
                   " ORDER BY day")


# ---- nothing changes ----

with harness.Site() as s:
    sealed = filled(s)
    t.ok(len(sealed) >= 5, "control: days are sealed", sealed)
    before, classes = s.dump(), s.classes()
    unique = s.query("SELECT * FROM unique_day ORDER BY day")
    for first, last in ((sealed[1], sealed[1]), (sealed[0], sealed[-1]),
                        (sealed[-1], sealed[-1]), (sealed[2], sealed[3])):
        r = rebuild(s, first, last)
        t.ok(r.status == 0 and not r.err, "%s to %s is read anew" % (
            date(first), date(last)), r)
        t.same(s.dump(), before, "and nothing changes")
    t.same(s.query("SELECT * FROM unique_day ORDER BY day"), unique,
           "distinct visitors are as they were")
    t.same(s.classes(), classes, "each line is in its class still")
    t.same(s.query("SELECT number, first, last, reason, before = after,"
                   " lists_before = lists_after FROM restatement"), [
        (i + 1, *p, "a test", 1, 1) for i, p in enumerate((
            (sealed[1], sealed[1]), (sealed[0], sealed[-1]),
            (sealed[-1], sealed[-1]), (sealed[2], sealed[3])))],
        "each is a numbered restatement")
    whole(s, "after four of them")
    rows = s.shown("export", "restatements", "--json")["rows"]
    t.ok(len(rows) == 4 and rows[0]["reason"] == "a test" and
         rows[0]["visits_before"] == rows[0]["visits_after"],
         "export restatements lists them", rows)
    r = s.must(now=LATER)
    t.same(s.dump(), before, "the next update has nothing to do")
    # Elsewhere, packed, renamed.
    os.rename(s.path("b.log"), s.path("b.log.1"))
    s.write("c.log.gz", harness.packed(s.path("c.log").read_bytes(), 3))
    s.path("c.log").unlink()
    r = rebuild(s, sealed[1], sealed[2])
    t.ok(r.status == 66 and "b.log" in r.says and "accept-loss" in r.says,
         "logs that are not found are named", r)
    r = rebuild(s, sealed[1], sealed[2], "logs/b.log.1", "logs/c.log.gz")
    t.ok(r.status == 0, "they are given under their new names", r)
    t.same(s.dump(), before, "and nothing changes")
    whole(s, "with renamed logs")

    # ---- what is refused ----
    open_day = harness.instant("2026-10-20T00:00:00+07:00") // 86400 + 1
    for args, status, want, name in (
            ((sealed[0], open_day), 64, "is open", "an open day"),
            ((open_day, open_day), 64, "is open", "open days alone")):
        r = rebuild(s, *args)
        t.ok(r.status == status and want in r.says, name + " is refused", r)
    r = s.run("rebuild", "--from", "2026-10-01", "--to", "2026-10-01",
              now=LATER)
    t.ok(r.status == 64 and "--reason" in r.says, "so is no reason", r)
    r = s.run("rebuild", *REASON, now=LATER)
    t.ok(r.status == 64 and "--from" in r.says, "so is no period", r)
    r = rebuild(s, sealed[0], sealed[0], "--without", "z.log")
    t.ok(r.status == 64 and "z.log" in r.says, "so is an unknown log", r)
    s.run("forget", "--before", date(sealed[1]), now=LATER)
    r = rebuild(s, sealed[0], sealed[1])
    t.ok(r.status == 64 and "too long ago" in r.says,
         "so are details that were forgotten", r)
    t.same(s.query("SELECT count(*) FROM restatement"), [(5,)],
           "none of these is a restatement")

# ---- late lines ----

with harness.Site() as s, harness.Site() as reference:
    sealed = filled(s)
    day = sealed[2]
    at = day * 86400 - 7 * 3600
    late = b"".join(harness.entry(at + 3600 * h + 60 * i, "203.0.113.%d" % h)
                    for h in range(1, 23) for i in range(3))
    want = logs()
    want[0] = (want[0][0], want[0][1] + late)
    (reference.dir / "data").mkdir(mode=0o700)
    shutil.copy(s.key_file(), reference.dir / "data")
    filled(reference, want)
    before = s.days()
    s.append("a.log", late)
    s.must(now=LATER)
    t.same((s.classes()["late"], s.days()), (66, before),
           "control: late lines change no figure")
    # More of it that is not counted yet.
    more = b"".join(harness.entry(at + 3600 * 5 + i, "203.0.113.77")
                    for i in range(9))
    s.append("a.log", more)
    r = rebuild(s, day, day)
    t.ok(r.status == 0 and "late lines               66 -> 0" in
         r.out.decode(), "a day is read anew with its late lines",
         "%s %s" % (r, r.out.decode()))
    t.same(figures(s), figures(reference),
           "its figures are those of a store that had them in time")
    tally = ("SELECT day, dim, text, hits, pages, visits, visitors FROM tally"
             " JOIN term ON term.id = key ORDER BY 1, 2, 3")
    t.same(s.query(tally), reference.query(tally), "and so are its tallies")
    days = [row["visitors"] for row in s.shown(
        "export", "uniques", "--json", now=LATER)["rows"]]
    t.same(len(days), len(reference.shown("export", "uniques", "--json",
                                          now=LATER)["rows"]),
           "and distinct visitors are still told")
    whole(s, "with late lines")
    s.must(now=LATER)
    t.same((s.classes()["late"], s.lines()),
           (9, s.path("a.log").read_bytes().count(b"\n") +
            s.path("b.log").read_bytes().count(b"\n") +
            s.path("c.log").read_bytes().count(b"\n")),
           "what was not counted yet is counted once, later")
    # Over midnight: the day beyond is told of.
    edge = harness.entry(at + 86400 - 30, "203.0.113.5") + harness.entry(
        at + 86400 + 30, "203.0.113.5")
    s.append("a.log", edge)
    s.must(now=LATER)
    r = rebuild(s, day, day)
    t.ok(r.status == 0, "visits over midnight", r)
    r = rebuild(s, day + 1, day + 1)
    t.ok(r.status == 0 and date(day) + " is as it was" in r.says,
         "a day beside whose visits go on otherwise is named", r)
    r = rebuild(s, day, day + 1)
    t.ok(r.status == 0 and not r.err and s.query(
        "SELECT sum(visits) FROM day WHERE day IN (%d, %d)" % (day, day + 1)),
        "both days at once fit", r)
    whole(s, "over midnight")

# ---- the last sealed day, whose visits go on ----

with harness.Site() as s, harness.Site() as reference:
    start = harness.instant("2026-10-05T00:00:00+07:00")
    base = b"".join(harness.entry(start + 600 * i, "192.0.2.%d" % (i % 7))
                    for i in range(130))
    nightly = b"".join(harness.entry(start + 86400 - 300 + 60 * i,
                                     "198.51.100.1") for i in range(20))
    s.write("a.log", base)
    s.must(now="2026-10-06T12:00:00+07:00")
    s.append("a.log", harness.entry(harness.instant(
        "2026-10-08T00:10:00+07:00"), "192.0.2.1"))
    s.must(now="2026-10-08T13:00:00+07:00")
    t.same(s.query("SELECT day, state FROM day"), [
        (20731, "sealed"), (20734, "open")],
        "control: a day is sealed, the next ones are not")
    s.append("a.log", nightly)
    s.must(now="2026-10-08T13:00:00+07:00")
    t.ok(s.classes()["late"] == 5, "control: lines of the day before are late")
    r = rebuild(s, 20731, 20731, now="2026-10-08T13:00:00+07:00")
    (reference.dir / "data").mkdir(mode=0o700)
    shutil.copy(s.key_file(), reference.dir / "data")
    reference.write("a.log", s.path("a.log").read_bytes())
    reference.must(now="2026-10-08T13:00:00+07:00")
    t.ok(r.status == 0, "it is read anew", r)
    t.same(figures(s), figures(reference),
           "visits that go on in an open day are no visits of that day")
    whole(s, "the last sealed day")

# ---- another list ----

with harness.Site() as s:
    sealed = filled(s)
    before = figures(s)
    r = rebuild(s, sealed[1], sealed[1], "--robots", "none")
    lists = s.query("SELECT lists_before, lists_after FROM restatement")[0]
    after = figures(s)
    t.ok(r.status == 0 and lists[0] != lists[1] and "built-in" in lists[0] and
         after[1][3] > before[1][3] and after[0] == before[0] and
         after[2:] == before[2:], "another list of robots",
         "%s %s" % (r, lists))
    whole(s, "with another list")
    r = rebuild(s, sealed[1], sealed[1])
    t.ok(r.status == 0 and figures(s) == before, "and back", r)

# ---- logs that are gone, or are not wanted ----

with harness.Site() as s:
    sealed = filled(s)
    before, lines = s.dump(), s.lines()
    kept = s.path("b.log").read_bytes()
    s.path("b.log").unlink()
    r = rebuild(s, sealed[1], sealed[2])
    t.ok(r.status == 66 and "logs/b.log" in r.says, "a log that is gone", r)
    t.same(s.dump(), before, "changes nothing")
    r = rebuild(s, sealed[1], sealed[2], "--accept-loss")
    t.ok(r.status == 0 and s.lines() == lines and s.dump() != before and
         s.query("SELECT lost LIKE '%b.log' FROM restatement") == [(1,)],
         "the loss is accepted, recorded, and no line vanishes", r)
    whole(s, "without it")
    s.write("b.log", kept)
    r = rebuild(s, sealed[1], sealed[2], "--without", "c.log")
    t.ok(r.status == 0 and s.query("SELECT withdrawn LIKE '%c.log', lost FROM"
         " restatement WHERE number = 2") == [(1, "")],
         "another one is left out on purpose", r)
    whole(s, "without that one")
    r = rebuild(s, sealed[1], sealed[2])
    t.ok(r.status == 0, "both come back", r)
    t.same(s.dump(), before, "and all is as it was")
    whole(s, "with both again")

# ---- logs of several sites; lines of a time to come; a line without an end ----

CONF = """data = data
[site "one"]
host = one.example
tz = Asia/Ho_Chi_Minh
[site "two"]
host = two.example
tz = Asia/Ho_Chi_Minh
[log "all"]
log = logs/*.log
archive = logs/*.old
format = vhost_combined
"""


def hosted(host, at, n):
    return host.encode() + b" " + harness.entry(at, "192.0.2.%d" % (n % 90),
                                                "/p%d" % (n % 7))


with harness.Site(conf=CONF) as s:
    start = harness.instant("2026-10-02T00:00:00+07:00")
    hosts = ("one.example", "two.example", "other.example")
    s.write("a.log", b"".join(hosted(hosts[i % 3], start + 500 * i, i)
                              for i in range(600)))
    # The last one has no end yet, and is complete.
    s.write("b.old", b"".join(hosted(hosts[i % 2], start + 900 * i, i)
                              for i in range(200))[:-1])
    # By the clock of the first run it is of a time to come.
    s.append("a.log", hosted("one.example", start + 7 * 3600, 1))
    s.must(now="2026-10-01T02:00:00+07:00", status=0)
    s.must(now=LATER)
    future = s.classes().get("future", 0)
    t.ok(future > 500, "control: most lines were of a time to come", future)
    s.append("a.log", hosted("two.example", harness.instant(
        "2026-10-20T20:00:00+07:00"), 1))
    s.must(now=LATER)
    days = [d for d, in s.query("SELECT DISTINCT day FROM day WHERE state ="
                                " 'sealed' ORDER BY day")]
    other = s.query("SELECT * FROM hour WHERE site = 2")
    lines = s.lines()
    t.ok(len(days) >= 1, "control: days are sealed", days)
    r = s.run("rebuild", "--site", "one", "--from", date(days[0]), "--to",
              date(days[0]), *REASON, now=LATER)
    t.ok(r.status == 0 and s.lines() == lines and
         s.classes().get("future", 0) < future,
         "lines that were of a time to come are counted in their day", r)
    t.same(s.query("SELECT * FROM hour WHERE site = 2"), other,
           "another site of the same logs stays as it is")
    whole(s, "several sites")
    r = s.run("rebuild", "--from", date(days[0]), "--to", date(days[0]),
              *REASON, now=LATER)
    t.ok(r.status == 64 and "--site" in r.says, "which site is to be said", r)

# ---- kill -9 ----

with harness.Site() as s:
    sealed = filled(s)
    s.append("a.log", b"".join(harness.entry(
        sealed[1] * 86400 + 60 * i, "203.0.113.9") for i in range(40)))
    s.must(now=LATER)
    old = s.dump()
    command = [harness.PROGRAM, "rebuild", "-c", str(s.conf), "--now", LATER,
               "--from", date(sealed[0]), "--to", date(sealed[-1]),
               "--reason", "x", "--threads", "2"]
    backup = s.db.read_bytes()

    def put_back():
        for p in (s.dir / "data").glob("truycap.db*"):
            if not p.name.endswith(".db.key"):
                p.unlink()
        s.db.write_bytes(backup)

    began = time.monotonic()
    subprocess.run(command, cwd=s.dir, env=harness.ENVIRONMENT, check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    took = time.monotonic() - began
    new = s.dump()
    t.ok(old != new, "control: it changes something")
    rng, states, wrong, rounds = harness.chance("rebuild"), [], "", 0
    for rounds in range(harness.rounds(20)):
        put_back()
        p = subprocess.Popen(command, cwd=s.dir, env=harness.ENVIRONMENT,
                             stdout=subprocess.DEVNULL,
                             stderr=subprocess.DEVNULL)
        try:
            p.wait(rng.uniform(0, took * 1.1))
        except subprocess.TimeoutExpired:
            p.send_signal(signal.SIGKILL)
            p.wait()
        is_now = s.dump()
        states.append("old" if is_now == old else "new" if is_now == new
                      else "neither")
        if s.run("store", "check").status != 0 or harness.truycap(
                "verify", "--store", "-c", s.conf, cwd=s.dir).status != 0:
            wrong = "the store does not add up"
    t.ok("neither" not in states and "old" in states and not wrong,
         "killed at any instant: %d old, %d new" % (
             states.count("old"), states.count("new")), wrong or states)
    s.must(now=LATER)
    t.same(sorted(p.name for p in (s.dir / "data").glob("*rebuild*")), [],
           "the next update sweeps what it left")
t.done()
