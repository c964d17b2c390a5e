"""The labels of a low window: the same events in fewer rows."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.arrange.stories import dot, stories
from timeline.arrange import LOWS, arrange, level_at, low
from timeline.clock import HOUR
from timeline.model import Event


@given(stories(), st.integers(1, 12))
def test_the_rows_are_as_many_as_there_may_be(events: list[Event], rows: int) -> None:
    found = low(events, arrange(events), rows=rows)
    assert len(found) == len(events)
    assert all(0 <= row < rows for row, level in found if level is not None)


def test_a_scene_of_few_rows_stays_as_it_is() -> None:
    events = [dot(f"e{number}", number * 90 * HOUR) for number in range(6)]
    scene = arrange(events)
    assert scene.rows <= LOWS
    assert low(events, scene) == [(place.row, place.level) for place in scene.placements]


def test_fewer_rows_hide_events_that_finer_levels_show() -> None:
    events = [dot(f"e{number}", number * HOUR, "A label of some length, as headlines are") for number in range(40)]
    scene = arrange(events)
    assert scene.rows > LOWS
    first = level_at(scene.window.latest - scene.window.earliest, 900)
    many = [place.level is not None and place.level >= first for place in scene.placements]
    few = [level is not None and level >= first for _, level in low(events, scene)]
    assert LOWS <= sum(few) < sum(many)
    assert all(level is not None for _, level in low(events, scene))
