"""What the named groups of a pattern mean, the same in every language."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from re import Match
from typing import Any

from timeline.abbreviations import ABBREVIATIONS
from timeline.ages import count_of
from timeline.date.grammar import Rule, Words
from timeline.date.partial import Amount, Partial
from timeline.moment import exists

_SAID = 4_096
"""So many expressions are remembered."""
Reader = Callable[[str, Words], Any]


def build(rule: Rule, match: Match[str], words: Words) -> Partial | None:
    """The partial of a match; None where the numbers make no date and no clock."""
    return _built(rule, match.groups(), words)


@lru_cache(maxsize=_SAID)
def _built(rule: Rule, said: tuple[str | None, ...], words: Words) -> Partial | None:
    """A ticker says the same things again and again; `said` are the groups of the rule's pattern."""
    groups = {name: text for name, number in rule.pattern.groupindex.items() if (text := said[number - 1]) is not None}
    fields: dict[str, Any] = dict(rule.fixed)
    for name, text in groups.items():
        if name in GROUPS:
            field, read = GROUPS[name]
            value = read(text, words)
            if value is None:
                return None
            fields[field] = value
    fields |= _amounts(groups, words, each="each" in rule.fixed) | _clock(groups, words, fields) | _distance(groups, words)
    return _checked(fields)


def build_end(match: Match[str], words: Words, start: Partial) -> tuple[dict[str, Any], Partial] | None:
    """Of a rule with `hour_to` or `day_to`, what it says of the end: the fields that this changes at the start, and the end."""
    index = match.re.groupindex
    if "hour_to" not in index and "day_to" not in index:
        return None
    groups = match.groupdict()
    if groups.get("day_to"):
        last_day = _checked({"year": start.year, "month": start.month, "day": _day(groups["day_to"], words)})
        return None if last_day is None else ({}, last_day)
    return _clock_end(groups, words) if groups.get("hour_to") else None


def _clock_end(groups: Mapping[str, str], words: Words) -> tuple[dict[str, Any], Partial] | None:
    """Half of the day that one end names holds for both, as long as the end is the later one: `9.30-4.30pm` begins in the morning."""
    start = int(number_of(groups["hour"], words) or 0), int(number_of(groups.get("minute") or "0", words) or 0)
    end = int(number_of(groups["hour_to"], words) or 0), int(number_of(groups.get("minute_to") or "0", words) or 0)
    halves = (groups.get("ampm") or "")[:1].lower(), (groups.get("ampm_to") or "")[:1].lower()
    if halves[0]:
        start = start[0] % 12 + 12 * (halves[0] == "p"), start[1]
    if halves[1]:
        end = end[0] % 12 + 12 * (halves[1] == "p"), end[1]
        later = start[0] % 12 + 12 * (halves[1] == "p"), start[1]
        start = later if not halves[0] and later < end else start
    elif end <= start and end[0] < 12:
        end = end[0] + 12, end[1]
    zone = groups.get("zone") or groups.get("zone2")
    last = _checked({"hour": end[0], "minute": end[1], "zone": zone_of(zone, words) if zone else None})
    return None if last is None else ({"hour": start[0], "minute": start[1]}, last)


def zone_of(word: str, words: Words) -> str:
    """The zone a word behind a clock stands for: an IANA key, an offset, `local`, or an ambiguous abbreviation as it is."""
    for spoken, zone in words.zones.items():
        if spoken.lower() == word.lower():
            return zone
    meanings = ABBREVIATIONS.get(word)
    if meanings:
        return meanings[0] if len(meanings) == 1 else word
    return re.sub(r"\s", "", word.upper())


def number_of(word: str, words: Words) -> float | None:
    """What a number word or digits say; None for "some". Unknown words raise KeyError."""
    text = word.lower()
    return words.numbers[text] if text in words.numbers else float(text.replace(",", "."))


