"""The Dash app: the one place with callbacks.

The page comes whole from the server, cards and data in it, so that it can be read before any script has run. What a visitor brings is
sent with each request that needs it and is kept nowhere: the server holds the stories of its folder and nothing else.
The browser's side of it is assets/app.mjs; names of attributes and fields: docs/contract.md.
"""

from __future__ import annotations

import json
import mimetypes
import re
from base64 import b64decode, b64encode
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import flask
from dash import Dash, Input, Output, html
from werkzeug import Response

import timeline
from timeline.assets import asset_folder, sample_folder
from timeline.check import check
from timeline.clock import DAY, format_date
from timeline.draw.app import app_page, report_html
from timeline.draw.page import fragment, is_running
from timeline.draw.words import interface_language, words
from timeline.errors import DateError, NoEntryError, OptionError, SourceError, TimelineError, ZoneError
from timeline.export.formats import WRITERS, find_writer, written
from timeline.export.html import export_html, plotly_bundle
from timeline.export.images import has_browser
from timeline.export.site import slug
from timeline.model import Story
from timeline.read import READERS
from timeline.store import is_store

if TYPE_CHECKING:
    from timeline.serve.stores import Editions

FIRST_STORY = "hanoi-summit-2019.de.txt"
LARGEST = 8_000_000
"""Bytes of a ticker that a visitor may bring; a long one has 200 kB."""

MOST = 5_000
"""Events of a story that the app shows: a page with more of them is no longer quick."""

_SUFFIXES = frozenset(suffix for reader in READERS for suffix in reader.suffixes)

_UNUSED = re.compile(r"<script src=\"[^\"]*/dash/(?:dcc/|dash_table/|deps/polyfill@)[^\"]*\"></script>\n?")
"""Dash's bundles of components that no page here has: half a megabyte. And Babel's polyfill, which Dash wants for browsers that run no
modules, and for components that are loaded when they are met, as those of these bundles are."""


class Refusal(SourceError):
    """What the app itself does not take: a code of the table of words, with what fills it."""

    def __init__(self, code: str, **values: str) -> None:
        super().__init__(words("en")[code].format(**values))
        self.code, self.values = code, values


