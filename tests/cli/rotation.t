#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Rotation, as it happens and as it must not happen: each scenario ends with
every line counted once, and with the content that one plain file of the same
lines has."""

import datetime
import os
import shutil
import subprocess
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import harness  # noqa: E402
from harness import line, lines, packed  # noqa: E402

ARCHIVE = "logs/access.log.* logs/access.log-*"
t = harness.Tap()
scenarios = []


def scenario(name, want, **options):
    """The function takes a site and returns what was written, all told."""
    def add(function):
        scenarios.append((name, want, options, function))
        return function
    return add


class Rotating(harness.Site):
    def __init__(self, **options):
        options.setdefault("log", "logs/access.log")
        options.setdefault("archive", ARCHIVE)
        super().__init__(**options)

    @property
    def live(self):
        return self.path("access.log")

    def go(self, data=b"", *args):
        if data:
            self.append("access.log", data)
        self.must(*args)
        return data

    def move(self, to="access.log.1"):
        self.live.rename(self.path(to))

    def copytruncate(self, to="access.log.1"):
        shutil.copy(self.live, self.path(to))
        os.truncate(self.live, 0)

    def pack(self, name, to=None):
        data = self.path(name).read_bytes()
        self.write(to or name + ".gz", packed(data))
        self.path(name).unlink()


A = lines(20000)
B = lines(10000, 4000, 20000)


@scenario("01 run three times", 20000)
def _(s):
    s.go(A)
    s.go()
    s.go()
    return A


@scenario("02 growth", 30000)
def _(s):
    s.go(A)
    s.go(B)
    return A + B


@scenario("03 cut within a second", 20002)
def _(s):
    whole = lines(20002)
    head = whole.splitlines(True)[:19998]
    s.go(b"".join(head))
    s.go(whole[len(b"".join(head)):])
    return whole


@scenario("04 renamed after a run, with lines since", 30000)
def _(s):
    s.go(A)
    s.append("access.log", B[:len(B) // 2] + b"")
    s.move()
    s.go(B[len(B) // 2:])
    return A + B


@scenario("05 the same, run again and again", 30000)
def _(s):
    s.go(A)
    half = len(b"".join(B.splitlines(True)[:5000]))
    s.append("access.log", B[:half])
    s.move()
    s.go(B[half:])
    s.go()
    s.go()
    return A + B


@scenario("06 renamed and packed", 25000)
def _(s):
    s.go(A)
    s.move()
    s.pack("access.log.1")
    s.go(lines(5000, 4000, 20000))
    return A + lines(5000, 4000, 20000)


@scenario("07 a packed file and a live one", 25000)
def _(s):
    s.write("access.log.1.gz", packed(A))
    s.go(lines(5000, 4000, 20000))
    s.go()
    return A + lines(5000, 4000, 20000)


@scenario("08 copytruncate", 25000)
def _(s):
    s.go(A)
    s.copytruncate()
    s.go(lines(5000, 4000, 20000))
    return A + lines(5000, 4000, 20000)


@scenario("09 copytruncate, and growth past the old end", 25000)
def _(s):
    s.go(lines(5000))
    s.copytruncate()
    s.go(lines(20000, 1000, 5000))
    return lines(5000) + lines(20000, 1000, 5000)


@scenario("10 cut within a line", 20010)
def _(s):
    more = lines(10, 4000, 20000)
    s.go(A[:-40])
    t.same(s.lines(), 19999, "10 the unfinished line waits")
    s.go(A[-40:] + more)
    return A + more


@scenario("11 overwritten by other lines of the same size", 2000)
def _(s):
    one = lines(1000)
    two = one.replace(b"/page/", b"/next/")
    s.go(one)
    s.write("access.log", two)
    s.go()
    return one + two


@scenario("12 a new file on the inode of the old one", 40000)
def _(s):
    two = A.replace(b"/page/", b"/next/") + b""
    s.go(A)
    before = s.live.stat().st_ino
    os.truncate(s.live, 0)  # what is surely the same inode
    s.append("access.log", two)
    assert s.live.stat().st_ino == before
    s.go()
    return A + two


@scenario("13 every 50th line comes five seconds late, over two runs", 20000)
def _(s):
    rows = A.splitlines(True)
    rows = [row for _, row in sorted(
        enumerate(rows), key=lambda p: (p[0] + 25.5 * (p[0] % 50 == 0)))]
    s.go(b"".join(rows[:10013]))
    s.go(b"".join(rows[10013:]))
    return A


@scenario("14 lines three hours old at the end", 21000)
def _(s):
    a = lines(20500, 10800)
    s.go(a)
    s.go(lines(500, 0, 30000))
    return a + lines(500, 0, 30000)


@scenario("15 a line 400 days ahead, then a normal day", 20001)
def _(s):
    ahead = lines(1).replace(b"Oct/2026", b"Nov/2027")
    s.go(lines(10000) + ahead)
    s.go(B)
    t.same(s.classes(), {"human": 20000, "future": 1},
           "15 the line ahead is told apart")
    return lines(10000) + ahead + B


@scenario("16 the clock goes back an hour", 20000)
def _(s):
    a, b = lines(10000, 3600), lines(10000, 0, 10000)
    s.go(a)
    s.go(b)
    return a + b


def dst(offset, hour, n, number):
    return b"".join(line(24 * 86400 + hour * 3600 + i // 5, number + i,
                         offset=offset) for i in range(n))


DST = dict(now="2026-10-26T12:00:00+01:00")


@scenario("17 summer time ends within a file", 13500, **DST)
def _(s):
    a, b = dst("+0200", 2, 4500, 0), dst("+0100", 2, 9000, 4500)
    s.go(a)
    s.go(b)
    return a + b


@scenario("18 summer time ends at a rotation", 13500, **DST)
def _(s):
    a, b = dst("+0200", 2, 4500, 0), dst("+0100", 2, 9000, 4500)
    s.go(a)
    s.move()
    s.go(b)
    return a + b


@scenario("19 two gzip members one after the other, and a live file", 20010)
def _(s):
    half = len(A) // 2
    more = lines(10, 4000, 20000)
    s.write("access.log.1.gz", packed(A[:half]) + packed(A[half:]))
    s.go(more)
    return A + more


@scenario("20 half a gzip file, then the whole", 20010)
def _(s):
    more = lines(10, 4000, 20000)
    whole = packed(A)
    s.write("access.log.1.gz", whole[:len(whole) // 2])
    s.go(more)
    s.write("access.log.1.gz", whole)
    s.go()
    return A + more


@scenario("21 two servers, the same times", 10000,
          log="logs/one.log logs/two.log")
def _(s):
    one, two = lines(5000), lines(5000, 0, 7000)
    s.write("one.log", one)
    s.write("two.log", two)
    s.go()
    return one + two


@scenario("22 an older file after a newer one", 10000)
def _(s):
    new, old = lines(5000, 90000), lines(5000, 0, 5000)
    s.go(new)
    s.write("access.log.9.gz", packed(old))
    s.go()
    return new + old


@scenario("23 one file under two names", 5000)
def _(s):
    s.append("access.log", lines(5000))
    os.link(s.live, s.path("access.log.1"))
    s.go()
    return lines(5000)


@scenario("24 equal lines are requests of their own", 1500)
def _(s):
    s.go(line(7, 7) * 1000)
    s.go(line(7, 7) * 500)
    return line(7, 7) * 1500


def week(s, options):
    """Seven days of logrotate, four runs a day, and some lines after them."""
    conf = s.dir / "logrotate.conf"
    conf.write_text('"%s" {\n rotate 14\n missingok\n create 0644\n%s\n}\n' %
                    (s.live, options))
    whole = b""
    number = 0
    for day in range(7):
        for part in range(4):
            second = day * 86400 + part * 21600
            whole += s_append(s, lines(1000, second + 60, number))
            number += 1000
            s.now = stamp(second + 21000)
            s.go()
        whole += s_append(s, lines(100, day * 86400 + 85900, number))
        number += 100
        logrotate(s, conf, options)
    s.write("access.log", s.live.read_bytes() if s.live.exists() else b"")
    s.now = stamp(7 * 86400 - 100)
    s.go()
    return whole


def s_append(s, data):
    s.append("access.log", data)
    return data


def stamp(second):
    at = datetime.datetime(2026, 10, 1) + datetime.timedelta(seconds=second)
    return at.isoformat() + "+07:00"


def logrotate(s, conf, options):
    if shutil.which("logrotate"):
        subprocess.run(["logrotate", "-f", "-s", s.dir / "state", conf],
                       check=True, env=dict(harness.ENVIRONMENT, PATH=os.environ["PATH"]))
        return
    for i in range(14, 1, -1):
        old = s.path("access.log.%d.gz" % i)
        if old.exists():
            old.rename(s.path("access.log.%d.gz" % (i + 1)))
    if s.path("access.log.1").exists():
        s.pack("access.log.1", "access.log.2.gz")
    if "copytruncate" in options:
        s.copytruncate()
    else:
        s.move()
        s.write("access.log", b"")


BY_DAYS = dict(days=True)


@scenario("25 a week of logrotate, compress, delaycompress", 28700, **BY_DAYS)
def _(s):
    return week(s, " compress\n delaycompress")


@scenario("26 a week of logrotate with copytruncate", 28700, **BY_DAYS)
def _(s):
    return week(s, " compress\n delaycompress\n copytruncate")


@scenario("27 a name with the date, then packed", 10000)
def _(s):
    a, b = lines(9000), lines(1000, 4000, 9000)
    s.go(a)
    s.move("access.log-20261001")
    s.go(b)
    s.pack("access.log-20261001")
    s.go()
    return a + b


@scenario("28 one file packed in several ways, and a live one", 5100)
def _(s):
    import gzip
    a, b = lines(5000), lines(100, 4000, 9000)
    s.write("access.log.1.gz", gzip.compress(a, 1))
    s.write("access.log.1.best.gz", gzip.compress(a, 9))
    s.write("access.log.1.stored.gz", gzip.compress(a, 0))
    s.write("access.log.1.members.gz", packed(a, 5))
    s.go(b)
    return a + b


@scenario("29 a member is added to a packed file", 8010)
def _(s):
    a, b, c = lines(5000), lines(3000, 2000, 5000), lines(10, 4000, 8000)
    s.write("access.log.1.gz", packed(a))
    s.go(c)
    s.append("access.log.1.gz", packed(b))
    s.go()
    return a + b + c


@scenario("30 zeros, then garbage, behind a packed file", 5010)
def _(s):
    a, b = lines(5000), lines(10, 4000, 5000)
    s.write("access.log.1.gz", packed(a) + bytes(512))
    s.go(b)
    s.write("access.log.1.gz", packed(a) + b"rubbish, and more of it")
    s.go()
    return a + b


@scenario("31 the hole of a writer that does not append", 6000)
def _(s):
    a, b = lines(5000), lines(1000, 2000, 5000)
    s.go(a)
    s.copytruncate()
    with open(s.live, "r+b") as f:
        f.seek(len(a))
        f.write(b)
    s.go()
    return a + b


@scenario("32 restored from a backup, with a date of its own", 5000)
def _(s):
    a = lines(5000)
    s.go(a)
    shutil.copy(s.live, s.path("other"))
    s.live.unlink()
    s.path("other").rename(s.live)
    os.utime(s.live, (1900000000, 1900000000))
    s.go()
    return a


@scenario("33 what is no log under a log's name", 5000)
def _(s):
    os.mkfifo(s.path("access.log.3"))
    s.path("access.log.4").mkdir()
    os.symlink("/dev/zero", s.path("access.log.5"))
    os.symlink("access.log", s.path("access.log.6"))
    os.symlink("nowhere", s.path("access.log.7"))
    s.append("access.log", lines(5000))
    began = time.monotonic()
    r = s.update()
    t.same(r.status, 66, "33 what is no log is told, and the status says so",
           r.says)
    t.ok(time.monotonic() - began < 5, "33 nothing waits for it")
    t.ok(all("access.log.%d" % i in r.says for i in (3, 5, 7)),
         "33 each one is named", r.says)
    return lines(5000)


@scenario("34 a packed file without its last newline", 5010)
def _(s):
    a = lines(5010)
    s.write("access.log.1.gz", packed(a[:-1]))
    s.write("access.log", b"")
    s.go()
    s.go()
    return a


@scenario("35 lines that end with CR and LF", 5100)
def _(s):
    a, b = lines(5000), lines(100, 2000, 5000)
    s.go(a.replace(b"\n", b"\r\n"))
    s.go(b.replace(b"\n", b"\r\n"))
    return a + b


@scenario("36 a very short log", 6)
def _(s):
    whole = lines(6).splitlines(True)
    s.go(b"".join(whole[:2]))
    s.go(b"".join(whole[2:5]))
    s.move()
    s.go(whole[5])
    s.pack("access.log.1")
    s.go()
    return b"".join(whole)


@scenario("37 equal heads, different bodies", 1506)
def _(s):
    head = b"".join(line(0, i, path="/" + "x" * 640) for i in range(3))
    a, b = head + lines(750), head + lines(750, 3000, 750)
    s.go(a)
    s.move()
    s.go(b)
    return a + b


@scenario("38 the writer keeps on writing to the renamed file", 1650)
def _(s):
    a, b, c = lines(1000), lines(500, 300, 1000), lines(150, 250, 1500)
    s.go(a)
    s.move()
    s.append("access.log", b)
    s.go()
    s.append("access.log.1", c)
    s.go()
    return a + b + c


# ---- more of the same kind ----

# What is renamed is complete by its configuration: its last line counts as it
# is, and what completes it later is no other line.
@scenario("39 a torn line in a renamed file is completed there", 1004)
def _(s):
    a = lines(1000)
    s.go(a[:-50])
    s.move()
    s.go(lines(1, 900, 5000))
    t.same(s.lines(), 1001, "39 the torn line counts as it is")
    before = s.content()
    s.append("access.log.1", a[-50:])
    s.go()
    t.same(s.content(), before, "39 and what completes it is passed over")
    s.append("access.log.1", lines(3, 950, 6000))
    s.go()
    t.same(s.lines(), 1004, "39 but not what follows it")
    return a[:-50] + b"\n" + lines(1, 900, 5000) + lines(3, 950, 6000)


@scenario("40 the copy of a shorter log, when the longer one is gone", 1000)
def _(s):
    a = lines(1000)
    s.go(a)
    s.copytruncate("elsewhere")
    s.go()
    s.write("access.log.1", b"".join(a.splitlines(True)[:600]))
    r = s.update()
    t.ok(r.status in (0, 65), "40 a cut copy is no new log", r.says)
    return a


@scenario("41 a rotated file that ends within a line, for ever", 1001)
def _(s):
    a = lines(1000)
    s.go(a[:-1])
    s.move()
    s.go(lines(1, 900, 5000))
    return a + lines(1, 900, 5000)


@scenario("42 the file of the next day begins like the one before", 2000)
def _(s):
    a = lines(1000)
    s.go(a)
    s.move()
    s.go(a.splitlines(True)[0] + lines(999, 86400, 1000))
    return a + a.splitlines(True)[0] + lines(999, 86400, 1000)


@scenario("43 copied and packed in one run, the copy before the live", 3000)
def _(s):
    a, b = lines(2000), lines(1000, 900, 2000)
    s.write("access.log.1.gz", packed(a))
    s.append("access.log", a + b)
    s.go()
    os.truncate(s.live, 0)
    s.go()
    return a + b


def figures(s):
    return s.query("SELECT day, pages, visits, visitors, bounces, views, timed,"
                   " timed_s, online_s, peak, peak_at_s FROM day"
                   " WHERE pages > 0 OR online_s > 0 ORDER BY day")


def main():
    for name, want, options, steps in scenarios:
        options = dict(options)
        days = options.pop("days", False)
        with Rotating(**options) as s:
            try:
                whole = steps(s)
            except AssertionError as e:
                t.ok(False, name, e)
                continue
            t.same(s.lines(), want, name)
            with harness.Site(key=s, log="logs/access.log",
                              now=s.now) as reference:
                reference.write("access.log", whole)
                reference.must()
                if days:
                    t.same(figures(s), figures(reference),
                           name + ": the days' figures")
                else:
                    t.same(s.dump(), reference.dump(),
                           name + ": all the content")


# ---- what other programs get wrong ----

def counted(name, steps, want, **options):
    """want: of lines, pages, visits, visitors (by day)."""
    with Rotating(**options) as s:
        try:
            steps(s)
        except AssertionError as e:
            t.ok(False, name, e)
            return
        got = {"lines": s.lines(), "pages": s.pages(), "visits": s.visits(),
               "visitors": [r[0] for r in s.query(
                   "SELECT visitors FROM day WHERE visitors > 0 ORDER BY"
                   " day")],
               "days": [r[0] for r in s.query(
                   "SELECT date(day * 86400, 'unixepoch') FROM day WHERE"
                   " pages > 0 ORDER BY day")]}
        t.same({k: got[k] for k in want}, want, name)


def torn(s):
    whole = b"".join(line(i, i % 44) for i in range(100))
    s.go(whole[:-20])
    s.go(whole[-20:])


def unfinished(s):
    """A complete file of one unfinished line, which grows: the line counts once,
    torn as it was; a copy of the grown file is known."""
    whole = lines(5)
    s.write("access.log", lines(1, 900, 77))
    s.write("access.log.9.gz", packed(whole[:150]))
    s.go(b"")
    s.write("access.log.9.gz", packed(whole))
    s.go(b"")
    s.write("access.log.10.gz", packed(whole, 2))
    s.go(b"")


def seam(s):
    s.write("access.log.1", lines(10))
    s.go(b"".join(line(1, 10 + i) for i in range(10)))


def one_view(at, offset="+0700"):
    return line(at, 1, path="/a", offset=offset)


def midnight(s):
    s.go(one_view(86400 - 600))
    s.go(one_view(86400 + 600))


def late_line(s):
    month = 31 * 86400
    a = line(month - 20, 1, path="/a") + line(month - 10, 2, path="/a")
    late = line(month - 10, 3, path="/a")
    after = line(0, 4, path="/a").replace(b"01/Oct", b"01/Nov").replace(
        b"00:00:00", b"00:00:05")
    s.go(a.replace(b"32/Oct", b"01/Nov") + after + late)


def offsets(s):
    s.go(line(6 * 3600, 1, path="/a", offset="+0000"))
    s.go(line(11 * 3600, 1, path="/a", offset="+0500"))


def far(s):
    s.go(lines(1000))
    s.go(lines(1).replace(b"2026", b"2037"))
    s.go(lines(1000, 86400, 1000))


def robots(s):
    agents = ["GPTBot/1.0", "curl/8.5.0", "Mozilla/5.0 (X11; Linux x86_64) "
              "AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/140.0 "
              "Safari/537.36", "-", "Mozilla/5.0 zgrab/0.x", "Wget/1.21",
              "python-requests/2.31", "Go-http-client/2.0", "okhttp/4.12",
              "Zabbix", "Mozilla/5.0 (compatible; CensysInspect/1.1; "
              "+https://about.censys.io/)", "ClaudeBot/1.0",
              "Mozilla/5.0 (compatible; bingbot/2.0)", "CCBot/2.0",
              "Mozilla/5.0 (compatible; AhrefsBot/7.0)", "Bytespider",
              "facebookexternalhit/1.1"]
    s.go(b"".join(line(i, i, agent=a.encode()) for i, a in enumerate(agents)) +
         line(50, 1))
    t.same(s.classes(), {"robot": 17, "human": 1},
           "robots: all seventeen are told from people")


PROBES = ["Zabbix", "Mozilla/5.0+(compatible; UptimeRobot/2.0; "
          "http://www.uptimerobot.com/)", "check_http/v2.3 (nagios-plugins 2.3)",
          "Mozilla/5.0 (compatible; StatusCake)", "updown.io daemon 2.11",
          "Pingdom.com_bot_version_1.4_(http://www.pingdom.com/)"]


def probes(s):
    s.go(b"".join(line(i, i, agent=a.encode()) for i, a in enumerate(PROBES)))
    t.same(s.classes(), {"robot": len(PROBES)},
           "probes: those that no site claims are robots")


def own_probes(s):
    s.go(b"".join(line(i, i, agent=a.encode()) for i, a in enumerate(PROBES)) +
         line(50, 99, agent=b"curl/8.5.0"))
    t.same(s.classes(), {"monitor": 3, "robot": len(PROBES) - 2},
           "probes: the site's own ones are monitors first")


PEERS = [
    ("torn: a line completed later has no visitor of its own", torn,
     dict(lines=100, visitors=[44]), {}),
    ("unfinished: one torn line that grows is known", unfinished,
     dict(lines=6), {}),
    ("seam: the same second on both sides of a rotation", seam,
     dict(lines=20, pages=20), {}),
    ("midnight: a visit over midnight is one, of the day it began", midnight,
     dict(lines=2, visits=1, visitors=[1, 1]), {}),
    ("late: a line after the month's end belongs to its own day", late_line,
     dict(lines=4, days=["2026-10-31", "2026-11-01"]),
     dict(now="2026-11-01T06:00:00+07:00")),
    ("offsets: one instant written in two zones", offsets,
     dict(lines=2, visits=1, visitors=[1], days=["2026-10-01"]), {}),
    ("far: a line of 2037 hides none of the next ones", far,
     dict(lines=2001, pages=2000), {}),
    ("robots: and only the browser is counted", robots, dict(pages=1), {}),
    ("probes: are no readers", probes, dict(pages=0, visits=0), {}),
    ("probes: nor are the site's own", own_probes, dict(pages=0, visits=0),
     dict(extra="monitor = zabbix, UptimeRobot, 198.51.100.100\n")),
]

main()
for row in PEERS:
    counted(row[0], row[1], row[2], **row[3])
t.done()
