"""A store from stories: staged in the order of the source, sorted into the order of time, rolled up, published whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Any

import ibis
import pyarrow as pa
import pyarrow.compute as pc

from timeline.arrange.tiles import Grid
from timeline.arrange.window import window_of
from timeline.draw.page import KINDS
from timeline.errors import SourceError
from timeline.model import Era, Story
from timeline.store import rollups
from timeline.store.about import FORM, About
from timeline.store.columns import ABOUT, BEST, CROWD, ENTRIES, EVENTS, NUMBERS, PLACES, RANKED, STAGED, UNPLACED
from timeline.store.engine import Engine, columns_of
from timeline.store.notes import Noted
from timeline.store.rows import Batch, Facets, batch_of
from timeline.store.split import rejoin, whole

_SAMPLE = 20_000
"""Events that the first view is found by."""

KEYS = 24
"""Key events that a page lists, of however many."""

_PLACE = ("left", "right", "after")

Told = Callable[[str, int, int], None]
"""Called with what is being done, how much of it is done, and how much there is."""


def silent(what: str, done: int, all: int) -> None:
    """Tells nobody."""


@dataclass
class Staged:
    """What was read so far, beside the rows; `split` are entries that several parts have events of."""

    story: Story | None = None
    lanes: dict[str, int] = field(default_factory=dict)
    eras: dict[Era, None] = field(default_factory=dict)
    entries: int = 0
    events: int = 0
    unplaced: int = 0
    last: int = 0
    sum: int = 0
    facets: Facets = field(default_factory=Counter)
    kinds: set[str] = field(default_factory=set)
    mapped: bool = False
    noted: Noted = field(default_factory=Noted)
    split: set[str] = field(default_factory=set)
    near: tuple[Any, ...] = (0, 0, "")
    """Where the last entry stands that has a place in time."""


def build(parts: Iterable[Story | Batch], engine: Engine, *, crowd: int = CROWD, told: Told = silent) -> About:
    """Fill the empty tables of an engine with the entries and events of all parts; the first one gives title, zone and language.

    Raises `SourceError` where no event has a place in time.
    """
    engine.create()
    staged = begin(engine)
    stage(parts, engine, staged)
    return finish(engine, staged, crowd, told)


def begin(engine: Engine) -> Staged:
    """Make room for what comes in the order of its source."""
    for name, schema in STAGED.items():
        engine.make(f"staged_{name}", schema)
    return Staged()


def stage(parts: Iterable[Story | Batch], engine: Engine, staged: Staged) -> None:
    """Put the rows of all parts into tables of their own, in the order in which they come."""
    for part in parts:
        batch = batch_of(part) if isinstance(part, Story) else part
        if staged.story is None:
            staged.story = batch.head
        events = _counted_on(_in_lanes(batch.events, batch, staged), "source", staged.entries)
        engine.append("staged_events", _counted_on(events, "serial", staged.events))
        engine.append("staged_unplaced", _counted_on(_in_lanes(batch.unplaced, batch, staged), "source", staged.entries))
        engine.append("staged_entries", _following(_counted_on(batch.entries, "source", staged.entries), staged))
        _count(staged, batch)


def _in_lanes(events: pa.Table, batch: Batch, staged: Staged) -> pa.Table:
    """Events of a batch with the numbers that their lanes have in the store; lanes that are new get the next ones."""
    if not batch.lanes:
        return events
    numbers = pa.array([staged.lanes.setdefault(lane, len(staged.lanes)) for lane in batch.lanes], pa.int32())
    own = events["lane"]
    return _with(events, "lane", pc.if_else(pc.less(own, 0), own, numbers.take(pc.max_element_wise(own, 0))))


def _counted_on(rows: pa.Table, name: str, first: int) -> pa.Table:
    return _with(rows, name, pc.add(rows[name], first))


def _following(rows: pa.Table, staged: Staged) -> pa.Table:
    """The entries of a part; those that follow nothing in it follow the last one of the part before."""
    known = pc.not_equal(rows["after"], "")
    placed = rows.filter(known)
    if placed.num_rows < rows.num_rows and staged.near[2]:
        for name, value in zip(_PLACE, staged.near, strict=True):
            rows = _with(rows, name, pc.if_else(known, rows[name], value))
    if placed.num_rows:
        staged.near = tuple(placed[name][-1].as_py() for name in _PLACE)
    return rows


def _with(rows: pa.Table, name: str, column: pa.ChunkedArray) -> pa.Table:
    at = rows.schema.get_field_index(name)
    return rows.set_column(at, rows.schema.field(at), column.cast(rows.schema.field(at).type))


def _count(staged: Staged, batch: Batch) -> None:
    staged.eras.update(dict.fromkeys(batch.head.eras))
    staged.entries += batch.entries.num_rows
    staged.events += batch.events.num_rows
    staged.unplaced += batch.unplaced.num_rows
    staged.last = max(staged.last, batch.last)
    staged.sum += batch.sum
    staged.facets.update(batch.facets)
    staged.kinds.update(batch.kinds)
    staged.mapped = staged.mapped or batch.mapped
    staged.noted.add(batch.head.assumptions, batch.head.problems)
    staged.split.update(batch.split)


def finish(engine: Engine, staged: Staged, crowd: int, told: Told) -> About:
    """Join what is split, sort what is staged, roll it up, and say what holds for all of it."""
    if staged.story is None or not staged.events:
        raise SourceError("nothing to build a store of: no event has a place in time; see what 'timeline check' says of the source")
    told("sorting", 0, 2)
    fewer, twice = sort(engine, staged.split)
    staged.entries -= fewer
    staged.facets.update(twice)
    told("sorting", 1, 2)
    about = describe(engine, staged, crowd)
    roll_up(engine, Grid.over(about.earliest, about.latest), crowd, told)
    engine.settle()
    engine.append("about", columns_of(about.rows(), ABOUT))  # last: what has none is no store
    return about


def sort(engine: Engine, split: Collection[str] = ()) -> tuple[int, Facets]:
    """From the order of the source into that of time; what it tells is that of `rejoin`."""
    fewer, twice = rejoin(engine, sorted(split)) if split else (0, Counter[tuple[str, str]]())
    entries, events, unplaced = whole(engine) if split else (engine.table(f"staged_{name}") for name in ("entries", "events", "unplaced"))
    engine.make("places", PLACES)
    narrow = entries.select("source", "left", "right", "after")
    placed = narrow.mutate(place=ibis.row_number().over(order_by=["left", "right", "after", "source"]))
    engine.keep("places", rollups.shaped(PLACES, placed))  # the long rows are moved once, when their places are known
    places = engine.table("places")
    engine.keep("entries", rollups.shaped(ENTRIES, entries.join(places, "source")).order_by("place"))
    engine.make("numbers", NUMBERS)
    narrow = events.select("serial", "source", "left", "right", "id")
    numbered = narrow.mutate(number=ibis.row_number().over(order_by=["left", "right", "id", "serial"])).join(places, "source")
    engine.keep("numbers", rollups.shaped(NUMBERS, numbered))
    engine.keep("events", rollups.shaped(EVENTS, events.join(engine.table("numbers"), "serial")).order_by("number"))
    engine.keep("unplaced", rollups.shaped(UNPLACED, unplaced.join(places, "source")).order_by("place"))
    engine.keep("ties", rollups.ties(*(engine.table(name) for name in ("events", "unplaced"))).order_by("place"))
    for name in (*(f"staged_{one}" for one in STAGED), "places", "numbers", *(("moved", "joined") if split else ())):
        engine.drop(name)
    return fewer, twice


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
    assumptions, problems = staged.noted.assumptions, staged.noted.kinds
    told = f"{staged.sum}\n{head}\n{assumptions}\n{problems}"  # notes too: whoever has a version open is to see that there are others
    version = blake2b(told.encode("utf-8", "replace"), digest_size=6).hexdigest()
    return About(
        form=FORM, version=version, title=story.title, language=story.language, zone=story.zone, introduction=story.introduction,
        reader_zones=story.reader_zones, lanes=tuple(staged.lanes), eras=tuple(staged.eras), entries=staged.entries, events=staged.events,
        unplaced=staged.unplaced, mixed=0 < int(dots) < staged.events, earliest=earliest, latest=latest,
        window=(window.earliest, window.latest), crowd=crowd, facets=facets,
        kinds=tuple(kind for kind in KINDS if kind in staged.kinds), mapped=staged.mapped, keys=_keys(engine),
        assumptions=assumptions, problems=problems, last=staged.last, sum=staged.sum,
    )  # fmt: skip


def _keys(engine: Engine) -> tuple[int, ...]:
    """Places of the most important key events, in their order."""
    events = engine.table("events")
    cards = events.filter(events.keyed).group_by("place").aggregate(rank=lambda t: t["rank"].min())
    return tuple(sorted(place for place, _ in engine.ask(cards.order_by("rank", "place").limit(KEYS))))


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
    engine.make("ranked", RANKED)
    for number, octave in enumerate(octaves):
        known = {name: engine.table(name) for name in ("ranked", "crowded", "tallies")}
        for name, rows in (("ranked", rollups.best), ("ranked", rollups.crossing), ("tallies", rollups.tallies)):
            engine.keep(name, rows(events, known, grid, octave))
        told("rolling up", number + 1, len(octaves))
    told_of = events.select("number", "place", "keyed", "line")
    engine.keep("best", rollups.shaped(BEST, engine.table("ranked").join(told_of, "number")).order_by("octave", "tile", "bin"))
    engine.drop("ranked")
