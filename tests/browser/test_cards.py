"""What a card tells and does, on both hosts: other zones, the time between cards, marked words, its address."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Host, NewPage
from tests.browser.test_chart import drawn

ENGLISH = "hanoi-summit-2019.en.md"
FILLED = "(node, part) => getComputedStyle(node, part).backgroundColor"
TWO = """---
title: Ein Tag
date: 2019-02-28
zone: Asia/Ho_Chi_Minh
language: de
---
+++ Der Zug kam um 8.15 Uhr, um 9.30 Uhr fuhr er weiter +++

Der Zugführer sagte: „We will be back before the end of the week, that is what I told them.“ Um 10.45 Uhr war es still.
"""
BACK = """---
title: A visit before
date: 2019-02-28
zone: UTC
language: en
---
+++ The paper was signed on 27 February 2019 +++
+++ The visitors came on 23 February 2019 and left on 26 February 2019 +++
+++ The talks began on 25 February 2019 +++
"""


@pytest.mark.parametrize("reader", ["America/New_York", "Asia/Kolkata", "Pacific/Apia"])
def test_each_clock_is_told_in_the_other_zones_and_never_twice(host: Host, new_page: NewPage, reader: str) -> None:
    page = drawn(host.open(new_page(timezone_id=reader), ENGLISH))
    clock = page.locator('#e2 [data-event]:has(time[datetime*="13:25"])')
    also = clock.locator("[data-also]")
    expect(also).to_have_text("Washington 01:25 · Berlin 07:25 · Pyongyang 15:25")
    page.locator("[data-zone]").select_option("Europe/Berlin")
    expect(clock.locator("time")).to_contain_text("07:25 (UTC+1)")
    expect(also).to_have_text("Hanoi 13:25 · Washington 01:25 · Pyongyang 15:25")
    page.locator("[data-zone]").select_option(reader)
    expect(also).to_contain_text("Berlin 07:25")
    for event in page.locator("[data-event]").all():
        told = event.locator("[data-when]").first.text_content() or ""
        others = event.locator("[data-also]").text_content() or ""
        assert bool(others) == bool(re.search(r"\d\d:\d\d", told)), told
        assert "UTC" not in others


def test_the_time_from_card_to_card(host: Host, page: Page) -> None:
    drawn(host.open(page, ENGLISH))
    expect(page.locator("[data-entry]").first.locator("[data-gap]")).to_be_empty()
    texts = [text for text in page.locator("[data-gap]").all_text_contents() if text]
    assert texts
    assert all(re.fullmatch(r"(about )?(\d+ (h|min|s|days?|months?|years?) ?)+later", text) for text in texts), texts


def test_no_time_later_is_said_where_a_card_begins_with_what_was_earlier(host: Host, page: Page, tmp_path: Path) -> None:
    story = tmp_path / "back.en.md"
    story.write_text(BACK, "utf-8")
    drawn(host.open(page, story))
    gaps = page.locator("[data-gap]")
    assert page.locator("[data-entry]").nth(1).locator("[data-event]").count() == 2
    assert gaps.all_text_contents() == ["", "", "1 day later"]
    page.locator("[data-language]").select_option("de")
    expect(gaps.last).to_have_text("1 Tag später")
    expect(gaps.nth(1)).to_be_empty()


def test_a_colour_is_a_lane_and_nothing_else(host: Host, page: Page) -> None:
    drawn(host.open(page, ENGLISH))
    lanes = page.locator(".tl-legend [data-key=lane]")
    colours = [lane.evaluate(FILLED) for lane in lanes.all()]
    assert len({*colours}) == 3
    assert page.locator(".tl-legend [data-key=dot]").evaluate(FILLED) not in colours
    for event in page.locator("[data-event][data-lane]:has([data-status=happened])").all():
        badges = [event.locator(badge) for badge in ("[data-status=happened]", ".tl-badge[data-lane]")]
        assert len({badge.evaluate(FILLED, "::before") for badge in badges}) == 1
    page.locator(".tl-filters summary").click()
    assert page.locator(".tl-chip [data-status=happened]").evaluate(FILLED, "::before") not in colours


def test_the_words_that_date_the_current_event_stand_out(host: Host, page: Page, tmp_path: Path) -> None:
    story = tmp_path / "zwei.txt"
    story.write_text(TWO, "utf-8")
    drawn(host.open(page, story))
    assert page.locator("h3 mark").count() == 2
    assert page.locator(".tl-body mark").count() == 1
    for event in page.locator("[data-event]").all():
        event.click()
        current = page.locator("mark.is-current")
        expect(current).to_have_count(1)
        assert current.get_attribute("data-of") == event.get_attribute("data-event")
    expect(page.locator(".tl-body [lang]")).to_have_attribute("lang", "en")
    expect(page.locator(".tl-body [lang]")).to_have_text("We will be back before the end of the week, that is what I told them.")


def test_a_plan_and_what_replaced_it_lead_to_each_other(host: Host, page: Page) -> None:
    drawn(host.open(page, ENGLISH))
    link = page.locator("[data-go]").first
    target = link.get_attribute("data-go")
    own = link.evaluate("node => node.closest('[data-event]').dataset.event")
    link.click()
    expect(page.locator(f'[data-event="{target}"]')).to_have_attribute("aria-current", "true")
    assert page.locator(f'[data-event="{target}"] [data-go="{own}"]').count() == 1


def test_the_address_of_a_card_is_copied(host: Host, page: Page) -> None:
    drawn(host.open(page, ENGLISH))
    page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: { writeText: async text => { window.copied = text } } })")
    page.locator("#e3 [data-copy]").click()
    expect(page.locator("[data-live]")).to_have_text("The link is on the clipboard.")
    assert page.evaluate("window.copied") == page.url.split("#")[0] + "#e3"
    assert page.locator(".tl-address").count() == 0


def test_where_copying_is_refused_the_address_is_selected(host: Host, page: Page) -> None:
    drawn(host.open(page, ENGLISH))
    page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: { writeText: async () => { throw new Error('no') } } })")
    page.locator("#e3 [data-copy]").click()
    expect(page.locator("[data-live]")).to_contain_text("The link is selected")
    field = page.locator("#e3 .tl-address")
    expect(field).to_be_focused()
    selected = field.evaluate("node => node.value.slice(node.selectionStart, node.selectionEnd)")
    assert selected == page.url.split("#")[0] + "#e3"
    page.keyboard.press("Tab")
    expect(page.locator(".tl-address")).to_have_count(0)


@pytest.mark.parametrize("size", [(1280, 800), (390, 844)])
def test_nothing_moves_after_the_page_is_there(host: Host, page: Page, size: tuple[int, int]) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    drawn(host.open(page, ENGLISH))
    page.wait_for_timeout(500)
    moved = page.evaluate(
        """() => new Promise(done => { let sum = 0;
        const add = list => list.getEntries().forEach(entry => { sum += entry.value });
        new PerformanceObserver(add).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => done(sum), 200) })"""
    )
    assert moved < 0.02
