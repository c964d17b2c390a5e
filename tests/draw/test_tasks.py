"""Tasks for a class: every answer follows from the story, and nothing is asked that it leaves open."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.draw.stories import STORY
from timeline import load
from timeline.draw.tasks import Task, tasks_of
from timeline.model import Problem, Story

DATA = Path(__file__).parent.parent.parent / "data"
SAMPLES = sorted(path for path in DATA.iterdir() if path.suffix in (".txt", ".md", ".ics") and path.name != "README.md")

ROUTE = """---
title: A day at the ferry
date: 2024-07-03
zone: Europe/Berlin
readers: [America/New_York]
---
+++ 20:15 The last ferry is back +++

The last ferry was back in the harbour at 8 p.m., three hours later than planned.

+++ 18:40 No concert +++

The concert planned for 7 p.m. was cancelled because of the wind.

+++ 12:30 The second ferry has left +++

The second ferry left the pier at noon, and everybody waved from the upper deck.

+++ 09:10 The first ferry has left +++

The first ferry left the pier at 8.45 a.m., with two cars and a piano on board.
"""


def task(story: Story, kind: str, language: str = "en") -> Task:
    (found,) = [one for one in tasks_of(story, language) if one.kind == kind]
    return found


def test_the_order_asked_is_that_of_the_day() -> None:
    rows = task(load(ROUTE), "order").rows
    told = [row.when.removeprefix("Wednesday, 3 July 2024, ") for row in sorted(rows, key=lambda row: row.answer)]
    assert told == ["08:45 (UTC+2)", "12:00 (UTC+2)", "20:00 (UTC+2)"]
    assert sorted(row.letter for row in rows) == ["A", "B", "C"]
    assert [row.answer for row in rows] != ["1", "2", "3"], "mixed"


def test_the_line_has_a_place_for_each_letter() -> None:
    found = task(load(ROUTE), "order")
    places = {place.text: place.left for place in found.places}
    by_answer = [places[row.letter] for row in sorted(found.rows, key=lambda row: row.answer)]
    assert by_answer == sorted(by_answer)
    assert all(0 <= place.left <= place.right <= 1 for place in found.places)
    assert all(0 <= tick.left < 1 for tick in found.line)
    assert len(found.line) >= 3


def test_clocks_elsewhere_are_told_in_their_own_zone() -> None:
    told = [(row.when.split(", ")[2], row.asked, row.answer.split(", ")[2]) for row in task(load(ROUTE), "clocks").rows]
    assert told == [
        ("08:45 (UTC+2)", "Washington (UTC-4)", "02:45 (UTC-4)"),
        ("12:00 (UTC+2)", "Pyongyang (UTC+9)", "19:00 (UTC+9)"),
        ("20:00 (UTC+2)", "Washington (UTC-4)", "14:00 (UTC-4)"),
    ]


def test_reports_come_after_what_happened() -> None:
    answers = {row.label: row.answer for row in task(load(ROUTE), "reported").rows}
    assert set(answers.values()) == {"25 min later", "30 min later", "15 min later"}


def test_plans_have_an_outcome() -> None:
    rows = task(load(ROUTE), "plans", "de").rows
    assert [row.answer for row in rows if "oncert" in row.label] == ["abgesagt"]


def test_words_stand_in_the_paragraph_that_is_shown() -> None:
    rows = task(load(ROUTE), "words").rows
    assert rows
    for row in rows:
        for words in row.answer.split(", "):
            assert words.strip("“”") in row.text


def test_what_is_in_doubt_is_not_asked() -> None:
    story = load(ROUTE)
    line = story.entries[-1].lines[0]
    doubted = replace(story, problems=(Problem("x", line=line),))
    labels = {event.label for event in story.events if event.entry == story.entries[-1].id}
    assert labels
    asked = [row.label for one in tasks_of(doubted, "en") for row in one.rows]
    assert asked
    assert not labels & set(asked)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
@pytest.mark.parametrize("language", ["de", "en"])
def test_every_sample_has_tasks_with_answers(path: Path, language: str) -> None:
    story = load(path)
    found = tasks_of(story, language)
    assert found
    assert found == tasks_of(load(path), language), "the same sheet each time"
    for one in found:
        labels = [event.label for event in story.events if event.status == "happened" or one.kind != "order"]
        assert all(row.answer for row in one.rows)
        if one.kind in ("order", "words", "known"):
            assert all(labels.count(row.label) == 1 for row in one.rows), one.kind
        if one.choices:
            assert all(one.choices[row.choice] == row.answer for row in one.rows)


def test_a_story_that_knows_nothing_is_asked_nothing() -> None:
    assert tasks_of(Story("t", "en", "UTC", (), ()), "en") == ()
    assert tasks_of(load("+++ Somewhere something +++\n\nNobody knows when.\n", date="2024-01-01"), "en") == ()


def test_no_task_is_without_rows() -> None:
    story = load(ROUTE)
    same = replace(story, events=tuple(replace(event, label="The ferry") for event in story.events))
    found = tasks_of(same, "en")
    assert {one.kind for one in found} == {"clocks", "reported", "plans"}, "which event is meant, only their rows tell"
    assert all(one.rows for one in found)


def test_strange_words_stay_words() -> None:
    assert any("<script>" in row.label for one in tasks_of(STORY, "en") for row in one.rows)
