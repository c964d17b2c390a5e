"""Dates of TimelineJS, version 2 and 3, as ISO 8601 text.

A date is an object of numbers or of text, `{"year": "2019", "month": 2}`, or in version 2 a text such as `2019,2,28`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

_PARTS = ("year", "month", "day", "hour", "minute", "second", "millisecond", "microsecond")
_WHOLE = re.compile(r"[+-]?\d{1,15}(?:\.0*)?")
_COMMAS = re.compile(r"\s*-?\d{1,15}(?:\s*,\s*\d{0,6}){0,7}\s*")
_SLASHES = re.compile(r"\s*(?:(?:(\d{1,2})/)?(\d{1,2})/)?(-?\d{1,15})(?:\s+(\d{1,2})(?::(\d{2}))?(?::(\d{2}))?\s*([AaPp])?[Mm]?)?\s*")
_ISO = re.compile(r"\s*([+-]?\d{4,6})-(\d{2})(?:-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2}))?)?)?\s*")


@dataclass(frozen=True, slots=True)
class SlideDate:
    """`text` is the date for `timeline.date.cell`, empty where there is none; `display` what the page shows instead of it.

    `fault` is the code of a problem; `years_bc`: it counts them as TimelineJS shows them.
    """

    text: str = ""
    display: str = ""
    fault: str = ""
    years_bc: bool = False


def read_date(value: Any, *, cosmological: bool = False) -> SlideDate:
    """The date that an object or a text states.

    The page shows the year -44 as 44 BC, which is -0043 in ISO 8601; years of a cosmological scale only measure a distance and stay.
    """
    display = value.get("display_date") if isinstance(value, dict) else None
    shown = display.strip() if isinstance(display, str) else ""
    if isinstance(value, str):
        value = parts_of(value)
    if value is None or value == {}:
        return SlideDate(display=shown)
    if not isinstance(value, dict):
        return SlideDate(fault="other-date")
    numbers = {part: _number(value.get(part)) for part in _PARTS}
    if "?" in numbers.values() or numbers["year"] is None:
        return SlideDate(display=shown, fault="other-date" if any(numbers.values()) else "")
    year = int(numbers["year"])
    if not cosmological and year == 0:
        return SlideDate(display=shown, fault="year-zero")
    before = year < 0 and not cosmological
    date = _iso_year(year + 1 if before else year)
    for part in ("month", "day"):
        if (number := numbers[part]) is None or int(number) == 0:
            return SlideDate(date, shown, _left_over(part, numbers), before)
        if not 1 <= int(number) <= (12 if part == "month" else 31):  # `2001-13` would be read as a span of years, `2001-21` as a season
            return SlideDate(display=shown, fault="other-date")
        date += f"-{int(number):02d}"
    return SlideDate(date + _clock(value, numbers), shown, years_bc=before)


def _number(value: Any) -> str | None:
    """A whole number as text; None where there is none, `?` where it is something else."""
    if value is None or value == "":
        return None
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return "?"
    text = str(value).strip() if not isinstance(value, float) else f"{value:.3f}"
    if not text:
        return None
    return text.partition(".")[0] if _WHOLE.fullmatch(text) else "?"


def _iso_year(year: int) -> str:
    """ISO 8601, its expanded form, and EDTF's for what is longer (https://www.loc.gov/standards/datetime/)."""
    if 0 <= year <= 9999:
        return f"{year:04d}"
    return f"{year:+07d}" if abs(year) <= 999_999 else f"Y{year}"


def _left_over(part: str, numbers: dict[str, str | None]) -> str:
    """A day without a month, or a clock without a day, says nothing: that is a fault."""
    behind = _PARTS[_PARTS.index(part) + 1 :]
    return "other-date" if any(int(numbers[one] or 0) for one in behind) else ""


def _clock(value: dict[str, Any], numbers: dict[str, str | None]) -> str:
    """The clock behind the day. A number 0 is no clock to TimelineJS, which shows the day then; the text "0" is midnight
    (`findBestFormat` in https://github.com/NUKnightLab/TimelineJS3/blob/master/src/js/date/TLDate.js)."""
    given = [part for part in _PARTS[3:] if numbers[part] is not None and (isinstance(value[part], str) or int(numbers[part] or 0))]
    if not given:
        return ""
    hour, minute, second, milli, micro = (int(numbers[part] or 0) for part in _PARTS[3:])
    text = f"T{hour:02d}:{minute:02d}"
    if given[-1] in ("hour", "minute"):
        return text
    return f"{text}:{second:02d}" + (f".{milli:03d}{micro:03d}".rstrip("0") if milli or micro else "")


def parts_of(text: str) -> dict[str, str] | str | None:
    """The date object of a text of version 2: `2012,1,26`, `1/26/2012`, with or without a clock, or ISO 8601; the text itself where it is
    none of these.

    >>> parts_of("2012,1,26,10,30")
    {'year': '2012', 'month': '1', 'day': '26', 'hour': '10', 'minute': '30'}
    >>> parts_of("1/26/2012 10:30 PM")
    {'year': '2012', 'month': '1', 'day': '26', 'hour': '22', 'minute': '30'}
    """
    if not text.strip():
        return None
    found: tuple[str | None, ...]
    if _COMMAS.fullmatch(text):
        found = tuple(part.strip() for part in text.split(","))
    elif match := _SLASHES.fullmatch(text):
        first, second, year, hour, minute, seconds, half = match.groups()
        month, day = (first, second) if first else (second, None)
        if half and hour:
            hour = str(int(hour) % 12 + (12 if half in "Pp" else 0))
        found = (year, month, day, hour, minute, seconds)
    elif match := _ISO.fullmatch(text):
        found = match.groups()
    else:
        return text
    return {part: number for part, number in zip(_PARTS, found, strict=False) if number}
