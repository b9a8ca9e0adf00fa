# SPDX-License-Identifier: MIT
"""browser.py -- Chromium without a window, told what to do over a pair of pipes.

    with browser.Browser() as b:
        page = b.open(url)
        page.value("document.title"), page.refused, page.shot(path)

The protocol is that of Chromium's developer tools, JSON with a NUL after each message.
Nothing but 127.0.0.1 can be reached, and the profile is a folder that goes at the end.
"""

import base64
import json
import os
import pathlib
import select
import shutil
import signal
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "tests/cli"))
import harness  # noqa: E402

PROGRAM = shutil.which("chromium") or shutil.which("chromium-browser")
AXE = ROOT / "build/npm/node_modules/axe-core/axe.min.js"
VNU = ROOT / "build/npm/node_modules/vnu-jar/build/dist/vnu.jar"
FLAGS = """--headless=new --remote-debugging-pipe --no-first-run --disable-gpu
--disable-dev-shm-usage --disable-background-networking --disable-component-update
--disable-extensions --disable-sync --disable-features=Translate,OptimizationHints
--no-proxy-server --hide-scrollbars --force-color-profile=srgb --mute-audio
--font-render-hinting=none --no-default-browser-check --metrics-recording-only
--allow-file-access-from-files""".split()
# What a page's policy refused, as the page itself is told.
WITNESS = """window.__refused = [];
document.addEventListener('securitypolicyviolation', function (e) {
    window.__refused.push(e.violatedDirective + ' ' + e.blockedURI);
});"""


