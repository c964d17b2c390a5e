"""Ticks of the static figure: wall-clock boundaries of a zone, as UTC instants with their words.

The page computes its own ticks for any zone in assets/lib/ticks.mjs; this is what a notebook or an image shows.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from babel.dates import get_month_names

from timeline.clock import DAY, HOUR, MINUTE, Fold, Gap, Unique, date_of, days_of, instants_of, offset_at, wall_at
from timeline.draw.moments import offset_words
from timeline.draw.words import words

_CLOCKS = tuple(n * MINUTE for n in (1, 5, 15, 30)) + tuple(n * HOUR for n in (1, 3, 6, 12))
_MONTHS = (1, 3, 6)
_MONTH = 30 * DAY


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
    return [days_of(n // 12, n % 12 + 1, 1) * DAY for n in range(begin - begin % size, end_year * 12 + end_month, size)]


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
        date = text["date.plain"].format(day=day, month=months[month], year=year)
        if unit == "clock":
            said, group = f"{wall % DAY // HOUR:02d}:{wall % HOUR // MINUTE:02d}", date
            said += f" {offset_words(offset_at(instant, zone))}" if fold else ""
        elif unit == "day":
            said, group = str(day), f"{months[month]} {year}"
        else:
            said, group = (str(months[month]), str(year)) if month > 1 else (str(year), "")
        result.append(Tick(instant, f"{said}<br>{group}" if group and group != above and unit != "month" else said))
        above = group
    return tuple(result)
