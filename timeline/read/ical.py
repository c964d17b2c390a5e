"""Calendars (RFC 5545, https://www.rfc-editor.org/rfc/rfc5545): events, tasks, journal entries and busy times, each one an entry.

A calendar holds plans. What begins after it was written (its newest DTSTAMP, LAST-MODIFIED or CREATED) is one still; what began before,
and was not called off, counts as happened. Without any of these stamps nothing does.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from timeline.errors import DateError, OptionError, SourceError
from timeline.model import Entry, Given, Problem, Settings, Source
from timeline.moment import day_of
from timeline.read.ical_fields import body_of, importance_of, label_of, links_of, media_of, place_of, tags_of
from timeline.read.ical_lines import RECORDS, Component, Property, scan
from timeline.read.ical_repeat import Item, Room, Time, Window, end_of, times_of
from timeline.read.ical_time import When, Zones, of_property, read_duration, read_when
from timeline.read.raw import Raw

_STAMPS = ("DTSTAMP", "LAST-MODIFIED", "CREATED")
_NO_ENTRY = ("VTIMEZONE", "VALARM", "STANDARD", "DAYLIGHT")
_YEAR = timedelta(days=366)
_EPOCH = datetime(1970, 1, 1)


def looks_like_calendar(raw: Raw) -> bool:
    """Whether it begins as a calendar does."""
    return raw.head[:15].upper().startswith(b"BEGIN:VCALENDAR")


@dataclass(slots=True)
class _Reading:
    """What becomes of one file."""

    written: int | None
    window: Window
    several: bool
    problems: list[Problem]
    room: Room = field(default_factory=Room)
    entries: list[Entry] = field(default_factory=list)
    given: list[Given] = field(default_factory=list)
    planned: int = 0
    floating: int = 0


@dataclass(frozen=True, slots=True)
class _Record(Item):
    """An item of the calendar `lane`, read in its `zones`."""

    zones: Zones = field(kw_only=True)
    lane: str = field(kw_only=True)


def read_ical(raw: Raw) -> Source:
    """The entries of a calendar; raises `SourceError` where it holds none."""
    root, problems = scan(raw)
    calendars = [one for one in root.parts if one.name == "VCALENDAR"]
    loose = Component("", 1, properties=root.properties, parts=[one for one in root.parts if one.name != "VCALENDAR"])
    calendars = [*calendars, *([loose] if loose.parts else [])]
    written = _written(calendars)
    reading = _Reading(written, _window(raw, written), len(calendars) > 1, problems)
    records = _in_force([one for calendar in calendars for one in _records(calendar, reading)], reading)
    if not records:
        raise SourceError(f"{raw.name!r} holds no event, task or journal entry; export the calendar again, with its events")
    moved: dict[str, list[_Record]] = {}
    for record in records:
        if record.original is not None and (uid := record.component.text("UID")):
            moved.setdefault(uid, []).append(record)
    for record in records:
        _add(record, moved, reading)
    _tell(reading)
    first = calendars[0]
    return Source(
        raw.name,
        first.text("X-WR-CALDESC") or first.text("DESCRIPTION"),
        tuple(reading.entries),
        Settings(title=_name_of(first) if len(calendars) == 1 else None, zone=_story_zone(records)),
        tuple(reading.problems),
        given=tuple(reading.given),
        records=len(reading.entries) + sum(one.code == "ical-component" for one in reading.problems),
    )


def _window(raw: Raw, written: int | None) -> Window:
    try:
        bounds = [_EPOCH + timedelta(days=day_of(text)) if text else None for text in (raw.since, raw.until)]
    except (DateError, OverflowError) as error:
        raise OptionError(f"{error}; since and until are days such as 2026-03-01") from error
    last = _EPOCH + timedelta(milliseconds=written) if written is not None else datetime.min
    return Window(bounds[0], bounds[1], last + _YEAR if last.year < 9_998 else last)


def _written(calendars: Iterable[Component]) -> int | None:
    """The newest stamp of a file, in UTC milliseconds."""
    found = [
        (when.wall - _EPOCH) // timedelta(milliseconds=1)
        for calendar in calendars
        for one in (calendar, *calendar.parts)
        for name in _STAMPS
        if (when := of_property(one.one(name))) is not None and when.wall is not None
    ]
    return max(found, default=None)


def _name_of(calendar: Component) -> str | None:
    return calendar.text("X-WR-CALNAME") or calendar.text("NAME") or None


def _records(calendar: Component, reading: _Reading) -> Iterable[_Record]:
    zones = Zones((one for one in calendar.parts if one.name == "VTIMEZONE"), calendar.text("X-WR-TIMEZONE"), reading.problems)
    lane = (_name_of(calendar) or "") if reading.several else ""
    for one in calendar.parts:
        if one.name in RECORDS:
            start = of_property(one.one("DTSTART")) or When("")
            original = of_property(one.one("RECURRENCE-ID"))
            yield _Record(one, start, end_of(one, start, zones), original, zones=zones, lane=lane)
        elif one.name not in _NO_ENTRY:
            reading.problems.append(Problem("ical-component", words=one.name[:80], line=one.first, severity="error"))


def _in_force(records: list[_Record], reading: _Reading) -> list[_Record]:
    """Without the older revisions of a component (SEQUENCE) and without its copies."""
    newest: dict[tuple[str, str, str], int] = {}
    seen: set[tuple[str, ...]] = set()
    kept = []
    for one in records:
        newest[_key(one)] = max(newest.get(_key(one), 0), _sequence(one.component))
    for one in records:
        uid = one.component.text("UID")
        lines = (one.component.name, *(f"{it.name}:{it.value}" for it in one.component.properties if it.name not in _STAMPS))
        if uid and (_sequence(one.component) < newest[_key(one)] or lines in seen):
            words = one.component.text("SUMMARY")[:80] or uid[:80]
            reading.problems.append(Problem("older", words=words, line=one.component.first, severity="note"))
            continue
        seen.add(lines)
        kept.append(one)
    return kept


def _key(one: _Record) -> tuple[str, str, str]:
    return one.component.name, one.component.text("UID"), one.component.text("RECURRENCE-ID")


def _sequence(component: Component) -> int:
    text = component.text("SEQUENCE")
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else 0


def _story_zone(records: Iterable[_Record]) -> str | None:
    """The zone of the calendar, else the one that most of its clocks are in."""
    names: dict[str, int] = {}
    for one in records:
        name = one.zones.home or (one.zones.of(one.start.tzid, None).name if one.start.tzid not in ("", "UTC") else "")
        if name:
            names[name] = names.get(name, 0) + 1
    return max(names, key=lambda name: names[name], default=None)


def _add(record: _Record, moved: Mapping[str, list[_Record]], reading: _Reading) -> None:
    """One entry, with as many events as it has times."""
    component = record.component
    times = _times(record, moved, reading)
    if not times:
        return
    entry = Entry(
        f"e{len(reading.entries) + 1}",
        label_of(component),
        body_of(component),
        len(reading.entries) + 1,
        (component.first, component.last),
        links=links_of(component, reading.problems),
        media=media_of(component, reading.problems),
        place=place_of(component, reading.problems),
    )
    reading.entries.append(entry)
    several = len(times) > 1 or record.repeats
    for one in times:
        _give(one, record, entry, several, reading)


def _times(record: _Record, moved: Mapping[str, list[_Record]], reading: _Reading) -> list[Time]:
    if record.component.name == "VFREEBUSY":
        return _busy(record)
    if record.component.name == "VTODO":
        done = of_property(record.component.one("COMPLETED"))
        if done is not None or not record.repeats:
            return [Time(record, done or record.start, None if done else record.end)]
    if not record.repeats or record.original is not None:
        return [Time(record, record.start, record.end)]
    uid = record.component.text("UID")
    return times_of(record, moved.get(uid, []), reading.window, record.zones, reading.room, reading.problems)


def _busy(record: _Record) -> list[Time]:
    """The periods of a VFREEBUSY; where it names none, its own span."""
    times = []
    for one in record.component.all("FREEBUSY"):
        kind = one.params.get("FBTYPE", "BUSY").upper()
        said = [Property("SUMMARY", kind, {}, one.line)] if label_of(record.component) == record.component.name else []
        said += [Property("STATUS", "TENTATIVE", {}, one.line)] if kind == "BUSY-TENTATIVE" else []
        item = replace(record, component=replace(record.component, properties=[*said, *record.component.properties]))
        for text in one.value.split(","):
            begin, _, end = text.partition("/")
            start, length = read_when(begin, one.params), read_duration(end)
            times.append(Time(item, start, record.zones.after(start, *length) if length else read_when(end, one.params)))
    return times or [Time(record, record.start, record.end)]


def _give(time: Time, record: _Record, entry: Entry, several: bool, reading: _Reading) -> None:
    source, component = (time.item, time.item.component) if isinstance(time.item, _Record) else (record, record.component)
    start, zone = source.zones.words(time.start, component.first)
    start, end = _as_written(component, time, start, _end(time, source.zones))
    if time.start.wall is not None and not time.start.day and not time.start.tzid:
        reading.floating += 1
    uid = component.text("UID")
    plan = _plan(record, entry, end != "", reading) if time.start == record.start else ""
    suffix = f"/{record.original.iso}" if record.original else f"/{time.start.iso}" if several else ""
    created = of_property(component.one("CREATED"))
    reading.given.append(
        Given(
            entry.id,
            label_of(component),
            start,
            end,
            zone,
            f"{uid}{suffix}" if uid else "",
            _status(component, time, source.zones, reading),
            component.text("X-TICKER-LANE") or record.lane,
            tags_of(component),
            importance_of(component),
            plan or _replaced(component),
            source.zones.words(created)[0] if created and created.wall else "",
            component.first,
        )
    )


def _plan(record: _Record, entry: Entry, ends: bool, reading: _Reading) -> str:
    """What a moved one was before: a plan of its own, whose id is returned; empty where it was not moved."""
    original = record.original
    if original is None or original.wall is None or record.start.wall is None or _is_cancelled(record.component):
        return ""
    zones = record.zones
    if zones.moved_to(original, record.start).wall == record.start.wall and original.day == record.start.day:
        return ""
    start, zone = zones.words(original, record.component.first)
    name = f"{record.component.text('UID')}/{original.iso}/plan"
    length = record.end.wall - record.start.wall if record.end and record.end.wall and record.end.day == original.day else None
    end = _end(Time(record, original, original.shifted(length)), zones) if ends and length and length > timedelta() else ""
    label, lane = label_of(record.component), record.lane
    reading.given.append(Given(entry.id, label, start, end, zone, name, "superseded", lane, line=record.component.first))
    return name


def _end(time: Time, zones: Zones) -> str:
    """The end as `Given` has it: of dates the last one, where a calendar names the day after it (RFC 5545, section 3.6.1)."""
    end, start = time.end, time.start
    if end is None or (end.wall is not None and end.wall == start.wall and end.tzid == start.tzid):
        return ""
    if end.day and end.wall is not None and start.wall is not None:
        if time.item.component.name == "VTODO" or end.wall <= start.wall:
            return end.iso
        last = end.shifted(timedelta(days=-1))
        return last.iso if last.wall != start.wall else ""
    return zones.words(end, time.item.component.first)[0]


def _as_written(component: Component, time: Time, start: str, end: str) -> tuple[str, str]:
    """Start and end, coarser (`2018-06`) or without a start where this package's own writer said so beside them and it still fits."""
    if component.one("RRULE"):
        return start, end
    if component.text("X-TICKER-UNTIL"):
        return "", end or start
    coarse, last = component.text("X-TICKER-START"), component.text("X-TICKER-END")
    if coarse and time.start.day and start.startswith(coarse):
        return coarse, last if last and end.startswith(last) else ""
    return start, last if last and time.start.day and end.startswith(last) else end


