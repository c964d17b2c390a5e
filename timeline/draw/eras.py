"""What lies behind the chart: stretches of time with a name, in as many thin rows as overlap. Numbers and names, no colours."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.model import Moment, Story

_NAMED = 18
"""Pixels of a row that its name stands in, where there are no more than three."""
_ALL = 70
"""Pixels of all rows together, where there are more; below 14 a row is too thin for a name, and the legend alone has it."""


@dataclass(frozen=True, slots=True)
class Band:
    """An era from `left` to `right` in UTC milliseconds, half open; `row` counts from 0, which is nearest to the axis."""

    id: str
    label: str
    left: int
    right: int
    row: int
    start: Moment
    end: Moment


def bands_of(story: Story) -> tuple[Band, ...]:
    """The eras in the order of time, each in the first row that is free; one without bounds has no band."""
    known = [
        (era.start.earliest, era.end.latest, era)
        for era in story.eras
        if era.start.earliest is not None and era.end.latest is not None and era.start.earliest < era.end.latest
    ]
    free: list[int] = []
    bands = []
    for number, (left, right, era) in enumerate(sorted(known, key=lambda one: (one[0], -one[1], one[2].label))):
        row = next((row for row, until in enumerate(free) if until <= left), len(free))
        free[row : row + 1] = [right]
        bands.append(Band(f"era {number}", era.label, left, right, row, era.start, era.end))
    return tuple(bands)


def height_of(bands: tuple[Band, ...]) -> int:
    """Pixels of one row; 0 without eras."""
    rows = rows_of(bands)
    return 0 if not rows else _NAMED if rows < 4 else max(min(14, _ALL // rows), 3)


def above(bands: tuple[Band, ...]) -> int:
    """Pixels of all rows together."""
    return rows_of(bands) * height_of(bands)


def rows_of(bands: tuple[Band, ...]) -> int:
    """How many rows they need."""
    return 1 + max((band.row for band in bands), default=-1)
