"""The commands that keep large stories in a store: build one, append to it."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import click

from timeline.cli.sources import NOTHING_DATED, Bar, Wanted, story_options
from timeline.errors import SourceError, TimelineError

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
@story_options
@click.option("--out", type=click.Path(file_okay=False), required=True, help="Folder of the store, made if it is not there.")
@click.option("--strict", is_flag=True, help="Publish nothing where something was lost or is in doubt.")
def build(source: Wanted, out: str, strict: bool) -> None:
    """Build a store of FILE, for stories that are too long for one page.

    Tables (CSV, TSV, Parquet, JSON Lines) may be of any length. A store that is in the folder already is replaced.
    """
    account = _Account()
    with _refusal(account), Bar("building") as bar:
        from timeline.store.build import build as fill
        from timeline.store.snapshot import publish

        parts = account.through(source.parts(bar.told), strict=strict)
        about = publish(out, lambda engine: fill(parts, engine, told=bar.told))
    _finish(account, about, out)


@click.command()
@click.argument("store", type=click.Path(file_okay=False))
@story_options
@click.option("--strict", is_flag=True, help="Publish nothing where something was lost or is in doubt.")
def append(source: Wanted, store: str, strict: bool) -> None:
    """Add the events of FILE to STORE and publish both as one.

    An event with the id of one in the store stays out. Takes as long as building all of it does, but for reading the old rows.
    """
    account = _Account()
    with _refusal(account), Bar("appending") as bar:
        from timeline.store.snapshot import open_store, publish

        open_store(store).engine.close()  # a folder without a store is no place to append to
        about = publish(store, lambda engine: _appended(source, store, engine, account, bar, strict=strict))
    _finish(account, about, store)


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
