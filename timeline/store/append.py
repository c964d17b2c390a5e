"""More events into a store: a new snapshot of what the published one holds and of what is new."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

import ibis.expr.types as ir
import pyarrow as pa
import pyarrow.compute as pc

from timeline.document.records import entry_of, event_of
from timeline.model import Entry, Event, Problem, Story
from timeline.store.about import About
from timeline.store.build import Staged, Told, begin, finish, silent, stage
from timeline.store.columns import STAGED
from timeline.store.engine import Engine
from timeline.store.rollups import facts
from timeline.store.rows import Batch, facets_of, sum_of
from timeline.store.store import Store
from timeline.store.survey import Hashed, hashes_of

_ROWS = 100_000
"""Rows that are carried over at a time."""
_AT_ONCE = 2_000
"""Ids that are asked for in one query."""
_MADE = re.compile(r"e(\d{1,18})(?!\d)(.*)", re.ASCII | re.DOTALL)
"""How ids of entries and events begin that were made from their position."""


def append(store: Store, parts: Iterable[Batch], engine: Engine, *, told: Told = silent) -> About:
    """Fill the empty tables of an engine with what a store holds and with the parts that are new, sorted and rolled up as a whole.

    Title, zone, language and how much is a crowd stay those of the store. `parts` are read once the store's own rows are carried over.
    """
    engine.create()
    staged = begin(engine)
    _carry_over(store, engine, staged, told)
    stage(parts, engine, staged)
    return finish(engine, staged, store.about.crowd, told)


def _carry_over(store: Store, engine: Engine, staged: Staged, told: Told) -> None:
    about, done = store.about, 0
    for name, schema in STAGED.items():
        table = store.tables[name]
        counted = {"source": table.place} | ({"serial": table.number} if name == "events" else {})
        rows = table.mutate(**counted).select(*schema.names)
        for batch in store.engine.batches(rows, _ROWS):
            engine.append(f"staged_{name}", pa.Table.from_batches([batch]).cast(schema))
            done += batch.num_rows
            told("carrying over", done, about.events + about.unplaced + about.entries)
    staged.story = Story(about.title, about.language, about.zone, (), (), about.introduction, about.reader_zones)
    staged.lanes = {lane: number for number, lane in enumerate(about.lanes)}
    staged.eras = dict.fromkeys(about.eras)
    staged.entries, staged.events, staged.unplaced = about.entries, about.events, about.unplaced
    staged.last, staged.sum = about.last, about.sum
    staged.facets.update({(facet, value): count for facet, values in about.facets.items() for value, count in values.items()})
    staged.noted.take(about.assumptions, about.problems)
    staged.kinds, staged.mapped = set(about.kinds), about.mapped


def ids_in(store: Store) -> Hashed:
    """The ids of all events of a store."""
    ids = _all_events(store).select("id")
    return Hashed.of([hashes_of(batch.column(0).to_pylist()) for batch in store.engine.batches(ids, _ROWS)])


def _all_events(store: Store) -> ir.Table:
    return facts(store.tables["events"], store.tables["unplaced"])


def moved_on(story: Story, after: int) -> Story:
    """A story whose positions, and the ids made of them, go on from `after`."""
    entries = tuple(replace(one, id=_on(one.id, after), position=one.position + after) for one in story.entries)
    events = tuple(
        replace(one, id=_on(one.id, after), entry=_on(one.entry, after), replaces=one.replaces and _on(one.replaces, after))
        for one in story.events
    )
    return replace(story, entries=entries, events=events)


def _on(name: str, after: int) -> str:
    made = _MADE.fullmatch(name)
    return f"e{int(made[1]) + after}{made[2]}" if made else name


@dataclass
class Fresh:
    """Lets through what a store does not have yet.

    An event with the id of one in the store stays out: with the same words and dates it is `there` already, else it is lost, an error
    among the problems.
    """

    store: Store
    known: Hashed
    there: int = 0

    def of(self, parts: Iterable[Batch]) -> Iterator[Batch]:
        """The parts without what is there."""
        for part in parts:
            ids = [*part.events["id"].to_pylist(), *part.unplaced["id"].to_pylist()]
            hashes = hashes_of(ids)
            suspects = [name for name, one in zip(ids, self.known.has(hashes).tolist(), strict=True) if one]
            found = self._found(suspects) if suspects else {}
            yield self._without(part, found) if found else part

    def _found(self, names: list[str]) -> dict[str, tuple[Event, Entry]]:
        """The events of the store with these ids, and their entries."""
        events, entries = _all_events(self.store), self.store.tables["entries"]
        found: dict[str, tuple[Event, Entry]] = {}
        for first in range(0, len(names), _AT_ONCE):
            wanted = events.filter(events.id.isin(names[first : first + _AT_ONCE])).select("place", "line")
            both = wanted.join(entries.select("place", entry=entries.line), "place").select("line", "entry")
            for line, entry in self.store.engine.ask(both):
                event = event_of(line)
                found[event.id] = event, entry_of(entry)[0]
        return found

    def _without(self, part: Batch, found: dict[str, tuple[Event, Entry]]) -> Batch:
        events, entries = [*part.events.to_pylist(), *part.unplaced.to_pylist()], part.entries.to_pylist()
        cards = {row["source"]: entry_of(row["line"])[0] for row in entries}
        problems: list[Problem] = []
        other = set()
        for row in events:
            if row["id"] in found and _content(event_of(row["line"]), cards[row["source"]]) != _content(*found[row["id"]]):
                line = cards[row["source"]].lines[0] or None
                other.add(row["source"])
                problems.append(Problem("id-there", words=row["id"], line=line, column="id", severity="error"))
        kept = [row["id"] not in found for row in events]
        had, has = {row["source"] for row in events}, {row["source"] for row, keep in zip(events, kept, strict=True) if keep}
        gone = had - has
        self.there += len(gone - other)
        head = replace(part.head, problems=(*part.head.problems, *problems))
        left = part.entries.filter(pc.invert(pc.is_in(part.entries["source"], pa.array(sorted(gone), pa.int64()))))
        marks = part.events.num_rows
        some, without = (
            rows.filter(pa.array(keep, pa.bool_())) for rows, keep in ((part.events, kept[:marks]), (part.unplaced, kept[marks:]))
        )
        told = [(event_of(row["line"]), cards[row["source"]].key) for row, keep in zip(events, kept, strict=True) if keep]
        return replace(
            part, head=head, events=some, unplaced=without, entries=left, dated=part.dated - len(gone), facets=facets_of(told),
            sum=sum(sum_of(rows["line"].to_pylist()) for rows in (some, without, left)),
        )  # fmt: skip


def _content(event: Event, entry: Entry) -> tuple[Any, ...]:
    """What a row says: all but where it stands in its source."""
    return replace(event, entry=""), entry.headline, entry.body, entry.links, entry.media, entry.place
