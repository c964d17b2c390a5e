"""Tables out and in again: all that a row can hold comes back; what does not is named by `Writer.loses`."""

import io
from dataclasses import fields, replace
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import timeline
from timeline.assets import sample_folder
from timeline.export.formats import WRITERS, Writer, written
from timeline.export.tables import EXPORTED, LOSES
from timeline.model import Entry, Era, Event, Evidence, Media, Place, Story
from timeline.table import to_frame

TABLES = [writer for writer in WRITERS if writer.name in ("csv", "xlsx", "parquet")]
AT = timeline.load("label,start,end\nA,2019-02-28 13:25,2019-03\nB,1984?,\n", zone="Europe/Berlin")


def back(story: Story, writer: Writer) -> Story:
    name = f"story{writer.suffixes[0]}"
    return timeline.load(written(story, writer), name=name, title=story.title, language=story.language, zone=story.zone)


def rich(label: str = "=1+1", body: str = "-One\n\nTwo, “three”; 'four'\t@") -> Story:
    first, second = AT.events[1], AT.events[0]
    entry = Entry(
        "e1", "A headline", body, 1, (1, 1), links=("https://example.org/a",),
        media=(Media("image", "a.jpg", "c", "d", "e"), Media("quotation", text="+words")), place=Place("@Kisumu", -0.1, 34.75),
    )  # fmt: skip
    events = (
        replace(first, id="x", entry="e1", label=label, lane="-lane", tags=("a, b", "c"), importance=0.25, status="superseded"),
        replace(second, id="y", entry="e2", replaces="x", evidence=(Evidence("+words", "hand", 0, 6, "table"),), tags=("d, e",)),
    )
    return Story("T", "en", "Europe/Berlin", (entry, Entry("e2", second.label, "", 2)), tuple(sorted(events, key=lambda one: one.id)))


@pytest.mark.parametrize("writer", TABLES, ids=lambda writer: writer.name)
@pytest.mark.parametrize("name", ["hanoi-summit-2019.de.txt", "hanoi-summit-2019.en.md", "clock-change-berlin-2024.de.txt"])
def test_the_samples_come_back(name: str, writer: Writer) -> None:
    story = timeline.load(sample_folder() / name)
    again = back(story, writer)
    assert to_frame(again).equals(to_frame(story))
    assert [(event.start, event.end, event.lane, event.tags, event.importance) for event in again.events] == [
        (event.start, event.end, event.lane, event.tags, event.importance) for event in story.events
    ]
    dated = {event.entry for event in story.events}
    assert [(entry.headline, entry.body, entry.links, entry.media, entry.place) for entry in again.entries] == [
        (entry.headline, entry.body, entry.links, entry.media, entry.place) for entry in story.entries if entry.id in dated
    ]
    assert not [problem for problem in again.problems if problem.severity != "note"]


@pytest.mark.parametrize("writer", TABLES, ids=lambda writer: writer.name)
def test_what_a_row_holds_comes_back(writer: Writer) -> None:
    story = rich()
    again = back(story, writer)
    by_id = {event.id: event for event in again.events}
    for event in story.events:
        for one in fields(Event):
            assert getattr(by_id[event.id], one.name) == getattr(event, one.name), one.name
    for entry, other in zip(story.entries, again.entries, strict=True):
        for one in fields(Entry):
            if one.name not in ("lines", *LOSES):
                assert getattr(other, one.name) == getattr(entry, one.name), one.name


@pytest.mark.parametrize("writer", TABLES, ids=lambda writer: writer.name)
def test_what_is_lost_is_named(writer: Writer) -> None:
    moment = AT.events[0].start
    assert moment is not None
    story = replace(
        rich(), introduction="Above", reader_zones=("Asia/Tokyo",), lanes=("-lane", "empty"), eras=(Era("E", moment, moment),),
        problems=(timeline.Problem("row"),), assumptions=(timeline.Assumption("order"),),
    )  # fmt: skip
    entry = replace(story.entries[0], key=True, pointer=True, stamp="13:25", day="Monday", hand="13:25")
    story = replace(story, entries=(entry, story.entries[1]))
    again = back(story, writer)
    changed = {one.name for one in fields(Story) if getattr(again, one.name) != getattr(story, one.name)}
    changed |= {one.name for one in fields(Entry) if getattr(again.entries[0], one.name) != getattr(story.entries[0], one.name)}
    assert changed - {"entries", "events", "records", "format", "lines"} <= set(writer.loses)


@pytest.mark.parametrize("label", ["=1+1", "+1", "-2+3", "@SUM(A1)", "\t=1", "'quoted", "''", "2012", '=HYPERLINK("x")', " =1"])
def test_no_cell_becomes_a_formula(label: str) -> None:
    story = rich(label=label)
    for line in written(story, TABLES[0]).decode("utf-8-sig").split("\r\n"):
        assert not line.startswith(("=", "@"))
        assert not [cell for cell in line.split(",") if cell.lstrip('"').startswith(("=", "@", "\t")) or cell == "-2+3"]
    sheet: Any = openpyxl.load_workbook(io.BytesIO(written(story, TABLES[1]))).active
    assert {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value is not None} == {"s"}
    for writer in TABLES:
        assert {event.label.strip() for event in back(story, writer).events} == {label.strip(), "B"}


@given(st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn", "Co")), min_size=1, max_size=30).map(str.strip).filter(bool))
@settings(max_examples=60, deadline=None)
def test_any_label_comes_back(label: str) -> None:
    for writer in TABLES:
        assert [event.label for event in back(rich(label=label), writer).events if event.id == "x"] == [label]


def test_the_columns_go_on_from_those_of_the_frame() -> None:
    assert EXPORTED[: len(timeline.COLUMNS)] == timeline.COLUMNS
    assert len(set(EXPORTED)) == len(EXPORTED)
