"""How the page of a store moves, and what it keeps in memory: frames while one drags and zooms, the heap over two hundred views.

    python -m benchmarks.tiled_page .bench-scale/store-1000000

Frames are those of a browser without a graphics card; the heap is taken after a collection.
"""

from __future__ import annotations

import logging
import sys
import threading
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright
from werkzeug.serving import make_server

from benchmarks.reader import chromium
from timeline.serve import create_app

VIEWS = 200
_WALK = ("zoom.in", "go.later", "zoom.in", "go.later", "zoom.in", "go.earlier", "zoom.out", "go.later", "zoom.in", "go.later")
_FRAMES = """async ([turns, wheel]) => {
  const chart = document.querySelector('[data-chart]');
  const box = chart.getBoundingClientRect();
  const frames = [];
  let last = performance.now();
  for (let turn = 0; turn < turns; turn += 1) {
    const at = {clientX: box.left + 300, clientY: box.top + 100, bubbles: true, cancelable: true};
    chart.dispatchEvent(new WheelEvent('wheel', {...wheel, ...at}));
    const now = await new Promise(requestAnimationFrame);
    frames.push(now - last);
    last = now;
  }
  frames.shift();
  frames.sort((a, b) => a - b);
  return [1000 * frames.length / frames.reduce((a, b) => a + b, 0), frames[Math.floor(frames.length * 0.95)], frames.at(-1)];
}"""


def measure(page: Page, address: str) -> None:
    """Print the measurements of one store."""
    page.goto(address)
    page.locator("[data-chart] .tl-more").first.wait_for(state="attached")
    page.wait_for_timeout(2_000)
    for what, turns, wheel in (
        ("drag all of it", 100, {"deltaX": 12}),
        ("zoom in", 120, {"ctrlKey": True, "deltaY": -40}),
        ("drag", 200, {"deltaX": 25}),
        ("drag back", 200, {"deltaX": -25}),
        ("zoom out", 120, {"ctrlKey": True, "deltaY": 40}),
    ):
        each, most, longest = page.evaluate(_FRAMES, [turns, wheel])
        print(f"{what:>15}: {each:.0f} frames a second, 95 % within {most:.0f} ms, longest {longest:.0f} ms")
        page.wait_for_timeout(800)
    for number in range(VIEWS):
        action = "go.all" if number % 40 == 39 else _WALK[number % len(_WALK)]
        page.locator(f"[data-do='{action}']").click()
        page.wait_for_timeout(120)
        if number % 4 == 0:
            page.evaluate("document.querySelector('[data-scroll]').scrollBy(0, 3000)")
        if number % 50 == 49:
            used, nodes = heap(page)
            print(f"{number + 1:>9} views: {used / 1e6:.1f} MB, {nodes} nodes")


def heap(page: Page) -> tuple[int, int]:
    """Bytes of the heap after a collection, and nodes of the document."""
    session = page.context.new_cdp_session(page)
    session.send("HeapProfiler.enable")
    session.send("HeapProfiler.collectGarbage")
    usage: dict[str, Any] = session.send("Runtime.getHeapUsage")
    nodes: dict[str, Any] = session.send("Memory.getDOMCounters")
    return int(usage["usedSize"]), int(nodes["nodes"])


def main() -> None:
    """Serve the store that is named, and look at it."""
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    server = make_server("127.0.0.1", 0, create_app(Path(sys.argv[1])).server, threaded=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox", "--disable-gpu"])
        measure(browser.new_page(viewport={"width": 1280, "height": 800}), f"http://127.0.0.1:{server.server_port}/")
        browser.close()
    server.shutdown()


if __name__ == "__main__":
    main()