def _year(text: str, words: Words) -> int | None:
    """Two digits mean the century that news of today speaks of: 69 to 99 are 19xx (POSIX strptime)."""
    if not text.isdecimal():
        return _spoken_year(text, words)
    year = int(text)
    return year if len(text) > 2 else year + (1900 if year >= 69 else 2000)


def _spoken_year(text: str, words: Words) -> int | None:
    """`nineteen eighty-six`: hundreds and the rest; `two thousand and fifteen`: thousands and the rest."""
    numbers = [words.numbers.get(word) for word in re.split(r"[\s-]+", text.lower()) if word in words.numbers]
    if not numbers or None in numbers:
        return None
    first, *rest = (int(number or 0) for number in numbers)
    return first * (1000 if first < 10 else 100) + sum(rest)


def _month(text: str, words: Words) -> int | None:
    text = text.rstrip(".") if text[0].isdecimal() else text.lower()
    month = int(text) if text.isdecimal() else words.months.get(text) or words.ordinals.get(text, 0)
    return month if 1 <= month <= 12 else None


def _day(text: str, words: Words) -> int | None:
    """`3`, `3.`, an ordinal or a number as a word."""
    text = text.rstrip(".").lower()
    if text.isdecimal():
        return int(text)
    return words.ordinals.get(text) or int(words.numbers.get(text) or 0) or None


def _ordinal(text: str, words: Words) -> int | None:
    """`3`, `3rd` or a word."""
    digits = text.rstrip("stndrhe.")
    return int(digits) if digits.isdecimal() else words.ordinals.get(text.lower())


def _decade(text: str, words: Words) -> int | None:
    """The nineteen-nineties as 199; two digits are of the twentieth century, but for the tens and the noughties."""
    if not text.isdecimal():
        return words.decades.get(text.lower())
    return int(text) // 10 if len(text) == 4 else (190 if int(text) >= 20 else 200) + int(text) // 10


def _table(name: str) -> Reader:
    def read(text: str, words: Words) -> Any:
        table: Mapping[str, Any] = getattr(words, name)
        return table.get(re.sub(r"\s+", " ", text.lower()))

    return read


GROUPS: dict[str, tuple[str, Reader]] = {
    "year": ("year", _year),
    "year2": ("year", _year),
    "month": ("month", _month),
    "month2": ("month", _month),
    "day": ("day", _day),
    "day2": ("day", _day),
    "weekday": ("weekday", _table("weekdays")),
    "season": ("season", _table("seasons")),
    "quarter": ("quarter", _ordinal),
    "decade": ("decade", _decade),
    "century": ("century", lambda text, words: (_ordinal(text, words) or 0) - 1),
    "year_bc": ("year", lambda text, _: 1 - int(re.sub(r"\D", "", text))),
    "year_ad": ("year", lambda text, _: int(text)),
    "century_bc": ("century", lambda text, words: -(_ordinal(text, words) or 1)),
    "millennium_bc": ("millennium", lambda text, words: -(_ordinal(text, words) or 1)),
    "age_point": ("age", lambda text, _: count_of(text, ".")),
    "age_comma": ("age", lambda text, _: count_of(text, ",")),
    "holiday": ("holiday", _table("holidays")),
    "days": ("days", _table("days")),
    "period": ("unit", _table("units")),
    "period2": ("unit", _table("units")),
    "relation": ("relation", _table("relations")),
    "portion": ("portion", _table("portions")),
    "part": ("part", _table("parts")),
    "part2": ("part", _table("parts")),
    "nth": ("ordinal", _ordinal),
    "anchor": ("anchor", lambda text, _: text),
    "anchor2": ("anchor", lambda text, _: text),
    "twice": ("twice", lambda _, __: True),
    "week": ("nth_week", lambda text, words: -1 if text.lower() in words.last else _ordinal(text, words)),
    "still": ("relation", lambda _, __: "future"),
    "about": ("approximate", lambda _, __: True),
    "fold_first": ("fold", lambda _, __: "first"),
    "fold_second": ("fold", lambda _, __: "second"),
    "zone": ("zone", zone_of),
    "zone2": ("zone", zone_of),
}
"""Group -> field of `Partial`, and how its words are read. Further groups: `n`, `half`, `n2`, `unit`, `unit2` are lengths; `hour`, `named`,
`minute`, `minute2`, `second`, `ampm`, `to`, `past`, `near` a clock; `side` the side of an occasion; `shift` later or earlier."""


