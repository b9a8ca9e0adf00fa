#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The hours of a site: whether it was served, who came; from logs with a known truth, beside a
probe's heartbeats; through sealing, folding, forgetting and from an earlier version."""

import os
import re
import sqlite3
import struct
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import harness  # noqa: E402

t = harness.Tap()
DAY = 86400
START = harness.instant("2026-10-05T00:00:00+07:00")
NOW = "2026-10-07T12:30:00+07:00"
SEALED = "2026-10-21T03:00:00+07:00"
OFFICE = "192.0.2.9"


def hit(hour, minute=0, who=1, status=200, agent=harness.AGENT, path="/"):
    """A line at that hour since the first midnight."""
    address = who if isinstance(who, str) else "198.51.100.%d" % who
    line = harness.entry(START + hour * 3600 + minute * 60, address, path,
                         agent=agent)
    return line.replace(b'" 200 ', b'" %d ' % status)


def beat(hour, status):
    return hit(hour, 30, OFFICE, status, b"truycap-probe/1")


def rows(s, **options):
    return {(r["day"][-2:], r["hour"]): r for r in s.shown(
        "export", "availability", "--json", "--to", "2026-10-07",
        **options)["rows"]}


def states(found, day):
    return "".join(found[d, h]["state"][0] for d, h in sorted(found)
                   if d == day)


def log():
    out = [hit(h, m, h % 5 + 1) for h in (0, 1, 2, 8, 9, 10, 11)
           for m in (0, 20)]
    out += [hit(9, m, 7, 503) for m in (1, 2)]         # 2 of 4: errors
    out += [hit(23, m, 8, 502) for m in (57, 58, 59)]  # a run of 5 minutes
    out += [hit(24, m, 8, 500) for m in (0, 1)]
    out += [hit(24, 3, 8), hit(24, 3, 8, 500)]         # and a served minute
    out += [hit(27, 0, 3, 404)]
    out += [hit(28 + h, 0, 4, path="/%d" % h) for h in range(30)]
    return b"".join(out)


def probe():
    return b"".join([beat(13, 200), beat(14, 599), beat(15, 503),
                     beat(16, 301), beat(16, 599), beat(17, 404)] +
                    [beat(h, 200) for h in (28, 29)])


EXTRA = "internal = 192.0.2.0/24\nkeep_hours = 100d\n"

