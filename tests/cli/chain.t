#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The chain of sealed days: what was changed by hand shows, by day and table; what the program
itself changes does not."""

import hashlib
import json
import os
import sqlite3
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import harness  # noqa: E402

t = harness.Tap()
LATER = "2026-10-20T20:15:00+07:00"


def filled(s, seed=5, days=4, now=LATER):
    s.write("a.log", harness.random_log(seed, 4000, days))
    s.must("--threads=1")
    s.must("--threads=1", now=now)
    return s


def verified(s, *args):
    r = harness.truycap("verify", "--store", "--json", "-c", s.conf, *args,
                        cwd=s.dir)
    return r.status, json.loads(r.out) if r.out else r.says


def edit(s, *statements):
    db = sqlite3.connect(s.db)
    for sql in statements:
        db.execute(sql)
    db.commit()
    db.close()


with harness.Site() as s:
    filled(s)
    sealed = [d for d, in s.query("SELECT day FROM day WHERE state = 'sealed'"
                                  " ORDER BY day")]
    t.ok(len(sealed) >= 3, "control: days are sealed", sealed)
    status, v = verified(s)
    t.ok(status == 0 and v["ok"] and v["links"] == len(sealed) and
         v["findings"] == [] and len(v["head"]) == 64,
         "the chain of a store that nobody touched is whole", v)
    t.same([v["open_days"]], [n for n, in s.query(
        "SELECT count(*) FROM day WHERE state = 'open'")],
        "and it says how many days it does not know yet")
    r = harness.truycap("verify", "--store", "-c", s.conf, cwd=s.dir)
    t.ok(r.status == 0 and r.out.startswith(b"ok: ") and
         v["head"].encode() in r.out, "so it is told to people", r.out)
    head = v["head"]

    # As the header says, from outside.
    prev, wrong = "0" * 64, []
    for seq, at, kind, site, first, last, body, digest, before, mine in s.query(
            "SELECT * FROM seal_link ORDER BY seq"):
        want = hashlib.sha256(body.encode()).hexdigest()
        text = "%d\n%d\n%s\n%s\n%d\n%d\n%s\n%s\n" % (
            seq, at, kind, site, first, last, digest, before)
        if (want, prev, hashlib.sha256(text.encode()).hexdigest()) != (
                digest, before, mine):
            wrong.append(seq)
        prev = mine
    t.same((wrong, prev), ([], head), "hashes are what chain.h says")
    body = s.query("SELECT body FROM seal_link WHERE seq = 2")[0][0]
    hours = s.query("SELECT hour, class, outcome, hits, bytes FROM hour WHERE"
                    " day = %d ORDER BY 1, 2, 3" % sealed[1])
    text = "".join("\t".join(map(str, row)) + "\n" for row in hours)
    t.ok(hashlib.sha256(text.encode()).hexdigest() in body,
         "and digests those of the rows as text", body)
    t.ok(s.query("SELECT lower(hex(hash)) FROM stream")[0][0] in body,
         "a link has how far the logs were read")

    status, v = verified(s, "--head", head)
    t.ok(status == 0 and v["asked"]["found"] and
         v["asked"]["link"] == v["links"], "the head is in the chain", v)
    status, v = verified(s, "--head", "0" * 64)
    t.ok(status == 1 and not v["ok"] and not v["asked"]["found"],
         "another one is not", v)
    r = harness.truycap("verify", "--store", "-c", s.conf, "--head", "12",
                        cwd=s.dir)
    t.ok(r.status == 64, "what is no hash is refused", r)
    s.append("a.log", harness.entry(harness.instant(
        "2026-10-20T20:00:00+07:00"), "192.0.2.1"))
    s.must(now=LATER)
    s.append("a.log", harness.entry(harness.instant(
        "2026-10-24T20:00:00+07:00"), "192.0.2.1"))
    s.must(now="2026-10-24T20:15:00+07:00")
    status, v = verified(s, "--head", head)
    t.ok(status == 0 and v["asked"]["found"] and v["head"] != head,
         "it stays in it when days are added", v)

# ---- edits ----

DAY = "(SELECT min(day) + 1 FROM day)"
EDITS = [
    ("the visits of a day", "UPDATE day SET visits = visits + 1 WHERE day = "
     + DAY, "table day"),
    ("its state", "UPDATE day SET state = 'open' WHERE day = " + DAY,
     "table day"),
    ("a row of an hour", "UPDATE hour SET hits = hits + 1, bytes = bytes"
     " WHERE day = " + DAY, "table hour"),
    ("figures of its hours", "UPDATE day_hour SET body = zeroblob(20)"
     " WHERE day = " + DAY, "table day_hour"),
    ("a tally", "UPDATE tally SET pages = pages + 1 WHERE day = " + DAY +
     " AND key = (SELECT max(key) FROM tally WHERE day = " + DAY + ")",
     "table tally"),
    ("a tally that is taken away", "DELETE FROM tally WHERE day = " + DAY +
     " AND key = (SELECT max(key) FROM tally WHERE day = " + DAY + ")",
     "table tally"),
    ("a name", "UPDATE term SET text = text || 'x' WHERE id = (SELECT key"
     " FROM tally WHERE day = " + DAY + " LIMIT 1)", "table tally"),
    ("distinct visitors", "UPDATE unique_day SET registers = x'00'"
     " WHERE day = " + DAY, "table unique_day"),
    ("the ledger", "UPDATE ledger SET lines = lines + 1 WHERE class = 'human'"
     " AND day = " + DAY, "table ledger"),
    ("the list that it was judged by", "UPDATE list SET sha256 = 'x'",
     "table day_list"),
    ("a sum of a month that is added", "INSERT INTO folded VALUES(1, " + DAY +
     ", " + DAY + ")", "table folded"),
    ("when a page was seen first", "UPDATE first_seen SET first = first - 1"
     " WHERE hash = (SELECT min(hash) FROM first_seen WHERE first = (SELECT"
     " min(first) FROM first_seen))", "table first_seen"),
    ("the name of a page", "UPDATE first_seen SET name = name || 'x' WHERE"
     " hash = (SELECT min(hash) FROM first_seen WHERE first = (SELECT"
     " min(first) FROM first_seen))", "table first_seen has a name"),
    ("rows of a day that has none", "INSERT INTO hour VALUES(1, 20000, 0,"
     " 'human', 'page', 1, 1)", "rows that no link knows of"),
    ("a whole day that is taken away", "DELETE FROM day WHERE day = " + DAY,
     "gone"),
    ("two days that are swapped", "UPDATE day SET day = -day WHERE day IN"
     " (M + 1, M + 2); UPDATE day SET day = 2 * M + 3 + day WHERE day < 0",
     "table day"),
    ("a balance that is added", "INSERT INTO baseline(site, as_of_day, value,"
     " unit, source, sha256, by, recorded_s) VALUES(1, 1, 1000000, 'visits',"
     " '', '', '', 1)", "table baseline"),
    ("a month of an older tool", "INSERT INTO history(site, month, source,"
     " sha256, by, recorded_s) VALUES(1, 1, '', '', '', 1)", "table history"),
    ("a place in a ranking", "INSERT INTO rank(site, name, year, rank, units,"
     " population, source, sha256, note, by, recorded_s) VALUES(1, 'a', 2026,"
     " 1, 9, '', '', '', '', '', 1)", "table rank"),
    ("a restatement", "INSERT INTO restatement VALUES(1, 1, 1, 1, 1, '', '',"
     " '', '', '', '', '', '')", "table restatement"),
    ("a link's text", "UPDATE seal_link SET body = replace(body, 'hour',"
     " 'houR') WHERE seq = 2", "link 2 (seal, s 2026-"),
    ("its time", "UPDATE seal_link SET at_s = at_s + 1 WHERE seq = 2",
     "link 2 (seal, s 2026-"),
    ("a link that is taken away", "DELETE FROM seal_link WHERE seq = 2",
     "link 2 and what follows it up to 2 are missing"),
    ("the last one", "DELETE FROM seal_link WHERE seq = (SELECT max(seq) FROM"
     " seal_link)", "ended otherwise"),
    ("all of them", "DELETE FROM seal_link", "ended otherwise"),
    ("one that is added", "INSERT INTO seal_link SELECT max(seq) + 1, 1,"
     " 'seal', 's', 1, 1, '', 'x', 'y', 'z' FROM seal_link", "was changed"),
    ("a stream's hash", "UPDATE stream SET hash = zeroblob(16)",
     "its position or hash"),
    ("how far it was read", "UPDATE stream SET consumed = 5",
     "its position or hash"),
    ("a stream that is taken away", "DELETE FROM stream", "it is gone"),
    ("the site's name", "UPDATE site SET name = 'other'", "site "),
]
with harness.Site() as s:
    filled(s)
    whole = s.db.read_bytes()
    first = s.query("SELECT min(day) FROM day")[0][0]
    day = s.query("SELECT date((min(day) + 1) * 86400, 'unixepoch') FROM day"
                  )[0][0]
    for name, sql, want in EDITS:
        s.db.write_bytes(whole)
        for extra in ("-wal", "-shm"):
            p = s.db.with_name(s.db.name + extra)
            if p.exists():
                p.unlink()
        db = sqlite3.connect(s.db)
        db.executescript(sql.replace("M +", "%d +" % first)
                         .replace("* M", "* %d" % first))
        db.commit()
        db.close()
        status, v = verified(s)
        found = [f for f in v["findings"] if want in f]
        t.ok(status == 1 and found and (
            "table" not in want or "baseline" in want or "hist" in want or
            "rest" in want or "rank" in want or "no link" in want or "day_list" in want or "seen" in want or
            any(day in f for f in found)), "found: " + name,
            "%s %s" % (status, v["findings"][:5]))
    # A digest that was made to fit, with its hash: the next link tells.
    s.db.write_bytes(whole)
    db = sqlite3.connect(s.db)
    row = list(db.execute("SELECT * FROM seal_link WHERE seq = 2").fetchone())
    row[6] = row[6].replace("hour", "hour", 1) + "* history -\n"
    row[7] = hashlib.sha256(row[6].encode()).hexdigest()
    row[9] = hashlib.sha256(("%d\n%d\n%s\n%s\n%d\n%d\n%s\n%s\n" % (
        *row[:6], row[7], row[8])).encode()).hexdigest()
    db.execute("UPDATE seal_link SET body = ?, digest = ?, hash = ?"
               " WHERE seq = 2", (row[6], row[7], row[9]))
    db.commit()
    db.close()
    status, v = verified(s)
    t.ok(status == 1 and "link 3" in v["findings"][0] and
         "does not follow" in v["findings"][0],
         "a link that was written anew: the next one does not follow", v)

# ---- what the program does itself ----

with harness.Site(extra="keep_hours = 8d\nkeep_days = 8d\nkeep_months = 8d\n"
                  ) as s:
    filled(s, days=40)
    s.must(now="2026-12-20T20:15:00+07:00")
    status, v = verified(s)
    kinds = dict(s.query("SELECT kind, count(*) FROM seal_link GROUP BY 1"))
    t.ok(status == 0 and kinds.get("fold", 0) >= 2,
         "days that became sums", "%s %s" % (kinds, v))
    t.ok(s.query("SELECT count(*) FROM tally_fold")[0][0] > 0,
         "control: they did")
    edit(s, "UPDATE tally_fold SET pages = pages + 1 WHERE key = (SELECT"
         " max(key) FROM tally_fold)")
    status, v = verified(s)
    t.ok(status == 1 and "table tally_fold" in v["findings"][0],
         "a sum of a month that was edited", v)

with harness.Site() as s:
    filled(s, days=6)
    s.run("forget", "--before", "2026-10-03", now=LATER)
    status, v = verified(s)
    t.ok(status == 0, "details that were forgotten", v)
    edit(s, "UPDATE day SET visits = visits + 1 WHERE day = (SELECT min(day)"
         " FROM day)")
    status, v = verified(s)
    t.ok(status == 1 and v["wrong"] == 1 and "table day" in v["findings"][0],
         "their figures can still be checked", v)
    edit(s, "UPDATE day SET visits = visits - 1 WHERE day = (SELECT min(day)"
         " FROM day)")
    s.run("forget", "--before", "2026-10-03", "--all", now=LATER)
    status, v = verified(s)
    t.ok(status == 0 and s.query("SELECT count(*) FROM day WHERE day < 20729"
                                 ) == [(0,)], "days that were forgotten", v)
    s.run("baseline", "add", "--value", "1000", "--unit", "visits", "--as-of",
          "2026-10-01", "--source", "x", "--by", "A")
    status, v = verified(s)
    t.ok(status == 0 and s.query("SELECT count(*) FROM baseline") == [(1,)],
         "a balance that was entered", v)
    edit(s, "UPDATE baseline SET value = 10000")
    status, v = verified(s)
    t.ok(status == 1 and "table baseline" in v["findings"][0],
         "and one that was edited", v)

with harness.Site() as s:
    filled(s)
    r = s.run("rank", "add", "--index", "X", "--year", "2016", "--rank", "13",
              "--of", "19", "--source", s.conf, now=LATER)
    status, v = verified(s)
    t.ok(r.status == 0 and status == 0, "a place that was entered",
         "%s %s" % (r, v))
    r = s.run("rank", "remove", "--index", "X", "--year", "2016", now=LATER)
    status, v = verified(s)
    kinds = dict(s.query("SELECT kind, count(*) FROM seal_link GROUP BY 1"))
    t.ok(r.status == 0 and status == 0 and kinds.get("rank") == 2,
         "and one that was removed", "%s %s %s" % (r, v, kinds))

with harness.Site() as s, harness.Site() as other:
    s.run("store", "init")
    (other.dir / "data").mkdir(mode=0o700)
    other.run("store", "init", "--key", s.key_file())
    s.write("a.log", b"")
    s.must()
    filled(other, seed=9)
    r = s.run("merge", other.db)
    status, v = verified(s)
    t.ok(r.status == 0 and status == 0 and v["links"] > 2,
         "days of another store", "%s %s" % (r, v))
    edit(s, "UPDATE hour SET hits = hits + 1 WHERE day = 20728")
    status, v = verified(s)
    t.ok(status == 1, "edited after that", v)

# ---- a store of before ----

with harness.Site(now="2026-10-08T00:00:00+07:00") as s:
    (s.dir / "data").mkdir(mode=0o700)
    (s.dir / "data/truycap.db.key").write_bytes(
        b"a key that is known to the tests")
    db = sqlite3.connect(s.db)
    db.executescript((harness.HERE / "store-1.sql").read_text())
    db.close()
    r = s.run("store", "migrate", "--now", s.now)
    status, v = verified(s)
    t.ok(r.status == 0 and status == 0 and v["links"] == 1 and
         v["days"] >= 1, "the chain of a migrated store begins with its days",
         "%s %s" % (r, v))
    edit(s, "UPDATE day SET visits = visits + 1")
    status, v = verified(s)
    t.ok(status == 1 and "table day is not as link 1 has it" in
         v["findings"][0], "which are found, too, when edited", v)
t.done()
