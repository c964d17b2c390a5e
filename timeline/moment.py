"""Moments from calendar days, from wall clocks and from ISO 8601, and back to ISO 8601."""

from __future__ import annotations

import re
from functools import lru_cache

from timeline.ages import Span, age_span, spoken_age, spoken_year, year_span
from timeline.clock import (
    DAY,
    HOUR,
    MINUTE,
    SECOND,
    date_of,
    days_of,
    find_zone,
    format_date,
    format_instant,
    format_year,
    instant_of,
)
from timeline.errors import DateError, ZoneError
from timeline.model import Basis, Moment, Precision

_CIVIL = 4_096
"""So many are remembered: a ticker speaks of the same days again and again."""
# `Y`: years of any length, https://www.loc.gov/standards/datetime/ (level 1)
_DATE = r"Y?(?P<year>[+-]\d{4,15}|(?<=Y)\d{5,15}|\d{4,6})(?:-(?P<month>\d{1,2})(?:-(?P<day>\d{1,2}))?)?"
_CLOCK = r"(?P<hour>\d{1,2})[:.](?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d)(?:[.,](?P<fraction>\d{1,9}))?)?"
_ZONE = r"(?P<zone>Z|(?:UTC|GMT)?[+-]\d{1,2}(?::?\d{2})?|[A-Za-z][\w+-]*(?:/[\w+-]+)*)"
_MOMENT = re.compile(rf"(?P<about>~|ca\.?\s|about\s)?\s*(?:{_DATE})?(?:(?:T|\s+|^){_CLOCK})?\s*{_ZONE}?\s*")
_RANGE = re.compile(r"\s+(?:-|–|—|to|bis|until|\.\.)\s+|\.\.|/(?=\d{4}-|[+-]\d{4}|Y[+-]?\d)|–")
_ABOUT = re.compile(r"^(?:~|ca?\.\s?|circa\s|about\s|around\s|etwa\s|um\s)\s?", re.IGNORECASE)
_SUFFIX = re.compile(r"\d\s?(?P<suffix>[^\d\s][^\d]*)$")


@lru_cache(maxsize=_CIVIL)
def civil(
    first: int,
    last: int,
    precision: Precision,
    zone: str,
    basis: Basis,
    *,
    hours: tuple[int, int] | None = None,
    text: str | None = None,
    approximate: bool = False,
) -> Moment:
    """The moment of the calendar days `first` to `last`, both inclusive, or of some `hours` of the first one."""
    begin, end = (first * DAY + hours[0] * HOUR, first * DAY + hours[1] * HOUR) if hours else (first * DAY, (last + 1) * DAY)
    return Moment(
        earliest=instant_of(begin, zone),
        latest=instant_of(end, zone),
        precision=precision,
        zone=zone,
        civil=text or format_date(first),
        approximate=approximate,
        basis=basis,
    )


def clock_moment(wall: int, zone: str, basis: Basis, *, approximate: bool = False, seconds: bool = False) -> Moment:
    """The moment of a wall reading; a reading that happened twice keeps both instants as its bounds.

    `gegen 21 Uhr` is exact to the hour, half of it on each side; `gegen 20.45 Uhr` to five minutes on each side.
    """
    size = SECOND if seconds else MINUTE
    if approximate:
        at, whole = instant_of(wall, zone), wall % HOUR == 0
        margin = HOUR // 2 if whole else 5 * MINUTE
        return Moment(at - margin, at + margin, "hour" if whole else "minute", zone, approximate=True, basis=basis, named=at)
    first = instant_of(wall, zone)
    last = max(first, instant_of(wall, zone, policy="later"))  # in a gap the later offset gives the earlier instant
    return Moment(first, last + size, "second" if seconds else "minute", zone, approximate=last > first, basis=basis)


