"""Calendars: each case against the table beside it, which somebody read; and what no case file can hold."""

from pathlib import Path

import pytest

import timeline
from timeline.model import Story
from timeline.moment import iso

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
