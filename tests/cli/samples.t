#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""samples.t -- logs that others wrote, where a folder of them lies beside the project.

Each line of each log is in one class, and the second implementation agrees.  AWStats'
own sample states its answers: 10 visits and 25 pages.  Ours are 11 and 25, since a pause
of 35 minutes ends a visit here (1 visit).
"""
import json
import sys

sys.path.insert(0, __file__.rsplit("/", 1)[0])
import harness  # noqa: E402

LOGS = harness.ROOT / "../shared/data/logs"
SAMPLES = [
    # name, lines of it
    ("elastic_apache_logs.log.gz", 10000),
    ("hackers-access.log.gz", 3456),
    ("nielsbasjes_access_log.gz", 17),
    ("podcast_stats/access.log", None),
    ("podcast_stats/access.log.1", None),
    ("podcast_stats/access.log.2.gz", None),
    ("podcast_stats/access.log.3.gz", None),
]


def main():
    t = harness.Tap()
    if not LOGS.is_dir():
        t.skip("logs of others", "no such folder beside the project")
        t.done()
    folder = harness.scratch()
    for name, lines in SAMPLES:
        r = harness.truycap("report", "--json", "--tz", "UTC", LOGS / name)
        if not t.ok(r.status == 0, name + ": report runs", r):
            continue
        (folder / "report.json").write_bytes(r.out)
        got = json.loads(r.out)
        t.same(sum(got["classes"].values()), got["lines"],
               name + ": the ledger adds up")
        if lines is not None:
            t.same(got["lines"], lines, name + ": to its lines")
        t.same(harness.oracle([LOGS / name], folder / "report.json", "--tz",
                              "UTC"), "", name + ": the oracle agrees")
    r = harness.truycap("report", "--json", "--tz", "Europe/Paris",
                        LOGS / "awstats/testglobal.log")
    got = json.loads(r.out)
    t.same((got["total"]["pages"], got["total"]["visits"]), (25, 10 + 1),
           "AWStats' sample: its answers, but for what the definitions change")
    t.done()


main()
