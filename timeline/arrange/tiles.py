"""Rows and reveal levels for stories that are too long for one page: tile by tile, each computed from the ones above it alone.

A tile of octave m is 1,024 pixels long at level 2m and half as long as that of octave m + 1, which it lies in: every tile has one parent,
and so a view needs the tiles of one octave and nothing else. A tile reveals at the levels 2m and 2m - 1. It takes the best events that
begin in it, a few from each of its bins so that they are spread over time, and gives each the first row with room within its own borders:
so neighbours never see each other, and any tile can be computed by whoever has its parent. What stands shortly before a border, where its
label has no room, keeps room for it on its other side. A bar that crosses the middle of a tile fits into no tile below; so its row and
level are settled there, ahead of all finer levels.

What a tile shows depends on the events alone, and not on how they are kept: whoever hands over more candidates than needed gets the same
tile (`chosen`).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import md5
from heapq import nsmallest

from timeline.arrange.levels import FINEST, length
from timeline.arrange.width import GAP, MARK
from timeline.errors import OptionError

BINS = 16
"""Bins of a tile: 64 pixels each at its coarser level, for counts and for candidates."""
PER_BIN = 32
"""Candidates of a bin: more than it has rows, since the parents of a tile have placed some of them."""
CROSSING = 64
"""Bars settled ahead in a tile: each holds its middle, so that no more than there are rows can ever be seen."""
WHOLE = 192
"""A tile with no more events than this is handed out with all that lies below it: it has no children."""
LOWEST = FINEST // 2
"""The octave of the shortest tiles, of a millisecond."""

_WIDE = 9  # halves of a story's length: 1,024 pixels of it, when 300 hold the story with its margins
_FIRST = 946_684_800_000 - 0x5555_5555_5555_5555  # the year 2000 lies a third of a tile away from the borders of each octave, so that no
# border of long tiles cuts what people remember; 0b0101... is a third of every power of two
REACH = _FIRST, _FIRST + (1 << 63)
"""What tiles reach, half open: 195 million years back from 2000, and 97 million ahead; differences to the first fit into 63 bits."""
_BEHIND = MARK // 2 + GAP + 1  # pixels behind a dot whose label stands before it
_FAR = 1 << 80  # milliseconds that nothing reaches
_IMPORTANCES = 1_000
_HASH = 52  # bits of a rank below its importance: 62 in all, a signed number of 64 bits in every database


@dataclass(frozen=True, slots=True, order=True)
class Tile:
    """A stretch of time: `octave` gives its length, `index` counts tiles of that length from the origin of its grid."""

    octave: int
    index: int

    @property
    def parent(self) -> Tile:
        """The tile of the next octave that holds this one."""
        return Tile(self.octave + 1, self.index >> 1)

    @property
    def children(self) -> tuple[Tile, Tile]:
        """The halves of this tile."""
        return Tile(self.octave - 1, 2 * self.index), Tile(self.octave - 1, 2 * self.index + 1)


@dataclass(frozen=True, slots=True)
class Grid:
    """Where tiles lie: from `origin` on, in UTC milliseconds; `root` is the one that holds the whole story."""

    origin: int
    root: Tile

    @staticmethod
    def over(earliest: int, latest: int) -> Grid:
        """The grid of a story whose marks lie from `earliest` to `latest`, both included; raises `OptionError` beyond `REACH`.

        All stories share the borders of one grid, so that what is added to one moves none; the root is the smallest tile that holds the
        story and is `_WIDE` times as long, for a view of 300 pixels shows all of it.
        """
        if not REACH[0] <= earliest <= latest < REACH[1]:
            raise OptionError(f"from {earliest} to {latest} milliseconds is farther than tiles reach; leave out what is deep time")
        octave = max(home(earliest, latest), (max(latest - earliest, 1) * _WIDE // 2).bit_length() - 10, LOWEST + 10)
        size = 1 << octave + 10
        return Grid(_FIRST + (earliest - _FIRST) // size * size, Tile(octave, 0))

    def span(self, tile: Tile) -> tuple[int, int]:
        """First millisecond of a tile and the first one after it."""
        size = 1 << tile.octave + 10
        start = self.origin + tile.index * size
        return start, start + size

    def holds(self, tile: Tile) -> bool:
        """Whether a tile is the root or lies in it, and is not shorter than a millisecond."""
        steps = self.root.octave - tile.octave
        return 0 <= steps <= self.root.octave - LOWEST and tile.index >> steps == self.root.index


def home(left: int, right: int) -> int:
    """The octave of the smallest tile that holds a mark whole; `LOWEST` for a dot."""
    return max(((left - _FIRST) ^ (right - _FIRST)).bit_length() - 10, LOWEST)


@dataclass(frozen=True, slots=True)
class Candidate:
    """An event as tiles see it: `number` is its place in time, `rank` its place in importance (smaller first), `pixels` the room of its
    label with the gap after it; `home` as in the function of that name."""

    number: int
    left: int
    right: int
    rank: int
    pixels: int
    home: int


@dataclass(frozen=True, slots=True)
class Placed:
    """A candidate with its row and its reveal level; `before`: its label's room lies before its mark."""

    event: Candidate
    row: int
    level: int
    before: bool = False


