"""From when to when an event is drawn: the one place that arranging and drawing both ask."""

from __future__ import annotations

from timeline.clock import HOUR, MINUTE
from timeline.model import Event

STUB = HOUR
"""The length of the bar of an event that is bounded on one side only, in milliseconds; the page lets its open side fade out."""


def span(event: Event) -> tuple[int, int] | None:
    """Where the mark of an event begins and ends, in UTC milliseconds; None where nothing bounds it: it has no place on the axis.

    Equal ends are a dot: a clock to the minute or second is known well enough to be one. All else is a bar: from start to end, over the
    hour, over the civil date, over what the order of the ticker leaves open. An event known only to lie before or after an instant is a
    `STUB` that ends or begins there, since nothing says how far it reaches. An end to the minute ends the bar at that minute; an end
    that is a civil date, after that date. An end before the start counts as none.
    """
    left, right = event.earliest, _right(event)
    if left is None:
        return None if right is None else (right - STUB, right)
    if right is None:
        return left, left + STUB
    return left, max(left, right)


def _right(event: Event) -> int | None:
    end = event.end or event.moment
    if end.latest is None:
        return end.earliest if event.start and event.end else None
    if end.earliest is not None and end.latest - end.earliest <= MINUTE:
        return end.earliest
    return end.latest
