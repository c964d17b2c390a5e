"""An engine that keeps the tables of a store: DuckDB by default, or anything else that Ibis reaches."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from typing import Any
from weakref import finalize

import ibis.expr.types as ir
import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from timeline.store import postgres
from timeline.store.columns import TABLES
from timeline.store.limit import Limit

Rows = list[tuple[Any, ...]]

_MARKS = 8_100_000_000_000_000_000
"""Numbers from here on stand for the values of a query until it is asked: no instant that a store reaches is one of them."""


class Engine:
    """A connection of Ibis and what is asked of it. Several threads may use it at once, each with a cursor of its own.

    `staging` is another database of the connection, for tables that are needed only while a store is built.
    """

    def __init__(self, backend: Any) -> None:
        self.backend = backend
        self.name: str = backend.name
        self.staging: str | None = None
        self._local = threading.local()
        self._free: list[Any] = []
        self._compiled: dict[str, str] = {}
        if self.name == "postgres":  # a server is told when nobody asks any more, whether that was said or not
            finalize(self, postgres.let_go, backend.con, self._free)

    def table(self, name: str) -> ir.Table:
        """One of `columns.TABLES`, or one that was made beside them."""
        found: ir.Table = self.backend.table(name, database=self._where(name))
        return found

    def create(self) -> None:
        """All tables of a store, empty."""
        for name, schema in TABLES.items():
            self.make(name, schema)

    def make(self, name: str, schema: pa.Schema) -> None:
        """An empty table; what is none of a store's own is made in `staging`, where there is one."""
        self.backend.create_table(name, schema=_schema(schema), database=self._where(name))
        if self.name == "postgres":
            postgres.collate(self.backend.con, name, schema)

    def drop(self, name: str) -> None:
        """Remove a table."""
        self.backend.drop_table(name, database=self._where(name))

    def append(self, name: str, rows: pa.Table) -> None:
        """Rows to the end of a table. Ibis sends them to PostgreSQL one by one, and to Spark by way of pandas, which rounds numbers."""
        match self.name:
            case "postgres":
                postgres.copy(self.backend.con, name, rows)
            case "pyspark":
                self.backend._session.createDataFrame(rows).write.mode("append").saveAsTable(name)
            case _:  # Ibis would keep all rows that it was ever given
                self.backend.con.register("appended", rows)
                self.backend.con.execute(f"INSERT INTO {self._named(name)} BY NAME SELECT * FROM appended")
                self.backend.con.unregister("appended")

    def keep(self, name: str, rows: ir.Table) -> None:
        """What an expression gives, to the end of a table."""
        self.backend.insert(name, rows, database=self._where(name))

    def _named(self, name: str) -> str:
        where = self._where(name)
        return f'{where}."{name}"' if where else f'"{name}"'

    def _where(self, name: str) -> str | None:
        return None if name in TABLES else self.staging

    def settle(self) -> None:
        """Once all tables are filled: what an engine needs to find rows in them. DuckDB and Spark know from how they lie."""
        if self.name == "postgres":
            postgres.index(self.backend.con)

    def ask(self, expression: ir.Table) -> Rows:
        """The rows of an expression."""
        return self._run(str(self.backend.compile(expression)))

    def batches(self, expression: ir.Table, rows: int) -> Iterator[pa.RecordBatch]:
        """The rows of an expression as Arrow, so many at a time."""
        if self.name == "duckdb":  # Ibis 12 asks for them by a name that DuckDB 2 has no longer
            with self.backend.con.cursor() as cursor:
                yield from cursor.sql(str(self.backend.compile(expression))).to_arrow_reader(rows)
        else:
            yield from self.backend.to_pyarrow_batches(expression, chunk_size=rows)

    def asked(self, name: str, make: Callable[..., ir.Table], **values: int | Sequence[int]) -> Rows:
        """The rows of an expression that `make` builds of whole numbers, or of lists of them; it is compiled once for each `name`.

        To compile an expression takes as long as a small query of DuckDB does (`make bench-engines`).
        """
        marks = {key: _MARKS + number for number, key in enumerate(values)}
        if name not in self._compiled:
            self._compiled[name] = str(self.backend.compile(make(**marks)))
        sql = self._compiled[name]
        for key, value in values.items():
            text = str(int(value)) if isinstance(value, int) else ", ".join(str(int(one)) for one in value) or "NULL"
            sql = sql.replace(str(marks[key]), text)
        return self._run(sql)

    def numbers(self, expression: ir.Table) -> NDArray[np.int64]:
        """The whole numbers of an expression of one column, in no order."""
        if self.name != "duckdb":
            return np.array([row[0] for row in self.ask(expression)], np.int64)
        with self._asking() as cursor:
            (found,) = cursor.execute(str(self.backend.compile(expression))).fetchnumpy().values()
        return np.asarray(found, np.int64)

    @contextmanager
    def within(self, seconds: float) -> Iterator[None]:
        """What this thread asks meanwhile raises `TooSlow` once so many seconds have passed; Spark ends a query that it has begun."""
        limit = self._local.limit = Limit(seconds)
        try:
            yield
        finally:
            self._local.limit = None
            limit.end()

    def _run(self, sql: str) -> Rows:
        if self.name == "pyspark":
            self._check()
            return [tuple(row) for row in self.backend._session.sql(sql).collect()]
        with self._asking() as cursor:
            found: Rows = cursor.execute(sql).fetchall()
        return found

    def _check(self) -> Limit | None:
        limit: Limit | None = getattr(self._local, "limit", None)
        if limit:
            limit.check()
        return limit

    @contextmanager
    def _asking(self) -> Iterator[Any]:
        """A cursor, stopped once the time of this thread is over."""
        limit = self._check()
        with self._cursor() as cursor, limit.stopping(_stop_of(cursor)) if limit else nullcontext():
            yield cursor

    @contextmanager
    def _cursor(self) -> Iterator[Any]:
        """A cursor of DuckDB, or a connection to PostgreSQL, that nobody else has meanwhile: to make one takes longer than a small query,
        and threads come and go."""
        try:
            cursor = self._free.pop()
        except IndexError:
            cursor = postgres.another(self.backend.con) if self.name == "postgres" else self.backend.con.cursor()
        try:
            yield cursor
        finally:
            if not getattr(cursor, "closed", False):  # the server may have gone meanwhile
                self._free.append(cursor)

    def close(self) -> None:
        """Let go of the connection and of all cursors: a file of DuckDB stays open as long as one of them is."""
        while self._free:
            self._free.pop().close()
        self.backend.disconnect()


def _stop_of(cursor: Any) -> Callable[[], None]:
    stop: Callable[[], None] = cursor.interrupt if hasattr(cursor, "interrupt") else cursor.cancel_safe
    return stop


def _schema(schema: pa.Schema) -> Any:
    import ibis

    return ibis.schema(schema)


def columns_of(rows: Sequence[Mapping[str, Any]], schema: pa.Schema) -> pa.Table:
    """Rows of values by the names of their columns, as Arrow."""
    return pa.table({field.name: pa.array([row[field.name] for row in rows], field.type) for field in schema}, schema=schema)
