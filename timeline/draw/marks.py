"""What stands for an event on the chart: segments in UTC milliseconds, their weight and their share. Numbers and names, no colours."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from timeline.arrange import span
from timeline.arrange.scene import Scene
from timeline.model import Event, Moment, Status

Weight = Literal["soft", "solid"]
_FADE = tuple(round(step / 17, 2) for step in range(1, 17))  # from the open side inwards; fewer steps are seen as steps


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of a bar, half open. `share` is the opacity that is left of it: less than 1 where an open end fades."""

    left: int
    right: int
    weight: Weight
    share: float = 1.0


@dataclass(frozen=True, slots=True)
class Mark:
    """One event on the chart, from `left` to `right`: a dot where it has no `segments`, else a bar."""

    event: str
    row: int
    lane: int
    status: Status
    left: int
    right: int
    segments: tuple[Segment, ...] = ()


def marks_of(events: tuple[Event, ...], scene: Scene, lanes: tuple[str, ...]) -> tuple[Mark, ...]:
    """The marks in the order of the events; an event that nothing bounds has no place on the axis and no mark."""
    rows = {placement.event: placement.row for placement in scene.placements}
    result = []
    for event in events:
        ends = span(event)
        if ends is not None and event.id in rows:
            lane = lanes.index(event.lane) if event.lane in lanes else 0
            segments = _segments(event, *ends) if ends[0] < ends[1] else ()
            result.append(Mark(event.id, rows[event.id], lane, event.status, *ends, segments))
    return tuple(result)


def _segments(event: Event, left: int, right: int) -> tuple[Segment, ...]:
    """Soft where it is open when the event began or ended, solid in between."""
    if event.start is None or event.earliest is None:
        return _fading(left, right, open_left=True)
    if (event.end or event.start).latest is None:
        return _fading(left, right, open_left=False)
    if event.end is None:
        return (Segment(left, right, "soft"),)
    begun = min(max(_known_by(event.start), left), right)
    ending = min(max(event.end.earliest or begun, begun), right)
    pieces = ((left, begun, "soft"), (begun, ending, "solid"), (ending, right, "soft"))
    return tuple(Segment(first, last, "solid" if weight == "solid" else "soft") for first, last, weight in pieces if first < last)


def _known_by(moment: Moment) -> int:
    """When it had certainly begun: at once for a clock, at its end for anything vaguer."""
    exact = moment.civil is None and moment.earliest is not None and moment.latest is not None and moment.latest - moment.earliest <= 60_000
    known = moment.earliest if exact else moment.latest
    return known if known is not None else moment.earliest or 0


def _fading(left: int, right: int, *, open_left: bool) -> tuple[Segment, ...]:
    """The whole bar, growing fainter over the half that lies at its open side."""
    step = max((right - left) // (2 * len(_FADE)), 1)
    if open_left:
        faint = [Segment(left + step * index, left + step * (index + 1), "soft", share) for index, share in enumerate(_FADE)]
        return (*faint, Segment(left + step * len(_FADE), right, "soft"))
    faint = [Segment(right - step * (index + 1), right - step * index, "soft", share) for index, share in enumerate(_FADE)]
    return (Segment(left, right - step * len(_FADE), "soft"), *reversed(faint))
