"""The worksheet as a file: it works alone, tells no answer before its last pages, and takes every string as text."""

import re

import timeline
from tests.draw.test_tasks import ROUTE
from timeline.export.formats import find_writer, written
from timeline.export.worksheet import export_worksheet


def test_it_is_one_file_without_scripts_or_other_hosts() -> None:
    html = export_worksheet(timeline.load(ROUTE))
    assert html.startswith("<!doctype html>")
    assert "<script" not in html
    assert not re.findall(r"(?:https?:)?//[\w.]", html)
    assert "default-src &#39;none&#39;" in html
    assert html.count("<h2 ") == 12, "six tasks, and the answers to each"


def test_answers_stand_behind_all_tasks() -> None:
    asked, answers = export_worksheet(timeline.load(ROUTE)).split('<article class="answers">')
    assert "“8.45 a.m.”" in answers
    assert "“8.45 a.m.”" not in asked
    assert "25 min later" in answers
    assert "25 min later" not in asked
    assert re.search(r"<b>B</b> <span[^>]*>The first ferry", answers)
    assert asked.index("The second ferry has left") < asked.index("The first ferry has left"), "mixed"


def test_questions_are_in_the_language_that_is_asked_for() -> None:
    story = timeline.load(ROUTE)
    html = export_worksheet(story, language="de")
    assert '<html lang="de" dir="ltr">' in html
    assert "Was war zuerst?" in html
    assert "Mittwoch, 3. Juli 2024, 08:45 Uhr (UTC+2)" in html
    assert '<span class="label" lang="en">The first ferry has left</span>' in html
    assert "Uhrzeiten in Berlin (UTC+2)" in html


def test_what_a_source_says_is_text() -> None:
    hostile = ROUTE.replace("The first ferry has left", '"><img src=x onerror=alert(1)>').replace(
        "piano", "<b onclick=x>{{ 7 * 7 }}</b> {name}"
    )
    html = export_worksheet(timeline.load(hostile, title="</title><script>alert(1)</script>"))
    assert "<img" not in html
    assert "<b onclick" not in html
    assert "<script" not in html
    assert "{{ 7 * 7 }}" in html


def test_a_story_without_times_says_that_nothing_can_be_asked() -> None:
    html = export_worksheet(timeline.load("+++ Something +++\n\nNobody knows when.\n"))
    assert "Nothing in this story is known exactly enough" in html
    assert "<h2" not in html


def test_its_name_tells_the_format() -> None:
    assert find_writer(".worksheet.html").name == "worksheet"
    assert b"What came first?" in written(timeline.load(ROUTE), find_writer("", "worksheet"))
