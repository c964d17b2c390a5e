"""A story as markwhen: an event a line, its entry's text below it, a section a lane (https://docs.markwhen.com)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator

from timeline.clock import DAY, MINUTE, Unique, date_of, format_date, format_instant, instants_of, wall_at
from timeline.model import Entry, Event, Media, Moment, Story
from timeline.read.markwhen import JOINER, is_markup

LOSES = (
    "Story.language", "Story.reader_zones", "Story.lanes", "Story.problems", "Story.assumptions", "Story.records", "Story.format",
    "Story.eras", "entries without events", "open starts", "days and clocks outside of the years 1 to 9999",
    "Entry.id", "Entry.headline", "Entry.position", "Entry.lines", "Entry.day", "Entry.stamp", "Entry.hand", "Entry.published",
    "Entry.place", "Entry.pointer", "Entry.key", "links but http", "media but pictures", "Media.caption", "Media.credit",
    "Event.entry", "Event.status", "Event.replaces", "Event.importance", "Event.evidence",
    "Moment.earliest", "Moment.latest", "Moment.precision", "Moment.zone", "Moment.approximate", "Moment.basis", "Moment.named",
)  # fmt: skip
"""An event has a range, tags and an id; of a place its name is written, of media the pictures."""

_PLAIN = re.compile(r"[\w][\w ,.'’()–-]*")
_TAG = re.compile(r"[^\W\d_]\w*")
_CIVIL = re.compile(r"([+-]?\d{4,})(?:-(\d\d)(?:-(\d\d))?)?")
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
"""Signs that no text file has; a file with many of them is taken for no text."""
_BRACKET = f"]{JOINER}("


def write_markwhen(story: Story) -> bytes:
    """The story as UTF-8. What would be read as a date or a section in the middle of a text has an invisible sign before it (U+2060)."""
    entries = {entry.id: entry for entry in story.entries}
    known = [event for event in story.events if any(_is_known(moment) for moment in (event.start, event.end))]
    lines = [f"title: {_quoted(story.title)}", f"timezone: {story.zone}"]
    if story.introduction:
        lines.append(f"description: {_quoted(story.introduction)}")
    lines += ["", *_events((event for event in known if not event.lane), entries, story.zone)]
    for lane in dict.fromkeys(event.lane for event in known if event.lane):
        lines += [f"# {_line(lane or '')}", "", *_events((event for event in known if event.lane == lane), entries, story.zone)]
    return (_CONTROLS.sub("", "\n".join(lines).rstrip()) + "\n").encode("utf-8", "replace")


def _quoted(text: str) -> str:
    """A value of the header, which is YAML."""
    return text if _PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)


def _line(text: str) -> str:
    return " ".join(text.split())


def _events(events: Iterable[Event], entries: dict[str, Entry], zone: str) -> Iterator[str]:
    for event in events:
        tags = [f" #{tag}" for tag in event.tags] if all(map(_TAG.fullmatch, event.tags)) else []
        yield f"{_range(event, zone)}: {_label(event.label)}{''.join(tags)}"
        yield f"id: {_line(event.id)}"
        if event.tags and not tags:
            yield f"tags: {json.dumps(event.tags, ensure_ascii=False)}"
        text = list(_text(entries[event.entry]))
        yield from ["", *text] if text else []
        yield ""


def _label(label: str) -> str:
    """The words of an event; a sign behind them keeps a `#word` at their end from being a tag."""
    words = _line(label).replace("](", _BRACKET)
    return words + JOINER if re.search(r"[#!][\w-]+$", words) else words


def _text(entry: Entry) -> Iterator[str]:
    if entry.body:
        for line in entry.body.split("\n"):
            words = line.replace("](", _BRACKET)
            yield JOINER + words if is_markup(words) else words
    pictures = [_picture(one) for one in entry.media if one.kind == "image" and one.address]
    links = [f"[{link}]({link})" for link in entry.links if re.fullmatch(r"https?://[^\s()\[\]]+", link)]
    place = [f"[{_line(entry.place.name)}](location)"] if entry.place and entry.place.name else []
    for line in (*pictures, *links, *place):
        yield from ("", line)


def _picture(media: Media) -> str:
    return f"![{re.sub('[][]', ' ', _line(media.alt))}]({_address(media.address)})"


def _address(address: str) -> str:
    return re.sub(r"[\s()]", lambda found: f"%{ord(found[0]):02X}", address)


def _is_known(moment: Moment | None) -> bool:
    return moment is not None and (moment.earliest is not None or moment.latest is not None or moment.civil is not None)


def _range(event: Event, zone: str) -> str:
    start = _said(event.start, zone) if event.start and _is_known(event.start) else ""
    end = _said(event.end, zone, last=True) if event.end and _is_known(event.end) else ""
    between = " - " if re.search("BC|AD", start + end) else " / "
    return between.join(filter(None, (start, end)))


def _said(moment: Moment, zone: str, *, last: bool = False) -> str:
    """A date, or a clock of the story's zone; an instant in UTC where that clock shows it twice, or has seconds."""
    if moment.civil is not None:
        return _date(moment, moment.civil, zone, last=last)
    at = next(at for at in (moment.instant, moment.earliest, moment.latest, 0) if at is not None)
    wall = wall_at(at, zone)
    if not all(_is_plain(date_of(reading // DAY)[0]) for reading in (at, wall)):
        return _year(date_of(wall // DAY)[0])
    if at % MINUTE or instants_of(wall, zone) != Unique(at):
        text = format_instant(at)
        return text if at % MINUTE else text.replace("Z", ":00Z")
    days, rest = divmod(wall, DAY)
    return f"{format_date(days)} {rest // MINUTE // 60:02d}:{rest // MINUTE % 60:02d}"


def _date(moment: Moment, civil: str, zone: str, *, last: bool) -> str:
    found = _CIVIL.fullmatch(civil)
    if found and int(found[2] or 0) <= 12:
        return civil if _is_plain(int(found[1])) else _year(int(found[1]))
    bounds = [at for at in (moment.earliest, None if moment.latest is None else moment.latest - 1) if at is not None] or [0]
    first, final = (wall_at(at, moment.zone or zone) // DAY for at in (bounds[0], bounds[-1]))
    day = final if last else first
    return format_date(day) if _is_plain(date_of(day)[0]) else _year(date_of(day)[0])


def _is_plain(year: int) -> bool:
    return 0 < year <= 9999


def _year(year: int) -> str:
    """A year that ISO 8601 has no four digits for: of its days and clocks there is no word in markwhen."""
    return f"{1 - year} BC" if year <= 0 else f"{year} AD"
