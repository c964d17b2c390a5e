"""What arranging gives: numbers only, no words and no colours."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Placement:
    """Where one event goes.

    `row` counts from 0 (nearest to the axis). A view at level k labels the events whose `level` is at least k; level k means
    2^(k/2) milliseconds per pixel, and a view takes the next level up from its own scale. None: revealed at no scale (an exact tie
    of more events than there are rows, an instant that bars cover in every row, or an event without bounds); such an event is counted
    only, and its row means nothing. `width` is the room of its label in pixels, its mark included.
    """

    event: str
    row: int
    level: int | None
    width: int


@dataclass(frozen=True, slots=True)
class Window:
    """The first view, half open, in UTC milliseconds, and what lies outside of it.

    `since` is the earliest instant of what lies before, `until` the latest of what lies after; None where nothing does.
    """

    earliest: int
    latest: int
    before: int = 0
    after: int = 0
    since: int | None = None
    until: int | None = None


@dataclass(frozen=True, slots=True)
class Scene:
    """All events of a story placed: `placements` in the order of the events given, `rows` the number of rows used."""

    placements: tuple[Placement, ...]
    rows: int
    window: Window
