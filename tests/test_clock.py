"""Instants, wall clocks and zones: against the standard library, and around changes of the clock."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.clock import (
    DAY,
    HOUR,
    MINUTE,
    Fold,
    Gap,
    Unique,
    date_of,
    days_of,
    find_zone,
    format_instant,
    instant_of,
    instants_of,
    offset_at,
    wall_at,
    weekday_of,
)
from timeline.errors import ZoneError

ZONES = ("UTC", "Europe/Berlin", "Asia/Ho_Chi_Minh", "America/New_York", "Asia/Pyongyang", "Australia/Lord_Howe", "Pacific/Apia", "+05:45")
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def wall(year: int, month: int, day: int, hour: int = 0, minute: int = 0) -> int:
    """A wall reading in milliseconds."""
    return days_of(year, month, day) * DAY + hour * HOUR + minute * MINUTE


@given(st.dates())
def test_days_agree_with_the_standard_library(day: date) -> None:
    days = days_of(day.year, day.month, day.day)
    assert days == (day - date(1970, 1, 1)).days
    assert date_of(days) == (day.year, day.month, day.day)
    assert weekday_of(days) == day.weekday()


@given(st.integers(-(10**12), 10**12))
def test_days_round_trip_in_deep_time(days: int) -> None:
    assert days_of(*date_of(days)) == days


@given(st.datetimes(datetime(1900, 1, 1), datetime(2100, 1, 1)), st.sampled_from(ZONES))
def test_offsets_agree_with_the_standard_library(moment: datetime, zone: str) -> None:
    aware = moment.replace(tzinfo=UTC, microsecond=0)
    instant = round((aware - EPOCH).total_seconds() * 1000)
    offset = aware.astimezone(find_zone(zone)).utcoffset()
    assert offset is not None
    assert offset_at(instant, zone) == round(offset.total_seconds() * 1000)


@given(st.integers(-2 * 10**12, 4 * 10**12), st.sampled_from(ZONES))
def test_every_instant_is_among_those_of_its_wall_reading(instant: int, zone: str) -> None:
    match instants_of(wall_at(instant, zone), zone):
        case Unique(one):
            assert one == instant
        case Fold(earlier, later):
            assert instant in (earlier, later)
            assert earlier < later
        case Gap():
            pytest.fail("an instant that was has a wall reading that was")


def test_the_repeated_hour() -> None:
    found = instants_of(wall(2024, 10, 27, 2, 30), "Europe/Berlin")
    assert found == Fold(earlier=wall(2024, 10, 27, 0, 30), later=wall(2024, 10, 27, 1, 30))
    assert instant_of(wall(2024, 10, 27, 2, 30), "Europe/Berlin", policy="later") == wall(2024, 10, 27, 1, 30)


def test_the_skipped_hour() -> None:
    found = instants_of(wall(2024, 3, 31, 2, 30), "Europe/Berlin")
    assert found == Gap(wall(2024, 3, 31, 2, 30), HOUR, 2 * HOUR)
    assert instant_of(wall(2024, 3, 31, 2, 30), "Europe/Berlin") == wall(2024, 3, 31, 1, 30)


def test_a_whole_day_that_was_skipped() -> None:
    assert isinstance(instants_of(wall(2011, 12, 30, 12), "Pacific/Apia"), Gap)
    assert isinstance(instants_of(wall(2011, 12, 31, 0, 30), "Pacific/Apia"), Unique)


def test_pyongyang_changed_in_may_2018() -> None:
    assert format_instant(instant_of(wall(2018, 1, 2, 9), "Asia/Pyongyang"), "Asia/Pyongyang") == "2018-01-02T09:00+08:30"
    assert format_instant(instant_of(wall(2018, 6, 12, 9), "Asia/Pyongyang"), "Asia/Pyongyang") == "2018-06-12T09:00+09:00"


@pytest.mark.parametrize(
    ("instant", "zone", "text"),
    [
        (0, "UTC", "1970-01-01T00:00Z"),
        (1_500, "UTC", "1970-01-01T00:00:01.500Z"),
        (1_551_335_100_000, "Asia/Ho_Chi_Minh", "2019-02-28T13:25+07:00"),
        (days_of(-12_000, 1, 1) * DAY, "UTC", "-012000-01-01T00:00Z"),
        (days_of(12_000, 1, 1) * DAY, "UTC", "+012000-01-01T00:00Z"),
    ],
)
def test_format(instant: int, zone: str, text: str) -> None:
    assert format_instant(instant, zone) == text


@pytest.mark.parametrize("name", ["CET/Paris", "", "Europe", "../etc/passwd", "+25:00", "Europe/Berlin\0", "x" * 5_000, "+518:00"])
def test_unknown_zones_are_quoted(name: str) -> None:
    with pytest.raises(ZoneError, match="unknown time zone"):
        find_zone(name)


def test_zone_names_are_those_of_iana() -> None:
    assert find_zone("Europe/Paris") == ZoneInfo("Europe/Paris")
    assert find_zone("UTC+7").utcoffset(None) == timedelta(hours=7)
