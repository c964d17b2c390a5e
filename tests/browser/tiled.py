"""A story from a store on both hosts: the Dash app over its folder, and the folder of files that any web host hands out."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from random import Random
from typing import Any

import pandas as pd
from playwright.sync_api import Page
from werkzeug.serving import make_server

import timeline
from timeline.model import Assumption, Problem, Story

EVENTS = 2_000
BURST = 600
"""Of these, so many begin within the same three hours: there one has to zoom in until no bin is left."""
NOTES = 1_234
"""Rows that could not be read, where a story has notes on its source."""

ZEPPELIN, ELSE = "A zeppelin was seen.", "Nothing\u2011else was won\u00adderful."


def story() -> Story:
    """Two thousand entries over ten years, with bars, plans and words to look for; the same each time."""
    random = Random(7)
    first = 1_262_304_000  # 2010
    rows: list[dict[str, Any]] = []
    for number in range(EVENTS):
        start = first + 5 * 31_557_600 + random.randrange(10_800) if number < BURST else first + random.randrange(10 * 31_557_600)
        lane = ("politics", "weather", "sport")[number % 3]
        long = number % 17 == 0
        rows.append(
            {
                "id": f"n{number}",
                "label": f"Report {number} on {lane}",
                "start": pd.Timestamp(start, unit="s", tz="UTC"),
                "end": pd.Timestamp(start + random.randrange(3_600, 40 * 86_400), unit="s", tz="UTC") if long else None,
                "lane": lane,
                "status": "planned" if number % 29 == 0 else "happened",
                "body": f"Number {number} was written with care.\n\n{ZEPPELIN if number % 60 == 7 else ELSE}",
            }
        )
    return timeline.load(pd.DataFrame(rows), title="Ten years of reports", zone="Europe/Berlin", language="en")


def noted_story() -> Story:
    """The same, one in fifty of its entries a key event, with many problems of one kind, whose words look like markup."""
    plain = story()
    entries = tuple(replace(entry, key=number % 50 == 0) for number, entry in enumerate(plain.entries))
    lost = tuple(Problem("row", f"<b>{{row}} {number}</b>", number, "error") for number in range(1, NOTES + 1))
    doubt = Problem("fold", "02:30", 9, values={"zone": "Europe/Berlin"})
    assumed = (Assumption("zone-table", {"value": "Europe/Berlin"}),)
    return replace(plain, entries=entries, problems=(*lost, doubt), assumptions=assumed)


def build(folder: Path, told: Story | None = None, *, crowd: int = 1_000) -> Path:
    """A store of a story, by default `story`, whose tiles are crowded early, so that each way to answer is taken."""
    from timeline.store.build import build as fill
    from timeline.store.snapshot import publish

    publish(folder, lambda engine: fill([told or story()], engine, crowd=crowd))
    return folder


@dataclass(frozen=True)
class Tiled:
    """Where a story in tiles is to be seen."""

    name: str
    address: str

    def open(self, page: Page, fragment: str = "") -> Page:
        """Opens it, and waits until its chart is drawn."""
        page.goto(f"{self.address}{fragment}")
        page.locator("[data-reach]", has_text=" of ").wait_for()
        return page


def serve_app(folder: Path) -> Iterator[Tiled]:
    """The Dash app over a store."""
    from timeline.serve import create_app

    app = create_app(folder).server
    app.test_client().get("/")  # made before a browser waits for it
    server = make_server("127.0.0.1", 0, app, threaded=True)
    yield from _served("app", server, lambda: server.server_port)


def write_site(store: Path, folder: Path) -> Path:
    """The files of a store."""
    from timeline.store.page import store_html
    from timeline.store.static import write_static

    write_static(store, folder, store_html, processes=1)
    return folder


def serve_site(folder: Path) -> Iterator[Tiled]:
    """The files of a store, on a host that knows nothing."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    yield from _served("site", server, lambda: server.server_port)


HOSTS = ("app", "site")


def serve(host: str, store: Path, folder: Path) -> Iterator[Tiled]:
    """A store on one of the `HOSTS`; the files of `site` are written into a folder."""
    yield from serve_app(store) if host == "app" else serve_site(write_site(store, folder / "out"))


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        """Nothing: a test says itself what it asks."""


def _served(name: str, server: Any, port: Callable[[], int]) -> Iterator[Tiled]:
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield Tiled(name, f"http://127.0.0.1:{port()}/")
    server.shutdown()
    thread.join()
    server.server_close()
