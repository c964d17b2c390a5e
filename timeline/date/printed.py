"""What a ticker prints: the clock and the day of a stamp, a day heading, the date of the page; read, not yet placed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from timeline.abbreviations import ABBREVIATIONS, HOMES
from timeline.clock import DAY, HOUR, MINUTE, SECOND, days_of, find_zone, offset_at
from timeline.date.find import find
from timeline.date.grammar import Language
from timeline.errors import ZoneError
from timeline.moment import exists
from timeline.notation import (
    CLOCK,
    DATE_SLASHED,
    DATES,
    ISO_STAMP,
    MONTH_NAMES,
    PUBLISHED,
    RELATIVE,
    RELATIVE_DAYS,
    SPOKEN_ZONES,
    UPDATED,
    WEEKDAY,
    WEEKDAY_NAMES,
    ZONE,
)

_ISO = re.compile(ISO_STAMP)
_OFFSET = re.compile(r"\d{4}-\d\d-\d\dT[\d:.,]+\s?[+-]\d.*")
"""What a machine wrote, with a distance from UTC that is none: to leave it out would move the clock."""
_CLOCKS = re.compile(rf"{CLOCK}(?:,?\s?{ZONE})?", re.IGNORECASE)
_ONLY_CLOCK = re.compile(r"\d{1,2}[:.]\d\d(?:\sUhr|\s?[ap]\.?m\.?)?", re.IGNORECASE)
"""Most stamps: nothing in them could be a day."""
_DATES = tuple(re.compile(date, re.IGNORECASE) for date in DATES)
_SLASHED = re.compile(DATE_SLASHED, re.IGNORECASE)
_WEEKDAY = re.compile(rf"(?<!\w){WEEKDAY}", re.IGNORECASE)
_RELATIVE = re.compile(rf"(?<!\w){RELATIVE}", re.IGNORECASE)
_UPDATED = re.compile(rf"\b{UPDATED}\b[^.!?\n]{{0,20}}$", re.IGNORECASE)
_PUBLISHED = re.compile(rf"\b{PUBLISHED}\b[^.!?\n]{{0,20}}$", re.IGNORECASE)
_CLOSES = re.compile(
    r"\d\.?(?:\s[^\W\d]{3,12}\.?)?(?:\s\d{4})?\s?(?:to|until|through|bis|au|al|hasta|–|—|-)\s?(?:zum\s|the\s|den\s|el\s)?(?:[^\W\d]{2,12},?\s)?$",
    re.IGNORECASE,
)
"""Between the first and the last day of a range: `15 July to Saturday `."""
_SINCE = re.compile(r"\b(?:seit|since|ab|nach|after|depuis|après|desde|dopo|dal)\s(?:dem\s|den\s|the\s|le\s|el\s|il\s)?$", re.IGNORECASE)
_WRITTEN = re.compile(rf"(?<!\w){ZONE}", re.IGNORECASE)
_BESIDE = 24
"""Characters between a date and the zone of its clock."""
_PAGE = 10_000
"""Characters of an introduction that are looked through for the date of the page."""
_SPOKEN = {words.lower(): zone for words, zone in SPOKEN_ZONES.items()}


@dataclass(frozen=True, slots=True)
class Day:
    """A day as printed: fields that are not there are None. `relative` counts from the day of the newest entry."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    relative: int | None = None

    @property
    def number(self) -> int | None:
        """Days since 1970, where it is written out."""
        if self.year is None or self.month is None or self.day is None:
            return None
        return days_of(self.year, self.month, self.day)


@dataclass(frozen=True, slots=True)
class Stamp:
    """A stamp as printed. `zone` is as written, `twin` the second clock of the same instant. `exact`: date, clock and offset are all there,
    as machines write them, so that neither its day nor its zone has to be told by others."""

    hour: int | None = None
    minute: int = 0
    second: int | None = None
    zone: str | None = None
    day: Day | None = None
    twin: Stamp | None = None
    exact: bool = False

    @property
    def instant(self) -> int | None:
        """The instant of an exact stamp in UTC milliseconds, else None."""
        day = self.day.number if self.exact and self.day else None
        return None if day is None or self.zone is None else self.wall(day) - offset_at(0, self.zone)

    @property
    def minutes(self) -> int | None:
        """Its clock as the minute of the day, 1440 for 24:00."""
        return None if self.hour is None else self.hour * 60 + self.minute

    def wall(self, day: int) -> int:
        """What the clock on the wall shows on a day, in milliseconds since 1970-01-01T00:00 there."""
        return day * DAY + (self.hour or 0) * HOUR + self.minute * MINUTE + (self.second or 0) * SECOND


