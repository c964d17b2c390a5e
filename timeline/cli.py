"""The command `timeline`: results on stdout, assumptions and problems on stderr.

Exit codes: 0 fine, 1 nothing could be dated, 2 a wrong call or a source that cannot be read.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

import timeline
from timeline.errors import OptionError, TimelineError

if TYPE_CHECKING:
    from timeline.date.resolve import Frame
    from timeline.model import Story

Command = TypeVar("Command", bound=Callable[..., Any])

NOTHING_DATED = 1
WRONG_CALL = 2
_STDIN = "standard input"


def main() -> None:
    """The console script: what a caller did wrong is one line on stderr, never a traceback."""
    try:
        cli.main(prog_name="timeline", standalone_mode=True)
    except TimelineError as error:
        click.echo(f"timeline: {error}", err=True)
        sys.exit(WRONG_CALL)


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(timeline.__version__, message="%(version)s")
def cli() -> None:
    """A live ticker in, a time-zone-aware timeline out.

    FILE is a ticker as text or Markdown; '-' reads it from standard input.
    """


def _story_options(command: Command) -> Command:
    """What a ticker may leave unsaid, and where no text is needed to know it."""
    for option in (
        click.option("--language", metavar="CODE", help="Language of the text, such as 'de'; else it is recognised."),
        click.option("--zone", metavar="ZONE", help="Zone the ticker is written in: IANA name or offset."),
        click.option("--date", metavar="YYYY-MM-DD", help="Day of the newest entry; else it is inferred."),
        click.argument("file", type=click.Path(dir_okay=False, allow_dash=True)),
    ):
        command = option(command)
    return command


@cli.command()
@_story_options
@click.option("--format", "style", type=click.Choice(["csv", "json"]), default="csv", show_default=True)
def events(file: str, date: str | None, zone: str | None, language: str | None, style: str) -> None:
    """List the events of a ticker with their dates and how they are known."""
    from timeline.table import COLUMNS, rows

    story = _load(file, date, zone, language)
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


@cli.command()
@_story_options
@click.option("--out", type=click.Path(dir_okay=False, allow_dash=True), required=True, help="The page to write; '-' for stdout.")
@click.option("--interface", metavar="CODE", help="Language of buttons and dates, 'de' or 'en'; else that of the story.")
def export(file: str, date: str | None, zone: str | None, language: str | None, out: str, interface: str | None) -> None:
    """Write a ticker as one HTML page that works alone, offline."""
    from timeline.export.html import export_html

    story = _load(file, date, zone, language)
    page = export_html(story, language=interface)
    try:
        with click.open_file(out, "w", encoding="utf-8") as target:
            target.write(page)
    except OSError as error:
        raise OptionError(f"cannot write {out!r} ({error.strerror or error}); give a path in a folder that is there") from error
    _finish(story)


@cli.command()
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", type=click.IntRange(0, 65535), default=8050, show_default=True)
@click.option("--debug", is_flag=True, help="Reload on change, show errors in the browser.")
@click.option("--data", type=click.Path(exists=True, file_okay=False), help="Folder of stories; else the samples.")
def serve(host: str, port: int, debug: bool, data: str | None) -> None:
    """Serve the stories of a folder as an app."""
    import time
    from pathlib import Path

    from timeline.serve import run

    run(host=host, port=port, debug=debug, folder=Path(data) if data else None, clock=lambda: time.time_ns() // 1_000_000)


@cli.command()
@click.argument("text", nargs=-1)
@click.option("--reference", metavar="YYYY-MM-DD", help="The day that 'today' means.")
@click.option("--zone", metavar="ZONE", default="UTC", show_default=True, help="Zone of clocks without one.")
@click.option("--language", metavar="CODE", help="Language of the text; else it is recognised.")
@click.option("--jsonl", is_flag=True, help='Read {"text", "reference", "language"} a line from stdin, answer {"dates": [...]} a line.')
def dates(text: tuple[str, ...], reference: str | None, zone: str, language: str | None, jsonl: bool) -> None:
    """Find the time expressions in TEXT, or in standard input."""
    from timeline.clock import find_zone

    find_zone(zone)
    if jsonl:
        _answer_lines(zone)
        return
    words = " ".join(text) if text else _standard_input()
    found = _timexes(words, _frame(reference, zone, language, words), parts=False)
    for one in found:
        click.echo(f"{one['start']}-{one['end']}\t{one['kind']}\t{one['value']}\t{one['text']}\t{one['rule']}")
    if not found:
        click.echo("no time expression found", err=True)
        sys.exit(NOTHING_DATED)


def _answer_lines(zone: str) -> None:
    """One answer a line: `dates` as TIMEX3 has them (date and clock apart), `moments` as a reader takes them, with bounds in UTC."""
    import json

    from timeline.read import LIMIT, too_large

    for number, line in enumerate(iter(lambda: sys.stdin.buffer.readline(LIMIT + 1), b""), start=1):
        if len(line) > LIMIT:
            raise too_large(f"line {number} of {_STDIN}")
        if not line.strip():
            continue
        try:
            text, frame = _question(json.loads(line), zone)
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            if isinstance(error, TimelineError):
                raise
            said = line.strip()[:60].decode("utf-8", "replace")
            raise click.UsageError(f'line {number} is no JSON object with a "text": {said!r}') from error
        answer = {"dates": _timexes(text, frame, parts=True), "moments": _timexes(text, frame, parts=False)}
        written = json.dumps(answer, ensure_ascii=False).encode("utf-8", "backslashreplace")  # half a character stays as JSON escapes it
        click.echo(written.decode())


def _question(question: Any, zone: str) -> tuple[str, Frame]:
    from timeline.clock import find_zone

    zone = question.get("zone") or zone
    find_zone(zone)
    text, anchors = str(question["text"]), dict(question.get("anchors") or {})
    return text, _frame(question.get("reference"), zone, question.get("language"), text, anchors)


def _standard_input() -> str:
    from timeline.read import take
    from timeline.read.decode import decode

    return decode(take(sys.stdin.buffer, _STDIN), _STDIN)


def _frame(reference: str | None, zone: str, language: str | None, text: str, anchors: dict[str, str] | None = None) -> Frame:
    """What a loose text is read with: its reference day, its zone, its language, the occasions in it (name -> first day)."""
    from timeline.date.language import find_language, language_of
    from timeline.date.resolve import Frame
    from timeline.moment import day_of

    day = day_of(reference) if reference else None
    occasions = {name.lower(): day_of(first) for name, first in (anchors or {}).items()}
    return Frame(day, day, zone, zone, find_language(language) if language else language_of(text), occasions)


def _timexes(text: str, frame: Frame, *, parts: bool) -> list[dict[str, Any]]:
    from timeline.clock import format_instant
    from timeline.date.timex import find_moments, find_timexes

    def bound(instant: int | None) -> str | None:
        return None if instant is None else format_instant(instant)

    answer = []
    for one in find_timexes(text, frame) if parts else find_moments(text, frame):
        said: dict[str, Any] = {
            "start": one.start,
            "end": one.end,
            "text": one.text,
            "kind": one.kind,
            "value": one.value,
            "rule": one.rule,
        }
        if one.mod:
            said["mod"] = one.mod
        if one.moment:
            last = one.end_moment or one.moment
            said |= {"precision": one.moment.precision, "zone": one.moment.zone}
            said |= {"earliest": bound(one.moment.earliest), "latest": bound(last.latest)}
        answer.append(said)
    return answer


def _load(file: str, date: str | None, zone: str | None, language: str | None) -> Story:
    import datetime
    from pathlib import Path

    from timeline.read import take

    now = datetime.date.today().isoformat()  # a door: what lies behind it is told the day
    if file == "-":
        return timeline.load(take(sys.stdin.buffer, _STDIN), date=date, zone=zone, language=language, name=_STDIN, now=now)
    return timeline.load(Path(file), date=date, zone=zone, language=language, now=now)


def _finish(story: Story) -> None:
    """Say what was assumed and what was not used; nothing dated is exit code 1."""
    for assumption in story.assumptions:
        click.echo(f"assumed: {assumption.say()}", err=True)
    for problem in story.problems:
        click.echo(f"{problem.severity}: line {problem.line}: {problem.say()}", err=True)
    if not story.events:
        click.echo("nothing could be dated; give --date, the day of the newest entry", err=True)
        sys.exit(NOTHING_DATED)


if __name__ == "__main__":
    main()
