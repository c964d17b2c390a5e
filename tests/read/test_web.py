"""What the web hands an editor: each case as a reader sees it, beside a golden text."""

from pathlib import Path

import pytest

import timeline
from timeline.moment import iso

CASES = Path(__file__).parent.parent / "cases"
FILES = sorted(path for area in ("html", "linked", "liveblog", "feed") for path in (CASES / area).iterdir() if path.suffix != ".golden")


def shown(story: timeline.Story) -> str:
    """A story as text: entries with all that belongs to them, problems, assumptions."""
    lines = [f"{story.format}: {story.title} ({story.language}, {story.zone}, {story.records} records)", story.introduction]
    for entry in story.entries:
        sign = " [key]" if entry.key else ""
        lines += ["", f"{entry.id} {iso(entry.published) or '-'} (lines {entry.lines[0]}-{entry.lines[1]}){sign}: {entry.headline}"]
        lines += [f"    {line}" for line in entry.body.split("\n") if line]
        lines += [f"    link {link}" for link in entry.links]
        lines += [f"    {one.kind} {one.address} | {one.alt} | {one.caption} | {one.credit}" for one in entry.media]
        lines += [f"    place {entry.place}"] if entry.place else []
        for event in story.events:
            if event.entry == entry.id:
                basis = event.moment.basis
                lines.append(f"  = {iso(event.start)}..{iso(event.end)} {event.status} {basis} {event.replaces or ''}: {event.label}")
    lines += ["", *(f"{one.severity} {one.line or '-'} {one.column or '-'}: {one.say()}" for one in story.problems)]
    return "\n".join([*lines, "", *(one.say() for one in story.assumptions), ""])


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_case(path: Path) -> None:
    golden = path.with_name(path.name + ".golden")
    text = shown(timeline.load(path))
    if not golden.exists():
        golden.write_text(text, "utf-8")
        pytest.fail(f"{golden.name} was written; read it, then commit it")
    assert text == golden.read_text("utf-8")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_record_has_an_event_or_is_a_problem(path: Path) -> None:
    story = timeline.load(path)
    told = {event.entry for event in story.events}
    lost = {problem.line for problem in story.problems if problem.severity == "error"}
    assert story.entries
    assert [entry.id for entry in story.entries if entry.id not in told and entry.lines[0] not in lost] == []
