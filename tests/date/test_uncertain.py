"""EDTF, levels 0 to 2, and where the library `edtf` goes wrong."""

from typing import Any

import pytest
from edtf import parse_edtf
from edtf.parser.edtf_exceptions import EDTFParseException

from timeline.clock import DAY, days_of
from timeline.date.cell import Cells
from timeline.model import Moment
from timeline.moment import iso


def read(text: str) -> Moment:
    moment = Cells((), "UTC").read(text).start
    assert moment is not None
    return moment


@pytest.mark.parametrize(
    ("text", "civil", "precision"),
    [
        ("2004-06~", "2004-06", "month~"), ("1984?", "1984", "year~"), ("2004-06-11%", "2004-06-11", "day~"),
        ("2004?-06", "2004-06", "month~"),
        ("2004-XX", "2004", "year"), ("2004-06-XX", "2004-06", "month"), ("156X", "1560", "decade"), ("15XX", "1500", "century"),
        ("1XXX", "1000", "millennium"), ("15XX-12-25", "1500", "century"),
        ("Y-13800000000", "-13800000000", "year"),
        ("Y17E7", "+170000000", "year"), ("2001-21", "2001-21", "season"), ("2001-24", "2001-24", "season"),
        ("2001-34", "2001-04", "quarter"),
        ("[1667,1668]", "1667", "year~"), ("1950S2", "1950", "year~"), ("-0043", "-0043", "year"), ("156X~", "1560", "decade~"),
    ],
)  # fmt: skip
def test_forms(text: str, civil: str, precision: str) -> None:
    moment = read(text)
    assert (moment.civil, moment.precision + "~" * moment.approximate) == (civil, precision)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [("1964/2008", "1964", "2008"), ("2004-06/..", "2004-06", ""), ("/2008", "", "2008"), ("../2008", "", "2008"), ("1985/", "1985", ""),
     ("{1960,1961-12}", "1960", "1961-12"), ("[..1760-12-03]", "", "1760-12-03"), ("2004-24/2005-21", "2004-24", "2005-21"),
     ("1984~/2004-06", "1984", "2004-06")],
)  # fmt: skip
def test_intervals_and_sets(text: str, start: str, end: str) -> None:
    reading = Cells((), "UTC").read(text)
    assert (iso(reading.start), iso(reading.end)) == (start, end)


@pytest.mark.parametrize(
    "text", ["1984?", "2004-06~", "2004-06-11%", "2004-XX", "2004-06-XX", "156X", "15XX", "1XXX", "-1XXX", "-156X", "2004?-06"]
)
def test_where_the_library_is_right_both_agree(text: str) -> None:
    parsed: Any = parse_edtf(text)
    first, last = days_of(*parsed.lower_strict()[:3]), days_of(*parsed.upper_strict()[:3])
    assert (read(text).earliest, read(text).latest) == (first * DAY, (last + 1) * DAY)


def test_the_library_drops_the_clock() -> None:
    parsed: Any = parse_edtf("2004-01-01T23:10:10+05:00")
    assert parsed.lower_strict()[3:5] == (0, 0)
    assert iso(read("2004-01-01T23:10:10+05:00")) == "2004-01-01T23:10:10+05:00"


def test_the_library_fails_on_an_open_end() -> None:
    parsed: Any = parse_edtf("2004-06/..")
    with pytest.raises(TypeError):
        parsed.upper_strict()[:3]


def test_the_library_makes_up_an_end_that_is_not_known() -> None:
    parsed: Any = parse_edtf("1985/")
    assert parsed.upper_strict()[0] == 1995


def test_the_library_overlooks_significant_digits() -> None:
    parsed: Any = parse_edtf("1950S2")
    assert (parsed.lower_strict()[0], parsed.upper_strict()[0]) == (1950, 1950)
    assert (read("1950S2").earliest, read("1950S2").latest) == (days_of(1900, 1, 1) * DAY, days_of(2000, 1, 1) * DAY)


def test_the_library_lets_a_winter_end_with_its_year() -> None:
    parsed: Any = parse_edtf("2001-24")
    assert parsed.upper_strict()[:3] == (2001, 12, 31)
    assert read("2001-24").latest == days_of(2002, 3, 1) * DAY


def test_the_library_knows_no_day_that_is_none() -> None:
    with pytest.raises(EDTFParseException):
        parse_edtf("2021-02-30")
