"""What the groups of a pattern mean, the same in every language: `hour`, `minute`, `zone`, `day`, `month`, `year`, `weekday`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from re import Match

from timeline.abbreviations import ABBREVIATIONS
from timeline.date.partial import Partial
from timeline.moment import exists


def zone_of(word: str | None, zone_words: Mapping[str, str]) -> str | None:
    """The zone a word behind a clock stands for: an IANA key, an offset, `local`, or an ambiguous abbreviation as it is."""
    if not word:
        return None
    for spoken, zone in zone_words.items():
        if spoken.lower() == word.lower():
            return zone
    meanings = ABBREVIATIONS.get(word)
    if meanings:
        return meanings[0] if len(meanings) == 1 else word
    return re.sub(r"\s", "", word.upper())


def clock_of(match: Match[str], zone_words: Mapping[str, str]) -> Partial | None:
    """Groups `hour`, `minute`, `minute2`, `second`, `half` (am or pm), `about`, `zone`, `zone2` as a clock; None where it is none."""
    group = {name: value for name, value in match.groupdict().items() if value}
    hour, minute = int(group["hour"]), int(group.get("minute") or group.get("minute2") or 0)
    half = group.get("half", "").lower()[:1]
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    if hour == 24 and minute:
        return None
    return Partial(
        hour=hour,
        minute=minute,
        second=int(group["second"]) if "second" in group else None,
        zone=zone_of(group.get("zone") or group.get("zone2"), zone_words),
        approximate="about" in group,
    )


def date_of_groups(match: Match[str], months: Mapping[str, int], weekdays: Mapping[str, int]) -> Partial | None:
    """Groups `day`, `month` (a name of `months` or a number), `year` and `weekday` as a date; None for one that does not exist."""
    group = {name: value.lower() for name, value in match.groupdict().items() if value}
    month = months.get(group["month"]) or (int(group["month"]) if group["month"].isdigit() else 0)
    day = int(group["day"]) if "day" in group else None
    year = _year(group.get("year"))
    if not 1 <= month <= 12 or (day is not None and not exists(year if year is not None else 2000, month, day)):
        return None
    return Partial(year=year, month=month, day=day, weekday=weekdays.get(group.get("weekday", "")))


def _year(text: str | None) -> int | None:
    """Two digits mean the century that news of today speaks of: 70 to 99 are 19xx (POSIX strptime's pivot is 69)."""
    if text is None:
        return None
    year = int(text)
    return year if len(text) > 2 else year + (1900 if year >= 69 else 2000)
