"""Story -> linked data of schema.org: a live blog with an update an entry, and the events that have a date, in JSON-LD.

See https://schema.org/LiveBlogPosting, https://schema.org/Event and https://www.w3.org/TR/json-ld11/.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from timeline.clock import format_instant
from timeline.draw.cards import anchor_of, in_order
from timeline.draw.moments import machine_date
from timeline.model import Entry, Event, Media, Place, Status, Story

LOSES = (
    "precision", "basis", "approximate", "lane", "tags", "importance", "evidence", "position", "lines", "stamp", "day", "hand", "pointer",
    "key", "reader_zones", "lanes", "eras", "problems", "assumptions",
)  # fmt: skip
_SHOWN = {"image": "ImageObject", "video": "VideoObject", "audio": "AudioObject", "quotation": "Quotation", "link": "CreativeWork"}
_STATUS: dict[Status, str] = {"planned": "EventScheduled", "cancelled": "EventCancelled", "superseded": "EventPostponed"}


def export_linked(story: Story) -> str:
    """The live blog and its events as one graph, for writing as UTF-8."""
    blog = linked_data(story)
    context = blog.pop("@context")
    return json.dumps({"@context": context, "@graph": [blog, *events(story)]}, ensure_ascii=False, indent=1) + "\n"


def linked_data(story: Story) -> dict[str, object]:
    """The story for machines: a LiveBlogPosting, one update an entry, in the order of time."""
    known = [instant for event in story.events for instant in (event.earliest, event.latest) if instant is not None]
    data: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "LiveBlogPosting",
        "headline": story.title,
        "description": description(story),
        "inLanguage": story.language,
        "liveBlogUpdate": [_update(entry, story.zone) for entry in in_order(story)],
    }
    if known:
        data["coverageStartTime"] = format_instant(min(known), story.zone)
        data["coverageEndTime"] = format_instant(max(known), story.zone)
    return data


def description(story: Story) -> str:
    """The first sentences of the introduction, as search engines show them; the title where there is none."""
    text = " ".join(story.introduction.split()) or story.title
    return text if len(text) <= 160 else text[:159].rsplit(" ", 1)[0] + "…"


def _update(entry: Entry, zone: str) -> dict[str, object]:
    update: dict[str, object] = {"@type": "BlogPosting", "headline": entry.headline, "articleBody": entry.body}
    if published := machine_date(entry.published, zone):
        update["datePublished"] = published
    if entry.links:
        update["citation"] = list(entry.links)
    if entry.place:
        update["contentLocation"] = _place(entry.place)
    if shown := _media(entry.media):
        update["associatedMedia"] = shown
    return update


def _media(media: Sequence[Media]) -> list[dict[str, str]]:
    """Pictures that lie somewhere; one that holds itself would double the file, and is in the page anyway."""
    found = []
    for one in media:
        said = {"contentUrl": one.address, "caption": one.caption, "creditText": one.credit, "description": one.alt, "text": one.text}
        if not one.address.startswith("data:"):
            found.append({"@type": _SHOWN[one.kind], **{key: value for key, value in said.items() if value}})
    return found


def _place(place: Place) -> dict[str, object]:
    told: dict[str, object] = {"@type": "Place", "name": place.name} if place.name else {"@type": "Place"}
    if place.latitude is not None and place.longitude is not None:
        told["geo"] = {"@type": "GeoCoordinates", "latitude": place.latitude, "longitude": place.longitude}
    return told


def events(story: Story) -> list[dict[str, object]]:
    """The events that ISO 8601 has a date for; a plan that was replaced is the former date of what replaced it."""
    by_id = {event.id: event for event in story.events}
    replaced = {event.replaces for event in story.events if event.replaces}
    places = {entry.id: entry.place for entry in story.entries}
    told = ((event, _event(event, by_id, story.zone)) for event in story.events if event.id not in replaced)
    found = []
    for event, node in told:
        if "startDate" in node or "endDate" in node:
            place = places.get(event.entry)
            found.append(node | ({"location": _place(place)} if place else {}))
    return found


def _event(event: Event, by_id: dict[str, Event], zone: str) -> dict[str, object]:
    node: dict[str, object] = {"@type": "Event", "@id": f"#{anchor_of(event.id)}", "name": event.label}
    start, end = machine_date(event.start, zone), machine_date(event.end, zone)
    former: list[str | None] = []
    before = by_id.get(event.replaces or "")
    while before is not None and len(former) < len(by_id):
        former.append(machine_date(before.moment, zone))
        before = by_id.get(before.replaces or "")
    dates = [date for date in reversed(former) if date]
    status = "EventRescheduled" if dates and event.status == "planned" else _STATUS.get(event.status)
    node |= {"startDate": start} if start else {}
    node |= {"endDate": end} if end else {}
    node |= {"previousStartDate": dates} if dates else {}
    return node | ({"eventStatus": f"https://schema.org/{status}"} if status else {})
