"""Deep time: years before 1, round numbers of years, and the words for them: `44 BC`, `AD 476`, `66 million years ago`.

A year is astronomical, as in ISO 8601: year 0 is 1 BC, year -43 is 44 BC. What is so many years *ago* is counted from 1950, as radiocarbon
dates are (https://en.wikipedia.org/wiki/Before_Present). A number of years that is rounded to ten thousands or more is the year itself:
the two thousand years since the year 0 lie within the rounding. `assets/lib/ages.mjs` is the twin of `age_of`.
"""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from typing import NamedTuple

from timeline.clock import days_of, format_year
from timeline.model import Precision

PRESENT = 1950
_ROUND = 10_000
_FAR = 100_000  # from here on a year is told as an age, however exactly it is known
_OLD = 10_000  # and from so many years ago on if it is a number of decades, centuries, millennia ago
_OLDEST = 99_999_999_999  # more years than there were, and no number that slows anything down
_SIZES: dict[str, int] = {"decade": 10, "century": 100, "millennium": 1000}

_THOUSAND, _MILLION, _BILLION = 1_000, 1_000_000, 1_000_000_000
SCALES: dict[str, dict[str, int]] = {
    "en": {"thousand": _THOUSAND, "million": _MILLION, "billion": _BILLION, "bn": _BILLION},
    "de": {
        "tausend": _THOUSAND, "million": _MILLION, "millionen": _MILLION, "mio.": _MILLION, "mio": _MILLION,
        "milliarde": _BILLION, "milliarden": _BILLION, "mrd.": _BILLION, "mrd": _BILLION,
    },
    "fr": {"mille": _THOUSAND, "million": _MILLION, "millions": _MILLION, "milliard": _BILLION, "milliards": _BILLION},
    "es": {"mil": _THOUSAND, "millón": _MILLION, "millones": _MILLION, "mil millones": _BILLION},
    "it": {"mila": _THOUSAND, "milione": _MILLION, "milioni": _MILLION, "miliardo": _BILLION, "miliardi": _BILLION},
}  # fmt: skip
"""Language -> word -> number; the long scale, in which a `billion` is a million millions, has no word here."""

_MARK = r"[.,'’\u202f\u00a0 ]"
_MANY = rf"(?:\d{{2,3}}{_MARK}\d{{3}}|\d{{1,3}}(?:{_MARK}\d{{3}}){{2,4}}|\d{{5,11}})"  # what is less is a length, which others read
_SOME = rf"(?:\d{{1,3}}(?:{_MARK}\d{{3}})+|\d{{1,5}}(?:[.,]\d{{1,4}})?)"

_UNITS = {
    "en": r"(?:years?|yrs?)",
    "de": r"(?:Jahren?|J\.)",
    "fr": r"(?:d['’]années|ans|années)",
    "es": r"(?:de\s)?años",
    "it": r"(?:di\s)?anni",
}
_AROUND = {
    "en": ("", r"\s(?:ago|before\spresent|BP)"), "de": (r"vor\s", ""), "fr": (r"il\sy\sa\s", ""),
    "es": (r"hace\s", ""), "it": ("", r"\sfa"),
}  # fmt: skip
_BEFORE = r"(?:B\.?\s?C\.?(?:\s?E\.?)?|v\.\s?(?:Chr\.?|u\.\s?Z\.?)|vor\sChristus|av\.\s?J\.?[-\s]?C\.?|a\.\s?C\.?)"
_AFTER = r"(?:A\.?\s?D\.?|C\.?\s?E\.?|n\.\s?(?:Chr\.?|u\.\s?Z\.?)|nach\sChristus|ap\.\s?J\.?[-\s]?C\.?|d\.\s?C\.?)"
_YEAR = re.compile(
    rf"(?P<year>\d{{1,3}}(?:[.,]\d{{3}})+|\d{{1,11}})\s?(?:(?P<before>{_BEFORE})|{_AFTER})|A\.?\s?D\.?\s?(?P<after>\d{{1,4}})",
    re.IGNORECASE,
)


def ago_pattern(language: str) -> str:
    """A pattern for `66 million years ago` in a language; its group is `age_point` where decimals have a point, else `age_comma`."""
    scales = "|".join(re.escape(word) for word in sorted(SCALES[language], key=len, reverse=True))
    lead, tail = _AROUND[language]
    group = "age_point" if language == "en" else "age_comma"
    return rf"{lead}(?P<{group}>{_MANY}|{_SOME}\s(?:{scales}))\s{_UNITS[language]}{tail}(?!\w)"


