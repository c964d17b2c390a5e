"""The README's pictures: the sample story as the exported page shows it, and as a worksheet. Run by `make picture`."""

import os
import shutil
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

import timeline
from timeline.assets import sample_folder
from timeline.export.worksheet import export_worksheet

DOCS = Path(__file__).parent.parent / "docs"


def main() -> None:
    """Export both, open them, and take the pictures."""
    executable = os.environ.get("CHROMIUM") or shutil.which("chromium")
    root = ["--no-sandbox"] if os.geteuid() == 0 else []
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=["--disable-gpu", "--disable-background-networking", *root])
        take_page(browser, Path(folder) / "page.html")
        take_worksheet(browser, Path(folder) / "sheet.html")
        browser.close()


def take_page(browser: Browser, file: Path) -> None:
    """The page with the card of the departure chosen."""
    file.write_text(timeline.export_html(timeline.load(sample_folder() / "hanoi-summit-2019.de.txt")), "utf-8")
    page = browser.new_page(viewport={"width": 1280, "height": 800}, timezone_id="Europe/Berlin", locale="de-DE")
    page.goto(file.as_uri())
    page.locator("[data-plot] .point").first.wait_for()
    page.locator("#e2").click()
    page.mouse.move(640, 5)
    page.wait_for_timeout(1000)
    page.screenshot(path=DOCS / "timeline.png")


def take_worksheet(browser: Browser, file: Path) -> None:
    """The first tasks of the worksheet."""
    file.write_text(export_worksheet(timeline.load(sample_folder() / "hanoi-summit-2019.en.md")), "utf-8")
    page = browser.new_page(viewport={"width": 860, "height": 840})
    page.goto(file.as_uri())
    page.screenshot(path=DOCS / "worksheet.png")


if __name__ == "__main__":
    main()
