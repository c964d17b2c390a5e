"""Reveal levels: level k means 2^(k/2) milliseconds per pixel, and all that follows from it in whole milliseconds.

Lengths are rounded up to whole milliseconds and never pass through a float, so that a story of 13.8 billion years is as exact as one of a
second, and a shorter length never comes out longer at a finer level.
"""

from __future__ import annotations

from functools import lru_cache
from math import isqrt

FINEST = -20
"""Where two neighbouring milliseconds lie 1,024 px apart: every label has room there, unless something covers its very instant."""

TILE = 1024
"""Pixels a tile is long, at least; rounded up to whole milliseconds."""

_FRACTION = 32  # bits behind the point of a scale
_PHASE = 633  # pixels that the tiles of a level are shifted against those of the next: 1,024 times the golden ratio


def level_at(milliseconds: int, pixels: int) -> int:
    """The level of a view of so many milliseconds in so many pixels: ceil(2 * log2(milliseconds / pixels)); both above zero.

    The level is the next one up from the view's own scale, so spacing is never tighter than planned.

    >>> level_at(1024, 1), level_at(1025, 1), level_at(1, 1024), level_at(3 * 86_400_000, 900)
    (20, 21, -20, 37)
    """
    long, wide = milliseconds * milliseconds, pixels * pixels
    if long > wide:
        return ((long - 1) // wide).bit_length()
    return 1 - (wide // long).bit_length()


def length(pixels: int, level: int) -> int:
    """So many pixels at a level in milliseconds, rounded up.

    >>> length(100, 0), length(100, 1), length(1, -20)
    (100, 142, 1)
    """
    return -(-pixels * _scale(level) >> _FRACTION)


def tile_at(instant: int, level: int) -> tuple[int, int]:
    """The tile of a level that holds an instant: its first millisecond and the first one after it.

    Tiles lie side by side. Each level shifts them against the one above by the golden part of a tile, so that no instant is
    close to a border at every level: with all tiles counted from 1970, what happened shortly before would never find room.
    """
    tile, shift = tile_grid(level)
    start = instant - (instant - shift) % tile
    return start, start + tile


@lru_cache(maxsize=1024)
def tile_grid(level: int) -> tuple[int, int]:
    """The length of the tiles of a level and the start of one of them, in milliseconds."""
    tile = length(TILE, level)
    return tile, tile * ((level - FINEST) * _PHASE % TILE) // TILE


@lru_cache(maxsize=1024)
def _scale(level: int) -> int:
    """Milliseconds per pixel as a fixed point number, rounded up."""
    return isqrt((1 << level + 2 * _FRACTION) - 1) + 1
