#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Files side by side: many small ones, copies, damaged ones, equal beginnings, a
giant among dwarfs; any number of threads gives the same content and says the same."""

import bz2
import lzma
import os
import shutil
import signal
import subprocess
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import harness  # noqa: E402

THREADS = (1, 2, 3, 8)
FLOOD = 4000  # lines of a giant
t = harness.Tap()


def some(number, n, second=None):
    """n lines that no other number has."""
    return harness.lines(n, number * 3600 if second is None else second,
                         number * 10000)


def damaged(data):
    """A gzip file whose checksum does not hold."""
    whole = bytearray(harness.packed(data))
    whole[-7] ^= 1
    return bytes(whole)


def window(data):
    """An xz file with a dictionary that is too large to be shared by many."""
    return lzma.compress(data, preset=9)


# ---- what lies there ----

def small(rng):
    return {"%02d.gz" % i: harness.packed(some(i, rng.randint(1, 60)),
                                          rng.randint(1, 3))
            for i in range(40)}


def copies(rng):
    """Each in several forms, torn and whole."""
    out = {}
    for i in range(8):
        data = some(i, rng.randint(20, 80))
        whole = harness.packed(data)
        out["%d.log" % i] = data
        out["%d.gz" % i] = whole
        out["%d-torn.gz" % i] = whole[:rng.randint(30, len(whole) - 9)]
        out["%d-part" % i] = data[:rng.randint(1, len(data))]
        out["%d.bz2" % i] = bz2.compress(data)
        out["%d.xz" % i] = window(data)
    return out


def trouble(rng):
    """Good and bad ones."""
    out = {}
    for i in range(8):
        data = some(i, rng.randint(20, 80))
        out["%d-good.gz" % i] = harness.packed(data)
        out["%d-bad.gz" % i] = damaged(some(20 + i, 30))
        out["%d-bad-copy.gz" % i] = damaged(data)
        out["%d-cut.gz" % i] = harness.packed(some(40 + i, 50))[:-12]
        out["%d-junk" % i] = b"what is %d?\n" % i * 9
        out["%d-empty" % i] = b""
        out["%d-empty.gz" % i] = harness.packed(b"")
        out["%d-piece" % i] = some(60 + i, 1)[:40]
        out["%d-nul" % i] = b"\0" * rng.randint(1, 9999) + some(80 + i, 3)
    return out


def alike(rng):
    """Longer than what is compared first, and equal so far."""
    first = some(1, 40)
    return {"%02d%s" % (i, end): pack(first + some(2 + i, rng.randint(1, 40)))
            for i in range(12) for end, pack in
            (("", bytes), (".gz", harness.packed)) if rng.random() < 0.7}


def spoilt(rng):
    """The same lines, and then no line: whose they are depends on the order."""
    out = {}
    for i in range(16):
        first = some(i, rng.randint(1, 3))
        rest = some(30 + i, 9)
        waste = b"#" * rng.choice((9, 999, 5000, 20000))
        for name, data in (("a", first + waste), ("b", first + rest)):
            name = "%02d-%s" % (i, name)
            if rng.random() < 0.3:
                out[name + ".gz"] = harness.packed(data)
            else:
                out[name] = data
    return out


def giant(rng):
    """One that is larger than all others together."""
    out = {"%02d.gz" % i: harness.packed(some(i, 20)) for i in range(20)}
    out["giant.gz"] = harness.packed(some(30, FLOOD))
    out["giant.log"] = some(60, FLOOD)
    return out


def directives(rng):
    """A format of its own for each line."""
    text = b"#Version: 1.0\n"
    for i in range(FLOOD):
        text += (b"#Fields: date time c-ip cs-method cs-uri-stem sc-status"
                 b" x-%d\n2026-10-01 00:00:%02d 192.0.2.%d GET /%d 200 -\n" %
                 (i, i % 60, i % 250, i % 9))
    other = text.replace(b"1.0", b"2.0").replace(b"192.0.2", b"198.51.100")
    return {"one.log": text, "two.gz": harness.packed(other)}


SCENES = [small, copies, trouble, alike, spoilt, giant, directives]


def lay(site, files):
    """In the order of their names, and with times that tell nothing."""
    for name in sorted(files):
        site.write(name, files[name])
        os.utime(site.path(name), (1, 1))


def run(site, how, threads):
    """What a way to read them all says, and how it ends."""
    names = sorted(site.path("").iterdir())
    if how == "update":
        r = site.update("-v", "--threads=%d" % threads)
    else:
        r = site.run("ingest", *how.split()[1:], "-v",
                     "--threads=%d" % threads, *names)
    # How long it took.
    says = [line for line in r.says.splitlines()
            if "lines counted in" not in line]
    return r.status, "\n".join(says).replace(str(site.dir), "DIR") + "\n"


def fed(site, files, how, threads):
    """What is said and there after one run, and after one more."""
    lay(site, files)
    return [(run(site, how, threads), site.dump()) for _ in range(2)]


def same_for_all(scene, how):
    name = "%s, %s" % (scene.__name__, how)
    files = scene(harness.chance("lanes", scene.__name__))
    options = {"log": "logs/none", "archive": "logs/*",
               "form": "w3c" if scene is directives else "auto"}
    with harness.Site(**options) as one:
        want = fed(one, files, how, THREADS[0])
        t.ok(one.lines() > 0, name + ": it counts", want[0][0][1])
        for threads in THREADS[1:]:
            what = "%s, %d threads: " % (name, threads)
            with harness.Site(key=one, **options) as s:
                got = fed(s, files, how, threads)
                t.same(got[0][1], want[0][1], what + "the same content")
                t.same(got[0][0][1], want[0][0][1], what + "says the same")
                t.same(got[1], want[1], what + "and once more")
                t.same((got[0][0][0], s.integrity()), (want[0][0][0], "ok"),
                       what + "ends alike, and the store is good")


def killed(number):
    """At any moment, and then to its end."""
    rng = harness.chance("lanes killed", number)
    files = {"%02d.gz" % i: harness.packed(some(i, rng.randint(200, 900)))
             for i in range(24)}
    with harness.Site(log="logs/*.gz") as s, \
            harness.Site(log="logs/*.gz") as r:
        lay(s, files)
        lay(r, files)
        r.must("--threads=1")
        (s.dir / "data").mkdir(mode=0o700)
        shutil.copy(r.key_file(), s.dir / "data")
        for _ in range(3):
            p = subprocess.Popen(
                [harness.PROGRAM, "update", "-c", str(s.conf), "--now", s.now,
                 "--threads=%d" % rng.choice((2, 3, 8))], cwd=s.dir,
                env=harness.ENVIRONMENT, stderr=subprocess.DEVNULL)
            time.sleep(rng.random() * 0.08)
            p.send_signal(signal.SIGKILL)
            p.wait()
        s.must("--threads=2")
        t.same(s.dump(), r.dump(), "killed %d: then as if undisturbed" % number)


for one in SCENES:
    for way in ("update", "ingest", "ingest --backfill"):
        same_for_all(one, way)
for k in range(harness.rounds(6, 40)):
    killed(k)
t.done()
