"""CSV and JSON Lines, piece by piece: files of text, cut where a row ends."""

from __future__ import annotations

import codecs
import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from timeline.errors import SourceError
from timeline.model import Problem
from timeline.read.decode import decode, windows_text
from timeline.read.delimited import Row, closes, delimiter_of, heading_of, names_of, opened, row_of_line, rows_of_text, table_of_rows
from timeline.read.frame import cell_text
from timeline.read.jsonlines import object_of, objects_of
from timeline.read.long import BYTES, Piece, Span
from timeline.read.table import Table

_LONGEST = 100_000_000
"""Bytes of a line, and characters of a cell."""
_BLOCK = 1_000_000
_FIRST = 20
"""Within so many rows stands the one with the names, as in `timeline.read.delimited`."""


def encoding_of(path: Path, name: str) -> str | None:
    """`utf-8`, or `windows` where one byte is none of it; None for what is read as a whole only. Raises `SourceError` for no text."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    windows = False
    with path.open("rb") as file:
        head = file.read(_BLOCK)
        if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            return None
        decode(head[:_BLOCK], name)
        file.seek(0)
        while block := file.read(_BLOCK):
            if b"\0" in block:
                return None
            try:
                windows = windows or decoder.decode(block) is None
            except UnicodeDecodeError:
                windows = True
        try:
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            windows = True
    return "windows" if windows else "utf-8"


def _text(data: bytes, encoding: str) -> str:
    text = data.decode("utf-8") if encoding == "utf-8" else windows_text(data)
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


class _Feed:
    """The lines of a file from an offset on, as text; `offset` and `line` are those of what comes next. `whole`: it may be cut there."""

    def __init__(self, file: BinaryIO, encoding: str, name: str, offset: int, line: int) -> None:
        self.file, self.encoding, self.name = file, encoding, name
        self.offset, self.line, self.whole = offset, line, True
        file.seek(offset)

    def __iter__(self) -> Iterator[str]:
        while raw := self.file.readline(_LONGEST):
            if len(raw) == _LONGEST:
                raise SourceError(f"{self.name!r} has a line of more than {_LONGEST // 1_000_000} MB (line {self.line}); cut it up")
            self.offset += len(raw)
            text = _text(raw, self.encoding)
            inner = text.split("\n") if text.find("\n") not in (-1, len(text) - 1) else [text.removesuffix("\n")]
            for number, one in enumerate(inner, start=1):
                self.whole = number == len(inner)
                self.line += 1
                yield f"{one}\n"


class _Cutter:
    """Cuts what a feed hands out wherever so many rows, or bytes, have come together."""

    def __init__(self, feed: _Feed, rows: int, first: int = 0, *, loose: bool = False) -> None:
        self.feed, self.rows, self.loose = feed, rows, loose
        self.start, self.line, self.first, self.counted = feed.offset, feed.line, first, 0
        self.spans: list[Span] = []

    def count(self, row: bool) -> None:
        """A row, or a line that is none, has been read to its end."""
        self.counted += row
        if self.feed.whole and (self.counted >= self.rows or self.feed.offset - self.start >= BYTES):
            self._cut((self.feed.offset, self.feed.line))

    def _cut(self, end: tuple[int, int]) -> None:
        self.spans.append(Span(self.start, end[0] - self.start, self.line, self.first, self.counted, self.loose))
        self.start, self.line = end
        self.first, self.counted = self.first + self.counted, 0

    def finish(self) -> list[Span]:
        """All spans, up to the end."""
        return self.until((self.feed.offset, self.feed.line), 0)

    def until(self, end: tuple[int, int], without: int) -> list[Span]:
        """All spans up to an offset and line of the last piece, `without` so many of its last rows."""
        if self.start > end[0]:
            last = self.spans.pop()
            self.start, self.line, self.first, self.counted = last.start, last.line, last.first, last.rows
        self.counted -= without
        if end[0] > self.start:
            self._cut(end)
        return self.spans


@dataclass
class _Lines:
    """A file of text with a row on a line, or on several."""

    path: Path
    name: str
    mapping: Mapping[str, str]
    encoding: str
    format: str
    names: list[str] = field(default_factory=list)

    def pieces(self, spans: list[Span]) -> Iterator[Piece]:
        """The bytes of each span."""
        with self.path.open("rb") as file:
            for span in spans:
                file.seek(span.start)
                yield Piece(span, file.read(span.size))

    def clocks(self, piece: Piece) -> frozenset[str]:
        """A text says by itself whether it is a day."""
        return frozenset()

    def with_clocks(self, clocks: frozenset[str]) -> None:
        """Nothing to take."""

    def _begin(self, file: BinaryIO) -> int:
        """The offset of the first line, behind a byte order mark."""
        return 3 if file.read(3) == codecs.BOM_UTF8 else 0


class LongJson(_Lines):
    """JSON Lines."""

    def cut(self, rows: int) -> list[Span]:
        """Where its pieces lie; the names of all objects are its columns."""
        names: dict[str, None] = {}
        with self.path.open("rb") as file:
            feed = _Feed(file, self.encoding, self.name, self._begin(file), 1)
            cutter = _Cutter(feed, rows)
            for text in feed:
                one = object_of(text)
                names.update(dict.fromkeys(one or ()))
                cutter.count(bool(one))
            spans = cutter.finish()
        self.names = list(names)
        if not names:
            raise SourceError(f"{self.name!r} has no JSON object on any line; write one object a line")
        return spans

    def table(self, piece: Piece) -> Table:
        """The objects of a piece, each with all columns."""
        objects, lines, problems = objects_of(_text(piece.data, self.encoding), piece.span.line)
        names = self.names
        return Table(names, lambda at: [cell_text(one.get(names[at])) for one in objects], lines, problems)


@dataclass
class LongCsv(_Lines):
    """CSV in its many kinds."""

    delimiter: str = ","
    opened: Problem | None = None
    """The quotation mark that never closes."""

    def cut(self, rows: int) -> list[Span]:
        """Where its pieces lie, by reading all of it once; the row with the names and those above it are in none."""
        before = csv.field_size_limit(_LONGEST)
        try:
            with self.path.open("rb") as file:
                return self._cut(file, rows)
        except csv.Error as error:
            raise SourceError(f"{self.name!r} is no table ({error}); save it again as CSV in UTF-8") from error
        finally:
            csv.field_size_limit(before)

    def _cut(self, file: BinaryIO, rows: int) -> list[Span]:
        start, line = self._heading(file)
        feed = _Feed(file, self.encoding, self.name, start, line)
        cutter = _Cutter(feed, rows)
        reader = csv.reader(iter(feed), delimiter=self.delimiter)
        row, last = (start, line), [""]  # offset and line of a row, and its cells
        while True:
            begins = (feed.offset, feed.line)
            try:
                cells = next(reader, None)
            except csv.Error as error:
                if "field limit" not in str(error):
                    raise
                return self._loosely(file, cutter.until(begins, 0), begins, rows)
            if cells is None:
                break
            row, last = begins, cells
            cutter.count(any(cells))
        if "\n" in "".join(last) and not closes(self._read(file, row[0]), self.delimiter):
            return self._loosely(file, cutter.until(row, 1), row, rows)
        return cutter.finish()

    def _read(self, file: BinaryIO, start: int) -> str:
        file.seek(start)
        return _text(file.read(_LONGEST), self.encoding)

    def _loosely(self, file: BinaryIO, before: list[Span], at: tuple[int, int], rows: int) -> list[Span]:
        """From a quotation mark on that never closes each line is a row."""
        feed = _Feed(file, self.encoding, self.name, *at)
        cutter = _Cutter(feed, rows, sum(span.rows for span in before), loose=True)
        self.opened = None
        for text in feed:
            if self.opened is None:
                self.opened = Problem("open-quote", words=opened(text)[:120], line=at[1])
            cutter.count(any(row_of_line(text, self.delimiter)))
        return before + cutter.finish()

    def _heading(self, file: BinaryIO) -> tuple[int, int]:
        """Offset and line of the first row below the names; finds delimiter and names."""
        start, line = self._begin(file), 1
        text = self._read_head(file, start)
        self.delimiter = "\t" if self.format == "tsv" else ""
        if text[:4].lower() == "sep=" and text[5:6] == "\n":
            self.delimiter, start, line = text[4], start + len(file.readline()), 2
            text = text[6:]
        self.delimiter = self.delimiter or delimiter_of(text)
        feed = _Feed(file, self.encoding, self.name, start, line)
        rows: list[list[str]] = []
        ends: list[tuple[int, int]] = []
        for cells in csv.reader(iter(feed), delimiter=self.delimiter):
            if any(cells):
                rows.append(cells)
                ends.append((feed.offset, feed.line))
            if len(rows) == _FIRST:
                break
        if not rows:
            raise SourceError(f"{self.name!r} has no rows; put in a table with the names of its columns in the first row")
        best = heading_of(rows)
        self.names = names_of(rows[best])
        return ends[best]

    def _read_head(self, file: BinaryIO, start: int) -> str:
        file.seek(start)
        text = _text(b"".join(file.readline(_BLOCK) for _ in range(_FIRST)), self.encoding)
        file.seek(start)
        return text

    def table(self, piece: Piece) -> Table:
        """The rows of a piece."""
        text, span = _text(piece.data, self.encoding), piece.span
        if span.loose:
            lines = enumerate(text.removesuffix("\n").split("\n"), start=span.line)
            rows = [Row(number, row_of_line(one, self.delimiter)) for number, one in lines]
        else:
            rows = list(rows_of_text(text, self.delimiter, self.name, span.line))
        problems = [self.opened] if self.opened and span.loose and span.line == self.opened.line else []
        return table_of_rows(self.names, [row for row in rows if any(row.cells)], problems)
