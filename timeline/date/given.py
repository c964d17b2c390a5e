"""Events that a source states itself, in columns or fields: their text becomes moments, nothing is inferred from prose.

Each one becomes an event, or an error among the problems with its line, its field and its words.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from timeline.clock import find_zone, format_offset, offset_at
from timeline.date.cell import Cells, Reading
from timeline.date.importance import of_key, of_stated
from timeline.date.progress import Progress, told
from timeline.errors import DateError, ZoneError
from timeline.model import BASES, PRECISIONS, STATUSES, Entry, Era, Event, Evidence, Given, Moment, Problem, Source, Status
from timeline.moment import read_moment

_STATUS: dict[str, Status] = {
    **STATUSES,
    "geschehen": "happened", "confirmed": "happened", "done": "happened",
    "geplant": "planned", "scheduled": "planned", "tentative": "planned", "plan": "planned",
    "abgesagt": "cancelled", "canceled": "cancelled", "entfallen": "cancelled", "ausgefallen": "cancelled",
    "überholt": "superseded", "verschoben": "superseded", "postponed": "superseded", "moved": "superseded", "replaced": "superseded",
}  # fmt: skip
"""Words of editors and calendars -> status, without regard to case."""


@dataclass(slots=True)
class Stated:
    """What a source states, dated: its events in the order of the source, its eras, the stamp of each entry by id."""

    events: list[Event] = field(default_factory=list)
    eras: list[Era] = field(default_factory=list)
    published: dict[str, Moment] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def date_given(source: Source, cells: Cells, progress: Progress | None = None) -> Stated:
    """The events and eras of a source, read by `cells`, which knows their zone and what comes first, day or month."""
    stated = Stated()
    ids = _Ids(one.id for one in source.given)
    entries = {entry.id: entry for entry in source.entries}
    for one in told(source.given, progress):
        _event(one, entries.get(one.entry), cells, ids, stated)
    for era in source.eras:
        if (span := _span(era, cells, stated)) is not None and span[0] is not None:
            stated.eras.append(Era(era.label, span[0], span[1] or span[0]))
    known = {event.id for event in stated.events}
    for number, event in enumerate(stated.events):
        if event.replaces and event.replaces not in known:
            stated.problems.append(Problem("replaces", words=event.replaces, line=ids.lines.get(event.id), column="replaces"))
            stated.events[number] = replace(event, replaces=None)
    return stated


class _Ids:
    """One id an event: those that the source gives, else the entry's with a number."""

    def __init__(self, given: Iterable[str]) -> None:
        self.used = {""}
        self.given = set(given)
        self.lines: dict[str, int | None] = {}

    def of(self, one: Given, problems: list[Problem]) -> str:
        if one.id and one.id not in self.used:
            name = one.id
        else:
            if one.id:
                problems.append(Problem("same-id", words=one.id, line=one.line, column="id"))
            number = 1
            while (name := f"{one.entry}-{number}") in self.used or name in self.given:
                number += 1
        self.used.add(name)
        self.lines[name] = one.line
        return name


def _event(one: Given, entry: Entry | None, cells: Cells, ids: _Ids, stated: Stated) -> None:
    span = _span(one, cells, stated)
    if span is None:
        return
    if one.published:
        stamp = _read(one.published, one, "published", cells, stated)
        if stamp is not None:
            stated.published[one.entry] = replace(stamp.start, basis="reported")
    words = one.more.get("evidence", "")
    status = _status(one, stated.problems)
    stated.events.append(
        Event(
            id=ids.of(one, stated.problems),
            entry=one.entry,
            label=one.label,
            start=span[0],
            end=span[1],
            status=status,
            replaces=one.replaces or None,
            lane=one.lane or None,
            tags=one.tags,
            importance=_importance(one, entry, status, stated.problems),
            evidence=(Evidence(words, "hand", 0, len(words), "table"),) if words else (),
        )
    )


def _span(one: Given, cells: Cells, stated: Stated) -> tuple[Moment | None, Moment | None] | None:
    """Start and end; None where neither can be read, which is an error among the problems."""
    start, end = _read(one.start, one, "start", cells, stated), _read(one.end, one, "end", cells, stated)
    first, last = start.start if start else None, (end.end or end.start) if end else None
    if first is None and last is None:
        if not (one.start or one.end):
            stated.problems.append(Problem("no-start", words=one.label, line=one.line, column="start", severity="error"))
        return None
    if start is not None and last is None:
        last = start.end
    if first and last and first.earliest is not None and last.latest is not None and last.latest <= first.earliest:
        stated.problems.append(Problem("end-first", words=f"{one.start} – {one.end}", line=one.line, column="end"))
        last = None
    try:
        return _as_it_was(one, first, last)
    except (DateError, KeyError) as error:
        stated.problems.append(Problem("row", words=str(error), line=one.line, severity="error"))
        return None


