#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""A report's figures as JSON, CSV, XLSX and PDF: that they are what they are to be, agree with
each other and with the exports, are the same each time, and that no text is a formula.

TRUYCAP_ACCEPT=1 replaces what they are to be by what they are."""

import csv
import io
import json
import os
import re
import shutil
import sys
import xml.etree.ElementTree as tree
import zipfile

sys.path.insert(0, __file__.rsplit("/", 1)[0])
import harness  # noqa: E402

t = harness.Tap()
NOW = "2026-10-15T10:30:00+07:00"
DAYS = ("--from", "2026-09-01", "--to", "2026-09-03")
NAME = "2026-09-01_2026-09-03"
GOLDEN = os.path.join(os.path.dirname(os.path.abspath(__file__)),
                      "..", "golden", "forms")
HOSTILE = ["=1+2", "/=cmd|'/c calc'!A0", "/+1", "/-1", "/@SUM(A1)",
           "/a,b;c\\x22d", "/<script>alert(1)</script>", "/&amp;", "/{=1}",
           "/\\xe2\\x80\\xaeabc", "/\\xff\\xfe", "/_x000A_", "/" + "x" * 3000]
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
harness.ENVIRONMENT.update({"TRUYCAP_GNUPLOT": "none"})


def request(at, address, path, status=200, referrer="-", agent=None):
    head, _, tail = harness.entry(harness.instant(at), address, "/",
                                  agent=agent or harness.AGENT).partition(b'"GET / ')
    tail = tail.replace(b" 200 ", b" %d " % status, 1).replace(
        b'"-"', b'"' + referrer.encode() + b'"', 1)
    return head + b'"GET ' + path.encode() + b" " + tail


def log():
    out = []
    for day in (1, 2):  # the third has no line
        at = "2026-09-0%dT%%s+07:00" % day
        for i in range(3 * day):
            who = "198.51.100.%d" % (i + 1)
            out.append(request(at % ("08:%02d:00" % i), who, "/tin/%d" % (i % 2)))
            out.append(request(at % ("08:%02d:30" % i), who, "/"))
        out.append(request(at % "09:00:00", "198.51.100.9", "/gone", 404,
                           "https://www.example.vn/tin/1"))
        out.append(request(at % "10:00:00", "198.51.100.8", "/oops", 500))
        out.append(request(at % "11:00:00", "198.51.100.7", "/a.pdf"))
        out.append(request(at % "12:00:00", "198.51.100.6", "/",
                           agent=b"Googlebot/2.1"))
        out.append(b"garbage\n")
    return b"".join(out)


def write(s, *args, out="out", **options):
    r = s.run("report", "-c", s.conf, *args, "-o", s.dir / out, **options)
    if r.status != 0:
        raise AssertionError("report %s: %s" % (args, r))
    return s.dir / out / "s"


def plain(text, s):
    """Without what differs from run to run: the folder, the store's key; and hashes of
    the built-in lists, which may grow."""
    text = text.replace(str(s.dir) + "/", "")
    return re.sub(r"\b[0-9a-f]{32}([0-9a-f]{32})?\b", "HASH", text)


def golden(name, text, what):
    path = os.path.join(GOLDEN, name)
    if os.environ.get("TRUYCAP_ACCEPT"):
        os.makedirs(GOLDEN, exist_ok=True)
        open(path, "w", encoding="utf-8", newline="").write(text)
    want = open(path, encoding="utf-8", newline="").read() \
        if os.path.exists(path) else ""
    t.ok(text == want, what, "tests/golden/forms/%s: %s" % (
        name, harness.difference(text, want)))


def test_golden(s):
    folder = write(s, *DAYS, "--lang", "vi")
    golden("report.json", plain((folder / (NAME + ".json")).read_text("utf-8"), s),
           "the JSON is as it is to be")
    for table in ("summary", "days", "months", "pages", "broken", "outcomes",
                  "ledger", "log-files", "lists", "balance"):
        golden(table + ".csv", plain((folder / NAME / (table + ".csv")).read_bytes()
                                     .decode(), s), "and so is %s.csv" % table)
    return folder


def test_agree(s, folder):
    data = json.loads((folder / (NAME + ".json")).read_text("utf-8"))
    for table, rows in data.items():
        path = folder / NAME / (table + ".csv")
        if not isinstance(rows, list):
            continue
        lines = list(csv.DictReader(io.StringIO(path.read_bytes().decode(),
                                                newline="")))
        if len(lines) != len(rows):
            t.ok(False, "%s has %d rows, %d as CSV" % (table, len(rows), len(lines)))
        for a, b in zip(rows, lines):
            for key, value in a.items():
                text = "" if value is None else str(int(value)) if isinstance(
                    value, (bool, int)) else value
                if b[key] != text and b[key] != "'" + text:
                    t.ok(False, "%s.%s: %r, %r as CSV" % (table, key, value, b[key]))
    t.ok(True, "CSV and JSON have the same rows")
    summary = {row["figure"]: row["value"] for row in data["summary"]}
    for figure in ("visits", "pages", "hits", "all_hits"):
        t.same(sum(d[figure] or 0 for d in data["days"]), summary[figure],
               "the days' %s are the summary's" % figure)
    t.same(sum(h["visits"] or 0 for h in data["hours"]), summary["visits"],
           "and so are the hours' visits")
    t.same(sum(r["visits"] for r in data["sources"]), summary["visits"],
           "and those of the sources")
    shown = s.days(*DAYS)
    for day in data["days"]:
        row = shown.get(day["day"])
        if row is None:
            t.same([day["visits"], day["state"]], [None, "none"],
                   "a day without a line is unknown")
            continue
        t.same({k: row[k] for k in day if k in row and k != "state"},
               {k: day[k] for k in row if k in day and k != "state"},
               "%s is as exported" % day["day"])
    lines = {row["class"]: row["lines"] for row in data["ledger"]}
    hours = s.shown("export", "availability", *DAYS, "--json")["rows"]
    t.same([(h["day"], h["hour"], h["state"]) for h in data["hours"]],
           [(h["day"], h["hour"], h["state"]) for h in hours],
           "states of hours are those of the export")
    t.same(lines["human"], sum(f["human"] for f in data["log-files"]),
           "lines of the logs add up to the ledger")
    t.same(sum(f["undated"] for f in data["log-files"]), 2,
           "lines without a day are told of their log")


def sheets(path):
    """{sheet's name: rows of (column, kind, text)}, and the strings."""
    z = zipfile.ZipFile(path)
    strings = ["".join(n.itertext()) for n in tree.fromstring(
        z.read("xl/sharedStrings.xml"))]
    names = [n.get("name") for n in tree.fromstring(
        z.read("xl/workbook.xml")).find(SHEET + "sheets")]
    out = {}
    for i, name in enumerate(names):
        root = tree.fromstring(z.read("xl/worksheets/sheet%d.xml" % (i + 1)))
        rows = []
        for row in root.iter(SHEET + "row"):
            cells = {}
            for c in row:
                value = c.find(SHEET + "v")
                if value is None:
                    continue
                column = re.match("[A-Z]+", c.get("r")).group()
                cells[column] = strings[int(value.text)] \
                    if c.get("t") == "s" else float(value.text)
            rows.append(cells)
        out[name] = rows
    return z, out


def test_workbook(s, folder):
    path = folder / (NAME + ".xlsx")
    if not path.exists():
        t.skip("the workbook", "libxlsxwriter is not built in")
        return
    first = path.read_bytes()
    write(s, *DAYS, "--lang", "vi")
    t.ok(path.read_bytes() == first, "a workbook has the same bytes each time")
    z, book = sheets(path)
    bad = [n for n in z.namelist() if n.endswith(".xml") and
           tree.fromstring(z.read(n)) is None]
    t.ok(not bad, "all its parts are well-formed", bad)
    text = b"".join(z.read(n) for n in z.namelist() if "worksheets" in n)
    t.ok(b"<f>" not in text and b"hyperlink" not in text and not [
        n for n in z.namelist() if "external" in n],
        "there is no formula and no link in it")
    t.ok(b'state="frozen"' in text and b"<autoFilter" in text and b"<cols>" in text,
         "heads are frozen, with filters, columns have widths")
    days = book["Theo ngày"]
    t.same([days[0]["A"], days[0]["G"]], ["Ngày", "Lượt truy cập"],
           "heads are in the reader's language")
    t.same([r["A"] for r in days[1:]], [46266.0, 46267.0, 46268.0],
           "days are real dates")
    t.same([r.get("G") for r in days[1:]], [3.0, 6.0, None],
           "visits are real numbers, and nothing where they are unknown")
    charts = [n for n in z.namelist() if n.startswith("xl/charts/chart")]
    t.same(len(charts), 2, "there are charts of days and months")
    t.ok("Theo ngày" in z.read(charts[0]).decode(), "that are of its sheets")


def test_hostile():
    with harness.Site(now=NOW) as s:
        at = "2026-09-01T08:%02d:00+07:00"
        s.write("a.log", b"".join(request(
            at % i, "198.51.100.%d" % i, path if path[0] == "/" else "/" + path,
            referrer="https://x.example/%s" % path.replace('"', ""))
            for i, path in enumerate(HOSTILE)))
        s.must()
        folder = write(s, "--month", "2026-09")
        data = json.loads((folder / "2026-09.json").read_text("utf-8"))
        keys = {row["key"] for row in data["pages"]}
        t.ok(len(keys) == len(HOSTILE), "hostile names are each a page", keys)
        rows = list(csv.reader(io.StringIO((folder / "2026-09/pages.csv")
                                           .read_bytes().decode(), newline="")))
        t.ok(all(len(r) == len(rows[0]) for r in rows) and
             len(rows) == len(HOSTILE) + 1, "in CSV each is a field of its row")
        t.ok(not [r for r in rows if r[0][0] in "=+-@\t\r"],
             "and none begins a formula")
        if not (folder / "2026-09.xlsx").exists():
            t.skip("hostile texts in a workbook", "libxlsxwriter is not built in")
            return
        z, book = sheets(folder / "2026-09.xlsx")
        text = b"".join(z.read(n) for n in z.namelist() if "worksheets" in n)
        cells = [r["A"] for r in book["Trang"][1:]]
        t.ok(b"<f>" not in text and len(cells) == len(HOSTILE) and
             all(isinstance(c, str) for c in cells),
             "in a workbook each is a text")
        t.ok(max(map(len, cells)) <= 2001, "long ones are cut there")
        t.ok("/<script>alert(1)</script>" in cells and "/=1+2" in cells,
             "and the others are as they were", cells)


def test_public(s):
    folder = write(s, *DAYS, "--public", out="public")
    data = json.loads((folder / (NAME + ".json")).read_text("utf-8"))
    t.ok(data["public"] and [r["key"] for r in data["browsers"]] and not [
        r for r in data["browsers"] if 0 < (r["visitors"] or 9) < 5 and
        r["key"] != "(suppressed)"], "the public sees no small cells", data["browsers"])
    t.ok(not [f for f in data["log-files"] if "/" in f["path"]],
         "nor where logs lie")


def test_pdf(s):
    harness.ENVIRONMENT["TRUYCAP_PDF"] = "none"
    r = s.run("report", "-c", s.conf, *DAYS, "--pdf", "-o", s.dir / "pdf")
    t.ok(r.status == 69 and b"weasyprint" in r.err,
         "without a renderer it is told which to install", r)
    harness.ENVIRONMENT["TRUYCAP_PDF"] = "/bin/false"
    r = s.run("report", "-c", s.conf, *DAYS, "--pdf", "-o", s.dir / "pdf")
    t.ok(r.status == 69 and b"/bin/false" in r.err and
         (s.dir / "pdf/s" / (NAME + ".html")).exists() and
         not (s.dir / "pdf/s" / (NAME + ".pdf")).exists(),
         "a renderer that fails costs the PDF alone", r)
    del harness.ENVIRONMENT["TRUYCAP_PDF"]
    if shutil.which("weasyprint") is None:
        t.skip("PDF", "weasyprint is not installed")
        return
    path = write(s, *DAYS, "--pdf", out="pdf") / (NAME + ".pdf")
    first = path.read_bytes()
    write(s, *DAYS, "--pdf", out="pdf")
    t.ok(first[:5] == b"%PDF-" and path.read_bytes() == first,
         "a PDF has the same bytes each time")
    t.ok(not [n for n in os.listdir(path.parent) if n[0] == "."],
         "and nothing is left beside it")


def main():
    test_hostile()
    with harness.Site(now=NOW, extra="host = www.example.vn\n"
                      "section = tin: /tin/*\nopening = 12000 visits 2026-09-01\n") as s:
        s.write("a.log", log())
        s.must()
        folder = test_golden(s)
        test_agree(s, folder)
        test_workbook(s, folder)
        test_public(s)
        test_pdf(s)
    t.done()


main()
