"""What the parts of a long table have to know of each other: ids that are given twice, entries that go on, how dates are written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

import numpy as np
from numpy.typing import NDArray

from timeline.date import Names
from timeline.read.columns import find_columns
from timeline.read.long import Long, Piece, Shape
from timeline.read.table import are_kinds
from timeline.read.whens import ends_of, starts_of

Hashes = NDArray[np.uint64]
_WHENS = (
    "start",
    "date",
    "time",
    "year",
    "month",
    "day",
    "utc",
    "local",
    "published",
    "end",
    "end_time",
    "end_year",
    "end_month",
    "end_day",
)
_MADE = re.compile(r"e\d+-\d+", re.ASCII)
"""How an id looks that was made for a row without one."""
_DIGITS = 18
"""Of a position, in 64 bits."""
_TEXTS = 200_000
"""So many texts of dates that do not begin with their year are kept, and a tenth of it of the others."""


@dataclass(frozen=True, slots=True)
class Survey:
    """Of one piece: hashes of its `ids`, of those that look `made`, and of what its rows replace; positions of the `entries` that it names;
    texts that tell how the others are to be read."""

    ids: Hashes
    made: Hashes
    replaces: Hashes
    entries: NDArray[np.int64]
    texts: frozenset[str]
    years: frozenset[str]
    kinds: bool
    clocks: frozenset[str]


def hash_of(text: str) -> int:
    """64 bits that stand for a text."""
    return int.from_bytes(blake2b(text.encode("utf-8", "replace"), digest_size=8).digest())


def hashes_of(texts: Iterable[str]) -> Hashes:
    """A number for each text."""
    return np.fromiter((hash_of(text) for text in texts), np.uint64)


@dataclass(frozen=True, slots=True)
class Hashed:
    """A set of texts of which only the sorted hashes are kept."""

    hashes: Hashes

    @classmethod
    def of(cls, parts: Sequence[Hashes]) -> Hashed:
        """All that several lists have."""
        return cls(np.unique(np.concatenate(parts)) if parts else np.array([], np.uint64))

    def has(self, hashes: Hashes) -> NDArray[np.bool_]:
        """Which of some hashes are among its own."""
        at = np.minimum(np.searchsorted(self.hashes, hashes), max(len(self.hashes) - 1, 0))
        found: NDArray[np.bool_] = self.hashes[at] == hashes if len(self.hashes) else np.zeros(len(hashes), np.bool_)
        return found

    def __contains__(self, text: object) -> bool:
        return bool(len(self.hashes)) and bool(self.has(np.array([hash_of(str(text))], np.uint64))[0])


NOBODY = Hashed(np.array([], np.uint64))


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """What a `replaces` may name: all but a few texts, and these where they are `known`."""

    missing: Hashed
    known: Hashed

    def __contains__(self, text: object) -> bool:
        return text not in self.missing or text in self.known


@dataclass(frozen=True, slots=True)
class Either:
    """What is in one of two sets."""

    one: Hashed
    other: Hashed

    def __contains__(self, text: object) -> bool:
        return text in self.one or text in self.other


def survey(long: Long, piece: Piece) -> Survey:
    """What a piece tells that the others have to know."""
    table = long.table(piece)
    at = find_columns(table.names, long.mapping).at

    def cells(name: str) -> Sequence[str]:
        return table.columns(at[name]) if name in at else ()

    ids = [text for text in cells("id") if text]
    whens = {name: cells(name) for name in _WHENS if name in at}
    dates = {text for text in (*starts_of(whens, table.names, at), *ends_of(whens)) if text}
    plain = {text for text in dates if not text[:4].isdigit()}
    return Survey(
        ids=hashes_of(ids),
        made=hashes_of(text for text in ids if _MADE.fullmatch(text)),
        replaces=hashes_of({text for text in cells("replaces") if text}),
        entries=np.array(sorted({int(text) for text in cells("entry") if text.isdecimal() and len(text) < _DIGITS}), np.int64),
        texts=frozenset(sorted(plain)[:_TEXTS]),
        years=frozenset(sorted(dates - plain)[: 1_000 if plain else 0]),
        kinds=are_kinds(cells("type")),
        clocks=long.clocks(piece),
    )


@dataclass(frozen=True, slots=True)
class Known:
    """Of all pieces: their shape, the texts that tell how dates are read, and the names that each has to know."""

    shape: Shape
    texts: tuple[str, ...]
    names: tuple[Names, ...]


def combine(surveys: Sequence[Survey], firsts: Sequence[int], *, known: Hashed = NOBODY, after: int = 0) -> Known:
    """What all pieces tell; `firsts` are the numbers of rows before each, `known` ids of a store that they go into, behind `after`."""
    taken, again = _earlier([one.ids for one in surveys]), _earlier([one.entries for one in surveys])
    made = Either(Hashed.of([one.made for one in surveys]), known)
    replaced = np.unique(np.concatenate([one.replaces for one in surveys]))
    every = np.concatenate([one.ids for one in surveys]) if len(replaced) else replaced
    elsewhere = Elsewhere(Hashed(replaced[~np.isin(replaced, every)]), known)
    names = tuple(
        Names(Hashed(ids), made, frozenset(f"e{position + after}" for position in positions.tolist()), first, elsewhere)
        for ids, positions, first in zip(taken, again, firsts, strict=True)
    )
    texts = sorted({text for one in surveys for text in one.texts})[:_TEXTS]
    years = sorted({text for one in surveys for text in one.years})[: _TEXTS // 10] if texts else []
    shape = Shape(all(one.kinds for one in surveys), frozenset().union(*(one.clocks for one in surveys)))
    return Known(shape, (*texts, *years), names)


def _earlier(parts: Sequence[NDArray[Any]]) -> list[NDArray[Any]]:
    """Of the numbers of each part those that an earlier part has, sorted."""
    every = np.concatenate(parts)
    of_part = np.repeat(np.arange(len(parts), dtype=np.int32), [len(part) for part in parts])
    order = np.argsort(every, kind="stable")
    ordered, owners = every[order], of_part[order]
    begins = np.concatenate(([True], ordered[1:] != ordered[:-1]))[: len(ordered)]
    first = owners[np.maximum.accumulate(np.where(begins, np.arange(len(ordered)), 0))] if len(ordered) else owners
    later = owners > first
    return [np.unique(ordered[later & (owners == number)]) for number in range(len(parts))] if later.any() else [every[:0] for _ in parts]
