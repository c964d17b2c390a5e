"""How many events a view hides, and where."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from timeline.arrange.scene import Placement
from timeline.arrange.spans import span
from timeline.errors import OptionError
from timeline.model import Event


def count_hidden(events: Sequence[Event], placements: Sequence[Placement], level: int, edges: Sequence[int]) -> tuple[int, ...]:
    """How many events that a view at `level` does not label begin in each bin `edges[i] <= begin < edges[i + 1]`.

    `placements` are those that `arrange` gave for the same `events`. An event is counted where its mark begins and nowhere else, so bins
    side by side count each hidden event once; one that begins outside of all bins is in none. Raises `OptionError` where the
    edges do not rise.
    """
    if any(left >= right for left, right in pairwise(edges)):
        raise OptionError(f"edges {list(edges)!r} do not rise; give the borders of the bins in order, each once")
    counts = [0] * max(len(edges) - 1, 0)
    for event, placement in zip(events, placements, strict=True):
        if (placement.level is None or placement.level < level) and (ends := span(event)) is not None:
            place = bisect_right(edges, ends[0]) - 1
            if 0 <= place < len(counts):
                counts[place] += 1
    return tuple(counts)
