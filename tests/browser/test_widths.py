"""The page from the narrowest phone to the widest desk: proportions, nothing clipped, nothing empty, what was assumed within reach."""

import re
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Axe, Host, NewPage
from tests.browser.test_chart import drawn, rest
from tests.browser.test_timeline import FOLD, SAMPLE, overlaps

SMALL = """() => [...document.querySelectorAll('button, select, summary, .tl-foot a')]
  .filter(node => node.checkVisibility({ visibilityProperty: true })).map(node => [node.className, node.getBoundingClientRect()])
  .filter(([, { width, height }]) => width < 24 || height < 24).map(([name]) => name)"""
SIZES = [(320, 640), (390, 844), (768, 1024), (844, 390), (1280, 800), (1920, 1080), (2560, 1440)]


DOTS = """() => { const { events, window: [from, to] } = JSON.parse(document.querySelector('[data-story]').textContent);
  return events.filter(event => event.dot && event.left >= from && event.left < to).length }"""
RIGHTMOST = """() => Math.max(...[...document.querySelectorAll('[data-plot] .scatterlayer .point')]
  .map(node => node.getBoundingClientRect()).map(({ left, right }) => (left + right) / 2))"""


def drawn_dots(page: Page) -> int:
    """How many events the chart marks with a dot."""
    return page.locator("[data-plot] .scatterlayer .point").count()


def counted(page: Page) -> int:
    """How many events the chart counts instead of marking them."""
    return sum(int(text.removeprefix("+")) for text in page.locator(".tl-more").all_inner_texts())


def touched(page: Page) -> Page:
    """The page of a phone, once a first touch has let Plotly draw."""
    page.evaluate("dispatchEvent(new PointerEvent('pointerdown'))")
    return drawn(page)


def box(page: Page, selector: str) -> dict[str, float]:
    """Where an element stands in the window."""
    found: dict[str, float] = page.locator(selector).first.evaluate(
        "node => { const { left, top, right, bottom, width, height } = node.getBoundingClientRect();"
        " return { left, top, right, bottom, width, height } }"
    )
    return found


@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_wider_than_its_window_and_no_control_smaller_than_a_finger(host: Host, page: Page, size: tuple[int, int]) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    drawn(host.open(page, SAMPLE))
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
    assert page.evaluate(SMALL) == []


@pytest.mark.page(viewport={"width": 1280, "height": 800})
def test_no_browser_adds_a_look_or_a_way_of_its_own(host: Host, page: Page) -> None:
    drawn(host.open(page, SAMPLE))
    looks = "nodes => nodes.map(node => getComputedStyle(node).appearance)"
    assert set(page.locator("select").evaluate_all(looks)) == {"none"}, "Safari paints a ground of its own over lists of choices"
    page.emulate_media(forced_colors="active")
    assert "none" not in page.locator("select").evaluate_all(looks), "our arrow is a gradient, which forced colours take away"
    page.emulate_media(forced_colors="none")
    assert page.locator(".tl-panes").evaluate("node => getComputedStyle(node).overflowX") == "hidden", "in Safari their content is wider"


@pytest.mark.page(viewport={"width": 320, "height": 640})
def test_large_counts_at_both_edges_make_no_page_wider_than_a_narrow_phone(host: Host, page: Page, tmp_path: Path) -> None:
    story = tmp_path / "many.csv"
    story.write_text("label,start\n" + "".join(f"Event {n},{2000 + n // 12}-{n % 12 + 1:02}-01T10:00\n" for n in range(400)), "utf-8")
    drawn(host.open(page, story))
    page.locator("[data-overview]").click(position={"x": 150, "y": 10})
    for _ in range(2):
        page.locator('[data-do="zoom.in"]').click()
    rest(page)
    counts = page.locator(".tl-edge").evaluate_all("nodes => nodes.map(node => Number(node.dataset.count.replace(/[^0-9]/g, '')))")
    assert min(counts) >= 100
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert box(page, '[data-do="zoom.in"]')["width"] >= 32
    assert page.evaluate(SMALL) == []


