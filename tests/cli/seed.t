#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""seed.t -- the counter that this program began with.

A provincial department's page showed "Đang online 2, Hôm nay 163, Tháng này 3540,
Tổng lượt truy cập 19358".  A log is made so that the widget must show exactly
these figures: 3,377 visits on the days 1 to 13 of May, 163 on the 14th up to 14:15,
two visitors in the last five minutes, and an older counter's 15,818.
"""
import json
import sys

sys.path.insert(0, __file__.rsplit("/", 1)[0])
import harness  # noqa: E402

NOW = "2021-05-14T14:15:00+07:00"


def view(day, second, number, path="/Pages/tin-tuc.aspx"):
    """Each number is a visitor of its own: an address of a /64 of its own."""
    return (b'2001:db8:%x:%x::1 - - [%02d/May/2021:%02d:%02d:%02d +0700] '
            b'"GET %s HTTP/1.1" 200 5120 "-" "%s"\n' % (
                number >> 16, number & 0xffff, day, second // 3600,
                second // 60 % 60, second % 60, path.encode(),
                harness.AGENT))


def month():
    out, number = [], 0
    for day in range(1, 14):
        visits = 3377 // 13 + (day <= 3377 % 13)
        for k in range(visits):
            number += 1
            at = 7 * 3600 + k * 120
            out.append(view(day, at, number))
            if k % 3 == 0:  # the same visit: 29 minutes of silence
                out.append(view(day, at + 29 * 60, number, "/"))
    last = 14 * 3600 + 15 * 60
    for k in range(161):
        number += 1
        out.append(view(14, 7 * 3600 + k * 90, number))
    for k in range(2):
        number += 1
        out.append(view(14, last - 299 + k * 200, number))
    return b"".join(out)


def main():
    t = harness.Tap()
    folder = harness.scratch()
    (folder / "access.log").write_bytes(month())
    (folder / "t.conf").write_text("""data = data
[site "skhcn"]
name = Sở Khoa học và Công nghệ tỉnh Bắc Kạn
host = skhcn.backan.gov.vn
log = access.log
tz = Asia/Ho_Chi_Minh
opening = 15818 visits 2021-05-01
widget = out
widget_path = /thong-ke/
""")
    r = harness.truycap("update", "-c", "t.conf", "--now", NOW, cwd=folder)
    t.same((r.status, r.says), (0, ""), "update is quiet")
    got = json.loads((folder / "out/visits.json").read_bytes())
    for key, want in (("online", 2), ("today", 163), ("month", 3540),
                      ("total", 19358), ("opening_balance", 15818),
                      ("unit", "visits"), ("stale", False),
                      ("as_of", NOW)):
        t.same(got[key], want, "visits.json: %s is %s" % (key, want))
    html = (folder / "out/visits.html").read_text()
    text = (folder / "out/visits.txt").read_text()
    for want in ("163", "3.540", "19.358"):
        t.ok(">" + want + "<" in html, "visits.html shows " + want)
        t.ok(want in text, "visits.txt shows " + want)
    for badge, want in (("online", "2"), ("today", "163"),
                        ("month", "3.540"), ("total", "19.358")):
        svg = (folder / ("out/badge-%s.svg" % badge)).read_text()
        t.ok(">" + want + "<" in svg, "badge-%s.svg shows %s" % (badge, want))
    # A minute of silence later the earlier of the two has left.
    r = harness.truycap("update", "-c", "t.conf", "--now",
                        "2021-05-14T14:16:00+07:00", cwd=folder)
    got = json.loads((folder / "out/visits.json").read_bytes())
    t.same((r.status, got["online"], got["total"]), (0, 1, 19358),
           "a minute later one visitor is online, and the total stands")
    t.done()


main()
