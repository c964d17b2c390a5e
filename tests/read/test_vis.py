"""Items of vis-timeline: where they end, what a number means, and what stands in the wrong place."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import timeline
from tests.golden import compare
from timeline.errors import SourceError
from timeline.moment import iso
from timeline.read import Raw, read
from timeline.read.vis import looks_like_vis

CASES = sorted(path for path in (Path(__file__).parent.parent / "cases" / "vis").glob("*.json") if ".golden." not in path.name)


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.name)
def test_cases(case: Path) -> None:
    story = timeline.load(case, zone="Europe/Berlin")
    assert story.format == "vis"
    compare(story, case)


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.name)
def test_every_item_is_an_event_an_era_or_an_error(case: Path) -> None:
    story = timeline.load(case)
    errors = {problem.line for problem in story.problems if problem.severity == "error"}
    assert story.records == len({event.entry for event in story.events} | {f"e{line}" for line in errors}) + len(story.eras)


ENDS = [
    ("2024-03-05", "2024-03-08", "2024-03-05 2024-03-07"),
    ("2024-03-05", "2024-03-05", "2024-03-05 "),
    ("2023-12-30", "2024-01-01", "2023-12-30 2023-12-31"),
    ("2024-02", "2024-03", "2024-02 2024-02"),
    ("2023-12", "2024-01", "2023-12 2023-12"),
    ("2010", "2014", "2010 2013"),
    ("2024-03-05", "2024-02-31", "2024-03-05 "),
    ("2024-03-05T10:00", "2024-03-06T10:00", "2024-03-05T10:00Z 2024-03-06T10:00Z"),
    ("-000043-03-01", "-000043-03-15", "-0043-03-01 -0043-03-14"),
    (0, 60_000, "1970-01-01T00:00Z 1970-01-01T00:01Z"),
    (-62_167_219_200_000, 8_640_000_000_000_000, "0000-01-01T00:00Z +275760-09-13T00:00Z"),
    ("/Date(1709722800000+0100)/", None, "2024-03-06T11:00Z "),
]


@pytest.mark.parametrize(("start", "end", "said"), ENDS)
def test_start_and_end(start: object, end: object, said: str) -> None:
    story = timeline.load(json.dumps([{"content": "x", "start": start, "end": end}]).encode(), zone="UTC", language="en")
    event = story.events[0]
    assert f"{iso(event.start)} {iso(event.end)}" == said


def test_a_number_is_the_same_instant_in_every_zone() -> None:
    data = b'[{"content": "x", "start": 1709722800000}]'
    assert {timeline.load(data, zone=zone).events[0].moment.instant for zone in ("UTC", "Asia/Kathmandu")} == {1709722800000}


@pytest.mark.parametrize("text", ["{}", '{"items": {}}', '{"items": 3, "start": 1}'])
def test_asked_for_by_name_what_is_none(text: str) -> None:
    with pytest.raises(SourceError, match="no items"):
        read(text.encode(), format="vis")


def test_records_of_another_table_are_not_taken() -> None:
    assert not looks_like_vis(Raw(b'[{"start": 1, "label": "content"}]', "x"))
    assert not looks_like_vis(Raw(b'{"content": [{"start": 1}]}', "x"))
    assert not looks_like_vis(Raw(b'"content" "start" +++', "x"))


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=6) | st.sampled_from(["2024-03-05", "/Date(9)/", "<b>"]),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(["id", "content", "x"]), inner, max_size=2),
    max_leaves=5,
)
NAMES = st.sampled_from(["id", "content", "title", "start", "end", "group", "subgroup", "type", "className", "x"])
ITEMS = st.dictionaries(NAMES, VALUES, max_size=6) | VALUES
GROUPS = st.lists(st.dictionaries(st.sampled_from(["id", "content", "title", "nestedGroups"]), VALUES, max_size=4) | VALUES, max_size=4)


@given(st.lists(ITEMS, min_size=1, max_size=4), GROUPS | VALUES)
@settings(max_examples=300, deadline=None)
def test_anything_in_its_place_is_no_crash(items: list[Any], groups: Any) -> None:
    story = timeline.load(json.dumps({"items": items, "groups": groups}).encode(), format="vis", language="en")
    assert all(one.say() for one in story.problems)
    errors = {problem.line for problem in story.problems if problem.severity == "error"}
    assert len(items) == len({event.entry for event in story.events} | {f"e{line}" for line in errors}) + len(story.eras)
