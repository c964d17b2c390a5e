"""Words that hang a moment on another one of the story: `eine Stunde später`, `kurz darauf`, `nach der Begrüßung`.

They are found beside the expressions of a text and take those they cover; which moment they hang on is the business of `chains`.
"""

from __future__ import annotations

from dataclasses import dataclass
from operator import attrgetter
from re import Match
from typing import Literal

from timeline.clock import DAY, HOUR, MINUTE
from timeline.date.clauses import Place, Tense, place_at, tense_of
from timeline.date.grammar import Language, Rule, Words
from timeline.date.partial import Amount
from timeline.date.scan import Scan
from timeline.date.values import number_of

Side = Literal["after", "before"]

_GRAINS = (  # minutes: what is a multiple of the first is exact to the second
    (60, 60),
    (30, 30),
    (5, 5),
)
_ABOUT = 10 * MINUTE


@dataclass(frozen=True, slots=True)
class Length:
    """How far a link reaches. `bound`: the number is only the least, or the most; `grain`: how round it is, in milliseconds."""

    amounts: tuple[Amount, ...]
    bound: Literal["least", "most", ""] = ""
    about: bool = False

    @property
    def elapsed(self) -> int | None:
        """Milliseconds that pass, of hours and less and of pieces of a day; None where the calendar counts, or nobody says how many."""
        total = 0
        for amount in self.amounts:
            size = amount.milliseconds()
            if size is None and amount.unit == "day" and amount.number and amount.number % 1:
                size = round(amount.number * DAY)
            if size is None:
                return None
            total += size
        return total

    @property
    def grain(self) -> int:
        """What the words are rounded to: 60 minutes or an hour to the hour, 20 minutes to five of them, twelve to the minute."""
        total = self.elapsed or 0
        grain = next((grain * MINUTE for multiple, grain in _GRAINS if total % (multiple * MINUTE) == 0), 0)
        grain = 12 * HOUR if total >= DAY and total % DAY in (0, DAY // 2) else grain
        return max(grain, _ABOUT) if self.about else grain


@dataclass(frozen=True, slots=True)
class Link:
    """One such expression: where it stands, on which side of its moment it lies, how far (None: nobody says), and the noun of the
    occasion it names. `near`: shortly."""

    part: Literal["headline", "body"]
    place: Place
    rule: str
    side: Side
    tense: Tense
    length: Length | None = None
    near: bool = False
    noun: str | None = None

    @property
    def text(self) -> str:
        """What it stands in."""
        return self.place.text

    @property
    def start(self) -> int:
        """Where it begins there."""
        return self.place.start

    @property
    def end(self) -> int:
        """Behind its last character."""
        return self.place.end

    @property
    def words(self) -> str:
        """The link as written."""
        return self.place.words


def find_links(scanned: Scan, part: Literal["headline", "body"]) -> list[Link]:
    """The links of a text in its order, disjoint: of two that overlap the longer one, unless it would take the number from the other."""
    language = scanned.language
    found = [link for number, match in scanned.chains if (link := _link(language.chains[number], match, language, part))]
    kept: list[Link] = []
    for link in sorted(found, key=attrgetter("start")):
        if not kept or link.start >= kept[-1].end:
            kept.append(link)
        elif link.end - link.start > kept[-1].end - kept[-1].start and (link.start == kept[-1].start or kept[-1].length is None):
            kept[-1] = link
    return kept


def _link(rule: Rule, match: Match[str], language: Language, part: Literal["headline", "body"]) -> Link | None:
    groups = {name: words for name, words in match.groupdict().items() if words is not None}
    place = place_at(match.string, *match.span())
    side: Side = rule.fixed["side"] if "side" in rule.fixed else side_of(groups["side"], language.words)
    noun = groups.get("anchor")
    if noun and "clause" in rule.fixed and place.text[place.clause[0] : place.start].strip():
        return None
    near = "near" in groups or "near" in rule.fixed
    if noun and side == "before" and not near:
        return None  # `vor dem Gipfel`, `vor dem Gericht`: often a place, and never more than a bound
    amounts = rule.fixed.get("amounts") or _amounts(groups, language.words)
    length = _length(amounts, groups)
    return Link(part, place, rule.name, side, tense_of(place, language), length, near, noun)


def side_of(said: str, words: Words) -> Side:
    """On which side of its moment a word puts what it tells: `later` and `after` behind it, any other before."""
    return "after" if said.lower() in words.after | words.later else "before"


def _amounts(groups: dict[str, str], words: Words) -> tuple[Amount, ...]:
    pairs = (("n", "unit"), ("n2", "unit2"))
    return tuple(
        Amount(number_of(groups[number], words) if number in groups else None, words.units[groups[unit].lower()])
        for number, unit in pairs
        if unit in groups
    )


def _length(amounts: tuple[Amount, ...], groups: dict[str, str]) -> Length | None:
    if not amounts or any(amount.number is None for amount in amounts):
        return None  # `einige Stunden später`
    bound: Literal["least", "most", ""] = "least" if "more" in groups else "most" if "less" in groups else ""
    return Length(amounts, bound, "about" in groups)
