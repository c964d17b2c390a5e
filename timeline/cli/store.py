"""The commands that keep large stories in a store: build one, append to it."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click

from timeline.cli.sources import NOTHING_DATED, Bar, Wanted, story_options
from timeline.errors import OptionError, SourceError, TimelineError

if TYPE_CHECKING:
    from timeline.model import Assumption
    from timeline.store.about import About
    from timeline.store.engine import Engine
    from timeline.store.rows import Batch

SOMETHING_LOST = 1


class _Refused(Exception):
    """Something is lost or in doubt, and the caller is strict."""


@dataclass
class _Account:
    """What came by on the way into a store, said on stderr as it comes."""

    records: int = 0
    dated: int = 0
    pointers: int = 0
    there: int = 0
    format: str = ""
    problems: Counter[str] = field(default_factory=Counter)
    assumed: set[str] = field(default_factory=set)

    def take(self, part: Batch) -> None:
        """Count one part, and say what was assumed and what is wrong with it."""
        from timeline.check import located

        self.format = part.head.format
        self.records += part.head.records
        self.dated += part.dated
        self.pointers += part.pointers
        self.problems.update(problem.severity for problem in part.head.problems)
        for assumption in part.head.assumptions:
            self._assume(assumption)
        for problem in part.head.problems:
            click.echo(f"{problem.severity}: {located(problem)}", err=True)

    def _assume(self, assumption: Assumption) -> None:
        if (words := assumption.say()) not in self.assumed:
            self.assumed.add(words)
            click.echo(f"assumed: {words}", err=True)

    def through(self, parts: Iterator[Batch], *, strict: bool) -> Iterator[Batch]:
        """The parts, each counted; after the last one `_Refused` where that has to be."""
        for part in parts:
            self.take(part)
            yield part
        if strict and self.problems["error"] + self.problems["warning"]:
            raise _Refused


@click.command()
@partial(story_options, folders=True)
@click.option("--out", help="Folder of the store, made if it is not there; or a database, postgresql://user@host/database.")
@click.option("--static", "site", type=click.Path(file_okay=False), help="Folder for the page and its tiles as files, for any web host.")
@click.option("--engine", metavar="MASTER", help="For --static: a Spark cluster that computes the tiles, such as spark://host:7077.")
@click.option("--strict", is_flag=True, help="Publish nothing where something was lost or is in doubt.")
def build(source: Wanted, out: str | None, site: str | None, engine: str | None, strict: bool) -> None:
    """Build a store of FILE, for stories that are too long for one page, or with --static a folder of files.

    Tables (CSV, TSV, Parquet, JSON Lines) may be of any length. What is in the folder already is replaced. For --static, FILE may be a
    store: its folder, or the address of its database.
    """
    from timeline.store import is_store, shown

    known = is_store(source.file)
    if not site and (known or not out):
        what = f"{shown(source.file)!r} is a store already" if known else f"nowhere to put what {source.file!r} becomes"
        raise OptionError(f"{what}; give a folder: {'' if known else '--out for a store, '}--static for files")
    if known and out:
        raise OptionError(f"{shown(source.file)!r} is a store already; leave out --out")
    if engine:
        _check_engine(engine, site)
    if known and site:
        _files_of(source.file, site, engine)
    elif out:
        _store_of(source, out, strict)
        if site:
            _files_of(out, site, engine)
    elif site:
        beside = Path(site).absolute().parent
        with TemporaryDirectory(prefix=".building-", dir=beside if beside.is_dir() else None) as folder:
            _store_of(source, folder, strict)
            _files_of(folder, site, engine)


def _check_engine(engine: str, site: str | None) -> None:
    from timeline.store.spark import check_master

    check_master(engine)
    if not site:
        raise OptionError(f"--engine {engine!r} computes files; give a folder for them: --static")


def _files_of(store: str, site: str, engine: str | None) -> None:
    from timeline.store.page import store_html
    from timeline.store.static import write_static

    with Bar("writing files") as bar:
        if engine:
            from timeline.store.spark import session_of, spread

            with session_of(engine) as session:
                wrote = write_static(store, site, store_html, spread=partial(spread, session), told=bar.told)
        else:
            wrote = write_static(store, site, store_html, told=bar.told)
    click.echo(f"{site}: {wrote.files} files, {wrote.bytes / 1e6:.1f} MB")


def _store_of(source: Wanted, out: str, strict: bool) -> None:
    from timeline.store import shown

    account = _Account()
    with _refusal(account), Bar("building") as bar:
        from timeline.store.build import build as fill
        from timeline.store.snapshot import publish

        parts = account.through(source.parts(bar.told), strict=strict)
        about = publish(out, lambda engine: fill(parts, engine, told=bar.told))
    _finish(account, about, shown(out))


@click.command()
@click.argument("store", type=click.Path(file_okay=False))
@story_options
@click.option("--strict", is_flag=True, help="Publish nothing where something was lost or is in doubt.")
def append(source: Wanted, store: str, strict: bool) -> None:
    """Add the events of FILE to STORE, a folder or the address of a database, and publish both as one.

    An event with the id of one in the store stays out. Takes as long as building all of it does, but for reading the old rows.
    """
    from timeline.store import shown

    account = _Account()
    with _refusal(account), Bar("appending") as bar:
        from timeline.store.snapshot import open_store, publish

        open_store(store).engine.close()  # a folder without a store is no place to append to
        about = publish(store, lambda engine: _appended(source, store, engine, account, bar, strict=strict))
    _finish(account, about, shown(store))


def _appended(source: Wanted, store: str, engine: Engine, account: _Account, bar: Bar, *, strict: bool) -> About:
    from timeline.store.append import Fresh, append, ids_in
    from timeline.store.snapshot import open_store

    old = open_store(store)  # again, since nobody else publishes now
    try:
        fresh = Fresh(old, ids_in(old))
        parts = account.through(fresh.of(source.parts(bar.told, old.about, fresh.known)), strict=strict)
        about = append(old, parts, engine, told=bar.told)
    finally:
        old.engine.close()
    account.there = fresh.there
    return about


@contextmanager
def _refusal(account: _Account) -> Iterator[None]:
    try:
        yield
    except _Refused:
        number = account.problems["error"] + account.problems["warning"]
        click.echo(f"nothing was published: {number} problems, and --strict", err=True)
        sys.exit(SOMETHING_LOST)
    except ModuleNotFoundError as error:
        raise SourceError(f"a store needs {error.name}; install it with: pip install 'ticker-timeline[scale]'") from error
    except TimelineError:
        if account.records and not account.dated:
            click.echo("nothing could be dated; give --date, the day of the newest entry", err=True)
            sys.exit(NOTHING_DATED)
        raise


def _finish(account: _Account, about: About, out: str) -> None:
    click.echo(
        f"{about.title}: {account.format}, {account.records} records; {account.dated} dated, {account.pointers} only point elsewhere, "
        f"{account.problems['error']} lost" + (f", {account.there} there already" if account.there else "")
    )
    click.echo(f"{out}: version {about.version}, {about.entries} entries, {about.events} events, {about.unplaced} without a place in time")
