"""A partial and its surroundings -> a moment. Pure: whatever it needs to know comes in a `Frame`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

from timeline.abbreviations import ABBREVIATIONS
from timeline.clock import (
    DAY,
    HOUR,
    MINUTE,
    SECOND,
    date_of,
    days_of,
    format_date,
    format_offset,
    instant_of,
    offset_at,
    wall_at,
    weekday_of,
)
from timeline.date.calendar import STEPS, holiday_of, holiday_weekend, month_of, nth_weekday, period_of, workdays_from
from timeline.date.clauses import Tense
from timeline.date.grammar import Language
from timeline.date.partial import PART_HOURS, Amount, Partial, Unit
from timeline.model import Basis, Moment
from timeline.moment import civil, clock_moment, exists, last_of_month

_NEAR = 30 * MINUTE
_YEAR_AND_A_HALF = 18
_DAYS_OF: dict[Unit, int] = {"day": 1, "week": 7, "weekend": 7}
_MONTHS_OF: dict[Unit, int] = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """What surrounds an expression: the days its entry can have been posted on (days since 1970, both inclusive), the zone it is
    written in, what `Ortszeit` means there, the occasions that dates are counted from (name -> first day), and the day on which what is
    spoken of has `begun`."""

    first_day: int | None
    last_day: int | None
    zone: str
    local_zone: str
    language: Language
    occasions: Mapping[str, int] = field(default_factory=dict)
    begun: int | None = None

    @property
    def day(self) -> int | None:
        """The day that `heute` means."""
        return self.last_day if self.last_day is not None else self.first_day

    def on(self, first: int | None, last: int | None) -> Frame:
        """The same on other days; one for all that ask for them."""
        return self if (first, last) == (self.first_day, self.last_day) else _on(self, first, last)


@lru_cache(maxsize=64)
def _on(frame: Frame, first: int | None, last: int | None) -> Frame:
    return replace(frame, first_day=first, last_day=last)


class Unresolved(Exception):
    """An expression cannot be placed; `code` is the problem to report."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def resolve(partial: Partial, frame: Frame, tense: Tense, *, basis: Basis = "stated") -> tuple[Moment, list[str]]:
    """The moment an expression means, and codes of problems that leave it standing; raises `Unresolved`."""
    if not partial.is_moment:
        raise Unresolved("no-moment")
    zone, warnings = _zone(partial, frame)
    if partial.has_clock:
        moment, more = _clock(partial, _day(partial, frame, tense), zone, basis)
        return moment, warnings + more
    if partial.part is not None:
        return _part(partial, _day(partial, frame, tense), frame, zone, basis), warnings
    if partial.base is not None:
        return _from_base(partial, partial.base, frame, tense, basis), warnings
    if partial.ago or partial.ahead:
        return _counted(partial, frame, zone, basis), warnings
    by_itself = partial.day is None and partial.weekday is None and partial.holiday is None and partial.anchor is None
    if by_itself and (period := period_of(partial, frame.day, tense)):
        return civil(period.first, period.last, period.precision, zone, basis, text=period.text, approximate=period.portion), warnings
    if partial.month is not None and partial.day is None and partial.weekday is None:
        raise Unresolved("no-reference")
    day = _day(partial, frame, tense)
    if partial.unit == "weekend" and partial.holiday is not None:
        first, last = holiday_weekend(day)
        return civil(first, last, "weekend", zone, basis), warnings
    if partial.unit == "week" and (partial.day is not None or partial.holiday is not None or partial.anchor is not None):
        # `the week of 4 February`
        monday = day - weekday_of(day)
        return civil(monday, monday + 6, "week", zone, basis, text=format_date(monday)), warnings
    return civil(day, day, "day", zone, basis), warnings


