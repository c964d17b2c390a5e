"""How a reader moves about a long story: zooms and pans, one after the other, towards where something happens."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

from timeline.arrange import level_at
from timeline.arrange.tiles import Grid, Tile
from timeline.store.answers import SHORTEST
from timeline.store.store import Store

WIDTH = 1_280
_SHORTEST = 60_000
"""Milliseconds of the shortest view."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What walks need to know of a story: its grid, its first view, and when some of its events begin, in order."""

    grid: Grid
    window: tuple[int, int]
    lefts: Sequence[int]

    @staticmethod
    def of(store: Store) -> Ground:
        """That of a store."""
        step = max(store.about.events // 2_000, 1)
        events = store.tables["events"]
        rows = store.engine.ask(events.filter(events.number % step == 0).select("left").order_by("left"))
        return Ground(store.grid, store.about.window, [row[0] for row in rows])

    def views(self, seed: int) -> Iterator[tuple[int, int]]:
        """Views without end, half open: the first one, then three zooms in for two zooms out and three pans."""
        dice = Random(seed)
        left, right = self.window
        longest = self.grid.span(self.grid.root)[1] - self.grid.origin
        while True:
            yield left, right
            size = right - left
            move = dice.choice("iiioopppp")
            if move == "i" and size > _SHORTEST:
                size //= dice.choice((2, 4, 8))
            elif move == "o" or size <= _SHORTEST:
                size = min(size * dice.choice((2, 4, 8, 16)), longest)
            centre = (left + right) // 2 + (dice.choice((-1, 1)) * size // 2 if move == "p" else 0)
            if move == "i":
                first, last = bisect_left(self.lefts, left), bisect_left(self.lefts, right)
                centre = self.lefts[dice.randrange(first, last)] if first < last else centre
            left = min(max(centre - size // 2, self.grid.origin), self.grid.origin + longest - size)
            right = left + max(size, 1)

    def tiles(self, view: tuple[int, int]) -> list[Tile]:
        """The tiles that a view of `WIDTH` pixels needs."""
        octave = min(max(-(-level_at(view[1] - view[0], WIDTH) // 2), SHORTEST), self.grid.root.octave)
        first, last = ((at - self.grid.origin) >> octave + 10 for at in (view[0], view[1] - 1))
        return [tile for index in range(first, last + 1) if self.grid.holds(tile := Tile(octave, index))]


class Known:
    """The tiles that a reader has: none is asked for twice, nor one inside of a whole one."""

    def __init__(self) -> None:
        self.tiles: dict[Tile, bool] = {}

    def missing(self, tile: Tile, root: int) -> bool:
        """Whether a tile has to be asked for."""
        if tile in self.tiles:
            return False
        return not any(
            self.tiles.get(Tile(octave, tile.index >> octave - tile.octave), False) for octave in range(tile.octave + 1, root + 1)
        )
