"""A rail: the same events without their labels, in few rows, as a phone shows them above the cards."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.arrange.levels import level_at
from timeline.arrange.place import Box, Place, coarsest_of, place, rows_by_time
from timeline.arrange.scene import Window
from timeline.arrange.spans import span
from timeline.model import Event

RAILS = 11
"""Rows of a rail at most: on a phone of 844 px each is then 8 px high, where the 20 rows of the labelled chart would be 4 px. With nine,
eight of the 40 events of the Hanoi summit would never be seen, since a dozen of them share a day; with eleven it is one."""

MARK = 14  # pixels from a dot to the next one in its row
_PHONE = 356  # pixels of the first view on a phone


def rail(events: Sequence[Event], window: Window, *, rows: int = RAILS) -> list[Place]:
    """The row and the reveal level of each event, in the order of `events`, where a mark needs room for itself alone.

    The rules are those of `arrange`; the level None means what it does there. Rows without anybody are left out.
    """
    spans = {number: ends for number, event in enumerate(events) if (ends := span(event)) is not None}
    order = sorted(spans, key=lambda number: (-events[number].importance, *spans[number], events[number].id))
    boxes = [Box(*spans[number], MARK) for number in order]
    shown = window.latest - window.earliest
    found = place(boxes, coarsest_of(boxes, shown), rows=rows, first=level_at(shown, _PHONE))
    places = dict(zip(order, rows_by_time(found, boxes, window), strict=True))
    return [places.get(number, (0, None)) for number in range(len(events))]
