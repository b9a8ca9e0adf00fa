#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""truycap probe: what it asks of a server, what it writes, and what becomes of it."""

import http.server
import os
import re
import socket
import ssl
import subprocess
import sys
import threading
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import harness  # noqa: E402

t = harness.Tap()
NOW = "2026-10-08T20:15:30+07:00"
asked = []


class Handler(http.server.BaseHTTPRequestHandler):
    def answer(self, body):
        asked.append((self.command, self.path,
                      self.headers.get("User-Agent")))
        name = self.path.strip("/")
        if name == "slow":
            time.sleep(30)
        if name == "drop":
            return
        if name == "nohead" and self.command == "HEAD":
            self.send_response(405)
            self.end_headers()
            return
        self.send_response(int(name) if name.isdigit() else 200)
        if name == "302":
            self.send_header("Location", "http://127.0.0.1:1/elsewhere")
        size = 50 << 20 if name == "huge" else 300
        self.send_header("Content-Length", str(size))
        self.end_headers()
        if body:
            try:
                for _ in range(size // 100):
                    self.wfile.write(b"x" * 100)
            except OSError:
                pass

    def do_GET(self):
        self.answer(True)

    def do_HEAD(self):
        self.answer(False)

    def log_message(self, *args):
        pass


def serve(context=None):
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    if context is not None:
        server.socket = context.wrap_socket(server.socket, server_side=True)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server.server_address[1]


def site(address, extra="", **named):
    return harness.Site(now=NOW, extra="probe = %s\nprobe_log = probe.log\n%s"
                        % (address, extra), **named)


def lines(s):
    return (s.dir / "probe.log").read_text().splitlines()


def statuses(s):
    return [int(x.split('" ')[1].split()[0]) for x in lines(s)]


port = serve()
root = "http://127.0.0.1:%d" % port
with site(root) as s:
    r = s.run("probe")
    if "built without" in r.says:
        t.ok(r.status == 64 and "libcurl" in r.says,
             "without libcurl it says so", r)
        t.done()
    t.ok(r.status == 0 and r.out == r.err == b"", "silent when all is well",
         r)
    t.same(lines(s), ['127.0.0.1:%d 127.0.0.1 - - [08/Oct/2026:20:15:30 '
                      '+0700] "HEAD / HTTP/1.1" 200 0 "-" "truycap-probe/1"'
                      % port], "a line as of a log")
    t.same(asked, [("HEAD", "/", "truycap-probe/1")], "and a request")

paths = ["/tin-tuc/", "/404", "/302", "/503", "/nohead", "/drop"]
with site(root + "/home, " + ", ".join(paths)) as s:
    del asked[:]
    r = s.run("probe", "--verbose")
    t.ok(r.status == 0, "other answers are no failure", r)
    t.same(statuses(s), [200, 200, 404, 302, 503, 200, 599],
           "each answer has a line, none is 599")
    t.ok(("HEAD", "/elsewhere", "truycap-probe/1") not in asked and
         [a[1] for a in asked] == ["/home", "/tin-tuc/", "/404", "/302",
                                   "/503", "/nohead", "/nohead", "/drop"],
         "no redirect is followed; GET where there is no HEAD", asked)
    t.ok('"GET /nohead HTTP/1.1" 200 300' in lines(s)[5], "which is told")
    t.ok("/drop: 599 " in r.says, "--verbose says why", r)

    # ---- ingested like any log ----
    s.write("a.log", b"".join(harness.entry(
        harness.instant("2026-10-08T%02d:00:00+07:00" % h), "198.51.100.1")
        for h in (8, 9)))
    s.must(now="2026-10-08T20:20:00+07:00")
    s.run("probe", now="2026-10-08T21:15:00+07:00")
    s.must(now="2026-10-08T22:20:00+07:00")
    rows = {r["hour"]: r["state"] for r in s.shown(
        "export", "availability", "--json", "--from", "2026-10-08",
        now="2026-10-08T22:20:00+07:00")["rows"]}
    t.same([rows[h] for h in (7, 8, 12, 19, 20, 21)],
           ["unknown", "served", "unknown", "unknown", "served", "served"],
           "hours that were unknown are served")
    t.same(s.classes().get("monitor"), 14, "each line counts once")
    t.ok(s.widget()["as_of"].startswith("2026-10-08T22:20"),
         "nobody waits for the probe's log", s.widget()["as_of"])
    r = s.run("config", "--print")
    t.ok(("probe = %s/home\nprobe = /tin-tuc/\n" % root).encode() in r.out and
         b"[log" not in r.out, "printed as it reads", r.out.decode())

with site("http://127.0.0.1:9") as s:
    t.same(s.run("probe").status, 0, "a server that is down is no failure")
    t.same(statuses(s), [599], "but a line")
    s.write("a.log", b"")
    s.must(now="2026-10-08T22:20:00+07:00")
    rows = {r["hour"]: r["state"] for r in s.shown(
        "export", "availability", "--json", "--from", "2026-10-08",
        now="2026-10-08T22:20:00+07:00")["rows"]}
    t.same(rows[20], "down", "and an hour that was down")

with site(root + ", /huge", "min_bytes = 100\n") as s:
    start = time.monotonic()
    s.run("probe")
    t.same([x.split('"')[1].split()[0] for x in lines(s)], ["GET", "GET"],
           "where short pages are errors, bodies are read")
    t.ok('" 200 300 ' in lines(s)[0] and '" 200 1048576 ' in lines(s)[1],
         "up to a limit", lines(s))

with site(root + "/slow") as s:
    start = time.monotonic()
    s.run("probe")
    t.ok(statuses(s) == [599] and time.monotonic() - start < 20,
         "an answer that does not come is waited for ten seconds")

# ---- certificates ----

with site("https://127.0.0.1:1/") as s:
    pem = s.dir / "pem"
    made = subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days",
         "2", "-subj", "/CN=127.0.0.1", "-keyout", pem, "-out",
         s.dir / "crt"], capture_output=True).returncode == 0 \
        if os.path.exists("/usr/bin/openssl") else False
    if made:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(s.dir / "crt", pem)
        s.conf.write_text(s.conf.read_text().replace(
            "127.0.0.1:1/", "127.0.0.1:%d/" % serve(context)))
        del asked[:]
        r = s.run("probe", "--verbose")
        t.ok(statuses(s) == [599] and asked == [],
             "a certificate that nobody vouches for is no answer", r)
    else:
        t.skip("a certificate that nobody vouches for", "no openssl")

