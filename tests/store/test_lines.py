"""Lines and rows of a store: nothing is lost on the way there and back."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.document import made
from timeline.arrange import span
from timeline.arrange.tiles import REACH
from timeline.document.records import entry_line, entry_of, event_line, event_of
from timeline.draw.cards import in_order
from timeline.errors import SourceError
from timeline.model import Assumption, Entry, Era, Event, Moment, Problem, Story
from timeline.store.about import FORM, About
from timeline.store.notes import Kind
from timeline.store.rows import batch_of

slow = settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
HALVES = st.sampled_from(["", "\ud83d", "\ude00 x", "\\\ud83d", "\0\x7f\u2028", '"\\u0041'])


@slow
@given(made.stories(), HALVES)
def test_entries_and_events_come_back(story: Story, half: str) -> None:
    by_id = {event.id: event.evidence for event in story.events}
    for event in story.events:
        told = replace(event, label=event.label + half, tags=(*event.tags, half))
        line = event_line(told)
        line.encode("utf-8")
        assert event_of(line) == replace(told, evidence=())
    for entry in story.entries:
        own = [event for event in story.events if event.entry == entry.id]
        told_entry = replace(entry, body=entry.body + half)
        line = entry_line(told_entry, own)
        line.encode("utf-8")
        assert entry_of(line) == (told_entry, {event.id: by_id[event.id] for event in own if event.evidence})


@slow
@given(made.stories())
def test_every_entry_has_a_row_and_every_mark_too(story: Story) -> None:
    near = [event for event in story.events if (ends := span(event)) is None or REACH[0] <= ends[0] <= ends[1] < REACH[1]]
    story = replace(story, events=tuple(near))
    batch = batch_of(story)
    events, entries, lanes = batch.events.to_pylist(), batch.entries.to_pylist(), {lane: number for number, lane in enumerate(batch.lanes)}
    assert [row["source"] for row in entries] == list(range(len(story.entries)))
    assert [row["id"] for row in entries] == [entry.id for entry in in_order(story)]
    assert [row["id"] for row in events] == [event.id for event in story.events if span(event) is not None]
    unplaced = [event for event in story.events if span(event) is None]
    assert [(row["id"], entries[row["source"]]["id"]) for row in batch.unplaced.to_pylist()] == [
        (event.id, event.entry) for event in unplaced
    ]
    for row, event in zip(events, (event for event in story.events if span(event) is not None), strict=True):
        assert (row["left"], row["right"]) == span(event)
        assert row["lane"] == (lanes[event.lane] if event.lane else -1)


def test_entries_without_events_follow_the_one_before_them() -> None:
    moment = Moment(5, 6, "minute", "UTC")
    entries = tuple(Entry(name, name, "", number + 1) for number, name in enumerate("abc"))
    rows = batch_of(Story("t", "en", "UTC", entries, (Event("x", "b", "x", moment),))).entries.to_pylist()
    assert [(row["id"], row["left"], row["right"], row["after"]) for row in rows] == [
        ("a", 5, 5, ""), ("b", 5, 5, "x"), ("c", 5, 5, "x"),
    ]  # fmt: skip


FACETS = st.dictionaries(made.TEXT, st.dictionaries(made.TEXT, st.integers(0, 9)))


@given(made.TEXT, HALVES, st.lists(made.ERAS, max_size=2), FACETS)
def test_what_holds_for_the_whole_story_comes_back(title: str, half: str, eras: list[Era], facets: dict[str, dict[str, int]]) -> None:
    about = About(
        form=FORM, version="0", title=title + half, language="en", zone="UTC", introduction=half, reader_zones=("UTC",), lanes=(half,),
        eras=tuple(eras), entries=1, events=2, unplaced=0, mixed=True,
        earliest=-(2**62), latest=2**60, window=(0, 1), crowd=5, kinds=("dot",), mapped=False, last=1, sum=2**70,
        facets=facets, keys=(3, 70), assumptions=(Assumption("date", {"words": half}),),
        problems=(Kind("row", "error", 9, (Problem("row", title + half, 7, "error", {"a": half}, "start"),)),),
    )  # fmt: skip
    rows = about.rows()
    assert all(row["value"].isascii() for row in rows)
    assert About.of([(row["name"], row["value"]) for row in rows]) == about


def test_a_store_of_another_form_is_refused_before_anything_else_is_read() -> None:
    with pytest.raises(SourceError, match=f"form 1, known is {FORM}; build it again"):
        About.of([("form", "1"), ("eras", "[{}]")])
