"""ISO 8601 in full: calendar, week and ordinal dates, basic and extended, clocks with fractions and offsets, intervals and durations.

Rules: ISO 8601-1:2019; a zone in brackets behind the offset is RFC 9557 (https://www.rfc-editor.org/rfc/rfc9557).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from timeline.abbreviations import ABBREVIATIONS
from timeline.clock import (
    DAY,
    HOUR,
    MINUTE,
    SECOND,
    Unique,
    date_of,
    days_of,
    find_zone,
    format_date,
    format_offset,
    format_year,
    instant_of,
    instants_of,
    offset_at,
    wall_at,
)
from timeline.date.partial import Amount, Unit
from timeline.date.resolve import days_from
from timeline.errors import DateError, ZoneError
from timeline.model import Moment, Precision
from timeline.moment import civil, clock_moment, exists, last_of_month
from timeline.notation import SPOKEN_ZONES

Warnings = tuple[tuple[str, Mapping[str, str]], ...]
"""Codes of problems that leave a moment standing, each with what fills its sentence."""

_DATE = (
    r"(?:(?P<year>\d{4}|[+-]\d{4,12})"
    r"(?:-(?P<month>\d{1,2})(?:-(?P<day>\d{1,2}))?|-?W(?P<week>\d\d)(?:-?(?P<weekday>[1-7]))?|-(?P<ordinal>\d{3}))?"
    r"|(?P<basic>\d{8})|(?P<basic_ordinal>\d{7}))"
)
_CLOCK = (
    r"(?:[Tt](?P<hour>\d\d)(?:(?P<colon>:?)(?P<minute>\d\d)(?:(?P=colon)(?P<second>\d\d))?)?(?:[.,](?P<fraction>\d{1,12}))?"
    r"|\s+(?P<hour2>\d{1,2})(?P<dot>[:.])(?P<minute2>\d\d)(?:(?P=dot)(?P<second2>\d\d)(?:[.,](?P<fraction2>\d{1,12}))?)?)"
)
ZONE = r"(?P<zone>[Zz]|(?:UTC|GMT)?\s?[+-]\d{1,2}(?::?\d\d)?|[A-Za-zÄÖÜäöü][\w .+-]*?(?:/[\w+-]+)*)?\s*(?P<bracket>[\[(][\w/+:-]+[\])])?"
"""What may stand behind a clock: an offset, an IANA key, an abbreviation, words, and a key in brackets."""
_ISO = re.compile(rf"{_DATE}(?:{_CLOCK}\s*{ZONE})?")
_COMMON = re.compile(r"(\d{4}-\d\d-\d\d)[T ](\d\d):([0-5]\d)(?::([0-5]\d))?(Z|[+-]\d\d:\d\d)?")
"""What nearly every cell with a clock looks like."""
_DURATION = re.compile(
    r"P(?=\d|T\d)(?:(\d{1,6})Y)?(?:(\d{1,6})M)?(?:(\d{1,6})W)?(?:(\d{1,7})D)?(?:T(?=\d)(?:(\d{1,7})H)?(?:(\d{1,8})M)?(?:(\d{1,9})S)?)?"
)
_UNITS: tuple[Unit, ...] = ("year", "month", "week", "day")
_SPOKEN = {words.lower(): zone for words, zone in SPOKEN_ZONES.items() if zone != "local"}
_ZULU = frozenset({"z", "utc", "gmt", "zulu", "utc+0", "gmt+0"})


def read_iso(text: str, zone: str) -> tuple[Moment, Warnings]:
    """One moment, and what leaves it standing but not trusted; `zone` is that of a clock without one. Raises `DateError`.

    >>> read_iso("2019-W09-4", "UTC")[0].civil, read_iso("20190228T132507,5+07", "UTC")[0].instant
    ('2019-02-28', 1551335107500)
    """
    if (common := _COMMON.fullmatch(text)) and common[2] < "24":
        day, hour, minute, second, written = common.groups()
        known = zone_named(written) if written else zone
        if known is None:
            raise DateError(text)
        wall = _day_number(day) * DAY + int(hour) * HOUR + int(minute) * MINUTE
        return at_clock(wall + int(second) * SECOND, known, SECOND) if second else at_clock(wall, known, MINUTE)
    found = _ISO.fullmatch(text)
    if not found:
        raise DateError(text)
    return _moment(found, zone, text)


@lru_cache(maxsize=16_384)
def _day_number(text: str) -> int:
    """Days since 1970 of year-month-day; a long table says the same days again and again."""
    return _day(int(text[:4]), int(text[5:7]), int(text[8:]), text)[0]


def _moment(found: re.Match[str], zone: str, text: str) -> tuple[Moment, Warnings]:
    first, last, precision, name = _days(found, text)
    if not (found["hour"] or found["hour2"]):
        return civil(first, last, precision, zone, "given", text=name), ()
    if precision != "day":
        raise DateError(text)
    said = found.group("hour", "minute", "second", "fraction") if found["hour"] else found.group("hour2", "minute2", "second2", "fraction2")
    wall, size = clock_of(*said, text=text)
    return placed(first * DAY + wall, size, found["zone"], found["bracket"], zone, text)


def placed(wall: int, size: int, written: str | None, bracket: str | None, zone: str, text: str) -> tuple[Moment, Warnings]:
    """A wall reading that leaves `size` milliseconds open, in the zone `written` behind it, else in `zone`.

    A key in `bracket` is its zone where that had the written offset then; where it had not, the offset stays and is reported.
    """
    named = zone_named(bracket) if bracket else None
    if bracket and named is None:
        raise DateError(text)
    known = zone_named(written) if written and written.strip() else named or zone
    if known is None:
        raise DateError(text)
    moment, warnings = at_clock(wall, known, size)
    meanings = ABBREVIATIONS.get((written or "").strip(" ()").upper(), ())
    if len(meanings) > 1:
        warnings += (("ambiguous-zone", {"zone": (written or "").strip(" ()")}),)
    if named is None or named == known or moment.instant is None:
        return moment, warnings
    offset, had = offset_at(moment.instant, known), offset_at(moment.instant, named)
    if offset == had:
        return replace(moment, zone=named), warnings
    return moment, (*warnings, ("offset-zone", {"zone": named, "offset": format_offset(offset), "other": format_offset(had)}))


def _days(found: re.Match[str], text: str) -> tuple[int, int, Precision, str | None]:
    """First and last day, both inclusive, the precision and the name of a piece of the calendar."""
    if found["basic"]:
        if text[:4] == "0000":  # nobody writes 1 BC so: it is what programs write for none
            raise DateError(text)
        return _day(int(text[:4]), int(text[4:6]), int(text[6:8]), text)
    if found["basic_ordinal"]:
        return _ordinal(int(text[:4]), int(text[4:7]), text)
    year = int(found["year"])
    if found["day"]:
        return _day(year, int(found["month"]), int(found["day"]), text)
    if found["month"]:
        number = int(found["month"])
        if not 1 <= number <= 12:
            raise DateError(text)
        return days_of(year, number, 1), last_of_month(year, number), "month", f"{format_year(year)}-{number:02d}"
    if found["week"]:
        return week(year, int(found["week"]), int(found["weekday"] or 0), text)
    if found["ordinal"]:
        return _ordinal(year, int(found["ordinal"]), text)
    return days_of(year, 1, 1), days_of(year + 1, 1, 1) - 1, "year", format_year(year)


def _day(year: int, month: int, day: int, text: str) -> tuple[int, int, Precision, None]:
    if not (1 <= month <= 12 and exists(year, month, day)):
        raise DateError(text)
    at = days_of(year, month, day)
    return at, at, "day", None


def _ordinal(year: int, number: int, text: str) -> tuple[int, int, Precision, None]:
    at = days_of(year, 1, 1) + number - 1
    if number < 1 or date_of(at)[0] != year:
        raise DateError(text)
    return at, at, "day", None


def week(year: int, number: int, weekday: int, text: str) -> tuple[int, int, Precision, str | None]:
    """A week counted as ISO 8601 counts them, the first one with a Thursday; `weekday` 0 is all of it, 1 its Monday."""
    fourth = days_of(year, 1, 4)
    monday = fourth - (fourth + 3) % 7 + 7 * (number - 1)
    if number < 1 or date_of(monday + 3)[0] != year:
        raise DateError(text)
    if weekday:
        return monday + weekday - 1, monday + weekday - 1, "day", None
    return monday, monday + 6, "week", format_date(monday)


def clock_of(hour: str, minute: str | None, second: str | None, fraction: str | None, *, text: str) -> tuple[int, int]:
    """Milliseconds since midnight, and how many the reading leaves open; a fraction is of the last unit that is written.

    A leap second (`23:59:60`) is the second after it, as in POSIX.
    """
    hours, minutes, seconds = int(hour), int(minute or 0), int(second or 0)
    if hours > 24 or minutes > 59 or seconds > 60 or (seconds == 60 and minutes != 59) or (hours == 24 and minutes + seconds):
        raise DateError(text)
    unit = SECOND if second else MINUTE if minute else HOUR
    at = hours * HOUR + minutes * MINUTE + seconds * SECOND
    if not fraction:
        return at, unit
    return at + int(fraction) * unit // 10 ** len(fraction), max(1, unit // 10 ** len(fraction))


def at_clock(wall: int, zone: str, size: int, *, approximate: bool = False) -> tuple[Moment, Warnings]:
    """The moment of a wall reading that leaves `size` milliseconds open, and whether the clock was set there (`fold`, `gap`)."""
    precision: Precision = "second" if size < MINUTE else "minute" if size < HOUR else "hour"
    try:
        found = instants_of(wall, zone)
        first, later = (instant_of(wall, zone), instant_of(wall, zone, policy="later")) if not isinstance(found, Unique) else (0, 0)
    except (ZoneError, OverflowError) as error:
        raise DateError(zone) from error
    if isinstance(found, Unique) and not approximate:
        return Moment(found.instant, found.instant + size, precision, zone, basis="given"), ()
    warnings: Warnings = () if first == later else (("fold" if first < later else "gap", {"zone": zone}),)
    if approximate:
        return clock_moment(wall, zone, "given", approximate=True), warnings
    return Moment(first, max(first, later) + size, precision, zone, approximate=later > first, basis="given"), warnings


@lru_cache(maxsize=512)
def zone_named(written: str) -> str | None:
    """The IANA key or the offset that some words name; None where they name none.

    >>> zone_named("MEZ"), zone_named("Z"), zone_named("+0530"), zone_named("Eastern Time")
    ('+01:00', 'UTC', '+05:30', 'America/New_York')
    """
    name = written.strip(" ().[]")
    if name.lower() in _ZULU:
        return "UTC"
    if meanings := ABBREVIATIONS.get(name.upper()):
        return meanings[0]
    if spoken := _SPOKEN.get(name.lower()):
        return spoken
    try:
        found = find_zone(name.replace(" ", "") if name[:3].upper() in ("UTC", "GMT") else name)
    except ZoneError:
        return None
    if offset := found.utcoffset(None):
        return format_offset(round(offset.total_seconds() * SECOND))
    return name if found.utcoffset(None) is None else "+00:00"


def from_duration(duration: str, moment: Moment, sign: int) -> Moment | None:
    """Where a length of ISO 8601 that begins (`sign` 1) or ends (-1) with a moment ends or begins; None where it is no length.

    Of a civil date the last day is meant, so that `2019-02-28/P3D` ends on the second of March.
    """
    found = _DURATION.fullmatch(duration)
    if not found or moment.earliest is None or moment.latest is None:
        return None
    numbers = [int(number or 0) for number in found.groups()]
    amounts = tuple(Amount(number, unit) for number, unit in zip(numbers, _UNITS, strict=False) if number)
    rest = numbers[4] * HOUR + numbers[5] * MINUTE + numbers[6] * SECOND
    zone = moment.zone or "UTC"
    if moment.civil is not None:
        if rest or moment.precision != "day":
            return None
        at = wall_at(moment.earliest, zone) // DAY
        day = days_from(at + (sign < 0), amounts, sign) - (sign > 0)
        return civil(day, day, "day", zone, "given") if (day - at) * sign >= 0 else None
    day, clock = divmod(wall_at(moment.instant or 0, zone), DAY)
    start = instant_of(days_from(day, amounts, sign) * DAY + clock, zone) + sign * rest
    return replace(moment, earliest=start, latest=start + moment.latest - moment.earliest, named=None)
