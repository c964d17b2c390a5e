"""Tables that are too long to be read at once: cut into pieces of some ten thousand rows, each read like a table of its own.

What a table tells once for all of its rows is found once, for all pieces: the names of its columns, the delimiter, the encoding, whether
its instants are days. Rows and lines are counted through, and the limits of size hold for a piece.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Protocol

from timeline.errors import SourceError
from timeline.model import Source
from timeline.read.formats import find_format
from timeline.read.raw import Raw
from timeline.read.table import Part, Table, read_table

ROWS = 50_000
"""Rows of a piece."""
BYTES = 32_000_000
"""Bytes of a piece, but for a single row that is longer."""
_HEAD = 100_000
"""Bytes that tell the format."""


@dataclass(frozen=True, slots=True)
class Span:
    """Where a piece lies: its first byte (of Parquet: row) and how many there are, its first line, how many rows come before it and in it.

    `loose`: a quotation mark never closed before it, so that each line is a row.
    """

    start: int
    size: int
    line: int
    first: int
    rows: int
    loose: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """The bytes of a span, as its own process gets them."""

    span: Span
    data: bytes


class Long(Protocol):
    """A long table of one format; it can be sent to another process, which needs no file to read a piece."""

    name: str
    format: str
    mapping: Mapping[str, str]

    def cut(self, rows: int) -> list[Span]:
        """Where its pieces lie; after that it knows its columns. Raises `SourceError` for what is no table."""

    def pieces(self, spans: list[Span]) -> Iterator[Piece]:
        """The bytes of the pieces, in their order."""

    def table(self, piece: Piece) -> Table:
        """A piece as a table."""

    def clocks(self, piece: Piece) -> frozenset[str]:
        """The columns of naive instants that are no mere days: those that have a clock in one piece have it in all."""

    def with_clocks(self, clocks: frozenset[str]) -> None:
        """Take these for what `clocks` said of all pieces."""


def open_long(path: Path, *, format: str | None = None, columns: Mapping[str, str] | None = None, name: str | None = None) -> Long | None:
    """A table of a format that can be read piece by piece; None where it is another one, or cannot be read."""
    from timeline.read.long_lines import LongCsv, LongJson, encoding_of
    from timeline.read.long_parquet import LongParquet

    named, mapping = name or path.name, dict(columns or {})
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
        if format in (None, "parquet") and head[:4] == b"PAR1":
            return LongParquet(path, named, mapping)
        found = find_format(Raw(head, named, mapping), format).name
        if found not in ("csv", "tsv", "jsonl") or (encoding := encoding_of(path, named)) is None:
            return None
    except (OSError, SourceError, ModuleNotFoundError):
        return None  # whoever reads it as a whole says what is wrong with it
    return (LongJson if found == "jsonl" else LongCsv)(path, named, mapping, encoding, found)


@dataclass(frozen=True, slots=True)
class Shape:
    """What holds for all pieces of a long table: `kinds`, whether its column of types sets apart a title and eras."""

    kinds: bool = True
    clocks: frozenset[str] = field(default_factory=frozenset)


def read_piece(long: Long, piece: Piece, shape: Shape, *, after: int = 0) -> Source:
    """The source that a piece is, its rows counted through; positions of entries are counted on from `after`."""
    table = long.table(piece)
    lost = sum(problem.severity == "error" for problem in table.problems)  # lines that are no row
    part = Part(piece.span.first, shape.kinds, after)
    found = read_table(table, long.name, long.mapping, file=True, part=part)
    title = found.settings.title or Raw(b"", long.name).title
    return replace(found, settings=replace(found.settings, title=title), format=long.format, records=found.records + lost)
