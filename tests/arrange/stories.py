"""Events to arrange: by hand, and drawn by hypothesis so that they tie, touch, lie far apart, or have no bounds."""

from __future__ import annotations

from hypothesis import strategies as st

from timeline.clock import DAY, HOUR, MINUTE
from timeline.model import Event, Moment, Precision

BIG_BANG = -13_800_000_000 * 365 * DAY
"""13.8 billion years ago in milliseconds: beyond what a double holds exactly."""


def dot(id: str, instant: int, label: str = "label", importance: float = 0.5) -> Event:
    """An event known to the minute."""
    return Event(id, id, label, Moment(instant, instant + MINUTE, "minute", "UTC"), importance=importance)


def bar(id: str, left: int | None, right: int | None, label: str = "label", importance: float = 0.5, precision: Precision = "day") -> Event:
    """An event known to lie between two instants."""
    return Event(id, id, label, Moment(left, right, precision, "UTC", civil="2019-02-28"), importance=importance)


instants = st.one_of(
    st.integers(-5, 5),
    st.integers(-40, 40).map(lambda hours: hours * HOUR),
    st.integers(-400, 400).map(lambda days: days * DAY),
    st.integers(-(2**70), 2**70),
    st.just(BIG_BANG),
)
lengths = st.one_of(st.just(0), st.integers(1, 3), st.sampled_from([MINUTE, MINUTE + 1, HOUR, DAY, 31 * DAY]), st.integers(0, 2**66))
labels = st.one_of(
    st.text(max_size=60), st.sampled_from(["", "Kim", "北京 🇻🇳 特別列車", "W" * 40, "e\u0301" * 30, "👩\u200d👩\u200d👧 Familie"])
)


@st.composite
def _event(draw: st.DrawFn, number: int) -> Event:
    left = draw(instants)
    bounds = draw(st.sampled_from(["both"] * 8 + ["left", "right", "none"]))
    right = left + draw(lengths)
    moment = Moment(
        left if bounds in ("both", "left") else None,
        right if bounds in ("both", "right") else None,
        draw(st.sampled_from(["minute", "hour"])),
        "UTC",
    )
    return Event(f"e{number}", "p", draw(labels), moment, importance=draw(st.sampled_from([0.0, 0.5, 1.0])))


@st.composite
def stories(draw: st.DrawFn, most: int = 24) -> list[Event]:
    """Up to `most` events; ids are unique, all else may tie."""
    events = [draw(_event(number)) for number in range(draw(st.integers(0, most)))]
    return draw(st.permutations(events))
