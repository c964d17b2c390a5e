"""A story as a map (RFC 7946): a feature for each event whose entry has coordinates or a place that is known, longitude first, WGS 84.

How many entries have none is told by the member `left_out`: https://www.rfc-editor.org/rfc/rfc7946#section-6.1
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from timeline.clock import format_instant
from timeline.draw.places import known_at
from timeline.model import Entry, Event, Moment, Story
from timeline.moment import iso

LOSES = (
    "Event.evidence",
    "Entry.stamp",
    "Entry.media",
    "Story.eras",
    "Story.reader_zones",
    "Story.problems",
    "Story.assumptions",
)
"""What is not written, even of an entry that has coordinates."""
_DECIMALS = 6


def export_geojson(story: Story) -> bytes:
    """The features of a story as JSON; entries without coordinates are counted, not placed."""
    events: dict[str, list[Event | None]] = {}
    for event in story.events:
        events.setdefault(event.entry, []).append(event)
    placed = [(entry, at) for entry in story.entries if (at := _coordinates(entry)) is not None]
    features = [_feature(entry, at, event) for entry, at in placed for event in events.get(entry.id) or [None]]
    collection = {
        "type": "FeatureCollection",
        "title": story.title,
        "language": story.language,
        "zone": story.zone,
        "left_out": len(story.entries) - len(placed),
        "features": features,
    }
    return json.dumps(collection, ensure_ascii=False, indent=1, allow_nan=False).encode("utf-8", "replace") + b"\n"


def _coordinates(entry: Entry) -> tuple[float, float] | None:
    """Longitude and latitude, as RFC 7946 orders them; None where there are none on this earth."""
    found = known_at(entry.place) if entry.place else None
    return (round(found[1], _DECIMALS), round(found[0], _DECIMALS)) if found else None


def _feature(entry: Entry, at: tuple[float, float], event: Event | None) -> dict[str, Any]:
    return {
        "type": "Feature",
        "id": event.id if event else entry.id,
        "geometry": {"type": "Point", "coordinates": list(at)},
        "properties": dict(_properties(entry, event)),
    }


def _properties(entry: Entry, event: Event | None) -> Iterator[tuple[str, Any]]:
    """Flat, as maps want it; `start` and `end` are ISO 8601 and a civil date stays bare, `earliest` and `latest` are bounds in UTC."""
    yield "label", event.label if event else entry.headline
    yield "place", entry.place.name if entry.place else ""
    yield "start", iso(event.start) if event else ""
    yield "end", iso(event.end) if event else ""
    yield "earliest", _bound(event.earliest) if event else ""
    yield "latest", _bound(event.latest) if event else ""
    moment: Moment | None = event.moment if event else None
    yield "precision", moment.precision if moment else ""
    yield "approximate", bool(moment and moment.approximate)
    yield "zone", (moment.zone if moment else None) or ""
    yield "basis", moment.basis if moment else ""
    yield "status", event.status if event else ""
    yield "replaces", (event.replaces if event else None) or ""
    yield "lane", (event.lane if event else None) or ""
    yield "tags", list(event.tags) if event else []
    yield "importance", event.importance if event else 0.5
    yield "entry", entry.id
    yield "headline", entry.headline
    yield "body", entry.body
    yield "published", iso(entry.published)
    yield "links", list(entry.links)
    yield "key", entry.key


def _bound(instant: int | None) -> str:
    return format_instant(instant) if instant is not None else ""
