"""Dates in EDTF, levels 0 to 2: what is uncertain, approximate, partly unknown, one of several, or very long ago.

Rules: https://www.loc.gov/standards/datetime/. The library `edtf` reads digits masked before others (`15XX-12-25`). What has a clock, an
open end, significant digits, a season or an exponent is read here: the library drops the clock, fails on `..`, overlooks the digits, lets a
winter end with its year, and would write out a year of a million digits; tests/date/test_uncertain.py shows each. So are plain dates with a
qualifier or masked at their end, for which it takes 20 ms each; there the test holds both to the same answer.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import Any

from timeline.clock import DAY, date_of, days_of, format_year, instant_of
from timeline.date.calendar import Period
from timeline.date.partial import Season
from timeline.date.written import one_day, one_month, one_quarter, one_season, one_year
from timeline.errors import DateError
from timeline.model import Moment, Precision
from timeline.moment import civil

_QUALIFIED = re.compile(r"[?~%]")
_SEASONS: tuple[Season, ...] = ("spring", "summer", "autumn", "winter")
_SEASON = re.compile(r"(?P<year>-?\d{4})-(?P<code>2[1-9]|3\d|4[01])")
_LONG = re.compile(r"Y(?P<year>-?\d{1,18})(?:E(?P<power>\d{1,2}))?(?:S(?P<digits>\d{1,2}))?|(?P<short>-?\d{4})S(?P<short_digits>[1-4])")
_PLAIN = re.compile(r"(?P<year>-?\d{4})(?:-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>\d\d))?)?(?P<masked>(?:-XX){0,2})")
_MASKED_YEAR = re.compile(r"(?P<sign>-?)(?P<digits>\d{1,3})(?P<mask>X{1,3})(?:-XX){0,2}")
_SET = re.compile(r"\[[^\[\]{}]{1,400}\]|\{[^\[\]{}]{1,400}\}")
_PARTS = re.compile(r"[0-9X?~%-]{4,20}")
_MASKS: dict[int, Precision] = {1: "decade", 2: "century", 3: "millennium"}
_LARGEST = 10**18
"""Years that are no slip of the keyboard: the universe has some 1.4 * 10**10 behind it."""


def looks_uncertain(text: str) -> bool:
    """Whether a text may be EDTF beyond ISO 8601."""
    return bool(_SEASON.fullmatch(text) or _LONG.fullmatch(text) or _SET.fullmatch(text) or _PARTS.fullmatch(text))


@lru_cache(maxsize=4_096)
def read_uncertain(text: str, zone: str) -> tuple[Moment | None, Moment | None]:
    """Start and end: an end where all of a set are meant, or where a set begins or ends open. Raises `DateError`.

    >>> read_uncertain("156X", "UTC")[0].precision, read_uncertain("Y-17E7", "UTC")[0].civil
    ('decade', '-170000000')
    """
    if found := _SEASON.fullmatch(text):
        return _civil(_division(int(found["year"]), int(found["code"])), zone), None
    if found := _LONG.fullmatch(text):
        return _long(found, zone, text), None
    if _SET.fullmatch(text):
        return _set(text, zone)
    if not _PARTS.fullmatch(text):
        raise DateError(text)
    about, known = bool(_QUALIFIED.search(text)), _QUALIFIED.sub("", text)
    if found := _PLAIN.fullmatch(known):
        return _civil(_plain(found, text), zone, approximate=about), None
    if (found := _MASKED_YEAR.fullmatch(known)) and len(found["digits"] + found["mask"]) == 4:
        return _civil(_masked(found), zone, approximate=about), None
    return _parsed(text, known, zone), None


def _civil(period: Period, zone: str, *, approximate: bool = False) -> Moment:
    return civil(period.first, period.last, period.precision, zone, "given", text=period.text, approximate=approximate)


def _plain(found: re.Match[str], text: str) -> Period:
    """A date whose parts are known from the year on, as far as it is not masked."""
    year, month, day = int(found["year"]), found["month"], found["day"]
    if len(found["masked"]) > (3 if month else 6) or (day and found["masked"]):
        raise DateError(text)
    period = one_year(year) if month is None else one_month(year, int(month)) if day is None else one_day(year, int(month), int(day))
    if period is None:
        raise DateError(text)
    return period


def _masked(found: re.Match[str]) -> Period:
    """`156X`: any year of the decade; before the year 0 the named one is the earliest, as it is after it."""
    size = 10 ** len(found["mask"])
    low = int(found["digits"]) * size
    first = 1 - low - size if found["sign"] else low
    precision = _MASKS[len(found["mask"])]
    return Period(days_of(first, 1, 1), days_of(first + size, 1, 1) - 1, precision, format_year(first))


def _division(year: int, code: int) -> Period:
    """21 to 24 are the seasons, 25 to 28 those of the north, 29 to 32 of the south, 33 to 36 quarters, then thirds and halves of a year."""
    if code <= 32:
        return one_season(year, _SEASONS[(code - 21) % 4], southern=code >= 29)
    if code <= 36:
        return one_quarter(year, code - 32)
    months, number = (4, code - 36) if code <= 39 else (6, code - 39)
    end = months * number
    first, last = days_of(year, end - months + 1, 1), days_of(year + end // 12, end % 12 + 1, 1) - 1
    return Period(first, last, "year", format_year(year), portion=True)


def _long(found: re.Match[str], zone: str, text: str) -> Moment:
    """A year of more than four digits, and how many of its digits count: the rest is a guess."""
    year = int(found["year"] or found["short"]) * 10 ** int(found["power"] or 0)
    if abs(year) > _LARGEST:
        raise DateError(text)
    moment = _civil(one_year(year), zone)
    digits = int(found["digits"] or found["short_digits"] or 0)
    if not digits or digits >= len(str(abs(year))):
        return moment
    size = 10 ** (len(str(abs(year))) - digits)
    low = abs(year) // size * size
    first, last = (low, low + size - 1) if year >= 0 else (1 - low - size, -low)
    return _between(first, last, moment, zone)


def _between(first: int, last: int, moment: Moment, zone: str) -> Moment:
    """A moment that is named but lies anywhere in the years `first` to `last`."""
    earliest, latest = (instant_of(days_of(year, 1, 1) * DAY, zone) for year in (first, last + 1))
    return replace(moment, earliest=earliest, latest=latest, approximate=True)


def _set(text: str, zone: str) -> tuple[Moment | None, Moment | None]:
    """One of several (`[]`): somewhere from the first to the last of them. All of them (`{}`): from the first to the last."""
    parts = [part.strip() for part in re.split(r",|\.\.", text[1:-1])]
    found = [_single(part, zone) for part in parts if part]
    if not found:
        raise DateError(text)
    first = min(found, key=lambda moment: moment.earliest or 0)
    last = max(found, key=lambda moment: moment.latest or 0)
    before, after = not parts[0], not parts[-1]
    if before or after:
        return (None, last) if before else (first, None)
    if len(found) == 1:
        return first, None
    if text[0] == "{":
        return first, last
    return replace(first, latest=last.latest, approximate=True), None


def _single(part: str, zone: str) -> Moment:
    moment, end = read_uncertain(part, zone)
    if moment is None or end is not None:
        raise DateError(part)
    return moment


def _parsed(text: str, known: str, zone: str) -> Moment:
    """What the library reads: its bounds, with our own name and precision; `known` is the text without its qualifiers."""
    try:
        from edtf import parse_edtf
        from edtf.parser.edtf_exceptions import EDTFParseException
    except ModuleNotFoundError as error:
        raise DateError(text) from error
    try:
        parsed: Any = parse_edtf(text)
        first, last = days_of(*parsed.lower_strict()[:3]), days_of(*parsed.upper_strict()[:3])
    except (EDTFParseException, ValueError, TypeError, AttributeError, KeyError, IndexError, OverflowError, RecursionError) as error:
        raise DateError(text) from error
    masked = known[known.startswith("-") :][:4].count("X")
    if masked == 4 or last < first:
        raise DateError(text)  # any year at all is no date
    precision: Precision = _MASKS[masked] if masked else "year"
    return civil(first, last, precision, zone, "given", text=format_year(date_of(first)[0]), approximate=bool(_QUALIFIED.search(text)))
