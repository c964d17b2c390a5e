"""Pieces of the calendar: which days a month, a week, a season, a decade are, and a part of them; movable feasts."""

from __future__ import annotations

from dataclasses import dataclass, replace

from timeline.ages import age_span
from timeline.clock import date_of, days_of, format_date, format_year, weekday_of
from timeline.date.clauses import Tense
from timeline.date.partial import Holiday, Partial, Portion, Relation, Season
from timeline.model import Precision
from timeline.moment import exists, last_of_month

_SEASON = 92
STEPS: dict[Relation | None, int] = {"past": -1, "this": 0, "future": 1, None: 0}
SEASON_MONTHS: dict[Season, int] = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
"""Season -> the first of its three months (meteorological seasons); the winter of a year ends in the next one."""
SEASON_CODES: dict[Season, int] = {"spring": 21, "summer": 22, "autumn": 23, "winter": 24}
"""Season -> its month in EDTF (https://www.loc.gov/standards/datetime/)."""


@dataclass(frozen=True, slots=True)
class Period:
    """Days `first` to `last`, both inclusive, in days since 1970; `text` is the ISO 8601 or EDTF name of the whole piece, `portion` whether
    the days are only a part of it."""

    first: int
    last: int
    precision: Precision
    text: str
    portion: bool = False


_FIXED: dict[Holiday, tuple[int, int]] = {
    "new-year": (1, 1), "epiphany": (1, 6), "labour-day": (5, 1), "peter-and-paul": (6, 29), "independence-day": (7, 4),
    "augsburg-peace": (8, 8), "assumption": (8, 15), "german-unity": (10, 3), "halloween": (10, 31), "reformation": (10, 31),
    "all-saints": (11, 1), "martinmas": (11, 11), "barbara": (12, 4), "saint-nicholas": (12, 6), "christmas-eve": (12, 24),
    "christmas": (12, 25), "boxing-day": (12, 26), "new-years-eve": (12, 31), "groundhog-day": (2, 2), "valentines-day": (2, 14),
    "saint-patricks-day": (3, 17), "april-fools-day": (4, 1), "earth-day": (4, 22), "juneteenth": (6, 19), "all-souls": (11, 2),
    "guy-fawkes": (11, 5), "veterans-day": (11, 11),
}  # fmt: skip
_AFTER_EASTER: dict[Holiday, int] = {
    "shrove-sunday": -49, "shrove-monday": -48, "ash-wednesday": -46, "maundy-thursday": -3, "good-friday": -2, "holy-saturday": -1,
    "easter": 0, "easter-monday": 1, "ascension": 39, "pentecost": 49, "whit-monday": 50, "corpus-christi": 60,
}  # fmt: skip
_NTH_WEEKDAY: dict[Holiday, tuple[int, int, int, int]] = {
    "martin-luther-king-day": (1, 0, 3, 0), "presidents-day": (2, 0, 3, 0), "memorial-day": (5, 0, -1, 0), "fathers-day": (6, 6, 3, 0),
    "us-labor-day": (9, 0, 1, 0), "harvest": (10, 6, 1, 0), "columbus-day": (10, 0, 2, 0), "thanksgiving": (11, 3, 4, 0),
    "mothers-day": (5, 6, 2, 0), "black-friday": (11, 3, 4, 1), "cyber-monday": (11, 3, 4, 4),
}  # fmt: skip
"""Holiday -> its month, weekday and the how manieth of those (-1: the last), and how many days after it."""


def period_of(partial: Partial, reference: int | None, tense: Tense, *, step: int | None = None) -> Period | None:
    """The piece of the calendar that a partial names or points at; None where it is none, or where it needs a reference that is not there.

    `step` counts units on from the reference, instead of what the partial's relation says.
    """
    whole = _absolute(partial) or (_relative(partial, reference, tense, step) if reference is not None else None)
    if whole and partial.nth_week:
        return _weekend_of(whole, partial.nth_week) if partial.unit == "weekend" else _week_of(whole, partial.nth_week)
    return _portion(whole, partial.portion, reference) if whole and partial.portion else whole


def _absolute(partial: Partial) -> Period | None:
    year = partial.year
    if partial.decade is not None:
        return _years(partial.decade * 10, 10, "decade")
    if partial.age is not None:
        span = age_span(partial.age)
        return Period(span.first, span.last, span.precision, span.text)
    if partial.millennium is not None:
        return _years(partial.millennium * 1000 + 1, 1000, "millennium")
    if partial.century is not None and partial.century < 0:
        return _years(partial.century * 100 + 1, 100, "century")
    if partial.century is not None and partial.relation is None:
        return _years(partial.century * 100, 100, "century")
    if year is None:
        return None
    if partial.month is not None:
        return month(year, partial.month)
    if partial.season is not None:
        return season(year, partial.season)
    if partial.quarter is not None:
        return quarter(year, partial.quarter)
    return None if partial.holiday else _years(year, 1, "year")


