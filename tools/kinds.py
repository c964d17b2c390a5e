"""The pictures of docs/time.md: for each kind of time its piece of a sample's chart, and the card beside it. Run by `make picture`."""

import os
import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

import timeline
from timeline.assets import sample_folder

TARGET = Path(__file__).parent.parent / "docs" / "time"
KINDS: dict[str, tuple[str, ...]] = {
    "clock": ("e1",),
    "day": ("e9", "e8"),
    "approximate": ("e4", "e3"),
    "uncertain": ("e3", "e4", "e2"),
    "open": ("e7", "e9"),
    "planned": ("e8", "e9"),
    "cancelled": ("e5", "e6"),
    "moved": ("e6",),
    "fold": ("e2", "e1"),
    "gap": ("e10",),
}
"""Kind -> the entries in its picture; the first one is the one that it is about."""


def piece(entries: tuple[str, ...]) -> timeline.Story:
    """The sample story with these entries alone."""
    story = timeline.load(sample_folder() / "kinds-of-time.en.md")
    return replace(
        story,
        introduction="",
        entries=tuple(entry for entry in story.entries if entry.id in entries),
        events=tuple(event for event in story.events if event.entry in entries and event.moment.basis != "reported"),
    )


def take(page: Page, kind: str, folder: Path) -> None:
    """One picture: the chart, and beside it the card."""
    first, *_ = KINDS[kind]
    file = folder / f"{kind}.html"
    file.write_text(timeline.export_html(piece(KINDS[kind])), "utf-8")
    page.goto(file.as_uri())
    page.locator("[data-plot] .point").first.wait_for()
    hidden = f".tl-head, .tl-controls, .tl-overview, .tl-find, .tl-list h2, .tl-card:not(#{first})"
    page.add_style_tag(content=f"{hidden} {{ display: none !important }} .tl-panes {{ padding-top: 6px }}")
    page.wait_for_timeout(600)
    boxes = [page.locator(name).bounding_box() for name in ("[data-chart]", f"#{first}")]
    bottom = max(box["y"] + box["height"] for box in boxes if box)
    page.evaluate("document.querySelectorAll('.tl-caption, .tl-legend').forEach(node => { node.style.visibility = 'hidden' })")
    page.screenshot(path=TARGET / f"{kind}.png", clip={"x": 16, "y": 0, "width": 1068, "height": bottom + 8})


def main() -> None:
    """All pictures anew."""
    executable = os.environ.get("CHROMIUM") or shutil.which("chromium")
    root = ["--no-sandbox"] if os.geteuid() == 0 else []
    TARGET.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=["--disable-gpu", "--disable-background-networking", *root])
        page = browser.new_page(viewport={"width": 1100, "height": 700}, timezone_id="Europe/Berlin", locale="en-GB")
        for kind in KINDS:
            take(page, kind, Path(folder))
        browser.close()


if __name__ == "__main__":
    main()
