"""What all cards can be found by as files, for the page of a host without a server, which searches by itself.

Its twin is assets/lib/tiled_words.mjs.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from timeline.store import queries
from timeline.store.store import Store

CARDS = 4_000
"""Cards of a file."""
MOST = 100_000
"""Cards up to which there are such files: a reader who searches fetches all of them, 23 bytes a card, and more where cards are long."""


def word_files(store: Store) -> int:
    """How many files the words of a story take; 0 where it is too long to be searched without a server."""
    entries = store.about.entries
    return -(-entries // CARDS) if entries <= MOST else 0


def words_in(store: Store, number: int) -> dict[str, Any]:
    """A file: the folded `words` of its cards in their order, and by columns the facts that its `events` and those `unplaced` are
    filtered by, each with the place of its card among all."""
    reach = {"first": number * CARDS, "last": (number + 1) * CARDS}
    words = store.asked("words_of", queries.words_of, **reach)
    events = store.asked("facts_of", queries.facts_of, **reach)
    unplaced = store.asked("unplaced_facts_of", queries.unplaced_facts_of, **reach)
    lanes = ("", *store.about.lanes)
    return {
        "words": [text for _, text in words],
        "events": {**_columns(events, lanes), "left": [row[-1] for row in events]},
        "unplaced": _columns(unplaced, lanes),
    }


def _columns(rows: Sequence[tuple[Any, ...]], lanes: Sequence[str]) -> dict[str, list[Any]]:
    """Name -> values, with lanes by their names and tags one by one."""
    found: dict[str, list[Any]] = {name: [row[at] for row in rows] for at, name in enumerate(queries.FILTERED)}
    found["lane"] = [lanes[lane + 1] for lane in found["lane"]]
    found["tags"] = [tags.strip("\n").split("\n") if tags else [] for tags in found["tags"]]
    found["key"] = [bool(key) for key in found.pop("keyed")]
    return found
