#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Laws of days, zones and the clock, from outside: sums by calendar, figures of a
moving --now, lines that lie ahead of it, nights of 23 and 25 hours, and the same
bytes from two runs."""

import datetime
import json
import os
import re
import shutil
import sys
import zoneinfo

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import harness  # noqa: E402
from harness import entry, instant, when  # noqa: E402

DAY = 86400
t = harness.Tap()


def address(number):
    return "198.51.100.%d" % (number + 1)


def date(day):
    return datetime.date.fromisoformat(day)


# ---- additive: by calendar, and with an opening balance ----

OPENING, SINCE = 12345, "2026-11-20"
UNITS = {"visits": "visits", "pages": "pages", "visitor-days": "visitors"}


def sparse_log(rng, first, days):
    """Visits of a winter: some days have many, some have none."""
    out = []
    for day in range(days):
        for _ in range(rng.choice((0, 1, 3, 9))):
            at = first + day * DAY + rng.randrange(DAY)
            who = address(rng.randrange(40))
            for _ in range(rng.choice((1, 1, 2, 5))):
                out.append((at, entry(at, who, "/p%d" % (at % 7))))
                at += rng.choice((1, 240, 300, 301, 1799, 1800, 1801))
    return b"".join(line for _, line in sorted(out))


def sums(days, column, now):
    """What the widget must say at that local day, from the exported days."""
    def total(inside):
        return sum(row[column] for day, row in days.items()
                   if date(day) <= now and inside(date(day)))
    monday = now - datetime.timedelta(now.weekday())
    return {
        "today": total(lambda d: d == now),
        "yesterday": total(lambda d: d == now - datetime.timedelta(1)),
        "week": total(lambda d: d >= monday),
        "month": total(lambda d: (d.year, d.month) == (now.year, now.month)),
        "year": total(lambda d: d.year == now.year),
        "total": OPENING + total(lambda d: d >= date(SINCE))}


def additive(unit):
    first = instant("2026-11-02T00:00:00+07:00")
    end = first + 94 * DAY
    extra = "opening = %d %s %s\nwidget_unit = %s\n" % (
        OPENING, unit, SINCE, unit)
    with harness.Site(extra=extra, now=when(end)) as s:
        s.write("a.log", sparse_log(harness.chance("additive"), first, 94))
        s.must()
        days = s.days()
        got = s.widget()
        t.same({k: got[k] for k in ("unit", "opening_balance")},
               {"unit": unit, "opening_balance": OPENING},
               "additive: %s: the balance is a figure of its own" % unit)
        wrong = []
        for ahead in range(0, 61, 3):
            at = end + ahead * DAY
            got = s.widget(now=when(at))
            today = datetime.datetime.fromtimestamp(
                at, zoneinfo.ZoneInfo(harness.TZ)).date()
            want = sums(days, UNITS[unit], today)
            wrong += ["%s %s: %s, want %s" % (today, k, got[k], want[k])
                      for k in want if got[k] != want[k]]
        t.ok(not wrong, "additive: %s: each figure of the widget is a sum of "
             "days" % unit, "\n".join(wrong))
        if unit == "visits":
            additive_exports(s, days)


def additive_exports(s, days):
    by_month = {}
    for month in ("2026-11", "2026-12", "2027-01", "2027-02"):
        by_month.update(s.days("--month", month))
    t.same(by_month, days, "additive: the months' days are all the days")
    t.same(sum(d["visit_pages"] + d["carried_pages"] for d in days.values()),
           sum(d["pages"] for d in days.values()),
           "additive: the views of the visits are the page views")
    hours = s.shown("export", "hours", "--json")["rows"]
    human = [h for h in hours if h["class"] == "human"]
    t.same((sum(h["hits"] for h in human), sum(h["bytes"] for h in human),
            sum(h["hits"] for h in human if h["outcome"] == "page")),
           tuple(sum(d[k] for d in days.values())
                 for k in ("hits", "bytes", "pages")),
           "additive: the hours add up to the days")
    ledger = s.shown("export", "ledger", "--json")["rows"]
    t.same(sum(row["lines"] for row in ledger), s.lines(),
           "additive: the exported ledger has every line")


# ---- sane: three days of cron runs ----

def visits_of(views, gap=1800):
    """(start, last) of each visit; views are (instant, visitor)."""
    open_visits, out = {}, []
    for at, who in sorted(views):
        visit = open_visits.get(who)
        if visit is None or at - visit[1] > gap:
            visit = open_visits[who] = [at, at]
            out.append(visit)
        visit[1] = at
    return out


def midnight(at, zone):
    local = datetime.datetime.fromtimestamp(at, zoneinfo.ZoneInfo(zone))
    return int(local.replace(hour=0, minute=0, second=0).timestamp())


def sane_figures(views, now):
    """The widget's, from all the views that are written and due."""
    due = [v for v in views if v[0] <= now]
    visits = visits_of(due)
    today = midnight(now, harness.TZ)
    return {
        "online": len({who for at, who in due if at > now - 300}),
        "today": sum(v[0] >= today for v in visits),
        "yesterday": sum(today - DAY <= v[0] < today for v in visits),
        "total": len(visits)}


