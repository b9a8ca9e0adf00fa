#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""robots.t -- lists of robots from outside: how many robots are told, how many people are
taken for robots, where lists that others wrote lie beside the project; and what a run
records of the list.
"""
import json
import re
import sys

sys.path.insert(0, __file__.rsplit("/", 1)[0])
import harness  # noqa: E402

sys.path.insert(0, str(harness.ROOT / "tests/score"))
import robots_score  # noqa: E402

SHARED = harness.ROOT / "../shared/data/robots"
LIST = SHARED / "monperrus/crawler-user-agents.json"
JSON = '[{"pattern":"Alpha","tags":["seo"]}]'


def classes(t, agents, *options):
    """The classes of a log that has each agent once."""
    log = "".join('198.51.100.%d - - [08/Oct/2026:20:00:00 +0700] '
                  '"GET / HTTP/1.1" 200 9 "-" "%s"\n'
                  % (i % 200, re.sub(r'(["\\])', r"\\\1", a))
                  for i, a in enumerate(agents))
    r = harness.truycap("report", "--json", "--tz", "UTC", *options, "-",
                        data=log.encode())
    if not t.ok(r.status == 0, "report %s" % " ".join(options), r):
        return {}
    return json.loads(r.out)["classes"]


def scores(t):
    if not LIST.exists():
        t.skip("how well robots are told", "no lists beside the project")
        return
    robots = robots_score.one_line(
        i for row in json.loads(LIST.read_text()) for i in row["instances"])
    for name in ("built-in", str(LIST), "%s,built-in" % LIST):
        told = classes(t, robots, "--robots", name).get("robot", 0)
        t.ok(told >= 0.98 * len(robots),
             "%s: at least 98 %% of the instances" % name.replace(
                 str(LIST), LIST.name), "%d of %d" % (told, len(robots)))
    try:
        people = robots_score.read_browsers(str(SHARED / "uap"))
    except ImportError:
        t.skip("how many people are taken for robots", "no python3-yaml")
        return
    for name in ("built-in", "%s,built-in" % LIST):
        wrong = classes(t, people, "--robots", name).get("robot", 0)
        t.ok(wrong <= 0.003 * len(people),
             "%s: at most 0.3 %% of browsers" % name.replace(
                 str(LIST), LIST.name), "%d of %d" % (wrong, len(people)))


def recorded(t):
    with harness.Site() as s:
        (s.dir / "list.json").write_text(JSON)
        (s.dir / "package.json").write_text('{"version":"1.60.0"}')
        s.conf.write_text("robots = list.json, built-in\n" +
                          s.conf.read_text())
        s.append("access.log", harness.line(
            0, 1, agent=b"Mozilla/5.0 (X11) Gecko Alpha Firefox/143.0") +
            harness.line(1, 2, agent=b"curl/8") + harness.line(2, 3))
        s.update()
        t.same(s.classes(), {"robot": 2, "human": 1},
               "two lists count as one")
        text = json.dumps(s.shown("status", "--json"))
        t.ok(re.search(r"list\.json\+built-in 1\.60\.0 sha256:[0-9a-f]{64}",
                       text), "a run records names, version and hash", text)
        shown = s.shown("config", "--print")
        t.ok("list.json, built-in\n" in shown, "the configuration is shown",
             shown)


def main():
    t = harness.Tap()
    scores(t)
    recorded(t)
    t.done()


if __name__ == "__main__":
    main()
