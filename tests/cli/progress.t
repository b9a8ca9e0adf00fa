#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""How far a run is: drawn on a terminal, nowhere else, and gone at its end."""

import fcntl
import gzip
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import harness  # noqa: E402

t = harness.Tap()
LINE = harness.line(0, 1)
COUNT, DATA = 400000, 65
BAR = re.compile(rb"\[=*>? *\] ?[0-9.]+(/[0-9.]+)? [kMGT]?B  [0-9]+%  "
                 rb"[0-9.]+ ([kMG] )?lines/s  ([0-9]+:)?[0-9-]+:[0-9-]+ left")
SUMMARY = re.compile(rb"[0-9]+ lines counted in [0-9]+ files?: [0-9.]+ "
                     rb"[kMGT]?B in [0-9.]+ s, [0-9.]+ ([kMG] )?lines/s\r?\n")


def on_terminal(s, args, columns=100, feed=None, pause=True):
    """The program with a terminal as standard error: status, its bytes there.

    It is stopped for a while, so that even a fast machine draws; feed gives what comes on
    standard input, piece by piece."""
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("4H", 24, columns, 0, 0))
    p = subprocess.Popen([harness.PROGRAM, *map(str, args)], cwd=s.dir,
                         stdin=subprocess.PIPE if feed else
                         subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                         stderr=slave, env=harness.ENVIRONMENT)
    os.close(slave)
    if pause:
        time.sleep(0.03)
        p.send_signal(signal.SIGSTOP)
        time.sleep(0.4)
        p.send_signal(signal.SIGCONT)
    for piece in feed or ():
        p.stdin.write(piece)
        p.stdin.flush()
        time.sleep(0.3)
    if feed:
        p.stdin.close()
    said = b""
    while True:
        ready, _, _ = select.select([master], [], [], 60)
        try:
            piece = os.read(master, 65536) if ready else b""
        except OSError:  # the other end is closed
            break
        if not piece:
            break
        said += piece
    os.close(master)
    return p.wait(), said


def screen(said):
    """What stands there at the end: lines, with what was overwritten gone."""
    rows, row, at = [], [], 0
    for c in said.decode("utf-8", "replace"):
        if c == "\r":
            at = 0
        elif c == "\n":
            rows.append("".join(row).rstrip())
            row, at = [], 0
        else:
            row[at:at + 1] = [c]
            at += 1
    rows.append("".join(row).rstrip())
    return [r for r in rows if r]


def drawn(said):
    return [m.group(0) for m in BAR.finditer(said)]


def shown():
    """Of plain and packed logs, in report, ingest and update."""
    with harness.Site(log="logs/a.log logs/b.log.gz") as s:
        s.write("a.log", LINE * COUNT)
        # So that b is no copy of a.
        s.write("b.log.gz", gzip.compress(harness.line(1, 2) + LINE * COUNT,
                                          1))
        runs = [("report", ["report", "logs/a.log", "logs/b.log.gz"]),
                ("update", ["update", "-c", s.conf, "--now", s.now])]
        for name, args in runs:
            status, said = on_terminal(s, args + ["--threads", "2"])
            bars = drawn(said)
            t.ok(status == 0 and bars, name + ": a terminal sees how far it is",
                 said[-400:])
            t.ok(len(screen(said)) == 1 and SUMMARY.search(said) is not None and
                 "lines counted in 2 files" in screen(said)[0],
                 name + ": in the end only a line of it remains", screen(said))
            t.ok(said.isascii() and not re.search(rb"[^\r\n -~]", said) and
                 b"a.log" not in said,
                 name + ": it is plain text, without names", said[-400:])
            shares = [int(re.search(rb"([0-9]+)%", b).group(1)) for b in bars]
            t.ok(shares == sorted(shares) and all(v <= 100 for v in shares),
                 name + ": it goes up to 100", shares)
        status, said = on_terminal(s, runs[1][1], pause=False)
        t.ok(status == 0 and not drawn(said) and
             "0 lines counted in 2 files" in screen(said)[0],
             "update: when nothing is new there is nothing to see", said)


def often():
    """Four times a second at most."""
    with harness.Site() as s:
        began = time.monotonic()
        _, said = on_terminal(s, ["report", "-"], pause=False,
                              feed=[LINE * 2000] * 8)
        took = time.monotonic() - began
        n = said.count(b" lines/s") - 1  # one of the last line
        t.ok(2 <= n <= took * 4 + 1, "drawn at most four times a second",
             "%d in %.1f s" % (n, took))
        t.ok(b"%" not in said and b"left" not in said and
             re.search(rb"[0-9.]+ (k )?lines  [0-9.]+ (k )?lines/s", said),
             "of standard input only lines are told", said[-300:])


def narrow():
    with harness.Site() as s:
        s.write("a.log", LINE * COUNT)
        for columns in (1, 20, 60, 200):
            status, said = on_terminal(s, ["report", "logs/a.log"], columns)
            before = said.split(b"lines counted")[0].rsplit(b"\r", 1)[0]
            widest = max(map(len, before.split(b"\r")))
            t.ok(status == 0 and widest < max(columns, 2),
                 "a terminal of %d columns: no line is longer" % columns,
                 "%d: %s" % (widest, said[-300:]))


def silent():
    """A pipe or a file sees nothing, but with -v the last line."""
    with harness.Site(log="logs/a.log") as s:
        s.write("a.log", LINE * COUNT)
        r = harness.truycap("report", "--json", "logs/a.log", cwd=s.dir)
        t.same((r.status, r.err), (0, b""), "a pipe sees nothing of a report")
        r = s.update()
        t.same((r.status, r.out, r.err), (0, b"", b""),
               "nor of an update, as cron runs it")
        r = harness.truycap("report", "--json", "-v", "logs/a.log", cwd=s.dir)
        t.ok(r.status == 0 and SUMMARY.fullmatch(r.err) and
             r.err.startswith(b"%d lines counted in 1 file: " % COUNT),
             "with -v the last line is there, and no bar", r)


def hostile():
    """Names of files may hold what terminals obey."""
    name = "a\x1b[2J\r\x07b\u202e.log"
    with harness.Site(log="logs/*.log", form="auto") as s:
        s.write(name, LINE * COUNT)
        s.write("c\x1b]0;x\x07.log", b"no log\nat all\n" * 40)
        for args in (["report", "logs/" + name, "logs/c\x1b]0;x\x07.log"],
                     ["update", "-v", "-c", s.conf, "--now", s.now]):
            status, said = on_terminal(s, args)
            t.ok(status == DATA and drawn(said) and
                 not re.search(rb"[^\r\n -~]", said),
                 args[0] + ": no byte of a file's name reaches the terminal "
                 "raw", said[-500:])
            rows = screen(said)
            t.ok(any("c\\x1b" in r and "no known format" in r for r in rows) and
                 not any("[=" in r for r in rows),
                 args[0] + ": what is told stands on a line of its own", rows)


try:
    for end in pty.openpty():
        os.close(end)
except OSError as e:  # a machine without /dev/pts
    t.skip("progress", e)
    t.done()
shown()
often()
narrow()
silent()
hostile()
t.done()
