"""Lengths beside a clock of the entry: what follows a planned beginning, one after the other, and when a journey that arrives set out.

`Nach der Begrüßung ... ein 20-minütiges Gespräch` begins where what was named before ends; `erreicht nach 66 Stunden` set out 66 hours
before the arrival. What is derived is as uncertain as what it hangs on.
"""

from __future__ import annotations

from dataclasses import replace

from timeline.clock import DAY, format_date, wall_at
from timeline.date.clauses import label_of
from timeline.date.events import Dated, Draft
from timeline.date.partial import Amount
from timeline.date.reading import Expression
from timeline.date.resolve import shifted
from timeline.model import Evidence, Moment
from timeline.moment import civil, clock_moment

SHORTEST_JOURNEY = 3 * 3_600_000
"""Milliseconds: below it, a length beside an arrival is a delay or a wait."""


def follow(dated: Dated) -> None:
    """Add what follows a planned clock of the entry, one after the other, as long as the words say for how long."""
    cursor: Moment | None = None
    planned = {_place(draft): draft for draft in reversed(dated.drafts) if draft.status == "planned" and draft.evidence}
    for expression in dated.reading.expressions:
        if expression.part != "body" or expression.chained:
            continue
        draft = planned.get((expression.part, expression.found.start)) if expression.partial.has_clock else None
        if draft is not None:
            cursor = draft.end or draft.start
            continue
        length = _length(expression)
        if cursor is None or cursor.instant is None or length is None or expression.tense != "future":
            continue
        then = dated.frame.language.then.search(expression.text[expression.place.sentence[0] : expression.found.start])
        end = _later(cursor, length)
        if then:
            dated.drafts.append(_next(dated, expression, cursor, None if _is_rough(dated, expression) else end))
        cursor = end


def set_out(dated: Dated) -> None:
    """Add when a journey began whose length and arrival the entry tells; the arrival may be known by the order of the ticker alone."""
    language = dated.frame.language
    arrival = next((draft.start for draft in dated.drafts if draft.start and draft.status == "happened" and not draft.background), None)
    if arrival is None or arrival.latest is None:
        return
    for expression in dated.reading.expressions:
        length = _length(expression)
        if length is None or length < SHORTEST_JOURNEY or not language.journey.search(expression.sentence):
            continue
        label = language.departure.format(length=expression.words)
        dated.drafts.append(
            Draft(label, _before(arrival, length), None, "happened", [_evidence(expression)], background=True, earlier=True)
        )
        return


def _place(draft: Draft) -> tuple[str, int]:
    return draft.evidence[0].part, draft.evidence[0].start


def _length(expression: Expression) -> int | None:
    """Milliseconds of a mere length in minutes or hours; of a single one, not of a repetition or a shift."""
    partial = expression.partial
    if partial.is_moment or partial.each or partial.moves or partial.shift or len(partial.amounts) != 1:
        return None
    amount: Amount = partial.amounts[0]
    return amount.milliseconds()


def _next(dated: Dated, expression: Expression, start: Moment, end: Moment | None) -> Draft:
    label = label_of(expression.place, dated.frame.language, keep=True)
    return Draft(label, replace(start, basis="derived"), end, "planned", [_evidence(expression)])


def _is_rough(dated: Dated, expression: Expression) -> bool:
    """`etwa eineinhalb Stunden` gives no end that could be printed."""
    return bool(dated.frame.language.rough.search(expression.place.before(16)))


def _later(moment: Moment, length: int) -> Moment:
    return replace(shifted(moment, length), basis="derived")


def _before(moment: Moment, length: int) -> Moment:
    """The same moment a length earlier; a civil date stays one, of the day its first hour falls on, and after days there is no clock."""
    zone = moment.zone or "UTC"
    if moment.instant is not None and length < DAY:
        return clock_moment(wall_at(moment.instant - length, zone), zone, "derived", approximate=True)
    if moment.instant is not None:  # a journey of days is told in round hours
        day = wall_at(moment.instant - length, zone) // DAY
        return replace(civil(day, day, "day", zone, "derived"), approximate=True)
    latest = (moment.latest or 0) - length
    earliest = None if moment.earliest is None else moment.earliest - length
    first = latest - DAY if earliest is None or latest - earliest > DAY else earliest
    date = format_date(wall_at(first, zone) // DAY)
    return replace(moment, earliest=earliest, latest=latest, civil=date, precision="day", approximate=True, basis="derived", named=None)


def _evidence(expression: Expression) -> Evidence:
    return Evidence(expression.words, expression.part, expression.found.start, expression.found.end, f"chain+{expression.found.rule}")
