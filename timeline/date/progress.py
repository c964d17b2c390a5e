"""How far the dating of a source has come, for whoever waits."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

Item = TypeVar("Item")
Progress = Callable[[float], None]
"""Is told the share that is done, from 0 to 1."""

_STEPS = 200


def told(items: Sequence[Item], progress: Progress | None) -> Iterator[Item]:
    """The items, and every so often the share of them that came by."""
    step = max(len(items) // _STEPS, 1)
    for number, item in enumerate(items):
        if progress and number % step == 0:
            progress(number / len(items))
        yield item
