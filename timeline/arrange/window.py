"""The first view of a story: where most of it happened."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median_low

from timeline.arrange.scene import Window
from timeline.arrange.spans import span
from timeline.clock import DAY, HOUR
from timeline.model import Event

_MOST = (3, 4)  # the part of all events that the window has to hold
_ISOLATED = 4  # what lies outside is at least so many times as far away as the rest is long: shown too, it would take four fifths
_AROUND = 3 * HOUR  # before and after a single instant
_SHORT = HOUR  # anything shorter counts as so long: events at one instant do not turn all others into outsiders


def find_window(events: Sequence[Event]) -> Window:
    """The densest window that holds at least three quarters of the events, and what lies outside of it.

    Outside lies only what is isolated: by a gap at least four times as long as the rest (an hour at least). Where no gap is, all is inside.
    An event lies where its mark begins. After the last one follows room for its label, a sixth of the time between first and last; or
    for the bars that end later, up to the length of the usual one. A margin on both sides. Without events: one day from 1970.
    What is only computed to have happened (when a journey set out) is counted, but does not stretch the window.
    """
    known = [(ends, is_told(event)) for event in events if (ends := span(event)) is not None]
    return window_of([ends for ends, _ in known], [ends for ends, told in known if told])


def is_told(event: Event) -> bool:
    """Whether an event is told, and not only computed from what is."""
    return event.status != "happened" or event.moment.basis != "derived"


def window_of(spans: Sequence[tuple[int, int]], told: Sequence[tuple[int, int]]) -> Window:
    """`find_window` for the spans of all events and of those that are told."""
    if not spans:
        return Window(0, DAY)
    shaping = told or spans
    begins = sorted(left for left, _ in shaping)
    first, last = _dense_part(begins)
    earliest, latest = begins[first], begins[last - 1]
    latest += max((latest - earliest) // 6, _length_of_bars(shaping, earliest, latest))
    margin = (latest - earliest) // 32 if latest > earliest else _AROUND
    earliest, latest = earliest - margin, latest + margin + 1
    before = [left for left, _ in spans if left < earliest]
    after = [right for left, right in spans if left >= latest]
    return Window(earliest, latest, len(before), len(after), min(before, default=None), max(after, default=None))


def _dense_part(begins: Sequence[int]) -> tuple[int, int]:
    """The half-open range of sorted `begins` that is the smallest isolated part holding most of them.

    Cutting at the widest gap first leaves, after each cut, at most one part that holds most: the parts are nested, each is judged once.
    """
    first, last = best = 0, len(begins)
    need = -(-last * _MOST[0] // _MOST[1])
    for cut in sorted(range(1, last), key=lambda cut: begins[cut - 1] - begins[cut]):
        if not first < cut < last:
            continue
        if cut - first >= need:
            last = cut
        elif last - cut >= need:
            first = cut
        else:
            break
        if _is_isolated(begins, first, last):
            best = first, last
    return best


def _is_isolated(begins: Sequence[int], first: int, last: int) -> bool:
    far = _ISOLATED * max(begins[last - 1] - begins[first], _SHORT)
    return (first == 0 or begins[first] - begins[first - 1] >= far) and (last == len(begins) or begins[last] - begins[last - 1] >= far)


def _length_of_bars(spans: Sequence[tuple[int, int]], first: int, last: int) -> int:
    """How far the bars of a window reach over the last begin; not further than the median one is long, or one would stretch it all."""
    inside = [(left, right) for left, right in spans if first <= left <= last]
    return min(max(right for _, right in inside) - last, median_low(right - left for left, right in inside))
