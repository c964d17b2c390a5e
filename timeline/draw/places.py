"""Where an entry is: its name, its coordinates in words, and a small map of the land around it, drawn without asking anybody for it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from math import cos, isfinite, radians

from timeline.assets import asset_folder
from timeline.date.coordinates import coordinates_of
from timeline.model import Place

WIDE, HIGH = 60, 30
"""Degrees that a map shows from side to side at the equator, and from top to bottom."""

_STEEPEST = 3.0
"""How far a map is stretched towards the poles at most: three times is right at 70 degrees."""


@dataclass(frozen=True, slots=True)
class Map:
    """A view of the world's outline, in tenths of a degree, y downwards and stretched by `stretch`; `shifts` move the world so that the
    view has land on both sides of the 180th meridian."""

    view: str
    x: float
    y: float
    stretch: float
    shifts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Where:
    """A place as a card tells it; `map` is None without coordinates."""

    name: str
    north: str
    north_code: str
    east: str
    east_code: str
    map: Map | None


def where(place: Place | None) -> Where | None:
    """What a card says of a place; None where there is nothing to say. Coordinates that are none are left out."""
    if place is None:
        return None
    known = known_at(place)
    if known is None:
        return Where(place.name, "", "", "", "", None) if place.name.strip() else None
    north, east = known
    codes = "place.north" if north >= 0 else "place.south", "place.east" if east >= 0 else "place.west"
    return Where(place.name, f"{abs(north):.1f}°", codes[0], f"{abs(east):.1f}°", codes[1], _map(north, east))


@lru_cache(maxsize=1)
def land() -> str:
    """The outline of the world's land as an SVG path; assets/world.svg says where it is from."""
    found = re.search(r' d="([^"]+)"', (asset_folder() / "world.svg").read_text("utf-8"))
    return found[1] if found else ""


def known_at(place: Place) -> tuple[float, float] | None:
    """Degrees north and east of a place: its own coordinates, or those of its name; None where they are none on this earth."""
    north, east = place.latitude, place.longitude
    if north is None or east is None:
        return coordinates_of(place.name)
    valid = isfinite(north) and isfinite(east) and abs(north) <= 90 and abs(east) <= 180
    return (north, east) if valid else None


def _map(north: float, east: float) -> Map:
    """About as much land around a place in Tromsø as in Singapore, in the shapes that it has there; near a pole the view stops at the pole.

    A degree of longitude shrinks towards the poles: the view has more of them there, and is drawn higher by as much.
    """
    stretch = min(1 / max(cos(radians(north)), 1 / _STEEPEST), _STEEPEST)
    middle = max(min(north, 90 - HIGH / 2), HIGH / 2 - 90)
    wide, high = WIDE * 10 * stretch, HIGH * 10 * stretch
    x, y = east * 10, -north * 10 * stretch
    left, top = x - wide / 2, -middle * 10 * stretch - high / 2
    shifts = (0, *((-3600,) if left < -1800 else ()), *((3600,) if left + wide > 1800 else ()))
    view = " ".join(f"{round(part, 1):g}" for part in (left, top, wide, high))
    return Map(view, round(x, 1), round(y, 1), round(stretch, 3), shifts)
