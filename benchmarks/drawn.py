"""When the page of a store is drawn and how long a change of its view takes, by the number of events; beside it other tools with as many.

    python -m benchmarks.drawn 1000 10000 100000 10000000

`drawn` ends with the frame that has the first labels; a change of the view with the frame that has all tiles of it. Medians of fresh
browsers, and from least to most. The other tools, of up to 10,000 events, are those of `benchmarks.page`; with more they hang.
"""

from __future__ import annotations

import logging
import os
import sys
import threading
from collections.abc import Sequence
from statistics import median
from typing import Any

from playwright.sync_api import Page, Playwright, sync_playwright
from werkzeug.serving import make_server

from benchmarks.page import TOOLS, measure, prepare, show
from benchmarks.reader import FLAGS, chromium
from benchmarks.stores import made
from timeline.serve import create_app

BROWSERS = 9
_WALK = (
    "zoom.in",
    "zoom.in",
    "go.later",
    "zoom.in",
    "zoom.in",
    "go.earlier",
    "zoom.in",
    "zoom.in",
    "go.later",
    "zoom.out",
    "go.later",
    "go.all",
)
_BEYOND = 10_000
_DRAWN = """
window.drawn = new Promise((done) => {
  const observer = new MutationObserver(() => {
    if (!document.querySelector("[data-chart] .tl-text")) return;
    observer.disconnect();
    requestAnimationFrame(() => setTimeout(() => done(performance.now())));
  });
  observer.observe(document, { subtree: true, childList: true });
});
"""
_CHANGED = """(action) => new Promise((done) => {
  const [chart, begin] = [document.querySelector("[data-chart]"), performance.now()];
  const tiles = () => performance.getEntriesByType("resource").filter((one) => one.name.includes("/tiles/"));
  const bytes = () => tiles().reduce((sum, one) => sum + one.encodedBodySize, 0);
  const before = bytes();
  document.querySelector(`[data-do="${action}"]`).click();
  const look = () => {
    if (chart.matches(".is-waiting")) requestAnimationFrame(look);
    else setTimeout(() => done([performance.now() - begin, bytes() - before]));
  };
  requestAnimationFrame(() => requestAnimationFrame(look));
})"""


def main() -> None:
    """This page at each size, then the others."""
    print(f"load of the machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores; headless Chromium without a GPU")
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    sizes = [int(one) for one in sys.argv[1:]] or [1_000, 10_000, 100_000]
    own(sizes)
    if TOOLS.exists():
        known = [size for size in sizes if size <= _BEYOND]
        prepare(*known)
        for size in known:
            for peer in ("vis", "pxtimeline", "canvas"):
                show(f"{peer} {size}", measure(peer, str(size), "--reps", "3", "--only", "load,pan"))


def own(sizes: Sequence[int]) -> None:
    """The pages of stores with so many events: one browser of each size after the other, so that a busy minute is everybody's."""
    servers = {size: make_server("127.0.0.1", 0, create_app(made(size)).server, threaded=True) for size in sizes}
    for server in servers.values():
        threading.Thread(target=server.serve_forever, daemon=True).start()
    found: dict[int, list[dict[str, list[float]]]] = {size: [] for size in sizes}
    with sync_playwright() as playwright:
        for turn in range(BROWSERS + 1):
            for size, server in servers.items():
                one = one_browser(playwright, f"http://127.0.0.1:{server.server_port}/")
                found[size] += [one] if turn else []  # the first one has the server make its page
    for server in servers.values():
        server.shutdown()
    for size in sizes:
        for name in ("drawn ms", "change of the view ms", "kB of a change"):
            values = [value for one in found[size] for value in one[name]]
            worst = sorted(values)[int(len(values) * 0.99)]
            reach = f"from {min(values):.4g} to {max(values):.4g}, 99 % {worst:.4g}"
            print(f"{size:>12,} {name:>22}: {median(values):7.4g}  {reach}, {len(values)} times", flush=True)


def one_browser(playwright: Playwright, address: str) -> dict[str, list[float]]:
    """A fresh browser with an empty cache; the server has answered the first views before."""
    root = ["--no-sandbox"] if os.geteuid() == 0 else []
    browser = playwright.chromium.launch(executable_path=chromium(), args=[*FLAGS, *root])
    page: Page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.add_init_script(_DRAWN)
    page.goto(address)
    drawn: float = page.evaluate("window.drawn")
    page.wait_for_timeout(1_500)
    changes: list[Any] = []
    for action in _WALK:
        changes.append(page.evaluate(_CHANGED, action))
        page.wait_for_timeout(400)
    browser.close()
    return {
        "drawn ms": [drawn],
        "change of the view ms": [one[0] for one in changes],
        "kB of a change": [one[1] / 1_000 for one in changes],
    }


if __name__ == "__main__":
    main()
