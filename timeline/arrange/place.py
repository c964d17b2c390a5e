"""A row and a reveal level for each event, coarse to fine, most important first.

In a row, an event takes the room from the left of its mark to the end of its label or of its bar, whichever is further, and `GAP` pixels
after that. Who is placed stays: at finer levels the room of all only shrinks, so newcomers fill what opens.

A story that comes in one page is judged by its first view. There, going strictly coarse to fine labels 92 % of what could be labelled,
since rows are taken too early; so such a story deals out the rows at the level of that view first, and then each event goes up to the
coarsest level at which its own row has room. That labels 99 %, for one label in twelve less on a phone.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from timeline.arrange.levels import FINEST, length, level_at
from timeline.arrange.scene import Placement, Scene, Window
from timeline.arrange.spans import span
from timeline.arrange.width import GAP, label_width
from timeline.arrange.window import is_told, window_of
from timeline.errors import OptionError
from timeline.model import Event

ROWS = 20
"""Rows if nobody says: 36 events of three days show at once in 900 px (39 of 40 drawn tickers), most often even if seven share bounds.
Nine events over the same bounds leave eleven rows for what else happened meanwhile; at 21 px a row the chart is 420 px high."""

Place = tuple[int, int | None]

_FIRST_VIEW = 900  # pixels of the usual first view
_SMALL_VIEW = 540  # pixels of the chart beside the cards in a window 1024 px wide
_PARTS = 12  # of the first view
_EACH = 3  # of the events of a part, which take turns with those of others
_NARROW = 300  # pixels of the narrowest view that shows the whole story: a phone held upright


@dataclass(frozen=True, slots=True)
class Box:
    """What an event takes of a row: its mark in milliseconds, its label with the gap after it in pixels."""

    left: int
    right: int
    pixels: int


@dataclass(frozen=True, slots=True)
class Row:
    """The boxes of a row from left to right, by number, and where they begin: no two begin at the same instant."""

    lefts: list[int] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)


def arrange(events: Sequence[Event], *, rows: int = ROWS) -> Scene:
    """Place each event once: its row, the level from which on it is labelled, and the window to begin with.

    More important events come first, then earlier ones, then those that are over sooner, then by id: the order of `events` does not
    matter. In a view smaller than the first one, an event of each part of it comes before the earlier ones. An event without any bound
    is never labelled. What is too long for one page comes in tiles (`tiles`).
    Raises `OptionError` where `rows` is below one.
    """
    if rows < 1:
        raise OptionError(f"rows={rows!r} leaves no room; give at least 1")
    spans = [span(event) for event in events]
    widths = [label_width(event.label) for event in events]
    known = {number: ends for number, ends in enumerate(spans) if ends is not None}
    order = sorted(known, key=lambda number: (-events[number].importance, *known[number], events[number].id))
    window = window_of(list(known.values()), [ends for number, ends in known.items() if is_told(events[number])])
    shown = window.latest - window.earliest
    boxes = [Box(*known[number], widths[number] + GAP) for number in order]
    coarsest = coarsest_of(boxes, shown)
    parts = [(-events[number].importance, _PARTS * (known[number][0] - window.earliest) // max(shown, 1)) for number in order]
    found = place(boxes, coarsest, rows=rows, first=_first_level(boxes, coarsest, rows, shown), parts=parts)
    found = rows_by_time(found, boxes, window)
    places = dict(zip(order, found, strict=True))
    placements = tuple(
        Placement(event.id, *places.get(number, (0, None)), width)
        for number, (event, width) in enumerate(zip(events, widths, strict=True))
    )  # fmt: skip
    return Scene(placements, max((row + 1 for row, level in found if level is not None), default=0), window)


def rows_by_time(found: Sequence[Place], boxes: Sequence[Box], window: Window) -> list[Place]:
    """The same places with the rows in the order in which their first events within the window begin: time runs down as well as on.

    Rows do not touch each other, so any order of them is as free of overlaps.
    """
    firsts: dict[int, tuple[bool, int]] = {}
    for (row, level), box in zip(found, boxes, strict=True):
        if level is not None:
            outside = not window.earliest <= box.left < window.latest
            firsts[row] = min(firsts.get(row, (True, box.left)), (outside, box.left))
    order = {row: number for number, row in enumerate(sorted(firsts, key=lambda row: (firsts[row], row)))}
    return [(order.get(row, 0), level) for row, level in found]


def coarsest_of(boxes: Sequence[Box], shown: int) -> int:
    """The level at which the whole story and the first window fit into the narrowest view."""
    whole = max((box.right for box in boxes), default=0) - min((box.left for box in boxes), default=0)
    return max(level_at(max(whole, shown), _NARROW), 0)


def _first_level(boxes: Sequence[Box], coarsest: int, rows: int, shown: int) -> int:
    """The level whose rows are dealt out: that of the usual first view, or of a smaller one where even that leaves nobody out.

    A short story has rows to spare: six events in three rows are all labelled at 900 px and four of them at 768, in five rows all at both.
    """
    usual = level_at(shown, _FIRST_VIEW)
    for level in range(min(level_at(shown, _SMALL_VIEW), coarsest), usual, -1):
        if Filling(boxes, coarsest, rows=rows).holds_all(level):
            return level
    return usual


def place(boxes: Sequence[Box], coarsest: int, *, rows: int, first: int, parts: Sequence[tuple[float, int]] = ()) -> list[Place]:
    """The row and the reveal level of each box, in order of importance: whoever comes first is placed first at each level.

    `first` is the level whose rows are dealt out before all others (not above `coarsest`); who has none there waits for finer levels.
    `parts` are for each box minus its importance, and a part of the story: see `_turns`. A box that is blocked in every row at `FINEST`
    gets the level None.
    """
    filling = Filling(boxes, coarsest, rows=rows)
    dealt = filling.down_to(first, {first: [*range(len(boxes))]})
    homes = {number: row for number, (row, level) in enumerate(dealt) if level is not None}
    others = [number for number in range(len(boxes)) if number not in homes]
    turns = _turns(homes, parts) if parts else {}
    return Filling(boxes, coarsest, rows=rows, homes=homes).down_to(FINEST, {coarsest: [*homes], first - 1: others}, turns)


def _turns(homes: Iterable[int], parts: Sequence[tuple[float, int]]) -> dict[int, tuple[float, int]]:
    """When the boxes that have a row take their turn, number -> what to sort by: of those that are equally important the first of each
    part, then the second and the third of each, then all others.

    Without that a small view of a long story names its beginning above all: of 300 events in three years, at 768 px, the widest part
    without a name was a third of the view, and is an eighth; 40 of them have names instead of 42.
    """
    counts: Counter[tuple[float, int]] = Counter()
    turns: dict[int, tuple[float, int]] = {}
    for number in homes:
        importance, _ = part = parts[number]
        turns[number] = importance, min(counts[part], _EACH)
        counts[part] += 1
    return turns


class Filling:
    """Rows that fill up, level by level.

    `lengths` holds for each width in use its milliseconds at all levels, finest first, so that a bisection tells at which level a
    distance has room for it. `chances` holds for each box that waits and each row the coarsest level at which its neighbours
    of that time leave room; since boxes are only added, it can only turn out finer, and until then the row needs no look.
    """

    def __init__(self, boxes: Sequence[Box], coarsest: int, *, rows: int, homes: Mapping[int, int] = MappingProxyType({})) -> None:
        self.boxes, self.homes = boxes, homes
        self.board = [Row() for _ in range(rows)]
        self.for_bars = self.board[: _rows_for_bars(boxes, rows)]
        levels = range(FINEST, coarsest + 1)
        self.coarsest = coarsest
        self.lengths = {pixels: [length(pixels, level) for level in levels] for pixels in {GAP, *(box.pixels for box in boxes)}}
        self.chances: dict[int, list[int]] = {}

    def down_to(
        self, finest: int, waiting: dict[int, list[int]], turns: Mapping[int, tuple[float, int]] = MappingProxyType({})
    ) -> list[Place]:
        """Place the boxes that wait for a level at that level, or let them wait for a finer one: those with turns first, by these, then by
        number."""
        found: list[Place] = [(0, None)] * len(self.boxes)
        last = (float("inf"), 0)
        for level in range(self.coarsest, finest - 1, -1):
            for number in sorted(waiting.pop(level, ()), key=lambda number: (turns.get(number, last), number)):
                row, later = self._find_row(number, level)
                if row is not None:
                    found[number] = row, level
                elif later >= finest:
                    waiting.setdefault(later, []).append(number)
        return found

    def holds_all(self, level: int) -> bool:
        """Whether every box finds a row at a level; it looks no further than to the first that does not."""
        return all(self._find_row(number, level)[0] is not None for number in range(len(self.boxes)))

    def _find_row(self, number: int, level: int) -> tuple[int | None, int]:
        """Put a box into the first row with room at a level and say which one; or say at which level it has a chance again."""
        if number in self.homes:
            return self._try_home(number, level)
        box = self.boxes[number]
        chances = self.chances.get(number)
        if chances is None:
            rows = self.board if box.left == box.right else self.for_bars
            chances = self.chances[number] = [self.coarsest] * len(rows)
        for row, chance in enumerate(chances):
            if chance >= level:
                chances[row] = chance = self._level_with_room(box, self.board[row])
                if chance >= level:
                    self._put(number, row)
                    del self.chances[number]
                    return row, level
        return None, max(chances)

    def _try_home(self, number: int, level: int) -> tuple[int | None, int]:
        row = self.homes[number]
        chance = self._level_with_room(self.boxes[number], self.board[row])
        if chance < level:
            return None, chance
        self._put(number, row)
        return row, level

    def _put(self, number: int, row: int) -> None:
        lefts, numbers = self.board[row].lefts, self.board[row].numbers
        at = bisect_right(lefts, self.boxes[number].left)
        lefts.insert(at, self.boxes[number].left)
        numbers.insert(at, number)

    def _level_with_room(self, box: Box, row: Row) -> int:
        """The coarsest level at which a row has room for a box; one below `FINEST` where it never has.

        Only the neighbours can be in the way, since those in the row do not overlap either.
        """
        left, right, gaps = box.left, box.right, self.lengths[GAP]
        at = bisect_right(row.lefts, left)
        steps = len(gaps)
        if at:
            near = self.boxes[row.numbers[at - 1]]
            steps = bisect_right(self.lengths[near.pixels], left - near.left)
            if near.right > near.left:
                steps = min(steps, bisect_right(gaps, left - near.right))
        if at < len(row.lefts):
            steps = min(steps, bisect_right(self.lengths[box.pixels], row.lefts[at] - left))
            if right > left:
                steps = min(steps, bisect_right(gaps, row.lefts[at] - right))
        return FINEST - 1 + steps


def _rows_for_bars(boxes: Sequence[Box], rows: int) -> int:
    """All rows; two thirds where bars lie so deep that they would fill every row, and no dot below them could ever be seen."""
    bars = [box for box in boxes if box.right > box.left]
    if len(bars) in (0, len(boxes)):
        return rows
    depth = deepest = 0
    for _, step in sorted([(box.left, -1) for box in bars] + [(box.right, 1) for box in bars]):  # begins first: touching bars share no row
        depth -= step
        deepest = max(deepest, depth)
    return rows if deepest < rows else rows - rows // 3
