"""What the cards can be filtered by, with how many of them have each value: the browser narrows the counts down."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from timeline.draw.elapsed import PARTS_OF_DAY
from timeline.draw.figure import LANE_COLOURS
from timeline.draw.words import words
from timeline.model import BASES, PRECISIONS, STATUSES, Event, Story


@dataclass(frozen=True, slots=True)
class Choice:
    """A value that can be ticked; `foreign` where its label is a word of the story, `lane` the number of its colour."""

    value: str
    label: str
    count: int
    code: str = ""
    foreign: bool = False
    lane: int | None = None


@dataclass(frozen=True, slots=True)
class Facet:
    """One question with the answers that the story has; `name` is the field of the payload."""

    name: str
    label: str
    choices: tuple[Choice, ...]


def facets(story: Story, language: str) -> tuple[Facet, ...]:
    """The facets in which the story has more than one value; of key events, whether an entry is one."""
    counts: dict[str, dict[str, int]] = {"key": {"key": sum(entry.key for entry in story.entries)}}
    for name, values in _ASKED.items():
        entries: dict[str, set[str]] = {}
        for event in story.events:
            for value in values(event):
                entries.setdefault(value, set()).add(event.entry)
        counts[name] = {value: len(some) for value, some in entries.items()}
    return told_facets(counts, story.lanes, len(story.entries), language)


def told_facets(counts: Mapping[str, Mapping[str, int]], lanes: Sequence[str], entries: int, language: str) -> tuple[Facet, ...]:
    """The same from facet -> value -> how many of all `entries` have it."""
    text = words(language)
    found = []
    keys = counts.get("key", {}).get("key", 0)
    if 0 < keys < entries:
        found.append(Facet("key", text["facet.key"], (Choice("key", text["key.key"], keys, "key.key"),)))
    for name in _ASKED:
        known = counts.get(name, {})
        choices = tuple(_choice(name, value, known[value], lanes, text) for value in _order(name, lanes, known) if value in known)
        if len(choices) > 1:
            found.append(Facet(name, text[f"facet.{name}"], choices))
    return tuple(found)


def exactness(event: Event) -> str:
    """How exactly an event is known, with one word for all parts of a day."""
    precision = event.moment.precision
    return "part" if precision in PARTS_OF_DAY else precision


_ASKED: Mapping[str, Callable[[Event], Iterable[str]]] = {
    "status": lambda event: (event.status,),
    "lane": lambda event: (event.lane or "",),
    "tag": lambda event: event.tags,
    "basis": lambda event: (event.moment.basis,),
    "precision": lambda event: (exactness(event),),
}


def _order(name: str, lanes: Sequence[str], counts: Mapping[str, int]) -> Iterable[str]:
    if name == "lane":
        return dict.fromkeys((*lanes, *sorted(counts, key=lambda value: (value == "", value))))
    if name == "tag":
        return sorted(counts, key=lambda value: (-counts[value], value))
    known: dict[str, Iterable[str]] = {"status": STATUSES, "basis": BASES, "precision": PRECISIONS}
    return dict.fromkeys("part" if value in PARTS_OF_DAY else value for value in known[name])


def _choice(name: str, value: str, count: int, lanes: Sequence[str], text: Mapping[str, str]) -> Choice:
    if not value:
        return Choice(value, text["facet.none"], count, "facet.none")
    if name in ("lane", "tag"):
        lane = lanes.index(value) % LANE_COLOURS if value in lanes and name == "lane" else None
        return Choice(value, value, count, foreign=True, lane=lane)
    return Choice(value, text[f"{name}.{value}"], count, f"{name}.{value}")
