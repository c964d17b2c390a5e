"""This package's own JSON: nothing is lost on the way, and what is wrong in it is said."""

import json
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import timeline
from tests.document.made import stories
from tests.draw.stories import STORY
from tests.golden import compare
from timeline import model
from timeline.assets import sample_folder
from timeline.document import from_document, is_document, schema_path, to_document, to_json
from timeline.errors import SourceError

CASES = Path(__file__).parent.parent / "cases"
SAMPLES = [*sorted((CASES / "stories").glob("*.txt")), *sorted(path for path in sample_folder().iterdir() if path.name != "README.md")]
SCHEMA = json.loads(schema_path().read_text("utf-8"))
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


@given(stories())
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
def test_nothing_is_lost(story: model.Story) -> None:
    data = to_json(story)
    VALIDATOR.validate(json.loads(data))
    assert timeline.load(data, name="story.json") == story


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_samples_lose_nothing(path: Path) -> None:
    story = timeline.load(path, now="2025-12-01")
    data = to_json(story)
    VALIDATOR.validate(json.loads(data))
    assert timeline.load(data) == story


def test_schema_names_every_field_of_every_noun() -> None:
    for name, noun in vars(model).items():
        if is_dataclass(noun) and isinstance(noun, type) and name not in ("Given", "Settings", "Source"):
            said = SCHEMA["$defs"][name.lower()]
            assert list(said["properties"]) == [field.name for field in fields(noun)], name
    VALIDATOR.check_schema(SCHEMA)


def test_integers_beyond_what_a_double_holds() -> None:
    far = model.Moment(-(2**53) - 1, 2**63 + 1, "year", "UTC", "-283455")
    story = replace(STORY, events=(model.Event("a", "e1", "x", far),))
    assert timeline.load(to_json(story)) == story


def test_half_a_character_survives() -> None:
    story = replace(STORY, title="half \ud83d of it\0\x7f\u2028\r\n")
    assert timeline.load(to_json(story)) == story


def test_what_is_no_number_has_its_usual_value() -> None:
    event = replace(STORY.events[0], importance=float("nan"))
    assert timeline.load(to_json(replace(STORY, events=(event,)))).events[0].importance == 0.5


def test_arguments_win_over_the_document() -> None:
    story = timeline.load(to_json(STORY), title="Another", zone="Europe/Paris", language="de")
    assert (story.title, story.zone, story.language) == ("Another", "Europe/Paris", "de")


@pytest.mark.parametrize("version", [None, 2, "1", True, 1.5, [1], 10**400])
def test_unknown_version_is_named(version: object) -> None:
    data = {**to_document(STORY), "version": version}
    with pytest.raises(SourceError, match="version"):
        from_document(data)


@pytest.mark.parametrize("story", [None, [], "story", 7, {}, {"title": "x"}, {"title": "x", "language": "en", "zone": 3}])
def test_no_story_at_all(story: object) -> None:
    with pytest.raises(SourceError, match="no story"):
        from_document({"format": "ticker-timeline", "version": 1, "story": story})


def test_json_of_something_else_is_named() -> None:
    with pytest.raises(SourceError, match="no story of this package"):
        timeline.load(b'{"title": "x"}', name="x.json")
    assert not is_document(["ticker-timeline"])


def spoilt(change: Callable[[Any], object]) -> model.Story:
    """The story made by hand, after `change` was at its document."""
    data = json.loads(to_json(STORY))
    change(data["story"])
    return timeline.load(json.dumps(data).encode(), name="story.json")


def found(story: model.Story) -> list[tuple[str, str, str]]:
    """Code, severity and field of the problems that the document's own do not hold."""
    return [(problem.code, problem.severity, problem.column) for problem in story.problems[len(STORY.problems) :]]


