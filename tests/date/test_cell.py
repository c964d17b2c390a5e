"""Cells of date columns: what is written, with the precision it is written in, and nothing more."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.clock import format_instant
from timeline.date.cell import Cells
from timeline.date.language import LANGUAGES
from timeline.errors import DateError
from timeline.model import Moment
from timeline.moment import iso


def read(text: str, *others: str, zone: str = "UTC", language: str = "en") -> tuple[str, str, str]:
    """Start, precision with `~` where it is approximate, and end."""
    reading = Cells((text, *others), zone, LANGUAGES[language]).read(text)
    moment = reading.start or reading.end
    assert moment is not None
    return iso(reading.start), moment.precision + "~" * moment.approximate, iso(reading.end)


def bounds(moment: Moment | None) -> tuple[str, str]:
    assert moment is not None
    assert moment.earliest is not None
    assert moment.latest is not None
    return format_instant(moment.earliest), format_instant(moment.latest)


@pytest.mark.parametrize(
    ("text", "start", "precision"),
    [
        ("2012", "2012", "year"),
        ("2012-03", "2012-03", "month"),
        ("20120304", "2012-03-04", "day"),
        ("2012-064", "2012-03-04", "day"),
        ("2019-W09", "2019-02-25", "week"),
        ("2019W094", "2019-02-28", "day"),
        ("2019-02-28T13", "2019-02-28T13:00Z", "hour"),
        ("2019-02-28T13:25", "2019-02-28T13:25Z", "minute"),
        ("2019-02-28 13:25:00", "2019-02-28T13:25Z", "second"),
        ("2019-02-28T13:25:07.250-03:30", "2019-02-28T13:25:07.250-03:30", "second"),
        ("20190228T132507,5+07", "2019-02-28T13:25:07.500+07:00", "second"),
        ("2019-02-28T13.5Z", "2019-02-28T13:30Z", "minute"),
        ("2019-02-28T24:00Z", "2019-03-01T00:00Z", "minute"),
        ("2016-12-31T23:59:60Z", "2017-01-01T00:00Z", "second"),
        ("2019-02-28T13:25−03:00", "2019-02-28T13:25-03:00", "minute"),
        ("2019-02-28T13:25+07:00[Asia/Ho_Chi_Minh]", "2019-02-28T13:25+07:00", "minute"),
        ("2019-02-28 13:25 Europe/Berlin", "2019-02-28T13:25+01:00", "minute"),
        ("2019-02-28 13:25 MEZ", "2019-02-28T13:25+01:00", "minute"),
        ("28.02.2019, 13:25 Uhr", "2019-02-28T13:25Z", "minute"),
        ("13:25, 28.2.2019", "2019-02-28T13:25Z", "minute"),
        ("Thu, 28 Feb 2019 13:25:00 GMT", "2019-02-28T13:25Z", "second"),
        ("Thu Feb 28 13:25:07 +0000 2019", "2019-02-28T13:25:07+00:00", "second"),
        ("February 28, 2019 1:25 pm EST", "2019-02-28T13:25-05:00", "minute"),
        ("28 February 2019 at 12:05 a.m.", "2019-02-28T00:05Z", "minute"),
        ("11-Mar-15", "2015-03-11", "day"),
        ("March 2012", "2012-03", "month"),
        ("Mär 2012", "2012-03", "month"),
        ("11. März 2015", "2015-03-11", "day"),
        ("11 de marzo de 2015", "2015-03-11", "day"),
        ("03/2012", "2012-03", "month"),
        ("Q3 2019", "2019-07", "quarter"),
        ("2019-Q3", "2019-07", "quarter"),
        ("KW 9 2019", "2019-02-25", "week"),
        ("winter 1834-35", "1834-24", "season"),
        ("Frühjahr 1990", "1990-21", "season"),
        ("1950s", "1950", "decade"),
        ("19th century", "1800", "century"),
        ("476", "0476", "year"),
        ("ca. 1850", "1850", "year~"),
        ("1850 (?)", "1850", "year~"),
    ],
)
def test_notations(text: str, start: str, precision: str) -> None:
    assert read(text) == (start, precision, "")


@pytest.mark.parametrize(
    ("text", "start"),
    [("44 BC", "-0043"), ("-0043", "-0043"), ("1 BC", "0000"), ("0000", "0000"), ("AD 79", "0079"), ("79 n. Chr.", "0079"),
     ("15 March 44 BC", "-0043-03-15"), ("15. März 44 v. Chr.", "-0043-03-15"), ("500,000 BC", "-499999"), ("c. 3000 BCE", "-2999")],
)  # fmt: skip
def test_there_is_no_year_0_before_christ(text: str, start: str) -> None:
    assert read(text)[0] == start


def test_a_century_before_christ_ends_before_the_next_begins() -> None:
    assert bounds(Cells((), "UTC").read("5th century BC").start) == ("-0499-01-01T00:00Z", "-0399-01-01T00:00Z")


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("1964/2008", "1964", "2008"),
        ("2019-02-27/28", "2019-02-27", "2019-02-28"),
        ("2019-02-27T13:30/15:30", "2019-02-27T13:30Z", "2019-02-27T15:30Z"),
        ("2019-02-27T13:30Z/PT90M", "2019-02-27T13:30Z", "2019-02-27T15:00Z"),
        ("2019-02-28/P3D", "2019-02-28", "2019-03-02"),
        ("P2D/2019-02-28", "2019-02-27", "2019-02-28"),
        ("1914–18", "1914", "1918"),
        ("1939-45", "1939", "1945"),
        ("between 1914 and 1918", "1914", "1918"),
        ("2019-02-28 13:25 - 14:40", "2019-02-28T13:25Z", "2019-02-28T14:40Z"),
        ("3.–5. März 2019", "2019-03-03", "2019-03-05"),
        ("27 December – 3 January 2020", "2019-12-27", "2020-01-03"),
        ("/2008", "", "2008"),
        ("2004-06/..", "2004-06", ""),
    ],
)  # fmt: skip
def test_ranges(text: str, start: str, end: str) -> None:
    found = read(text)
    assert (found[0], found[2]) == (start, end)


@pytest.mark.parametrize(
    "text",
    ["soon", "gestern", "13:25 Uhr", "2019-02-31", "31.02.2019", "2019-13-01", "2019-02-28T25:00", "2019-02-28T13:25+518:00", "0 BC",
     "XXXX-12-25", "2011/12", "00000101T100000Z", "0000-00-00", "2001-13",
     "2019-W54", "2019-366", "1551335100", "9" * 30, "P3D", "2019-02-28 13:25 Mars/Olympus", "<script>",
     "2019-03-05/2019-03-01", "Y1E999999999", "13/13/2022", "1" * 5000, "/", "../.."],
)  # fmt: skip
def test_what_is_no_date(text: str) -> None:
    with pytest.raises(DateError):
        Cells([text], "UTC").read(text)


@pytest.mark.parametrize(
    ("texts", "language", "zone", "start", "assumption"),
    [
        (("3/4/2022 14:05", "13/4/2022"), "en", "UTC", "2022-04-03T14:05Z", "day-first-decided"),
        (("3/4/2022", "4/13/2022"), "de", "UTC", "2022-03-04", "month-first-decided"),
        (("3/4/2022",), "de", "UTC", "2022-04-03", "day-first-custom"),
        (("3/4/2022",), "en", "America/New_York", "2022-03-04", "month-first-custom"),
        (("3/4/2022",), "en", "Europe/London", "2022-04-03", "day-first-custom"),
        (("3/4/2022 2:05 PM",), "en", "UTC", "2022-03-04T14:05Z", "month-first-custom"),
        (("5/5/2022",), "en", "UTC", "2022-05-05", None),
        (("3.4.2022", "4/13/2022"), "en", "UTC", "2022-04-03", None),
    ],
)
def test_the_column_says_what_comes_first(texts: tuple[str, ...], language: str, zone: str, start: str, assumption: str | None) -> None:
    cells = Cells(texts, zone, LANGUAGES[language])
    assert iso(cells.read(texts[0]).start).removesuffix("-05:00") == start
    assert [one.code for one in cells.assumptions] == ([assumption] if assumption else [])
    assert cells.read(texts[0]).warnings == ()


def test_where_nothing_says_it_each_cell_is_reported() -> None:
    cells = Cells(["3/4/2022", "5/5/2022"], "UTC")
    assert [code for code, _ in cells.read("3/4/2022").warnings] == ["day-or-month"]
    assert cells.read("5/5/2022").warnings == ()


def test_a_column_that_contradicts_itself() -> None:
    cells = Cells(["3/4/2022", "13/4/2022", "14/4/2022", "4/15/2022"], "UTC")
    assert [code for code, _ in cells.read("3/4/2022").warnings] == ["orders-mixed"]
    assert iso(cells.read("4/15/2022").start) == "2022-04-15"
    assert cells.read("4/15/2022").warnings == ()


def test_two_digits_are_near_the_other_years() -> None:
    assert read("11-Mar-15", "11-Mar-1914")[0] == "1915-03-11"
    assert read("11-Mar-15", "2012")[0] == "2015-03-11"
    assert [one.code for one in Cells(["1.2.15", "1914"], "UTC").assumptions] == ["short-years"]


def test_clock_changes() -> None:
    cells = Cells((), "Europe/Berlin")
    assert cells.read("2024-10-27 02:30").warnings == (("fold", {"zone": "Europe/Berlin"}),)
    assert bounds(cells.read("2024-10-27 02:30").start) == ("2024-10-27T00:30Z", "2024-10-27T01:31Z")
    assert cells.read("2024-03-31 02:30").warnings == (("gap", {"zone": "Europe/Berlin"}),)
    assert cells.read("2024-10-27 02:30+01:00").warnings == ()


def test_a_bracket_that_contradicts_its_offset() -> None:
    reading = Cells((), "UTC").read("2019-07-01T13:25+01:00[Europe/Berlin]")
    assert iso(reading.start) == "2019-07-01T13:25+01:00"
    assert [code for code, _ in reading.warnings] == ["offset-zone"]


@given(st.text(max_size=60) | st.from_regex(r"[0-9XYES?~%./,\[\]{}\-: TZ+a-z]{1,40}", fullmatch=True))
@settings(max_examples=150, deadline=None)
def test_any_cell_is_a_moment_or_a_date_error(text: str) -> None:
    try:
        reading = Cells([text], "UTC").read(text)
    except DateError:
        return
    for moment in (reading.start, reading.end):
        if moment is not None:
            assert moment.earliest is not None
            assert moment.latest is not None
            assert moment.earliest < moment.latest


@given(st.datetimes(), st.sampled_from(["minutes", "seconds", "milliseconds"]), st.sampled_from("T "))
@settings(max_examples=100, deadline=None)
def test_what_python_writes_is_read(at: object, exact: str, between: str) -> None:
    text = at.isoformat(between, exact)  # type: ignore[attr-defined]
    moment = Cells([text], "UTC").read(text).start
    assert moment is not None
    assert format_instant(moment.earliest or 0).startswith(text.replace(" ", "T").removesuffix(".000").removesuffix(":00"))
