#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Readers behind proxies that are trusted are told apart, in each format that names
them; without the key nothing changes."""

import gzip
import json
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import harness  # noqa: E402

t = harness.Tap()
AGENT = harness.AGENT.decode()
PROXY = "192.0.2.1"
# Address at the door, list of proxies.  Behind 192.0.2.0/24 are three readers, beside it
# one who tells lies.
REQUESTS = [(PROXY, "203.0.113.1"), (PROXY, "203.0.113.2, 192.0.2.9"),
            (PROXY, "203.0.113.1, 203.0.113.3"), (PROXY, "203.0.113.2:4711"),
            ("203.0.113.9", "203.0.113.1"), ("203.0.113.9", "")]
APART, TOGETHER = 4, 2
CLOCK = "01/Oct/2026:10:00:%02d +0700"


def each(write):
    return "".join(write(i, addr, listed or "-") + "\n"
                   for i, (addr, listed) in enumerate(REQUESTS))


def combined(tail):
    return each(lambda i, a, f: '%s - - [%s] "GET /%d HTTP/1.1" 200 5 "-" "%s"'
                % (a, CLOCK % i, i, AGENT) + tail % f)


FIELDS = "#Fields: date time c-ip cs-method cs-uri-stem sc-status " \
    "cs(User-Agent) %s\n"


def w3c(name, blank="+"):
    return FIELDS % name + each(
        lambda i, a, f: "2026-10-01 03:00:%02d %s GET /%d 200 %s %s" % (
            i, a, i, AGENT.replace(" ", "+"), f.replace(" ", blank)))


def mapped(key):
    return each(lambda i, a, f: json.dumps({
        "remote_addr": a, "time_iso8601": "2026-10-01T10:00:%02d+07:00" % i,
        "status": 200, "request_method": "GET", "request_uri": "/%d" % i,
        "http_user_agent": AGENT, **({key: f} if f != "-" else {})}))


MAIN = '$remote_addr - $remote_user [$time_local] "$request" $status ' \
    '$body_bytes_sent "$http_referer" "$http_user_agent" '
MAP = "json:addr=remote_addr,time=time_iso8601,status=status," \
    "method=request_method,target=request_uri,agent=http_user_agent," \
    "forwarded=proxies"
# name, format, log
FORMATS = [
    ("nginx's main, found out", "auto", combined(' "%s"')),
    ("nginx's variable", MAIN + '"$http_x_forwarded_for"', combined(' "%s"')),
    ("Apache's directive",
     '%h %l %u %t \\"%r\\" %>s %b \\"%{Referer}i\\" \\"%{User-Agent}i\\" '
     '\\"%{X-Forwarded-For}i\\"', combined(' "%s"')),
    ("a header in whatever case, and more behind it",
     '%h %l %u %t \\"%r\\" %>s %b \\"%{Referer}i\\" \\"%{User-Agent}i\\" '
     '\\"%{x-forwarded-for}i\\" %D', combined(' "%s" 15')),
    ("a column of IIS", "auto", w3c("X-Forwarded-For")),
    ("a header of W3C", "w3c", w3c("cs(X-Forwarded-For)")),
    ("a column of CloudFront", "auto", w3c("x-forwarded-for", "%20")),
    ("JSON that is known", "auto", mapped("http_x_forwarded_for")),
    ("a map of JSON", MAP, mapped("proxies")),
]


def visitors(s):
    return sum(day["visitors"] for day in s.days().values())


def formats():
    for name, form, log in FORMATS:
        got = []
        for key in ("", "trusted_proxy = 192.0.2.0/24\n"):
            with harness.Site(form=form, extra=key) as s:
                s.write("a.log", log.encode())
                s.must()
                got.append((s.lines() - log.count("#"), visitors(s)))
        t.same(got, [(6, TOGETHER), (6, APART)],
               name + ": with the key readers are told apart")


def chosen():
    """Networks of the office and monitors are those of readers, not of proxies."""
    log = combined(' "%s"').encode()
    with harness.Site(form="auto", extra="trusted_proxy = 192.0.2.0/24\n"
                      "internal = 203.0.113.2\nmonitor = 192.0.2.1\n") as s:
        s.write("a.log", log)
        s.must()
        t.same(s.classes(), {"human": 4, "internal": 2},
               "who is of the office is told by the reader's address")
    with harness.Site(form="combined",
                      extra="trusted_proxy = 192.0.2.0/24\n") as s:
        s.write("a.log", log)
        s.must()
        t.same(visitors(s), TOGETHER, "a format without the list knows none")


def by_host():
    """A [log] section has its own proxies."""
    log = each(lambda i, a, f: 'x.vn %s - - [%s] "GET /%d HTTP/1.1" 200 5 "-" '
               '"%s" "%s"' % (a, CLOCK % i, i, AGENT, f)).encode()
    conf = "data = data\n[site \"s\"]\nhost = x.vn\ntz = %s\n" \
        "trusted_proxy = 198.51.100.0/24\n[log \"p\"]\nlog = logs/a.log\n" \
        "format = \"%%v %%h %%l %%u %%t \\\"%%r\\\" %%>s %%b " \
        "\\\"%%{Referer}i\\\" \\\"%%{User-Agent}i\\\" " \
        "\\\"%%{X-Forwarded-For}i\\\"\"\n%s"
    for key, want in (("", TOGETHER),
                      ("trusted_proxy = 192.0.2.0/24\n", APART)):
        with harness.Site(conf=conf % (harness.TZ, key)) as s:
            s.write("a.log", log)
            s.must()
            t.same(visitors(s), want, "a log of many sites %s the key" %
                   ("with" if key else "without"))


def laws():
    """Cut anywhere, packed, by several threads: the same."""
    log = combined(' "%s"').encode() * 300
    extra = "trusted_proxy = 192.0.2.0/24\n"
    with harness.Site(form="auto", extra=extra) as reference:
        reference.write("a.log", log)
        reference.must("--threads", "1")
        want = reference.dump()
        with harness.Site(form="auto", extra=extra, key=reference) as s:
            for part in range(1, 4):
                s.write("a.log", log[:len(log) * part // 3])
                s.must("--threads", "3")
            t.same(s.dump(), want, "grown in pieces: the same")
        with harness.Site(form="auto", extra=extra, key=reference) as s:
            s.write("a.log", gzip.compress(log))
            s.must("--threads", "4")
            t.same(s.dump(), want, "packed: the same")


def told():
    with harness.Site(form="combined",
                      extra="trusted_proxy = 192.0.2.0/24\n") as s:
        r = s.run("config", "--check")
        t.ok(r.status == 0 and "trusted_proxy: the format tells no "
             "X-Forwarded-For" in r.says, "--check doubts a format without it",
             r)
        s.write("a.log", combined(' "%s"').encode())
        r = s.run("detect", "logs/a.log")
        t.ok(r.status == 0 and b"forwarded 203.0.113.1" in r.out,
             "detect shows the list", r.out)
    with harness.Site(form="auto", extra="trusted_proxy = 192.0.2/24\n") as s:
        r = s.update()
        t.ok(r.status == 78 and "trusted_proxy" in r.says and
             "192.0.2/24" in r.says, "a network that is none is refused", r)


formats()
chosen()
by_host()
laws()
told()
t.done()
