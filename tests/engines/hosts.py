"""Where the pages come from: the Dash app and the exported file, each with a script before its own that watches for errors."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from flask import Flask, Response
from werkzeug.serving import make_server

import timeline
from tests.browser.conftest import find
from timeline.assets import sample_folder
from timeline.serve import create_app

Address = Callable[[str], str]
"""The address of a sample by its file name."""

HEAD = '<meta charset="utf-8">'

# WebDriver tells nothing of a page's console, so the page does. That sizes are delivered with the next frame is told as an error, though
# nothing is lost by it (https://drafts.csswg.org/resize-observer/#deliver-resize-error); consoles leave it out.
WATCH = """window.watched = [];
addEventListener('error', ({ message, filename, target }) => message?.startsWith('ResizeObserver loop completed') ||
  watched.push(message ? `${message} (${filename})` : `not loaded: ${target.src ?? target.href}`), true);
addEventListener('unhandledrejection', ({ reason }) => watched.push(`unhandled rejection: ${reason}`));
addEventListener('securitypolicyviolation', event => watched.push(`against the policy: ${event.violatedDirective} ${event.blockedURI}`));
const said = console.error;
console.error = (...words) => { watched.push(`console: ${words.join(' ')}`); said.apply(console, words); };
"""


def watched(page: str) -> str:
    """A page that brings its own policy: a script before the policy is none of its business."""
    assert HEAD in page
    return page.replace(HEAD, f"{HEAD}<script>{WATCH}</script>", 1)


def exported(folder: Path) -> Address:
    """Files, opened from the disk."""

    def address(story: str) -> str:
        file = folder / f"{story}.html"
        if not file.exists():
            file.write_text(watched(timeline.export_html(timeline.load(find(story)))), "utf-8")
        return file.as_uri()

    return address


@contextmanager
def served(folder: Path | None = None) -> Iterator[str]:
    """The address of the Dash app over a folder, by default that of the samples. Its policy lets its own scripts run, so `WATCH` is one."""
    app: Flask = create_app(folder or sample_folder()).server

    @app.get("/watch.js")
    def watch() -> Response:
        return Response(WATCH, mimetype="text/javascript")

    @app.after_request
    def insert(response: Response) -> Response:
        if response.mimetype == "text/html":
            response.set_data(response.get_data(as_text=True).replace("<head>", '<head><script src="/watch.js"></script>', 1))
        return response

    app.test_client().get("/")  # made before a browser waits for it
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    thread.join()
    server.server_close()


@contextmanager
def app() -> Iterator[Address]:
    """The Dash app over the samples."""
    with served() as address:
        yield lambda story: f"{address}?story={quote(story)}"