def _amounts(groups: Mapping[str, str], words: Words, *, each: bool) -> dict[str, Any]:
    """`n` and `unit`, and a second pair (`zwei Jahre und neun Monate`); a unit without a number is "some", or repeated the only one."""
    some = 1 if each else None
    found = []
    for number, unit in (("n", "unit"), ("n2", "unit2"), ("n3", "unit3")):
        if unit in groups:
            count = number_of(groups[number], words) if number in groups else some
            if count is not None and "rest" in groups:  # `one hour and a half`: words say it in sixtieths
                count += (number_of(groups["rest"], words) or 0) / 60
            found.append(Amount(count, words.units[groups[unit].lower()]))
    extra: dict[str, Any] = {"amounts": tuple(found)} if found else {}
    if "shift" in groups:
        extra["shift"] = "later" if groups["shift"].lower() in words.later else "earlier"
    return extra


def _distance(groups: Mapping[str, str], words: Words) -> dict[str, Any]:
    if "side" not in groups:
        return {}
    sign = 1 if groups["side"].lower() in words.after else -1
    number = number_of(groups["n"], words)
    return {"amounts": (), "distance": Amount(None if number is None else sign * number, words.units[groups["unit"].lower()])}


def _clock(groups: Mapping[str, str], words: Words, fixed: Mapping[str, Any]) -> dict[str, Any]:
    """Hours 24 and minutes 60 at most; `to` and `past` are minutes before and after the hour that is named."""
    if named := groups.get("named") or groups.get("named2"):
        hour, minute = words.clocks[named.lower()]
    elif "hour" in groups:
        spoken = number_of(groups["hour"], words)
        hour, minute = int(spoken or 0), int(number_of(groups.get("minute") or groups.get("minute2") or "0", words) or 0)
    else:
        return {}
    if half := groups.get("ampm", "").lower()[:1]:
        hour = -1 if not 1 <= hour <= 12 else hour % 12 + (12 if half == "p" else 0)
    shift = int(number_of(groups["past"], words) or 0) if "past" in groups else 0
    shift -= int(number_of(groups["to"], words) or 0) if "to" in groups else 0
    if shift:
        hour, minute = divmod(hour * 60 + minute + shift, 60)
    if fixed.get("part") in ("evening", "afternoon") and 1 <= hour < 12:
        hour += 12
    if fixed.get("part") == "night" and hour == 12:
        hour = 0
    extra: dict[str, Any] = {"hour": hour, "minute": minute}
    if fixed.get("twelve") and ("ampm" in groups or not 1 <= hour <= 12):
        extra["twelve"] = False
    if "second" in groups:
        extra["second"] = int(groups["second"])
    if "near" in groups:
        extra["near"] = "after" if groups["near"].lower().split()[-1] in words.after else "before"
        if extra["near"] == "before" and (hour, minute) == (0, 0):
            extra["hour"] = 24  # shortly before midnight on Tuesday is late on Tuesday
    return extra


def _checked(fields: dict[str, Any]) -> Partial | None:
    hour, minute = fields.get("hour"), fields.get("minute") or 0
    if hour is not None and (not 0 <= hour <= 24 or minute > 59 or (hour == 24 and minute)):
        return None
    day, month = fields.get("day"), fields.get("month")
    if day is not None and not exists(fields.get("year") or 2000, month or 1, day):
        return None
    return Partial(**fields)
