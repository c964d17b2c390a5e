"""Where the labels of a figure without a page stand, and what fits there: in a bar, or behind it as far as the row is free.

In a page assets/lib/labels.mjs does this anew for each view.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from timeline.arrange.width import GAP, MARK, WIDEST, label_width, shorten
from timeline.draw.marks import Mark

_PAD = 8
"""Pixels between a mark and its label."""


@dataclass(frozen=True, slots=True)
class Label:
    """A label whose mark, or whose room in a bar, begins `at` an instant."""

    event: str
    at: int
    row: int
    text: str


def place_labels(
    marks: Sequence[Mark], shown: Iterable[str], texts: Mapping[str, str], *, window: tuple[int, int], width: int
) -> list[Label]:
    """The labels of the `shown` events in a view of `window` (UTC milliseconds) on `width` pixels.

    One without room for a word is left out.
    """
    scale = (window[1] - window[0]) / width
    revealed = set(shown)
    rows: dict[int, list[Mark]] = {}
    for mark in sorted((mark for mark in marks if mark.event in revealed), key=lambda mark: mark.left):
        rows.setdefault(mark.row, []).append(mark)
    found = []
    for row in rows.values():
        for mark, after in zip(row, [*row[1:], None], strict=True):
            edge = after.left if after else max(window[1], mark.right)
            inside, behind = (mark.right - max(mark.left, window[0])) / scale, (edge - mark.right) / scale - GAP
            need = label_width(texts[mark.event]) - MARK + _PAD
            if mark.segments and (inside >= need or inside > behind):
                text, at = shorten(texts[mark.event], room=int(inside) + MARK - 2 * _PAD), max(mark.left, window[0])
            else:
                text, at = shorten(texts[mark.event], room=int(min(behind, WIDEST)) + MARK - _PAD), mark.right
            if len(text) > 1:
                found.append(Label(mark.event, at, mark.row, text))
    return found
