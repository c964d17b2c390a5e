"""What a language has to say about itself: words and patterns, as tables; one `Language` per file beside this one.

A rule is a name and a pattern. What a match means follows from the names of its groups, the same in every language (`values.GROUPS`), and
from what the rule fixes besides: `Rule("weekend", r"am Wochenende", unit="weekend")`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from re import Pattern
from typing import Any

from timeline.abbreviations import ABBREVIATIONS
from timeline.date.partial import Holiday, Part, Portion, Relation, Season, Unit

_NEVER = re.compile(r"(?!)")


class Rule:
    """One row of a grammar: `pattern` is matched without regard to case, `fixed` are fields of `Partial` that every match has."""

    __slots__ = ("_compiled", "fixed", "name", "source")

    def __init__(self, name: str, pattern: str, **fixed: Any) -> None:
        self.name = name
        self.source = pattern
        self.fixed = fixed
        self._compiled: Pattern[str] | None = None

    @property
    def pattern(self) -> Pattern[str]:
        """Compiled when it is first asked for: a text is in one language, and the patterns of five cost more than most texts."""
        if self._compiled is None:
            self._compiled = re.compile(self.source, re.IGNORECASE)
        return self._compiled


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """What words mean, in lower case. A number of None is "some"."""

    numbers: Mapping[str, float | None]
    ordinals: Mapping[str, int]
    units: Mapping[str, Unit]
    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    parts: Mapping[str, Part]
    days: Mapping[str, int]
    seasons: Mapping[str, Season]
    holidays: Mapping[str, Holiday]
    relations: Mapping[str, Relation]
    portions: Mapping[str, Portion]
    decades: Mapping[str, int]
    clocks: Mapping[str, tuple[int, int]]
    """`Mitternacht` -> (0, 0)."""
    zones: Mapping[str, str]
    """Words behind a clock -> IANA key, offset or `local`; abbreviations come from `timeline.abbreviations`."""
    last: frozenset[str] = frozenset()
    later: frozenset[str] = frozenset()
    after: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """The grammar of one language.

    `rules` find expressions; `bridge` matches the text between two that belong together, `twin` between two clocks for one instant,
    `until` right before one that is only an end, `range` between the two ends of a range, `joint` the "and" among them, which needs
    `between` before the first end; `origin` is what else stands there ("from"). `placed` stands between a clock and the place it is of.
    `future`, `past` and `cancelled` are read in the clause around an expression. `occasions` are nouns a date can be counted from,
    `opening` the words that say an occasion begins. `common` are its most frequent words, for telling it apart.
    """

    code: str
    words: Words
    rules: tuple[Rule, ...]
    bridge: Pattern[str]
    twin: Pattern[str]
    until: Pattern[str]
    range: Pattern[str]
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
    between: Pattern[str] = re.compile(r"\b(?:zwischen|between)\s$", re.IGNORECASE)
    joint: Pattern[str] = re.compile(r"\b(?:und|and)\b", re.IGNORECASE)
    origin: Pattern[str] = re.compile(r"\b(?:von|vom|zwischen|from|between)\s$", re.IGNORECASE)
    counted: Pattern[str] = _NEVER
    """Between a length and the day or clock it counts from; its group `side` says on which side, or `from` that it begins there."""
    lasting: Pattern[str] = _NEVER
    """Between a clock and the length of what begins then."""
    bounded: Pattern[str] = _NEVER
    """Between a day and the clock that is one end of what is meant; `bound` of it."""
    bound: Pattern[str] = re.compile(
        r"\b(?:(?P<until>bis(?:\s(?:zum|zur))?|spätestens)|(?P<since>seit|ab|frühestens)|(?P<before>vor)|(?P<after>nach))"
        r"(?:\s(?:dem|der|den|am|um|im))?\s(?:Jahr\s)?$",
        re.IGNORECASE,
    )
    """Right before an expression that is one end of an open range: its groups are the lower-case values of TIMEX3's `mod`."""
    bound_behind: Pattern[str] = _NEVER
    """The same right behind it: "or later"."""
    scores: Pattern[str] = _NEVER
    """Words of a sentence whose bare numbers are results or counts, and no hours."""
    placed: Pattern[str] = re.compile(r"\s(?:in|from)\s")
    nowadays: frozenset[str] = frozenset()
    """Words for today that also mean these days."""
    hours: dict[Part, tuple[int, int]] = field(default_factory=dict)
    """Parts of the day whose hours differ from `partial.PART_HOURS`."""
    onto: Pattern[str] = _NEVER
    """Right before the moment that a plan moved to."""
    out_of: Pattern[str] = _NEVER
    """Right before the moment that it was planned for."""
    by: Pattern[str] = _NEVER
    """Right before the length that it moved by."""
    instead: Pattern[str] = _NEVER
    """Words that say a plan moved where a sentence names two moments."""
    denied: Pattern[str] = _NEVER
    """Right before what moved a plan, or called it off: it did not."""
    chains: tuple[Rule, ...] = ()
    """Expressions that count from another moment of the story; `links` reads their groups."""
    chained: Pattern[str] = _NEVER
    """Words of an expression of `rules` that counts from there as well, and not from today: `the following morning`."""
    outdated: Pattern[str] = _NEVER
    """Words of a clause that tell what was to be, and no longer is."""
    auxiliary: Pattern[str] = _NEVER
    """What stands between a plan and the verb that moves it, and not between the day on which it was moved and the verb."""
    parts: Pattern[str] = re.compile(r"[,;]")
    """Between two parts of a sentence that speak of a plan each; ten characters at most."""
    at_once: Pattern[str] = re.compile(r"\s?")
    """All between what calls a plan off and the moment at which it did: `was called off at 3 p.m.`"""
    participle: Pattern[str] = _NEVER
    """What calls a plan off and stands right behind the moment at which it did: `um 15 Uhr abgesagt`."""
    second: Pattern[str] = _NEVER
    """Right before the second moment that was to be and is not: `it was to be at 5 p.m., then at 9 p.m.`"""
    since: Pattern[str] = _NEVER
    """Right before the clock at which something began that goes on."""
    lasted: Pattern[str] = _NEVER
    """Words of a clause that say that what lasts until a clock is over."""
    today: Pattern[str] = _NEVER
    """Right before the date of the day itself: `today is`."""
    ahead: Pattern[str] = _NEVER
    """Right before a day still to come, however past its sentence is: `the journey planned for Friday was called off`."""
    likewise: Pattern[str] = _NEVER
    """The end of a clause without a verb, of which the one before it says what became of it: `the one at six as well`."""
    halves: Pattern[str] = _NEVER
    """A clock with its half of the day: in a text that has one, `5:45` is of either half."""
    meant_for: Pattern[str] = _NEVER
    """Right before the clock of what was announced, whose verb tells when that was done and not the clock: `called for 3 p.m.`"""
    not_until: Pattern[str] = _NEVER
    """Right before a moment at which something began that did not before: `did not arrive until 3 p.m.`"""
    same_year: Pattern[str] = _NEVER
    """Right behind a date of the year that was told before it: `on 13 October of that year`."""
    then: Pattern[str] = _NEVER
    """Words before a length that say it follows what was named before."""
    rough: Pattern[str] = _NEVER
    """Words right before a length that is no exact one."""
    journey: Pattern[str] = _NEVER
    """Words of a sentence whose length is that of a journey that arrives."""
    departure: str = "{length}"
    """What the beginning of such a journey is called."""


