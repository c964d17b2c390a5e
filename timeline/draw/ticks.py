"""Ticks of the static figure: wall-clock boundaries of a zone, as UTC instants with their words.

The page computes its own ticks for any zone in assets/lib/ticks.mjs; this is what a notebook or an image shows.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from babel.dates import get_month_names

from timeline.ages import PRESENT
from timeline.clock import DAY, HOUR, MINUTE, Fold, Gap, Unique, date_of, days_of, instants_of, offset_at, wall_at
from timeline.draw.amounts import years
from timeline.draw.moments import offset_words, year_words
from timeline.draw.words import words

_CLOCKS = tuple(n * MINUTE for n in (1, 5, 15, 30)) + tuple(n * HOUR for n in (1, 3, 6, 12))
_MONTHS = (1, 3, 6)
_MONTH = 30 * DAY
_FEW = 6
_AGES, _FAR = 10_000, 100_000  # years: from such a step on, and so far from year 0, ticks say how long ago it was


@dataclass(frozen=True, slots=True)
class Tick:
    """An instant and what the axis says there."""

    instant: int
    text: str


def ticks(earliest: int, latest: int, *, zone: str, language: str, most: int = 14) -> tuple[Tick, ...]:
    """At most about `most` ticks in the half-open range; a second line names the day, the month or the year where a new one begins."""
    step = max((latest - earliest) // most, 1)
    first, last = wall_at(earliest, zone), wall_at(latest, zone)
    clock = next((size for size in _CLOCKS if size >= step), None)
    walls: Iterable[int]
    if clock is not None:
        walls = range(first - first % DAY, last + DAY, clock)
    elif step <= _MONTH / 3:
        walls = range(first - first % DAY, last + DAY, max(1, -(-step // DAY)) * DAY)
    elif (aged := _ages(earliest, latest, language)) is not None:
        return aged
    else:
        walls = _month_walls(first, last, step)
    found = [(instant, wall, fold) for wall in walls for instant, fold in _instants(wall, zone) if earliest <= instant < latest]
    return _worded(sorted(found), zone, language, "clock" if clock else "day" if step <= _MONTH / 3 else "month")


def _month_walls(first: int, last: int, step: int) -> list[int]:
    size = next((months for months in _MONTHS if months * _MONTH >= step), 0)
    if not size:
        years, size = step / (365.25 * DAY), 12
        while size / 12 < years:
            size *= 5 if str(size // 12)[0] == "2" else 2
    year, month, _ = date_of(first // DAY)
    begin = year * 12 + (month - 1)
    end_year, end_month, _ = date_of(last // DAY)
    numbers = range(begin - begin % size, end_year * 12 + end_month, size)
    before = [n + 12 if size > 12 and n <= 0 else n for n in numbers]  # year 0 is 1 BC: so that years BC are round, too
    return [days_of(n // 12, n % 12 + 1, 1) * DAY for n in before]


def _ages(earliest: int, latest: int, language: str) -> tuple[Tick, ...] | None:
    """Ticks in years ago; None where years are told by their number. Their words are long, so they are few."""
    oldest, newest = (PRESENT - date_of(instant // DAY)[0] for instant in (earliest, latest))
    step, turn = 1, 0
    while step * _FEW < oldest - newest:
        step, turn = step * 5 // 2 if turn % 3 == 1 else step * 2, turn + 1
    if step < _AGES and max(abs(oldest), abs(newest)) < _FAR:
        return None
    text, found = words(language), []
    for count in range(oldest // step, -(-newest // step) - 1, -1):
        age = count * step
        said = years(text, "date.ago" if age > 0 else "date.in", abs(age), language) if age else text["date.today"]
        found.append(Tick(days_of(PRESENT - age, 1, 1) * DAY, said))
    return tuple(tick for tick in found if earliest <= tick.instant < latest)


def _instants(wall: int, zone: str) -> list[tuple[int, bool]]:
    match instants_of(wall, zone):
        case Unique(instant):
            return [(instant, False)]
        case Fold(earlier, later):
            return [(earlier, True), (later, True)]
        case Gap():
            return []


def _worded(found: list[tuple[int, int, bool]], zone: str, language: str, unit: str) -> tuple[Tick, ...]:
    text, months = words(language), get_month_names("abbreviated", locale=language)
    result: list[Tick] = []
    above = ""
    for instant, wall, fold in found:
        year, month, day = date_of(wall // DAY)
        named = year_words(year, text, language)
        date = text["date.plain"].format(day=day, month=months[month], year=named)
        if unit == "clock":
            said, group = f"{wall % DAY // HOUR:02d}:{wall % HOUR // MINUTE:02d}", date
            said += f" {offset_words(offset_at(instant, zone))}" if fold else ""
        elif unit == "day":
            said, group = str(day), f"{months[month]} {named}"
        else:
            said, group = (str(months[month]), named) if month > 1 else (named, "")
        result.append(Tick(instant, f"{said}<br>{group}" if group and group != above and unit != "month" else said))
        above = group
    return tuple(result)
