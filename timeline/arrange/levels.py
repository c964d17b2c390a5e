"""Reveal levels: level k means 2^(k/2) milliseconds per pixel, and all that follows from it in whole milliseconds.

Lengths are rounded up to whole milliseconds and never pass through a float, so that a story of 13.8 billion years is as exact as one of a
second, and a shorter length never comes out longer at a finer level.
"""

from __future__ import annotations

from functools import lru_cache
from math import isqrt

FINEST = -20
"""Where two neighbouring milliseconds lie 1,024 px apart: every label has room there, unless something covers its very instant."""

_FRACTION = 32  # bits behind the point of a scale


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


@lru_cache(maxsize=1024)
def _scale(level: int) -> int:
    """Milliseconds per pixel as a fixed point number, rounded up."""
    return isqrt((1 << level + 2 * _FRACTION) - 1) + 1
