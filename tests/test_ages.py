"""Years in words and numbers, from before the year 1 to the Big Bang, as an editor writes them by hand."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

import timeline
from timeline.ages import PRESENT, age_of, age_span, rounding_of, spoken_age, spoken_year
from timeline.clock import DAY, date_of, days_of, format_date, format_year
from timeline.draw.figure import figure
from timeline.draw.moments import machine_date, tell
from timeline.draw.ticks import ticks
from timeline.errors import DateError
from timeline.moment import iso, read_moment, read_range
from timeline.table import to_frame

YEAR = 31_556_952_000


@pytest.mark.parametrize(
    ("text", "civil", "precision"),
    [
        ("44 BC", "-0043", "year"),
        ("44 v. Chr.", "-0043", "year"),
        ("44 av. J.-C.", "-0043", "year"),
        ("44 a.C.", "-0043", "year"),
        ("753 BCE", "-0752", "year"),
        ("1 BC", "0000", "year"),
        ("AD 1", "0001", "year"),
        ("476 n. Chr.", "0476", "year"),
        ("-0043-03-15", "-0043-03-15", "day"),
        ("-0043-03", "-0043-03", "month"),
        ("+012000", "+012000", "year"),
        ("Y12000", "+012000", "year"),
        ("12000-02-29", "+012000-02-29", "day"),
        ("Y-13800000000", "-13800000000", "millennium"),
        ("-13800000000", "-13800000000", "millennium"),
        ("-66002019", "-66002019", "year"),
        ("13.8 billion years ago", "-13800000000", "millennium"),
        ("vor 13,8 Milliarden Jahren", "-13800000000", "millennium"),
        ("il y a 66 millions d’années", "-66000000", "millennium"),
        ("hace 66 millones de años", "-66000000", "millennium"),
        ("66 milioni di anni fa", "-66000000", "millennium"),
        ("66,000,000 years ago", "-66000000", "millennium"),
        ("vor 66.000.000 Jahren", "-66000000", "millennium"),
        ("40,000 years ago", "-038050", "millennium"),
        ("11,700 years ago", "-9750", "century"),
    ],
)
def test_what_an_editor_writes(text: str, civil: str, precision: str) -> None:
    moment = read_moment(text, "Europe/Berlin")
    assert (moment.civil, moment.precision) == (civil, precision)
    assert moment.instant is None


@pytest.mark.parametrize(
    "text",
    [
        "0 BC",
        "0 v. Chr.",
        "AD 0",
        "-0043-02-30",
        "-0043-13",
        "999999999999 years ago",
        "9" * 400 + " years ago",
        "1.5 years ago",
        "BC",
        "years ago",
    ],
)
def test_what_is_no_moment_says_so(text: str) -> None:
    with pytest.raises(DateError):
        read_moment(text, "UTC")


def test_ranges_share_what_stands_behind_the_last_year() -> None:
    for text, first, last in (
        ("252 - 66 million years ago", "-252000000", "-66000000"),
        ("510–27 BC", "-0509", "-0026"),
        ("-0043-03-15/-0042-10-23", "-0043-03-15", "-0042-10-23"),
        ("13.8 billion years ago - 2024", "-13800000000", "2024"),
        ("1 BC - AD 1", "0000", "0001"),
    ):
        start, end = read_range(text, "UTC")
        assert (start.civil, end and end.civil) == (first, last), text
    with pytest.raises(DateError):
        read_range("66 - 252 million years ago", "UTC")


def test_about_stays_about() -> None:
    for text in ("ca. 44 BC", "about 66 million years ago", "etwa vor 66 Millionen Jahren", "~-0043"):
        assert read_moment(text, "UTC").approximate, text


def test_a_bar_is_as_long_as_the_rounding() -> None:
    for text, years in (
        ("66 million years ago", 1e6),
        ("13.8 billion years ago", 1e8),
        ("1 billion years ago", 1e8),
        ("44 BC", 1),
        ("-66002019", 1),
    ):
        moment = read_moment(text, "UTC")
        assert round(((moment.latest or 0) - (moment.earliest or 0)) / YEAR) == years, text


@given(st.integers(10_000, 99_999_999_999))
def test_an_age_is_told_as_it_was_given(number: int) -> None:
    span = age_span(number)
    rounded = rounding_of(number)
    assert age_of(span.year, span.precision) == number or rounded < 10
    assert span.first <= days_of(span.year, 1, 1) <= span.last
    assert spoken_age(f"{number} years ago") == number


@given(st.integers(-999_999, 999_999))
def test_a_year_keeps_its_text(year: int) -> None:
    assert int(format_year(year)) == year
    day = days_of(year, 3, 15)
    assert read_moment(format_date(day), "UTC").earliest == day * DAY
    if 1 - year > 0:
        assert spoken_year(f"{1 - year} BC") == year


def test_iso_keeps_every_hand() -> None:
    for text in ("44 BC", "66 million years ago", "13.8 billion years ago", "AD 476", "+012000", "-0043-03-15"):
        moment = read_moment(text, "UTC")
        again = read_moment(iso(moment), "UTC")
        assert (again.civil, again.earliest, again.latest, again.precision) == (
            moment.civil,
            moment.earliest,
            moment.latest,
            moment.precision,
        )


def test_a_table_brings_deep_time_back() -> None:
    text = "+++ A +++\n@ 13.8 billion years ago - 2024\n\n+++ B +++\n@ 40,000 years ago\n\n+++ C +++\n@ -0043-03-15\n\n"
    text += "+++ D +++\n@ 11,700 years ago\n"
    story = timeline.load(text, date="2024-07-01", zone="UTC", language="en")
    again = timeline.load(to_frame(story), zone="UTC", language="en")
    told = [[tell(event.start, event.end, zone=None, language="en") for event in one.events] for one in (story, again)]
    assert told[0] == told[1] == ["13.8 billion years ago – 2024", "40,000 years ago", "11,700 years ago", "15 March 44 BC"]
    assert [event.earliest for event in story.events] == [event.earliest for event in again.events]


def test_a_hand_in_deep_time_bounds_no_neighbour() -> None:
    text = "+++ Das Ende +++\n@ vor 66 Millionen Jahren\n\n+++ Ein Satz ohne Datum +++\nNichts.\n"
    story = timeline.load(text, date="2024-07-01", zone="UTC", language="de")
    undated = [event for event in story.events if event.label == "Ein Satz ohne Datum"]
    assert [event.moment.civil for event in undated] == ["2024-07-01"]


def test_html_gets_no_date_that_it_does_not_know() -> None:
    assert machine_date(read_moment("1 BC", "UTC"), "UTC") is None
    assert machine_date(read_moment("44 BC", "UTC"), "UTC") is None
    assert machine_date(read_moment("66 million years ago", "UTC"), "UTC") is None
    assert machine_date(read_moment("-0043-03-15T12:00", "UTC"), "UTC") is None
    assert machine_date(read_moment("AD 476", "UTC"), "UTC") == "0476"


@pytest.mark.parametrize(
    ("first", "last", "language", "said"),
    [
        (-14_500_000_000, 3_000_000_000, "en", ["10 billion years ago", "5 billion years ago", "today"]),
        (
            -270_000_000,
            -60_000_000,
            "de",
            ["vor 250 Millionen Jahren", "vor 200 Millionen Jahren", "vor 150 Millionen Jahren", "vor 100 Millionen Jahren"],
        ),
        (
            -801,
            499,
            "en",
            [
                "800 BC",
                "700 BC",
                "600 BC",
                "500 BC",
                "400 BC",
                "300 BC",
                "200 BC",
                "100 BC",
                "AD 1",
                "AD 100",
                "AD 200",
                "AD 300",
                "AD 400",
            ],
        ),
        (10_999, 12_999, "en", [str(year) for year in range(11_000, 12_999, 200)]),
    ],
)
def test_ticks_of_a_figure(first: int, last: int, language: str, said: list[str]) -> None:
    found = ticks(days_of(first, 1, 1) * DAY, days_of(last, 1, 1) * DAY, zone="Europe/Berlin", language=language)
    assert [tick.text for tick in found] == said


def test_a_figure_of_everything_is_made_at_once() -> None:
    story = timeline.load(
        "+++ A +++\n@ 13.8 billion years ago - 2024\n\n+++ B +++\n@ 1969-07-21 02:56 - 05:11\n",
        date="2024-07-01",
        zone="UTC",
        language="en",
    )
    begin = time.perf_counter()
    drawn = figure(story)
    assert "billion years ago" in str(drawn.layout.xaxis.ticktext)
    assert drawn.to_json()
    assert time.perf_counter() - begin < 20


def test_the_present_is_that_of_radiocarbon() -> None:
    assert date_of(days_of(PRESENT, 1, 1)) == (1950, 1, 1)
    assert age_of(1950 - 40_000, "millennium") == 40_000
