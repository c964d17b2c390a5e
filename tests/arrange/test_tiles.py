"""The rules of a single tile: grids, homes, ranks, candidates, borders."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.arrange.tiles import NOW, Mark, crowds, marks, random_tile, rows_allowed
from timeline.arrange.levels import FINEST, length, level_at
from timeline.arrange.pyramid import Held, Pyramid
from timeline.arrange.tiles import (
    BINS,
    CROSSING,
    LOWEST,
    PER_BIN,
    REACH,
    Candidate,
    Grid,
    Placed,
    Tile,
    chosen,
    descend,
    fill,
    home,
    inherited,
    rank_of,
)
from timeline.arrange.width import GAP, MARK
from timeline.clock import DAY
from timeline.errors import OptionError

reached = st.integers(REACH[0], REACH[1] - 1)
octaves = st.integers(LOWEST, 54)
BEHIND = MARK // 2 + GAP + 1

# --- grids --------------------------------------------------------------------------------------------------------------------------------


@given(reached, reached)
def test_the_root_holds_the_story_and_the_narrowest_view_of_it(one: int, other: int) -> None:
    earliest, latest = sorted((one, other))
    grid = Grid.over(earliest, latest)
    start, end = grid.span(grid.root)
    assert start == grid.origin <= earliest <= latest < end
    assert -(-level_at(max(latest - earliest, 1) * 5 // 4, 300) // 2) <= grid.root.octave
    assert grid.holds(grid.root)


@given(reached, reached, octaves, reached)
def test_all_stories_share_the_borders_of_one_grid(one: int, other: int, octave: int, instant: int) -> None:
    small, large = Grid.over(one, one), Grid.over(min(one, other), max(one, other))
    octave = min(octave, small.root.octave)
    spans = [grid.span(Tile(octave, instant - grid.origin >> octave + 10)) for grid in (small, large)]
    assert spans[0] == spans[1]
    assert spans[0][0] <= instant < spans[0][1]


@given(reached, octaves.filter(lambda octave: octave > LOWEST), st.integers(0, 2**30))
def test_a_tile_is_the_two_halves_of_which_it_is_the_parent(instant: int, octave: int, index: int) -> None:
    grid, tile = Grid.over(instant, instant), Tile(octave, index)
    (start, middle), (same, end) = map(grid.span, tile.children)
    assert middle == same
    assert (start, end) == grid.span(tile)
    assert [child.parent for child in tile.children] == [tile, tile]


def test_a_tile_is_1024_pixels_long_at_its_coarser_level() -> None:
    grid = Grid.over(0, 10**12)
    for octave in range(LOWEST, grid.root.octave + 1):
        start, end = grid.span(Tile(octave, 3))
        assert end - start == length(1024, 2 * octave)
    assert length(1024, 2 * LOWEST) == 1
    assert 2 * LOWEST == FINEST


def test_a_grid_holds_its_root_and_what_lies_in_it() -> None:
    grid = Grid.over(NOW, NOW + DAY)
    octave = grid.root.octave
    last = (1 << octave - LOWEST) - 1
    for inside in (grid.root, Tile(octave - 1, 1), Tile(LOWEST, 0), Tile(LOWEST, last)):
        assert grid.holds(inside)
    outside = (grid.root.parent, Tile(octave, 1), Tile(octave, -1), Tile(octave - 1, 2), Tile(LOWEST, last + 1), Tile(LOWEST, -1))
    for tile in (*outside, Tile(LOWEST - 1, 0), Tile(10**9, 0), Tile(-(10**9), 0)):
        assert not grid.holds(tile)


@pytest.mark.parametrize("ends", [(REACH[0] - 1, 0), (0, REACH[1]), (1, 0), (-(10**21), 10**21)])
def test_what_no_tile_reaches_is_refused(ends: tuple[int, int]) -> None:
    with pytest.raises(OptionError, match=f"from {ends[0]} to {ends[1]} milliseconds"):
        Grid.over(*ends)


def test_the_ends_of_what_tiles_reach_are_within() -> None:
    for ends in ((REACH[0], REACH[0]), (REACH[1] - 1, REACH[1] - 1), (REACH[0], REACH[1] - 1)):
        grid = Grid.over(*ends)
        assert all(grid.span(grid.root)[0] <= instant < grid.span(grid.root)[1] for instant in ends)
        assert -(1 << 63) <= grid.origin < 1 << 63
    assert REACH[0] < -194_000_000 * 366 * DAY < 97_000_000 * 366 * DAY < REACH[1]


@given(reached, st.integers(0, 62).flatmap(lambda bits: st.integers(0, 1 << bits)))
def test_the_home_of_a_mark_is_the_smallest_tile_that_holds_it(left: int, long: int) -> None:
    right = min(left + long, REACH[1] - 1)
    found, grid = home(left, right), Grid.over(left, right)

    def tile(instant: int, octave: int) -> int:
        return instant - grid.origin >> octave + 10

    assert tile(left, found) == tile(right, found)
    assert found == LOWEST or tile(left, found - 1) != tile(right, found - 1)
    assert LOWEST <= found <= grid.root.octave
    assert home(left, left) == LOWEST


def test_no_border_of_long_tiles_cuts_the_centuries_about_2000() -> None:
    assert home(-300 * 365 * DAY, 300 * 365 * DAY) <= 35  # 1,024 * 2^35 ms are 1,115 years


# --- ranks and candidates -----------------------------------------------------------------------------------------------------------------


@given(st.integers(0, 1_000), st.integers(0, 1_000), st.text(), st.text())
def test_a_rank_goes_by_importance_first(one: int, other: int, name: str, another: str) -> None:
    ranks = rank_of(one / 1_000, name), rank_of(other / 1_000, another)
    assert all(0 <= rank < 1 << 63 for rank in ranks)
    if one > other:
        assert ranks[0] < ranks[1]
    assert rank_of(one / 1_000, name) == ranks[0]


def test_equal_importance_leaves_it_to_chance() -> None:
    order = sorted(range(1_000), key=lambda number: rank_of(0.5, f"e{number}"))
    assert 400 < sum(number < 500 for number in order[:1_000:2]) * 2 < 600
    assert len({rank_of(0.5, f"e{number}") for number in range(1_000)}) == 1_000
    assert rank_of(0.5, "half \ud83d") == rank_of(0.5, "half \ud83e")  # half a character is none


@settings(max_examples=60)
@given(st.one_of(marks(least=1), crowds), st.integers(0, 2**32), rows_allowed)
def test_more_candidates_than_needed_change_nothing(found: list[Mark], seed: int, rows: int) -> None:
    rng, held = Random(seed), Held(found)
    grid = held.grid
    tile = random_tile(Pyramid(held), rng)
    every = list(held.candidates(tile))
    best, crossing = chosen(every, tile, grid)
    needed = {one.number for one in (*best, *crossing)}
    some = [one for one in every if one.number in needed or rng.random() < 0.5]
    rng.shuffle(some)
    assert chosen(some, tile, grid) == (best, crossing)
    assert fill(tile, grid, [], some, rows=rows, for_bars=rows) == fill(tile, grid, [], every, rows=rows, for_bars=rows)


@settings(max_examples=60)
@given(st.one_of(marks(least=1), crowds), st.integers(0, 2**32))
def test_a_tile_tries_the_best_of_each_bin_and_settles_what_no_half_holds(found: list[Mark], seed: int) -> None:
    held = Held(found)
    tile = random_tile(Pyramid(held), Random(seed))
    start, end = held.grid.span(tile)
    fitting = [one for one in held.events if start <= one.left < end and one.right < end]
    best, crossing = chosen(held.candidates(tile), tile, held.grid)
    bins = [[one for one in fitting if (one.left - start) * BINS // (end - start) == number] for number in range(BINS)]
    wanted = [one for some in bins for one in sorted(some, key=lambda one: one.rank)[:PER_BIN]]
    assert best == sorted(wanted, key=lambda one: one.rank)
    middle = (start + end) // 2
    across = sorted((one for one in fitting if one.left < middle <= one.right and one.right > one.left), key=lambda one: one.rank)
    assert crossing == across[:CROSSING]


# --- borders ------------------------------------------------------------------------------------------------------------------------------

OCTAVE = 20
GRID = Grid.over(NOW, NOW + 1_000 * DAY)
TILE = Tile(OCTAVE, 5)
START, END = GRID.span(TILE)
PIXEL = 1 << OCTAVE  # milliseconds


def mark(left: int, right: int | None = None, *, number: int = 0, pixels: int = 100) -> Candidate:
    ends = left, left if right is None else right
    return Candidate(number, *ends, number, pixels, home(*ends))


def placed_in(tile: Tile, *candidates: Candidate, rows: int = 1, known: tuple[Placed, ...] = ()) -> dict[int, tuple[int, bool]]:
    found = fill(tile, GRID, known, candidates, rows=rows, for_bars=rows)
    return {one.event.number: (one.level, one.before) for one in found}


def test_a_label_may_end_with_its_tile_and_else_goes_before_its_mark() -> None:
    assert placed_in(TILE, mark(END - 100 * PIXEL)) == {0: (2 * OCTAVE, False)}
    assert placed_in(TILE, mark(END - 100 * PIXEL + 1)) == {0: (2 * OCTAVE, True)}
    assert placed_in(TILE, mark(END - BEHIND * PIXEL)) == {0: (2 * OCTAVE, True)}
    assert placed_in(TILE, mark(END - BEHIND * PIXEL + 1)) == {0: (2 * OCTAVE - 1, True)}
    assert placed_in(TILE, mark(END - 1)) == {}


def test_a_label_before_its_mark_begins_in_its_tile() -> None:
    short, end = Tile(LOWEST + 3, 0), GRID.span(Tile(LOWEST + 3, 0))[1]
    for pixels in (252, 56):
        found = fill(short, GRID, [], [mark(end - 1, pixels=pixels)], rows=1, for_bars=1)
        assert [one.before for one in found] == [pixels != 56]


def test_a_bar_has_room_behind_it_before_the_border() -> None:
    assert placed_in(TILE, mark(START, END - GAP * PIXEL)) == {0: (2 * OCTAVE, False)}
    later = placed_in(TILE, mark(START, END - GAP * PIXEL + 1))
    assert later == {0: (2 * OCTAVE - 1, False)}


def test_a_bar_settled_ahead_leaves_the_gap_to_the_next_tile() -> None:
    ((level, before),) = placed_in(TILE, mark(START, END - 1)).values()
    assert not before
    assert length(GAP, level) <= 1 < length(GAP, level + 1)
    ((level, _),) = placed_in(TILE, mark(START, END - 2 * PIXEL)).values()
    assert length(GAP, level) <= 2 * PIXEL < length(GAP, level + 1)


def test_a_bar_that_no_half_holds_is_settled_behind_what_stands_in_its_way() -> None:
    middle = (START + END) // 2
    dots = [mark(middle - 30 * PIXEL, number=1), mark(middle + 90 * PIXEL, number=0)]
    bar = mark(middle - PIXEL, middle + PIXEL, number=2)
    found = placed_in(TILE, *dots, bar)
    assert found[0][0] == found[1][0] == 2 * OCTAVE
    level, _ = found[2]
    assert level < 2 * OCTAVE - 1
    assert length(100, level) <= 29 * PIXEL < length(100, level + 1)
    assert placed_in(TILE, mark(middle, number=0), bar) == {0: (2 * OCTAVE, False)}  # covered for ever
    assert set(placed_in(TILE, mark(middle, number=0), bar, rows=2)) == {0, 2}


def test_a_mark_without_a_label_behind_it_is_known_as_far_as_it_keeps_room() -> None:
    tile = Tile(OCTAVE - 1, 3)
    start, _ = GRID.span(tile)
    pixel = 1 << tile.octave
    for one, reaches in ((mark(start - BEHIND * pixel + 1), True), (mark(start - BEHIND * pixel), False)):
        assert bool(inherited([Placed(one, 0, 2 * OCTAVE, before=True)], tile, GRID)) == reaches
    for one, reaches in ((mark(start - 100 * pixel + 1), True), (mark(start - 100 * pixel), False)):
        assert bool(inherited([Placed(one, 0, 2 * OCTAVE)], tile, GRID)) == reaches
    for one, reaches in ((mark(GRID.span(tile)[1] + 99 * pixel), True), (mark(GRID.span(tile)[1] + 100 * pixel), False)):
        assert bool(inherited([Placed(one, 0, 2 * OCTAVE, before=True)], tile, GRID)) == reaches


def test_dots_on_both_sides_of_a_border_do_not_touch() -> None:
    """A dot whose label stands before it, close before a border of tiles three octaves below, and one that begins with that border."""
    border = END - 128 * PIXEL
    first, second = mark(border - 2 * PIXEL, pixels=252), mark(border, number=1, pixels=56)
    placed = {one.event: one for one in descend(TILE, GRID, [], [first, second], rows=1, for_bars=1)}
    assert placed[first].before
    assert second.left - first.left >= length(BEHIND, placed[second].level)
