"""What the words of the entries tell of the days they were posted on, where stamps, headings and front matter leave room."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.clock import date_of, days_of, weekday_of
from timeline.date.grammar import Language
from timeline.date.reading import Expression, Reading
from timeline.moment import exists

_AWAY = 4
"""Days that a weekday in the past tense can lie back."""


def today_in(reading: Reading, reference: int | None) -> int | None:
    """The day that an entry says it is: `It is Tuesday, April 8`."""
    for expression in reading.expressions:
        if expression.partial.day is None or not reading.language.today.search(expression.place.before(24)):
            continue
        if (day := whole_date(expression, reference)) is not None:
            return day
    return None


def whole_date(expression: Expression, reference: int | None) -> int | None:
    """A day of a month with its year, or with the year that its weekday and a reference within half a year give it."""
    one = expression.partial
    if one.day is None or one.month is None or one.anchor is not None:
        return None
    if one.year is not None:
        return days_of(one.year, one.month, one.day)
    if reference is None or one.weekday is None:
        return None
    year, month, day = date_of(reference)[0], one.month, one.day
    found = [days_of(y, month, day) for y in (year - 1, year, year + 1) if exists(y, month, day)]
    fitting = [at for at in found if weekday_of(at) == one.weekday]
    return min(fitting, key=lambda at: abs(at - reference), default=None)


def day_of_story(readings: Sequence[Reading], reference: int | None) -> tuple[int, range, str] | None:
    """Position, possible days and words of the entry that dates the ticker by its own news: the newest date with a weekday or a clock that
    is told as past; without any, the days before the first one that is planned. Dates without either are looks back."""
    past: list[tuple[int, int, str]] = []
    planned: list[tuple[int, int, str]] = []
    for index, reading in enumerate(readings):
        for expression in reading.expressions:
            partial = expression.partial
            if partial.weekday is None and not partial.has_clock:
                continue
            if (day := whole_date(expression, reference)) is not None:
                told = expression.tense == "past" or (expression.tense == "unknown" and partial.has_clock)
                (past if told else planned).append((index, day, expression.words))
    if past:
        index, day, words = max(past, key=lambda one: one[1])
        return index, range(day, day + 1), words
    if planned:
        index, day, words = min(planned, key=lambda one: one[1])
        return index, range(day - 6, day + 1), words
    return None


def votes(reading: Reading, day: int) -> float:
    """How well the past weekdays of an entry fit a day: most news is told on its own day, or on the next one."""
    fit = 0.0
    for expression in reading.expressions:
        weekday = past_weekday(expression, reading.language)
        if weekday is None:
            continue
        away = (weekday_of(day) - weekday) % 7
        fit += 1 - away / _AWAY if away < _AWAY else -1
    return fit


def past_weekday(expression: Expression, language: Language) -> int | None:
    """The bare weekday that an expression tells as past: not what somebody plans `for Thursday`."""
    partial = expression.partial
    if partial.year is not None or partial.day is not None or partial.relation == "future" or expression.tense != "past":
        return None
    return None if language.ahead.search(expression.place.before(16)) else partial.weekday