def last_of_month(year: int, month: int) -> int:
    """The last day of a month, in days since 1970.

    >>> date_of(last_of_month(2020, 2))
    (2020, 2, 29)
    """
    return days_of(year + month // 12, month % 12 + 1, 1) - 1


def exists(year: int, month: int, day: int) -> bool:
    """Whether the calendar has that day.

    >>> exists(2019, 2, 29), exists(2020, 2, 29)
    (False, True)
    """
    return day >= 1 and date_of(days_of(year, month, day)) == (year, month, day)


def iso(moment: Moment | None) -> str:
    """ISO 8601: a clock with its offset, a civil date bare, nothing for no moment."""
    if moment is None:
        return ""
    if moment.civil is not None:
        return moment.civil
    return "" if moment.instant is None else format_instant(moment.instant, moment.zone or "UTC")


def read_moment(text: str, zone: str, *, basis: Basis = "given") -> Moment:
    """One moment as an editor or `iso` writes it; `zone` is that of a clock without one. Raises `DateError` for anything else.

    >>> read_moment("2019-02-28T13:25+07:00", "UTC").instant
    1551335100000
    >>> read_moment("2018-06", "UTC").civil
    '2018-06'
    >>> read_moment("44 BC", "UTC").civil, read_moment("66 million years ago", "UTC").civil, read_moment("Y-13800000000", "UTC").civil
    ('-0043', '-66000000', '-13800000000')
    """
    return _moment(text, zone, None, basis)[0]


def read_range(text: str, zone: str, *, day: int | None = None, basis: Basis = "given") -> tuple[Moment, Moment | None]:
    """Start and, where a range is written, end of what an editor stated (`2019-02-27 18:30 - 20:47`).

    A bare clock is on `day` (days since 1970), one behind the dash on the day before it. Raises `DateError` for anything else.
    """
    parts = _RANGE.split(text.strip(), maxsplit=1)
    if len(parts) == 2 and parts[0].isdecimal() and _is_spoken(parts[1]):  # `510-27 BC`, `252 to 66 million years ago`
        suffix = _SUFFIX.search(parts[1])
        parts[0] += f" {suffix['suffix']}" if suffix else ""
    start, first_day = _moment(parts[0], zone, day, basis)
    if len(parts) == 1:
        return start, None
    end, _ = _moment(parts[1], start.zone or zone, first_day, basis)
    if start.earliest is not None and end.latest is not None and end.latest <= start.earliest:
        raise DateError(text)
    return start, end


def _moment(text: str, zone: str, day: int | None, basis: Basis) -> tuple[Moment, int]:
    if (spoken := _spoken(text)) is not None:
        about = _ABOUT.match(text.strip()) is not None
        return civil(spoken.first, spoken.last, spoken.precision, zone, basis, text=spoken.text, approximate=about), spoken.first
    found = _MOMENT.fullmatch(text.strip())
    if not found or not (found["year"] or found["hour"]):
        raise DateError(text)
    zone = _zone(found["zone"], zone, text)
    if found["year"] is None:
        if day is None:
            raise DateError(text)
        return _clock(found, day, zone, basis, text), day
    year, month = int(found["year"]), found["month"]
    if month is None or found["day"] is None:
        return _coarse(found, zone, basis, text)
    if not exists(year, int(month), int(found["day"])):
        raise DateError(text)
    day = days_of(year, int(month), int(found["day"]))
    return (_clock(found, day, zone, basis, text) if found["hour"] else civil(day, day, "day", zone, basis)), day


def _is_spoken(text: str) -> bool:
    return spoken_year(text) is not None or spoken_age(text) is not None


def _spoken(text: str) -> Span | None:
    """`44 BC`, `AD 476`, `66 million years ago`."""
    text = _ABOUT.sub("", text.strip())
    if (year := spoken_year(text)) is not None:
        return year_span(year)
    age = spoken_age(text)
    return None if age is None else age_span(age)


def _coarse(found: re.Match[str], zone: str, basis: Basis, text: str) -> tuple[Moment, int]:
    year, month = int(found["year"]), int(found["month"] or 0)
    if found["hour"] or month > 12 or (found["month"] and not month):
        raise DateError(text)
    if not month:
        span = year_span(year)
        return civil(span.first, span.last, span.precision, zone, basis, text=span.text, approximate=bool(found["about"])), span.first
    first, last = days_of(year, month, 1), last_of_month(year, month)
    return civil(first, last, "month", zone, basis, text=f"{format_year(year)}-{month:02d}", approximate=bool(found["about"])), first


def _clock(found: re.Match[str], day: int, zone: str, basis: Basis, text: str) -> Moment:
    hour, minute, second = int(found["hour"]), int(found["minute"]), int(found["second"] or 0)
    if hour > 24 or (hour == 24 and minute):
        raise DateError(text)
    wall = day * DAY + hour * HOUR + minute * MINUTE + second * SECOND + int((found["fraction"] or "").ljust(3, "0")[:3])
    return clock_moment(wall, zone, basis, approximate=bool(found["about"]), seconds=bool(found["second"]))


def _zone(written: str | None, zone: str, text: str) -> str:
    if not written:
        return zone
    name = "UTC" if written == "Z" else written
    try:
        find_zone(name)
    except ZoneError as error:
        raise DateError(text) from error
    return name


def day_of(text: str) -> int:
    """The civil date `text` in days since 1970-01-01; raises `DateError` where it is no single day."""
    moment = read_moment(text, "UTC")
    if moment.precision != "day" or moment.earliest is None:
        raise DateError(text)
    return moment.earliest // DAY
