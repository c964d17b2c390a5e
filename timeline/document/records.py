"""One event, or one entry with its events, as a line of JSON, for a store of many: written and read by this package alone."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import fields
from json.encoder import c_make_encoder, encode_basestring  # type: ignore[attr-defined]
from operator import attrgetter
from typing import Any

from timeline.model import Entry, Event, Evidence, Media, Moment, Place

_ENCODE = c_make_encoder(None, None, encode_basestring, None, ":", ",", False, False, False)  # `json.dumps` makes a new one each time
_MOMENT = attrgetter(*(column.name for column in fields(Moment)))
_PARTS = {noun: attrgetter(*(column.name for column in fields(noun))) for noun in (Evidence, Media, Place)}


def event_line(event: Event) -> str:
    """An event without its evidence, which its entry's line has."""
    plain = [
        event.id, event.entry, event.label, _moment(event.start), _moment(event.end), event.status, event.replaces, event.lane, event.tags,
        event.importance,
    ]  # fmt: skip
    return _json(plain)


def event_of(line: str) -> Event:
    """The event of a line."""
    name, entry, label, start, end, status, replaces, lane, tags, importance = json.loads(line)
    return Event(name, entry, label, _moment_of(start), _moment_of(end), status, replaces, lane, tuple(tags), importance)


def entry_line(entry: Entry, events: Sequence[Event]) -> str:
    """An entry, and for each of its events the evidence that its card marks."""
    told = {name: value for name in _ENTRY if (value := getattr(entry, name))}
    told["published"] = _moment(entry.published)
    told["media"] = [_values(one) for one in entry.media]
    told["place"] = _values(entry.place) if entry.place else None
    evidence = {event.id: [_values(one) for one in event.evidence] for event in events if event.evidence}
    return _json({name: value for name, value in {**told, "evidence": evidence}.items() if value})


def entry_of(line: str) -> tuple[Entry, dict[str, tuple[Evidence, ...]]]:
    """The entry of a line, and the evidence of its events by their ids."""
    told = json.loads(line)
    evidence = {name: tuple(Evidence(*one) for one in some) for name, some in told.pop("evidence", {}).items()}
    told["published"] = _moment_of(told.get("published"))
    told["media"] = tuple(Media(*one) for one in told.get("media", ()))
    told["place"] = Place(*told["place"]) if told.get("place") else None
    told["links"], told["lines"] = tuple(told.get("links", ())), tuple(told.get("lines", (0, 0)))
    return Entry(**{"id": "", "headline": "", "body": "", "position": 0, **told}), evidence


_ENTRY = tuple(column.name for column in fields(Entry) if column.name not in ("published", "media", "place"))


def _moment(moment: Moment | None) -> tuple[Any, ...] | None:
    return _MOMENT(moment) if moment else None


def _moment_of(values: list[Any] | None) -> Moment | None:
    return Moment(*values) if values else None


def _values(noun: Any) -> tuple[Any, ...]:
    values: tuple[Any, ...] = _PARTS[type(noun)](noun)
    return values


def _json(value: Any) -> str:
    """Half a character, which no database takes, is written as JSON escapes it."""
    text = "".join(_ENCODE(value, 0))
    return text if text.isascii() else text.encode("utf-8", "backslashreplace").decode("utf-8")