@dataclass(frozen=True, slots=True)
class Shelf:
    """The stories of a folder, by file name, read when they are asked for; `clock` tells now, where a running story is to show it.

    A folder in it that is a store is one more story. A folder that is itself a store, or the address of a database with one, has this one
    alone.
    """

    folder: Path | str
    clock: Callable[[], int] | None = None
    stores: Mapping[str, Editions] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "stores", _stores_in(self.folder))

    def names(self) -> list[str]:
        """The files that hold a story, and the stores, in the order of their names."""
        if is_store(self.folder):
            return list(self.stores)
        files = [path.name for path in Path(self.folder).iterdir() if path.suffix in _SUFFIXES and path.stem.lower() != "readme"]
        return sorted([*files, *self.stores])

    def now(self) -> int | None:
        """The instant that running stories are shown at."""
        return self.clock() if self.clock else None

    def today(self) -> str | None:
        """The day of that instant in UTC: a date without a year is near to it."""
        return None if self.clock is None else format_date(self.clock() // DAY)

    def story(self, name: str) -> Story:
        """One story; a name that is not in the folder raises `SourceError`, wherever it may point to."""
        if name not in self.names():
            raise Refusal("app.missing", name=name[:80])
        if name in self.stores:
            return self.stores[name].current().answers.story
        path = Path(self.folder) / name
        return _load(path, path.stat().st_mtime_ns, self.today())

    def tiled(self, name: str) -> str:
        """The timeline of a store as HTML; empty for a name that is none."""
        if name not in self.stores:
            return ""
        from timeline.serve.tiles import BASE
        from timeline.store.page import store_page

        edition, now = self.stores[name].current(), self.now()
        about = edition.answers.store.about
        running = is_running((about.earliest, about.latest), now)  # of an instant a page says no more
        shown = now if running else None
        make = partial(store_page, edition.answers, base=BASE, now=shown)
        return edition.pages.made(running, lambda: make().encode("utf-8", "replace")).decode()

    def titles(self) -> dict[str, str]:
        """File name -> title and language, of every story that can be read."""
        found = {}
        for name in self.names():
            try:
                story = self.story(name)
            except TimelineError:
                continue
            found[name] = f"{story.title} ({story.language})"
        return found


def _stores_in(folder: Path | str) -> dict[str, Editions]:
    if not is_store(folder) and not any(map(is_store, Path(folder).iterdir())):
        return {}
    from timeline.serve.stores import stores_at  # brings a database with it

    return stores_at(folder)


@lru_cache(maxsize=64)
def _load(path: Path, changed: int, now: str | None) -> Story:
    """A story, dated once for each time its file was `changed` (nanoseconds), and once a day."""
    return timeline.load(path, now=now)


def create_app(folder: Path | str | None = None, *, clock: Callable[[], int] | None = None) -> Dash:
    """The app over the stories of `folder`, or the store at an address; None takes the samples. With `clock`, which gives an instant,
    running stories show now."""
    mimetypes.add_type("text/javascript", ".mjs")  # Debian's own table has none, and a browser runs no module of another type
    shelf = Shelf(folder or sample_folder(), clock)
    app = Dash(
        "timeline",
        assets_folder=str(asset_folder().resolve()),
        assets_ignore=r".*\.(mjs|js)$",  # the page names its scripts itself, to have them early and once
        compress=True,
        enable_mcp=False,
        update_title="",
        index_string="{%app_entry%}{%config%}{%scripts%}{%renderer%}",
    )
    app.interpolate_index = lambda **parts: _index(app, shelf, parts)  # type: ignore[method-assign]  # documented way to own the page
    blank: dict[str, Any] = {"data-request": "", "data-answer": ""}
    app.layout = html.Div([html.Div(id="request", **blank), html.Div(id="answer", **blank)], hidden=True)
    app.callback(Output("answer", "data-answer"), Input("request", "data-request"), prevent_initial_call=True)(
        lambda request: answer(shelf, request)
    )
    _add_routes(app)
    if shelf.stores:
        from timeline.serve.tiles import add_tiles

        if is_store(shelf.folder):
            for editions in shelf.stores.values():
                editions.current()  # opened now, and what is wrong with it said now: there is nothing else to serve
        add_tiles(app.server, shelf.stores)
    return app


def run(
    *,
    host: str = "127.0.0.1",
    port: int = 8050,
    debug: bool = False,
    folder: Path | str | None = None,
    clock: Callable[[], int] | None = None,
) -> None:
    """Serve until interrupted; prints the address."""
    create_app(folder, clock=clock).run(host=host, port=port, debug=debug)


def answer(shelf: Shelf, request: str) -> str:
    """What the browser asked for, as JSON.

    The answer holds the `id` of the request and either `fragment`, `title`, `note` and, of what a visitor brought, `report`; or, for an
    export, `base64`, `mime` and the `file` name; or `error`: then the page stays as it is. All of it is in the language of the page that
    asks, since a reader who brings a ticker in another language has not changed theirs.
    """
    wish: Any = {}
    try:
        wish = json.loads(request)
        story = _wanted(shelf, wish)
        spoken = interface_language(story, str(wish.get("page") or "") or None)
        if wish.get("do") == "export":
            _refuse_large(shelf, wish)
            return _say(wish, **_saved(story, str(wish.get("to") or "html"), spoken, shelf.now()))
        report = {"report": report_html(check(story), story=story, language=spoken)} if "base64" in wish else {}
        shown = "" if "base64" in wish else shelf.tiled(str(wish["story"]))
        shown = shown or fragment(story, language=spoken, now=shelf.now(), encrypted=True)
        return _say(wish, fragment=shown, title=story.title, note=_note(story, spoken), **report)
    except TimelineError as error:
        return _say(wish, error=_explain(error, str(wish.get("page", "en")), wish), field=_field(error))
    except (ValueError, TypeError, KeyError, AttributeError):
        wish = wish if isinstance(wish, dict) else {}
        return _say(wish, error=words(str(wish.get("page", "en")))["app.unread"])


def _explain(error: TimelineError, language: str, wish: Mapping[str, Any]) -> str:
    """What is wrong: in English in the error's own words, in another language by its kind."""
    text = words(language)
    match error:
        case _ if language == "en":
            return str(error)
        case Refusal():
            return text[error.code].format(**error.values)
        case ZoneError():
            return text["zone.unknown"].format(zone=wish.get("zone", ""))
        case DateError():
            return text["app.baddate"].format(date=wish.get("date", ""))
        case NoEntryError():
            return text["app.source"]
    return text["app.unreadable"].format(error=error)


def _field(error: TimelineError) -> str:
    """The field of the form in which the visitor can mend it; empty where it is none."""
    match error:
        case Refusal(code="app.undated") | DateError():
            return "date"
        case ZoneError():
            return "zone"
    return ""


def _wanted(shelf: Shelf, wish: Mapping[str, Any]) -> Story:
    if "base64" not in wish:
        return shelf.story(str(wish["story"]))
    data = b64decode(wish["base64"], validate=True)
    if len(data) > LARGEST:
        raise Refusal("app.large", name=str(wish.get("name") or "")[:80])
    options = {key: str(wish[key]).strip() for key in ("date", "zone", "language", "format") if str(wish.get(key) or "").strip()}
    name = str(wish.get("name") or "")[:200] or None
    story = timeline.load(data, name=name, now=shelf.today(), **options, **_columns(str(wish.get("columns") or "")))
    if not story.events:
        raise Refusal("app.undated")
    if len(story.events) > MOST:
        raise Refusal("app.many", name=story.title[:80], n=f"{len(story.events)}", most=f"{MOST}")
    return story


def _refuse_large(shelf: Shelf, wish: Mapping[str, Any]) -> None:
    """A story in a store is no file that a page could carry."""
    if "base64" not in wish and (editions := shelf.stores.get(str(wish["story"]))):
        about = editions.current().answers.store.about
        raise Refusal("app.many", name=about.title[:80], n=f"{about.events}", most=f"{MOST}")


def _columns(words: str) -> dict[str, str]:
    """`start=Wann, label=Was` as field -> column; raises `OptionError` for anything else."""
    pairs = [pair.partition("=") for pair in words.split(",") if pair.strip()]
    if odd := next((field for field, mark, column in pairs if not (mark and field.strip().isidentifier() and column.strip())), None):
        raise OptionError(f"{odd.strip()!r} names no column; write field and column as start=Beginn")
    reserved = {"source", "name", "now", "format", "date", "zone", "language", "title", "since", "until"}
    return {field.strip(): column.strip() for field, _, column in pairs if field.strip() not in reserved}


def _saved(story: Story, name: str, language: str, now: int | None) -> dict[str, str]:
    """A story in a format, for the browser's downloads."""
    writer = find_writer("", name)
    data = export_html(story, language=language, now=now).encode() if writer.name == "html" else written(story, writer)
    return {"base64": b64encode(data).decode(), "mime": writer.mime, "file": _file_name(story, writer.suffixes[0])}


def _say(wish: Mapping[str, Any], **answer: str) -> str:
    return json.dumps({"id": wish.get("id"), **answer}, ensure_ascii=False)


def _note(story: Story, language: str) -> str:
    text = words(language)
    return text["app.opened"].format(
        title=story.title,
        entries=len(story.entries),
        events=len(story.events),
        assumptions=len(story.assumptions),
        problems=len(story.problems),
    )


def _file_name(story: Story, suffix: str) -> str:
    return slug(story.title) + suffix


def _index(app: Dash, shelf: Shelf, parts: Mapping[str, str]) -> str:
    """The page of the story that the address names; of another one, the first, with a message."""
    titles, error = shelf.titles(), ""
    first = FIRST_STORY if FIRST_STORY in titles else next(iter(titles), "")
    name = flask.request.args.get("story") or first
    try:
        story = shelf.story(name)
    except TimelineError as problem:
        problem = problem if name else Refusal("app.none")
        name = first
        story = shelf.story(name) if name else Story("Ticker Timeline", "en", "UTC", (), ())
        error = _explain(problem, interface_language(story, None), {})
    drawn = has_browser()
    dash = {**parts, "scripts": _UNUSED.sub("", parts["scripts"])}
    return app_page(
        story,
        name=name,
        titles=titles,
        readers=[(reader.name, reader.suffixes) for reader in READERS],
        writers=[(writer.name, writer.loses) for writer in WRITERS if drawn or "playwright" not in writer.needs],
        asset=app.get_asset_url,
        dash=dash,
        error=error,
        now=shelf.now(),
        tiled=shelf.tiled(name),
    )


def _add_routes(app: Dash) -> None:
    server = app.server
    server.config["MAX_CONTENT_LENGTH"] = 2 * LARGEST  # base64 in JSON is a third longer

    @server.get("/plotly.js")
    def plotly() -> Response:
        """The Plotly bundle that there is: the small one, or the one inside plotly.py."""
        response = Response(plotly_bundle(), mimetype="text/javascript")
        response.add_etag()
        response.cache_control.max_age = 3600
        return response.make_conditional(flask.request)

    @server.after_request
    def harden(response: Response) -> Response:
        """No page of the app runs a foreign script, and none asks another host for anything but the picture, video or sound that its reader
        asks for. Which hosts these are, a page cannot say beforehand: a visitor may bring another story into it, and a policy cannot grow.
        So it is any host, for these two kinds only, and with encryption; what a page asks for by itself (scripts, data, styles, fonts,
        frames) stays this host's."""
        response.headers["X-Content-Type-Options"] = "nosniff"
        response.headers["Referrer-Policy"] = "no-referrer"
        if response.mimetype == "text/html":
            hashes = " ".join(app.csp_hashes())
            response.headers["Content-Security-Policy"] = (
                f"default-src 'none'; script-src 'self' {hashes}; style-src 'self' 'unsafe-inline'; "
                "img-src 'self' data: https:; media-src data: https:; "
                "font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; object-src 'none'"
            )
        return response
