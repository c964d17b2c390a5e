"""Calendars: each case against the table beside it, which somebody read; and what no case file can hold."""

import time
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import timeline
from timeline.assets import sample_folder
from timeline.model import Story
from timeline.moment import iso
from timeline.read.ical_rules import why_not
from timeline.read.ical_time import iana_of, read_duration, read_when

CASES = Path(__file__).parents[1] / "cases" / "ics"
NAMES = sorted(path.name for path in CASES.glob("*.ics"))


def told(story: Story) -> str:
    """A story as lines: what it is, its events in the order of the file, its entries' other fields, its problems."""
    lines = [f"{story.title} | {story.zone} | {story.language} | {story.records} records | {story.introduction}"]
    order = {entry.id: entry.position for entry in story.entries}
    for event in sorted(story.events, key=lambda event: order[event.entry]):
        when = f"{iso(event.start)}..{iso(event.end)}".removesuffix("..")
        beside = [f"replaces {event.replaces}" if event.replaces else "", f"lane {event.lane}" if event.lane else "", *event.tags]
        more = [str(event.importance) if event.importance != 0.5 else "", *beside]
        lines.append(
            f"{event.entry} | {event.id} | {event.label} | {when} | {event.moment.zone} | {event.status} | {' '.join(filter(None, more))}"
        )
    for entry in story.entries:
        for word in (repr(entry.body) if entry.body else "", entry.place, iso(entry.published), *entry.links, *entry.media):
            if word:
                lines.append(f"{entry.id} {entry.lines} has {word}")
    lines += [f"{one.severity} | {one.line} | {one.column} | {one.say()}" for one in story.problems]
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("name", NAMES)
def test_cases(name: str) -> None:
    golden = (CASES / name).with_suffix(".gold")
    found = told(timeline.load(CASES / name))
    if not golden.exists():
        golden.write_text(found, encoding="utf-8")
        pytest.fail(f"{golden.name} was missing: read it, then commit it")
    assert found == golden.read_text("utf-8")


def calendar(*lines: str) -> bytes:
    """A calendar of one event, with some lines of its own."""
    head = ["BEGIN:VCALENDAR", "VERSION:2.0", "BEGIN:VEVENT", "UID:one", "DTSTAMP:20260301T000000Z", "SUMMARY:One"]
    return "\r\n".join([*head, *lines, "END:VEVENT", "END:VCALENDAR", ""]).encode()


def starts(data: bytes, **options: str) -> list[str]:
    return [
        iso(event.start) for event in timeline.load(data, name="one.ics", since=options.get("since"), until=options.get("until")).events
    ]


def test_a_window_is_what_the_caller_says() -> None:
    weekly = calendar("DTSTART;VALUE=DATE:20260101", "RRULE:FREQ=WEEKLY")
    assert starts(weekly, since="2027-01-01", until="2027-01-15") == ["2027-01-07", "2027-01-14"]
    assert len(starts(weekly)) == 61  # a year after the calendar was written, which is later than a year after its start
    assert "repeats-on" in {one.code for one in timeline.load(weekly, since="2027-01-01", until="2027-01-15").problems}


def test_a_window_that_means_nothing_is_the_callers_mistake() -> None:
    with pytest.raises(timeline.OptionError, match="soon"):
        timeline.load(calendar("DTSTART;VALUE=DATE:20260101"), since="soon")


def test_at_most_a_thousand_times_and_the_others_are_counted() -> None:
    story = timeline.load(calendar("DTSTART:20260101T000000Z", "RRULE:FREQ=SECONDLY;COUNT=1500"))
    assert len(story.events) == 1_000
    left = next(one for one in story.problems if one.code == "repeats")
    assert (left.values["taken"], left.values["left"]) == ("1000", "500")


CLOCKS = f"BYHOUR={','.join(map(str, range(24)))};BYMINUTE={','.join(map(str, range(60)))};BYSECOND=0,30"


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=SECONDLY", "FREQ=SECONDLY;BYSECOND=61", "FREQ=MINUTELY;BYHOUR=25", "FREQ=HOURLY;INTERVAL=168;BYDAY=SU", "FREQ=", ";", "=",
        "FREQ=YEARLY;BYEASTER=1", "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "FREQ=DAILY;COUNT=999999999", "FREQ=DAILY;INTERVAL=999999",
        "FREQ=DAILY;UNTIL=99991231", f"FREQ=DAILY;{CLOCKS}", "FREQ=WEEKLY;BYDAY=" + "MO," * 500 + "MO", "FREQ=DAILY;COUNT=0",
        "FREQ=YEARLY;BYSETPOS=400", "RRULE:FREQ=DAILY",
    ],
)  # fmt: skip
def test_no_rule_takes_long(rule: str) -> None:
    begun = time.process_time()
    story = timeline.load(calendar("DTSTART:20260101T000000Z", f"RRULE:{rule}"))
    assert time.process_time() - begun < 3
    assert story.events
    assert {one.code for one in story.problems} & {"repeats", "repeats-on", "repeat-rule"}


