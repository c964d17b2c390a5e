from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.arrange.stories import BIG_BANG, bar, dot, stories
from timeline.arrange import Window, find_window, span
from timeline.clock import DAY, HOUR, days_of
from timeline.model import Event

YEAR = 365 * DAY


def inside(window: Window, events: list[Event]) -> int:
    return sum(window.earliest <= ends[0] < window.latest for event in events if (ends := span(event)))


@given(stories())
def test_every_event_is_in_the_window_or_counted_beside_it(events: list[Event]) -> None:
    window = find_window(events)
    placed = [ends for event in events if (ends := span(event))]
    assert window.earliest < window.latest
    assert window.before + inside(window, events) + window.after == len(placed)
    assert inside(window, events) * 4 >= len(placed) * 3
    assert window.since == min((left for left, _ in placed if left < window.earliest), default=None)
    assert window.until == max((right for left, right in placed if left >= window.latest), default=None)


@given(stories())
def test_the_order_of_the_events_does_not_matter(events: list[Event]) -> None:
    assert find_window(events) == find_window(sorted(events, key=lambda event: event.label)) == find_window(events[::-1])


@given(st.lists(st.integers(-(2**60), 2**60), max_size=30), st.integers(-(2**80), 2**80))
def test_the_window_moves_with_the_events(begins: list[int], shift: int) -> None:
    window = find_window([dot(str(number), begin) for number, begin in enumerate(begins)])
    moved = find_window([dot(str(number), begin + shift) for number, begin in enumerate(begins)])
    if begins:
        assert (moved.earliest - shift, moved.latest - shift) == (window.earliest, window.latest)
        assert (moved.before, moved.after) == (window.before, window.after)


@given(st.lists(st.integers(-(2**60), 2**60), min_size=1, max_size=30))
def test_what_is_outside_is_far_away(begins: list[int]) -> None:
    window = find_window([dot(str(number), begin) for number, begin in enumerate(begins)])
    within = [begin for begin in begins if window.earliest <= begin < window.latest]
    far = 4 * max(max(within) - min(within), HOUR)
    assert all(min(within) - begin >= far for begin in begins if begin < window.earliest)
    assert all(begin - max(within) >= far for begin in begins if begin >= window.latest)


def test_quotations_of_earlier_months_are_outside_of_three_busy_days() -> None:
    opening = days_of(2019, 2, 26) * DAY
    busy = [dot(f"b{number}", opening + number * 2 * HOUR) for number in range(36)]
    quoted = [days_of(2017, 9, 22), days_of(2018, 1, 2), days_of(2018, 6, 12), days_of(2018, 9, 29)]
    earlier = [bar(f"q{day}", day * DAY, (day + 1) * DAY) for day in quoted]
    month = bar("m", days_of(2018, 6, 1) * DAY, days_of(2018, 7, 1) * DAY, precision="month")
    window = find_window([*earlier, *busy, month])
    assert (window.before, window.after) == (5, 0)
    assert (window.since, window.until) == (days_of(2017, 9, 22) * DAY, None)
    assert opening - 4 * HOUR < window.earliest < opening
    assert opening + 70 * HOUR + 12 * HOUR < window.latest < opening + 4 * DAY


def test_what_lies_far_away_on_both_sides_is_outside_even_if_at_very_different_distances() -> None:
    busy = [dot(f"b{number}", number * HOUR) for number in range(20)]
    window = find_window([dot("old", -100 * DAY), dot("older", -100 * YEAR), *busy, dot("next", 90 * DAY), dot("big bang", BIG_BANG)])
    assert (window.before, window.after) == (3, 1)
    assert (window.since, window.until) == (BIG_BANG, 90 * DAY)
    assert window.latest - window.earliest < 2 * DAY


def test_events_spread_evenly_are_all_inside() -> None:
    assert inside(find_window(events := [dot(str(number), number * YEAR) for number in range(50)]), events) == 50


def test_of_two_equal_clusters_none_is_left_outside() -> None:
    events = [dot(f"{cluster}{number}", cluster * YEAR + number * HOUR) for cluster in (0, 1) for number in range(20)]
    window = find_window(events)
    assert (window.before, window.after) == (0, 0)


def test_events_at_one_instant_do_not_turn_those_of_the_same_morning_into_outsiders() -> None:
    events = [dot(f"t{number}", 0) for number in range(30)] + [dot(f"m{number}", number * HOUR // 2) for number in range(1, 6)]
    assert inside(find_window(events), events) == 35


def test_no_event_is_one_day_from_the_epoch() -> None:
    assert find_window([]) == find_window([bar("e", None, None)]) == Window(0, DAY)


@pytest.mark.parametrize("instant", [0, BIG_BANG, 2**70])
def test_a_single_dot_has_some_time_around_it(instant: int) -> None:
    assert find_window([dot("e", instant)]) == Window(instant - 3 * HOUR, instant + 3 * HOUR + 1)


def test_a_story_of_a_few_milliseconds_has_nothing_outside() -> None:
    assert find_window([dot("a", 0), dot("b", 2)]) == Window(0, 3)
    assert find_window([dot("a", 0), dot("b", 40)]) == Window(-1, 48)


def test_a_long_bar_at_the_end_takes_no_more_room_than_the_usual_one() -> None:
    busy = [bar(f"b{number}", number * DAY, (number + 1) * DAY) for number in range(4)]
    window = find_window([*busy, bar("until the weekend", 3 * DAY, 6 * DAY)])
    assert window == Window(-DAY // 8, 4 * DAY + DAY // 8 + 1)


def test_the_end_of_the_window_is_outside() -> None:
    bars = [bar(str(number), 0, 10 * HOUR) for number in range(3)]
    end = find_window(bars).latest
    assert find_window([*bars, dot("e", end)]).after == 1
    assert find_window([*bars, dot("e", end - 1)]).after == 0


def test_a_single_bar_is_shown_whole() -> None:
    window = find_window([bar("e", 0, 32 * DAY)])
    assert window == Window(-DAY, 33 * DAY + 1)


def test_a_bar_far_longer_than_all_others_does_not_stretch_the_window() -> None:
    busy = [dot(f"b{number}", number * HOUR) for number in range(20)]
    assert find_window([*busy, bar("plan", 5 * HOUR, 10 * YEAR)]).latest < 3 * DAY


def test_what_is_only_computed_does_not_stretch_the_window() -> None:
    told = [dot(str(number), number * HOUR) for number in range(10)]
    computed = dot("departure", -30 * HOUR)
    computed = replace(computed, start=replace(computed.moment, basis="derived"))
    window, without = find_window([computed, *told]), find_window(told)
    assert (window.earliest, window.latest) == (without.earliest, without.latest)
    assert (window.before, window.since) == (1, -30 * HOUR)
