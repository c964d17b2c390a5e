"""CSV in its many kinds: commas, semicolons, tabs or bars, quotes and line ends in cells, rows that are too long or too short.

Rules: https://www.rfc-editor.org/rfc/rfc4180. Python's own reader is used and not pandas', which joins numbers and text, cannot say on
which line a row began, and drops rows with a cell too many.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from timeline.errors import SourceError
from timeline.model import Problem, Source
from timeline.read.columns import recognised
from timeline.read.decode import decode
from timeline.read.raw import HEAD, Raw
from timeline.read.table import Table, read_table

_DELIMITERS = (",", ";", "\t", "|")
_FIRST = 20
"""So many lines tell the delimiter, and within so many rows stands the one with the names."""
_LONGEST_CELL = 2**31 - 1
_SHOWN = 120
_GUARDED = frozenset("=+-@\t\r\n'")
"""What `timeline.export.tables` puts an apostrophe before."""


@dataclass(slots=True)
class Row:
    """The cells of a row, and the line it begins on."""

    line: int
    cells: list[str]


def read_csv(raw: Raw) -> Source:
    """The rows of a table whose cells are kept apart by commas, semicolons, tabs or bars: whichever its first lines fit."""
    text, first = raw.text, 1
    delimiter = "\t" if raw.suffix in (".tsv", ".tab") else ""
    if text[:4].lower() == "sep=" and text[5:6] == "\n":  # Excel writes the delimiter above the table
        delimiter, text, first = text[4], text[6:], 2
    return read_table(table_of(text, delimiter or delimiter_of(text), raw.name, first), raw.name, raw.columns, file=True)


def looks_like_csv(raw: Raw) -> bool:
    """Whether the first line names columns of which one tells when, and the lines below have as many cells: no ticker does."""
    text = _head(raw)
    if "\n" not in text.strip() or text.startswith(("+++", "---", "{", "[", "<", "BEGIN:")):
        return False
    delimiter = delimiter_of(text)
    rows = [cells for cells in _rows(text, delimiter) if any(cells)]
    if len(text) >= HEAD - 4 and len(rows) > 2:
        rows.pop()  # it may be cut off
    return len(rows) > 1 and recognised(rows[0]) > 1 and all(len(cells) == len(rows[0]) for cells in rows[:_FIRST])


def _head(raw: Raw) -> str:
    if raw.words is not None:
        return raw.words[:HEAD].removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    try:
        return decode(raw.data[:HEAD], raw.name).replace("\r\n", "\n").replace("\r", "\n")
    except SourceError:
        return ""


def _rows(text: str, delimiter: str) -> list[list[str]]:
    try:
        return list(csv.reader(io.StringIO(text), delimiter=delimiter))
    except csv.Error:
        return []


def delimiter_of(text: str) -> str:
    """The delimiter with which the first rows name most columns that are known, and have most columns of the same number."""
    lines = "\n".join(text[: 4 * HEAD].split("\n")[:_FIRST])

    def fit(delimiter: str) -> tuple[int, int]:
        rows = [row for row in _rows(lines, delimiter) if any(row)]
        width = max((len(row) for row in rows[:_FIRST]), default=1)
        same = sum(len(row) == width for row in rows)
        return max((recognised(row) for row in rows), default=0), (width > 1) * same

    return max(_DELIMITERS, key=fit)


def table_of(text: str, delimiter: str, name: str, first: int) -> Table:
    """The table in a text whose first line has the number `first`."""
    problems: list[Problem] = []
    rows = [row for row in _numbered(text, delimiter, name, first, problems) if any(row.cells)]
    if not rows:
        raise SourceError(f"{name!r} has no rows; put in a table with the names of its columns in the first row")
    best = heading_of([row.cells for row in rows[:_FIRST]])
    return table_of_rows(names_of(rows[best].cells), rows[best + 1 :], problems)


def names_of(cells: Sequence[str]) -> list[str]:
    """The names of the columns, as the row has them that names them."""
    names = [cell.strip() for cell in cells]
    while names and not names[-1]:
        names.pop()
    return names


def table_of_rows(names: Sequence[str], body: Sequence[Row], problems: list[Problem]) -> Table:
    """The table of the rows below the names; what has to be done to bring them to its width goes to `problems`."""
    if "entry_headline" in names:  # our own export
        for row in body:
            row.cells = [_original(cell) for cell in row.cells]
    for row in body:
        if len(row.cells) != len(names):
            problems += _fitted(row, len(names))
    return Table.of_rows(names, [row.cells for row in body], [row.line for row in body], problems)


def _original(cell: str) -> str:
    """A cell without the apostrophe that keeps spreadsheets from taking it for a formula."""
    return cell[1:] if cell[:1] == "'" and (cell[1:].lstrip(" ")[:1] or " ") in _GUARDED else cell


def _fitted(row: Row, width: int) -> Iterator[Problem]:
    """Bring a row to the width of the table; what that leaves out or adds is a problem."""
    extra = row.cells[width:]
    if any(extra):
        values = {"number": str(len(extra))}
        yield Problem("too-many-cells", words=", ".join(filter(None, extra))[:_SHOWN], line=row.line, values=values)
    missing = width - len(row.cells)
    if missing > 0:
        yield Problem("too-few-cells", words=row.cells[0][:_SHOWN], line=row.line, severity="note", values={"number": str(missing)})
    row.cells = row.cells[:width] + [""] * missing


def _numbered(text: str, delimiter: str, name: str, first: int, problems: list[Problem]) -> Iterator[Row]:
    """The rows with the lines they begin on. A quotation mark that never closes swallows the rest: from there on each line is a row."""
    last: Row | None = None
    for row in rows_of_text(text, delimiter, name, first):
        if last is not None:
            yield last
        last = row
    if last is None:
        return
    if "\n" not in "".join(last.cells) or closes(rest := _from_line(text, last.line - first), delimiter):
        yield last
        return
    problems.append(Problem("open-quote", words=opened(rest)[:_SHOWN], line=last.line))
    for number, line in enumerate(rest.split("\n")):
        yield Row(last.line + number, row_of_line(line, delimiter))


def row_of_line(line: str, delimiter: str) -> list[str]:
    """The cells of a line in which quotation marks mean nothing."""
    return next(csv.reader([line], delimiter=delimiter, quoting=csv.QUOTE_NONE), [])


def rows_of_text(text: str, delimiter: str, name: str, first: int) -> Iterator[Row]:
    """The rows of a text whose first line has the number `first`.

    The limit of a cell is one for all of Python (128 KB); it is put back when the rows are read.
    """
    before = csv.field_size_limit(_LONGEST_CELL)
    try:
        reader = csv.reader(io.StringIO(text), delimiter=delimiter)
        line = first
        for cells in reader:
            yield Row(line, cells)
            line = first + reader.line_num
    except csv.Error as error:
        raise SourceError(f"{name!r} is no table ({error}); save it again as CSV in UTF-8") from error
    finally:
        csv.field_size_limit(before)


def _from_line(text: str, number: int) -> str:
    at = 0
    for _ in range(number):
        at = text.index("\n", at) + 1
    return text[at:]


def closes(text: str, delimiter: str) -> bool:
    """Whether every quotation mark closes."""
    try:
        for _ in csv.reader(io.StringIO(text), delimiter=delimiter, strict=True):
            pass
    except csv.Error as error:
        return "unexpected end" not in str(error)
    return True


def opened(text: str) -> str:
    """The first line from its quotation mark on."""
    at = text.find('"')
    return text[at:].split("\n", 1)[0]


def heading_of(rows: Sequence[Sequence[str]]) -> int:
    """The number of the row that names the columns: of the first rows the one with most names that are known."""
    return max(range(min(_FIRST, len(rows))), key=lambda number: (recognised(rows[number]), -number), default=0)
