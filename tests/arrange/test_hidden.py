from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.arrange.stories import bar, dot, stories
from timeline.arrange import arrange, count_hidden, span
from timeline.errors import OptionError
from timeline.model import Event


@given(stories(), st.integers(-22, 120), st.integers(1, 3), st.sets(st.integers(-(2**72), 2**72), max_size=5))
def test_every_hidden_event_is_counted_once(events: list[Event], level: int, rows: int, inner: set[int]) -> None:
    placements = arrange(events, rows=rows).placements
    edges = [-(2**73), *sorted(inner), 2**73]
    shown = sum(placement.level is not None and placement.level >= level for placement in placements)
    nowhere = sum(span(event) is None for event in events)
    assert sum(count_hidden(events, placements, level, edges)) == len(events) - shown - nowhere


def test_an_event_is_hidden_only_below_its_level() -> None:
    events = [dot("a", 0)]
    placements = arrange(events).placements
    level = placements[0].level
    assert level is not None
    assert count_hidden(events, placements, level, [0, 1]) == (0,)
    assert count_hidden(events, placements, level + 1, [0, 1]) == (1,)


@given(stories(), st.integers(-22, 120), st.lists(st.integers(-10, 10), min_size=2, max_size=6, unique=True).map(sorted))
def test_a_bin_counts_what_begins_in_it_and_the_bins_add_up(events: list[Event], level: int, edges: list[int]) -> None:
    placements = arrange(events, rows=1).placements
    counts = count_hidden(events, placements, level, edges)
    hidden = [event for event, placement in zip(events, placements, strict=True) if placement.level is None or placement.level < level]
    begins = [ends[0] for event in hidden if (ends := span(event))]
    assert counts == tuple(sum(left <= begin < right for begin in begins) for left, right in pairwise(edges))
    assert sum(counts) == sum(count_hidden(events, placements, level, [edges[0], edges[-1]]))


def test_an_event_on_an_edge_is_in_the_bin_to_the_right() -> None:
    events = [dot("a", 0), dot("b", 10), bar("c", -5, 5), dot("d", 20)]
    placements = arrange(events).placements
    assert count_hidden(events, placements, 10_000, [0, 10, 20]) == (1, 1)


@pytest.mark.parametrize("edges", [[0, 0], [1, 0], [0, 5, 5]])
def test_edges_have_to_rise(edges: list[int]) -> None:
    with pytest.raises(OptionError, match="do not rise"):
        count_hidden([], [], 0, edges)


def test_fewer_than_two_edges_are_no_bin() -> None:
    assert count_hidden([], [], 0, [5]) == count_hidden([], [], 0, []) == ()
