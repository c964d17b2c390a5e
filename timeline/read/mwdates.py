"""Dates and ranges of markwhen (https://docs.markwhen.com/syntax/dates-and-ranges.html), as ISO 8601 text.

What is counted from another event is reckoned here, in wall readings: milliseconds since 1970-01-01T00:00 on a wall. A range is half open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Literal

from timeline.clock import DAY, HOUR, MINUTE, SECOND, date_of, days_of, format_date, weekday_of

Unit = Literal["year", "month", "day", "clock"]
_UNITS: tuple[Unit, ...] = ("year", "month", "day", "clock")
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_LONG = "january february march april may june july august september october november december".split()
_MONTH = "|".join((*_LONG, "sept", *_MONTHS))
_TIME = (
    r"(?P<hour>\d{1,2})(?::(?P<minute>[0-5]\d))?\s*(?P<half>[ap]m)|"
    r"(?P<hour24>[01]?\d|2[0-3]):(?P<minute24>[0-5]\d)(?::(?P<second>[0-5]\d))?"
)
_AT = rf"(?:,?\s+(?:{_TIME}))?"
_ISO = re.compile(r"(\d{4}-\d\d-\d\d)t(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?\s?(z|[+-]\d\d:?\d\d)?")
_EDTF = re.compile(rf"(?P<year>\d{{4}})-(?P<month>\d\d)(?:-(?P<day>\d\d){_AT})?")
_WEEK = re.compile(r"(\d{4})-?w(\d\d)(?:-?([1-7]))?")
_SLASH = re.compile(rf"(?P<first>\d{{1,2}})/(?P<second_>\d{{1,2}})/(?P<year>\d{{1,5}}){_AT}")
_MONTH_YEAR = re.compile(r"(?P<month>\d{1,2})/(?P<year>\d{3,5})")
_YEAR = re.compile(r"(\d{1,12})\s?(bce|bc|ce|ad)|(\d{3,5})")
_CASUAL = re.compile(
    rf"(?:(?P<before>\d{{1,2}})\s+)?(?P<name>{_MONTH})\.?(?:\s+(?P<after>\d{{1,2}})(?!\d))?,?(?:\s+(?P<year>\d{{3,5}}))?{_AT}"
)
_CLOCK = re.compile(_TIME)
_AMOUNT = re.compile(
    r"(\d{1,9})\s*(milliseconds?|ms|seconds?|secs?|s|minutes?|mins?|min|hours?|h|(?:week|work|business)\s*days?|days?|d|weeks?|w|months?|years?|y)"
    r"(?![a-z])\s*,?\s*"
)
_RELATIVE = re.compile(rf"(?:(by|before|after)\b\s*)?(?:!([\w-]+)(?:\.(start|end))?\s*)?(?:(?:plus\b|\+)\s*)?((?:{_AMOUNT.pattern})*)")
_BETWEEN = (re.compile(r"\s+(?:-|–|to)\s+"), re.compile(r"\s*/\s*"), re.compile(r"\s*[-–]\s*"))
_EVERY = re.compile(
    r"every\s+(?:(\d{1,6}|other)\s+)?([a-z]+(?:\s+days?)?)(?:\s+for\s+(\d{1,6})\s+([a-z]+(?:\s+days?)?)|\s*x\s*(\d{1,9})|\s+(?:until|til|to|\|)\s+(.+))?"
)
_OFTEN = 1_000
"""So many times one event is repeated at most."""
_FARTHEST = 10**15 * DAY


@dataclass(frozen=True, slots=True)
class Span:
    """From `first` up to `last`, in wall readings. `texts` are start and end as their own words say them, where these say it best;
    `unit` is the coarsest that may be said; `zone` is `Z` or an offset."""

    first: int
    last: int
    unit: Unit
    texts: tuple[str, str] = ("", "")
    zone: str = ""

    @property
    def start(self) -> str:
        """The start as ISO 8601."""
        return self.texts[0] or self._said()[0]

    @property
    def end(self) -> str:
        """The last day, month or year, or the clock, as ISO 8601; empty where the start says all."""
        return self.texts[1] if self.texts[0] else self._said()[1]

    def _said(self) -> tuple[str, str]:
        for unit in _UNITS[_UNITS.index(self.unit) : 3]:
            if _is_edge(self.first, unit) and _is_edge(self.last, unit) and self.last > self.first:
                start, end = _text(self.first, unit), _text(self.last - DAY, unit)
                return start, end if end != start else ""
        end = _text(self.last, "clock") + self.zone if self.last > self.first else ""
        return _text(self.first, "clock") + self.zone, end


class Fault(Exception):
    """Why a range was not understood: the code of a problem."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(slots=True)
