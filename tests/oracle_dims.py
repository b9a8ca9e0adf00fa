# SPDX-License-Identifier: MIT
"""oracle_dims.py -- the dimensions, counted by the slow second implementation.

    found = oracle_dims.count(paths, options)
    found["2026-10-01"]["status"]["200"]["hits"]

Written from METRICS.md, common/dim.h and the tables of names, with dictionaries.
A key of a day has the counts of a row of `tally`: hits, pages and bytes of people,
of robots and of the rest (internal, monitors, excluded); visits that began that day
and visitors of that day.

Of the agents it knows those that tests/gen writes; of the sources those that are
asked for in `sources`; of texts those that page_name() knows.
"""

import datetime
import re

import oracle

COUNTS = ("hits pages bytes robot_hits robot_pages robot_bytes rest_hits"
          " rest_pages rest_bytes visits visitors").split()
PREFIX = {"human": "", "robot": "robot_"}  # all others: rest_
METHODS = "GET POST HEAD OPTIONS PUT DELETE PATCH PROPFIND CONNECT TRACE"
PROTOCOLS = {b"": "", b"HTTP/1.0": "HTTP/1.0", b"HTTP/1.1": "HTTP/1.1",
             b"HTTP/2": "HTTP/2", b"HTTP/2.0": "HTTP/2", b"HTTP/3": "HTTP/3",
             b"HTTP/3.0": "HTTP/3"}
SOURCES = {"google.com": "search", "zalo.me": "social",
           "skhcn.gov.vn": "government"}
ASSET, ROBOTS_TXT = 1, 2


def families(agent):
    """Browser, system and device, of the agents that tests write."""
    for mark, found in ((b"iPhone", ("safari", "ios", "phone")),
                        (b"Android", ("chrome", "android", "phone")),
                        (b"MSIE", ("ie", "windows", "desktop")),
                        (b"Firefox", ("firefox", "linux", "desktop")),
                        (b"Chrome", ("chrome", "windows", "desktop"))):
        if mark in agent:
            return found
    return ("other", "linux" if b"X11" in agent else "other",
            "desktop" if b"X11" in agent else "other")


