"""A story as a table for other programs: CSV, Excel, Parquet; one row an event, all that a row can hold.

A wider table than `timeline.table.COLUMNS`, which it begins with; `timeline.read.table` reads it back.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from timeline.clock import format_instant
from timeline.model import Entry, Event, Story
from timeline.table import COLUMNS, rows

EXPORTED: tuple[str, ...] = (
    *COLUMNS, "approximate", "end_precision", "end_zone", "end_earliest", "end_latest", "lane", "tags", "importance",
    "entry_headline", "body", "place", "latitude", "longitude", "media", "links",
)  # fmt: skip
"""`approximate`: `start`, `end` or both. `tags` and `links`: apart by `; `. `media`: a list in JSON, empty where there is none."""
_DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n")
_LARGEST_CELL = 32_767
"""Characters that a cell of Excel can hold (https://support.microsoft.com/office/1672b34d-7043-467e-8e27-269d656771c3)."""

LOSES = (
    "title", "introduction", "reader_zones", "lanes", "eras", "problems", "assumptions",
    "day", "stamp", "hand", "pointer", "key", "evidence", "records", "format", "lines",
    "Moment.zone", "Moment.basis", "Moment.named", "entries without events", "links but http",
)  # fmt: skip
"""What a row has no place for: of `evidence` only the words stay, of `lanes` those of an event; an entry without one has no row."""


def exported(story: Story) -> Iterator[dict[str, str]]:
    """The events of a story with all that a row can hold, in the order of `timeline.table.rows`."""
    entries = {entry.id: entry for entry in story.entries}
    events = {event.id: event for event in story.events}
    for row in rows(story):
        event = events[row["event"]]
        yield {**row, **_of_event(event, row), **_of_entry(entries[event.entry], event)}


def _of_event(event: Event, row: dict[str, str]) -> dict[str, str]:
    both = event.start is not None and event.end is not None
    about = [name for name, moment in (("start", event.start), ("end", event.end)) if moment is not None and moment.approximate]
    own = event.end if both else None
    return {
        "latest": _bound(event.moment.latest) if both else row["latest"],
        "approximate": " ".join(about) if both else "yes" if about else "",
        "end_precision": own.precision if own else "",
        "end_zone": (own.zone or "") if own else "",
        "end_earliest": _bound(own.earliest) if own else "",
        "end_latest": _bound(own.latest) if own else "",
        "lane": event.lane or "",
        "tags": "; ".join(event.tags) + (";" if len(event.tags) == 1 and "," in event.tags[0] else ""),
        "importance": f"{event.importance:g}",
    }


def _of_entry(entry: Entry, event: Event) -> dict[str, str]:
    place = entry.place
    has_degrees = place is not None and place.latitude is not None and place.longitude is not None
    return {
        "entry_headline": entry.headline if entry.headline != event.label else "",
        "body": entry.body,
        "place": place.name if place else "",
        "latitude": repr(place.latitude) if place and has_degrees else "",
        "longitude": repr(place.longitude) if place and has_degrees else "",
        "media": _media(entry),
        "links": "; ".join(entry.links),
    }


def _media(entry: Entry) -> str:
    listed = [{name: value for name, value in asdict(one).items() if value} for one in entry.media]
    return json.dumps(listed, ensure_ascii=False) if listed else ""


def _bound(instant: int | None) -> str:
    return format_instant(instant) if instant is not None else ""


def write_csv(story: Story) -> bytes:
    """UTF-8 with a byte order mark, without which Excel takes it for Windows-1252.

    A cell that a spreadsheet would take for a formula gets an apostrophe before it, and so does one that begins with an apostrophe, so that
    reading can take one away (https://owasp.org/www-community/attacks/CSV_Injection).
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(EXPORTED)
    for row in exported(story):
        writer.writerow([_harmless(row[name]) for name in EXPORTED])
    return b"\xef\xbb\xbf" + text.getvalue().encode("utf-8", "replace")


def _harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula; a date before Christ and a number stay what they are.

    >>> _harmless("=1+1"), _harmless("-0043-03-15"), _harmless("'quoted'")
    ("'=1+1", '-0043-03-15', "''quoted'")
    """
    cell = cell.replace("\0", "\N{REPLACEMENT CHARACTER}")
    first = cell.lstrip(" ")[:1]
    if first == "'" or (first in _DANGEROUS and first and not _is_number(cell)):
        return f"'{cell}"
    return cell


def _is_number(cell: str) -> bool:
    """Digits, hyphens and colons after the sign: nothing that could call a function."""
    return cell[:1] in "+-" and cell[1:2].isdigit() and all(sign in "0123456789-:.TZ" for sign in cell[1:])


def write_xlsx(story: Story) -> bytes:
    """A workbook of text cells, so that no formula runs and `2012` stays a year; a cell too long for Excel ends in `…`."""
    import openpyxl
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("events")
    sheet.freeze_panes = "A2"
    sheet.append(EXPORTED)
    for row in exported(story):
        cells: list[Any] = []
        for name in EXPORTED:
            text = ILLEGAL_CHARACTERS_RE.sub("\N{REPLACEMENT CHARACTER}", row[name])
            cell = WriteOnlyCell(sheet, None)
            if text:
                cell.value = "x"
                cell._value = text if len(text) <= _LARGEST_CELL else f"{text[: _LARGEST_CELL - 1]}…"
                cell.data_type = "s"
                cell.number_format = "@"
            cells.append(cell)
        sheet.append(cells)
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def write_parquet(story: Story) -> bytes:
    """Columns of text, with title, zone and language of the story in the file's metadata."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    table = list(exported(story))
    columns = {name: pa.array([row[name].encode("utf-8", "replace").decode() for row in table], pa.string()) for name in EXPORTED}
    about = {"title": story.title, "zone": story.zone, "language": story.language}
    data = io.BytesIO()
    pq.write_table(pa.table(columns).replace_schema_metadata(about), data, compression="zstd")
    return data.getvalue()
