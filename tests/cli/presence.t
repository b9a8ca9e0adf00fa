#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""truycap presence: a made-up year, and every metric of any days of it as
presence_truth.py finds it from the same events."""

import csv
import datetime
import io
import json
import os
import re
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import harness  # noqa: E402
from presence_truth import Event, Truth  # noqa: E402

t = harness.Tap()
ZONE = "Europe/Berlin"  # days of 23 and 25 hours, and Viet Nam's holidays
DESK = harness.AGENT.decode()
PHONE = ("Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/"
         "605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1")
ROBOT = "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)"
OWN = "https://www.example.vn/tin-tuc/"
DAY = datetime.timedelta(1)
FIRST, LAST = datetime.date(2025, 3, 10), datetime.date(2026, 4, 4)
NOW = "2026-04-05T03:10:00+02:00"
SOFT = "/van-ban/loi.html"
SECTIONS = {  # name: pattern, kinds, weight, required
    "tin-tuc": ("/tin-tuc/*", {"news"}, 3, True),
    "van-ban": ("/van-ban/*", {"documents"}, 2, True),
    "gop-y": ("/gop-y/*", {"feedback"}, 1, True),
    "en": ("/en/*", {"foreign"}, 1, False),
    "tim-kiem": ("/tim-kiem", {"search"}, 1, False),
    "chet": ("/chet/*", set(), 2, True),
    "trong": ("/trong/*", set(), 5, True),
}
STEPS = [(False, "/thu-tuc/*"), (False, "/nop-ho-so"), (True, "/nop-ho-so"),
         (False, "/ket-qua/*")]
MALFORMED = 13


# ---- the year ----

def holidays():
    """day -> worked or not, of the shipped list."""
    out, working, yearly = {}, False, []
    text = (harness.ROOT / "conf/holidays-vn.conf").read_text()
    for line in text.splitlines():
        line = line.split("#")[0].strip()
        if line.startswith("["):
            working = line == "[working]"
        m = re.match(r"(\d\d)-(\d\d) =", line)
        if m:
            yearly.append((int(m[1]), int(m[2])))
        m = re.match(r"(\d{4}-\d\d-\d\d)(?:\.\.(\d{4}-\d\d-\d\d))? =", line)
        if m:
            day = datetime.date.fromisoformat(m[1])
            last = datetime.date.fromisoformat(m[2] or m[1])
            while day <= last:
                out[day] = working
                day += DAY
    for year in range(2024, 2028):
        for month, day in yearly:
            out.setdefault(datetime.date(year, month, day), False)
    return out


def country(address):
    return "VN" if address.startswith("198.51.100.") else \
        "DE" if address.startswith("203.0.113.") else ""


class Year:
    def __init__(self):
        self.rng = harness.chance("presence")
        self.events, self.register = [], []
        self.clock = Truth([], ZONE, 0, {}, [], "", {}, None, 0)
        self.news = self.documents = 0
        day = FIRST
        while day <= LAST:
            if not datetime.date(2025, 8, 10) <= day <= \
                    datetime.date(2025, 8, 13):
                self.day(day)
            day += DAY

    def add(self, at, *args, **named):
        self.events.append(Event(int(at), *args, **named))

    def day(self, day):
        r, start = self.rng, self.clock.start(day)
        status = {datetime.date(2025, 9, 9): 500,
                  datetime.date(2025, 9, 10): 301}.get(day, 200)
        for h in (0, 4, 8, 12, 16, 20, 22):
            self.add(start + h * 3600 + r.randrange(3600), "203.0.113.9",
                     ROBOT, status=status, scheme="http")
        self.add(start + 9 * 3600, "192.0.2.7", DESK, "/tin-tuc/noi-bo.html")
        self.add(start + 10 * 3600, "198.51.100.250", "UptimeRobot/2.0",
                 "/tin-tuc/")
        self.add(start + 11 * 3600, "198.51.100.7", DESK, "/admin/x")
        if status == 200:
            for i in range(r.randrange(5)):
                self.visitor(day, start, i)
            self.fresh(day, start)
        if day.day == 3:
            self.add(start + 40000, "203.0.113.9", ROBOT, "/chet/a", 404)
            self.add(start + 40100, "203.0.113.9", ROBOT, SOFT)
        if day == datetime.date(2025, 6, 15):
            for m in list(range(7)) + [9, 10]:
                self.add(start + 36000 + 60 * m + 5, "198.51.100.9", DESK,
                         "/tin-tuc/", 503)
            self.add(start + 36000 + 60 * 9 + 40, "198.51.100.9", DESK,
                     "/anh.png")

    def visitor(self, day, start, number):
        r = self.rng
        addr = r.choice(["198.51.100.%d", "198.51.100.%d", "203.0.113.%d",
                         "2001:db8:%d::5"]) % (day.day * 5 + number + 10)
        agent = r.choice([DESK, DESK, PHONE])
        at = start + r.randrange(7 * 3600, 20 * 3600)
        ref = r.choice(["-", "-", "https://www.google.com/",
                        "https://www.facebook.com/", "https://moj.gov.vn/a",
                        "https://example.org/"])
        path = r.choice(["/", "/tin-tuc/", "/van-ban/", "/gop-y/",
                         "/en/home", "/thu-tuc/a", "/gioi-thieu"])
        for _ in range(r.randrange(1, 6)):
            self.add(at, addr, agent, path, ref=ref,
                     took=r.choice([30, 90, 250, 900, 2999, 3000, 4100]),
                     scheme=r.choice(["https", "https", "http"]))
            self.extra(at, addr, agent, path)
            at += r.choice([20, 200, 299, 300, 301, 1700, 1800, 1801, 2500])
            ref = OWN
            path = {"/thu-tuc/a": "/nop-ho-so", "/nop-ho-so": "/ket-qua/1"} \
                .get(path) or r.choice(["/tin-tuc/", "/tim-kiem", "/van-ban/",
                                        "/gop-y/", "/khong-co"])
            if path == "/khong-co":
                self.add(at - 5, addr, agent, path, 404, ref=OWN)
                path = "/tin-tuc/"

    def extra(self, at, addr, agent, path):
        r = self.rng
        if path == "/gop-y/" and r.random() < .5:
            self.add(at + 9, addr, agent, "/gop-y/gui", 302, method="POST")
        if path == "/nop-ho-so" and r.random() < .7:
            self.add(at + 9, addr, agent, path, 200, method="POST")
        if path == "/van-ban/" and r.random() < .3:
            self.add(at + 3, addr, agent, "/van-ban/lon.pdf", 206)

    def fresh(self, day, start):
        r = self.rng
        quiet = datetime.date(2025, 11, 3) <= day <= \
            datetime.date(2025, 11, 20)
        if r.random() < (.75 if day.weekday() < 5 else .1) and not quiet:
            self.news += 1
            self.add(start + 50000, "198.51.100.5", DESK,
                     "/tin-tuc/bai-%d.html" % self.news)
        if r.random() < .2:
            self.documents += 1
            path = "/van-ban/vb-%d.pdf" % self.documents
            self.add(start + 51000, "198.51.100.6", DESK, path)
            self.register.append((self.documents, day - DAY * r.randrange(9),
                                  path))


# ---- a database of countries ----

def mmdb():
    """198.51.100.0/24 is VN, 203.0.113.0/24 DE."""
    nodes, data = [[None, None]], b""
    for prefix, code in (((198, 51, 100), b"VN"), ((203, 0, 113), b"DE")):
        at, bits = 0, "".join(format(p, "08b") for p in prefix)
        for i, bit in enumerate(bits):
            if i == len(bits) - 1:
                nodes[at][int(bit)] = ("data", len(data))
            elif nodes[at][int(bit)] is None:
                nodes.append([None, None])
                nodes[at][int(bit)] = len(nodes) - 1
            at = nodes[at][int(bit)] if i < len(bits) - 1 else at
        data += b"\xe1" + text("country_code") + b"\x42" + code
    n = len(nodes)
    tree = b""
    for pair in nodes:
        for to in pair:
            to = n if to is None else n + 16 + to[1] \
                if isinstance(to, tuple) else to
            tree += to.to_bytes(3, "big")
    meta = (b"\xe9" + text("node_count") + b"\xc2" + n.to_bytes(2, "big") +
            text("record_size") + b"\xa1\x18" + text("ip_version") +
            b"\xa1\x04" + text("database_type") + text("Test-Country") +
            text("languages") + b"\x00\x04" +
            text("binary_format_major_version") + b"\xa1\x02" +
            text("binary_format_minor_version") + b"\xa0" +
            text("build_epoch") + b"\x04\x02" +
            (1760000000).to_bytes(4, "big") + text("description") + b"\xe0")
    return tree + bytes(16) + data + b"\xab\xcd\xefMaxMind.com" + meta


def text(word):
    word = word.encode()
    return (bytes([0x40 | len(word)]) if len(word) < 29 else
            bytes([0x5d, len(word) - 29])) + word


# ---- the site ----

FORMAT = ("'$remote_addr - - [$time_local] \"$request\" $status "
          "$body_bytes_sent \"$http_referer\" \"$http_user_agent\" "
          "$request_time $scheme'")
CONF = """data = data
countries = c.mmdb
[site "s"]
name = S
host = www.example.vn
log = logs/*.log
format = %s
tz = %s
lang = en
internal = 192.0.2.0/24
monitor = UptimeRobot
exclude = /admin/*
soft_404 = %s
keep_days = 3y
criteria = criteria.conf
funnel = nop: /thu-tuc/* | /nop-ho-so | POST /nop-ho-so | /ket-qua/*
""" % (FORMAT.strip("'"), ZONE, SOFT)


def criteria():
    out = "[criteria \"c\"]\ntitle_en = C\npoints = 100\n"
    for name, (pattern, kinds, weight, required) in SECTIONS.items():
        out += "[section \"%s\"]\npattern = %s\nweight = %d\nrequired = %s\n" % (
            name, pattern, weight, "yes" if required else "no")
        out += "".join("kind = %s\n" % k for k in sorted(kinds))
        if name == "tin-tuc":
            out += "gap_limit = 5 days\n"
    out += "[item \"1\"]\nmetric = P06\nfloor = 0 %\ntarget = 100 %\nweight = 1\n"
    out += ("[reconcile \"widget\"]\nmetric = P14\nmeasure = visits\n"
            "from = 2025-10-01\nto = 2025-10-31\nvalue = 100\n"
            "[reconcile \"emc\"]\nmetric = P14\nmeasure = visits\n"
            "from = 2025-08-01\nto = 2025-08-31\nvalue = 100\n")
    return out + "[register \"vb\"]\nfile = register.csv\n"


def make(s, year):
    lines = [e.line() for e in sorted(year.events, key=lambda e: e.at)]
    lines[5:5] = ["nothing that can be read\n"] * MALFORMED
    s.write("all.log", "".join(lines).encode())
    (s.dir / "c.mmdb").write_bytes(mmdb())
    (s.dir / "criteria.conf").write_text(criteria())
    (s.dir / "register.csv").write_text("number,signed,address\n" + "".join(
        "%d/QD,%s,https://www.example.vn%s\n" % row for row in year.register))
    s.must()


def values(shown):
    return {v["metric"] + " " + v["measure"]: v["value"]
            for v in shown["values"]}


def close(got, want, name):
    if not name.startswith("P04 p") or got is None or want is None:
        return got == want
    return abs(got - want) <= want / 31 + 1


def compare(s, truth, first, last, what):
    shown = s.shown("presence", "--json", "--from", str(first), "--to",
                    str(last))
    got, (want, sections) = values(shown), truth.of(first, last)
    skip = {"P13 median", "P13 in-time", "P15 share", "P29 difference"}
    wrong = ["%s: got %s, want %s" % (k, got[k], want.get(k))
             for k in got if k not in skip and
             not close(got[k], want.get(k), k)]
    for row in shown["sections"]:
        mine = sections.get(row["section"], {})
        for k, v in values(row).items():
            if v != mine.get(k):
                wrong.append("%s, %s: got %s, want %s" % (
                    row["section"], k, v, mine.get(k)))
        if sections and row["state"] != mine["state"]:
            wrong.append("%s: %s, not %s" % (row["section"], row["state"],
                                             mine["state"]))
    t.ok(not wrong, "every metric of %s" % what, "\n".join(wrong[:30]))
    return shown, {k for k, v in got.items() if v is not None}


def lag(truth, year, first, last):
    lags, late = [], 0
    for _, signed, path in year.register:
        seen = truth.first[path, "download"]
        if not first <= signed <= last or signed < truth.since:
            continue
        end = min(seen, last)
        days = truth.working_between(signed, end)
        if seen <= last and not truth.lost(signed - DAY, end):
            lags.append(days)
        if days > 2:
            while truth.working_between(signed, end) > 2:
                end -= DAY
            late += not truth.lost(signed - DAY, end)
    lags.sort()
    good = sum(x <= 2 for x in lags)
    return lags[(len(lags) - 1) // 2], truth.ratio(good, good + late)


def d(text_):
    return datetime.date.fromisoformat(text_)


year = Year()
truth = Truth(year.events, ZONE, harness.instant(NOW), SECTIONS, STEPS, SOFT,
              holidays(), country, MALFORMED)
with harness.Site(CONF, now=NOW) as s:
    make(s, year)
    shown, known = compare(s, truth, d("2025-04-01"), d("2026-03-31"),
                           "a year")
    lacking = {v["metric"] + " " + v["measure"] for v in shown["values"]} - \
        known - {"P15 share"}
    t.ok(not lacking, "control: all of them are known of the year", lacking)
    t.same((values(shown)["P13 median"], values(shown)["P13 in-time"]),
           lag(truth, year, d("2025-04-01"), d("2026-03-31")),
           "the publishing lag of a register's documents")
    october = truth.of(d("2025-10-01"), d("2025-10-31"))[0]["P14 visits"]
    t.same(shown["reconciliation"][0]["difference"],
           (october - 100) * 10000, "another's figure is compared")
    t.same([shown["reconciliation"][1][k] for k in ("difference", "other")
            if k in shown["reconciliation"][1]][:1], [None],
           "not with days of which some are unknown")
    for first, last, what in (
            ("2026-02-01", "2026-02-28", "the month of Tet"),
            ("2026-03-29", "2026-03-29", "a day of 23 hours"),
            ("2025-10-26", "2025-10-26", "a day of 25 hours"),
            ("2025-07-01", "2025-09-30", "a quarter with a gap"),
            ("2025-08-08", "2025-08-14", "a gap with its ends"),
            ("2025-09-08", "2025-09-11", "a broken home page"),
            ("2025-06-01", "2025-06-30", "the end of the warm-up"),
            ("2025-03-01", "2025-04-30", "the warm-up, and days before"),
            ("2025-11-01", "2025-11-30", "a month without news"),
            ("2026-04-01", "2026-04-30", "a running month")):
        compare(s, truth, d(first), d(last), what)

    shown, known = compare(s, truth, d("2025-08-11"), d("2025-08-12"),
                           "days in a gap")
    t.same(known, {"P28 hours"},
           "of these, all is unknown but the coverage")
    for first, last, what in (("2024-01-01", "2024-12-31", "before any data"),
                              ("2027-01-01", "2027-01-31", "ahead")):
        shown = s.shown("presence", "--json", "--from", first, "--to", last)
        t.same({k for k, v in values(shown).items() if v} , set(),
               "nothing is told of days " + what)

    # ---- periods ----
    for args, want in (
            (["--month", "2026-02"], ("2026-02-01", "2026-02-28",
                                      "2026-01-01", "2026-01-31")),
            (["--quarter", "2026-Q1"], ("2026-01-01", "2026-03-31",
                                        "2025-10-01", "2025-12-31")),
            (["--half", "2025-H2"], ("2025-07-01", "2025-12-31",
                                     "2025-01-01", "2025-06-30")),
            (["--year", "2025"], ("2025-01-01", "2025-12-31",
                                  "2024-01-01", "2024-12-31")),
            (["--month", "2026-01", "--calendar", "nd09"],
             ("2025-12-15", "2026-01-14", "2025-11-15", "2025-12-14")),
            (["--quarter", "2026-Q1", "--calendar", "nd09"],
             ("2025-12-15", "2026-03-14", "2025-09-15", "2025-12-14")),
            (["--year", "2026", "--calendar", "nd09"],
             ("2025-12-15", "2026-12-14", "2024-12-15", "2025-12-14")),
            ([], ("2026-03-01", "2026-03-31", "2026-02-01", "2026-02-28")),
            (["--calendar", "nd09"], ("2026-02-15", "2026-03-14",
                                      "2026-01-15", "2026-02-14")),
            (["--week", "2026-W10"], ("2026-03-02", "2026-03-08",
                                      "2026-02-23", "2026-03-01"))):
        got = s.shown("presence", "--json", *args)
        t.same((got["from"], got["to"], got["before"]["from"],
                got["before"]["to"]), want, "period: %s" % " ".join(args))
    for args in (["--half", "2026-H3"], ["--quarter", "2026-3"],
                 ["--month", "2026-13"], ["--year", "26"],
                 ["--calendar", "lunar"], ["--month", "2026-01", "--year",
                                           "2026"], ["2026-01"],
                 ["--month", "2026-01", "--from", "2026-01-01"],
                 ["--criteria", "none.conf"], ["--criteria", ","],
                 ["--lang", "fr"]):
        r = s.run("presence", *args)
        t.ok(r.status in (64, 66, 78) and r.says.startswith("truycap: ") and
             r.out == b"", "refused: %s" % " ".join(args), r)

    # ---- forms ----
    args = ["--month", "2025-11"]
    shown = s.shown("presence", "--json", *args)
    rows = list(csv.DictReader(io.StringIO(s.shown("presence", "--csv",
                                                   *args))))
    t.same({(r["metric"] + " " + r["measure"]): int(r["value"])
            if r["value"] else None for r in rows if not r["section"]},
           values(shown), "CSV has the same values as JSON")
    stale = [x["section"] for x in shown["sections"] if x["stale"]]
    now = s.shown("presence", "--json", "--from", "2025-11-01", "--to",
                  "2025-11-19")
    t.same([x["section"] for x in now["sections"] if x["stale"]], ["tin-tuc"],
           "a section without new content for longer than its limit is stale",
           stale)
    for lang, word in (("vi", "Lượt truy cập"), ("en", "Visits")):
        page = s.shown("presence", "--lang", lang, *args)
        t.ok(word in page and "P28" in page and "/khong-co" in page and
             max(map(len, page.splitlines())) <= 120,
             "a page for people in " + lang, page)
    t.same(s.shown("presence", "--json", *args, raw=True),
           s.shown("presence", "--json", *args, raw=True),
           "the same twice is the same")

    # ---- scores ----
    score = s.shown("presence", "--json", "--scores", *args)
    t.same(shown["score"], score, "the score table alone is the same")
    reach = values(shown)["P06 weight"]
    t.ok(('"score": %d' % reach) in json.dumps(score),
         "an item is scored by its value", score)
    table = list(csv.reader(io.StringIO(s.shown("presence", "--csv",
                                                "--scores", *args))))
    t.ok(len(table) == 2, "and as CSV, a row an item", table)
    t.ok(s.shown("presence", "--scores", *args), "and for people")

    # ---- registers ----
    for rows, says in (("1,2025-10-05,/a\n2,05/10/2025,/b\n3,31/02/2025,/c\n",
                        "register.csv:3: "),
                       ("1;5/10/2025;\n", "register.csv:1: the third"),
                       (None, "register.csv")):
        (s.dir / "register.csv").unlink(missing_ok=True)
        if rows is not None:
            (s.dir / "register.csv").write_text(rows)
        r = s.run("presence", *args)
        t.ok(r.status in (66, 78) and says in r.says,
             "a wrong register is refused: %r" % says, r)

# ---- of what only sums of months are kept ----

with harness.Site(CONF.replace("keep_days = 3y", "keep_days = 60d"),
                  now=NOW) as s:
    make(s, year)
    s.must(now="2026-04-20T03:00:00+02:00")
    s.must(now="2026-04-22T03:00:00+02:00")
    t.ok(s.query("SELECT count(*) FROM tally_fold")[0][0] > 0,
         "control: months are folded")
    whole, _ = truth.of(d("2025-10-01"), d("2025-10-31"))
    v = s.shown("presence", "--json", "--month", "2025-10")
    got = values(v)
    t.same([got[k] for k in ("P05 https", "P06 weight", "P17 share",
                             "P24 completion")],
           [whole[k] for k in ("P05 https", "P06 weight", "P17 share",
                               "P24 completion")],
           "of a whole month sums are known")
    t.same((got["P02 share"], got["P07 weeks"], v["coarse"]),
           (None, None, False), "what goes by day is not")
    v = s.shown("presence", "--json", "--from", "2025-10-05", "--to",
                "2025-10-20")
    got = values(v)
    part, _ = truth.of(d("2025-10-05"), d("2025-10-20"))
    t.same([got[k] for k in ("P05 https", "P08 share", "P17 share",
                             "P24 completion", "P18 pages")], [None] * 5,
           "of a part of one nothing that goes by name is known")
    t.ok(v["coarse"], "which is told")
    t.same([got[k] for k in ("P01 share", "P14 visits", "P26 peak")],
           [part[k] for k in ("P01 share", "P14 visits", "P26 peak")],
           "figures of days and hours still are")

# ---- no people at all ----

with harness.Site(CONF.replace("criteria = criteria.conf\n", ""),
                  now="2025-10-08T12:00:00+02:00") as s:
    base = harness.instant("2025-10-06T00:00:00+02:00")
    events = [Event(base + h * 3600, "203.0.113.9", ROBOT)
              for h in range(0, 60, 3)]
    s.write("all.log", "".join(e.line() for e in events).encode())
    (s.dir / "c.mmdb").write_bytes(mmdb())
    s.must()
    v = values(s.shown("presence", "--json", "--from", "2025-10-06", "--to",
                       "2025-10-07"))
    r = s.run("presence", "--scores")
    t.ok(r.status == 64 and "criteria" in r.says, "no scores without criteria",
         r)
    t.same([v[k] for k in ("P01 share", "P02 share", "P14 visits",
                           "P14 visits-daily-mean", "P25 mean", "P26 peak",
                           "P20 bounces", "P17 share", "P27 robots")],
           [333333, 10**6, 0, 0, 0, 0, None, None, 10**6],
           "no traffic is 0 where it is known, and a share of nothing unknown")

with harness.Site(CONF.replace("criteria = criteria.conf\n", "")) as s:
    (s.dir / "c.mmdb").write_bytes(mmdb())
    s.write("all.log", b"")
    s.must()
    v = values(s.shown("presence", "--json", "--month", "2026-09"))
    t.same({k for k, x in v.items() if x is not None} - {"P28 hours"}, set(),
           "a site of which nothing is counted: all is unknown")
t.done()
