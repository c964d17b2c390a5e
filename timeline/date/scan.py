"""One pass over the words of a text for all that is looked for in the whole of it, since nearly all of it begins with one of some words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from re import Match, Pattern
from typing import NamedTuple

from timeline.date.grammar import Language, Rule
from timeline.date.starts import Starts

Hit = tuple[int, Match[str]]
"""The number of a rule, and where it matches."""
_BEGIN = Match.start


class Signs(NamedTuple):
    """Where a text says that a plan moved, what stands instead of what, what was called off, and what was to be and no longer is."""

    moved: Sequence[Match[str]] = ()
    instead: Sequence[Match[str]] = ()
    cancelled: Sequence[Match[str]] = ()
    outdated: Sequence[Match[str]] = ()


NO_SIGNS = Signs()


def within(matches: Sequence[Match[str]], first: int, last: int) -> list[Match[str]]:
    """Of the matches of one pattern, in the order of the text, those that lie in `text[first:last]`."""
    if not matches:
        return []
    low, high = bisect_left(matches, first, key=_BEGIN), bisect_left(matches, last, key=_BEGIN)
    return [match for match in matches[low:high] if match.end() <= last]


@dataclass(frozen=True, slots=True)
class Scan:
    """What matches in `text`: of each rule and each chain in the order of the text."""

    text: str
    language: Language
    rules: list[Hit]
    chains: list[Hit]
    signs: Signs


def scan(text: str, language: Language) -> Scan:
    """Every match of every pattern of a language, as `finditer` of each would give them."""
    chains = len(language.rules)
    signs = chains + len(language.chains)
    rules: list[Hit] = []
    linked: list[Hit] = []
    said: dict[int, list[Match[str]]] = {}
    for hit in starts_for(language).matches(text):
        number, match = hit
        if number < chains:
            rules.append(hit)
        elif number < signs:
            linked.append((number - chains, match))
        else:
            said.setdefault(number - signs, []).append(match)
    return Scan(text, language, rules, linked, Signs(*(said.get(number, ()) for number in range(len(NO_SIGNS)))) if said else NO_SIGNS)


@lru_cache(maxsize=16)
def starts_for(language: Language) -> Starts:
    """Where what a language looks for can begin; made once."""
    signs = (language.moved, language.instead, language.cancelled, language.outdated)
    return Starts((*language.rules, *language.chains, *map(_sign, signs)))


def _sign(pattern: Pattern[str]) -> Rule:
    return Rule("sign", pattern.pattern)
