#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The shipped list of holidays against the lunar calendar and the rule of the law."""
import datetime
import os
import re
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import lunar

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..')
tests = 0


def ok(good, name):
    global tests
    tests += 1
    print('%sok %d - %s' % ('' if good else 'not ', tests, name))


def read():
    off, worked, into = {}, {}, None
    first = last = None
    for line in open(os.path.join(ROOT, 'conf/holidays-vn.conf'), encoding='utf-8'):
        line = line.strip()
        if not line or line[0] in '#;':
            continue
        if line in ('[holidays]', '[working]'):
            into = off if line == '[holidays]' else worked
            continue
        key, value = (part.strip() for part in line.split('=', 1))
        if key == 'years':
            first, last = map(int, value.split('-'))
            continue
        name = value.split('|')[0].strip()
        if re.fullmatch(r'\d\d-\d\d', key):
            for year in range(first, last + 1):
                into[datetime.date.fromisoformat('%d-%s' % (year, key))] = name
            continue
        start, _, end = key.partition('..')
        day = datetime.date.fromisoformat(start)
        while day <= datetime.date.fromisoformat(end or start):
            assert day not in into, day
            into[day] = name
            day += datetime.timedelta(1)
    return range(first, last + 1), off, worked


# Known from almanacs: the lunar New Year and the leap month of some years.
KNOWN = {1985: (datetime.date(1985, 1, 21), 2),  # a month before the Chinese one
         2007: (datetime.date(2007, 2, 17), None),  # a day before it
         2014: (datetime.date(2014, 1, 31), 9), 2017: (datetime.date(2017, 1, 28), 6),
         2020: (datetime.date(2020, 1, 25), 4), 2023: (datetime.date(2023, 1, 22), 2),
         2025: (datetime.date(2025, 1, 29), 6), 2026: (datetime.date(2026, 2, 17), None)}
for year, (first, leap) in sorted(KNOWN.items()):
    leaps = [m for m, is_leap in lunar.months(year) if is_leap]
    ok(lunar.solar(year, 1, 1) == first and leaps == ([leap] if leap else []),
       'the lunar calendar of %d is that of almanacs' % year)

years, off, worked = read()
one = datetime.timedelta(1)
for year in years:
    new_year, kings = lunar.solar(year, 1, 1), lunar.solar(year, 3, 10)
    ok(lunar.margin(year, 1) > 0.5 and lunar.margin(year, 3) > 0.5,
       '%d: its new moons are clear of midnight' % year)
    ok(off.get(kings) == 'Giỗ Tổ', '%d: the 10th of the third month' % year)
    tet = sorted(d for d, n in off.items() if d.year == year and n == 'Tết Nguyên đán')
    ok(new_year in tet and new_year + one in tet and new_year + 2 * one in tet
       and new_year - one in tet and len(tet) >= 5
       and tet[-1] - tet[0] == (len(tet) - 1) * one,
       '%d: five days or more round the lunar New Year' % year)
    # Working days that are lost by Tết, in lieu or not: five, and the swapped ones.
    lieu = [d for d in off if d.year == year and off[d] == 'Nghỉ bù'
            and tet[-1] < d <= tet[-1] + 4 * one]
    lost = sum(d.weekday() < 5 for d in tet + lieu)
    made = sum(d.year == year and tet[0] - 4 * one <= d <= tet[-1] + 4 * one for d in worked)
    ok(lost - made == 5, '%d: five working days are off at Tết' % year)
    fixed = [d for d, n in off.items() if d.year == year and n in (
        'Tết Dương lịch', 'Giỗ Tổ', 'Ngày 30/4', 'Ngày 1/5', 'Quốc khánh')]
    extra = [d for d, n in off.items() if d.year == year and n == 'Nghỉ bù' and d not in lieu]
    ok(sum(d.weekday() > 4 for d in fixed) == len(extra),
       '%d: each holiday at a week\'s end is made good' % year)
    ok(len([d for d in fixed if off[d] == 'Quốc khánh']) == (2 if year >= 2021 else 1),
       '%d: days of National Day' % year)
    swapped = [d for d, n in off.items() if d.year == year and n == 'Hoán đổi']
    ok(all(d.weekday() < 5 for d in swapped + extra + lieu), '%d: days in lieu are weekdays' % year)
ok(all(d.weekday() > 4 and d not in off for d in worked), 'days worked instead lie at week\'s ends')
print('1..%d' % tests)
