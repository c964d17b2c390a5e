"""Eras behind the chart, on both hosts: in step with it however it is drawn, readable, and in words."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Host
from tests.browser.test_chart import drawn
from tests.browser.test_media import STORY

NAMES = ".tl-era-names span"
BOXES = """selector => [...document.querySelectorAll(selector)].map(node => { const box = node.getBoundingClientRect();
  return [box.left, box.right, box.top, box.bottom].map(Math.round) })"""
CONTRAST = """() => { // words that lie over the darkest heap of tints: all eras and a night
  const [chart, name] = [document.querySelector('[data-chart]'), document.querySelector('.tl-era-names span')];
  const pen = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const over = (...colours) => {
    pen.clearRect(0, 0, 1, 1);
    for (const colour of colours) { pen.fillStyle = colour; pen.fillRect(0, 0, 1, 1) }
    return [...pen.getImageData(0, 0, 1, 1).data] };
  const light = rgb => rgb.slice(0, 3).map(part => part / 255).map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
    .reduce((sum, part, index) => sum + part * [0.2126, 0.7152, 0.0722][index], 0);
  const ratio = (text, ...ground) => {
    const [a, b] = [light(over(...ground, text)), light(over(...ground))].sort((a, b) => b - a);
    return (a + 0.05) / (b + 0.05) };
  const made = (parent, style) => {
    const node = document.createElement('i');
    node.style.cssText = style;
    return parent.appendChild(node) };
  const tint = node => getComputedStyle(node).backgroundColor;
  const words = variable => getComputedStyle(made(chart, `color:var(${variable})`)).color;
  const rows = new Set([...document.querySelectorAll('.tl-era-names span')].map(node => node.getBoundingClientRect().top)).size;
  const night = made(document.querySelector('.tl-nights'), '');
  const heap = [tint(chart), tint(night), ...Array(rows).fill(tint(document.querySelector('.tl-eras i')))];
  return [ratio(words('--ink'), ...heap), ratio(words('--quiet'), ...heap),
    ratio(getComputedStyle(name).color, tint(chart), tint(name))] }"""


def boxes(page: Page, selector: str) -> list[list[int]]:
    found: list[list[int]] = page.evaluate(BOXES, selector)
    return found


def test_names_stand_above_the_rows_and_do_not_touch(host: Host, page: Page) -> None:
    drawn(host.open(page, STORY))
    expect(page.locator(NAMES)).to_have_count(3)
    found = boxes(page, NAMES)
    for one in found:
        for other in found:
            assert one is other or one[1] <= other[0] + 1 or other[1] <= one[0] + 1 or one[3] <= other[2] or other[3] <= one[2]
    lowest = max(box[3] for box in found)
    assert all(box[2] >= lowest - 1 for box in boxes(page, ".tl-text"))


def test_bands_move_with_the_view_while_it_moves_and_at_rest(host: Host, page: Page) -> None:
    drawn(host.open(page, STORY))
    name = page.locator(NAMES, has_text="The second summit")
    chart = page.locator("[data-chart]").bounding_box()
    dot = page.locator(".tl-text", has_text="Both columns")
    assert chart
    apart = []
    page.mouse.move(chart["x"] + 300, chart["y"] + 150)
    page.mouse.down()
    for step in (0, 20, 60):
        page.mouse.move(chart["x"] + 300 - step, chart["y"] + 150)
        page.wait_for_timeout(60)
        band, text = name.bounding_box(), dot.bounding_box()
        assert band
        assert text
        apart.append(round(text["x"] - band["x"]))
    assert "is-moving" in (page.locator("[data-chart]").get_attribute("class") or "")
    page.mouse.up()
    drawn(page)
    page.wait_for_timeout(300)
    band, text = name.bounding_box(), dot.bounding_box()
    assert band
    assert text
    assert max(apart) - min(apart) <= 1
    assert abs(round(text["x"] - band["x"]) - apart[0]) <= 1


def test_a_name_stays_in_sight_and_its_band_is_under_it(host: Host, page: Page) -> None:
    drawn(host.open(page, STORY))
    thaw = page.locator(NAMES, has_text="A thaw")
    for _ in range(3):
        page.locator('[data-do="zoom.in"]').click()
    drawn(page)
    box, chart = thaw.bounding_box(), page.locator("[data-chart]").bounding_box()
    assert box
    assert chart
    assert abs(box["x"] - chart["x"]) <= 2
    assert box["width"] <= chart["width"] + 4
    assert [box[:2] for box in sorted(boxes(page, ".tl-eras i"))] == [box[:2] for box in sorted(boxes(page, NAMES))]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_over_all_tints_are_readable(host: Host, page: Page, scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    drawn(host.open(page, STORY))
    assert min(page.evaluate(CONTRAST)) >= 4.5


def test_they_are_told_in_words_in_the_zone_of_the_reader(host: Host, page: Page) -> None:
    drawn(host.open(page, STORY))
    described = page.locator("[data-chart]").get_attribute("aria-describedby") or ""
    assert "tl-eras" in described.split()
    told = page.locator("#tl-eras")
    expect(told).to_contain_text("The second summit Wednesday, 27 February 2019 – Thursday, 28 February 2019")
    expect(told).to_contain_text("Curfew at the station Tuesday, 26 February 2019, 00:00–12:00 (UTC+7)")
    page.locator("[data-zone]").select_option("UTC")
    expect(told).to_contain_text("The second summit Wednesday, 27 February 2019 – Thursday, 28 February 2019")  # a date never shifts
    expect(told).to_contain_text(re.compile(r"25 February 2019, 17:00.*05:00 \(UTC\)"))
    page.locator("[data-language]").select_option("de")
    expect(page.locator(".tl-legend")).to_contain_text("Zeiträume")
    expect(told).to_contain_text("Mittwoch, 27. Februar 2019")


def test_with_a_second_zone_they_stand_below_it(host: Host, page: Page) -> None:
    drawn(host.open(page, STORY))
    before = boxes(page, NAMES)
    page.locator("[data-second]").select_option("UTC")
    drawn(page)
    page.wait_for_timeout(200)
    after = boxes(page, NAMES)
    assert [box[2] + 22 for box in before] == [box[2] for box in after]
    (second,) = boxes(page, ".tl-second")
    assert second[3] <= min(box[2] for box in after) + 1
    page.locator("[data-second]").select_option("")
    drawn(page)
    page.wait_for_timeout(200)
    assert boxes(page, NAMES) == before


def test_the_overview_has_them_faintly(host: Host, page: Page) -> None:
    drawn(host.open(page, STORY))
    (strip,) = boxes(page, "[data-overview]")
    found = boxes(page, ".tl-era-strip")
    assert len(found) == 3
    assert all(strip[0] + 37 <= box[0] <= box[1] <= strip[1] - 37 for box in found)


def test_neither_chart_nor_cards_move_when_the_script_comes(host: Host, page: Page) -> None:
    page.add_init_script(
        "window.moved = []; new PerformanceObserver(list => list.getEntries().forEach(one => one.sources.forEach(({ node }) => "
        "node?.closest?.('.tl-list, .tl-chart') && window.moved.push(node.outerHTML.slice(0, 80))))"
        ").observe({ type: 'layout-shift', buffered: true })"
    )
    drawn(host.open(page, STORY))
    page.wait_for_timeout(300)
    assert page.evaluate("window.moved") == []


def test_paper_has_them_on_each_sheet(host: Host, page: Page) -> None:
    drawn(host.open(page, STORY))
    page.set_viewport_size({"width": 695, "height": 1018})
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    expect(page.locator(".tl-sheet-era", has_text="A thaw")).to_have_count(page.locator(".tl-sheet").count())
    expect(page.locator(".tl-sheets #tl-eras, .tl-sheets .tl-era-list").first).to_be_visible()
