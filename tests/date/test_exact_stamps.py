"""Stamps that machines write, with date, clock and offset: each is exact by itself, whatever stands around it."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

import timeline
from timeline.clock import format_instant, format_offset
from timeline.date import date_source
from timeline.date.printed import read_stamp
from timeline.model import Entry, Settings, Source
from timeline.moment import iso


def story(*stamps: str, bodies: tuple[str, ...] = (), language: str | None = "en", zone: str | None = None) -> timeline.Story:
    texts = itertools.chain(bodies, itertools.repeat("Nothing to add."))
    entries = tuple(
        Entry(f"e{number}", f"Post {number}", body, number, (number, number), stamp=stamp)
        for number, (stamp, body) in enumerate(zip(stamps, texts, strict=False), start=1)
    )
    return date_source(Source("x", "", entries, Settings(language=language, zone=zone)))


def published(found: timeline.Story) -> list[str]:
    return [iso(entry.published) for entry in found.entries]


@pytest.mark.parametrize(
    ("stamp", "instant"),
    [
        ("2019-02-28T13:25:00+07:00", "2019-02-28T06:25Z"),
        ("2019-02-28T13:25+07", "2019-02-28T06:25Z"),
        ("2019-02-28T13:25:07.250+0700", "2019-02-28T06:25:07Z"),
        ("2019-02-28 06:25:00Z", "2019-02-28T06:25Z"),
        ("2019-02-28T24:00:00Z", "2019-03-01T00:00Z"),
        ("2016-12-31T23:59:60Z", "2016-12-31T23:59:59Z"),
        ("0000-01-01T00:00:00Z", "0000-01-01T00:00Z"),
        ("2019-02-27T23:55:00-09:30", "2019-02-28T09:25Z"),
    ],
)
def test_every_notation_is_exact(stamp: str, instant: str) -> None:
    found = read_stamp(stamp)
    assert found
    assert found.instant is not None
    assert format_instant(found.instant) == instant


@pytest.mark.parametrize(
    "stamp",
    ["2019-02-28T13:25+518:00", "2019-02-28T13:25+15:00", "2019-02-28T25:00:00Z", "2019-02-28T13:61:00Z", "2019-02-28T13:25+07:75"],
)
def test_what_is_no_clock_or_offset_is_a_problem_and_no_guess(stamp: str) -> None:
    found = story("2019-02-28T14:00:00Z", stamp, "2019-02-28T12:00:00Z")
    assert [problem.words for problem in found.problems if problem.code == "stamp"] == [stamp]
    assert published(found)[1] == ""
    assert {event.entry for event in found.events} == {"e1", "e2", "e3"}


def test_a_day_that_is_none_is_a_problem() -> None:
    found = story("2019-02-28T14:00:00Z", "2019-02-31T13:00:00Z")
    assert [problem.code for problem in found.problems] == ["no-such-day"]


STAMPS = (
    "2024-10-27T02:30:00+02:00", "2024-10-27T02:30:00+01:00", "2024-10-26T23:55:00-11:00", "2024-11-03T00:05:00+14:00",
    "2023-12-31T23:59:59Z", "2024-01-01T05:29:00+05:30",
)  # fmt: skip


@pytest.mark.parametrize("order", [STAMPS, STAMPS[::-1], (STAMPS[3], *STAMPS[:3], *STAMPS[4:])], ids=["mixed", "back", "pinned"])
def test_several_days_and_offsets_in_any_order(order: tuple[str, ...]) -> None:
    found = story(*order)
    expected = [read_stamp(stamp) for stamp in order]
    assert [entry.published and entry.published.earliest for entry in found.entries] == [one and one.instant for one in expected]
    assert [entry.id for entry in found.entries] == [f"e{number}" for number in range(1, len(order) + 1)]
    assert not found.problems


@given(st.lists(st.tuples(st.integers(0, 4_000_000), st.integers(-56, 56)), min_size=1, max_size=12))
def test_any_instants_with_any_offsets(posts: list[tuple[int, int]]) -> None:
    instants = [minutes * 60_000 + 1_500_000_000_000 // 60_000 * 60_000 for minutes, _ in posts]
    stamps = [format_instant(at, format_offset(quarters * 900_000)) for at, (_, quarters) in zip(instants, posts, strict=True)]
    found = story(*stamps)
    assert [entry.published and entry.published.earliest for entry in found.entries] == instants


def test_words_count_from_the_stamp_of_their_own_entry() -> None:
    bodies = ("The gate opened yesterday at 9 p.m.", "The crane fell at 10:15 a.m.")
    found = story("2024-05-02T08:00:00+02:00", "2024-04-12T11:00:00+02:00", bodies=bodies)
    starts = {event.entry: iso(event.start) for event in found.events if event.start and event.start.basis == "stated"}
    assert starts == {"e1": "2024-05-01T21:00+02:00", "e2": "2024-04-12T10:15+02:00"}


@pytest.mark.parametrize(
    ("stamps", "language", "zone", "code"),
    [
        (("2024-07-01T10:00+07:00", "2024-07-01T09:00+07:00"), "en", "+07:00", "zone-written"),
        (("2024-07-01T10:00+02:00", "2024-01-01T10:00+01:00"), "de", "Europe/Berlin", "zone-written"),
        (("2024-07-01T10:00+03:00", "2024-07-01T09:00+03:00"), "de", "+03:00", "zone-written"),
        (("2024-07-01T10:00Z", "2024-07-01T09:00+00:00"), "de", "Europe/Berlin", "zone-desk"),
        (("2024-07-01T10:00Z", "2024-07-01T09:00Z"), "en", "UTC", "zone-none"),
    ],
)
def test_the_zone_of_the_story_is_that_of_all_offsets(stamps: tuple[str, ...], language: str, zone: str, code: str) -> None:
    found = story(*stamps, language=language)
    assert found.zone == zone
    assert code in [assumption.code for assumption in found.assumptions]


def test_a_zone_that_is_given_wins() -> None:
    found = story("2024-07-01T10:00+07:00", zone="Asia/Tokyo", bodies=("It began at 9 a.m.",))
    assert found.zone == "Asia/Tokyo"
    assert published(found) == ["2024-07-01T10:00+07:00"]


def test_a_ticker_may_carry_them_on_its_lines() -> None:
    newer, older = "2024-07-01T10:00:00+02:00 Bridge open\nFirst cars cross.\n", "2024-07-01T09:00:00+02:00 Bridge built\nA ribbon hangs.\n"
    found = timeline.load(f"{newer}\n{older}")
    assert [(entry.headline, iso(entry.published)) for entry in found.entries] == [
        ("Bridge open", "2024-07-01T10:00+02:00"),
        ("Bridge built", "2024-07-01T09:00+02:00"),
    ]


@pytest.mark.parametrize(
    ("stamps", "zone"),
    [
        (("2024-05-21T18:40:00+05:45", "2024-05-19T02:00:00Z"), "+05:45"),
        (("2024-03-11T08:30:00-05:00", "2024-03-09T21:00:00-06:00"), "America/Chicago"),
    ],
)
def test_other_offsets_tell_beside_utc_and_across_a_change_of_the_clocks(stamps: tuple[str, ...], zone: str) -> None:
    assert story(*stamps).zone == zone
