"""The README's picture: the sample story as the exported page shows it, with one card chosen. Run by `make picture`."""

import os
import shutil
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

import timeline
from timeline.assets import sample_folder

TARGET = Path(__file__).parent.parent / "docs" / "timeline.png"


def main() -> None:
    """Export, open, choose the card of the departure, and take the picture."""
    executable = os.environ.get("CHROMIUM") or shutil.which("chromium")
    root = ["--no-sandbox"] if os.geteuid() == 0 else []
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        page_file = Path(folder) / "page.html"
        page_file.write_text(timeline.export_html(timeline.load(sample_folder() / "hanoi-summit-2019.de.txt")), "utf-8")
        browser = playwright.chromium.launch(executable_path=executable, args=["--disable-gpu", "--disable-background-networking", *root])
        page = browser.new_page(viewport={"width": 1280, "height": 800}, timezone_id="Europe/Berlin", locale="de-DE")
        page.goto(page_file.as_uri())
        page.locator("[data-plot] .point").first.wait_for()
        page.locator("#e2").click()
        page.mouse.move(640, 5)
        page.wait_for_timeout(1000)
        page.screenshot(path=TARGET)
        browser.close()


if __name__ == "__main__":
    main()
