"""Occasions that a story dates by itself: `um 18 Uhr beginnt das Abendessen` is what `nach dem Abendessen` counts from."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter

from timeline.date.clauses import clause_at
from timeline.date.events import Dated, Draft
from timeline.date.resolve import Frame, occasion_day
from timeline.model import Moment
from timeline.moment import civil

_WORD = re.compile(r"[^\W\d_]{3,}")
_INFLECTED = re.compile(r"(?<=\w{4})(?:es|s|en|n)$")


@dataclass(frozen=True, slots=True)
class Named:
    """What the clauses of a story's events name: the key of a word -> positions of entries, and the first event of each that is dated."""

    events: dict[str, list[tuple[int, Draft]]]

    def moment(self, noun: str, index: int, frame: Frame) -> Moment | None:
        """When the occasion was that an entry names: the editor's anchors and the story's own opening first, then the nearest entry that
        dates it, the older of two as near."""
        name = noun.lower()
        if (day := occasion_day(name, frame)) is not None:
            return civil(day, day, "day", frame.zone, "stated")
        found = self.events.get(_key(name.split()[-1]), ())
        newer = bisect_right(found, index, key=itemgetter(0))
        near = found[max(0, newer - 1) : newer + 1]
        nearest = min(near, key=lambda one: (abs(one[0] - index), one[0] > index), default=None)
        if nearest is None:
            return None
        return nearest[1].end or nearest[1].start


def name_all(dated: Sequence[Dated]) -> Named:
    """The events whose clause, or whose headline, names an occasion that some words of the story count from."""
    wanted = {_key(noun.split()[-1].lower()) for one in dated for noun in _nouns(one)}
    events: dict[str, list[tuple[int, Draft]]] = {}
    if wanted:
        for index, one in enumerate(dated):
            for draft in one.drafts:
                for key in wanted & _named_by(one, draft) if draft.start and draft.status != "cancelled" else ():
                    named = events.setdefault(key, [])
                    if not named or named[-1][0] != index:
                        named.append((index, draft))
    return Named(events)


def _nouns(one: Dated) -> Iterator[str]:
    yield from (link.noun for link in one.reading.links if link.noun)
    yield from (expression.partial.anchor for expression in one.reading.expressions if expression.partial.anchor)


def _named_by(one: Dated, draft: Draft) -> set[str]:
    """Words of the clause that dates an event, but for those that only count from what they name; and of the headline it goes by."""
    entry = one.reading.entry
    said = [entry.headline] if draft.label == entry.headline else []
    for evidence in draft.evidence[:1]:
        text = entry.headline if evidence.part == "headline" else entry.body
        if evidence.part == "hand":
            continue
        first, last = clause_at(text, evidence.start, evidence.end)
        clause = text[first:last]
        for link in one.reading.links_in(evidence.part, first, last):
            if link.noun:
                clause = clause.replace(link.words, " ")
        if not any(e.partial.anchor for e in one.reading.expressions_in(evidence.part, first, last)):
            said.append(clause)
    return {_key(word) for text in said for word in _WORD.findall(text.lower())}


def _key(word: str) -> str:
    return _INFLECTED.sub("", word)
