"""What a reader of a store looks for: words and filters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from timeline.store.fold import terms_of

_MOST = 20
_LONGEST = 400


@dataclass(frozen=True, slots=True)
class Wish:
    """Folded terms, each of which has to be on a card, and facet -> values, of which one event of the card has to have one of each."""

    terms: tuple[str, ...] = ()
    facets: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.terms or self.facets)


def wish_of(query: str, chosen: str, known: Mapping[str, Mapping[str, int]]) -> Wish:
    """The wish of an address: `query` as typed, `chosen` as `status:planned,cancelled;lane:talks`.

    In a value at least `%:,;` are percent-encoded. What a story cannot be filtered by is left out, as the page does; so is all beyond the
    first 400 characters of a query and 20 terms.
    """
    facets: dict[str, tuple[str, ...]] = {}
    for part in chosen.split(";"):
        facet, colon, values = part.partition(":")
        if facet in known and colon:  # without a value it is the empty one: no lane
            facets[facet] = tuple(dict.fromkeys(unquote(value) for value in values.split(",")))
    return Wish(terms_of(query[:_LONGEST])[:_MOST], tuple(facets.items()))
