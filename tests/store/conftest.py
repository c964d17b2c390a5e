"""The engines as fixtures, each started once for all the tests that want it.

postgres     the address of a PostgreSQL server, for `ibis.connect`
spark        a Spark session, for `ibis.pyspark.connect`
engine       an Ibis connection, once for each engine: the test runs on DuckDB, PostgreSQL and Spark

A machine without an engine skips its tests; on CI they fail. All tests of a server run in one process of pytest-xdist (`--dist=loadgroup`
in pyproject.toml), so that each is started once.
"""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.store import engines

if TYPE_CHECKING:
    from ibis.backends.sql import SQLBackend
    from pyspark.sql import SparkSession

REQUIRED = os.environ.get("CI") == "true"
ENGINES = ("duckdb", "postgres", "spark")
SERVERS = ("postgres", "spark")


@pytest.hookimpl(tryfirst=True)  # pytest-xdist reads the groups in its own hook
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Puts the tests of a server into one group, which one process runs."""
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            parameters = getattr(getattr(item, "callspec", None), "params", {})
            wanted = {parameters.get("engine"), *getattr(item, "fixturenames", ())}
            for server in SERVERS:
                if server in wanted:
                    item.add_marker(pytest.mark.xdist_group(server))
                    break


def missing(error: engines.Missing) -> None:
    """Fails where the tests have to run, else skips."""
    if REQUIRED:
        pytest.fail(str(error), pytrace=False)
    pytest.skip(str(error))


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The address of a PostgreSQL server with one empty database, `postgres://...`."""
    try:
        with engines.postgres() as address:
            yield address
    except engines.Missing as error:
        missing(error)


@pytest.fixture(scope="session")
def spark() -> Iterator["SparkSession"]:
    """A session of a Spark cluster on this machine."""
    try:
        with engines.spark() as session:
            yield session
    except engines.Missing as error:
        missing(error)


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest) -> Iterator["SQLBackend"]:
    """An Ibis connection to each engine in turn, to an empty place of its own, that is gone after the test."""
    place = f"test_{secrets.token_hex(4)}"
    with {"duckdb": in_duckdb, "postgres": in_postgres, "spark": in_spark}[request.param](place, request) as connection:
        yield connection


@contextmanager
def in_duckdb(place: str, request: pytest.FixtureRequest) -> Iterator["SQLBackend"]:
    """A database in memory."""
    import ibis

    connection = ibis.duckdb.connect()
    yield connection
    connection.disconnect()


@contextmanager
def in_postgres(place: str, request: pytest.FixtureRequest) -> Iterator["SQLBackend"]:
    """A schema of the server's one database."""
    import ibis

    address = request.getfixturevalue("postgres")
    owner = ibis.connect(address)
    owner.create_database(place)
    connection = ibis.connect(address.replace("?", f"/{place}?"))
    yield connection
    connection.disconnect()
    owner.drop_database(place, cascade=True)
    owner.disconnect()


@contextmanager
def in_spark(place: str, request: pytest.FixtureRequest) -> Iterator["SQLBackend"]:
    """A database of the session's catalogue. `disconnect` would stop the session, that others still need."""
    import ibis

    session = request.getfixturevalue("spark")
    session.sql(f"CREATE DATABASE {place}")
    session.catalog.setCurrentDatabase(place)
    yield ibis.pyspark.connect(session)
    session.catalog.setCurrentDatabase("default")
    session.sql(f"DROP DATABASE {place} CASCADE")
