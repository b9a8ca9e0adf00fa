#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Evidence bundles: the same twice, whole, without a line of a log in them; and what a
verifier finds when the bundle, a log or a list is not what it was."""

import csv
import gzip
import hashlib
import io
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import xml.etree.ElementTree as tree
import zipfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import harness  # noqa: E402

t = harness.Tap()
NOW = "2026-11-05T10:30:00+07:00"
BARE = {"TRUYCAP_GNUPLOT": "none", "TRUYCAP_PDF": "none"}
harness.ENVIRONMENT.update(BARE)  # but where the document is meant
AGENT = b"Mozilla/5.0 (X11; Qanary-7yh3) Gecko/20100101 Firefox/143.0"
ROBOT = b"Mozilla/5.0 (compatible; Googlebot/2.1; Qanary-8wx1)"
PROOF = b"what no log can show"
CRITERIA = """[criteria "c"]
title = Bộ thử nghiệm
points = 100
[section "tin"]
title = Tin tức
pattern = /tin/*
weight = 3
kind = news
[item "1"]
title = Trang chạy liên tục
metric = P01
floor = 50 %%
target = 100 %%
weight = 4
[item "2"]
title = Lượt truy cập
metric = P14
floor = 0
target = 2000
weight = 2
[manual "hs"]
title = Hồ sơ trực tuyến
value = 31 %%
floor = 0
target = 100 %%
weight = 2
proof = proofs/bang chung.pdf
sha256 = %s
by = Văn phòng
[manual "khac"]
title = Chưa nhập
floor = 0
target = 100 %%
weight = 1
[review "1"]
self = 3.5
""" % hashlib.sha256(PROOF).hexdigest()


def log(first, days, visits):
    out = []
    for day in range(days):
        base = harness.instant(first + "T00:30:00+07:00") + day * 86400
        for i in range(visits + day % 7):
            who = "198.51.100.%d" % (i % 200 + 1)
            at = base + i * 1800
            out.append(harness.entry(at, who, "/tin/%d" % (i % 3),
                                     agent=AGENT))
            out.append(harness.entry(at + 30, who, "/b.css", agent=AGENT))
            out.append(harness.entry(at + 60, "203.0.113.7", "/tin/1",
                                     agent=ROBOT))
        out.append(harness.entry(base + 3600, "192.0.2.9", "/noi-bo",
                                 agent=AGENT))
        out.append(b"203.0.113.99 Qanary-line that is none\n")
    return b"".join(out)


def files(path):
    """All files of a bundle, those within workbooks, too."""
    with zipfile.ZipFile(path) as z:
        out = {n: z.read(n) for n in z.namelist()}
    for name in [n for n in out if n.endswith(".xlsx")]:
        with zipfile.ZipFile(io.BytesIO(out[name])) as z:
            for inner in z.namelist():
                out[name + "/" + inner] = z.read(inner)
    return out


def write(path, content, manifest=True):
    """A bundle of these files; manifest: one that fits them."""
    if manifest:
        content = {n: b for n, b in content.items()
                   if n != "MANIFEST.sha256" and ".xlsx/" not in n}
        content["MANIFEST.sha256"] = "".join(
            "%s  %s\n" % (hashlib.sha256(b).hexdigest(), n)
            for n, b in sorted(content.items())).encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as z:
        for name, body in content.items():
            if ".xlsx/" not in name:
                z.writestr(name, body)
    return path


def make(s, name, *args, status=0, criteria=True, **options):
    path = s.dir / name
    args = ("--month", "2026-10") if not args else args
    more = ("--criteria", s.dir / "criteria.conf") if criteria else ()
    r = s.run("evidence", *args, *more, "-o", path, **options)
    if r.status != status:
        raise AssertionError("evidence %s: %s" % (args, r))
    return path


def verify(s, path, *logs, options=()):
    r = harness.truycap("verify", *options, path, *logs, cwd=s.dir)
    r.text = r.out.decode("utf-8", "replace") + r.says
    return r


def rows(content, name):
    return list(csv.DictReader(io.StringIO(content[name].decode())))


def test_same(s):
    a, b = make(s, "a.zip"), make(s, "b.zip")
    t.ok(a.read_bytes() == b.read_bytes(),
         "the same period at the same time is the same bundle")
    r = s.run("evidence", "--month", "2026-10", "--criteria",
              s.dir / "criteria.conf", "-o", s.dir / "c.zip")
    t.ok(hashlib.sha256(a.read_bytes()).hexdigest() in r.out.decode(),
         "its hash is told", r)
    with zipfile.ZipFile(a) as z:
        z.extractall(s.dir / "out")
    p = subprocess.run(["sha256sum", "-c", "--quiet", "MANIFEST.sha256"],
                       cwd=s.dir / "out", capture_output=True)
    t.ok(p.returncode == 0, "sha256sum -c is content with it", p)
    shutil.copytree(s.dir / "logs", s.dir / "elsewhere")
    return a


def test_content(s, path):
    content = files(path)
    for name in ("README.txt", "bao-cao/report.html", "so-lieu/report.json",
                 "so-lieu/presence.json", "so-lieu/presence.csv",
                 "so-lieu/scores.csv", "so-lieu/csv/days.csv",
                 "can-cu/settings.conf", "can-cu/criteria-1.conf",
                 "can-cu/definitions.txt", "can-cu/limits.txt",
                 "can-cu/sources.csv", "can-cu/exclusions.csv",
                 "minh-chung/MC-01-bang_chung.pdf"):
        t.ok(len(content.get(name, b"")) > 0, "%s is there" % name)
    left = total = 0
    for row in rows(content, "can-cu/exclusions.csv"):
        n = int(row["lines"])
        if row["step"] == "leaves":
            t.same(left, n, "what is left before %s adds up" % row["what"])
        left = n if row["step"] != "less" else left - n
        total += n if row["step"] == "all" else 0
    days = rows(content, "so-lieu/csv/days.csv")
    t.same(left, sum(int(d["pages"] or 0) for d in days),
           "and ends at the page views of the days")
    t.ok(total > left, "more lines were read than are page views")
    presence = json.loads(content["so-lieu/presence.json"])
    t.ok("P01" in json.dumps(presence), "presence has its metrics")


def test_sources(s, path):
    got = {r["file"]: r for r in rows(files(path), "can-cu/sources.csv")}
    t.same(sorted(got), ["a.log.2.gz", "b.log"],
           "sources are those of the period, and of the day before it")
    plain = gzip.decompress(s.path("a.log.2.gz").read_bytes())
    t.same(got["a.log.2.gz"]["content_sha256"],
           hashlib.sha256(plain).hexdigest(),
           "a log that was renamed and packed is found by its content")
    t.same(got["a.log.2.gz"]["file_sha256"], hashlib.sha256(
        s.path("a.log.2.gz").read_bytes()).hexdigest(),
           "and its file has a hash, too")
    t.same(got["b.log"]["content_bytes"],
           str(s.path("b.log").stat().st_size), "as many bytes were counted")


def test_privacy(s, path):
    content = files(path)
    secret = [rb"198\.51\.100\.\d", rb"203\.0\.113\.\d", b"Qanary",
              re.escape(str(s.dir).encode()),
              re.escape(s.key_file().read_bytes().hex().encode()[:32])]
    if shutil.which("pdftotext") and "bao-cao/report.pdf" in content:
        p = subprocess.run(["pdftotext", "-", "-"], capture_output=True,
                           input=content["bao-cao/report.pdf"])
        content["report.pdf as text"] = p.stdout
    found = sorted((n, p) for n, body in content.items() for p in secret
                   if re.search(p, body))
    t.same(found, [], "no address, agent, line, folder or key is in it")
    t.ok(b"internal = 192.0.2.0/24" in content["can-cu/settings.conf"],
         "settings tell all that decides a figure")


def test_document(s, path):
    html = files(path)["bao-cao/report.html"].decode()
    page = tree.fromstring(html.replace("<!DOCTYPE html>", ""))
    text = "".join(page.itertext())
    for words in ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                  "Độc lập - Tự do - Hạnh phúc", "Nơi nhận:", "NGƯỜI LẬP",
                  "THỦ TRƯỞNG ĐƠN VỊ", "Bộ thử nghiệm", "nhập tay",
                  "không phải là bộ chính thức", "MC-01"):
        t.ok(words in text, "the document says “%s”" % words)
    hand = [c for c in page.iter("td") if c.get("class") == "hand"]
    t.ok(len(hand) >= 12, "cells for entry by hand are left empty")
    loads = re.findall(r"(?:src|href)=\"([^\"]*)\"|url\(", html)
    t.same(loads, [], "the document loads nothing")
    english = make(s, "en.zip", "--month", "2026-10", "--lang", "en")
    text = files(english)["bao-cao/report.html"].decode()
    t.ok('<html lang="en">' in text and "Self-assessment" in text,
         "--lang en makes it English")
    bare = make(s, "bare.zip", criteria=False)
    t.ok("Chưa khai báo bộ tiêu chí" in files(bare)[
        "bao-cao/report.html"].decode(), "without criteria it says so")
    nd09 = make(s, "nd09.zip", "--month", "2026-10", "--calendar", "nd09")
    t.ok("từ ngày 15/09/2026 đến ngày 14/10/2026" in files(nd09)[
        "bao-cao/report.html"].decode(), "months may go from 15th to 14th")


def test_equal(s, path):
    r = verify(s, path)
    t.ok(r.status == 0 and "as the manifest says" in r.text,
         "an untouched bundle is good", r.text)
    r = verify(s, path, s.path("a.log.2.gz"), s.path("b.log"))
    t.ok(r.status == 0 and "are the same" in r.text,
         "counted anew from the logs all is the same", r.text)
    r = verify(s, path, s.path("b.log"), s.path("a.log.2.gz"),
               options=["--json"])
    told = json.loads(r.out)
    t.ok(told["equal"] is True and told["figures"] > 1000 and
         not told["differences"], "and --json says so", r.out[:300])
    for name, args in (("nd09.zip", ()), ("bare.zip", ()), ("en.zip", ())):
        logs = [s.path("a.log.2.gz"), s.path("b.log")]
        r = verify(s, s.dir / name, *logs)
        t.ok(r.status == 0, "%s is the same, too" % name, r.text)


def test_faults(s, path):
    good = files(path)
    good = {n: b for n, b in good.items() if ".xlsx/" not in n}

    def told(name, content, words, manifest=False):
        bad = write(s.dir / "bad.zip", content, manifest)
        r = verify(s, bad, s.path("b.log"))
        t.ok(r.status == 65 and words in r.text, name, r.text)

    days = "so-lieu/csv/days.csv"
    told("a changed file is named",
         {**good, days: good[days].replace(b",1", b",2", 1)},
         days + ": is not what the manifest says")
    told("an added file is named", {**good, "so-lieu/x.csv": b"1"},
         "so-lieu/x.csv: is in the bundle, but not in the manifest")
    told("a missing file is named",
         {n: b for n, b in good.items() if n != days},
         days + ": is in the manifest, but not in the bundle")
    told("a manifest that is gone is named",
         {n: b for n, b in good.items() if n != "MANIFEST.sha256"},
         "there is no manifest")
    told("a line of the manifest that is none is named",
         {**good, "MANIFEST.sha256": b"hello\n" + good["MANIFEST.sha256"]},
         "cannot be read")
    told("a bundle without its settings is none",
         {n: b for n, b in good.items() if n != "can-cu/settings.conf"},
         "lacks what every bundle", manifest=True)
    told("one of another form is refused",
         {**good, "can-cu/bundle.conf": good["can-cu/bundle.conf"].replace(
             b'"1"', b'"9"')}, "does not know", manifest=True)
    told("one that climbs out is refused", {**good, "../up": b"1"},
         "its name leaves the folder")
    with zipfile.ZipFile(s.dir / "bad.zip", "w") as z:
        for name in ("a", "b"):
            z.writestr(name, b"1")
    twice = (s.dir / "bad.zip").read_bytes().replace(b"b", b"a")
    (s.dir / "bad.zip").write_bytes(twice)
    r = verify(s, s.dir / "bad.zip")
    t.ok(r.status == 65, "two files of one name are refused", r.text)
    with zipfile.ZipFile(s.dir / "bad.zip", "w", zipfile.ZIP_DEFLATED) as z:
        z.writestr("bomb", bytes(600 << 20))
    r = verify(s, s.dir / "bad.zip")
    t.ok(r.status == 65, "a bomb is refused", r.text)
    for body, name in ((b"", "nothing"), (b"PK\3\4", "a torn head"),
                       (path.read_bytes()[:-400], "a torn bundle")):
        (s.dir / "bad.zip").write_bytes(body)
        r = verify(s, s.dir / "bad.zip")
        t.ok(r.status == 65, "%s is refused" % name, r)
    r = verify(s, s.dir / "none.zip")
    t.ok(r.status == 66, "a bundle that is not there is told", r)


def test_forged(s, path):
    """Figures changed with all hashes in order: only the logs tell."""
    good = files(path)
    days = good["so-lieu/csv/days.csv"].decode().splitlines(True)
    cells = days[5].split(",")
    cells[6] = str(int(cells[6]) + 7)
    days[5] = ",".join(cells)
    bad = write(s.dir / "bad.zip", {**good, "so-lieu/csv/days.csv":
                                    "".join(days).encode()})
    t.ok(verify(s, bad).status == 0, "a forged manifest alone is not seen")
    r = verify(s, bad, s.path("a.log.2.gz"), s.path("b.log"))
    t.ok(r.status == 1 and "days 2026-10-05 visits: %s in the bundle" %
         cells[6] in r.text, "the logs show the forged figure", r.text)
    for name, old, new in (
            ("presence", "so-lieu/presence.csv", b",known,"),
            ("scores", "so-lieu/scores.csv", b",item,")):
        body = good[old]
        at = body.index(new) + len(new)
        digit = re.compile(rb"\d+").search(body, at)
        forged = body[:digit.start()] + b"7" + body[digit.start():]
        bad = write(s.dir / "bad.zip", {**good, old: forged})
        r = verify(s, bad, s.path("a.log.2.gz"), s.path("b.log"))
        t.ok(r.status == 1 and name + " " in r.text,
             "so it is with %s" % name, r.text)
    header = good["so-lieu/csv/days.csv"].replace(b"visits", b"visitx", 1)
    for what, name, forged, want in (
            ("the waterfall", "can-cu/exclusions.csv",
             good["can-cu/exclusions.csv"].replace(b"less,robot,",
                                                   b"less,robot,1"),
             "exclusions less robot lines"),
            ("a column of another name", "so-lieu/csv/days.csv",
             header.replace(b",44,", b",45,"), "days.csv: its columns"),
            ("the period before", "so-lieu/scores.csv",
             re.sub(rb"(\d)(,+\n)", rb"\g<1>1\2",
                    good["so-lieu/scores.csv"]), "scores "),
            ("another form of presence", "so-lieu/presence.json",
             good["so-lieu/presence.json"].replace(b'"n":', b'"n":1', 1),
             "presence.json: not what")):
        bad = write(s.dir / "bad.zip", {**good, name: forged})
        r = verify(s, bad, s.path("a.log.2.gz"), s.path("b.log"))
        t.ok(r.status == 1 and want in r.text, "so it is with " + what,
             r.text)
    less = {n: b for n, b in good.items() if n != "so-lieu/csv/days.csv"}
    r = verify(s, write(s.dir / "bad.zip", less), s.path("a.log.2.gz"),
               s.path("b.log"))
    t.ok(r.status == 1 and "no such table" in r.text,
         "and with a table that was left out", r.text)


def test_proofs(s, path):
    """A copied proof is held by the criteria, too, not by the manifest alone."""
    good = files(path)
    proof = "minh-chung/MC-01-bang_chung.pdf"
    logs = s.path("a.log.2.gz"), s.path("b.log")

    def told(name, content, words, *logs):
        r = verify(s, write(s.dir / "bad.zip", content), *logs)
        t.ok(r.status == 1 and words in r.text, name, r.text)
        return r

    r = told("a proof that was swapped with the manifest is named",
             {**good, proof: b"a better one"},
             proof + ": is not the file that the criteria name")
    t.ok(hashlib.sha256(PROOF).hexdigest() in r.text and
         "1 proofs are not as the criteria say" in r.text,
         "with the hash that it should have", r.text)
    r = told("so it is with the logs given", {**good, proof: b"a better one"},
             proof + ": is not the file", *logs)
    t.ok("all" in r.text and "figures are the same" in r.text,
         "and the figures are the same nevertheless", r.text)
    less = {n: b for n, b in good.items() if n != proof}
    told("a proof that the criteria name and the bundle lacks is named", less,
         proof + ": the criteria name this proof (of hs)")
    told("so is one under another name",
         {**less, "minh-chung/MC-02-x.pdf": PROOF},
         "minh-chung/MC-02-x.pdf: the criteria name no such proof")
    told("and one where no criteria are told",
         {**good, "can-cu/bundle.conf": re.sub(
             rb"(?m)^criteria = .*\n", b"", good["can-cu/bundle.conf"])},
         proof + ": the criteria name no such proof")
    bad = write(s.dir / "bad.zip", {**good, proof: b""})
    told = json.loads(verify(s, bad, options=["--json"]).out)
    t.ok(told["equal"] is False and not told["damaged"] and
         told["differences"][0]["what"] == "other-proof",
         "programs are told, too", told)
    unhashed = good["can-cu/criteria-1.conf"].replace(
        b"sha256 = " + hashlib.sha256(PROOF).hexdigest().encode() + b"\n", b"").replace(
            "value = 31 %\n".encode(), b"")
    r = verify(s, write(s.dir / "bad.zip", {
        **good, "can-cu/criteria-1.conf": unhashed}))
    t.ok(r.status == 0 and "have no SHA-256 for it" in r.text,
         "one without a hash in the criteria is a note", r.text)
    for name, content in (
            ("that are not there", {n: b for n, b in good.items()
                                    if n != "can-cu/criteria-1.conf"}),
            ("that cannot be read", {
                **good, "can-cu/criteria-1.conf": b"[nonsense]\n"})):
        r = verify(s, write(s.dir / "bad.zip", content))
        t.ok(r.status == 65 and "criteria-1.conf" in r.text,
             "criteria %s are a damaged bundle" % name, r.text)


def test_logs(s, path):
    a, b = s.path("a.log.2.gz"), s.path("b.log")
    r = verify(s, path, a)
    t.ok(r.status == 1 and "b.log: no log given has its content" in r.text,
         "a missing log is named", r.text)
    changed = s.dir / "elsewhere/b.log"
    changed.write_bytes(b.read_bytes().replace(b"/tin/2", b"/tin/1"))
    r = verify(s, path, a, changed)
    t.ok(r.status == 1 and "are not those that the bundle counted" in r.text
         and "pages /tin/1" in r.text, "a changed log is named", r.text)
    late = s.dir / "elsewhere/late.log"
    late.write_bytes(b.read_bytes() + harness.entry(
        harness.instant("2026-10-05T09:10:00+07:00"), "198.51.100.250",
        "/tin/9", agent=AGENT))
    r = verify(s, path, a, late)
    t.ok(r.status == 1 and "2026-10-05: the logs have 1 lines more" in r.text
         and "late.log: goes on" in r.text and "days 2026-10-05 visits" in
         r.text, "a late line is told with its day", r.text)
    t.ok("days 2026-10-06" not in r.text, "and no other day")
    r = verify(s, path, a, b, options=["--robots", "none"])
    t.ok(r.status == 1 and "robots: " in r.text,
         "without a robot list figures differ, and why is told", r.text)
    lists = s.dir / "robots.json"
    lists.write_text('[{"pattern": "NobodyBot"}]')
    r = verify(s, path, a, b, options=["--robots", lists])
    t.ok(r.status == 1 and "counted by another list" in r.text,
         "another list is named", r.text)
    r = verify(s, path, b, s.dir / "nowhere.log")
    t.ok(r.status == 66 and "nowhere.log" in r.text,
         "a log that is not there is told", r)
    text = verify(s, path, a, late).text
    t.ok("198.51.100" not in text and "Qanary" not in text,
         "nothing of the logs' lines is shown")


def test_lists(s, path):
    """The lists of logs are those of the logs, where all figures are."""
    good = files(path)
    logs = s.path("a.log.2.gz"), s.path("b.log")
    size = b",%d," % logs[1].stat().st_size
    content = hashlib.sha256(logs[1].read_bytes()).hexdigest().encode()
    sources, listed = "can-cu/sources.csv", "so-lieu/csv/log-files.csv"
    human = next(r["human"] for r in rows(good, listed)
                 if "b.log" in r["path"]).encode()
    for what, name, old, new, want in (
            ("a hash", sources, content, b"0" * 64, "no log given has its "),
            ("a number of bytes", sources, size, size[:-1] + b"1,",
             "no log given has its content"),
            ("lines", sources, b"," + human + b",", b",1" + human + b",",
             "none of the logs has"),
            ("a number of bytes in the other list", listed, size,
             size[:-1] + b"1,", "none of the logs has"),
            ("lines in the other list", listed, b"," + human + b",",
             b",7" + human + b",", "none of the logs has")):
        forged = good[name].replace(old, new)
        assert forged != good[name], name
        bad = write(s.dir / "bad.zip", {**good, name: forged})
        r = verify(s, bad, *logs)
        t.ok(r.status == 1 and name + ": " in r.text and want in r.text,
             "%s of a log that was forged is seen" % what, r.text)


def test_scratch(s, bundle):
    """The rules are unpacked where a killed run's are cleared."""
    top = s.dir / "scratch"
    (top / "truycap-scratch.KiLlEd").mkdir(parents=True, mode=0o700)
    (top / "truycap-scratch.KiLlEd/settings.conf").write_text("old")
    p = subprocess.run([harness.PROGRAM, "verify", bundle, s.path("b.log")],
                       capture_output=True, cwd=s.dir,
                       env=dict(harness.ENVIRONMENT, TMPDIR=str(top)))
    t.same(sorted(x.name for x in top.iterdir()), [],
           "neither this run nor a killed one leaves a folder")
    t.ok(b"were compared" in p.stdout or b"figures" in p.stdout,
         "and it has counted again", p.stdout + p.stderr)


def test_shared():
    """One log of two sites: a bundle of one of them is no fault of the other's."""
    conf = "data = data\n" + "".join(
        "[site \"%s\"]\nhost = %s.example\ntz = Asia/Ho_Chi_Minh\n" % (n, n)
        for n in "so") + "[log \"both\"]\nlog = logs/both*.log\n" \
        "format = vhost_combined\n"
    with harness.Site(conf=conf, now=NOW) as s:
        base = harness.instant("2026-09-10T09:00:00+07:00")
        s.write("both.log", b"".join(
            host + b" " + harness.entry(base + i * 600, "198.51.100.7", "/x",
                                        agent=AGENT)
            for i in range(30)
            for host in (b"s.example", b"o.example", b"no.example")))
        s.must()
        path = make(s, "shared.zip", "--site=s", "--month", "2026-09",
                    criteria=False)
        r = verify(s, path, s.path("both.log"))
        t.ok(r.status == 0 and "other sites' hosts" in r.text,
             "a bundle of one of the sites of a log is equal", r.text)
        content = files(path)
        told = content["can-cu/exclusions.csv"]
        content["can-cu/exclusions.csv"] = re.sub(
            rb"(?m)^(leaves,human,)(\d+)$",
            lambda m: m[1] + b"%d" % (int(m[2]) + 1), told)
        t.ok(content["can-cu/exclusions.csv"] != told, "control: it is forged")
        write(s.dir / "shared2.zip", content)
        r = verify(s, s.dir / "shared2.zip", s.path("both.log"))
        t.ok(r.status == 1, "other rows are compared as ever", r.text)


def test_between():
    """All logs from the store's first day on, but one: what came before cannot be told."""
    with harness.Site(now=NOW, log="logs/*.log",
                      extra="section = tin: /tin/*\n") as s:
        (s.dir / "criteria.conf").write_text(re.sub(
            r"(?s)\[manual.*?(?=\[review)", "", CRITERIA))
        names = []
        for first, days in (("2026-08-01", 10), ("2026-08-11", 21),
                            ("2026-09-01", 30), ("2026-10-01", 31)):
            base = harness.instant(first + "T09:00:00+07:00")
            names.append("%s.log" % first)
            s.write(names[-1], b"".join(
                harness.entry(base + day * 86400 + i * 600, "198.51.100.%d" %
                              (i + 1), "/tin/" + page, agent=AGENT)
                for day in range(days) for i in range(3)
                for page in (first, "2026-10-01" if days == 21 else "x")))
        s.must()
        path = make(s, "between.zip")
        logs = [s.path(n) for n in names]
        why = "cannot be told without all logs"
        r = verify(s, path, *logs)
        t.ok(r.status == 0 and why not in r.text,
             "with all logs what came before is compared", r.text)
        r = verify(s, path, logs[0], *logs[2:])
        t.ok(r.status == 0 and why in r.text and "less of 2026-08" in r.text,
             "a log of long before that is missing is a note", r.text)
        r = verify(s, path, *logs[:2], logs[3])
        t.ok(r.status == 0 and why in r.text and
             "2026-09-01.log: no log given has its content" in r.text,
             "so is one of the period before", r.text)
        r = verify(s, path, *logs[1:])
        t.ok(r.status == 0 and why in r.text, "and the first one", r.text)
        r = verify(s, path, *logs[:3])
        t.ok(r.status == 1 and why in r.text and "days 2026-10-01" in r.text,
             "one of the period itself is missing in its figures", r.text)
        joined = s.dir / "joined.log"
        joined.write_bytes(logs[2].read_bytes() + logs[3].read_bytes())
        r = verify(s, path, *logs[:2], joined)
        t.ok(r.status == 0 and why not in r.text,
             "none is missing where one file has two of them", r.text)
        good = files(path)
        for name, column in (("presence", "before_value"),
                             ("scores", "value_before")):
            name = "so-lieu/%s.csv" % name
            table = rows(good, name)
            of = next(i for i, row in enumerate(table) if row[column] and
                      int(row[column]) > 0)
            table[of][column] += "7"
            out = io.StringIO()
            w = csv.DictWriter(out, table[0].keys(), lineterminator="\n")
            w.writeheader()
            w.writerows(table)
            bad = write(s.dir / "bad.zip", {**good,
                                            name: out.getvalue().encode()})
            r = verify(s, bad, *logs)
            t.ok(r.status == 1 and column in r.text,
                 "a forged %s is seen with all logs" % column, r.text)
            r = verify(s, bad, logs[0], *logs[2:])
            t.ok(r.status == 0 and why in r.text,
                 "and not compared without", r.text)


def test_growing(s):
    """The period's log goes on; the bundle is of what was counted."""
    path = make(s, "grow.zip", "--from", "2026-10-01", "--to", "2026-10-20")
    r = verify(s, path, s.path("a.log.2.gz"), s.path("b.log"))
    t.ok(r.status == 0, "part of a log's days are the same", r.text)
    s.append("b.log", log("2026-11-04", 1, 3))
    path = make(s, "grown.zip")
    source = {r["file"]: r for r in rows(files(path), "can-cu/sources.csv")}
    t.same(source["b.log"]["goes_on"], "1", "a log that grew is told so")
    r = verify(s, path, s.path("a.log.2.gz"), s.path("b.log"))
    t.ok(r.status == 0 and "goes on" in r.text,
         "later days change nothing", r.text)
    s.path("a.log.2.gz").rename(s.dir / "elsewhere/old.gz")
    path = make(s, "gone.zip")
    source = rows(files(path), "can-cu/sources.csv")
    t.ok(any(r["content_sha256"] == "" for r in source),
         "a log that is no longer there has no hash", source)
    t.ok("tệp không còn" in files(path)["bao-cao/report.html"].decode(),
         "which the document says")


def test_chain():
    """The head of the chain in a bundle is looked for in the store's."""
    with harness.Site(now="2026-12-20T10:00:00+07:00") as s:
        s.write("a.log", log("2026-10-01", 20, 3))
        s.must(now="2026-10-21T10:00:00+07:00")
        s.append("a.log", harness.entry(harness.instant(
            "2026-12-19T10:00:00+07:00"), "198.51.100.3"))
        s.must()
        path = make(s, "a.zip", criteria=False)
        head = re.search("head = ([0-9a-f]{64})", files(path)[
            "can-cu/bundle.conf"].decode())
        t.ok(head is not None and head.group(1) in files(path)[
            "bao-cao/report.html"].decode(), "the document has the head")
        store = ["--store", "-c", s.conf]
        r = verify(s, path, options=store)
        t.ok(r.status == 0 and "has its head" in r.text,
             "the store's chain has it", r.text)
        r = verify(s, path, s.path("a.log"), options=store)
        t.ok(r.status == 0, "which goes with the logs", r.text)
        db = sqlite3.connect(s.db)
        db.execute("UPDATE day SET visits = visits + 1 WHERE day = "
                   "(SELECT min(day) FROM day)")
        db.commit()
        db.close()
        r = verify(s, path, options=store)
        t.ok(r.status == 1 and "2026-10-01" in r.text,
             "a database that was edited is told", r.text)
        content = files(path)
        content["can-cu/bundle.conf"] = content["can-cu/bundle.conf"].replace(
            head.group(1).encode(), b"0" * 64)
        bad = write(s.dir / "bad.zip", content)
        r = verify(s, bad, options=store + ["--json"])
        t.ok(r.status == 1 and "lost-head" in r.text,
             "a head that is not in the chain is told", r.text)


def test_ranks(s):
    (s.dir / "rank.pdf").write_bytes(b"published")
    for year, rank, of in ((2019, 8, 19), (2020, 6, 23)):
        s.shown("rank", "add", "--index", "CCHC", "--year", year, "--rank",
                rank, "--of", of, "--source", s.dir / "rank.pdf")
    content = files(make(s, "ranks.zip"))
    t.ok(b"CCHC,2020,6,23,772727," in content["so-lieu/ranks.csv"] and
         "6/23 (*)" in content["bao-cao/report.html"].decode(),
         "ranks are told, and where their number changed")


def test_refusals(s):
    for args, why in ((("--month", "2026-10"), "-o FILE"),
                      (("--month", "2026-13", "-o", "x.zip"), "2026-13"),
                      (("--lang", "fr", "-o", "x.zip"), "vi or en")):
        r = s.run("evidence", *args)
        t.ok(r.status == 64 and why in r.says, "evidence %s is refused" %
             " ".join(args), r)
    r = s.run("evidence", "--month", "2026-10", "--criteria", "nothing.conf",
              "-o", "x.zip")
    t.ok(r.status != 0 and "nothing.conf" in r.says,
         "criteria that are not there are told", r)
    r = harness.truycap("verify")
    t.ok(r.status == 64, "verify wants a bundle", r)
    (s.dir / "proofs/bang chung.pdf").write_bytes(b"another")
    path = make(s, "proof.zip", "--month", "2026-10")
    t.ok("đã thay đổi" in files(path)["bao-cao/report.html"].decode(),
         "a proof that was changed is told")


def picture(path, page):
    p = subprocess.run(["pdftoppm", "-r", "40", "-gray", "-f", str(page),
                        "-l", str(page), path], capture_output=True,
                       check=True)
    head, size, _, body = p.stdout.split(b"\n", 3)
    width, height = map(int, size.split())
    return [body[y * width:(y + 1) * width] for y in range(height)]


def test_paper(s):
    if not all(map(shutil.which, ("gnuplot", "weasyprint", "pdftoppm",
                                  "pdffonts"))):
        t.skip("the PDF", "gnuplot, weasyprint or poppler is not installed")
        return
    for name in BARE:
        harness.ENVIRONMENT.pop(name)
    first, again = make(s, "p1.zip"), make(s, "p2.zip")
    t.ok(first.read_bytes() == again.read_bytes(),
         "with charts and PDF it is the same bundle, too")
    content = files(first)
    t.ok(all("bieu-do/days" + end in content for end in (".svg", ".png")),
         "charts are SVG and PNG")
    pdf = content["bao-cao/report.pdf"]
    (s.dir / "r.pdf").write_bytes(pdf)
    fonts = subprocess.run(["pdffonts", s.dir / "r.pdf"], text=True,
                           capture_output=True).stdout
    t.ok(re.search(r"(Liberation-?Serif|Times|Tinos).* yes yes yes", fonts),
         "the serif is embedded", fonts)
    pages = [picture(s.dir / "r.pdf", n) for n in (1, 2)]
    ratio = len(pages[0]) / len(pages[0][0])
    t.ok(abs(ratio - 297 / 210) < 0.02, "pages are A4")
    ink = [[x for row in page for x, v in enumerate(row) if v < 128]
           for page in pages]
    width = len(pages[0][0])
    t.ok(all(min(i) > width * 30 / 210 * .97 and
             max(i) < width * (210 - 15) / 210 for i in ink),
         "margins are 30 mm on the left, 15 mm on the right")
    head = len(pages[0]) * 18 // 297
    t.ok(not any(v < 128 for row in pages[0][:head] for v in row) and
         any(v < 128 for row in pages[1][:head] for v in row),
         "the second page has a number at its head, the first has none")
    test_privacy(s, first)
    r = verify(s, first, s.path("b.log"))
    t.ok(r.status in (0, 1), "it can be verified", r.text)


with harness.Site(now=NOW, log="logs/*.log*",
                  extra="internal = 192.0.2.0/24\nsection = tin: /tin/*\n"
                  "host = www.s.example\n") as site:
    (site.dir / "proofs").mkdir()
    (site.dir / "proofs/bang chung.pdf").write_bytes(PROOF)
    (site.dir / "criteria.conf").write_text(CRITERIA)
    site.write("a.log", log("2026-09-01", 30, 40))
    site.write("b.log", log("2026-10-01", 31, 44))
    site.must()
    plain = site.path("a.log").read_bytes()
    site.path("a.log").unlink()
    site.write("a.log.2.gz", harness.packed(plain))
    bundle = test_same(site)
    test_content(site, bundle)
    test_sources(site, bundle)
    test_privacy(site, bundle)
    test_document(site, bundle)
    test_equal(site, bundle)
    test_faults(site, bundle)
    test_forged(site, bundle)
    test_proofs(site, bundle)
    test_lists(site, bundle)
    test_logs(site, bundle)
    test_scratch(site, bundle)
    test_growing(site)
    test_ranks(site)
    test_refusals(site)
    test_between()
    test_shared()
    test_chain()
    test_paper(site)
t.done()
