"""The page of the Dash app: a story's fragment with the bar above it and the dialog to bring one's own ticker."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence

from markupsafe import Markup

from timeline.assets import asset_folder, styles
from timeline.check import Report
from timeline.draw.moments import tell
from timeline.draw.page import fragment, templates
from timeline.draw.speech import Say
from timeline.draw.words import LANGUAGES, counted, interface_language, words
from timeline.model import Problem, Story

_MOST = 200
_OF_TILES = "tile"  # modules that only stories from a store need
_OF_THE_BAR = ("app.", "read.", "write.", "loses.", "zone.hint")
_LOST = {
    **{name: name for name in ("data", "evidence", "basis", "zone", "status", "replaces", "importance", "tags", "key", "place", "eras")},
    **dict.fromkeys(("precision", "approximate", "earliest", "latest", "named", "open starts", "which of two clocks"), "precision"),
    "lane": "lanes", "lanes": "lanes", "reader_zones": "zone", "problems": "notes", "assumptions": "notes", "introduction": "introduction",
    "title": "introduction", "published": "published", "stamp": "published", "entries without events": "undated", "links but http": "links",
    **dict.fromkeys(("media", "caption", "credit", "media but pictures", "media but the first"), "media"),
    **{f"days and clocks {where}": "deep" for where in ("beside deep time", "outside of the years 1 to 9999")},
}  # fmt: skip
_BOOKS = frozenset("id entry headline position lines day hand pointer records format language".split())
"""What only this program keeps books of, or what is written in another place of the file: nobody would miss it."""


def app_page(
    story: Story,
    *,
    name: str,
    titles: Mapping[str, str],
    readers: Sequence[tuple[str, Sequence[str]]] = (),
    writers: Sequence[tuple[str, Sequence[str]]] = (),
    asset: Callable[[str], str],
    dash: Mapping[str, str],
    error: str = "",
    now: int | None = None,
    tiled: str = "",
) -> str:
    """The whole HTML page.

    `titles` maps the stories one can choose to what they are called, `name` is the one shown. `readers` are the formats that can be
    brought, with the ends of their names, `writers` those that can be saved, with what each has no place for. `asset` gives the address
    of an asset, `dash` the parts of Dash's own index (HTML), `error` a message to show above the story, `now` the instant that a running
    one shows, `tiled` the timeline of a story that comes from a store, instead of one that is made of `story`.
    """
    language = interface_language(story, None)
    text = words(language)
    modules = sorted(path.name for path in (asset_folder() / "lib").glob("*.mjs"))
    return templates().get_template("app.html.j2").render(
        story=story,
        language=language,
        text=text,
        name=name,
        titles=titles,
        readers=readers,
        writers=[(name, lost_by(fields)) for name, fields in writers],
        accept=",".join(dict.fromkeys(end for _, ends in readers for end in ends)),
        asset=asset,
        modules=[f"lib/{name}" for name in modules if tiled or not name.startswith(_OF_TILES)],
        style=Markup(styles("app")),
        dash={key: Markup(part) for key, part in dash.items()},
        error=error,
        fragment=Markup(tiled or (fragment(story, now=now, encrypted=True) if story.entries else "")),
        say=Say(text),
        words_json=Markup(json.dumps(_columns(), ensure_ascii=False).replace("<", "\\u003c")),
    )  # fmt: skip


def lost_by(fields: Sequence[str]) -> list[str]:
    """What a format loses, `Writer.loses`, as codes of the table of words (`loses.`), each once."""
    return list(dict.fromkeys(code for field in fields if (code := _LOST.get(field.rsplit(".", 1)[-1]))))


def report_html(report: Report, *, story: Story, language: str) -> str:
    """What became of a source, as HTML for the dialog that shows it before its timeline."""
    text = words(language)
    kinds = {
        "lost": [_located(one, text, language) for one in report.lost],
        "doubts": [_located(one, text, language) for one in report.doubts],
        "assumptions": [one.say(language) for one in report.assumptions],
        "notes": [_located(one, text, language) for one in report.notes],
    }
    ends = [
        tell(event.start, event.end, zone=story.zone, language=language, home=story.zone) for event in (report.first, report.last) if event
    ]
    return templates().get_template("report.html.j2").render(
        report=report,
        text=text,
        format=text[f"read.{report.format}"],
        records=counted(text, "report.records", report.records, language),
        events=counted(text, "report.events", report.events, language),
        first=ends[0] if ends else "",
        last=ends[-1] if ends else "",
        parts=[(kind, counted(text, f"report.{kind}", len(lines), language), _shortened(lines)) for kind, lines in kinds.items() if lines],
    )  # fmt: skip


def _located(problem: Problem, text: Mapping[str, str], language: str) -> str:
    place = [text["report.line"].format(line=problem.line)] if problem.line else []
    place += [problem.column] if problem.column else []
    return f"{', '.join(place)}: {problem.say(language)}" if place else problem.say(language)


def _shortened(lines: list[str]) -> list[str]:
    """A report of thousands of lines helps nobody; its heading has the count."""
    return lines if len(lines) <= _MOST else [*lines[:_MOST], "…"]


def _columns() -> dict[str, dict[str, str]]:
    """Language -> the words of the bar and its dialog."""
    return {language: {code: text for code, text in words(language).items() if code.startswith(_OF_THE_BAR)} for language in LANGUAGES}
