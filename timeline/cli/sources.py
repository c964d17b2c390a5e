"""What the commands that read a story share: the options that say what a source leaves unsaid, and loading it."""

from __future__ import annotations

import datetime
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self, TypeVar

import click

import timeline
from timeline.errors import OptionError

if TYPE_CHECKING:
    from timeline.model import Story
    from timeline.store.about import About
    from timeline.store.rows import Batch
    from timeline.store.survey import Hashed

Command = TypeVar("Command", bound=Callable[..., Any])

NOTHING_DATED = 1
STDIN = "standard input"
_PATIENCE = 1.0
"""Seconds after which a bar says how far it is."""
_STEPS = 1_000


@dataclass(frozen=True, slots=True)
class Wanted:
    """A source as the command line names it, with what it leaves unsaid."""

    file: str
    date: str | None
    zone: str | None
    language: str | None
    title: str | None
    form: str | None
    since: str | None
    until: str | None
    columns: dict[str, str]
    fetch: bool

    def load(self) -> Story:
        """The story, as `timeline.load` makes it; what takes longer than a second shows a bar on stderr."""
        from timeline.date import date_source
        from timeline.read import read

        source, name = self._source()
        now = datetime.date.today().isoformat()  # a door: what lies behind it is told the day
        options: dict[str, Any] = {"date": self.date, "zone": self.zone, "language": self.language, "title": self.title, "now": now}
        with Bar("reading") as bar, timeline.no_search_for_cycles():
            found = read(source, name=name, format=self.form, columns=self.columns, since=self.since, until=self.until)
            return date_source(found, progress=bar.share, **options)

    def parts(self, told: Callable[[str, int, int], None], onto: About | None = None, known: Hashed | None = None) -> Iterator[Batch]:
        """The rows of a store: of a long table part by part, read and dated on all processors; of anything else at once.

        What goes `onto` another story has its zone and language unless told otherwise, and may name the events `known` there.
        """
        from timeline.store.append import moved_on
        from timeline.store.parts import Options, parts_of
        from timeline.store.rows import batch_of
        from timeline.store.survey import NOBODY

        after, known = onto.last if onto else 0, known or NOBODY
        wanted = replace(self, zone=self.zone or onto.zone, language=self.language or onto.language) if onto else self
        options = Options(wanted.zone, wanted.language, self.title, self.form, self.columns, after, known)
        workers, least = os.cpu_count() or 1, 1 if onto else 2
        path = None if self.fetch or self.file == "-" else Path(self.file)
        long = parts_of(path, options, workers=workers, least=least, told=told) if path else None
        if long is not None:
            yield from long
        else:
            yield batch_of(moved_on(wanted.load(), after))

    def _source(self) -> tuple[bytes | Path, str | None]:
        from timeline.read import take

        if self.fetch:
            from timeline.read.fetch import fetch  # brings the web with it

            return fetch(self.file)
        return (take(sys.stdin.buffer, STDIN), STDIN) if self.file == "-" else (Path(self.file), None)


def story_options(command: Command, *, folders: bool = False) -> Command:
    """FILE, and what a source may leave unsaid; the command gets them as one `Wanted`. With `folders`, FILE may be one."""

    def wanted(**words: Any) -> Any:
        pairs = words.pop("columns")
        source = Wanted(columns=_pairs(pairs), **{key: words.pop(key) for key in (*_SOURCE, "form")})
        return command(source, **words)

    wanted.__name__, wanted.__doc__ = command.__name__, command.__doc__
    wanted.__click_params__ = getattr(command, "__click_params__", [])  # type: ignore[attr-defined]  # where click keeps what decorators add
    for option in (
        click.option("--map", "columns", metavar="FIELD=COLUMN", multiple=True, help="Column that holds a field, such as start=Beginn."),
        click.option("--fetch", is_flag=True, help="FILE is an address of the web, to be fetched."),
        click.option("--until", metavar="YYYY-MM-DD", help="Day before which what a calendar repeats ends."),
        click.option("--since", metavar="YYYY-MM-DD", help="Day from which on what a calendar repeats is read."),
        click.option("--from", "form", metavar="FORMAT", help="Format of the source; else it is recognised."),
        click.option("--title", metavar="TEXT", help="Title of the story; else that of the source."),
        click.option("--language", metavar="CODE", help="Language of the text, such as 'de'; else it is recognised."),
        click.option("--zone", metavar="ZONE", help="Zone of clocks without one: IANA name or offset."),
        click.option("--date", metavar="YYYY-MM-DD", help="Day of the newest entry of a ticker; else it is inferred."),
        click.argument("file", type=click.Path(dir_okay=folders, allow_dash=True)),
    ):
        wanted = option(wanted)
    return wanted  # type: ignore[return-value]  # click calls it by keywords, whatever its signature


_SOURCE = ("file", "date", "zone", "language", "title", "since", "until", "fetch")


def _pairs(pairs: tuple[str, ...]) -> dict[str, str]:
    found = {}
    for pair in pairs:
        name, mark, column = pair.partition("=")
        if not (mark and name.strip() and column.strip()):
            raise OptionError(f"--map {pair!r} is no pair; write field and column as start=Beginn")
        found[name.strip()] = column.strip()
    return found


class Bar:
    """How far something is, on stderr: it appears once a second has passed, where somebody watches."""

    def __init__(self, label: str) -> None:
        self.begin, self.bars, self.label = time.monotonic(), ExitStack(), label
        self.shown: Any = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.bars.close()

    def share(self, done: float) -> None:
        """Takes the share that is done, from 0 to 1."""
        if self.shown is None and sys.stderr.isatty() and time.monotonic() - self.begin > _PATIENCE:
            self.shown = self.bars.enter_context(click.progressbar(length=_STEPS, label=self.label, file=sys.stderr))
        if self.shown is not None:
            self.shown.update(round(done * _STEPS) - self.shown.pos)

    def told(self, what: str, done: int, all: int) -> None:
        """Takes the step that something is at, with how much of it is done; a new step begins a new bar."""
        if what != self.label:
            self.bars.close()
            self.shown, self.label = None, what
        self.share(done / all if all else 0)
