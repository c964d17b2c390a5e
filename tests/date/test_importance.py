"""What is labelled first: an editor's number, what an editor picked, and what has more to tell."""

import pytest

from timeline import load
from timeline.date import date_source
from timeline.date.importance import LONG, of_key, of_prose, of_stated
from timeline.model import BASES, STATUSES, Entry, Given, Settings, Source, Story


def test_every_number_lies_in_its_range_and_key_events_come_first() -> None:
    plain = [of_prose(status, basis) for status in STATUSES.values() for basis in BASES.values()]
    keys = [of_prose(status, basis, key=True) for status in STATUSES.values() if status != "superseded" for basis in BASES.values()]
    assert 0 < min(plain) < max(plain) <= 0.8
    assert 0.9 <= min(keys) <= max(keys) <= 1
    assert of_prose("superseded", "stated", key=True) == of_prose("superseded", "stated")
    assert of_key(1.0, "happened", key=True) == 1


def test_a_longer_body_weighs_more_up_to_a_bound() -> None:
    weights = [of_stated(length, "happened") for length in (0, 1, LONG // 2, LONG, 10 * LONG)]
    assert weights == sorted(weights)
    assert (weights[0], weights[-1]) == (0.5, 0.8)
    assert weights[-2] == weights[-1]


def test_a_key_event_of_a_ticker() -> None:
    story = load("---\ndate: 2019-02-28\n---\n+++ 13:25 A +++\n! key\nText.\n\n+++ 13:35 B +++\nText.\n", zone="UTC")
    assert [entry.key for entry in story.entries] == [True, False]
    assert [event.importance >= 0.9 for event in story.events] == [True, False]


def stated(*given: tuple[str, str, bool, int], lanes: dict[str, tuple[str, ...]] | None = None) -> Story:
    """A story of (importance, lane, key, length of the body), one event each."""
    entries = tuple(Entry(f"e{number}", f"E{number}", "x" * length, number, key=key) for number, (_, _, key, length) in enumerate(given, 1))
    rows = tuple(
        Given(f"e{number}", f"E{number}", start=f"2019-02-{number:02d}", importance=importance, lane=lane)
        for number, (importance, lane, _, _) in enumerate(given, 1)
    )
    return date_source(Source("t", "", entries, Settings(lanes=lanes or {}), given=rows, eras=(Given("", "Era", start="2019-02"),)))


@pytest.mark.parametrize(
    ("importance", "key", "length", "found"),
    [
        ("", False, 0, 0.5),
        ("", False, 600, 0.65),
        ("", True, 0, 0.95),
        ("0.2", False, 5_000, 0.2),
        ("0,2", True, 0, 0.92),
        ("1", True, 0, 1.0),
        ("0", False, 0, 0.0),
        ("much", False, 600, 0.65),
        ("7", True, 0, 0.95),
        ("nan", False, 0, 0.5),
    ],
)
def test_of_what_a_source_states(importance: str, key: bool, length: int, found: float) -> None:
    story = stated((importance, "", key, length))
    assert story.events[0].importance == found
    assert [problem.code for problem in story.problems] == (["importance"] if importance in ("much", "7", "nan") else [])


def test_lanes_have_the_order_that_was_chosen_then_that_of_the_source() -> None:
    rows = (("", "Zoo", False, 0), ("", "City", False, 0), ("", "Talks", False, 0), ("", "City", False, 0))
    assert stated(*rows).lanes == ("Zoo", "City", "Talks")
    assert stated(*rows, lanes={"Talks": (), "City": ()}).lanes == ("Talks", "City", "Zoo")
    assert [event.lane for event in stated(*rows, lanes={"Talks": ()}).events] == ["Zoo", "City", "Talks", "City"]


def test_a_lane_without_words_takes_nothing() -> None:
    text = "---\ndate: 2019-02-28\nlanes: [Talks, City]\n---\n+++ 13:25 The talks +++\nText.\n"
    story = load(text, zone="UTC")
    assert story.lanes == ()
    assert story.events[0].lane is None


def test_eras_of_a_source_and_of_its_front_matter() -> None:
    assert [era.label for era in stated(("", "", False, 0)).eras] == ["Era"]
    eras = "eras:\n  Thaw: 2018-06-12 - 2019-02-28\n  Term: 2017-01 / 2021-01\n  Bad: soon\n"
    text = f"---\ndate: 2019-02-28\n{eras}---\n+++ 13:25 The talks +++\nText.\n"
    story = load(text, zone="Asia/Ho_Chi_Minh")
    assert [(era.label, era.start.civil, era.end.civil) for era in story.eras] == [
        ("Thaw", "2018-06-12", "2019-02-28"),
        ("Term", "2017-01", "2021-01"),
    ]
    assert {era.start.zone for era in story.eras} == {"Asia/Ho_Chi_Minh"}
    assert [(problem.code, problem.words) for problem in story.problems] == [("cell", "soon")]