class Dates:
    """What the dates of a source are read with. `day_first` is the order of `1/2/2022`, `now` the day (days since 1970) it is read on."""

    day_first: bool = False
    now: int | None = None
    ids: dict[str, Span] = field(default_factory=dict)
    latest: Span | None = None

    def read(self, text: str) -> Span | None:
        """The range that a text states; None where it is none. Raises `Fault` where it is one that counts from nothing."""
        text = " ".join(text.lower().split())
        if not text or len(text) > 200:
            return None
        if (alone := self._single(text)) is not None:
            return alone
        for between in _BETWEEN:
            for cut in between.finditer(text):
                if (found := self._range(text[: cut.start()], text[cut.end() :])) is not None:
                    return found
        return None

    def _single(self, text: str) -> Span | None:
        if (point := self._point(text, self.latest)) is not None:
            return point
        if (found := _relative(text)) is None:
            return None
        before, base, amounts = found.before, self._base(found), found.amounts
        if not amounts:
            return Span(base, base + (DAY if base % DAY == 0 else 0), "day")
        other = _moved(base, amounts, -1 if before else 1)
        return Span(min(base, other), max(base, other), "day")

    def _range(self, left: str, right: str) -> Span | None:
        start, end = self._point(left, self.latest), _relative(right)
        if start is not None:
            if end is not None and end.is_plain:
                return Span(start.first, _moved(start.first, end.amounts, 1), start.unit, zone=start.zone)
            if (last := self._end(right, start)) is None:
                return None
            return Span(start.first, last.last, start.unit, (start.start, last.start), start.zone)
        if (found := _relative(left)) is None:
            return None
        away = _moved(self._base(found), found.amounts, -1 if found.before else 1)
        if end is not None and end.is_plain:
            other = _moved(away, end.amounts, -1 if found.before else 1)
            return Span(min(away, other), max(away, other), "day")
        if (last := self._end(right, Span(away, away, "day"))) is None or last.last <= away:
            return None
        return Span(away, last.last, "day", (_text(away, "day" if away % DAY == 0 else "clock"), last.start))

    def _end(self, text: str, start: Span) -> Span | None:
        """The second half of a range: a point, or one that counts from another event."""
        if (point := self._point(text, start)) is not None:
            return point
        if (found := _relative(text)) is None:
            return None
        at = _moved(self._base(found), found.amounts, -1 if found.before else 1)
        return Span(at, at, "day", (_text(at - DAY if at % DAY == 0 else at, "day" if at % DAY == 0 else "clock"), ""))

    def _base(self, relative: _Relative) -> int:
        """The wall reading that a relative date counts from."""
        event = self.ids.get(relative.event) if relative.event else self.latest
        if event is None:
            raise Fault("mw-relative")
        at_start = relative.edge == "start" or (relative.before and relative.edge != "end")
        return event.first if at_start else event.last

    def _point(self, text: str, near: Span | None) -> Span | None:
        """One date; a clock alone is on the day of `near`."""
        if text == "now":
            return self._day(self._now())
        if found := _ISO.fullmatch(text):
            return _iso_clock(found)
        if (found := _EDTF.fullmatch(text)) or (found := _MONTH_YEAR.fullmatch(text)):
            parts = found.groupdict()
            return _date(int(parts["year"]), int(parts["month"]), _maybe(parts.get("day")), found)
        if found := _WEEK.fullmatch(text):
            return _week(found)
        if found := _SLASH.fullmatch(text):
            day, month = (int(found["first"]), int(found["second_"])) if self.day_first else (int(found["second_"]), int(found["first"]))
            return _date(int(found["year"]), month, day, found)
        if found := _YEAR.fullmatch(text):
            year = int(found[1] or found[3])
            return _date(1 - year if found[2] in ("bc", "bce") else year, None, None, None)
        if found := _CASUAL.fullmatch(text):
            return self._casual(found)
        if found := _CLOCK.fullmatch(text):
            day = near.first // DAY if near is not None else self._now()
            return _at(day, found)
        return None

    def _casual(self, found: re.Match[str]) -> Span | None:
        if found["before"] and found["after"]:
            return None
        year = int(found["year"]) if found["year"] else date_of(self._now())[0]
        return _date(year, _MONTHS.index(found["name"][:3]) + 1, _maybe(found["before"] or found["after"]), found)

    def _now(self) -> int:
        if self.now is None:
            raise Fault("mw-now")
        return self.now

    def _day(self, day: int) -> Span:
        return Span(day * DAY, (day + 1) * DAY, "day")


