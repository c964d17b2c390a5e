"""Story -> the HTML of one timeline: what both hosts, the Dash app and the exported file, show.

The names of the attributes, and what the JSON beside them holds, are the contract with assets/timeline.mjs: docs/contract.md.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from functools import lru_cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from timeline.arrange import arrange
from timeline.arrange.scene import Scene
from timeline.clock import DAY, offset_at
from timeline.draw.cards import cards, reader_places
from timeline.draw.facets import facets
from timeline.draw.figure import CONFIG, LANE_COLOURS, figure_dict
from timeline.draw.marks import Mark, marks_of
from timeline.draw.moments import offset_words
from timeline.draw.words import interface_language, place_of, words
from timeline.model import Event, Moment, Story

_STATIC = ("app.", "assumptions.", "legend", "problems.")
"""Words that only templates use: a browser need not carry them twice."""
_READER_ZONES = ("Europe/Berlin", "America/New_York", "Asia/Pyongyang")


@dataclass(frozen=True, slots=True)
class Zone:
    """An entry of the zone selector; `value` is an IANA key, an offset or `written`."""

    value: str
    label: str


def fragment(story: Story, *, language: str | None = None, scene: Scene | None = None, now: int | None = None) -> str:
    """The timeline as one HTML element with its cards and its data; `language` is that of the interface (`interface_language`).

    With `now`, an instant, a story that `is_running` gets a line there, which the browser moves on.
    """
    spoken = interface_language(story, language)
    scene = scene or arrange(story.events)
    marks = marks_of(story.events, scene, story.lanes)
    shown = cards(story, spoken)
    return templates().get_template("fragment.html.j2").render(
        story=story,
        language=spoken,
        text=words(spoken),
        cards=shown,
        facets=facets(story, spoken),
        reordered=[card.place for card in shown] != sorted(card.place for card in shown),
        paragraphs=[part for part in story.introduction.split("\n\n") if part.strip()],
        rows=max(scene.rows, 1),
        zones=zones(story, scene, spoken),
        legend=[*legend(marks), *(["now"] if is_running(marks, now) else [])],
        lanes=[(number % LANE_COLOURS, name) for number, name in enumerate(story.lanes)],
        payload=_json(payload(story, scene, spoken, now=now)),
    )  # fmt: skip


def payload(story: Story, scene: Scene, language: str, *, now: int | None = None) -> dict[str, Any]:
    """What the runtime needs beside the cards; every field is described in docs/contract.md."""
    places = {placement.event: placement for placement in scene.placements}
    by_id = {event.id: event for event in story.events}
    marks = marks_of(story.events, scene, story.lanes)
    events = [
        {
            "id": mark.event,
            "entry": by_id[mark.event].entry,
            "label": by_id[mark.event].label,
            "status": mark.status,
            "replaces": by_id[mark.event].replaces,
            **_facts(by_id[mark.event]),
            "row": mark.row,
            "level": places[mark.event].level,
            "width": places[mark.event].width,
            "left": mark.left,
            "right": mark.right,
            "dot": not mark.segments,
            **_moments(by_id[mark.event]),
        }
        for mark in marks
    ]
    placed = {event["id"] for event in events}
    return {
        "language": language,
        "zone": story.zone,
        "window": [scene.window.earliest, scene.window.latest],
        "rows": max(scene.rows, 1),
        "running": is_running(marks, now),
        "events": events,
        "unplaced": [
            {"id": event.id, "status": event.status, **_facts(event), **_moments(event)} for event in story.events if event.id not in placed
        ],
        "places": reader_places(story, language),
        "published": {entry.id: asdict(entry.published) for entry in story.entries if entry.published},
        "words": {code: text for code, text in words(language).items() if not code.startswith(_STATIC)},
        "figure": {**figure_dict(story, scene), "config": CONFIG},
    }


def is_running(marks: Sequence[Mark], now: int | None) -> bool:
    """Whether an instant lies within a story, or no more than a day before its first or after its last mark."""
    if now is None or not marks:
        return False
    return min(mark.left for mark in marks) - DAY <= now <= max(mark.right for mark in marks) + DAY


def zones(story: Story, scene: Scene, language: str) -> list[Zone]:
    """The zones offered: the story's own, those its editor wants, the usual ones; each with the offsets it has in the first view."""
    first, last = scene.window.earliest, scene.window.latest
    views = [first + (last - first) * step // 8 for step in range(9)]
    keys = dict.fromkeys((story.zone, *story.reader_zones, *_READER_ZONES, "UTC"))
    named = []
    for key in keys:
        place = place_of(key, language)
        offset = "/".join(dict.fromkeys(offset_words(offset_at(at, key)) for at in views))
        named.append(Zone(key, place if key == "UTC" or key[:1] in "+-" else f"{place} ({offset})"))
    return [*named, Zone("written", words(language)["zone.written"])]


def legend(marks: Iterable[Mark]) -> list[str]:
    """The kinds of mark that the story has, in the order of the legend; then what lies behind and below any of them."""
    found: set[str] = set()
    for mark in marks:
        found.add("dot" if mark.status == "happened" and not mark.segments else mark.status)
        if mark.status == "happened":
            found |= {"open" if piece.share < 1 else piece.weight for piece in mark.segments}
    kinds = [kind for kind in ("dot", "soft", "solid", "open", "planned", "superseded", "cancelled") if kind in found]
    return [*kinds, "night", "more"] if kinds else []


@lru_cache(maxsize=1)
def templates() -> Environment:
    """The templates of this package, with autoescape on and undefined names as errors."""
    return Environment(
        loader=PackageLoader("timeline.draw", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _facts(event: Event) -> dict[str, Any]:
    return {"lane": event.lane or "", "tags": event.tags}


def _moments(event: Event) -> dict[str, Any]:
    return {"start": _moment(event.start), "end": _moment(event.end)}


def _moment(moment: Moment | None) -> dict[str, Any] | None:
    return asdict(moment) if moment else None


def _json(value: Any) -> Markup:
    """JSON that can stand in a script element: nothing in it can close the element or open a comment."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029"))
