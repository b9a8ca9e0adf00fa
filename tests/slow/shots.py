#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""shots.py [FOLDER] -- pictures of all that people look at, into build/shots: the widget
in its forms, the month's report on a screen, on a phone and on paper, charts, and what
a terminal shows.  Run by "make shots"; look at them."""

import html
import os
import pathlib
import shutil
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import browser  # noqa: E402
import made  # noqa: E402

FOLDER = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else
                      made.ROOT / "build/shots").resolve()
WORK = FOLDER / "work"
PAGE = """<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8">
<title>x</title><link rel="stylesheet" href="%s/visits.css">
<style>body { margin: 0; padding: 16px; background: %s; font-family: sans-serif }
body > div { margin-bottom: 16px }</style></head><body>%s</body></html>"""
TERMINAL = """<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8">
<title>x</title><style>body { margin: 0; padding: 12px; background: #14181d }
pre { margin: 0; color: #d7dde3; font: 14px/1.25 "DejaVu Sans Mono", monospace }
</style></head><body><pre>%s</pre></body></html>"""


CHARTS = [("vi", "month", {}), ("vi", "month", {"dark": True}),
          ("en", "month", {}), ("vi", "running", {}), ("en", "year", {}),
          ("vi", "hostile", {}), ("en", "huge", {}), ("vi", "unknown", {})]


def said(name, size):
    print("  SHOT	%s (%d kB)" % (name, size // 1024))


def shot(b, name, url, clip=None, **look):
    page = b.open(url, **look)
    b.rest(0.2)
    said(name, len(page.shot(FOLDER / name, clip=clip)))
    for fault in page.faults + page.policy():
        print("  	%s: %s" % (name, fault))
    page.close()


def widget(b, folder):
    text = (folder / "visits.html").read_text()
    stale = text.replace('class="tk"', 'class="tk tk-old"').replace(
        ' data-note="stale" hidden=""', ' data-note="stale"').replace(
        '">2</data>', '">–</data>', 1)
    opened = text.replace("<details>", "<details open>")
    cards = [("card", "", text, "#eef1f4", 352), ("dark", "tk-dark", text,
                                                 "#0c1116", 352),
             ("open", "", opened, "#eef1f4", 352),
             ("open-dark", "tk-dark", opened, "#0c1116", 352),
             ("stale", "", stale, "#eef1f4", 352),
             ("row", "tk-row", text, "#eef1f4", 1280),
             ("row-open", "tk-row", opened, "#eef1f4", 1280),
             ("row-dark", "tk-row tk-dark", text, "#0c1116", 1280),
             ("row-900", "tk-row", text, "#eef1f4", 900),
             ("row-phone", "tk-row", text, "#eef1f4", 360),
             ("card-phone", "", text, "#eef1f4", 320)]
    for name, classes, part, back, width in cards:
        path = WORK / ("widget-%s.html" % name)
        path.write_text(PAGE % (folder, back, '<div class="%s">%s</div>' % (
            classes, part)))
        shot(b, "widget-%s.png" % name, path.as_uri(), width=width,
             height=200, scale=2)
    pictures = "".join('<div><img src="%s/%s"></div>' % (folder, n)
                       for n in ("visits.svg", "badge-online.svg",
                                 "badge-today.svg", "badge-month.svg",
                                 "badge-total.svg"))
    (WORK / "pictures.html").write_text(PAGE % (folder, "#eef1f4", pictures))
    shot(b, "widget-pictures.png", (WORK / "pictures.html").as_uri(),
         width=352, height=200, scale=2)
    shot(b, "widget-frame.png", (folder / "visits-frame.html").as_uri(),
         width=300, height=400, scale=2)


def report(b, m):
    for lang in ("vi", "en"):
        path = m.month(lang)
        if path is None:
            print("  	no report: this program makes none yet")
            return
        m.month(lang, "2026-09")
        looks = [("light", {}), ("dark", {"dark": True}),
                 ("phone", {"width": 390, "mobile": True}),
                 ("phone-dark", {"width": 390, "mobile": True,
                                 "dark": True})]
        for name, look in looks if lang == "vi" else looks[:1]:
            shot(b, "report-%s-%s.png" % (lang, name), path.as_uri(),
                 **{"width": 1240, "height": 900, **look})
        shot(b, "report-%s-index.png" % lang,
             (path.parent / "index.html").as_uri(), width=1240)
        paper(b, path, lang)


def paper(b, path, lang):
    page = b.open(path.as_uri())
    pdf = FOLDER / ("report-%s.pdf" % lang)
    page.pdf(pdf)
    page.close()
    said(pdf.name, pdf.stat().st_size)
    if shutil.which("pdftoppm"):
        subprocess.run(["pdftoppm", "-r", "70", "-png", str(pdf),
                        str(FOLDER / ("report-%s-page" % lang))], check=True)
        for p in sorted(FOLDER.glob("report-%s-page*.png" % lang)):
            said(p.name, p.stat().st_size)
    else:
        print("  	no pdftoppm (poppler-utils): no pictures of its pages")


def charts(b):
    """All kinds of charts, of sample figures."""
    program, gnuplot = os.environ.get("CHARTS"), shutil.which("gnuplot")
    if not program or not gnuplot:
        print("  	no sample charts: no gnuplot, or CHARTS does not name the program")
        return
    scratch = WORK / "charts"
    scratch.mkdir()
    for lang, of, look in CHARTS:
        path = WORK / ("charts-%s-%s.html" % (lang, of))
        with open(path, "wb") as f:
            subprocess.run([program, gnuplot, str(scratch), lang, of],
                           stdout=f)
        shot(b, "charts-%s-%s%s.png" % (lang, of, "-dark" if look else ""),
             path.as_uri(), width=1020, **look)


def terminal(b, m):
    rows = [("report", ["report", "--tz", "Asia/Ho_Chi_Minh", "--now",
                        made.NOW, "--lang", "vi", *[
                            str(p.relative_to(m.dir)) for p in sorted(
                                m.dir.glob("logs/web?/access.log*"))]]),
            ("show", ["show", "2026-10", "-c", "truycap.conf", "--now",
                      made.NOW]),
            ("status", ["status", "-c", "truycap.conf", "--now", m.at])]
    for name, args in rows:
        path = WORK / ("terminal-%s.html" % name)
        path.write_text(TERMINAL % html.escape(m.run(*args)))
        shot(b, "terminal-%s.png" % name, path.as_uri(), width=960)


def main():
    if not browser.PROGRAM:
        sys.exit("shots.py: chromium is missing: packaging/deps.sh all")
    shutil.rmtree(WORK, ignore_errors=True)
    WORK.mkdir(parents=True)
    for old in [*FOLDER.glob("*.png"), *FOLDER.glob("*.pdf")]:
        old.unlink()
    m = made.Made(WORK / "site")
    with browser.Browser() as b:
        widget(b, m.dir / "out/thong-ke")
        report(b, m)
        charts(b)
        terminal(b, m)
    print("look at %s" % FOLDER)


main()
