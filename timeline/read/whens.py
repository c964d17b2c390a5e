"""Columns that tell when, as one text a row: a date beside a clock, year beside month and day, seconds of Unix, UTC beside local time."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from timeline.clock import format_instant, format_year
from timeline.read.columns import plain_name

Cells = Mapping[str, Sequence[str]]

_CLOCK = re.compile(
    r"\d{1,2}(?:[:.]\d\d){1,2}(?:[.,]\d+)?(?:\s?Uhr|\s?[ap]\.?\s?m\.?)?|\d{1,2}\s?(?:Uhr|[ap]\.?\s?m\.?)|\d{3,4}", re.IGNORECASE
)
_HAS_CLOCK = re.compile(r"[T\s]\d{1,2}[:.]\d\d")
_NUMBER = re.compile(r"-?\d{1,16}(?:\.\d{1,9})?")
_UNIX = frozenset("unix,unixtime,unix time,unix ms,unix s,epoch,epoch ms,epoch s,timestamp,timestamp ms,ts,timestamp unix".split(","))
_MILLISECONDS = 100_000_000_000
"""From this number on a count of Unix is one of milliseconds: as seconds it would lie beyond the year 5138."""
_LARGEST = 10**16


def starts_of(cells: Cells, names: Sequence[str], at: Mapping[str, int]) -> Sequence[str]:
    """When each row begins."""
    if not any(map(len, cells.values())):
        return []
    for field in ("start", "date"):
        if field in at and plain_name(names[at[field]]) in _UNIX:
            return [_unix(cell, "ms" in plain_name(names[at[field]]).split()) for cell in cells[field]]
    dates, starts, times = cells.get("date"), cells.get("start"), cells.get("time")
    if starts and dates:  # `Date, Start, End` of a schedule: the clock is in the second column
        return [_joined(date, start) if _is_clock(start) else start or date for date, start in zip(dates, starts, strict=True)]
    if days := starts or dates:
        return [_joined(date, time) for date, time in zip(days, times, strict=True)] if times else days
    if "year" in cells:
        return _parts(cells, "year", "month", "day", "time")
    return cells.get("local") or cells.get("utc") or times or cells.get("published", ())


def ends_of(cells: Cells) -> Sequence[str]:
    """When each row ends; a bare clock is on the day that the row begins on."""
    if not any(map(len, cells.values())):
        return []
    ends, dates = cells.get("end"), cells.get("date") or cells.get("start")
    times = cells.get("end_time")
    if ends:
        if times:
            ends = [_joined(end, time) for end, time in zip(ends, times, strict=True)]
        return [_on_day_of(date, end) for date, end in zip(dates, ends, strict=True)] if dates else ends
    if "end_year" in cells:
        return _parts(cells, "end_year", "end_month", "end_day", "end_time")
    if times and dates:
        return [_on_day_of(date, time) for date, time in zip(dates, times, strict=True)]
    return [""] * len(next(iter(cells.values()), ()))


def is_utc(cells: Cells) -> bool:
    """Whether a column of UTC is all that tells when."""
    return "utc" in cells and not cells.keys() & {"start", "date", "year", "local"}


def _is_clock(text: str) -> bool:
    return bool(_CLOCK.fullmatch(text))


def _joined(date: str, time: str) -> str:
    """A date and the clock in the column beside it, as one text; a date that has a clock keeps its own."""
    if not time or not date or _HAS_CLOCK.search(date):
        return date or time
    if time.isdecimal() and len(time) in (3, 4):
        time = f"{time[:-2]}:{time[-2:]}"
    return f"{date} {time}"


def _on_day_of(date: str, end: str) -> str:
    return _joined(_HAS_CLOCK.split(date, maxsplit=1)[0], end) if end and _is_clock(end) and ":" in end else end


def _parts(cells: Cells, *names: str) -> list[str]:
    """Year, month, day and clock of TimelineJS, each in a column of its own. A negative year is one before Christ, as it shows it."""
    count = len(cells[names[0]])
    columns = [cells.get(name) or [""] * count for name in names]
    return [_of_parts(*parts) for parts in zip(*columns, strict=True)]


def _of_parts(year: str, month: str, day: str, time: str) -> str:
    digits = year.lstrip("-−")
    if not digits.isdecimal() or not (month or "1").isdecimal() or not (day or "1").isdecimal():
        return " ".join(filter(None, (year, month, day, time)))
    if digits != year and not month:
        text = f"{int(digits)} BC"
    else:  # 1 BC is the year 0 of ISO 8601
        text = format_year(1 - int(digits) if digits != year and int(digits) else int(digits))
    if month:
        text += f"-{int(month):02d}" + (f"-{int(day):02d}" if day else "")
    return f"{text} {time}" if time else text


def _unix(cell: str, milliseconds: bool) -> str:
    """A count since 1970 as ISO 8601; what is none stays as it is."""
    if not _NUMBER.fullmatch(cell):
        return cell
    number = float(cell) if "." in cell else int(cell)
    if not milliseconds and abs(number) < _MILLISECONDS:
        number = round(number * 1_000)
    if abs(number) > _LARGEST:
        return cell
    text = format_instant(int(number))
    return text if number % 60_000 else f"{text[:-1]}:00Z"
