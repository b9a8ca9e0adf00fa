#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The month's report as readers open it: from disk and under a server's strict policy,
light, dark, on a phone and on paper, by people and by their programs."""

import hashlib
import json
import os
import re
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import browser  # noqa: E402
import made  # noqa: E402
import web  # noqa: E402
import harness  # noqa: E402

t = harness.Tap()
MOST_BYTES = 250000
LOOKS = [("light", {}), ("dark", {"dark": True}),
         ("phone", {"width": 390, "mobile": True}),
         ("dark phone", {"width": 390, "mobile": True, "dark": True}),
         ("narrow", {"width": 320, "mobile": True})]


def quiet(page, name):
    wrong = page.policy() + page.faults
    t.ok(not wrong, "%s: nothing is refused, the console is empty" % name,
         "\n".join(wrong))


def by_program(m, pages):
    """What can be said without a browser."""
    for name, path in pages:
        data = path.read_bytes()
        t.ok(len(data) < MOST_BYTES, "%s: %d bytes" % (name, len(data)))
        text = data.decode()
        t.ok(not re.search(r"(?i)\s(style|on\w+)=|javascript:|<(iframe|object|"
                           r"embed|base|form)\b|@import|url\((?!['\"]?(data:|#))",
                           re.sub(r"(?s)<(script|style)\b.*?</\1>", "", text)),
             "%s: no inline style or handler, nothing embedded" % name)
        t.ok(not re.search(r"(src|href)=[\"']?(https?:)?//", text),
             "%s: nothing from elsewhere" % name)
        policy = re.search(r'http-equiv="Content-Security-Policy"[^>]*'
                           r'content="([^"]*)"', text)
        t.ok(policy and "default-src &#39;none&#39;" in policy[1].replace(
            "'", "&#39;") and "unsafe" not in policy[1],
            "%s: a policy of hashes" % name, str(policy and policy[1]))
    if not browser.VNU.exists() or not web.command("java"):
        t.skip("the Nu Html Checker", "not fetched, or no java")
    else:
        # rx is a property of SVG 2, which browsers know and the checker does not.
        r = subprocess.run(["java", "-jar", str(browser.VNU), "--errors-only",
                            "--filterpattern", ".*Property .rx. doesn.*",
                            *[str(p) for _, p in pages]],
                           capture_output=True, text=True)
        t.ok(r.stdout + r.stderr == "", "the Nu Html Checker finds no error",
             (r.stdout + r.stderr)[:3000])
    again = {p: hashlib.sha256(p.read_bytes()).digest() for _, p in pages}
    for lang in ("vi", "en"):
        m.month(lang)
    t.ok(all(hashlib.sha256(p.read_bytes()).digest() == d
             for p, d in again.items()), "made again, the pages are the same")


def by_people(b, pages):
    """axe-core and the width of the window, in every look of the first ones."""
    for i, (name, path) in enumerate(pages):
        for look, how in LOOKS if i < 3 else LOOKS[1:3]:
            p = b.open(path.as_uri(), **how)
            wide = p.value("[document.documentElement.scrollWidth,"
                           " window.innerWidth]")
            t.ok(wide[0] <= wide[1], "%s, %s: no wider than the window"
                 % (name, look), str(wide))
            if browser.AXE.exists():
                found, passes = p.axe()
                t.ok(not found and passes > 15, "%s, %s: axe-core has nothing"
                     " to say (%d rules passed)" % (name, look, passes),
                     "\n".join(found)[:3000])
            else:
                t.skip("axe-core", "not fetched")
            quiet(p, "%s, %s" % (name, look))
            p.close()


def opened(b, name, path):
    """With all that can be opened open, also as seen by axe-core."""
    p = b.open(path.as_uri())
    n = p.value("Array.from(document.querySelectorAll('details'), function (d)"
                " { d.open = true; return 1; }).length")
    found = p.axe()[0] if browser.AXE.exists() else []
    t.ok(n >= 3 and not found, "%s: %d details open, axe-core has nothing to "
         "say" % (name, n), "\n".join(found)[:2000])
    p.close()


SORT = """(function () {
    var table = Array.from(document.querySelectorAll('table')).find(
        function (t) { return t.querySelector('thead button') &&
            t.tBodies[0].rows.length > 3; });
    var b = table.querySelectorAll('thead button'), out = [];
    function column(i) { return Array.from(table.tBodies[0].rows)
        .filter(function (r) { return !r.classList.contains('foot'); })
        .map(function (r) { return r.cells[i].dataset.v ||
            r.cells[i].textContent; }); }
    var i = b[0].closest('th').cellIndex;
    out.push(column(i).join('|'));
    b[0].click();
    out.push(column(i).join('|'), b[0].closest('th').getAttribute('aria-sort'));
    b[0].click();
    out.push(column(i).join('|'), b[0].closest('th').getAttribute('aria-sort'));
    return out;
})()"""


def used(b, name, path):
    """Sorting, the theme, the keyboard."""
    p = b.open(path.as_uri())
    first, up, sort_up, down, sort_down = p.value(SORT)
    t.ok({sort_up, sort_down} == {"ascending", "descending"} and
         up.split("|") == down.split("|")[::-1] and
         sorted(up.split("|")) == sorted(first.split("|")),
         "%s: a table is sorted by its heads, both ways" % name,
         str((first, up, sort_up, down, sort_down)))
    before = p.value("getComputedStyle(document.body).backgroundColor")
    p.value("Array.from(document.querySelectorAll('.theme input')).pop()"
            ".click(); 0")
    after = p.value("getComputedStyle(document.body).backgroundColor")
    t.ok(before != after, "%s: its reader may choose the theme (%s, %s)" % (
        name, before, after))
    b.call("Page.bringToFront", p.session)
    seen = set()
    for _ in range(12):
        for kind in ("keyDown", "keyUp"):
            b.call("Input.dispatchKeyEvent", p.session, type=kind, key="Tab",
                   code="Tab", windowsVirtualKeyCode=9)
        seen.add(p.value("(function () { var e = document.activeElement, s ="
                         " getComputedStyle(e); return e.tagName + ' ' +"
                         " (e.matches(':focus-visible') && (s.outlineStyle"
                         " !== 'none' || e.type === 'radio')); })()"))
    t.ok(len(seen) >= 2 and all(s.endswith("true") for s in seen),
         "%s: the Tab key goes from one thing to the next, which shows it"
         % name, str(seen))
    quiet(p, "%s, used" % name)
    p.close()
    p = b.open(path.as_uri(), script=False)
    t.ok(p.value("document.querySelectorAll('table').length") >= 10,
         "%s: all of it is there without scripts" % name)
    p.close()


def on_paper(b, m, name, path):
    pdf = m.dir / "report.pdf"
    p = b.open(path.as_uri())
    p.pdf(pdf)
    p.close()
    data = pdf.read_bytes()
    pages = len(re.findall(rb"/Type\s*/Page\b", data))
    t.ok(2 <= pages <= 14 and data[:5] == b"%PDF-",
         "%s: %d pages on paper, %d kB" % (name, pages, len(data) // 1024))
    boxes = set(re.findall(rb"/MediaBox\s*\[([^\]]*)\]", data))
    t.ok(boxes and all(abs(float(x.split()[2]) - 595) < 1.5 and
                       abs(float(x.split()[3]) - 842) < 1.5 for x in boxes),
         "%s: of A4" % name, str(boxes))
    p = b.open(path.as_uri(), width=703, media="print")
    wide = p.value("(function () { var w = document.documentElement"
                   ".clientWidth; return Array.from(document.querySelectorAll("
                   "'table, svg, p, h2, h3')).filter(function (e) {"
                   " var r = e.getBoundingClientRect();"
                   " return r.width > 0 && r.right > w + 1; }).map("
                   "function (e) { return e.tagName + ' ' + Math.round("
                   "e.getBoundingClientRect().right - w) + ' ' +"
                   " e.textContent.slice(0, 60); }); })()")
    t.ok(not wide, "%s: nothing is cut off at the side of a page" % name,
         json.dumps(wide, ensure_ascii=False))
    p.close()


def served(b, m, path):
    """Behind a policy stricter than its own."""
    if not web.SERVERS:
        t.skip("the report in a server", "no web server")
        return
    with web.Widget() as widget:
        widget.publish()
        html = widget.pages()
        (html / "report.html").write_bytes(path.read_bytes())
        with web.SERVERS[0](widget.dir) as server:
            p = b.open(server.url("/report.html"))
            refused = p.policy()
            rows = p.value("document.querySelectorAll('tbody tr').length")
            t.ok(rows > 50, "under a policy of others that refuses its style, "
                 "%d rows can still be read" % rows, "\n".join(refused))
            p.close()


def main():
    if not browser.PROGRAM:
        t.skip("the report in Chromium", "no chromium")
        t.done()
    m = made.Made(harness.scratch())
    if m.month("vi") is None:
        t.skip("the report", "this program makes none")
        t.done()
    m.month("vi", "2026-09")
    m.month("vi")  # again: now there is a page before it to link to
    m.month("en")
    folder = m.dir / "vi/skhcn"
    pages = [("vi", folder / "2026-10.html"),
             ("en", m.dir / "en/skhcn/2026-10.html"),
             ("index", folder / "index.html"),
             ("year", m.page("vi", "--year", "2026")),
             ("of logs", m.from_logs("en")),
             ("an empty month", m.page("vi", "--month", "2026-12"))]
    by_program(m, pages)
    with browser.Browser() as b:
        by_people(b, pages)
        opened(b, "vi", pages[0][1])
        used(b, "vi", pages[0][1])
        on_paper(b, m, "vi", pages[0][1])
        on_paper(b, m, "en", pages[1][1])
        served(b, m, pages[0][1])
    t.done()


main()
