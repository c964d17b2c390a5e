"""The worksheet in a browser and on paper."""

from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from tests.browser.conftest import Axe, find
from timeline import load
from timeline.export.worksheet import export_worksheet

SAMPLES = ("hanoi-summit-2019.de.txt", "kinds-of-time.en.md", "lock-season-2026.en.ics", "deep-time.en.md")


def opened(page: Page, folder: Path, sample: str) -> Page:
    file = folder / "sheet.html"
    file.write_text(export_worksheet(load(find(sample))), "utf-8")
    page.goto(file.as_uri())
    return page


@pytest.mark.parametrize("sample", SAMPLES)
@pytest.mark.parametrize("width", [320, 1280])
def test_it_is_read_on_a_screen_too(page: Page, tmp_path: Path, axe: Axe, sample: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    opened(page, tmp_path, sample)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert axe(page) == []


@pytest.mark.parametrize("sample", SAMPLES)
def test_no_letter_and_no_tick_covers_another(page: Page, tmp_path: Path, sample: str) -> None:
    opened(page, tmp_path, sample)
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 673, "height": 1000})  # A4 without its margins
    overlaps = """kind => [...document.querySelectorAll('.line')].flatMap(line => {
      const boxes = [...line.querySelectorAll(kind)].map(node => node.getBoundingClientRect());
      return boxes.flatMap((a, i) => boxes.slice(i + 1).filter(b =>
        a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1)) }).length"""
    assert page.locator(".line").count() in (0, 2)
    assert page.evaluate(overlaps, ".place") == 0
    assert page.evaluate(overlaps, ".tick") == 0


def test_answers_are_on_pages_of_their_own(page: Page, tmp_path: Path) -> None:
    opened(page, tmp_path, SAMPLES[0])
    pages = [sheet.extract_text() for sheet in PdfReader(BytesIO(page.pdf(format="A4"))).pages]
    first = next(number for number, text in enumerate(pages) if "Lösungen" in text)
    assert pages[first].lstrip().startswith("Lösungen")
    assert len(pages) <= 6
    assert all("Vor acht Monaten“" not in text for text in pages[:first]), "words that date, quoted, are an answer"
    assert any("Vor acht Monaten“" in text for text in pages[first:])
