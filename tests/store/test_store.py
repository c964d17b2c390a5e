"""A store gives the very tiles, counts and matches that plain Python gives for the same events."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import Any

import ibis
import pytest

from tests.arrange.tiles import all_tiles, random_tile
from tests.store.stores import LANES, events_of, held_of, store_of, story_of, told
from timeline.arrange import span
from timeline.arrange.pyramid import LAYS, Pyramid
from timeline.arrange.tiles import BINS, LOWEST, WHOLE, Tile
from timeline.draw.cards import in_order
from timeline.draw.facets import exactness
from timeline.errors import SourceError
from timeline.model import Event, Moment, Story
from timeline.store import queries
from timeline.store.build import build
from timeline.store.engine import Engine
from timeline.store.fold import terms_of, words_of
from timeline.store.store import Store

CASES = [(4, 1_500, 20), (5, 500, 4_096)]
"""Seed, events, crowd."""


@pytest.fixture
def backend() -> Iterator[Any]:
    connection = ibis.duckdb.connect()
    yield connection
    connection.disconnect()


@pytest.fixture(params=CASES, ids=str, scope="module")
def made(request: pytest.FixtureRequest) -> Iterator[tuple[Story, Store]]:
    seed, count, crowd = request.param
    connection = ibis.duckdb.connect()
    story = story_of(events_of(seed, count), seed)
    yield story, store_of(story, connection, crowd=crowd)
    connection.disconnect()


@pytest.mark.parametrize("lay", LAYS)
def test_tiles_are_those_of_the_same_events_in_memory(made: tuple[Story, Store], lay: str) -> None:
    story, store = made
    held = held_of([*story.events])
    assert (store.grid, store.mixed) == (held.grid, held.mixed)
    plain = Pyramid(held, LAYS[lay])
    entries = {entry.id: place for place, entry in enumerate(in_order(story))}
    keys = {entry.id for entry in story.entries if entry.key}
    for filled in all_tiles(plain):
        shown = store.tile(lay, filled.tile)
        assert (shown.filled.tile, shown.filled.whole) == (filled.tile, filled.whole)
        assert sorted(map(told, shown.filled.placed)) == sorted(map(told, filled.placed))
        for one, placed in zip(shown.events, shown.filled.placed, strict=True):
            assert span(one.event) == (placed.event.left, placed.event.right)
            assert (one.place, one.keyed) == (entries[one.event.entry], one.event.entry in keys)
        assert {one.event for one in shown.events} <= set(story.events)


def test_counts_are_those_of_the_events(made: tuple[Story, Store]) -> None:
    story, store = made
    spans = [(ends[0], event.lane) for event in story.events if (ends := span(event))]
    lanes = {None: -1} | {lane: number for number, lane in enumerate(store.about.lanes)}
    held, rng = held_of([*story.events]), Random(0)
    pyramid = Pyramid(held)
    for tile in [store.grid.root, *(random_tile(pyramid, rng) for _ in range(80))]:
        start, end = store.grid.span(tile)
        inside = [(left, lane) for left, lane in spans if start <= left < end]
        expected: dict[int, list[int]] = {}
        for left, lane in inside:
            expected.setdefault(lanes[lane], [0] * BINS)[(left - start) * BINS // (end - start)] += 1
        assert store.counts(tile) == expected
        assert store.count(tile) == len(inside)
        assert store.before(tile) == sum(left < start for left, _ in spans)


def test_the_counts_of_a_row_of_tiles_are_all_events(made: tuple[Story, Store]) -> None:
    _, store = made
    for steps in range(7):
        row = [Tile(store.grid.root.octave - steps, index) for index in range(1 << steps)]
        assert sum(sum(map(sum, store.counts(tile).values())) for tile in row) == store.about.events
        befores = [store.before(tile) for tile in row]
        assert befores == [sum(map(store.count, row[:number])) for number in range(len(row))]


def test_a_store_opened_anew_gives_a_tile_alone(made: tuple[Story, Store]) -> None:
    story, store = made
    pyramid, rng = Pyramid(held_of([*story.events])), Random(1)
    for tile in [random_tile(pyramid, rng) for _ in range(5)]:
        assert Store(store.engine).tile("row", tile) == store.tile("row", tile)


def passes(event: Event, facet: str, values: list[str], keys: set[str]) -> bool:
    own: dict[str, list[str]] = {
        "key": ["key"] if event.entry in keys else [], "lane": [event.lane or ""], "tag": [*event.tags], "status": [event.status],
        "basis": [event.moment.basis], "precision": [exactness(event)],
    }  # fmt: skip
    return any(value in values for value in own[facet])


FACETS: list[dict[str, list[str]]] = [
    {}, {"key": ["key"]}, {"lane": ["talks"]}, {"lane": ["", "press"]}, {"lane": ["nowhere"]}, {"tag": ["a"]}, {"tag": ["c%", "a b"]},
    {"tag": ["\ud83d"]}, {"status": ["planned"], "basis": ["order"]}, {"precision": ["part"], "lane": [*LANES]}, {"status": ["cancelled"]},
]  # fmt: skip


@pytest.mark.parametrize("query", ["", "große", '"half', "100 %", "%", "_", "l'ete", '"ha noi" kim', "a\\b", "\ud83d", "p7", "nothing"])
def test_what_matches_is_what_a_plain_search_finds(made: tuple[Story, Store], query: str) -> None:
    story, store = made
    by_entry = {entry.id: [event for event in story.events if event.entry == entry.id] for entry in story.entries}
    order = [entry.id for entry in in_order(story)]
    keys = {entry.id for entry in story.entries if entry.key}
    lanes = {lane: number for number, lane in enumerate(store.about.lanes)}
    terms = terms_of(query)
    worded = {entry.id for entry in story.entries if all(term in words_of(entry, by_entry[entry.id]) for term in terms)}
    for facets in FACETS:
        found = store.engine.ask(queries.matching(store.tables, terms, facets, lanes).select("id"))
        fitting = [
            event for event in story.events
            if event.entry in worded and all(passes(event, facet, values, keys) for facet, values in facets.items())
        ]  # fmt: skip
        assert sorted(name for (name,) in found) == sorted(event.id for event in fitting if span(event))
        cards = sorted(place for (place,) in store.engine.ask(queries.matched_cards(store.tables, terms, facets, lanes)))
        assert cards == sorted(order.index(name) for name in ({event.entry for event in fitting} if facets else worded))


def test_cards_are_in_the_order_of_the_page(made: tuple[Story, Store]) -> None:
    story, store = made
    names = [name for (name,) in store.engine.ask(store.tables["entries"].order_by("place").select("id"))]
    assert names == [entry.id for entry in in_order(story)]


def test_more_events_at_one_millisecond_than_make_a_crowd(backend: Any) -> None:
    events = [Event(f"e{number}", f"p{number}", "x", Moment(0, 1, "minute", "UTC")) for number in range(3 * WHOLE)]
    store = store_of(story_of(events), backend, crowd=WHOLE)
    assert store.count(Tile(LOWEST, -store.grid.origin)) == 3 * WHOLE
    shown = store.tile("row", Tile(LOWEST, -store.grid.origin))
    assert (len(shown.events), shown.filled.whole) == (20, False)


def test_a_story_of_a_hundred_million_years(backend: Any) -> None:
    ends = [-(5 * 10**18), 2 * 10**18]
    events = [
        Event(f"e{number}", f"p{number}", "x", Moment(ends[number % 2] + number, ends[number % 2] + number, "minute", "UTC"))
        for number in range(2 * WHOLE - 2)
    ]
    store, held = store_of(story_of(events), backend, crowd=20), held_of(events)
    for filled in all_tiles(Pyramid(held)):
        shown = store.tile("row", filled.tile)
        assert sorted(map(told, shown.filled.placed)) == sorted(map(told, filled.placed))
    assert store.grid.root.octave + 10 > 63


def test_deep_time_is_refused_with_its_event(backend: Any) -> None:
    event = Event("big-bang", "p", "x", Moment(-(10**21), -(10**21), "minute", "UTC"))
    with pytest.raises(SourceError, match=r"'big-bang'.*195 million years"):
        build([story_of([event])], Engine(backend))
