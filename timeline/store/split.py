"""Entries that several parts of a long table have rows of: one card each, made of all their events."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import ibis
import ibis.expr.types as ir
import pyarrow as pa

from timeline.arrange import span
from timeline.document.records import entry_of, event_of
from timeline.model import Event, Evidence, by_time
from timeline.store.columns import STAGED_ENTRIES
from timeline.store.engine import Engine
from timeline.store.rows import Facets, entry_rows, entry_table, facets_of

MOVED = pa.schema([("source", pa.int64()), ("to", pa.int64())])
"""The number of each part of such an entry, and that of its first one."""
_AT_ONCE = 10_000


def rejoin(engine: Engine, names: Sequence[str]) -> tuple[int, Facets]:
    """Put what `whole` needs into tables of its own; tells how many entries were parts of others, and what cards were counted twice for."""
    engine.make("moved", MOVED)
    engine.make("joined", STAGED_ENTRIES)
    fewer, twice = 0, Counter[tuple[str, str]]()
    for first in range(0, len(names), _AT_ONCE):
        rows, moved, counted = _joined(engine, names[first : first + _AT_ONCE])
        engine.append("moved", moved)
        engine.append("joined", rows)
        fewer += moved.num_rows - rows.num_rows
        twice.update(counted)
    return fewer, twice


def whole(engine: Engine) -> tuple[ir.Table, ir.Table, ir.Table]:
    """The staged entries, events and events without a mark, once `rejoin` has been at them."""
    moved = engine.table("moved")
    apart = engine.table("staged_entries").anti_join(moved, "source").union(engine.table("joined"))
    return apart, _led(engine.table("staged_events"), moved), _led(engine.table("staged_unplaced"), moved)


def _led(events: ir.Table, moved: ir.Table) -> ir.Table:
    led = events.left_join(moved.select("to", part="source"), [("source", "part")]).view()
    return led.mutate(source=ibis.coalesce(led.to, led.source)).drop("part", "to")


def _joined(engine: Engine, names: Sequence[str]) -> tuple[pa.Table, pa.Table, Facets]:
    entries = engine.table("staged_entries")
    parts: dict[str, list[tuple[int, str]]] = defaultdict(list)
    asked = entries.filter(entries.id.isin(list(names)))
    for source, name, line in engine.ask(asked.select("source", "id", "line").order_by("source")):
        parts[name].append((source, line))
    told: dict[int, list[Event]] = defaultdict(list)
    for name in ("staged_events", "staged_unplaced"):
        lines = engine.table(name).semi_join(asked.select("source"), "source").select("source", "line").order_by("source")
        for source, line in engine.ask(lines):
            told[source].append(event_of(line))
    rows: list[tuple[Any, ...]] = []
    moved: list[tuple[int, int]] = []
    counted: Facets = Counter()
    for some in parts.values():
        row, whole_entry = _one(some, told)
        rows.append(row)
        moved += [(source, some[0][0]) for source, _ in some]
        counted.update(whole_entry)
    table = pa.table({"source": [one for one, _ in moved], "to": [one for _, one in moved]}, schema=MOVED)
    return entry_table(rows), table, counted


def _one(parts: Sequence[tuple[int, str]], known: dict[int, list[Event]]) -> tuple[tuple[Any, ...], Facets]:
    """The row of an entry, and what its card was counted for too often."""
    evidence: dict[str, tuple[Evidence, ...]] = {}
    events: list[Event] = []
    twice: Facets = Counter()
    entry = entry_of(parts[0][1])[0]
    for source, line in parts:
        evidence |= entry_of(line)[1]
        events += known[source]
        twice.subtract(facets_of([(event, entry.key) for event in known[source]]))
    told = sorted((replace(event, evidence=evidence.get(event.id, ())) for event in events), key=by_time)
    ends = {event.id: found for event in told if (found := span(event)) is not None}
    twice.update(facets_of([(event, entry.key) for event in told]))
    (row,) = entry_rows([entry], {entry.id: told}, {entry.id: parts[0][0]}, ends)
    return row, twice
