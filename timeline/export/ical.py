"""A story as a calendar (RFC 5545): an event each, clocks in UTC, civil dates as whole days, doubt in words.

UTC and not VTIMEZONE: an instant is what is known, calendars show it in their reader's zone, and no rule of a zone can be wrong.
DTSTAMP is the last thing that the story says has happened, so that the same story is the same file.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from timeline.clock import DAY, date_of, wall_at
from timeline.draw.moments import is_exact, tell
from timeline.draw.words import interface_language, words
from timeline.model import Entry, Event, Moment, Status, Story

if TYPE_CHECKING:
    from icalendar import Component

LOSES = (
    "Event.start.precision",
    "Event.start.basis",
    "Event.start.zone",
    "Event.evidence",
    "Entry.stamp",
    "Entry.media.caption",
    "Entry.media.credit",
    "Entry.key",
    "Story.eras",
    "Story.reader_zones",
    "Story.problems",
    "Story.assumptions",
)
"""What a calendar has no field for; precision, basis and the zone stand in its description in words."""
_STATUS: dict[Status, str] = {"happened": "CONFIRMED", "planned": "TENTATIVE", "cancelled": "CANCELLED", "superseded": "CANCELLED"}
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_FIRST, _LAST = -62_135_596_800_000, 253_402_214_400_000  # what four digits of a year can say
_PRODUCT = "-//Ticker Timeline//Ticker Timeline//EN"


@dataclass(frozen=True, slots=True)
class _Span:
    """First and last as calendars want them: dates, whose end is the day after, or instants."""

    start: date | datetime
    end: date | datetime | None


def export_ical(story: Story) -> bytes:
    """The calendar of a story; what lies outside of the years 1 to 9999, or is bounded by nothing, is counted in X-TICKER-LEFT-OUT."""
    from icalendar import Calendar

    calendar = Calendar()
    _put(calendar, "PRODID", _PRODUCT)
    _put(calendar, "VERSION", "2.0")
    _put(calendar, "X-WR-CALNAME", story.title)
    _put(calendar, "X-WR-CALDESC", story.introduction)
    if "/" in story.zone:
        _put(calendar, "X-WR-TIMEZONE", story.zone)
    entries = {entry.id: entry for entry in story.entries}
    uids = {event.id: uid_of(event, story) for event in story.events}
    stamp, left = _stamp(story), 0
    for event in story.events:
        span = _span(event, story.zone)
        if span is None:
            left += 1
            continue
        calendar.add_component(_event(event, entries[event.entry], span, stamp, uids, story))
    if left:
        _put(calendar, "X-TICKER-LEFT-OUT", str(left))
    return bytes(calendar.to_ical())


def uid_of(event: Event, story: Story) -> str:
    """The same for the same event of a story, another one in every other story; one that came from a calendar keeps its own."""
    if "@" in event.id:
        return _clean(event.id)
    return f"{_clean(event.id)}@{sha256(story.title.encode('utf-8', 'replace')).hexdigest()[:12]}.ticker-timeline"


def _put(component: Component, name: str, value: Any, **parameters: str) -> None:
    from icalendar import vText, vUri

    if value in ("", None):
        return
    if isinstance(value, str):
        value = vUri(_clean(value)) if name in ("URL", "ATTACH") else vText(_clean(value))
    component.add(name, value, parameters=parameters)


def _clean(text: str) -> str:
    """Text without what no calendar may hold: control characters and half characters."""
    return _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).encode("utf-8", "replace").decode()


def _event(event: Event, entry: Entry, span: _Span, stamp: datetime, uids: dict[str, str], story: Story) -> Component:
    from icalendar import Event as Made

    made = Made()
    _put(made, "UID", uids[event.id])
    _put(made, "DTSTAMP", stamp)
    _put(made, "DTSTART", span.start)
    _put(made, "DTEND", span.end)
    _put(made, "SUMMARY", " ".join(event.label.split()) or entry.headline)
    _put(made, "DESCRIPTION", _description(event, entry, story))
    _put(made, "STATUS", _STATUS[event.status])
    if event.status == "superseded":
        _put(made, "X-TICKER-STATUS", event.status)
    _put(made, "X-TICKER-LANE", event.lane)
    _put(made, "X-TICKER-UNTIL", "TRUE" if event.start is None else "")
    for name, moment in (("X-TICKER-START", event.start), ("X-TICKER-END", event.end)):
        if moment and moment.civil and moment.precision in ("month", "year") and len(moment.civil) < 10 and type(span.start) is date:
            _put(made, name, moment.civil)
    if event.tags:
        made.add("CATEGORIES", [_clean(tag) for tag in event.tags])
    _put(made, "PRIORITY", round(9 - 8 * event.importance))  # always, since what has none is judged by the length of its text
    if event.replaces in uids:
        _put(made, "RELATED-TO", uids[event.replaces], RELTYPE="X-REPLACES")
    _put_entry(made, entry)
    return made


def _put_entry(made: Component, entry: Entry) -> None:
    """What the entry of an event says: when it was told, where, with which links."""
    told = entry.published.instant if entry.published else None
    if told is not None and _FIRST <= told < _LAST:
        _put(made, "CREATED", _at(told))
    if entry.place is not None:
        _put(made, "LOCATION", entry.place.name)
        if entry.place.latitude is not None and entry.place.longitude is not None:
            made.add("GEO", (entry.place.latitude, entry.place.longitude))
    links = [link for link in entry.links if _is_web(link)]
    for link in links[:1]:
        _put(made, "URL", link)
    for link in links[1:]:
        _put(made, "ATTACH", link)
    for one in entry.media:
        if _is_web(one.address):
            parameters = {"FMTTYPE": f"{one.kind}/*"} if one.kind in ("image", "video", "audio") else {}
            _put(made, "ATTACH", one.address, **parameters)


def _is_web(address: str) -> bool:
    try:
        return urlsplit(address).scheme.lower() in ("http", "https") and not re.search(r"[\s\x00-\x1f]", address)
    except ValueError:
        return False


def _description(event: Event, entry: Entry, story: Story) -> str:
    """How sure the moment is, where it is not, the headline where it is not the label, and the text."""
    language = interface_language(story)
    ends = [moment for moment in (event.start, event.end) if moment is not None]
    sure = all((is_exact(one) or one.precision == "day") and not one.approximate and one.basis != "order" for one in ends)
    told = ""
    if not sure or event.start is None or len({one.civil is None for one in ends}) > 1:
        when = tell(event.start, event.end, zone=None, language=language, home=story.zone)
        told = f"{when} ({words(language)[f'basis.{event.moment.basis}']})"
    headline = entry.headline if entry.headline != event.label else ""
    quoted = [f"“{one.text}” – {one.address}".removesuffix(" – ") for one in entry.media if one.kind == "quotation" and one.text]
    return "\n\n".join(part for part in (told, headline, entry.body, *quoted) if part)


def _span(event: Event, zone: str) -> _Span | None:
    """Where a calendar shows an event; None where it cannot."""
    moments = [moment for moment in (event.start, event.end) if moment is not None]
    if any(one.civil is not None for one in moments):
        first, last = _days(moments[0], zone)[0], _days(moments[-1], zone)[1]
        return None if first is None or last is None else _Span(first, last)
    first_at = _edge(moments[0], late=False)
    last_at = _edge(moments[-1], late=True) if len(moments) > 1 or not _is_point(moments[0]) else None
    if first_at is None:
        return None
    return _Span(_at(first_at), _at(last_at) if last_at is not None and last_at > first_at else None)


def _is_point(moment: Moment) -> bool:
    return is_exact(moment) or (moment.named is not None)


def _edge(moment: Moment, *, late: bool) -> int | None:
    """The instant of a clock, else the bound that is asked for, else the other one."""
    if _is_point(moment) and moment.instant is not None:
        found: int | None = moment.instant
    else:
        bounds = (moment.latest, moment.earliest) if late else (moment.earliest, moment.latest)
        found = bounds[0] if bounds[0] is not None else bounds[1]
    return found if found is not None and _FIRST <= found < _LAST else None


def _days(moment: Moment, zone: str) -> tuple[date | None, date | None]:
    """The first day of a moment and the one after its last, in its zone; None where nothing says, or no calendar can."""
    first, last = moment.earliest, moment.latest
    first = first if first is not None else last - 1 if last is not None else None
    last = last if last is not None else first + 1 if first is not None else None
    if first is None or last is None or not (first >= _FIRST + DAY and last < _LAST - DAY):
        return None, None
    begin = date(*date_of(wall_at(first, moment.zone or zone) // DAY))
    if moment.civil is not None and re.fullmatch(r"\d{4}-\d\d-\d\d", moment.civil) and moment.precision != "weekend":
        begin = date.fromisoformat(moment.civil)  # a night reaches into the next day, and is told by the first
        if moment.latest is not None and moment.latest - first <= 2 * DAY - DAY // 2:
            return begin, begin + timedelta(days=1)
    return begin, date(*date_of(wall_at(last - 1, moment.zone or zone) // DAY)) + timedelta(days=1)


def _at(instant: int) -> datetime:
    return _EPOCH + timedelta(milliseconds=instant // 1_000 * 1_000)


def _stamp(story: Story) -> datetime:
    """The last instant at which something was told or had begun."""
    told = [entry.published.latest for entry in story.entries if entry.published]
    begun = [event.earliest for event in story.events if event.status == "happened"]
    known = [at for at in (*told, *begun) if at is not None and _FIRST <= at < _LAST]
    ends = [event.latest for event in story.events if event.status == "happened" and event.earliest is None]
    known += [at for at in ends if at is not None and _FIRST <= at < _LAST]
    civil = [at + DAY for at in known]  # a date begins half a day earlier in the east
    return _at(max(civil, default=0))
