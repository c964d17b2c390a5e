"""`timeline dates`: the time expressions in a text, or in a question a line."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from timeline.cli.sources import NOTHING_DATED, STDIN
from timeline.errors import TimelineError

if TYPE_CHECKING:
    from timeline.date.resolve import Frame


@click.command()
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
            raise too_large(f"line {number} of {STDIN}")
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

    return decode(take(sys.stdin.buffer, STDIN), STDIN)


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
