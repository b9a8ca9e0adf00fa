#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""No law for speed: whatever instructions, threads and libraries read a log, the
store is the same, byte for byte.

The program under test is compared with the flavours that are built: release (what
the machine has), portable (plain C, zlib), sse2 and tight (small budgets)."""

import bz2
import lzma
import os
import shutil
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import harness  # noqa: E402

t = harness.Tap()
FLAVOURS = ("release", "portable", "sse2", "tight")
WINDOW = 16 * 1024  # what a scanner looks at in one go: ingest/scan.h


def zstd(data):
    return subprocess.run(["zstd", "-q", "-c"], input=data, check=True,
                          capture_output=True).stdout


FORMS = {  # the word of --version, and how it is packed
    "log": ("plain", lambda data: data),
    "gz": ("gzip", lambda data: harness.packed(data, 3)),
    "zst": ("zstd", zstd),
    "xz": ("xz", lambda data: lzma.compress(data, preset=0)),
    "bz2": ("bzip2", lambda data: bz2.compress(data, 1)),
}


def programs():
    """The one under test, and the flavours beside it: name, path."""
    found = {"tested": harness.PROGRAM}
    for name in FLAVOURS:
        path = harness.ROOT / "build" / name / "truycap"
        if not path.is_file():
            t.skip("flavour %s" % name, "is not built: make flavours")
        elif str(path.resolve()) != harness.PROGRAM:
            found[name] = str(path.resolve())
    return found


def nasty(rng):
    """What a scanner of quotes and newlines may stumble over: at the borders of
    its blocks and windows, too."""
    out = []
    for i in range(400):
        good = harness.line(i * 7, i)
        kind = rng.randrange(9)
        pad = b"a" * rng.choice((0, 1, 62, 63, 64, 65, WINDOW - 64,
                                 WINDOW - 1, WINDOW, WINDOW + 1, 40000))
        agent = {0: b'an \\"escaped\\" one \\\\', 1: b'ends so \\\\',
                 2: pad, 3: b'\\"' * 70, 4: b"\x00nul\x00", 5: b"\xff\xfe",
                 6: b'a bare " quote', 7: b"\\x22\\x0a", 8: b"x"}[kind]
        out.append(harness.line(i * 7 + 1, i, agent=agent))
        if kind in (2, 5):
            out.append(b'"' * rng.randrange(200) + b"\n" +
                       b"\n" * rng.randrange(200))
        if kind == 4:
            out.append(b"\0" * rng.randrange(130) + good)
        elif kind == 6:  # a line that stops anywhere, and one in two halves
            out.append(good[:rng.randrange(len(good) - 1)] + b"\n")
        elif kind == 8:
            out.append(good[:-1] + b"\r\n")
        out.append(good)
    return b"".join(out)


def make_logs(number):
    rng = harness.chance("paths", number)
    return {"a": harness.random_log(rng.randrange(1 << 30), 20000, 3,
                                    visitors=60),
            "b": harness.random_log(rng.randrange(1 << 30), 6000, 4,
                                    visitors=9),
            "c": nasty(rng)}


def dump(program, logs, form, threads, key=None):
    harness.PROGRAM = program
    with harness.Site(key=key, log="", archive="logs/*") as site:
        for name, data in logs.items():
            site.write("%s.%s" % (name, form), data)
        site.must("--threads=%d" % threads)
        return content(site)


def content(site):
    r = harness.truycap("store", "dump", "-c", site.conf, cwd=site.dir)
    if r.status != 0 or not r.out:
        raise AssertionError("store dump: %s" % r)
    return r.out.decode()


def every_way(number, found, built):
    logs = make_logs(number)
    with harness.Site(log="", archive="logs/*") as reference:
        for name, data in logs.items():
            reference.write(name + ".log", data)
        reference.must("--threads=1")
        want = content(reference)
        t.ok(want.count("\n") > 1000, "log %d: there is something to compare"
             % number, "%d lines" % want.count("\n"))
        for form, (word, pack) in FORMS.items():
            if form == "zst" and not shutil.which("zstd"):
                t.skip("log %d, zst" % number, "no zstd here")
                continue
            packed = {name: pack(data) for name, data in logs.items()}
            for name, program in found.items():
                title = "log %d, %s: %s" % (number, name, form)
                if word not in built[name]:
                    t.skip(title, "is not built in")
                    continue
                for threads in (1, 2, 3):
                    t.same(dump(program, packed, form, threads, reference),
                           want, "%s, threads %d" % (title, threads))


def piped(number, found):
    """From a pipe gzip is always zlib's."""
    data = make_logs(number)["a"]
    said = {}
    for name, program in found.items():
        harness.PROGRAM = program
        for form in ("log", "gz"):
            r = harness.truycap("report", "--json", "--tz", harness.TZ,
                                "--format", "combined", "--now", harness.NOW,
                                "-", data=FORMS[form][1](data))
            said["%s, %s" % (name, form)] = (r.status, r.out)
    want = said["tested, log"]
    t.ok(want[0] == 0 and len(want[1]) > 1000, "log %d: a report" % number)
    for name, got in said.items():
        t.ok(got == want, "log %d, %s from a pipe: the same report" %
             (number, name))


def main():
    found = programs()
    built = {}
    for name, program in found.items():
        harness.PROGRAM = program
        built[name] = harness.truycap("--version").out.decode()
        t.note("%s: %s" % (name, "; ".join(built[name].splitlines()[-2:])))
    ways = {name: text.splitlines()[-1] for name, text in built.items()}
    if "portable" in found:
        t.ok("scalar" in ways["portable"] and
             "ISA-L" not in built["portable"],
             "portable: neither vector instructions nor ISA-L")
    if "sse2" in found:
        t.ok("AVX" not in ways["sse2"], "sse2: no more than that")
    for number in range(harness.rounds(1, 8)):
        every_way(number, found, built)
        piped(number, found)


main()
t.done()
