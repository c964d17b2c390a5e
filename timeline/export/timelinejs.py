"""A story as TimelineJS 3: one slide an event (https://timeline.knightlab.com/docs/json-format.html)."""

from __future__ import annotations

import json
import re
from html import escape
from typing import Any

from timeline.clock import DAY, HOUR, MINUTE, SECOND, date_of, wall_at
from timeline.model import Entry, Era, Event, Media, Moment, Story
from timeline.moment import iso

LOSES = (
    "Story.language", "Story.zone", "Story.reader_zones", "Story.lanes", "Story.problems", "Story.assumptions", "Story.records",
    "Story.format", "entries without events", "open starts", "which of two clocks", "days and clocks beside deep time",
    "Entry.id", "Entry.headline", "Entry.position", "Entry.lines", "Entry.day", "Entry.stamp", "Entry.hand", "Entry.published",
    "Entry.place", "Entry.pointer", "Entry.key", "media but the first",
    "Event.entry", "Event.status", "Event.replaces", "Event.tags", "Event.importance", "Event.evidence",
    "Moment.earliest", "Moment.latest", "Moment.precision", "Moment.zone", "Moment.approximate", "Moment.basis", "Moment.named",
)  # fmt: skip
"""A slide has one date and one medium, no status and no zone: its clocks are those of the story's zone."""

_CIVIL = re.compile(r"([+-]?\d{4,})(?:-(\d\d)(?:-(\d\d))?)?")
_JS_YEARS = 271_820
"""Years from 1970 that a date of JavaScript can hold."""


def write_timelinejs(story: Story) -> bytes:
    """The slides as UTF-8; with a year that JavaScript has no date for, the scale is cosmological, which knows years only."""
    entries = {entry.id: entry for entry in story.entries}
    moments = [moment for event in story.events for moment in (event.start, event.end) if moment is not None]
    moments += [moment for era in story.eras for moment in (era.start, era.end)]
    far = any(abs(_fields(moment, story.zone)[0] - 1970) > _JS_YEARS for moment in moments if _is_known(moment))
    data: dict[str, Any] = {
        "title": {"text": {"headline": escape(story.title, quote=False), "text": _paragraphs(story.introduction)}},
        "events": [
            _slide(event, entries[event.entry], story.zone, far)
            for event in story.events
            if any(moment is not None and _is_known(moment) for moment in (event.start, event.end))
        ],
        "eras": [_era(era, story.zone, far) for era in story.eras],
    }
    if far:
        data["scale"] = "cosmological"
    return (json.dumps(data, ensure_ascii=False, indent=1, allow_nan=False) + "\n").encode("utf-8", "backslashreplace")


def _slide(event: Event, entry: Entry, zone: str, far: bool) -> dict[str, Any]:
    start = event.start if event.start and _is_known(event.start) else None
    end = event.end if event.end and _is_known(event.end) else None
    links = [f'<p><a href="{escape(link)}">{escape(link)}</a></p>' for link in entry.links]
    slide: dict[str, Any] = {
        "unique_id": event.id,
        "text": {"headline": escape(event.label, quote=False), "text": _paragraphs(entry.body) + "".join(links)},
    }
    if (first := start or end) is not None:
        slide["start_date"] = _date(first, zone, far)
    if start and end:
        slide["end_date"] = _date(end, zone, far)
    if start is None and end is not None:
        slide["display_date"] = f"… – {iso(end)}"
    elif start is not None and start.civil is not None and not _CIVIL.fullmatch(start.civil):
        slide["display_date"] = " – ".join(iso(moment) for moment in (start, end) if moment is not None)
    if event.lane:
        slide["group"] = escape(event.lane, quote=False)
    if entry.media:
        slide["media"] = _medium(entry.media[0])
    return slide


def _paragraphs(text: str) -> str:
    parts = (escape(part, quote=False).replace("\n", "<br>") for part in re.split(r"\n{2,}", text) if part)
    return "".join(f"<p>{part}</p>" for part in parts)


def _medium(media: Media) -> dict[str, str]:
    """A quotation is HTML in the place of its address, as is a film or a sound that its address does not give away."""
    address = media.address
    if media.kind == "quotation":
        source = f'<a href="{escape(address)}"></a>' if address else ""
        address = f"<blockquote>{_paragraphs(media.text)}{source}</blockquote>"
    told = {"caption": _paragraphs(media.caption), "credit": _paragraphs(media.credit), "alt": escape(media.alt, quote=False)}
    return {"url": address, **{name: words for name, words in told.items() if words}}


def _era(era: Era, zone: str, far: bool) -> dict[str, Any]:
    label = {"headline": escape(era.label, quote=False)}
    return {"start_date": _date(era.start, zone, far), "end_date": _date(era.end, zone, far), "text": label}


def _is_known(moment: Moment) -> bool:
    return moment.earliest is not None or moment.latest is not None or moment.civil is not None


def _fields(moment: Moment, zone: str) -> tuple[int, ...]:
    """Year, month, day and clock of a moment, as far as it is known; a civil date that is no plain one gives the day that it begins."""
    if moment.civil is not None and (match := _CIVIL.fullmatch(moment.civil)) and not int(match[2] or 0) > 12:
        return tuple(int(part) for part in match.groups() if part is not None)
    at = next(at for at in (moment.instant, moment.earliest, moment.latest, 0) if at is not None)
    days, rest = divmod(wall_at(at, (moment.zone if moment.civil is not None else None) or zone), DAY)
    if moment.civil is not None:
        return date_of(days)
    return (*date_of(days), rest // HOUR, rest // MINUTE % 60, rest // SECOND % 60, rest % SECOND)


def _date(moment: Moment, zone: str, far: bool) -> dict[str, Any]:
    """A date object. The year -44 is shown as 44 BC, so that -0043 of ISO 8601 is written as -44; a clock is text, because the number 0
    is taken for none."""
    year, *rest = _fields(moment, zone)
    if far:
        return {"year": year}
    date: dict[str, Any] = {"year": year if year > 0 else year - 1}
    date.update(zip(("month", "day"), rest, strict=False))
    if len(rest) > 2:
        clock = dict(zip(("hour", "minute", "second", "millisecond"), map(str, rest[2:]), strict=True))
        date.update({name: value for name, value in clock.items() if name in ("hour", "minute") or any(rest[4:])})
    return date
