"""On which day a bare clock is: the one that its sentence or what it goes on with names, else the one nearest to the entry's stamp."""

from __future__ import annotations

from dataclasses import replace

from timeline.clock import DAY, HOUR, MINUTE
from timeline.date.clauses import Tense
from timeline.date.grammar import Language
from timeline.date.partial import Partial
from timeline.date.places import zones_named
from timeline.date.reading import Expression, Reading
from timeline.date.resolve import Frame, Unresolved, resolve
from timeline.model import Moment

_SLACK = 10 * MINUTE
"""So much later than the stamp a clock in the past tense can be: desks round."""
_LITTLE = 3 * HOUR
"""So much after its stamp no post tells of the day before without saying so."""
_SPAN = 8
"""So many days and more are too many to choose from."""
_NEAREST = 11 * HOUR
"""Nearer than that is no clock of the day before or after, even where the clock is set in between."""
_SAME_DAY = 10 * HOUR
"""So much nearer has the clock of the evening before to be than the one of the day itself: most of what a post tells is of its own day,
even in a sentence that is past for another verb (`fueling starts at 2.20 p.m., once the last have left the pad`)."""
_EARLY = 6
"""Nothing is planned for an hour before that one, unless it says that it is at night, or it is night."""
_LEAD = 60
"""Minutes that what leads up to a moment begins before it."""
_NEXT = 400
"""Characters that a story told of another day goes on for."""


def with_day(reading: Reading, one: Expression, *, stamped: bool) -> Partial:
    """A bare clock is on the day that its sentence names before it; one that goes on with what happened on a date, on that date.

    An entry without a stamp goes on with the weekday that it names, in the next sentences too, and with a part of that day.
    """
    partial, start = one.partial, one.found.start
    if partial.zone == "local" and (zone := _zone_of_clause(one)):
        partial = replace(partial, zone=zone)
    if partial.month is not None and partial.year is None and reading.language.same_year.match(one.text, one.found.end):
        years = [before.partial.year for before in reading.expressions_in(one.part, 0, start) if before.partial.year is not None]
        return replace(partial, year=years[-1]) if years else partial
    if not (partial.has_clock or (partial.part and not stamped)) or partial.has_day or (partial.has_clock and partial.part):
        return partial
    first = one.place.sentence[0]
    for before in reversed(reading.expressions_in(one.part, max(0, min(first, start - _NEXT)), start)):
        if before.found.start >= start or not _names_day(before.partial):
            continue
        joined = replace(before.partial, part=None, eve=False, hour=None, minute=None, zone=None, near=None).joined(partial)
        if joined and (before.found.start >= first or _goes_on(before, one) or (not stamped and _is_of_its_day(before, one))):
            return joined
        if before.found.start < first:
            break
    return _led_up_to(reading, one) or partial


def _led_up_to(reading: Reading, one: Expression) -> Partial | None:
    """A clock that leads up to one that names its day: `At 1:24 a.m. the light went out. The bridge fell at 1:29 a.m. Tuesday`."""
    if one.tense != "past" or one.partial.twelve or not one.partial.has_clock:
        return None
    last = one.found.end + _NEXT
    later = (other for other in reading.expressions_in(one.part, one.found.end, last) if other.partial.has_clock)
    for other in later:
        ahead = _minutes(other.partial) - _minutes(one.partial)
        if other.tense != "past" or not 0 < ahead <= _LEAD:
            return None
        if other.partial.weekday is not None or other.partial.day is not None:
            return replace(other.partial, hour=None, minute=None, second=None, zone=None).joined(one.partial)
    return None


def tense_posted(one: Expression, language: Language) -> Tense:
    """The tense that places an expression: what is `since` a clock has begun, what lasts `until` one has not ended, unless its clause
    says so."""
    if language.since.search(one.place.before(16)):
        return "past"
    if one.partial.has_clock and one.tense == "past" and language.meant_for.search(one.place.before(16)):
        return "unknown"  # `hat sich für 10 Uhr angekündigt`
    opens = one.place.clause[0] == one.place.sentence[0] and not one.is_past  # `By noon on Sunday, 60 boats had left`
    told = one.place.sentence if opens else one.place.clause
    if one.partial.until and one.partial.hour == 24 and one.tense == "unknown":
        return "future"  # `gilt bis Mitternacht`
    lasts = one.partial.until and one.tense == "past" and not language.lasted.search(one.text, *told)
    return "future" if lasts else one.tense


def _names_day(partial: Partial) -> bool:
    counted = partial.is_counted and partial.ordinal is None
    return partial.has_day and partial.is_moment and not partial.until and not counted


def _zone_of_clause(one: Expression) -> str | None:
    """`The flight leaves San Francisco at 4.30pm local time`: the zone of the one place that the clause names."""
    zones = zones_named(one.text, *one.place.clause)
    return zones.pop() if len(zones) == 1 else None


def _is_of_its_day(other: Expression, expression: Expression) -> bool:
    """`Am Donnerstagnachmittag meldeten die Geräte Schläge. Am Vormittag hatte man die Suche abgebrochen`: both are told as past."""
    return other.partial.weekday is not None and other.tense == "past" and expression.tense != "future"


