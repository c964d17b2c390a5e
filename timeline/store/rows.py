"""Story -> the rows of a store: one an event, one an entry."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from timeline.arrange import label_width, span
from timeline.arrange.tiles import home, rank_of
from timeline.arrange.width import GAP
from timeline.document.records import entry_line, event_line
from timeline.draw.cards import in_order, main_event
from timeline.draw.facets import exactness
from timeline.model import Event, Story
from timeline.store.fold import words_of


def rows_of(story: Story, lanes: dict[str, int], first: int = 0) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Rows for `staged_events` and `staged_entries`; lanes that are new get the next number, entries are counted on from `first`.

    An entry stands where its main event begins. One without an event follows the one before it in its ticker.
    """
    by_entry: dict[str, list[Event]] = {entry.id: [] for entry in story.entries}
    for event in story.events:
        by_entry.setdefault(event.entry, []).append(event)
    keys = {entry.id for entry in story.entries if entry.key}
    sources = {entry.id: first + number for number, entry in enumerate(story.entries)}
    events = [row for event in story.events if (row := _event(event, sources[event.entry], lanes, event.entry in keys)) is not None]
    return events, list(_entries(story, by_entry, sources))


def _event(event: Event, source: int, lanes: dict[str, int], keyed: bool) -> dict[str, Any] | None:
    ends = span(event)
    if ends is None:
        return None
    return {
        "source": source,
        "left": ends[0],
        "right": ends[1],
        "rank": rank_of(event.importance, event.id),
        "home": home(*ends),
        "pixels": label_width(event.label) + GAP,
        "lane": lanes.setdefault(event.lane, len(lanes)) if event.lane else -1,
        "id": event.id,
        "status": event.status,
        "basis": event.moment.basis,
        "precision": exactness(event),
        "tags": "\n" + "".join(f"{tag}\n" for tag in event.tags) if event.tags else "",
        "keyed": keyed,
        "line": event_line(event),
    }


def _entries(story: Story, by_entry: dict[str, list[Event]], sources: dict[str, int]) -> Iterator[dict[str, Any]]:
    left, right, after = 0, 0, ""
    for entry in in_order(story):
        events = by_entry[entry.id]
        ends = span(main_event(events)) if events else None
        if ends is not None:
            (left, right), after = ends, main_event(events).id
        unplaced = [event_line(event) for event in events if span(event) is None]
        yield {
            "source": sources[entry.id],
            "left": left,
            "right": right,
            "after": after,
            "id": entry.id,
            "words": words_of(entry, events),
            "line": entry_line(entry, events),
            "unplaced": json.dumps(unplaced, ensure_ascii=False) if unplaced else "",
        }
