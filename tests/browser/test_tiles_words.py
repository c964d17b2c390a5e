"""A page that searches in files by itself finds what a server does: every answer of both, compared."""

import gzip
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from tests.browser import test_tiles_links, tiled
from tests.browser.tiled import Tiled
from timeline.store import words
from timeline.store.static import SUFFIX

STORIES = {"noted": tiled.noted_story, "linked": test_tiles_links.story}
WISHES = [
    "q=zeppelin", "q=report%201", "q=" + quote('"written with care"'), "q=Z%C3%A9PPELIN%20number", "q=nothingatall",
    "q=" + quote("„Report 7“ 77"), "q=" + quote("nothing-else wonder\u200bful"),
    "filter=lane:sport", "filter=status:planned;lane:weather,politics", "filter=key:key", "filter=status:cancelled",
    "q=zeppelin&filter=status:planned", "q=zeppelin&filter=lane:sport;basis:stated;precision:second", "filter=lane:",
]  # fmt: skip
ANSWERS = """async ([paths, count]) => {
  const script = document.querySelector('script[src*="timeline.mjs"]').src;
  const part = (name) => import(script.replace(/timeline\\.mjs.*/, `lib/${name}.mjs`));
  const [{ Words }, { openedTile }] = [await part("tiled_words"), await part("tiles")];
  const { tiles } = JSON.parse(document.querySelector("[data-story]").textContent);
  const own = new Words({ ...tiles, words: count }, async (path) => {
    const told = JSON.parse(await readFile(path));
    return path.startsWith("tiles/") ? openedTile(told) : told;
  });
  const shape = ({ html, events, unplaced, ...rest }) => {
    const holder = document.createElement("template");
    holder.innerHTML = html ?? "";
    for (const gap of holder.content.querySelectorAll("[data-gap]")) gap.replaceChildren(); // told anew for what a page shows
    const cards = [...holder.content.querySelectorAll("[data-entry]")];
    for (const card of cards) delete card.dataset.place; // of an order that no such page has
    const ids = (some) => Array.isArray(some) ? some.map((one) => JSON.stringify(one)).sort() : null;
    return { cards: cards.map((card) => card.outerHTML), events: ids(events), unplaced: ids(unplaced), ...rest };
  };
  const both = [];
  for (const path of paths) {
    const [server, here] = [await (await fetch(tiles.base + path)).json(), await own.answer(path)];
    if (path.startsWith("tiles/")) both.push([path, server.match, server.match && here.match]); // none where a story has no such filter
    else if (path.startsWith("found/")) both.push([path, shape(server), shape(here)]);
    else {
      const counts = Object.fromEntries(Object.keys(server.counts).map((facet) => [facet, here.counts[facet]]));
      both.push([path, server, { ...here, counts }]);
    }
  }
  return both;
}"""


@pytest.fixture(scope="module", params=STORIES)
def both(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Tiled, Path]]:
    """A story on the app, and its files; these are many, as those of a longer one would be."""
    store = tiled.build(tmp_path_factory.mktemp("words") / "store", STORIES[request.param](), crowd=600)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(words, "CARDS", 300)
        site = tiled.write_site(store, store.parent / "site")
    for host in tiled.serve_app(store):
        yield host, site


def test_every_answer_is_that_of_a_server(page: Page, both: tuple[Tiled, Path]) -> None:
    host, site = both
    host.open(page)

    def read_file(path: str) -> str:
        return gzip.decompress((site / f"{path}{SUFFIX}").read_bytes()).decode()

    page.expose_function("readFile", read_file)
    tiles = sorted(str(file.relative_to(site)).removesuffix(SUFFIX) for file in (site / "tiles").rglob(f"*{SUFFIX}"))
    version = tiles[0].split("/")[1]
    paths = [f"{kind}?{wish}" for wish in WISHES for kind in (f"find/{version}", f"found/{version}/0", f"found/{version}/1", *tiles[::8])]
    paths = [path for path in paths if not path.startswith(f"found/{version}/1") or "zeppelin" not in path]
    count = len(list((site / "words" / version).iterdir()))
    assert count > 3
    found: list[list[Any]] = page.evaluate(ANSWERS, [paths, count])
    assert len(found) > 130
    for path, server, here in found:
        assert server == here, path
    assert {bool(server.get("entries")) for path, server, _ in found if path.startswith("find/")} == {True, False}
    assert sum(len(server["cards"]) for path, server, _ in found if path.startswith("found/")) > 200


def test_words_that_do_not_come_are_told_of_and_asked_for_again(page: Page, tmp_path: Path) -> None:
    store = tiled.build(tmp_path / "store")
    for host in tiled.serve("site", store, tmp_path):
        host.open(page)
        page.evaluate("""() => {
          window.asked = window.fetch;
          window.fetch = async (...what) => {
            if (String(what[0]).includes("words/")) throw new TypeError("no network");
            return asked(...what);
          };
        }""")
        page.locator("[data-query]").fill("zeppelin")
        expect(page.locator("[data-retry]")).to_be_visible(timeout=15_000)
        page.evaluate("() => { window.fetch = window.asked; }")
        page.locator("[data-retry]").click()
        expect(page.locator("[data-found-text]")).to_contain_text("of 2,000 entries")
        expect(page.locator("[data-retry]")).to_be_hidden()
        expect(page.locator("#tl-entries")).to_contain_text("found")  # all of it came, before its host goes
