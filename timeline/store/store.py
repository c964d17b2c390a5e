"""A store, opened: what a page asks, answered from one version of the data."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from timeline.arrange.pyramid import LAYS, Filled, Pyramid
from timeline.arrange.tiles import BINS, REACH, WHOLE, Candidate, Grid, Tile
from timeline.document.records import event_of
from timeline.model import Event
from timeline.store import queries
from timeline.store.about import About
from timeline.store.columns import TABLES
from timeline.store.engine import Engine

_AREAS = 64
_EVENTS = 20_000
"""Areas and events that are remembered: what a reader looks at is near to what the one before looked at."""


@dataclass(frozen=True, slots=True)
class Area:
    """All events of a tile that is not crowded, though the one above it is."""

    candidates: Sequence[Candidate]
    lanes: Sequence[int]
    lefts: Sequence[int]


@dataclass(frozen=True, slots=True)
class Told:
    """An event with the place of its card in the list, and whether that is a key one."""

    event: Event
    place: int
    keyed: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """A tile as a page gets it.

    `events` are those that it places, in the order of `filled.placed`; `counts` maps a lane (-1: none) to
    how many of its events begin in each of the `BINS`, those shown among them; `before` is how many events begin before the tile.
    """

    filled: Filled
    events: Sequence[Told]
    counts: Mapping[int, Sequence[int]]
    before: int


@dataclass
class Store:
    """One version of a story in an engine. Raises `SourceError` where the tables are none of this package's."""

    engine: Engine
    about: About = field(init=False)
    grid: Grid = field(init=False)
    mixed: bool = field(init=False)

    def __post_init__(self) -> None:
        self.tables = {name: self.engine.table(name) for name in TABLES}
        self.about = About.of(self.engine.ask(self.tables["about"]))
        self.grid = Grid.over(self.about.earliest, self.about.latest)
        self.mixed = self.about.mixed
        crowds = self.asked("crowds", queries.crowds)  # a tile that is handed out whole needs all of its events, whatever is kept of it
        self.crowds = {(octave, tile): (first, events) for octave, tile, first, events in crowds if events > WHOLE}
        self.pyramids = {name: Pyramid(self, lay) for name, lay in LAYS.items()}
        self._area = lru_cache(maxsize=_AREAS)(self._load_area)
        self._best = lru_cache(maxsize=_AREAS)(self._load_best)
        self._events: dict[int, Told] = {}

    def tile(self, lay: str, tile: Tile) -> Shown:
        """A tile in a lay, or the whole one that it lies in; the tile has to lie in the grid."""
        filled = self.pyramids[lay].find(tile)
        return Shown(filled, self.told(filled), self.counts(filled.tile), self.before(filled.tile))

    def count(self, tile: Tile) -> int:
        """How many events begin in a tile."""
        if known := self.crowds.get((tile.octave, tile.index)):
            return int(known[1])
        first, last = self._within(tile)
        return last - first

    def candidates(self, tile: Tile) -> Sequence[Candidate]:
        """Events that begin in a tile: all of them, of a crowded one those that have a chance."""
        if (tile.octave, tile.index) in self.crowds:
            return self._best(tile)
        first, last = self._within(tile)
        return self._area(self._area_of(tile)).candidates[first:last]

    def before(self, tile: Tile) -> int:
        """How many events begin before a tile."""
        if known := self.crowds.get((tile.octave, tile.index)):
            return int(known[0])
        area = self._area(self._area_of(tile))
        first, _ = self._within(tile)
        if first < len(area.candidates):
            return area.candidates[first].number
        return area.candidates[-1].number + 1 if area.candidates else self._before_empty(self._area_of(tile))

    def counts(self, tile: Tile) -> dict[int, list[int]]:
        """How many events of each lane begin in each bin of a tile."""
        found: dict[int, list[int]] = {}
        if (tile.octave, tile.index) in self.crowds:
            for bin, lane, events in self.asked("tallied", queries.tallied, octave=tile.octave, tile=tile.index):
                found.setdefault(lane, [0] * BINS)[bin] = events
            return found
        area, (first, last), (start, _) = self._area(self._area_of(tile)), self._within(tile), self.grid.span(tile)
        for one, lane in zip(area.candidates[first:last], area.lanes[first:last], strict=True):
            found.setdefault(lane, [0] * BINS)[one.left - start << 4 >> tile.octave + 10] += 1
        return found

    def _area_of(self, tile: Tile) -> Tile:
        """The largest tile around one that is not crowded."""
        while tile.octave < self.grid.root.octave and (tile.octave + 1, tile.index >> 1) not in self.crowds:
            tile = tile.parent
        return tile

    def _within(self, tile: Tile) -> tuple[int, int]:
        """Which of the events of its area begin in a tile, half open."""
        lefts, (start, end) = self._area(self._area_of(tile)).lefts, self.grid.span(tile)
        return bisect_left(lefts, start), bisect_left(lefts, end)

    def _before_empty(self, tile: Tile) -> int:
        """How many events begin before an area without any: those before its parent, and of its sibling if that comes first."""
        if tile == self.grid.root:
            return 0
        sibling = tile.parent.children[0]
        return self.before(tile.parent) + (self.count(sibling) if sibling != tile else 0)

    def _load_area(self, tile: Tile) -> Area:
        start, end = self.grid.span(tile)
        rows = self.asked("began", queries.began, start=start, end=min(end, REACH[1]))
        return Area([Candidate(*row[:6]) for row in rows], [row[6] for row in rows], [row[1] for row in rows])

    def _load_best(self, tile: Tile) -> Sequence[Candidate]:
        rows = self.asked("kept", queries.kept, octave=tile.octave, tile=tile.index)
        return [Candidate(*row[:6]) for row in rows]

    def told(self, filled: Filled) -> list[Told]:
        """The events that a tile places."""
        wanted = [one.event for one in filled.placed]
        held = self._events  # another thread may put another one there meanwhile
        known = {one.number: held[one.number] for one in wanted if one.number in held}
        if missing := [one for one in wanted if one.number not in known]:
            fresh = self._lines(filled.tile, missing)
            known |= fresh
            self._remember(fresh)
        return [known[one.number] for one in wanted]

    def _remember(self, fresh: dict[int, Told]) -> None:
        held = self._events
        self._events = fresh if len(held) > _EVENTS else held | fresh

    def recall(self, tile: Tile) -> None:
        """Take all events that begin in a tile into memory, with one question, ahead of many about the tiles below it."""
        start, end = self.grid.span(tile)
        self._remember(_told_by(self.asked("lines_of", queries.lines_of, start=start, end=end)))

    def _lines(self, tile: Tile, wanted: Sequence[Candidate]) -> dict[int, Told]:
        numbers = [one.number for one in wanted]
        found: list[tuple[Any, ...]] = []
        if (tile.octave, tile.index) in self.crowds:
            found = self.asked("kept_lines", queries.kept_lines, octave=tile.octave, tile=tile.index, numbers=numbers)
        if missing := sorted(set(numbers) - {row[0] for row in found}):
            lefts = [one.left for one in wanted if one.number in set(missing)]
            found += self.asked("lines", queries.lines, start=min(lefts), end=max(lefts) + 1, numbers=missing)
        return _told_by(found)

    def asked(self, name: str, query: Any, **values: Any) -> list[tuple[Any, ...]]:
        """The rows of a question of `queries`, by its name."""
        return self.engine.asked(name, lambda **marks: query(self.tables, **marks), **values)


def _told_by(rows: Sequence[tuple[Any, ...]]) -> dict[int, Told]:
    return {number: Told(event_of(line), place, bool(keyed)) for number, place, keyed, line in rows}
