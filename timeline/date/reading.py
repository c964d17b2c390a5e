"""What is read off each entry before anything is resolved: its expressions with the sentence's tense, its own stamp."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from timeline.date.clauses import Tense, sentence_at, tense_of
from timeline.date.find import find
from timeline.date.grammar import Language
from timeline.date.partial import Found, Partial
from timeline.model import Entry

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
    """One entry read. `stamp` is what the ticker's own clock or date on it says."""

    entry: Entry
    expressions: tuple[Expression, ...]
    stamp: Partial | None

    @property
    def text(self) -> str:
        """Headline and body."""
        return f"{self.entry.headline}\n{self.entry.body}"


def read_entry(entry: Entry, language: Language) -> Reading:
    """The expressions of an entry, headline first."""
    expressions = []
    for part, text in (("headline", entry.headline), ("body", entry.body)):
        for found in find(text, language):
            signed = found.partial.day is not None and bool(_SIGNATURE.search(text[: found.start]))
            tense = tense_of(text, found.start, found.end, language)
            expressions.append(Expression("headline" if part == "headline" else "body", text, found, tense, signed))
    return Reading(entry, tuple(expressions), _stamp(entry.stamp, language))


def _stamp(words: str, language: Language) -> Partial | None:
    """A bare `14.39` is a clock on a headline, though not in a sentence."""
    if not words:
        return None
    bare = re.fullmatch(r"(\d{1,2})[.:](\d{2})(.*)", words.strip())
    if bare and not re.match(r"\s?(?:Uhr|h\b|[ap]\.?\s?m)", bare[3], re.IGNORECASE):
        words = f"{bare[1]}:{bare[2]}{bare[3]}"
    found = find(words, language)
    return found[0].partial if found else None
