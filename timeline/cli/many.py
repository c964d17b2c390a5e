"""The commands that read several sources: a folder of pages, and pictures in one browser."""

from __future__ import annotations

import datetime
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

import timeline
from timeline.errors import OptionError, TimelineError

if TYPE_CHECKING:
    from timeline.model import Story

SOMETHING_LOST = 1
_FILES = click.argument("files", nargs=-1, required=True, type=click.Path(dir_okay=False))


class _Sources:
    """The stories of several files; one that cannot be read is named on stderr and the others go on."""

    def __init__(self, files: tuple[str, ...]) -> None:
        self.files = files
        self.failed = 0
        self.now = datetime.date.today().isoformat()  # a door: what lies behind it is told the day

    def named(self) -> Iterator[tuple[str, Story]]:
        """File -> its story, in the order of the command line."""
        for file in self.files:
            try:
                story = timeline.load(Path(file), now=self.now)
            except TimelineError as error:
                self.failed += 1
                click.echo(f"timeline: {error}", err=True)
                continue
            yield file, story

    def finish(self) -> None:
        """Exit code 1 where a source was left out."""
        if self.failed:
            click.echo(f"{self.failed} of {len(self.files)} sources were left out", err=True)
            sys.exit(SOMETHING_LOST)


@click.command()
@_FILES
@click.option("--out", type=click.Path(file_okay=False), required=True, help="Folder to write, made if it is not there.")
@click.option("--title", default="Timelines", show_default=True, help="Title of the index.")
@click.option("--interface", metavar="CODE", default="en", show_default=True, help="Language of the index, 'de' or 'en'.")
def site(files: tuple[str, ...], out: str, title: str, interface: str) -> None:
    """Write FILES as a folder of pages with an index, for any web host."""
    from timeline.export.site import write_site

    sources = _Sources(files)
    for path in write_site((story for _, story in sources.named()), out, title=title, language=interface):
        click.echo(str(path))
    sources.finish()


@click.command()
@_FILES
@click.option("--out", type=click.Path(file_okay=False), required=True, help="Folder to write, made if it is not there.")
@click.option("--kind", type=click.Choice(["png", "svg", "pdf"]), default="png", show_default=True)
@click.option("--part", type=click.Choice(["chart", "page"]), help="What is drawn; else the chart, of a PDF the page.")
@click.option("--width", type=click.IntRange(320, 8_000), default=1200, show_default=True, help="CSS pixels.")
@click.option("--scale", type=click.FloatRange(0.5, 4), default=2, show_default=True, help="Pixels of a PNG for each of them.")
@click.option("--dark", is_flag=True, help="Dark colours.")
@click.option("--paper", type=click.Choice(["A4", "A3"]), default="A4", show_default=True)
@click.option("--across", is_flag=True, help="Paper lies on its side.")
@click.option("--interface", metavar="CODE", help="Language of words and dates, 'de' or 'en'; else that of each story.")
def pictures(
    files: tuple[str, ...], out: str, kind: Literal["png", "svg", "pdf"], part: Literal["chart", "page"] | None, width: int, scale: float,
    dark: bool, paper: Literal["A4", "A3"], across: bool, interface: str | None,
) -> None:  # fmt: skip
    """Draw each of FILES into a picture of its own, all in one browser."""
    from timeline.export.images import Camera, Look

    look = Look(width, scale, "dark" if dark else "light", paper, across)
    sources, folder = _Sources(files), Path(out)
    with Camera(look, language=interface) as camera:
        for file, story in sources.named():
            path = folder / f"{Path(file).name}.{kind}"
            data = camera.take(story, kind, part=part)
            try:
                folder.mkdir(parents=True, exist_ok=True)
                path.write_bytes(data)
            except OSError as error:
                raise OptionError(f"cannot write {str(path)!r} ({error.strerror or error}); give a folder of your own") from error
            click.echo(str(path))
    sources.finish()
