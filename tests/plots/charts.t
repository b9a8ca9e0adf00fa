#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Charts: their scripts are those that were looked at, and gnuplot takes all of them."""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.dom.minidom

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
B = pathlib.Path(os.environ.get("B", ROOT / "build/release"))
SAMPLE = B / "tests/plots/sample"
GOLDEN = ROOT / "tests/golden/plots"
CHARTS = "days week bars years online strip rows shares times ranks spark".split()
CASES = "month running year day zero unknown huge hostile".split()
WAYS = {"vi": ["svg", "page", "vi", "924", "month"],
        "en": ["png", "dark", "en", "460", "running"]}
n = failed = 0


def ok(good, name, why=""):
    global n, failed
    n += 1
    failed += not good
    print("%sok %d - %s" % ("" if good else "not ", n, name))
    if not good:
        print("".join("# %s\n" % line for line in str(why).splitlines()[:12]), end="")


def skip(why):
    global n
    n += 1
    print("ok %d # SKIP %s" % (n, why))


def sample(*args):
    return subprocess.run([SAMPLE, *args], check=True, stdout=subprocess.PIPE).stdout


def golden():
    """ACCEPT=1 writes what is there now, to be looked at in git diff."""
    for chart in CHARTS:
        for lang, way in WAYS.items():
            path = GOLDEN / ("%s-%s.gp" % (chart, lang))
            got = sample(*way, chart)
            if os.environ.get("ACCEPT"):
                path.parent.mkdir(exist_ok=True)
                path.write_bytes(got)
            want = path.read_bytes()
            different = [line for line in got.splitlines()
                         if line not in want.splitlines()]
            ok(got == want, "the script of %s, in %s" % (chart, lang), different)


def draw(gnuplot, folder, script):
    """What gnuplot complained of, if it did."""
    run = subprocess.run([gnuplot, "-d"], input=script, cwd=folder,
                         stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                         env={"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8",
                              "HOME": "/nonexistent"})
    said = run.stdout.decode("utf-8", "replace")
    return said if said or run.returncode == 0 else "status %d" % run.returncode


def good_picture(path):
    data = path.read_bytes()
    if path.suffix == ".png":
        return data.startswith(b"\x89PNG") and len(data) > 300
    if path.suffix == ".pdf":
        return data.startswith(b"%PDF") and len(data) > 300
    xml.dom.minidom.parseString(data)
    drawn = re.sub(rb"<(text|title)[ >].*?</\1>", b"", data, flags=re.S)
    return b"NaN" not in drawn and b"nan" not in drawn


def accepted(gnuplot):
    for case in CASES:
        for form, theme, lang, width in (("svg", "page", "vi", "960"),
                                         ("svg", "light", "en", "460"),
                                         ("png", "dark", "en", "640"),
                                         ("pdf", "print", "vi", "960")):
            with tempfile.TemporaryDirectory() as folder:
                script = sample(form, theme, lang, width, case)
                said = draw(gnuplot, folder, script)
                there = sorted(p.name for p in pathlib.Path(folder).iterdir())
                want = sorted("%s.%s" % (c, form) for c in CHARTS)
                bad = []
                for name in there:
                    try:
                        if not good_picture(pathlib.Path(folder, name)):
                            bad.append(name)
                    except Exception as why:
                        bad.append("%s: %s" % (name, why))
                ok(not said and there == want and not bad,
                   "%s: %s, %s, %s pixels" % (case, form, theme, width),
                   "%s\n%s\n%s" % (said, there, bad))


def same_twice(gnuplot):
    pictures = []
    for _ in range(2):
        with tempfile.TemporaryDirectory() as folder:
            for form in ("svg", "png"):
                draw(gnuplot, folder, sample(form, "light", "vi", "960", "month"))
            pictures.append({p.name: p.read_bytes()
                             for p in pathlib.Path(folder).iterdir()})
    ok(pictures[0] == pictures[1] and len(pictures[0]) == 2 * len(CHARTS),
       "the same figures give the same pictures")


def hidden():
    """Whatever texts are: nothing but digits is in datablocks, one quote opens each text."""
    script = sample("svg", "page", "vi", "960", "hostile").decode("utf-8")
    ok("`touch /tmp/x`" in script and "''" not in script,
       "backticks stand between quotes, which no text ends")
    blocks = re.findall(r"^\$\w+ << END\n(.*?)^END$", script, re.S | re.M)
    ok(len(blocks) > 10 and not re.search(r"[^0-9.\t\n-]", "".join(blocks)),
       "datablocks have figures alone")
    tips = sample("tips", "page", "en", "960", "month").decode("utf-8").splitlines()
    ok("days 0 Thursday 1 Apr 2021 · Visits: 172 · Page views: 412" in tips,
       "a day tells its figures when it is pointed at", "\n".join(tips[:3]))


def main():
    if not SAMPLE.exists():
        subprocess.run(["make", "-s", "-C", ROOT, "B=%s" % B, str(SAMPLE)], check=True,
                       stdout=subprocess.DEVNULL)
    golden()
    hidden()
    gnuplot = shutil.which("gnuplot")
    if gnuplot:
        accepted(gnuplot)
        same_twice(gnuplot)
    else:
        skip("gnuplot is not installed: no script was drawn")
    print("1..%d" % n)
    sys.exit(failed > 0)


main()
