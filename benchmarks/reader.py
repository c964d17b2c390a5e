"""What a reader of an exported page does, in a real browser: how long until it is painted, and how smoothly the chart moves.

A time begins with the reader's act (for a click: the browser's own time stamp of the pointer that lets go) and ends after the next frame
is painted: a task after the frame that has the change in it, as in the script that measures the other timelines. What runs in the page
is reader.js.
"""

import os
import shutil
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import Page, Playwright, sync_playwright

SCRIPT = Path(__file__).with_suffix(".js")
FLAGS = ["--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
CLICKS = 8
ZONES = ("Asia/Kathmandu", "Pacific/Apia", "America/New_York", "Asia/Kathmandu", "Pacific/Apia")
WORDS = ("budget", "field visit", "launch", "audit", "sample", "")


def chromium() -> str:
    """The browser to measure in."""
    names = ("chromium", "chromium-browser", "google-chrome")
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, names)), None)
    if not found:
        raise SystemExit("Chromium is missing; install it or set CHROMIUM to its path")
    return found


def measure_reader(path: Path, runs: int) -> None:
    """Open the page `runs` times in a fresh browser and print the medians."""
    with sync_playwright() as playwright:
        found = [one_reader(playwright, path) for _ in range(runs)]
    print(f"{path.stem}, load of the machine {os.getloadavg()[0]:.1f}:")
    for name in found[0]:
        times = [time for one in found for time in one[name]]
        print(f"  {name:>22}: {median(times):8.4g}  from {min(times):.4g} to {max(times):.4g}, {len(times)} times", flush=True)


def one_reader(playwright: Playwright, path: Path) -> dict[str, list[float]]:
    """What one reader waits for: milliseconds, frames per second, and the layout shift up to then."""
    root = ["--no-sandbox"] if os.geteuid() == 0 else []
    browser = playwright.chromium.launch(executable_path=chromium(), args=[*FLAGS, *root])
    page = browser.new_page(viewport={"width": 1280, "height": 800}, timezone_id="UTC")
    page.add_init_script(path=SCRIPT)
    page.goto(path.as_uri())
    page.locator("[data-plot] .point").first.wait_for(state="attached", timeout=60_000)
    page.wait_for_timeout(700)
    early = page.evaluate("bench.found")
    if early["plotly"]:
        raise SystemExit("Plotly was there before the reader could act")
    found = {"ready after ms": [early["ready"]], "layout shift": [early["shift"]], "click to card ms": clicks(page)}
    found["zone ms"] = [painted(page, "choose", zone) for zone in ZONES]
    found["search ms"] = [painted(page, "type", words) for words in WORDS]
    found["filter ms"] = [painted(page, "filter", number % 3) for number in range(6)]
    for kind in ("drag", "wheel"):
        found |= moved(page, kind)
    browser.close()
    return found


def painted(page: Page, act: str, value: str | int) -> float:
    """Milliseconds from an act to its frame; then a rest, so that Plotly has drawn before the next."""
    taken: float = page.evaluate("([act, value]) => bench.painted(act, value)", [act, value])
    page.wait_for_timeout(500)
    return taken


def clicks(page: Page) -> list[float]:
    """A click on a mark's label, until its card is painted as the current one."""
    times = []
    for number in range(CLICKS):
        if not (place := page.evaluate("number => bench.label(number)", number)):
            continue
        page.mouse.move(place[0] - 3, place[1])
        page.mouse.move(*place)
        page.wait_for_timeout(400)
        page.evaluate("bench.click()")
        page.mouse.click(*place)
        times.append(page.evaluate("bench.clicked"))
        page.wait_for_timeout(500)
    return [time for time in times if time is not None]


def moved(page: Page, kind: str) -> dict[str, list[float]]:
    """Sixty steps over the chart, some 16 ms apart: frames a second, the longest frame, and how long Plotly then holds the page."""
    box: Any = page.locator("[data-chart]").bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] * 0.6
    page.mouse.move(x, y)
    page.wait_for_timeout(300)
    page.evaluate("bench.watch()")
    if kind == "drag":
        page.mouse.down()
    else:
        page.keyboard.down("Control")  # a plain wheel is the page's
    for step in range(60):
        if kind == "drag":
            page.mouse.move(x + (step if step < 30 else 60 - step) * 6, y)
        else:
            page.mouse.wheel(0, -40 if step < 30 else 40)
        page.wait_for_timeout(12)
    frames = page.evaluate("bench.frames")
    if kind == "drag":
        page.mouse.up()
    else:
        page.keyboard.up("Control")
    page.wait_for_timeout(800)
    rest = page.evaluate("bench.frames")[len(frames) - 1 :]
    page.evaluate("bench.frames = null")
    gaps, after = ([later - before for before, later in pairwise(times)] for times in (frames, rest))
    return {
        f"{kind} frames/s": [1000 * len(gaps) / (frames[-1] - frames[0])],
        f"{kind} longest frame ms": [max(gaps)],
        f"after {kind} longest ms": [max(after)],
    }
