"""What repeats, in a window: recurring-ical-events follows the rules, this bounds what it is asked for.

Rules repeat on the wall of their zone (https://www.rfc-editor.org/rfc/rfc5545#section-3.8.5.3), so everything is handed over as naive
wall clocks; which instant each of them is, the zone says afterwards.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import islice
from typing import Any

from timeline.model import Problem
from timeline.read.ical_lines import Component
from timeline.read.ical_rules import parts_of, why_not
from timeline.read.ical_time import When, Zones, of_property, read_duration, read_when

MOST = 1_000
"""Occurrences of one rule."""
ALL = 20_000
"""Occurrences of all rules of a file together."""
RULES = 2_000
"""Rules of a file that are followed."""
_TRIED = 10
"""So many rules could be followed in the time that it takes to see that one comes never."""
_LISTED = 5_000
"""Dates and moved ones that one series names."""
_COUNTED = 10_000
_SKIPPED = 200_000
_YEAR = timedelta(days=366)
_SECONDS = {"SECONDLY": 1, "MINUTELY": 60, "HOURLY": 3_600}


@dataclass(frozen=True, slots=True)
class Item:
    """A component with its moments; `original` is the start it was moved from (RECURRENCE-ID)."""

    component: Component
    start: When
    end: When | None
    original: When | None = None

    @property
    def repeats(self) -> bool:
        """Whether it comes more than once."""
        return self.component.one("RRULE") is not None or self.component.one("RDATE") is not None


@dataclass(frozen=True, slots=True)
class Window:
    """What is looked at: of rules without an end, until `open_until` where the caller gave no `until`."""

    since: datetime | None
    until: datetime | None
    open_until: datetime


@dataclass(slots=True)
class Room:
    """How much more may be followed."""

    occurrences: int = ALL
    rules: int = RULES


@dataclass(frozen=True, slots=True)
class Time:
    """One occurrence of `item`."""

    item: Item
    start: When
    end: When | None


def times_of(core: Item, moved: Sequence[Item], window: Window, zones: Zones, room: Room, problems: list[Problem]) -> list[Time]:
    """The occurrences of a series in a window, without those that `moved` holds; a series that cannot be followed has its first one."""
    once = [Time(core, core.start, core.end)]
    rules = [one.value.strip() for one in core.component.all("RRULE")]
    if core.start.wall is None:
        return once
    reason = _why_not(rules, core.start.wall, room)
    listed = sum(one.value.count(",") + 1 for name in ("RDATE", "EXDATE") for one in core.component.all(name)) + len(moved)
    if listed > _LISTED:
        reason = f"RDATE, EXDATE, RECURRENCE-ID > {_LISTED}"
    if reason:
        return _refused(core, reason, once, problems)
    room.rules -= 1 + listed // 100
    try:
        span = _span(core, rules, window, zones, min(MOST, room.occurrences))
        found = _between(core, moved, rules, span, zones)
    except _TooFar as error:
        return _refused(core, str(error), once, problems)
    except Exception as error:  # whatever a library trips over in one rule must not cost the calendar
        return _refused(core, f"{type(error).__name__}: {error}"[:80], once, problems)
    if span.empty:
        return once  # the start of a series is one of its times: RFC 5545, section 3.8.5.3
    found = sorted(found, key=lambda time: time.start.wall or datetime.min)[:MOST]
    room.occurrences -= len(found)
    if span.left or span.endless:
        _tell_left(core, span, len(found), problems)
    return found


def _why_not(rules: Sequence[str], start: datetime, room: Room) -> str:
    """What speaks against following some rules; to find that out takes time as well."""
    if room.rules <= 0 or room.occurrences <= 0:
        return f"> {RULES} RRULE, > {ALL}"
    for rule in rules:
        if reason := why_not(rule, start):
            room.rules -= _TRIED
            return reason
    return ""


class _TooFar(Exception):
    pass


@dataclass(frozen=True, slots=True)
class _Span:
    first: datetime
    last: datetime
    left: int = 0
    endless: bool = False
    empty: bool = False
    """The rule gives nothing, anywhere."""


def _refused(core: Item, reason: str, once: list[Time], problems: list[Problem]) -> list[Time]:
    line, label = core.component.first, core.component.text("SUMMARY")[:80]
    problems.append(Problem("repeat-rule", words=label, line=line, column="RRULE", values={"reason": reason}))
    return once


def _tell_left(core: Item, span: _Span, taken: int, problems: list[Problem]) -> None:
    left = f"> {_COUNTED}" if span.left > _COUNTED else str(span.left)
    values = {"taken": str(taken), "left": left, "since": span.first.date().isoformat(), "until": span.last.date().isoformat()}
    code, words = "repeats-on" if span.endless else "repeats", core.component.text("SUMMARY")[:80]
    problems.append(Problem(code, words=words, line=core.component.first, severity="note", column="RRULE", values=values))


def _span(core: Item, rules: Sequence[str], window: Window, zones: Zones, most: int) -> _Span:
    """What of a series is asked for: in the caller's window, else all of a rule that ends and a stretch of one that does not; never more
    than `most`. `left` says how many it leaves out."""
    from dateutil.rrule import rrulestr

    start = core.start.wall or datetime.min
    first = max(start, window.since) if window.since else start
    last, left, endless, empty = first, 0, False, True
    for rule in rules:
        parts = parts_of(rule)
        seconds = _SECONDS.get(parts["FREQ"])
        if seconds and (first - start).total_seconds() / seconds / int(parts.get("INTERVAL", "1")) > _SKIPPED:
            raise _TooFar(f"FREQ={parts['FREQ']} {start.date()} – {first.date()}")
        open_ended = not ({"COUNT", "UNTIL"} & parts.keys())
        stop = window.until or (max(_later(start, _YEAR), window.open_until) if open_ended else datetime.max)
        walls = iter(rrulestr(_on_wall(rule, core, zones), dtstart=start))
        seen, beyond, before = _seen(walls, first, stop, most)
        last, left = max(last, seen or first), left + before
        empty = empty and seen is None and beyond is None and not before
        endless = endless or (open_ended and beyond is not None)
        if beyond is not None and not open_ended:
            left += 1 + sum(1 for _ in islice(walls, _COUNTED))
    dates = [at.wall for at in _rdates(core, zones) if at.wall and (window.until is None or at.wall < window.until)]
    return _Span(first, max([last, *dates]), left, endless, empty and not dates)


def _seen(walls: Iterator[datetime], first: datetime, stop: datetime, most: int) -> tuple[datetime | None, datetime | None, int]:
    """The last of at most `most` occurrences from `first` to `stop`, the one after it, if there is one, and how many are before `first`."""
    last, taken, before = None, 0, 0
    for number, wall in enumerate(walls):
        if number > _SKIPPED:
            raise _TooFar(f"> {_SKIPPED}")
        if wall < first:
            before += 1
            continue
        if taken == most or wall >= stop:
            return last, wall, before
        last, taken = wall, taken + 1
    return last, None, before


def _later(wall: datetime, by: timedelta) -> datetime:
    try:
        return wall + by
    except OverflowError:
        return datetime.max


def _on_wall(rule: str, core: Item, zones: Zones) -> str:
    """A rule whose UNTIL is a naive clock on the wall of the start, which it is written in UTC for; a date means all of it."""
    parts = parts_of(rule)
    if "UNTIL" in parts:
        until = zones.moved_to(read_when(parts["UNTIL"]), core.start)
        wall = until.wall or datetime.max
        if until.day:
            wall = wall.replace(hour=23, minute=59, second=59)
        parts["UNTIL"] = f"{wall:%Y%m%dT%H%M%S}".zfill(15)
    return ";".join(f"{name}={value}" for name, value in parts.items())


def _between(core: Item, moved: Sequence[Item], rules: Sequence[str], span: _Span, zones: Zones) -> list[Time]:
    import icalendar
    import recurring_ical_events

    calendar = icalendar.Calendar()
    items = [core, *moved]
    for number, item in enumerate(items):
        if item.start.wall is not None:
            calendar.add_component(_as_event(number, item, core, rules if item is core else (), zones))
    shifts = [_shift(item, core, zones) for item in moved]
    slack = max((abs(by) for by in shifts), default=timedelta())
    times = []
    for one in recurring_ical_events.of(calendar).between(span.first - slack, span.last + slack + timedelta(seconds=1)):
        number, start = int(one["X-ITEM"]), _wall(one["DTSTART"].dt)
        item, by = items[number], shifts[number - 1] if number else timedelta()
        if number and zones.moved_to(item.start, core.start).wall == start:
            continue  # moved ones are told by themselves
        if not span.first <= start - by <= span.last:
            continue
        length = _wall(one["DTEND"].dt) - start
        when = replace(core.start, wall=start)
        times.append(Time(item, when, replace(when, wall=_later(start, length)) if item.end is not None or length else None))
    return times


def _shift(item: Item, core: Item, zones: Zones) -> timedelta:
    """How far a moved one, and what follows it, lies behind where the rule has it."""
    start, original = zones.moved_to(item.start, core.start).wall, zones.moved_to(item.original or item.start, core.start).wall
    return start - original if start and original else timedelta()


def _as_event(number: int, item: Item, core: Item, rules: Sequence[str], zones: Zones) -> Any:
    import icalendar

    def naive(when: When) -> datetime | date:
        wall = zones.moved_to(when, core.start).wall or datetime.max
        return wall.date() if core.start.day else wall

    event = icalendar.Event()
    event.add("UID", "series")
    event.add("X-ITEM", str(number))
    event.add("DTSTART", naive(item.start))
    if item.end is not None and item.end.wall is not None and item.start.wall is not None and item.end.wall > item.start.wall:
        event.add("DTEND", naive(item.end))
    if item.original is not None:
        later = item.component.one("RECURRENCE-ID")
        ranged = {"RANGE": "THISANDFUTURE"} if later and later.params.get("RANGE", "").upper() == "THISANDFUTURE" else {}
        event.add("RECURRENCE-ID", naive(item.original), parameters=ranged)
        return event
    for rule in rules:
        event.add("RRULE", icalendar.vRecur.from_ical(_on_wall(rule, core, zones)))
    for one in item.component.all("EXDATE"):
        without = [read_when(text, one.params) for text in one.value.split(",")]
        event.add("EXDATE", [naive(when) if not when.day else when.wall.date() for when in without if when.wall is not None])
    if extra := [naive(when) for when in _rdates(item, zones)]:
        event.add("RDATE", extra)
    return event


def _rdates(item: Item, zones: Zones) -> list[When]:
    """The single dates that a series has besides its rule; of a period its start."""
    found = (read_when(text.partition("/")[0], one.params) for one in item.component.all("RDATE") for text in one.value.split(","))
    return [zones.moved_to(when, item.start) for when in found if when.wall is not None]


def _wall(at: date) -> datetime:
    return at if isinstance(at, datetime) else datetime(at.year, at.month, at.day)


def end_of(component: Component, start: When, zones: Zones) -> When | None:
    """The end that a component states, as its own moment or as a length; None where it states none."""
    end = of_property(component.one("DTEND") or component.one("DUE"))
    if end is not None:
        return end
    length = read_duration(component.text("DURATION"))
    return zones.after(start, *length) if length else None
