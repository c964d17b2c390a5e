"""English dates and clocks by families: both ends of ranges, open ranges, numbers of every size, zones other than UTC, and what is none."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.clock import DAY, HOUR, MINUTE, days_of, format_date, instant_of, wall_at
from timeline.date.language import LANGUAGES
from timeline.date.resolve import Frame
from timeline.date.timex import Timex, find_moments, find_timexes
from timeline.moment import day_of, iso

ENGLISH = LANGUAGES["en"]
THURSDAY = "2019-02-28"
AUCKLAND = "Pacific/Auckland"


def found(text: str, *, seen_from: str = THURSDAY, zone: str = AUCKLAND) -> list[Timex]:
    day = day_of(seen_from)
    return find_moments(text, Frame(day, day, zone, zone, ENGLISH))


def ends(one: Timex) -> tuple[str, str]:
    """The first and the last day, or the first and the last clock."""
    assert one.moment is not None
    if one.end_moment is not None:
        return iso(one.moment), iso(one.end_moment)
    if one.moment.civil is None:
        return iso(one.moment), ""
    first, last = (wall_at(edge or 0, one.moment.zone or "UTC") // DAY for edge in (one.moment.earliest, one.moment.latest))
    return format_date(first), format_date(last - 1)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Open from 10 am for 3 hours 30 minutes.", "2019-02-28T10:00+13:00", "2019-02-28T13:30+13:00"),
        ("Open for 2 hours from 2pm.", "2019-02-28T14:00+13:00", "2019-02-28T16:00+13:00"),
        ("Open for 2.5 hours from 9.", "2019-02-28T09:00+13:00", "2019-02-28T11:30+13:00"),
        ("Open tomorrow at 11 pm for 90 minutes.", "2019-03-01T23:00+13:00", "2019-03-02T00:30+13:00"),
        ("Open Monday 11-4.", "2019-03-04T11:00+13:00", "2019-03-04T16:00+13:00"),
        ("Open between 3 and 8 yesterday.", "2019-02-27T03:00+13:00", "2019-02-27T08:00+13:00"),
        ("Open last night between 8 and 10.", "2019-02-27T20:00+13:00", "2019-02-27T22:00+13:00"),
        ("Open between 0730-0930.", "2019-02-28T07:30+13:00", "2019-02-28T09:30+13:00"),
        ("Open from one fifteen to three thirty.", "2019-02-28T01:15+13:00", "2019-02-28T03:30+13:00"),
        ("Open 6/4 between 9.30-4.30pm GMT.", "2019-06-04T09:30+00:00", "2019-06-04T16:30+00:00"),
        ("Open March 5-7.", "2019-03-05", "2019-03-07"),
        ("Open from this May to Oct 2020.", "2019-05", "2020-10"),
        ("Open from 28 December to 3 January 2019.", "2018-12-28", "2019-01-03"),
        ("Open from 28 December 2018 to 3 January.", "2018-12-28", "2019-01-03"),
        ("Open from the 27th to the 3rd of April.", "2019-03-27", "2019-04-03"),
        ("Open from Friday to Monday.", "2019-03-01", "2019-03-04"),
        ("Open between now and 15 March.", "2019-02-28", "2019-03-15"),
        ("Open the rest of the week.", "2019-02-28", "2019-03-03"),
        ("Open for the second half of 2019.", "2019-07-01", "2019-12-31"),
        ("Open for the first half of March.", "2019-03-01", "2019-03-15"),
        ("Open for the next two days.", "2019-03-01", "2019-03-02"),
        ("Open for the last two weeks.", "2019-02-14", "2019-02-27"),
        ("Open for the last 2 quarters.", "2018-07-01", "2018-12-31"),
        ("Open for the coming quarter and the next two quarters.", "2019-04-01", "2019-06-30"),
        ("Open for the next fortnight.", "2019-03-01", "2019-03-14"),
        ("Open on Memorial Day weekend.", "2019-05-25", "2019-05-27"),
        ("Open on Halloween weekend 2021.", "2021-10-30", "2021-10-31"),
        ("Open in the week of Easter 2019.", "2019-04-15", "2019-04-21"),
    ],
)
def test_where_it_begins_and_ends(text: str, first: str, last: str) -> None:
    assert ends(found(text)[0]) == (first, last)


@pytest.mark.parametrize(
    ("text", "mod"),
    [
        ("It closed after 2018.", "AFTER"),
        ("It closed later than May 2018.", "AFTER"),
        ("It is open since late July.", "ON_OR_AFTER"),
        ("It opens as early as 7 am.", "ON_OR_AFTER"),
        ("It holds for 2012 or later.", "ON_OR_AFTER"),
        ("It closed before 2018.", "BEFORE"),
        ("It closes tomorrow before 5pm.", "BEFORE"),
        ("It closes tomorrow after 5pm.", "AFTER"),
        ("It closes by Friday.", "ON_OR_BEFORE"),
        ("It closes no later than 1 March.", "ON_OR_BEFORE"),
        ("It closes as late as 7:00 am.", "ON_OR_BEFORE"),
        ("It closes in mid-November.", "MID"),
        ("It closes in early May.", "START"),
        ("It closes around 5 pm.", "APPROX"),
        ("It closes on Friday.", None),
        ("It closed two weeks before Christmas.", None),
        ("It is open from Friday to Monday.", None),
        ("The morning after, Friday was quiet.", None),
    ],
)
def test_one_side_left_open(text: str, mod: str | None) -> None:
    assert found(text)[0].mod == mod


@pytest.mark.parametrize(
    "text",
    [
        "At the end of the day it is about trust.",
        "He is player of the month and man of the year.",
        "The share closed at 6.45 on the exchange.",
        "The ratio is 11/20, the odds are 6/4.",
        "They scored 6-4, then 5-7 and 11-4.",
        "The squad did EOD work from 6 to 8 metres down.",
        "She is 5-7 and he is between 3 and 8 years older.",
        "In case 12/2015 and no. 11-2016 he was heard.",
        "They met at dinner with the twins.",
        "Two march and five may dance.",
        "One night stands, morning dew and evening wear.",
        "Jan said so, Mon Repos is a villa, and the Sun (Sun) shines.",
    ],
)
def test_none_of_these_is_a_time(text: str) -> None:
    assert [one.text for one in found(text) if one.kind in ("date", "time")] == []


@pytest.mark.parametrize("text", ["Arden won Monday 6-4.", "The judges ruled Monday 5-4.", "The toll rose Monday from 8 to 9."])
def test_a_result_beside_a_day_is_no_clock(text: str) -> None:
    assert [(one.text, one.moment and one.moment.precision) for one in found(text)] == [("Monday", "day")]


def test_what_a_loose_reading_took_the_place_of_is_found_without_it() -> None:
    assert [one.text for one in found("It is May 5 - 10:30 they sing, at 8:30-10 they rest.")] == ["May 5", "10:30", "8:30"]


def test_parts_are_found_without_loose_readings() -> None:
    day = day_of(THURSDAY)
    parts = find_timexes("Open Monday 11-4, closed 6/4.", Frame(day, day, "UTC", "UTC", ENGLISH))
    assert [one.text for one in parts] == ["Monday"]


@pytest.mark.parametrize(
    ("seen_from", "day"),
    [("2019-02-25", "2019-03-08"), ("2019-02-28", "2019-03-08"), ("2019-03-02", "2019-03-08"), ("2019-03-03", "2019-03-08")],
)
def test_next_friday_is_that_of_next_week(seen_from: str, day: str) -> None:
    assert [one.value for one in found("They meet next Friday.", seen_from=seen_from)] == [day]


@pytest.mark.parametrize(
    ("order", "days"), [("13/04/2021 or 4/5/2021", ["2021-04-13", "2021-05-04"]), ("4/5/2021 or 04/18/2021", ["2021-04-05", "2021-04-18"])]
)
def test_one_date_tells_the_order_of_the_others(order: str, days: list[str]) -> None:
    assert [one.value for one in found(order)] == days


@pytest.mark.parametrize("words", ["nineteen eighty-six", "nineteen eighty six"])
def test_spoken_years(words: str) -> None:
    assert [one.value for one in found(f"She was born in May {words}.")] == ["1986-05"]
    assert [one.value for one in found(f"She was born on twenty five January {words}.")] == ["1986-01-25"]


@given(number=st.integers(1, 400), after=st.booleans(), day=st.dates(dt.date(1990, 1, 1), dt.date(2060, 12, 31)))
def test_days_counted_from_a_date(number: int, after: bool, day: dt.date) -> None:
    text = f"{number} days {'after' if after else 'before'} {day:%B} {day.day}, {day.year}"
    assert [one.value for one in found(text)] == [str(day + dt.timedelta(days=number if after else -number))]


@given(number=st.integers(1, 60), seen=st.dates(dt.date(2000, 1, 1), dt.date(2040, 12, 31)))
def test_business_days_leave_weekends_out(number: int, seen: dt.date) -> None:
    days = [seen + dt.timedelta(days=n) for n in range(1, 200)]
    last = [day for day in days if day.weekday() < 5][number - 1]
    (one,) = found(f"in {number} business days", seen_from=str(seen), zone="UTC")
    assert one.moment is not None
    assert one.moment.civil == str(last)


@given(
    first=st.integers(1, 27),
    longer=st.integers(1, 20),
    mark=st.sampled_from(["-", " - ", " to ", " through "]),
    year=st.integers(1950, 2049),
)
def test_days_of_one_month(first: int, longer: int, mark: str, year: int) -> None:
    last = min(first + longer, 28)
    (one,) = found(f"They sing May {first}{mark}{last}, {year}.")
    assert ends(one) == (f"{year}-05-{first:02d}", f"{year}-05-{last:02d}")


@given(hour=st.integers(1, 11), minutes=st.integers(1, 300), zone=st.sampled_from(["UTC", AUCKLAND, "Asia/Kathmandu", "America/St_Johns"]))
def test_a_clock_and_a_length(hour: int, minutes: int, zone: str) -> None:
    (one,) = found(f"It runs from {hour} am for {minutes} minutes.", zone=zone)
    assert one.moment is not None
    assert one.end_moment is not None
    assert one.moment.instant == instant_of(day_of(THURSDAY) * DAY + hour * HOUR, zone)
    assert one.end_moment.instant == (one.moment.instant or 0) + minutes * MINUTE


@given(number=st.integers(1, 4), weekday=st.integers(0, 6), month=st.integers(1, 12), year=st.integers(1970, 2049))
def test_the_nth_weekday_of_a_month(number: int, weekday: int, month: int, year: int) -> None:
    first = dt.date(year, month, 1)
    day = first + dt.timedelta(days=(weekday - first.weekday()) % 7 + 7 * (number - 1))
    nth = ("first", "second", "third", "fourth")[number - 1]
    assert [one.value for one in found(f"They met the {nth} {day:%A} of {day:%B} {year}.")] == [str(day)]


@given(first=st.integers(1, 12), last=st.integers(1, 12))
def test_bare_hours_beside_a_day_and_alone(first: int, last: int) -> None:
    alone = [one for one in found(f"They sat {first}-{last} in a row.") if one.kind == "time"]
    (beside,) = found(f"They sit Friday {first}-{last}.")
    assert alone == []
    assert beside.moment is not None
    assert beside.end_moment is not None
    assert (beside.end_moment.instant or 0) - (beside.moment.instant or 0) in range(0, DAY + 1, HOUR)


@given(year=st.integers(1970, 2049), month=st.integers(1, 12), day=st.integers(13, 28))
def test_both_orders_of_a_date_in_numbers(year: int, month: int, day: int) -> None:
    value = f"{year}-{month:02d}-{day:02d}"
    assert day_of(value) == days_of(year, month, day)
    for text in (
        f"{day}/{month:02d}/{year}",
        f"{month}/{day}/{year}",
        f"{month}-{day}-{year}",
        f"{day:02d}-{month:02d}-{year}",
        f"{month}.{day}.{year}",
    ):
        assert [one.value for one in found(f"It was {text}.")] == [value]
