"""Pages of a store in Firefox and WebKit, on the Dash app and as files: they open, and what lies beside comes when one goes there."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser import tiled
from tests.engines import hosts
from tests.engines.conftest import drawn, rest
from tests.engines.page import Page

LABELS = "texts('[data-labels] .tl-text')"

pytestmark = pytest.mark.xdist_group("engines on a store")  # built once


@pytest.fixture(scope="session")
def _store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tiled.build(tmp_path_factory.mktemp("store") / "reports")


@pytest.fixture(scope="session")
def _served(_store: Path) -> Iterator[str]:
    with hosts.served(_store) as address:
        yield address


@pytest.fixture(scope="session")
def _files(_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tiled.write_site(_store, tmp_path_factory.mktemp("site") / "out")
    index = folder / "index.html"
    index.write_text(hosts.watched(index.read_text("utf-8")), "utf-8")
    for host in tiled.serve_site(folder):
        yield host.address


@pytest.fixture(params=["served", "files"])
def store(page: Page, request: pytest.FixtureRequest) -> Page:
    """The page of the store, drawn: once from the app, once from files."""
    page.open(request.getfixturevalue(f"_{request.param}"))
    page.wait("$('[data-reach]').textContent.includes(' of ')", seconds=20)
    return drawn(page)


def test_it_opens_with_its_first_view_and_its_first_cards(store: Page) -> None:
    assert store.run("$('h2#tl-entries').textContent.trim()") == "Entries 1 to 40 of 2,000"
    assert store.run("$$('[data-cards] > [data-entry]').length") == 40
    assert len(store.run(LABELS)) > 3


def test_zooming_and_moving_bring_what_lies_there(store: Page) -> None:
    for _ in range(5):
        store.click("[data-do='zoom.in']")
    rest(store)
    before = set(store.run(LABELS))
    store.click("[data-do='go.later']")
    store.click("[data-do='go.later']")
    rest(store)
    store.wait(f"{LABELS}.some(text => !before.includes(text))", before=[*before])
    assert re.search(r"\d", store.run("$('[data-edge=\"before\"]').textContent"))


def test_a_search_finds_what_is_not_in_the_page(store: Page) -> None:
    store.click("[data-query]")
    store.write("zeppelin")
    store.wait("/^33 of 2,000|^34 of 2,000/.test($('[data-found-text]').textContent)", seconds=20)
    store.wait("$$('[data-cards] > [data-entry]').filter(card => card.checkVisibility()).length > 10")
