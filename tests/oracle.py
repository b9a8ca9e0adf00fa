#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""oracle.py -- a slow second implementation of the counters.

Written from METRICS.md and DESIGN.md alone, with lists and dictionaries, so
that it can be wrong only in other places than the program.  It reads the logs
given (plain or gzip; common, combined, vhost_combined) and prints the JSON of
`truycap report --json`.  Each day also has "visits_extra": the sum and number
of the durations of visits of two views or more, and the entry and exit pages.

With --check FILE it compares that JSON with FILE (made by the program) and
prints what differs; a day that one side leaves out counts as a day of zeros.
With --hours FILE it compares the hours with those of `truycap export availability --json`,
but for the states of hours without lines, for which a log is not enough.

Where the definitions leave a choice, this is what was chosen:
- a day is listed when it has a counted line of any class, or online seconds;
- leading NULs are stripped before a line is measured; a CR is part of its length;
- lines due after --now, but at most 26 h, are in the ledger and in no day;
- a file that is equal to, or a prefix of, another one given is a copy.
"""

import argparse
import collections
import datetime
import ipaddress
import json
import os
import re
import sys
import time
import unicodedata
import urllib.parse
import zlib
import zoneinfo

CLASSES = ("human", "robot", "internal", "monitor", "excluded", "malformed",
           "oversize", "directive", "blank", "future", "late")
OUTCOMES = ("redirect", "client-error", "server-error", "partial", "action",
            "asset", "feed", "download", "page", "other")
ASSETS = set("""css js mjs map png jpg jpeg jfif gif svg webp avif ico cur bmp
    tif tiff woff woff2 ttf otf eot mp3 mp4 m4a m4v webm ogg ogv wav avi mov
    flv swf""".split())
FEEDS = set("xml rss atom json txt webmanifest".split())
DOWNLOADS = set("""pdf doc docx xls xlsx ppt pptx odt ods odp csv zip rar 7z
    gz tgz bz2 xz exe msi dmg apk iso epub""".split())
MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
LINE_MAX = 128 * 1024
FUTURE_S = 26 * 3600

# A quoted field ends at the next quote that no backslash escapes.
QUOTED = rb'(?:[^"\\]|\\.|\\\Z)*'
LINE = (rb'(?P<addr>[0-9A-Za-z.:_%-]+) \S+ [^\[]*\['
        rb'(?P<time>[^\]]*)\] "(?P<request>' + QUOTED + rb')" '
        rb'(?P<status>[0-9]+)(?= |\Z)'
        rb'(?: (?P<bytes>\S+)(?: "(?P<referrer>' + QUOTED + rb')"'
        rb'(?: "(?P<agent>' + QUOTED + rb')(?:"|\Z))?)?)?')
PLAIN = re.compile(LINE, re.S)
VHOST = re.compile(rb'(?P<host>\S+) ' + LINE, re.S)
LOOKS_PLAIN = re.compile(rb'[0-9A-Za-z.:_%-]+ \S+ \S+ \[')
LOOKS_VHOST = re.compile(rb'\S+:[0-9]+ [0-9A-Za-z.:_%-]+ \S+ \S+ \[')
STAMP = re.compile(rb'([0-9]{2})/([A-Z][a-z]{2})/([0-9]{4})'
                   rb':([0-9]{2}):([0-9]{2}):([0-9]{2})'
                   rb' ([+-])([0-9]{2})([0-9]{2})')

# host, protocol and referrer are for the dimensions (oracle_dims.py).
Hit = collections.namedtuple("Hit", "at address method target status bytes "
                                    "agent host protocol referrer")


# ---- zone: instants to local days ----

class Zone:
    def __init__(self, name):
        fixed = re.fullmatch(r"([+-])(\d\d):?(\d\d)", name)
        if name == "UTC":
            self.tz = datetime.timezone.utc
        elif fixed:
            minutes = int(fixed[2]) * 60 + int(fixed[3])
            sign = -1 if fixed[1] == "-" else 1
            self.tz = datetime.timezone(
                datetime.timedelta(minutes=sign * minutes))
        else:
            self.tz = zoneinfo.ZoneInfo(name)
        self.starts = {}

    def local(self, at):
        return datetime.datetime.fromtimestamp(at, self.tz)

    def start(self, day):
        """The first instant whose local date is day (or a later one, where
        the day was skipped)."""
        if day not in self.starts:
            noon = datetime.datetime(day.year, day.month, day.day, 12,
                                     tzinfo=datetime.timezone.utc)
            high = int(noon.timestamp()) - 40 * 3600
            while self.local(high).date() < day:
                high += 900
            low = high - 900
            while high - low > 1:
                middle = (low + high) // 2
                if self.local(middle).date() < day:
                    low = middle
                else:
                    high = middle
            self.starts[day] = high
        return self.starts[day]

    def day(self, at):
        """The day whose [start, next start) holds the instant."""
        day = self.local(at).date()
        following = day + datetime.timedelta(days=1)
        return following if at >= self.start(following) else day

    def stamp(self, at):
        return self.local(at).isoformat(timespec="seconds")


def read_now(text, zone):
    if text is None:
        return int(time.time())
    if re.fullmatch(r"@?\d+", text):
        return int(text.lstrip("@"))
    when = datetime.datetime.fromisoformat(re.sub("[Zz]$", "+00:00", text))
    if when.tzinfo is None:
        when = when.replace(tzinfo=zone.tz)
    return int(when.timestamp())


# ---- files to lines ----

def gunzip(data, path):
    """Members whose checksum holds, one after the other.  A file that ends too
    early gives its whole lines; one with a wrong checksum gives nothing."""
    out = []
    while data:
        member = zlib.decompressobj(16 + zlib.MAX_WBITS)
        try:
            text = member.decompress(data)
        except zlib.error as e:
            if out and data.strip(b"\0") == b"":
                break
            print("oracle: %s: %s" % (path, e), file=sys.stderr)
            return b""
        if not member.eof:
            whole = b"".join(out) + text
            return whole[:whole.rfind(b"\n") + 1]
        out.append(text)
        data = member.unused_data
    return b"".join(out)


def read_files(paths):
    contents = []
    for path in paths:
        with open(path, "rb") as f:
            data = f.read()
        if data.startswith(b"\x1f\x8b"):
            data = gunzip(data, path)
        contents.append(data)
    contents.sort(key=len, reverse=True)
    kept = []
    for data in contents:
        if data and not any(other.startswith(data) for other in kept):
            kept.append(data)
    return kept


def split_lines(data):
    lines = data.split(b"\n")
    last = lines.pop().lstrip(b"\0")  # what follows the last newline
    lines = [line.lstrip(b"\0") for line in lines]
    if last:
        lines.append(last)
    return lines


def choose_format(lines):
    plain = sum(1 for line in lines if LOOKS_PLAIN.match(line))
    vhost = sum(1 for line in lines if LOOKS_VHOST.match(line))
    return VHOST if vhost > plain else PLAIN


# ---- line to hit ----

def read_time(text):
    m = STAMP.fullmatch(text)
    if not m or m[2].decode() not in MONTHS:
        return None
    day, year, hour, minute, second, off_h, off_m = (
        int(m[i]) for i in (1, 3, 4, 5, 6, 8, 9))
    if second > 60 or year < 1970 or off_m > 59:
        return None
    try:
        when = datetime.datetime(year, MONTHS.index(m[2].decode()) + 1, day,
                                 hour, minute, min(second, 59),
                                 tzinfo=datetime.timezone.utc)
    except ValueError:
        return None
    east = (off_h * 60 + off_m) * 60
    return int(when.timestamp()) + (east if m[7] == b"-" else -east)


def canonical(addr):
    """The whole address (or None for a host name), and its part of the key."""
    text = addr.decode("ascii")
    try:
        ip = ipaddress.ip_address(text)
    except ValueError:
        return None, text.lower()
    if ip.version == 6 and ip.ipv4_mapped is not None:
        ip = ip.ipv4_mapped
    if ip.version == 6:
        return ip, "v6 %d" % (int(ip) >> 64)
    return ip, "v4 %d" % int(ip)


def dash(text):
    return b"" if text is None or text == b"-" else text


def parse(line, form):
    """A Hit, or None for a malformed line."""
    m = form.match(line[:-1] if line.endswith(b"\r") else line)
    if not m or m["addr"] == b"-":
        return None
    at = read_time(m["time"])
    status = int(m["status"]) if len(m["status"]) == 3 else 0
    if at is None or not 100 <= status <= 599:
        return None
    r = re.fullmatch(rb"([A-Z]+) (\S+)(?: (HTTP/[0-9.]+))?", m["request"])
    size = dash(m["bytes"])
    host = m["host"] if form is VHOST else b""
    return Hit(at, m["addr"], r[1] if r else b"", r[2] if r else b"", status,
               int(size) if size.isdigit() else 0, dash(m["agent"]),
               re.sub(rb":[0-9]+$", b"", host), r[3] or b"" if r else b"",
               dash(m["referrer"]))


def path_of(target):
    absolute = re.match(rb"[A-Za-z][A-Za-z0-9+.-]*://[^/?#]*", target)
    if absolute:
        target = target[absolute.end():] or b"/"
    return re.split(rb"[?#]", target)[0]


def outcome(hit):
    status = hit.status
    if 300 <= status <= 399 and status != 304:
        return "redirect"
    if 400 <= status <= 499:
        return "client-error"
    if status >= 500:
        return "server-error"
    if status == 206:
        return "partial"
    if 200 <= status <= 299 and hit.method in (b"POST", b"PUT", b"PATCH",
                                               b"DELETE"):
        return "action"
    if hit.method != b"GET" or status not in (200, 304):
        return "other"
    segment = path_of(hit.target).rpartition(b"/")[2]
    name = segment.decode("latin-1").lower()
    extension = name.rpartition(".")[2] if "." in name else ""
    if extension in ASSETS:
        return "asset"
    if extension in FEEDS:
        return "feed"
    if extension in DOWNLOADS:
        return "download"
    return "page"


def unescape(m):
    """%HH of unreserved characters and of valid UTF-8; others stay."""
    raw = urllib.parse.unquote_to_bytes(m[0])
    if raw[0] < 128:
        return raw if re.fullmatch(rb"[A-Za-z0-9._~-]", raw) else m[0]
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return m[0]
    return raw


def page_name(target):
    """For simple paths: no e-mail addresses, tokens or server escapes."""
    path = re.split(rb";jsessionid", path_of(target), flags=re.I)[0]
    path = re.sub(rb"%[0-7][0-9A-Fa-f]|(?:%[89A-Fa-f][0-9A-Fa-f])+",
                  unescape, path)
    text = unicodedata.normalize("NFC", path.decode("utf-8", "replace"))
    return re.sub("[0-9]{9,}", "\u2026", text) or "/"


# ---- classes ----

class Robots:
    """A list in the form that conf/robots.conf describes in its head, or the
    JSON of crawler-user-agents, which has the exceptions of conf/robots.conf."""

    def __init__(self, path):
        self.none = path == "none"
        self.patterns = []    # of bytes
        self.exceptions = []
        self.marks = []
        self.regexps = []
        self.named = []       # (pattern, its text, the header above it)
        self.known = {}
        if self.none:
            return
        own = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..",
                           "conf", "robots.conf")
        with open(path or own, encoding="utf-8") as f:
            text = f.read()
        if not re.match(r"\s*\[\s*\{", text):
            self.read(text)
            return
        with open(own, encoding="utf-8") as f:
            self.read(f.read())
        self.patterns = []
        self.marks = []
        for row in json.loads(text):
            pattern = row["pattern"].encode()
            literal = re.fullmatch(
                rb"\^?(\\[^a-zA-Z0-9]|[^\\^$.|?*+()\[\]{}])+\$?", pattern)
            if literal and b"0" <= literal[0].lstrip(b"^")[:1] <= b"9":
                pattern = b"(?<![a-zA-Z0-9])" + pattern
            (self.patterns if literal else self.regexps).append(
                re.compile(pattern))

    def read(self, text):
        reason = ""
        for line in text.splitlines():
            line = re.split(r"(?:^|\s)#", line)[0].strip()
            if re.fullmatch(r"\[.*\]", line):
                reason = line[1:-1]
            if not line or re.fullmatch(r"\[.*\]", line):
                continue
            pattern = line.encode()
            into = self.patterns
            if pattern[:1] == b"!":
                into, pattern = self.exceptions, pattern[1:]
            elif pattern[:1] == b"~":
                into, pattern = self.marks, pattern[1:]
            into.append(self.expression(pattern))
            if into is self.patterns:
                self.named.append((into[-1], line, reason))

    def expression(self, pattern):
        before = after = b""
        if pattern[:1] == b"=":
            return re.compile(rb"\A" + re.escape(pattern[1:]) + rb"\Z", re.I)
        if pattern[:1] == b"^":
            before, pattern = rb"\A", pattern[1:]
        elif pattern[:1] == b"<":
            before, pattern = rb"(?<![a-zA-Z0-9])", pattern[1:]
        if pattern[-1:] == b">":
            after, pattern = rb"(?![a-zA-Z0-9])", pattern[:-1]
        return re.compile(before + re.escape(pattern) + after, re.I)

    def found(self, pattern, agent):
        """Where the pattern occurs, as pairs of begin and end."""
        at = 0
        while True:
            hit = pattern.search(agent, at)
            if hit is None:
                return
            yield hit.span()
            at = hit.start() + 1

    def name(self, agent):
        """Text and reason of the first pattern of the list that tells it."""
        if not agent:
            return "(empty agent)", "empty agent"
        spared = [at for e in self.exceptions for at in self.found(e, agent)]
        for pattern, text, reason in self.named:
            for begin, end in self.found(pattern, agent):
                if not any(begin < e and b < end for b, e in spared):
                    return text, reason
        return "(no browser)", "other crawler"

    def look(self, agent):
        if not agent:
            return True
        if any(r.search(agent) for r in self.regexps):
            return True
        spared = [at for e in self.exceptions for at in self.found(e, agent)]
        for pattern in self.patterns:
            for begin, end in self.found(pattern, agent):
                if not any(begin < e and b < end for b, e in spared):
                    return True
        return bool(self.marks) and not any(m.search(agent)
                                            for m in self.marks)

    def match(self, agent):
        if self.none:
            return False
        if agent not in self.known:
            self.known[agent] = self.look(agent)
        return self.known[agent]


def within(ip, networks):
    return ip is not None and any(ip.version == n.version and ip in n
                                  for n in networks)


class Rules:
    def __init__(self, options):
        self.robots = Robots(options.robots)
        self.internal = [ipaddress.ip_network(n, strict=False)
                         for n in split_list(options.internal)]
        self.monitor_nets = []
        self.monitor_agents = []
        for text in split_list(options.monitor):
            try:
                self.monitor_nets.append(
                    ipaddress.ip_network(text, strict=False))
            except ValueError:
                self.monitor_agents.append(text.encode().lower())
        self.addresses = {}

    def address(self, addr):
        if addr not in self.addresses:
            self.addresses[addr] = canonical(addr)
        return self.addresses[addr]

    def classify(self, hit):
        ip = self.address(hit.address)[0]
        if hit.agent.startswith(b"truycap-probe/"):
            return "monitor"
        if within(ip, self.internal):
            return "internal"
        agent = hit.agent.lower()
        if within(ip, self.monitor_nets) or any(
                m in agent for m in self.monitor_agents):
            return "monitor"
        return "robot" if self.robots.match(hit.agent) else "human"


def split_list(text):
    return [part.strip() for part in (text or "").split(",") if part.strip()]


# ---- the counters ----

def empty_day(day):
    return {"day": day.isoformat(), "state": "open", "hits": 0, "pages": 0,
            "bytes": 0, "visits": 0, "visitors": 0, "bounces": 0,
            "online_peak": 0, "online_peak_at": None, "online_seconds": 0,
            "robot_hits": 0, "error_hits": 0,
            "visits_extra": {"duration_s": 0, "durations": 0,
                             "entry": {}, "exit": {}}}


class Hour:
    """What is told of an hour, by sets of minutes."""

    def __init__(self):
        self.figures = dict.fromkeys(HOUR_FIGURES, 0)
        self.good, self.bad = set(), set()
        self.unanswered = self.probe_error = False

    def take(self, hit, kind, minute):
        if 200 <= hit.status <= 399:
            self.good.add(minute)
        if hit.status >= 500:
            self.bad.add(minute)
        if kind != "monitor":
            self.figures["requests"] += 1
            self.figures["server_errors"] += hit.status >= 500
        if hit.agent.startswith(b"truycap-probe/"):
            self.unanswered |= hit.status == 599
            self.probe_error |= 500 <= hit.status < 599

    def row(self):
        f = dict(self.figures, bad_minutes=len(self.bad - self.good))
        if not self.good and self.unanswered:
            f["state"] = "down"
        elif 20 * f["server_errors"] > f["requests"] or (
                f["requests"] == 0 and self.probe_error and not self.good):
            f["state"] = "errors"
        else:
            f["state"] = "served" if self.good else "quiet"
        return f


HOUR_FIGURES = ("requests", "server_errors", "bad_minutes", "visits",
                "online_seconds", "online_peak")


class Count:
    def __init__(self, zone, rules, now):
        self.zone, self.rules, self.now = zone, rules, now
        self.lines = 0
        self.classes = dict.fromkeys(CLASSES, 0)
        self.outcomes = dict.fromkeys(OUTCOMES, 0)
        self.days = {}
        self.views = {}  # visitor -> [(instant, page)]
        self.hours = {}  # (day, hour) -> Hour

    def day(self, day):
        if day not in self.days:
            self.days[day] = empty_day(day)
        return self.days[day]

    def hour(self, at):
        day = self.zone.day(at)
        return self.hours.setdefault(
            (day, (at - self.zone.start(day)) // 3600), Hour())

    def take(self, line, form):
        self.lines += 1
        self.classes[self.take_line(line, form)] += 1

    def take_line(self, line, form):
        if len(line) > LINE_MAX:
            return "oversize"
        if not line.strip():
            return "blank"
        hit = parse(line, form)
        if hit is None:
            return "malformed"
        if hit.at > self.now + FUTURE_S:
            return "future"
        kind = self.rules.classify(hit)
        result = outcome(hit)
        if kind == "human":
            self.outcomes[result] += 1
        if hit.at <= self.now:
            self.fold(hit, kind, result)
        return kind

    def fold(self, hit, kind, result):
        today = self.zone.day(hit.at)
        day = self.day(today)
        since = hit.at - self.zone.start(today)
        self.hour(hit.at).take(hit, kind, since // 60 % 60)
        if kind == "robot":
            day["robot_hits"] += 1
        if kind != "human":
            return
        day["hits"] += 1
        day["bytes"] += hit.bytes
        if result in ("client-error", "server-error"):
            day["error_hits"] += 1
        if result == "page":
            day["pages"] += 1
            visitor = (self.rules.address(hit.address)[1], hit.agent)
            self.views.setdefault(visitor, []).append(
                (hit.at, page_name(hit.target).encode()))

    def visits(self, gap):
        for views in self.views.values():
            views.sort()
            visit = []
            for view in views:
                if visit and view[0] - visit[-1][0] > gap:
                    self.visit(visit)
                    visit = []
                visit.append(view)
            self.visit(visit)

    def visit(self, views):
        day = self.day(self.zone.day(views[0][0]))
        extra = day["visits_extra"]
        day["visits"] += 1
        self.hour(views[0][0]).figures["visits"] += 1
        if len(views) == 1:
            day["bounces"] += 1
        else:
            extra["durations"] += 1
            extra["duration_s"] += views[-1][0] - views[0][0]
        for key, view in (("entry", min(views)), ("exit", max(views))):
            page = view[1].decode()
            extra[key][page] = extra[key].get(page, 0) + 1

    def visitors(self):
        for views in self.views.values():
            for day in {self.zone.day(at) for at, page in views}:
                self.day(day)["visitors"] += 1

    def online(self, window):
        """Every second of a day is a counter; each visitor adds one to the
        seconds of the union of [t, t + window) of his views."""
        pieces = {}
        for views in self.views.values():
            first = last = views[0][0]
            for at, page in views[1:]:
                if at > last + window:
                    self.cut(pieces, first, last + window)
                    first = at
                last = at
            self.cut(pieces, first, last + window)
        for day in sorted(pieces):
            start = self.zone.start(day)
            length = self.zone.start(day + datetime.timedelta(1)) - start
            change = [0] * (length + 1)
            for begin, end in pieces[day]:
                change[begin - start] += 1
                change[end - start] -= 1
            here = peak = seconds = peak_at = 0
            for i in range(length):
                here += change[i]
                seconds += here
                if here > 0:
                    hour = self.hour(start + i).figures
                    hour["online_seconds"] += here
                    hour["online_peak"] = max(hour["online_peak"], here)
                if here > peak:
                    peak, peak_at = here, start + i
            row = self.day(day)
            row["online_seconds"] = seconds
            row["online_peak"] = peak
            row["online_peak_at"] = self.zone.stamp(peak_at)

    def cut(self, pieces, begin, end):
        """One interval, cut at the local midnights."""
        while begin < end:
            day = self.zone.day(begin)
            stop = min(end, self.zone.start(day + datetime.timedelta(1)))
            pieces.setdefault(day, []).append((begin, stop))
            begin = stop

    def report(self):
        days = [self.days[day] for day in sorted(self.days)]
        total = {key: sum(day[key] for day in days)
                 for key in ("hits", "pages", "bytes", "visits")}
        return {"v": 1, "lines": self.lines, "classes": self.classes,
                "outcomes": self.outcomes, "days": days, "total": total}


def hour_differences(count, got, now):
    """Lines that say where the program's hours are not the oracle's."""
    out = []
    rows = {(row["day"], row["hour"]): row for row in got["rows"]}
    for (day, number), hour in sorted(count.hours.items()):
        want = hour.row()
        key = (day.isoformat(), number)
        row = rows.pop(key, {})
        begins = count.zone.start(day) + 3600 * number
        if begins + 3600 > now:
            want["state"] = "ahead"
        elif not hour.good and not hour.bad and not want["requests"]:
            del want["state"]
        if begins > now:
            continue
        for name in want:
            if row.get(name) != want[name]:
                out.append("%s %d:00 %s: want %s, got %s" % (
                    *key, name, want[name], row.get(name)))
    for key, row in rows.items():
        if any(row[name] for name in HOUR_FIGURES) or \
                row["state"] in ("served", "errors", "down"):
            out.append("%s %d:00: want nothing, got %s" % (*key, row))
    return out


def differences(want, got):
    """Lines that say where the program's JSON is not the oracle's."""
    out = []
    for key in ("v", "lines", "classes", "outcomes", "total"):
        if want[key] != got.get(key):
            out.append("%s: want %s, got %s" % (key, json.dumps(want[key]),
                                                json.dumps(got.get(key))))
    mine = {day["day"]: day for day in want["days"]}
    theirs = {day["day"]: day for day in got.get("days", [])}
    for name in sorted(set(mine) | set(theirs)):
        zero = empty_day(datetime.date.fromisoformat(name))
        a, b = mine.get(name, zero), theirs.get(name, zero)
        for key in a:
            if key == "visits_extra" and key not in b:
                continue
            if a[key] != b.get(key) and (a[key] or b.get(key)):
                out.append("%s %s: want %s, got %s" % (
                    name, key, json.dumps(a[key]), json.dumps(b.get(key))))
    return out


def main():
    args = argparse.ArgumentParser(description="slow second implementation")
    args.add_argument("--tz", default="Asia/Ho_Chi_Minh")
    args.add_argument("--now", help="run's clock: ISO time or @seconds")
    args.add_argument("--robots", help="file, or none")
    args.add_argument("--visit-gap", type=int, default=1800)
    args.add_argument("--online-window", type=int, default=300)
    args.add_argument("--internal", help="networks, comma-separated")
    args.add_argument("--monitor", help="networks and agent substrings")
    args.add_argument("--check", metavar="FILE",
                      help="the program's JSON; prints what differs")
    args.add_argument("--hours", metavar="FILE",
                      help="the program's hours; prints what differs")
    args.add_argument("logs", nargs="+", metavar="LOG")
    options = args.parse_args()

    zone = Zone(options.tz)
    count = Count(zone, Rules(options), read_now(options.now, zone))
    for data in read_files(options.logs):
        lines = split_lines(data)
        form = choose_format(lines)
        for line in lines:
            count.take(line, form)
    count.visits(options.visit_gap)
    count.visitors()
    count.online(options.online_window)
    report = count.report()
    if options.check is None:
        json.dump(report, sys.stdout, ensure_ascii=False, indent=1)
        print()
        return 0
    with open(options.check, encoding="utf-8") as f:
        wrong = differences(report, json.load(f))
    if options.hours is not None:
        with open(options.hours, encoding="utf-8") as f:
            wrong += hour_differences(count, json.load(f), count.now)
    for line in wrong:
        print(line)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
