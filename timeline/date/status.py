"""Whether what an expression dates happened, was planned, was called off, or was to be and no longer is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.clock import DAY, MINUTE, wall_at
from timeline.date.clauses import Tense, is_cancelled, is_outdated
from timeline.date.partial import PART_HOURS
from timeline.date.reading import Expression
from timeline.date.scan import within
from timeline.model import CLOCK_PRECISIONS, Moment, Status

if TYPE_CHECKING:
    from timeline.date.events import Dated

_ROUNDED = 10 * MINUTE
"""So much later than its stamp is what an entry tells: desks round."""
_GAPPED = 6
"""No more words has a clause whose verb is that of the one before it: `die um 18 Uhr auch`."""
_LONG_AGO = 60
"""Days behind which no plan of a ticker lies."""


def status_of(dated: Dated, expression: Expression, moment: Moment, tense: Tense) -> Status:
    """The words decide; where they do not, what lies after the entry was posted was a plan then."""
    over = _is_over(dated, moment)
    if (expression.partial.relation == "future" or tense == "future") and not over:
        return "planned"
    if (expression.partial.days or 0) > 0:
        return "planned"
    for_it = bool(dated.frame.language.ahead.search(expression.place.before(16)))  # `have been called for 3.30pm`
    if (for_it or not (expression.is_past or expression.signed)) and _is_ahead(dated, moment, slack=0 if for_it else _ROUNDED):
        return "planned"
    if expression.partial.until and tense != "past" and not _has_ended(dated, moment):
        return "planned"
    if tense == "past" or expression.signed or over:
        return "happened"
    posted = dated.published.earliest if dated.published else None
    if moment.earliest is not None:
        if posted is not None and (moment.precision in CLOCK_PRECISIONS or moment.precision in PART_HOURS):
            return "planned" if moment.earliest > posted else "happened"
        last = dated.frame.last_day
        if last is not None and wall_at(moment.earliest, moment.zone or "UTC") // DAY > last:
            return "planned"
    if expression.partial.relation == "this":
        return "planned"
    headline = dated.reading.entry.headline  # `So soll das Treffen verlaufen`: the present tense below it is a programme
    return "planned" if expression.partial.is_deictic and dated.frame.language.future.search(headline) else "happened"


def given_up_in(dated: Dated, expression: Expression) -> Status | None:
    """Whether the words around an expression say that it was called off, or is no longer to be."""
    place, signs = expression.place, dated.reading.signs[expression.part]
    language = dated.frame.language
    if language.likewise.search(place.text, *place.clause) and len(place.text[slice(*place.clause)].split()) <= _GAPPED:
        place = place._replace(clause=(place.sentence[0], place.clause[1]))
    if is_cancelled(place, signs, language):
        return "cancelled"
    if not is_outdated(place, signs, dated.frame.language):
        return None
    return "cancelled" if within(signs.cancelled, *place.sentence) else "superseded"


def _is_over(dated: Dated, moment: Moment) -> bool:
    """A date long before the entry was posted is no plan, whatever its verb: `am 10. November 2023 musste der Ort geräumt werden`."""
    day = dated.frame.first_day if dated.frame.first_day is not None else dated.frame.last_day
    return day is not None and moment.latest is not None and moment.latest < (day - _LONG_AGO) * DAY


def _has_ended(dated: Dated, moment: Moment) -> bool:
    """A clock before the stamp of its entry, until which something is told: `Wahlbeteiligung bis 16 Uhr`."""
    posted = dated.published.earliest if dated.published else None
    clock = moment.precision in CLOCK_PRECISIONS and moment.latest is not None
    return clock and posted is not None and (moment.latest or 0) <= posted


def _is_ahead(dated: Dated, moment: Moment, *, slack: int) -> bool:
    """What lies behind the day of its entry, or behind its stamp, was a plan then, whatever its verb: `is held on 18 August`."""
    posted, day, at = dated.published, dated.frame.last_day, moment.earliest if moment.named is None else moment.named
    if at is None:
        return False
    if posted is not None and posted.latest is not None and moment.precision in CLOCK_PRECISIONS:
        return at > posted.latest + slack
    return day is not None and wall_at(at, moment.zone or "UTC") // DAY > day
