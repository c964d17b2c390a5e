"""How long after one moment another one was, in words; nothing where that cannot be said honestly.

`assets/lib/elapsed.mjs` is its twin for the cards that a search leaves; `tests/draw/elapsed.json` is checked from both sides.
"""

from __future__ import annotations

import re

from timeline.clock import DAY, HOUR, MINUTE, SECOND, days_of
from timeline.draw.amounts import three_digits, years
from timeline.draw.moments import is_exact
from timeline.draw.words import counted, words
from timeline.model import Moment, Precision

_DATE = re.compile(r"([+-]?\d{4,})-(\d\d)-(\d\d)")
_MONTH = 2_629_746_000  # a twelfth of the mean Gregorian year
_MOST_DAYS = 7_305  # twenty years: nobody counts more of them in days
_MANY = 1_000  # years that are rounded to three digits
PARTS_OF_DAY: frozenset[Precision] = frozenset({"night", "morning", "forenoon", "noon", "afternoon", "evening"})


def elapsed(before: Moment, after: Moment, language: str) -> str:
    """`16 h 38 min later`; between dates whole days; `about` where one of them is uncertain, and empty where most of it would be doubt.

    >>> elapsed(Moment(0, 60_000, "minute", "UTC"), Moment(59_880_000, 59_940_000, "minute", "UTC"), "en")
    '16 h 38 min later'
    """
    text = words(language)
    days = [_day(moment) for moment in (before, after)]
    if days[0] is not None and days[1] is not None and 0 < days[1] - days[0] < _MOST_DAYS:
        return text["gap.later"].format(span=counted(text, "gap.day", days[1] - days[0], language))
    (first, last), (begin, end) = _ends(before), _ends(after)
    if first is None or last is None or begin is None or end is None:
        return ""
    least, most = begin - last, end - first
    if least <= 0 or 4 * (most - least) > least + most:
        return ""
    about = least < most or before.approximate or after.approximate
    length = (least + most) // 2
    if length >= _MANY * 12 * _MONTH:
        span = years(text, "gap", three_digits(_rounded(length, 12 * _MONTH)), language)
        return text["gap.about"].format(span=span)
    span, vague = _length(length, text, about, language)
    return text["gap.about" if vague else "gap.later"].format(span=span)


def _day(moment: Moment) -> int | None:
    """The calendar day of a moment that is known to the day and no better."""
    match = _DATE.fullmatch(moment.civil or "")
    return days_of(int(match[1]), int(match[2]), int(match[3])) if match and moment.precision in {"day", *PARTS_OF_DAY} else None


def _ends(moment: Moment) -> tuple[int | None, int | None]:
    exact = is_exact(moment) and moment.named is None and moment.precision != "hour"
    return (moment.instant, moment.instant) if exact else (moment.earliest, moment.latest)


def _length(length: int, text: dict[str, str], about: bool, language: str) -> tuple[str, bool]:
    """The length in at most two units, and whether it is rounded so far that it has to say so."""
    if length >= 60 * DAY:
        unit, size = ("year", 12 * _MONTH) if length >= 24 * _MONTH else ("month", _MONTH)
        return counted(text, f"gap.{unit}", _rounded(length, size), language), True
    if length >= (2 if about else 7) * DAY:
        return counted(text, "gap.day", _rounded(length, DAY), language), about
    if about:
        size = HOUR if length >= 2 * HOUR else 10 * MINUTE if length >= 10 * MINUTE else MINUTE
        length = max(_rounded(length, size), 1) * size
    if length < MINUTE:
        return text["gap.second"].format(n=_rounded(length, SECOND)), about
    large, small = (("day", DAY), ("hour", HOUR)) if length >= DAY else (("hour", HOUR), ("minute", MINUTE))
    count, rest = divmod(_rounded(length, small[1]), large[1] // small[1])
    parts = [counted(text, f"gap.{name}", number, language) for name, number in ((large[0], count), (small[0], rest)) if number]
    return " ".join(parts), about


def _rounded(length: int, size: int) -> int:
    return (2 * length + size) // (2 * size)
