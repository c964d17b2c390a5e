"""The commands that read one source: its events as a table, a report on it, and every way out of it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from timeline.cli.sources import NOTHING_DATED, Wanted, story_options
from timeline.errors import OptionError

if TYPE_CHECKING:
    from timeline.model import Story

SOMETHING_LOST = 1


@click.command()
@story_options
@click.option("--format", "style", type=click.Choice(["csv", "json"]), default="csv", show_default=True)
def events(source: Wanted, style: str) -> None:
    """List the events of a source with their dates and how they are known."""
    from timeline.table import COLUMNS, rows

    story = source.load()
    table = list(rows(story))
    if style == "json":
        import json

        click.echo(json.dumps(table, ensure_ascii=False, indent=1))
    else:
        import csv
        import io

        text = io.StringIO()
        writer = csv.DictWriter(text, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(table)
        click.echo(text.getvalue(), nl=False)
    _finish(story)


@click.command()
@story_options
@click.option("--strict", is_flag=True, help="Exit with 1 for a doubt as well, not only where something was lost.")
def check(source: Wanted, strict: bool) -> None:
    """Say what a source holds, what was assumed, and what was lost or is in doubt."""
    from timeline.check import check as report_on

    report = report_on(source.load())
    for line in report.lines():
        click.echo(line)
    if report.lost or not report.events or (strict and report.doubts):
        sys.exit(SOMETHING_LOST)


@click.command()
@story_options
@click.argument("out", type=click.Path(dir_okay=False, allow_dash=True))
@click.option("--to", metavar="FORMAT", help="Format to write; else the end of the name tells.")
@click.option("--strict", is_flag=True, help="Write nothing where something was lost or is in doubt.")
def convert(source: Wanted, out: str, to: str | None, strict: bool) -> None:
    """Turn FILE into OUT, in the format that the end of OUT says; '-' is standard output.

    What the format has no place for is named on stderr.
    """
    from timeline.export.formats import find_writer, written

    writer = find_writer(Path(out).suffix, to)
    story = source.load()
    if strict and (bad := [one for one in story.problems if one.severity != "note"]):
        _say(story)
        click.echo(f"nothing was written: {len(bad)} problems, and --strict", err=True)
        sys.exit(SOMETHING_LOST)
    _write(written(story, writer), out)
    if writer.loses:
        click.echo(f"note: {writer.title} has no place for {', '.join(writer.loses)}", err=True)
    _finish(story)


@click.command()
@story_options
@click.option("--out", type=click.Path(dir_okay=False, allow_dash=True), required=True, help="The page to write; '-' for stdout.")
@click.option("--interface", metavar="CODE", help="Language of buttons and dates, 'de' or 'en'; else that of the story.")
@click.option("--inline-media", is_flag=True, help="Carry pictures and sounds that lie beside FILE inside the page.")
def export(source: Wanted, out: str, interface: str | None, inline_media: bool) -> None:
    """Write a source as one HTML page that works alone, offline."""
    from timeline.export.html import export_html
    from timeline.export.inline import beside, inline

    story = source.load()
    if inline_media:
        story = inline(story, beside(Path.cwd() if source.file == "-" else Path(source.file).parent))
    _write(export_html(story, language=interface).encode(), out)
    _finish(story)


def _write(data: bytes, out: str) -> None:
    try:
        with click.open_file(out, "wb") as target:
            target.write(data)
    except OSError as error:
        raise OptionError(f"cannot write {out!r} ({error.strerror or error}); give a path in a folder that is there") from error


def _say(story: Story) -> None:
    """What was assumed and what was not used."""
    from timeline.check import located

    for assumption in story.assumptions:
        click.echo(f"assumed: {assumption.say()}", err=True)
    for problem in story.problems:
        click.echo(f"{problem.severity}: {located(problem)}", err=True)


def _finish(story: Story) -> None:
    """Say what was assumed and what was not used; nothing dated is exit code 1."""
    _say(story)
    if not story.events:
        click.echo("nothing could be dated; give --date, the day of the newest entry", err=True)
        sys.exit(NOTHING_DATED)
