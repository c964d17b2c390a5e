"""Paper: the whole line in numbered pieces that fit their page, and the cards with the same numbers; also where no script ran."""

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Host
from tests.browser.test_chart import drawn
from tests.browser.test_timeline import FOLD, SAMPLE
from tests.draw.stories import STORY
from timeline.export.html import export_html

KINDS = "kinds-of-time.en.md"
PAPERS = {"A4 upright": (695, 1018), "A4 across": (1024, 690), "A3 across": (1489, 1018)}
"""Paper -> width and height in CSS pixels of what lies between the margins of the style sheet."""

NUMBERS = """selector => [...document.querySelectorAll(selector)].map(node => node.textContent.trim())"""
LIST = """() => [...document.querySelectorAll('[data-entry]')].flatMap((card, index) => {
  const events = [...card.querySelectorAll('[data-event]')];
  return events.map((_, place) => String(index + 1) + (events.length > 1 ? String.fromCharCode(97 + place) : '')) })"""
CUT = """() => [...document.querySelectorAll('.tl-sheet-label, .tl-sheet-tick')].filter(node => {
  const range = document.createRange(); range.selectNodeContents(node);
  const [text, sheet] = [range.getBoundingClientRect(), node.closest('.tl-sheet').getBoundingClientRect()];
  const cut = text.left < sheet.left - 1 || text.right > sheet.right + 1 || text.height === 0;
  return node.textContent && cut }).map(node => node.textContent)"""
COVERED = """() => [...document.querySelectorAll('.tl-sheet-rows')].flatMap(rows => {
  const boxes = [...rows.querySelectorAll('.tl-sheet-label')].map(node => node.getBoundingClientRect());
  return boxes.slice(1).filter((box, index) => box.top < boxes[index].bottom - 0.5).map(box => box.top) })"""


def to_paper(page: Page, size: tuple[int, int] = PAPERS["A4 upright"]) -> Page:
    """The page as it goes to paper of a size, still in the window."""
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print", color_scheme="dark")
    return page


@pytest.mark.parametrize("story", [SAMPLE, FOLD])
@pytest.mark.parametrize("paper", PAPERS)
def test_every_event_is_numbered_in_line_and_list_and_no_label_is_cut(host: Host, page: Page, paper: str, story: str) -> None:
    to_paper(drawn(host.open(page, story)), PAPERS[paper])
    expect(page.locator("[data-stage]")).to_be_hidden()
    assert sorted(page.evaluate(NUMBERS, ".tl-sheet-label > b")) == sorted(page.evaluate(LIST))
    heights: list[float] = page.evaluate("[...document.querySelectorAll('.tl-sheet')].map(node => node.getBoundingClientRect().height)")
    assert heights
    assert max(heights) < PAPERS[paper][1]
    assert page.evaluate(CUT) == []
    assert page.evaluate(COVERED) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= PAPERS[paper][0]


@pytest.mark.page(color_scheme="dark")
def test_paper_is_white_has_no_control_and_goes_away_again(host: Host, page: Page) -> None:
    to_paper(drawn(host.open(page, SAMPLE)))
    assert page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--paper').trim()") == "#fff"
    for hidden in (".tl button >> nth=0", "[data-tip]", "[data-zone-typed]", "[data-language]", ".tl-permalink >> nth=0"):
        expect(page.locator(hidden)).to_be_hidden()
    expect(page.locator(".tl-sheets .tl-legend")).to_be_visible()
    expect(page.locator("#tl-notes")).to_be_visible()
    page.emulate_media(media="screen")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.locator(".tl-sheet")).to_have_count(0)


def test_the_key_on_paper_explains_only_what_paper_shows(host: Host, page: Page) -> None:
    drawn(host.open(page, KINDS))
    screen = "night", "more", "fold", "gap"
    for kind in screen:
        expect(page.locator(f".tl-legend [data-key={kind}]")).to_be_visible()
    to_paper(page)
    expect(page.locator(".tl-sheets .tl-legend [data-key=soft]")).to_be_visible()
    for kind in screen:
        expect(page.locator(f".tl-sheets .tl-legend [data-key={kind}]")).to_be_hidden()


def test_no_head_ends_a_page_or_a_column(host: Host, page: Page) -> None:
    to_paper(drawn(host.open(page, SAMPLE)))
    heads = page.locator("#tl-notes h2, #tl-notes section > p, .tl-list h2, .tl-card h3, .tl-events, article > .tl-when")
    assert heads.count() > 2 * page.locator("[data-entry]").count()
    assert {head.evaluate("node => getComputedStyle(node).breakAfter") for head in heads.all()} == {"avoid"}
    assert page.locator(".tl-foot").first.evaluate("node => getComputedStyle(node).breakBefore") == "avoid"
    body = page.locator(".tl-body p").first
    assert body.evaluate("node => [getComputedStyle(node).orphans, getComputedStyle(node).widows]") == ["3", "3"]


def test_the_zone_of_the_moment_is_named_on_every_page(host: Host, page: Page) -> None:
    drawn(host.open(page, SAMPLE)).locator("[data-zone]").select_option("America/New_York")
    to_paper(page)
    rules: list[str] = page.evaluate("[...document.head.querySelectorAll('style')].map(node => node.textContent)")
    assert '@bottom-left { content: "Uhrzeiten in Washington (UTC-5)" }' in rules[-1]
    expect(page.locator("ol[data-cards]")).to_contain_text("01:25 Uhr (UTC-5)")


def test_plans_point_to_what_replaced_them(host: Host, page: Page) -> None:
    to_paper(drawn(host.open(page, SAMPLE)))
    row = page.locator('.tl-sheet-row:has([data-status="superseded"])').first
    number = re.search(r"→ (\w+)", row.text_content() or "")
    assert number
    assert number[1] in page.evaluate(NUMBERS, ".tl-sheet-label > b")


@pytest.mark.parametrize(
    ("size", "least"), [({"format": "A4"}, 4), ({"format": "A4", "landscape": True}, 5), ({"format": "A3", "landscape": True}, 3)]
)
def test_a_printed_file_has_the_pages_it_needs(host: Host, page: Page, size: dict[str, Any], least: int) -> None:
    drawn(host.open(page, SAMPLE))
    file = page.pdf(**size)
    assert least <= len(re.findall(rb"/Type\s*/Page\b(?!s)", file)) <= least + 3
    expect(page.locator(".tl-sheet")).to_have_count(0)


@pytest.mark.page(java_script_enabled=False)
def test_without_scripts_the_cards_are_numbered(host: Host, page: Page) -> None:
    host.open(page, SAMPLE)
    page.emulate_media(media="print")
    expect(page.locator("[data-stage]")).to_be_hidden()
    first = "counter(card)"
    assert first in page.locator("h3").first.evaluate("node => getComputedStyle(node, '::before').content")
    many = page.locator(".tl-card:has(.tl-event + .tl-event) .tl-when").first
    assert "counter(event, lower-alpha)" in many.evaluate("node => getComputedStyle(node, '::before').content")


def test_links_are_spelled_out(page: Page, tmp_path: Path) -> None:
    file = tmp_path / "linked.html"
    file.write_text(export_html(STORY), "utf-8")
    page.goto(file.as_uri())
    to_paper(drawn(page))
    link = page.locator('.tl-foot a[href="https://example.org/lunch"]')
    expect(link).to_be_visible()
    assert "https://example.org/lunch" in link.evaluate("node => getComputedStyle(node, '::after').content")
