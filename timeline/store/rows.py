"""Story -> the rows of a store: one an event, one an entry, with what is counted on the way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import blake2b
from typing import Any

import pyarrow as pa

from timeline.arrange import label_width, span
from timeline.arrange.tiles import REACH, home, rank_of
from timeline.arrange.width import GAP
from timeline.document.records import entry_line, event_line
from timeline.draw.cards import in_order, main_event, reader_places
from timeline.draw.facets import exactness
from timeline.draw.page import kinds_of
from timeline.draw.places import where
from timeline.errors import SourceError
from timeline.model import Entry, Event, Story
from timeline.store.columns import STAGED_ENTRIES, STAGED_EVENTS, STAGED_UNPLACED
from timeline.store.fold import storable, tag_of, words_of

Facets = Counter[tuple[str, str]]
"""Facet and value -> how many cards have it."""


@dataclass(frozen=True, slots=True)
class Batch:
    """The rows of one story, or of a part of one.

    `head` is the story without entries and events. `events`, `unplaced` (those without a mark) and `entries` have the columns of
    `STAGED_EVENTS`, `STAGED_UNPLACED` and `STAGED_ENTRIES`, counted from 0; a lane is its place in `lanes`. `dated` and `pointers` count
    entries; `last` is the highest position of an entry. `sum` is that of the hashes of all lines, the same in any order. `split` are
    entries of which earlier parts have events, too. `kinds` and `mapped` are those of `About`.
    """

    head: Story
    events: pa.Table
    unplaced: pa.Table
    entries: pa.Table
    lanes: tuple[str, ...]
    dated: int
    pointers: int
    last: int
    sum: int
    facets: Facets
    kinds: frozenset[str]
    mapped: bool
    split: tuple[str, ...] = field(default=())


def batch_of(story: Story, *, part: bool = False, zones: bool = True, split: Iterable[str] = ()) -> Batch:
    """The rows of a story, or of a `part` of a long table.

    An entry stands where its main event begins. One without an event follows the one before it in its ticker; in a part of a table, whose
    order nobody knows, the row before it. Sources are counted in the order of the cards, so that those which stand at the same instant keep
    to it. `zones`: it tells in which zones each clock is told, beside the chosen one. Raises `SourceError` for what lies farther than a
    store reaches.
    """
    by_entry: dict[str, list[Event]] = {entry.id: [] for entry in story.entries}
    for event in story.events:
        by_entry.setdefault(event.entry, []).append(event)
    keys = {entry.id for entry in story.entries if entry.key}
    ordered = story.entries if part else in_order(story)
    sources = {entry.id: number for number, entry in enumerate(ordered)}
    lanes = {lane: number for number, lane in enumerate(story.lanes)}
    ends = {event.id: found for event in story.events if (found := _within_reach(event)) is not None}
    placed = [event for event in story.events if event.id in ends]
    facts = Facts(sources, lanes, keys)
    events, unplaced = _events(placed, ends, facts), facts.of([event for event in story.events if event.id not in ends])
    entries = list(entry_rows(ordered, by_entry, sources, ends))
    return Batch(
        head=replace(story, entries=(), events=(), reader_zones=_reader_zones(story) if zones else ()),
        events=_table(events, STAGED_EVENTS),
        unplaced=_table(unplaced, STAGED_UNPLACED),
        entries=entry_table(entries),
        lanes=tuple(lanes),
        dated=sum(map(bool, by_entry.values())),
        pointers=sum(entry.pointer and not by_entry[entry.id] for entry in story.entries),
        last=max((entry.position for entry in story.entries), default=0),
        sum=sum_of(events["line"]) + sum_of(unplaced["line"]) + sum_of(one[_LINE] for one in entries),
        facets=facets_of([(event, event.entry in keys) for event in story.events]),
        kinds=kinds_of(replace(story, events=tuple({_look(event, ends[event.id]): event for event in placed}.values()))),
        mapped=any((there := where(entry.place)) is not None and there.map is not None for entry in story.entries if entry.place),
        split=tuple(split),
    )


def _reader_zones(story: Story) -> tuple[str, ...]:
    """The zones in which each clock is told beside the chosen one: the same on every page of cards."""
    return story.reader_zones or tuple(zone for zone in reader_places(story, story.language) if zone != story.zone)


def _look(event: Event, ends: tuple[int, int]) -> tuple[object, ...]:
    """What decides how an event is drawn: of all that look alike one is enough to know the kinds of mark."""
    start, end = event.start, event.end
    sure = start is not None and end is not None and (start.latest or 0) < (end.earliest or 0)
    return event.status, ends[0] == ends[1], event.earliest is None, event.latest is None, start is None, end is None, sure


def _table(columns: Mapping[str, Sequence[Any]], schema: pa.Schema) -> pa.Table:
    return pa.table([column_of(columns[one.name], one.type) for one in schema], schema=schema)


def entry_table(rows: Sequence[tuple[Any, ...]]) -> pa.Table:
    """Rows of `entry_rows` as Arrow."""
    columns = list(zip(*rows, strict=True)) or [()] * len(STAGED_ENTRIES)
    return pa.table([column_of(one, kind.type) for one, kind in zip(columns, STAGED_ENTRIES, strict=True)], schema=STAGED_ENTRIES)


def column_of(values: Sequence[Any], kind: pa.DataType) -> pa.Array:
    """A column as Arrow; half a character, which no database takes, is written as JSON escapes it."""
    try:
        return pa.array(values, kind)
    except UnicodeEncodeError:
        return pa.array([value.encode("utf-8", "backslashreplace").decode() for value in values], kind)


_LINE = STAGED_ENTRIES.names.index("line")


def sum_of(lines: Iterable[str]) -> int:
    """The sum of the hashes of some lines."""
    return sum(int.from_bytes(blake2b(line.encode("utf-8", "replace"), digest_size=8).digest()) for line in lines)


@dataclass(frozen=True, slots=True)
class Facts:
    """What is told of events with and without a mark. `sources` maps an entry to its number, `keys` are key entries; lanes that are not
    among `lanes` yet get the next numbers."""

    sources: Mapping[str, int]
    lanes: dict[str, int]
    keys: set[str]

    def of(self, events: Sequence[Event]) -> dict[str, list[Any]]:
        """Column -> its values."""
        lanes = self.lanes
        return {
            "source": [self.sources[event.entry] for event in events],
            "lane": [lanes.setdefault(event.lane, len(lanes)) if event.lane else -1 for event in events],
            "id": [storable(event.id) for event in events],
            "status": [event.status for event in events],
            "basis": [event.moment.basis for event in events],
            "precision": [exactness(event) for event in events],
            "tags": ["\n" + "".join(f"{tag_of(tag)}\n" for tag in event.tags) if event.tags else "" for event in events],
            "keyed": [event.entry in self.keys for event in events],
            "replaces": [storable(event.replaces or "") for event in events],
            "line": [event_line(event) for event in events],
        }


def _events(events: Sequence[Event], ends: Mapping[str, tuple[int, int]], facts: Facts) -> dict[str, list[Any]]:
    spans = [ends[event.id] for event in events]
    return {
        "serial": list(range(len(events))),
        "left": [left for left, _ in spans],
        "right": [right for _, right in spans],
        "rank": [rank_of(event.importance, event.id) for event in events],
        "home": [home(*both) for both in spans],
        "pixels": [label_width(event.label) + GAP for event in events],
        **facts.of(events),
    }


def _within_reach(event: Event) -> tuple[int, int] | None:
    ends = span(event)
    if ends is not None and not REACH[0] <= ends[0] <= ends[1] < REACH[1]:
        raise SourceError(
            f"event {event.id!r}, from {ends[0]} to {ends[1]} milliseconds, is farther than a store reaches (195 million years back from "
            "2000, 97 million ahead); leave it out, or show what is deep time in a story of its own with up to 5,000 events"
        )
    return ends


def entry_rows(
    entries: Sequence[Entry], by_entry: Mapping[str, Sequence[Event]], sources: Mapping[str, int], ends: Mapping[str, tuple[int, int]]
) -> Iterator[tuple[Any, ...]]:
    """One row an entry, its values in the order of `STAGED_ENTRIES`; one without a place follows the one before it."""
    mains = {entry.id: main_event(events).id for entry in entries if (events := by_entry[entry.id])}
    (left, right), after = next((ends[main] for main in mains.values() if main in ends), (0, 0)), ""
    for entry in entries:
        events, main = by_entry[entry.id], mains.get(entry.id, "")
        if main in ends:
            (left, right), after = ends[main], storable(main)
        yield (sources[entry.id], left, right, after, storable(entry.id), words_of(entry, events), entry_line(entry, events))


def facets_of(events: Sequence[tuple[Event, bool]]) -> Facets:
    """What the cards of some events can be filtered by, each event with whether its entry is a key event."""
    shared = Counter(event.entry for event, _ in events)
    alone: Counter[tuple[Any, ...]] = Counter()
    seen: set[tuple[str, str, str]] = set()
    for event, keyed in events:
        values = event.status, event.moment.basis, exactness(event), event.lane or "", event.tags, keyed
        if shared[event.entry] == 1:
            alone[values] += 1
        else:
            seen.update((event.entry, *one) for one in _values(*values))
    found: Facets = Counter((facet, value) for _, facet, value in seen)
    for values, count in alone.items():
        for one in set(_values(*values)):
            found[one] += count
    return found


def _values(status: str, basis: str, precision: str, lane: str, tags: Sequence[str], keyed: bool) -> Iterator[tuple[str, str]]:
    yield from (("status", status), ("basis", basis), ("precision", precision), ("lane", lane))
    yield from (("tag", tag) for tag in tags)
    if keyed:
        yield "key", "key"