with harness.Site(now=NOW, extra=EXTRA) as s:
    s.write("a.log", log())
    s.write("probe.log", probe())
    s.must()
    found = rows(s)
    t.same(states(found, "05"), "sssqqqqqsessusdesquuuuue", "the first day's hours")
    t.same(states(found, "06")[:4], "eqqq", "the second's: errors though "
           "served, quiet between, 404 only")
    t.same(len([1 for d, h in found if d == "07"]), 13,
           "hours that have not begun are not told")
    t.same(found["07", 12]["state"], "ahead", "the one that has is ahead")
    t.same((found["05", 9]["requests"], found["05", 9]["server_errors"],
            found["05", 9]["bad_minutes"]), (4, 2, 2),
           "requests, errors and bad minutes")
    t.same((found["06", 0]["bad_minutes"], found["06", 0]["requests"]),
           (2, 4), "a minute with a success is not bad")
    t.same(found["05", 14]["requests"], 0, "heartbeats are no requests")
    t.same(found["05", 14]["bad_minutes"], 1, "but minutes they may spoil")
    t.same((found["05", 20]["requests"], found["05", 20]["visits"]), (0, 0),
           "of a day that is known an hour without a line has zeros")
    t.same(s.classes(), {"human": log().count(b"\n"),
                         "monitor": probe().count(b"\n")},
           "heartbeats are monitors', from an internal network, too")
    days = s.days()
    for date, day in days.items():
        mine = [r for r in found.values() if r["day"] == date]
        t.same((sum(r["visits"] for r in mine),
                sum(r["online_seconds"] for r in mine),
                max(r["online_peak"] for r in mine)),
               (day["visits"], day["online_seconds"], day["online_peak"]),
               "%s: its hours add up to it" % date)
        top = next((r for r in mine if r["online_peak"] == day["online_peak"]
                    and r["online_peak"]), {"online_peak_at": None})
        t.same(top["online_peak_at"], day["online_peak_at"],
               "%s: and have its peak" % date)
    report = s.dir / "report.json"
    report.write_text(s.shown("report", "--json", "--tz", harness.TZ,
                              "--internal", "192.0.2.0/24", "--format",
                              "combined", s.path("a.log"),
                              s.path("probe.log"), raw=True))
    hours = s.dir / "hours.json"
    hours.write_text(s.shown("export", "availability", "--json", raw=True))
    check = ([s.path("a.log"), s.path("probe.log")], report, "--now", NOW,
             "--internal", "192.0.2.0/24", "--hours", hours)
    t.same(harness.oracle(*check), "", "the oracle agrees")
    hours.write_text(hours.read_text().replace('"bad_minutes":2',
                                               '"bad_minutes":1'))
    t.ok("bad_minutes: want 2, got 1" in harness.oracle(*check),
         "control: it would not, were a minute wrong")

    stored = s.query("SELECT * FROM day_hour")
    s.must(now=SEALED)
    t.same(s.query("SELECT * FROM day_hour"), stored,
           "sealing changes no hour")
    t.same(rows(s, now=SEALED)["05", 9], found["05", 9],
           "nor what is told of them")
    later = "2027-03-01T03:00:00+07:00"
    s.must(now=later)
    t.same(s.query("SELECT count(*) FROM hour WHERE hour <> 0"), [(0,)],
           "control: hours by class are folded")
    kept = rows(s, now=later)
    t.same([kept[k] for k in found if k[0] != "07"],
           [found[k] for k in found if k[0] != "07"],
           "of days whose hours by class are folded the hours stay")
    r = s.run("forget", "--before", "2026-10-06", now=later)
    t.ok(r.status == 0, "details of a day are forgotten", r)
    kept = rows(s, now=later)
    t.same({(r["visits"], r["requests"]) for k, r in kept.items()
            if k[0] == "05"}, {(None, None)}, "then its hours are unknown")
    t.same(kept["06", 3], found["06", 3], "those of the next day are not")
    t.ok(s.run("store", "check").status == 0, "the store adds up")

# ---- what each status tells, of people, robots, a monitor and the probe ----

STATUS = {100: "qqqq", 101: "qqqq", 199: "qqqq", 200: "ssss", 206: "ssss",
          299: "ssss", 301: "ssss", 304: "ssss", 399: "ssss", 400: "qqqq",
          499: "qqqq", 500: "eeqe", 598: "eeqe", 599: "eeqd"}
WHO = {"a person": (harness.AGENT, 1), "a robot": (b"Googlebot/2.1", 2),
       "a monitor": (b"UptimeRobot/2.0", 3),
       "the probe": (b"truycap-probe/1", 4)}

for at, (who, (agent, number)) in enumerate(WHO.items()):
    with harness.Site(now=NOW, extra="monitor = UptimeRobot\n") as s:
        s.write("a.log", b"".join(hit(h, 1, number, status, agent)
                                  for h, status in enumerate(STATUS)))
        s.must()
        t.same(states(rows(s), "05")[:len(STATUS)],
               "".join(v[at] for v in STATUS.values()), who)
        bad = [r["bad_minutes"] for r in rows(s).values()][:len(STATUS)]
        t.same(bad, [int(status >= 500) for status in STATUS],
               who + ": bad minutes")

# ---- what is no longer true of the day is found ----

with harness.Site(now=NOW) as s:
    s.write("a.log", log())
    s.must()
    for name, sql, says in (
            ("visits", "UPDATE day SET visits = visits + 1", "by hour"),
            ("a peak", "UPDATE day SET peak = peak + 1", "by hour"),
            ("requests", "UPDATE hour SET hits = hits + 1 WHERE class ="
             " 'human' AND outcome = 'server-error'", "requests, but"),
            ("bytes", "UPDATE day_hour SET body = x'18'", "damaged hours")):
        kept = s.db.read_bytes()
        db = sqlite3.connect(s.db)
        db.execute(sql)
        db.commit()
        db.close()
        r = s.run("store", "check")
        t.ok(r.status != 0 and says in (r.out.decode() + r.says),
             "store check misses no change of " + name, r)
        if name == "bytes":
            r = s.run("export", "availability")
            t.ok(r.status == 65 and "damaged hours" in r.says,
                 "damaged hours are refused", r)
        for rest in s.dir.glob("data/truycap.db-*"):
            rest.unlink()
        s.db.write_bytes(kept)

