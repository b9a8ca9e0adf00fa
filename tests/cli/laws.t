#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The laws of the counters, from outside: random logs, fed in many ways, must
give the same content; and what is published must add up."""

import datetime
import json
import os
import shutil
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import harness  # noqa: E402

SEALED = "2026-10-21T03:00:00+07:00"
t = harness.Tap()


# ---- ways to feed the same logs ----

def newline_cuts(rng, data, n):
    """data in n pieces, cut after newlines, none of them a prefix of another
    (equal beginnings are one log, by definition)."""
    ends = [i + 1 for i, c in enumerate(data[:-1]) if c == 10]
    while True:
        at = sorted(rng.sample(ends, min(n - 1, len(ends))))
        pieces = [data[a:b] for a, b in zip([0] + at, at + [len(data)])]
        by_text = sorted(pieces)
        if not any(b.startswith(a) for a, b in zip(by_text, by_text[1:])):
            return pieces


def byte_cuts(rng, data, n):
    inner = range(1, len(data))
    at = sorted(rng.sample(inner, min(n - 1, len(inner))))
    return [data[a:b] for a, b in zip([0] + at, at + [len(data)])]


def threads(rng):
    return "--threads=%d" % rng.randint(1, 3)


def own_runs(site, rng, logs):
    """Each log in a run of its own, in any order."""
    for name in rng.sample(sorted(logs), len(logs)):
        site.write(name, logs[name])
        site.must(threads(rng), status=None)


def pieces_at_once(site, rng, logs):
    """Cut into files, whose names say nothing, read in one run."""
    pieces = [p for d in logs.values() for p in newline_cuts(rng, d, 7)]
    rng.shuffle(pieces)
    for i, piece in enumerate(pieces):
        site.write("%02d.log" % i, piece)
    site.must(threads(rng), status=None)


def pieces_over_runs(site, rng, logs):
    """The same, over several runs, some files packed."""
    pieces = [p for d in logs.values() for p in newline_cuts(rng, d, 6)]
    rng.shuffle(pieces)
    for i, piece in enumerate(pieces):
        if rng.random() < 0.4:
            piece = harness.packed(piece, rng.randint(1, 3))
        site.write("%02d.log" % i, piece)
        if rng.random() < 0.4:
            site.must(threads(rng), status=None)
    site.must(threads(rng), status=None)


def growth(site, rng, logs):
    """Live files, found at any byte."""
    steps = [(name, part) for name in sorted(logs)
             for part in byte_cuts(rng, logs[name], 9)]
    steps.sort(key=lambda step: (rng.random(), step[0]))
    later = {name: byte_cuts(rng, logs[name], 9) for name in sorted(logs)}
    for name, _ in steps:
        site.append(name, later[name].pop(0))
        site.must(threads(rng), status=None)


def byte_by_byte(site, rng, logs):
    """The last lines of a live file come in very small pieces."""
    for name, data in logs.items():
        site.write(name, data[:-600])
    site.must(threads(rng), status=None)
    for name, data in logs.items():
        rest = data[-600:]
        while rest:
            n = rng.randint(1, 90)
            site.append(name, rest[:n])
            rest = rest[n:]
            site.must(threads(rng), status=None)


def rotate(site, rng, name):
    """logrotate's round: what is old is packed and moves one up."""
    for i in range(20, 0, -1):
        for end in (".gz", ""):
            old = site.path("%s.%d%s" % (name, i, end))
            if old.exists():
                old.rename(site.path("%s.%d%s" % (name, i + 1, end)))
    for i in range(2, 21):
        old = site.path("%s.%d" % (name, i))
        if old.exists() and rng.random() < 0.7:
            stamp = old.stat()
            site.write("%s.%d.gz" % (name, i),
                       harness.packed(old.read_bytes()))
            if rng.random() < 0.5:
                site.must(threads(rng), status=None)  # both are there
            os.utime(site.path("%s.%d.gz" % (name, i)),
                     (stamp.st_atime, stamp.st_mtime))
            old.unlink()


