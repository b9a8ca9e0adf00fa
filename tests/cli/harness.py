# SPDX-License-Identifier: MIT
"""harness.py -- what the tests of the program from outside share.

    t = harness.Tap()
    with harness.Site(name="laws") as s:
        s.append("access.log", data)
        s.update()
        t.same(s.dump(), other.dump(), "the same content")
    t.done()

TRUYCAP is the program (or $B/truycap, or build/release/truycap), GEN the log
generator (built when it is not there), TRUYCAP_SEED the seed of all chance,
TRUYCAP_ROUNDS how often the random parts are repeated.
"""

import atexit
import datetime
import gzip
import json
import os
import pathlib
import random
import re
import shutil
import sqlite3
import struct
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
SEED = int(os.environ.get("TRUYCAP_SEED", "1"))
NOW = "2026-10-08T20:15:00+07:00"
TZ = "Asia/Ho_Chi_Minh"
AGENT = (b"Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 "
         b"Firefox/143.0")


def rounds(fast, most=None):
    """How often a random part is repeated; most: of one that takes long."""
    n = int(os.environ.get("TRUYCAP_ROUNDS", fast))
    return n if most is None else min(n, most)


def chance(*salt):
    """A generator of its own for each purpose: one more test does not change
    what the others do."""
    return random.Random("%d %s" % (SEED, " ".join(map(str, salt))))


# ---- TAP ----

class Tap:
    def __init__(self):
        self.n = self.failed = 0
        self.note("seed %d (TRUYCAP_SEED)" % SEED)

    def note(self, text):
        for line in text.splitlines():
            print("# " + line[:300], flush=True)

    def ok(self, good, name, why=""):
        self.n += 1
        self.failed += not good
        print("%sok %d - %s" % ("" if good else "not ", self.n, name),
              flush=True)
        if not good and why:
            self.note(str(why))
        return bool(good)

    def same(self, got, want, name, why=""):
        if isinstance(want, str) and "\n" in want:
            text = difference(got, want)
        else:
            text = "got %r, want %r" % (got, want)
        return self.ok(got == want, name, ("%s\n" % why if why else "") + text)

    def skip(self, name, why):
        self.n += 1
        print("ok %d - %s # SKIP %s" % (self.n, name, why), flush=True)

    def done(self):
        print("1..%d" % self.n)
        sys.exit(1 if self.failed else 0)


def difference(got, want, limit=12):
    a, b = set(got.splitlines()), set(want.splitlines())
    out = (["+ " + line for line in sorted(a - b)][:limit] +
           ["- " + line for line in sorted(b - a)][:limit])
    return ("%d lines too many, %d missing\n" % (len(a - b), len(b - a)) +
            "\n".join(out))


# ---- programs ----

def scratch(prefix="truycap-test-", fast=False):
    """A folder of our own; fast: in memory where there is room, as each run
    of the program waits for the disk some times."""
    where = None
    if fast and "TMPDIR" not in os.environ and os.path.isdir("/dev/shm"):
        room = os.statvfs("/dev/shm")
        if (os.access("/dev/shm", os.W_OK) and
                room.f_bavail * room.f_frsize > 256 << 20):
            where = "/dev/shm"
    path = tempfile.mkdtemp(prefix=prefix, dir=where)
    atexit.register(shutil.rmtree, path, ignore_errors=True)
    return pathlib.Path(path)


def find_program():
    for path in (os.environ.get("TRUYCAP"),
                 os.environ.get("B") and os.environ["B"] + "/truycap",
                 ROOT / "build/release/truycap"):
        if path and (ROOT / path).is_file():
            return str((ROOT / path).resolve())
    print("Bail out! no program to test: make, or set TRUYCAP")
    sys.exit(1)


PROGRAM = find_program()
# No variable of ours reaches the program but these.
ENVIRONMENT = {"PATH": os.environ.get("PATH", "/usr/bin:/bin"), "TZ": "UTC",
               "LC_ALL": "C"}
for variable in ("ASAN_OPTIONS", "UBSAN_OPTIONS", "LLVM_PROFILE_FILE"):
    if variable in os.environ:
        ENVIRONMENT[variable] = os.environ[variable]


class Result:
    def __init__(self, status, out, err):
        self.status, self.out, self.err = status, out, err
        self.says = err.decode("utf-8", "replace")

    def __str__(self):
        return "status %d\n%s" % (self.status, self.says[-1500:])


