# SPDX-License-Identifier: MIT
"""presence_truth.py -- the presence metrics of a list of events, by the definitions alone
(docs/DEFINITIONS.md), slowly and without a look at the program."""

import datetime
import re
import statistics
import zoneinfo

HOUR = 3600
GAP, WINDOW = 1800, 300
ASSET = {"css", "js", "png"}
DOWNLOAD = {"pdf", "doc", "xls", "zip"}
SOURCES = {"www.google.com": "search", "www.facebook.com": "social",
           "moj.gov.vn": "government", "www.example.vn": "internal"}


class Event:
    """One request, as a line of the log has it."""

    def __init__(self, at, addr, agent, path="/", status=200, size=5000,
                 ref="-", took=100, scheme="https", method="GET"):
        self.__dict__.update(locals())
        del self.self

    def line(self):
        at = datetime.datetime.fromtimestamp(self.at, datetime.timezone.utc)
        return '%s - - [%s +0000] "%s %s HTTP/1.1" %d %d "%s" "%s" %d.%03d %s\n' % (
            self.addr, at.strftime("%d/%b/%Y:%H:%M:%S"), self.method,
            self.path, self.status, self.size, self.ref, self.agent,
            self.took // 1000, self.took % 1000, self.scheme)

    @property
    def cls(self):
        if self.path.startswith("/admin/"):
            return "excluded"
        if self.addr.startswith("192.0.2."):
            return "internal"
        if "UptimeRobot" in self.agent or self.agent.startswith("truycap-probe/"):
            return "monitor"
        return "robot" if "Googlebot" in self.agent else "human"

    @property
    def outcome(self):
        s = self.status
        if 300 <= s < 400 and s != 304:
            return "redirect"
        if 400 <= s < 500:
            return "client-error"
        if s >= 500:
            return "server-error"
        if s == 206:
            return "partial"
        if self.method == "POST":
            return "action"
        if self.method != "GET":
            return "other"
        ext = self.path.rsplit("/", 1)[-1].rpartition(".")[2]
        if "." in self.path.rsplit("/", 1)[-1]:
            if ext in ASSET:
                return "asset"
            if ext in DOWNLOAD:
                return "download"
        return "page"

    @property
    def source(self):
        if self.ref == "-":
            return "direct"
        return SOURCES.get(self.ref.split("/")[2], "other")


class Truth:
    """sections: name -> (pattern, kinds, weight, required); steps: of the one funnel."""

    def __init__(self, events, zone, now, sections, steps, soft, holidays,
                 countries, malformed):
        self.events = sorted(events, key=lambda e: e.at)
        self.zone = zoneinfo.ZoneInfo(zone)
        self.now = now
        self.sections, self.steps, self.soft = sections, steps, soft
        self.holidays, self.countries = holidays, countries
        self.malformed = malformed
        for e in self.events:
            e.day = self.day(e.at)
        self.line_hours = sorted({self.hour(e.at) for e in self.events
                                  if not e.agent.startswith("truycap-probe")})
        self.first = {}
        for e in self.events:
            if (e.outcome in ("page", "download") and e.path != soft):
                self.first.setdefault((e.path, e.outcome), e.day)
        self.since = min(self.first.values()) if self.first else None
        self.visits = self.find_visits()

    # ---- time ----

    def day(self, at):
        return datetime.datetime.fromtimestamp(at, self.zone).date()

    def start(self, day):
        return int(datetime.datetime(day.year, day.month, day.day,
                                     tzinfo=self.zone).timestamp())

    def hour(self, at):
        start = self.start(self.day(at))
        return start + (at - start) // HOUR * HOUR

    def working(self, day):
        if day in self.holidays:
            return self.holidays[day]
        return day.weekday() < 5

    def working_between(self, after, until):
        return sum(self.working(after + datetime.timedelta(i + 1))
                   for i in range((until - after).days))

    def unknown(self, start, end):
        if start in self.lines_set:
            return False
        before = any(h in self.lines_set
                     for h in range(start - 6 * HOUR, start, HOUR))
        after = any(h in self.lines_set
                    for h in range(end, end + 6 * HOUR, HOUR))
        return not (before and (after or end + 6 * HOUR > self.now))

    # ---- visits ----

    def human_pages(self):
        return [e for e in self.events if e.cls == "human" and
                e.outcome == "page"]

    def find_visits(self):
        last, out = {}, []
        for e in self.human_pages():
            key = (e.addr, e.agent)
            if key in last and e.at - last[key][-1].at <= GAP:
                last[key].append(e)
            else:
                last[key] = [e]
                out.append(last[key])
        return out

    def in_section(self, name, path):
        return re.fullmatch(self.sections[name][0].replace("*", ".*"),
                            path) is not None

    def answer(self, e):
        if e.status >= 500:
            return "no"
        if e.status >= 400:
            return "no"
        if e.method == "POST" and e.status in (200, 302, 303):
            return "action"
        if e.method in ("GET", "HEAD") and e.status in (200, 304):
            return "no" if e.path == self.soft else "yes"
        return "other"

    # ---- the metrics of some days ----

    def of(self, first, last):
        today = self.day(self.now)
        last = min(last, today)
        days = [first + datetime.timedelta(i)
                for i in range((last - first).days + 1)]
        v = {}
        if not days:
            return v, {}
        self.lines_set = set(self.line_hours)
        ev = [e for e in self.events if first <= e.day <= last]
        self.hours(v, days, ev)
        self.traffic(v, days, ev)
        sections = self.by_section(v, days, ev)
        self.reach(v, ev, first, last)
        self.news(v, sections, days)
        return v, sections

    @staticmethod
    def ratio(part, n, times=1):
        return None if n == 0 else (2 * part * times * 10**6 + n) // (2 * n)

    def hours(self, v, days, ev):
        by_hour = {}
        for e in ev:
            by_hour.setdefault(self.hour(e.at), []).append(e)
        over = known = answered = lines = length = 0
        self.known_days, self.whole, self.heard = [], [], set()
        with_lines = {e.day for e in ev}
        for d in days:
            start, end = self.start(d), self.start(
                d + datetime.timedelta(1))
            unknown = told = 0
            for h in range(start, end, HOUR):
                stop = min(h + HOUR, end)
                if stop > self.now:
                    continue
                told += 1
                over += 1
                if self.unknown(h, stop):
                    unknown += 1
                    continue
                known += 1
                answered += any(200 <= e.status < 400
                                for e in by_hour.get(h, []))
                lines += any(not e.agent.startswith("truycap-probe")
                             for e in by_hour.get(h, []))
            if start >= self.now:
                continue
            length += min(end, self.now) - start - unknown * HOUR
            if d in with_lines or unknown < told:
                self.heard.add(d)
            if d in with_lines or unknown == 0:
                self.known_days.append(d)
                if end <= self.now:
                    self.whole.append(d)
        hits = [e for e in ev if e.cls != "monitor"]
        bad = sum(e.status >= 500 for e in hits)
        v["P01 share"] = self.ratio(answered, known)
        v["P03 share"] = self.ratio(bad, len(hits))
        v["P03 longest-run"] = self.outage(ev) if known else None
        v["P28 hours"] = self.ratio(lines, over)
        self.length = length

    @staticmethod
    def outage(ev):
        minutes = {}
        for e in ev:
            good, bad = minutes.get(e.at // 60, (False, False))
            minutes[e.at // 60] = (good or 200 <= e.status < 400,
                                   bad or e.status >= 500)
        best = run = 0
        previous = None
        for m in sorted(minutes):
            good, bad = minutes[m]
            if bad and not good:
                run = run + 1 if previous == m - 1 else 1
                previous = m
                best = max(best, run)
        return best

    def traffic(self, v, days, ev):
        inside = set(days)
        visits = [x for x in self.visits if x[0].day in inside]
        pages = [e for e in ev if e.cls == "human" and e.outcome == "page"]
        keys = {(e.day, e.addr, e.agent) for e in pages}
        per = {"visits": [x[0].day for x in visits],
               "pages": [e.day for e in pages],
               "visitors": [k[0] for k in keys]}
        some = len(self.known_days) > 0
        v["P14 visits"] = len(visits) if some else None
        v["P14 pages"] = len(pages) if some else None
        v["P14 visitor-days"] = len(keys) if some else None
        for name, list_ in per.items():
            series = [sum(x == d for x in list_) for d in self.whole]
            n = len(series)
            v["P14 %s-daily-mean" % name] = self.ratio(sum(series), n)
            v["P14 %s-daily-median" % name] = None if n == 0 else \
                int(statistics.median(series) * 10**6)
            v["P14 %s-daily-maximum" % name] = max(series) if n else None
        views = sum(len(x) for x in visits)
        v["P20 pages-per-visit"] = self.ratio(views, len(visits))
        v["P20 bounces"] = self.ratio(sum(len(x) == 1 for x in visits),
                                      len(visits))
        self.online(v, pages, some)
        people = [e for e in ev if e.cls == "human"]
        for outcome, name in (("download", "P22 whole"),
                              ("partial", "P22 parts")):
            v[name] = sum(e.outcome == outcome for e in people) \
                if some else None
        for cls, name in (("robot", "robots"), ("internal", "internal"),
                          ("monitor", "monitors"), ("excluded", "excluded")):
            v["P27 " + name] = self.ratio(sum(e.cls == cls for e in ev),
                                          len(ev))
        all_lines = len(self.events) + self.malformed
        v["P27 malformed"] = self.ratio(self.malformed, all_lines) \
            if ev else None
        self.n_visits, self.n_pages, self.keys = len(visits), len(pages), keys
        self.period_visits = visits

    def online(self, v, pages, some):
        ends, seconds = {}, 0
        steps = []
        for e in pages:
            key = (e.addr, e.agent)
            till = ends.get(key, e.at)
            seconds += e.at + WINDOW - max(till, e.at)
            if till > e.at:
                steps += [(till, 1)]
            else:
                steps += [(e.at, 1)]
            steps += [(e.at + WINDOW, -1)]
            ends[key] = e.at + WINDOW
        now = peak = 0
        for _, step in sorted(steps):
            now += step
            peak = max(peak, now)
        v["P25 mean"] = self.ratio(seconds, self.length)
        v["P26 peak"] = peak if some else None

    # ---- sections ----

    def by_section(self, v, days, ev):
        weeks_all = sorted({d - datetime.timedelta(d.weekday())
                            for d in days})
        home = {"yes": 0, "no": 0}
        for d in days:
            states = {self.answer(e) for e in ev
                      if e.path == "/" and e.day == d}
            over = self.start(d + datetime.timedelta(1)) <= self.now
            if "yes" in states:
                home["yes"] += 1
            elif "no" in states and over:
                home["no"] += 1
        v["P02 share"] = self.ratio(home["yes"], sum(home.values()))
        out = {}
        for name in self.sections:
            mine = [e for e in ev if self.in_section(name, e.path)]
            out[name] = self.section(name, mine, weeks_all)
        yes = sum(s["weight"] for s in out.values()
                  if s["required"] and s["state"] == "yes")
        required = [s for s in out.values() if s["required"]]
        v["P06 weight"] = self.ratio(
            yes, sum(s["weight"] for s in required)
            if any(s["state"] != "unknown" for s in required) else 0)
        for metric, part, n in (("P07 weeks", "weeks_yes", "weeks"),
                                ("P09 client", "4xx", "answers"),
                                ("P09 server", "5xx", "answers")):
            v[metric] = self.ratio(sum(s[part] for s in out.values()),
                                   sum(s[n] for s in out.values()))
        self.kinds(v, out)
        return out

    def section(self, name, mine, weeks_all):
        _, kinds, weight, required = self.sections[name]
        states = [self.answer(e) for e in mine]
        s = {"kinds": kinds, "weight": weight, "required": required,
             "answers": len(mine), "weeks_yes": 0, "weeks": 0,
             "4xx": sum(400 <= e.status < 500 for e in mine),
             "5xx": sum(e.status >= 500 for e in mine)}
        s["state"] = "yes" if "yes" in states else \
            "no" if "no" in states else "unknown"
        for monday in weeks_all:
            week = {self.answer(e) for e in mine
                    if e.day - datetime.timedelta(e.day.weekday()) == monday}
            s["weeks_yes"] += "yes" in week
            s["weeks"] += "yes" in week or "no" in week
        people = [e for e in mine if e.cls == "human"]
        pages = [e for e in people if e.outcome == "page"]
        s["pages"] = len(pages)
        s["visitor_days"] = len({(e.day, e.addr, e.agent) for e in pages})
        s["actions"] = sum(self.answer(e) == "action" for e in people)
        s["P06 weight"] = None if s["state"] == "unknown" else \
            10**6 * (s["state"] == "yes")
        s["P07 weeks"] = self.ratio(s["weeks_yes"], s["weeks"])
        s["P09 client"] = self.ratio(s["4xx"], len(mine))
        s["P09 server"] = self.ratio(s["5xx"], len(mine))
        s["P15 share"] = self.ratio(s["visitor_days"], len(self.keys))
        return s

    def kinds(self, v, out):
        def total(kind, what):
            return sum(s[what] for s in out.values() if kind in s["kinds"])

        some = len(self.known_days) > 0
        v["P18 share"] = self.ratio(total("foreign", "pages"), self.n_pages)
        v["P18 pages"] = total("foreign", "pages") if some else None
        v["P18 visitor-days"] = total("foreign", "visitor_days") \
            if some else None
        v["P23 feedback-per-1000"] = self.ratio(
            total("feedback", "actions"), self.n_visits, 1000)
        v["P23 searches-per-1000"] = self.ratio(
            total("search", "pages") + total("search", "actions"),
            self.n_visits, 1000)

    # ---- whom it reaches ----

    def reach(self, v, ev, first, last):
        people = [e for e in ev if e.cls == "human"]
        pages = [e for e in people if e.outcome == "page"]
        took = sorted(e.took * 1000 for e in pages)

        def rank(permille):
            return took[max(1, -(-len(took) * permille // 1000)) - 1] \
                if took else None

        v["P04 p50"], v["P04 p95"] = rank(500), rank(950)
        v["P04 under-3s"] = self.ratio(sum(t < 3000000 for t in took),
                                       len(took))
        v["P05 https"] = self.ratio(sum(e.scheme == "https" for e in pages),
                                    len(pages))
        visits, n = self.period_visits, self.n_visits
        v["P05 ipv6"] = self.ratio(sum(":" in x[0].addr for x in visits), n)
        where = [self.countries(x[0].addr) for x in visits]
        where = [c for c in where if c]
        v["P16 share"] = self.ratio(where.count("VN"), len(where))
        v["P17 share"] = self.ratio(sum("iPhone" in x[0].agent
                                        for x in visits), n)
        for name in ("direct", "search", "government", "social", "other"):
            v["P19 " + name] = self.ratio(sum(x[0].source == name
                                              for x in visits), n)
        broken = sum(e.status in (404, 410) and e.source == "internal"
                     for e in people)
        followed = sum(e.source == "internal" for e in pages)
        v["P08 share"] = self.ratio(broken, broken + followed)
        self.funnel(v, people)

    def funnel(self, v, people):
        reached = {}
        for e in people:
            key = (e.day, e.addr, e.agent)
            for i, (post, pattern) in enumerate(self.steps):
                fits = re.fullmatch(pattern.replace("*", ".*"), e.path)
                if fits and (self.answer(e) == "action" if post
                             else e.outcome == "page"):
                    reached.setdefault(key, set()).add(i)
        reached = {k: s for k, s in reached.items() if k in self.keys}
        first = sum(0 in s for s in reached.values())
        last = sum(len(s) == len(self.steps) for s in reached.values())
        v["P24 completion"] = self.ratio(last, first)

    # ---- what was new ----

    def news(self, v, sections, days):
        if self.since is None:
            return
        told = self.since + datetime.timedelta(90)
        inside = [d for d in days if d >= told]
        if not inside:
            return
        fresh = [(d, path) for (path, _), d in self.first.items()
                 if told <= d <= days[-1]]
        if not self.heard & set(inside):
            return
        v["P10 pages"] = sum(d >= inside[0] for d, _ in fresh)
        v["P12 days"] = self.gap([d for d, _ in fresh], told, days)
        news = set()
        for name, s in sections.items():
            mine = [d for d, path in fresh if self.in_section(name, path)]
            s["P10 pages"] = sum(d >= inside[0] for d in mine)
            s["P12 days"] = self.gap(mine, told, days)
            s["P11 share"] = self.news_days(set(mine), inside)
            if "news" in s["kinds"]:
                news |= set(mine)
        v["P11 share"] = self.news_days(news, inside)

    def gap(self, new, told, days):
        """From the last new content before each day of the period to it, or to the end."""
        new = sorted(set(new))
        last, best, longest = told - datetime.timedelta(1), 0, ()
        for d in new + [days[-1]]:
            if d >= days[0] and (d - last).days > best:
                best, longest = (d - last).days, (last, d)
            if d in new:
                last = d
        doubtful = [longest] if longest else []
        return None if any(self.lost(*g) for g in doubtful + [
            (last, days[-1])]) else best

    def lost(self, after, until):
        """Whether a day after the one, up to the other, has no known hour."""
        return any(all(self.unknown(h, h + HOUR) for h in range(
            self.start(d), self.start(d + datetime.timedelta(1)), HOUR))
            for d in (after + datetime.timedelta(i + 1)
                      for i in range((until - after).days)))

    def news_days(self, new, inside):
        yes = no = 0
        for d in inside:
            if not self.working(d):
                continue
            if d in new:
                yes += 1
            elif d in self.heard and self.start(
                    d + datetime.timedelta(1)) <= self.now:
                no += 1
        return self.ratio(yes, yes + no)
