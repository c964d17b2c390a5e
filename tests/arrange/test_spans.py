import pytest

from tests.arrange.stories import bar, dot
from timeline.arrange import span
from timeline.arrange.spans import STUB
from timeline.clock import DAY, HOUR, MINUTE
from timeline.model import Event, Moment

CLOCK = Moment(HOUR, HOUR + MINUTE, "minute", "UTC")
LATER = Moment(5 * HOUR, 5 * HOUR + MINUTE, "minute", "UTC")
TODAY = Moment(0, DAY, "day", "UTC", "1970-01-01")
TOMORROW = Moment(DAY, 2 * DAY, "day", "UTC", "1970-01-02")
SOME_TIME_AFTER = Moment(HOUR, None, "minute", "UTC", basis="order")
SOME_TIME_BEFORE = Moment(None, HOUR, "minute", "UTC", basis="order")
NEVER = Moment(None, None, "day", "UTC", basis="order")


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (CLOCK, None, (HOUR, HOUR)),
        (Moment(HOUR, HOUR + 1_000, "second", "UTC"), None, (HOUR, HOUR)),
        (Moment(HOUR, HOUR, "second", "UTC"), None, (HOUR, HOUR)),
        (Moment(HOUR, 2 * HOUR, "hour", "UTC"), None, (HOUR, 2 * HOUR)),
        (Moment(0, HOUR, "minute", "UTC", approximate=True), None, (0, HOUR)),
        (TODAY, None, (0, DAY)),
        (CLOCK, LATER, (HOUR, 5 * HOUR)),
        (TODAY, TOMORROW, (0, 2 * DAY)),
        (CLOCK, TOMORROW, (HOUR, 2 * DAY)),
        (None, TODAY, (0, DAY)),
        (None, CLOCK, (HOUR, HOUR)),
        (LATER, CLOCK, (5 * HOUR, 5 * HOUR)),
        (SOME_TIME_AFTER, None, (HOUR, HOUR + STUB)),
        (SOME_TIME_BEFORE, None, (HOUR - STUB, HOUR)),
        (None, SOME_TIME_AFTER, (HOUR, HOUR + STUB)),
        (CLOCK, SOME_TIME_AFTER, (HOUR, HOUR)),
        (SOME_TIME_BEFORE, LATER, (5 * HOUR - STUB, 5 * HOUR)),
        (NEVER, None, None),
    ],
)
def test_span(start: Moment | None, end: Moment | None, expected: tuple[int, int] | None) -> None:
    assert span(Event("e", "p", "label", start, end)) == expected


def test_a_clock_is_a_dot_and_a_date_is_a_bar() -> None:
    assert span(dot("e", 7)) == (7, 7)
    assert span(bar("e", 7, DAY)) == (7, DAY)
