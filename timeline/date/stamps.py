"""Stamps on their days and in their zones, and what is wrong with the zones that are written on them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from timeline.clock import DAY, date_of, format_offset, instant_of
from timeline.date.days import Days
from timeline.date.partial import Partial
from timeline.date.printed import Stamp, names_no_day
from timeline.date.reading import Reading
from timeline.date.zones import Zones, check_season, is_ambiguous, zone_on
from timeline.model import Problem


def place_stamps(readings: Sequence[Reading], days: Days, zones: Zones) -> tuple[list[Reading], list[Problem]]:
    """The readings with their stamps on their days and in their zones; and what is wrong with the zones that are written.

    A zone that is wrong on one stamp is wrong on all, and so is a day heading: each is a problem once.
    """
    placed: list[Reading] = []
    problems = _unread(readings)
    checked: set[str] = set()
    for reading, day, instant in zip(readings, days.first, days.instants, strict=True):
        stamp = reading.printed or (Stamp() if reading.heading else None)
        if stamp is None:
            placed.append(reading)
            continue
        zone = zone_on(stamp.zone, zones, day or 0) if stamp.zone else None
        if instant is not None and day is not None:
            zone = format_offset(stamp.wall(day) - instant)
        placed.append(replace(reading, stamp=_partial(stamp, day, zone)))
        if day is not None and stamp.hour is not None:
            _check(reading, stamp, day, zones, problems, checked)
    return placed, problems


def _unread(readings: Sequence[Reading]) -> list[Problem]:
    """Days that are printed and do not exist."""
    words = {reading.entry.day: reading for reading in readings if reading.entry.day and reading.heading is None}
    dayless = [reading for reading in readings if reading.entry.stamp and not (reading.printed and reading.printed.day)]
    words |= {reading.entry.stamp: reading for reading in dayless if names_no_day(reading.entry.stamp)}
    return [Problem("no-such-day", words=said, line=reading.entry.lines[0]) for said, reading in words.items()]


def _partial(stamp: Stamp, day: int | None, zone: str | None) -> Partial | None:
    year, month, number = (None, None, None) if day is None else date_of(day)
    if stamp.hour is None:
        return None if day is None else Partial(year=year, month=month, day=number)
    return Partial(year=year, month=month, day=number, hour=stamp.hour, minute=stamp.minute, second=stamp.second, zone=zone)


def _check(reading: Reading, stamp: Stamp, day: int, zones: Zones, problems: list[Problem], checked: set[str]) -> None:
    """Add to `problems`; `checked` are the zones that have one."""
    words, line = reading.entry.stamp, reading.entry.lines[0]
    used = zone_on(stamp.zone, zones, day)
    instant = instant_of(stamp.wall(day), used)
    written = stamp.zone or zones.stated
    if written and written not in checked:
        if stamp.zone and is_ambiguous(written, zones, day):
            problems.append(Problem("ambiguous-zone", words=words, line=line, values={"zone": written}))
            checked.add(written)
        elif problem := check_season(written, instant, used, words=words, line=line):
            problems.append(problem)
            checked.add(written)
    twin = stamp.twin
    if twin is None or twin.minutes == stamp.minutes:
        return
    other = instant_of(twin.wall(day), zone_on(twin.zone, zones, day))
    if (instant - other) % DAY:
        problems.append(Problem("clocks-disagree", words=words, line=line))
