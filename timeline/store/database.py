"""A store in a PostgreSQL database: `postgresql://user@host/database`, or `.../database/name` for one that is not called `timeline`.

    schema name_<version>    one version of the data, never changed
    schema name_building     what is being written
    table name.published     the versions: the last one is published, the one before it is kept for its readers

A version is built in a schema of its own, which is renamed and named by `published` in one transaction: whoever reads sees one version or
the next. A password may stand in the address, or where libpq looks for one (PGPASSWORD, ~/.pgpass); no message repeats it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import unquote, urlsplit, urlunsplit

import ibis
from ibis.common.exceptions import IbisError

from timeline.errors import OptionError, SourceError
from timeline.store import shown
from timeline.store.about import About
from timeline.store.engine import Engine
from timeline.store.store import Store

_NAME = re.compile(r"[a-z_][a-z0-9_]{0,39}")
_KEPT = 2


def publish_in(address: str, fill: Callable[[Engine], About]) -> About:
    """Make a version of what `fill` writes into an empty engine, and publish it; where `fill` raises, nothing changes.

    Raises `OptionError` where somebody else is writing this store, or where the database cannot be reached or written.
    """
    import psycopg

    server, name = _parts(address)
    try:
        with _connected(server) as owner, _only_writer(owner, name, address):
            draft = f"{name}_building"
            owner.execute(f'DROP SCHEMA IF EXISTS "{draft}" CASCADE')
            owner.execute(f'CREATE SCHEMA "{draft}"')
            try:
                about = _filled(server, draft, fill)
                _replace(owner, name, about.version)
            finally:
                owner.execute(f'DROP SCHEMA IF EXISTS "{draft}" CASCADE')
            return about
    except psycopg.Error as error:
        raise OptionError(f"cannot write {shown(address)!r} ({_first_line(error)}); see that its user may create schemas there") from error


def open_in(address: str, version: str | None = None) -> Store:
    """The published version of a store, or another one that is still there. Raises `SourceError` where there is none, or it is broken."""
    import psycopg

    server, name = _parts(address)
    try:
        known = _versions(server, name)
        if version is not None and version not in known:
            raise SourceError(f"{shown(address)!r} has no version {version[:60]!r}; it has {', '.join(known) or 'none'}")
        if not known:
            raise SourceError(f"{shown(address)!r} holds no store; build one: timeline build SOURCE --out {shown(address)}")
        engine = _engine(server, f"{name}_{version or known[0]}")
        try:
            return Store(engine)
        except (SourceError, IbisError, psycopg.Error, ValueError, KeyError, TypeError):
            engine.close()
            raise
    except psycopg.OperationalError as error:
        raise SourceError(f"cannot reach {shown(address)!r} ({_first_line(error)}); see that the server runs and lets you in") from error
    except (IbisError, psycopg.Error, ValueError, KeyError, TypeError) as error:
        raise SourceError(f"{shown(address)!r} is no whole store ({_first_line(error)}); build it again: timeline build") from error


def published_in(address: str) -> str:
    """The published version; empty where there is none, or nobody answers."""
    import psycopg

    try:
        return next(iter(_versions(*_parts(address))), "")
    except psycopg.Error:
        return ""


def name_in(address: str) -> str:
    """The name of a store in its database."""
    return _parts(address)[1]


def _parts(address: str) -> tuple[str, str]:
    """The address of the database, as libpq takes it, and the name of the store. What cannot be read is not quoted: it may be a secret."""
    parts = urlsplit(address)
    try:
        readable = parts.port is None or parts.port > 0
    except ValueError:
        readable = False
    database, _, name = parts.path.strip("/").partition("/")
    if not readable or parts.fragment or "@" in parts.path or not database:
        raise OptionError(
            "this is no address of a PostgreSQL database; write postgresql://user@host:port/database, "
            "and in a password %2F for /, %23 for #, %40 for @, %3F for ?"
        )
    name = unquote(name) or "timeline"
    if not _NAME.fullmatch(name):
        raise OptionError(f"{name[:60]!r} is no name for a store in a database; take up to 40 small letters, digits and _")
    return urlunsplit(parts._replace(path=f"/{database}")), name


@contextmanager
def _connected(server: str) -> Iterator[Any]:
    connection = _connect(server)
    try:
        yield connection
    finally:
        connection.close()


def _connect(server: str) -> Any:
    try:
        import psycopg
    except ModuleNotFoundError as error:
        raise OptionError("PostgreSQL needs a driver; install it with: pip install 'ticker-timeline[postgres]'") from error
    try:
        return psycopg.connect(server, autocommit=True)
    except psycopg.ProgrammingError:  # says what it cannot read, whatever that is
        raise OptionError("this is no address that PostgreSQL can read; write postgresql://user@host:port/database") from None


@contextmanager
def _only_writer(owner: Any, name: str, address: str) -> Iterator[None]:
    """A lock that is gone with its connection, however that ends."""
    (free,) = owner.execute("SELECT pg_try_advisory_lock(hashtext(%s))", (f"timeline store {name}",)).fetchone()
    if not free:
        raise OptionError(f"somebody else is writing {shown(address)!r}; wait until that is done, or give another name behind the database")
    yield


def _engine(server: str, schema: str) -> Engine:
    connection = _connect(server)
    connection.execute("SELECT set_config('search_path', %s, false)", (f'"{schema}"',))
    return Engine(ibis.postgres.from_connection(connection))


def _filled(server: str, draft: str, fill: Callable[[Engine], About]) -> About:
    """Write the draft; it has to open as a store."""
    engine = _engine(server, draft)
    try:
        about = fill(engine)
        Store(engine)
    finally:
        engine.close()
    return about


def _replace(owner: Any, name: str, version: str) -> None:
    with owner.transaction():
        owner.execute(f'CREATE SCHEMA IF NOT EXISTS "{name}"')
        owner.execute(f'CREATE TABLE IF NOT EXISTS "{name}".published (nth bigint GENERATED ALWAYS AS IDENTITY, version text NOT NULL)')
        owner.execute(f'DROP SCHEMA IF EXISTS "{name}_{version}" CASCADE')  # the same data, built again
        owner.execute(f'ALTER SCHEMA "{name}_building" RENAME TO "{name}_{version}"')
        owner.execute(f'DELETE FROM "{name}".published WHERE version = %s', (version,))
        owner.execute(f'INSERT INTO "{name}".published (version) VALUES (%s)', (version,))
        for old in _listed(owner, name)[_KEPT:]:
            owner.execute(f'DROP SCHEMA IF EXISTS "{name}_{old}" CASCADE')
            owner.execute(f'DELETE FROM "{name}".published WHERE version = %s', (old,))


def _versions(server: str, name: str) -> list[str]:
    """The versions there are, the published one first."""
    with _connected(server) as connection:
        (there,) = connection.execute("SELECT to_regclass(%s)", (f'"{name}".published',)).fetchone()
        return _listed(connection, name) if there else []


def _listed(connection: Any, name: str) -> list[str]:
    rows = connection.execute(f'SELECT version FROM "{name}".published ORDER BY nth DESC').fetchall()
    return [version for (version,) in rows if re.fullmatch(r"[0-9a-f]{12}", version)]


def _first_line(error: Exception) -> str:
    return str(error).split("\n", 1)[0][:200]