def _goes_on(other: Expression, expression: Expression) -> bool:
    """`Am 18. September 2021 um 22.41 Uhr schlug ein Melder an. Um 23.20 Uhr war das Dach verloren`: a date with its year and a clock
    that is told as past, and so is what follows, later on that day."""
    date = other.partial
    whole = date.year is not None and date.day is not None and date.has_clock
    turned = whole and expression.partial.has_clock and _minutes(expression.partial) < _minutes(date)  # then it is of another story
    return whole and not turned and "future" not in (other.tense, expression.tense) and not other.signed


def _minutes(partial: Partial) -> int:
    return (partial.hour or 0) * 60 + (partial.minute or 0)


def resolve_posted(
    partial: Partial, frame: Frame, published: Moment | None, tense: Tense, *, since: int | None = None, sure: bool = True
) -> tuple[Moment, list[str]]:
    """The moment of an expression in an entry stamped `published`, its frame on the day of that stamp; raises `Unresolved`.

    A bare clock is the nearest one of its reading that the tense allows: `hat um 22 Uhr begonnen`, told at 00:15, is of the evening
    before, whatever zone it is written in. Without a stamp it is not before the instant that older entries have come to (`since`).
    `sure`: its own clause tells the tense.
    """
    bare = partial.has_clock and not partial.has_day and not partial.part
    if published is None and partial.has_clock and (not partial.has_day or partial.days == 0):
        return _resolve_in_order(partial, frame, tense, since)
    if published is not None and published.earliest is not None and partial.twelve and partial.has_day:
        return _resolve_half_of(partial, frame, tense, published.earliest, sure=sure)
    if published is None or published.earliest is None or not bare or frame.day is None:
        return resolve(partial, frame, tense)
    day, posted = frame.day, published.earliest
    if partial.twelve and partial.hour is not None:
        return _resolve_half(partial, frame, tense, posted, sure=sure)
    same = resolve(partial, frame.on(day, day), tense)
    if _distance(same[0], posted, tense, sure=sure) < (False, _NEAREST):
        return same
    before, after = (resolve(partial, frame.on(at, at), tense) for at in (day - 1, day + 1))
    return min((before, same, after), key=lambda one: _distance(one[0], posted, tense, sure=sure))


def contradicts_stamp(partial: Partial, moment: Moment, published: Moment | None) -> bool:
    """Whether a bare clock was put a day back for lying a little after the stamp of what tells it as past: as likely it is a slip, or of
    another zone."""
    if (
        published is None
        or published.earliest is None
        or moment.instant is None
        or not partial.has_clock
        or partial.has_day
        or partial.part
    ):
        return False
    return _SLACK < moment.instant + DAY - published.earliest <= _LITTLE


def _resolve_half(partial: Partial, frame: Frame, tense: Tense, posted: int, *, sure: bool) -> tuple[Moment, list[str]]:
    """`um halb drei`: of both halves of the days around the stamp the nearest that the tense allows; what is planned is not at night."""
    day, hour = frame.day or 0, (partial.hour or 0) % 12
    found = [resolve(replace(partial, hour=at), frame.on(one, one), tense) for one in (day - 1, day, day + 1) for at in (hour, hour + 12)]
    if tense == "future" and hour < _EARLY:
        found = [one for one in found if one[0].earliest is None or one[0].earliest - posted < _EARLY * HOUR] + found[1::2]
    return min(found, key=lambda one: _distance(one[0], posted, tense, sure=sure))


def _resolve_half_of(partial: Partial, frame: Frame, tense: Tense, posted: int, *, sure: bool) -> tuple[Moment, list[str]]:
    """`am Sonntag um halb acht`, told on Sunday: of both halves of that day the nearest that the tense allows."""
    hour = (partial.hour or 0) % 12
    found = [resolve(replace(partial, hour=at), frame, tense) for at in (hour, hour + 12)]
    if any(abs((one[0].earliest or 0) - posted) > DAY for one in found):
        return resolve(partial, frame, tense)
    return min(found, key=lambda one: _distance(one[0], posted, tense, sure=sure))


def _resolve_in_order(partial: Partial, frame: Frame, tense: Tense, since: int | None) -> tuple[Moment, list[str]]:
    """Of the days its entry can have been posted on, and of both halves of a day where nobody says which, the first on which a clock is
    not before what older entries told."""
    first, last = frame.first_day, frame.last_day
    if since is None or first is None or last is None or not 0 <= last - first < _SPAN or (first == last and not partial.twelve):
        return resolve(partial, frame, tense)
    halves = ((partial.hour or 0) % 12, (partial.hour or 0) % 12 + 12) if partial.twelve else (partial.hour,)
    found = [resolve(replace(partial, hour=hour), frame.on(day, day), tense) for day in range(first, last + 1) for hour in halves]
    return next((one for one in found if one[0].earliest is not None and one[0].earliest >= since), found[-1])


def _distance(moment: Moment, posted: int, tense: Tense, *, sure: bool) -> tuple[bool, int]:
    if moment.earliest is None:
        raise Unresolved("no-reference")
    at = moment.earliest if moment.named is None else moment.named
    if tense == "past" and at > posted + _SLACK:
        return sure, at - posted + _SAME_DAY
    long_ago = tense == "unknown" and posted - at > _NEAREST  # the present tells plans more often than what is over for so long
    return tense == "future" and at < posted - _SLACK, abs(at - posted) * 3 // 2 if long_ago else abs(at - posted)