@dataclass(frozen=True, slots=True)
class PageDate:
    """A date above the ticker: of its first version, of its last change or the last of its days, or just its day."""

    words: str
    day: Day
    clock: Stamp | None = None
    label: Literal["published", "updated", ""] = ""


def read_day(words: str, *, month_first: bool = False) -> Day | None:
    """The day some words name; of several headings above each other (`Montag`, `3. Mai`) the last one that names a date.

    >>> read_day("Mittwoch, 23. März 2022"), read_day("gestern").relative
    (Day(year=2022, month=3, day=23, weekday=2, relative=None), -1)
    """
    dates = [found for pattern in _DATES for found in pattern.finditer(words)]
    if dates:
        return _day(max(dates, key=lambda found: found.end()), month_first)
    if weekdays := _WEEKDAY.findall(words):
        return Day(weekday=WEEKDAY_NAMES[weekdays[-1].lower()])
    relative = _RELATIVE.findall(words)
    return Day(relative=RELATIVE_DAYS[relative[-1].lower()]) if relative else None


def names_no_day(words: str) -> bool:
    """Whether a date is written that the calendar has not.

    >>> names_no_day("31. Februar 2022, 14:39 Uhr")
    True
    """
    if _ONLY_CLOCK.fullmatch(words):
        return False
    return read_day(words) is None and any(pattern.search(words) for pattern in _DATES)


def _day(found: re.Match[str], month_first: bool) -> Day | None:
    groups = found.groupdict()
    year = int(groups["year"]) if groups.get("year") else None
    if year is not None and year < 100:
        year += 2000 if year < 69 else 1900  # POSIX strptime
    if "first" in groups:
        day, month = int(groups["first"]), int(groups["second_number"])
        if month > 12 or (day <= 12 and month_first):
            day, month = month, day
    else:
        day = int(groups["day"])
        month = int(groups["number"]) if groups.get("number") else MONTH_NAMES[groups["month"].lower()]
    weekday = WEEKDAY_NAMES[groups["weekday"].lower()] if groups.get("weekday") else None
    if not 1 <= month <= 12 or not exists(2000 if year is None else year, month, day):
        return None
    return Day(year, month, day, weekday)


def read_stamp(words: str, *, month_first: bool = False) -> Stamp | None:
    """What a stamp says; None where there is neither a clock nor a day in it.

    >>> stamp = read_stamp("8.33pm BST / 20:33")
    >>> stamp.minutes, stamp.zone, stamp.twin.minutes
    (1233, 'BST', 1233)
    >>> read_stamp("2019-02-28T13:25:00+07:00").instant
    1551335100000
    """
    if found := _ISO.fullmatch(words.strip()):
        return _exact(found)
    if _OFFSET.fullmatch(words.strip()):
        return None
    dated = not _ONLY_CLOCK.fullmatch(words)
    day = read_day(words, month_first=month_first) if dated else None
    for pattern in _DATES if dated else ():  # a dotted date is no clock
        words = pattern.sub(lambda found: " " * len(found.group()), words)
    clocks = [_clock(found) for found in _CLOCKS.finditer(words)]
    if any(clock is None for clock in clocks[:1]) or not (clocks or day):
        return None
    first = (clocks[0] if clocks else None) or Stamp()
    return replace(first, day=day, twin=clocks[1] if len(clocks) > 1 else None) if day or len(clocks) > 1 else first


def _exact(found: re.Match[str]) -> Stamp | None:
    """A stamp that needs nothing else; its clock alone where the calendar has not its day, None where there is no such clock or offset."""
    hour, minute, second = int(found["hour"]), int(found["minute"]), int(found["second"] or 0)
    if hour > 24 or minute > 59 or second > 60 or (hour == 24 and (minute or second)):
        return None
    offset = found["offset"]
    zone = "UTC" if offset == "Z" else f"{offset[:3]}:{offset[3:].removeprefix(':') or '00'}"
    try:
        find_zone(zone)
    except ZoneError:  # beyond 14 hours
        return None
    year, month, day = (int(part) for part in found["date"].split("-"))
    written = min(second, 59) if found["second"] else None  # a leap second (60) is the end of its minute
    if not 1 <= month <= 12 or not exists(year, month, day):
        return Stamp(hour, minute, written, zone)
    return Stamp(hour, minute, written, zone, Day(year, month, day), exact=True)


def _clock(found: re.Match[str]) -> Stamp | None:
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    if half := (found["half"] or found["half2"] or "").lower():
        if not 1 <= hour <= 12:
            half = ""  # `20:33 pm` is said twice, not wrong
        hour = hour % 12 + (12 if half == "p" else 0) if half else hour
    if hour == 24 and minute:
        return None
    return Stamp(hour, minute, int(found["second"]) if found["second"] else None, found["zone"])


