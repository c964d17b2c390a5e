"""Expressions as TIMEX3 values (ISO-TimeML, https://timeml.github.io/site/publications/timeMLdocs/timeml_1.2.1.html)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from timeline.clock import DAY, date_of, format_date, wall_at, weekday_of
from timeline.date.clauses import tense_of
from timeline.date.find import find
from timeline.date.partial import Amount, Found
from timeline.date.resolve import Frame, Unresolved, resolve
from timeline.model import Moment
from timeline.moment import iso

Kind = Literal["date", "time", "duration"]

_PARTS = {"night": "NI", "morning": "MO", "forenoon": "MO", "noon": "MI", "afternoon": "AF", "evening": "EV"}
_UNITS = {"second": "S", "minute": "M", "hour": "H", "day": "D", "week": "W", "month": "M", "year": "Y", "decade": "DE", "century": "CE"}


@dataclass(frozen=True, slots=True)
class Timex:
    """One expression of a text: `text[start:end]`, its TIMEX3 value, and the moment it means, where it means one."""

    start: int
    end: int
    text: str
    kind: Kind
    value: str
    rule: str
    moment: Moment | None


def find_timexes(text: str, frame: Frame) -> list[Timex]:
    """The expressions of `text` in its order, seen from the day of `frame`; one that cannot be placed has an empty value."""
    return [
        _timex(found, text, frame)
        for found in find(text, frame.language)
        if found.partial.shift or not found.partial.amount  # `um zwei Stunden` alone moves something else
    ]


def _timex(found: Found, text: str, frame: Frame) -> Timex:
    words = text[found.start : found.end]
    if found.partial.amount:
        return Timex(found.start, found.end, words, "duration", duration(found.partial.amount), found.rule, None)
    try:
        moment, _ = resolve(found.partial, frame, tense_of(text, found.start, found.end, frame.language))
    except Unresolved:
        return Timex(found.start, found.end, words, "date", "", found.rule, None)
    kind: Kind = "time" if moment.civil is None or moment.precision in _PARTS else "date"
    return Timex(found.start, found.end, words, kind, value_of(moment), found.rule, moment)


def value_of(moment: Moment) -> str:
    """The TIMEX3 value of a moment, on the wall of its own zone.

    >>> from timeline.moment import read_moment
    >>> value_of(read_moment("2019-02-28T13:25+07:00", "UTC"))
    '2019-02-28T13:25'
    """
    if moment.civil is None:
        return iso(moment)[:16]
    if moment.precision in _PARTS:
        return f"{moment.civil}T{_PARTS[moment.precision]}"
    if moment.precision in ("week", "weekend") and moment.earliest is not None:
        week = _iso_week(wall_at(moment.earliest, moment.zone or "UTC") // DAY)
        return f"{week}-WE" if moment.precision == "weekend" else week
    return moment.civil


def duration(amount: Amount) -> str:
    """ISO 8601 duration.

    >>> duration(Amount(12, "minute")), duration(Amount(2, "day"))
    ('PT12M', 'P2D')
    """
    clock = "T" if amount.unit in ("second", "minute", "hour") else ""
    return f"P{clock}{amount.number:g}{_UNITS[amount.unit]}"


def _iso_week(day: int) -> str:
    """ISO 8601 week: the one that holds the year's first Thursday is the first."""
    thursday = day - weekday_of(day) + 3
    year = date_of(thursday)[0]
    first = next(d for d in range(thursday - 371, thursday + 1) if date_of(d)[0] == year)
    return f"{format_date(thursday)[:-6]}-W{(thursday - first) // 7 + 1:02d}"