def _replaced(component: Component) -> str:
    found = (one.text for one in component.all("RELATED-TO") if one.params.get("RELTYPE", "").upper() == "X-REPLACES")
    return next(found, "")


def _is_cancelled(component: Component) -> bool:
    return component.text("STATUS").upper() == "CANCELLED" and not component.text("X-TICKER-STATUS")


def _status(component: Component, time: Time, zones: Zones, reading: _Reading) -> str:
    """The status of an occurrence; the file itself says until when things have happened."""
    status = component.text("STATUS").upper()
    if own := component.text("X-TICKER-STATUS"):
        return own
    if status == "CANCELLED":
        return "cancelled"
    if status in ("COMPLETED", "FINAL") or component.one("COMPLETED"):
        return "happened"
    if status in ("TENTATIVE", "NEEDS-ACTION", "IN-PROCESS", "DRAFT") or component.name == "VTODO":
        return "planned"
    if status not in ("", "CONFIRMED"):
        return component.text("STATUS")
    if reading.written is not None and zones.instant(time.start) <= reading.written:
        return "happened"
    reading.planned += 1
    return "planned"


def _tell(reading: _Reading) -> None:
    """What holds for many events at once, said once."""
    if reading.planned:
        at = (_EPOCH + timedelta(milliseconds=reading.written)).date().isoformat() if reading.written is not None else ""
        code = "calendar-plans" if at else "calendar-no-stamp"
        reading.problems.append(Problem(code, line=1, severity="note", values={"count": str(reading.planned), "date": at}))
    if reading.floating:
        reading.problems.append(Problem("floating", line=1, severity="note", values={"count": str(reading.floating)}))
