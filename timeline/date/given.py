"""Events that a source states itself, in columns or fields: their text becomes moments, nothing is inferred from prose.

Each one becomes an event, or an error among the problems with its line, its field and its words.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from timeline.clock import HOUR, format_instant, format_offset, is_zone, offset_at
from timeline.date.cell import Cells, Reading
from timeline.date.importance import of_key, of_stated
from timeline.date.iso8601 import read_iso
from timeline.date.progress import Progress, told
from timeline.errors import DateError
from timeline.model import BASES, PRECISIONS, STATUSES, Entry, Era, Event, Evidence, Given, Moment, Problem, Source, Status

_STATUS: dict[str, Status] = {
    **STATUSES,
    "geschehen": "happened", "confirmed": "happened", "done": "happened",
    "geplant": "planned", "scheduled": "planned", "tentative": "planned", "plan": "planned",
    "abgesagt": "cancelled", "canceled": "cancelled", "entfallen": "cancelled", "ausgefallen": "cancelled",
    "überholt": "superseded", "verschoben": "superseded", "postponed": "superseded", "moved": "superseded", "replaced": "superseded",
}  # fmt: skip
"""Words of editors and calendars -> status, without regard to case."""
_LONGEST = 200
_FARTHEST = 14 * HOUR
_QUARTER = HOUR // 4
"""No zone of today lies farther from UTC, or on no quarter of an hour (https://www.iana.org/time-zones)."""


@dataclass(frozen=True, slots=True)
class Names:
    """What one part of a source has to know of the ids in the others.

    Those of earlier parts are `taken`, those that any part gives `given`. Entries in `again` have events in earlier parts, so that their
    events are numbered on from `first`. A `replaces` may name what is `elsewhere`.
    """

    taken: Container[str] = frozenset()
    given: Container[str] = frozenset()
    again: Container[str] = frozenset()
    first: int = 0
    elsewhere: Container[str] = frozenset()


ALONE = Names()
"""Of a source that is read whole."""


@dataclass(slots=True)
class Stated:
    """What a source states, dated: its events in the order of the source, its eras, the stamp of each entry by id."""

    events: list[Event] = field(default_factory=list)
    eras: list[Era] = field(default_factory=list)
    published: dict[str, Moment] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def date_given(source: Source, cells: Cells, progress: Progress | None = None, names: Names = ALONE) -> Stated:
    """The events and eras of a source, read by `cells`, which knows their zone and what comes first, day or month."""
    stated = Stated()
    ids = _Ids((one.id for one in source.given), names)
    entries = {entry.id: entry for entry in source.entries}
    for one in told(source.given, progress):
        _event(one, entries.get(one.entry), cells, ids, stated)
    for era in source.eras:
        if (span := _span(era, cells, stated)) is not None and span[0] is not None:
            stated.eras.append(Era(era.label, span[0], span[1] or span[0]))
    known = {event.id for event in stated.events}
    for number, event in enumerate(stated.events):
        if event.replaces and event.replaces not in known and event.replaces not in names.elsewhere:
            stated.problems.append(Problem("replaces", words=event.replaces, line=ids.lines.get(event.id), column="replaces"))
            stated.events[number] = replace(event, replaces=None)
    return stated


class _Ids:
    """One id an event: those that the source gives, else the entry's with a number."""

    def __init__(self, given: Iterable[str], names: Names) -> None:
        self.used = {""}
        self.given = set(given)
        self.names = names
        self.lines: dict[str, int | None] = {}

    def of(self, one: Given, problems: list[Problem]) -> str:
        if one.id and one.id not in self.used and one.id not in self.names.taken:
            name = one.id
        else:
            if one.id:
                problems.append(Problem("same-id", words=one.id, line=one.line, column="id"))
            number = self.names.first + 1 if one.entry in self.names.again else 1
            while (name := f"{one.entry}-{number}") in self.used or name in self.given or name in self.names.given:
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
        if stamp is not None and stamp.start is not None:
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
    if one.more.get("utc") and one.start:
        one = _beside_utc(one, cells, stated)
    start, end = _read(one.start, one, "start", cells, stated), _read(one.end, one, "end", cells, stated)
    first, last = start.start if start else None, (end.end or end.start) if end else None
    if first is None and last is None and start is not None:
        last = start.end  # only its end is known, as of `/2008`
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
    if len(text) > _LONGEST:  # no date is that long, and patterns would go through all of it
        text = f"{text[:_LONGEST]}…"
    if one.zone and not is_zone(one.zone):
        stated.problems.append(Problem("unknown-zone", words=one.zone, line=one.line, column="zone"))
        one = replace(one, zone="")
    try:
        reading = cells.read(text, one.zone)
    except DateError:
        lost = column == "start" or (column == "end" and not one.start)
        stated.problems.append(Problem("cell", words=text[:120], line=one.line, column=column, severity="error" if lost else "warning"))
        return None
    if reading.warnings:
        stated.problems += [
            Problem(code, words=text, line=one.line, column=column, values=values, severity="note" if code == "open-end" else "warning")
            for code, values in reading.warnings
        ]
    if not one.zone:
        return reading
    start, end = (moment and _in_zone(moment, one, column, stated.problems) for moment in (reading.start, reading.end))
    return reading if start is reading.start and end is reading.end else replace(reading, start=start, end=end)


def _beside_utc(one: Given, cells: Cells, stated: Stated) -> Given:
    """A clock in local time beside the same one in UTC: they lie an offset apart, which is that of the row."""
    utc = one.more["utc"]
    try:
        instant, local = (cells.read(text, "UTC").start for text in (utc, one.start))
    except DateError:
        return one
    if instant is None or local is None or instant.instant is None or local.instant is None:
        return one
    if local.zone != "UTC" or local.instant == instant.instant:
        return one  # it has an offset of its own
    offset = local.instant - instant.instant
    has = offset_at(instant.instant, one.zone) if one.zone and is_zone(one.zone) else None
    known = abs(offset) <= _FARTHEST and offset % _QUARTER == 0
    if not known or has not in (None, offset):
        apart = f"{offset / HOUR:+.2f} h"
        stated.problems.append(Problem("utc-local", words=one.start, line=one.line, column="utc", values={"utc": utc, "offset": apart}))
    if known and has is None:
        return replace(one, start=f"{one.start}{format_offset(offset)}")
    return one if has == offset else replace(one, start=format_instant(instant.instant))


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
    moment = start or end
    if moment is None or not more.get("precision"):
        return start, end
    single = not (start and end)
    latest = _bound(more, "latest", moment.latest) if single or more.get("end_precision") else moment.latest
    moment = _bounded(moment, more["precision"], _bound(more, "earliest", moment.earliest), latest)
    about = set(more.get("approximate", "").split())
    if "approximate" in more:
        moment = replace(moment, approximate=bool(about & {"yes", "start"}))
    if single:
        return (moment, None) if start else (None, moment)
    if end is not None and more.get("end_precision"):
        bounds = _bound(more, "end_earliest", end.earliest), _bound(more, "end_latest", end.latest)
        end = replace(_bounded(end, more["end_precision"], *bounds), approximate="end" in about)
    return moment, end


def _bounded(moment: Moment, precision: str, earliest: int | None, latest: int | None) -> Moment:
    """The moment with the bounds it had; where its clock is not the first of them, it is named."""
    named = moment.instant if moment.instant != earliest else None
    return replace(moment, precision=PRECISIONS[precision], earliest=earliest, latest=latest, named=named)


def _bound(more: Mapping[str, str], column: str, otherwise: int | None) -> int | None:
    if column not in more:
        return otherwise
    return read_iso(more[column], "UTC")[0].instant if more[column] else None


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


def without_event(entries: Sequence[Entry], stated: Stated, reported: Iterable[Problem] = ()) -> list[Problem]:
    """Entries that nothing states a moment of, and that are no error yet, neither here nor among those that reading `reported`."""
    told = {event.entry for event in stated.events}
    lines = {problem.line for problem in (*reported, *stated.problems) if problem.severity == "error"}
    left = (entry for entry in entries if entry.id not in told and entry.lines[0] not in lines)
    return [Problem("no-start", words=entry.headline, line=entry.lines[0], column="start", severity="error") for entry in left]
