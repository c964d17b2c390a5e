"""Two clocks for one instant: `14.00 Uhr (Ortszeit/8.00 Uhr MEZ)`. The second one is a check, and may tell the day or the zone of both."""

from __future__ import annotations

import re
from dataclasses import replace

from timeline.date.grammar import Language
from timeline.date.partial import Found, Partial
from timeline.date.places import PLACE, zone_of_place

_PLACE = re.compile(PLACE)


def twin_of(left: Found, right: Found, text: str, between: str, language: Language) -> Found | None:
    """The first of two clocks with the second one as its twin; None where the words between them say nothing of the kind."""
    if left.twin or not language.twin.fullmatch(between) or not (right.partial.zone or left.partial.zone):
        return None
    if right.partial.zone is None and (place := _PLACE.search(between)):  # `in Deutschland war es da schon Samstag, 3.15 Uhr`
        right = replace(right, partial=replace(right.partial, zone=zone_of_place(place["place"])))
    bracket = "(" in between or "[" in between
    end = left.end
    if bracket:  # the bracket belongs to the expression, up to where it closes
        end = right.end
        rest = text[end : end + 2].lstrip()
        if rest[:1] in (")", "]"):
            end = text.index(rest[0], end) + 1
    spoken = [word for word, zone in language.words.zones.items() if zone == "local"]
    local = left.partial.zone or ("local" if any(word.lower() in between.lower() for word in spoken) else None)
    return replace(left, end=end, partial=replace(left.partial, zone=local), twin=right.partial, rule=f"{left.rule}+twin")


def with_day_of_twin(left: Found, right: Found, twin: Partial, text: str, language: Language) -> Found | None:
    """`01:40 local time (23:40 BST on Wednesday)`: the day is that of the second clock."""
    joined = twin.joined(right.partial) if language.bridge.fullmatch(text, left.end, right.start) else None
    return replace(left, end=right.end + (text[right.end : right.end + 1] == ")"), twin=joined) if joined else None


def is_open(words: str) -> bool:
    """A bracket in it does not close."""
    return words.count("(") > words.count(")")