class Browser:
    def __init__(self):
        if not PROGRAM:
            raise RuntimeError("no chromium")
        # Neither root nor a container has a sandbox, and the pages are ours.
        try:
            self.start([] if os.geteuid() else ["--no-sandbox"])
        except (RuntimeError, OSError):
            self.start(["--no-sandbox"])

    def start(self, more):
        self.dir = harness.scratch("truycap-browser-")
        to_read, self.to = os.pipe()
        self.back, to_write = os.pipe()
        argv = [PROGRAM, *FLAGS, "--user-data-dir=%s" % self.dir, *more,
                "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"]

        def pipes():
            # Over spare numbers, as 3 and 4 may be among these.
            a, b = os.dup2(to_read, 113), os.dup2(to_write, 114)
            os.dup2(a, 3)
            os.dup2(b, 4)

        self.said = open(self.dir / "said", "wb")
        self.process = subprocess.Popen(
            argv, stdin=subprocess.DEVNULL, stdout=self.said,
            stderr=self.said, preexec_fn=pipes, close_fds=False,
            start_new_session=True,
            env={"PATH": os.environ.get("PATH", "/usr/bin:/bin"),
                 "HOME": str(self.dir), "LANG": "C.UTF-8", "TZ": "UTC"})
        os.close(to_read)
        os.close(to_write)
        self.n, self.buffer, self.answers, self.pages = 0, b"", {}, {}
        self.call("Browser.getVersion")

    def __enter__(self):
        return self

    def __exit__(self, *unused):
        try:
            self.call("Browser.close")
            self.process.wait(10)
        except (RuntimeError, OSError, subprocess.TimeoutExpired):
            # Its own group: what it started goes with it.
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
        os.close(self.to)
        os.close(self.back)
        self.said.close()
        shutil.rmtree(self.dir, ignore_errors=True)

    def call(self, method, session=None, timeout=60, **params):
        self.n += 1
        message = {"id": self.n, "method": method, "params": params}
        if session:
            message["sessionId"] = session
        data = json.dumps(message).encode() + b"\0"
        while data:
            data = data[os.write(self.to, data):]
        want, end = self.n, time.monotonic() + timeout
        while want not in self.answers:
            self.listen(end - time.monotonic(), method)
        answer = self.answers.pop(want)
        if "error" in answer:
            raise RuntimeError("%s: %s" % (method, answer["error"]))
        return answer["result"]

    def listen(self, seconds, why=None):
        """Takes what comes in; nothing within that time is an error if there is
        a reason to wait."""
        if seconds <= 0 or not select.select([self.back], [], [], seconds)[0]:
            if why:
                raise RuntimeError("chromium does not answer: %s" % why)
            return
        data = os.read(self.back, 1 << 20)
        if not data:
            raise RuntimeError("chromium ended: %s" % (
                (self.dir / "said").read_text(errors="replace")[-1500:]))
        *whole, self.buffer = (self.buffer + data).split(b"\0")
        for text in whole:
            m = json.loads(text)
            if "id" in m:
                self.answers[m["id"]] = m
            elif m.get("sessionId") in self.pages:
                self.pages[m["sessionId"]].hear(m["method"], m["params"])

    def rest(self, seconds):
        """Time goes by in the pages."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self.listen(min(0.2, end - time.monotonic()))

    def open(self, url, **look):
        page = Page(self)
        page.look(**look)
        page.go(url)
        return page


class Page:
    def __init__(self, browser):
        self.b = browser
        # A window each: the page of a tab in the background is hidden.
        self.target = browser.call("Target.createTarget", newWindow=True,
                                   url="about:blank")["targetId"]
        self.session = browser.call("Target.attachToTarget", flatten=True,
                                    targetId=self.target)["sessionId"]
        browser.pages[self.session] = self
        self.refused, self.faults, self.loads = [], [], 0
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(domain + ".enable")
        self.call("Page.addScriptToEvaluateOnNewDocument", source=WITNESS)

    def call(self, method, **params):
        return self.b.call(method, self.session, **params)

    def hear(self, method, p):
        if method == "Page.loadEventFired":
            self.loads += 1
        elif method == "Log.entryAdded":
            e = p["entry"]
            if e["source"] == "security" or \
                    "Content Security Policy" in e["text"]:
                self.refused.append(e["text"])
            elif e["level"] == "error" and "favicon" not in e.get("url", ""):
                self.faults.append("%s %s" % (e["text"], e.get("url", "")))
        elif method == "Runtime.exceptionThrown":
            self.faults.append(json.dumps(p["exceptionDetails"])[:300])
        elif method == "Runtime.consoleAPICalled" and \
                p["type"] in ("error", "warning"):
            self.faults.append(json.dumps(p["args"])[:300])

    def look(self, width=800, height=600, dark=False, scale=1, media="",
             mobile=False, script=True):
        self.call("Emulation.setDeviceMetricsOverride", width=width,
                  height=height, deviceScaleFactor=scale, mobile=mobile)
        self.call("Emulation.setEmulatedMedia", media=media, features=[
            {"name": "prefers-color-scheme",
             "value": "dark" if dark else "light"}])
        if not script:
            self.call("Emulation.setScriptExecutionDisabled", value=True)

    def go(self, url):
        loads = self.loads
        r = self.call("Page.navigate", url=url)
        if r.get("errorText"):
            raise RuntimeError("%s: %s" % (url, r["errorText"]))
        end = time.monotonic() + 30
        while self.loads == loads:
            if time.monotonic() > end:
                raise RuntimeError("%s is not loaded" % url)
            self.b.listen(1)

    def value(self, expression):
        r = self.call("Runtime.evaluate", expression=expression,
                      returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in r:
            raise RuntimeError(json.dumps(r["exceptionDetails"])[:600])
        return r["result"].get("value")

    def until(self, expression, seconds):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if self.value(expression):
                return True
            self.b.rest(0.2)
        return False

    def policy(self):
        """All that was refused, by the console and by the page."""
        return self.refused + (self.value("window.__refused") or [])

    def shot(self, path, whole=True, clip=None):
        options = {"captureBeyondViewport": whole}
        if clip:
            options["clip"] = dict(self.value(
                "(function () { var r = document.querySelector(%s)"
                ".getBoundingClientRect(); return {x: r.x + scrollX - 8,"
                " y: r.y + scrollY - 8, width: r.width + 16,"
                " height: r.height + 16}; })()" % json.dumps(clip)), scale=1)
        elif whole:
            size = self.call("Page.getLayoutMetrics")["cssContentSize"]
            options["clip"] = dict(size, scale=1)
        data = base64.b64decode(self.call("Page.captureScreenshot",
                                          format="png", **options)["data"])
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        return data

    def pdf(self, path):
        data = base64.b64decode(self.call(
            "Page.printToPDF", preferCSSPageSize=True,
            printBackground=True)["data"])
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)

    def axe(self, without=()):
        """What axe-core finds, all its rules but these."""
        self.value(AXE.read_text() + "; null")
        found = self.value("axe.run(document, {resultTypes: ['violations'],"
                           " rules: %s}).then(function (r) {"
                           " return {passes: r.passes.length,"
                           " found: r.violations.map(function (v) {"
                           " return v.id + ': ' + v.nodes.slice(0, 4)"
                           ".map(function (n) { return n.target + ' '"
                           " + n.failureSummary; }).join('; '); })}; })"
                           % json.dumps({r: {"enabled": False}
                                         for r in without}))
        return found["found"], found["passes"]

    def close(self):
        self.b.call("Target.closeTarget", targetId=self.target)
        self.b.pages.pop(self.session, None)