@pytest.mark.page(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
def test_on_a_phone_the_rail_takes_less_than_a_third_and_the_cards_lead(host: Host, page: Page) -> None:
    touched(host.open(page, SAMPLE))
    assert box(page, "[data-stage]")["height"] <= 0.3 * 844
    assert box(page, "[data-entry]")["top"] < 844
    zone = box(page, "[data-zone-form]")
    assert zone["height"] < 48
    assert abs(box(page, "[data-zone]")["top"] - zone["top"]) < 12
    rows = {round(box(page, f'[data-do="{action}"]')["top"]) for action in ("go.earlier", "zoom.in", "go.all")}
    assert len(rows) == 1
    page.locator("[data-entry]").nth(9).locator("h3").click()
    page.wait_for_timeout(900)
    assert box(page, "[data-stage]")["top"] == 0
    expect(page.locator("[data-caption] b")).to_be_in_viewport()
    card, stage = box(page, "[data-entry][aria-current]"), box(page, "[data-stage]")
    assert card["top"] >= stage["bottom"] - 1 or card["bottom"] > stage["bottom"] + 100


@pytest.mark.parametrize("size", [(320, 700), (390, 844), (844, 390)])
def test_the_rail_has_rows_that_an_eye_tells_apart_and_no_marks_that_touch(host: Host, new_page: NewPage, size: tuple[int, int]) -> None:
    page = touched(host.open(new_page(viewport={"width": size[0], "height": size[1]}, has_touch=True, is_mobile=True), SAMPLE))
    row: float = page.locator("[data-chart]").evaluate("node => parseFloat(node.style.getPropertyValue('--drawn-row'))")
    assert row >= 7
    marks: list[list[float]] = page.locator("[data-plot] .bars .point path, [data-plot] .scatterlayer .points path").evaluate_all(
        "nodes => nodes.map(node => node.getBoundingClientRect()).map(({ left, right, top, bottom }) => [left, right, top, bottom])"
    )
    assert len(marks) > 20
    whole = {tuple(round(number) for number in mark) for mark in marks}
    apart = [(one, other) for one, other in combinations(sorted(whole), 2) if other[0] < one[1] - 2 and abs(one[2] - other[2]) < 2]
    assert apart == []


@pytest.mark.parametrize("story", ["hanoi-summit-2019.de.txt", "hanoi-summit-2019.en.md", "kinds-of-time.en.md", FOLD])
@pytest.mark.parametrize("size", [(1280, 720), (1280, 800), (1366, 768), (1920, 1080)])
def test_chart_and_legend_share_a_wide_window_without_scrolling(host: Host, page: Page, size: tuple[int, int], story: str) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    drawn(host.open(page, story))
    expect(page.locator(".tl-legend")).to_be_in_viewport(ratio=1)
    panes: list[int] = page.locator(".tl-panes").evaluate("node => [node.scrollHeight, node.clientHeight]")
    assert panes[0] <= panes[1]


@pytest.mark.parametrize("story", ["hanoi-summit-2019.de.txt", "hanoi-summit-2019.en.md", "kinds-of-time.en.md", FOLD])
@pytest.mark.parametrize("size", [(1024, 640), (1024, 768), (1280, 640)])
def test_a_low_window_shows_fewer_rows_counts_the_rest_and_does_not_scroll(
    host: Host, page: Page, size: tuple[int, int], story: str
) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    drawn(host.open(page, story))
    panes: list[int] = page.locator(".tl-panes").evaluate("node => [node.scrollHeight, node.clientHeight]")
    assert panes[0] <= panes[1]
    expect(page.locator(".tl-legend")).to_be_in_viewport(ratio=1)
    assert page.locator(".tl-text").count() >= 10
    assert not overlaps(page)
    row: float = page.locator("[data-chart]").evaluate("node => parseFloat(node.style.getPropertyValue('--drawn-row'))")
    assert row >= 14.4
    assert drawn_dots(page) + counted(page) >= page.evaluate(DOTS)


@pytest.mark.page(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
def test_a_rail_counts_where_they_are_the_events_that_it_never_marks(host: Host, page: Page, tmp_path: Path) -> None:
    story = tmp_path / "crowded.txt"
    crowd = "".join(f"+++ 14:39 Ereignis Nummer {number} +++\n\n" for number in range(40))
    story.write_text(f"---\ndate: 2019-02-28\nzone: Europe/Berlin\nlanguage: de\n---\n{crowd}+++ 8:00 Allein +++\n", "utf-8")
    touched(host.open(page, story))
    marks = drawn_dots(page)
    assert marks < 41
    assert marks + counted(page) == 41
    tally, mark = box(page, ".tl-more"), box(page, "[data-plot] .scatterlayer .point")
    assert tally["left"] - 3 <= page.evaluate(RIGHTMOST) <= tally["right"] + 3
    assert mark["bottom"] < tally["bottom"] <= box(page, "[data-chart]")["bottom"]
    page.locator('[data-do="zoom.in"]').tap()
    page.wait_for_timeout(600)
    assert drawn_dots(page) + counted(page) + sum(map(int, re.findall(r"\d+", "".join(page.locator(".tl-edge").all_inner_texts())))) >= 40


@pytest.mark.page(viewport={"width": 768, "height": 1024})
def test_on_a_tablet_the_chart_that_stays_takes_half(host: Host, page: Page) -> None:
    drawn(host.open(page, SAMPLE))
    assert box(page, "[data-stage]")["height"] <= 0.53 * 1024


@pytest.mark.page(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
def test_a_finger_beside_a_mark_still_means_it(host: Host, page: Page) -> None:
    touched(host.open(page, SAMPLE))
    mark = box(page, "[data-plot] .scatterlayer .point")
    page.touchscreen.tap(mark["left"] + mark["width"] / 2, mark["top"] - 6)
    expect(page.locator("[data-entry][aria-current]")).to_have_count(1)


@pytest.mark.page(viewport={"width": 844, "height": 390}, has_touch=True, is_mobile=True)
def test_a_phone_on_its_side_has_the_rail_beside_the_cards(host: Host, page: Page) -> None:
    touched(host.open(page, SAMPLE))
    page.evaluate("scrollTo(0, document.querySelector('[data-cards]').getBoundingClientRect().top)")
    stage, card = box(page, "[data-stage]"), box(page, "[data-entry]")
    assert stage["right"] <= card["left"] + 1
    assert stage["top"] >= 0
    assert stage["bottom"] <= 390
    place = box(page, "[data-plot] .scatterlayer .point")
    page.touchscreen.tap(place["left"] + 4, place["top"] + 4)
    page.wait_for_timeout(900)
    chosen = box(page, "[data-entry][aria-current]")
    assert 0 <= chosen["top"] < 200


@pytest.mark.parametrize("size", [(1280, 800), (1440, 900)])
def test_what_was_assumed_is_one_click_away_and_esc_closes_it(host: Host, page: Page, size: tuple[int, int]) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    drawn(host.open(page, SAMPLE))
    opener = page.locator("[popovertarget='tl-notes']").first
    expect(opener).to_have_text("4 Annahmen · 1 Hinweis zur Quelle")
    expect(opener).to_be_in_viewport(ratio=1)
    opener.click()
    notes = page.locator("#tl-notes")
    expect(notes).to_be_in_viewport()
    expect(notes).to_contain_text("Die Sprache ist Deutsch")
    page.keyboard.press("Escape")
    expect(notes).to_be_hidden()


@pytest.mark.page(java_script_enabled=False)
def test_what_was_assumed_opens_without_scripts(host: Host, page: Page) -> None:
    host.open(page, SAMPLE)
    page.locator("[popovertarget='tl-notes']").first.click()
    expect(page.locator("#tl-notes")).to_contain_text("Die Sprache ist Deutsch")


@pytest.mark.page(viewport={"width": 2560, "height": 1440})
def test_a_wide_window_is_filled(host: Host, page: Page) -> None:
    drawn(host.open(page, SAMPLE))
    expect(page.locator("#tl-notes")).to_be_in_viewport(ratio=1)
    stage, notes, cards = box(page, "[data-stage]"), box(page, "#tl-notes"), box(page, "[data-cards]")
    assert stage["height"] > 0.6 * 1440
    assert notes["bottom"] > 1300
    assert 2560 - cards["right"] < 200


@pytest.mark.parametrize("media", [{"forced_colors": "active"}, {"contrast": "more"}, {"contrast": "more", "color_scheme": "dark"}])
def test_high_contrast(host: Host, page: Page, axe: Axe, media: dict[str, Any]) -> None:
    page.emulate_media(**media)
    drawn(host.open(page, SAMPLE))
    assert axe(page) == []
    if "contrast" in media:
        thin = "node => getComputedStyle(node).borderTopColor"
        assert page.locator(".tl-card").first.evaluate(thin) != "rgba(0, 0, 0, 0)"


@pytest.mark.parametrize("size", [(1280, 800), (1440, 900), (1920, 1080)])
def test_a_permalink_scrolls_the_cards_and_never_the_window(host: Host, page: Page, size: tuple[int, int]) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    drawn(host.open(page, SAMPLE))
    page.goto(page.url + "#e2")
    expect(page.locator("#e2")).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollHeight") <= size[1]
    assert box(page, ".tl-head")["top"] >= 0
    panes: list[int] = page.locator(".tl-panes").evaluate("node => [node.scrollHeight, node.clientHeight]")
    assert panes[0] <= panes[1]


@pytest.mark.page(color_scheme="dark", contrast="more")
def test_words_on_bars_can_be_read_where_a_reader_wants_contrast_in_the_dark(page: Page, host: Host) -> None:
    drawn(host.open(page, SAMPLE))
    fill: str = page.locator("[data-plot] .bars .point path").first.evaluate("node => getComputedStyle(node).fill")
    assert max(int(part) for part in re.findall(r"\d+", fill)[:3]) < 128


@pytest.mark.parametrize("width", [320, 820, 1024, 1280, 1440])
def test_typing_another_zone_leaves_title_and_chart_their_room(host: Host, page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 720})
    drawn(host.open(page, SAMPLE))
    page.locator("[data-zone]").select_option("other")
    expect(page.locator("[data-zone-other]")).to_be_in_viewport(ratio=1)
    title = page.locator("h1").bounding_box()
    assert title
    assert title["width"] >= 200, "one letter in a line"
    assert title["height"] < 120
    if width >= 1024:
        expect(page.locator("[data-chart]")).to_be_in_viewport(ratio=0.6)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
