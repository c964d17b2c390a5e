"""A store on disk: a folder of snapshots in DuckDB, each written once and published whole.

    snapshot-<version>.duckdb   one version of the data, never changed
    current                     names the one that is published and, on a second line, the one before it
    lock                        held by the one who writes
    building.*                  what is being written

A snapshot is built beside the others, closed, brought to disk and renamed, and only then named by `current`, which is replaced in one step.
So whoever reads sees one version or the next, and a writer that dies at any moment leaves nothing but files that the next one clears away.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from shutil import rmtree
from typing import Any

import duckdb
import ibis
from ibis.common.exceptions import IbisError, TableNotFound

from timeline.errors import OptionError, SourceError
from timeline.store import CURRENT, is_address
from timeline.store.about import About
from timeline.store.engine import Engine
from timeline.store.store import Store

_LOCK = "lock"
_DRAFT = "building.duckdb"
_SNAPSHOT = re.compile(r"snapshot-([0-9a-f]{12})\.duckdb")
_OURS = re.compile(r"(?:snapshot-|building\.|current\.)")
_TRIES = 5
"""So often a reader looks again where the snapshot that it was told of has gone meanwhile."""
_NO_NETWORK = {"autoinstall_known_extensions": False}
_MEMORY = "1GB"
"""What DuckDB takes while it writes, beyond which it goes to disk."""
_CANNOT_WRITE = (OSError, duckdb.IOException, duckdb.FatalException, duckdb.OutOfMemoryException, duckdb.TransactionException)


def open_store(path: str | Path, version: str | None = None) -> Store:
    """The published version of a store, or another one that its folder or database still has: the one before it.

    It reads on from the same version while others are published. Raises `SourceError` where there is no such store or version, or where it
    is broken.
    """
    if is_address(path):
        from timeline.store.database import open_in  # needs a driver that a folder does without

        return open_in(str(path), version)
    folder, name = Path(path), ""
    for _ in range(_TRIES):
        name = _published(folder)[0] if version is None else _named(folder, version)
        if (folder / name).is_file():
            return _store(folder / name)
    raise SourceError(f"{str(folder / name)!r} is gone; build the store again: timeline build SOURCE --out {folder}")


def _store(path: Path) -> Store:
    try:
        engine = Engine(ibis.duckdb.connect(path, read_only=True, **_NO_NETWORK))
    except (duckdb.Error, OSError) as error:
        raise _broken(path, error) from error
    try:
        return Store(engine)
    except (duckdb.Error, IbisError, TableNotFound, OSError, ValueError, KeyError, TypeError) as error:
        engine.close()
        raise _broken(path, error) from error
    except SourceError:
        engine.close()
        raise


def _broken(path: Path, error: Exception) -> SourceError:
    return SourceError(f"{str(path)!r} is no whole snapshot ({_first_line(error)}); build the store again: timeline build")


def _published(folder: Path) -> list[str]:
    """Names of the published snapshot and of the one before it."""
    try:
        names = (folder / CURRENT).read_text("utf-8").split("\n")
    except (OSError, ValueError) as error:
        raise SourceError(f"{str(folder)!r} holds no store; build one: timeline build SOURCE --out {folder}") from error
    if not _SNAPSHOT.fullmatch(names[0]):
        raise SourceError(f"{str(folder / CURRENT)!r} names no snapshot ({names[0][:60]!r}); build the store again: timeline build")
    return [name for name in names if _SNAPSHOT.fullmatch(name)]


def _named(folder: Path, version: str) -> str:
    name = f"snapshot-{version}.duckdb"
    if not _SNAPSHOT.fullmatch(name) or not (folder / name).is_file():
        known = ", ".join(_SNAPSHOT.sub(r"\1", one) for one in _published(folder) if (folder / one).is_file())
        raise SourceError(f"{str(folder)!r} has no version {version[:60]!r}; it has {known}")
    return name


def publish(path: str | Path, fill: Callable[[Engine], About]) -> About:
    """Make a snapshot of what `fill` writes into an empty engine, and publish it; where `fill` raises, nothing changes.

    Raises `OptionError` where somebody else is writing into the folder, or where it cannot be written.
    """
    if is_address(path):
        from timeline.store.database import publish_in

        return publish_in(str(path), fill)
    folder = Path(path)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with _only_writer(folder):
            kept = _kept(folder)
            _clear(folder, kept)
            try:
                about = _drafted(folder, fill)
                _replace(folder, about, kept)
            finally:
                _clear(folder, _kept(folder))
            return about
    except _CANNOT_WRITE as error:
        reason = getattr(error, "strerror", None) or _first_line(error)
        raise OptionError(f"cannot write {str(folder)!r} ({reason}); make room, or give a folder of your own") from error


def _kept(folder: Path) -> list[str]:
    try:
        return _published(folder)[:2]
    except SourceError:
        return []


def _drafted(folder: Path, fill: Callable[[Engine], About]) -> About:
    """Write the draft and bring it to disk; it has to open as a store."""
    draft, space = folder / _DRAFT, folder / "building.tmp"
    engine = Engine(ibis.duckdb.connect(draft, temp_directory=str(space), memory_limit=_MEMORY, **_NO_NETWORK))
    try:
        about = fill(engine)
        engine.backend.con.execute("CHECKPOINT")  # here a full disk is an error, on closing it would be none
    finally:
        engine.close()
    _store(draft).engine.close()
    _to_disk(draft)
    return about


def _replace(folder: Path, about: About, kept: list[str]) -> None:
    name = f"snapshot-{about.version}.duckdb"
    names = [name, *(one for one in kept if one != name)][:2]
    os.replace(folder / _DRAFT, folder / name)
    _to_disk(folder)
    fresh = folder / f"{CURRENT}.new"
    fresh.write_text("\n".join([*names, ""]), "utf-8")
    _to_disk(fresh)
    os.replace(fresh, folder / CURRENT)
    _to_disk(folder)


def _clear(folder: Path, kept: list[str]) -> None:
    """Remove what a writer left behind and snapshots that are no longer asked for."""
    for one in folder.iterdir():
        if _OURS.match(one.name) and one.name not in kept:
            with suppress(OSError):  # on Windows, what somebody reads stays until the next writer
                rmtree(one) if one.is_dir() and not one.is_symlink() else one.unlink()


def _to_disk(path: Path) -> None:
    if sys.platform == "win32":  # has no handle for a folder, and wants one for writing
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def _only_writer(folder: Path) -> Iterator[None]:
    """A lock on the folder that is gone with its process, however that ends."""
    with open(folder / _LOCK, "ab") as file:
        try:
            _lock(file)
        except OSError as error:
            raise OptionError(f"somebody else is writing into {str(folder)!r}; wait until that is done, or give another folder") from error
        yield


def _lock(file: Any) -> None:
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _first_line(error: Exception) -> str:
    return str(error).split("\n", 1)[0][:200]
