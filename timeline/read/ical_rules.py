"""Whether a rule by which something repeats can be followed in bounded time, before anything follows it.

dateutil goes on until the year 9999 for a rule that nothing fulfils (30 February), a second at a time if it is one of seconds.
"""

from __future__ import annotations

import re
from calendar import isleap
from datetime import date, datetime

_UNITS = ("SECONDLY", "MINUTELY", "HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY")
_NARROWED = {"SECONDLY": set[str](), "MINUTELY": {"BYHOUR"}, "HOURLY": {"BYHOUR", "BYMINUTE", "BYDAY", "BYMONTH"}}
"""What a rule of less than a day may be narrowed by: each step of it is tried."""
_PART = {
    "FREQ": re.compile("|".join(_UNITS)),
    "INTERVAL": re.compile(r"0*[1-9]\d{0,5}"),
    "COUNT": re.compile(r"0*[1-9]\d{0,8}"),
    "UNTIL": re.compile(r"\d{8}(T\d{6}Z?)?"),
    "WKST": re.compile(r"MO|TU|WE|TH|FR|SA|SU"),
    "BYDAY": re.compile(r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)(,([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)){0,50}"),
}
_RANGES = {
    "BYSECOND": range(60), "BYMINUTE": range(60), "BYHOUR": range(24), "BYMONTH": range(1, 13), "BYMONTHDAY": range(-31, 32),
    "BYYEARDAY": range(-366, 367), "BYWEEKNO": range(-53, 54), "BYSETPOS": range(-366, 367),
}  # fmt: skip
_NUMBERS = re.compile(r"[+-]?\d{1,3}(,[+-]?\d{1,3}){0,400}")
_CLOCKS = 1_440
_LATE = range(9_932, 9_960)
"""Years near the end of the calendar, one of each kind: 28 of them have every weekday on every date."""


def parts_of(rule: str) -> dict[str, str]:
    """The parts of a rule by name, in capitals."""
    pairs = (part.partition("=") for part in rule.upper().replace(" ", "").strip(";").split(";"))
    return {name: value for name, _, value in pairs}


def why_not(rule: str, start: datetime) -> str:
    """What speaks against following a rule, quoted; empty where nothing does.

    >>> why_not("FREQ=WEEKLY;BYDAY=MO", datetime(2026, 1, 5))
    ''
    >>> why_not("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", datetime(2026, 1, 5))
    'never'
    """
    parts = parts_of(rule)
    for name, value in parts.items():
        pattern = _PART.get(name) or (_NUMBERS if name in _RANGES else None)
        if pattern is None or not pattern.fullmatch(value):
            return f"{name}={value}"[:60]
        if name in _RANGES and not all(int(number) in _RANGES[name] for number in value.split(",")):
            return f"{name}={value}"[:60]
    if "FREQ" not in parts:
        return "no FREQ"
    narrowed = {name for name in parts if name.startswith("BY")}
    if (allowed := _NARROWED.get(parts["FREQ"])) is not None and narrowed - allowed:
        return f"FREQ={parts['FREQ']};{min(narrowed - allowed)}"
    clocks = 1
    for name in ("BYHOUR", "BYMINUTE", "BYSECOND"):
        clocks *= parts.get(name, "").count(",") + 1
    if clocks > _CLOCKS:
        return "BYHOUR;BYMINUTE;BYSECOND"
    return "" if _comes_again(parts, start) else "never"


def _comes_again(parts: dict[str, str], start: datetime) -> bool:
    """Whether anything fulfils a rule, tried from a year of the same kind near the end of the calendar, where dateutil gives up soon."""
    from dateutil.rrule import rrulestr

    bare = ";".join(f"{name}={value}" for name, value in parts.items() if name not in ("COUNT", "UNTIL"))
    kind = _kind(start.year)
    try:
        late = start.replace(year=next(year for year in _LATE if _kind(year) == kind))
        return next(iter(rrulestr(bare, dtstart=late)), None) is not None
    except (ValueError, OverflowError, IndexError, TypeError):
        return False


def _kind(year: int) -> tuple[int, bool]:
    """On which weekday a year begins, and whether it is a leap year."""
    return date(year, 1, 1).weekday(), isleap(year)
