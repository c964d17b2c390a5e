"""The addresses that a page asks a store at, docs/contract.md, "Stories in tiles", and the bytes that are behind each."""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from timeline.arrange.tiles import Tile
from timeline.errors import TimelineError
from timeline.store.answers import Answers, Missing
from timeline.store.found import Wish, wish_of

_KINDS = {"tiles": 2, "cards": 1, "find": 0, "found": 1, "place": 0}
"""Kind of address -> how many numbers it ends in."""
_DIGITS = 20
LONGEST = {"q": 2_000, "filter": 4_000, "entry": 400, "event": 400}
"""What an address may ask with, and how many characters of it; a browser sends no more than some thousand."""


class TooLong(TimelineError):
    """Something is asked with more words than anybody types."""


@dataclass(frozen=True, slots=True)
class Address:
    """What is asked of which `version`; `lay` of tiles alone, `numbers` are octave and index of a tile, or a page of cards."""

    kind: str
    version: str
    lay: str = ""
    numbers: tuple[int, ...] = ()

    @staticmethod
    def of(text: str) -> Address:
        """The parts of `tiles/{version}/{lay}/{octave}/{index}` and its like; raises `Missing` for anything else."""
        kind, *parts = text.split("/")
        lays = 1 if kind == "tiles" else 0
        if kind not in _KINDS or len(parts) != 1 + lays + _KINDS[kind]:
            raise Missing(f"nothing is at {text[:80]!r}; there are tiles, cards, find, found and place")
        numbers = tuple(_number(part) for part in parts[1 + lays :])
        return Address(kind, parts[0], parts[1] if lays else "", numbers)

    def __str__(self) -> str:
        return "/".join((self.kind, self.version, *([self.lay] if self.lay else []), *map(str, self.numbers)))


def _number(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= _DIGITS):
        raise Missing(f"{text[:40]!r} is no number that anything has here")
    return int(text)


def wish_in(asked: Mapping[str, str], answers: Answers) -> Wish:
    """The words and filters that an address asks with; raises `TooLong` where anything is longer than `LONGEST`."""
    for name, most in LONGEST.items():
        if len(asked.get(name, "")) > most:
            raise TooLong(f"{name} has {len(asked[name])} characters; at most {most} are looked for")
    return wish_of(asked.get("q", ""), asked.get("filter", ""), answers.store.about.facets)


def check(answers: Answers, address: Address) -> None:
    """Raise `Missing` where a story has nothing at an address; no database is asked for that, nor for the place of an id, which it is."""
    answers.check(address.version)
    if address.kind == "tiles":
        answers.address(address.lay, *address.numbers)
    elif address.kind in ("cards", "found"):
        answers.check_page(*address.numbers)


def settled(answers: Answers, address: Address) -> Address:
    """The address that has the answer: of a tile below a whole one that of the whole one. What is asked has to be there (`check`)."""
    if address.kind != "tiles":
        return address
    tile = answers.store.pyramids[address.lay].find(Tile(*address.numbers)).tile
    return Address("tiles", address.version, address.lay, (tile.octave, tile.index))


def answer(answers: Answers, address: Address, wish: Wish, *, entry: str = "", event: str = "") -> dict[str, Any] | None:
    """What is at an address, None for the place of an id that nothing has; raises `Missing` where nothing is."""
    check(answers, address)
    match address.kind:
        case "tiles":
            return answers.tile(address.lay, Tile(*address.numbers), wish)
        case "cards":
            return answers.cards(*address.numbers)
        case "find":
            return answers.find(wish)
        case "found":
            return answers.found(wish, *address.numbers)
    return answers.place(entry=entry, event=event)


def written(told: Any) -> bytes:
    """An answer as JSON, the same bytes for the same answer."""
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")


def zipped(data: bytes) -> bytes:
    """Bytes as gzip, the same for the same bytes: without a time."""
    return gzip.compress(data, 6, mtime=0)
