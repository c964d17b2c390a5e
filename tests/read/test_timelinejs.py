"""TimelineJS in both versions: what is stated comes out, what is wrong is said, and nothing is lost in silence."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import timeline
from tests.golden import compare
from timeline.errors import SourceError
from timeline.read import read
from timeline.read.slides import parts_of, read_date

CASES = sorted(path for path in (Path(__file__).parent.parent / "cases" / "timelinejs").glob("*.json") if ".golden." not in path.name)


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.name)
def test_cases(case: Path) -> None:
    compare(timeline.load(case), case)


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.name)
def test_every_slide_is_an_event_or_an_error(case: Path) -> None:
    story = timeline.load(case)
    assert story.format == "timelinejs"
    told = {event.entry for event in story.events}
    errors = {problem.line for problem in story.problems if problem.severity == "error"}
    assert story.records == len(told | {f"e{line}" for line in errors - {None}})


DATES = [
    ({"year": "2019", "month": "02"}, "2019-02"),
    ({"year": 2019, "month": 2, "day": 28, "hour": 13, "minute": 25}, "2019-02-28T13:25"),
    ({"year": 2019, "month": 2, "day": 28, "hour": 13, "minute": 25, "second": 0}, "2019-02-28T13:25"),
    ({"year": 2019, "month": 2, "day": 28, "second": "7"}, "2019-02-28T00:00:07"),
    ({"year": 2019, "month": 2, "day": 28, "hour": 1, "millisecond": 5, "microsecond": 70}, "2019-02-28T01:00:00.00507"),
    ({"year": 2019, "month": 2, "day": 28, "hour": 0}, "2019-02-28"),
    ({"year": 2019, "month": 2, "day": 28, "hour": "0"}, "2019-02-28T00:00"),
    ({"year": 2019, "month": 0, "day": 0}, "2019"),
    ({"year": 44}, "0044"),
    ({"year": -44}, "-000043"),
    ({"year": "-1"}, "0000"),
    ({"year": " 2019 "}, "2019"),
    ({"year": 2019.0}, "2019"),
    ({"year": 12345678}, "Y12345678"),
    ("2012,1,26", "2012-01-26"),
    ("1/26/2012", "2012-01-26"),
    ("1/26/2012 10:30 PM", "2012-01-26T22:30"),
    ("2012-01-26 22:30", "2012-01-26T22:30"),
    ("-500", "-000499"),
]


@pytest.mark.parametrize(("value", "text"), DATES, ids=str)
def test_dates(value: Any, text: str) -> None:
    assert read_date(value).text == text


WRONG = [
    {"year": 2001, "month": 13},
    {"year": 2001, "month": 21},
    {"year": 2001, "month": -1},
    True,
    [],
    [2019],
    {"year": True},
    {"year": [2019]},
    {"year": 1e400},
    {"year": float("nan")},
    {"year": "2019a"},
    "soon",
    {"year": 10**400},
    7,
]


@pytest.mark.parametrize("value", WRONG, ids=lambda value: str(value)[:20])
def test_what_is_no_date_says_so(value: Any) -> None:
    found = read_date(value)
    assert (found.text, found.fault) == ("", "other-date")


def test_a_day_without_a_month_leaves_the_year() -> None:
    found = read_date({"year": 1990, "day": 4})
    assert (found.text, found.fault) == ("1990", "other-date")


def test_offset_of_a_zone_is_no_part_of_it() -> None:
    story = timeline.load(CASES[1] if CASES[1].name == "slides.json" else CASES[0], zone="Europe/London")
    flood = next(event for event in story.events if event.label == "The flood")
    assert flood.moment.instant == -533770194750  # 1953-02-01T02:30:05.25Z
    assert not any(one.code == "zone-none" for one in story.assumptions)


@pytest.mark.parametrize("text", ['{"events": {"start_date": 1}}', '{"events": 3, "start_date": 1}', "[]", "{}"])
def test_asked_for_by_name_what_is_none(text: str) -> None:
    with pytest.raises(SourceError, match="no TimelineJS"):
        read(text.encode(), format="timelinejs")


def test_a_ticker_that_speaks_of_it_stays_one() -> None:
    assert read("+++ 14:39 start_date comes up +++\nSoon.\n").format == "ticker"
    assert read('{"start_date": 1} is what it says\n+++ 14:39 All quiet +++\n').format == "ticker"


WORDS = st.text(max_size=6) | st.sampled_from(["<b>", "http://[", "2012,1,26", "<iframe src=x>"])
INNER = st.sampled_from(["year", "month", "url", "headline", "text", "caption", "start_date", "hour"])
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | WORDS,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(INNER, inner, max_size=3),
    max_leaves=6,
)
NAMES = st.sampled_from(["start_date", "end_date", "text", "media", "group", "display_date", "unique_id", "background", "x"])
SLIDES = st.dictionaries(NAMES, VALUES, max_size=5)


@given(st.lists(SLIDES | VALUES, min_size=1, max_size=4), SLIDES | VALUES, st.lists(SLIDES | VALUES, max_size=2) | VALUES)
@settings(max_examples=300, deadline=None)
def test_anything_in_its_place_is_no_crash(events: list[Any], title: Any, eras: Any) -> None:
    data = json.dumps({"events": events, "title": title, "eras": eras}).encode()
    story = timeline.load(data, format="timelinejs", language="en")
    assert all(one.say() for one in story.problems)
    told = {event.entry for event in story.events}
    errors = {problem.line for problem in story.problems if problem.severity == "error"}
    assert len(events) == len(told | {f"e{line}" for line in errors - {None}})


@given(st.text(st.sampled_from("0123456789/,-: apmT"), max_size=24))
def test_any_text_of_version_2_is_no_crash(text: str) -> None:
    read_date(parts_of(text))