def rotated(site, rng, logs):
    """Renamed, then packed, with runs at any time."""
    parts = {n: newline_cuts(rng, d, 5) for n, d in logs.items()}
    for i in range(5):
        for name in sorted(logs):
            if i > 0:
                rotate(site, rng, name)
                site.path(name).rename(site.path(name + ".1"))
                if rng.random() < 0.5:
                    site.write(name, b"")
            for part in byte_cuts(rng, parts[name][i], 3):
                site.append(name, part)
                if rng.random() < 0.5:
                    site.must(threads(rng), status=None)
    site.must(threads(rng), status=None)


def copytruncated(site, rng, logs):
    """The live file is copied and emptied in place."""
    parts = {n: newline_cuts(rng, d, 5) for n, d in logs.items()}
    for i in range(5):
        for name in sorted(logs):
            if i > 0:
                rotate(site, rng, name)
                shutil.copy(site.path(name), site.path(name + ".1"))
                if rng.random() < 0.5:
                    site.must(threads(rng), status=None)
                os.truncate(site.path(name), 0)
            for part in byte_cuts(rng, parts[name][i], 3):
                site.append(name, part)
                if rng.random() < 0.5:
                    site.must(threads(rng), status=None)
    site.must(threads(rng), status=None)


def given_twice(site, rng, logs):
    """Copies, hard links, symbolic links and packed copies, at once and
    again in a second run."""
    for name, data in logs.items():
        site.write(name, data)
        site.write(name + ".copy.log", data)
        site.write(name + ".part.log", data[:len(data) // 2])
        site.write(name + ".gz.log", harness.packed(data, 2))
        os.link(site.path(name), site.path(name + ".hard.log"))
        os.symlink(name, site.path(name + ".soft.log"))
    site.must(threads(rng), status=None)
    for name, data in logs.items():
        site.write("again-" + name, data)
        os.utime(site.path(name), (1, 1))
    site.must(threads(rng), status=None)


def members(site, rng, logs):
    """gzip members, cut at any byte, are added over several runs.  (At each
    run the file ends with a line: an archive's last line is complete.)"""
    parts = {n: newline_cuts(rng, d, 6) for n, d in logs.items()}
    for i in range(6):
        for name in sorted(logs):
            for part in byte_cuts(rng, parts[name][i], 3):
                site.append(name, harness.packed(part))
        if i == 5 or rng.random() < 0.5:
            site.must(threads(rng), status=None)


def torn_archive(site, rng, logs):
    """A gzip file that is still being written: first a half, then the whole."""
    for name, data in logs.items():
        whole = harness.packed(data)
        for at in sorted(rng.sample(range(len(whole) // 3, len(whole)), 3)):
            site.write(name, whole[:at])
            site.must(threads(rng), status=None)
        site.write(name, whole)
    site.must(threads(rng), status=None)


WAYS = [own_runs, pieces_at_once, pieces_over_runs, growth, byte_by_byte,
        rotated, copytruncated, given_twice, members, torn_archive]


def must_update(site):
    """An update in which nothing may fail but files of another time."""
    plain = site.must

    def must(*args, status=0, **options):
        r = site.update(*args, **options)
        # Between two steps of a rotation there is no live file: it is told.
        if status is None and r.status not in (0, 66):
            raise AssertionError(str(r))
        return r if status is None else plain(*args, status=status)
    site.must = must
    return site


def archives(name):
    return "logs/%s.*" % name


# Visitors' rows bear sections and steps, days have error pages in disguise.
EXTRA = ("section = trang: /trang-1*\nsoft_404 = /trang-2*\nmin_bytes = 40\n"
         "funnel = hoi: /trang-* | POST /gop-y | /\n")


def new_site(way, logs, key=None, now=None):
    live, archive = "logs/*.log", None
    if way in (rotated, copytruncated):
        live = " ".join("logs/" + name for name in sorted(logs))
        archive = " ".join(archives(name) for name in sorted(logs))
    return must_update(harness.Site(key=key, log=live, archive=archive,
                                    extra=EXTRA,
                                    now=now or harness.NOW))


# ---- one round: one pair of logs, each way to feed them ----

def check_ledger(site, logs, name):
    want = sum(d.count(b"\n") for d in logs.values())
    t.same(site.lines(), want,
           "%s: the classes add up to the lines read" % name)
    wrong = site.query(
        "SELECT s.path, s.lines, l.n FROM (SELECT id, path, 0 AS lines FROM"
        " stream) s LEFT JOIN (SELECT stream, sum(lines) n FROM ledger"
        " GROUP BY 1) l ON l.stream = s.id WHERE l.n IS NULL")
    t.same(wrong, [], "%s: each stream has its lines" % name)


def check_oracle(site, logs, name, now):
    files = [site.write("oracle-" + n, d) for n, d in logs.items()]
    r = harness.truycap("report", "--json", "--tz", harness.TZ, "--format",
                        "combined", "--now", now, *files)
    out = site.dir / "report.json"
    out.write_bytes(r.out)
    t.same(r.status, 0, "%s: report ends well" % name, r.says)
    hours = site.write("hours.json", site.shown(
        "export", "availability", "--json", now=now, raw=True).encode())
    wrong = harness.oracle(files, out, "--now", now, "--hours", hours)
    t.ok(wrong == "", "%s: report says what the oracle says" % name, wrong)
    hours.unlink()
    report = json.loads(r.out)
    stored = {row[0]: row[1:] for row in site.query(
        "SELECT date(day * 86400, 'unixepoch'), pages, visits, visitors,"
        " bounces, online_s, peak FROM day ORDER BY day")}
    for day in report["days"]:
        got = stored.pop(day["day"], (0,) * 6)
        want = tuple(day[k] for k in ("pages", "visits", "visitors",
                                      "bounces", "online_seconds",
                                      "online_peak"))
        if got != want:
            return t.ok(False, "%s: the store's days are the report's" % name,
                        "%s: %s, report %s" % (day["day"], got, want))
    return t.ok(not any(any(r) for r in stored.values()),
                "%s: the store's days are the report's" % name, stored)


def one_round(number):
    rng = harness.chance("laws", number)
    name = "round %d" % number
    logs = {}
    for i, file in enumerate(("a.log", "b.log")):
        logs[file] = harness.random_log(
            rng.randrange(1 << 30), rng.randint(400, 1600),
            rng.randint(2, 4), visitors=rng.randint(4, 40))
    now = harness.NOW
    with new_site(None, logs, now=now) as reference:
        for file, data in logs.items():
            reference.write(file, data)
        r = reference.must("--threads=1")
        t.same((r.status, r.says), (0, ""), "%s: an update, quietly" % name)
        want = reference.dump()
        check_ledger(reference, logs, name)
        check_oracle(reference, logs, name, now)
        for file in logs:
            reference.path("oracle-" + file).unlink()
        reference.must(now=SEALED)
        sealed = reference.dump()
        t.same(reference.query("SELECT count(*) FROM part")[0][0], 0,
               "%s: of sealed days no visitor is left" % name)
        t.same(reference.query("SELECT count(*) FROM day WHERE"
                               " state = 'open'")[0][0], 0,
               "%s: all days are sealed at last" % name)
        for way in WAYS:
            one_way(way, name, number, logs, reference, want, sealed)


def one_way(way, name, number, logs, reference, want, sealed):
    rng = harness.chance("laws", number, way.__name__)
    title = "%s, %s" % (name, way.__name__.replace("_", " "))
    with new_site(way, logs, key=reference) as site:
        try:
            way(site, rng, logs)
            got = site.dump()
        except AssertionError as e:
            t.ok(False, title, e)
            return
        if not t.same(got, want, title):
            return
        site.must(threads(rng), status=None)
        t.same(site.dump(), want, title + ": once more changes nothing")
        site.must(now=SEALED, status=None)
        t.same(site.dump(), sealed, title + ": and sealed")


for k in range(harness.rounds(3, 100)):
    one_round(k)
t.done()
