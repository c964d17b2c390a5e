"""Dates as people write them into cells: `11-Mar-15`, `11. März 2015`, `Q3 2019`, `winter 1834-35`, `44 BC`, `28.02.2019, 13:25 Uhr`."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from timeline.clock import DAY, HOUR, days_of, format_year
from timeline.date.calendar import Period, quarter, season
from timeline.date.iso8601 import ZONE, Warnings, at_clock, clock_of, placed, week, zone_named
from timeline.date.language import LANGUAGES
from timeline.date.partial import Season
from timeline.errors import DateError
from timeline.model import Moment
from timeline.moment import civil, exists, last_of_month
from timeline.notation import MONTH_NAMES, WEEKDAY_NAMES

MONTHS: dict[str, int] = {**MONTH_NAMES, "mär": 3, "mär.": 3, "mrz": 3, "mai.": 5, "jän": 1, "jän.": 1, "okt": 10, "dez": 12}
"""Names of months and what spreadsheets shorten them to, in five languages."""
SEASONS: dict[str, Season] = {word: name for language in LANGUAGES.values() for word, name in language.words.seasons.items()}

_ABOUT = re.compile(
    r"(?:~|≈|(?:ca|circa|c|approx|approximately|about|around|um|etwa|ungefähr|gegen|vers|env|environ|hacia|verso)\.?\s)\s*", re.IGNORECASE
)
_DOUBT = re.compile(r"\s*(?:\(\s?\?\s?\)|[?~%]|\(?(?:ca|circa|approx)\.?\)?)", re.IGNORECASE)
_BC = r"b\.?\s?c\.?(?:\s?e\.?)?|v\.?\s?chr\.?|v\.?\s?u\.?\s?z\.?|av\.?\s?j\.?-?c\.?|a\.?\s?c\."
_AD = r"a\.?\s?d\.?|c\.?\s?e\.?|n\.?\s?chr\.?|n\.?\s?u\.?\s?z\.?|ap\.?\s?j\.?-?c\.?|d\.?\s?c\."
_ERA = re.compile(rf"(?P<date>.*\d.*?)\s*(?:(?P<bc>{_BC})|(?P<ad>{_AD}))", re.IGNORECASE)
_AD_BEFORE = re.compile(r"a\.?\s?d\.?\s+(?=\d)", re.IGNORECASE)
_WEEKDAYS = "|".join(sorted(map(re.escape, WEEKDAY_NAMES), key=len, reverse=True))
_WEEKDAY = re.compile(
    rf"(?:{_WEEKDAYS}|mo|di|mi|do|fr|sa|so|mon|tues?|wed|thu|thurs|fri|sat|sun)\b\.?,?\s*(?:(?:den|der|the|le|el|il)\s)?", re.IGNORECASE
)
_CLOCK = (
    r"(?P<hour>\d{1,2})(?:(?P<mark>[:.h])(?P<minute>\d\d)(?:(?P=mark)(?P<second>\d\d)(?:[.,](?P<fraction>\d{1,9}))?)?"
    r"(?:\s?(?:uhr|hrs?|h)\b)?|\s?(?:uhr|h)\b|(?=\s?[ap]\.?\s?m\b))(?:\s?(?P<half>[ap])\.?\s?m\b\.?)?"
)
_CTIME = re.compile(r"(?:[A-Z][a-z]{2} )?([A-Z][a-z]{2}) +(\d{1,2}) (\d\d:\d\d:\d\d)( [+-]\d{4}| [A-Z]{3,4})? (\d{4})")
"""`Thu Feb 28 13:25:07 2019`: what `date` and C's ctime print."""
_BEFORE = r"(?:um|at|gegen|ab|à|alle|a las|kl\.?)"
_LAST = re.compile(rf"(?P<date>.+?)(?:\s*,\s*|\s+)(?:[-–|·]\s*)?(?:{_BEFORE}\s)?{_CLOCK}\s*{ZONE}", re.IGNORECASE)
_FIRST = re.compile(
    rf"(?:{_BEFORE}\s)?{_CLOCK}\s*(?P<zone>\(?[A-Z]{{2,5}}\)?|[+-]\d\d:?\d\d)?(?P<bracket>)(?:\s*,\s*|\s+)(?P<date>.+)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Custom:
    """How a column writes its dates: whether the month comes first, and in which hundred years two digits are."""

    month_first: bool = False
    first_year: int = 1969

    def year(self, text: str) -> int:
        """A year as written; of two digits the one within the hundred years.

        >>> Custom(first_year=1970).year("69"), Custom().year("'15")
        (2069, 2015)
        """
        digits = text.lstrip("'’")
        year = int(digits)
        return year if len(digits) > 2 else self.first_year + (year - self.first_year) % 100


@dataclass(frozen=True, slots=True)
class _Split:
    """A cell in its parts: the words of the day, the clock if there is one, whether it is only about then, and the era (-1: before it)."""

    date: str
    clock: re.Match[str] | None
    about: bool
    era: int


def read_written(text: str, zone: str, custom: Custom) -> tuple[Moment, Warnings]:
    """One moment, and what leaves it standing but not trusted; raises `DateError`.

    >>> read_written("44 BC", "UTC", Custom())[0].civil, read_written("11-Mar-15", "UTC", Custom())[0].civil
    ('-0043', '2015-03-11')
    """
    parts = _split(text)
    found = _day_of(parts.date, custom, parts.era)
    if found is None:
        raise DateError(text)
    clock = parts.clock
    if clock is None:
        return _civil(found, zone, approximate=parts.about or found.portion), ()
    if found.precision != "day":
        raise DateError(text)
    wall, size = _wall(clock, text)
    if parts.about:
        written = zone_named(clock["zone"]) if clock["zone"] else zone
        return at_clock(found.first * DAY + wall, written or zone, size, approximate=True)
    return placed(found.first * DAY + wall, size, clock["zone"], clock["bracket"], zone, text)


def _civil(found: Period, zone: str, *, approximate: bool) -> Moment:
    return civil(found.first, found.last, found.precision, zone, "given", text=found.text, approximate=approximate)


def _split(text: str) -> _Split:
    rest, about = _CTIME.sub(r"\2 \1 \5 \3 \4", text.strip(" \t\n;")).strip(), False
    if start := _ABOUT.match(rest):
        rest, about = rest[start.end() :], True
    if end := re.fullmatch(rf"(?P<rest>.*?\d.*?){_DOUBT.pattern}", rest, re.IGNORECASE | re.DOTALL):
        rest, about = end["rest"], True
    rest = _WEEKDAY.sub("", rest, count=1) if _WEEKDAY.match(rest) else rest
    clock = None
    if not _is_only_day(rest):
        clock = _LAST.fullmatch(rest) or _FIRST.fullmatch(rest)
        rest = clock["date"] if clock else rest
    rest = _WEEKDAY.sub("", rest, count=1) if clock and _WEEKDAY.match(rest) else rest
    era = 1
    if named := _ERA.fullmatch(rest):
        rest, era = named["date"], -1 if named["bc"] else 0
    elif before := _AD_BEFORE.match(rest):
        rest, era = rest[before.end() :], 0
    return _Split(rest.strip(" ,"), clock, about, era)


_ONLY_DAY = re.compile(r"[\d./-]+|\d{1,2}\.?\s[^\W\d_]+\.?\s\d{4}|[^\W\d_]+\.?\s\d{4}")


def _is_only_day(text: str) -> bool:
    """Most cells: nothing in them could be a clock."""
    return bool(_ONLY_DAY.fullmatch(text))


def _wall(clock: re.Match[str], text: str) -> tuple[int, int]:
    hour, half = int(clock["hour"]), (clock["half"] or "").lower()
    if half and 1 <= hour <= 12:
        hour = hour % 12 + 12 * (half == "p")
    wall, size = clock_of(str(hour), clock["minute"], clock["second"], clock["fraction"], text=text)
    return wall, size if clock["minute"] or size != HOUR else HOUR


_Reader = Callable[[re.Match[str], Custom], Period | None]


def _numbers(found: re.Match[str], custom: Custom) -> Period | None:
    """`28.2.2019` has its day first everywhere; where `3/4/2022` or `3-4-2022` has it, the column tells."""
    first, second, mark = int(found["first"]), int(found["second"]), found["mark"]
    if mark == "-" and first > 31 and len(found["year"]) == 2:
        return one_day(custom.year(found["first"]), second, int(found["year"]))
    day, month = (first, second) if mark == "." or second <= 12 < first or (not custom.month_first and second <= 12) else (second, first)
    return one_day(custom.year(found["year"]), month, day)


def one_day(year: int, month: int, day: int) -> Period | None:
    """A day; None where the calendar has not got it."""
    if not 1 <= month <= 12 or not exists(year, month, day):
        return None
    at = days_of(year, month, day)
    return Period(at, at, "day", "")


def one_month(year: int, number: int) -> Period | None:
    """A month of any year; None for a number that is none."""
    if not 1 <= number <= 12:
        return None
    return Period(days_of(year, number, 1), last_of_month(year, number), "month", f"{format_year(year)}-{number:02d}")


def _named(found: re.Match[str], custom: Custom) -> Period | None:
    month = MONTHS.get(found["month"].lower())
    if month is None:
        return None
    year = custom.year(found["year"])
    return one_day(year, month, int(found["day"])) if found.re.groupindex.get("day") else one_month(year, month)


def one_year(year: int) -> Period:
    """A year; 0 is 1 BC."""
    return Period(days_of(year, 1, 1), days_of(year + 1, 1, 1) - 1, "year", format_year(year))


def one_season(year: int, name: Season, *, southern: bool = False) -> Period:
    """A season: its three whole months; the southern ones lie half a year later, and its summer ends in the next year."""
    north = season(year, name)
    if not southern:
        return Period(north.first, north.last, "season", f"{format_year(year)}-{north.text[-2:]}")
    month = {"spring": 9, "summer": 12, "autumn": 3, "winter": 6}[name]
    last = last_of_month(year + month // 12, (month + 1) % 12 + 1)
    return Period(days_of(year, month, 1), last, "season", f"{format_year(year)}-{north.text[-2:]}")


def _year_month(found: re.Match[str], custom: Custom) -> Period | None:
    """`2019/03`; but `2011/12` may be two years as well, and is neither."""
    year, number = int(found["year"]), int(found["month"])
    return None if number == (year + 1) % 100 else one_month(year, number)


def _season(found: re.Match[str], custom: Custom) -> Period | None:
    name = SEASONS.get(found["season"].lower())
    year = custom.year(found["year"])
    if name is None or (found["to"] and int(found["to"]) % 100 != (year + 1) % 100):
        return None
    return one_season(year, name, southern=bool(found["to"]) and name == "summer")


def one_quarter(year: int, number: int) -> Period:
    """A quarter, 1 to 4."""
    whole = quarter(year, number)
    return Period(whole.first, whole.last, "quarter", f"{format_year(year)}-{3 * number - 2:02d}")


def _half(found: re.Match[str], custom: Custom) -> Period:
    year, number = custom.year(found["year"]), int(found["number"])
    first = days_of(year, 6 * number - 5, 1)
    return Period(first, last_of_month(year, 6 * number), "year", format_year(year), portion=True)


def _week(found: re.Match[str], custom: Custom) -> Period | None:
    try:
        first, last, precision, name = week(custom.year(found["year"]), int(found["number"]), 0, found.group())
    except DateError:
        return None
    return Period(first, last, precision, name or "")


_YEAR = r"(?P<year>\d{4}|['’]?\d\d)"
_DAY = r"(?P<day>\d{1,2})(?:\.|st|nd|rd|th|er|º|\.º)?"
_MONTH = r"(?P<month>[^\W\d_]{3,10}\.?)"
_FORMS: tuple[tuple[re.Pattern[str], _Reader], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), read)
    for pattern, read in (
        (rf"(?P<first>\d{{1,2}})(?P<mark>[./-])\s?(?P<second>\d{{1,2}})(?P=mark)\s?{_YEAR}", _numbers),
        (
            r"(?P<year>\d{4})(?P<mark>[./-])\s?(?P<month>\d{1,2})(?P=mark)\s?(?P<day>\d{1,2})\.?",
            lambda found, _: one_day(int(found["year"]), int(found["month"]), int(found["day"])),
        ),
        (rf"{_DAY}(?:\s|-|/|\sde\s|\sof\s)?{_MONTH}(?:,?\s|-|/|\sdel?\s)?{_YEAR}", _named),
        (rf"{_MONTH}\s?{_DAY},?\s{_YEAR}", _named),
        (rf"(?P<year>\d{{4}})[\s,-]\s?{_MONTH}[\s-]{_DAY}", _named),
        (
            rf"{_MONTH}(?:,?\s(?:de\s)?(?P<year>\d{{4}}|['’]\d\d)|[-/](?P<year2>\d{{4}}|\d\d))",
            lambda found, custom: _month_of(found, custom),
        ),
        (rf"(?P<year>\d{{4}})[\s,-]\s?{_MONTH}", _named),
        (r"(?P<month>\d{1,2})[./-](?P<year>\d{4})", lambda found, _: one_month(int(found["year"]), int(found["month"]))),
        (r"(?P<year>\d{4})[./](?P<month>0[1-9]|1[0-2])", _year_month),
        (
            rf"(?:Q(?P<number>[1-4])[\s/.-]?\s?{_YEAR}|(?P<year2>\d{{4}})[\s/-]?Q(?P<number2>[1-4])"
            r"|(?P<number3>[1-4])(?:\.|st|nd|rd|th)?\s?(?:quartal|quarter)(?:\sof)?\s(?P<year3>\d{4}))",
            lambda found, custom: _quarter_of(found, custom),
        ),
        (r"H(?P<number>[12])[\s/.-]?\s?(?P<year>\d{4})", _half),
        (r"(?P<number>[12])\.\s?halbjahr\s(?P<year>\d{4})", _half),
        (r"(?:KW|CW|week)\s?(?P<number>\d{1,2})[\s/.,-]\s?(?P<year>\d{4})", _week),
        (r"(?P<year>\d{4})[\s/-]\s?(?:KW|CW)\s?(?P<number>\d{1,2})", _week),
        (r"(?P<season>[^\W\d_]{4,9})(?:\s(?:of|de))?\s(?P<year>\d{4})(?:\s?[-–/]\s?(?P<to>\d{4}|\d\d))?", _season),
        (r"(?P<year>\d{3,4})", lambda found, _: one_year(int(found["year"]))),
    )
)


