# SPDX-License-Identifier: MIT
"""web.py -- a real nginx and a real Apache on 127.0.0.1, with the files of examples/.

    with web.Nginx(folder) as server:
        status, headers, body = server.get("/thong-ke/visits.json")

folder holds www/thong-ke (the widget's) and www/html (the site's).  The example files
are taken as they are; only /var/www is replaced by that www, as whoever copies them
does.  Servers run without privileges, from a folder of their own, and are stopped by
their own pid.
"""

import http.client
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "tests/cli"))
import harness  # noqa: E402

EXAMPLES = ROOT / "examples"
# As a page would have it that shows the fragment, the frame and the pictures.
STRICT = ("default-src 'none'; script-src 'self'; style-src 'self'; "
          "connect-src 'self'; img-src 'self'; frame-src 'self'; "
          "form-action 'none'; base-uri 'none'")
MODULES = ("mpm_event authz_core authn_core alias mime include headers "
           "setenvif dir log_config unixd env").split()


def command(name):
    return shutil.which(name) or shutil.which(name, path="/usr/sbin:/sbin")


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


def nobody():
    """Whom a server runs as: Apache refuses to be root's."""
    return {"user": 65534, "group": 65534, "extra_groups": []} \
        if os.geteuid() == 0 else {}


def example(name, folder):
    return (EXAMPLES / name).read_text().replace("/var/www",
                                                 str(folder / "www"))


class Server:
    def __init__(self, folder):
        self.www = folder / "www"
        self.dir = folder / type(self).__name__.lower()
        for path in (self.dir, self.dir / "tmp", self.www,
                     self.www / "html"):
            path.mkdir(exist_ok=True)
        folder.chmod(0o755)
        if nobody():
            os.chown(self.dir, 65534, 65534)
            os.chown(self.dir / "tmp", 65534, 65534)
        self.port = free_port()
        self.conf = self.dir / "conf"
        self.conf.write_text(self.configuration(folder))

    def __enter__(self):
        self.log = open(self.dir / "said", "wb")
        self.process = subprocess.Popen(
            self.argv(), stdout=self.log, stderr=self.log, cwd=self.dir,
            env={"PATH": "/usr/sbin:/usr/bin:/sbin:/bin"}, **nobody())
        for _ in range(200):
            try:
                socket.create_connection(("127.0.0.1", self.port), 1).close()
                return self
            except OSError:
                if self.process.poll() is not None:
                    break
                time.sleep(0.05)
        self.__exit__()
        raise RuntimeError("%s does not start: %s" % (
            self.dir.name, self.said()))

    def __exit__(self, *unused):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        self.log.close()

    def said(self):
        return "".join(p.read_text(errors="replace")[-2000:] for p in
                       (self.dir / "said", self.dir / "error.log")
                       if p.exists())

    def access(self):
        path = self.dir / "access.log"
        return path.read_text() if path.exists() else ""

    def connect(self):
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)

    def get(self, path, method="GET", **headers):
        c = self.connect()
        try:
            c.request(method, path, headers={k.replace("_", "-"): v
                                             for k, v in headers.items()})
            r = c.getresponse()
            return r.status, r.headers, r.read()
        finally:
            c.close()

    def url(self, path):
        return "http://127.0.0.1:%d%s" % (self.port, path)


class Nginx(Server):
    def argv(self):
        return [command("nginx"), "-p", str(self.dir), "-c", str(self.conf),
                "-e", str(self.dir / "error.log")]

    def configuration(self, folder):
        temporary = "".join("%s_temp_path %s/tmp;\n" % (what, self.dir)
                            for what in ("client_body", "proxy", "fastcgi",
                                         "uwsgi", "scgi"))
        return """daemon off; pid %(dir)s/pid; worker_processes 1;
events { worker_connections 256; }
http {
%(temporary)s
include /etc/nginx/mime.types;
access_log %(dir)s/access.log;
server {
listen 127.0.0.1:%(port)d;
root %(www)s/html;
charset utf-8;
add_header Content-Security-Policy "%(strict)s" always;
location / { try_files $uri $uri/ =404; }
location ~* \\.(css|js|svg|txt|json)$ { expires 30d; root /nonexistent; }
%(example)s
}
}
""" % {"dir": self.dir, "temporary": temporary, "port": self.port,
            "www": self.www, "strict": STRICT,
            "example": example("nginx.conf", folder)}


