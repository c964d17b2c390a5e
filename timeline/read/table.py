"""Rows of a table as events: one row an event, its cells as text. Which column is which: `timeline.read.columns`."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from timeline.errors import OptionError
from timeline.model import Entry, Given, Settings, Source

if TYPE_CHECKING:
    import pandas as pd

_MORE = ("precision", "basis", "earliest", "latest", "evidence")


def read_frame(frame: pd.DataFrame, *, name: str = "the table", columns: Mapping[str, str] = MappingProxyType({})) -> Source:
    """The rows of a pandas table with at least `label` and `start`; rows with the same `entry` share one.

    Raises `OptionError` where a column is missing.
    """
    missing = [column for column in ("label", "start") if column not in frame.columns]
    if missing:
        raise OptionError(f"no column {missing[0]!r} among {', '.join(map(str, frame.columns))}; a story needs 'label' and 'start'")
    entries: dict[str, Entry] = {}
    given: list[Given] = []
    for number, record in enumerate(frame.fillna("").astype(str).to_dict("records"), start=1):
        row = {str(column): str(value).strip() for column, value in record.items()}
        position = int(row["entry"]) if row.get("entry", "").isdecimal() else number
        entry = entries.setdefault(f"e{position}", Entry(f"e{position}", row["label"], "", position, lines=(number, number)))
        given.append(
            Given(
                entry=entry.id,
                label=row["label"],
                start=row["start"],
                end=row.get("end", ""),
                zone=row.get("zone", ""),
                id=row.get("event", ""),
                status=row.get("status", ""),
                replaces=row.get("replaces", ""),
                published=row.get("published", ""),
                line=number,
                more={column: row[column] for column in _MORE if column in row},
            )
        )
    ordered = tuple(sorted(entries.values(), key=lambda entry: entry.position))
    return Source(name, "", ordered, Settings(), given=tuple(given), records=len(given), format="table")
