"""Dates and clocks of a calendar as text, each with the zone that the calendar means by it.

A zone is named in the calendar's own way (TZID) and may be described by it (VTIMEZONE); where that description and the IANA's disagree
on an offset, the calendar's is kept and reported: https://www.rfc-editor.org/rfc/rfc5545#section-3.2.19
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, tzinfo
from io import StringIO
from types import MappingProxyType

from timeline.clock import MINUTE, SECOND, Fold, Gap, format_instant, format_offset, instant_of, instants_of, is_zone, wall_at
from timeline.model import Problem
from timeline.read.ical_lines import Component, Property

_VALUE = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?:[T ](\d\d):?(\d\d)(?::?(\d\d))?(?:\.\d+)?(Z)?)?", re.IGNORECASE)
_DURATION = re.compile(r"([+-])?P(?:(\d{1,5})W)?(?:(\d{1,6})D)?(?:T(?:(\d{1,7})H)?(?:(\d{1,8})M)?(?:(\d{1,9})S)?)?", re.IGNORECASE)
_EPOCH = datetime(1970, 1, 1)
_LONGEST = 120
"""Characters of what stands where a date should."""
_LARGEST = timedelta(hours=14)
_ZONES, _PARTS, _RULES = 200, 1_000, 20
"""Zones that one file may describe, parts of one of them, and parts that repeat: each is looked through for each clock."""
_RULE = ("DTSTART", "TZOFFSETFROM", "TZOFFSETTO", "TZNAME", "RRULE", "RDATE")


@dataclass(frozen=True, slots=True)
class When:
    """A date (`day`) or a clock: what it says in its zone. `wall` is None where `text` is no date; `tzid` is empty where it floats."""

    text: str
    wall: datetime | None = None
    day: bool = False
    tzid: str = ""

    @property
    def iso(self) -> str:
        """The date or clock without a zone; the words of the source where they are none."""
        if self.wall is None:
            return self.text
        if self.day:
            return self.wall.date().isoformat()
        return self.wall.isoformat(timespec="seconds" if self.wall.second else "minutes")

    def shifted(self, by: timedelta) -> When:
        """The same a while later on its wall; itself where the calendar ends."""
        try:
            return replace(self, wall=self.wall + by) if self.wall else self
        except OverflowError:
            return self


def read_when(value: str, params: Mapping[str, str] = MappingProxyType({})) -> When:
    """A date or a clock as a calendar writes it.

    >>> read_when("20260301T090000", {"TZID": "Europe/Berlin"}).iso, read_when("20260301").iso, read_when("20260231").wall
    ('2026-03-01T09:00', '2026-03-01', None)
    """
    text = value.strip()[:_LONGEST]
    found = _VALUE.fullmatch(text)
    if found is None:
        return When(text)
    year, month, day, hour, minute, second = (int(part or 0) for part in found.groups()[:6])
    try:
        # a leap second, which RFC 5545 allows, is the last one that a clock can show
        wall = datetime(year, month, day, hour, minute, min(second, 59) if second == 60 else second)
    except ValueError:
        return When(text)
    return When(text, wall, found[4] is None, "UTC" if found[7] else params.get("TZID", "").strip() if found[4] else "")


def read_duration(value: str) -> tuple[timedelta, timedelta] | None:
    """A length such as `PT1H30M`: its days, which are as long as the clock makes them, and its exact rest; None where it is none.

    >>> read_duration("P1DT2H"), read_duration("1 hour")
    ((datetime.timedelta(days=1), datetime.timedelta(seconds=7200)), None)
    """
    found = _DURATION.fullmatch(value.strip())
    if found is None or not any(found.groups()[1:]):
        return None
    weeks, days, hours, minutes, seconds = (int(part or 0) for part in found.groups()[1:])
    whole, rest = timedelta(weeks=weeks, days=days), timedelta(hours=hours, minutes=minutes, seconds=seconds)
    return (-whole, -rest) if found[1] == "-" else (whole, rest)


@dataclass(frozen=True, slots=True)
class Zone:
    """What a TZID means: an IANA key or an offset, what the calendar says of it, or nothing."""

    name: str
    rules: tzinfo | None = None


class Zones:
    """The zones of one file. `home` (X-WR-TIMEZONE) is the one in which clocks in UTC are shown; problems are told once a zone."""

    def __init__(self, definitions: Iterable[Component], home: str, problems: list[Problem]) -> None:
        self.definitions = {one.text("TZID"): one for one in definitions}
        self.home = iana_of(home)
        self.problems = problems
        self.told: set[str] = set()
        self.known: dict[str, Zone] = {}

    def words(self, when: When, line: int | None = None) -> tuple[str, str]:
        """The text of a moment, and its zone: empty where it is the story's, or stands in the text as an offset."""
        if when.wall is None or when.day or not when.tzid:
            return when.iso, ""
        if when.tzid == "UTC":
            return (format_instant(self.instant(when), self.home), self.home) if self.home else (f"{when.iso}Z", "")
        zone = self.of(when.tzid, line)
        if zone.rules is not None and (stated := _offset(zone.rules, when.wall)) is not None:
            had = stated if not zone.name else self._offset_of(zone.name, when.wall, stated)
            if had == stated and zone.name:
                return self._in(zone.name, when), zone.name
            if zone.name:
                self._tell("calendar-zone", when.tzid, line, offset=format_offset(stated), other=format_offset(had), at=when.iso)
            return self._at(when, stated), ""
        return (self._in(zone.name, when), zone.name) if zone.name else (when.iso, "")

    def instant(self, when: When) -> int:
        """UTC milliseconds of a moment; a floating one, and the begin of a date, as if in UTC."""
        if when.wall is None:
            return 0
        wall = _milliseconds(when.wall)
        if when.day or when.tzid in ("", "UTC"):
            return wall
        zone = self.of(when.tzid, None)
        if zone.rules is not None and (stated := _offset(zone.rules, when.wall)) is not None:
            return wall - stated
        return instant_of(wall, zone.name) if zone.name else wall

    def moved_to(self, when: When, other: When) -> When:
        """The same moment on the wall of another one: rules repeat on a wall."""
        if when.wall is None or when.day or when.tzid == other.tzid:
            return when
        if not when.tzid or not other.tzid or other.day:
            return replace(when, tzid=other.tzid)
        instant = self.instant(when)
        zone = self.of(other.tzid, None) if other.tzid != "UTC" else Zone("UTC")
        at = (instant // SECOND) * SECOND
        try:
            wall = _EPOCH + timedelta(milliseconds=wall_at(at, zone.name) if zone.name else at)
            if zone.rules is not None:
                wall = datetime.fromtimestamp(at // SECOND, UTC).astimezone(zone.rules).replace(tzinfo=None, fold=0)
        except (ValueError, OverflowError, OSError):
            return replace(when, tzid=other.tzid)
        return replace(when, wall=wall, tzid=other.tzid)

    def after(self, when: When, days: timedelta, rest: timedelta) -> When:
        """A moment some days on its wall and some exact time later."""
        later = when.shifted(days)
        if not when.tzid or when.day or not rest or later.wall is None:
            return later.shifted(rest)
        exact = When(when.text, _EPOCH + timedelta(milliseconds=self.instant(later)), tzid="UTC").shifted(rest)
        return self.moved_to(exact, when)

    def of(self, tzid: str, line: int | None) -> Zone:
        """What a TZID means; one that means nothing is a problem."""
        if tzid not in self.known:
            described = self.definitions.get(tzid)
            rules = rules_of(described) if described and len(self.known) < _ZONES else None
            name = iana_of(tzid) or (iana_of(described.text("X-LIC-LOCATION")) if described else "")
            self.known[tzid] = Zone(name, rules)
        zone = self.known[tzid]
        if not zone.name and zone.rules is None and line is not None:
            self._tell("unknown-zone", tzid, line)
        return zone

    def _tell(self, code: str, tzid: str, line: int | None, **values: str) -> None:
        if tzid not in self.told:
            self.told.add(tzid)
            self.problems.append(Problem(code, words=tzid[:120], line=line, column="TZID", values=values))

    def _in(self, name: str, when: When) -> str:
        """A clock in a zone. One that came twice is the first of them: https://www.rfc-editor.org/rfc/rfc5545#section-3.3.5"""
        found = instants_of(_milliseconds(when.wall or _EPOCH), name)
        return format_instant(found.earlier, name) if isinstance(found, Fold) else when.iso

    def _offset_of(self, name: str, wall: datetime, stated: int) -> int:
        """The offset that the IANA knows of a wall clock; in a gap, where neither is right, that which is stated."""
        at = _milliseconds(wall)
        return stated if isinstance(instants_of(at, name), Gap) else at - instant_of(at, name)

    def _at(self, when: When, offset: int) -> str:
        if offset % MINUTE:  # local mean time, in seconds
            return format_instant(_milliseconds(when.wall or _EPOCH) - offset)
        return f"{when.iso}{format_offset(offset)}"


def iana_of(name: str) -> str:
    """The IANA key of a zone as calendars name it: by that key, with a maker's prefix, or by Windows' name; empty where there is none.

    >>> iana_of("W. Europe Standard Time"), iana_of("/example.org/2026/Europe/Paris"), iana_of("Home")
    ('Europe/Berlin', 'Europe/Paris', '')
    """
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

    name = name.strip().strip('"').strip("/")
    parts = name.split("/")
    for one in (name, WINDOWS_TO_OLSON.get(name, ""), *("/".join(parts[-count:]) for count in (3, 2) if len(parts) > count)):
        if one and is_zone(one):
            return one
    return ""


def rules_of(described: Component) -> tzinfo | None:
    """What a VTIMEZONE says, by dateutil; None where it says nothing that can be followed."""
    from dateutil.tz import tzical

    parts = dict.fromkeys(text for part in described.parts if part.name in ("STANDARD", "DAYLIGHT") and (text := _part(part)) is not None)
    if not parts or sum("\nRRULE:" in text for text in parts) > _RULES or len(parts) > _PARTS:
        return None
    try:
        found = tzical(StringIO("\n".join(["BEGIN:VTIMEZONE", "TZID:it", *parts, "END:VTIMEZONE"]))).get()
    except (ValueError, KeyError, OverflowError, TypeError, AttributeError):
        return None
    return found if isinstance(found, tzinfo) else None


def _part(part: Component) -> str | None:
    """One STANDARD or DAYLIGHT with what dateutil knows of it; None where its rule cannot be followed."""
    from timeline.read.ical_rules import why_not

    kept = [one for one in part.properties if one.name in _RULE]
    start = read_when(part.text("DTSTART")).wall
    for one in kept:
        if one.name == "RRULE" and (start is None or "FREQ=YEARLY" not in one.value.upper() or why_not(one.value, start)):
            return None
    return "\n".join([f"BEGIN:{part.name}", *(f"{one.name}:{one.value.strip()}" for one in kept), f"END:{part.name}"])


def _offset(rules: tzinfo, wall: datetime) -> int | None:
    """Milliseconds that a zone is ahead of UTC by the calendar's own rules; None where they give none, or more than a clock can be."""
    try:
        offset = rules.utcoffset(wall)
    except (ValueError, OverflowError, TypeError):
        return None
    return None if offset is None or abs(offset) > _LARGEST else round(offset.total_seconds()) * SECOND


def _milliseconds(wall: datetime) -> int:
    return round((wall - _EPOCH).total_seconds()) * SECOND


def of_property(found: Property | None) -> When | None:
    """The moment of a property; None where there is none."""
    return read_when(found.value, found.params) if found else None