class Dims(oracle.Count):
    """hosts: the site's own; sections: {id: function of path and query};
    doubt_views: page views a minute; window: W, in seconds; soft: function of
    a path; least: {section, "(home)" or "": bytes}; funnels: {name: [(method,
    function of path)]}."""

    def __init__(self, zone, rules, now, hosts=(), sections=None,
                 doubt_views=30, window=300, soft=None, least=None,
                 funnels=None):
        super().__init__(zone, rules, now)
        self.hosts, self.sections = hosts, sections or {}
        self.soft, self.least = soft or (lambda path: False), least or {}
        self.funnels = funnels or {}
        self.steps = {}   # (visitor, day) -> {(funnel, step)}
        self.doubt_views, self.window = doubt_views, window
        self.found = {}
        self.looks = {}   # visitor -> [(at, page, referrer, traits, sections)]
        self.conduct = {}  # (visitor, day) -> [hits, errors, flags]

    # ---- one hit ----

    def row(self, day, dim, key):
        rows = self.found.setdefault(day.isoformat(), {}).setdefault(dim, {})
        return rows.setdefault(key, dict.fromkeys(COUNTS, 0))

    def add(self, day, dim, key, hit, kind, result):
        row = self.row(day, dim, key)
        prefix = PREFIX.get(kind, "rest_")
        row[prefix + "hits"] += 1
        row[prefix + "pages"] += result == "page"
        row[prefix + "bytes"] += hit.bytes

    def referrer(self, hit):
        """As it is kept: "", an own page, or another site's host."""
        m = re.match(rb"https?://([^/?#:\\]+)(?::[0-9]+)?", hit.referrer, re.I)
        if not m:
            return ""
        host = re.sub("^www\\.", "", m[1].decode().lower())
        own = [h for h in self.hosts] or [hit.host.decode().lower()]
        if host in [re.sub("^www\\.", "", h) for h in own]:
            return oracle.page_name(hit.referrer)
        return host

    def source(self, name):
        if name == "":
            return "direct"
        return "internal" if name[0] == "/" else SOURCES.get(name, "other")

    def keys(self, hit, kind):
        """What all hits are told apart by."""
        method = hit.method.decode()
        ip = self.rules.address(hit.address)[0]
        yield "status", str(hit.status)
        yield "method", (method if method in METHODS.split() or not method
                         else "(other)")
        yield "protocol", PROTOCOLS.get(hit.protocol, "(other)")
        yield "country", ""
        yield "ip", "" if ip is None else "IPv%d" % ip.version
        if hit.host:
            yield "host", hit.host.decode().lower()
        for name in self.within(hit):
            yield "section", name
            yield "answer", name + "\t" + self.answer(hit)
        if self.path(hit) == "/":
            yield "answer", "(home)\t" + self.answer(hit)
        if kind == "robot":
            pattern, reason = self.rules.robots.name(hit.agent)
            yield "robot", pattern
            yield "robot-kind", reason
        if kind == "human":
            yield from zip(("browser", "system", "device"),
                           families(hit.agent))

    def path(self, hit):
        return oracle.page_name(hit.target) if hit.target else ""

    def is_soft(self, hit):
        """Answered 200, but with an error page."""
        names = [*self.within(hit), ""]
        names += ["(home)"] if self.path(hit) == "/" else []
        if hit.status not in (200, 304):
            return False
        return self.soft(self.path(hit)) or (
            hit.status == 200 and hit.method == b"GET" and
            hit.bytes < max(self.least.get(n, 0) for n in names))

    def answer(self, hit):
        if hit.status >= 400:
            return "client-error" if hit.status < 500 else "server-error"
        if self.posted(hit):
            return "action"
        if hit.method not in (b"GET", b"HEAD") or hit.status not in (200, 304):
            return "other"
        return "soft-404" if self.is_soft(hit) else "ok"

    def posted(self, hit):
        return hit.method == b"POST" and (200 <= hit.status < 300 or
                                          hit.status in (302, 303))

    def within(self, hit):
        target = hit.target.split(b"#")[0]
        query = target.partition(b"?")[2].decode("latin-1")
        path = self.path(hit)
        return frozenset(name for name, fits in self.sections.items()
                         if fits(path, query))

    def fold(self, hit, kind, result):
        super().fold(hit, kind, result)
        day = self.zone.day(hit.at)
        page = oracle.page_name(hit.target)
        for dim, key in self.keys(hit, kind):
            self.add(day, dim, key, hit, kind, result)
        if result in ("page", "download"):
            self.add(day, result, page, hit, kind, result)
            if self.is_soft(hit):
                self.add(day, "soft-404", page, hit, kind, result)
        if hit.status in (404, 410):
            self.add(day, "missing", page, hit, kind, result)
            if self.source(self.referrer(hit)) == "internal":
                self.add(day, "broken", page + "\t" + self.referrer(hit), hit,
                         kind, result)
        if kind == "human":
            self.fold_human(hit, result, day, page)

    def fold_human(self, hit, result, day, page):
        visitor = (self.rules.address(hit.address)[1], hit.agent)
        c = self.conduct.setdefault((visitor, day), [0, 0, 0])
        c[0] += 1
        c[1] += result in ("client-error", "server-error")
        c[2] |= ASSET if result == "asset" else 0
        c[2] |= (ROBOTS_TXT if hit.target.lower().startswith(b"/robots.txt")
                 else 0)
        for funnel, steps in self.funnels.items():
            for number, (method, fits) in enumerate(steps, 1):
                if fits(self.path(hit)) and (
                        self.posted(hit) if method == "POST" else
                        result == "page"):
                    self.steps.setdefault((visitor, day), set()).add(
                        (funnel, number))
        if result != "page":
            return
        name = self.referrer(hit)
        source = self.source(name)
        self.add(day, "source", source, hit, "human", result)
        if source not in ("direct", "internal"):
            self.add(day, "referrer", name, hit, "human", result)
        ip = self.rules.address(hit.address)[0]
        traits = families(hit.agent) + (
            "" if ip is None else "IPv%d" % ip.version,)
        self.looks.setdefault(visitor, []).append(
            (hit.at, page.encode(), name.encode(), traits, self.within(hit)))

    # ---- visits and visitors ----

    def count_people(self, day, what, traits, sections):
        for dim, key in zip(("browser", "system", "device", "ip"), traits):
            self.row(day, dim, key)[what] += 1
        self.row(day, "country", "")[what] += 1
        for name in sections:
            self.row(day, "section", name)[what] += 1

    def people(self, gap):
        for visitor, looks in self.looks.items():
            looks.sort(key=lambda v: v[:3])
            starts = [i for i, v in enumerate(looks)
                      if i == 0 or v[0] - looks[i - 1][0] > gap]
            for i, end in zip(starts, starts[1:] + [len(looks)]):
                self.one_visit(looks[i:end])
            self.visitor_days(visitor, looks, starts)
        self.uncertain()

    def one_visit(self, looks):
        first, last = looks[0], looks[-1]
        day = self.zone.day(first[0])
        source = self.source(first[2].decode())
        self.row(day, "entry", first[1].decode())["visits"] += 1
        self.row(day, "exit", last[1].decode())["visits"] += 1
        self.row(day, "source", source)["visits"] += 1
        if source not in ("direct", "internal"):
            self.row(day, "referrer", first[2].decode())["visits"] += 1
        self.count_people(day, "visits", first[3],
                          set().union(*(v[4] for v in looks)))

    def visitor_days(self, visitor, looks, starts):
        begun = {}
        for i in starts:
            day = self.zone.day(looks[i][0])
            begun[day] = begun.get(day, 0) + 1
        days = {}
        for v in looks:
            days.setdefault(self.zone.day(v[0]), []).append(v)
        for day, mine in days.items():
            self.count_people(day, "visitors", mine[0][3],
                              set().union(*(v[4] for v in mine)))
            self.reached(day, self.steps.get((visitor, day), ()))
            self.conduct[visitor, day] += [len(mine), begun.get(day, 0),
                                           self.fastest(mine)]

    def reached(self, day, steps):
        for funnel in {f for f, _ in steps}:
            key = "+".join(str(n) for f, n in sorted(steps) if f == funnel)
            self.row(day, "funnel", funnel + "\t" + key)["visitors"] += 1

    def fastest(self, looks):
        """Page views a minute, of the fastest stay: views no more than W apart."""
        best = first = 0
        for i, v in enumerate(looks):
            if i > 0 and v[0] - looks[i - 1][0] > self.window:
                first = i
            if i + 1 < len(looks) and looks[i + 1][0] - v[0] <= self.window:
                continue
            length = max(60, v[0] - looks[first][0])
            best = max(best, (i + 1 - first) * 60 // length)
        return best

    def uncertain(self):
        """Visitor-days with a reason to doubt; no asset is one only where half
        of the visitors load some."""
        days = {}
        for (visitor, day), c in self.conduct.items():
            if len(c) > 3:
                days.setdefault(day, []).append(c)
        self.doubts = {}
        for day, visitors in days.items():
            assets = 2 * sum(bool(c[2] & ASSET) for c in visitors) >= \
                len(visitors)
            sums = self.doubts.setdefault(day.isoformat(), [0, 0, 0])
            for hits, errors, flags, views, visits, fastest in visitors:
                reasons = [name for name, holds in (
                    ("robots.txt", flags & ROBOTS_TXT),
                    ("fast", fastest > self.doubt_views),
                    ("errors", hits >= 10 and 2 * errors > hits),
                    ("no-asset", assets and views >= 2 and
                     not flags & ASSET)) if holds]
                for name in reasons:
                    row = self.row(day, "uncertain", name)
                    row["visitors"] += 1
                    row["visits"] += visits
                    row["hits"] += views
                    row["pages"] += views
                if reasons:
                    for i, n in enumerate((1, visits, views)):
                        sums[i] += n


def count(logs, zone="Asia/Ho_Chi_Minh", now=None, gap=1800, internal=None,
          monitor=None, **more):
    """Of the logs' bytes; the Dims, with .found and .doubts."""
    options = type("Options", (), {"robots": None, "internal": internal,
                                   "monitor": monitor})
    zone = oracle.Zone(zone)
    dims = Dims(zone, oracle.Rules(options), oracle.read_now(now, zone), **more)
    for data in logs:
        lines = oracle.split_lines(data)
        form = oracle.choose_format(lines)
        for line in lines:
            dims.take(line, form)
    dims.people(gap)
    return dims


def rows_of(dims):
    """As lines: "day dim key: hits=1 pages=1...", without zeros."""
    out = set()
    for day, by_dim in dims.found.items():
        for dim, rows in by_dim.items():
            for key, row in rows.items():
                out.add(line_of(day, dim, key, row))
    return out


def line_of(day, dim, key, row):
    return "%s %s %r: %s" % (day, dim, key, " ".join(
        "%s=%d" % (c, row[c]) for c in COUNTS if row[c]))


def date_of(day):
    """Of a day's number."""
    return (datetime.date(1970, 1, 1) +
            datetime.timedelta(days=day)).isoformat()
