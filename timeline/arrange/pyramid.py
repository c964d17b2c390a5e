"""All tiles of one version of a story: computed when they are asked for, each from its parent, and kept for a while."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from timeline.arrange.low import LOWS
from timeline.arrange.place import ROWS
from timeline.arrange.rail import MARK, RAILS
from timeline.arrange.tiles import WHOLE, Candidate, Grid, Placed, Tile, descend, fill, home, inherited
from timeline.arrange.width import GAP

KEPT = 2_048
"""Tiles that a pyramid remembers: some 200 bytes for each of up to 400 placements."""


@dataclass(frozen=True, slots=True)
class Lay:
    """One way to lay out the same events: how many rows there are, and whether a mark has words beside it."""

    name: str
    rows: int
    words: bool = True


LAYS: dict[str, Lay] = {lay.name: lay for lay in (Lay("row", ROWS), Lay("low", LOWS), Lay("rail", RAILS, words=False))}
"""`row`, all rows; `low`, fewer, for a low window; `rail`, marks without words. See `arrange`, `low` and `rail`."""


class Events(Protocol):
    """Where a pyramid takes its events from. Their `pixels` are those of labels; a lay without words takes no notice of them."""

    grid: Grid
    mixed: bool
    """Whether there are dots beside bars: then a third of the rows is kept for dots."""

    def count(self, tile: Tile) -> int:
        """How many events begin in a tile."""

    def candidates(self, tile: Tile) -> Sequence[Candidate]:
        """Events that begin in a tile: all of them, or at least those that `chosen` would take; all where there are up to `WHOLE`."""


@dataclass(frozen=True, slots=True)
class Filled:
    """A tile with what it shows: everything placed in it or above it that reaches into it. `whole`: with all that lies below it."""

    tile: Tile
    placed: tuple[Placed, ...]
    whole: bool


class Pyramid:
    """The tiles of a story in one lay; `whole`: of how many events a tile is handed out with all that lies below it.

    With `above`, a tile that somebody else has filled, those that lie below it, which take nothing else of the story.
    """

    def __init__(
        self, events: Events, lay: Lay = LAYS["row"], *, kept: int = KEPT, whole: int = WHOLE, above: Filled | None = None
    ) -> None:
        self.events, self.lay, self.whole, self.above = events, lay, whole, above
        self.for_bars = lay.rows - lay.rows // 3 if events.mixed else lay.rows
        self._known = lru_cache(maxsize=kept)(self._compute)

    def find(self, tile: Tile) -> Filled:
        """A tile; where one above it is whole, that one. The tile has to lie in the grid (`Grid.holds`)."""
        above = self.above
        first = above.tile.octave - 1 if above else self.events.grid.root.octave
        path = [Tile(octave, tile.index >> octave - tile.octave) for octave in range(first, tile.octave - 1, -1)]
        for step in path:
            above = self._known(step, above.tile if above else None)
            if above.whole:
                return above
        assert above is not None
        return above

    def _compute(self, tile: Tile, parent: Tile | None) -> Filled:
        events, grid = self.events, self.events.grid
        known = inherited(self._filled(parent).placed, tile, grid) if parent else []
        candidates = events.candidates(tile)
        if not self.lay.words:
            candidates = [_wordless(one) for one in candidates]
        whole = events.count(tile) <= self.whole
        place = descend if whole else fill
        own = place(tile, grid, known, candidates, rows=self.lay.rows, for_bars=self.for_bars)
        return Filled(tile, (*known, *own), whole)

    def _filled(self, tile: Tile) -> Filled:
        if self.above and self.above.tile == tile:
            return self.above
        return self._known(tile, tile.parent if tile != self.events.grid.root else None)


def _wordless(one: Candidate) -> Candidate:
    return Candidate(one.number, one.left, one.right, one.rank, MARK + GAP // 2, one.home)


class Held:
    """Events in memory, in the order of time: of a small story, or of a part of a large one.

    Raises nothing; `marks` are (left, right, rank, pixels), their places in time are their numbers.
    """

    def __init__(self, marks: Sequence[tuple[int, int, int, int]], grid: Grid | None = None) -> None:
        self.grid = grid or Grid.over(min((one[0] for one in marks), default=0), max((one[1] for one in marks), default=0))
        self.events = [Candidate(number, *one, home(one[0], one[1])) for number, one in enumerate(sorted(marks))]
        self.lefts = [one.left for one in self.events]
        dots = sum(one.left == one.right for one in self.events)
        self.mixed = 0 < dots < len(self.events)

    def count(self, tile: Tile) -> int:
        """How many events begin in a tile."""
        start, end = self.grid.span(tile)
        return bisect_left(self.lefts, end) - bisect_left(self.lefts, start)

    def candidates(self, tile: Tile) -> Sequence[Candidate]:
        """All events that begin in a tile."""
        start, end = self.grid.span(tile)
        return self.events[bisect_left(self.lefts, start) : bisect_left(self.lefts, end)]