def _month_of(found: re.Match[str], custom: Custom) -> Period | None:
    month = MONTHS.get(found["month"].lower())
    return None if month is None else one_month(custom.year(found["year"] or found["year2"]), month)


def _quarter_of(found: re.Match[str], custom: Custom) -> Period:
    numbers = (found["number"], found["number2"], found["number3"])
    years = (found["year"], found["year2"], found["year3"])
    return one_quarter(custom.year(next(filter(None, years))), int(next(filter(None, numbers))))


_IN_ERA = re.compile(
    rf"(?:(?P<day>\d{{1,2}})\.?\s{_MONTH.replace('month', 'name')}\s|(?:{_MONTH})\s(?:(?P<day2>\d{{1,2}}),?\s)?)?"
    r"(?P<year>\d{1,3}(?:[,.’' ]?\d{3})*|\d+)",
    re.IGNORECASE,
)
_LONG = re.compile(
    r"(?P<number>\d{1,3})(?:\.|st|nd|rd|th|e)?\s?(?P<unit>century|jahrhundert|jh|millennium|jahrtausend|siècle|c)\.?", re.IGNORECASE
)


@lru_cache(maxsize=4_096)
def _day_of(text: str, custom: Custom, era: int) -> Period | None:
    if era < 1:
        return _of_era(text, before=era < 0)
    for pattern, read in _FORMS:
        if (found := pattern.fullmatch(text)) and (period := read(found, custom)):
            return period
    return None


def _of_era(text: str, *, before: bool) -> Period | None:
    """With its era a year may have any number of digits; there is no year 0, so 1 BC is the year before AD 1."""
    if found := _LONG.fullmatch(text):
        size = 1_000 if found["unit"].lower().startswith(("mill", "jahrt")) else 100
        number = int(found["number"])
        first, last = (1 - size * number, size - size * number) if before else (size * (number - 1), size * number - 1)
        first += not before and number == 1  # there is no year 0
        name = format_year(first)
        return Period(days_of(first, 1, 1), days_of(last + 1, 1, 1) - 1, "millennium" if size > 100 else "century", name)
    found = _IN_ERA.fullmatch(text)
    if not found or len(found["year"]) > 15:
        return None
    number = int(re.sub(r"\D", "", found["year"]))
    if number == 0:
        return None
    year = 1 - number if before else number
    name, day = found["name"] or found["month"], found["day"] or found["day2"]
    if name is None:
        return one_year(year)
    month = MONTHS.get(name.lower())
    if month is None:
        return None
    return one_day(year, month, int(day)) if day else one_month(year, month)
