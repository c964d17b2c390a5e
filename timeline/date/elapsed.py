"""A moment and a length -> the moment that lies so much later or earlier, never more exact than either.

Hours and less are time that passes, a clock change included; days and more are counted on the calendar.
"""

from __future__ import annotations

from dataclasses import replace

from timeline.clock import DAY, HOUR, MINUTE, format_date, wall_at
from timeline.date.links import Length, Side
from timeline.date.partial import Partial
from timeline.date.resolve import Frame, Unresolved, resolve
from timeline.model import Basis, Moment, Precision

_SOON = HOUR  # `kurz darauf`, said of an event: looser than `kurz nach 14 Uhr`
_WIDEST_DAY = 25 * HOUR
_COARSE: tuple[Precision, ...] = ("day", "weekend", "week", "month", "quarter", "season", "year", "decade", "century", "millennium")
_LETTERS: dict[Precision, int] = {"month": -3, "year": -6}


def moved(anchor: Moment, length: Length, side: Side, frame: Frame) -> Moment | None:
    """The moment on one `side` of the anchor; None where the anchor is too coarse to count from."""
    elapsed = length.elapsed
    if elapsed is None:
        return _by_calendar(anchor, length, side, frame)
    if length.bound:
        return _bounded(anchor, elapsed, length, side)
    shift = elapsed if side == "after" else -elapsed
    earliest, latest = _shifted(anchor, shift - length.grain // 2, shift + length.grain // 2)
    if anchor.instant is None or elapsed >= DAY:
        at = None if anchor.instant is None else anchor.instant + shift
        return _civil(anchor, earliest, latest, side, at)
    if not length.grain and anchor.named is None:
        return replace(anchor, earliest=earliest, latest=latest, basis="derived")
    precision: Precision = "hour" if length.grain >= HOUR // 4 or anchor.precision == "hour" else "minute"
    return Moment(earliest, latest, precision, anchor.zone, approximate=True, basis="derived", named=anchor.instant + shift)


def beside(anchor: Moment, side: Side, *, near: bool) -> Moment | None:
    """The interval behind or before an anchor that no length tells; open on the other side unless `near`."""
    if side == "after":
        earliest, latest = anchor.earliest, anchor.latest + _SOON if near and anchor.latest is not None else None
    else:
        earliest, latest = anchor.earliest - _SOON if near and anchor.earliest is not None else None, anchor.latest
    if earliest is None and latest is None:
        return None
    return _interval(anchor, earliest, latest, "order", at=earliest if side == "after" else latest and latest - 1)


def clipped(moment: Moment, limit: int | None) -> Moment | None:
    """What of a moment lies before `limit`; None where nothing does."""
    if limit is None or (moment.latest is not None and moment.latest <= limit):
        return moment
    if moment.earliest is not None and moment.earliest >= limit:
        return None
    if moment.named is not None and moment.named >= limit:
        moment = replace(moment, named=limit - MINUTE)
    if moment.civil is not None and moment.precision == "day":  # told as the day it ends on
        return _interval(moment, moment.earliest, limit, moment.basis, at=limit - 1)
    return replace(moment, latest=limit)


def day_at(anchor: Moment) -> int | None:
    """The one civil day an anchor lies on, in days since 1970; None where it may be several."""
    if anchor.instant is not None:
        return wall_at(anchor.instant, anchor.zone or "UTC") // DAY
    if anchor.earliest is None or anchor.latest is None or anchor.latest - anchor.earliest > _WIDEST_DAY or anchor.precision in _COARSE[1:]:
        return None
    return wall_at(anchor.earliest, anchor.zone or "UTC") // DAY


def _bounded(anchor: Moment, elapsed: int, length: Length, side: Side) -> Moment | None:
    """`mehr als zwei Stunden später`: not before; `weniger als`: between the anchor and that."""
    near, far = (0, elapsed) if length.bound == "most" else (elapsed, None)
    if side == "after":
        earliest = None if anchor.earliest is None else anchor.earliest + near
        latest = None if anchor.latest is None or far is None else anchor.latest + far
        return _interval(anchor, earliest, latest, "derived", at=earliest)
    latest = None if anchor.latest is None else anchor.latest - near
    earliest = None if anchor.earliest is None or far is None else anchor.earliest - far
    return _interval(anchor, earliest, latest, "derived", at=latest and latest - 1)


def _by_calendar(anchor: Moment, length: Length, side: Side, frame: Frame) -> Moment | None:
    """As exact as the unit, and as the anchor: each end of a wide one is counted from."""
    if anchor.earliest is None and anchor.latest is None:
        return None
    zone = anchor.zone or frame.zone
    partial = Partial(amounts=length.amounts[:1], ago=side == "before", ahead=side == "after")
    day = day_at(anchor)
    bounds = (None if anchor.earliest is None else anchor.earliest, None if anchor.latest is None else anchor.latest - 1)
    days = [day] * 2 if day is not None else [None if at is None else wall_at(at, zone) // DAY for at in bounds]
    try:
        ends = [one if one is None else _resolved(partial, frame, one, zone) for one in days]
    except Unresolved:
        return None
    first, last = ends
    known = first or last
    if known is None:
        return None
    precision = max(known.precision, anchor.precision if anchor.precision in _COARSE else "day", key=_COARSE.index)
    wide = day is None or anchor.approximate
    text = (known.civil or "")[: _LETTERS.get(precision)] if precision != known.precision else known.civil
    earliest = None if first is None or length.bound == "most" else first.earliest
    latest = None if last is None or length.bound == "least" else last.latest
    if length.bound:  # on the other side it lies at the anchor at most
        earliest = anchor.earliest if side == "after" and length.bound == "most" else earliest
    return replace(known, earliest=earliest, latest=latest, precision=precision, civil=text, approximate=wide, basis="derived")


def _resolved(partial: Partial, frame: Frame, day: int, zone: str) -> Moment:
    return resolve(partial, replace(frame, first_day=day, last_day=day, zone=zone), "unknown")[0]


def _shifted(anchor: Moment, low: int, high: int) -> tuple[int | None, int | None]:
    return None if anchor.earliest is None else anchor.earliest + low, None if anchor.latest is None else anchor.latest + high


def _civil(anchor: Moment, earliest: int | None, latest: int | None, side: Side, at: int | None) -> Moment | None:
    """After days there is no clock: they are told in round hours. Of a wide interval the last day counts, of an open one the end it has."""
    if earliest is None and latest is None:
        return None
    if at is None:
        at = earliest
        if side == "before" and latest is not None:
            at = latest - DAY if earliest is None or latest - earliest > DAY else earliest
    return _interval(anchor, earliest, latest, "derived", at=at)


def _interval(anchor: Moment, earliest: int | None, latest: int | None, basis: Basis, *, at: int | None) -> Moment | None:
    """Bounds under the civil date of one instant in them."""
    zone = anchor.zone or "UTC"
    at = at if at is not None else earliest if earliest is not None else latest
    if at is None:
        return None
    day = wall_at(at, zone) // DAY
    within = earliest is not None and (latest is None or latest - earliest <= DAY)
    precision = anchor.precision if anchor.precision in _COARSE[3:] and basis == "derived" else "day"
    text = format_date(day)[: _LETTERS.get(precision)]
    approximate = not within or basis == "derived"
    return Moment(earliest, latest, precision, zone, civil=text, approximate=approximate, basis=basis)
