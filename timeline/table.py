"""A story as a table and back: one row an event, the columns of `COLUMNS`, in every door that speaks in tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from timeline.clock import find_zone, format_instant
from timeline.errors import DateError, OptionError
from timeline.model import BASES, PRECISIONS, STATUSES, Entry, Event, Evidence, Moment, Problem, Story, by_time
from timeline.moment import iso, read_moment

if TYPE_CHECKING:
    import pandas as pd

Word = TypeVar("Word", bound=str)

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


def from_frame(frame: pd.DataFrame, *, title: str = "", language: str = "en", zone: str = "UTC") -> Story:
    """The story of a table with at least `label` and `start`; other columns of `COLUMNS` are used where they are there.

    Rows with the same `entry` share one; the first label is its headline. A start that is no moment becomes a problem, never an
    exception; raises `OptionError` where a column is missing or `zone` is unknown.
    """
    find_zone(zone)
    missing = [column for column in ("label", "start") if column not in frame.columns]
    if missing:
        raise OptionError(f"no column {missing[0]!r} among {', '.join(map(str, frame.columns))}; a story needs 'label' and 'start'")
    entries: dict[str, Entry] = {}
    events: list[Event] = []
    problems: list[Problem] = []
    for number, record in enumerate(frame.fillna("").astype(str).to_dict("records"), start=1):
        row = {str(column): str(value).strip() for column, value in record.items()}
        position = int(row["entry"]) if row.get("entry", "").isdecimal() else number
        entry = entries.setdefault(f"e{position}", Entry(f"e{position}", row["label"], "", position, lines=(number, number)))
        try:
            published = _published(row, zone)
            event = _event(row, entry, number, zone)
        except DateError as error:
            problems.append(Problem("row", words=str(error), line=number, severity="error"))
            continue
        entries[entry.id] = replace(entry, published=published or entry.published)
        events.append(event)
    ordered = tuple(sorted(entries.values(), key=lambda entry: entry.position))
    return Story(
        title=title, language=language, zone=zone, entries=ordered, events=tuple(sorted(events, key=by_time)), problems=tuple(problems)
    )


def _event(row: dict[str, str], entry: Entry, number: int, zone: str) -> Event:
    start, end = _moment(row, "start", zone), _moment(row, "end", zone)
    if start is None and end is None:
        raise DateError(row["start"])
    status = _one_of(STATUSES, row.get("status") or "happened")
    evidence = (Evidence(row["evidence"], "hand", 0, len(row["evidence"]), "table"),) if row.get("evidence") else ()
    return Event(
        id=row.get("event") or f"{entry.id}-{number}",
        entry=entry.id,
        label=row["label"],
        start=start,
        end=end,
        status=status,
        replaces=row.get("replaces") or None,
        evidence=evidence,
    )


def _moment(row: dict[str, str], column: str, zone: str) -> Moment | None:
    """A cell as a moment; where the table has its precision and bounds too, they are the ones it had."""
    text = row.get(column, "")
    if not text:
        return None
    basis = _one_of(BASES, row.get("basis") or "given")
    moment = read_moment(text, row.get("zone") or zone, basis=basis)
    if not row.get("precision") or (column == "end" and row.get("start")):
        return moment
    named = moment.instant
    single = not (row.get("start") and row.get("end"))
    earliest = _bound_of(row, "earliest", zone, moment.earliest)
    latest = _bound_of(row, "latest", zone, moment.latest) if single else moment.latest
    return replace(
        moment,
        precision=_one_of(PRECISIONS, row["precision"]),
        zone=row.get("zone") or moment.zone,
        earliest=earliest,
        latest=latest,
        named=named if named != earliest else None,
    )


def _bound_of(row: dict[str, str], column: str, zone: str, otherwise: int | None) -> int | None:
    if column not in row:
        return otherwise
    return read_moment(row[column], zone).instant if row[column] else None


def _published(row: dict[str, str], zone: str) -> Moment | None:
    return read_moment(row["published"], row.get("zone") or zone, basis="reported") if row.get("published") else None


def _one_of(words: Mapping[str, Word], word: str) -> Word:
    if word not in words:
        raise DateError(word)
    return words[word]
