"""Every writer that has a reader of the same name: what it does not say it loses comes back as it was."""

from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, assume, given, settings

import timeline
from tests.document.made import stories
from tests.draw.stories import STORY
from tests.export.round_trips import differences
from timeline.assets import sample_folder
from timeline.export.formats import WRITERS, Writer, written
from timeline.model import Era, Media, Moment, Story
from timeline.moment import read_moment
from timeline.read import READERS

READABLE = {reader.name for reader in READERS}
APART = {
    "html": "a page is for people; the reader of pages takes any page for a source",
    "csv": "test_tables",
    "xlsx": "test_tables",
    "parquet": "test_tables",
    "ics": "test_ical",
}
"""Held to what they lose elsewhere, or to nothing."""
PAIRS = [writer for writer in WRITERS if writer.name in READABLE and writer.name not in APART]
STORIES = Path(__file__).parent.parent / "cases" / "stories"
SAMPLES = [
    *sorted(STORIES.glob("*.txt")),
    *sorted(path for path in sample_folder().iterdir() if path.suffix in (".txt", ".md") and path.stem != "README"),
]

RICH = replace(
    STORY,
    title="Two days <in> Hanoi & elsewhere",
    eras=(Era("The thaw & after", read_moment("2018", STORY.zone), read_moment("2019-03", STORY.zone)),),
    entries=(
        replace(
            STORY.entries[0],
            body='It said: "5 < 6".\nA second line.\n\n# no heading // no comment\n\n2019: not an event',
            media=(Media("image", "https://example.org/a.jpg", "A <caption>", "J. Doe", "What is to be seen"), Media("link", "b.html")),
            links=("https://example.org/lunch?a=1&b=2",),
        ),
        *STORY.entries[1:],
    ),
)
"""The story made by hand, with an era, media and markup in its words."""


@pytest.mark.parametrize("writer", PAIRS, ids=lambda writer: writer.name)
@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_samples(path: Path, writer: Writer) -> None:
    assert differences(timeline.load(path, now="2025-12-01"), writer) == []


@pytest.mark.parametrize("writer", PAIRS, ids=lambda writer: writer.name)
@pytest.mark.parametrize("story", [STORY, RICH], ids=["by hand", "rich"])
def test_story_by_hand(story: Story, writer: Writer) -> None:
    assert differences(story, writer) == []


@pytest.mark.parametrize("writer", PAIRS, ids=lambda writer: writer.name)
def test_loses_names_fields_that_there_are(writer: Writer) -> None:
    nouns: dict[str, Any] = {name: noun for name, noun in vars(timeline).items() if isinstance(noun, type)}
    for name in writer.loses:
        noun, _, field = name.partition(".")
        assert not field or " " in name or field in {one.name for one in fields(nouns[noun])}, name


def is_dated(moment: Moment | None) -> bool:
    return moment is not None and (moment.earliest, moment.latest, moment.civil) != (None, None, None)


@pytest.mark.parametrize("writer", PAIRS, ids=lambda writer: writer.name)
@given(stories())
@settings(
    max_examples=40,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
def test_stories_that_nobody_would_write(writer: Writer, story: Story) -> None:
    """Whatever is in them, what is written can be read, each event that has a date is there, and every problem has its words."""
    assume(writer.name == "json" or any(is_dated(moment) for event in story.events for moment in (event.start, event.end)))
    again = timeline.load(written(story, writer), format=writer.name, zone=story.zone, name="story")
    dated = [event for event in story.events if any(map(is_dated, (event.start, event.end)))]
    assert len(again.events) == len(story.events if writer.name == "json" else dated)
    assert all(problem.say() for problem in again.problems)
