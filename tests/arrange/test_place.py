"""What must hold for any story, at any width and any zoom."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations, pairwise
from math import isqrt
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.arrange.stories import BIG_BANG, bar, dot, stories
from timeline.arrange import FINEST, Placement, Scene, arrange, level_at, span
from timeline.arrange.levels import length
from timeline.arrange.place import Box, Place, _rows_for_bars, place
from timeline.arrange.width import GAP
from timeline.clock import DAY, HOUR, MINUTE
from timeline.errors import OptionError
from timeline.model import Event

rows_allowed = st.integers(1, 4)
scales = st.one_of(
    st.tuples(st.integers(1, 10**23), st.integers(1, 3_000)),
    st.integers(-22, 150).map(lambda level: (isqrt(1 << level + 100), 1 << 50)),  # just below the border of a level
    st.integers(-22, 150).map(lambda level: (isqrt(1 << level + 100) + 1, 1 << 50)),  # just above it
)


def shown(scene: Scene, milliseconds: int, pixels: int) -> list[Placement]:
    level = level_at(milliseconds, pixels)
    return [placement for placement in scene.placements if placement.level is not None and placement.level >= level]


def check_no_overlap(events: list[Event], scene: Scene, milliseconds: int, pixels: int) -> None:
    """As a page would draw it: in pixels, from the left of the mark to the end of the label or bar, half the gap on each side."""
    scale, spans = Fraction(milliseconds, pixels), {event.id: span(event) for event in events}
    drawn: dict[int, list[tuple[Fraction, Fraction]]] = {}
    for placement in shown(scene, milliseconds, pixels):
        ends = spans[placement.event]
        assert ends is not None
        left, right = ends[0] / scale, ends[1] / scale
        box = left - Fraction(GAP, 2), max(right, left + placement.width) + Fraction(GAP, 2)
        drawn.setdefault(placement.row, []).append(box)
    for boxes in drawn.values():
        boxes.sort()
        assert all(before[1] <= after[0] for before, after in pairwise(boxes))


@given(stories(), rows_allowed, st.lists(scales, min_size=1, max_size=8))
def test_no_two_labels_overlap_at_any_zoom(events: list[Event], rows: int, views: list[tuple[int, int]]) -> None:
    scene = arrange(events, rows=rows)
    for milliseconds, pixels in views:
        check_no_overlap(events, scene, milliseconds, pixels)


@given(stories(), rows_allowed)
def test_no_two_labels_overlap_at_the_very_level_at_which_one_appears(events: list[Event], rows: int) -> None:
    scene = arrange(events, rows=rows)
    for level in {placement.level for placement in scene.placements if placement.level is not None}:
        check_no_overlap(events, scene, isqrt(1 << level + 100), 1 << 50)


@given(stories(), rows_allowed, scales, scales)
def test_zooming_in_never_hides_a_label(events: list[Event], rows: int, one: tuple[int, int], two: tuple[int, int]) -> None:
    coarse, fine = sorted((one, two), key=lambda view: Fraction(*view), reverse=True)
    scene = arrange(events, rows=rows)
    assert set(shown(scene, *coarse)) <= set(shown(scene, *fine))


@given(stories(), rows_allowed, st.randoms(use_true_random=False))
def test_the_order_of_the_events_does_not_matter(events: list[Event], rows: int, rng: Random) -> None:
    scene = arrange(events, rows=rows)
    mixed = events.copy()
    rng.shuffle(mixed)
    again = arrange(mixed, rows=rows)
    assert {placement.event: placement for placement in again.placements} == {placement.event: placement for placement in scene.placements}
    assert (again.rows, again.window) == (scene.rows, scene.window)
    assert [placement.event for placement in again.placements] == [event.id for event in mixed]


@given(stories(), rows_allowed)
def test_rows_are_within_their_bound_and_told(events: list[Event], rows: int) -> None:
    scene = arrange(events, rows=rows)
    used = {placement.row for placement in scene.placements if placement.level is not None}
    assert scene.rows == max(used, default=-1) + 1 <= rows
    assert all(placement.level is None or placement.level >= FINEST for placement in scene.placements)


@given(stories(), rows_allowed)
def test_only_what_is_covered_in_every_row_is_never_labelled(events: list[Event], rows: int) -> None:
    scene = arrange(events, rows=rows)
    spans = {event.id: ends for event in events if (ends := span(event))}
    boxes = [Box(left, right, 1) for left, right in spans.values()]
    placed = {placement.event: placement.row for placement in scene.placements if placement.level is not None}
    for event, (left, right) in spans.items():
        if event not in placed:
            allowed = rows if left == right else _rows_for_bars(boxes, rows)
            covered = {row for other, row in placed.items() if spans[other][0] <= right and left <= spans[other][1]}
            assert len(covered) >= allowed  # which rows bars may take is not told: they are numbered by time at the end


@given(st.lists(st.integers(-30, 30), max_size=40), rows_allowed)
def test_of_dots_at_one_instant_as_many_are_labelled_as_there_are_rows(instants: list[int], rows: int) -> None:
    events = [dot(str(number), instant) for number, instant in enumerate(instants)]
    scene = arrange(events, rows=rows)
    for instant in set(instants):
        labelled = [place for place, at in zip(scene.placements, instants, strict=True) if at == instant and place.level is not None]
        assert len(labelled) == min(instants.count(instant), rows)


# --- against the plainest way to say it ---------------------------------------------------------------------------------------------------


def plainly(boxes: list[Box], coarsest: int, rows: int, first: int) -> list[Place]:
    """Every box, every level, every row, every neighbour."""

    def end(box: Box, level: int) -> int:
        return max(box.left + length(box.pixels, level), box.right + length(GAP, level))

    def free(box: Box, row: int, level: int, found: dict[int, Place]) -> bool:
        others = [boxes[number] for number, (taken, _) in found.items() if taken == row]
        return all(end(box, level) <= other.left or end(other, level) <= box.left for other in others)

    def fill(levels: range, homes: dict[int, int], others_from: int) -> dict[int, Place]:
        found: dict[int, Place] = {}
        for level in levels:
            for number, box in enumerate(boxes):
                if number in found or (number not in homes and level > others_from):
                    continue
                allowed = range(rows if box.left == box.right else _rows_for_bars(boxes, rows))
                choice = [row for row in ([homes[number]] if number in homes else allowed) if free(box, row, level, found)]
                if choice:
                    found[number] = choice[0], level
        return found

    homes = {number: row for number, (row, _) in fill(range(first, first - 1, -1), {}, first).items()}
    found = fill(range(coarsest, FINEST - 1, -1), homes, first - 1)
    return [found.get(number, (0, None)) for number in range(len(boxes))]


lefts = st.one_of(st.integers(-3, 3), st.integers(-(10**4), 10**4), st.integers(-(10**7), 10**7))
extents = st.one_of(st.just(0), st.integers(0, 5), st.integers(0, 10**4), st.integers(0, 10**7))
drawn_boxes = st.lists(
    st.builds(lambda left, extent, pixels: Box(left, left + extent, pixels), lefts, extents, st.integers(56, 252)), max_size=14
)


@settings(max_examples=60)
@given(drawn_boxes, st.integers(0, 24), rows_allowed, st.integers(0, 10))
def test_the_shortcuts_change_nothing(boxes: list[Box], coarsest: int, rows: int, above: int) -> None:
    first = coarsest - above
    assert place(boxes, coarsest, rows=rows, first=first) == plainly(boxes, coarsest, rows, first)


# --- examples -----------------------------------------------------------------------------------------------------------------------------


def ticker(seed: int) -> list[Event]:
    """36 events of three days, with headlines of all lengths; four quotations and a month long before."""
    rng = Random(seed)
    words = "Sonderzug erreicht die Grenzstadt Dong Dang und wird dort von vielen erwartet"
    events = [dot(f"e{number}", rng.randrange(3 * DAY // MINUTE) * MINUTE, words[: rng.randrange(12, 60)]) for number in range(36)]
    events += [bar(f"q{months}", -months * 30 * DAY, -months * 30 * DAY + DAY, "Zitat: Wir werden sehen") for months in (5, 8, 13, 17)]
    return [*events, bar("m", -240 * DAY, -210 * DAY, "Das erste Treffen", precision="month")]


def labelled_at_first(scene: Scene, events: list[Event], pixels: int) -> int:
    window = scene.window
    visible = {placement.event for placement in shown(scene, window.latest - window.earliest, pixels)}
    return sum(event.id in visible and window.earliest <= (span(event) or (0, 0))[0] for event in events)


@pytest.mark.parametrize("seed", range(20))
def test_the_first_view_of_a_ticker_labels_all_of_it(seed: int) -> None:
    events = ticker(seed)
    scene = arrange(events)
    assert scene.window.before == 5
    assert labelled_at_first(scene, events, 900) == 36


@pytest.mark.parametrize("seed", range(20))
def test_a_short_story_is_labelled_whole_in_a_small_window_too(seed: int) -> None:
    events = [event for event in ticker(seed) if event.id.startswith("e")][:12]
    scene = arrange(events)
    assert scene.rows <= 12
    for pixels in (540, 768, 900, 1280):
        assert labelled_at_first(scene, events, pixels) == 12, pixels


@pytest.mark.parametrize("seed", range(5))
def test_a_small_view_of_a_long_story_names_more_than_its_beginning(seed: int) -> None:
    rng = Random(seed)
    events = [dot(f"e{number}", rng.randrange(1095 * DAY), "Wort " * rng.randrange(2, 7)) for number in range(300)]
    scene = arrange(events)
    named = {placement.event for placement in shown(scene, scene.window.latest - scene.window.earliest, 768)}
    begins = sorted((event.earliest or 0) / DAY for event in events if event.id in named)
    assert len(named) >= 36
    assert max(after - before for before, after in pairwise([0, *begins, 1095])) < 1095 / 5


def test_fourteen_rows_label_nearly_all_of_it() -> None:
    counts = sorted(labelled_at_first(arrange(events, rows=14), events, 900) for events in map(ticker, range(40)))
    assert counts[0] >= 28
    assert counts[20] >= 34


def test_nine_events_over_the_same_bounds_all_show_beside_the_others() -> None:
    undated = [bar(f"u{number}", DAY + 10 * HOUR, DAY + 18 * HOUR, "Ohne Zeitangabe im Ticker gemeldet") for number in range(9)]
    events = [event for event in ticker(3) if event.id not in {f"e{number}" for number in range(9)}] + undated
    scene = arrange(events)
    visible = {placement.event for placement in shown(scene, scene.window.latest - scene.window.earliest, 900)}
    assert {event.id for event in undated} <= visible
    assert labelled_at_first(scene, events, 900) >= 34


def test_the_most_important_is_labelled_first() -> None:
    events = [dot(f"e{number}", number * MINUTE, importance=number / 10) for number in range(10)]
    levels = [placement.level or FINEST for placement in arrange(events, rows=1).placements]
    assert levels[9] == max(levels)
    assert levels[8] < levels[9]


def test_the_whole_of_a_small_story_fits_into_a_phone_with_some_labels() -> None:
    events = ticker(1)
    scene = arrange(events)
    whole = [ends for event in events if (ends := span(event))]
    assert len(shown(scene, max(right for _, right in whole) - min(left for left, _ in whole), 300)) >= 10


def test_bars_do_not_shut_out_dots_for_ever() -> None:
    events = [bar(f"b{number}", 0, 30 * DAY) for number in range(60)] + [dot(f"d{number}", number * HOUR) for number in range(1, 61)]
    scene = arrange(events, rows=9)
    assert all(placement.level is not None for placement in scene.placements[60:])
    assert sum(placement.level is not None for placement in scene.placements[:60]) == 6


def test_one_millisecond_apart_13_billion_years_ago_is_still_apart() -> None:
    scene = arrange([dot("a", BIG_BANG), dot("b", BIG_BANG + 1), dot("today", 0)], rows=1)
    levels = {placement.event: placement.level for placement in scene.placements}
    assert None not in levels.values()
    assert min(level for level in levels.values() if level is not None) < 0


def test_an_event_without_bounds_and_no_event_at_all() -> None:
    assert arrange([]).placements == ()
    assert arrange([]).rows == 0
    assert arrange([bar("e", None, None)]).placements == (Placement("e", 0, None, 47),)


@pytest.mark.parametrize("rows", [0, -1])
def test_no_rows_are_refused(rows: int) -> None:
    with pytest.raises(OptionError, match=f"rows={rows}"):
        arrange([], rows=rows)


def test_equal_events_keep_to_themselves() -> None:
    places = arrange([dot("a", 0), dot("b", 0), dot("c", 0)], rows=3).placements
    assert all(one.row != other.row for one, other in combinations(places, 2))
