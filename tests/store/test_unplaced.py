"""Events without a place on the axis, and what ties cards: a store says the same of them as the page of a small story."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from random import Random
from typing import Any

import ibis
import pytest

from tests.store.stores import LANES, events_of, story_of
from timeline.arrange import arrange, span
from timeline.draw.cards import in_order
from timeline.draw.facets import facets
from timeline.draw.page import list_items, payload
from timeline.model import Moment, Story
from timeline.store.answers import PAGE, Answers
from timeline.store.build import build
from timeline.store.engine import Engine
from timeline.store.found import Wish
from timeline.store.store import Store

SEEDS = range(3)
VALUES: dict[str, tuple[str, ...]] = {
    "key": ("key",), "status": ("happened", "planned"), "lane": ("", *LANES), "tag": ("a", "a b", "c%"), "basis": ("stated", "order"),
    "precision": ("minute", "hour", "part"),
}  # fmt: skip
PARTS = {"night", "morning", "forenoon", "noon", "afternoon", "evening"}


def story(seed: int) -> Story:
    """A hundred cards with two events each, a third of which have no mark, and some plans that others took the place of."""
    rng = Random(seed)
    events = events_of(seed, 200)
    for number, event in enumerate(events):
        if rng.random() < 0.35:
            event = replace(event, start=Moment(None, None, event.moment.precision, "UTC", basis=event.moment.basis))
        if number > 90 and number % 7 == 0:
            event = replace(event, replaces=f"e{number - rng.randrange(1, 90)}")
        events[number] = event
    taken: set[str | None] = set()
    for number, event in enumerate(events):  # one successor a plan
        events[number] = event = replace(event, replaces=None if event.replaces in taken else event.replaces)
        taken.add(event.replaces)
    return story_of(events, seed)


@pytest.fixture(params=SEEDS, scope="module")
def both(request: pytest.FixtureRequest) -> Iterator[tuple[Story, Answers]]:
    """A story, and a store of it."""
    connection = ibis.duckdb.connect()
    told, engine = story(request.param), Engine(connection)
    build([told], engine)
    yield told, Answers(Store(engine), "en")
    connection.disconnect()


def values(item: dict[str, Any]) -> dict[str, list[str]]:
    """What an event can be filtered by, as the page reads it from its payload: `valuesOf` of assets/lib/search.mjs."""
    moment = item["start"] or item["end"]
    precision = "part" if moment["precision"] in PARTS else moment["precision"]
    return {
        "key": ["key"] * item["key"], "status": [item["status"]], "lane": [item["lane"]], "tag": [*item["tags"]],
        "basis": [moment["basis"]], "precision": [precision],
    }  # fmt: skip


def test_filters_find_and_count_what_they_do_on_the_page_of_a_small_story(both: tuple[Story, Answers]) -> None:
    told, answers = both
    entries = {event.id: event.entry for event in told.events}
    data = payload(told, arrange(told.events), "en")
    facts = [(entries[item["id"]], values(item)) for item in (*data["events"], *data["unplaced"])]
    assert len({entry for entry, _ in facts} - {entries[item["id"]] for item in data["events"]}) > 3, "cards without a mark"
    order, rng = [entry.id for entry in in_order(told)], Random(1)
    for _ in range(40):
        wanted = {facet: tuple(rng.sample(some, rng.randrange(1, len(some) + 1))) for facet, some in VALUES.items() if rng.random() < 0.4}
        chosen = wanted or {"lane": ("",)}

        def passing(without: str = "", chosen: dict[str, tuple[str, ...]] = chosen) -> list[tuple[str, dict[str, list[str]]]]:
            return [fact for fact in facts if all(facet == without or {*some} & {*fact[1][facet]} for facet, some in chosen.items())]

        wish = Wish(facets=tuple(chosen.items()))
        found = answers.find(wish)
        cards = {entry for entry, _ in passing()}
        assert found["entries"] == len(cards)
        assert [int(place) for place in answers.matches(wish).places] == sorted(map(order.index, cards))
        for facet in VALUES:
            shown: dict[str, set[str]] = {}
            for entry, own in passing(facet):
                for value in own[facet]:
                    shown.setdefault(value, set()).add(entry)
            counts = {value.replace("\ud83d", "\ufffd"): len(some) for value, some in shown.items()}
            assert found["counts"].get(facet, {}) == counts


def test_the_page_comes_with_the_numbers_of_a_small_one(both: tuple[Story, Answers]) -> None:
    told, answers = both
    for facet in facets(told, "en"):
        if facet.name != "key":  # there, a card without an event counts as well
            assert answers.store.about.facets[facet.name] == {choice.value: choice.count for choice in facet.choices}


def test_cards_are_tied_over_their_pages(both: tuple[Story, Answers]) -> None:
    told, answers = both
    assert answers.pages > 2
    ours = [link for page in range(answers.pages) for link in links(answers.cards(page)["html"])]
    assert ours == links(list_items(replace(told, entries=in_order(told)), "en"))
    entries = {event.id: event.entry for event in told.events}
    places = {entry.id: place // PAGE for place, entry in enumerate(in_order(told))}
    tied = [event for event in told.events if event.replaces]
    assert any(places[event.entry] != places[entries[str(event.replaces)]] for event in tied)
    assert any(span(event) is None for event in tied), "of an event without a mark too"


def test_cards_without_a_mark_stand_on_their_page_where_they_stand_in_the_list(both: tuple[Story, Answers]) -> None:
    told, answers = both
    order = [entry.id for entry in in_order(told)]
    pages = [re.findall(r'data-entry="([^"]+)"', answers.cards(page)["html"]) for page in range(answers.pages)]
    assert [entry for page in pages for entry in page] == order
    found = answers.found(Wish(facets=(("lane", ("", LANES[0])),)), 0)
    assert re.findall(r'data-entry="([^"]+)"', found["html"]) == [order[place] for place in found["places"]]


def links(html: str) -> list[tuple[str, ...]]:
    """Card, anchor, event and words of each link to another event."""
    return [
        (card.group(1), *link)
        for card in re.finditer(r'data-entry="([^"]+)"(.*?)</li>\s*(?=<li|$)', html, re.DOTALL)
        for link in re.findall(r'<a href="#([^"]+)" data-go="([^"]+)"[^>]*>([^<]*)</a>', card.group(2))
    ]