# ---- runs at once, and what is wrong ----

with site(root + "".join(", /p%d" % i for i in range(19))) as s:
    runs = [subprocess.Popen([harness.PROGRAM, "probe", "-c", str(s.conf)],
                             env=harness.ENVIRONMENT) for _ in range(4)]
    t.same([p.wait() for p in runs], [0] * 4, "four at once")
    got = lines(s)
    t.ok(len(got) == 80 and all(re.fullmatch(
        r'127\.0\.0\.1:\d+ 127\.0\.0\.1 - - \[[^]]+\] "HEAD /\S* HTTP/1\.1" '
        r'200 0 "-" "truycap-probe/1"', x) for x in got),
        "mix no lines", len(got))

for value, says in (("ftp://www.example.vn/", "is no address such as"),
                    ("https:///x", "is no address"),
                    ("https://u@www.example.vn/", "is no address"),
                    ("/only", "is no address"),
                    ("https://a.example/ https://b.example/", "begins with /"),
                    ('https://a.example/"x', "signs"),
                    ("https://a.example/" + ", /x" * 20, "one too many")):
    with site(value) as s:
        r = s.run("probe")
        t.ok(r.status == 78 and says in r.says, "refused: " + value[:40], r)
with harness.Site(now=NOW) as s:
    r = s.run("probe")
    t.ok(r.status == 78 and "probe = https" in r.says,
         "a configuration without addresses", r)
with harness.Site(now=NOW, extra="probe = %s\n" % root) as s:
    r = s.run("probe")
    t.ok(r.status == 78 and "probe_log" in r.says, "and without a log", r)
with site(root) as s:
    (s.dir / "probe.log").mkdir()
    r = s.run("probe")
    t.ok(r.status == 73 and "probe.log" in r.says,
         "a log that cannot be written", r)
    with open(s.conf, "a") as conf:
        conf.write("[site \"t\"]\nname = T\nlog = logs/t.log\nformat = combined"
                   "\nprobe = %s\nprobe_log = other.log\n" % root)
    r = s.run("probe")
    t.ok(r.status == 73 and (s.dir / "other.log").exists() and
         b" 200 " in (s.dir / "other.log").read_bytes(),
         "and the next site is asked all the same", r)
t.done()
