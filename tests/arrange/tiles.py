"""Stories for tiles: marks drawn by hypothesis so that they tie, crowd, touch the borders of tiles or lie across them; all their tiles."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from hypothesis import strategies as st

from timeline.arrange.pyramid import Filled, Held, Lay, Pyramid
from timeline.arrange.tiles import LOWEST, REACH, Grid, Placed, Tile
from timeline.arrange.width import GAP, NARROWEST, WIDEST
from timeline.clock import DAY, HOUR, MINUTE

Mark = tuple[int, int, int, int]
"""Left, right, rank, pixels."""

YEAR = 365 * DAY
NOW = 1_551_000_000_000
BORDERS = [Grid.over(NOW, NOW + 1).origin, REACH[0] + (1 << 62), REACH[0] + (3 << 60), REACH[0] + ((1 << 63) - 2**40)]

near_borders = st.builds(
    lambda at, octave, off: min(max(REACH[0] + (at - REACH[0] >> octave + 10 << octave + 10) + off, REACH[0]), REACH[1] - 1),
    st.sampled_from([NOW, NOW + HOUR, *BORDERS]),
    st.integers(LOWEST, 30),
    st.integers(-20, 20),
)
instants = st.one_of(
    st.integers(NOW - 5, NOW + 5),
    st.integers(-40, 40).map(lambda hours: NOW + hours * HOUR),
    st.integers(NOW, NOW + 90 * MINUTE),
    st.integers(-40, 40).map(lambda years: NOW + years * YEAR),
    near_borders,
    st.integers(REACH[0], REACH[1] - 1),
)
lengths = st.one_of(
    *[st.just(0)] * 3,
    st.integers(1, 3),
    st.sampled_from([MINUTE, HOUR, HOUR + 1, DAY, 31 * DAY, YEAR]),
    st.integers(0, 62).map(lambda bits: (1 << bits) - 1),
)


@st.composite
def _mark(draw: st.DrawFn) -> tuple[int, int, int, int]:
    left = draw(instants)
    return left, min(left + draw(lengths), REACH[1] - 1), draw(st.integers(0, 3)), draw(st.integers(NARROWEST, WIDEST)) + GAP


@st.composite
def marks(draw: st.DrawFn, least: int = 0, most: int = 30) -> list[Mark]:
    """Up to `most` marks; no two have the same rank, so that only places in time can tie."""
    found = draw(st.lists(_mark(), min_size=least, max_size=most))
    return [(left, right, rank * len(found) + number, pixels) for number, (left, right, rank, pixels) in enumerate(found)]


def crowd(seed: int, count: int) -> list[Mark]:
    """Hundreds of marks: half of them within a minute of each other, many at the very same instant, bars of all lengths."""
    rng = Random(seed)
    bursts = [NOW + rng.randrange(30 * DAY) for _ in range(rng.randrange(1, 4))]
    found = []
    for number in range(count):
        left = rng.choice([rng.choice(bursts), rng.choice(bursts) + rng.randrange(MINUTE), NOW + rng.randrange(30 * DAY)])
        right = left if rng.random() < 0.7 else left + rng.choice([1, 500, MINUTE, HOUR, DAY, 10 * DAY])
        found.append((left, right, rng.randrange(4) * count + number, rng.randrange(NARROWEST, WIDEST + 1) + GAP))
    return found


crowds = st.builds(crowd, st.integers(0, 2**32), st.integers(60, 250))
rows_allowed = st.integers(1, 20)


def pyramid_of(found: list[Mark], *, rows: int = 20, whole: int = 0, mixed: bool | None = None, kept: int = 100_000) -> Pyramid:
    """A pyramid over marks in memory; `mixed` overrules whether some rows are kept for dots."""
    held = Held(found)
    if mixed is not None:
        held.mixed = mixed
    return Pyramid(held, Lay("any", rows), kept=kept, whole=whole)


def all_tiles(pyramid: Pyramid) -> Iterator[Filled]:
    """Every tile in which an event begins, down to the whole ones or to the shortest."""
    waiting = [pyramid.events.grid.root]
    while waiting:
        filled = pyramid.find(waiting.pop())
        yield filled
        if not filled.whole and filled.tile.octave > LOWEST:
            waiting += [child for child in filled.tile.children if pyramid.events.count(child)]


def all_placed(pyramid: Pyramid) -> dict[int, Placed]:
    """Every placement by the number of its event; fails where two tiles differ about one."""
    found: dict[int, Placed] = {}
    for filled in all_tiles(pyramid):
        for one in filled.placed:
            assert found.setdefault(one.event.number, one) == one
    return found


def random_tile(pyramid: Pyramid, rng: Random) -> Tile:
    """A tile that an event begins in, or one beside it."""
    grid, held = pyramid.events.grid, pyramid.events
    assert isinstance(held, Held)
    octave = rng.randint(max(LOWEST, grid.root.octave - 40), grid.root.octave)
    tile = Tile(octave, rng.choice(held.lefts) - grid.origin >> octave + 10)
    beside = Tile(octave, tile.index + rng.choice([-1, 0, 0, 1]))
    return beside if grid.holds(beside) else tile
