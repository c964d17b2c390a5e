"""A real Chromium, watched: whatever a page asks of another host or complains about fails the test that opened it.

host.open(page, "sample.md")     the story on the Dash app and, in a second run of the test, in the exported file
@pytest.mark.page(timezone_id="Asia/Kolkata", color_scheme="dark", reduced_motion="reduce")     another reader
new_page(locale="de-DE")         one more page in the same test
axe(page)                        what axe-core finds wrong
"""

import os
import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import quote, urlsplit

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Error, Page, Request, sync_playwright
from werkzeug.serving import make_server

from timeline.assets import sample_folder

ROOT = Path(__file__).parent.parent.parent
ON_CI = os.environ.get("CI") == "true"
REQUIRED = ON_CI or os.environ.get("REQUIRE_BROWSER") == "1"
FLAGS = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # No page may call another host. One that tries gets no answer, on every machine alike, and `Watch` names it.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
]
READER: dict[str, Any] = {
    "timezone_id": "America/Los_Angeles",
    "locale": "en-GB",
    "viewport": {"width": 1280, "height": 800},
    "color_scheme": "light",
    "reduced_motion": "no-preference",
}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder needs a browser."""
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.browser)


def missing(what: str, remedy: str, *, required: bool) -> None:
    """Fails where the tests have to run, else skips."""
    words = f"{what} is missing; {remedy}"
    if required:
        pytest.fail(words, pytrace=False)
    pytest.skip(words)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The machine's own Chromium, or the one that `CHROMIUM` names."""
    names = ("chromium", "chromium-browser", "google-chrome")
    executable = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, names)), None)
    if executable is None:
        missing("Chromium", "install it (sudo apt-get install chromium) or set CHROMIUM to its path", required=REQUIRED)
    sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []  # Chromium refuses to run as root with its sandbox
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=executable, args=[*FLAGS, *sandbox])
        yield launched
        launched.close()


