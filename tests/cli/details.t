#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""store/details.h has every table that hangs on a day of a site, with all its columns and all
that it names: else details would not be forgotten, or be lost in a merge."""

import os
import re
import sqlite3
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import harness  # noqa: E402

t = harness.Tap()
# The day's figures, what goes when it is sealed, and what is no day's detail.
OTHERS = {"day", "part", "carried", "ledger"}

text = (harness.ROOT / "store/details.h").read_text()
text = text[text.index("#define DETAIL_TABLE"):text.index("/* Site ?1, days")]
counts = re.search(r'#define DETAIL_COUNTS([^#]*)',
                   (harness.ROOT / "store/details.h").read_text()).group(1)
counts = "".join(re.findall(r'"([^"]*)"', counts))
text = text.replace("DETAIL_ADD_COUNTS", '"add"').replace("DETAIL_SUMS", '"sums"')
text = text.replace("DETAIL_LIST_OF_B", '"list"')
text = text.replace("DETAIL_COUNTS", '"%s"' % counts)
text = re.sub(r'DETAIL_TERM_OF_B\("(\w+)"\)', r'"TERM(\1)"', text)
text = re.sub(r"\\\n", "", text)
rows = {}
for row in text.split("D(X, ")[1:]:
    # Neighbouring strings are one.
    fields = [re.sub(r'"\s*"', "", f) for f in
              re.findall(r'"[^"]*"(?:\s*"[^"]*")*', row)]
    fields = [f.strip('"') for f in fields]
    rows[fields[0]] = fields

db = sqlite3.connect(":memory:")
db.executescript((harness.ROOT / "store/schema.sql").read_text())
tables = {}
for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type='table'"):
    columns = [c[1] for c in db.execute("PRAGMA table_info(%s)" % name)]
    if "site" in columns and "day" in columns:
        tables[name] = columns
t.ok(len(rows) >= 3 and {"hour", "tally", "unique_day"} <= set(rows),
     "control: rows are read", rows)
t.same(set(tables) - OTHERS, set(rows), "each such table has its row")
for name, fields in rows.items():
    columns = tables.get(name, [])
    t.same(fields[1].split(", "), columns[2:],
           "%s: all columns, in their order" % name)
    # A column of registers is brought or not.
    brought = re.sub(r"CASE WHEN .* THEN (\w+) END$", r"\1", fields[2])
    t.same([re.sub(r"TERM\((\w+)\)", r"\1", c) for c in
            brought.split(", ")], columns[2:],
           "%s: what is brought of another store" % name)
    # Whatever is a term's number must be brought as its text's number here.
    terms = {c for c in columns if c in ("key", "page", "term", "name", "text")}
    t.same(set(re.findall(r"TERM\((\w+)\)", fields[2])), terms,
           "%s: terms are brought by their text" % name)
    t.same(set(re.findall(r"SELECT (\w+) FROM " + name, fields[6])), terms,
           "%s: terms in use are not forgotten" % name)

# And of whatever hangs on a sealed day there is a digest.
chain = (harness.ROOT / "store/stmt_chain.h").read_text()
chain = chain[chain.index("#define CHAIN_DAY_TABLE"):
              chain.index("#define CHAIN_SITE_TABLE")]
t.same(set(re.findall(r'C\(X, \w+, "(\w+)"', chain)),
       set(rows) | {"day", "ledger", "first_seen"}, "the chain of sealed days has each")

# Sealed days are brought whole.
text = (harness.ROOT / "store/stmt.h").read_text()
text = text[text.index("#define STMT_DAY_COLUMNS"):]
text = text[:text.index("#define STMT_TABLE")]
t.same("".join(re.findall(r'"([^"]*)"', text)).split(", "), tables["day"][1:],
       "day: all columns, in their order")
t.done()