@dataclass(frozen=True, slots=True)
class _Relative:
    before: bool
    event: str
    edge: str
    amounts: tuple[tuple[int, str], ...]

    @property
    def is_plain(self) -> bool:
        """Whether it is nothing but a length."""
        return bool(self.amounts) and not self.event and not self.before


def _relative(text: str) -> _Relative | None:
    found = _RELATIVE.fullmatch(text)
    if found is None or not (found[1] or found[2] or found[4]):
        return None
    amounts = tuple((int(amount[1]), amount[2]) for amount in _AMOUNT.finditer(found[4]))
    return _Relative(found[1] in ("by", "before"), found[2] or "", found[3] or "", amounts)


def _maybe(number: str | None) -> int | None:
    return int(number) if number else None


def _date(year: int, month: int | None, day: int | None, clock: re.Match[str] | None) -> Span | None:
    """A year, month, day or clock; None where the calendar has none of that name."""
    if month is None:
        return Span(days_of(year, 1, 1) * DAY, days_of(year + 1, 1, 1) * DAY, "year")
    if not 1 <= month <= 12:
        return None
    if day is None:
        return Span(days_of(year, month, 1) * DAY, days_of(year + month // 12, month % 12 + 1, 1) * DAY, "month")
    days = days_of(year, month, day)
    if date_of(days) != (year, month, day):
        return None
    if clock is not None and (clock["hour"] or clock["hour24"]):
        return _at(days, clock)
    return Span(days * DAY, (days + 1) * DAY, "day")


def _at(day: int, found: re.Match[str]) -> Span | None:
    if found["hour"]:
        if not 1 <= int(found["hour"]) <= 12:
            return None
        hour = int(found["hour"]) % 12 + (12 if found["half"] == "pm" else 0)
    else:
        hour = int(found["hour24"])
    wall = day * DAY + hour * HOUR + int(found["minute"] or found["minute24"] or 0) * MINUTE + int(found["second"] or 0) * SECOND
    return Span(wall, wall, "clock")


def _iso_clock(found: re.Match[str]) -> Span | None:
    year, month, day = (int(part) for part in found[1].split("-"))
    if not 1 <= month <= 12 or date_of(days_of(year, month, day)) != (year, month, day) or int(found[2]) > 23:
        return None
    wall = days_of(year, month, day) * DAY + int(found[2]) * HOUR + int(found[3]) * MINUTE + int(found[4] or 0) * SECOND
    wall += int((found[5] or "").ljust(3, "0")[:3])
    return Span(wall, wall, "clock", (found[0].upper().replace(" ", ""), ""), (found[6] or "").upper())


def _week(found: re.Match[str]) -> Span | None:
    """ISO 8601: week 1 is the one with 4 January in it."""
    fourth = days_of(int(found[1]), 1, 4)
    monday = fourth - weekday_of(fourth) + (int(found[2]) - 1) * 7
    if not 1 <= int(found[2]) <= 53 or date_of(monday + 3)[0] != int(found[1]):
        return None
    first, length = (monday + int(found[3]) - 1, 1) if found[3] else (monday, 7)
    return Span(first * DAY, (first + length) * DAY, "day")


def _is_edge(wall: int, unit: Unit) -> bool:
    if wall % DAY:
        return False
    _, month, day = date_of(wall // DAY)
    return unit == "day" or (day == 1 and (unit == "month" or month == 1))


def _text(wall: int, unit: Unit) -> str:
    days, rest = divmod(wall, DAY)
    date = format_date(days)
    if unit != "clock":
        return date.rsplit("-", {"year": 2, "month": 1, "day": 0}[unit])[0] if unit != "day" else date
    text = f"{date}T{rest // HOUR:02d}:{rest // MINUTE % 60:02d}"
    return text if not rest % MINUTE else f"{text}:{rest // SECOND % 60:02d}" + (f".{rest % SECOND:03d}" if rest % SECOND else "")


def _moved(wall: int, amounts: tuple[tuple[int, str], ...], sign: int) -> int:
    """A wall reading and some lengths more, or less; a day that a month does not have becomes its last."""
    for number, unit in amounts:
        wall = _step(wall, sign * number, unit)
        if abs(wall) > _FARTHEST:
            raise Fault("mw-date")
    return wall


def _step(wall: int, number: int, unit: str) -> int:
    kind = unit.replace(" ", "")
    if _is_work(unit):
        return _work_days(wall, number)
    if kind.startswith(("month", "y")):
        days, rest = divmod(wall, DAY)
        year, month, day = date_of(days)
        months = year * 12 + month - 1 + number * (12 if kind.startswith("y") else 1)
        first = days_of(months // 12, months % 12 + 1, 1)
        following = days_of((months + 1) // 12, (months + 1) % 12 + 1, 1)
        return (first + min(day, following - first) - 1) * DAY + rest
    sizes = {"mil": 1, "ms": 1, "mi": MINUTE, "s": SECOND, "h": HOUR, "d": DAY, "w": 7 * DAY}
    return wall + number * next(size for start, size in sizes.items() if kind.startswith(start))


def _is_work(unit: str) -> bool:
    """Whether days from Monday to Friday are meant."""
    return unit.replace(" ", "").startswith(("weekday", "workday", "businessday"))


def _work_days(wall: int, number: int) -> int:
    """So many days from Monday to Friday further on, or back."""
    sign = 1 if number >= 0 else -1
    weeks, rest = divmod(abs(number), 5)
    days, clock = divmod(wall, DAY)
    days += sign * weeks * 7
    while rest:
        if weekday_of(days if sign > 0 else days - 1) < 5:
            rest -= 1
        days += sign
    return days * DAY + clock


def repeated(span: Span, words: str, dates: Dates, until: int | None) -> tuple[list[Span], str]:
    """All times of a range that repeats (`every 3 months x 12`), and the code of a problem with it. `until` (days since 1970) ends what has
    no end of its own."""
    found = _EVERY.fullmatch(" ".join(words.lower().split()))
    if found is None or (unit := _AMOUNT.fullmatch(f"1 {found[2]}")) is None:
        return [span], "mw-recurrence"
    every = (2 if found[1] == "other" else int(found[1] or 1), unit[2])
    count, last = _bounds(span, found, dates)
    if every[0] < 1 or (last is None and count is None and (found[3] or found[6])):
        return [span], "mw-recurrence"
    if count is None and last is None:
        if until is None:
            return [span], "mw-many"
        last = until * DAY
    times = list(_times(span, every, min(count if count is not None else _OFTEN, _OFTEN), last))
    often = len(times) == _OFTEN and (count is None or count > _OFTEN)
    return times or [span], "mw-many" if often else ""


def _bounds(span: Span, found: re.Match[str], dates: Dates) -> tuple[int | None, int | None]:
    """How many times, or up to which wall reading."""
    if found[5]:
        return int(found[5]), None
    if found[3]:
        if found[4].startswith("time"):
            return int(found[3]), None
        length = _AMOUNT.fullmatch(f"{found[3]} {found[4]}")
        return None, _moved(span.first, ((int(length[1]), length[2]),), 1) if length else None
    if found[6]:
        end = dates.read(found[6])
        return None, end.last if end else None
    return None, None


def _times(span: Span, every: tuple[int, str], count: int, last: int | None) -> Iterator[Span]:
    """Each time by its distance from the first, so that the 31st stays one."""
    yield span
    for number in range(1, count):
        amounts = ((every[0] * number, every[1]),)
        first = _moved(span.first, amounts, 1)
        while _is_work(every[1]) and weekday_of(first // DAY) > 4:
            first += DAY
        if last is not None and first >= last:
            return
        ends = _moved(span.last, amounts, 1) if span.unit in ("year", "month") else first + span.last - span.first
        yield replace(span, first=first, last=ends, texts=("", ""))