def resolve_range(start: Partial, end: Partial, frame: Frame, tense: Tense, *, basis: Basis = "stated") -> tuple[Moment, Moment, list[str]]:
    """Both ends of a range; what only the end says holds for the start too (`von 9 bis 11 Uhr MEZ`, `vom 5. bis 7. Mai`)."""
    first, warnings = resolve(_late(_completed(start, end), end), frame, tense, basis=basis)
    last, more = resolve(_completed(end, start), frame, tense, basis=basis)
    if first.earliest is not None and last.latest is not None and last.latest <= first.earliest:
        if not end.has_clock:
            first, last = _in_order(start, end, first, last, frame, tense)
        elif min(start.hour or 0, end.hour or 0) >= 12 and frame.language.code == "en":
            first = shifted(first, -DAY // 2)  # `11 to 1pm` begins in the morning
        elif end.has_day and not start.has_day:
            first = shifted(first, -DAY)  # `von 22 Uhr bis Sonntag, 9 Uhr` begins the day before
        else:
            last = shifted(last, DAY)  # `von 22 bis 2 Uhr` ends the day after
    return first, last, [*warnings, *more]


def _in_order(start: Partial, end: Partial, first: Moment, last: Moment, frame: Frame, tense: Tense) -> tuple[Moment, Moment]:
    """Both ends of a range of dates whose end came to lie before its start: the year or the month of one was only a guess.

    `27 to 3 April` begins in March, `28 December to 3 January 2020` in 2019; `28 December 2019 to 3 January` ends in 2020.
    """
    if start.month is not None and start.month == end.month and start.year == end.year and (start.day or 0) > (end.day or 32):
        year, month, _ = date_of(wall_at(last.earliest or 0, last.zone or frame.zone) // DAY)
        year, month = divmod(year * 12 + month - 2, 12)
        start = replace(start, year=year, month=month + 1)
    elif end.year is not None and start.year is None and start.month is not None:
        start = replace(start, year=end.year - 1)
    elif start.year is not None and end.year is None and end.month is not None:
        end = replace(end, year=start.year + 1)
    elif end.month is not None or end.weekday is not None:
        day = wall_at(first.earliest or 0, first.zone or frame.zone) // DAY
        return first, resolve(end, replace(frame, first_day=day, last_day=day), "future", basis=last.basis)[0]
    else:
        return first, last
    if start.month is not None and not exists(start.year or 2000, start.month, start.day or 1):
        return first, last
    return resolve(start, frame, tense, basis=first.basis)[0], resolve(end, frame, tense, basis=last.basis)[0]


def _completed(partial: Partial, other: Partial) -> Partial:
    day = ("year", "month", "day", "weekday", "days", "relation")
    fields = {name: getattr(other, name) for name in ("zone",) if getattr(partial, name) is None}
    if partial.has_clock and not partial.has_day:
        fields |= {name: getattr(other, name) for name in day}
    if partial.month is not None and partial.year is None and partial.relation is None:
        fields["year"] = other.year
    return replace(partial, **fields)


def _late(start: Partial, end: Partial) -> Partial:
    """A bare hour in the half of the day that the end of its range is in: `from 3 to 5 in the afternoon`."""
    hour, last = start.hour, end.hour
    late = hour is not None and last is not None and not start.part and end.part in ("afternoon", "evening") and hour + 12 <= last
    return replace(start, hour=(hour or 0) + 12) if late else start


def shifted(moment: Moment, by: int) -> Moment:
    """The same moment so many milliseconds later, a change of the clock included."""

    def later(instant: int | None) -> int | None:
        return None if instant is None else instant + by

    return replace(moment, earliest=later(moment.earliest), latest=later(moment.latest), named=later(moment.named))


def _part(partial: Partial, day: int, frame: Frame, zone: str, basis: Basis) -> Moment:
    """A part of a day; the night before a day (`Nacht zum Donnerstag`) is that of the day before."""
    part = partial.part or "night"
    first, last = frame.language.hours.get(part, PART_HOURS[part])
    day -= partial.eve
    return civil(day, day, part, zone, basis, hours=(first, last))


def _clock(partial: Partial, day: int, zone: str, basis: Basis) -> tuple[Moment, list[str]]:
    wall = day * DAY + (partial.hour or 0) * HOUR + (partial.minute or 0) * MINUTE + (partial.second or 0) * SECOND
    moment = clock_moment(wall, zone, basis, approximate=partial.approximate and not partial.near, seconds=partial.second is not None)
    if partial.near:
        at = instant_of(wall, zone)
        first, last = (at, at + _NEAR) if partial.near == "after" else (at - _NEAR, at)
        moment = replace(moment, earliest=first, latest=last, precision="hour", approximate=True, named=at)
    earlier, later = instant_of(wall, zone), instant_of(wall, zone, policy="later")
    if partial.fold and earlier < later:
        return _of_fold(moment, partial, later - earlier), []
    return moment, ["fold"] if earlier < later else ["gap"] if earlier > later else []


def _of_fold(moment: Moment, partial: Partial, apart: int) -> Moment:
    """The one of two readings of a clock that the words name: the first, or the one `apart` milliseconds later."""
    if partial.approximate or partial.near:
        return moment if partial.fold == "first" else shifted(moment, apart)
    first, last = (moment.earliest or 0), (moment.latest or 0)
    bounds = (first, last - apart) if partial.fold == "first" else (first + apart, last)
    return replace(moment, earliest=bounds[0], latest=bounds[1], approximate=False)


def _zone(partial: Partial, frame: Frame) -> tuple[str, list[str]]:
    if partial.zone is None:
        return frame.zone, []
    if partial.zone == "local":
        return frame.local_zone, []
    meanings = ABBREVIATIONS.get(partial.zone, ())
    if len(meanings) <= 1:
        return partial.zone, []
    here = None if frame.day is None else format_offset(offset_at(frame.day * DAY + DAY // 2, frame.zone))
    return (here, []) if here in meanings else (meanings[0], ["ambiguous-zone"])


def _day(partial: Partial, frame: Frame, tense: Tense) -> int:
    if partial.day is not None:
        return _dated(partial, frame, tense)
    if partial.holiday is not None:
        year = partial.year
        if year is None and partial.unit is None and partial.relation in ("past", "future"):
            return _next_holiday(partial, _reference(frame))
        if year is None and partial.unit == "year":
            year = date_of(_reference(frame))[0] + STEPS[partial.relation]
        return holiday_of(partial.holiday, year, _reference(frame), tense)
    if partial.weekday is not None:
        return _weekday(partial, frame, tense)
    if partial.days is not None:
        return _reference(frame) + partial.days
    if partial.anchor is not None:
        return _occasion(partial, frame)
    if partial.month is not None or partial.year is not None:
        raise Unresolved("no-day")
    return _reference(frame)


def _next_holiday(partial: Partial, reference: int) -> int:
    """`next Easter`, `last Christmas`: the first after or the last before the reference."""
    step, year = STEPS[partial.relation], date_of(reference)[0]
    days = [holiday_of(partial.holiday or "christmas", year + more * step, reference, "unknown") for more in (0, 1)]
    return next(day for day in days if (day - reference) * step > 0)


def _dated(partial: Partial, frame: Frame, tense: Tense) -> int:
    """A date with a month, or one of the month that the reference is in; its year is the nearest that the tense allows."""
    day = partial.day or 1
    if partial.year is not None:
        return days_of(partial.year, partial.month or 1, day)
    reference = _reference(frame)
    if partial.unit == "month":  # `the 15th day of next month`
        year, month, _ = date_of(reference)
        year, month = divmod(year * 12 + month - 1 + STEPS[partial.relation], 12)
        if not exists(year, month + 1, day):
            raise Unresolved("no-day")
        return days_of(year, month + 1, day)
    if partial.month is None:
        return _day_of_month(day, partial.weekday, reference, tense)
    if partial.unit == "year":
        step = {"past": -1, "this": 0, "future": 1}[partial.relation or "this"]
        return days_of(date_of(reference)[0] + step, partial.month, day)
    if partial.relation in ("past", "future"):  # `next 5 May` is the first after today
        step, year = STEPS[partial.relation], date_of(reference)[0]
        days = [days_of(y, partial.month, day) for y in (year + n * step for n in range(9)) if exists(y, partial.month, day)]
        return next(one for one in days if (one - reference) * step > 0)
    return month_of(partial.month, day, reference, tense)


def _day_of_month(day: int, weekday: int | None, reference: int, tense: Tense) -> int:
    """`on the 18th`: of the month before, this or the next one; the one with the right weekday, else the nearest that the tense allows."""
    year, month, _ = date_of(reference)
    reach = 1 if weekday is None else _YEAR_AND_A_HALF
    months = [divmod(year * 12 + month - 1 + step, 12) for step in range(-reach, reach + 1)]
    found = [days_of(y, m + 1, day) for y, m in months if exists(y, m + 1, day)]
    fitting = [one for one in found if (one <= reference if tense == "past" else one >= reference)]
    if weekday is not None:
        same = [one for one in found if weekday_of(one) == weekday]
        fitting = [one for one in same if abs(one - reference) <= 62] or [one for one in fitting if one in same] or same or fitting
    return min(fitting or found, key=lambda one: abs(one - reference))


def _reference(frame: Frame) -> int:
    if frame.day is None:
        raise Unresolved("no-reference")
    return frame.day


def _weekday(partial: Partial, frame: Frame, tense: Tense) -> int:
    """News weekdays point to the nearest past or today, unless the words say future."""
    wanted, reference = partial.weekday or 0, _reference(frame)
    if frame.first_day is not None and reference - frame.first_day >= 7:  # it can be of two weeks: the one that its entry begins in
        reference = frame.first_day + 3
    if partial.nth_week is not None:
        return _nth_weekday(partial, wanted, reference, tense)
    first = frame.first_day if frame.first_day is not None else reference
    if partial.unit == "week":  # `nächste Woche Montag`
        reference = reference if frame.first_day is None else frame.first_day
        return reference - weekday_of(reference) + 7 * STEPS[partial.relation] * (2 if partial.twice else 1) + wanted
    for day in frame.occasions.values():
        if tense != "past" and partial.relation is None and abs(day - reference) < 7 and weekday_of(day) == wanted:
            return day  # the occasion that everybody is speaking of
    last_on_or_before = reference - (weekday_of(reference) - wanted) % 7
    first_on_or_after = first + (wanted - weekday_of(first)) % 7
    if partial.relation == "past":
        return last_on_or_before if last_on_or_before < reference else last_on_or_before - 7
    if partial.relation == "future":
        return first_on_or_after if first_on_or_after > reference else first_on_or_after + 7
    if partial.relation == "this":
        return min((last_on_or_before, first_on_or_after), key=lambda day: abs(day - reference))
    return last_on_or_before if tense == "past" else first_on_or_after  # German and English tell what is planned in the present tense


def _nth_weekday(partial: Partial, wanted: int, reference: int, tense: Tense) -> int:
    """`the second Monday of May`, `the last Friday of next month`."""
    whole = period_of(replace(partial, weekday=None, nth_week=None), reference, tense)
    day = nth_weekday(whole.first, whole.last, wanted, partial.nth_week or 1) if whole else None
    if day is None:
        raise Unresolved("no-day")
    return day


def _occasion(partial: Partial, frame: Frame) -> int:
    name = (partial.anchor or "").lower()
    day = occasion_day(name, frame)
    if day is None:
        raise Unresolved("unknown-occasion" if name else "no-moment")
    if partial.ordinal is not None:
        return day + (partial.ordinal - 1) * (7 if partial.unit == "week" else 1)
    distance = partial.distance or Amount(0, "day")
    if distance.unit not in ("day", "week") or distance.number is None:
        raise Unresolved("unknown-occasion")
    return day + round(distance.number) * (7 if distance.unit == "week" else 1)


def occasion_day(name: str, frame: Frame) -> int | None:
    """The first day of a named occasion. A noun that fits many (`Treffen`) means the story's own, if there is just one; with an
    adjective (`ersten Treffen`) it means another. Without a name it is what began last, else the story's own."""
    days = set(frame.occasions.values())
    if not name:
        return frame.begun if frame.begun is not None or len(days) != 1 else days.pop()
    for known, day in frame.occasions.items():
        if known and (known in name or name in known):
            return day
    return days.pop() if name in frame.language.occasions and len(days) == 1 else None


def _counted(partial: Partial, frame: Frame, zone: str, basis: Basis) -> Moment:
    """As exact as the unit: eight months ago is a month, three days ago a day."""
    amount = partial.amounts[0]
    if amount.number is None or amount.milliseconds() is not None:
        raise Unresolved("no-clock" if amount.number is not None else "no-moment")
    if amount.unit == "workday" or len(partial.amounts) > 1:
        return _counted_to(days_from(_reference(frame), partial.amounts, 1 if partial.ahead else -1), partial, zone, basis)
    if amount.unit in ("day", "weekend"):
        day = _reference(frame) + round(amount.number) * (1 if partial.ahead else -1)
        return civil(day, day, "day", zone, basis)
    period = period_of(Partial(unit=amount.unit, relation="this"), _reference(frame), "unknown", step=_steps(partial))
    if period is None:
        raise Unresolved("no-moment")
    return civil(period.first, period.last, period.precision, zone, basis, text=period.text)


def _counted_to(day: int, partial: Partial, zone: str, basis: Basis) -> Moment:
    """`a year and three months ago` is a month, `two years and ten days ago` a day."""
    period = period_of(Partial(unit=partial.amounts[-1].unit, relation="this"), day, "unknown")
    if period is None or partial.amounts[-1].unit == "week":
        return civil(day, day, "day", zone, basis)
    return civil(period.first, period.last, period.precision, zone, basis, text=period.text)


def _from_base(partial: Partial, base: Partial, frame: Frame, tense: Tense, basis: Basis) -> Moment:
    """The day that lies so many days, weeks, months, years before or after another one, of a longer piece its first day; or the clock that
    lies so many hours before or after another clock."""
    moment, _ = resolve(base, frame, tense, basis=basis)
    if moment.earliest is None:
        raise Unresolved("no-reference")
    sign, zone = 1 if partial.ahead else -1, moment.zone or frame.zone
    if base.has_clock:
        lengths = [amount.milliseconds() for amount in partial.amounts]
        if None in lengths:
            raise Unresolved("no-moment")
        return shifted(moment, sign * sum(length or 0 for length in lengths))
    day = days_from(wall_at(moment.earliest, zone) // DAY, partial.amounts, sign)
    return civil(day, day, "day", zone, basis)


def days_from(day: int, amounts: tuple[Amount, ...], sign: int) -> int:
    """The day so far after (`sign` 1) or before (-1) another one; raises `Unresolved` for hours, and for a number that nobody says."""
    for number, unit in amounts:
        if number is None or (unit != "workday" and unit not in _DAYS_OF and unit not in _MONTHS_OF):
            raise Unresolved("no-moment")
        if unit == "workday":
            day = workdays_from(day, round(number), sign)
            continue
        if unit in _DAYS_OF:
            day += sign * round(number * _DAYS_OF[unit])
            continue
        year, month, of_month = date_of(day)
        year, month = divmod(year * 12 + month - 1 + sign * round(number * _MONTHS_OF[unit]), 12)
        day = min(days_of(year, month + 1, 1) + of_month - 1, last_of_month(year, month + 1))
    return day


def _steps(partial: Partial) -> int:
    return round(partial.amounts[0].number or 0) * (1 if partial.ahead else -1)
