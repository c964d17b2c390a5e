"""A store from stories: staged in the order of the source, sorted into the order of time, rolled up, published whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Any

import ibis

from timeline.arrange.tiles import Grid
from timeline.arrange.window import window_of
from timeline.draw.cards import reader_places
from timeline.draw.page import KINDS, kinds_of
from timeline.draw.places import where
from timeline.errors import SourceError
from timeline.model import Story
from timeline.store import rollups
from timeline.store.about import FORM, About
from timeline.store.columns import ABOUT, CROWD, ENTRIES, EVENTS, STAGED_ENTRIES, STAGED_EVENTS, TABLES
from timeline.store.engine import Engine, columns_of
from timeline.store.rows import rows_of

_SAMPLE = 20_000
"""Events that the first view is found by."""

Told = Callable[[str, int, int], None]
"""Called with what is being done, how much of it is done, and how much there is."""


@dataclass
class Staged:
    """What was read so far, beside the rows."""

    story: Story | None = None
    lanes: dict[str, int] = field(default_factory=dict)
    entries: int = 0
    events: int = 0
    unplaced: int = 0
    sum: int = 0
    facets: Counter[tuple[str, str]] = field(default_factory=Counter)
    kinds: set[str] = field(default_factory=set)
    mapped: bool = False
    problems: Counter[str] = field(default_factory=Counter)


def build(stories: Iterable[Story], engine: Engine, *, crowd: int = CROWD, told: Told = lambda what, done, all: None) -> About:
    """Fill the empty tables of an engine with the entries and events of all stories; the first one gives title, zone and language.

    Raises `SourceError` where no event has a place in time.
    """
    engine.create()
    staged = stage(stories, engine, told)
    if staged.story is None or not staged.events:
        raise SourceError("nothing to build a store of: no event has a place in time; see what 'timeline check' says of the source")
    sort(engine)
    about = describe(engine, staged, crowd)
    roll_up(engine, Grid.over(about.earliest, about.latest), crowd, told)
    engine.append("about", columns_of(about.rows(), ABOUT))
    return about


def stage(stories: Iterable[Story], engine: Engine, told: Told) -> Staged:
    """Put the rows of all stories into tables of their own, in the order in which they come."""
    staged = Staged()
    for name, schema in (("staged_events", STAGED_EVENTS), ("staged_entries", STAGED_ENTRIES)):
        engine.backend.create_table(name, schema=ibis.schema(schema))
    for story in stories:
        if staged.story is None:
            staged.story = story
            staged.lanes.update({lane: number for number, lane in enumerate(story.lanes)})
        events, entries = rows_of(story, staged.lanes, staged.entries)
        engine.append("staged_events", columns_of(events, STAGED_EVENTS))
        engine.append("staged_entries", columns_of(entries, STAGED_ENTRIES))
        _count(staged, story, events, entries)
        told("read", staged.entries, 0)
    return staged


def _count(staged: Staged, story: Story, events: Sequence[dict[str, Any]], entries: Sequence[dict[str, Any]]) -> None:
    staged.entries += len(entries)
    staged.events += len(events)
    staged.unplaced += len(story.events) - len(events)
    staged.problems.update(problem.severity for problem in story.problems)
    for row in (*events, *entries):
        staged.sum += int.from_bytes(blake2b(row["line"].encode("utf-8", "replace"), digest_size=8).digest())
    names = {number: name for name, number in staged.lanes.items()}
    seen = {
        (row["source"], facet, value)
        for row in events
        for facet, value in (
            ("status", row["status"]), ("basis", row["basis"]), ("precision", row["precision"]), ("lane", names.get(row["lane"], "")),
            *[("tag", tag) for tag in row["tags"].strip("\n").split("\n") if tag],
            *([("key", "key")] if row["keyed"] else []),
        )
    }  # fmt: skip
    staged.facets.update((facet, value) for _, facet, value in seen)
    staged.kinds |= kinds_of(story)
    staged.mapped = staged.mapped or any((there := where(entry.place)) is not None and there.map is not None for entry in story.entries)


def sort(engine: Engine) -> None:
    """From the order of the source into that of time."""
    entries = engine.table("staged_entries")
    placed = entries.mutate(place=ibis.row_number().over(order_by=["left", "right", "after", "source"]))
    engine.keep("entries", rollups.shaped(ENTRIES, placed))
    events = engine.table("staged_events")
    places = placed.select("source", "place")
    numbered = events.join(places, "source").mutate(number=ibis.row_number().over(order_by=["left", "right", "id", "source"]))
    engine.keep("events", rollups.shaped(EVENTS, numbered).order_by("number"))
    for name in ("staged_entries", "staged_events"):
        engine.backend.drop_table(name)


def describe(engine: Engine, staged: Staged, crowd: int) -> About:
    """What holds for the whole story."""
    events = engine.table("events")
    ((earliest, latest, dots),) = engine.ask(
        events.aggregate(earliest=events.left.min(), latest=events.right.max(), dots=(events.left == events.right).sum())
    )
    step = max(staged.events // _SAMPLE, 1)
    sample = engine.ask(events.filter(events.number % step == 0).select("left", "right").order_by("left", "right"))
    window = window_of(sample, [])
    story = staged.story
    assert story is not None
    facets: dict[str, dict[str, int]] = {}
    for (facet, value), count in sorted(staged.facets.items()):
        facets.setdefault(facet, {})[value] = count
    head = f"{story.title}\n{story.zone}\n{story.language}\n{story.introduction}\n{crowd}\n{FORM}"
    version = blake2b(f"{staged.sum}\n{head}".encode("utf-8", "replace"), digest_size=6).hexdigest()
    return About(
        form=FORM, version=version, title=story.title, language=story.language, zone=story.zone, introduction=story.introduction,
        reader_zones=_reader_zones(story), lanes=tuple(staged.lanes), eras=story.eras, entries=staged.entries, events=staged.events,
        unplaced=staged.unplaced, mixed=0 < int(dots) < staged.events, earliest=earliest, latest=latest,
        window=(window.earliest, window.latest), crowd=crowd, facets=facets,
        kinds=tuple(kind for kind in KINDS if kind in staged.kinds), mapped=staged.mapped, problems=dict(staged.problems),
    )  # fmt: skip


def _reader_zones(story: Story) -> tuple[str, ...]:
    """The zones in which each clock is told beside the chosen one: the same on every page of cards."""
    return story.reader_zones or tuple(zone for zone in reader_places(story, story.language) if zone != story.zone)


def roll_up(engine: Engine, grid: Grid, crowd: int, told: Told) -> None:
    """Candidates and counts of all crowded tiles."""
    events = engine.table("events")
    found: dict[int, int] = {}

    def count(octave: int) -> int:
        engine.keep("crowded", rollups.crowded(events, grid, octave, crowd))
        crowds = engine.table("crowded")
        ((found[octave],),) = engine.ask(crowds.filter(crowds.octave == octave).aggregate(tiles=lambda t: t.count()))
        return found[octave]

    octaves = list(rollups.octaves(count, grid))
    for number, octave in enumerate(octaves):
        known = {name: engine.table(name) for name in TABLES}
        for name, rows in (("best", rollups.best), ("best", rollups.crossing), ("tallies", rollups.tallies)):
            engine.keep(name, rows(events, known, grid, octave))
        told("rolled up", number + 1, len(octaves))
