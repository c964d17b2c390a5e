"""What of a story matches a wish: asked of the store once, and then at hand for every tile and page that a reader looks at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from timeline.store import queries
from timeline.store.found import Wish
from timeline.store.store import Store


@dataclass(frozen=True)
class Matches:
    """`events` are the numbers of the events that match, `places` those of the cards, both rising; `values` says how many cards each value
    of a facet would show beside the other filters."""

    events: NDArray[np.int64]
    places: NDArray[np.int64]
    values: Mapping[str, Mapping[str, int]]

    def before(self, number: int) -> int:
        """How many events match that come before one of this number."""
        return int(np.searchsorted(self.events, number))

    def within(self, first: int, counts: Sequence[int]) -> list[int]:
        """How many events match in each of some bins that lie side by side, which hold so many events each, from number `first` on."""
        borders = first + np.concatenate(([0], np.cumsum(np.asarray(counts, np.int64))))
        return [int(some) for some in np.diff(np.searchsorted(self.events, borders))]

    def among(self, numbers: Sequence[int]) -> set[int]:
        """Which of some events match."""
        wanted = np.asarray(numbers, np.int64)
        return {int(one) for one in wanted[np.isin(wanted, self.events)]}


def matches_of(store: Store, wish: Wish) -> Matches:
    """Ask a store: for the events, for the cards, and for all that is counted beside them."""
    lanes = {lane: number for number, lane in enumerate(store.about.lanes)}
    facets, numbers = dict(wish.facets), store.engine.numbers
    return Matches(
        np.sort(numbers(queries.matching(store.tables, wish.terms, facets, lanes).select("number"))),
        np.sort(numbers(queries.matched_cards(store.tables, wish.terms, facets, lanes))),
        _values(store, wish, lanes),
    )


def _values(store: Store, wish: Wish, lanes: Mapping[str, int]) -> dict[str, dict[str, int]]:
    names = ["", *store.about.lanes]
    found: dict[str, dict[str, int]] = {facet: {} for facet in store.about.facets}
    if found:
        asked = queries.cards_by_values(store.tables, wish.terms, dict(wish.facets), lanes, list(found))
        for facet, value, cards in store.engine.ask(asked):
            found[facet][names[int(value) + 1] if facet == "lane" else value] = cards
    return found
