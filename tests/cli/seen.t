#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What is there, and since when: how sections answer, on which day a page was first there,
which steps of a service visitors reached."""

import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import harness  # noqa: E402
sys.path.insert(0, str(harness.ROOT / "tests"))
import oracle_dims  # noqa: E402

t = harness.Tap()
NOW = "2026-10-08T20:15:00+07:00"
SEALED = "2026-11-30T00:00:00+07:00"
START = harness.instant("2026-10-01T10:00:00+07:00")
DAY = 86400
SOFT = "soft_404 = /trang-2*\nmin_bytes = 30\n"


def hit(day, path, visitor=1, method="GET", status=200, size=5000,
        agent=harness.AGENT, minute=0):
    line = harness.entry(START + day * DAY + minute * 60,
                         "192.0.2.%d" % visitor, path, agent=agent)
    head, _, rest = line.partition(b'"GET ')
    target, _, rest = rest.partition(b'" 200 ')
    return head + ('"%s ' % method).encode() + target + (
        '" %d %d ' % (status, size)).encode() + rest.split(b" ", 1)[1]


def rows(s, what, *args):
    return s.shown("export", what, "--json", *args)["rows"]


def seen(s, **options):
    r = s.shown("export", "first-seen", "--json", **options)["rows"]
    return [(row["day"], row["kind"], row["key"]) for row in r]


# ---- first days: of random logs, what a slow second implementation finds ----

def first_days(dims):
    first = {}
    for day, by_dim in sorted(dims.found.items(), reverse=True):
        soft = by_dim.get("soft-404", {})
        for kind in ("download", "page"):
            for name, row in by_dim.get(kind, {}).items():
                n = sum(r[c] * sign for r, sign in (
                    (row, 1), (soft.get(name, {}), -1)) for c in
                    ("hits", "robot_hits", "rest_hits") if r)
                if n > 0:
                    first[name] = (day, kind)
    return sorted((day, kind, name) for name, (day, kind) in first.items())


def in_order(found):
    return sorted(found, key=lambda r: (r[0], r[2].encode(), r[1]))


for k in range(harness.rounds(3, 30)):
    rng = harness.chance("seen", k)
    logs = [harness.random_log(rng.randrange(1 << 30), rng.randint(200, 900),
                               rng.randint(2, 5), visitors=9)
            for _ in range(2)]
    want = first_days(oracle_dims.count(
        logs, now=NOW, soft=lambda path: path.startswith("/trang-2"),
        least={"": 30}))
    with harness.Site(now=NOW, extra=SOFT) as s:
        pieces = []
        for i, data in enumerate(logs):
            lines = data.splitlines(True)
            rng.shuffle(lines)
            for part in range(3):
                pieces.append(("%d-%d.log" % (i, part),
                               b"".join(lines[part::3])))
        rng.shuffle(pieces)
        for name, data in pieces:
            s.write(name, data)
            s.must()
        got = seen(s)
        t.ok(len(want) > 10 and sorted(got) == want, "round %d: first days of "
             "%d pages, in whatever order lines come" % (k, len(want)),
             harness.difference("\n".join(map(str, sorted(got))),
                                "\n".join(map(str, want))))
        t.same(got, in_order(got), "round %d: in order of day and name" % k)
        s.must(now=SEALED)
        t.same(seen(s), got, "round %d: sealing changes none" % k)

# ---- forgetting: the name goes, the page is not new again ----
CONF = ("section = tin: /tin/*\nsection = vb: *.pdf\nkeep_query = id\n"
        "section = so: ?id=*\n")
with harness.Site(now=NOW, extra=CONF) as s:
    s.write("a.log", hit(0, "/tin/1") + hit(0, "/a.pdf") + hit(1, "/tin/2") +
            hit(1, "/?id=5&x=1") + hit(1, "/tin/3", status=404) +
            hit(1, "/tin/4", agent=b"Googlebot/2.1") +
            hit(1, "/tin/5", status=304) + hit(1, "/tin/6", method="HEAD") +
            hit(1, "/tin/7", status=206))
    s.must()
    t.same(seen(s), [
        ("2026-10-01", "download", "/a.pdf"), ("2026-10-01", "page", "/tin/1"),
        ("2026-10-02", "page", "/?id=5"), ("2026-10-02", "page", "/tin/2"),
        ("2026-10-02", "page", "/tin/4"), ("2026-10-02", "page", "/tin/5")],
        "whoever asks, 200 and 304 to GET")
    news = [list(row.values()) for row in rows(s, "news")]
    t.same(news, [["2026-10-01", None, 1, 1], ["2026-10-01", "tin", 1, 0],
                  ["2026-10-01", "vb", 0, 1], ["2026-10-02", None, 4, 0],
                  ["2026-10-02", "tin", 3, 0], ["2026-10-02", "so", 1, 0]],
           "news by day and section")
    s.must(now=SEALED)
    r = s.run("forget", "--before", "2026-10-02", now=SEALED)
    t.ok(r.status == 0, "forget", r)
    t.same(seen(s)[:3], [("2026-10-01", "page", None),
                         ("2026-10-01", "download", None),
                         ("2026-10-02", "page", "/?id=5")],
           "names of days that are forgotten are")
    t.ok(b"/tin/1" not in s.db.read_bytes(), "and in the database no more")
    t.same(rows(s, "news")[0], {"day": "2026-10-01", "section": None,
                                "new_pages": 1, "new_downloads": 1},
           "their number is not")
    s.write("b.log", hit(58, "/tin/1") + hit(58, "/neu"))
    s.must(now="2026-11-29T00:00:00+07:00")
    t.same(seen(s, now="2026-11-29T00:00:00+07:00")[-1],
           ("2026-11-28", "page", "/neu"), "they are not new when they come again")
    r = s.run("store", "check")
    t.ok(r.status == 0, "and the store adds up", r)

# ---- names are kept for some years ----
with harness.Site(now=NOW, extra="keep_days = 400d\nkeep_months = 2y\n"
                  "keep_years = 3y\n") as s:
    s.write("a.log", hit(0, "/alt"))
    s.must()
    later = "2029-12-31T12:00:00+07:00"
    s.write("b.log", b"")
    s.must(now=later)
    s.must(now=later)
    t.same(seen(s, now=later), [("2026-10-01", "page", None)],
           "keep_years forgets names, and keeps the day")

# ---- how sections answer ----
CONF = ("section = tin: /tin/*\nsection = hoi: /hoi/*\nsoft_404 = /tin/loi\n"
        "min_bytes = hoi: 1k\nmin_bytes = (home): 2k\nhome = /, /index.html\n")
with harness.Site(now=NOW, extra=CONF) as s:
    s.write("a.log", b"".join([
        hit(0, "/", size=1999), hit(0, "/", size=2048, visitor=2),
        hit(0, "/index.html?x=1", status=304, size=0),
        hit(0, "/", status=503, visitor=3, agent=b"Googlebot/2.1"),
        hit(0, "/tin/1"), hit(0, "/tin/loi"), hit(0, "/tin/2", status=404),
        hit(0, "/tin/3", status=301), hit(0, "/tin/4", method="HEAD", size=0),
        hit(0, "/hoi/1", size=1023), hit(0, "/hoi/1", size=1024),
        hit(0, "/hoi/2", method="HEAD", size=0),
        hit(0, "/hoi/gui", method="POST", size=3),
        hit(0, "/hoi/gui", method="POST", status=302, size=0),
        hit(0, "/hoi/gui", method="POST", status=303, size=0),
        hit(0, "/hoi/gui", method="POST", status=301, size=0),
        hit(0, "/hoi/gui", method="POST", status=500),
        hit(0, "/hoi/gui", method="OPTIONS"), hit(0, "/x")]))
    s.must()
    got = {(r["key"], r["answer"]): (r["hits"], r["robot_hits"], r["all_hits"])
           for r in rows(s, "answers")}
    t.same(got, {
        ("(home)", "ok"): (2, 0, 2), ("(home)", "soft-404"): (1, 0, 1),
        ("(home)", "server-error"): (0, 1, 1),
        ("tin", "ok"): (2, 0, 2), ("tin", "soft-404"): (1, 0, 1),
        ("tin", "client-error"): (1, 0, 1), ("tin", "other"): (1, 0, 1),
        ("hoi", "ok"): (2, 0, 2), ("hoi", "soft-404"): (1, 0, 1),
        ("hoi", "action"): (3, 0, 3), ("hoi", "other"): (2, 0, 2),
        ("hoi", "server-error"): (1, 0, 1)}, "answers by section")
    sums = {r["key"]: r["all_hits"] for r in rows(s, "sections")}
    t.same(sums, {"tin": 5, "hoi": 9}, "a section's answers are its hits")
    t.same([(r["key"], r["hits"]) for r in rows(s, "soft-404")],
           [("/", 1), ("/hoi/1", 1), ("/tin/loi", 1)], "error pages in disguise")
    t.ok("/tin/loi" in [r["key"] for r in rows(s, "pages")] and
         "/tin/loi" not in [r[2] for r in seen(s)],
         "they are page views, and no news")
    total = sum(r["pages"] for r in rows(s, "days"))
    t.same(total, 8, "no page view is lost for them")

# ---- steps of a service ----
BASE = ("data = data\n[site \"s\"]\nlog = logs/*.log\nformat = combined\n"
        "tz = %s\n" % harness.TZ)


def funnel(s):
    return {(r["key"], r["steps"]): r["visitors"] for r in rows(s, "funnel")}


with harness.Site(conf=BASE + "funnel = nop: /tt/* | /mau | POST /mau | /kq\n"
                  "funnel = hoi: /tt/* | POST /hoi\n") as s:
    s.append("a.log", b"".join([
        hit(0, "/tt/1", 1), hit(0, "/mau", 1, minute=1),
        hit(0, "/mau", 1, method="POST", status=302, minute=2),
        hit(0, "/kq", 1, minute=90),
        hit(0, "/kq", 2), hit(0, "/tt/1", 2, minute=1),
        hit(0, "/tt/1", 3), hit(0, "/tt/1", 3, minute=3),
        hit(0, "/hoi", 3, method="POST", minute=4),
        hit(0, "/mau", 4, status=404), hit(0, "/x", 4),
        hit(0, "/mau", 5, method="POST"),
        hit(0, "/tt/1", 6, agent=b"Googlebot/2.1"),
        hit(1, "/tt/1", 1)]))
    s.must()
    want = {("nop", "1+2+3+4"): 1, ("nop", "1+4"): 1, ("nop", "1"): 2,
            ("hoi", "1+2"): 1, ("hoi", "1"): 3}
    t.same(funnel(s), want, "visitor-days by the steps they reached")
    t.same(sum(r["visitors"] for r in rows(s, "funnel", "--by", "day")
               if r["day"] == "2026-10-02"), 2, "each in its day")
    before = [line for line in s.content().splitlines()
              if line.startswith("conduct")]
    t.ok(any(line.endswith(" 31") for line in before),
         "control: parts of open days have them", before)
    s.conf.write_text(BASE + "funnel = neu: /x | /tt/*\n"
                      "funnel = hoi: /tt/* | POST /hoi\n"
                      "funnel = nop: /tt/* | /mau | POST /mau | /kq\n")
    s.append("a.log", hit(1, "/kq", 1, minute=5) + hit(1, "/x", 7))
    s.must()
    want[("nop", "1")] = 1
    want[("nop", "1+4")] = 2
    want[("neu", "1")] = 1
    t.same(funnel(s), want,
           "another order of funnels moves no step, while days are open")
    s.must(now=SEALED)
    t.same(funnel(s), want, "sealing changes none")
    t.ok("\t" not in "".join(k for k, _ in funnel(s)), "names are names")

# ---- two stores ----
with harness.Site(now=NOW) as a:
    a.write("a.log", hit(0, "/a") + hit(3, "/b") + hit(3, "/c"))
    a.must()
    with harness.Site(now=NOW, key=a) as b, harness.Site(now=NOW, key=a) as c:
        b.write("b.log", hit(1, "/a") + hit(1, "/b"))
        b.must(now=SEALED)
        r = a.run("merge", b.db)
        t.ok(r.status == 0, "a store with sealed days is merged", r)
        want = [("2026-10-01", "page", "/a"), ("2026-10-02", "page", "/b"),
                ("2026-10-04", "page", "/c")]
        t.same(seen(a), want, "and the least day of both holds")
        c.shown("merge", b.db)
        t.same(seen(c), [("2026-10-02", "page", "/a"),
                         ("2026-10-02", "page", "/b")], "into an empty one")
t.done()
