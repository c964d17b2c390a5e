"""A partial and its surroundings -> a moment. Pure: whatever it needs to know comes in a `Frame`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from timeline.abbreviations import ABBREVIATIONS
from timeline.clock import DAY, HOUR, MINUTE, SECOND, Fold, Gap, date_of, days_of, instants_of, weekday_of
from timeline.date.clauses import Tense
from timeline.date.grammar import Language
from timeline.date.partial import PART_HOURS, Amount, Partial
from timeline.model import Basis, Moment
from timeline.moment import civil, clock_moment, last_of_month


@dataclass(frozen=True, slots=True)
class Frame:
    """What surrounds an expression: the days its entry can have been posted on (days since 1970, both inclusive), the zone it is
    written in, what `Ortszeit` means there, and the occasions that dates are counted from (name -> first day)."""

    first_day: int | None
    last_day: int | None
    zone: str
    local_zone: str
    language: Language
    occasions: Mapping[str, int] = field(default_factory=dict)

    @property
    def day(self) -> int | None:
        """The day that `heute` means."""
        return self.last_day if self.last_day is not None else self.first_day


class Unresolved(Exception):
    """An expression cannot be placed; `code` is the problem to report."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def resolve(partial: Partial, frame: Frame, tense: Tense, *, basis: Basis = "stated") -> tuple[Moment, list[str]]:
    """The moment an expression means, and codes of problems that leave it standing; raises `Unresolved`."""
    zone, warnings = _zone(partial, frame)
    if partial.has_clock:
        moment, more = _clock(partial, _day(partial, frame, tense), zone, basis)
        return moment, warnings + more
    if partial.part is not None:
        day = _day(partial, frame, tense)
        first, last = frame.language.hours.get(partial.part, PART_HOURS[partial.part])
        return civil(day, day, partial.part, zone, basis, hours=(first, last)), warnings
    if partial.year is not None and partial.day is None:
        return _month_or_year(partial, zone, basis), warnings
    if partial.ago is not None:
        return _ago(partial.ago, frame, zone, basis), warnings
    if partial.unit == "weekend":
        day = _reference(frame)
        saturday = day + (5 - weekday_of(day)) if weekday_of(day) < 6 else day - 1
        return civil(saturday, saturday + 1, "weekend", zone, basis), warnings
    day = _day(partial, frame, tense)
    return civil(day, day, "day", zone, basis), warnings


def _clock(partial: Partial, day: int, zone: str, basis: Basis) -> tuple[Moment, list[str]]:
    wall = day * DAY + (partial.hour or 0) * HOUR + (partial.minute or 0) * MINUTE + (partial.second or 0) * SECOND
    moment = clock_moment(wall, zone, basis, approximate=partial.approximate, seconds=partial.second is not None)
    match instants_of(wall, zone):
        case Fold():
            return moment, ["fold"]
        case Gap():
            return moment, ["gap"]
    return moment, []


def _zone(partial: Partial, frame: Frame) -> tuple[str, list[str]]:
    if partial.zone is None:
        return frame.zone, []
    if partial.zone == "local":
        return frame.local_zone, []
    meanings = ABBREVIATIONS.get(partial.zone, ())
    return (meanings[0], ["ambiguous-zone"]) if len(meanings) > 1 else (partial.zone, [])


def _day(partial: Partial, frame: Frame, tense: Tense) -> int:
    if partial.day is not None and partial.month is not None:
        if partial.year is not None:
            return days_of(partial.year, partial.month, partial.day)
        return _nearest_year(partial.month, partial.day, _reference(frame), tense)
    if partial.weekday is not None:
        return _weekday(partial, frame, tense)
    if partial.days is not None:
        return _reference(frame) + partial.days
    if partial.anchor is not None:
        return _occasion(partial, frame)
    if partial.month is not None or partial.year is not None:
        raise Unresolved("no-day")
    return _reference(frame)


def _reference(frame: Frame) -> int:
    if frame.day is None:
        raise Unresolved("no-reference")
    return frame.day


def _nearest_year(month: int, day: int, reference: int, tense: Tense) -> int:
    """The year that puts the date nearest to the reference; a plan lies ahead of it, what was behind it."""
    year = date_of(reference)[0]
    candidates = [days_of(y, month, day) for y in (year - 1, year, year + 1)]
    fitting = [c for c in candidates if (tense != "past" or c <= reference + 1) and (tense != "future" or c >= reference - 1)]
    return min(fitting or candidates, key=lambda c: abs(c - reference))


def _weekday(partial: Partial, frame: Frame, tense: Tense) -> int:
    """News weekdays point to the nearest past or today, unless the words say future."""
    wanted, reference = partial.weekday or 0, _reference(frame)
    first = frame.first_day if frame.first_day is not None else reference
    last_on_or_before = reference - (weekday_of(reference) - wanted) % 7
    first_on_or_after = first + (wanted - weekday_of(first)) % 7
    if partial.relation == "past":
        return last_on_or_before if last_on_or_before < reference else last_on_or_before - 7
    if partial.relation == "future":
        return first_on_or_after if first_on_or_after > reference else first_on_or_after + 7
    if partial.relation == "this":
        return min((last_on_or_before, first_on_or_after), key=lambda day: abs(day - reference))
    if tense == "future":
        return first_on_or_after
    if tense == "unknown" and first_on_or_after - reference <= 1:
        return min((last_on_or_before, first_on_or_after), key=lambda day: abs(day - reference))
    return last_on_or_before


def _occasion(partial: Partial, frame: Frame) -> int:
    name = (partial.anchor or "").lower()
    day = occasion_day(name, frame)
    if day is None:
        raise Unresolved("unknown-occasion")
    if partial.ordinal is not None:
        return day + partial.ordinal - 1
    distance = partial.distance or Amount(0, "day")
    if distance.unit not in ("day", "week"):
        raise Unresolved("unknown-occasion")
    return day + round(distance.number) * (7 if distance.unit == "week" else 1)


def occasion_day(name: str, frame: Frame) -> int | None:
    """The first day of a named occasion. A noun that fits many (`Treffen`) means the story's own, if there is just one; with an
    adjective (`ersten Treffen`) it means another."""
    for known, day in frame.occasions.items():
        if known and (known in name or name in known):
            return day
    days = set(frame.occasions.values())
    return days.pop() if name in frame.language.occasions and len(days) == 1 else None


def _month_or_year(partial: Partial, zone: str, basis: Basis) -> Moment:
    year, month = partial.year or 0, partial.month
    if month is None:
        return civil(days_of(year, 1, 1), days_of(year, 12, 31), "year", zone, basis, text=f"{year:04d}")
    return civil(days_of(year, month, 1), last_of_month(year, month), "month", zone, basis, text=f"{year:04d}-{month:02d}")


def _ago(amount: Amount, frame: Frame, zone: str, basis: Basis) -> Moment:
    """As exact as the unit: eight months ago is a month, three days ago a day."""
    reference, count = _reference(frame), round(amount.number)
    year, month, _ = date_of(reference)
    if amount.unit == "day":
        return civil(reference - count, reference - count, "day", zone, basis)
    if amount.unit == "week":
        monday = reference - 7 * count - weekday_of(reference)
        return civil(monday, monday + 6, "week", zone, basis)
    if amount.unit == "month":
        months = year * 12 + month - 1 - count
        return _month_or_year(Partial(year=months // 12, month=months % 12 + 1), zone, basis)
    years = {"year": 1, "decade": 10, "century": 100}.get(amount.unit)
    if years is None:
        raise Unresolved("no-clock")
    return _month_or_year(Partial(year=year - years * count), zone, basis)