def rank_of(importance: float, name: str) -> int:
    """The rank of an event: importance in thousandths first, then chance, the same for the same id, so that the best of many equals are
    spread over time."""
    digest = md5(name.encode("utf-8", "replace"), usedforsecurity=False).digest()
    chance = int.from_bytes(digest[:8]) >> 64 - _HASH
    return round((1 - importance) * _IMPORTANCES) << _HASH | chance


def chosen(candidates: Iterable[Candidate], tile: Tile, grid: Grid) -> tuple[list[Candidate], list[Candidate]]:
    """Of events that begin in a tile those that it tries to place, best first, and those it settles ahead."""
    start, _ = grid.span(tile)
    bins: dict[int, list[Candidate]] = {}
    crossing: list[Candidate] = []
    for one in candidates:
        if one.home <= tile.octave:
            bins.setdefault(one.left - start << 4 >> tile.octave + 10, []).append(one)
            if one.home == tile.octave and one.right > one.left:
                crossing.append(one)
    best = [one for some in bins.values() for one in (nsmallest(PER_BIN, some, key=_by_rank) if len(some) > PER_BIN else some)]
    return sorted(best, key=_by_rank), nsmallest(CROSSING, crossing, key=_by_rank)


def _by_rank(one: Candidate) -> tuple[int, int]:
    return one.rank, one.number


def inherited(placed: Iterable[Placed], tile: Tile, grid: Grid) -> list[Placed]:
    """Of what a parent has placed that which reaches into one of its children."""
    start, end = grid.span(tile)
    level = 2 * tile.octave
    gap, behind, found = length(GAP, level), length(_BEHIND, level), []
    for one in placed:
        event = one.event
        long = length(event.pixels, level)
        left, right = (event.left - long, event.left + behind) if one.before else (event.left, max(event.left + long, event.right + gap))
        if left < end and right > start:
            found.append(one)
    return found


def fill(tile: Tile, grid: Grid, known: Sequence[Placed], candidates: Iterable[Candidate], *, rows: int, for_bars: int) -> list[Placed]:
    """What a tile places beside what is `known` from its parent (`inherited`); bars take the first `for_bars` rows alone."""
    board = _Board(tile, grid, known, rows=rows, for_bars=for_bars)
    best, crossing = chosen(candidates, tile, grid)
    taken = {one.event.number for one in known}
    waiting = [one for one in best if one.number not in taken]
    found: list[Placed] = []
    for level in (2 * tile.octave, 2 * tile.octave - 1):
        if level < FINEST:
            continue
        board.at(level)
        board.fresh()
        left: list[Candidate] = []
        for one in waiting:
            place = board.put(one, level)
            if place is None:
                left.append(one)
            else:
                found.append(place)
        waiting = left
    taken.update(one.event.number for one in found)
    found += [place for one in crossing if one.number not in taken and (place := board.ahead(one)) is not None]
    return found


