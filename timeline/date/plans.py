"""What a plan that moved makes of the events of its entry: the plan is superseded, and linked to what took its place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from timeline.clock import DAY, wall_at
from timeline.date.elapsed import day_at
from timeline.date.partial import Amount, Partial
from timeline.date.resolve import Frame, Unresolved, resolve, shifted
from timeline.date.shifts import Shift
from timeline.model import Evidence, Moment, Problem
from timeline.moment import clock_moment

if TYPE_CHECKING:
    from timeline.date.events import Dated, Draft


def replan(dated: Dated, shifts: Sequence[Shift]) -> None:
    """Link the plans of an entry with what took their place; the one that is not told is counted from the other."""
    if shifts:
        told = {(one.part, one.start): draft for draft in reversed(dated.drafts) if draft.start or draft.end for one in draft.evidence}
        for shift in shifts:
            for one in shift.also:
                if draft := told.get((one.part, one.found.start)):
                    draft.status, draft.fresh = "superseded", False
            _replan(dated, shift, *(told.get((one.part, one.found.start)) if one else None for one in (shift.old, shift.new)))


def _replan(dated: Dated, shift: Shift, old: Draft | None, new: Draft | None) -> None:
    amount = shift.size.partial.amounts[0] if shift.size and shift.size.partial.amounts else None
    if old is not None and new is not None and shift.denies and new.status == "happened":
        dated.drop(old)  # a correction: it happened not then
    elif old is not None and new is not None:
        _turn(dated, shift, old, new)
        _check(dated, shift, old, new, amount)
        _supersede(old, new)
        if dated.published is None and shift.by_verb and new.status == "happened":
            new.status = "planned"
    elif new is not None and amount is not None:
        plan = _counted(new.start, amount, -_sign(shift), dated.frame)
        if plan is None:
            _report(dated, shift, "moved-from-nowhere")
            return
        new.replaces = replace(new, start=plan, end=None, status="superseded", evidence=[_evidence(shift)], fresh=False, replaces=None)
        dated.drafts.append(new.replaces)
    elif old is not None and (amount is not None or shift.by_verb):
        _postpone(dated, shift, old, amount)
    elif amount is not None and new is None:
        _report(dated, shift, "moved-from-nowhere")


def _supersede(old: Draft, new: Draft) -> None:
    old.status, old.fresh, new.replaces = "superseded", False, old
    if new.status == "superseded":  # the words that gave up the plan stand in its clause too
        new.status = "planned"


def _postpone(dated: Dated, shift: Shift, old: Draft, amount: Amount | None) -> None:
    """The plan is told, and perhaps by how much it moved: without a length it has no new moment yet."""
    status = old.status
    if amount is None:
        old.status, old.fresh = "superseded", False
        return
    later = _counted(old.start, amount, _sign(shift), dated.frame)
    if later is None:
        _report(dated, shift, "moved-from-nowhere")
        return
    new = replace(old, start=later, end=None, status=status, evidence=[_evidence(shift)])
    dated.drafts.append(new)
    _supersede(old, new)
    posted = dated.published.latest if dated.published else None
    if posted is not None and (later.earliest or 0) >= posted:
        new.status = "planned"
    elif posted is not None and shift.size and shift.size.partial.shift:
        new.status = "happened"  # `Beginn mit 15 Minuten Verspätung`: then it has begun


def _turn(dated: Dated, shift: Shift, old: Draft, new: Draft) -> None:
    """`Wednesday's vote was pushed to Thursday`, told on Thursday: the last Wednesday before that, not the next one."""
    partial, there = shift.old.partial if shift.old else None, new.start
    if partial is None or there is None or old.start is None or partial.weekday is None or partial.day is not None or partial.relation:
        return
    day, was = day_at(there), day_at(old.start)
    if day is None or was is None or (day - was) * _sign(shift) >= 0:
        return
    frame = dated.frame.on(was - 7 * _sign(shift), was - 7 * _sign(shift))
    old.start = resolve(replace(partial, relation="this"), frame, "unknown", basis=old.start.basis)[0]


def _check(dated: Dated, shift: Shift, old: Draft, new: Draft, amount: Amount | None) -> None:
    """Both moments, the direction and the length have to agree."""
    if old.start is None or new.start is None or old.start.earliest is None or new.start.earliest is None:
        return
    apart = new.start.earliest - old.start.earliest
    wrong = apart * _sign(shift) <= 0 if shift.direction else apart == 0
    if amount is not None:
        expected = _counted(old.start, amount, 1 if apart > 0 else -1, dated.frame)
        wrong = wrong or (expected is not None and expected.earliest != new.start.earliest)
    if wrong:
        _report(dated, shift, "shift-disagrees")


def _counted(moment: Moment | None, amount: Amount, sign: int, frame: Frame) -> Moment | None:
    """A length on from a moment: hours are time that passes, days keep the clock."""
    if moment is None or amount.number is None:
        return None
    if (size := amount.milliseconds()) is not None:
        return replace(shifted(moment, sign * size), basis="derived") if moment.civil is None else None
    day, zone = day_at(moment), moment.zone or frame.zone
    if day is None:
        return None
    if amount.unit == "week":
        amount = Amount(amount.number * 7, "day")
    partial = Partial(amounts=(amount,), ago=sign < 0, ahead=sign > 0)
    try:
        there = resolve(partial, replace(frame, first_day=day, last_day=day, zone=zone), "unknown", basis="derived")[0]
    except Unresolved:
        return None
    if moment.instant is None or there.precision != "day" or there.earliest is None:
        return there
    wall = wall_at(there.earliest, zone) // DAY * DAY + wall_at(moment.instant, zone) % DAY
    return clock_moment(wall, zone, "derived", approximate=moment.approximate)


def _sign(shift: Shift) -> int:
    return -1 if shift.direction == "earlier" else 1


def _evidence(shift: Shift) -> Evidence:
    if shift.size is not None:
        found = shift.size.found
        return Evidence(shift.size.words, shift.part, found.start, found.end, found.rule)
    return Evidence(shift.words, shift.part, shift.start, shift.start + len(shift.words), "moved")


def _report(dated: Dated, shift: Shift, code: str) -> None:
    words = shift.size.words if shift.size else shift.words
    dated.problems.append(Problem(code, words=words, line=dated.reading.entry.lines[0]))