FAULTS: list[tuple[Callable[[Any], object], tuple[str, str, str]]] = [
    (lambda story: story["entries"][1].update(body=7), ("document-lost", "error", "story.entries[1].body")),
    (lambda story: story["entries"][1].update(key="yes"), ("document-field", "warning", "story.entries[1].key")),
    (lambda story: story["entries"][1].pop("headline"), ("document-missing", "error", "story.entries[1].headline")),
    (lambda story: story["entries"].append([1]), ("document-record", "error", "story.entries[10]")),
    (lambda story: story["entries"][0].update(lines=[1, 2, 3]), ("document-field", "warning", "story.entries[0].lines")),
    (lambda story: story["entries"][0].update(links=[1, "a"]), ("document-lost", "error", "story.entries[0].links[0]")),
    (lambda story: story["entries"][1].update(id="e1"), ("same-id", "warning", "story.entries[1].id")),
    (lambda story: story["entries"][0].update(colour="red"), ("document-extra", "warning", "story.entries[0].colour")),
    (lambda story: story["events"][3].update(entry="e99"), ("document-entry", "error", "story.events[3].entry")),
    (lambda story: story["events"][3].update(replaces="e99"), ("replaces", "warning", "story.events[3].replaces")),
    (lambda story: story["events"][3].update(start=None), ("no-start", "error", "story.events[3].start")),
    (lambda story: story["events"][3].update(importance=7), ("importance", "warning", "story.events[3].importance")),
    (lambda story: story["events"][3].update(status="done"), ("document-field", "warning", "story.events[3].status")),
    (lambda story: story["events"][3].update(tags="abc"), ("document-field", "warning", "story.events[3].tags")),
    (lambda story: story["events"][3]["start"].update(zone="Mars/Base"), ("unknown-zone", "warning", "story.events[3].start.zone")),
    (lambda story: story["events"][3]["start"].update(zone="+518:00"), ("unknown-zone", "warning", "story.events[3].start.zone")),
    (lambda story: story["events"][3]["start"].update(earliest=1e400), ("document-lost", "error", "story.events[3].start.earliest")),
    (lambda story: story["events"][3]["start"].update(earliest=10**30), ("document-lost", "error", "story.events[3].start.earliest")),
    (lambda story: story["events"][3]["start"].update(earliest=0.5), ("document-lost", "error", "story.events[3].start.earliest")),
    (lambda story: story["events"][3]["start"].update(earliest=True), ("document-lost", "error", "story.events[3].start.earliest")),
    (lambda story: story["events"][3]["start"].update(earliest=10**20, latest=0), ("document-bounds", "warning", "story.events[3].start")),
    (lambda story: story["events"][3]["start"].update(civil="<b>"), ("document-field", "warning", "story.events[3].start.civil")),
    (lambda story: story["problems"].append({"code": "invented"}), ("document-lost", "error", "story.problems[1].code")),
    (lambda story: story["problems"].append({"code": "fold"}), ("document-lost", "error", "story.problems[1].code")),
    (lambda story: story["assumptions"].append({"code": "date"}), ("document-lost", "error", "story.assumptions[1].code")),
    (lambda story: story["assumptions"][0].update(values={"weekday": "x"}), ("document-lost", "error", "story.assumptions[0].code")),
    (lambda story: story.update(language="<script>"), ("document-field", "warning", "story.language")),
    (lambda story: story.update(zone="Mars/Base"), ("unknown-zone", "warning", "story.zone")),
    (lambda story: story.update(eras=[{"label": "x"}]), ("document-missing", "error", "story.eras[0].start")),
]  # fmt: skip


@pytest.mark.parametrize(("change", "problem"), FAULTS, ids=lambda one: one[2] if isinstance(one, tuple) else "")
def test_a_fault_is_named_and_the_rest_stands(change: Callable[[Any], object], problem: tuple[str, str, str]) -> None:
    story = spoilt(change)
    assert problem in found(story)
    assert all(one.say("de") for one in story.problems)
    assert len(story.entries) >= len(STORY.entries) - 1
    assert len(story.events) >= len(STORY.events) - 1
    timeline.export_html(story)  # whatever is left can be drawn


def test_depth_and_size_do_no_harm() -> None:
    with pytest.raises(SourceError, match="nested too deeply"):
        timeline.load(b'{"format": "ticker-timeline", "version": 1, "story": ' + b"[" * 100_000, name="x.json")
    nested: Any = "x"
    for _ in range(400):
        nested = [nested]
    story = spoilt(lambda story: story["entries"][0].update(colour=nested))
    assert ("document-extra", "warning", "story.entries[0].colour") in found(story)


NAMES = st.sampled_from(["id", "entry", "start", "label", "zone", "x"])
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from([field.name for field in fields(model.Story)]), JSON), JSON, JSON)
@settings(max_examples=200, deadline=None)
def test_anything_in_its_place_is_no_crash(changes: dict[str, Any], entry: Any, event: Any) -> None:
    def change(story: dict[str, Any]) -> None:
        story["entries"][1] = entry
        story["events"][1] = event
        story.update(changes)

    try:
        story = spoilt(change)
    except SourceError:
        return
    assert all(one.say() for one in story.problems)


@pytest.mark.parametrize("name", ["small.json", "spoilt.json"])
def test_cases(name: str) -> None:
    compare(timeline.load(CASES / "document" / name), CASES / "document" / name)