def truycap(*args, cwd=None, data=b"", prepare=None, timeout=120):
    p = subprocess.run([PROGRAM, *map(str, args)], cwd=cwd, input=data,
                       capture_output=True, env=ENVIRONMENT,
                       preexec_fn=prepare, timeout=timeout)
    return Result(p.returncode, p.stdout, p.stderr)


def exports():
    """All that `export` can give, as its help lists it."""
    help_text = truycap("export", "--help").out.decode()
    return [line.split()[0] for line in help_text.split("options:")[0]
            .splitlines() if re.match(r"  [a-z-]+  ", line)]


_gen = []


def generator():
    if not _gen:
        for path in (os.environ.get("GEN"),
                     os.environ.get("B") and os.environ["B"] +
                     "/tests/gen/gen",
                     ROOT / "build/release/tests/gen/gen"):
            if path and os.access(ROOT / path, os.X_OK):
                _gen.append(str((ROOT / path).resolve()))
                break
        else:
            out = str(scratch() / "gen")
            subprocess.run([os.environ.get("CC", "cc"), "-O1", "-std=c17",
                            "-D_GNU_SOURCE", "-I", str(ROOT), "-o", out] +
                           sorted(map(str, (ROOT / "tests/gen").glob("*.c"))),
                           check=True)
            _gen.append(out)
    return _gen[0]


def random_log(seed, lines, days=3, **options):
    args = [generator(), "random", "--seed", str(seed), "--lines", str(lines),
            "--days", str(days)]
    for name, value in options.items():
        args += ["--" + name.replace("_", "-")]
        args += [] if value is True else [str(value)]
    return subprocess.run(args, check=True, capture_output=True).stdout


def oracle(files, report, *options):
    """What the second implementation finds wrong with the program's JSON."""
    p = subprocess.run([sys.executable, str(ROOT / "tests/oracle.py"),
                        "--check", str(report), *options, *map(str, files)],
                       capture_output=True, text=True)
    return p.stdout + p.stderr


# ---- lines ----

_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


