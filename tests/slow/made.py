# SPDX-License-Identifier: MIT
"""made.py -- the demo's site, counted, with the month's report of it, for tests and for
people to look at.

    m = made.Made(folder)     m.month("vi") is the path of the month's page
"""

import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "tests/cli"))
import harness  # noqa: E402

NOW = "2026-11-02T08:15:00+07:00"


class Made:
    def __init__(self, folder):
        self.dir = pathlib.Path(folder)
        self.dir.mkdir(parents=True, exist_ok=True)
        subprocess.run([harness.generator(), "demo", "logs"], cwd=self.dir,
                       check=True, capture_output=True)
        conf = (ROOT / "demo/truycap.conf").read_text()
        (self.dir / "truycap.conf").write_text(conf)
        (self.dir / "en.conf").write_text(conf.replace("lang = vi",
                                                       "lang = en"))
        # The last minute of the logs, so that somebody is online.
        self.at = "2026-10-31T20:15:00+07:00"
        self.run("update", "-c", "truycap.conf", "--now", self.at)

    def run(self, *args):
        r = harness.truycap(*args, cwd=self.dir)
        if r.status:
            raise RuntimeError("truycap %s: %s" % (" ".join(args), r))
        return r.out.decode()

    def has(self, option, command="report"):
        return option in harness.truycap(command, "--help").out.decode()

    def month(self, lang, month="2026-10"):
        """The month's page; None where this program makes none."""
        if not self.has("--output"):
            return None
        return self.page(lang, "--month", month)

    def page(self, lang, option, period):
        self.run("report", "-c", "truycap.conf", option, period, "--lang",
                 lang, "--now", NOW, "-o", lang)
        return self.dir / lang / "skhcn" / (period + ".html")

    def from_logs(self, lang):
        """The same month, of the logs alone."""
        logs = sorted(str(p.relative_to(self.dir))
                      for p in self.dir.glob("logs/web?/access.log*"))
        self.run("report", "--tz", "Asia/Ho_Chi_Minh", "--lang", lang,
                 "--now", NOW, "-o", "logs-" + lang, *logs)
        return self.dir / ("logs-" + lang) / "2026-10.html"