def sane():
    rng = harness.chance("sane")
    now = start = instant("2026-12-30T03:00:00+07:00")
    views, wrong, disorder = [], [], []
    before, joined_before, runs = 0, 0, 0
    with harness.Site() as s:
        s.write("a.log", b"")
        while now < start + 3 * DAY:
            step = rng.choice((60, 60, 61, 240, 900, 1800, 5000, 9000))
            new = []
            for _ in range(rng.choice((0, 1, 4, 25))):
                at = now + rng.randrange(step) + 1
                if rng.random() < 0.2:  # as a log of another server
                    at -= rng.choice((10, 1000, 1801, 20000))
                new.append((at, rng.randrange(12)))
            now += step
            s.append("a.log", b"".join(entry(at, address(who))
                                       for at, who in new))
            views += new
            s.must(now=when(now))
            got = s.widget(now=when(now))
            runs += 1
            want = sane_figures(views, now)
            wrong += ["%s %s: %s, want %s" % (when(now), k, got[k], want[k])
                      for k in want if got[k] != want[k]]
            active = len({w for at, w in views if now - 300 < at <= now})
            joined = s.query("SELECT coalesce(sum(joined), 0) FROM day")[0][0]
            if not (got["online"] <= active and got["today"] <= got["month"]
                    <= got["year"] <= got["total"] and
                    got["today"] <= got["week"] <= got["total"]):
                disorder.append("%s %s" % (when(now), got))
            if got["total"] < before - (joined - joined_before):
                disorder.append("%s: the total fell from %d to %d, joined %d"
                                % (when(now), before, got["total"],
                                   joined - joined_before))
            before, joined_before = got["total"], joined
    t.ok(not wrong, "sane: %d runs of three days show what was due" % runs,
         "\n".join(wrong))
    t.ok(not disorder, "sane: today <= month <= year <= total, which falls "
         "only by visits that a late view joins", "\n".join(disorder))
    t.ok(joined_before > 0, "sane: and late views have joined some")


# ---- lines ahead of the clock ----

PUBLISHED = ("visits", "visitors", "bounces", "hits", "pages", "bytes",
             "online_seconds", "online_peak", "online_peak_at")


def quiet_around(log, now):
    """The log without a visitor who is online as the clock strikes, so that
    no span lies on both sides of it."""
    return [(at, who) for at, who in log if not now - 301 < at <= now + 301]


def ahead_log(rng, first):
    return sorted((first + rng.randrange(40 * 3600), rng.randrange(30))
                  for _ in range(700))


def without_clock(dump):
    """Content without the clock of the run that counted it."""
    out = []
    for line in dump.splitlines():
        words = line.split(" ")
        out.append(" ".join(words[:5] + words[7:]) if words[0] == "day"
                   else line)
    return "\n".join(out)


