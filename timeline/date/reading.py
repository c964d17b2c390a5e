"""What is read off each entry before anything is resolved: its expressions with the sentence's tense, its own stamp."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from timeline.date.clauses import Place, Tense, clause_tense, place_at, tense_of
from timeline.date.find import find_in
from timeline.date.grammar import Language
from timeline.date.links import Link, find_links
from timeline.date.partial import Found, Partial
from timeline.date.printed import Day, Stamp, read_day, read_stamp
from timeline.date.scan import NO_SIGNS, Signs, scan
from timeline.model import Entry

_NEAR = 160  # characters a signature and its date can take
_NO_SIGNS = {"headline": NO_SIGNS, "body": NO_SIGNS}
_SIGNATURE = re.compile(r"(?:—|–|-)\s*[^\n—–]{1,80}\(@\w{1,30}\)\s*$")


@dataclass(frozen=True, slots=True)
class Expression:
    """One expression in an entry: where it stands, and how its clause speaks. `signed`: the date stamp of a quoted post; `chained`:
    it counts from another moment of the story, or is part of a link that does; `is_past`: its own clause says so, not only its sentence."""

    part: Literal["headline", "body"]
    place: Place
    found: Found
    tense: Tense
    signed: bool
    chained: bool = False
    is_past: bool = False

    @property
    def partial(self) -> Partial:
        """What the expression says."""
        return self.found.partial

    @property
    def words(self) -> str:
        """The expression as written."""
        return self.place.words

    @property
    def text(self) -> str:
        """What it stands in."""
        return self.place.text

    @property
    def sentence(self) -> str:
        """The sentence it stands in."""
        return self.text[slice(*self.place.sentence)]


@dataclass(frozen=True, slots=True)
class Reading:
    """One entry read. `printed` is what the ticker's own clock or date on it says, `heading` the day heading above it; `stamp` is both
    of them placed, a day with its year and a clock with its zone, once the days of the ticker are known (`stamps.place_stamps`)."""

    entry: Entry
    language: Language
    expressions: tuple[Expression, ...]
    printed: Stamp | None = None
    heading: Day | None = None
    stamp: Partial | None = None
    links: tuple[Link, ...] = ()
    signs: Mapping[str, Signs] = field(default_factory=lambda: _NO_SIGNS)
    """Of the headline and of the body."""

    @property
    def text(self) -> str:
        """Headline and body."""
        return f"{self.entry.headline}\n{self.entry.body}"

    def expressions_in(self, part: str, start: int, end: int) -> Sequence[Expression]:
        """Those that touch a span of the headline or the body."""
        body = part == "body"
        low = bisect_right(self.expressions, (body, start), key=lambda one: (one.part == "body", one.found.end))
        return self.expressions[low : bisect_left(self.expressions, (body, end), key=lambda one: (one.part == "body", one.found.start))]

    def links_in(self, part: str, start: int, end: int) -> Sequence[Link]:
        """Those that touch a span of the headline or the body."""
        body = part == "body"
        low = bisect_right(self.links, (body, start), key=lambda one: (one.part == "body", one.end))
        return self.links[low : bisect_left(self.links, (body, end), key=lambda one: (one.part == "body", one.start))]


def read_entry(entry: Entry, language: Language, *, month_first: bool = False) -> Reading:
    """The expressions of an entry, headline first. `month_first` is how its stamps write `3/4/2022`."""
    expressions: list[Expression] = []
    links: list[Link] = []
    signs: dict[str, Signs] = {}
    parts: tuple[tuple[Literal["headline", "body"], str], ...] = (("headline", entry.headline), ("body", entry.body))
    for part, text in parts:
        scanned = scan(text, language)
        own = [_expression(found, part, text, language) for found in find_in(scanned)]
        linking = _linking(find_links(scanned, part), own)
        expressions += _chained(own, linking, language)
        links += linking
        signs[part] = scanned.signs
    heading = read_day(entry.day, month_first=month_first) if entry.day else None
    stamp = read_stamp(entry.stamp, month_first=month_first) if entry.stamp else None
    return Reading(entry, language, tuple(expressions), stamp, heading, links=tuple(links), signs=signs)


def _expression(found: Found, part: Literal["headline", "body"], text: str, language: Language) -> Expression:
    place = place_at(text, found.start, found.end)
    signed = found.partial.day is not None and bool(_SIGNATURE.search(place.before(_NEAR)))
    tense = tense_of(place, language)
    return Expression(part, place, found, tense, signed, is_past=tense == "past" == clause_tense(place, language))


def _linking(links: Sequence[Link], expressions: Sequence[Expression]) -> list[Link]:
    """The links that no longer expression, and no plan that moved, takes in."""
    starts, ends = [one.found.start for one in expressions], [one.found.end for one in expressions]
    kept = []
    for link in links:
        over = expressions[bisect_right(ends, link.start) : bisect_left(starts, link.end)]
        whole = any(one.found.start <= link.start and one.found.end >= link.end and not one.partial.amounts for one in over)
        named = any(one.partial.anchor and one.found.start != link.start for one in over)
        if not named and not any(one.partial.shift or one.partial.moves for one in over) and (not whole or over[0].partial.anchor):
            kept.append(link)
    return kept


def _chained(expressions: Sequence[Expression], links: Sequence[Link], language: Language) -> list[Expression]:
    """With a mark on those that are no moment of their own: what a link covers, what counts from a day of the story, and the bare clock
    that its sentence puts on such a day."""
    starts, ends = [link.start for link in links], [link.end for link in links]
    marked: list[Expression] = []
    days: set[tuple[int, int]] = set()
    for one in expressions:
        covered = bisect_right(ends, one.found.start) < bisect_left(starts, one.found.end)
        counted = one.partial.is_moment and not one.partial.anchor and bool(language.chained.search(one.words))
        bare = bool(days) and one.partial.has_clock and not one.partial.has_day and one.place.sentence in days
        if counted:
            days.add(one.place.sentence)
        covered = covered and not one.partial.anchor
        marked.append(replace(one, chained=True) if covered or counted or bare else one)
    return marked
