"""A story as a table: one row an event, the columns of `COLUMNS`. The way back is `timeline.read.table`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from timeline.clock import format_instant
from timeline.model import Story
from timeline.moment import iso

if TYPE_CHECKING:
    import pandas as pd

COLUMNS: tuple[str, ...] = (
    "entry", "event", "label", "start", "end", "precision", "zone", "status", "basis", "evidence", "replaces", "published",
    "earliest", "latest",
)  # fmt: skip
"""`entry`: its position, from 1. `start`, `end`: ISO 8601, a clock with its offset, a civil date bare. `published`: the entry's own
stamp. `earliest` (inclusive), `latest` (exclusive): bounds in UTC, empty where there is none."""


def rows(story: Story) -> Iterator[dict[str, str]]:
    """The events of a story in the order of its entries; every value is text, empty where nothing is known."""
    positions = {entry.id: entry for entry in story.entries}
    order = {entry.id: entry.position for entry in story.entries}
    for event in sorted(story.events, key=lambda event: (order[event.entry], len(event.id), event.id)):
        entry, moment = positions[event.entry], event.moment
        yield {
            "entry": str(entry.position),
            "event": event.id,
            "label": event.label,
            "start": iso(event.start),
            "end": iso(event.end),
            "precision": moment.precision,
            "zone": moment.zone or "",
            "status": event.status,
            "basis": moment.basis,
            "evidence": " … ".join(evidence.text for evidence in event.evidence),
            "replaces": event.replaces or "",
            "published": iso(entry.published),
            "earliest": _bound(event.earliest),
            "latest": _bound(event.latest),
        }


def _bound(instant: int | None) -> str:
    return format_instant(instant) if instant is not None else ""


def to_frame(story: Story) -> pd.DataFrame:
    """The table as pandas, all columns text, so that a civil date stays what it is."""
    import pandas as pd

    return pd.DataFrame(list(rows(story)), columns=list(COLUMNS), dtype="str")
