"""Story -> the rows of a store: one an event, one an entry."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from timeline.arrange import label_width, span
from timeline.arrange.tiles import REACH, home, rank_of
from timeline.arrange.width import GAP
from timeline.document.records import entry_line, event_line
from timeline.draw.cards import in_order, main_event
from timeline.draw.facets import exactness
from timeline.errors import SourceError
from timeline.model import Entry, Event, Story
from timeline.store.fold import storable, tag_of, words_of


def rows_of(story: Story, lanes: dict[str, int], first: int = 0) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Rows for `staged_events` and `staged_entries`; lanes that are new get the next number, entries are counted on from `first`.

    An entry stands where its main event begins. One without an event follows the one before it in its ticker: sources are counted in the
    order of the cards, so that those which stand at the same instant keep to it.
    """
    by_entry: dict[str, list[Event]] = {entry.id: [] for entry in story.entries}
    for event in story.events:
        by_entry.setdefault(event.entry, []).append(event)
    keys = {entry.id for entry in story.entries if entry.key}
    order = in_order(story)
    sources = {entry.id: first + number for number, entry in enumerate(order)}
    events = [row for event in story.events if (row := _event(event, sources[event.entry], lanes, event.entry in keys)) is not None]
    return events, list(_entries(order, by_entry, sources))


def _event(event: Event, source: int, lanes: dict[str, int], keyed: bool) -> dict[str, Any] | None:
    ends = span(event)
    if ends is None:
        return None
    if not REACH[0] <= ends[0] <= ends[1] < REACH[1]:
        raise SourceError(
            f"event {event.id!r}, from {ends[0]} to {ends[1]} milliseconds, is farther than a store reaches (195 million years back from "
            "2000, 97 million ahead); leave it out, or show what is deep time in a story of its own with up to 5,000 events"
        )
    return {
        "source": source,
        "left": ends[0],
        "right": ends[1],
        "rank": rank_of(event.importance, event.id),
        "home": home(*ends),
        "pixels": label_width(event.label) + GAP,
        "lane": lanes.setdefault(event.lane, len(lanes)) if event.lane else -1,
        "id": storable(event.id),
        "status": event.status,
        "basis": event.moment.basis,
        "precision": exactness(event),
        "tags": "\n" + "".join(f"{tag_of(tag)}\n" for tag in event.tags) if event.tags else "",
        "keyed": keyed,
        "line": event_line(event),
    }


def _entries(order: Sequence[Entry], by_entry: dict[str, list[Event]], sources: dict[str, int]) -> Iterator[dict[str, Any]]:
    mains = {entry.id: span(main_event(events)) for entry in order if (events := by_entry[entry.id])}
    (left, right), after = next((ends for ends in mains.values() if ends is not None), (0, 0)), ""
    for entry in order:
        events, ends = by_entry[entry.id], mains.get(entry.id)
        if ends is not None:
            (left, right), after = ends, storable(main_event(events).id)
        unplaced = [event_line(event) for event in events if span(event) is None]
        yield {
            "source": sources[entry.id],
            "left": left,
            "right": right,
            "after": after,
            "id": storable(entry.id),
            "words": words_of(entry, events),
            "line": entry_line(entry, events),
            "unplaced": json.dumps(unplaced, ensure_ascii=False) if unplaced else "",
        }
