"""The page of a store: what it carries is what its addresses would say."""

import json
import re
from typing import Any

import pytest

from tests.browser import tiled
from timeline.arrange import arrange
from timeline.arrange.tiles import Tile
from timeline.draw.facets import facets
from timeline.draw.marks import marks_of
from timeline.draw.page import fragment, kinds
from timeline.store.answers import Answers
from timeline.store.page import store_html, store_page
from timeline.store.static import answers_of


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> Answers:
    """A store of two thousand entries, crowded."""
    return answers_of(tiled.build(tmp_path_factory.mktemp("store") / "reports"))


def data_of(html: str) -> dict[str, Any]:
    """The payload of a page."""
    found = re.search(r"<script type=\"application/json\" data-story>(.*?)</script>", html, re.DOTALL)
    assert found
    data: dict[str, Any] = json.loads(found[1])
    return data


def test_it_has_the_fields_of_a_small_story_and_those_of_tiles(answers: Answers) -> None:
    data, small = data_of(store_page(answers, base="s/")), data_of(fragment(tiled.story()))
    assert set(data) == {*small, "tiles"}
    assert data["events"] == []
    assert [(trace["uid"], trace["x"]) for trace in data["figure"]["data"]] == [("tie", [])]  # its points are made in the browser
    assert data["figure"]["layout"]["xaxis"].keys() == small["figure"]["layout"]["xaxis"].keys()
    assert data["window"] == list(answers.store.about.window)
    assert (data["tiles"]["base"], data["tiles"]["suffix"], data["tiles"]["search"]) == ("s/", "", True)
    assert data["tiles"]["events"] == sum(data["tiles"]["density"]["counts"]) == tiled.EVENTS
    assert set(data["tongues"]["de"]) == set(data["words"])


def test_its_cards_filters_and_legend_are_those_that_one_page_would_have(answers: Answers) -> None:
    html, story = store_page(answers), tiled.story()
    small = fragment(story)
    cards = re.findall(r'data-entry="([^"]+)"', html)
    assert cards == re.findall(r'data-entry="([^"]+)"', small)[:40]
    numbers = [(choice.value, choice.count) for facet in facets(story, "en") for choice in facet.choices]
    assert re.findall(r'type="checkbox" name="\w+" value="([^"]*)".*?<i data-number>(\d+)</i>', html) == [(v, str(n)) for v, n in numbers]
    marks = marks_of(story.events, arrange(story.events), story.lanes)
    told = kinds(story, marks, None, crowded=True)
    assert re.findall(r'data-key="([a-z]+)" aria-hidden', html.split("data-story")[0])[: len(told)] == told


def test_the_tiles_of_its_first_view_are_those_of_their_addresses(answers: Answers) -> None:
    data = json.loads(json.dumps(data_of(store_page(answers))))
    for lay, tiles in data["tiles"]["first"].items():
        assert tiles[0]["octave"] == answers.store.grid.root.octave
        for tile in tiles:
            assert json.loads(json.dumps(answers.tile(lay, Tile(tile["octave"], tile["index"])))) == tile


def test_a_tile_knows_the_place_of_each_card(answers: Answers) -> None:
    root = answers.store.grid.root
    known = {event["id"]: event["place"] for page in range(answers.pages) for event in answers.cards(page)["events"]}
    for lay in ("row", "low", "rail"):
        for octave in range(root.octave, root.octave - 6, -1):
            events = answers.tile(lay, Tile(octave, root.index << root.octave - octave))["events"]
            assert events.get("place", []) == [known[name] for name in events.get("id", [])]
            assert len({len(values) for values in events.values()}) <= 1


def test_the_page_of_a_host_of_files_holds_all_that_it_runs(answers: Answers) -> None:
    html = store_html(answers)
    assert "import " not in re.findall(r"<script>(.*?)</script>", html, re.DOTALL)[0].split("import(")[0]
    assert "tiles.json" not in html
    data = data_of(html)
    assert (data["tiles"]["base"], data["tiles"]["suffix"], data["tiles"]["search"]) == ("", ".json.gz", False)
    assert "connect-src &#39;self&#39;" in html


def test_a_small_page_carries_nothing_of_tiles() -> None:
    html = fragment(tiled.story())
    assert "data-tiled" not in html
    assert "tiles.retry" not in html
