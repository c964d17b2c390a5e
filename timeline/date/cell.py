"""One cell of a table, or one field of a file, as a moment: ISO 8601, EDTF, and what editors write instead.

Whether `3/4/2022` is the third of April or the fourth of March is told by the other cells of the source, never cell by cell; so is the
century of two digits. What is none of these notations is read by the engine that reads prose, where it names its year.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from statistics import median_low

from timeline.clock import days_of
from timeline.date.find import find
from timeline.date.grammar import Language
from timeline.date.iso8601 import Warnings, from_duration, read_iso
from timeline.date.language import LANGUAGES
from timeline.date.partial import Found
from timeline.date.resolve import Frame, Unresolved, resolve, resolve_range
from timeline.date.uncertain import looks_uncertain, read_uncertain
from timeline.date.written import MONTHS, Custom, read_written
from timeline.errors import DateError
from timeline.model import Assumption, Moment

_KEPT = 65_536
"""So many cells are remembered: a column says the same days again and again."""
_LONGEST = 200
"""Characters of a cell that can still be a date."""
_NUMERIC = re.compile(r"\D{0,12}?(?<!\d)(\d{1,2})([/-])(\d{1,2})\2(\d{4}|\d\d)(?!\d)")
_SHORT_YEAR = re.compile(
    r"(?:\d{1,2}([./-])\s?(?:\d{1,2}|[^\W\d_]{3,10})\1\s?|[^\W\d_]{3,10}[-/]|\d{1,2}\.?\s[^\W\d_]{3,10}\.?\s['’]?)(\d\d)(?!\d)"
)
_YEAR = re.compile(r"(?<![\d.:])(\d{4})(?![\d:])")
_HALF = re.compile(r"\d\s?[ap]\.?m\.?\b", re.IGNORECASE)
_RANGE = re.compile(r"\s+(?:-|–|—|--|to|till|until|through|bis|au|al|hasta)\s+|\s*(?:–|—|\.\.|--)\s*", re.IGNORECASE)
_FROM = re.compile(r"(?:from|between|von|vom|zwischen|de|du|del|dal)\s+", re.IGNORECASE)
_YEARS = re.compile(r"(?P<first>\d{4})\s?(?P<mark>[-–—/])\s?(?P<last>\d\d|\d{4})")
_REST = re.compile(r"\b[^\W_]+\b")
_FILLERS = frozenset("the of in on at am um im den der dem le la el il uhr a c ca about".split())
_YEAR_SOMEWHERE = re.compile(r"\d{2}")
_LETTER = re.compile(r"[^\W\d_]")
_PROSE = 80
"""Characters of a cell that the engine for prose is asked about."""
_ONLY_CLOCK = re.compile(r"\d{1,2}[:.]\d\d(?::\d\d)?(?:\s?Uhr)?(?:\s?[^\d.].*)?")
_UP_TO_CLOCK = re.compile(r".*?(?=[T\s,]+(?:um\s)?\d{1,2}[:.]\d\d)")
_UTC = re.compile(r"(?:[zZ]|UTC|GMT|00:?00)\W*$")
_NBSP = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u2212": "-", "\u2010": "-", "\u2011": "-"})


@dataclass(frozen=True, slots=True)
class Reading:
    """What a cell says; at least one of `start` and `end` is known. `warnings` are codes of problems, each with its values."""

    start: Moment | None
    end: Moment | None = None
    warnings: Warnings = ()


class Cells:
    """Reads the cells of one source: `zone` is that of clocks without one; `texts` are all of them, which tell what comes first, day or
    month, and the century of years of two digits; where they do not, the custom of the `language` is taken."""

    def __init__(self, texts: Iterable[str], zone: str, language: Language | None = None) -> None:
        self.zone = zone
        self.language = language or LANGUAGES["en"]
        self.assumptions: list[Assumption] = []
        self.unzoned = False
        """Whether a clock had to be read in the zone of all."""
        self._unsure = ""
        self._read: dict[tuple[str, str], Reading | None] = {}
        distinct = set(texts)
        plain = {text for text in distinct if not text[:4].isdigit()}  # a date that begins with its year has nothing to tell of either
        self.custom = Custom(*self._order(plain), *self._century(plain, distinct))

    def read(self, text: str, zone: str = "") -> Reading:
        """The moment of one cell; raises `DateError` where it is none."""
        key = (text, zone)
        if key not in self._read:
            if len(self._read) >= _KEPT:
                self._read.clear()
            self._read[key] = self._reading(text, zone or self.zone)
        if (reading := self._read[key]) is None:
            raise DateError(text[:_LONGEST])
        if not (zone or self.unzoned):
            self.unzoned = _has_no_zone(reading.start or reading.end, text, self.zone)
        return reading

    def _order(self, texts: Iterable[str]) -> tuple[bool]:
        """Whether the month comes first: what one date of the column says that can be read in one way only, else a custom."""
        days, months, words, doubtful = 0, 0, "", ""
        for text in texts:
            if not ("/" in text or "-" in text) or not (found := _NUMERIC.match(text)):
                continue
            first, second = int(found[1]), int(found[3])
            days, months = days + (first > 12 >= second), months + (second > 12 >= first)
            if (first > 12) != (second > 12):
                words = min(filter(None, (words, text)))
            elif first != second:
                doubtful = min(filter(None, (doubtful, text)))
        if not doubtful:
            return (months > days,)
        if days and months:
            self._unsure = "orders-mixed"
            return (months > days,)
        if days or months:
            return self._assume_order(months > days, "decided", words)
        if self.zone.startswith(("America/", "US/")) or any(map(_HALF.search, texts)):
            return self._assume_order(True, "custom", doubtful)
        if self.language.code != "en" or self.zone.startswith(("Europe/", "Australia/")):
            return self._assume_order(False, "custom", doubtful)
        self._unsure = "day-or-month"
        return (True,)

    def _assume_order(self, month_first: bool, why: str, words: str) -> tuple[bool]:
        self.assumptions.append(Assumption(f"{'month' if month_first else 'day'}-first-{why}", {"words": words}))
        return (month_first,)

    def _century(self, texts: Iterable[str], every: Iterable[str]) -> tuple[int]:
        """The first of the hundred years that two digits are of: around the other years of the column, else 1969 to 2068 as in POSIX."""
        short = min((text for text in texts if (found := _SHORT_YEAR.match(text)) and _is_month(found)), default="")
        if not short:
            return (1969,)
        years = [int(year) for text in every for year in _YEAR.findall(text)]
        first = median_low(years) - 50 if years else 1969
        self.assumptions.append(Assumption("short-years", {"words": short, "first": str(first), "last": str(first + 99)}))
        return (first,)

    def _reading(self, text: str, zone: str) -> Reading | None:
        if len(text) < 20:  # most cells; the way below comes to the same
            try:
                moment, warnings = read_iso(text, zone)
                return Reading(moment, None, warnings)
            except (DateError, OverflowError):
                pass
        plain = " ".join(text[: 10 * _LONGEST].translate(_NBSP).split())
        if not plain or len(plain) > _LONGEST or len(text) > 10 * _LONGEST:
            return None
        for read in (self._one, self._interval, self._years, self._span, self._prose):
            try:
                if (found := read(plain, zone)) is not None:
                    return self._warned(found, plain)
            except (DateError, Unresolved, ValueError, OverflowError):  # a number of so many digits is one too
                continue
        return None

    def _warned(self, reading: Reading, text: str) -> Reading:
        """With the doubt about what comes first, where it makes a difference."""
        if not self._unsure or not (found := _NUMERIC.match(text)):
            return reading
        first, second = int(found[1]), int(found[3])
        if max(first, second) > 12 or first == second:
            return reading
        return replace(reading, warnings=(*reading.warnings, (self._unsure, {})))

    def _one(self, text: str, zone: str) -> Reading | None:
        """One moment in one of the notations."""
        try:
            moment, warnings = read_iso(text, zone)
            return Reading(moment, None, warnings)
        except DateError:
            pass
        if looks_uncertain(text):
            try:
                return Reading(*read_uncertain(text, zone))
            except DateError:
                pass
        moment, warnings = read_written(text, zone, self.custom)
        return Reading(moment, None, warnings)

    def _interval(self, text: str, zone: str) -> Reading | None:
        """`a/b` of ISO 8601 and EDTF; a side that is empty or `..` is not known, a short end goes on with the words of the start."""
        if text.count("/") != 1 and "--" not in text:
            return None
        first, _, last = (part.strip() for part in text.partition("--" if "--" in text else "/"))
        if first in ("", "..") or last in ("", ".."):
            return self._open(first, last, zone)
        if first.startswith("P"):
            end = self._one(last, zone)
            start = end and end.start and from_duration(first, end.start, -1)
            return Reading(start, end.start, end.warnings) if start and end else None
        start_read = self._one(first, zone)
        if start_read is None or start_read.start is None:
            return None
        if last.startswith("P"):
            until = from_duration(last, start_read.start, 1)
            return Reading(start_read.start, until, start_read.warnings) if until else None
        if re.fullmatch(r"\d{1,2}/\d{4}", text) or re.fullmatch(r"\d{4}/\d\d", text):
            return None
        return _joined(start_read, self._one(_longer(first, last), start_read.start.zone or zone))

    def _open(self, first: str, last: str, zone: str) -> Reading | None:
        known = (first if last in ("", "..") else last).strip()
        if known in ("", ".."):
            return None
        one = self._one(known, zone)
        if one is None or one.start is None:
            return None
        if known == last:
            return Reading(None, one.start, one.warnings)
        return Reading(one.start, None, (*one.warnings, ("open-end", {})))

    def _years(self, text: str, zone: str) -> Reading | None:
        """`1914–18`, `1939-45`; `2011/12` may be a month or two years, `2001-13` a month gone wrong: they are none of both."""
        found = _YEARS.fullmatch(text)
        if not found:
            return None
        first, last = found["first"], found["last"]
        if len(last) == 2:
            last = first[:2] + last
            if found["mark"] == "-" and int(last[2:]) <= 20:
                return None
            if found["mark"] == "/" and (int(last) != int(first) + 1 or int(last[2:]) <= 12):
                return None
        return _joined(self._one(first, zone), self._one(last, zone))

    def _span(self, text: str, zone: str) -> Reading | None:
        """Two moments with a dash or a word between them, both written out, or the end a mere clock."""
        inner = _FROM.sub("", text, count=1) if _FROM.match(text) else text
        if _FROM.match(text):
            inner = re.sub(r"\s(?:and|und|et|y|e)\s", " – ", inner, count=1)
        parts = _RANGE.split(inner, maxsplit=1)
        if len(parts) != 2 or not all(parts):
            return None
        start = self._one(parts[0], zone)
        if start is None or start.start is None:
            return None
        if _ONLY_CLOCK.fullmatch(parts[1]):
            day = _UP_TO_CLOCK.match(parts[0])
            if day is None or start.start.civil is not None:
                return None
            return _joined(start, self._one(f"{day.group()} {parts[1]}", start.start.zone or zone))
        return _joined(start, self._one(parts[1], start.start.zone or zone))

    def _prose(self, text: str, zone: str) -> Reading | None:
        """What the engine for prose reads: one expression that names its year, with hardly a word beside it."""
        if len(text) > _PROSE or not (_YEAR_SOMEWHERE.search(text) and _LETTER.search(text)):
            return None
        for language in dict.fromkeys((self.language, LANGUAGES["en"], LANGUAGES["de"])):
            every = find(text, language)
            found = [one for one in every if not one.closes]
            if len(found) == 1 and _covers(every, text):
                return _resolved(found[0], _frame(found[0], zone, language))
        return None


def _has_no_zone(moment: Moment | None, text: str, zone: str) -> bool:
    return moment is not None and moment.civil is None and moment.zone == zone and not _UTC.search(text)


def _is_month(found: re.Match[str]) -> bool:
    """Whether the word of a date with a short year is a month: `12-abc-34` is none."""
    words: list[str] = re.findall(r"[^\W\d_]{3,10}", found.group())
    return all(word.lower() in MONTHS or f"{word.lower()}." in MONTHS for word in words)


def _covers(found: Sequence[Found], text: str) -> bool:
    rest = f"{text[: found[0].start]} {text[found[-1].end :]}"
    return all(word.lower() in _FILLERS for word in _REST.findall(rest))


def _frame(found: Found, zone: str, language: Language) -> Frame:
    """Nothing around a cell tells the day; what names its year needs none, but for a feast, which asks for one of the same year."""
    year = found.partial.year
    day = days_of(year, 7, 1) if year is not None and found.partial.holiday else None
    return Frame(day, day, zone, zone, language)


def _resolved(found: Found, frame: Frame) -> Reading:
    if found.to is not None:
        partial, to = found.partial, found.to
        if partial.year is None and partial.month and to.year and to.month:  # `27 December – 3 January 2020`
            partial = replace(partial, year=to.year - (partial.month > to.month))
        first, last, codes = resolve_range(partial, to, frame, "unknown", basis="given")
        return Reading(first, last, tuple((code, _values(found, first)) for code in codes))
    moment, codes = resolve(found.partial, frame, "unknown", basis="given")
    about = found.partial.approximate and moment.civil is not None
    return Reading(replace(moment, approximate=True) if about else moment, None, tuple((code, _values(found, moment)) for code in codes))


def _values(found: Found, moment: Moment) -> dict[str, str]:
    return {"zone": found.partial.zone or moment.zone or ""}


def _joined(start: Reading | None, end: Reading | None) -> Reading | None:
    """A span from one to the other; raises `DateError` where the end lies before the start."""
    if start is None or end is None or start.start is None:
        return None
    last = end.end or end.start
    if last is not None and last.latest is not None and start.start.earliest is not None and last.latest <= start.start.earliest:
        raise DateError("")
    return Reading(start.start, last, start.warnings + end.warnings)


def _longer(first: str, last: str) -> str:
    """`2019-02-27/28` ends on `2019-02-28`, `2019-02-27T13:30/15:30` on the same day (ISO 8601-1, 5.5.2.3)."""
    date, mark, _ = first.partition("T")
    if mark and re.fullmatch(r"\d\d:\d\d.*", last):
        return f"{date}T{last}"
    if re.fullmatch(r"\d\d", last) and re.fullmatch(r"\d{4}-\d\d-\d\d", date):
        return f"{date[:8]}{last}"
    if re.fullmatch(r"\d\d(?:-\d\d)?(?:T.*)?", last) and re.fullmatch(r"\d{4}-\d\d-\d\d", date):
        return f"{date[:5]}{last}"
    return last
