"""Rows of a table as events: one row an event, its cells as text. Which column is which: `timeline.read.columns`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, NoReturn

from timeline.errors import OptionError, SourceError
from timeline.model import Entry, Given, Problem, Settings, Source
from timeline.read.columns import DATES, Columns, find_columns
from timeline.read.furniture import Furniture
from timeline.read.whens import ends_of, is_utc, starts_of

if TYPE_CHECKING:
    import pandas as pd

_MORE = ("precision", "basis", "earliest", "latest", "evidence", "approximate", "end_precision", "end_earliest", "end_latest", "end_zone")
_NOTHING: Mapping[str, str] = MappingProxyType({})
_SHOWN = 12
"""So many names of columns are quoted in a message."""
_LABEL = 120


@dataclass(slots=True)
class Table:
    """A table before anything is known of its columns: names, the cells of each from top to bottom, the line that each row begins on."""

    names: Sequence[str]
    columns: Callable[[int], Sequence[str]]
    lines: Sequence[int]
    problems: list[Problem] = field(default_factory=list)

    @classmethod
    def of_rows(cls, names: Sequence[str], rows: Sequence[Sequence[str]], lines: Sequence[int], problems: list[Problem]) -> Table:
        """The table of its rows, each as long as `names`; a column is made when it is asked for."""
        return cls(names, lambda at: [row[at].strip() for row in rows], lines, problems)


@dataclass(frozen=True, slots=True)
class Part:
    """Which rows of a longer table these are: so many come before them. `kinds`: whether a column of types sets apart title and eras, if
    that is known. Positions of entries are counted on from `after`."""

    first: int = 0
    kinds: bool | None = None
    after: int = 0


WHOLE = Part()


def read_frame(frame: pd.DataFrame, *, name: str = "the table", columns: Mapping[str, str] = _NOTHING) -> Source:
    """The rows of a pandas table; rows with the same `entry` share one. Raises `OptionError` where a column is missing."""
    from timeline.read.frame import table_of

    return read_table(table_of(frame), name, columns)


def read_table(table: Table, name: str, mapping: Mapping[str, str], *, file: bool = False, part: Part = WHOLE) -> Source:
    """The source of a table, or of a part of one; raises `OptionError` (of a `file`: `SourceError`) where no column tells when or what."""
    found = find_columns(table.names, mapping)
    _check(table, found, name, file=file)
    if file and part is WHOLE and not len(table.lines):
        raise SourceError(f"{name!r} has the names of its columns but no row below them; put in one row an event")
    cells = {wanted: table.columns(number) for wanted, number in found.at.items()}
    problems = [*table.problems, *(() if part.first else _notes(found))]
    furniture = Furniture.of(cells, problems)
    starts, ends = starts_of(cells, table.names, found.at), ends_of(cells)
    labels = _labels(cells, starts)
    entries: dict[str, Entry] = {}
    given: list[Given] = []
    eras: list[Given] = []
    settings, introduction = Settings(), ""
    kinds = _kinds(cells, part.kinds)
    more = _more(cells)
    shared = cells.get("entry")
    bodies, headlines = cells.get("body"), cells.get("entry_headline")
    stated = _Given(cells, starts, ends, labels, table.lines)
    for number, (line, label) in enumerate(zip(table.lines, labels, strict=True)):
        if kinds and kinds[number] == "title":
            settings, introduction = replace(settings, title=label), bodies[number] if bodies else ""
            continue
        if kinds and kinds[number] == "era":
            eras.append(stated.at(number, f"era{line}", more))
            continue
        own = int(shared[number]) if shared and shared[number].isdecimal() else part.first + number + 1
        position = part.after + own
        key = f"e{position}"
        if key not in entries:
            body = bodies[number] if bodies else ""
            headline = (headlines[number] if headlines else "") or label
            links, media, place = furniture.at(number, line)
            entries[key] = Entry(key, headline, body, position, (line, line), links=links, media=media, place=place)
        given.append(stated.at(number, key, more))
    ordered = tuple(sorted(entries.values(), key=lambda entry: entry.position) if shared else entries.values())
    return Source(name, introduction, ordered, settings, tuple(problems), tuple(given), tuple(eras), len(given), "table")


def _check(table: Table, found: Columns, name: str, *, file: bool) -> None:
    names = [one for one in table.names if one]
    shown = ", ".join(names[:_SHOWN]) + (", …" if len(names) > _SHOWN else "")
    if not found.at.keys() & set(DATES):
        _refuse(f"no column 'start' among {shown}", name, file, any(one[:1].isdigit() for one in names))
    if not found.at.keys() & {"label", "body", "entry_headline"}:
        _refuse(f"no column 'label' among {shown}", name, file, any(one[:1].isdigit() for one in names))


def _refuse(what: str, name: str, file: bool, headless: bool) -> NoReturn:
    remedy = "a story needs 'label' and 'start'; name the columns so, or say which they are, such as start='Beginn'"
    if file and headless:
        remedy = "its first row looks like data; put a row with the names of the columns above it, such as: label, start"
    raise (SourceError(f"{name!r} has {what}; {remedy}") if file else OptionError(f"{what}; {remedy}"))


def _notes(found: Columns) -> Iterator[Problem]:
    """What was taken from nowhere, so that nobody has to wonder."""
    for name in found.twice:
        yield Problem("same-column", words=name, severity="warning")
    if found.unused:
        words = ", ".join(found.unused[:_SHOWN]) + (", …" if len(found.unused) > _SHOWN else "")
        yield Problem("unused-columns", words=words, severity="note", values={"first": found.unused[0]})


def _labels(cells: Mapping[str, Sequence[str]], starts: Sequence[str]) -> Sequence[str]:
    """The words of each row, where there are none the first line of its text, else its date: a mark needs a name."""
    labels, bodies = cells.get("label") or cells.get("entry_headline"), cells.get("body")
    if labels and all(labels):
        return labels
    first = [body.split("\n", 1)[0][:_LABEL] for body in bodies] if bodies else [""] * len(starts)
    return [label or body or start for label, body, start in zip(labels or first, first, starts, strict=True)]


def _kinds(cells: dict[str, Sequence[str]], known: bool | None) -> list[str] | None:
    """The column `Type` of TimelineJS, which sets apart a title and eras; with any other word it is a lane."""
    types = cells.get("type")
    if types is None:
        return None
    kinds = [kind.casefold() for kind in types]
    if are_kinds(kinds) if known is None else known:
        return kinds
    cells.setdefault("lane", types)
    return None


def are_kinds(types: Iterable[str]) -> bool:
    """Whether a column of types only sets apart a title and eras."""
    return {kind.casefold() for kind in types} <= {"", "title", "era", "event"}


def _more(cells: Mapping[str, Sequence[str]]) -> Sequence[tuple[str, Sequence[str]]]:
    ours = [(name, cells[name]) for name in _MORE if name in cells]
    if "utc" in cells and cells.keys() & {"local", "start", "date"}:
        ours.append(("utc", cells["utc"]))
    return ours


class _Given:
    """The rows as `Given`; a column that is not there costs nothing."""

    def __init__(
        self, cells: Mapping[str, Sequence[str]], starts: Sequence[str], ends: Sequence[str], labels: Sequence[str], lines: Sequence[int]
    ) -> None:
        self.labels, self.starts, self.ends, self.lines = labels, starts, ends, lines
        names = ("zone", "id", "status", "lane", "importance", "replaces", "published")
        empty: Sequence[str] = ("",) * len(labels)
        self.zones, self.ids, self.status, self.lanes, self.importance, self.replaces, self.published = (
            cells.get(name, empty) for name in names
        )
        if "published" in cells and cells["published"] is starts:
            self.published = empty
        self.tags = cells.get("tags")
        self.zone = "UTC" if is_utc(cells) else ""

    def at(self, number: int, entry: str, more: Iterable[tuple[str, Sequence[str]]]) -> Given:
        """The row `number` as an event of an entry."""
        return Given(
            entry,
            self.labels[number],
            self.starts[number],
            self.ends[number],
            self.zones[number] or self.zone,
            self.ids[number],
            self.status[number],
            self.lanes[number],
            split_tags(self.tags[number]) if self.tags else (),
            self.importance[number],
            self.replaces[number],
            self.published[number],
            self.lines[number],
            {name: column[number] for name, column in more} if more else _NOTHING,
        )


def split_tags(text: str) -> tuple[str, ...]:
    """The tags of a cell: at semicolons where there are some, else at commas; doubled ones once.

    >>> split_tags("flood, Kisumu"), split_tags("Berlin, Mitte; Wahl")
    (('flood', 'Kisumu'), ('Berlin, Mitte', 'Wahl'))
    """
    if not text:
        return ()
    parts = text.split(";" if ";" in text else ",")
    return tuple(dict.fromkeys(part.strip().lstrip("#") for part in parts if part.strip()))
