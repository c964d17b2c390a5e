"""A map of what has coordinates, and a count of what has none."""

import json
from dataclasses import replace
from math import inf, nan
from typing import Any

import pytest

from tests.draw.stories import STORY
from timeline.export.formats import find_writer, written
from timeline.export.geojson import export_geojson
from timeline.model import Place, Story


def placed(*places: Place | None) -> Story:
    """A story whose first entries lie somewhere."""
    entries = tuple(replace(entry, place=place) for entry, place in zip(STORY.entries, places, strict=False))
    return replace(STORY, entries=(*entries, *STORY.entries[len(entries) :]))


def made(story: Story) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(export_geojson(story))
    return found


def test_longitude_comes_first() -> None:
    found = made(placed(Place("Hanoi", 21.0278, 105.8342)))
    assert found["type"] == "FeatureCollection"
    assert "crs" not in found  # RFC 7946, section 4
    assert found["features"]
    for feature in found["features"]:
        assert feature["type"] == "Feature"
        assert feature["geometry"] == {"type": "Point", "coordinates": [105.8342, 21.0278]}
        assert feature["properties"]["place"] == "Hanoi"


def test_each_event_of_the_entry_is_a_feature_with_its_time() -> None:
    story = placed(Place("Hanoi", 21.0, 105.8))
    events = [event for event in story.events if event.entry == story.entries[0].id]
    found = made(story)["features"]
    assert [feature["id"] for feature in found] == [event.id for event in events]
    for feature in found:
        told = feature["properties"]
        assert told["start"] or told["end"]
        assert {"status", "basis", "precision", "earliest", "latest", "zone", "tags", "lane"} <= told.keys()


@pytest.mark.parametrize(
    "place", [None, Place("Nowhere-on-Sea"), Place("", 91, 0), Place("", 0, 181), Place("", nan, 0), Place("", 0, inf), Place("", 5)]
)
def test_what_lies_nowhere_is_counted(place: Place | None) -> None:
    found = made(placed(place))
    assert found["features"] == []
    assert found["left_out"] == len(STORY.entries)


def test_a_place_that_is_known_by_its_name_alone() -> None:
    assert {tuple(one["geometry"]["coordinates"]) for one in made(placed(Place("Pjöngjang")))["features"]} == {(125.8, 39.0)}


def test_an_entry_without_an_event_has_a_place_all_the_same() -> None:
    story = replace(placed(Place("", 1, 2)), events=())
    assert [(one["id"], one["properties"]["start"]) for one in made(story)["features"]] == [(story.entries[0].id, "")]


def test_half_a_character_in_a_headline_is_no_fault() -> None:
    story = placed(Place("\ud800", 1, 2))
    assert made(story)["left_out"] == len(STORY.entries) - 1
    assert written(story, find_writer(".geojson"))
