#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The widget as readers' browsers show it: a page under a strict policy, the figures in
the DOM, new ones without loading the page again, and nothing that keeps people out."""

import json
import os
import re
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import browser  # noqa: E402
import web  # noqa: E402
import harness  # noqa: E402

t = harness.Tap()
SHOTS = harness.ROOT / "build/shots"
# Rules of whole pages, which a frame's document is not.
OF_PAGES = ("page-has-heading-one", "landmark-one-main")
FIGURES = """Object.fromEntries(Array.from(%s.querySelectorAll('[data-k]'),
    function (e) { return [e.dataset.k, e.textContent]; }))"""


def figures(widget):
    return json.loads((widget.folder / "visits.json").read_text())["fmt"]


def shows(page, widget, name, inside="document"):
    got, want = page.value(FIGURES % inside), figures(widget)
    t.same({k: got.get(k) for k in want}, want, name)


def quiet(page, name):
    wrong = page.policy() + page.faults
    t.ok(not wrong, "%s: the policy refuses nothing, the console is empty"
         % name, "\n".join(wrong))


def rendered(widget, html):
    """page.php as PHP makes it, page.aspx as ASP.NET would."""
    made = []
    fragment = (widget.folder / "visits.html").read_text()
    if web.command("php"):
        source = widget.dir / "page.php"
        source.write_text(web.example("page.php", widget.dir))
        (html / "php.html").write_bytes(subprocess.run(
            ["php", str(source)], capture_output=True, check=True).stdout)
        made.append("php.html")
    text = (web.EXAMPLES / "page.aspx").read_text()
    text = re.sub(r"(?s)^<%@.*?%>\n", "", text)
    text, n = re.subn(r"(?s)<%\n.*?Response\.WriteFile.*?%>",
                      lambda m: fragment, text)
    assert n == 1
    (html / "aspx.html").write_text(text)
    return made + ["aspx.html"]


def in_server(b, name, server, widget):
    html = widget.pages()
    made = rendered(widget, html)
    unscripted = b.open(server.url("/thong-ke/visits-frame.html"),
                        script=False)
    loads = unscripted.loads
    page = b.open(server.url("/index.shtml"))
    shows(page, widget, "%s: the included fragment has the figures" % name)
    framed = []
    for file in ("frame.html", "dnn.html", "sharepoint.html"):
        p = b.open(server.url("/" + file))
        p.value("document.querySelector('iframe').loading = 'eager'")
        p.until("document.querySelector('iframe').contentDocument"
                ".querySelector('.tk') !== null", 10)
        shows(p, widget, "%s: %s shows them in its frame" % (name, file),
              "document.querySelector('iframe').contentDocument")
        room = p.value("(function () { var f = document.querySelector("
                       "'iframe'), r = f.contentDocument.documentElement;"
                       " return [r.scrollHeight - f.clientHeight,"
                       " r.scrollWidth - f.clientWidth]; })()")
        t.ok(max(room) <= 0, "%s: %s has room for it" % (name, file),
             str(room))
        framed.append((file, p))
    p = b.open(server.url("/picture.html"))
    sizes = p.value("Array.from(document.images, function (i) {"
                    " return i.complete && i.naturalWidth > 40; })")
    t.same(sizes, [True] * 5, "%s: picture.html shows five pictures" % name)
    quiet(p, "%s: picture.html" % name)
    p.close()
    for file in made:
        p = b.open(server.url("/" + file))
        shows(p, widget, "%s: %s shows them" % (name, file))
        quiet(p, "%s: %s" % (name, file))
        p.close()
    renewed(b, name, server, widget)
    quiet(page, "%s: index.shtml" % name)
    page.close()
    for file, p in framed:
        quiet(p, "%s: %s" % (name, file))
        p.close()
    control(b, name, server, html)
    return unscripted, loads


def renewed(b, name, server, widget):
    """New figures, without the page being loaded again: the script first asks
    within ten seconds."""
    page = b.open(server.url("/index.shtml"))
    frame = b.open(server.url("/frame.html"))
    origin = page.value("performance.timeOrigin")
    page.value("document.querySelector('details').open = true; 0")
    before = figures(widget)["total"]
    widget.publish(7)
    want = figures(widget)["total"]
    t.ok(before != want and page.until(
        "document.querySelector('[data-k=total]').textContent === %s"
        % json.dumps(want), 15),
        "%s: the page shows the new figures (%s, then %s)" % (
            name, before, want))
    shows(page, widget, "%s: all of them" % name)
    t.ok(page.value("performance.timeOrigin") == origin and page.loads == 1,
         "%s: without being loaded again" % name)
    t.ok(page.value("document.querySelector('details').open"),
         "%s: what its reader opened stays open" % name)
    t.ok(frame.until(
        "document.querySelector('iframe').contentDocument.querySelector("
        "'[data-k=total]').textContent === %s" % json.dumps(want), 15),
        "%s: the frame shows them too" % name)
    picture = page.shot(SHOTS / ("test-%s.png" % name.lower()))
    t.ok(picture[:4] == b"\x89PNG" and len(picture) > 5000,
         "%s: a picture of it is in build/shots (%d bytes)" % (
             name, len(picture)))
    quiet(page, "%s: index.shtml, renewed" % name)
    quiet(frame, "%s: frame.html, renewed" % name)
    page.close()
    frame.close()


def control(b, name, server, html):
    """Would a refusal be seen?"""
    (html / "bad.html").write_text(web.PAGE % "<script>1</script>"
                                   "<p style='color: red'>x</p>")
    p = b.open(server.url("/bad.html"))
    t.ok(len(p.refused) >= 2 and len(p.value("window.__refused")) >= 2,
         "%s: a page with inline script and style is refused them" % name,
         str(p.policy()))
    p.close()


def people(b, server, widget):
    """axe-core, with all its rules, on each form of the widget."""
    if not browser.AXE.exists():
        t.skip("axe-core", "not fetched: packaging/npm.sh build/npm")
        return
    fragment = (widget.folder / "visits.html").read_text()
    html = widget.dir / "www/html"
    head = '<link rel="stylesheet" href="/thong-ke/visits.css">'
    stale = fragment.replace('class="tk"', 'class="tk tk-old"').replace(
        ' hidden=""', "")
    forms = [("card", "", fragment, {}), ("row", "tk-row", fragment, {}),
             ("dark", "tk-dark", fragment, {}),
             ("dark row", "tk-dark tk-row", fragment, {}),
             ("by the reader's setting", "tk-auto", fragment, {"dark": True}),
             ("stale", "", stale, {}), ("stale, dark", "tk-dark", stale, {}),
             ("on a phone", "tk-row", fragment,
              {"width": 360, "mobile": True})]
    for name, classes, text, look in forms:
        (html / "form.html").write_text(web.PAGE.replace(
            "</head>", head + "</head>") % (
                '<div class="%s">%s</div>' % (
                    classes, text.replace("<details>", "<details open>"))))
        p = b.open(server.url("/form.html"), **look)
        found, passes = p.axe()
        t.ok(not found and passes > 10, "axe-core has nothing to say: %s "
             "(%d rules passed)" % (name, passes), "\n".join(found))
        p.close()
    for file, without in (("/thong-ke/visits-frame.html", OF_PAGES),
                          ("/thong-ke/visits.svg", OF_PAGES),
                          ("/thong-ke/badge-total.svg", OF_PAGES),
                          ("/index.shtml", ()), ("/frame.html", ()),
                          ("/picture.html", ())):
        p = b.open(server.url(file))
        b.rest(0.3)
        found, passes = p.axe(without)
        t.ok(not found and passes > 0, "axe-core has nothing to say: %s "
             "(%d rules passed)" % (file, passes), "\n".join(found))
        p.close()
    (html / "form.html").write_text(web.PAGE % '<img src="/x.png">'
                                    '<p><a href="/"></a></p>')
    p = b.open(server.url("/form.html"))
    found = p.axe()[0]
    t.ok(len(found) >= 2, "axe-core finds a picture and a link without a name",
         "\n".join(found))
    p.close()


def valid(widget):
    """The Nu Html Checker on what the pages are made of."""
    if not browser.VNU.exists() or not web.command("java"):
        t.skip("the Nu Html Checker", "not fetched, or no java")
        return

    def check(*args):
        r = subprocess.run(["java", "-jar", str(browser.VNU), "--errors-only",
                            *map(str, args)], capture_output=True, text=True)
        return r.stdout + r.stderr

    folder, html = widget.folder, widget.dir / "www/html"
    (html / "whole.html").write_text(web.PAGE % (
        folder / "visits.html").read_text())
    files = [p for p in html.glob("*.html")
             if p.name not in ("bad.html", "form.html")]
    for name, args in (
            ("pages", [folder / "visits-frame.html", *files]),
            ("pictures", ["--svg", *folder.glob("*.svg")]),
            ("style", ["--css", folder / "visits.css"])):
        said = check(*args)
        t.ok(said == "", "the Nu Html Checker finds no error: %s" % name,
             said[:1500])
    t.ok("error" in check(html / "form.html"),
         "the Nu Html Checker finds a picture without a name")


def main():
    if not browser.PROGRAM or not web.SERVERS:
        t.skip("the widget in Chromium", "no chromium, or no web server")
        t.done()
    with browser.Browser() as b:
        for server_class in web.SERVERS:
            with web.Widget() as widget:
                widget.publish(5)
                widget.pages()
                with server_class(widget.dir) as server:
                    name = server_class.__name__
                    unscripted, loads = in_server(b, name, server, widget)
                    if server_class is web.SERVERS[0]:
                        people(b, server, widget)
                        valid(widget)
                        widget.publish(3)
                        t.ok(unscripted.until(
                            "document.querySelector('[data-k=total]')"
                            ".textContent === %s" % json.dumps(
                                figures(widget)["total"]), 70) and
                            unscripted.loads > loads,
                            "without scripts the frame is loaded anew")
                    unscripted.close()
    t.done()


main()
