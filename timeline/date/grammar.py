"""What a language has to say about itself: one `Language` per file beside this one."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from re import Pattern

from timeline.abbreviations import ABBREVIATIONS
from timeline.date.partial import Part, Rule


@dataclass(frozen=True, slots=True)
class Language:
    """The grammar of one language, as tables.

    `rules` find expressions; `bridge` matches the text between two that belong together, `twin` between two clocks for one instant.
    `future`, `past` and `cancelled` are read in the clause around an expression. `occasions` are nouns a date can be counted from,
    `opening` the words that say an occasion begins. `common` are its most frequent words, for telling it apart.
    """

    code: str
    name: str
    rules: tuple[Rule, ...]
    bridge: Pattern[str]
    twin: Pattern[str]
    future: Pattern[str]
    past: Pattern[str]
    cancelled: Pattern[str]
    moved: Pattern[str]
    planned: Pattern[str]
    occasions: frozenset[str]
    opening: Pattern[str]
    lead: Pattern[str]
    """Words before an expression that go when it is cut out of a label."""
    common: frozenset[str]
    desk_zone: str
    """Where a newsroom of this language has its clock, if nothing else is said."""
    hours: dict[Part, tuple[int, int]] = field(default_factory=dict)
    """Parts of the day whose hours differ from `partial.PART_HOURS`."""
    zone_words: dict[str, str] = field(default_factory=dict)
    """Words after a clock -> IANA key, offset, or `local`; abbreviations come from `timeline.abbreviations`."""


def words(*alternatives: str) -> str:
    """A pattern for any of some words, the longest first."""
    return "(?:" + "|".join(sorted(map(re.escape, alternatives), key=len, reverse=True)) + ")"


def zone_pattern(zone_words: dict[str, str]) -> str:
    """A pattern for the zone behind a clock, in brackets or not, as group `zone`; it captures the words alone.

    Abbreviations are matched as written in capitals only, words in any case.
    """
    names = sorted(ABBREVIATIONS, key=len, reverse=True)
    spoken = sorted(zone_words, key=len, reverse=True)
    offset = r"(?:UTC|GMT)\s?[+-]\s?\d{1,2}(?::?[0-5]\d)?"
    zone = rf"(?P<zone>{offset}|(?-i:{'|'.join(names)})(?![\w+-])|(?:{'|'.join(map(re.escape, spoken))})\b)"
    return rf"(?:\s?(?:\(\s?{zone}\s?\)|,?\s?{zone.replace('?P<zone>', '?P<zone2>')}))?"
