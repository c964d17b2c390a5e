"""Parquet, piece by piece; which column is what of a row is as in `timeline.read.parquet`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from timeline.errors import SourceError
from timeline.read.columns import find_columns
from timeline.read.long import BYTES, Piece, Span
from timeline.read.parquet import names_of, texts_in
from timeline.read.table import Table

if TYPE_CHECKING:
    import pyarrow as pa

_MOST_CELLS = 20_000_000
"""Cells of a piece."""


class LongParquet:
    """A Parquet file; only columns that something is taken from are unpacked."""

    format = "parquet"

    def __init__(self, path: Path, name: str, mapping: Mapping[str, str]) -> None:
        self.path, self.name, self.mapping = path, name, mapping
        self.names: list[str] = []
        self.used: list[str] = []
        self.with_clock: frozenset[str] = frozenset()

    def cut(self, rows: int) -> list[Span]:
        """Where its pieces lie, by what it says of itself: nothing is unpacked for it."""
        import pyarrow as pa
        import pyarrow.parquet as pq

        try:
            with pq.ParquetFile(self.path) as file:
                total, self.names = file.metadata.num_rows, names_of(file.schema_arrow)
                groups = [file.metadata.row_group(number) for number in range(file.metadata.num_row_groups)]
        except (pa.ArrowException, OSError, ValueError) as error:
            raise self._broken(error) from error
        size = sum(group.total_byte_size for group in groups)
        of_row = max(size / total if total else 1, 1)
        rows = max(min(rows, int(BYTES / of_row), _MOST_CELLS // max(len(self.names), 1)), 1)
        self.used = list(dict.fromkeys(self.names[number] for number in sorted(set(find_columns(self.names, self.mapping).at.values()))))
        return [Span(first, size, first + 1, first, size) for first in range(0, total, rows) if (size := min(rows, total - first))]

    def _broken(self, error: Exception) -> SourceError:
        return SourceError(f"{self.name!r} is no whole Parquet file ({' '.join(str(error).split())[:100]}); write it again")

    def pieces(self, spans: list[Span]) -> Iterator[Piece]:
        """The rows of each span, as a stream of Arrow."""
        import pyarrow as pa
        import pyarrow.parquet as pq

        try:
            with pq.ParquetFile(self.path) as file:
                batches = file.iter_batches(batch_size=spans[0].size, columns=self.used) if spans else iter(())
                waiting = _Rows(batches)
                for span in spans:
                    yield Piece(span, _packed(waiting.take(span.size)))
        except (pa.ArrowException, OSError, ValueError) as error:
            raise self._broken(error) from error

    def table(self, piece: Piece) -> Table:
        """The texts of its cells."""
        table = _flat(piece)
        texts = {name: texts_in(table.column(name), clock=name in self.with_clock) for name in self.used if name in table.column_names}
        empty = [""] * piece.span.size
        return Table(self.names, lambda at: texts.get(self.names[at], empty), range(piece.span.line, piece.span.line + piece.span.size))

    def clocks(self, piece: Piece) -> frozenset[str]:
        """Columns of naive instants, one of which is not at midnight."""
        import pyarrow as pa
        import pyarrow.compute as pc

        found = set()
        for field, column in zip((table := _flat(piece)).schema, table.columns, strict=True):
            if pa.types.is_timestamp(field.type) and field.type.tz is None:
                apart = pc.not_equal(column, pc.floor_temporal(column, unit="day"))
                if pc.any(apart).as_py():
                    found.add(field.name)
        return frozenset(found)

    def with_clocks(self, clocks: frozenset[str]) -> None:
        """Take these for the columns that have clocks."""
        self.with_clock = clocks


class _Rows:
    """Batches of whatever length, taken by rows."""

    def __init__(self, batches: Iterator[pa.RecordBatch]) -> None:
        self.batches = batches
        self.left: list[pa.RecordBatch] = []

    def take(self, rows: int) -> list[pa.RecordBatch]:
        taken: list[pa.RecordBatch] = []
        while rows > 0:
            one = self.left.pop() if self.left else next(self.batches)
            if one.num_rows > rows:
                self.left.append(one.slice(rows))
                one = one.slice(0, rows)
            taken.append(one)
            rows -= one.num_rows
        return taken


def _packed(batches: list[pa.RecordBatch]) -> bytes:
    import pyarrow as pa

    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, batches[0].schema) as stream:
        for batch in batches:
            stream.write_batch(batch)
    packed: bytes = sink.getvalue().to_pybytes()
    return packed


def _flat(piece: Piece) -> pa.Table:
    import pyarrow as pa

    table = pa.ipc.open_stream(piece.data).read_all()
    while any(pa.types.is_struct(one.type) for one in table.schema):
        table = table.flatten()
    return table
