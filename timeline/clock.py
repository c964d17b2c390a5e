"""Instants, wall clocks and zones: integer milliseconds in, integer milliseconds out.

A *wall reading* is what a clock on a wall shows, as milliseconds since 1970-01-01T00:00 on that wall. In a zone it is one instant
(`Unique`), two (`Fold`: the clock was set back) or none (`Gap`: it was set forward).
Terms and the two-answer design follow PEP 495 (https://peps.python.org/pep-0495/).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone, tzinfo
from functools import lru_cache
from typing import Literal
from zoneinfo import ZoneInfo

from timeline.errors import ZoneError

SECOND = 1_000
MINUTE = 60 * SECOND
HOUR = 60 * MINUTE
DAY = 24 * HOUR

Policy = Literal["earlier", "later"]
"""Which instant a wall reading means in a fold; in a gap, the offset before (`earlier`) or after (`later`) the jump."""

_OFFSET = re.compile(r"(?:UTC|GMT)?([+-])(\d{1,2})(?::?([0-5]\d))?", re.IGNORECASE)
_FIRST = -62_135_596_800_000  # 0001-01-01T00:00Z and 9999-12-31T00:00Z: what datetime can hold
_LAST = 253_402_214_400_000
_MILLISECOND = timedelta(milliseconds=1)
_DAYS = 16_384
"""So many days of a zone are remembered: a ticker speaks of the same ones again and again, and to ask a zone is slow."""


@dataclass(frozen=True, slots=True)
class Unique:
    """A wall reading that happened once."""

    instant: int


@dataclass(frozen=True, slots=True)
class Fold:
    """A wall reading that happened twice."""

    earlier: int
    later: int


@dataclass(frozen=True, slots=True)
class Gap:
    """A wall reading that never happened: the clock jumped from `offset_before` to `offset_after` (milliseconds)."""

    wall: int
    offset_before: int
    offset_after: int


def days_of(year: int, month: int, day: int) -> int:
    """Days since 1970-01-01 of a proleptic Gregorian date of any year; year 0 is 1 BC.

    Algorithm: https://howardhinnant.github.io/date_algorithms.html#days_from_civil

    >>> days_of(2019, 2, 28), days_of(-12000, 1, 1)
    (17955, -5102438)
    """
    year -= month <= 2
    era, year_of_era = divmod(year, 400)
    day_of_year = (153 * ((month + 9) % 12) + 2) // 5 + day - 1
    return era * 146_097 + year_of_era * 365 + year_of_era // 4 - year_of_era // 100 + day_of_year - 719_468


def date_of(days: int) -> tuple[int, int, int]:
    """The proleptic Gregorian (year, month, day) that lies `days` after 1970-01-01.

    >>> date_of(17955)
    (2019, 2, 28)
    """
    era, day_of_era = divmod(days + 719_468, 146_097)
    year_of_era = (day_of_era - day_of_era // 1_460 + day_of_era // 36_524 - day_of_era // 146_096) // 365
    day_of_year = day_of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
    shifted = (5 * day_of_year + 2) // 153
    month = shifted + 3 if shifted < 10 else shifted - 9
    return year_of_era + era * 400 + (month <= 2), month, day_of_year - (153 * shifted + 2) // 5 + 1


def weekday_of(days: int) -> int:
    """0 for a Monday to 6 for a Sunday."""
    return (days + 3) % 7


@lru_cache(maxsize=512)
def find_zone(name: str) -> tzinfo:
    """The zone of an IANA key or of an offset such as `+07:00`; raises `ZoneError`."""
    if match := _OFFSET.fullmatch(name.strip()):
        sign, hours, minutes = match.groups()
        amount = timedelta(hours=int(hours), minutes=int(minutes or 0))
        if amount <= timedelta(hours=14):
            return timezone(-amount if sign == "-" else amount)
        raise ZoneError(name)
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError) as error:  # zoneinfo raises each of them, for each kind of bad key
        raise ZoneError(name) from error


@lru_cache(maxsize=512)
def is_zone(name: str) -> bool:
    """Whether `find_zone` knows a name."""
    try:
        find_zone(name)
    except ZoneError:
        return False
    return True


def offset_at(instant: int, zone: str) -> int:
    """Milliseconds that `zone` is ahead of UTC at `instant`; beyond the years 1 to 9999 that of the nearest of them."""
    offset = _fixed_offset(zone)
    if offset is None:
        offset = _offset_of_day(instant // DAY, zone)
    return _read_offset(instant, zone) if offset is None else offset


@lru_cache(maxsize=1024)
def _fixed_offset(zone: str) -> int | None:
    """The one offset that a zone has always had, as UTC has; None of one that sets its clocks, or has."""
    offset = find_zone(zone).utcoffset(None)
    return None if offset is None else offset // _MILLISECOND


@lru_cache(maxsize=_DAYS)
def _offset_of_day(day: int, zone: str) -> int | None:
    """The offset that holds all through a day of UTC; None on a day within which the clock is set.

    No zone sets its clock twice within three days, so the first and the last instant of a day tell; a test goes through all of them.
    """
    offset = _read_offset(day * DAY, zone)
    return offset if _read_offset((day + 1) * DAY - 1, zone) == offset else None


@lru_cache(maxsize=_DAYS)
def _offset_around(day: int, zone: str) -> int | None:
    """The offset that holds from the day before to the day after, in which every wall reading of `day` lies; None where there are two."""
    offset = _offset_of_day(day, zone)
    return offset if offset == _offset_of_day(day - 1, zone) == _offset_of_day(day + 1, zone) else None


def _read_offset(instant: int, zone: str) -> int:
    inside = min(max(instant, _FIRST + DAY), _LAST)
    offset = datetime.fromtimestamp(inside // SECOND, find_zone(zone)).utcoffset()
    return 0 if offset is None else offset // _MILLISECOND


def has_clocks(earliest: int, latest: int) -> bool:
    """Whether a wall clock means anything somewhere between two instants: zones have none before the year 1 and after 9999.

    >>> has_clocks(days_of(-4000, 1, 1) * DAY, 0), has_clocks(days_of(-4000, 1, 1) * DAY, days_of(-3000, 1, 1) * DAY)
    (True, False)
    """
    return earliest <= _LAST and latest >= _FIRST + DAY


def wall_at(instant: int, zone: str) -> int:
    """What a wall clock in `zone` shows at `instant`."""
    return instant + offset_at(instant, zone)


def instants_of(wall: int, zone: str) -> Unique | Fold | Gap:
    """The instants at which a wall clock in `zone` shows `wall`.

    >>> instants_of(days_of(2024, 10, 27) * DAY + 2 * HOUR + 30 * MINUTE, "Europe/Berlin")
    Fold(earlier=1729989000000, later=1729992600000)
    """
    offset = _fixed_offset(zone)
    if offset is None:
        offset = _offset_around(wall // DAY, zone)
    if offset is not None:
        return Unique(wall - offset)
    before, after = offset_at(wall - DAY, zone), offset_at(wall + DAY, zone)
    found = sorted({wall - offset for offset in (before, after) if offset_at(wall - offset, zone) == offset})
    if len(found) == 1:
        return Unique(found[0])
    if found:
        return Fold(found[0], found[-1])
    return Gap(wall, before, after)


def instant_of(wall: int, zone: str, *, policy: Policy = "earlier") -> int:
    """The one instant that `policy` picks for a wall reading."""
    if (offset := _offset_around(wall // DAY, zone)) is not None:
        return wall - offset
    match instants_of(wall, zone):
        case Unique(instant):
            return instant
        case Fold(earlier, later):
            return earlier if policy == "earlier" else later
        case Gap(_, before, after):
            return wall - (before if policy == "earlier" else after)


@lru_cache(maxsize=_DAYS)
def format_date(days: int) -> str:
    """ISO 8601 date, its year as `format_year` has it.

    >>> format_date(17955), format_date(days_of(-12000, 1, 1))
    ('2019-02-28', '-012000-01-01')
    """
    year, month, day = date_of(days)
    return f"{format_year(year)}-{month:02d}-{day:02d}"


def format_year(year: int) -> str:
    """A year in ISO 8601: four digits, also behind the minus of a year BC (EDTF); a sign and at least six where four do not do.

    >>> format_year(2019), format_year(-43), format_year(-66_000_000), format_year(12_000)
    ('2019', '-0043', '-66000000', '+012000')
    """
    return f"{year:05d}" if -10_000 < year < 0 else f"{year:04d}" if 0 <= year < 10_000 else f"{year:+07d}"


def format_offset(offset: int) -> str:
    """`+07:00`, `-04:30`; seconds only where there are some."""
    sign, rest = "-" if offset < 0 else "+", abs(offset) // SECOND
    hours, minutes, seconds = rest // 3600, rest // 60 % 60, rest % 60
    return f"{sign}{hours:02d}:{minutes:02d}" + (f":{seconds:02d}" if seconds else "")


def format_instant(instant: int, zone: str = "UTC") -> str:
    """ISO 8601 to the minute, or finer where it has to be, with the offset of `zone`; `Z` for UTC.

    >>> format_instant(1551335100000, "Asia/Ho_Chi_Minh"), format_instant(1551335100000)
    ('2019-02-28T13:25+07:00', '2019-02-28T06:25Z')
    """
    offset = offset_at(instant, zone)
    days, rest = divmod(instant + offset, DAY)
    text = f"{format_date(days)}T{rest // HOUR:02d}:{rest // MINUTE % 60:02d}"
    if rest % MINUTE:
        text += f":{rest // SECOND % 60:02d}" + (f".{rest % SECOND:03d}" if rest % SECOND else "")
    return text + ("Z" if zone == "UTC" else format_offset(offset))
