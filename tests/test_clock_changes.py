"""Every change of every clock of the world from 1880 to 2040: the offsets that are remembered by the day are those of the standard library.

Offsets are remembered for whole days of UTC, which is right only as long as no zone changes twice within a day. That is read off the time
zone database here, so a new release of it that breaks the rule fails these tests.
"""

import itertools
import struct
import zoneinfo
from datetime import UTC, datetime, timedelta
from functools import cache
from importlib.resources import files
from pathlib import Path

from timeline.clock import DAY, HOUR, Fold, Gap, Unique, days_of, instants_of, offset_at

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
FIRST, LAST = days_of(1880, 1, 1) * DAY, days_of(2041, 1, 1) * DAY
WEEK = 7 * DAY


def database(zone: str) -> bytes:
    """The file of a zone, from where `zoneinfo` takes it."""
    for folder in zoneinfo.TZPATH:
        if (path := Path(folder, zone)).is_file():
            return path.read_bytes()
    return files("tzdata").joinpath("zoneinfo", *zone.split("/")).read_bytes()


def listed(data: bytes) -> list[int]:
    """The instants of all changes that a file lists, by RFC 9636: a header and a body for old readers, then both again in 64 bits."""
    ut, standard, leaps, times, types, letters = struct.unpack(">6l", data[20:44])
    start = 44 + 5 * times + 6 * types + letters + 8 * leaps + standard + ut
    times = struct.unpack(">6l", data[start + 20 : start + 44])[3]
    return [1000 * second for second in struct.unpack(f">{times}q", data[start + 44 : start + 44 + 8 * times])]


def standard_offset(instant: int, zone: zoneinfo.ZoneInfo) -> int:
    offset = (EPOCH + timedelta(milliseconds=instant)).astimezone(zone).utcoffset()
    assert offset is not None
    return round(offset.total_seconds() * 1000)


def ruled(zone: zoneinfo.ZoneInfo, since: int) -> list[int]:
    """The changes that only the rule at the end of a file gives: at most two a year, months apart."""
    found = []
    for week in range(since, LAST, WEEK):
        low, high = week, week + WEEK
        before, after = standard_offset(low, zone), standard_offset(high, zone)
        while before != after and high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if standard_offset(middle, zone) == before else (low, middle)
        found += [high] if before != after else []
    return found


@cache
def changes() -> dict[str, list[int]]:
    """Zone -> the instants at which its offset changes; of zones that are one file, the first by name."""
    names: dict[bytes, str] = {}
    for name in sorted(zoneinfo.available_timezones()):
        names.setdefault(database(name), name)
    found = {}
    for data, name in names.items():
        zone, times = zoneinfo.ZoneInfo(name), [at for at in listed(data) if FIRST <= at < LAST]
        times += ruled(zone, max([FIRST, *times]) + 1)
        found[name] = [at for at in times if standard_offset(at - 1, zone) != standard_offset(at, zone)]
    return found


def test_no_clock_is_set_twice_within_three_days() -> None:
    assert len(changes()) > 300
    assert sum(map(len, changes().values())) > 20_000
    close = {name: pair for name, times in changes().items() for pair in itertools.pairwise(times) if pair[1] - pair[0] <= 3 * DAY}
    assert not close


def test_offsets_on_the_days_of_all_changes() -> None:
    for name, times in changes().items():
        zone = zoneinfo.ZoneInfo(name)
        for at in times:
            day = at // DAY * DAY
            instants = (day - 1, day, at - 1, at, day + DAY - 1, day + DAY)
            assert [offset_at(one, name) for one in instants] == [standard_offset(one, zone) for one in instants], (name, at)


def test_wall_readings_around_all_changes() -> None:
    for name, times in changes().items():
        zone = zoneinfo.ZoneInfo(name)
        for at in times:
            before, after = standard_offset(at - 1, zone), standard_offset(at, zone)
            for wall in {at + offset + beside for offset in (before, after) for beside in (-1, 0, HOUR // 4)}:
                here = sorted({wall - offset for offset in (before, after) if standard_offset(wall - offset, zone) == offset})
                found = instants_of(wall, name)
                expected = Unique(here[0]) if len(here) == 1 else Fold(*here) if here else Gap(wall, before, after)
                assert found == expected, (name, at, wall)
