"""The rail: what a phone shows of the same events, in few rows and without labels."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tests.arrange.stories import bar, dot, stories
from timeline.arrange import RAILS, arrange, level_at, rail, span
from timeline.arrange.levels import length
from timeline.clock import DAY, HOUR
from timeline.model import Event


@given(stories(), st.integers(1, 12), st.integers(20, 80))
def test_no_mark_of_a_row_touches_the_next_at_any_level(events: list[Event], rows: int, level: int) -> None:
    found = rail(events, arrange(events).window, rows=rows)
    drawn: dict[int, list[tuple[int, int]]] = {}
    for event, (row, reveal) in zip(events, found, strict=True):
        ends = span(event)
        if reveal is not None and reveal >= level and ends:
            assert 0 <= row < rows
            drawn.setdefault(row, []).append(ends)
    for marks in drawn.values():
        for (left, right), (following, _) in pairwise(sorted(marks)):
            assert following - left >= length(14, level)
            assert following - right >= (length(12, level) if right > left else 0)


def test_marks_take_less_room_than_labels() -> None:
    events = [dot(f"e{number}", number * HOUR) for number in range(72)]
    scene = arrange(events)
    shown = scene.window.latest - scene.window.earliest
    on_a_phone = level_at(shown, 356)
    labelled = sum(place.level is not None and place.level >= on_a_phone for place in scene.placements)
    marked = sum(level is not None and level >= on_a_phone for _, level in rail(events, scene.window))
    assert marked == 72 > labelled


def test_a_day_with_a_dozen_bars_keeps_rows_for_what_has_a_clock() -> None:
    events = [bar(f"b{number}", 0, DAY) for number in range(12)] + [dot("d", HOUR)]
    found = rail(events, arrange(events).window)
    assert found[-1][1] is not None
    assert max(row for row, level in found if level is not None) < RAILS


def test_a_story_without_bounds_has_an_empty_rail() -> None:
    assert rail([], arrange([]).window) == []