class Apache(Server):
    def argv(self):
        return [command("apache2"), "-DFOREGROUND",
                "-d", str(self.dir), "-f", str(self.conf)]

    def configuration(self, folder):
        modules = "".join(
            "LoadModule %s_module /usr/lib/apache2/modules/mod_%s.so\n" % (
                m, m) for m in MODULES
            if os.path.exists("/usr/lib/apache2/modules/mod_%s.so" % m))
        return """ServerName 127.0.0.1
Listen 127.0.0.1:%(port)d
PidFile %(dir)s/pid
DefaultRuntimeDir %(dir)s/tmp
Mutex file:%(dir)s/tmp
ErrorLog %(dir)s/error.log
%(modules)sTypesConfig /etc/mime.types
LogFormat "%%h %%l %%u %%t \\"%%r\\" %%>s %%O \\"%%{Referer}i\\" \\"%%{User-Agent}i\\"" combined
CustomLog %(dir)s/access.log combined env=!widget
DocumentRoot %(www)s/html
AddDefaultCharset utf-8
<Directory %(www)s/html>
Require all granted
Header always set Content-Security-Policy "%(strict)s"
</Directory>
%(example)s
""" % {"dir": self.dir, "port": self.port, "modules": modules,
            "www": self.www, "strict": STRICT,
            "example": example("apache.conf", folder)}


SERVERS = [s for s, program in ((Nginx, "nginx"), (Apache, "apache2"))
           if command(program)]


class Widget:
    """A site whose widget lies in www/thong-ke; each publish() gives other figures."""

    CONF = """data = data
[site "s"]
name = Sở Khoa học và Công nghệ tỉnh Sông Lam
host = www.example.vn
log = logs/*.log
format = combined
tz = Asia/Ho_Chi_Minh
widget = www/thong-ke
widget_path = /thong-ke/
"""

    def __init__(self, lang="vi"):
        self.site = harness.Site(self.CONF + "lang = %s\n" % lang)
        self.dir = self.site.dir
        (self.dir / "www").mkdir()
        (self.dir / "www/html").mkdir()
        self.folder = self.dir / "www/thong-ke"
        # By the clock on the wall, as browsers go by it.
        self.at = int(time.time()) - 30
        self.n = 0
        self.dir.chmod(0o755)

    def __enter__(self):
        return self

    def __exit__(self, *unused):
        self.site.__exit__()

    def publish(self, readers=1):
        """New readers, a page view each, and the widget after that."""
        self.at += 1
        lines = b""
        for _ in range(readers):
            self.n += 1
            lines += harness.entry(self.at, "198.51.%d.%d" % (
                100 if self.n < 50000 else 99, self.n % 250 + 1),
                "/", agent=harness.AGENT + b" %d" % self.n)
        self.site.append("access.log", lines)
        self.site.must(now=harness.when(self.at))

    def pages(self):
        """The example pages, where the servers look for pages."""
        html = self.dir / "www/html"
        shutil.copy(EXAMPLES / "page.shtml", html / "index.shtml")
        for name in ("frame.html", "picture.html", "dnn.html",
                     "sharepoint.html"):
            text = (EXAMPLES / name).read_text()
            # The host of the example is that of this server.
            (html / name).write_text(PAGE % text.replace(
                "https://www.example.vn", ""))
        return html

    def names(self):
        return sorted(p.name for p in self.folder.iterdir())


PAGE = """<!DOCTYPE html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Trang chủ</title>
</head>
<body>
<main>
<h1>Trang chủ</h1>
%s</main>
</body>
</html>
"""
