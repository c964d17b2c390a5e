"""What is read off each entry before anything is resolved: its expressions with the sentence's tense, its own stamp."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from timeline.date.clauses import Tense, sentence_at, tense_of
from timeline.date.find import find
from timeline.date.grammar import Language
from timeline.date.partial import Found, Partial
from timeline.date.printed import Day, Stamp, read_day, read_stamp
from timeline.model import Entry

_NEAR = 160  # characters a signature and its date can take
_SIGNATURE = re.compile(r"(?:—|–|-)\s*[^\n—–]{1,80}\(@\w{1,30}\)\s*$")


@dataclass(frozen=True, slots=True)
class Expression:
    """One expression in an entry: where it stands, and how its clause speaks. `signed`: the date stamp of a quoted post."""

    part: Literal["headline", "body"]
    text: str
    found: Found
    tense: Tense
    signed: bool

    @property
    def partial(self) -> Partial:
        """What the expression says."""
        return self.found.partial

    @property
    def words(self) -> str:
        """The expression as written."""
        return self.text[self.found.start : self.found.end]

    @property
    def sentence(self) -> str:
        """The sentence it stands in."""
        start, end = sentence_at(self.text, self.found.start, self.found.end)
        return self.text[start:end]


@dataclass(frozen=True, slots=True)
class Reading:
    """One entry read. `printed` is what the ticker's own clock or date on it says, `heading` the day heading above it; `stamp` is both
    of them placed, a day with its year and a clock with its zone, once the days of the ticker are known (`stamps.place_stamps`)."""

    entry: Entry
    expressions: tuple[Expression, ...]
    printed: Stamp | None = None
    heading: Day | None = None
    stamp: Partial | None = None

    @property
    def text(self) -> str:
        """Headline and body."""
        return f"{self.entry.headline}\n{self.entry.body}"


def read_entry(entry: Entry, language: Language, *, month_first: bool = False) -> Reading:
    """The expressions of an entry, headline first. `month_first` is how its stamps write `3/4/2022`."""
    expressions = []
    for part, text in (("headline", entry.headline), ("body", entry.body)):
        for found in find(text, language):
            signed = found.partial.day is not None and bool(_SIGNATURE.search(text[max(0, found.start - _NEAR) : found.start]))
            tense = tense_of(text, found.start, found.end, language)
            expressions.append(Expression("headline" if part == "headline" else "body", text, found, tense, signed))
    heading = read_day(entry.day, month_first=month_first) if entry.day else None
    return Reading(entry, tuple(expressions), read_stamp(entry.stamp, month_first=month_first) if entry.stamp else None, heading)
