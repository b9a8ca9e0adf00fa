#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""kill -9 at any instant of an update: after a run that ends, the content is
that of an undisturbed run, and what is published is never half a file."""

import json
import os
import signal
import subprocess
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import harness  # noqa: E402

t = harness.Tap()
FILES = ("visits.json", "visits.html", "visits.svg", "visits.txt",
         "badge-today.svg")
LOG, ARCHIVE = "logs/a.log logs/b.log", "logs/a.log.* logs/b.log.*"


def make_logs():
    """Live logs, packed ones, and several commits' worth of them."""
    old = harness.random_log(11, 9000, 3)
    older = harness.random_log(12, 5000, 4)
    return [("a.log.2.gz", harness.packed(older, 3)), ("a.log.1", old),
            ("a.log", harness.random_log(13, 12000, 2)),
            ("b.log.1.gz", harness.packed(harness.random_log(14, 4000, 3))),
            ("b.log", harness.random_log(15, 8000, 4))]


LOGS = make_logs()
# The second half comes later: a store that is there is updated, too.
MORE = [("a.log", harness.random_log(16, 6000, 3)),
        ("b.log", harness.random_log(17, 2000, 2))]


def start(site):
    return subprocess.Popen(
        [harness.PROGRAM, "update", "-c", str(site.conf), "--now", site.now,
         "--threads", "2"], cwd=site.dir, env=harness.ENVIRONMENT,
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


def feed(site, files):
    for name, data in files:
        site.append(name, data)


def torn(site):
    """Files that are there and are not whole."""
    wrong = []
    for name in FILES:
        path = site.dir / "www" / name
        if not path.exists():
            continue
        data = path.read_bytes()
        if name.endswith(".json"):
            try:
                json.loads(data)
            except ValueError as e:
                wrong.append("%s: %s" % (name, e))
        elif name.endswith((".svg", ".html")) and b"</" not in data[-4200:]:
            wrong.append("%s: has no end" % name)
        if not data.strip():
            wrong.append("%s: is empty" % name)
    return wrong


def killed_until_done(site, rng, longest):
    """Kills until a run gets through by itself; how many were killed."""
    kills = 0
    while True:
        p = start(site)
        try:
            p.wait(rng.uniform(0, longest))
        except subprocess.TimeoutExpired:
            p.send_signal(signal.SIGKILL)
        says = p.communicate()[1].decode()
        if p.returncode == 0:
            return kills
        if p.returncode != -signal.SIGKILL:
            raise AssertionError("status %d: %s" % (p.returncode, says))
        kills += 1
        wrong = torn(site)
        if wrong:
            raise AssertionError("\n".join(wrong))
        # So that a chain of kills comes to an end on a slow machine.
        longest *= 1.1


def undisturbed(site):
    feed(site, LOGS)
    began = time.monotonic()
    site.must("--threads=2")
    longest = time.monotonic() - began
    first = site.dump()
    feed(site, MORE)
    site.must("--threads=2")
    return longest, first, site.dump()


def chain(number, reference, longest, first, second):
    rng = harness.chance("kill", number)
    name = "chain %d" % number
    with harness.Site(key=reference, log=LOG, archive=ARCHIVE) as site:
        feed(site, LOGS)
        try:
            kills = killed_until_done(site, rng, longest)
            same = site.dump() == first
            feed(site, MORE)
            kills += killed_until_done(site, rng, longest)
        except AssertionError as e:
            t.ok(False, name, e)
            return 0
        t.ok(same and site.integrity() == "ok", name + ": the first run's")
        t.same(site.dump(), second, "%s: all of it, after %d kills" %
               (name, kills))
        left = sorted(p.name for folder in ("www", "data")
                      for p in site.dir.glob(folder + "/.*"))
        t.same(left, [], name + ": no hidden file is left")
        return kills


def main():
    want = harness.rounds(25)
    with harness.Site(log=LOG, archive=ARCHIVE) as reference:
        longest, first, second = undisturbed(reference)
        t.note("an undisturbed run takes %.3f s" % longest)
        kills = number = 0
        while kills < want and number < 4 * want + 8 and not t.failed:
            number += 1
            kills += chain(number, reference, longest, first, second)
        t.ok(kills >= want, "%d kills in %d chains" % (kills, number))


main()
t.done()
