"""Plans that moved: which words of a sentence name the plan, which the moment that took its place, and by how much.

`von 14 auf 16 Uhr verschoben` has both, `um zwei Stunden auf 14 Uhr vorgezogen` the new one and a length, `um 14 Uhr ... um zwei Stunden
verschoben` the old one and a length. What is left out is computed from the other two; where all three are told, they have to agree.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from timeline.date.clauses import is_outdated, place_at, sentence_at
from timeline.date.grammar import Language
from timeline.date.partial import Shift as Direction
from timeline.date.reading import Expression, Reading
from timeline.date.scan import Signs, within

_LONGEST_BREAK = 10
_REACH = 90


@dataclass(slots=True)
class Shift:
    """One plan that moved: `size` is the length, `words` what says that it moved. `by_verb`: a verb does, whose tense is not the plan's.
    `denies`: its words deny the moment that they name first. `also`: more days of the old plan."""

    part: Literal["headline", "body"]
    words: str
    start: int
    direction: Direction | None
    by_verb: bool = False
    size: Expression | None = None
    denies: bool = False
    also: tuple[Expression, ...] = ()
    old: Expression | None = None
    new: Expression | None = None


@dataclass(frozen=True, slots=True)
class _Trigger:
    start: int
    end: int
    direction: Direction | None
    size: Expression | None = None
    needs_two: bool = False


def split_ranges(reading: Reading, language: Language) -> Reading:
    """`moved from Tuesday to Thursday` is no range: both ends as expressions of their own, in a sentence that says that something moved."""
    if not any(one.found.to or one.found.closes for one in reading.expressions):
        return reading
    kept: list[Expression] = []
    for one in reading.expressions:
        moves = (one.found.to or one.found.closes) and language.moved.search(one.sentence)
        if not moves or language.between.search(one.words + " "):
            kept.append(one)
        elif one.found.closes:
            kept.append(replace(one, found=replace(one.found, closes=False)))
        else:
            kept += _ends(one)
    return replace(reading, expressions=tuple(kept))


def _ends(one: Expression) -> list[Expression]:
    """One expression for each end that its words tell apart."""
    start = replace(one, found=replace(one.found, to=None))
    found = list(re.finditer(r"\d[\d:.]*(?:\s?[ap]\.?m\b\.?|\s?Uhr|\s?h\b)?", one.words))
    if one.found.to is None or len(found) != 2 or not one.found.to.has_clock or not one.found.rule.startswith("clock-range"):
        return [start]
    first, last = (place_at(one.text, one.found.start + match.start(), one.found.start + match.end()) for match in found)
    return [
        replace(start, place=first, found=replace(start.found, start=first.start, end=first.end)),
        replace(start, place=last, found=replace(start.found, start=last.start, end=last.end, partial=one.found.to)),
    ]


def moved_by_verb(shifts: Sequence[Shift]) -> dict[tuple[str, int], bool]:
    """Where the expressions of plans stand that a verb moved: True for the plan, False for what took its place."""
    moved: dict[tuple[str, int], bool] = {}
    for shift in shifts:
        for one, is_old in ((shift.old, True), (shift.new, False), *((one, True) for one in shift.also)):
            if one and (shift.by_verb or is_old):
                moved.setdefault((one.part, one.found.start), is_old)
    return moved


def to_be(expression: Expression, moved: Mapping[tuple[str, int], bool], signs: Signs, language: Language) -> Expression:
    """An expression beside a verb that moved its plan, or called it off: that it did is past, and not when it was to be."""
    is_old = moved.get((expression.part, expression.found.start))
    if is_old:
        return replace(expression, tense="unknown")
    if is_old is False:
        partial = replace(expression.partial, until=False)  # `put off until Friday`: no mere end
        expression = replace(expression, found=replace(expression.found, partial=partial))
        return replace(expression, tense="unknown") if expression.tense == "past" else expression
    if expression.tense != "past":
        return expression
    clause = expression.place.clause
    called_off = within(signs.cancelled, *clause) or within(signs.moved, *clause)
    if called_off and language.auxiliary.search(expression.text, expression.found.end, called_off[0].start()):
        return replace(expression, tense="unknown")
    return expression


def find_shifts(reading: Reading, language: Language) -> list[Shift]:
    """The plans that moved in an entry, in the order of its text. Where it says that one did not, none did."""
    found: list[Shift] = []
    for part, text in (("headline", reading.entry.headline), ("body", reading.entry.body)):
        triggers = _triggers(reading, part, text, reading.signs[part], language)
        for index, trigger in enumerate(triggers):
            first, last = sentence_at(text, trigger.start, trigger.end)
            if index and triggers[index - 1].start >= first:
                first = _cut(text, triggers[index - 1].end, trigger.start, language)
            if index + 1 < len(triggers) and triggers[index + 1].start < last:
                last = _cut(text, trigger.end, triggers[index + 1].start, language)
            inside = [e for e in reading.expressions_in(part, first, last) if first <= e.found.start < last]
            shift = _shift("headline" if part == "headline" else "body", text, trigger, inside, reading)
            if shift:
                found.append(shift)
    return found


def _cut(text: str, start: int, end: int, language: Language) -> int:
    mark = language.parts.search(text, start, end)
    return mark.start() if mark else end


def _triggers(reading: Reading, part: str, text: str, signs: Signs, language: Language) -> list[_Trigger]:
    found = []
    for match in signs.moved:
        if not language.denied.search(text[max(0, match.start() - _REACH) : match.start()]):
            group = match.lastgroup
            found.append(_Trigger(match.start(), match.end(), "earlier" if group == "earlier" else "later" if group == "later" else None))
    for one in reading.expressions_in(part, 0, len(text)):
        if one.partial.shift:
            found.append(_Trigger(one.found.start, one.found.end, one.partial.shift, one))
    found += [_Trigger(match.start(), match.end(), None, needs_two=True) for match in signs.instead]
    found.sort(key=lambda one: (one.start, one.needs_two))
    kept: list[_Trigger] = []
    read = 0  # up to where no break is known to be
    for trigger in found:  # `verschoben, statt um 14 ...` is one
        two = kept and (trigger.needs_two or kept[-1].needs_two)
        same = two and sentence_at(text, kept[-1].start, kept[-1].end)[1] > trigger.start
        if same and not language.parts.search(text, max(kept[-1].end, read), trigger.start):
            kept[-1] = kept[-1] if trigger.needs_two else trigger
            read = trigger.start - _LONGEST_BREAK
        else:
            kept.append(trigger)
    return kept


def _shift(part: Literal["headline", "body"], text: str, trigger: _Trigger, inside: Sequence[Expression], reading: Reading) -> Shift | None:
    language, signs = reading.language, reading.signs[part]
    moments = [e for e in inside if e is not trigger.size and not e.chained and _is_dated(e, text, language)]
    size = trigger.size or next((e for e in inside if _is_size(e, text, language)), None)
    by_verb = trigger.size is None and not trigger.needs_two
    shift = Shift(part, text[trigger.start : trigger.end], trigger.start, trigger.direction, by_verb, size)
    if trigger.size is not None:
        near = [e for e in moments if e.partial.has_clock] or moments
        nearest = min(near, key=lambda e: abs(e.found.start - trigger.start), default=None)
        if nearest and is_outdated(nearest.place, signs, language):  # `15 Minuten Verspätung, geplant war 20.30 Uhr`
            shift.old = nearest
        else:
            shift.new = nearest
        return shift
    shift.old = next((e for e in moments if _was_for(text, e, language)), None)
    shift.also = _joined(shift.old, moments, text, language)
    rest = [e for e in moments if shift.old is None or (e.partial != shift.old.partial and e not in shift.also)]
    shift.new = next((e for e in reversed(rest) if language.onto.search(_ahead(text, e))), None)
    if shift.new is None and shift.old is not None and rest:
        shift.new = rest[-1]
    if shift.old is None:
        others = [e for e in rest if e is not shift.new]
        same = [e for e in others if e.partial.has_clock == (shift.new or e).partial.has_clock]
        if not same and by_verb:  # `tonight's 7:30 p.m. concert was postponed to Saturday`
            same = [e for e in others if e.found.end <= trigger.start]
        shift.old = next((e for e in same if trigger.needs_two or language.auxiliary.search(text, e.found.end, trigger.end)), None)
    if trigger.needs_two and (shift.old is None or shift.new is None):
        return None
    shift.denies = trigger.needs_two and bool(language.denied.search(f"{shift.words} "))
    return shift if shift.old or shift.new or size else None


def _joined(old: Expression | None, moments: Sequence[Expression], text: str, language: Language) -> tuple[Expression, ...]:
    """`planned for Thursday and Friday`: the second day of the same plan."""
    if old is None:
        return ()
    return tuple(
        e for e in moments if e.found.start > old.found.end and language.joint.fullmatch(text[old.found.end : e.found.start].strip())
    )


def _is_dated(one: Expression, text: str, language: Language) -> bool:
    """A moment; of those that are only an end the one it went to (`put off until Friday`), and the one it was to be by."""
    partial = one.partial
    if not partial.is_moment or not (partial.has_clock or partial.has_day or (partial.part and _was_for(text, one, language))):
        return False
    return not partial.until or bool(language.onto.search(_ahead(text, one))) or _was_for(text, one, language)


def _is_size(one: Expression, text: str, language: Language) -> bool:
    if one.partial.moves:
        return True
    mere = bool(one.partial.amounts) and not one.partial.is_moment and not one.partial.each and not one.partial.shift
    return mere and bool(language.by.search(_ahead(text, one)))


def _ahead(text: str, one: Expression) -> str:
    """What stands right before an expression."""
    return text[max(0, one.found.start - _REACH) : one.found.start]


def _was_for(text: str, one: Expression, language: Language) -> bool:
    """Whether an expression is what a plan was for; the preposition of a part of day belongs to it (`für den Nachmittag`)."""
    inner = one.found.start + one.words.rfind(" ") + 1
    ahead = (_ahead(text, one), text[max(0, inner - _REACH) : inner] if one.partial.part else "")
    return any(language.out_of.search(words) for words in ahead)