def ahead(number):
    rng = harness.chance("ahead", number)
    first = instant("2026-10-07T06:00:00+07:00")
    name = "ahead %d" % number
    # Hits are kept by the hour: what is due is told exactly at its end.
    now = first + rng.randint(14, 39) * 3600 - 1
    views = quiet_around(ahead_log(rng, first), now)
    log = b"".join(entry(at, address(who)) for at, who in views)
    due = b"".join(entry(at, address(who)) for at, who in views if at <= now)
    later = instant("2026-10-09T12:00:00+07:00")
    with harness.Site(now=when(now)) as s, \
            harness.Site(key=None, now=when(now)) as r:
        s.write("a.log", log)
        s.must()
        r.write("a.log", due)
        r.must()
        t.same(s.lines(), len(views), name + ": every line is in the ledger")
        t.same({d: {k: row[k] for k in PUBLISHED}
                for d, row in s.days().items()},
               {d: {k: row[k] for k in PUBLISHED}
                for d, row in r.days().items()},
               name + ": export shows what is due")
        t.same(s.widget(), r.widget(), name + ": so does the widget")
        for what in "hours", "availability":
            hours = [site.shown("export", what, "--csv") for site in (s, r)]
            t.same(hours[0], hours[1], name + ": so do the " + what)
        reports = [site.shown("report", "--json", "--format", "combined",
                              "--tz", harness.TZ, site.path("a.log"))
                   for site in (s, r)]
        t.same(reports[0]["days"], reports[1]["days"],
               name + ": so does a report")
        t.same(reports[0]["classes"]["human"], len(views),
               name + ": and its ledger has them all")
        wrong = harness.oracle([s.path("a.log")], saved(s, reports[0]),
                               "--now", when(now))
        t.ok(wrong == "", name + ": the oracle agrees", wrong)
        with harness.Site(key=s, now=when(later)) as late:
            s.must(now=when(later))
            late.write("a.log", log)
            late.must()
            t.same(without_clock(s.content()), without_clock(late.content()),
                   name + ": once due, all is as if it were read then")
            t.same(s.days(now=when(later)), late.days(),
                   name + ": and so are the figures")


def saved(site, value):
    import json
    path = site.dir / "report.json"
    path.write_text(json.dumps(value))
    return path


def future():
    now = instant(harness.NOW)
    edge = now + 26 * 3600
    with harness.Site() as s:
        s.write("a.log", entry(now, address(1)) + entry(edge, address(2)) +
                entry(edge + 1, address(3)))
        s.must()
        t.same(s.classes(), {"human": 2, "future": 1},
               "future: more than 26 h ahead is a class of its own")
        got = s.widget()
        t.same((got["online"], got["today"], got["total"]), (1, 1, 1),
               "future: nothing ahead is shown")
        got = s.widget(now=when(edge + 1))
        t.same((got["today"], got["total"]), (1, 2),
               "future: what was within 26 h is shown when it is due")
        s.must(now=when(edge + 60))
        t.same((s.classes(), s.widget(now=when(edge + 60))["total"]),
               ({"human": 2, "future": 1}, 2),
               "future: and the one beyond stays where it is")


# ---- zones ----

ZONES = [
    # name, a local day, days, gap, window, offsets that the log is written in
    ("Europe/Berlin", "2026-03-28", 3, 1800, 300, (0, 60, 120)),
    ("Europe/Berlin", "2026-10-24", 3, 600, 60, (60, 120)),
    ("America/Sao_Paulo", "2018-11-03", 3, 3600, 1800, (-180, -120)),
    ("America/Sao_Paulo", "2018-02-17", 3, 1800, 1800, (-180, -120)),
    ("Pacific/Apia", "2011-12-28", 4, 3600, 60, (-600, 840)),
    ("Asia/Kathmandu", "1985-12-31", 2, 600, 300, (330, 345)),
    ("Asia/Ho_Chi_Minh", "2026-12-30", 4, 3600, 300, (420, 0, 720)),
]


def zone_log(rng, row):
    """Views near local midnights, changes of the clock and each other."""
    name, first, days, gap, window, offsets = row
    zone = zoneinfo.ZoneInfo(name)
    begin = int(datetime.datetime.fromisoformat(first).replace(
        tzinfo=zone).timestamp())
    changes = [at for at in range(begin, begin + days * DAY, 900)
               if local(at, zone).utcoffset() != local(at - 900,
                                                       zone).utcoffset()]
    midnights = [at for at in range(begin, begin + days * DAY, 900)
                 if local(at, zone).date() != local(at - 900, zone).date()]
    steps = (0, 1, 60, window - 1, window, window + 1, gap - 1, gap, gap + 1)
    clock, out = {}, []
    for _ in range(rng.randint(400, 700)):
        who = rng.randrange(14)
        at = clock.get(who, begin) + rng.choice(steps)
        if rng.random() < 0.3:
            at = (rng.choice(changes + midnights) +
                  rng.choice((-1, 1)) * rng.choice(steps))
        if rng.random() < 0.1:
            at = begin + rng.randrange(days * DAY)
        clock[who] = at
        out.append(entry(at, address(who), "/p%d" % (at % 5),
                         rng.choice(offsets)))
    return begin + (days + 1) * DAY, out


