"""A tile of a large story as its page gets it: docs/contract.md, "Stories in tiles"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from typing import Any

from timeline.arrange.pyramid import Filled
from timeline.arrange.scene import Placement, Scene, Window
from timeline.arrange.width import GAP
from timeline.draw.figure import Axis, traces_of
from timeline.draw.marks import marks_of
from timeline.draw.page import item
from timeline.model import Event, Story


def tile_data(
    filled: Filled,
    events: Sequence[tuple[Event, int, bool]],
    story: Story,
    axis: Axis,
    *,
    counts: Mapping[int, Sequence[int]],
    before: int,
) -> dict[str, Any]:
    """A tile for JSON. `events` are those of `filled.placed` in its order, each with the place of its card and whether that is a key one;
    of the `story` only its lanes are asked for. `counts` and `before` are those of the contract."""
    placements = tuple(
        Placement(event.id, place.row, place.level, place.event.pixels - GAP)
        for place, (event, _, _) in zip(filled.placed, events, strict=True)
    )
    part = Story(story.title, story.language, story.zone, (), tuple(event for event, _, _ in events), lanes=story.lanes)
    marks = marks_of(part.events, Scene(placements, 0, Window(0, 1)), part.lanes)
    return {
        "octave": filled.tile.octave,
        "index": filled.tile.index,
        "whole": filled.whole,
        "before": before,
        "counts": {str(lane): list(some) for lane, some in sorted(counts.items())},
        "events": _columns(
            [
                {**item(event, mark, key=key), "row": placed.row, "level": placed.level, "width": placed.width, "place": place}
                for (event, place, key), mark, placed in zip(events, marks, placements, strict=True)
            ]
        ),
        "figure": traces_of(marks, axis),
    }


def _columns(rows: list[dict[str, Any]]) -> dict[str, list[Any]]:
    """Name -> values: a name told once for each row takes a seventh of a packed tile."""
    return {name: [row[name] for row in rows] for name in rows[0]} if rows else {}


def matched(tile: dict[str, Any], numbers: Sequence[int], counts: Sequence[int], before: int, found: Set[int]) -> dict[str, Any]:
    """A tile with its `match`: `numbers` of its events in their order, which of all numbers were `found`, how many in each bin and before
    the tile."""
    ids = [name for name, number in zip(tile["events"].get("id", ()), numbers, strict=True) if number in found]
    return {**tile, "match": {"ids": ids, "counts": list(counts), "before": before}}
