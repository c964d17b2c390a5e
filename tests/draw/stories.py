"""A story made by hand: every kind of mark, a script in a headline, an entry with three events and one with none."""

from __future__ import annotations

from datetime import datetime

from timeline.arrange import arrange
from timeline.arrange.scene import Scene
from timeline.clock import DAY, MINUTE, days_of, instant_of
from timeline.model import Assumption, Basis, Entry, Event, Evidence, Moment, Precision, Problem, Story

HANOI = "Asia/Ho_Chi_Minh"
LANES = ("talks", "city")


def clock(text: str, *, zone: str = HANOI, basis: Basis = "stated", approximate: bool = False) -> Moment:
    """A clock to the minute, from an ISO text with its offset."""
    instant = int(datetime.fromisoformat(text).timestamp() * 1000)
    return Moment(instant, instant + MINUTE, "minute", zone, basis=basis, approximate=approximate)


def date(civil: str, precision: Precision = "day", *, zone: str = HANOI, basis: Basis = "stated", days: int = 1) -> Moment:
    """A civil date with its bounds in `zone`; `days` is its length."""
    year, month, day = (int(part) for part in (civil + "-01-01")[:10].split("-"))
    first = days_of(year, month, day)
    return Moment(instant_of(first * DAY, zone), instant_of((first + days) * DAY, zone), precision, zone, civil, basis=basis)


def between(civil: str, earliest: str | None, latest: str | None) -> Moment:
    """A day that only the order of the ticker gives, with bounds narrower than the day."""
    whole = date(civil, basis="order")
    first = int(datetime.fromisoformat(earliest).timestamp() * 1000) if earliest else whole.earliest
    last = int(datetime.fromisoformat(latest).timestamp() * 1000) if latest else whole.latest
    return Moment(first, last, "day", HANOI, civil, basis="order")


def words_of(entry: Entry, text: str) -> tuple[Evidence, ...]:
    """Evidence for the first place where `text` stands in the entry."""
    for part, whole in (("headline", entry.headline), ("body", entry.body)):
        if text in whole:
            start = whole.index(text)
            return (Evidence(text, "headline" if part == "headline" else "body", start, start + len(text), "test"),)
    raise AssertionError(text)


ENTRIES = (
    Entry(
        "e1",
        "Both columns leave the hotel, the lunch is off",
        "At 13.25 local time both columns drove off. The lunch planned for noon did not take place.\n\n"
        "The press conference was moved forward by two hours to 14.00.",
        1,
        (3, 5),
        links=("https://example.org/lunch", "javascript:alert(1)"),
    ),
    Entry("e2", "<script>alert(1)</script> stays text", "A headline may hold <b>anything</b> & more.", 2, (7, 9)),
    Entry("e3", "Traffic stands still all morning", "On Thursday morning nothing moved in the old quarter. He stays until the weekend.", 3),
    Entry("e4", "Dinner ends twelve minutes late", "At 20.47 on Wednesday evening the guests left, twelve minutes later than planned.", 4),
    Entry("e5", "A long handshake before the flags", "The two greet each other for the second time.", 5),
    Entry("e6", "The first meeting begins", "Planned from 18.30 to 18.50.", 6),
    Entry("e7", "An airline signs for a hundred aircraft", "The contract was signed on the margins of the visit.", 7),
    Entry("e8", "Special stamps sell out within the hour", "Collectors queued from 26 February on.", 8),
    Entry("e9", "Read more on another page", "Read more there.", 9, pointer=True),
    Entry("e10", "A look back: the first summit", "They met in June 2018, and exchanged letters since September 2017.", 10),
)

EVENTS = (
    Event("e10.2", "e10", "Letters begin", date("2017-09", "month", days=30)),
    Event("e10.1", "e10", "First summit", date("2018-06", "month", days=30), evidence=words_of(ENTRIES[9], "in June 2018"), importance=0.8),
    Event("e8.1", "e8", "Special stamps", date("2019-02-26"), lane="city", evidence=words_of(ENTRIES[7], "26 February")),
    Event("e7.1", "e7", "Contract for a hundred aircraft", between("2019-02-27", None, "2019-02-27T18:30+07:00"), lane="city"),
    Event(
        "e6.1",
        "e6",
        "Talk in private",
        clock("2019-02-27T18:30+07:00"),
        clock("2019-02-27T18:50+07:00", basis="derived"),
        status="planned",
        lane="talks",
        evidence=words_of(ENTRIES[5], "from 18.30 to 18.50"),
        importance=0.9,
    ),
    Event(
        "e5.1", "e5", "Handshake", between("2019-02-27", "2019-02-27T18:30+07:00", "2019-02-27T20:47+07:00"), lane="talks", importance=0.9
    ),
    Event("e4.2", "e4", "Dinner end as planned", clock("2019-02-27T20:35+07:00", basis="derived"), status="superseded", lane="talks"),
    Event(
        "e4.1",
        "e4",
        "Dinner ends",
        clock("2019-02-27T20:47+07:00"),
        replaces="e4.2",
        lane="talks",
        evidence=(*words_of(ENTRIES[3], "20.47 on Wednesday evening"), *words_of(ENTRIES[3], "twelve minutes later than planned")),
        importance=0.8,
    ),
    Event(
        "e3.1", "e3", "Traffic stands still", date("2019-02-28", "forenoon"), lane="city", evidence=words_of(ENTRIES[2], "Thursday morning")
    ),
    Event(
        "e1.2", "e1", "Working lunch", date("2019-02-28", "noon"), status="cancelled", lane="talks", evidence=words_of(ENTRIES[0], "noon")
    ),
    Event(
        "e1.1",
        "e1",
        "Both columns leave",
        clock("2019-02-28T13:25+07:00"),
        lane="talks",
        evidence=words_of(ENTRIES[0], "13.25 local time"),
        importance=1.0,
    ),
    Event(
        "e1.4",
        "e1",
        "Press conference as first planned",
        clock("2019-02-28T16:00+07:00", basis="derived"),
        status="superseded",
        lane="talks",
    ),
    Event(
        "e1.3",
        "e1",
        "Press conference",
        clock("2019-02-28T14:00+07:00"),
        status="planned",
        replaces="e1.4",
        lane="talks",
        evidence=words_of(ENTRIES[0], "14.00"),
    ),
    Event("e2.1", "e2", "<script>alert(1)</script>", clock("2019-02-28T10:00+07:00", approximate=True), lane="talks"),
    Event(
        "e3.2",
        "e3",
        "He stays",
        None,
        date("2019-03-02", "weekend", days=2),
        status="planned",
        lane="talks",
        evidence=words_of(ENTRIES[2], "until the weekend"),
    ),
)

STORY = Story(
    title="Two days in Hanoi",
    language="en",
    zone=HANOI,
    entries=ENTRIES,
    events=tuple(sorted(EVENTS, key=lambda event: event.earliest or 0)),
    introduction="Eight months after their first meeting two heads of state meet again. What is known so far.",
    reader_zones=("Europe/Berlin",),
    lanes=LANES,
    problems=(Problem("loose-line", "Fullscreen", 12),),
    assumptions=(Assumption("language", {"language": "en"}),),
)


def scene() -> Scene:
    """The story, arranged."""
    return arrange(STORY.events)