def _read(text: str, one: Given, column: str, cells: Cells, stated: Stated) -> Reading | None:
    """A cell as a moment; one that is none is a problem, an error where it leaves the event without any."""
    if not text:
        return None
    if one.zone and not _is_zone(one.zone):
        stated.problems.append(Problem("unknown-zone", words=one.zone, line=one.line, column="zone"))
        one = replace(one, zone="")
    try:
        reading = cells.read(text, one.zone)
    except DateError:
        lost = column == "start" or (column == "end" and not one.start)
        stated.problems.append(Problem("cell", words=text[:120], line=one.line, column=column, severity="error" if lost else "warning"))
        return None
    stated.problems += [Problem(code, words=text, line=one.line, column=column, values=reading.values) for code in reading.warnings]
    return replace(reading, start=_in_zone(reading.start, one, column, stated.problems))


def _in_zone(moment: Moment, one: Given, column: str, problems: list[Problem]) -> Moment:
    """A clock with an offset beside a zone: the zone is its own where it had that offset then; else the offset stays and is reported."""
    if not one.zone or moment.zone == one.zone or moment.instant is None or moment.zone is None:
        return moment
    written, had = offset_at(moment.instant, moment.zone), offset_at(moment.instant, one.zone)
    if written == had:
        return replace(moment, zone=one.zone)
    if column == "published":
        return moment  # the stamp of an entry may be that of its desk
    values = {"zone": one.zone, "offset": format_offset(written), "other": format_offset(had)}
    words = one.end if column == "end" else one.start
    problems.append(Problem("offset-zone", words=words, line=one.line, column=column, values=values))
    return moment


def _as_it_was(one: Given, start: Moment | None, end: Moment | None) -> tuple[Moment | None, Moment | None]:
    """Where a table of this package states how a moment is known, and its bounds, they are the ones it had.

    Raises `DateError` or `KeyError` for words that mean nothing.
    """
    more = one.more
    if not more.get("precision") and not more.get("basis"):
        return start, end
    basis = BASES[more.get("basis") or "given"]
    start, end = start and replace(start, basis=basis), end and replace(end, basis=basis)
    if not more.get("precision"):
        return start, end
    single = not (start and end)
    moment = start or end
    if moment is None:
        return start, end
    named = moment.instant
    earliest = _bound(more, "earliest", moment.earliest)
    latest = _bound(more, "latest", moment.latest) if single else moment.latest
    moment = replace(
        moment,
        precision=PRECISIONS[more["precision"]],
        earliest=earliest,
        latest=latest,
        named=named if named != earliest else None,
    )
    return (moment, end) if start else (start, moment)


def _bound(more: object, column: str, otherwise: int | None) -> int | None:
    cells = more if isinstance(more, dict) else {}
    if column not in cells:
        return otherwise
    return read_moment(cells[column], "UTC").instant if cells[column] else None


def _status(one: Given, problems: list[Problem]) -> Status:
    status = _STATUS.get(one.status.strip().casefold() or "happened")
    if status is None:
        problems.append(Problem("status", words=one.status, line=one.line, column="status"))
    return status or "happened"


def _importance(one: Given, entry: Entry | None, status: Status, problems: list[Problem]) -> float:
    """The number of the source, else that of `timeline.date.importance`."""
    key = entry is not None and entry.key
    if one.importance:
        try:
            value = float(one.importance.replace(",", "."))
            if 0 <= value <= 1:
                return max(value, of_key(value, status, key=key))
        except ValueError:
            pass
        problems.append(Problem("importance", words=one.importance, line=one.line, column="importance"))
    return of_stated(len(entry.body) if entry else 0, status, key=key)


def _is_zone(name: str) -> bool:
    try:
        find_zone(name)
    except ZoneError:
        return False
    return True


def without_event(entries: Sequence[Entry], stated: Stated) -> list[Problem]:
    """Entries that nothing states a moment of, and that are no error yet."""
    told = {event.entry for event in stated.events}
    lines = {problem.line for problem in stated.problems if problem.severity == "error"}
    left = (entry for entry in entries if entry.id not in told and entry.lines[0] not in lines)
    return [Problem("no-start", words=entry.headline, line=entry.lines[0], column="start", severity="error") for entry in left]
