#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Sealed days, from outside: when a day is sealed, what comes late, visits that go on
over a sealed midnight, archives of months read at one go; and log groups."""

import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import harness  # noqa: E402
from harness import entry, instant, when  # noqa: E402

HOUR, DAY = 3600, 86400
FIRST = instant("2026-10-01T00:00:00+07:00")
t = harness.Tap()


def address(number):
    return "198.51.%d.%d" % (100 + number // 250, number % 250 + 1)


def at(day, text):
    """The instant of a local time of a day, 1 for the first."""
    h, m, s = (int(x) for x in (text + ":00:00").split(":")[:3])
    return FIRST + (day - 1) * DAY + h * HOUR + m * 60 + s


def view(day, text, who=1, path="/"):
    return entry(at(day, text), address(who), path)


def states(site):
    return {row[0]: row[1] for row in site.query(
        "SELECT day - (SELECT min(day) FROM day) + 1, state FROM day")}


# ---- when a day is sealed ----

# Name, options of the site, runs: (the clock, what each log gets before, the state
# of day 1 after it).
RULES = [
    ("48 h after its end", {}, [
        ((1, "12:00"), {"a": [(1, "10:00")]}, "open"),
        ((2, "12:00"), {"a": [(2, "11:00")]}, "open"),
        ((3, "23:59:59"), {}, "open"),
        ((4, "00:00"), {}, "sealed")]),
    ("48 h after its last line was counted", {}, [
        ((2, "12:00"), {"a": [(1, "10:00"), (2, "11:00")]}, "open"),
        ((4, "11:59:59"), {}, "open"),
        ((4, "12:00"), {}, "sealed")]),
    ("a line that is counted late holds it open", {}, [
        ((2, "12:00"), {"a": [(1, "10:00"), (2, "11:00")]}, "open"),
        ((3, "06:00"), {"a": [(1, "10:01")]}, "open"),
        ((5, "05:59:59"), {}, "open"),
        ((5, "06:00"), {}, "sealed")]),
    ("a log that delivered nothing later holds it open until seal_max", {}, [
        ((1, "12:00"), {"a": [(1, "10:00")]}, "open"),
        ((8, "00:00"), {}, "open"),
        ((11, "23:59:59"), {}, "open"),
        ((12, "00:00"), {}, "sealed")]),
    ("so does one of two", {"log": "logs/a.log logs/b.log"}, [
        ((2, "12:00"), {"a": [(1, "10:00"), (2, "11:00")],
                        "b": [(1, "10:00")]}, "open"),
        ((8, "00:00"), {}, "open"),
        ((9, "00:00"), {"b": [(8, "23:00")]}, "sealed")]),
    ("and seal_max counts from the first line that was counted",
     {"log": "logs/a.log logs/b.log"}, [
        ((5, "12:00"), {"a": [(1, "10:00"), (5, "11:00")],
                        "b": [(1, "10:00")]}, "open"),
        ((14, "12:00"), {"a": [(1, "11:00")]}, "open"),
        ((15, "11:59:59"), {}, "open"),
        ((15, "12:00"), {}, "sealed")]),
    ("as configured", {"extra": "seal_after = 3h\nseal_max = 30h\n"}, [
        ((2, "01:00"), {"a": [(1, "10:00"), (2, "00:30")]}, "open"),
        ((2, "03:59:59"), {}, "open"),
        ((2, "04:00"), {}, "sealed")]),
    ("as configured, at the latest",
     {"extra": "seal_after = 3h\nseal_max = 30h\n"}, [
         ((1, "12:00"), {"a": [(1, "10:00")]}, "open"),
         ((3, "05:59:59"), {}, "open"),
         ((3, "06:00"), {}, "sealed")]),
]


def rule(name, options, runs):
    wrong = []
    with harness.Site(**dict({"log": "logs/a.log"}, **options)) as s:
        for now, logs, want in runs:
            for log, views in logs.items():
                s.append(log + ".log", b"".join(
                    view(*v, who=ord(log)) for v in views))
            s.must(now=when(at(*now)))
            got = states(s)[1]
            left = s.query("SELECT count(*) FROM part WHERE day ="
                           " (SELECT min(day) FROM day)")[0][0]
            if got != want or (left > 0) != (want == "open"):
                wrong.append("day %d, %s: %s, %d spans left" % (*now, got,
                                                                left))
    t.ok(not wrong, "sealed: " + name, "\n".join(wrong))


# ---- late lines ----

def late():
    with harness.Site(now=when(at(6, "12:00"))) as s:
        s.append("a.log", view(1, "10:00") + view(2, "10:00") +
                 view(6, "11:00"))
        s.must(now=when(at(6, "11:30")))
        s.must(now=when(at(8, "11:30")))
        s.now = when(at(8, "12:00"))
        s.must()
        days, widget = s.days(), s.widget()
        t.same([d["state"] for d in days.values()],
               ["sealed", "sealed", "open"], "late: two days are sealed")
        s.append("a.log", view(1, "10:10", 7) + view(2, "20:00", 1) +
                 view(6, "11:10", 9))
        s.must()
        t.same(s.classes(), {"human": 4, "late": 2},
               "late: lines of sealed days are a class of their own")
        after = s.days()
        t.same([after[d] for d in sorted(after)[:2]],
               [days[d] for d in sorted(days)[:2]],
               "late: and change no figure of theirs")
        t.same(s.widget()["total"], widget["total"] + 1,
               "late: the line of an open day counts")
        ledger = s.shown("export", "ledger", "--json")["rows"]
        t.same([(r["day"], r["lines"]) for r in ledger
                if r["class"] == "late"],
               [("2026-10-01", 1), ("2026-10-02", 1)],
               "late: the ledger tells of which day they are")
        s.write("older.gz", harness.packed(view(1, "06:00", 3) * 3))
        r = s.run("ingest", s.path("older.gz"))
        t.ok(r.status == 0 and "3 lines came late" in r.says,
             "late: ingest says how many", r)
        t.same((s.days(), s.run("store", "check").status), (after, 0),
               "late: and nothing else changes")


# ---- visits over a sealed midnight ----

# Views of one visitor: before day 1 is sealed, then before day 2 is, then after it;
# the wanted (visits, visitors, carried pages) of each day.
CARRIED = [
    ("goes on", [(1, "23:50")], [(2, "00:10")], [], [(1, 1, 0), (0, 1, 1)]),
    ("goes on after exactly the gap", [(1, "23:50")], [(2, "00:20")], [],
     [(1, 1, 0), (0, 1, 1)]),
    ("is over a second later", [(1, "23:50")], [(2, "00:20:01")], [],
     [(1, 1, 0), (1, 1, 0)]),
    ("goes on and on, and another begins", [(1, "23:50")],
     [(2, "00:10"), (2, "00:40"), (2, "01:10"), (2, "01:40:01")], [],
     [(1, 1, 0), (1, 1, 3)]),
    ("ends, and another begins", [(1, "23:50")],
     [(2, "00:10"), (2, "12:00")], [], [(1, 1, 0), (1, 1, 1)]),
    ("goes on at the very midnight", [(1, "23:59:59")], [(2, "00:00")], [],
     [(1, 1, 0), (0, 1, 1)]),
    ("began long before", [(1, "23:00"), (1, "23:29"), (1, "23:58")],
     [(2, "00:27"), (2, "00:57")], [], [(1, 1, 0), (0, 1, 2)]),
    ("had ended before midnight", [(1, "23:00"), (1, "23:29")],
     [(2, "00:00")], [], [(1, 1, 0), (1, 1, 0)]),
    ("goes on over a sealed day", [(1, "23:50")],
     [(2, "%02d:%02d" % (m // 60, m % 60)) for m in range(15, 1440, 25)],
     [(3, "00:00"), (3, "00:20"), (3, "00:50:01")],
     [(1, 1, 0), (0, 1, 57), (1, 1, 2)]),
    ("goes on one day later", [(1, "23:50")], [(2, "23:50")],
     [(3, "00:20")], [(1, 1, 0), (1, 1, 0), (0, 1, 1)]),
]


def carried(name, first, second, third, want):
    """Of another visitor each day has a line: the next ones let it be sealed."""
    name = "a visit over a sealed midnight " + name

    def figures(site):
        rows = site.query("SELECT visits - 1, visitors - 1, carried FROM day"
                          " ORDER BY day")
        return [tuple(row) for row in rows][:len(want)]

    with harness.Site(log="logs/a.log", extra="seal_after = 1h\n") as s:
        s.append("a.log", b"".join(view(*v) for v in first) +
                 view(1, "12:00", 5) + view(2, "00:00", 5))
        s.must(now=when(at(1, "23:59:59")))
        s.must(now=when(at(2, "01:00")))
        s.append("a.log", b"".join(view(*v) for v in second) +
                 view(3, "00:00", 5))
        s.must(now=when(at(3, "00:30")))
        was = [states(s)]
        s.must(now=when(at(3, "01:30")))
        was.append(states(s))
        s.append("a.log", b"".join(view(*v) for v in third))
        s.must(now=when(at(3, "02:00")))
        got = figures(s)
        s.must(now=when(at(40, "00:00")))
        t.same(was, [{1: "sealed", 2: "open", 3: "open"},
                     {1: "sealed", 2: "sealed", 3: "open"}],
               name + ": the days are sealed one by one")
        t.same(got, want, name)
        t.same(figures(s), want, name + ": and when all is sealed")


# ---- backfill: months at one go ----

def months(rng, days):
    """A file a day, some visits over midnight, some lines a day late."""
    files = [[] for _ in range(days + 2)]
    for day in range(days):
        for _ in range(rng.randint(2, 12)):
            second = rng.randrange(DAY)
            who = rng.randrange(300)
            if rng.random() < 0.2:
                second = DAY - rng.randrange(1800)
            for _ in range(rng.choice((1, 2, 3, 6))):
                moment = FIRST + day * DAY + second
                files[day + second // DAY + (rng.random() < 0.03)].append(
                    (moment, entry(moment, address(who), "/p%d" % second)))
                second += rng.choice((1, 299, 300, 301, 1799, 1800, 1801))
    return [b"".join(line for _, line in sorted(f)) for f in files if f]


COLUMNS = ("hits", "pages", "bytes", "visits", "visitors", "bounces",
           "visit_pages", "timed_visits", "timed_seconds", "online_seconds",
           "online_peak", "online_peak_at", "carried_pages")


def figures_of(days):
    """A line for each day.  Visits that were joined tell of the order."""
    return "".join("%s %s\n" % (day, " ".join(
        "%s=%s" % (k, days[day][k]) for k in COLUMNS)) for day in sorted(days))


def backfill(number):
    rng = harness.chance("backfill", number)
    name = "backfill %d" % number
    files = months(rng, 60)
    whole = b"".join(files).count(b"\n")
    now = when(FIRST + 70 * DAY)
    with harness.Site(now=now) as s, harness.Site(key=None, now=now) as r:
        names = []
        for i, data in enumerate(files):
            r.write("%02d.log" % i, data)
            file = "%d-%d" % (rng.randrange(1 << 20), i)
            names.append(s.write(file, harness.packed(data)
                                 if rng.random() < 0.5 else data))
        rng.shuffle(names)
        r.must()
        t.same(r.query("SELECT count(*) FROM day WHERE state = 'sealed'"),
               [(0,)], name + ": one update leaves all days open")
        got = s.run("ingest", "--backfill", *names)
        t.same((got.status, got.says), (0, ""), name + ": ends well", got)
        t.same((s.lines(), s.classes()), (whole, {"human": whole}),
               name + ": no line is lost, or late")
        t.same(figures_of(s.days()), figures_of(r.days()),
               name + ": the same days as one update with all open")
        last = s.query("SELECT max(day) FROM day")[0][0]
        spans = s.query("SELECT min(day), count(DISTINCT day) FROM part")[0]
        t.ok(spans[0] >= last - 4 and spans[1] <= 5, name +
             ": spans of the last days only", "%s of %d" % (spans, last))
        t.ok(s.query("SELECT count(*) FROM carried")[0][0] <= 300,
             name + ": no more is carried than there are visitors")
        before = s.dump()
        rng.shuffle(names)
        got = s.run("ingest", "--backfill", *names)
        t.same((got.status, s.dump()), (0, before),
               name + ": once more changes nothing", got)
        t.same(s.run("store", "check").status, 0, name + ": the store is good")


def hourly():
    """More files of a day than parts of it are left apart."""
    with harness.Site() as s, harness.Site() as r:
        names = []
        for hour in range(40):
            data = harness.lines(30, hour * 1800, hour * 7)
            names.append(s.write("%02d" % hour, data))
            r.write("%02d.log" % hour, data)
        r.must()
        got = s.run("ingest", "--backfill", *names)
        t.same((got.status, got.says), (0, ""), "hourly: ends well", got)
        t.same(figures_of(s.days()), figures_of(r.days()),
               "hourly: many files of one day count once, each")
        got = s.run("store", "check")
        t.same(got.status, 0, "hourly: the store is good", got.out)


# ---- log groups ----

def proxied(host, line):
    return host.encode() + b":443 " + line


def groups():
    conf = """data = data
