"""An area, which is a tile that is not crowded below one that is, as whoever computes the tiles below it needs it: without an engine.

It takes the events that begin in it, and of all others those that reach into it from what its parent has placed.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from timeline.arrange.pyramid import LAYS, Filled, Pyramid
from timeline.arrange.tiles import Candidate, Grid, Placed, Tile, inherited
from timeline.document.records import event_of
from timeline.store import queries
from timeline.store.about import About
from timeline.store.store import Area, Store, Told


@dataclass(frozen=True, slots=True)
class Handed:
    """What is handed along: `above` maps a lay to the parent with what of it reaches into the area, and leaves out lays in which a tile
    above is whole; `told` are the events of these, by number; `rows` are those of `queries.whole`, `before` counts earlier events."""

    tile: Tile
    above: dict[str, Filled]
    told: dict[int, Told]
    rows: list[tuple[Any, ...]]
    before: int


def handed(store: Store, areas: Sequence[Tile]) -> Iterator[Handed]:
    """Those of some areas that have tiles of their own, in the order of time. They are read with one question, from the first
    one to the last one."""
    rows = store.asked("whole", queries.whole, start=store.grid.span(areas[0])[0], end=store.grid.span(areas[-1])[1])
    lefts = [row[1] for row in rows]
    for tile in areas:
        above = {lay: filled for lay in LAYS if (filled := _above(store, lay, tile)) is not None}
        if above or tile == store.grid.root:
            first, last = (bisect_left(lefts, end) for end in store.grid.span(tile))
            told = {placed.event.number: one for filled in above.values() for placed, one in _with_events(store, filled)}
            yield Handed(tile, above, told, rows[first:last], _before(store, tile, rows, first))


def _above(store: Store, lay: str, tile: Tile) -> Filled | None:
    """The parent of an area, with what of it reaches into the area."""
    if tile == store.grid.root:
        return None
    filled = store.pyramids[lay].find(tile.parent)
    return None if filled.whole else Filled(filled.tile, tuple(inherited(filled.placed, tile, store.grid)), whole=False)


def _with_events(store: Store, filled: Filled) -> Iterator[tuple[Placed, Told]]:
    return zip(filled.placed, store.told(filled), strict=True)


def _before(store: Store, tile: Tile, rows: Sequence[tuple[Any, ...]], first: int) -> int:
    if first < len(rows):
        return int(rows[first][0])
    return int(rows[-1][0]) + 1 if rows else store.before(tile)


class Piece(Store):
    """The part of a store that an area is: its tiles, counts and events, and nothing else."""

    def __init__(self, about: About, area: Handed) -> None:
        self.about, self.mixed = about, about.mixed
        self.grid = Grid.over(about.earliest, about.latest)
        self.crowds: dict[tuple[int, int], tuple[int, int]] = {}
        self.top, self.first = area.tile, area.before
        held = Area([Candidate(*row[:6]) for row in area.rows], [row[6] for row in area.rows], [row[1] for row in area.rows])
        self._area = lru_cache(maxsize=1)(lambda tile: held)
        lays = area.above or dict.fromkeys(LAYS)
        self.pyramids = {lay: Pyramid(self, LAYS[lay], above=above) for lay, above in lays.items()}
        self._known = {row[0]: Told(event_of(row[9]), row[7], bool(row[8])) for row in area.rows} | area.told

    def told(self, filled: Filled) -> list[Told]:
        """The events that a tile places."""
        return [self._known[one.event.number] for one in filled.placed]

    def _area_of(self, tile: Tile) -> Tile:
        return self.top

    def _before_empty(self, tile: Tile) -> int:
        return self.first
