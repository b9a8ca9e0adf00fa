#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The widget's files as nginx and Apache hand them out, with the examples' settings:
headers, includes, no trace of themselves in the log, and never a torn body."""

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import threading
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import web  # noqa: E402
import harness  # noqa: E402

t = harness.Tap()
# Of each file and server; and with how many connections at once.
FETCHES = harness.rounds(200) * 10
CONNECTIONS = 4
TYPES = {"json": "application/json", "html": "text/html",
         "svg": r"image/svg\+xml", "txt": "text/plain", "css": "text/css",
         "js": "(text|application)/(x-)?javascript"}


def digest(body):
    return hashlib.sha256(body).digest()


def headers(name, server, widget):
    wrong = []
    for file in widget.names():
        status, h, body = server.get("/thong-ke/" + file)
        want = (widget.folder / file).read_bytes()
        kind = TYPES[file.rsplit(".", 1)[1]]
        for ok, what in (
                (status == 200, "status %d" % status),
                (body == want, "another body"),
                (re.fullmatch(kind + "; ?charset=utf-8",
                              h["Content-Type"].lower()), "type"),
                (int(h["Content-Length"]) == len(want), "length"),
                (h["Cache-Control"] == "public, max-age=30", "cache"),
                (h["X-Content-Type-Options"] == "nosniff", "nosniff"),
                ("default-src 'none'" in (h["Content-Security-Policy"] or ""),
                 "policy"),
                (len(h.get_all("Content-Security-Policy", [])) == 1,
                 "one policy"),
                (h["ETag"] and h["Last-Modified"], "validators")):
            if not ok:
                wrong.append("%s: %s: %s" % (file, what, h.items()))
        again = server.get("/thong-ke/" + file, If_None_Match=h["ETag"])[0]
        if again != 304:
            wrong.append("%s: %d instead of 304" % (file, again))
    t.ok(not wrong, "%s: type, charset, length, policy and cache of %d files"
         % (name, len(widget.names())), "\n".join(wrong))
    refused = {m: server.get("/thong-ke/visits.json", m)[0]
               for m in ("POST", "PUT", "DELETE", "PROPFIND")}
    t.ok(all(s in (403, 405) for s in refused.values()),
         "%s: nothing but GET and HEAD" % name, str(refused))
    t.ok(server.get("/thong-ke/")[0] in (403, 404),
         "%s: the folder is not listed" % name)


def includes(name, server, widget):
    widget.publish()
    status, h, body = server.get("/index.shtml")
    text = body.decode()
    fragment = (widget.folder / "visits.html").read_text()
    t.ok(status == 200 and "#include" not in text and
         fragment.rstrip() in text, "%s: the page has the fragment" % name,
         "%d %s" % (status, text))
    t.ok(h["Content-Type"].lower().replace(" ", "") ==
         "text/html;charset=utf-8" and "Tổng lượt truy cập" in text,
         "%s: as UTF-8" % name, str(h.items()))
    figure = str(json.loads((widget.folder / "visits.json").read_text())
                 ["total"])
    t.ok('<data value="%s" data-k="total">' % figure in text,
         "%s: with the figures of visits.json" % name)


def log(name, server):
    text = server.access()
    t.ok("GET /index.shtml" in text, "%s: pages are in the log" % name, text)
    t.ok("/thong-ke/" not in text, "%s: the widget's files are not" % name,
         text[:500])


def hammer(server, names, replace, fetches):
    """Fetches each file that often while replace() runs, again and again.
    -> {name: {(length told, digest): times}}, bodies that broke off."""
    seen = {n: {} for n in names}
    broken, lock, stop = [], threading.Lock(), threading.Event()

    def fetch(share):
        c = server.connect()
        mine = {n: {} for n in names}
        for i in range(share):
            for n in names:
                try:
                    c.request("GET", "/thong-ke/" + n)
                    r = c.getresponse()
                    body = r.read()
                    key = (r.status, int(r.headers["Content-Length"]),
                           len(body), digest(body))
                    mine[n][key] = mine[n].get(key, 0) + 1
                except Exception as e:
                    broken.append("%s: %r" % (n, e))
                    c.close()
                    c = server.connect()
                    if len(broken) > 20:
                        stop.set()
            if stop.is_set():
                break
        c.close()
        with lock:
            for n in names:
                for key, times in mine[n].items():
                    seen[n][key] = seen[n].get(key, 0) + times

    threads = [threading.Thread(target=fetch, args=(fetches // CONNECTIONS,))
               for _ in range(CONNECTIONS)]
    for x in threads:
        x.start()
    replaced = 0
    while any(x.is_alive() for x in threads):
        replace()
        replaced += 1
    for x in threads:
        x.join()
    return seen, broken, replaced


def torn(name, server, widget):
    published = {n: {} for n in widget.names()}
    sizes = {n: set() for n in widget.names()}

    def note():
        for n in published:
            body = (widget.folder / n).read_bytes()
            published[n][digest(body)] = body
            sizes[n].add(len(body))

    def again(i):
        """An older version, by a rename as the program does it, but without
        its other work: some hundred times as often as cron ever will."""
        for n, versions in published.items():
            bodies = list(versions.values())
            new = widget.folder / (".%s.new" % n)
            new.write_bytes(bodies[i % len(bodies)])
            new.replace(widget.folder / n)

    def replace():
        widget.publish()
        note()
        for i in range(20):
            again(i)

    note()
    began = time.monotonic()
    seen, broken, replaced = hammer(server, widget.names(), replace, FETCHES)
    took = time.monotonic() - began
    wrong = ["%s: status %d, %d bytes told, %d came%s" % (
        n, status, told, came,
        "" if d in published[n] else ", of no version")
        for n in seen for (status, told, came, d) in seen[n]
        if status != 200 or told != came or d not in published[n]]
    count = sum(sum(v.values()) for v in seen.values())
    least = min(sum(v.values()) for v in seen.values())
    t.note("%s: %d bodies in %.1f s, %d versions, 21 times as many renames; "
           "versions seen: %s" % (
        name, count, took, replaced, " ".join(
            "%s %d" % (n, len(v)) for n, v in seen.items())))
    t.ok(not wrong and not broken and least >= FETCHES // 4 * 4,
         "%s: of %d bodies of each file none is torn while it is replaced"
         % (name, least), "\n".join((wrong + broken)[:20]))
    t.ok(all(len(s) == 1 for s in sizes.values()),
         "%s: each file keeps its size" % name, str(sizes))
    t.ok(replaced >= 5 and len(seen["visits.json"]) >= 5,
         "%s: %d versions were published meanwhile, %d of them seen" % (
             name, replaced, len(seen["visits.json"])))


def control(name, server, widget):
    """The same, of a file that is written in place: does the test see it?"""
    path = widget.folder / "control.txt"
    versions = [b"%d" % i * n for i, n in ((1, 3000), (2, 90000))]
    path.write_bytes(versions[0])
    known = {digest(v) for v in versions}
    count = [0]

    def replace():
        count[0] += 1
        with open(path, "wb", buffering=0) as f:
            v = versions[count[0] % 2]
            for i in range(0, len(v), 3000):
                f.write(v[i:i + 3000])

    found = 0
    for _ in range(10):
        seen, broken, _ = hammer(server, ["control.txt"], replace, 400)
        found = len(broken) + sum(
            1 for (_, told, came, d) in seen["control.txt"]
            if told != came or d not in known)
        if found:
            break
    path.unlink()
    t.ok(found, "%s: a file that is written in place is seen torn" % name)


def php(widget):
    if not web.command("php"):
        t.skip("the example for PHP", "no php")
        return
    source = (web.EXAMPLES / "page.php").read_text()

    def page(www):
        path = widget.dir / "page.php"
        path.write_text(source.replace("/var/www", str(www)))
        p = subprocess.run(["php", str(path)], capture_output=True,
                           text=True)
        return p.stdout if p.returncode == 0 else p.stderr

    text = page(widget.dir / "www")
    t.ok((widget.folder / "visits.html").read_text() in text and
         text.endswith("</html>\n"), "PHP: the page has the fragment", text)
    text = page(widget.dir / "nowhere")
    t.ok("<section" not in text and "arning" not in text and
         text.endswith("</html>\n"), "PHP: without it, the page is whole",
         text)


def aspx(widget):
    """By ASP.NET of Mono, where that is installed (packaging/deps.sh aspx)."""
    if not web.command("mcs") or not web.command("mono"):
        t.skip("the example for ASP.NET", "no mono-mcs")
        return
    site = widget.dir / "aspx"
    (site / "bin").mkdir(parents=True)
    program = site / "bin/aspx.exe"
    r = subprocess.run(["mcs", "-r:System.Web", "-out:%s" % program,
                        str(web.ROOT / "tests/slow/aspx.cs")],
                       capture_output=True, text=True)
    if r.returncode:
        t.ok(False, "ASP.NET: its host is compiled", r.stdout + r.stderr)
        return
    shutil.copy(program, site / "bin/aspx.dll")
    shutil.copy(web.EXAMPLES / "page.aspx", site)
    shutil.copytree(widget.folder, site / "thong-ke")

    def page():
        return subprocess.run(["mono", str(program), str(site), "page.aspx"],
                              capture_output=True, text=True,
                              timeout=120).stdout.lstrip("\ufeff")

    text = page()
    t.ok((widget.folder / "visits.html").read_text() in text and
         text.rstrip().endswith("</html>"),
         "ASP.NET: the page has the fragment", text)
    shutil.rmtree(site / "thong-ke")
    text = page()
    t.ok("<section" not in text and text.rstrip().endswith("</html>"),
         "ASP.NET: without it, the page is whole", text)


def settings():
    """What README and WIDGET.md say for servers is taken by servers."""
    for path in ("README.md", "docs/WIDGET.md"):
        text = (web.ROOT / path).read_text()
        for kind, cls, name in (("nginx", "Nginx", "nginx.conf"),
                                ("apache", "Apache", "apache.conf")):
            if cls not in [s.__name__ for s in web.SERVERS]:
                t.skip("%s: its lines for %s" % (path, kind), "not here")
                continue
            lines = "\n".join(re.findall(r"```%s\n(.*?)```" % kind, text,
                                         re.S))
            # CustomLog is the site's own file's, and there already.
            lines = re.sub(r"(?m)^CustomLog.*\n", "", lines)
            with web.Widget() as widget:
                widget.publish()
                widget.pages()
                server = getattr(web, cls)(widget.dir)
                whole = server.conf.read_text().replace(
                    web.example(name, widget.dir),
                    lines.replace("/var/www", str(widget.dir / "www")))
                server.conf.write_text(whole)
                try:
                    with server:
                        status, h, body = server.get("/index.shtml")
                        t.ok(b"<section" in body and "utf-8" in server.get(
                            "/thong-ke/visits.txt")[1]["Content-Type"],
                            "%s: its lines for %s work" % (path, kind),
                            "%d %r %s" % (status, body[:400], server.said()))
                except RuntimeError as e:
                    t.ok(False, "%s: its lines for %s work" % (path, kind),
                         str(e))


def main():
    if not web.SERVERS:
        t.skip("the widget in servers", "neither nginx nor apache2")
    for server_class in web.SERVERS:
        name = server_class.__name__
        with web.Widget() as widget:
            widget.publish()
            widget.pages()
            with server_class(widget.dir) as server:
                headers(name, server, widget)
                includes(name, server, widget)
                torn(name, server, widget)
                control(name, server, widget)
                log(name, server)
    with web.Widget() as widget:
        widget.publish()
        php(widget)
        aspx(widget)
    settings()
    t.done()


main()
