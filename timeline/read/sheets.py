"""Spreadsheets (XLSX, ODS), read by calamine: text as it stands, dates as exactly as they are formatted, formulas as their last result."""

from __future__ import annotations

import datetime
import io
import re
import zipfile
import zlib
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from timeline.errors import OptionError, SourceError
from timeline.model import Problem, Source
from timeline.read.columns import DATES, find_columns, recognised
from timeline.read.delimited import heading_of
from timeline.read.frame import cell_text, moment_text
from timeline.read.raw import Raw
from timeline.read.table import Table, read_table

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

_UNPACKED = 1_000_000_000
"""Bytes that a file may unpack to: a spreadsheet of 100 MB has some ten times that, a bomb a thousand times."""
_PIECE = 1_000_000
_CLOCK_FORMAT = re.compile(r"[hs]", re.IGNORECASE)
_LITERAL = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')


def read_sheets(raw: Raw) -> Source:
    """The rows of the first sheet that has a column of dates; the others are named in a note."""
    from python_calamine import CalamineError, CalamineWorkbook

    check_size(raw.data, raw.name)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(raw.data))
        sheets = [book.get_sheet_by_name(name) for name in book.sheet_names]
    except (CalamineError, OSError, ValueError) as error:
        raise _broken(raw.name, error) from error
    filled = [sheet for sheet in sheets if sheet.start is not None]
    if not filled:
        raise SourceError(f"{raw.name!r} has no filled sheet; put in a table with the names of its columns in the first row")
    try:
        sheet = next((sheet for sheet in filled if _tells_when(_first_rows(sheet), raw.columns)), filled[0])
        rows = sheet.to_python(skip_empty_area=False)
    except (CalamineError, OSError, ValueError) as error:
        raise _broken(raw.name, error) from error
    others = [one.name for one in filled if one is not sheet]
    notes = [Problem("other-sheets", words=", ".join(others), severity="note", values={"first": sheet.name})] if others else []
    table = _table(rows, sheet, raw, notes)
    return read_table(table, raw.name, raw.columns, file=True)


def looks_like_xlsx(raw: Raw) -> bool:
    """Whether it is an archive with a workbook in it."""
    return "xl/workbook.xml" in _members(raw)


def looks_like_ods(raw: Raw) -> bool:
    """Whether it is an archive that calls itself an OpenDocument spreadsheet."""
    return b"opendocument.spreadsheet" in raw.data[:200] and "content.xml" in _members(raw)


def _members(raw: Raw) -> Sequence[str]:
    if raw.data[:4] != b"PK\x03\x04":
        return ()
    try:
        return zipfile.ZipFile(io.BytesIO(raw.data)).namelist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return ()


def _broken(name: str, error: Exception) -> SourceError:
    return SourceError(f"{name!r} is no whole spreadsheet ({str(error)[:100]}); save it again as XLSX or ODS, without a password")


def check_size(data: bytes, name: str) -> None:
    """Raises `SourceError` for an archive that unpacks to too much, whatever its directory says, or that is damaged."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
            left = _UNPACKED - sum(member.file_size for member in members)
            if left < 0:
                raise SourceError(f"{name!r} unpacks to more than {_UNPACKED // 1_000_000} MB; cut it into several parts")
            for member in members:
                _unpack(archive, member, name)
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, RuntimeError, EOFError, zlib.error) as error:
        if isinstance(error, SourceError):
            raise
        raise _broken(name, error) from error


def _unpack(archive: zipfile.ZipFile, member: zipfile.ZipInfo, name: str) -> None:
    """Go through all that a member holds, and not only through as much as it says."""
    said, member.file_size = member.file_size, _UNPACKED
    size = 0
    with archive.open(member) as file:
        while piece := file.read(_PIECE):
            size += len(piece)
            if size > said:
                raise SourceError(f"{name!r} unpacks to more than it says; it may be damaged, save it again")


def _first_rows(sheet: CalamineSheet) -> list[list[str]]:
    return [[cell_text(cell) for cell in row] for row in sheet.to_python(skip_empty_area=False, nrows=20)]


def _tells_when(rows: Sequence[Sequence[str]], mapping: Mapping[str, str]) -> bool:
    if any(recognised(row) for row in rows):
        return True
    try:
        return bool(mapping) and any(find_columns(row, mapping).at.keys() & set(DATES) for row in rows)
    except OptionError:
        return False


def _table(rows: list[list[Any]], sheet: CalamineSheet, raw: Raw, problems: list[Problem]) -> Table:
    heading = heading_of([[cell_text(cell) for cell in row] for row in rows[:20]])
    names = [cell_text(cell) for cell in rows[heading]]
    while names and not names[-1]:
        names.pop()
    merged = _unmerge(rows, sheet, heading)
    filled = [number for number in range(heading + 1, len(rows)) if any(cell != "" for cell in rows[number])]

    def column(at: int) -> list[str]:
        origins = [merged.get((number, at), number) for number in filled]
        return _texts([rows[number][at] for number in filled], at, origins, sheet.name, raw)

    return Table(names, column, [number + 1 for number in filled], problems)


def _unmerge(rows: list[list[Any]], sheet: CalamineSheet, heading: int) -> dict[tuple[int, int], int]:
    """A date that is merged over several rows is the date of each of them: (row, column) -> the row that it stands in."""
    merged: dict[tuple[int, int], int] = {}
    for (top, left), (bottom, _) in sheet.merged_cell_ranges or []:
        if top <= heading or top >= len(rows) or left >= len(rows[top]):
            continue
        for number in range(top + 1, min(bottom + 1, len(rows))):
            if left < len(rows[number]) and rows[number][left] == "":
                rows[number][left] = rows[top][left]
                merged[number, left] = top
    return merged


def _texts(cells: list[Any], at: int, numbers: Sequence[int], sheet: str, raw: Raw) -> list[str]:
    """Cells as text. A day at midnight is a day, unless its format shows a clock."""
    days = [number for number, cell in zip(numbers, cells, strict=True) if type(cell) is datetime.date]
    clocked = _clocked(raw, sheet, at, set(days)) if days and raw.data[:2] == b"PK" and not looks_like_ods(raw) else set()
    texts = []
    for number, cell in zip(numbers, cells, strict=True):
        if isinstance(cell, datetime.datetime):
            texts.append(moment_text(_rounded(cell)))
        elif number in clocked:
            texts.append(f"{cell.isoformat()}T00:00")
        else:
            texts.append(cell_text(cell))
    return texts


def _rounded(at: datetime.datetime) -> datetime.datetime:
    """Excel counts in fractions of a day, so that 13:25 comes out a few microseconds off."""
    return (at + datetime.timedelta(milliseconds=500)).replace(microsecond=0) if not 1_000 <= at.microsecond <= 999_000 else at


def _clocked(raw: Raw, sheet: str, at: int, rows: set[int]) -> set[int]:
    """Of some rows those whose date is formatted with a clock; calamine does not tell."""
    try:
        import openpyxl
    except ModuleNotFoundError:
        return set()
    book = openpyxl.load_workbook(io.BytesIO(raw.data), read_only=True)
    try:
        cells = book[sheet].iter_rows(min_col=at + 1, max_col=at + 1)
        return {cell.row - 1 for (cell,) in cells if cell.value is not None and cell.row - 1 in rows and _shows_clock(cell.number_format)}
    except (KeyError, ValueError, TypeError, AttributeError):
        return set()
    finally:
        book.close()


def _shows_clock(number_format: str) -> bool:
    return bool(_CLOCK_FORMAT.search(_LITERAL.sub("", number_format)))
