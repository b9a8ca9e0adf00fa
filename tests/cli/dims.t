#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The dimensions: what the database has of random logs is what a slow second
implementation (tests/oracle_dims.py) finds in them."""

import os
import re
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import harness  # noqa: E402
sys.path.insert(0, str(harness.ROOT / "tests"))
import oracle_dims  # noqa: E402

t = harness.Tap()
NOW = "2026-10-08T20:15:00+07:00"
SEALED = "2026-11-30T00:00:00+07:00"
HOST = "skhcn.songlam.example"
DIMS = {int(n): name for n, name in re.findall(
    r'X\([A-Z_]+, (\d+), "([a-z0-9-]+)"',
    (harness.ROOT / "common/dim.h").read_text())}
# What the logs of the generator do not tell, and what is in no table.
UNTOLD = {"response-time", "scheme", "network", "place", "address"}

CONF = """internal = 198.51.100.0/28
monitor = 203.0.113.9
section = trang: /trang-1*, /h
section = form: ?id=1
section = tep: *.aspx, *.pdf
soft_404 = /trang-2*
min_bytes = 20
min_bytes = tep: 3k
min_bytes = (home): 800
funnel = hoi: /trang-* | POST /gop-y | /, /h
funnel = vao: / | /h
doubt_views = 5
"""
RULES = {"soft": lambda path: path.startswith("/trang-2"),
         "least": {"": 20, "tep": 3072, "(home)": 800},
         "funnels": {
             "hoi": [("", lambda path: path.startswith("/trang-")),
                     ("POST", lambda path: path == "/gop-y"),
                     ("", lambda path: path in ("/", "/h"))],
             "vao": [("", lambda path: path == "/"),
                     ("", lambda path: path == "/h")]},
         "internal": "198.51.100.0/28", "monitor": "203.0.113.9",
         "doubt_views": 5, "sections": {
             "trang": lambda path, query: path == "/h" or
             path.startswith("/trang-1"),
             "form": lambda path, query: "id=1" in query.split("&"),
             "tep": lambda path, query: path.endswith((".aspx", ".pdf"))}}


def stored(s):
    out = set()
    for day, dim, key, *counts in s.query(
            "SELECT day, dim, text, %s FROM tally JOIN term ON term.id = key"
            % ", ".join(oracle_dims.COUNTS)):
        if DIMS[dim] not in UNTOLD:
            out.add(oracle_dims.line_of(oracle_dims.date_of(day), DIMS[dim],
                                        key, dict(zip(oracle_dims.COUNTS,
                                                      counts))))
    return out


def doubts(s):
    return {oracle_dims.date_of(day): sums for day, *sums in s.query(
        "SELECT day, doubt_visitors, doubt_visits, doubt_pages FROM day")
        if any(sums)}


def compare(s, dims, name):
    got, want = stored(s), oracle_dims.rows_of(dims)
    for dim in sorted(set(DIMS.values()) - UNTOLD):
        mine = {x for x in want if x.split(" ")[1] == dim}
        theirs = {x for x in got if x.split(" ")[1] == dim}
        seen.setdefault(dim, 0)
        seen[dim] += len(mine)
        t.ok(mine == theirs, "%s: %s" % (name, dim), harness.difference(
            "\n".join(sorted(theirs)), "\n".join(sorted(mine)), limit=6))
    t.same(doubts(s), {day: sums for day, sums in dims.doubts.items()
                       if any(sums)}, "%s: uncertain visitors" % name)


seen = {}


def one_round(number):
    rng = harness.chance("dims", number)
    form = "vhost_combined" if number % 2 else "combined"
    hosts = (HOST,) if number % 3 == 0 else ()
    logs = [harness.random_log(rng.randrange(1 << 30), rng.randint(600, 1500),
                               rng.randint(2, 4), visitors=rng.randint(6, 60),
                               format=form) for _ in range(2)]
    name = "round %d" % number
    extra = CONF + "".join("host = %s\n" % h for h in hosts)
    dims = oracle_dims.count(logs, now=NOW, hosts=hosts, **RULES)
    with harness.Site(now=NOW, extra=extra, form=form) as s:
        # In some pieces, so that parts are merged.
        for i, data in enumerate(logs):
            cut = data.find(b"\n", rng.randrange(len(data))) + 1
            s.append("%d.log" % i, data[:cut])
            s.must()
            s.append("%d.log" % i, data[cut:])
        s.must()
        t.same(s.lines(), sum(d.count(b"\n") for d in logs),
               "%s: all lines are counted" % name)
        compare(s, dims, name)
        before = stored(s)
        s.must(now=SEALED)
        t.ok(stored(s) == before, "%s: sealing changes none" % name)
        r = s.run("store", "check")
        t.ok(r.status == 0, "%s: and it adds up" % name, r)


for k in range(harness.rounds(3, 40)):
    one_round(k)
empty = sorted(dim for dim, n in seen.items() if n == 0)
t.same(empty, ["campaign", "search"],
       "control: the logs tell of all other dimensions")

# ---- what the generator does not write: a few lines, counted by hand ----

FORM = ('\'$remote_addr - - [$time_local] "$request" $status $body_bytes_sent'
        ' "$http_referer" "$http_user_agent" $scheme $request_time\'')
LINE = ('192.0.2.%d - - [01/Oct/2026:10:%02d:00 +0700] "GET %s HTTP/1.1" %d 10'
        ' "%s" "%s" %s 0.250\n')
ROWS = (
    (1, "/tin?utm_source=zalo&utm_medium=social&utm_campaign=tt&x=1", 200,
     "https://zalo.me/x", "https"),
    (2, "/", 200, "https://www.google.com.vn/search?q=ngh%E1%BB%8B+"
     "%C4%91%E1%BB%8Bnh&hl=vi", "https"),
    (2, "/a", 200, "https://%s/" % HOST, "https"),
    (3, "/?utm_source=zalo", 200, "https://skhcn.gov.vn/tin", "http"),
    (3, "/cu", 404, "https://%s/tin?id=5" % HOST, "http"),
    (4, "/cu", 410, "https://example.org/", "http"),
    (5, "/", 200, "https://notgoogle.com/search?q=x", "http"),
    (6, "/x.pdf", 200, "https://www.bing.com/search?q=x", "http"),
)
WANT = {
    "campaign": [("zalo / - / -", 1, 0), ("zalo / social / tt", 1, 0)],
    "search": [("ngh\u1ecb \u0111\u1ecbnh", 1, 0)],
    "source": [("government", 1, 1), ("internal", 1, 0), ("other", 1, 1),
               ("search", 1, 1), ("social", 1, 1)],
    "referrer": [("google.com.vn", 1, 1), ("notgoogle.com", 1, 1),
                 ("skhcn.gov.vn", 1, 1), ("zalo.me", 1, 1)],
    "missing": [("/cu", 2, 0)],
    "broken": [("/cu\t/tin", 1, 0)],
    "download": [("/x.pdf", 1, 0)],
    "scheme": [("http", 5, 2), ("https", 3, 2)],
}
NUMBER = {name: n for n, name in DIMS.items()}
with harness.Site(now=NOW, form=FORM, extra="host = %s\n" % HOST) as s:
    s.write("a.log", "".join(
        LINE % (who, i, target, status, referrer, harness.AGENT.decode(),
                scheme) for i, (who, target, status, referrer, scheme)
        in enumerate(ROWS)).encode())
    s.must()
    for dim, want in WANT.items():
        t.same(s.query("SELECT text, hits, visits FROM tally JOIN term ON"
                       " term.id = key WHERE dim = %d ORDER BY 1"
                       % NUMBER[dim]), want, "by hand: " + dim)
    got = s.query("SELECT count(*), sum(hits) FROM tally WHERE dim = %d"
                  % NUMBER["response-time"])
    t.same(got, [(1, len(ROWS))], "by hand: one bucket of time")
    t.same(s.query("SELECT count(*) FROM term WHERE text LIKE '%x=1%' OR"
                   " text LIKE '%hl=%' OR text LIKE '%id=5%'"), [(0,)],
           "nothing else of a query is kept")

# ---- more keys than are kept ----
with harness.Site(now=NOW) as s:
    s.write("a.log", b"".join(
        harness.line(i // 4, 1, "/p%d" % (i % 2500)) for i in range(6000)))
    s.must()
    got = s.query("SELECT text = '(other)', count(*), sum(hits), sum(pages)"
                  " FROM tally JOIN term ON term.id = key WHERE dim = 1"
                  " GROUP BY 1")
    # 1,000 pages are asked for three times, the others twice.
    t.same(got, [(0, 2000, 5000, 5000), (1, 1, 1000, 1000)],
           "of 2,500 pages the greatest 2,000 are named, the others summed")
    twice = sorted("/p%d" % i for i in range(1000, 2500))
    t.same([row[0] for row in s.query(
        "SELECT text FROM tally JOIN term ON term.id = key WHERE dim = 1 AND"
        " hits = 2 ORDER BY 1")], twice[:1000],
        "of equals those of the least names are")
    t.ok(s.run("store", "check").status == 0, "and it adds up")
t.done()