[site "one"]
host = one.example.vn, www.one.example.vn
tz = Asia/Ho_Chi_Minh
widget = www/one
[site "two"]
host = two.example.vn
tz = Asia/Ho_Chi_Minh
widget = www/two
[log "proxy"]
log = logs/proxy.log*
format = vhost_combined
"""
    hosts = ["one.example.vn", "WWW.One.Example.VN", "two.example.vn",
             "three.example.vn"]
    rng = harness.chance("groups")
    rows = [(rng.choice(hosts), entry(at(1, "10:00") + i * 7,
                                      address(rng.randrange(9)), "/p%d" % i))
            for i in range(900)]
    data = b"".join(proxied(*row) for row in rows)
    mine = {"one": [r for h, r in rows if "one." in h.lower()],
            "two": [r for h, r in rows if h == "two.example.vn"]}
    now = when(at(1, "20:00"))
    with harness.Site(conf=conf, now=now) as s:
        half = data.index(b"\n", len(data) // 2) + 1
        s.write("proxy.log", data[:half])
        s.must()
        s.path("proxy.log").rename(s.path("proxy.log.1"))
        s.write("proxy.log.1.gz", harness.packed(data[:half]))
        s.write("proxy.log", data[half:])
        s.must()
        t.same(s.lines(), 900, "groups: every line of a log of two sites")
        t.same(s.classes(), {"human": sum(map(len, mine.values())),
                             "excluded": 900 - sum(map(len, mine.values()))},
               "groups: a host that no site has is told apart")
        for site, lines in mine.items():
            with harness.Site(now=now) as alone:
                alone.write("a.log", b"".join(lines))
                alone.must()
                t.same(s.days("--site", site), alone.days(),
                       "groups: %s has the figures of its own lines" % site)
                got, want = s.widget("--site", site), alone.widget()
                t.same({k: got[k] for k in ("online", "today", "total")},
                       {k: want[k] for k in ("online", "today", "total")},
                       "groups: and so has its widget")
        t.ok((s.dir / "www/one/visits.json").exists() and
             (s.dir / "www/two/visits.json").exists(),
             "groups: each site has its own files")


def equal_groups():
    conf = "data = data\n" + "".join(
        '[site "%s"]\nlog = logs/%s.log\nformat = combined\n'
        'tz = Asia/Ho_Chi_Minh\n' % (s, s) for s in ("one", "two"))
    data = harness.lines(500)
    with harness.Site(conf=conf, now=when(at(1, "20:00"))) as s:
        s.write("one.log", data)
        s.write("two.log", data)
        s.must()
        s.must()
        t.same((s.lines(), s.days("--site", "one")),
               (1000, s.days("--site", "two")),
               "groups: equal contents of two groups stay apart")
        s.path("one.log").write_bytes(data + harness.lines(10, 900, 500))
        s.must()
        s.path("two.log").write_bytes(data + harness.lines(10, 900, 500))
        s.must()
        t.same((s.lines(), s.days("--site", "one")),
               (1020, s.days("--site", "two")),
               "groups: and each goes on by itself")


def endless():
    """A visitor who never pauses (a proxy): one visit of many days, whose end is
    learnt day by day.  The day in which it began must hear of it."""
    views = [view(1 + k // 72, "%02d:%02d" % (k % 72 // 3, k % 3 * 20))
             for k in range(30, 9 * 72)]
    rest = [view(d, "%02d:05" % (h % 24), who=2 + h, path="/%d" % d)
            for d in range(1, 10) for h in range(0, 24, 5)]
    log = sorted(views + rest, key=lambda l: l.split(b"[")[1][:20])
    with harness.Site(now=when(at(10, "12:00"))) as whole, \
            harness.Site(now=when(at(10, "12:00")), key=None) as daily:
        whole.write("a.log", b"".join(log))
        whole.must()
        for day in range(1, 10):
            daily.append("a.log", b"".join(
                l for l in log if b"[%02d/" % day in l))
            daily.must()
        rows = "SELECT day, visits, views, timed_s, visitors, online_s," \
            " peak FROM day ORDER BY day"
        t.same(daily.query(rows), whole.query(rows),
               "endless: nine days of one visit, learnt day by day")
        t.same(whole.query(rows)[0][3] > 8 * 86400, True,
               "endless: the visit counts in the day in which it began")


def year_end():
    """The secret under which a year's distinct visitors are hashed."""
    year = instant("2026-12-31T12:00:00+07:00")
    secrets = "SELECT year, secret IS NOT NULL FROM unique_key ORDER BY 1"
    registers = "SELECT count(registers), sum(length(registers)) FROM" \
        " unique_day WHERE day = 20818"
    with harness.Site() as s:
        s.append("a.log", entry(year, address(1)))
        s.must(now=when(year + HOUR))
        s.append("a.log", entry(year + DAY, address(1)))
        s.must(now=when(year + DAY + HOUR))
        t.same(s.query(secrets), [(2026, 1), (2027, 1)],
               "year's end: each year has a secret while its days are open")
        before = s.query(registers)
        s.append("a.log", entry(year + 9 * DAY, address(1)))
        s.must(now=when(year + 9 * DAY + HOUR))
        t.same(s.query(secrets), [(2026, 0), (2027, 1)],
               "year's end: sealed, it has none any more")
        t.ok(s.query(registers) == before and before[0][0] == 1,
             "year's end: its registers stay", before)


for row in RULES:
    rule(*row)
year_end()
endless()
late()
for row in CARRIED:
    carried(*row)
for k in range(max(1, harness.rounds(4) // 4)):
    backfill(k)
hourly()
groups()
equal_groups()
t.done()
