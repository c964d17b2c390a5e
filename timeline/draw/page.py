"""Story -> the HTML of one timeline: what both hosts, the Dash app and the exported file, show.

The names of the attributes, and what the JSON beside them holds, are the contract with assets/timeline.mjs: docs/contract.md.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, fields
from functools import lru_cache
from itertools import pairwise
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from timeline.arrange import arrange, low, rail
from timeline.arrange.place import Place
from timeline.arrange.scene import Placement, Scene, Window
from timeline.assets import sheet
from timeline.clock import DAY, has_clocks, offset_at
from timeline.draw.cards import Card, cards, reader_places
from timeline.draw.eras import Band, above, bands_of, height_of
from timeline.draw.facets import facets
from timeline.draw.figure import CONFIG, LANE_COLOURS, figure_dict
from timeline.draw.marks import Mark, marks_of
from timeline.draw.moments import tell
from timeline.draw.places import land
from timeline.draw.speech import Large, Say, column, direction, other_columns, zones
from timeline.draw.words import LANGUAGE_NAMES, interface_language
from timeline.model import Event, Moment, Story

WEEK = 7 * DAY
KINDS = ("dot", "soft", "solid", "open", "planned", "superseded", "cancelled")
"""Kinds of mark in the order of the legend."""
_MOMENT = tuple(column.name for column in fields(Moment))
STANDFIRST = 480
"""Characters of an introduction's first paragraph that stand under the title; a longer one stands above the cards, with the rest."""


def fragment(
    story: Story,
    *,
    language: str | None = None,
    scene: Scene | None = None,
    now: int | None = None,
    encrypted: bool = False,
    below_head: str = "",
) -> str:
    """The timeline as one HTML element with its cards and its data; `language` is that of the interface (`interface_language`).

    With `now`, an instant, a story that `is_running` gets a line there, which the browser moves on. With `encrypted`, pictures and sounds
    are asked for by `https:` alone. `below_head` is HTML that a host puts between the masthead and the rest.
    """
    spoken = interface_language(story, language)
    scene = scene or arrange(story.events)
    marks = marks_of(story.events, scene, story.lanes)
    shown, data = cards(story, spoken, encrypted=encrypted), payload(story, scene, spoken, now=now)
    return rendered(
        story, scene, spoken, shown, data,
        keys=[card for card in shown if card.key],
        more_keys="",
        entries=len(shown),
        facets=facets(story, spoken),
        reordered=[card.place for card in shown] != sorted(card.place for card in shown),
        legend=kinds(story, marks, now, crowded=is_crowded(data["events"])),
        below_head=below_head,
    )  # fmt: skip


def rendered(
    story: Story,
    scene: Scene,
    language: str,
    shown: Sequence[Card],
    data: Mapping[str, Any],
    *,
    below_head: str,
    large: Large | None = None,
    **whole: Any,
) -> str:
    """The element from what it shows. `story` needs no more than the entries and events of the cards `shown`; `whole` has what is said of
    all of it: `keys`, `entries`, `facets`, `reordered`, `legend`, and of a `large` one whether a card of it is `mapped`."""
    text = column(story, scene, language, large=large)
    return templates().get_template("fragment.html.j2").render(
        **_of_the_head(story),
        story=story,
        language=language,
        languages=LANGUAGE_NAMES,
        direction=direction(language),
        text=text,
        say=Say(text),
        cards=shown,
        land=land() if whole.pop("mapped", False) or any(card.where and card.where.map for card in shown) else "",
        below_head=Markup(below_head),
        tiled=large is not None,
        rest=large.rest if large else {},
        style=Markup(sheet("tiled")) if large else "",
        **{part: data[part] for part in ("rows", "lows", "rails")},
        above=above(bands_of(story)),
        zones=list(zones(story, scene, language)),
        eras=told_eras(story, language),
        payload=_json(data),
        **whole,
    )  # fmt: skip


def _of_the_head(story: Story) -> dict[str, Any]:
    standfirst, paragraphs = introduce(story.introduction)
    lanes = [(number % LANE_COLOURS, name) for number, name in enumerate(story.lanes)]
    return {"standfirst": standfirst, "paragraphs": paragraphs, "lanes": lanes}


def introduce(introduction: str) -> tuple[str, list[str]]:
    """The standfirst, empty where the first paragraph is too long for one, and the paragraphs after it."""
    paragraphs = [part for part in introduction.split("\n\n") if part.strip()]
    short = bool(paragraphs) and len(paragraphs[0]) <= STANDFIRST
    return (paragraphs[0], paragraphs[1:]) if short else ("", paragraphs)


def payload(story: Story, scene: Scene, language: str, *, now: int | None = None) -> dict[str, Any]:
    """What the runtime needs beside the cards; every field is described in docs/contract.md."""
    by_id = {event.id: event for event in story.events}
    lows, rails = low(story.events, scene), rail(story.events, scene.window)
    places = _places(scene, lows, rails)
    marks = marks_of(story.events, scene, story.lanes)
    keys = {entry.id for entry in story.entries if entry.key}
    events = [{**item(by_id[mark.event], mark, key=by_id[mark.event].entry in keys), **places[mark.event]} for mark in marks]
    placed = {event["id"] for event in events}
    return {
        "language": language,
        "zone": story.zone,
        "window": [scene.window.earliest, scene.window.latest],
        "rows": max(scene.rows, 1),
        "lows": _count(lows),
        "rails": _count(rails),
        "eras": _eras(bands_of(story)),
        "running": is_running(reach(marks), now),
        "events": events,
        "unplaced": [unplaced(event, key=event.entry in keys) for event in story.events if event.id not in placed],
        "places": list(reader_places(story, language)),
        "published": {entry.id: moment_of(entry.published) for entry in story.entries if entry.published},
        "words": column(story, scene, language),
        "tongues": other_columns(story, scene, language),
        "figure": {**figure_dict(story, scene), "config": CONFIG},
    }


