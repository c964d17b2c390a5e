"""What only the order of a ticker tells: between which moments an entry without a date of its own lies.

A ticker's posts are monotone in time. What an entry tells happened at or before its post; whoever posts live tells it soon, so it lies
after what the older posts tell, and before the fresh news of the newer ones. That is an interval, never a clock.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from timeline.clock import DAY, days_of, format_date, offset_at
from timeline.date.events import Dated, Draft
from timeline.model import Moment
from timeline.moment import civil

_NO_POST = days_of(1, 1, 1) * DAY
"""Before it nobody posted: what an editor dates there is no news that bounds its neighbours."""


def bound_undated(dated: Sequence[Dated], zone: str) -> None:
    """Give every entry without news of its own, oldest first, the interval between its neighbours."""
    lows, latest = _lows(dated), highs(dated)
    for index, one in enumerate(dated):
        if one.has_own or one.reading.entry.pointer:
            continue
        moment = one.published or _between(lows[index], latest[index], zone)
        if moment:
            draft = Draft(one.reading.entry.headline, moment, None, "happened", [])
            one.drafts.insert(0, draft)


def _lows(dated: Sequence[Dated]) -> list[int | None]:
    """The latest of what older entries tell to have happened: its beginning."""
    lows: list[int | None] = []
    low: int | None = None
    for one in dated:
        lows.append(low)
        low = _later(low, [m.earliest for m in _happened(one)])
    return lows


def highs(dated: Sequence[Dated]) -> list[int | None]:
    """The earliest of the fresh news and the stamps of newer entries, and the end of the last day the entry can have."""
    bounds_of: list[int | None] = []
    high: int | None = None
    for one in reversed(dated):
        bounds_of.append(_earlier(high, [_end_of_day(one)]))
        bounds = [_no_later_than(draft.start) for draft in one.drafts if draft.fresh and draft.start]
        if one.published:
            bounds.append(_no_later_than(one.published))
        high = _earlier(high, bounds)
    return bounds_of[::-1]


def _happened(one: Dated) -> list[Moment]:
    found = [draft.start for draft in one.drafts if draft.start and draft.status == "happened" and not draft.background]
    return [*found, one.published] if one.published else found


def _no_later_than(moment: Moment) -> int | None:
    """A clock bounds by its instant, a date by its end."""
    return moment.earliest if moment.civil is None else moment.latest


def _end_of_day(one: Dated) -> int | None:
    day = one.frame.last_day
    return civil(day, day, "day", one.frame.zone, "order").latest if day is not None else None


def _later(low: int | None, bounds: list[int | None]) -> int | None:
    known = [bound for bound in (low, *bounds) if bound is not None and bound >= _NO_POST]
    return max(known, default=None)


def _earlier(high: int | None, bounds: list[int | None]) -> int | None:
    known = [bound for bound in (high, *bounds) if bound is not None and bound >= _NO_POST]
    return min(known, default=None)


def _between(low: int | None, high: int | None, zone: str) -> Moment | None:
    """The interval, labelled with the day it ends on: what a reader is told of it is `on or before`."""
    if high is None:
        return None
    if low is not None and low >= high:
        low = None  # older entries contradict: what looked like news was told late
    day = (high - 1 + offset_at(high - 1, zone)) // DAY
    moment = civil(day, day, "day", zone, "order", text=format_date(day))
    starts_earlier = low is None or (moment.earliest is not None and low < moment.earliest)
    return replace(moment, earliest=low, latest=high, approximate=starts_earlier)
