"""Firefox and WebKit, each on the Dash app and on the exported file: what a reader of the page does in Chromium works there as well.

story("sample.md", "#e4")                         opens a sample on the host of this run, in its engine, until Plotly has drawn it
page                                              its page, before or after; see `page.py`
@pytest.mark.page(timezone_id="Asia/Kolkata")     another reader, in a browser of their own
"""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack
from pathlib import Path
from typing import Protocol

import pytest

from tests.browser.conftest import ON_CI, missing
from tests.engines import firefox, hosts, webkit
from tests.engines.page import Page, Tab

HOME = "America/Los_Angeles"
ENGINES = {"firefox": firefox, "webkit": webkit}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder needs a browser."""
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.browser)


class Browser(Protocol):
    """A browser that runs."""

    def tab(self) -> AbstractContextManager[Tab]:
        """A tab without a past."""


@pytest.fixture(scope="session")
def _browser() -> Iterator[Callable[[str, str], Browser]]:
    """Starts the browser of an engine and a zone when it is first needed; all are ended with the last test."""
    known: dict[tuple[str, str], Browser] = {}
    with ExitStack() as running:

        def browser(engine: str, zone: str) -> Browser:
            if (engine, zone) not in known:
                known[engine, zone] = running.enter_context(ENGINES[engine].start(zone))
            return known[engine, zone]

        yield browser


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest) -> str:
    """Runs the test in each engine."""
    name: str = request.param
    if ENGINES[name].program() is None:
        missing(name, ENGINES[name].REMEDY, required=ON_CI)
    return name


@pytest.fixture
def tab(engine: str, request: pytest.FixtureRequest, _browser: Callable[[str, str], Browser]) -> Iterator[Tab]:
    """What the engine does for `page`."""
    marker = request.node.get_closest_marker("page")
    with _browser(engine, marker.kwargs["timezone_id"] if marker else HOME).tab() as opened:
        yield opened


@pytest.fixture
def page(tab: Tab) -> Iterator[Page]:
    """An empty page, 1280 by 800; what it complains of, or asks of another host, fails the test."""
    opened = Page(tab)
    opened.resize(1280, 800)
    yield opened
    faults = [*opened.look(), *(f"asked another host: {address}" for address in tab.asked())]
    if faults:
        pytest.fail("\n".join(faults), pytrace=False)


@pytest.fixture(scope="session")
def _app() -> Iterator[hosts.Address]:
    with hosts.app() as address:
        yield address


@pytest.fixture(scope="session")
def _file(tmp_path_factory: pytest.TempPathFactory) -> hosts.Address:
    return hosts.exported(tmp_path_factory.mktemp("exported"))


@pytest.fixture(params=["app", "file"])
def host(request: pytest.FixtureRequest) -> hosts.Address:
    """Runs the test on the Dash app and on the exported file: the address of a sample by its name."""
    address: hosts.Address = request.getfixturevalue(f"_{request.param}")
    return address


class Open(Protocol):
    """Opens a sample, with what stands behind the # of its address, and waits until it is drawn."""

    def __call__(self, story: str, fragment: str = "") -> Page: ...


@pytest.fixture
def story(page: Page, host: hosts.Address) -> Open:
    """Opens a sample on the host of this run."""

    def open_story(story: str, fragment: str = "") -> Page:
        page.open(host(story) + fragment)
        return drawn(page)

    return open_story


# Plotly's drawing stays for some frames: a chart that has just got another view or height is drawn again with one of the next.
RESTS = """(async () => {
  for (let count = 0; count < 8; count += 1) {
    await frame();
    if (!$('[data-plot] .point') || !$('[data-chart]:not(.is-moving, .is-waiting)')) return false;
  }
  return true;
})()"""


def drawn(page: Page) -> Page:
    """The page, once Plotly has drawn its marks and the view rests; on a phone it waits for a first touch."""
    page.wait("$('[data-timeline]')")
    page.run("dispatchEvent(new PointerEvent('pointerdown'))")
    rest(page)
    return page


def rest(page: Page) -> None:
    """Waits until the chart shows the view that it was last told to."""
    page.wait(RESTS, seconds=20)