# ---- a log that is missing, and one that is read later ----

with harness.Site(now=NOW) as s:
    s.write("a.log", b"".join(hit(h) for h in (0, 1, 2, 20, 21, 22)))
    s.must()
    t.same(states(rows(s), "05"), "sss" + "u" * 17 + "sss" + "u",
           "hours without a log are unknown")
    s.write("b.log", b"".join(hit(h, 5) for h in range(3, 20)))
    s.must()
    t.same(states(rows(s), "05"), "s" * 23 + "u",
           "once it comes they are served")

# ---- figures of the running day, to the second ----

with harness.Site(now="2026-10-05T09:10:00+07:00") as s:
    s.write("a.log", b"".join([hit(8, 0, 1), hit(9, 5, 2), hit(9, 20, 3),
                               hit(10, 0, 4)]))
    s.must()
    found = rows(s)
    t.same([(r["hour"], r["visits"], r["requests"]) for r in found.values()
            if r["hour"] > 7], [(8, 1, 1), (9, 1, 2)],
           "visits are due to the second, requests with their hour")

# ---- from version 3: open days have parts without minutes ----


def downgrade(db):
    """The store as version 3 had it."""
    text = (harness.ROOT / "store/migrate-4.sql").read_text()
    for name in re.findall(r"CREATE TABLE (\w+)", text):
        db.execute("DROP TABLE " + name)
    for name in re.findall(r"CREATE INDEX (\w+)", text):
        db.execute("DROP INDEX IF EXISTS " + name)
    for table, column in re.findall(
            r"ALTER TABLE (\w+) ADD COLUMN (\w+)", text):
        db.execute("ALTER TABLE %s DROP COLUMN %s" % (table, column))
    for number, body in db.execute("SELECT id, body FROM part").fetchall():
        head = list(struct.unpack_from("<8I", body))
        head[0] = 0x32505954
        at = 32 + 4 * head[1] + head[6]
        at += -at % 8
        old = b"".join(body[at + 32 * i:at + 32 * i + 24]
                       for i in range(head[2]))
        db.execute("UPDATE part SET body = ? WHERE id = ?", (
            struct.pack("<8I", *head) + body[32:at] + old +
            body[at + 32 * head[2]:], number))
    db.execute("PRAGMA user_version = 3")


with harness.Site(now=NOW, extra="seal_after = 1d\n") as s:
    s.write("a.log", log())
    s.must(now="2026-10-06T12:00:00+07:00")
    s.must(now="2026-10-07T12:00:00+07:00")
    s.must(now=NOW)
    before, figures = rows(s), s.days()
    t.same([d["state"] for d in figures.values()], ["sealed", "open", "open"],
           "control: one day is sealed")
    db = sqlite3.connect(s.db)
    downgrade(db)
    db.commit()
    db.close()
    r = s.update()
    t.ok("version 3 is now version 4" in r.says, "it is migrated", r)
    after = rows(s)
    t.same({k: (r["state"], r["requests"], r["server_errors"])
            for k, r in after.items()},
           {k: (r["state"], r["requests"], r["server_errors"])
            for k, r in before.items()}, "states and requests are as before")
    t.same({r["visits"] for k, r in after.items() if k[0] == "05"}, {None},
           "visits by hour of sealed days are unknown")
    t.same([r["visits"] for k, r in after.items() if k[0] == "06"],
           [r["visits"] for k, r in before.items() if k[0] == "06"],
           "those of open days are derived again")
    t.same({r["bad_minutes"] for r in after.values() if r["requests"]},
           {None}, "minutes of lines that were read before are unknown")
    t.same(s.days(), figures, "the days' figures are as before")
    s.append("a.log", hit(57, 30, 9, 500))
    s.must()
    t.ok(rows(s)["07", 9]["requests"] == 2 and
         s.run("store", "check").status == 0, "and counting goes on")
    r = harness.truycap("verify", "--store", "-c", s.conf, cwd=s.dir)
    t.ok(r.status == 0 and r.out.startswith(b"ok: 1 links"),
         "the chain begins with what was sealed", r.out)
t.done()