def line(second, number, path=None, agent=AGENT, address=None, offset="+0700"):
    """One combined line: second counts from 2026-10-01 00:00:00 local."""
    day, rest = divmod(second, 86400)
    stamp = "%02d/Oct/2026:%02d:%02d:%02d %s" % (
        1 + day, rest // 3600, rest // 60 % 60, rest % 60, offset)
    if address is None:
        address = "198.51.100.%d" % (number % 250 + 1)
    if path is None:
        path = "/page/%d.html?id=%d" % (number % 500, number)
    return b'%s - - [%s] "GET %s HTTP/1.1" 200 %d "-" "%s"\n' % (
        address.encode(), stamp.encode(), path.encode(), 100 + number % 900,
        agent)


def entry(at, address, path="/", offset=420, agent=AGENT):
    """One combined line of the instant `at`, offset in minutes."""
    local = datetime.datetime.fromtimestamp(
        at, datetime.timezone(datetime.timedelta(minutes=offset)))
    stamp = "%02d/%s/%d:%02d:%02d:%02d %s" % (
        local.day, _MONTHS[local.month - 1], local.year, local.hour,
        local.minute, local.second, local.strftime("%z"))
    return ('%s - - [%s] "GET %s HTTP/1.1" 200 %d "-" "' % (
        address, stamp, path, 100 + at % 900)).encode() + agent + b'"\n'


def instant(text):
    return int(datetime.datetime.fromisoformat(text).timestamp())


def when(at):
    """The instant as --now takes it."""
    return datetime.datetime.fromtimestamp(
        at, datetime.timezone.utc).isoformat()


def lines(n, second=0, number=0):
    """n lines, five a second."""
    return b"".join(line(second + i // 5, number + i) for i in range(n))


def packed(data, members=1):
    """gzip, in as many members as wanted; without a time in it."""
    if members <= 1:
        return gzip.compress(data, 6, mtime=0)
    cut = len(data) // members
    parts = [data[i * cut:(i + 1) * cut] for i in range(members - 1)]
    parts.append(data[(members - 1) * cut:])
    return b"".join(gzip.compress(p, 6, mtime=0) for p in parts)


# ---- a site in a folder of its own ----

class Site:
    """A configuration, logs and a store, gone at the end."""

    def __init__(self, conf=None, key=None, now=NOW, log="logs/*.log",
                 archive=None, extra="", form="combined"):
        self.dir = scratch(fast=True)
        self.now = now
        (self.dir / "logs").mkdir()
        if conf is None:
            conf = "data = data\n[site \"s\"]\nname = S\n"
            conf += "".join("log = %s\n" % g for g in log.split())
            conf += "".join("archive = %s\n" % g
                            for g in (archive or "").split())
            conf += "format = %s\ntz = %s\nwidget = www\n%s" % (form, TZ,
                                                                extra)
        self.conf = self.dir / "truycap.conf"
        self.conf.write_text(conf)
        if key is not None:
            (self.dir / "data").mkdir(mode=0o700)
            shutil.copy(key.key_file(), self.dir / "data")

    def __enter__(self):
        return self

    def __exit__(self, *unused):
        shutil.rmtree(self.dir, ignore_errors=True)

    def key_file(self):
        return next(self.dir.glob("data/truycap*key"))

    @property
    def db(self):
        return self.dir / "data/truycap.db"

    def path(self, name):
        return self.dir / "logs" / name

    def write(self, name, data):
        self.path(name).write_bytes(data)
        return self.path(name)

    def append(self, name, data):
        with open(self.path(name), "ab") as f:
            f.write(data)
        return self.path(name)

    def run(self, command, *args, now=None, **options):
        when = [] if command in ("store", "config", "detect") \
            else ["--now", str(now or self.now)]
        first = []
        while args and not str(args[0]).startswith("-"):
            first, args = first + [args[0]], args[1:]
        conf = [] if command in ("report", "detect") else ["-c", self.conf]
        return truycap(command, *first, *conf, *when, *args, cwd=self.dir,
                       **options)

    def update(self, *args, **options):
        return self.run("update", *args, **options)

    def shown(self, command, *args, status=0, raw=False, **options):
        """What a command that must end well prints; of --json, its value."""
        r = self.run(command, *args, **options)
        if r.status != status:
            raise AssertionError("%s: %s" % (command, r))
        return json.loads(r.out) if "--json" in args and not raw else \
            r.out.decode()

    def days(self, *args, **options):
        """export days: each day's row, by its date."""
        rows = self.shown("export", "days", "--json", *args, **options)["rows"]
        return {row["day"]: row for row in rows}

    def widget(self, *args, **options):
        return self.shown("widget", "--json", *args, **options)

    def must(self, *args, status=0, **options):
        r = self.update(*args, **options)
        if r.status != status:
            raise AssertionError("update: %s" % r)
        return r

    def query(self, sql):
        db = sqlite3.connect("file:%s?mode=ro" % self.db, uri=True)
        try:
            return db.execute(sql).fetchall()
        finally:
            db.close()

    def integrity(self):
        return self.query("PRAGMA integrity_check")[0][0]

    def lines(self):
        return self.query("SELECT coalesce(sum(lines), 0) FROM ledger")[0][0]

    def classes(self):
        return dict(self.query("SELECT class, sum(lines) FROM ledger"
                               " GROUP BY class"))

    def pages(self):
        return self.query("SELECT coalesce(sum(pages), 0) FROM day")[0][0]

    def visits(self):
        return self.query("SELECT coalesce(sum(visits), 0) FROM day")[0][0]

    def dump(self):
        """What the program prints as its canonical content, and the same as
        read by us: neither can hide what the other one shows."""
        r = truycap("store", "dump", "-c", self.conf, cwd=self.dir)
        if r.status != 0:
            raise AssertionError("store dump: %s" % r)
        return r.out.decode() + "---- read from outside\n" + self.content()

    def content(self):
        """The tables by their strings, without row ids and without rows that
        tell of files rather than of what is in them."""
        db = sqlite3.connect("file:%s?mode=ro" % self.db, uri=True)
        out = []
        for name, sql in CONTENT.items():
            for row in db.execute(sql):
                out.append(name + " " + " ".join(
                    c.hex() if isinstance(c, bytes) else repr(c)
                    for c in row))
        spans, conduct = merged_parts(db)
        for row in spans:
            out.append("span " + " ".join(map(repr, row)))
        for row in conduct:
            out.append("conduct " + " ".join(map(repr, row)))
        db.close()
        return "\n".join(sorted(out)) + "\n"


def part_rows(body):
    """The texts, spans and conducts of one part, as store/part.h has them."""
    _, texts, hours, tallies, spans, conducts, size, steps = \
        struct.unpack_from("<8I", body)
    ends = struct.unpack_from("<%dI" % texts, body, 32)
    at = 32 + 4 * texts
    text = [b""] + [body[at + a:at + b] for a, b in zip((0,) + ends, ends)]
    at += size
    at += -at % 8 + 32 * hours + 32 * tallies
    end = at + 80 * spans + 24 * conducts
    reached = {(of, row): bits for row, of, bits in struct.iter_unpack(
        "<IIQ", body[end:end + 16 * steps])}
    return (text, [(*row, reached.get((0, i), 0)) for i, row in enumerate(
        struct.iter_unpack("<16sqQQIIHBBBBHIHHIIII",
                           body[at:at + 80 * spans]))],
            [(*row, reached.get((1, i), 0)) for i, row in enumerate(
                struct.iter_unpack("<16sIHH", body[at + 80 * spans:end]))])


def merged_parts(db):
    """The spans of all parts, united as METRICS says: those of a visitor and day
    that lie within the window of each other are one.  And what is known of the
    visitor's day beside them, which any of his spans may bear a share of."""
    found, conduct = {}, {}

    def behave(of, hits, errors, flags, steps):
        c = conduct.setdefault(of, [0, 0, 0, 0])
        c[0] = min(c[0] + hits, 2 ** 32 - 1)
        c[1] = min(c[1] + errors, 2 ** 16 - 1)
        c[2] |= flags
        c[3] |= steps

    for site, window, day, body in db.execute(
            "SELECT name, window_s, day, body FROM part"
            " JOIN site ON site.id = site"):
        text, spans, conducts = part_rows(body)
        for key, *what in conducts:
            behave((site, day, key), *what)
        for (key, first, size, sections, length, views, country, browser,
             system, device, flags, errors, hits, conduct_flags, _, fp, fr, lp,
             lr, steps) in spans:
            behave((site, day, key), hits, errors, conduct_flags, steps)
            found.setdefault((site, day, key, window), []).append(
                [(first, text[fp], text[fr]),
                 (first + length, text[lp], text[lr]), views, size, sections,
                 (country, browser, system, device), flags])
    united = []
    for (site, day, key, window), spans in sorted(found.items()):
        spans.sort(key=lambda s: s[0][0])
        u = None
        for s in spans:
            if u and s[0][0] - u[1][0] <= window:
                u[0], u[1] = min(u[0], s[0]), max(u[1], s[1])
                u[2] += s[2]
                u[3] += s[3]
                u[4] |= s[4]
                u[5] = max(u[5], s[5])
                u[6] |= s[6]
            else:
                u = list(s)
                united.append((site, day, key.hex(), u))
    return united, [(site, day, key.hex(), *c)
                    for (site, day, key), c in sorted(conduct.items())]


CONTENT = {
    "ledger": "SELECT s.name, day, class, sum(lines) FROM ledger LEFT JOIN"
              " site s ON s.id = site GROUP BY 1, 2, 3",
    "hour": "SELECT s.name, day, hour, class, outcome, hits, bytes FROM hour"
            " JOIN site s ON s.id = site",
    "hours": "SELECT s.name, day, body FROM day_hour JOIN site s ON s.id = site",
    "tally": "SELECT s.name, day, dim, text, hits, pages, bytes, robot_hits,"
             " robot_pages, robot_bytes, rest_hits, rest_pages, rest_bytes,"
             " visits, visitors FROM tally"
             " JOIN site s ON s.id = site JOIN term t ON t.id = key",
    "seen": "SELECT s.name, first, kind, f.name FROM first_seen f"
            " JOIN site s ON s.id = site",
    "carried": "SELECT s.name, day, key, last_s FROM carried"
               " JOIN site s ON s.id = site",
    "day": "SELECT s.name, day, state, dirty, counted_first_s,"
           " counted_last_s, pages, visits, visitors, bounces, views, timed,"
           " timed_s, online_s, peak, peak_at_s, carried, doubt_visitors,"
           " doubt_visits, doubt_pages FROM day"
           " JOIN site s ON s.id = site",
}
