#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Random schedules of what happens to logs: whatever is renamed, copied, packed and
truncated between which runs, the lines counted are the lines written."""

import os
import shutil
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import harness  # noqa: E402

t = harness.Tap()
LIVE = "access.log"


class Model:
    """A writer, a rotation and an intruder; `written` is the oracle."""

    def __init__(self, site, rng, torn):
        self.site, self.rng = site, rng
        self.torn = torn          # unfinished lines are renamed and copied
        self.written = []         # whole lines
        self.rest = b""           # of a line whose beginning is written...
        self.home = LIVE          # ...to this file
        self.second = 0
        self.copies = 0
        self.steps = []

    def path(self, name):
        return self.site.path(name)

    def archives(self, packed=None):
        return sorted(p.name for p in self.site.dir.glob("logs/access.log.*")
                      if packed is None or packed == (p.suffix == ".gz"))

    def next_line(self):
        self.second += self.rng.choice((0, 0, 1, 3, 60, 301, 1801))
        n = len(self.written)
        line = harness.line(self.second % (6 * 86400), n, path="/p%d%s" % (
            n, "x" * self.rng.choice((0, 0, 0, 30, 900))))
        self.written.append(line)
        return line

    def finish(self):
        if self.rest:
            self.site.append(self.home, self.rest)
        self.rest = b""

    # ---- steps ----

    def append(self):
        self.finish()
        lines = [self.next_line()
                 for _ in range(self.rng.choice((1, 2, 7, 40, 200)))]
        self.site.append(LIVE, b"".join(lines))

    def partial(self):
        self.append()
        line = self.next_line()
        cut = self.rng.randrange(1, len(line))
        self.site.append(LIVE, line[:cut])
        self.rest, self.home = line[cut:], LIVE

    def shift(self):
        """The archives move one up."""
        for name in sorted(self.archives(), key=lambda n: -number(n)):
            if not number(name):
                continue
            end = ".gz" if name.endswith(".gz") else ""
            up = "%s.%d%s" % (LIVE, number(name) + 1, end)
            self.path(name).rename(self.path(up))
            if self.home == name:
                self.home = up

    def rename(self):
        if not self.path(LIVE).exists():
            return
        if not self.torn:
            self.finish()
        self.shift()
        self.path(LIVE).rename(self.path(LIVE + ".1"))
        if self.rest and self.home == LIVE:
            self.home = LIVE + ".1"
        if self.rng.random() < 0.7:
            self.site.write(LIVE, b"")

    def copytruncate(self):
        if not self.path(LIVE).exists():
            return
        self.finish()
        self.shift()
        shutil.copy(self.path(LIVE), self.path(LIVE + ".1"))
        if self.rng.random() < 0.3:
            self.run()
        os.truncate(self.path(LIVE), 0)

    def gzip(self):
        plain = [n for n in self.archives(False) if number(n) and
                 n != self.home]
        if not plain:
            return
        name = self.rng.choice(plain)
        data = self.path(name).read_bytes()
        self.site.write(name + ".gz",
                        harness.packed(data, self.rng.randint(1, 3)))
        if self.rng.random() < 0.3:
            self.run()
        self.path(name).unlink()

    def copy(self):
        """Of any log, whole or cut at a line."""
        names = [n for n in [LIVE] + self.archives(False)
                 if self.path(n).exists()]
        if not names:
            return
        if not self.torn:
            self.finish()
        data = self.path(self.rng.choice(names)).read_bytes()
        if self.rng.random() < 0.3:
            ends = [i + 1 for i, c in enumerate(data) if c == 10]
            data = data[:self.rng.choice(ends)] if ends else data
        self.copies += 1
        self.site.write("%s.copy%d" % (LIVE, self.copies), data)

    def touch(self):
        name = self.rng.choice(self.archives() + [LIVE])
        if self.path(name).exists():
            at = self.rng.randrange(1 << 31)
            os.utime(self.path(name), (at, at))

    def new_inode(self):
        """As restored from a backup."""
        name = self.rng.choice(self.archives() + [LIVE])
        if self.path(name).exists():
            shutil.copy(self.path(name), self.path("restored"))
            self.path("restored").rename(self.path(name))

    def run(self):
        # No live file there between two steps; a cut copy.
        r = self.site.update("--threads=%d" % self.rng.randint(1, 2))
        if r.status not in (0, 65, 66):
            raise AssertionError(str(r))

    STEPS = (append, append, append, partial, rename, rename, copytruncate,
             gzip, gzip, copy, touch, new_inode, run, run, run, run)

    def schedule(self):
        for _ in range(self.rng.randint(8, 22)):
            step = self.rng.choice(self.STEPS)
            self.steps.append(step.__name__)
            step(self)
        self.finish()
        self.run()


def number(name):
    digits = name[len(LIVE) + 1:].split(".")[0]
    return int(digits) if digits.isdigit() else 0


def one(k):
    rng = harness.chance("model", k)
    torn = k % 4 == 3
    with harness.Site(log="logs/" + LIVE, archive="logs/%s.*" % LIVE) as s:
        m = Model(s, rng, torn)
        name = "schedule %d%s" % (k, ", unfinished lines move too"
                                  if torn else "")
        try:
            m.schedule()
            m.run()
        except AssertionError as e:
            return t.ok(False, name, "%s\n%s" % (" ".join(m.steps), e))
        said = "%s\n%s" % (" ".join(m.steps),
                           s.run("status").out.decode()[:1200])
        if not t.same(s.lines(), len(m.written), name, said) or torn:
            return
        with harness.Site(key=s, log="logs/" + LIVE) as reference:
            reference.write(LIVE, b"".join(m.written))
            reference.must()
            t.same(s.dump(), reference.dump(), name + ": all the content",
                   said)


for k in range(harness.rounds(40)):
    one(k)
t.done()