def list_items(story: Story, language: str, *, encrypted: bool = False) -> str:
    """The cards of a part of a story, whose entries stand in the order of time, as items of the page's list."""
    text = column(story, Scene((), 0, Window(0, 1)), language)
    shown = cards(story, language, encrypted=encrypted, ordered=True)
    return templates().get_template("cards.html.j2").render(cards=shown, story=story, text=text, say=Say(text))


def kinds(story: Story, marks: Sequence[Mark], now: int | None, *, crowded: bool) -> list[str]:
    """All that the legend explains, in its order; `crowded`: some view hides an event."""
    return told_kinds(story, legend(marks), reach(marks), now, crowded=crowded)


def told_kinds(story: Story, seen: Sequence[str], ends: tuple[int, int] | None, now: int | None, *, crowded: bool) -> list[str]:
    """The same from the kinds of mark that were `seen` (`legend`) and from the `reach` of all marks."""
    if ends is None:
        return [*seen]
    behind = {"night": has_clocks(*ends), "more": crowded, "era": bool(bands_of(story))}
    changes = clock_changes(*ends, story.zone)
    return [*seen, *(kind for kind, there in behind.items() if there), *changes, *(["now"] if is_running(ends, now) else [])]


def is_crowded(events: Iterable[Mapping[str, Any]]) -> bool:
    """Whether some view hides one of the events of a payload: in each arrangement the first to be placed is in sight in every view."""
    levels = {level for event in events for level in (event["level"], event["low"][1], event["rail"][1])}
    return len(levels) > 1


def reach(marks: Sequence[Mark]) -> tuple[int, int] | None:
    """From where to where marks reach; None without any."""
    return (min(mark.left for mark in marks), max(mark.right for mark in marks)) if marks else None


def told_eras(story: Story, language: str) -> list[tuple[str, str, str]]:
    """Id, name and time in words of each era."""
    how = {"zone": story.zone, "language": language, "home": story.zone}
    return [(band.id, band.label, tell(band.start, band.end, **how)) for band in bands_of(story)]


def is_running(ends: tuple[int, int] | None, now: int | None) -> bool:
    """Whether an instant lies within the `reach` of a story, or no more than a day before its first or after its last mark."""
    return now is not None and ends is not None and ends[0] - DAY <= now <= ends[1] + DAY


def legend(marks: Iterable[Mark]) -> list[str]:
    """The kinds of mark that the story has, in the order of the legend."""
    found: set[str] = set()
    for mark in marks:
        found.add("dot" if mark.status == "happened" and not mark.segments else mark.status)
        if mark.status == "happened":
            found |= {piece.weight for piece in mark.segments if piece.share == 1}
        if mark.status in ("happened", "planned"):
            found |= {"open" for piece in mark.segments if piece.share < 1}
    return [kind for kind in KINDS if kind in found]


def clock_changes(earliest: int, latest: int, zone: str) -> list[str]:
    """Whether the clocks of a zone go back (`fold`) or forward (`gap`) from the first mark to the last; of 100 years at most."""
    first = earliest - DAY
    weeks = range(first, min(latest, first + 36_525 * DAY) + WEEK, WEEK)
    changes = {later - before for before, later in pairwise(offset_at(at, zone) for at in weeks) if later != before}
    return [kind for kind, found in (("fold", min(changes, default=0) < 0), ("gap", max(changes, default=0) > 0)) if found]


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


def kinds_of(story: Story) -> frozenset[str]:
    """The kinds of mark of a story that nobody has arranged."""
    scene = Scene(tuple(Placement(event.id, 0, None, 0) for event in story.events), 0, Window(0, 1))
    return frozenset(legend(marks_of(story.events, scene, story.lanes)))


def _places(scene: Scene, lows: Sequence[Place], rails: Sequence[Place]) -> dict[str, dict[str, Any]]:
    """Where each event stands, by its id: in all rows, in those of a low window, on the rail."""
    return {
        place.event: {"row": place.row, "level": place.level, "low": lows[number], "rail": rails[number], "width": place.width}
        for number, place in enumerate(scene.placements)
    }


def _count(places: Iterable[Place]) -> int:
    """How many rows the places use, at least one."""
    return 1 + max((row for row, level in places if level is not None), default=0)


def item(event: Event, mark: Mark, *, key: bool) -> dict[str, Any]:
    """An event of the payload, without its row and level; `key`: its entry is a key event."""
    told = {"entry": event.entry, "label": event.label, "replaces": event.replaces}
    return {**unplaced(event, key=key), **told, "left": mark.left, "right": mark.right, "dot": not mark.segments}


def unplaced(event: Event, *, key: bool) -> dict[str, Any]:
    """What the payload says of an event without a mark."""
    told = {"id": event.id, "status": event.status, "lane": event.lane or "", "tags": event.tags, "key": key}
    return {**told, "start": moment_of(event.start), "end": moment_of(event.end)}


def _eras(bands: tuple[Band, ...]) -> dict[str, Any]:
    return {"high": height_of(bands), "bands": [asdict(band) for band in bands]}


def moment_of(moment: Moment | None) -> dict[str, Any] | None:
    """A moment of the payload."""
    return {name: getattr(moment, name) for name in _MOMENT} if moment else None


def _json(value: Any) -> Markup:
    """JSON that can stand in a script element: nothing in it can close the element or open a comment."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029"))
