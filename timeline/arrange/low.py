"""The labels in fewer rows, for a window that is low: a small laptop, a projector, the story mode above its card."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.arrange.place import Place, arrange
from timeline.arrange.scene import Scene
from timeline.model import Event

LOWS = 12
"""Rows of a low window: 15 px each in the story mode of a window 640 px high, 20 px in one of 800 px, where the 20 rows of the whole
chart would be 12 px, too low for words."""


def low(events: Sequence[Event], scene: Scene, *, rows: int = LOWS) -> list[Place]:
    """The row and the reveal level of each event, in the order of `events`; those of the scene where it needs no more rows."""
    if scene.rows > rows:
        scene = arrange(events, rows=rows)
    return [(place.row, place.level) for place in scene.placements]
