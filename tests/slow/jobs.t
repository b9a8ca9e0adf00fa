#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The jobs of packaging/ and the README's five minutes, as far as they can be tried
without becoming root: cron's line in cron's environment, systemd's units by systemd's own
checks, the sample configuration with its three lines edited."""

import json
import os
import re
import shutil
import subprocess
import sys
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)),
                                "../cli"))
import harness  # noqa: E402

t = harness.Tap()
PACKAGING = harness.ROOT / "packaging"
README = (harness.ROOT / "README.md").read_text()


def views(n, later=0):
    """Page views of some minutes ago, by the clock on the wall."""
    at = int(time.time()) - 600 + later
    return b"".join(harness.entry(at + i, "198.51.100.%d" % (
        1 + (later + i) % 250)) for i in range(n))


class Machine:
    """A folder that stands for /: what the files name is put into it."""

    def __init__(self):
        self.root = harness.scratch("truycap-jobs-")
        for path in ("usr/local/bin", "etc/truycap", "var/lib/truycap",
                     "var/www/thong-ke", "var/log/nginx"):
            (self.root / path).mkdir(parents=True)
        (self.root / "usr/local/bin/truycap").symlink_to(harness.PROGRAM)
        (self.root / "var/log/nginx/access.log").write_bytes(
            views(50))
        self.conf = self.root / "etc/truycap/truycap.conf"

    def inside(self, text):
        return re.sub(r"(?<![\w.:/])/(usr/local/bin|etc/truycap|var/lib/truycap|"
                      r"var/www|var/log/nginx|srv)", r"%s/\1" % self.root, text)

    def sh(self, command, path="/usr/bin:/bin"):
        """As cron runs a line: a plain shell and next to no environment."""
        r = subprocess.run(["/bin/sh", "-c", self.inside(command)], cwd="/",
                           env={"PATH": path, "SHELL": "/bin/sh",
                                "HOME": str(self.root), "LOGNAME": "truycap"},
                           capture_output=True, text=True, timeout=120)
        return r.returncode, r.stdout, r.stderr


def configured(m):
    """README, 3: the sample, with the three lines as they are shown there."""
    m.sh("/usr/local/bin/truycap config --sample > /etc/truycap/truycap.conf")
    text = m.conf.read_text()
    t.ok(text.count("==>") == 4, "the sample marks three lines, and says so")
    block = re.search(r"\*\*3\. Configure.*?```ini\n(.*?)```", README, re.S)[1]
    for line in block.splitlines():
        key = line.split(" =")[0]
        text, n = re.subn(r"(?m)^%s = .*$" % key, lambda _: m.inside(line),
                          text)
        t.ok(n == 1, "the sample has the line of README: %s" % line, n)
    text = text.replace("#;data = /var/lib/truycap",
                        "data = %s/var/lib/truycap" % m.root)
    m.conf.write_text(text)
    r = m.sh("/usr/local/bin/truycap config -c /etc/truycap/truycap.conf"
             " --check")
    t.ok(r[0] == 0, "config --check is content", r)


def commands(m):
    """README, 4: what is run by hand first."""
    lines = re.findall(r"su -s /bin/sh truycap -c '(truycap [^']*)'", README)
    t.ok(len(lines) >= 4, "README has %d commands to try" % len(lines))
    for line in lines:
        r = m.sh(line.replace("truycap ", "/usr/local/bin/truycap ", 1) +
                 " -c /etc/truycap/truycap.conf")
        t.ok(r[0] == 0, "README: %s" % line, r)


def cron(m):
    text = (PACKAGING / "cron/truycap.cron").read_text()
    jobs = [x for x in text.splitlines() if re.match(r"[*0-9]", x)]
    t.ok(len(jobs) == 1 and text.endswith("\n") and "\r" not in text,
         "cron: one job, and a newline at the end")
    minute, hour, day, month, week, user, command = jobs[0].split(None, 6)
    field = re.compile(r"(\*|\d+(-\d+)?)(/\d+)?(,\d+)*\Z")
    t.ok(all(field.match(f) for f in (minute, hour, day, month, week)) and
         user == "truycap" and "%" not in command,
         "cron: five fields, a user and a command without %", jobs[0])
    # The day's log goes on; the widget follows, and nothing is said.
    for i in range(2):
        with open(m.root / "var/log/nginx/access.log", "ab") as f:
            f.write(views(20, 60 * (i + 1)))
        r = m.sh(command)
        t.ok(r == (0, "", ""), "cron: run %d counts, and says nothing"
             % (i + 1), r)
    shown = json.loads((m.root / "var/www/thong-ke/visits.json").read_text())
    t.ok(shown["total"] > 0 and (m.root / "var/www/thong-ke/visits.html")
         .stat().st_mode & 0o777 == 0o644,
         "cron: the widget has figures (%d), for all to read" % shown["total"])
    lock = next((m.root / "var/lib/truycap").glob("*lock*"), None)
    if lock and shutil.which("flock"):
        r = m.sh("flock -x %s %s" % (lock, command))
        t.ok(r[0] == 75 and r[2].count("\n") == 1,
             "cron: a run beside another one ends with 75 and one line", r)


def systemd(m):
    analyze = shutil.which("systemd-analyze")
    if not analyze:
        t.skip("systemd's units", "no systemd-analyze")
        return
    folder = m.root / "units"
    folder.mkdir()
    names = ("truycap-update.service", "truycap-update.timer")
    for name in names:
        text = (PACKAGING / "systemd" / name).read_text()
        (folder / name).write_text(re.sub(
            r"(?m)^ExecStart=\S+", "ExecStart=" + harness.PROGRAM, text))
    r = subprocess.run([analyze, "verify", "--man=no", "--recursive-errors=no",
                        *[str(folder / n) for n in names]],
                       capture_output=True, text=True,
                       env={"PATH": os.environ["PATH"], "SYSTEMD_UNIT_PATH":
                            "%s:" % folder})
    own = [x for x in r.stderr.splitlines() if "truycap" in x]
    t.ok(r.returncode == 0 and not own, "systemd: verify finds nothing",
         r.stderr)
    (folder / "bad.service").write_text("[Service]\nExecStart=/nowhere\n"
                                        "ProtectSytem=yes\n")
    r = subprocess.run([analyze, "verify", "--man=no",
                        str(folder / "bad.service")], capture_output=True,
                       text=True)
    t.ok("ProtectSytem" in r.stderr, "systemd: verify would find a typing error",
         r.stderr)
    r = subprocess.run([analyze, "security", "--offline=true", "--no-pager",
                        str(folder / names[0])], capture_output=True,
                       text=True)
    level = re.search(r"exposure level for \S+: ([\d.]+)", r.stdout)
    t.ok(level and float(level[1]) <= 2.0, "systemd: its exposure is %s of 10"
         % (level and level[1]), r.stdout[-600:] + r.stderr)
    calendar = re.search(r"OnCalendar=(.*)", (folder / names[1]).read_text())
    r = subprocess.run([analyze, "calendar", calendar[1]],
                       capture_output=True, text=True)
    t.ok(r.returncode == 0 and "*-*-* *:*:00" in r.stdout,
         "systemd: every minute", r.stdout + r.stderr)
    served = (PACKAGING / "systemd" / names[0]).read_text()
    job = (PACKAGING / "cron/truycap.cron").read_text()
    t.ok(re.search(r"ExecStart=(.*)", served)[1] in job,
         "systemd and cron run the same command")


def main():
    m = Machine()
    configured(m)
    commands(m)
    cron(m)
    systemd(m)
    t.done()


main()
