"""A calendar that other programs take, and that this one reads back."""

import re
from dataclasses import fields, replace
from typing import Any

import icalendar
import pytest

import timeline
from tests.draw.stories import STORY
from timeline.assets import sample_folder
from timeline.clock import DAY, date_of
from timeline.export.formats import find_writer, written
from timeline.export.ical import LOSES, export_ical, uid_of
from timeline.model import Entry, Event, Media, Moment, Place, Story
from timeline.moment import read_moment

SAMPLES = sorted(path.name for path in sample_folder().glob("*.*") if path.suffix in (".txt", ".md") and path.name != "README.md")


def story_of(*events: Event, **entry: Any) -> Story:
    """A story of one entry."""
    first = replace(Entry("e1", "Headline", "", 1), **entry)
    return Story("A story", "en", "Europe/Berlin", (first,), events)


def event_of(start: str, end: str = "", **more: Any) -> Event:
    first = read_moment(start, "Europe/Berlin") if start else None
    last = read_moment(end, "Europe/Berlin") if end else None
    return replace(Event("e1-1", "e1", "Label", first, last), **more)


def again(story: Story) -> Story:
    return timeline.load(export_ical(story), name="again.ics")


def _year(event: timeline.Event) -> int:
    earliest = event.earliest if event.earliest is not None else event.latest
    return date_of((earliest or 0) // DAY)[0]


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_comes_back(name: str) -> None:
    story = timeline.load(sample_folder() / name)
    back = again(story)
    left_out = int((re.search(rb"X-TICKER-LEFT-OUT:(\d+)", export_ical(story)) or [b"", b"0"])[1])
    assert left_out == sum(not 1 <= _year(event) <= 9999 for event in story.events)
    assert (back.title, back.introduction, back.zone) == (story.title, story.introduction, story.zone)
    assert len(back.events) == len(story.events) - left_out
    assert [problem for problem in back.problems if problem.severity == "error"] == []
    of = {uid_of(event, story): event for event in story.events}
    for event in back.events:
        before = of[event.id]
        assert (event.label, event.status, event.lane, event.tags) == (before.label, before.status, before.lane, before.tags)
        assert event.importance == pytest.approx(before.importance, abs=0.07)
        assert (of[event.replaces].id if event.replaces else None) == before.replaces
        if (
            before.start
            and not before.start.approximate
            and before.start.precision in ("minute", "day", "month")
            and before.start.basis != "order"
        ):
            assert event.start
            assert event.start.earliest is not None
            assert event.start.civil == before.start.civil
            assert event.start.instant == before.start.instant


@pytest.mark.parametrize("name", SAMPLES)
def test_it_is_a_calendar_to_the_letter(name: str) -> None:
    """RFC 5545: lines of at most 75 bytes that end in CRLF; what every event has to have; an end behind its start, and of its kind."""
    data = export_ical(timeline.load(sample_folder() / name))
    assert data.endswith(b"\r\n")
    lines = data.split(b"\r\n")
    assert not any(b"\n" in line or b"\r" in line or len(line) > 75 for line in lines)
    calendar = icalendar.Calendar.from_ical(data)
    assert calendar["VERSION"] == "2.0"
    assert calendar["PRODID"]
    uids = [str(event["UID"]) for event in calendar.events]
    assert len(uids) == len(set(uids))
    for event in calendar.events:
        assert event.DTSTAMP is not None
        assert event.DTSTAMP.utcoffset() is not None
        if "DTEND" in event:
            start, end = event.DTSTART, event.DTEND
            assert start is not None
            assert end is not None
            assert type(start) is type(end)
            assert str(end) > str(start)
        assert event["STATUS"] in ("CONFIRMED", "TENTATIVE", "CANCELLED")


def test_the_same_story_is_the_same_file() -> None:
    assert export_ical(STORY) == export_ical(STORY)


def test_a_civil_date_is_a_day_that_ends_with_the_next() -> None:
    text = export_ical(story_of(event_of("2026-03-01", "2026-03-03"))).decode()
    assert "DTSTART;VALUE=DATE:20260301\r\n" in text
    assert "DTEND;VALUE=DATE:20260304\r\n" in text


def test_an_instant_is_utc() -> None:
    assert "DTSTART:20260301T090000Z\r\n" in export_ical(story_of(event_of("2026-03-01 10:00"))).decode()


@pytest.mark.parametrize(
    ("start", "end"), [("2026-03", ""), ("2026", ""), ("2026-03", "2026-05"), ("", "2026-03-01"), ("2026-03-01 10:00", "")]
)
def test_what_a_calendar_cannot_say_comes_back_from_beside_it(start: str, end: str) -> None:
    back = again(story_of(event_of(start, end))).events[0]
    before = event_of(start, end)
    moments = [(one.earliest, one.latest, one.precision) if one else None for one in (back.start, back.end, before.start, before.end)]
    assert moments[:2] == moments[2:]


def test_doubt_is_told_in_words() -> None:
    about = Moment(1772352000000, 1772355600000, "hour", "Europe/Berlin", approximate=True, named=1772353800000)
    text = str(icalendar.Calendar.from_ical(export_ical(story_of(replace(event_of("2026"), start=about)))).events[0]["DESCRIPTION"])
    assert text.startswith("about Sunday, 1 March 2026, 09:30")


def test_what_nothing_bounds_and_what_no_calendar_holds_is_counted() -> None:
    ancient = replace(event_of("2026"), start=read_moment("-012000-01-01", "UTC"))
    unknown = replace(event_of("2026"), start=Moment(None, None, "day", None, basis="order"))
    text = export_ical(story_of(ancient, replace(unknown, id="e1-2"), replace(event_of("2026-03-01"), id="e1-3"))).decode()
    assert "X-TICKER-LEFT-OUT:2\r\n" in text
    assert text.count("BEGIN:VEVENT") == 1


def test_words_stay_words() -> None:
    odd = "a,b;c\\n\\,d\r\nBEGIN:VEVENT\nSUMMARY:no\x00\x1b" + "\u2028" + "é🚂" * 60
    story = story_of(event_of("2026-03-01", label=odd, tags=("x,y", "z;")), body=odd)
    data = export_ical(story)
    calendar = icalendar.Calendar.from_ical(data)
    assert len(calendar.events) == 1
    assert "SUMMARY:no" in str(calendar.events[0]["DESCRIPTION"])
    assert again(story).events[0].tags == ("x,y", "z;")
    assert re.search(rb"[\x00\x1b]", data) is None


def test_place_links_and_pictures() -> None:
    entry = {
        "place": Place("Pier, 2", 54.3, -10.1),
        "links": ("https://a.example/x", "javascript:alert(1)", "https://b.example/"),
        "media": (Media("image", "https://a.example/p.png"), Media("quotation", text="No.", address="https://c.example/")),
    }
    back = again(story_of(event_of("2026-03-01"), **entry)).entries[0]
    assert back.place == entry["place"]
    assert back.links == ("https://a.example/x",)
    assert [(one.kind, one.address) for one in back.media] == [
        ("link", "https://b.example/"),
        ("image", "https://a.example/p.png"),
        ("link", "https://c.example/"),
    ]
    assert "“No.” – https://c.example/" in back.body


def test_its_writer_says_what_it_loses() -> None:
    writer = find_writer(".ics")
    assert writer.loses == LOSES
    for name in LOSES:
        kind, field = name.split(".")[:2]
        kinds: dict[str, Any] = {"Event": Event, "Entry": Entry, "Story": Story}
        assert field in {one.name for one in fields(kinds[kind])}
    assert written(STORY, writer) == export_ical(STORY)
