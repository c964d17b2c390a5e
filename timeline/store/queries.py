"""What a page asks of a store, each question written once, as an Ibis expression over the tables of `columns`.

Arguments are whole numbers, so that `Engine.asked` compiles a question once; only a search has words in it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import ibis
import ibis.expr.types as ir

from timeline.store.columns import CANDIDATE
from timeline.store.fold import storable, tag_of
from timeline.store.rollups import facts

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
    """Number, place of its card, whether that is a key one, and line of some candidates of a crowded tile."""
    best = tables["best"]
    return (
        best.filter(best.octave == octave, best.tile == tile, best.number.isin([numbers]))
        .select("number", "place", "keyed", "line")
        .distinct()
    )


def lines(tables: Tables, start: Any, end: Any, numbers: Any) -> ir.Table:
    """The same of some events among those that begin in `start <= left < end`."""
    events = tables["events"]
    near = events.filter(events.left >= start, events.left < end)
    return near.filter(near.number.isin([numbers])).select("number", "place", "keyed", "line")


def lines_of(tables: Tables, start: Any, end: Any) -> ir.Table:
    """The same of all events that begin in `start <= left < end`."""
    events = tables["events"]
    return events.filter(events.left >= start, events.left < end).select("number", "place", "keyed", "line")


def whole(tables: Tables, start: Any, end: Any) -> ir.Table:
    """All that tiles need of the events that begin in `start <= left < end`, in the order of time: what `began` and `lines_of` tell."""
    events = tables["events"]
    return events.filter(events.left >= start, events.left < end).select(*CANDIDATE, "place", "keyed", "line").order_by("number")


def ids(tables: Tables) -> ir.Table:
    """Id and place of every card."""
    return tables["entries"].select("id", "place").order_by("place")


def words_of(tables: Tables, first: Any, last: Any) -> ir.Table:
    """Place and folded words of the cards at `first <= place < last`, in their order."""
    return _between(tables["entries"], first, last).select("place", "words").order_by("place")


FILTERED = ("place", "status", "basis", "precision", "lane", "tags", "keyed")
"""The card of an event, and what it is filtered by."""


def facts_of(tables: Tables, first: Any, last: Any) -> ir.Table:
    """What the events on these cards are filtered by, and where they begin, in the order of time."""
    return _between(tables["events"], first, last).order_by("number").select(*FILTERED, "left")


def unplaced_facts_of(tables: Tables, first: Any, last: Any) -> ir.Table:
    """The same of those without a mark, which begin nowhere, in the order of the cards."""
    return _between(tables["unplaced"], first, last).order_by("place", "id").select(*FILTERED)


def cards(tables: Tables, first: Any, last: Any, places: Any) -> ir.Table:
    """The lines of the cards at some places among `first <= place < last`."""
    return _at(tables["entries"], first, last, places).select("place", "line").order_by("place")


def unplaced_of(tables: Tables, first: Any, last: Any, places: Any) -> ir.Table:
    """The lines of events without a mark on these cards."""
    return _at(tables["unplaced"], first, last, places).select("place", "id", "line").order_by("place", "id")


def ties_of(tables: Tables, first: Any, last: Any, places: Any) -> ir.Table:
    """The lines of plans that events on these cards took the place of, and of what took the place of plans on them."""
    return _at(tables["ties"], first, last, places).select("line")


def events_of(tables: Tables, first: Any, last: Any, places: Any) -> ir.Table:
    """Those of the events on the cards at some places among `first <= place < last`, in the order of time."""
    return _at(tables["events"], first, last, places).select("number", "place", "keyed", "line").order_by("number")


def _between(rows: ir.Table, first: Any, last: Any) -> ir.Table:
    return rows.filter(rows.place >= first, rows.place < last)


def _at(rows: ir.Table, first: Any, last: Any, places: Any) -> ir.Table:
    near = _between(rows, first, last)
    return near.filter(near.place.isin([places]))


def entry_at(tables: Tables, name: str) -> ir.Table:
    """Place of the card with an id, and where its main event begins."""
    entries = tables["entries"]
    return entries.filter(entries.id == storable(name)).select("place", "left")


def event_at(tables: Tables, name: str) -> ir.Table:
    """Place of the card of the event with an id, and the ends of its mark."""
    events = tables["events"]
    return events.filter(events.id == storable(name)).select("place", "left", "right")


def binned(rows: ir.Table, origin: int, shift: int) -> ir.Table:
    """How many of some rows of events begin in each bin of 2^shift milliseconds, counted from the origin: bin, events."""
    bins = rows.mutate(bin=(rows.left - ibis.literal(origin, "int64")) >> ibis.literal(shift, "int32"))
    return bins.group_by("bin").aggregate(events=lambda t: t.count())


Chosen = Mapping[str, Sequence[str]]


def matching(tables: Tables, terms: Sequence[str], facets: Chosen, lanes: Mapping[str, int]) -> ir.Table:
    """The rows of events with a mark whose card has every one of the folded `terms` and that pass the filters."""
    return _matching(tables["events"], tables, terms, facets, lanes)


def _matching(events: ir.Table, tables: Tables, terms: Sequence[str], facets: Chosen, lanes: Mapping[str, int]) -> ir.Table:
    for facet, values in facets.items():
        events = events.filter(_passes(events, facet, values, lanes))
    # no semi join: of one with a union Ibis makes words that PostgreSQL does not know
    return events.filter(events.place.isin(_worded(tables, terms).place)) if terms else events


def matched_cards(tables: Tables, terms: Sequence[str], facets: Chosen, lanes: Mapping[str, int]) -> ir.Table:
    """Places of the cards that match, each once, be their events marked or not; one without an event matches words alone."""
    if not facets:
        return _worded(tables, terms).select("place")
    # by groups: of `distinct`, once sorted, Ibis makes for PostgreSQL and Spark one over the columns of the filters too, cards come twice
    events = facts(tables["events"], tables["unplaced"])
    return _matching(events, tables, terms, facets, lanes).group_by("place").aggregate(hits=lambda t: t.count()).select("place")


def cards_by_values(tables: Tables, terms: Sequence[str], facets: Chosen, lanes: Mapping[str, int], asked: Sequence[str]) -> ir.Table:
    """How many cards each value of each facet asked for would show beside the other filters: facet, value, cards.

    One question for all, so that an engine looks for the words once. A lane is told by its number.
    """
    parts = []
    for facet in asked:
        others = {name: values for name, values in facets.items() if name != facet}
        events = _matching(facts(tables["events"], tables["unplaced"]), tables, terms, others, lanes)
        counted = _valued(events, facet).group_by("value").aggregate(cards=lambda t: t.place.nunique())
        parts.append(counted.select(facet=ibis.literal(facet), value=counted.value, cards=counted.cards))
    return ibis.union(*parts) if len(parts) > 1 else parts[0]


def _valued(events: ir.Table, facet: str) -> ir.Table:
    """Place and value of a facet, a row for each value that an event has."""
    if facet == "key":
        return events.filter(events.keyed).select("place", value=ibis.literal("key"))
    if facet == "tag":
        tagged = events.filter(events.tags != "").select("place", value=events.tags.split("\n").unnest())
        return tagged.filter(tagged.value != "")
    return events.select("place", value=events[facet].cast("string"))


def _worded(tables: Tables, terms: Sequence[str]) -> ir.Table:
    entries = tables["entries"]
    for term in terms:
        entries = entries.filter(entries.words.contains(term))
    return entries


_NOWHERE = -2  # a lane that no event has; -1 is none


def _passes(events: ir.Table, facet: str, values: Sequence[str], lanes: Mapping[str, int]) -> ir.BooleanValue:
    match facet:
        case "key":
            return events.keyed
        case "lane":
            return events.lane.isin([lanes.get(value, _NOWHERE) if value else -1 for value in values])
        case "tag":
            return ibis.or_(*[events.tags.contains(f"\n{tag_of(value)}\n") for value in values])
    return events[facet].isin(list(values))
