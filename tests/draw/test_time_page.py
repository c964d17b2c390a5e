"""docs/time.md holds: for every kind of time its picture, its sentence on a card or in a note, its entry in the legend."""

import re
from pathlib import Path

import pytest

import timeline
from timeline.arrange import arrange
from timeline.assets import sample_folder
from timeline.draw.cards import cards
from timeline.draw.marks import marks_of
from timeline.draw.page import clock_changes, kinds, reach
from timeline.draw.words import words
from timeline.model import Story
from tools.kinds import KINDS, piece

ROOT = Path(__file__).parents[2]
SECTIONS = [one for one in (ROOT / "docs" / "time.md").read_text("utf-8").split("\n## ")[1:] if "](time/" in one]


@pytest.fixture(scope="module")
def story() -> Story:
    """The sample of all kinds."""
    return timeline.load(sample_folder() / "kinds-of-time.en.md")


def legend_of(story: Story) -> set[str]:
    """The kinds that the legend of a story names."""
    marks = marks_of(story.events, arrange(story.events), story.lanes)
    return {*kinds(story, marks, None, crowded=True)}


def test_every_kind_has_its_section_and_its_picture() -> None:
    assert [re.findall(r"\(time/(\w+)\.png\)", section) for section in SECTIONS] != []
    pictured = [name for section in SECTIONS for name in re.findall(r"\(time/(\w+)\.png\)", section)]
    assert sorted(pictured) == sorted(KINDS)
    for name in pictured:
        assert (ROOT / "docs" / "time" / f"{name}.png").read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize("section", SECTIONS, ids=[section.partition("\n")[0] for section in SECTIONS])
def test_sentence_and_legend_are_those_of_the_page(section: str, story: Story) -> None:
    said = " ".join(event.when for card in cards(story, "en") for event in card.events)
    text = words("en")
    said += " ".join([*(problem.say("en") for problem in story.problems), *text.values()])
    (sentence,) = re.findall(r"\*\*Sentence\*\*: (.*)", section)
    quoted = re.findall(r"“([^”]+)”", sentence)
    assert quoted
    assert [part for part in quoted if part not in said] == []
    ((kind, meaning),) = re.findall(r"\*\*Legend\*\* `(\w+)`: (.*)\.", section)
    assert text[f"legend.{kind}"].startswith(meaning)
    (picture,) = re.findall(r"\(time/(\w+)\.png\)", section)
    assert kind in legend_of(piece(KINDS[picture]))
    assert kind in legend_of(story)


def test_a_story_without_a_clock_change_has_none_in_its_legend(story: Story) -> None:
    marks = marks_of(story.events, arrange(story.events), story.lanes)
    earliest, latest = reach(marks) or (0, 0)
    assert clock_changes(earliest, latest, "Asia/Ho_Chi_Minh") == []
    assert clock_changes(earliest, latest, "Europe/Berlin") == ["fold", "gap"]
