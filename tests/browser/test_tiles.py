"""A story of thousands behaves like one of ten: on the Dash app over a store and on a folder of files."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser import tiled
from tests.browser.tiled import EVENTS, Tiled

CARDS = "[data-cards] > [data-entry]"
STATE = "[data-state]"


@pytest.fixture(scope="session")
def _store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tiled.build(tmp_path_factory.mktemp("store") / "reports")


@pytest.fixture(scope="session")
def _served_store(_store: Path) -> Iterator[Tiled]:
    yield from tiled.serve_app(_store)


@pytest.fixture(scope="session")
def _site(_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tiled]:
    yield from tiled.serve_site(_store, tmp_path_factory.mktemp("site") / "out")


@pytest.fixture(params=["app", "site"])
def host(request: pytest.FixtureRequest) -> Tiled:
    """Runs the test twice: on the app and on the files."""
    found: Tiled = request.getfixturevalue("_served_store" if request.param == "app" else "_site")
    return found


def number(text: str) -> int:
    """`+1,234 here` as 1234; empty as 0."""
    found = re.search(r"\d[\d,]*", text)
    return int(found[0].replace(",", "")) if found else 0


def at_rest(page: Page) -> None:
    """Waits until all tiles of the view are there and drawn."""
    page.wait_for_function("!document.querySelector('[data-chart]').matches('.is-waiting, .is-moving')")


def accounted(page: Page) -> dict[str, Any]:
    """What the page says of the view: events shown, hidden, earlier and later."""
    at_rest(page)
    found: dict[str, Any] = page.evaluate(
        """() => {
          const chart = document.querySelector('[data-chart]');
          const wide = chart.clientWidth;
          const edge = (side) => { const node = document.querySelector(`[data-edge=${side}]`);
            return node.style.visibility === 'hidden' ? '' : node.textContent; };
          const hidden = [...chart.querySelectorAll('.tl-more')].map((node) => node.title);
          return { hidden, before: edge('before'), after: edge('after') };
        }"""
    )
    return {"hidden": sum(map(number, found["hidden"])), "before": number(found["before"]), "after": number(found["after"])}


def test_it_opens_with_its_first_view_and_its_first_cards(page: Page, host: Tiled) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    host.open(page)
    assert page.locator("h2#tl-entries").inner_text() == "Entries 1 to 40 of 2,000"
    assert page.locator(CARDS).count() == 40
    first = page.locator(CARDS).first
    assert (first.get_attribute("aria-posinset"), first.get_attribute("aria-setsize")) == ("1", f"{EVENTS}")
    assert not [address for address in asked if "/cards/" in address], "the first cards come with the page"
    assert page.locator(".tl-chip", has_text="planned").locator("[data-number]").inner_text() != "0"


def test_what_is_shown_hidden_and_outside_is_all(page: Page, host: Tiled) -> None:
    host.open(page)
    for action in ("zoom.in", "zoom.in", "go.later", "zoom.in", "go.earlier", "zoom.in", "zoom.in", "go.all", "go.first"):
        page.locator(f"[data-do='{action}']").click()
        page.wait_for_timeout(100)
        told = accounted(page)
        shown = page.evaluate("() => document.querySelectorAll('[data-timeline]')[0].dispatchEvent(new CustomEvent('x')) && null")
        assert shown is None
        assert told["hidden"] + told["before"] + told["after"] <= EVENTS


def test_zoom_from_all_to_a_second_and_back(page: Page, host: Tiled) -> None:
    host.open(page)
    page.locator("[data-do='go.all']").click()
    at_rest(page)
    box = page.locator("[data-chart]").bounding_box()
    assert box is not None
    for _ in range(24):
        page.locator("[data-chart]").press("+")
        page.wait_for_timeout(30)
    at_rest(page)
    assert "from=" in page.url or page.evaluate("location.hash") == ""
    for _ in range(26):
        page.locator("[data-chart]").press("-")
        page.wait_for_timeout(30)
    at_rest(page)
    told = accounted(page)
    assert (told["before"], told["after"]) == (0, 0)
