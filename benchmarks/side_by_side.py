"""This page and other timelines with the same events, photographed in one run: one sheet to look at. `make side-by-side`.

The tools beside the project are those of benchmarks/page.py, at the versions that npm and pip gave; each gets two sets of made-up
events and the Hanoi summit as somebody would hand it over who had dated it by hand. For each picture a line tells how many names are
in the window. Pictures and sheet go into `.bench-page/side-by-side`, which is not committed.
"""

import importlib.util
import json
import os
import shutil
import sys
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from html import escape
from importlib.metadata import version
from pathlib import Path
from types import ModuleType
from typing import Any
from zoneinfo import ZoneInfo

from playwright.sync_api import Browser, Route, sync_playwright

import timeline
from benchmarks.page import PLACE, SAMPLE, TOOLS, prepare, write_own
from benchmarks.reader import FLAGS, chromium
from timeline.assets import sample_folder
from timeline.model import Event, Story

WWW = PLACE / "www"
SHEET = PLACE / "side-by-side"
SIZES = ((1280, 800), (390, 844))
COUNTS = (24, 100)
HOST = "http://side-by-side.test"
"""No server: what the pages ask for is read from the disk."""
TYPES = {
    ".js": "text/javascript",
    ".css": "text/css",
    ".html": "text/html",
    ".svg": "image/svg+xml",
    ".woff": "font/woff",
    ".json": "application/json",
}
NEXT = {"own": '[data-play="start"]', "timelinejs": ".tl-slidenav-next"}
"""What a reader presses to be led through a story."""
LABELS = {"own": ".tl-text", "timelinejs": ".tl-timemarker-text h2", "vis": ".vis-item-content", "pxtimeline": ".bars .bartext"}
NAMES = """selector => {
  const boxes = [...document.querySelectorAll(selector)].filter(node => node.textContent.trim())
    .map(node => ({ node, ...node.getBoundingClientRect().toJSON() }))
    .filter(({ left, top, right, bottom }) => right > 0 && left < innerWidth && bottom > 0 && top < innerHeight);
  const clipped = node => { const { overflow } = getComputedStyle(node.parentElement);
    return overflow === 'hidden' && node.scrollWidth > node.parentElement.clientWidth + 1 };
  const cut = ({ node, left, right }) => left < 0 || right > innerWidth || /(…|\\.{3})$/.test(node.textContent.trim()) || clipped(node);
  const covered = box => boxes.some(({ node, left, top, right, bottom }) =>
    node !== box.node && left < box.right - 2 && right > box.left + 2 && top < box.bottom - 4 && bottom > box.top + 4);
  return [boxes.length, boxes.filter(box => !covered(box) && !cut(box)).length, boxes.filter(covered).length] }"""
