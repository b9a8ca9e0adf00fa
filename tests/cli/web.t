#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The HTML report: which files are written, that they are whole and sound, that their
links lead somewhere, and that their figures are those of the exports."""

import os
import re
import shutil
import sys
import xml.etree.ElementTree as tree

sys.path.insert(0, __file__.rsplit("/", 1)[0])
import harness  # noqa: E402

t = harness.Tap()
NOW = "2026-10-15T10:30:00+07:00"
LARGEST = 250000
FORMS = ["", ".html", ".json"]  # and .xlsx where that is built in
VARIABLES = {"TRUYCAP_GNUPLOT": "none"}
harness.ENVIRONMENT.update(VARIABLES)  # but where charts are meant


def log(first, days, visits):
    out = []
    for day in range(days):
        base = harness.instant(first + "T08:00:00+07:00") + day * 86400
        for i in range(visits):
            out.append(harness.entry(base + i * 60, "198.51.100.%d" % (i + 1),
                                     "/trang/%d" % (i % 3)))
            out.append(harness.entry(base + i * 60 + 30,
                                     "198.51.100.%d" % (i + 1), "/b"))
    return b"".join(out)


def report(s, *args, out="out", status=0, **options):
    r = s.run("report", "-c", s.conf, *args, "-o", s.dir / out, **options)
    if r.status != status:
        raise AssertionError("report %s: %s" % (args, r))
    return r


def parsed(path):
    return tree.fromstring(path.read_text("utf-8").replace(
        "<!DOCTYPE html>", ""))


def cells(page, table):
    """The rows of a table: the name, then what the others are sorted by."""
    body = page.find(".//table[@id='%s']/tbody" % table)
    return [["".join(c.itertext()) if c.tag == "th" else c.get("data-v")
             for c in row] for row in body]


def test_periods(s):
    for args, name in (
            (("--month", "2026-09"), "2026-09"),
            (("--month", "2026-10"), "2026-10"),
            (("--week", "2026-W40"), "2026-W40"),
            (("--quarter", "2026-Q3"), "2026-Q3"),
            (("--year", "2026"), "2026"),
            (("--from", "2026-09-28", "--to", "2026-10-03"),
             "2026-09-28_2026-10-03"),
            (("--from", "2026-10-03", "--to", "2026-10-03"), "2026-10-03"),
            ((), "2026-10")):
        report(s, *args)
        path = s.dir / "out/s" / (name + ".html")
        good = path.is_file() and parsed(path) is not None
        t.ok(good and path.stat().st_size < LARGEST,
             "%s is a page of its own, and well-formed" % name)
    made = sorted(os.listdir(s.dir / "out/s"))
    t.ok("index.html" in made and not [n for n in made if n[0] == "."],
         "beside them is an index, and nothing hidden", made)
    t.ok("days.csv" in os.listdir(s.dir / "out/s/2026-09") and
         set(FORMS) <= {n[7:] for n in made if n.startswith("2026-09")},
         "and the same as data", made)


def test_links(s):
    folder = s.dir / "out/s"
    dead = []
    for name in sorted(os.listdir(folder)):
        if not name.endswith(".html"):
            continue
        page = parsed(folder / name)
        for a in page.iter("a"):
            file, _, part = a.get("href").partition("#")
            target = parsed(folder / file) if part and file else page
            if (file and not (folder / file).is_file()) or (
                    part and target.find(".//*[@id='%s']" % part) is None):
                dead.append("%s: %s" % (name, a.get("href")))
        ids = [e.get("id") for e in page.iter() if e.get("id")]
        t.same(len(set(ids)), len(ids), "%s: an id is there once" % name)
        named = [e.get("aria-labelledby") for e in page.iter()
                 if e.get("aria-labelledby")]
        t.ok(set(" ".join(named).split()) <= set(ids),
             "%s: what names a part is there" % name)
    t.same(dead, [], "no link is dead")
    links = [a.get("href") for a in parsed(folder / "2026-10.html").iter("a")]
    t.ok("2026-09.html" in links, "the month before is linked to")
    others = [a.get("href") for a in parsed(folder / "index.html").iter("a")]
    t.ok({"2026-09.html", "2026-W40.html", "2026.html"} <= set(others),
         "the index has months and the others", others)


def test_sites(s):
    """Without --site each site has its report; of what was never counted it is said."""
    more = s.dir / "more.conf"
    more.write_text(s.conf.read_text() +
                    '\n[site "never"]\nlog = %s/none*.log\ntz = UTC\n' % s.dir)
    r = s.run("report", "-c", more, "--month", "2026-09", "-o", s.dir / "all")
    t.ok(r.status == 0 and b"never: nothing counted" in r.err and
         sorted(os.listdir(s.dir / "all")) == ["s"],
         "without --site all sites are reported that were counted", r)
    r = s.run("report", "-c", more, "--site", "never", "--month", "2026-09",
              "-o", s.dir / "all")
    t.same(r.status, 66, "the one that is named must have been")


def test_nameless(s):
    r = s.run("report", "--tz", "Asia/Ho_Chi_Minh", "--lang", "vi", "-o",
              s.dir / "look", s.path("a.log"), s.path("b.log"))
    text = (s.dir / "look/2026-09.html").read_text("utf-8")
    t.ok(r.status == 0 and "trang thông tin điện tử có" in text and
         "report</title>" not in text and 'class="org"' not in text,
         "logs without --site are of a site without a name", r)
    folder = s.path("")
    t.ok("Các tệp ở trong %s/<" % folder in text and
         ">%s/" % folder not in text,
         "the folder of the logs is said once")


def test_first(s):
    """What is not written yet is no dead link."""
    report(s, "--month", "2026-10", out="first")
    folder = s.dir / "first/s"
    links = [a.get("href") for a in parsed(folder / "2026-10.html").iter("a")]
    t.ok("index.html#m2026-09" in links and "2026-09.html" not in links,
         "a month without a report is looked for in the index", links)
    text = (folder / "index.html").read_text()
    t.ok('id="m2026-09"' in text and "2026-09.html" not in text,
         "which says that there is none")


def test_figures(s):
    days = s.days("--month", "2026-09")
    page = parsed(s.dir / "out/s/2026-09.html")
    rows = cells(page, "t-days")
    t.same([[int(r[1]), int(r[2]), int(r[3])] for r in rows if r[1] != "-1"],
           [[d["visits"], d["pages"], d["visitors"]] for d in days.values()],
           "days have the figures of the export")
    t.same(len(rows), 30, "days without lines are rows, too")
    pages = s.shown("export", "pages", "--month", "2026-09", "--json")["rows"]
    t.same([[r[0], int(r[1])] for r in cells(page, "t-pages")],
           [[r["key"], r["pages"]] for r in pages],
           "pages likewise")
    lines = sum(int(r[1]) for r in cells(page, "t-ledger"))
    t.same(lines, s.query("SELECT sum(lines) FROM ledger JOIN stream ON "
                          "stream.id = stream WHERE path LIKE '%a.log'")[0][0],
           "the lines of the ledger add up")


def test_same(s):
    report(s, "--month", "2026-09")  # now that its neighbours are there
    before = (s.dir / "out/s/2026-09.html").read_bytes()
    report(s, "--month", "2026-09")
    t.same((s.dir / "out/s/2026-09.html").read_bytes(), before,
           "the same figures at the same time are the same bytes")
    report(s, "--month", "2026-09", "--lang", "en", out="en")
    text = (s.dir / "en/s/2026-09.html").read_text()
    t.ok('<html lang="en">' in text and "September 2026" in text,
         "--lang chooses the language")


def test_public(s):
    report(s, "--month", "2026-09", "--public", out="public")
    told = [p.name for p in (s.dir / "public/s").rglob("*") if p.is_file() and
            str(s.dir).encode() in p.read_bytes()]
    t.ok(told == [] and
         "a.log" in (s.dir / "public/s/2026-09.html").read_text(),
         "the public is not told of folders", told)


def test_refusals(s):
    for args, why in (
            (("--month", "2026-13"), "not a month"),
            (("--week", "2026-W54"), "not a week such as 2026-W41"),
            (("--week", "2025-W53"), "not a week"),
            (("--quarter", "2026-Q5"), "not a quarter"),
            (("--year", "26"), "not a year"),
            (("--week", "2026-W40", "--year", "2026"), "one period")):
        r = report(s, *args, status=64)
        t.ok(why in r.says, "%s: %s" % (" ".join(args), why), r)
    r = s.run("report", "-c", s.conf, "--month", "2026-10")
    t.ok(r.status == 64 and "-o DIR" in r.says,
         "without -o it asks where to", r)
    r = s.run("report", "--month", "2026-10", s.path("a.log"))
    t.ok(r.status == 64 and "not of logs" in r.says,
         "logs and a period do not go together", r)
    (s.dir / "file").write_text("")
    r = s.run("report", "-c", s.conf, "-o", s.dir / "file/x")
    t.ok(r.status not in (0, 139) and "file" in r.says,
         "where no folder can be made it says so", r)


def test_logs(s):
    r = s.run("report", "--lang", "vi", "--tz", harness.TZ, "-o",
              s.dir / "logs-out", s.path("a.log"), s.path("b.log"))
    t.ok(r.status == 0, "logs alone are enough", r)
    t.same(sorted(n for n in os.listdir(s.dir / "logs-out")
                  if not n.endswith(".xlsx")),
           sorted(n + end for n in ("2026-09", "2026-10")
                  for end in FORMS) + ["index.html"],
           "each of their months is a page")
    rows = cells(parsed(s.dir / "logs-out/2026-09.html"), "t-days")
    other = cells(parsed(s.dir / "out/s/2026-09.html"), "t-days")
    t.same(rows, other, "with the figures that the store has")


def test_empty():
    with harness.Site(now=NOW) as s:
        r = s.run("report", "-c", s.conf, "-o", s.dir / "out")
        t.ok(r.status == 66 and r.says, "without a store it says so", r)
        s.write("a.log", b"")
        s.run("update")
        r = s.run("report", "-c", s.conf, "-o", s.dir / "out")
        t.ok(r.status in (0, 66), "nor are empty logs a disaster", r)


def test_charts(s):
    if shutil.which("gnuplot") is None:
        t.skip("charts", "gnuplot is not installed")
        return
    for name in VARIABLES:
        harness.ENVIRONMENT.pop(name)
    r = report(s, "--month", "2026-09", out="charts")
    path = s.dir / "charts/s/2026-09.html"
    page = parsed(path)
    pictures = page.findall(".//figure/{http://www.w3.org/2000/svg}svg")
    t.ok(len(pictures) >= 4 and r.says == "", "charts are drawn", r)
    t.ok(all(p.get("role") == "img" and p.get("aria-labelledby")
             for p in pictures), "each has a name for who does not see it")
    colours = set(re.findall(r"var\((--[a-z0-9-]+)\)", path.read_text()))
    style = page.find(".//style").text
    t.ok(colours and all(c + ":" in style for c in colours),
         "the style has all their colours")
    t.ok(path.stat().st_size < LARGEST, "with charts it is below 250 kB")
    before = path.read_bytes()
    report(s, "--month", "2026-09", out="charts")
    t.same(path.read_bytes(), before, "charts are the same each time")
    harness.ENVIRONMENT["TRUYCAP_GNUPLOT"] = "/bin/false"
    r = report(s, "--month", "2026-09", out="broken")
    t.ok("gnuplot" in r.says and
         len(cells(parsed(s.dir / "broken/s/2026-09.html"), "t-days")) == 30,
         "a gnuplot that fails costs charts, and no figure", r)
    harness.ENVIRONMENT.update(VARIABLES)


def test_heavy():
    """Long names and a service that fails at all hours, in the most days that are listed."""
    with harness.Site(now="2026-09-05T10:00:00+07:00") as s:
        for day in range(62):
            base = harness.instant("2026-07-01T00:10:00+07:00") + day * 86400
            lines = []
            for i in range(96):
                path = "/%s%d%s" % ("%C4%91%C6%B0%E1%BB%9Dng-" * 60, i % 20,
                                    (".pdf", ".html", "")[i % 3])
                line = harness.entry(base + i * 900, "198.51.100.%d" % (i + 1),
                                     path)
                status = (b" 200 ", b" 404 ", b" 503 ", b" 500 ")[
                    i * 7 % 11 % 4]
                lines.append(line.replace(b" 200 ", status))
            s.write("%s-%02d.log" % ("nhat-ky-rat-dai-" * 8, day),
                    b"".join(lines))
        s.must()
        report(s, "--from", "2026-07-01", "--to", "2026-08-31")
        path = s.dir / "out/s/2026-07-01_2026-08-31.html"
        page = path.read_text("utf-8")
        t.ok(len(page.encode()) < LARGEST and parsed(path) is not None,
             "long names and many errors make no heavy page",
             len(page.encode()))
        names = [row[0] for row in cells(parsed(path), "t-pages")]
        csv = (s.dir / "out/s/2026-07-01_2026-08-31/pages.csv").read_text()
        t.ok(names and all("…" in n and len(n.encode()) <= 160 for n in names)
             and "…" not in csv, "names lose their middle, not in CSV", names)


def main():
    test_empty()
    with harness.Site(now=NOW) as s:
        s.write("a.log", log("2026-09-03", 20, 7))
        s.write("b.log", log("2026-10-01", 14, 9))
        s.must()
        test_first(s)
        test_periods(s)
        test_links(s)
        test_figures(s)
        test_same(s)
        test_public(s)
        test_refusals(s)
        test_logs(s)
        test_sites(s)
        test_nameless(s)
        test_charts(s)
    if shutil.which("gnuplot") is not None:
        harness.ENVIRONMENT.pop("TRUYCAP_GNUPLOT", None)
    test_heavy()
    t.done()


main()
