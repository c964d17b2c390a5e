"""What a page asks of a store, each question written once, as an Ibis expression over the tables of `columns`.

Arguments are whole numbers, so that `Engine.asked` compiles a question once; only a search has words in it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import ibis
import ibis.expr.types as ir

from timeline.store.columns import CANDIDATE

Tables = Mapping[str, ir.Table]


def began(tables: Tables, start: Any, end: Any) -> ir.Table:
    """Candidates of all events that begin in `start <= left < end`, in the order of time."""
    events = tables["events"]
    return events.filter(events.left >= start, events.left < end).select(*CANDIDATE).order_by("number")


def kept(tables: Tables, octave: Any, tile: Any) -> ir.Table:
    """Candidates of a crowded tile."""
    best = tables["best"]
    return best.filter(best.octave == octave, best.tile == tile).select(*CANDIDATE).distinct()


def tallied(tables: Tables, octave: Any, tile: Any) -> ir.Table:
    """Bin, lane and count of a crowded tile."""
    tallies = tables["tallies"]
    return tallies.filter(tallies.octave == octave, tallies.tile == tile).select("bin", "lane", "events")


def crowds(tables: Tables) -> ir.Table:
    """All crowded tiles: octave, tile, number of its first event, count."""
    return tables["crowded"].select("octave", "tile", "first", "events")


def kept_lines(tables: Tables, octave: Any, tile: Any, numbers: Any) -> ir.Table:
    """Number, place and line of some candidates of a crowded tile."""
    best = tables["best"]
    return best.filter(best.octave == octave, best.tile == tile, best.number.isin([numbers])).select("number", "place", "line").distinct()


def lines(tables: Tables, start: Any, end: Any, numbers: Any) -> ir.Table:
    """Number, place of its card, and line of some events among those that begin in `start <= left < end`."""
    events = tables["events"]
    near = events.filter(events.left >= start, events.left < end)
    return near.filter(near.number.isin([numbers])).select("number", "place", "line")


def cards(tables: Tables, first: Any, last: Any) -> ir.Table:
    """The lines of the cards `first <= place < last`, and of events without a mark."""
    entries = tables["entries"]
    return entries.filter(entries.place >= first, entries.place < last).select("place", "line", "unplaced").order_by("place")


def events_of(tables: Tables, first: Any, last: Any) -> ir.Table:
    """Lines of the events on the cards `first <= place < last`, in the order of time."""
    events = tables["events"]
    near = events.filter(events.place >= first, events.place < last)
    return near.select("number", "place", "line").order_by("number")


def matching(tables: Tables, terms: Sequence[str], facets: Mapping[str, Sequence[str]], lanes: Mapping[str, int]) -> ir.Table:
    """The events whose card has every one of the folded `terms` and that pass the filters: number, left, lane and place."""
    events = tables["events"]
    for facet, values in facets.items():
        events = events.filter(_passes(events, facet, values, lanes))
    if terms:
        entries = tables["entries"]
        for term in terms:
            entries = entries.filter(entries.words.contains(term))
        events = events.semi_join(entries.select("place"), "place")
    return events.select("number", "left", "lane", "place")


def matched_cards(tables: Tables, terms: Sequence[str], facets: Mapping[str, Sequence[str]], lanes: Mapping[str, int]) -> ir.Table:
    """Places of the cards that match; one without an event matches words alone."""
    if facets:
        return matching(tables, terms, facets, lanes).select("place").distinct()
    entries = tables["entries"]
    for term in terms:
        entries = entries.filter(entries.words.contains(term))
    return entries.select("place")


def _passes(events: ir.Table, facet: str, values: Sequence[str], lanes: Mapping[str, int]) -> ir.BooleanValue:
    match facet:
        case "key":
            return events.keyed
        case "lane":
            return events.lane.isin([lanes.get(value, -1) for value in values])
        case "tag":
            return ibis.or_(*[events.tags.contains(f"\n{value}\n") for value in values])
    return events[facet].isin(list(values))