"""What can be read at once: names in the window, those of them that are whole and free, those that lie on others."""
SETTLED = 3500
"""Milliseconds until every one of them has stopped moving; TimelineJS slides in."""


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture: of whose page, with which events, in what scheme."""

    tool: str
    events: str
    scheme: str = "light"
    step: str = "first"
    """`first`: as it opens; `next`: one step into the story, where a tool tells one."""

    @property
    def page(self) -> str:
        return f"{self.tool}-{self.events}.html"


def main() -> None:
    """Pages, pictures, the sheet."""
    if not (PLACE / "node_modules").exists() and (not TOOLS.exists() or not shutil.which("npm")):
        sys.exit("the tools to look at beside (../shared/tools/peers) or npm are missing")
    prepare(*COUNTS)
    for count in COUNTS:
        write_own(count)
    write_summit()
    SHEET.mkdir(exist_ok=True)
    root = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=[*FLAGS, *root])
        for shot in shots():
            for size in SIZES:
                photograph(browser, shot, size)
        print(write_sheet(browser))
        browser.close()


def shots() -> Iterator[Shot]:
    """Every tool beside this page, the same events in a row; this page in the dark, too."""
    for events in (*map(str, COUNTS), "summit"):
        yield from (Shot(tool, events) for tool in versions())
        yield Shot("own", events, "dark")
    for tool in NEXT:
        yield Shot(tool, "summit", step="next")


def versions() -> dict[str, str]:
    """The name and version of each tool, by the name of its pages."""

    def packed(name: str) -> str:
        return str(json.loads((PLACE / "node_modules" / name / "package.json").read_text("utf-8"))["version"])

    return {
        "own": f"Ticker Timeline {version('ticker-timeline')}",
        "timelinejs": f"TimelineJS3 {packed('@knight-lab/timelinejs')}",
        "vis": f"vis-timeline {packed('vis-timeline')}",
        "pxtimeline": f"px.timeline of plotly.py {version('plotly')}",
    }


def write_summit() -> None:
    """The sample story as a page of each tool."""
    story = timeline.load(sample_folder() / SAMPLE)
    pages, events = generator(), handed_over(story)
    (WWW / "own-summit.html").write_text(timeline.export_html(story), "utf-8")
    pages.GROUPS[:] = list(dict.fromkeys(event["lane"] for event in events))
    for event in events:
        event["group"] = pages.GROUPS.index(event["lane"])
    (WWW / "timelinejs-summit.html").write_text(pages.page_timelinejs(events).replace("Synthetic timeline", escape(story.title)), "utf-8")
    (WWW / "vis-summit.html").write_text(pages.page_vis(events), "utf-8")
    figure = pages.plotly_figs(events)["pxtimeline"]()
    figure.write_html(WWW / "pxtimeline-summit.html", include_plotlyjs=True, config=pages.CFG)


def generator() -> ModuleType:
    """The script beside the project that writes the pages of the others."""
    spec = importlib.util.spec_from_file_location("gen", PLACE / "gen.py")
    if spec is None or spec.loader is None:
        sys.exit(f"{PLACE / 'gen.py'} is no module")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def handed_over(story: Story) -> list[dict[str, Any]]:
    """The events as the other tools take them: a beginning, perhaps an end, on the clock of the place. They have no field for doubt."""
    bodies = {entry.id: entry.body for entry in story.entries}
    zone = ZoneInfo(story.zone)
    placed = [event for event in story.events if event.start and event.start.earliest is not None]
    return [told(event, number, bodies[event.entry], zone) for number, event in enumerate(placed)]


def told(event: Event, number: int, body: str, zone: ZoneInfo) -> dict[str, Any]:
    """One event; a civil day or more lasts from its begin to its end."""

    def local(at: int | None) -> str | None:
        return None if at is None else (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=at)).astimezone(zone).isoformat()

    start, until = event.start, event.end
    end = until.earliest if until else start.latest if start and start.civil else None
    return {
        "id": number, "title": event.label, "body": body, "lane": event.lane or "events",
        "start": local(start.earliest if start else None), "end": local(end),
    }  # fmt: skip


def photograph(browser: Browser, shot: Shot, size: tuple[int, int]) -> None:
    """One picture of the first screen; a narrow window is a phone's, with a finger."""
    width, height = size
    phone: dict[str, Any] = {"is_mobile": True, "has_touch": True, "device_scale_factor": 2} if width < 600 else {}
    scheme: Any = shot.scheme
    context = browser.new_context(
        viewport={"width": width, "height": height}, color_scheme=scheme, timezone_id="Europe/Berlin", locale="en-GB", **phone
    )
    context.route("**/*", answer)
    page = context.new_page()
    page.goto(f"{HOST}/{shot.page}", timeout=120_000)
    page.wait_for_timeout(SETTLED)
    if shot.step == "next":
        page.evaluate("selector => document.querySelector(selector).click()", NEXT[shot.tool])  # TimelineJS covers it on a phone at first
        page.wait_for_timeout(SETTLED)
    print(f"{picture(shot, size).stem}: {page.evaluate(NAMES, LABELS[shot.tool])}", flush=True)
    page.screenshot(path=picture(shot, size))
    context.close()


def answer(route: Route) -> None:
    """The file that an address of `HOST` means; `/nm/` is what npm installed. Nobody else is asked for anything."""
    address = route.request.url.split("?")[0]
    inside = address.removeprefix(HOST)
    file = PLACE / "node_modules" / inside[4:] if inside.startswith("/nm/") else WWW / inside[1:]
    if not address.startswith(HOST) or not file.is_file():
        route.fulfill(status=404)
    else:
        route.fulfill(body=file.read_bytes(), content_type=TYPES.get(file.suffix, "application/octet-stream"))


def picture(shot: Shot, size: tuple[int, int]) -> Path:
    """Where the picture goes."""
    return SHEET / f"{shot.events}-{shot.step}-{shot.tool}-{shot.scheme}-{size[0]}x{size[1]}.png"


def write_sheet(browser: Browser) -> Path:
    """All pictures on one page, each named: sheet.html, and the same as sheet.png."""
    names, parts = versions(), []
    for events in (*map(str, COUNTS), "summit"):
        for size in SIZES:
            row = [shot for shot in shots() if shot.events == events]
            figures = "".join(figure(picture(shot, size), f"{names[shot.tool]}, {shot.scheme}, {shot.step}") for shot in row)
            parts.append(f"<h2>{escape(events)} events, {size[0]} by {size[1]}</h2><div>{figures}</div>")
    style = "body{font:15px sans-serif;margin:20px}div{display:flex;gap:16px}figure{margin:0}img{height:480px;border:1px solid #999}"
    html = f"<!doctype html><meta charset='utf-8'><title>Side by side</title><style>{style}</style>{''.join(parts)}"
    file = SHEET / "sheet.html"
    file.write_text(html, "utf-8")
    page = browser.new_page(viewport={"width": 4000, "height": 1000})
    page.goto(file.as_uri())
    page.screenshot(path=file.with_suffix(".png"), full_page=True)
    page.close()
    return file


def figure(path: Path, words: str) -> str:
    """A picture with its name, inside the page, so that the sheet can be sent."""
    data = b64encode(path.read_bytes()).decode()
    return f"<figure><figcaption>{escape(words)}</figcaption><img src='data:image/png;base64,{data}'></figure>"


if __name__ == "__main__":
    main()