def read_page(text: str, language: Language, *, month_first: bool = False) -> tuple[PageDate, ...]:
    """The dates above a ticker, the likeliest to be that of the page first: on lines of their own, before those inside of a sentence."""
    alone: list[PageDate] = []
    within: list[PageDate] = []
    text = text[:_PAGE]
    for line in filter(None, (line.strip() for line in text.split("\n"))):
        for start, end, day in _dates_in(line, language, month_first):
            if day.day is not None and day.year is not None and not _SINCE.search(line[max(0, start - 20) : start]):
                page = _page_date(line, start, end, day)
                rest = len(line) - len(page.words)
                (alone if page.label or rest <= 3 else within).append(page)
    return (*alone, *within)


def read_month(text: str, language: Language) -> Day | None:
    """A month with its year, or a year, above a ticker: it says the year of days without one."""
    for found in find(text[:_PAGE], language):
        if found.partial.year is not None and found.partial.day is None:
            return Day(found.partial.year, found.partial.month)
    return None


def _dates_in(line: str, language: Language, month_first: bool) -> list[tuple[int, int, Day]]:
    """Dates in the notations of stamps, and those only the grammar of the language knows, in their order."""
    found = [(one.start(), one.end(), day) for pattern in _DATES for one in pattern.finditer(line) if (day := _day(one, month_first))]
    taken = [(start, end) for start, end, _ in found]
    for other in find(line, language):
        partial = other.partial
        if partial.year is None or partial.month is None or partial.day is None:
            continue
        if not any(start < other.end and other.start < end for start, end in taken):
            found.append((other.start, other.end, Day(partial.year, partial.month, partial.day)))
    return sorted(found, key=lambda one: one[0])


def _page_date(line: str, start: int, end: int, day: Day) -> PageDate:
    before = line[max(0, start - 60) : start]
    clock = _CLOCKS.search(line, end, end + 40)
    if clock and re.fullmatch(r"[\s,|·–—-]{0,4}(?:(?:um|at|à|a las|alle|ore|,)\s)?", line[end : clock.start()]):
        end = clock.end()
    else:
        clock = None
    updated, published = _UPDATED.search(before) or _CLOSES.search(before), _PUBLISHED.search(before)
    labelled = updated or published
    first = max(0, start - 60) + labelled.start() if labelled else start
    label: Literal["published", "updated", ""] = "updated" if updated else ("published" if published else "")
    return PageDate(line[first:end], day, _clock(clock) if clock else None, label)


def meanings_of(zone: str) -> tuple[str, ...]:
    """The IANA keys, offsets or `local` that a written zone can stand for, the most frequent first."""
    if zone.lower() in _SPOKEN:
        return (_SPOKEN[zone.lower()],)
    return ABBREVIATIONS.get(zone) or ABBREVIATIONS.get(zone.upper()) or (re.sub(r"\s", "", zone.upper()),)


def month_comes_first(texts: Iterable[str], zone: str | None, *, custom: bool = True) -> bool | None:
    """Whether `3/4/2022` is in March: what another date of the same ticker says, else the custom of its zone, or of the zone that is
    written beside such a date; None where nothing tells. `custom`: the language has a country in which the month comes first.

    >>> month_comes_first(["3/4/2022", "3/24/2022"], None), month_comes_first(["3/4/2022"], "Europe/Paris")
    (True, False)
    >>> month_comes_first(["3/4/2022, 5 p.m. ET"], None), month_comes_first(["3/4/2022"], None)
    (True, None)
    """
    homes = [zone] if zone else []
    for text in texts:
        for found in _SLASHED.finditer(text):
            if max(int(found["first"]), int(found["second_number"])) > 12:
                return int(found["second_number"]) > 12
            if not zone and (written := _WRITTEN.search(text, found.end(), found.end() + _BESIDE)):
                homes.append(home_of(written["zone"]))
    if not custom:
        return False
    return all(home.startswith("America/") for home in homes) if homes else None


def order_is_open(words: str) -> bool:
    """Whether some words hold a date that is one with the day first and another one with the month first.

    >>> order_is_open("3/4/2022, 14:39"), order_is_open("3/24/2022"), order_is_open("3/3/2022")
    (True, False, False)
    """
    dates = [(int(found["first"]), int(found["second_number"])) for found in _SLASHED.finditer(words)]
    return any(first != second and max(first, second) <= 12 for first, second in dates)


def home_of(zone: str) -> str:
    """The IANA key of a place whose clocks a written zone names, else what it stands for."""
    meaning = meanings_of(zone)[0]
    return meaning if "/" in meaning else HOMES.get(zone.upper(), meaning)
