"""Which events certainly came one after the other: what one may ask a class for, since nobody can contradict the answer."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.model import Basis, Event

KNOWN: frozenset[Basis] = frozenset({"given", "stated", "derived"})
"""How a moment is known where somebody said when it was."""


def certain_order(events: Sequence[Event]) -> tuple[Event, ...]:
    """As many events as can stand in one row of which each was certainly over when the next one began, the earliest first.

    Only what happened and is bounded on both sides counts, by words of the source or by an editor's hand: the place of an entry in its
    ticker, or the time of its post, only suggests when something was. Choosing what is over first, again and again, gives the longest
    row there is (interval scheduling: https://en.wikipedia.org/wiki/Interval_scheduling#Unweighted).

    >>> from timeline.model import Moment
    >>> day = Event("e1", "e1", "Some time that day", Moment(0, 86_400_000, "day", "UTC", "1970-01-01"))
    >>> noon = Event("e2", "e2", "At noon", Moment(43_200_000, 43_260_000, "minute", "UTC"))
    >>> one = Event("e3", "e3", "At one", Moment(46_800_000, 46_860_000, "minute", "UTC"))
    >>> [event.label for event in certain_order([day, noon, one])]
    ['At noon', 'At one']
    """
    known = [
        (event.latest, event.earliest, number)
        for number, event in enumerate(events)
        if event.status == "happened" and event.moment.basis in KNOWN and event.earliest is not None and event.latest is not None
    ]
    row: list[Event] = []
    over = -float("inf")
    for latest, earliest, number in sorted(known):
        if earliest >= over:
            row.append(events[number])
            over = latest
    return tuple(row)