def _relative(partial: Partial, reference: int, tense: Tense, step: int | None) -> Period | None:
    year, now, _ = date_of(reference)
    moved = STEPS[partial.relation] * (2 if partial.twice else 1) if step is None else step
    if partial.month is not None:
        if partial.unit == "year":
            return month(year + moved, partial.month)
        return month(date_of(_nearest(partial, partial.month, reference, tense))[0], partial.month)
    if partial.season is not None:
        first = SEASON_MONTHS[partial.season]
        return season(year + moved if partial.unit == "year" else date_of(_nearest(partial, first, reference, tense))[0], partial.season)
    if partial.quarter is not None:
        return quarter(year + moved, partial.quarter)
    if partial.unit == "week":
        monday = reference - weekday_of(reference) + 7 * moved
        return Period(monday, monday + 6, "week", format_date(monday))
    if partial.unit == "weekend":
        return _weekend(reference, moved, tense if partial.relation == "this" else "unknown")
    if partial.unit == "month":
        months = year * 12 + now - 1 + moved
        return month(months // 12, months % 12 + 1)
    if partial.unit == "quarter":
        quarters = year * 4 + (now - 1) // 3 + moved
        return quarter(quarters // 4, quarters % 4 + 1)
    spans = {"year": (1, "year"), "decade": (10, "decade"), "century": (100, "century")}
    return _of_years(year, moved, *spans[partial.unit]) if partial.unit in spans else None


def _of_years(year: int, moved: int, span: int, precision: str) -> Period:
    names: dict[str, Precision] = {"year": "year", "decade": "decade", "century": "century"}
    return _years((year // span + moved) * span, span, names[precision])


def _weekend(reference: int, moved: int, tense: Tense) -> Period:
    """The weekend of the reference's week, or the one before it where the words are of the past and it has not come yet."""
    weekday = weekday_of(reference)
    saturday = reference + 5 - weekday + 7 * moved
    if tense == "past" and saturday > reference:
        saturday -= 7
    return Period(saturday, saturday + 1, "weekend", format_date(saturday))


def _nearest(partial: Partial, month_number: int, reference: int, tense: Tense) -> int:
    """The first of the month that is meant: with a relation strictly before or after this one, else as the tense has it."""
    year, now, _ = date_of(reference)
    if partial.relation == "past":
        return days_of(year - (month_number >= now), month_number, 1)
    if partial.relation == "future":
        return days_of(year + (month_number <= now), month_number, 1)
    if partial.relation == "this":
        return days_of(year, month_number, 1)
    return month_of(month_number, 1, reference, tense, margin=31)


def month_of(number: int, day: int, reference: int, tense: Tense, *, margin: int = 1) -> int:
    """The year that puts a day of a month nearest to the reference; what was lies before it, a plan behind it, give or take `margin`."""
    year = date_of(reference)[0]
    years = (year - 1, year, year + 1) if (number, day) != (2, 29) else tuple(y for y in range(year - 8, year + 9) if exists(y, 2, 29))
    candidates = [days_of(y, number, day) for y in years]
    near = [c for c in candidates if abs(c - reference) <= _SEASON]
    if near:
        return near[0]  # within a season the nearest is meant, whatever the verb
    fitting = [c for c in candidates if (tense != "past" or c <= reference + margin) and (tense != "future" or c >= reference - margin)]
    return min(fitting or candidates, key=lambda c: abs(c - reference))


def month(year: int, number: int) -> Period:
    """A month."""
    return Period(days_of(year, number, 1), last_of_month(year, number), "month", f"{format_year(year)}-{number:02d}")


def quarter(year: int, number: int) -> Period:
    """A quarter of a year, 1 to 4; named after its first month."""
    first = 3 * number - 2
    return Period(days_of(year, first, 1), last_of_month(year, first + 2), "quarter", f"{year:04d}-{first:02d}")


def season(year: int, name: Season) -> Period:
    """Three whole months."""
    first = SEASON_MONTHS[name]
    last_year, last = (year, first + 2) if first < 11 else (year + 1, first - 10)
    return Period(days_of(year, first, 1), last_of_month(last_year, last), "season", f"{year:04d}-{SEASON_CODES[name]}")


def _years(first: int, count: int, precision: Precision) -> Period:
    return Period(days_of(first, 1, 1), days_of(first + count, 1, 1) - 1, precision, format_year(first))


def _portion(whole: Period, portion: Portion, reference: int | None) -> Period:
    """The beginning, the middle and the end are thirds; of a month its days to the 10th and to the 20th, of a week Monday to Wednesday,
    Wednesday and Thursday, Thursday to Sunday. The rest begins with the reference."""
    length = whole.last - whole.first + 1
    if portion == "rest":
        inside = reference is not None and whole.first <= reference <= whole.last
        return replace(whole, first=reference if inside and reference is not None else whole.first, portion=True)
    if portion == "first-day" or portion == "last-day":
        day = whole.first if portion == "first-day" else whole.last
        return Period(day, day, "day", format_date(day))
    if portion == "first-half" or portion == "second-half":
        middle = _middle(whole)
        first, last = (whole.first, middle - 1) if portion == "first-half" else (middle, whole.last)
        return Period(first, last, whole.precision, whole.text, portion=True)
    if whole.precision == "week":
        cuts = {"start": (0, 3), "mid": (2, 4), "end": (3, 7)}
    elif whole.precision == "month":
        cuts = {"start": (0, 10), "mid": (10, 20), "end": (20, length)}
    else:
        cuts = {"start": (0, length // 3), "mid": (length // 3, length * 2 // 3), "end": (length * 2 // 3, length)}
    first, last = cuts[portion]
    return Period(whole.first + first, whole.first + last - 1, whole.precision, whole.text, portion=True)


def _middle(whole: Period) -> int:
    """The first day of the second half: of a year the first of July, of a month its 16th."""
    if whole.precision == "year":
        return days_of(date_of(whole.first)[0], 7, 1)
    return whole.first + (15 if whole.precision == "month" else (whole.last - whole.first + 1) // 2)


def nth_weekday(first: int, last: int, weekday: int, number: int) -> int | None:
    """The nth Monday, Tuesday, ... from the day `first` to the day `last`, -1 the last of them; None where there are not so many.

    >>> date_of(nth_weekday(days_of(2019, 5, 1), days_of(2019, 5, 31), 0, -1) or 0)
    (2019, 5, 27)
    """
    if number < 0:
        return last - (weekday_of(last) - weekday) % 7
    day = first + (weekday - weekday_of(first)) % 7 + 7 * (number - 1)
    return day if first <= day <= last else None


def holiday_weekend(day: int) -> tuple[int, int]:
    """The first and the last day of the weekend beside a holiday: a Friday or a Monday makes it longer.

    >>> [date_of(one)[2] for one in holiday_weekend(days_of(2021, 9, 6))]
    [4, 6]
    """
    weekday = weekday_of(day)
    saturday = day - weekday - 2 if weekday < 2 else day - weekday + 5
    return (day if weekday == 4 else saturday), (day if weekday == 0 else saturday + 1)


def _week_of(whole: Period, number: int) -> Period:
    """A week of a month or year, counted by its Thursdays as ISO 8601 counts those of a year; -1 is the last one."""
    if number < 0:
        monday = whole.last - (weekday_of(whole.last) - 3) % 7 - 3
    else:
        monday = whole.first + (3 - weekday_of(whole.first)) % 7 - 3 + 7 * (number - 1)
    return Period(monday, monday + 6, "week", format_date(monday))


_NEAR = 14
"""Days around a holiday in which everybody means this one, whatever the tense."""


def _weekend_of(whole: Period, number: int) -> Period | None:
    """A weekend of a month, counted by its Saturdays."""
    saturday = nth_weekday(whole.first, whole.last, 5, number)
    return None if saturday is None else Period(saturday, saturday + 1, "weekend", format_date(saturday))


def holiday_of(name: Holiday, year: int | None, reference: int, tense: Tense) -> int:
    """The day of a holiday: of `year`, else the one nearest to the reference that the tense allows."""
    if year is not None:
        return _holiday(name, year)
    around = date_of(reference)[0]
    days = [_holiday(name, y) for y in (around - 1, around, around + 1)]
    near = [day for day in days if abs(day - reference) <= _NEAR]
    if near:
        return min(near, key=lambda day: abs(day - reference))
    fitting = [day for day in days if (tense != "past" or day <= reference + 1) and (tense != "future" or day >= reference - 1)]
    return min(fitting or days, key=lambda day: abs(day - reference))


def _holiday(name: Holiday, year: int) -> int:
    if name in _FIXED:
        return days_of(year, *_FIXED[name])
    if name in _AFTER_EASTER:
        return easter(year) + _AFTER_EASTER[name]
    if name in _NTH_WEEKDAY:
        month_number, weekday, number, later = _NTH_WEEKDAY[name]
        return (nth_weekday(days_of(year, month_number, 1), last_of_month(year, month_number), weekday, number) or 0) + later
    fourth_advent = days_of(year, 12, 24) - (weekday_of(days_of(year, 12, 24)) + 1) % 7
    return fourth_advent - {"advent": 21, "remembrance": 28}[name]


def easter(year: int) -> int:
    """Western Easter Sunday, by the anonymous Gregorian algorithm (https://en.wikipedia.org/wiki/Date_of_Easter).

    >>> date_of(easter(2019))
    (2019, 4, 21)
    """
    golden, century, rest = year % 19, year // 100, year % 100
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    correction = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    shift = (golden + 11 * epact + 22 * correction) // 451
    number = epact + correction - 7 * shift + 114
    return days_of(year, number // 31, number % 31 + 1)


def workdays_from(day: int, number: int, sign: int) -> int:
    """Mondays to Fridays only; holidays differ from place to place and are not left out."""
    for _ in range(number):
        day += sign
        while weekday_of(day) > 4:
            day += sign
    return day