class _Board:
    """The rows of a tile, each sorted from left to right; lengths are those of one level at a time.

    `lefts` holds for each row where its marks begin, between two that nothing reaches; `until` what each of these and those before it take,
    as far as somebody who begins after it has to know: one comparison on each side then tells most rows without room.
    """

    def __init__(self, tile: Tile, grid: Grid, known: Iterable[Placed], *, rows: int, for_bars: int) -> None:
        self.octave, self.for_bars = tile.octave, for_bars
        self.start, self.end = grid.span(tile)
        self.rows: list[list[Placed]] = [[] for _ in range(rows)]
        for one in sorted(known, key=lambda one: one.event.left):
            self.rows[one.row].append(one)
        self.lefts = [[-_FAR, *(one.event.left for one in row), _FAR] for row in self.rows]
        self.until: list[list[int]] = []
        self.turned = [any(one.before for one in row) for row in self.rows]
        self.lengths: dict[int, int] = {}
        self.level = 0

    def at(self, level: int) -> None:
        """Measure at a level from now on; `put` asks for `fresh` before its first event of a level."""
        self.level, self.lengths = level, {}

    def fresh(self) -> None:
        """Measure what stands there already."""
        self.until = [[-_FAR] * (len(row) + 1) for row in self.rows]
        for row, placed in enumerate(self.rows):
            self._measure(row, placed, 0)

    def _measure(self, row: int, some: Iterable[Placed], at: int) -> None:
        """What is taken by some that stand side by side, from a place of a row on."""
        until = self.until[row]
        for place, one in enumerate(some, at):
            shown, event = one.level >= self.level, one.event
            end = event.left + self.long(_BEHIND if one.before else event.pixels)
            if event.right > event.left:
                end = max(end, event.right + self.long(GAP))
            until[place + 1] = end if shown else max(end, until[place])

    def long(self, pixels: int) -> int:
        """So many pixels in milliseconds."""
        known = self.lengths.get(pixels)
        if known is None:
            known = self.lengths[pixels] = length(pixels, self.level)
        return known

    def put(self, one: Candidate, level: int) -> Placed | None:
        """Place an event in the first row that has room for it within the tile; None where none has."""
        before = self._side(one)
        if before is None:
            return None
        left, end, rows = one.left, one.left + self.long(one.pixels), len(self.rows)
        if one.right > left:
            end, rows = max(end, one.right + self.long(GAP)), self.for_bars
        for row, (lefts, until) in enumerate(zip(self.lefts[:rows], self.until, strict=False)):
            at = bisect_right(lefts, left)
            free = before or (until[at - 1] <= left and end <= lefts[at])
            if free and (not (before or self.turned[row]) or self._has_room(one, row, before)):
                return self._shown(Placed(one, row, level, before), at - 1)
        return None

    def _shown(self, place: Placed, at: int) -> Placed:
        """Insert what this level shows; bars that were settled ahead and stand behind it are told of it."""
        row = self.rows[place.row]
        self._insert(place)
        self.until[place.row].insert(at + 1, -_FAR)
        after = next((number for number in range(at + 1, len(row)) if row[number].level >= self.level), len(row))
        self._measure(place.row, row[at:after], at)
        return place

    def _side(self, one: Candidate) -> bool | None:
        """On which side of its mark a label has room within the tile, `True` before it; None: on neither."""
        if max(one.left + self.long(one.pixels), one.right + self.long(GAP)) <= self.end:
            return False
        dot = one.left == one.right
        if dot and one.left + self.long(_BEHIND) <= self.end and one.left - self.long(one.pixels) >= self.start:
            return True
        return None

    def _has_room(self, one: Candidate, row: int, before: bool) -> bool:
        """Whether nobody in a row is in the way: on each side the next one that this level shows, and who was settled ahead in between.

        Beyond these nobody can be, since those that are seen do not overlap either.
        """
        placed = self.rows[row]
        at = bisect_right(self.lefts[row], one.left) - 1
        for place in range(at - 1, -1, -1):
            if not self._apart(placed[place], one, before):
                return False
            if placed[place].level >= self.level:
                break
        for place in range(at, len(placed)):
            if not self._apart_after(one, before, placed[place]):
                return False
            if placed[place].level >= self.level:
                break
        return True

    def _apart(self, near: Placed, one: Candidate, before: bool) -> bool:
        """Whether an event that begins after a placed one, or with it, stands clear of it."""
        ahead = one.pixels if before else 0
        behind = _BEHIND if near.before else near.event.pixels
        if one.left - near.event.left < self.long(behind + ahead):
            return False
        return near.event.right == near.event.left or one.left - near.event.right >= self.long(GAP + ahead)

    def _apart_after(self, one: Candidate, before: bool, near: Placed) -> bool:
        ahead = near.event.pixels if near.before else 0
        behind = _BEHIND if before else one.pixels
        if near.event.left - one.left < self.long(behind + ahead):
            return False
        return one.right == one.left or near.event.left - one.right >= self.long(GAP + ahead)

    def ahead(self, one: Candidate) -> Placed | None:
        """Settle a bar that no tile below can hold: the row in which it is revealed first, at a finer level than those of this tile."""
        best: tuple[int, int] | None = None
        for row in range(self.for_bars):
            level = self._level_in(one, row)
            if level >= FINEST and (best is None or level > best[0]):
                best = level, row
        if best is None:
            return None
        return self._insert(Placed(one, best[1], best[0]))

    def _level_in(self, one: Candidate, row: int) -> int:
        """The coarsest level below those of this tile at which a row has room for a bar; one below `FINEST` where it never has.

        The gap behind it lies within the tile as well, since the next one knows nothing of it.
        """
        coarse, fine = 2 * self.octave - 2, FINEST - 1
        at = bisect_right(self.lefts[row], one.left) - 1
        near, after = self.rows[row][:at][-1:], self.rows[row][at : at + 1]
        if any(other.event.right >= one.left for other in near) or any(other.event.left <= one.right for other in after):
            return fine
        while fine < coarse:
            middle = (fine + coarse + 1) // 2
            self.at(middle)
            if one.right + self.long(GAP) <= self.end and self._has_room(one, row, False):
                fine = middle
            else:
                coarse = middle - 1
        return fine

    def _insert(self, place: Placed) -> Placed:
        at = bisect_right(self.lefts[place.row], place.event.left)
        self.lefts[place.row].insert(at, place.event.left)
        self.rows[place.row].insert(at - 1, place)
        self.turned[place.row] |= place.before
        return place


def descend(tile: Tile, grid: Grid, known: Sequence[Placed], candidates: Sequence[Candidate], *, rows: int, for_bars: int) -> list[Placed]:
    """What a tile and all tiles below it place, from all events that begin in it."""
    own = fill(tile, grid, known, candidates, rows=rows, for_bars=for_bars)
    if tile.octave == LOWEST:
        return own
    all_known = [*known, *own]
    halves: tuple[list[Candidate], list[Candidate]] = ([], [])
    middle = grid.span(tile.children[1])[0]
    for one in candidates:
        if one.home < tile.octave:  # placed ones stay among them, as `chosen` counts them too
            halves[one.left >= middle].append(one)
    taken = {one.event.number for one in all_known}
    for child, some in zip(tile.children, halves, strict=True):
        if any(one.number not in taken for one in some):
            own += descend(child, grid, inherited(all_known, child, grid), some, rows=rows, for_bars=for_bars)
    return own