def words(*alternatives: str) -> str:
    """A pattern for any of some words, the longest first: as a tree, since `re` tries one alternative after the other.

    >>> words("Montag", "Monat", "Mo")
    '(?:Mo(?:n(?:at|tag))?)'
    """
    return f"(?:{_tree(alternatives)})"


def _tree(alternatives: Iterable[str]) -> str:
    tails: dict[str, list[str]] = {}
    for word in sorted(alternatives):
        tails.setdefault(word[:1], []).append(word[1:])
    ends = "" in tails
    branches = [re.escape(letter) + _tree(rest) for letter, rest in tails.items() if letter]
    if len(branches) == 1 and not ends:
        return branches[0]
    return f"(?:{'|'.join(branches)}){'?' if ends else ''}" if branches else ""


def zone_pattern(zones: Mapping[str, str]) -> str:
    """A pattern for the zone behind a clock, in brackets (group `zone`) or not (`zone2`).

    Abbreviations are matched as written, in capitals only, words in any case.
    """
    names = sorted(ABBREVIATIONS, key=len, reverse=True)
    spoken = sorted(zones, key=len, reverse=True)
    offset = r"(?:UTC|GMT)\s?[+-]\s?\d{1,2}(?::?[0-5]\d)?"
    zone = rf"(?P<zone>{offset}|(?-i:{'|'.join(names)})(?![\w+-])|(?:{'|'.join(map(re.escape, spoken))})\b)"
    return rf"(?:\s?(?:\(\s?{zone}\s?\)|,?\s?{zone.replace('?P<zone>', '?P<zone2>')}))?"