class Watch:
    """What the pages of one test did that no page may do."""

    def __init__(self) -> None:
        self.faults: list[str] = []
        self.allowed: set[str] = set()
        """Hosts that may be asked from now on, since the test's reader has said so; a test answers for them itself."""

    def over(self, page: Page) -> None:
        """Listens to a page from now on."""
        page.on("request", self._request)
        page.on("console", self._console)
        page.on("pageerror", self._error)

    def _request(self, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme not in {"file", "data", "blob", "about"} and parts.hostname not in {"127.0.0.1", "localhost", *self.allowed}:
            self.faults.append(f"asked another host: {request.url}")

    def _console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.faults.append(f"console error: {message.text} ({message.location.get('url', '')})")

    def _error(self, error: Error) -> None:
        self.faults.append(f"page error: {error.stack or error.message}")


class NewPage(Protocol):
    """Opens a page in a context of its own; options as of Playwright's `Browser.new_context`."""

    def __call__(self, **options: Any) -> Page: ...


@pytest.fixture
def watch() -> Watch:
    """What watches the pages of a test."""
    return Watch()


@pytest.fixture
def new_page(browser: Browser, watch: Watch) -> Iterator[NewPage]:
    """Opens further pages, each for a reader of its own; all are watched, and closed after the test."""
    contexts = []

    def open_page(**options: Any) -> Page:
        context = browser.new_context(**(READER | options))
        contexts.append(context)
        context.set_default_timeout(10_000)
        context.on("page", watch.over)
        return context.new_page()

    yield open_page
    for context in contexts:
        context.close()
    if watch.faults:
        pytest.fail("\n".join(watch.faults), pytrace=False)


@pytest.fixture
def page(new_page: NewPage, request: pytest.FixtureRequest) -> Page:
    """An empty page; `@pytest.mark.page(...)` says for what reader."""
    marker = request.node.get_closest_marker("page")
    return new_page(**(marker.kwargs if marker else {}))


class Host(Protocol):
    """One of the two places a timeline lives in."""

    name: str

    def open(self, page: Page, story: str | Path) -> Page:
        """Opens a sample by its file name, or any story by its path, and waits until the timeline is in the page."""


class App:
    """The Dash app, a server each folder, started when first needed."""

    name = "app"

    def __init__(self, scratch: Path) -> None:
        self._scratch = scratch
        self._addresses: dict[Path, str] = {}
        self._stops: list[Callable[[], None]] = []

    def open(self, page: Page, story: str | Path) -> Page:
        """Opens a story through the server of its folder."""
        path = find(story)
        page.goto(f"{self._address(path)}/?story={quote(path.name)}")
        return ready(page)

    def _address(self, path: Path) -> str:
        """The server of the samples or, for a story from elsewhere, of a folder with a copy of only this one."""
        if path.parent == sample_folder():
            return self._serve(path.parent)
        folder = self._scratch / str(len(self._addresses))
        known = self._addresses.get(path)
        if known is None:
            folder.mkdir()
            shutil.copy(path, folder)
            known = self._addresses[path] = self._serve(folder)
        return known

    def _serve(self, folder: Path) -> str:
        if folder not in self._addresses:
            from timeline.serve import create_app

            server = make_server("127.0.0.1", 0, create_app(folder).server, threaded=True)
            thread = threading.Thread(target=server.serve_forever, daemon=True)
            thread.start()
            self._stops += [server.shutdown, thread.join, server.server_close]
            self._addresses[folder] = f"http://127.0.0.1:{server.server_port}"
        return self._addresses[folder]

    def stop(self) -> None:
        """Ends every server."""
        for stop in self._stops:
            stop()


class Export:
    """The exported file, opened from the disk."""

    name = "export"

    def __init__(self, scratch: Path) -> None:
        self._scratch = scratch

    def open(self, page: Page, story: str | Path) -> Page:
        """Exports a story and opens the file."""
        import timeline

        path = find(story)
        target = self._scratch / f"{path.name}.html"
        target.write_text(timeline.export_html(timeline.load(path)), "utf-8")
        page.goto(target.as_uri())
        return ready(page)


def find(story: str | Path) -> Path:
    """The path of a sample's name; a path stays what it is."""
    return sample_folder() / story if (sample_folder() / story).is_file() else Path(story).resolve(strict=True)


def ready(page: Page) -> Page:
    """The page, once the timeline is in it."""
    page.locator("[data-timeline]").first.wait_for(state="attached")
    return page


@pytest.fixture(scope="session")
def _app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    app = App(tmp_path_factory.mktemp("served"))
    yield app
    app.stop()


@pytest.fixture(params=["app", "export"])
def host(request: pytest.FixtureRequest, tmp_path: Path) -> Host:
    """Runs the test twice: on the Dash app and on the exported file."""
    if request.param == "export":
        return Export(tmp_path)
    app: App = request.getfixturevalue("_app")
    return app


class Axe(Protocol):
    """Returns axe-core's violations; `options` as of `axe.run`."""

    def __call__(self, page: Page, **options: Any) -> list[dict[str, Any]]: ...


@pytest.fixture(scope="session")
def axe() -> Axe:
    """What axe-core finds wrong with a page: rule, impact and the elements, one dictionary each."""
    script = ROOT / "node_modules" / "axe-core" / "axe.min.js"
    if not script.exists():
        missing("axe-core", "run `make browser`, which fetches it with npm", required=ON_CI)

    def run(page: Page, **options: Any) -> list[dict[str, Any]]:
        page.evaluate(script.read_text("utf-8"))  # evaluated, not inserted: a script element would meet the page's security policy
        found: list[dict[str, Any]] = page.evaluate("options => axe.run(document, options).then(result => result.violations)", options)
        return [
            {"rule": rule["id"], "impact": rule["impact"], "help": rule["help"], "elements": [node["html"] for node in rule["nodes"]]}
            for rule in found
        ]

    return run
