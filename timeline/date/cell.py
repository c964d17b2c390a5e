"""One cell of a table, or one field of a file, as a moment: ISO 8601, and what editors write instead.

Whether `3/4/2022` is the third of April or the fourth of March is told by the other cells of the source, never cell by cell.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from timeline.model import Assumption, Moment
from timeline.moment import read_range


@dataclass(frozen=True, slots=True)
class Reading:
    """What a cell says. `warnings` are codes of problems, filled with `values`."""

    start: Moment
    end: Moment | None = None
    warnings: tuple[str, ...] = ()
    values: Mapping[str, str] = field(default_factory=dict)


class Cells:
    """Reads the cells of one source: `zone` is that of clocks without one; `texts` are all of them, which tell what comes first, day or
    month."""

    def __init__(self, texts: Iterable[str], zone: str) -> None:
        self.zone = zone
        self.assumptions: list[Assumption] = []

    def read(self, text: str, zone: str = "") -> Reading:
        """The moment of one cell; raises `DateError` where it is none."""
        start, end = read_range(text, zone or self.zone)
        return Reading(start, end)
