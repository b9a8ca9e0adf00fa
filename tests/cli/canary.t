#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What must not be kept is not kept: addresses, agents, user names, queries and other
sites' paths are in no byte of any file, output or message; and of sealed days no
visitor's key is left."""

import os
import shutil
import sqlite3
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import harness  # noqa: E402

t = harness.Tap()
rng = harness.chance("canary")
SEALED = "2026-10-30T03:00:00+07:00"


def token(what):
    """Letters that nothing else has."""
    return what + "".join(rng.choice("bcdfghjkmnpqrstvwxz") for _ in range(12))


# ---- a log in which each thing is once ----

class Log:
    def __init__(self, n):
        self.secret = {}   # what must not be found: where it stood
        self.pages = []    # what must be found
        self.lines = [self.line(i) for i in range(n)]
        # Not of the log's format: an address and a name stand in them, too.
        for i in range(20):
            self.lines.insert(rng.randrange(len(self.lines)), b"%s %s\n" % (
                self.hide("malformed", token("Wrong")),
                self.hide("address", "203.0.113.%d" % (200 + i))))

    def hide(self, what, text):
        self.secret[text.encode()] = what
        return text.encode()

    def address(self, i):
        if i % 2:
            return self.hide("address", "198.51.100.%d" % (i % 250 + 1)
                             if i < 250 else "203.0.113.%d" % (i % 190 + 1))
        # The short form and the network of the visitor's key.
        self.hide("address", "2001:db8:%x:%x::" % (0xc000 + i, 0xa11 + i))
        return b"2001:db8:%x:%x::%x" % (0xc000 + i, 0xa11 + i, 0xbee + i)

    def agent(self, i):
        name = self.hide("agent", token("Agent"))
        kinds = (b"Mozilla/5.0 (X11; %s) Gecko/20100101 Firefox/143.0",
                 b"Mozilla/5.0 (compatible; Googlebot/2.1; %s)", b"%s Browser",
                 b"Zabbix %s", b"curl/8.5.0 %s")
        return kinds[i % 5] % name

    def target(self, i):
        page, kind = token("page").encode(), i % 6
        if kind < 3 and i % 5 in (0, 2) and i % 13 and i % 17:
            self.pages.append(page)  # a person's: it must be there
        if kind == 4:
            at = (b"@", b"%40", b"%2540", b"%252540")[i // 6 % 4]
            return b"/mail/%s%sexample.vn" % (self.hide("mail", token("mail")),
                                              at)
        if kind == 5:
            return b"http://%s:pw@h.example.vn/" % self.hide("user",
                                                             token("User"))
        return (b"/%s?q=%s", b"/%s/index.html?token=%s&x=1",
                b"/%s;jsessionid=%s", b"/%s.css?%s")[kind] % (
                    page, self.hide("query", token("Query")))

    def line(self, i):
        second = i * 131
        stamp = "%02d/Oct/2026:%02d:%02d:%02d +0700" % (
            1 + second // 86400, second // 3600 % 24, second // 60 % 60,
            second % 60)
        referrer = b"https://%s.other.example/%s?s=%s" % (
            self.hide("number in a host", "0%d" % (10 ** 9 + i * 7919)),
            self.hide("referrer", token("Ref")),
            self.hide("referrer", token("Search")))
        return b'%s - %s [%s] "%s %s HTTP/1.1" %d 512 "%s" "%s"\n' % (
            self.address(i), self.hide("user", token("Login")),
            stamp.encode(), b"POST" if i % 17 == 0 else b"GET",
            self.target(i), 404 if i % 13 == 0 else 200, referrer,
            self.agent(i))


LOG = Log(420)
DATA = b"".join(LOG.lines)


def needles():
    """As written, in small letters, and as the bytes of an address."""
    import ipaddress
    for text, what in LOG.secret.items():
        yield text.lower(), what
        if what == "address" and text.startswith(b"2001"):
            packed = ipaddress.ip_address(text.decode()).packed
            yield packed[:8], "packed network"


NEEDLES = dict(needles())


def found(data, needles=NEEDLES):
    low = data.lower()
    return ["%s %r" % (what, text) for text, what in needles.items()
            if text in (data if what == "packed network" else low)]


def clean(sources, name):
    """Of all these bytes none is a canary."""
    wrong = ["%s: %s" % (where, hit) for where, data in sources.items()
             for hit in found(data)[:5]]
    return t.ok(not wrong, "%s (%d, %d bytes)" % (
        name, len(sources), sum(map(len, sources.values()))),
        "\n".join(wrong[:20]))


def files(s):
    return {str(p.relative_to(s.dir)): p.read_bytes()
            for folder in ("data", "www", "backup")
            for p in sorted((s.dir / folder).rglob("*")) if p.is_file()}


COMMANDS = [("status",), ("status", "--json"), ("widget", "--json"),
            ("store", "dump"), ("store", "check"), ("baseline", "list"),
            ("config", "--check"), ("config", "--print"),
            ("update", "-v")] + \
    [("show", "2026-10"), ("show", "2026-10", "--json"),
     ("show", "2026-10", "--lang", "en"),
     ("presence", "--month", "2026-10"),
     ("presence", "--month", "2026-10", "--json"),
     ("presence", "--month", "2026-10", "--csv")] + \
    [("export", what, form) for what in harness.exports()
     for form in ("--json", "--csv")]
REPORT = ("--format", "combined", "--tz", harness.TZ, "logs/a.log")


def outputs(s):
    out = {}
    for row in COMMANDS + [("report",) + REPORT, ("report", "--json") + REPORT,
                           ("report", "--lang", "vi") + REPORT]:
        r = s.run(*row)
        out[" ".join(row)] = r.out
        out[" ".join(row) + " (stderr)"] = r.err
    return out


def keys(s):
    """Of the visitors of open days."""
    db = sqlite3.connect("file:%s?mode=ro" % s.db, uri=True)
    found = {bytes.fromhex(row[2]) for rows in harness.merged_parts(db)
             for row in rows}
    db.close()
    return sorted(found)


def key_in(key, data):
    """A page of the file may end within a key: half of one tells, too."""
    return key[:8] in data or key[8:] in data


def raw(s):
    """The store, and what SQLite has beside it."""
    return b"".join(p.read_bytes() for p in s.dir.glob("data/truycap.db*")
                    if not p.name.endswith(".key"))


def open_days(s):
    """A reader keeps SQLite's log of changes on the disk, as a crash would."""
    s.write("a.log", DATA[:len(DATA) // 2])
    s.must()
    reader = sqlite3.connect("file:%s?mode=ro" % s.db, uri=True)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM part").fetchone()
    s.write("a.log", DATA)
    r = s.update("-v")
    made = s.run("backup", "backup")
    there = files(s)
    t.ok(any(name.endswith("-wal") and data for name, data in there.items()),
         "the log of changes is looked at, too", sorted(there))
    clean(there, "no canary is in any file")
    t.ok(made.status == 0 and len([n for n in there if n.startswith(
        "backup/")]) == 3, "a backup is looked at, too", sorted(there))
    clean({"stdout": r.out, "stderr": r.err, "backup": made.out + made.err},
          "nor in what update and backup say")
    reader.close()
    s.must()
    clean(files(s), "nor in any file after the next run")
    said = outputs(s)
    clean(said, "nor in any output or message")
    return said


def controls(s, said):
    silent = [name for name, data in said.items()
              if not data and "stderr" not in name and name != "update -v"]
    t.ok(not silent, "control: each command printed something", silent)
    t.ok(len(NEEDLES) > 2000, "%d canaries" % len(NEEDLES))
    t.ok(not [n for n in NEEDLES if n not in DATA.lower() and
              NEEDLES[n] not in ("packed network", "address")],
         "control: they are in the log")
    t.ok(len(found(DATA)) > 1900, "control: and would be found")
    missing = [p for p in LOG.pages
               if p not in raw(s) or p not in said["store dump"]]
    t.ok(len(LOG.pages) > 50 and not missing,
         "control: %d pages are in the store and its dump" % len(LOG.pages),
         missing[:5])
    t.ok(any(p in said["report " + " ".join(REPORT)] for p in LOG.pages),
         "control: and some of them in the report")
    classes = s.classes()
    t.ok({"human", "robot", "malformed"} <= set(classes),
         "control: people, robots and what is no line", classes)


def modes(s):
    wrong = ["%s %o" % (p.name, p.stat().st_mode & 0o777)
             for p in s.dir.glob("data/*") if p.stat().st_mode & 0o077]
    t.ok(not wrong and (s.dir / "data").stat().st_mode & 0o077 == 0,
         "the data folder and its files are for their owner only", wrong)


def sealed(s):
    have = keys(s)
    before = raw(s)
    t.ok(len(have) > 50 and all(key_in(k, before) for k in have),
         "control: the keys of open days' visitors are in the store",
         "%d keys" % len(have))
    t.ok(s.key_file().read_bytes() not in before, "the secret itself is not")
    # By seal_max, as no later line has come.
    s.must(now=SEALED)
    carried = {row[0] for row in s.query("SELECT key FROM carried")}
    t.same(keys(s), [], "sealed: no span is left")
    after = raw(s)
    left = [k.hex() for k in have if k not in carried and
            key_in(k, after)]
    t.ok(not left, "sealed: none of %d keys is in any byte of the store, but "
         "of %d visits that may go on" % (len(have), len(carried)), left[:5])
    clean(files(s), "sealed: and no canary")
    s.append("a.log", harness.line(28 * 86400, 1, path="/later"))
    s.must(now=SEALED)
    s.must(now="2026-11-20T03:00:00+07:00")
    after = raw(s)
    left = [k.hex() for k in have if key_in(k, after)]
    t.ok(not left, "sealed: when the next day is sealed, not even those",
         left[:5])
    return have


def backups(s, have):
    """After sealing: a backup, what restore leaves, and what forget does."""
    shutil.rmtree(s.dir / "backup")
    s.shown("backup", "backup", now=SEALED)
    left = [k.hex() for k in have
            if key_in(k, (s.dir / "backup/truycap.db").read_bytes())]
    t.ok(not left, "a backup has no key of sealed days' visitors", left[:5])
    s.shown("restore", "backup", now=SEALED)
    t.ok(len(list(s.dir.glob("data/*before-restore*"))) == 2,
         "control: the old one is there")
    clean(files(s), "restored: no canary")
    # From before, beside the database: these are looked at already.
    for p in s.dir.glob("data/*before-restore*"):
        p.unlink()
    shutil.rmtree(s.dir / "backup")
    s.shown("forget", "--before", "2026-10-02", "--all",
            now="2026-11-20T03:00:00+07:00")
    gone = [p for p in LOG.pages if p in DATA.split(b"02/Oct/2026")[0]]
    kept = raw(s)
    t.ok(len(gone) > 20 and not [p for p in gone if p in kept],
         "forgotten: none of %d pages is in any byte" % len(gone))
    clean(files(s), "forgotten: and no canary")


def killed():
    """What a run leaves that was killed."""
    import signal
    import subprocess
    import time
    seen = {}
    with harness.Site() as s:
        s.write("a.log", DATA)
        s.write("b.log", harness.random_log(5, 20000, 4) + DATA)
        for k in range(12):
            p = subprocess.Popen(
                [harness.PROGRAM, "update", "-c", str(s.conf), "--now",
                 s.now], cwd=s.dir, env=harness.ENVIRONMENT,
                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(0.004 * (k + 1))
            p.send_signal(signal.SIGKILL)
            p.wait()
            seen.update({"%d %s" % (k, name): data
                         for name, data in files(s).items()})
    clean(seen, "nor is one in any file of a run that was killed")


def internal():
    """The same, where the addresses are in the configuration's networks."""
    with harness.Site(extra="internal = 198.51.100.0/24\n"
                      "monitor = Zabbix, 203.0.113.0/24\n"
                      "exclude = /mail/*\n") as s:
        s.write("a.log", DATA)
        s.must()
        said = {k: v for k, v in outputs(s).items() if "config" not in k}
        t.ok({"internal", "monitor", "excluded"} <= set(s.classes()),
             "control: staff, probes and what is left out", s.classes())
        clean(files(s), "no canary of theirs is in any file")
        clean(said, "nor in any output")


with harness.Site(log="logs/a.log",
                  extra="opening = 5 visits 2026-09-01\n") as s:
    said = open_days(s)
    controls(s, said)
    modes(s)
    backups(s, sealed(s))
killed()
internal()
t.done()
