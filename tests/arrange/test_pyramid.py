"""What must hold for the tiles of any story, however they are asked for."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from itertools import pairwise
from math import isqrt
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.arrange.tiles import Mark, all_placed, all_tiles, crowd, crowds, marks, pyramid_of, random_tile, rows_allowed
from timeline.arrange.levels import FINEST
from timeline.arrange.pyramid import LAYS, Held, Pyramid
from timeline.arrange.tiles import LOWEST, WHOLE, Grid, Placed, Tile
from timeline.arrange.width import GAP, MARK

stories = st.one_of(marks(), marks(), crowds)
mixing = st.booleans()
some = settings(max_examples=30)  # each of them computes hundreds of tiles


def scale_of(level: int) -> Fraction:
    """The milliseconds per pixel of the coarsest view of a level, from just below."""
    return Fraction(isqrt(1 << level + 100), 1 << 50)


def drawn(one: Placed, scale: Fraction) -> tuple[Fraction, Fraction]:
    """From where to where a mark and its label are drawn, in pixels."""
    left, right, width = one.event.left / scale, one.event.right / scale, one.event.pixels - GAP
    return (left - width, left + Fraction(MARK, 2)) if one.before else (left, max(right, left + width))


def check_no_overlap(placed: Iterable[Placed], level: int) -> None:
    """As in test_place.py: half the gap on each side."""
    rows: dict[int, list[tuple[Fraction, Fraction]]] = {}
    for one in placed:
        if one.level >= level:
            rows.setdefault(one.row, []).append(drawn(one, scale_of(level)))
    for boxes in rows.values():
        boxes.sort()
        assert all(before[1] + GAP <= after[0] for before, after in pairwise(boxes))


@some
@given(stories, rows_allowed, mixing)
def test_no_two_boxes_overlap_at_any_level_of_any_tile(found: list[Mark], rows: int, mixed: bool) -> None:
    placed = all_placed(pyramid_of(found, rows=rows, mixed=mixed)).values()  # of all tiles at once, so across their borders too
    for level in {one.level for one in placed}:
        check_no_overlap(placed, level)


@some
@given(marks(), rows_allowed, mixing)
def test_a_tile_has_all_that_is_drawn_within_it(found: list[Mark], rows: int, mixed: bool) -> None:
    pyramid = pyramid_of(found, rows=rows, mixed=mixed)
    placed = all_placed(pyramid).values()
    for filled in all_tiles(pyramid):
        start, end = pyramid.events.grid.span(filled.tile)
        for level in (2 * filled.tile.octave, 2 * filled.tile.octave - 1):
            scale = scale_of(level)
            boxes = {one: drawn(one, scale) for one in placed if one.level >= level}
            inside = {one for one, (left, right) in boxes.items() if left < end / scale and right > start / scale}
            assert inside <= {one for one in filled.placed if one.level >= level}


@some
@given(stories, rows_allowed, mixing)
def test_rows_and_levels_are_within_their_bounds(found: list[Mark], rows: int, mixed: bool) -> None:
    pyramid = pyramid_of(found, rows=rows, mixed=mixed)
    for one in all_placed(pyramid).values():
        bar = one.event.right > one.event.left
        assert 0 <= one.row < (pyramid.for_bars if bar else rows)
        assert FINEST <= one.level <= 2 * pyramid.events.grid.root.octave
        assert not (one.before and bar)
    assert pyramid.for_bars == (rows - rows // 3 if mixed else rows)


@some
@given(stories, rows_allowed, mixing)
def test_what_a_tile_places_lies_within_it(found: list[Mark], rows: int, mixed: bool) -> None:
    pyramid = pyramid_of(found, rows=rows, mixed=mixed)
    known: set[int] = set()
    for filled in all_tiles(pyramid):  # parents first
        start, end = pyramid.events.grid.span(filled.tile)
        for one in filled.placed:
            if one.event.number in known:
                continue
            known.add(one.event.number)
            ahead = one.level < 2 * filled.tile.octave - 1
            assert one.level in (2 * filled.tile.octave, 2 * filled.tile.octave - 1) or (ahead and one.event.home == filled.tile.octave)
            left, right = drawn(one, scale_of(one.level))
            assert start <= one.event.left < end
            assert start / scale_of(one.level) <= left
            assert right + GAP <= end / scale_of(one.level)


@some
@given(stories, rows_allowed, mixing)
def test_what_is_shown_stays_shown_in_the_tiles_below(found: list[Mark], rows: int, mixed: bool) -> None:
    pyramid = pyramid_of(found, rows=rows, mixed=mixed)
    for filled in all_tiles(pyramid):
        if filled.tile.octave == LOWEST:
            continue
        for child in filled.tile.children:
            start, end = pyramid.events.grid.span(child)
            inside = {one for one in filled.placed if one.event.left < end and (one.event.right > start or one.event.left >= start)}
            assert inside <= set(pyramid.find(child).placed)


@some
@given(marks(least=1), rows_allowed, mixing)
def test_only_what_is_covered_in_every_row_is_never_placed(found: list[Mark], rows: int, mixed: bool) -> None:
    pyramid = pyramid_of(found, rows=rows, mixed=mixed)
    placed, events = all_placed(pyramid), pyramid.events
    assert isinstance(events, Held)
    for one in events.events:
        if one.number not in placed:
            allowed = rows if one.left == one.right else pyramid.for_bars
            covered = {other.row for other in placed.values() if other.event.left <= one.right and one.left <= other.event.right}
            assert covered >= set(range(allowed))


@pytest.mark.parametrize("rows", [1, 3, 20])
@pytest.mark.parametrize("seed", range(3))
def test_of_dots_at_one_instant_as_many_are_placed_as_there_are_rows(seed: int, rows: int) -> None:
    dots = [(left, left, rank, pixels) for left, _, rank, pixels in crowd(seed, 300)]
    placed = all_placed(pyramid_of(dots, rows=rows)).values()
    lefts = [left for left, *_ in dots]
    for left in set(lefts):
        assert sum(one.event.left == left for one in placed) == min(lefts.count(left), rows)


@some
@given(stories, rows_allowed, st.integers(1, 40))
def test_a_whole_tile_holds_all_that_lies_below_it(found: list[Mark], rows: int, whole: int) -> None:
    cut, uncut = pyramid_of(found, rows=rows, whole=whole), pyramid_of(found, rows=rows)
    assert all_placed(cut) == all_placed(uncut)
    for filled in all_tiles(cut):
        assert filled.whole == (cut.events.count(filled.tile) <= whole)
        assert len(set(filled.placed)) == len(filled.placed)


@some
@given(stories.filter(bool), rows_allowed, mixing, st.integers(0, 60), st.integers(1, 5), st.integers(0, 2**32))
def test_a_tile_computed_alone_is_the_one_computed_after_others(
    found: list[Mark], rows: int, mixed: bool, whole: int, kept: int, seed: int
) -> None:
    rng = Random(seed)
    after = pyramid_of(found, rows=rows, mixed=mixed, whole=whole)
    list(all_tiles(after))
    forgetful = pyramid_of(found, rows=rows, mixed=mixed, whole=whole, kept=kept)
    for tile in [random_tile(after, rng) for _ in range(4)]:
        alone = pyramid_of(found, rows=rows, mixed=mixed, whole=whole).find(tile)
        assert alone == after.find(tile) == forgetful.find(tile)
        assert alone.tile == tile or (alone.whole and alone.tile.octave > tile.octave)


@some
@given(stories.filter(bool), rows_allowed, mixing, st.randoms(use_true_random=False))
def test_the_order_of_the_events_does_not_matter(found: list[Mark], rows: int, mixed: bool, rng: Random) -> None:
    shuffled = found.copy()
    rng.shuffle(shuffled)
    assert all_placed(pyramid_of(shuffled, rows=rows, mixed=mixed)) == all_placed(pyramid_of(found, rows=rows, mixed=mixed))


@some
@given(stories, st.integers(0, 60))
def test_every_event_is_counted_in_one_tile_of_an_octave(found: list[Mark], whole: int) -> None:
    pyramid = pyramid_of(found, whole=whole)
    events, numbers = pyramid.events, [one.event.number for one in all_placed(pyramid).values()]
    assert len(numbers) == len(set(numbers)) <= len(found)
    assert events.count(events.grid.root) == len(found)
    for filled in all_tiles(pyramid):
        start, end = events.grid.span(filled.tile)
        assert events.count(filled.tile) == sum(start <= left < end for left, *_ in found) == len(events.candidates(filled.tile))
        shown = sum(start <= one.event.left < end for one in filled.placed)
        assert 0 <= shown <= events.count(filled.tile)
        if filled.tile.octave > LOWEST:
            assert events.count(filled.tile) == sum(map(events.count, filled.tile.children))


def test_no_event_is_one_empty_whole_tile() -> None:
    pyramid = Pyramid(Held([]))
    root = pyramid.events.grid.root
    assert pyramid.find(root) == pyramid.find(root.children[1].children[0])
    assert (pyramid.find(root).placed, pyramid.find(root).whole, pyramid.events.mixed) == ((), True, False)


def test_a_tile_without_events_shows_what_reaches_into_it() -> None:
    bar = (0, 1 << 40, 0, 100)
    pyramid = pyramid_of([bar, (1 << 41, 1 << 41, 1, 100)])
    at = Tile(20, (1 << 39) - pyramid.events.grid.origin >> 30)
    assert pyramid.events.count(at) == 0
    assert [one.event.left for one in pyramid.find(at).placed] == [0]


def test_a_lay_without_words_gives_marks_room_for_themselves_alone() -> None:
    found = [(number * 1_000, number * 1_000, number, 200) for number in range(400)]
    held = Held(found)
    words, rail = Pyramid(held, LAYS["low"]), Pyramid(held, LAYS["rail"])
    assert {one.event.pixels for one in all_placed(rail).values()} == {MARK + GAP // 2}
    level = {name: sum(one.level for one in all_placed(pyramid).values()) for name, pyramid in (("words", words), ("rail", rail))}
    assert level["rail"] > level["words"]
    assert held.count(held.grid.root) == 400 > WHOLE


def test_dots_beside_bars_are_told_and_a_grid_may_be_given() -> None:
    grid = Grid.over(-(10**12), 10**12)
    assert Held([(0, 0, 0, 60)], grid).grid == grid
    assert [Held(found).mixed for found in ([(0, 0, 0, 60)], [(0, 1, 0, 60)], [(0, 0, 0, 60), (0, 1, 1, 60)])] == [False, False, True]
