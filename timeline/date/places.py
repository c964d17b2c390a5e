"""Places that news happens at, with the names German and English give them, and the zone their clocks follow."""

from __future__ import annotations

import re
from collections import Counter

PLACES: dict[str, tuple[str, ...]] = {
    "Asia/Ho_Chi_Minh": ("Hanoi", "Vietnam", "Saigon", "Ho-Chi-Minh-Stadt", "Ho Chi Minh City", "Dong Dang"),
    "Asia/Singapore": ("Singapur", "Singapore"),
    "Asia/Pyongyang": ("Pjöngjang", "Pyongyang"),
    "Asia/Seoul": ("Seoul", "Südkorea", "South Korea"),
    "Asia/Tokyo": ("Tokio", "Tokyo"),
    "Asia/Shanghai": ("Peking", "Beijing", "Schanghai", "Shanghai"),
    "Asia/Bangkok": ("Bangkok",),
    "Asia/Jakarta": ("Jakarta",),
    "Asia/Kolkata": ("Delhi", "Neu-Delhi", "Mumbai"),
    "Asia/Kabul": ("Kabul",),
    "Asia/Tehran": ("Teheran", "Tehran"),
    "Asia/Baghdad": ("Bagdad", "Baghdad"),
    "Asia/Jerusalem": ("Jerusalem", "Tel Aviv"),
    "Asia/Dubai": ("Dubai", "Abu Dhabi"),
    "Europe/Berlin": ("Berlin", "Hamburg", "München", "Munich", "Köln", "Cologne", "Frankfurt"),
    "Europe/Vienna": ("Wien", "Vienna"),
    "Europe/Zurich": ("Zürich", "Zurich", "Bern", "Genf", "Geneva"),
    "Europe/Paris": ("Paris", "Marseille", "Lyon"),
    "Europe/London": ("London", "Edinburgh", "Manchester"),
    "Europe/Brussels": ("Brüssel", "Brussels"),
    "Europe/Rome": ("Rom", "Rome", "Mailand", "Milan"),
    "Europe/Madrid": ("Madrid", "Barcelona"),
    "Europe/Athens": ("Athen", "Athens"),
    "Europe/Istanbul": ("Istanbul", "Ankara"),
    "Europe/Kyiv": ("Kiew", "Kyjiw", "Kyiv"),
    "Europe/Moscow": ("Moskau", "Moscow"),
    "Europe/Warsaw": ("Warschau", "Warsaw"),
    "America/New_York": ("Washington", "New York"),
    "America/Chicago": ("Chicago", "Houston"),
    "America/Los_Angeles": ("Los Angeles", "San Francisco"),
    "America/Sao_Paulo": ("São Paulo", "Rio de Janeiro"),
    "America/Mexico_City": ("Mexiko-Stadt", "Mexico City"),
    "Africa/Cairo": ("Kairo", "Cairo"),
    "Africa/Johannesburg": ("Johannesburg", "Kapstadt", "Cape Town"),
    "Australia/Sydney": ("Sydney", "Canberra"),
}
"""IANA key -> names."""

_ZONE_OF = {name: zone for zone, names in PLACES.items() for name in names}
PLACE = "(?P<place>" + "|".join(sorted(map(re.escape, _ZONE_OF), key=len, reverse=True)) + r")(?!\w)"
"""A pattern for any place, as group `place`."""
_ANY = re.compile(r"(?<!\w)(" + "|".join(sorted(map(re.escape, _ZONE_OF), key=len, reverse=True)) + r")s?(?!\w)")


def zone_of_place(name: str) -> str:
    """The zone of a place that `PLACE` matched."""
    return _ZONE_OF[name]


def count_places(text: str) -> list[tuple[str, str, int]]:
    """(zone, the first of its names that `text` has, times any of them occurs), the most frequent first."""
    names = Counter(_ANY.findall(text))
    zones: Counter[str] = Counter()
    for name, times in names.items():
        zones[_ZONE_OF[name]] += times
    return [(zone, next(name for name in PLACES[zone] if names[name]), times) for zone, times in zones.most_common()]
