"""The table of coordinates against the table of zones: two lists that nobody made from each other."""

import re

import pytest

from timeline.clock import HOUR, days_of, offset_at
from timeline.date.coordinates import _AT, _TABLE, coordinates_of
from timeline.date.places import BESIDE_A_CLOCK, PLACES

NAMES = [(zone, name) for table in (PLACES, BESIDE_A_CLOCK) for zone, names in table.items() for name in names]
WINTER = days_of(2026, 1, 1) * 24 * HOUR
SUMMER = days_of(2026, 7, 1) * 24 * HOUR
POLITICAL = {  # zones whose clocks lie further from their sun, each for a reason of its country: how far, in degrees
    "Europe/Paris": 18, "Europe/Madrid": 22, "Atlantic/Reykjavik": 23, "Europe/Istanbul": 17, "Europe/Minsk": 18, "Europe/Moscow": 16,
    "Asia/Vladivostok": 19, "Africa/Tripoli": 18, "Africa/Casablanca": 24, "Africa/Kampala": 13, "Africa/Dakar": 18, "Africa/Niamey": 14,
    "Asia/Tbilisi": 16, "Asia/Yerevan": 16, "Asia/Bishkek": 16, "Asia/Kuala_Lumpur": 19, "Asia/Singapore": 17, "Asia/Ulaanbaatar": 14,
    "America/Anchorage": 16, "America/Argentina/Buenos_Aires": 14, "America/Asuncion": 14,
}  # fmt: skip


def test_every_place_of_the_table_lies_somewhere() -> None:
    assert [name for _, name in NAMES if coordinates_of(name) is None] == []
    known = {name.casefold() for _, name in NAMES}
    assert sorted(set(_AT) - known) == []  # and nothing else does
    assert len({line.split(" ", 2)[2] for line in _TABLE.split("\n") if line}) >= 200


@pytest.mark.parametrize(("zone", "name"), NAMES, ids=lambda text: str(text))
def test_it_lies_where_its_clock_says(zone: str, name: str) -> None:
    at = coordinates_of(name)
    assert at
    standard = min(offset_at(WINTER, zone), offset_at(SUMMER, zone)) / HOUR
    assert abs(at[1] - 15 * standard) <= POLITICAL.get(zone, 12)


def test_it_lies_in_the_half_whose_summer_it_has() -> None:
    for zone, name in NAMES:
        at = coordinates_of(name)
        winter, summer = offset_at(WINTER, zone), offset_at(SUMMER, zone)
        assert at
        if winter != summer and zone not in ("Africa/Casablanca", "Europe/Dublin"):
            assert (at[0] > 0) == (summer > winter), name


def test_it_lies_near_the_city_of_its_zone() -> None:
    """Not further from the other places of its zone than a country is wide."""
    for zone, names in PLACES.items():
        found = [at for name in names if (at := coordinates_of(name))]
        north, east = [at[0] for at in found], [at[1] for at in found]
        wide = 24 if re.match("America|Asia/(?:Shanghai|Kolkata)|Australia", zone) else 17
        assert max(north) - min(north) <= wide, zone
        assert max(east) - min(east) <= wide, zone


@pytest.mark.parametrize("name", ["", " ", ",", "Atlantis", "Paris, Texas", "New York Times", "Deutschland"])
def test_what_is_no_place_lies_nowhere(name: str) -> None:
    assert coordinates_of(name) is None


def test_a_name_is_found_in_any_case_and_before_a_comma() -> None:
    assert coordinates_of("PARIS") == coordinates_of(" Parigi ") == coordinates_of("Paris, Île-de-France") == (48.9, 2.4)
