# SPDX-License-Identifier: MIT
"""The Vietnamese lunar calendar, by astronomy: a month begins on the day (UTC+7) of a
new moon; month 11 has the winter solstice; of 13 months between two solstices the
first one without a middle term of the sun is the leap month.

New moons: Meeus, Astronomical Algorithms, chapter 49 (main terms); the sun: chapter
25 (low accuracy).  Both are good to some minutes; tests ask how far the nearest new
moon is from midnight.
"""
import datetime
import functools
import math

ZONE = 7 / 24
EPOCH = datetime.date(1970, 1, 1)
JD_1970 = 2440587.5


def delta_t(year):
    """Terrestrial less universal time, in days (Espenak and Meeus, 2005-2050)."""
    t = year - 2000
    return (62.92 + 0.32217 * t + 0.005589 * t * t) / 86400


def sin(degrees):
    return math.sin(math.radians(degrees))


def new_moon(k):
    """Julian day, universal time, of new moon number k since January 2000."""
    t = k / 1236.85
    jde = (2451550.09766 + 29.530588861 * k + 0.00015437 * t**2
           - 0.000000150 * t**3)
    e = 1 - 0.002516 * t - 0.0000074 * t**2
    m = 2.5534 + 29.10535670 * k - 0.0000014 * t**2
    mm = 201.5643 + 385.81693528 * k + 0.0107582 * t**2
    f = 160.7108 + 390.67050284 * k - 0.0016118 * t**2
    o = 124.7746 - 1.56375588 * k + 0.0020672 * t**2
    terms = (
        (-0.40720, mm), (0.17241 * e, m), (0.01608, 2 * mm),
        (0.01039, 2 * f), (0.00739 * e, mm - m), (-0.00514 * e, mm + m),
        (0.00208 * e * e, 2 * m), (-0.00111, mm - 2 * f),
        (-0.00057, mm + 2 * f), (0.00056 * e, 2 * mm + m), (-0.00042, 3 * mm),
        (0.00042 * e, m + 2 * f), (0.00038 * e, m - 2 * f),
        (-0.00024 * e, 2 * mm - m), (-0.00017, o), (-0.00007, mm + 2 * m),
        (0.00004, 2 * mm - 2 * f), (0.00004, 3 * m),
        (0.00003, mm + m - 2 * f), (0.00003, 2 * mm + 2 * f),
        (-0.00003, mm + m + 2 * f), (0.00003, mm - m + 2 * f),
        (-0.00002, mm - m - 2 * f), (-0.00002, 3 * mm + m), (0.00002, 4 * mm),
        (0.000325, 299.77 + 0.107408 * k - 0.009173 * t**2),
        (0.000165, 251.88 + 0.016321 * k), (0.000164, 251.83 + 26.651886 * k),
        (0.000126, 349.42 + 36.412478 * k), (0.000110, 84.66 + 18.206239 * k),
    )
    jde += sum(factor * sin(angle) for factor, angle in terms)
    return jde - delta_t(2000 + k / 12.3685)


def sun(jd):
    """Apparent longitude in degrees at a Julian day, universal time."""
    t = (jd + delta_t(2000 + (jd - 2451545) / 365.25) - 2451545) / 36525
    mean = 280.46646 + 36000.76983 * t + 0.0003032 * t * t
    m = 357.52911 + 35999.05029 * t - 0.0001537 * t * t
    centre = ((1.914602 - 0.004817 * t - 0.000014 * t * t) * sin(m)
              + (0.019993 - 0.000101 * t) * sin(2 * m) + 0.000289 * sin(3 * m))
    omega = 125.04 - 1934.136 * t
    return (mean + centre - 0.00569 - 0.00478 * sin(omega)) % 360


def day_of(jd):
    """Number of the local day, from 1970, in which an instant lies."""
    return math.floor(jd - JD_1970 + ZONE)


def start_of(day):
    """Julian day of its local midnight."""
    return day + JD_1970 - ZONE


def month_of_moon(k):
    return day_of(new_moon(k))


def term(day):
    """0..11: the middle term that the sun has passed when the day begins."""
    return int(sun(start_of(day)) // 30)


@functools.lru_cache(None)
def eleventh(year):
    """Number of the new moon that begins month 11 of a year: its solstice's."""
    k = round((year + 0.97 - 2000) * 12.3685) - 3
    solstice = None
    for day in range((datetime.date(year, 12, 18) - EPOCH).days,
                     (datetime.date(year, 12, 26) - EPOCH).days):
        if term(day) != term(day + 1):
            solstice = day
    while month_of_moon(k + 1) <= solstice:
        k += 1
    return k


@functools.lru_cache(None)
def months(year):
    """{(month, leap): first day} of the months from 11 of the year before to 10."""
    first, last = eleventh(year - 1), eleventh(year)
    leap = None
    if last - first == 13:
        for k in range(first + 1, last):
            if term(month_of_moon(k)) == term(month_of_moon(k + 1)):
                leap = k
                break
    out, month = {}, 11
    for k in range(first, last):
        if k == leap:
            out[(month - 1) or 12, True] = month_of_moon(k)
            continue
        out[month, False] = month_of_moon(k)
        month = month % 12 + 1
    return out


def solar(year, month, day):
    """The date of a lunar day of a year that begins in that solar year; no leap month."""
    return EPOCH + datetime.timedelta(months(year)[month, False] + day - 1)


def margin(year, month):
    """Hours between the month's new moon and the nearest midnight."""
    first = months(year)[month, False]
    for k in range(eleventh(year - 1), eleventh(year)):
        if month_of_moon(k) == first:
            into = (new_moon(k) - start_of(first)) * 24
            return min(into, 24 - into)
    raise KeyError(month)