_MEANING = {word: size for table in SCALES.values() for word, size in table.items()}
_COUNT = re.compile(r"([\d.,'’\s]*\d)(?:\s(\D+))?")
_AGO = {language: re.compile(ago_pattern(language), re.IGNORECASE) for language in SCALES}


class Span(NamedTuple):
    """A year with the days (since 1970, both inclusive) that its rounding leaves open."""

    year: int
    precision: Precision
    first: int
    last: int

    @property
    def text(self) -> str:
        """The year in ISO 8601."""
        return format_year(self.year)


def rounding_of(number: int) -> int:
    """The power of ten to which a number is rounded; its first two digits are always meant.

    >>> rounding_of(66_000_000), rounding_of(10_000_000_000), rounding_of(315_000), rounding_of(66_002_019)
    (1000000, 1000000000, 1000, 1)
    """
    size = 1
    while number and number % (size * 10) == 0 and size * 100 <= abs(number):
        size *= 10
    return size


def age_span(number: int) -> Span:
    """What lies so many years ago, as exactly as the number is; a number below zero lies ahead.

    >>> age_span(66_000_000)[:2], age_span(40_000)[:2]
    ((-66000000, 'millennium'), (-38050, 'millennium'))
    """
    size = rounding_of(number)
    return _around(-number if size >= _ROUND else PRESENT - number, size)


def year_span(year: int) -> Span:
    """A year; from 100,000 on a round one is no single year, but as exact as its number."""
    size = rounding_of(year) if abs(year) >= _FAR else 1
    return _around(year, size if size >= _THOUSAND else 1)


def _around(year: int, size: int) -> Span:
    precision: Precision = "millennium" if size >= 1000 else "century" if size >= 100 else "decade" if size >= 10 else "year"
    first = year - size // 2
    return Span(year, precision, days_of(first, 1, 1), days_of(first + size, 1, 1) - 1)


def age_of(year: int, precision: str) -> int | None:
    """How many years ago a year was, rounded as far as it is known; None for a year that is told by its number.

    >>> age_of(-66_000_000, "millennium"), age_of(-38_050, "millennium"), age_of(-43, "year"), age_of(5_000_000_000, "year")
    (66000000, 40000, None, -5000000000)
    """
    size, round_year = _SIZES.get(precision, 1), rounding_of(year)
    if abs(year) < _FAR and (size == 1 or PRESENT - year < _OLD or (PRESENT - year) % size):
        return None  # a century BC begins with a year that ends in 1, and what was so many centuries ago does not
    if round_year >= _ROUND:
        size = max(size, round_year)
    return (2 * (PRESENT - year) + size) // (2 * size) * size


def spoken_year(text: str) -> int | None:
    """The astronomical year of `44 BC`, `753 v. Chr.`, `AD 476`; None for anything else. There is no year 0 to be spoken of.

    >>> spoken_year("44 BC"), spoken_year("AD 476"), spoken_year("0 BC")
    (-43, 476, None)
    """
    found = _YEAR.fullmatch(text.strip())
    if found is None:
        return None
    year = int(re.sub(r"\D", "", found["year"] or found["after"]))
    return None if year == 0 else 1 - year if found["before"] else year


def spoken_age(text: str) -> int | None:
    """So many years ago: `66 million years ago`, `vor 13,8 Milliarden Jahren`; None for anything else, and below 10,000 years.

    >>> spoken_age("66 million years ago"), spoken_age("vor 13,8 Milliarden Jahren"), spoken_age("3 years ago")
    (66000000, 13800000000, None)
    """
    for language, pattern in _AGO.items():
        if found := pattern.fullmatch(text.strip()):
            return count_of(found[1], "." if language == "en" else ",")
    return None


def count_of(said: str, point: str) -> int | None:
    """A number of years, where `point` divides whole ones from decimals; None where it is below 10,000 or too many.

    >>> count_of("13,8 Milliarden", ","), count_of("66.000.000", ","), count_of("4,567.3 million", ".")
    (13800000000, 66000000, 4567300000)
    """
    found = _COUNT.fullmatch(" ".join(said.split()))
    if found is None:
        return None
    number, scale = found.groups()
    digits = re.sub(r"['’\s]", "", number)
    if scale is None:
        digits = re.sub(r"\D", "", digits) if re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+|\d+", digits) else ""
    digits = digits.replace("," if point == "." else ".", "")
    digits = digits.replace(point, "" if digits.count(point) > 1 else ".")
    try:
        years = Decimal(digits) * _MEANING[scale.lower()] if scale else Decimal(digits)
    except InvalidOperation:
        return None
    return int(years) if years == int(years) and _OLD <= years <= _OLDEST else None
