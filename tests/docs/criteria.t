#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Both pages on criteria have every part and every key of the reader."""

import pathlib
import re

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
source = (ROOT / "aggregate/criteria_keys.c").read_text()
keys = set(re.findall(r'KEY\(\w+, "(\w+)"', source))
keys |= set(re.findall(r'^\t\{ "(\w+)", FORM_', source, re.M))
parts = set(re.findall(r'PART\("(\w+)"', source)) | {"criteria", "register"}
keys |= {"title", "title_en", "proof", "sha256", "by", "date"}
n = 0
for page in ("docs/CRITERIA.md", "docs/CRITERIA.vi.md"):
    text = (ROOT / page).read_text()
    lacking = [k for k in sorted(keys) if "`%s`" % k not in text]
    lacking += [p for p in sorted(parts) if "[%s " % p not in text]
    n += 1
    print("%sok %d - %s has %d keys and %d parts%s" % (
        "not " if lacking or len(keys) < 30 else "", n, page, len(keys),
        len(parts), "".join("\n# lacking: " + k for k in lacking)))
print("1..%d" % n)
