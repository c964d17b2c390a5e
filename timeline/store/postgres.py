"""What PostgreSQL needs beside Ibis: rows in bulk, texts in the order of their bytes, indexes, and a connection for each thread."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
from pyarrow.csv import WriteOptions, write_csv

_AT_ONCE = 20_000
"""Rows that are written as CSV at a time."""
_INDEXES = (
    'CREATE INDEX ON events ("left")',
    "CREATE INDEX ON events (place)",
    "CREATE INDEX ON events (number)",
    "CREATE INDEX ON events USING hash (id)",  # an id may be longer than a tree takes
    "CREATE INDEX ON unplaced (place)",
    "CREATE INDEX ON ties (place)",
    "CREATE INDEX ON entries (place)",
    "CREATE INDEX ON entries USING hash (id)",
    "CREATE INDEX ON best (octave, tile)",
    "CREATE INDEX ON tallies (octave, tile)",
)


def collate(connection: Any, name: str, schema: pa.Schema) -> None:
    """Sort the texts of a table by their bytes, as the other engines do, whatever the language of the database."""
    texts = [f'ALTER COLUMN "{one.name}" TYPE text COLLATE "C"' for one in schema if one.type == pa.string()]
    if texts:
        connection.execute(f'ALTER TABLE "{name}" {", ".join(texts)}')


def copy(connection: Any, name: str, rows: pa.Table) -> None:
    """Rows to the end of a table. U+0000, which PostgreSQL has no place for, becomes U+FFFD."""
    for at, column in enumerate(rows.schema):
        if column.type == pa.string():
            rows = rows.set_column(at, column, pc.replace_substring(rows[column.name], "\0", "\ufffd"))
    columns = ", ".join(f'"{one}"' for one in rows.column_names)
    with connection.cursor() as cursor, cursor.copy(f'COPY "{name}" ({columns}) FROM STDIN (FORMAT csv)') as target:
        for batch in rows.to_batches(_AT_ONCE):
            text = BytesIO()
            write_csv(batch, text, WriteOptions(include_header=False))  # a NULL stands bare, an empty text in quotes
            target.write(text.getbuffer())


def index(connection: Any) -> None:
    """Let the questions of a page find their rows without reading all."""
    for statement in _INDEXES:
        connection.execute(statement)
    connection.execute("ANALYZE")


def another(connection: Any) -> Any:
    """One more connection to the same place, for another thread; each statement is a transaction, so that an error ends with it."""
    info = connection.info
    (path,) = connection.execute("SELECT current_setting('search_path')").fetchone()
    more = type(connection).connect(info.dsn, password=info.password or None, autocommit=True)
    more.execute("SELECT set_config('search_path', %s, false)", (path,))
    return more


def let_go(connection: Any, others: list[Any]) -> None:
    """Close a connection, and those that were made for threads."""
    for one in (connection, *others):
        one.close()
