"""A second zone below the axis: its ticks, what can be chosen, its words beside those of the overview."""

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Axe, Host
from tests.browser.test_chart import COVERED, SAMPLE, drawn, rest, words_of


def test_a_second_zone_has_its_own_ticks(host: Host, page: Page) -> None:
    drawn(host.open(page, SAMPLE))
    expect(page.locator(".tl-second")).to_be_hidden()
    page.locator("[data-second]").select_option("America/New_York")
    rest(page)
    expect(page.locator(".tl-second")).to_contain_text("Washington")
    told = words_of(page, ".tl-second span")
    assert any(re.match(r"\w\w \d\d\. \w+", text) for text in told)
    assert page.evaluate(COVERED) == []
    page.locator("[data-second]").select_option("")
    rest(page)
    expect(page.locator(".tl-second")).to_be_hidden()


def test_the_second_zone_is_never_that_of_the_axis(host: Host, page: Page) -> None:
    drawn(host.open(page, SAMPLE))
    first, second = page.locator("[data-zone]"), page.locator("[data-second]")
    home = first.input_value()
    expect(second.locator(f'option[value="{home}"]').first).to_be_disabled()
    second.select_option("America/New_York")
    expect(page.locator(".tl-second")).to_be_visible()
    first.select_option("America/New_York")
    expect(second).to_have_value("")
    expect(second.locator(f'option[value="{home}"]').first).to_be_enabled()
    expect(second.locator('option[value="America/New_York"]').first).to_be_disabled()
    expect(page.locator(".tl-second")).to_be_hidden()
    page.wait_for_function("() => location.hash === '#zone=America/New_York'")
    page.evaluate("() => { location.hash = 'zone=UTC&second=UTC'; }")
    expect(first).to_have_value("UTC")
    expect(second).to_have_value("")
    page.evaluate("home => { location.hash = `second=${home}&zone=UTC`; }", home)
    expect(second).to_have_value(home)
    first.select_option("written")  # then the axis has the zone of the story
    expect(second).to_have_value("")


ROW_OVERLAPS = """selector => {
  const words = [...document.querySelectorAll(selector)].map(node => [node.textContent, node.getBoundingClientRect()]);
  words.sort(([, p], [, q]) => p.left - q.left);
  return words.slice(1).filter(([, { left }], i) => left < words[i][1].right).map(([text]) => text);
}"""


def test_words_of_the_overview_and_of_a_second_zone_stand_side_by_side(host: Host, page: Page) -> None:
    drawn(host.open(page, "lock-season-2026.en.ics"))
    page.locator("[data-second]").select_option("UTC")
    page.locator('[data-do="go.all"]').click()
    for width in (800, 1280, 1920, 2560):
        page.set_viewport_size({"width": width, "height": 900})
        rest(page)
        for row in (".tl-scale span", ".tl-second span"):
            assert len(words_of(page, row)) > 3
            assert page.evaluate(ROW_OVERLAPS, row) == [], (width, row)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [820, 1280])  # the rail of a phone has no room for a second row
def test_axe_finds_nothing_with_a_second_zone(host: Host, page: Page, axe: Axe, width: int, scheme: Any) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    page.emulate_media(color_scheme=scheme)
    drawn(host.open(page, SAMPLE))
    page.locator("[data-second]").select_option("America/New_York")
    page.locator('[data-do="go.all"]').click()
    page.locator('[data-grip="earliest"]').focus()
    rest(page)
    assert axe(page) == []
