#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What strangers write into a log stays text: hostile strings in every field, through
every output, and in none of them anything but text."""

import json
import os
import re
import sys
import urllib.parse

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import harness  # noqa: E402
import hostile  # noqa: E402
from harness import truycap  # noqa: E402

t = harness.Tap()
# Strings: fewer than a dimension keeps by name; with more rounds, no more than the lists
# of a page for people show.
A_DAY = 40 if harness.rounds(1) == 1 else 8
NOW = "2026-12-01T12:00:00+07:00"
STAMP = "%02d/%s/2026:%02d:%02d:%02d +0700"
ISO = "2026-%02d-%02dT%02d:%02d:%02d+07:00"
AGENT = harness.AGENT
SITE = """
[site "%s"]
name = S
host = www.%s.example
log = %s/*.log
format = %s
tz = Asia/Ho_Chi_Minh
lang = %s
widget = www-%s
keep_query = id
section = zq: /zq*
"""


def quoted(b):
    return urllib.parse.quote_from_bytes(b, safe="").encode()


def as_nginx(b):
    return b"".join(b"\\x%02X" % c if c < 32 or c >= 127 or c in b'"\\' else
                    bytes([c]) for c in b)


def as_apache(b):
    return re.sub(rb'["\\]', rb"\\\g<0>", b).replace(b"\n", b"\\n")


def as_it_is(b):
    return b.replace(b"\n", b" ")


def requests(tag, h):
    """(host, user, method, target, status, referrer, agent), one field hostile."""
    host, page = b"www.c.example", b"/index.html"

    def row(host=host, user=b"-", method=b"GET", target=page, status=200,
            referrer=b"-", agent=AGENT):
        return host, user, method, target, status, referrer, agent

    z, q = tag + h, quoted(tag + h)
    own = b"https://www.c.example/"
    yield row(target=b"/" + z)
    yield row(target=b"/" + q)
    yield row(target=b"/" + z + b".html")
    yield row(target=b"/" + q + b".pdf")
    yield row(target=b"/p?id=" + z)
    yield row(target=b"/p?id=" + q + b"&x=" + q)
    yield row(target=b"/?utm_source=" + q + b"&utm_medium=" + q +
              b"&utm_campaign=" + z)
    yield row(target=z)
    yield row(target=b"/gone-" + q, status=404, referrer=own + q)
    yield row(target=b"/gone-" + z, status=404, referrer=own + z)
    yield row(referrer=b"https://" + z + b"/")
    yield row(referrer=b"https://" + q + b".example/x")
    yield row(referrer=z)
    yield row(referrer=b"https://www.google.com/search?q=" + q)
    yield row(referrer=b"https://www.google.com/search?q=" + z)
    yield row(referrer=b"https://www.google.com/search?q=" + quoted(h + tag))
    yield row(target=b"/?utm_source=" + quoted(h + tag) + b"&utm_medium=" + q)
    yield row(agent=b"Mozilla/5.0 (X11) " + z)
    yield row(agent=z + b" bot/1.0")
    yield row(agent=b"Mozilla/5.0 (compatible; " + z + b"bot/2.1)")
    yield row(host=z)
    yield row(host=h + tag + b".example")
    yield row(user=z)
    yield row(method=z)
    yield row(method=h or b"-")


def lines_of(n, tag, h, write):
    """Combined lines; each row by one way of writing it, in turn with the string."""
    day, month = 1 + n // A_DAY % 28, 10 + n // A_DAY // 28
    for i, (host, user, method, target, status, ref, agent) in enumerate(
            requests(tag, h)):
        w = write[(n + i) % len(write)]
        stamp = STAMP % (day, {10: "Oct", 11: "Nov"}[month], 8 + i % 10,
                         n % 60, i)
        for who in range(2):  # two readers, or a rank would hide it
            yield b'%s:443 198.51.100.%d - %s [%s] "%s %s HTTP/1.1" %d 512 ' \
                b'"%s" "%s"\n' % (w(host), 1 + (n * 2 + who) % 250, w(user),
                                  stamp.encode(), w(method), w(target),
                                  status, w(ref), w(agent))


def json_of(n, tag, h):
    day, month = 1 + n // A_DAY % 28, 10 + n // A_DAY // 28
    rows = requests(tag, h)
    for i, (host, user, method, target, status, ref, agent) in enumerate(rows):
        def s(b):
            return b.replace(b"www.c.example", b"www.j.example").decode(
                "utf-8", "surrogateescape")
        yield (json.dumps({
            "time_iso8601": ISO % (month, day, 8 + i % 10, n % 60, i),
            "remote_addr": "198.51.100.%d" % (1 + n % 250), "host": s(host),
            "remote_user": s(user),
            "request": s(method + b" " + target + b" HTTP/1.1"),
            "status": str(status), "body_bytes_sent": "512",
            "http_referer": s(ref), "http_user_agent": s(agent)},
            ensure_ascii=True) + "\n").encode()


def date(day):
    return "2026-%02d-%02d" % (10 + (day - 1) // 28, 1 + (day - 1) % 28)


class Place(harness.Site):
    def __init__(self, strings, names, lang):
        conf = "data = data\n" + "".join(
            SITE % (k, k, k, f, lang, k)
            for k, f in (("c", "vhost_combined"), ("j", "nginx_json")))
        super().__init__(conf, now=NOW)
        for k in "cj":
            (self.dir / k).mkdir()
        self.days = sorted({1 + n // A_DAY for n in range(len(strings))})
        write = (as_nginx, as_apache, as_it_is)
        for day in self.days:
            these = [(n, h) for n, h in enumerate(strings)
                     if 1 + n // A_DAY == day]
            (self.dir / "c" / ("%02d.log" % day)).write_bytes(b"".join(
                b"".join(lines_of(n, b"zq%03d" % n, h, write))
                for n, h in these))
            (self.dir / "j" / ("%02d.log" % day)).write_bytes(b"".join(
                b"".join(json_of(n, b"zq%03d" % n, h)) for n, h in these))
        for i, name in enumerate(names):
            with open(os.path.join(os.fsencode(self.dir), b"c", name),
                      "wb") as f:
                f.write(b"".join(b'www.c.example:80 203.0.113.%d - - [01/Nov/'
                                 b'2026:10:00:%02d +0700] "GET /%d HTTP/1.1" '
                                 b'200 5 "-" "%s"\n' % (i + 1, s, i, AGENT)
                                 for s in range(3)))


# Of log files: a name may hold all but a slash and NUL.
NAMES = [b"=1+1.log", b"-rf.log", b"@x,=1;=2.log", b"<b>x.log",
         b"\"'`.log", b"\x1b[31m\x07.log", b"a\nb.log", b"\xff\xfe.log",
         "\u202ex\u2066.log".encode(), b"$(id) `id`.log", b"%s%n.log",
         b"'; DROP TABLE stream; --.log", b"\r\t.log", b"&lt;.log"]


def outputs(p):
    """name: (data, what it said beside)"""
    out = {}

    def run(name, *args, statuses=(0,)):
        r = p.run(*args)
        if r.status == 64 and "--by day does not go" in r.says:
            return
        if r.status not in statuses:
            t.ok(False, "truycap %s" % " ".join(map(str, args)), str(r))
        out[name] = r.out
        out[name + " (said)"] = r.err

    run("update", "update", "-v", statuses=(0, 65))
    months = ("2026-10", "2026-11")
    for site in "cj":
        for what in harness.exports():
            for form in ("csv", "json"):
                of = ("--site", site)
                run("%s-%s.%s" % (site, what, form), "export", what,
                    "--" + form, *of)
                run("%s-%s-days.%s" % (site, what, form), "export", what,
                    "--" + form, "--by", "day", "--public", *of)
        for lang in ("vi", "en"):
            for d in [date(d) for d in p.days] + list(months):
                run("%s-show-%s-%s" % (site, d, lang), "show", d, "--site",
                    site, "--lang", lang)
        for m in months:
            run("%s-show-%s.json" % (site, m), "show", m, "--json",
                "--site", site)
            for form in ("csv", "json"):
                run("%s-presence-%s.%s" % (site, m, form), "presence",
                    "--month", m, "--" + form, "--site", site)
            run("%s-presence-%s" % (site, m), "presence", "--month", m,
                "--site", site)
        run("%s-widget.json" % site, "widget", "--json", "--site", site)
    for name, args in (("status", ["status"]), ("status.json",
                                                ["status", "--json"]),
                       ("dump", ["store", "dump"]),
                       ("check", ["store", "check"]),
                       ("config", ["config", "--check"]),
                       ("print", ["config", "--print"])):
        run(name, *args)
    for d in p.days:
        for k, form in (("c", "vhost_combined"), ("j", "nginx_json")):
            log = "%s/%02d.log" % (k, d)
            for lang in ("vi", "en"):
                run("report-%s-%d-%s" % (k, d, lang), "report", "--format",
                    form, "--tz", harness.TZ, "--lang", lang, log)
            run("report-%s-%d.json" % (k, d), "report", "--format", form,
                "--json", log)
            run("detect-%s-%d" % (k, d), "detect", log, statuses=(0, 65))
    reports(p, run)
    for folder in sorted(p.dir.glob("www-*")) + [p.dir / "reports"]:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                out[str(path.relative_to(p.dir))] = path.read_bytes()
    return out


def reports(p, run):
    """The pages of a month with all that lies beside them, in both ways."""
    if "--output" not in harness.truycap("report", "--help").out.decode():
        return
    for site, form in (("c", "vhost_combined"), ("j", "nginx_json")):
        spans = [("--month", m) for m in ("2026-10", "2026-11")] + \
            [("--from", date(d), "--to", date(d)) for d in p.days]
        for span in spans:
            r = truycap("report", "-c", p.conf, "--site", site, "--now", NOW,
                        *span, "-o", "reports", cwd=p.dir)
            if r.status:
                t.ok(False, "report of %s, %s" % (span, site), str(r))
        r = truycap("report", "--now", NOW, "--format", form, "--tz",
                    harness.TZ, "-o", "reports/logs-" + site,
                    *["%s/%02d.log" % (site, d) for d in p.days], cwd=p.dir)
        if r.status:
            t.ok(False, "report of logs, %s" % site, str(r))


def judged():
    """That each judge finds what it looks for, and nothing in what is right."""
    page = b"<p title='x'>x</p>"
    for name, right, bad in (
            ("x.xlsx", hostile.zipped(b"<c t='s'><v>=1</v></c>"),
             (hostile.zipped(b"<c><f>zq1</f></c>"), hostile.zipped(b"<c>&"),
              hostile.zipped(b"<c x='zq001'/>"), hostile.zipped(
                  b"<Relationship TargetMode='External' Target='x'/>"))),
            ("x.html", b"<p title='&lt;b&gt;'>&lt;b&gt;</p>",
             (b"<p>x<b>y</b></p>", b"<p onclick='x'>x</p>",
              b"<p title='x' title='y'>x</p>", b"<p>x<!-- y --></p>",
              b"<p>x\x1b</p>", "<p>\u202e</p>".encode(), b"<p>\xc0\xbc</p>",
              b"<p>&#x202e;</p>", b"<p>x\x00</p>")),
            ("x.svg", b"<p title='&lt;'>&amp;</p>",
             (b"<p>x<b/></p>", b"<p>x & y</p>", b"<p>&nbsp;</p>")),
            ("x.csv", b"a,b\n1,-2\n\"x\"\"\",'=1\n",
             (b"a,b\n1,=1\n", b"a,b\n1\n", b"a,b\n1,x; =1\n",
              b"a,b\n1,\x1b\n", "a,b\n1,＝1\n".encode(),
              "a,b\n1,\u2066\n".encode(), b"a\n\xff\n")),
            ("x.json", b'{"a":"\\u003c\\u202e","b":null}',
             (b'{"a":"<"}', b'{"a":1,"a":2}', b'{"a":NaN}', b'{"a":"\n"}',
              b'{"a":"\\ud800"}', '{"a":"\u202e"}'.encode(), b'{"a":"\xff"}',
              b'{"a":1} x')),
            ("show", "Tổng\\x1b\n".encode(),
             (b"\x1b[1m", b"\r", "\u202e".encode(), "\u200b".encode(),
              b"\x7f", b"\xc2\x9b", b"\xff"))):
        missed = [b for b in bad if not hostile.wrong(name, b, page)]
        taken = hostile.wrong(name, right, page)
        t.ok(not missed and not taken, "the judge of %s knows right from wrong"
             % name, "missed: %r\ntaken for wrong: %r" % (missed, taken))


def main():
    judged()
    strings = [s for _, s in hostile.STRINGS]
    kinds = {}
    for kind, _ in hostile.STRINGS:
        kinds[kind] = kinds.get(kind, 0) + 1
    t.ok(len(strings) >= 200, "%d strings: %s" % (len(strings), ", ".join(
        "%s %d" % k for k in sorted(kinds.items()))))
    with Place([b"x%d" % i for i in range(len(strings))],
               [b"n%d.log" % i for i in range(len(NAMES))], "vi") as p:
        harmless = outputs(p)
    with Place(strings, NAMES, "vi") as p:
        out = outputs(p)
    groups = {}
    for name, data in out.items():
        end = "said" if name.endswith("(said)") else \
            name.rsplit(".", 1)[-1] if "." in name else "terminal"
        bad = hostile.wrong("said" if end == "said" else name, data,
                            harmless.get(name, b""))
        groups.setdefault(end, []).append((name, data, bad))
    for end, rows in sorted(groups.items()):
        bad = ["%s: %s" % (name, b) for name, _, bads in rows for b in bads]
        seen = {m for name, data, _ in rows
                for m in re.findall(rb"zq\d{3}", hostile.content(name, data))}
        t.ok(not bad, "%s: %d outputs, %d bytes, %d of the strings in them" % (
            end, len(rows), sum(len(d) for _, d, _ in rows), len(seen)),
            "%d are wrong\n" % len(bad) + "\n".join(bad[:25]))
    reached(out, len(strings))
    t.done()


def reached(out, n):
    """That the strings come so far: without this all would be well with no output."""
    for site in "cj":
        for what, least in (("pages", .9), ("downloads", .9), ("broken", .9),
                            ("referrers", .25), ("searches", .9),
                            ("campaigns", .9), ("hosts", .05)):
            text = out["%s-%s.csv" % (site, what)]
            seen = len(set(re.findall(rb"zq\d{3}", text)))
            t.ok(seen >= least * n, "site %s, %s: %d of %d strings came "
                 "through" % (site, what, seen, n))


main()
