#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""truycap plot: each chart in each form, by its file's first bytes; the same each time; and
what is said where there is nothing to draw with, or nothing to draw."""

import fcntl
import os
import re
import shutil
import signal
import subprocess
import sys
import xml.etree.ElementTree as tree

sys.path.insert(0, __file__.rsplit("/", 1)[0])
import harness  # noqa: E402

t = harness.Tap()
NOW = "2026-10-15T10:30:00+07:00"
FIRST = {"svg": b"<?xml", "png": b"\x89PNG", "pdf": b"%PDF-"}


def log():
    out = []
    for day in range(14):
        base = harness.instant("2026-10-01T08:00:00+07:00") + day * 86400
        for i in range(5):
            entry = harness.entry(base + i * 3600, "198.51.100.%d" % (i + 1),
                                  "/tin/%d" % i)
            out.append(entry[:-1] + b" 0.%d\n" % (100 + i))
    return b"".join(out)


def plot(s, name, *args, out="p", status=0):
    r = s.run("plot", name, *args, "-o", s.dir / out)
    if r.status != status:
        raise AssertionError("plot %s %s: %s" % (name, args, r))
    return r


def names(s):
    text = harness.truycap("plot", "--help").out.decode()
    return re.findall(r"^  ([a-z]+)  +", text.split("NAME is one of:")[1]
                      .split("options:")[0], re.M)


def test_refused(s):
    for args, want in (((), "what?"), (("pie", "-o", "x"), "what?"),
                       (("days",), "where to?"),
                       (("days", "-o", "x", "--format", "gif"), "svg, png nor pdf"),
                       (("days", "-o", "x", "--theme", "red"), "light, dark nor print"),
                       (("days", "-o", "x", "--lang", "fr"), "vi or en")):
        r = s.run("plot", *args)
        t.ok(r.status == 64 and want in r.err.decode(),
             "plot %s: %s" % (" ".join(args), want), r)
    for name in ("times", "days", "visits"):
        r = s.run("plot", name, "--month", "2026-01", "-o", s.dir / "x")
        t.ok(r.status == 66 and b"nothing to draw" in r.err and
             not (s.dir / "x").exists(), "of nothing nothing is drawn: " + name, r)
    r = s.run("plot", "days", "--from", "2020-01-01", "--to", "2026-10-14",
              "-o", s.dir / "x")
    t.ok(r.status == 66 and b"366 days at most" in r.err,
         "of years no days are drawn, and it says why", r)
    r = s.run("plot", "days", "--month", "2026-10", "--year", "2026", "-o", "x")
    t.ok(r.status == 64 and b"truycap: one period at a time" in r.err,
         "two periods are one too many", r)
    harness.ENVIRONMENT["TRUYCAP_GNUPLOT"] = "none"
    r = s.run("plot", "days", "-o", s.dir / "x")
    t.ok(r.status == 69 and b"gnuplot" in r.err and not (s.dir / "x").exists(),
         "without gnuplot it says so", r)
    del harness.ENVIRONMENT["TRUYCAP_GNUPLOT"]


def test_charts(s):
    known = names(s)
    t.ok(len(known) == 17 and "week" in known, "the help lists the charts", known)
    for name in known:
        r = s.run("plot", name, "-o", s.dir / "p")
        if name in ("years", "referrers", "ranks"):
            t.ok(r.status == 66, "here is nothing for %s" % name, r)
            continue
        t.ok(r.status == 0 and r.err == b"" and
             tree.fromstring((s.dir / "p").read_bytes()) is not None,
             "%s is drawn" % name, r)
    for form, first in FIRST.items():
        plot(s, "days", "--format", form)
        one = (s.dir / "p").read_bytes()
        plot(s, "days", "--format", form)
        t.ok(one.startswith(first) and (s.dir / "p").read_bytes() == one,
             "%s, and the same bytes each time" % form)
    themes = set()
    for theme in ("light", "dark", "print"):
        plot(s, "days", "--theme", theme, "--lang", "en")
        themes.add((s.dir / "p").read_bytes())
    t.ok(len(themes) == 3 and not [x for x in themes if b"October 2026" not in x],
         "in three themes, and in English")
    r = s.run("plot", "days", "-o", "-")
    plot(s, "days")
    t.ok(r.out == (s.dir / "p").read_bytes(), "or to standard output", r)
    t.ok(not [n for n in os.listdir(s.dir) if n[0] == "."], "nothing is left behind")


def test_ranks(s):
    r = s.run("plot", "ranks", "-o", s.dir / "p")
    t.ok(r.status == 66 and b"truycap rank add" in r.err, "no rank was entered", r)
    (s.dir / "proof.txt").write_text("x")
    for index, year, rank, of in (("CCHC", 2019, 8, 19), ("CCHC", 2020, 6, 19),
                                  ("it's `id` <b>&#60;", 2020, 5, 23)):
        r = s.run("rank", "add", "--index", index, "--year", year, "--rank", rank,
                  "--of", of, "--source", "proof.txt")
        t.ok(r.status == 0, "%s %d is entered" % (index, year), r)
    plot(s, "ranks")
    text = "".join(tree.fromstring((s.dir / "p").read_bytes()).itertext())
    t.ok("CCHC" in text and "8/19" in text and "5/23" in text and
         "it’s `id` <b>&\u200a#60;" in text and "tháng" not in text,
         "ranks are drawn, of no period", text)
    for form in ("png", "pdf"):
        plot(s, "ranks", "--format", form, "--lang", "en", "--theme", "print")


def test_surroundings(s):
    """What is not as it should be, and what is no reason to fail."""
    os.mkfifo(s.dir / "pipe")
    r = s.run("plot", "days", "-o", s.dir / "pipe")
    t.ok(r.status == 73 and b"is no file" in r.err and (s.dir / "pipe").is_fifo(),
         "a pipe is not replaced by a picture", r)
    os.symlink("/dev/null", s.dir / "null")
    r = s.run("plot", "days", "-o", s.dir / "null")
    t.ok(r.status == 73 and (s.dir / "null").is_symlink(),
         "nor is a link to a device", r)
    r = s.run("plot", "days", "-o", "/dev/stdout")
    t.ok(r.status == 0 and r.out.startswith(b"<?xml"), "/dev/stdout is standard output", r)
    with harness_env(TMPDIR=str(s.dir / "none")):
        r = s.run("plot", "days", "-o", s.dir / "x")
    t.ok(r.status == 69 and b"no folder to draw in: " in r.err and
         b"none/truycap-scratch." in r.err and b"installed" not in r.err,
         "a TMPDIR that is not there is told", r)
    (s.dir / "bin/gnuplot").mkdir(parents=True)
    with harness_env(PATH="%s:%s" % (s.dir / "bin", os.environ["PATH"])):
        r = s.run("plot", "days", "-o", s.dir / "x")
    t.ok(r.status == 0 and r.err == b"", "a folder of gnuplot's name is no program", r)
    r = s.run("plot", "days", "-o", s.dir / "x",
              prepare=lambda: signal.signal(signal.SIGCHLD, signal.SIG_IGN))
    t.ok(r.status == 0 and r.err == b"", "started by one who ignores ended children", r)


def test_full_disk(s):
    """8 kB of room, in a mount of our own: a part of a picture is none."""
    small = s.dir / "small"
    small.mkdir()
    mounted = ["unshare", "-m", "sh", "-c", "mount -t tmpfs -o size=8k none $0 && "
               "{ \"$@\"; echo status $?; ls $0; }", small]
    if subprocess.run([*mounted, "true"], capture_output=True).returncode != 0:
        t.skip("a full disk", "needs to mount")
        return
    for form in FIRST:
        r = subprocess.run([*mounted, harness.PROGRAM, "plot", "days", "-c", s.conf,
                            "--now", NOW, "--format", form, "-o", s.dir / "half"],
                           capture_output=True, cwd=s.dir,
                           env=dict(harness.ENVIRONMENT, TMPDIR=str(small)))
        t.ok(r.stdout == b"status 69\n" and not (s.dir / "half").exists(),
             "no part of a picture where the disk is full: " + form,
             "%s %s" % (r.stdout, r.stderr))


class harness_env:
    def __init__(self, **set):
        self.set = set

    def __enter__(self):
        self.before = dict(harness.ENVIRONMENT)
        harness.ENVIRONMENT.update(self.set)

    def __exit__(self, *unused):
        harness.ENVIRONMENT.clear()
        harness.ENVIRONMENT.update(self.before)


def test_leftovers(s):
    top = s.dir / "tmp"

    def left(name, mode=0o700):
        (top / name / "plots.Ab12Cd").mkdir(parents=True)
        (top / name / "plots.Ab12Cd/chart0.svg").write_text("half")
        (top / name).chmod(mode)

    left("truycap-scratch.aaaaaa")
    left("truycap-scratch.bbbbbb")
    left("truycap-scratch.cccccc", 0o755)
    left("truycap-scratch.longer-than-ours")
    left("other.aaaaaa")
    os.symlink(top / "other.aaaaaa", top / "truycap-scratch.dddddd")
    held = os.open(top / "truycap-scratch.bbbbbb", os.O_RDONLY)
    fcntl.flock(held, fcntl.LOCK_EX)
    with harness_env(TMPDIR=str(top)):
        plot(s, "days")
    t.same(sorted(os.listdir(top)),
           ["other.aaaaaa", "truycap-scratch.bbbbbb", "truycap-scratch.cccccc",
            "truycap-scratch.dddddd", "truycap-scratch.longer-than-ours"],
           "what a killed run left is cleared, and nothing else")
    t.ok((top / "other.aaaaaa/plots.Ab12Cd/chart0.svg").exists() and
         (top / "truycap-scratch.bbbbbb/plots.Ab12Cd/chart0.svg").exists(),
         "a running one keeps its files")
    os.close(held)
    with harness_env(TMPDIR=str(top)):
        plot(s, "days")
    t.ok(not (top / "truycap-scratch.bbbbbb").exists(), "until it ends")


def main():
    form = ('$remote_addr - $remote_user [$time_local] "$request" $status '
            '$body_bytes_sent "$http_referer" "$http_user_agent" $request_time')
    with harness.Site(now=NOW, form="'%s'" % form,
                      extra="section = tin: /tin/*\n") as s:
        s.write("a.log", log())
        s.must()
        test_refused(s)
        if shutil.which("gnuplot") is None:
            t.skip("charts", "gnuplot is not installed")
        else:
            test_charts(s)
            test_ranks(s)
            test_surroundings(s)
            test_leftovers(s)
            test_full_disk(s)
    t.done()


main()
