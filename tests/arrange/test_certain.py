"""Which order is certain: of all rows the longest, and none that anybody could contradict."""

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from timeline.arrange import certain_order
from timeline.model import Basis, Event, Moment, Status


def event(number: int, earliest: int | None, latest: int | None, *, basis: Basis = "stated", status: Status = "happened") -> Event:
    name = f"e{number}"
    return Event(name, name, name, Moment(earliest, latest, "minute", "UTC", basis=basis), status=status)


def test_what_overlaps_is_left_out() -> None:
    events = [event(1, 0, 100), event(2, 10, 20), event(3, 20, 30), event(4, 25, 40), event(5, 30, 31)]
    assert [one.id for one in certain_order(events)] == ["e2", "e3", "e5"]


def test_only_words_or_a_hand_make_it_certain() -> None:
    events = [event(1, 0, 1, basis="order"), event(2, 2, 3, basis="reported"), event(3, 4, 5, status="planned"), event(4, None, 6)]
    assert certain_order(events) == ()
    assert len(certain_order([event(1, 0, 1, basis="given"), event(2, 1, 2, basis="derived")])) == 2


def test_an_event_with_an_end_lasts_until_then() -> None:
    first, last = Moment(0, 1, "minute", "UTC"), Moment(9, 10, "minute", "UTC")
    visit = Event("e1", "e1", "A visit", first, last)
    assert certain_order([visit, event(2, 5, 6)]) == (event(2, 5, 6),)
    assert [one.id for one in certain_order([visit, event(2, 10, 11)])] == ["e1", "e2"]


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(1, 8)), max_size=7))
def test_no_row_is_longer(spans: list[tuple[int, int]]) -> None:
    events = [event(number, left, left + length) for number, (left, length) in enumerate(spans)]
    row = certain_order(events)
    assert all((a.latest or 0) <= (b.earliest or 0) for a, b in pairwise(row))
    for some in combinations(sorted(events, key=lambda one: one.latest or 0), len(row) + 1):
        assert any((a.latest or 0) > (b.earliest or 0) for a, b in pairwise(some))