def local(at, zone):
    return datetime.datetime.fromtimestamp(at, zone)


def zones(number, row):
    name, first, _, gap, window, _ = row
    rng = harness.chance("zones", number, name, first)
    now, lines = zone_log(rng, row)
    title = "zone %s, %s, gap %ds, window %ds" % (name, first, gap, window)
    conf = "data = data\n[site \"s\"]\nlog = logs/*.log\nformat = combined\n" \
        "tz = %s\nvisit_gap = %ds\nonline_window = %ds\nwidget = www\n" % (
            name, gap, window)
    with harness.Site(conf=conf, now=when(now)) as s:
        # The file itself in any order; the store in any order of pieces.
        log = s.dir / "all"
        log.write_bytes(b"".join(lines))
        report = s.shown("report", "--json", "--format", "combined", "--tz",
                         name, "--visit-gap", "%ds" % gap, "--online-window",
                         "%ds" % window, log)
        wrong = harness.oracle([log], saved(s, report), "--tz", name, "--now",
                               when(now), "--visit-gap", str(gap),
                               "--online-window", str(window))
        t.ok(wrong == "", title + ": the oracle agrees", wrong)
        rng.shuffle(lines)
        for i in range(4):
            s.write("%d.log" % i, b"".join(lines[i::4]))
            s.must()
        stored = s.days()
        got = [{k: stored[d["day"]][k] for k in d if k in PUBLISHED}
               for d in report["days"]]
        t.same(got, [{k: d[k] for k in d if k in PUBLISHED}
                     for d in report["days"]],
               title + ": and so do the days of the store")
        t.same(sorted(stored), [d["day"] for d in report["days"]],
               title + ": which are the same days")


# ---- reproducible: two runs with one clock ----

OUTPUTS = [
    ("report", "--format", "combined", "--tz", harness.TZ, "logs/a.log",
     "logs/b.log"),
    ("report", "--json", "--lang", "vi", "logs/b.log", "logs/a.log"),
    ("export", "days", "--csv"), ("export", "hours", "--json"),
    ("export", "ledger", "--csv"), ("widget", "--json"), ("baseline", "list"),
    ("status", "--json"), ("status",), ("store", "dump"), ("store", "check")]


def outputs(s):
    """All that is published, by its names."""
    out = {p.name: p.read_bytes() for p in sorted(s.dir.glob("www/*"))}
    for row in OUTPUTS:
        r = s.run(*row)
        out[" ".join(row)] = (r.status, r.out, r.err)
    return out


def differing(a, b, *but):
    return sorted(k for k in set(a) | set(b)
                  if a.get(k) != b.get(k) and k not in but)


def reproducible():
    with harness.Site(now="2026-10-05T00:30:00+07:00",
                      extra="opening = 100 visits 2026-10-01\n") as s:
        for i, name in enumerate(("a.log", "b.log")):
            s.write(name, harness.random_log(100 + i, 1500, 4))
        s.must("--threads=1")
        first = outputs(s)
        s.must("--threads=2")
        again = outputs(s)
        shutil.rmtree(s.dir / "data")  # and with it the key
        shutil.rmtree(s.dir / "www")
        s.must("--threads=3")
        anew = outputs(s)
    t.ok(len(first) > 20, "reproducible: %d outputs" % len(first))
    # The last run is told by the status: it has counted nothing.
    t.same(differing(first, again, "status", "status --json"), [],
           "reproducible: a second run changes no byte")
    # The dump has the keys of open days' visitors, and the database is as large as the
    # order of its rows, which are by key, makes it.
    for out in (first, anew):
        out["status"] = re.sub(rb"(?m)^store .*$", b"", out["status"][1])
        told = json.loads(out["status --json"][1])
        told.pop("store", None)
        out["status --json"] = told
    t.same(differing(first, anew, "store dump"), [],
           "reproducible: nor does another key, and other threads")


for unit in UNITS:
    additive(unit)
sane()
future()
for k in range(harness.rounds(3, 60)):
    ahead(k)
for k in range(max(1, harness.rounds(3, 60) // 3)):
    for row in ZONES:
        zones(k, row)
reproducible()
t.done()