def test_a_file_that_is_folded_within_a_character_and_one_in_latin_1() -> None:
    folded = calendar("DTSTART;VALUE=DATE:20260101", "LOCATION:Zürich").replace(
        "ü".encode(), "ü".encode()[:1] + b"\r\n " + "ü".encode()[1:]
    )
    for data in (folded, calendar("DTSTART;VALUE=DATE:20260101", "LOCATION:Zürich").decode().encode("latin-1")):
        place = timeline.load(data, name="one.ics").entries[0].place
        assert place
        assert place.name == "Zürich"


def test_without_a_stamp_nothing_has_happened() -> None:
    story = timeline.load(calendar("DTSTART;VALUE=DATE:20200101").replace(b"DTSTAMP:20260301T000000Z\r\n", b""))
    assert [event.status for event in story.events] == ["planned"]
    assert [one.code for one in story.problems] == ["calendar-no-stamp"]


def test_a_calendar_without_events_is_refused() -> None:
    with pytest.raises(timeline.SourceError, match="no event"):
        timeline.load(b"BEGIN:VCALENDAR\nVERSION:2.0\nEND:VCALENDAR\n", name="none.ics")


def test_one_file_knows_nothing_of_the_zones_of_another() -> None:
    standard = "BEGIN:STANDARD\nDTSTART:20000101T000000\nTZOFFSETFROM:+0300\nTZOFFSETTO:+0300\nEND:STANDARD\n"
    zone = f"BEGIN:VTIMEZONE\nTZID:Mine\n{standard}END:VTIMEZONE\n"
    event = calendar("DTSTART;TZID=Mine:20260101T100000").decode().replace("\r\n", "\n")
    with_zone = event.replace("BEGIN:VEVENT", f"{zone}BEGIN:VEVENT")
    assert starts(with_zone.encode()) == ["2026-01-01T10:00+03:00"]
    assert [one.code for one in timeline.load(event, format="ics").problems] == ["unknown-zone"]


def test_a_length_of_days_keeps_the_clock_and_one_of_hours_does_not() -> None:
    begin = "DTSTART;TZID=Europe/Berlin:20260328T120000"
    for length, end in (("P1D", "2026-03-29T12:00+02:00"), ("PT24H", "2026-03-29T13:00+02:00")):
        assert iso(timeline.load(calendar(begin, f"DURATION:{length}")).events[0].end) == end


@pytest.mark.parametrize(
    "text", ["", "2026", "20260229", "20261301", "20260101T24", "20260101T250000Z", "00000101", "x" * 100_000, " " * 100_000 + "-"]
)
def test_what_is_no_date_stays_words(text: str) -> None:
    assert read_when(text).wall is None
    assert len(read_when(text).iso) <= 120


def test_lengths_zones_and_rules() -> None:
    assert read_duration("P") is read_duration("PT") is read_duration("") is None
    assert [iana_of(name) for name in ("", "/", "Europe", "../../etc/passwd", "\0", "x" * 5_000, "Tokyo Standard Time")] == [
        *[""] * 6,
        "Asia/Tokyo",
    ]
    assert why_not("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", datetime(2025, 1, 31)) == ""
    assert why_not("FREQ=DAILY;INTERVAL=7;BYDAY=MO", datetime(2026, 1, 6)) == "never"  # it begins on a Tuesday
    assert why_not("FREQ=DAILY;INTERVAL=7;BYDAY=MO", datetime(2026, 1, 5)) == ""


PARTS = (
    "FREQ=DAILY", "FREQ=WEEKLY", "FREQ=HOURLY", "COUNT=5", "INTERVAL=3", "BYDAY=MO,-1FR", "BYMONTH=2", "BYMONTHDAY=-1", "UNTIL=20270101",
    "UNTIL=20270101T000000Z", "BYSETPOS=-1", "BYWEEKNO=53", "WKST=SU",
)  # fmt: skip
BEGINS = (
    "DTSTART;VALUE=DATE:20260228",
    "DTSTART:20260329T013000Z",
    "DTSTART;TZID=Europe/Berlin:20260329T023000",
    "DTSTART:20260101T120000",
)


@settings(max_examples=60)
@given(st.lists(st.sampled_from(PARTS), max_size=5), st.sampled_from(BEGINS))
def test_any_rule_gives_its_first_time_at_least(parts: list[str], begin: str) -> None:
    story = timeline.load(calendar(begin, f"RRULE:{';'.join(parts)}"))
    assert story.events
    assert len(story.events) <= 1_001
    assert [one for one in story.problems if one.severity == "error"] == []


def test_the_sample_says_what_was_moved_and_what_is_a_plan_still() -> None:
    story = timeline.load(sample_folder() / "lock-season-2026.en.ics")
    assert {one.severity for one in story.problems} == {"note"}
    assert len(story.entries) == story.records == 8
    states = [event.status for event in story.events]
    assert (states.count("superseded"), states.count("cancelled"), states.count("planned")) == (1, 1, 5)
    moved = next(event for event in story.events if event.replaces)
    assert (iso(moved.start), moved.status) == ("2026-05-15T14:00+02:00", "happened")
