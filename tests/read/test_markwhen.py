"""markwhen: what its own documentation shows, what editors get wrong, and that it takes no ticker."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import timeline
from tests.golden import compare
from timeline.assets import sample_folder
from timeline.clock import days_of
from timeline.errors import SourceError
from timeline.read import Raw, read
from timeline.read.markwhen import looks_like_markwhen
from timeline.read.mwdates import Dates, Fault, repeated

TESTS = Path(__file__).parent.parent
CASES = sorted((TESTS / "cases" / "markwhen").glob("*.mw"))
NOW = days_of(2024, 5, 6)


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.name)
def test_cases(case: Path) -> None:
    story = timeline.load(case, now="2024-05-06" if case.stem == "european" else None)
    assert story.format == "markwhen"
    compare(story, case)


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.name)
def test_every_line_is_somewhere(case: Path) -> None:
    """Every word of a line is in the story, in a problem, or in a comment."""
    story = timeline.load(case, now="2024-05-06")
    errors = {problem.line for problem in story.problems if problem.severity == "error"}
    told = {event.entry for event in story.events}
    assert all(entry.id in told or entry.lines[0] in errors for entry in story.entries)


RANGES = [
    ("2012-03-04", "2012-03-04", ""),
    ("2012 - 2014", "2012", "2014"),
    ("2012/2014", "2012", "2014"),
    ("2004-06 / 2006-08", "2004-06", "2006-08"),
    ("2004-02-01/2005", "2004-02-01", "2005"),
    ("Mar 2012 / 6 months", "2012-03", "2012-08"),
    ("2025 / 5 months", "2025-01", "2025-05"),
    ("2025 / 1 year", "2025", ""),
    ("04/1776", "1776-04", ""),
    ("12/2022", "2022-12", ""),
    ("11/12/2024-12/13/2024", "2024-11-12", "2024-12-13"),
    ("2031-11-19T01:35:10Z-2099-08-04T18:22:48Z", "2031-11-19T01:35:10Z", "2099-08-04T18:22:48Z"),
    ("January 3 - Apr 6", "2024-01-03", "2024-04-06"),
    ("1 Jan 1998 to 11/11/2011 8am", "1998-01-01", "2011-11-11T08:00"),
    ("Nov 11 02:30", "2024-11-11T02:30", ""),
    ("12am", "2022-12-25T00:00", ""),
    ("now - 10 years 6 months 3 days", "2024-05-06", "2034-11-08"),
    ("2005/now", "2005", "2024-05-06"),
    ("300 BC - 200 BC", "-0299", "-0199"),
    ("1 BC", "0000", ""),
    ("2022-W05", "2022-01-31", "2022-02-06"),
    ("2020-W53-7", "2021-01-03", ""),
    ("July 13, 2022 - 5 week days", "2022-07-13", "2022-07-19"),
    ("31 Jan 2023 / 1 month", "2023-01-31", "2023-02-27"),
    ("2 weeks", "2022-12-26", "2023-01-08"),
    ("5 days - 3 days", "2022-12-31", "2023-01-02"),
    ("before !x 1 month", "2022-11-25", "2022-12-24"),
    ("before !x 1 week - 1 month", "2022-11-18", "2022-12-17"),
    ("after !x - 5 weeks", "2022-12-26", "2023-01-29"),
    ("by !x / 3 days", "2022-12-22", "2022-12-24"),
    ("!x.start 1 day", "2022-12-25", ""),
    ("3:30pm - 4:30pm", "2022-12-25T15:30", "2022-12-25T16:30"),
    ("90 minutes", "2022-12-26T00:00", "2022-12-26T01:30"),
]


def dates() -> Dates:
    found = Dates(now=NOW)
    found.latest = found.ids["x"] = found.read("2022-12-25")  # type: ignore[assignment]
    return found


@pytest.mark.parametrize(("text", "start", "end"), RANGES)
def test_ranges(text: str, start: str, end: str) -> None:
    span = dates().read(text)
    assert span is not None
    assert (span.start, span.end) == (start, end)


@pytest.mark.parametrize(
    "text", ["2022-02-31", "13/13/2022", "5 points", "x", "", "2022-13", "25:00", "13pm", "2022-W54", "1 Jan 2", " - ", "9" * 99]
)
def test_no_dates(text: str) -> None:
    assert dates().read(text) is None


@pytest.mark.parametrize(
    ("text", "code"), [("now", "mw-now"), ("Jan 3", "mw-now"), ("2 weeks", "mw-relative"), ("after !y 1 day", "mw-relative")]
)
def test_what_counts_from_nothing(text: str, code: str) -> None:
    with pytest.raises(Fault, match=code):
        Dates().read(text)


def test_day_first() -> None:
    span = Dates(day_first=True).read("1/2/2022")
    assert span is not None
    assert span.start == "2022-02-01"


EVERY = [
    ("2022-08-07", "every 12 months x30", 30, "2051-08-07", ""),
    ("2022-01-31", "every month x 4", 4, "2022-04-30", ""),
    ("2025-02-06", "every day until 2025-02-09", 4, "2025-02-09", ""),
    ("1989-02-02", "every 3 days for 9 days", 3, "1989-02-08", ""),
    ("2020", "every 2 years x3", 3, "2024", ""),
    ("2019-01-01", "every 12 week days for 3 times", 3, "2019-02-04", ""),
    ("2022-01-01 10:00", "every week x 3", 3, "2022-01-15T10:00", ""),
    ("2020", "every other year", 1, "2020", "mw-many"),
    ("2020-01-01", "every day x 999999", 1000, "2022-09-26", "mw-many"),
    ("2020-01-01", "every blue moon", 1, "2020-01-01", "mw-recurrence"),
    ("2020-01-01", "every 0 days x 3", 1, "2020-01-01", "mw-recurrence"),
    ("2020-01-01", "every day until never", 1, "2020-01-01", "mw-recurrence"),
]


@pytest.mark.parametrize(("text", "every", "count", "last", "code"), EVERY)
def test_recurrence(text: str, every: str, count: int, last: str, code: str) -> None:
    found = dates()
    span = found.read(text)
    assert span is not None
    times, problem = repeated(span, every, found, None)
    assert (len(times), times[-1].start, problem) == (count, last, code)


def test_until_bounds_what_has_no_end() -> None:
    story = timeline.load(b"2020-01-01 every month: Rent\n", name="a.mw", until="2020-04-01", language="en")
    assert len(story.events) == 3
    assert not story.problems


STORIES = [*(TESTS / "cases" / "stories").glob("*.txt"), *(TESTS / "cases" / "read").glob("*"), *sample_folder().iterdir()]


@pytest.mark.parametrize("path", sorted(path for path in STORIES if path.is_file()), ids=lambda path: path.name)
def test_it_takes_no_ticker(path: Path) -> None:
    assert not looks_like_markwhen(Raw(path.read_bytes(), path.name))


def test_it_is_known_by_its_own_words() -> None:
    assert read("dateFormat: d/M/y\n1/2/2022: Ice\n").format == "markwhen"
    assert read("group Ice\n2022: Ice\nendGroup\n").format == "markwhen"
    assert not looks_like_markwhen(Raw(b"2022-01-30: Ice\n\nIt came early.\n\n2022-01-31: Thaw\n", "x"))
    assert read("14:39 Uhr: endGroup\n\nDas Wort.\n\n14:50 Uhr: Noch eins\n\nDas auch.\n").format != "markwhen"
    assert not looks_like_markwhen(Raw(b"+++ 14:39 Ice +++\nendGroup\n2022: Thaw\n", "x"))


PIECES = [
    "2022",
    "-",
    "/",
    " ",
    ":",
    "!x",
    "#y",
    "every",
    "now",
    "\n",
    "# a",
    "group b",
    "endGroup",
    "x3",
    "5 days",
    "9" * 12,
    "tz: +5",
    "before",
    "(",
    "[a](b)",
    "![",
    "---",
]


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=30))
@settings(max_examples=300, deadline=None)
def test_anything_is_no_crash(pieces: list[str]) -> None:
    text = " ".join(pieces)
    if not text.strip():
        return
    try:
        story = timeline.load(text.encode("utf-8", "replace"), name="a.mw", format="markwhen", language="en")
    except SourceError:  # control characters, which are no text
        return
    assert all(one.say() for one in story.problems)
    told, errors = {event.entry for event in story.events}, {one.line for one in story.problems if one.severity == "error"}
    assert all(entry.id in told or entry.lines[0] in errors for entry in story.entries)
