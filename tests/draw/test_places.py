"""Places: in words always, on a map where degrees are known."""

import re
from dataclasses import replace
from math import inf, nan

import pytest

from tests.draw.stories import STORY
from timeline.draw.page import fragment
from timeline.draw.places import land, where
from timeline.model import Place, Story


def at(*places: Place | None) -> Story:
    entries = tuple(replace(entry, place=place) for entry, place in zip(STORY.entries, places, strict=False))
    return replace(STORY, entries=(*entries, *STORY.entries[len(entries) :]))


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (Place("Hanoi", 21.03, 105.85), ("21.0°", "place.north", "105.8°", "place.east")),
        (Place("", -14.06, -75.7), ("14.1°", "place.south", "75.7°", "place.west")),
        (Place("Null Island", 0.0, 0.0), ("0.0°", "place.north", "0.0°", "place.east")),
        (Place("Pole", -90.0, 180.0), ("90.0°", "place.south", "180.0°", "place.east")),
    ],
)
def test_coordinates_in_words(place: Place, words: tuple[str, ...]) -> None:
    told = where(place)
    assert told
    assert (told.north, told.north_code, told.east, told.east_code) == words
    assert told.map


@pytest.mark.parametrize("degrees", [(nan, 1.0), (1.0, inf), (91.0, 1.0), (1.0, -181.0), (1.0, None), (None, 1.0), (None, None)])
def test_degrees_that_are_none_leave_the_name_alone(degrees: tuple[float | None, float | None]) -> None:
    told = where(Place("Somewhere", *degrees))
    assert told
    assert (told.name, told.map, told.north) == ("Somewhere", None, "")
    assert where(Place("", *degrees)) is None
    assert where(Place("  ", *degrees)) is None


def test_the_view_lies_around_the_place_and_within_the_world() -> None:
    for north in range(-90, 91, 10):
        for east in range(-180, 181, 20):
            told = where(Place("x", float(north), float(east)))
            assert told
            assert told.map
            left, top, wide, high = (float(part) for part in told.map.view.split())
            assert wide == pytest.approx(2 * high, abs=0.2)
            assert left + wide / 2 == pytest.approx(told.map.x, abs=0.2)
            assert top <= told.map.y <= top + high
            assert top >= -900 * told.map.stretch - 0.2
            assert top + high <= 900 * told.map.stretch + 0.2
            assert all(any(shift - 1800 <= edge <= shift + 1800 for shift in told.map.shifts) for edge in (left, left + wide))


def test_the_outline_is_small_and_in_a_page_only_where_it_is_seen() -> None:
    assert 5_000 < len(land()) < 16_000
    assert set(land()) <= set("MlzMLh0123456789 -")
    steps = [int(number) for ring in land().split("M")[1:] for number in re.findall(r"-?\d+", ring.partition("l")[2])[::2]]
    along_the_pole = -3600
    assert [step for step in steps if abs(step) > 900] == [along_the_pole]  # no coast jumps over the map
    assert "tl-world" not in fragment(at(Place("Nowhere-on-Sea"), None))
    assert fragment(at(Place("Pjöngjang"))).count('<use href="#tl-world"') == 1  # known by its name
    html = fragment(at(Place("Hanoi", 21.0, 105.8), Place("Wellington", -41.3, 174.8)))
    assert html.count('id="tl-world"') == 1
    assert html.count(land()) == 1
    assert html.count('<use href="#tl-world"') == 3  # Wellington has land on both sides of the 180th meridian


def test_a_name_is_text() -> None:
    html = fragment(at(Place('"><script>alert(1)</script>', 1.0, 1.0)))
    assert "<script>alert(1)" not in html
