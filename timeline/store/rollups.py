"""The rollups of a store: candidates and counts of crowded tiles, level by level from fine to coarse, each from the one below.

Every step is one Ibis expression over the tables of `columns`, so that any engine can take it. A tile is named here by its octave and by
`(left - origin) >> (octave + 10)`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import ibis
import ibis.expr.types as ir

from timeline.arrange.tiles import BINS, CROSSING, LOWEST, PER_BIN, Grid
from timeline.store.columns import CANDIDATE, CROSSING_BIN, CROWDED, FACTS, RANKED, TALLIES, TIES


def tile_of(left: ir.IntegerValue, origin: int, octave: int) -> ir.IntegerValue:
    """The index of the tile of an octave that an instant lies in; a tile of half a bin is a bin of the octave four above."""
    return _shifted(left - ibis.literal(origin, "int64"), octave + 10)


def _shifted(value: Any, bits: int) -> ir.IntegerValue:
    """As Python shifts: engines take from 0 to 63 bits, each with other ideas of what lies beyond. No instant of a grid has more."""
    if bits < 0:
        return value << ibis.literal(-bits, "int32")
    return value >> ibis.literal(min(bits, 63), "int32")


def crowded(events: ir.Table, grid: Grid, octave: int, crowd: int) -> ir.Table:
    """The tiles of an octave in which more than `crowd` events begin."""
    tiles = events.mutate(tile=tile_of(events.left, grid.origin, octave)).group_by("tile")
    counted = tiles.aggregate(first=lambda t: t.number.min(), events=lambda t: t.count())
    return shaped(CROWDED, counted.filter(counted.events > crowd).mutate(octave=ibis.literal(octave, "int32")))


def octaves(count: Callable[[int], int], grid: Grid) -> Iterator[int]:
    """The octaves that have crowded tiles, finest first; `count` says how many an octave has, once its parent was asked for."""
    found = []
    for octave in range(grid.root.octave, LOWEST - 1, -1):
        if not count(octave):
            break
        found.append(octave)
    return reversed(found)


def best(events: ir.Table, known: dict[str, ir.Table], grid: Grid, octave: int) -> ir.Table:
    """The candidates of the crowded tiles of an octave: the best of each bin, from those of the octave below and from events new to it."""
    below = known["ranked"].filter(known["ranked"].octave == octave - 1, known["ranked"].bin != CROSSING_BIN)
    rows = ibis.union(below.select(*CANDIDATE), new_events(events, known["crowded"], grid, octave).select(*CANDIDATE))
    bins = rows.mutate(slot=_shifted(rows.left - ibis.literal(grid.origin, "int64"), octave + 6))
    ranked = bins.mutate(nth=ibis.row_number().over(group_by="slot", order_by=["rank", "number"]))
    kept = ranked.filter(ranked.nth < PER_BIN)
    placed = kept.mutate(tile=_shifted(kept.slot, 4), bin=(kept.slot % BINS).cast("int32"), octave=ibis.literal(octave, "int32"))
    return shaped(RANKED, placed)


def crossing(events: ir.Table, known: dict[str, ir.Table], grid: Grid, octave: int) -> ir.Table:
    """The bars that the crowded tiles of an octave settle ahead."""
    bars = _in_crowded(events.filter(events.home == octave, events.right > events.left), known["crowded"], grid, octave)
    ranked = bars.mutate(nth=ibis.row_number().over(group_by="tile", order_by=["rank", "number"]))
    kept = ranked.filter(ranked.nth < CROSSING)
    return shaped(RANKED, kept.mutate(bin=ibis.literal(CROSSING_BIN, "int32"), octave=ibis.literal(octave, "int32")))


def tallies(events: ir.Table, known: dict[str, ir.Table], grid: Grid, octave: int) -> ir.Table:
    """The counts of an octave, from those of the octave below and from events that no crowded tile below counts."""
    below = known["tallies"].filter(known["tallies"].octave == octave - 1)
    below = below.mutate(slot=_shifted(below.tile * BINS + below.bin.cast("int64"), 1)).select("slot", "lane", "events")
    raw = _outside_below(_in_crowded(events, known["crowded"], grid, octave), known["crowded"], grid, octave)
    raw = raw.mutate(slot=_shifted(raw.left - ibis.literal(grid.origin, "int64"), octave + 6))
    counted = raw.group_by("slot", "lane").aggregate(events=lambda t: t.count())
    both = ibis.union(below, counted.select("slot", "lane", "events"))
    summed = both.group_by("slot", "lane").aggregate(events=lambda t: t.events.sum().cast("int64"))
    placed = summed.mutate(tile=_shifted(summed.slot, 4), bin=(summed.slot % BINS).cast("int32"), octave=ibis.literal(octave, "int32"))
    return shaped(TALLIES, placed)


def new_events(events: ir.Table, known: ir.Table, grid: Grid, octave: int) -> ir.Table:
    """Events that come into the candidates of an octave: those that no crowded tile below holds, and bars that fit into none of these.

    Each event comes in once: at the octave of its first crowded tile or at that of its home, whichever is coarser.
    """
    here = _in_crowded(events.filter(events.home <= octave), known, grid, octave)
    fresh = _outside_below(here, known, grid, octave)
    long = _inside_below(here.filter(here.home == octave), known, grid, octave)
    return ibis.union(fresh, long)


def _in_crowded(events: ir.Table, known: ir.Table, grid: Grid, octave: int) -> ir.Table:
    own = known.filter(known.octave == octave).select("tile")
    return events.mutate(tile=tile_of(events.left, grid.origin, octave)).semi_join(own, "tile")


def _outside_below(events: ir.Table, known: ir.Table, grid: Grid, octave: int) -> ir.Table:
    below = known.filter(known.octave == octave - 1).select(under=known.tile)
    return events.mutate(under=tile_of(events.left, grid.origin, octave - 1)).anti_join(below, "under").drop("under")


def _inside_below(events: ir.Table, known: ir.Table, grid: Grid, octave: int) -> ir.Table:
    below = known.filter(known.octave == octave - 1).select(under=known.tile)
    return events.mutate(under=tile_of(events.left, grid.origin, octave - 1)).semi_join(below, "under").drop("under")


def ties(events: ir.Table, unplaced: ir.Table) -> ir.Table:
    """What each card says of the plans behind its events, and of what took the place of its plans."""
    told = facts(events, unplaced).select("place", "id", "replaces", "line")
    plans = told.select(plan="id", plan_place="place", plan_line="line")
    pairs = told.filter(told.replaces != "").join(plans, [("replaces", "plan")])
    back = pairs.select(place="place", event="id", line="plan_line")
    return shaped(TIES, ibis.union(back, pairs.select(place="plan_place", event="plan", line="line")))


def facts(events: ir.Table, unplaced: ir.Table) -> ir.Table:
    """What cards tell of all events, with a mark and without."""
    return ibis.union(events.select(*FACTS), unplaced.select(*FACTS))


def shaped(schema: Any, table: ir.Table) -> ir.Table:
    """The columns of a table in their order, and of their types."""
    types = {field.name: ibis.schema(schema)[field.name] for field in schema}
    return table.select(**{name: table[name].cast(kind) for name, kind in types.items()})
