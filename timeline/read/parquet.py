"""Parquet: typed columns; dates and instants become ISO 8601, what is nested becomes JSON."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from timeline.errors import SourceError
from timeline.model import Source
from timeline.read.columns import find_columns
from timeline.read.frame import cell_text, texts_of
from timeline.read.raw import Raw
from timeline.read.table import Table, read_table

if TYPE_CHECKING:
    import pyarrow as pa

_UNPACKED = 2_000_000_000
_CELLS = 200_000_000
"""Bytes and cells that are unpacked at most: a few KB of repeated values can stand for billions of them."""


def read_parquet(raw: Raw) -> Source:
    """The rows of a Parquet file; only columns that something is taken from are unpacked."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        file = pq.ParquetFile(io.BytesIO(raw.data))
        _check(file, raw.name)
        names = names_of(file.schema_arrow)
        used = [names[number] for number in set(find_columns(names, raw.columns).at.values())]
        table = file.read(columns=list(dict.fromkeys(used)))
        while any(pa.types.is_struct(one.type) for one in table.schema):
            table = table.flatten()
        texts = {name: texts_in(table.column(name)) for name in used if name in table.column_names}
    except (pa.ArrowException, OSError, ValueError, KeyError) as error:
        if isinstance(error, SourceError):
            raise
        raise SourceError(f"{raw.name!r} is no whole Parquet file ({str(error)[:100]}); write it again") from error
    lines = range(1, file.metadata.num_rows + 1)
    empty = [""] * len(lines)
    return read_table(Table(names, lambda at: texts.get(names[at], empty), lines), raw.name, raw.columns, file=True)


def looks_like_parquet(raw: Raw) -> bool:
    """Whether it begins and ends as Parquet does (https://parquet.apache.org/docs/file-format/)."""
    return raw.data[:4] == b"PAR1" and raw.data[-4:] == b"PAR1"


def _check(file: Any, name: str) -> None:
    of_file = file.metadata
    size = sum(of_file.row_group(number).total_byte_size for number in range(of_file.num_row_groups))
    if size > _UNPACKED or of_file.num_rows * of_file.num_columns > _CELLS:
        raise SourceError(f"{name!r} unpacks to {of_file.num_rows} rows of {of_file.num_columns} columns, which is too much; cut it up")


def names_of(schema: pa.Schema) -> list[str]:
    """The columns, those inside of a struct by their path (`place.name`)."""
    import pyarrow as pa

    names: list[str] = []
    for field in schema:
        inner = [field]
        while inner:
            one = inner.pop(0)
            if pa.types.is_struct(one.type):
                inner = [pa.field(f"{one.name}.{child.name}", child.type) for child in one.type] + inner
            else:
                names.append(one.name)
    return names


def texts_in(column: Any, *, clock: bool = False) -> list[str]:
    """The cells of a column; with a `clock`, instants at midnight are no days."""
    import pyarrow as pa

    kind = column.type
    if pa.types.is_timestamp(kind) or pa.types.is_floating(kind) or pa.types.is_large_string(kind):
        return texts_of(column.to_pandas(), clock=clock)
    if pa.types.is_string(kind):
        return [text.strip() if text else "" for text in column.to_pylist()]
    return [cell_text(value) for value in column.to_pylist()]
