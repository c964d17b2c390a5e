"""What a reader does with a timeline, on both hosts: link, walk, change the zone, move; and what the page must never do."""

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Axe, Host
from tests.browser.test_chart import drawn, rest

SAMPLE = "hanoi-summit-2019.de.txt"
FOLD = "clock-change-berlin-2024.de.txt"
SCRIPT = """---
title: Ein Tag
date: 2019-02-27
zone: Asia/Ho_Chi_Minh
---
+++ 14:39 <script>document.title='boo'</script> <img src=x onerror="document.title='boo'"> Zug da +++

Um 14.39 Uhr.
"""


def label_of(page: Page, index: int) -> tuple[str, float, float]:
    """A label on the chart: the id of its event and a place on it."""
    found: list[Any] = page.evaluate(
        """index => { const node = document.querySelectorAll('.tl-text')[index], box = node.getBoundingClientRect();
        return [node.dataset.of, box.x + 20, box.y + box.height / 2] }""",
        index,
    )
    return found[0], found[1], found[2]


def ticks(page: Page) -> list[str]:
    return [text for text in page.locator("[data-plot] .xtick text").all_text_contents() if text]


OVERLAPS = """() => {
  const labels = [...document.querySelectorAll('.tl-text')].map(node => [node.textContent, node.getBoundingClientRect(), node.classList]);
  const chart = document.querySelector('[data-chart]').getBoundingClientRect();
  const over = (p, q) => p.left < q.right && q.left < p.right && p.top < q.bottom - 4 && q.top < p.bottom - 4;
  const outside = labels.filter(([, p]) => p.left < chart.left || p.right > chart.right).map(([text]) => `outside: ${text}`);
  const pairs = labels.flatMap(([a, p], i) => labels.slice(i + 1).filter(([, q]) => over(p, q)).map(([b]) => `${a} / ${b}`));
  const ring = document.querySelector('.tl-ring.is-current')?.getBoundingClientRect();
  const beside = labels.filter(([, , names]) => !names.contains('is-current') || !names.contains('is-inside'));
  const ringed = beside.filter(([, p]) => ring && over(p, ring)).map(([text]) => `${text} / the mark of the current event`);
  const marks = [...document.querySelectorAll('[data-chart]:not(.is-moving) .point path, [data-chart]:not(.is-moving) path.point')]
    .map(node => node.getBoundingClientRect()).filter(({ width }) => width);
  const own = beside.filter(([, , names]) => names.contains('is-current'));
  const covering = own.filter(([, p]) => marks.some(mark => over(p, mark))).map(([text]) => `${text} / a mark`);
  return [...outside, ...pairs, ...ringed, ...covering];
}"""


def overlaps(page: Page) -> list[str]:
    """Labels that lie over each other or leave the chart, labels under the current mark, a current label over a mark."""
    found: list[str] = page.evaluate(OVERLAPS)
    return found


def test_click_on_a_mark_brings_its_card(host: Host, page: Page) -> None:
    drawn(host.open(page, SAMPLE))
    event, x, y = label_of(page, 12)
    page.mouse.click(x, y)
    card = page.locator(f'[data-entry]:has([data-event="{event}"])')
    expect(card).to_have_attribute("aria-current", "true")
    expect(card).to_be_in_viewport()
    expect(page.locator(".tl-ring.is-current")).to_have_count(1)


def test_hover_on_a_mark_tells_its_moment_and_brings_its_card(host: Host, page: Page) -> None:
    drawn(host.open(page, SAMPLE))
    event, x, y = label_of(page, 7)
    page.mouse.move(x, y)
    told = page.locator(f'[data-when="{event}"]').text_content() or ""
    expect(page.locator("[data-tip]")).to_contain_text(told)
    expect(page.locator(f'[data-entry].is-hovered:has([data-event="{event}"])')).to_be_in_viewport()
    page.mouse.move(5, 5)
    expect(page.locator("[data-tip]")).to_be_hidden()


def test_marks_on_the_way_elsewhere_leave_the_list_where_it_is(host: Host, page: Page) -> None:
    drawn(host.open(page, SAMPLE))
    _, x, y = label_of(page, 7)
    place = page.locator("[data-scroll]")
    before = place.evaluate("node => node.scrollTop")
    for _ in range(5):
        page.mouse.move(x, y)
        page.mouse.move(x, 5)
    page.wait_for_timeout(600)
    assert place.evaluate("node => node.scrollTop") == before
    page.mouse.move(x, y)
    expect(page.locator("[data-entry].is-hovered")).to_be_in_viewport()
    page.wait_for_timeout(600)
    assert place.evaluate("node => node.scrollTop") != before


def test_click_and_focus_on_a_card_bring_its_mark(host: Host, page: Page) -> None:
    drawn(host.open(page, SAMPLE))
    cards = page.locator("ol[data-cards] > li")
    cards.first.locator("h3").click()
    main = cards.first.get_attribute("data-main")
    expect(page.locator(f'.tl-text.is-current[data-of="{main}"]')).to_be_in_viewport()
    page.keyboard.press("ArrowDown")
    expect(cards.nth(1)).to_be_focused()
    expect(cards.nth(1)).to_have_attribute("aria-current", "true")
    cards.nth(5).hover()
    expect(page.locator(".tl-ring:not(.is-current)")).to_have_count(1)


def test_keys_walk_the_events_in_the_order_of_time(host: Host, page: Page) -> None:
    drawn(host.open(page, SAMPLE))
    order: list[str] = page.evaluate("JSON.parse(document.querySelector('[data-story]').textContent).events.map(event => event.id)")
    page.locator("[data-chart]").focus()
    walked = []
    for key in ["Home", *["ArrowRight"] * (len(order) - 1)]:
        page.keyboard.press(key)
        walked.append(page.evaluate("document.querySelector('[data-event][aria-current]').dataset.event"))
    assert walked == order
    page.keyboard.press("End")
    page.keyboard.press("ArrowLeft")
    assert page.evaluate("document.querySelector('[data-event][aria-current]').dataset.event") == order[-2]
    assert page.locator("[data-live]").text_content()
    page.keyboard.press("Enter")
    expect(page.locator(f'[data-entry]:has([data-event="{order[-2]}"])')).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("[data-chart]")).to_be_focused()


@pytest.mark.page(timezone_id="Asia/Kolkata")
@pytest.mark.parametrize(
    ("zone", "clock"),
    [("Asia/Ho_Chi_Minh", "13:25 Uhr (UTC+7)"), ("America/New_York", "01:25 Uhr (UTC-5)"), ("Asia/Kolkata", "11:55 Uhr (UTC+5:30)")],
)
def test_zone_changes_cards_and_ticks_and_no_civil_date(host: Host, page: Page, zone: str, clock: str) -> None:
    drawn(host.open(page, SAMPLE))
    civil = page.locator("[data-when]").first.text_content()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.locator("[data-zone]").select_option(zone)
    expect(page.locator("ol[data-cards]")).to_contain_text(clock)
    assert page.locator("[data-when]").first.text_content() == civil
    page.locator('[data-of]:text("Wagen")').first.click(force=True, position={"x": 5, "y": 5})
    for _ in range(4):
        page.locator('[data-do="zoom.in"]').click()
    expect(page.locator("[data-plot] .xtick text").first).to_have_text(re.compile(r"\d\d:\d\d|^$"))
    assert all(re.fullmatch(r"\d\d:00|\d\d:30|\d\d:15|\d\d:45", text) for text in ticks(page))
    assert not asked


def test_any_zone_by_typing_and_a_message_for_none(host: Host, page: Page) -> None:
    drawn(host.open(page, SAMPLE))
    page.locator("[data-zone]").select_option("other")
    page.locator("[data-zone-other]").fill("Mars/Base")
    page.keyboard.press("Enter")
    expect(page.locator("[data-zone-message]")).to_contain_text("Mars/Base")
    page.locator("[data-zone-other]").fill("asia/kathmandu")
    page.keyboard.press("Enter")
    expect(page.locator("[data-zone]")).to_have_value("Asia/Kathmandu")
    expect(page.locator("ol[data-cards]")).to_contain_text("(UTC+5:45)")


def test_the_repeated_hour_stands_twice_in_order(host: Host, page: Page) -> None:
    drawn(host.open(page, FOLD))
    twice: list[str] = page.evaluate(
        "[...document.querySelectorAll('[data-when]')].map(node => node.textContent).filter(text => / 02:/.test(text))"
    )
    assert any("(UTC+2)" in text for text in twice)
    assert any("(UTC+1)" in text for text in twice)


def test_a_plan_that_was_replaced_has_a_dashed_mark(host: Host, page: Page) -> None:
    ghost = drawn(host.open(page, FOLD)).locator("[data-plot] .tracedot-superseded .point").first
    assert ghost.evaluate("node => getComputedStyle(node).strokeDasharray") != "none"


def test_labels_never_overlap_while_zooming_and_moving(host: Host, page: Page) -> None:
    drawn(host.open(page, SAMPLE))
    assert not overlaps(page)
    for action in ["go.all", "go.first", "zoom.in", "go.later", "zoom.in", "go.earlier", "zoom.in", "go.later", "zoom.out"]:
        page.locator(f'[data-do="{action}"]').click()
        page.wait_for_timeout(60)
        assert not overlaps(page), action


def test_drag_moves_and_a_plain_wheel_stays_with_the_page(host: Host, page: Page) -> None:
    drawn(host.open(page, SAMPLE))
    before = ticks(page)
    box = page.locator("[data-chart]").bounding_box()
    assert box
    page.mouse.move(box["x"] + 500, box["y"] + 20)
    page.mouse.wheel(0, 300)
    rest(page)
    assert ticks(page) == before
    page.mouse.down()
    page.mouse.move(box["x"] + 100, box["y"] + 20, steps=4)
    page.mouse.up()
    rest(page)
    assert ticks(page) != before
    page.locator('[data-do="go.first"]').click()
    rest(page)
    assert ticks(page) == before


def test_edges_name_what_lies_outside_and_go_there(host: Host, page: Page) -> None:
    drawn(host.open(page, SAMPLE))
    edge = page.locator('[data-edge="before"]')
    expect(edge).to_have_text(re.compile(r"‹ \d+ früher, seit Sep 2017"))
    edge.click()
    expect(edge).to_be_hidden()
    assert "2018" in (page.locator("[data-bands]").text_content() or "") + " ".join(ticks(page))


@pytest.mark.parametrize(
    ("starts", "view", "before", "after"),
    [
        (("01", "04", "07"), ("02T00:00", "03T00:00"), "since 1 Mar 2024", "until 7 Mar 2024"),
        (("04T08:00Z", "04T09:15Z", "04T11:30Z"), ("04T09:00", "04T10:00"), "since 08:00", "until 11:30"),
    ],
)
def test_edges_name_the_last_day_and_clocks_on_the_day_in_view(
    host: Host, page: Page, tmp_path: Path, starts: tuple[str, ...], view: tuple[str, str], before: str, after: str
) -> None:
    story = tmp_path / "edges.csv"
    story.write_text("label,start\n" + "".join(f"From {start},2024-03-{start}\n" for start in starts), "utf-8")
    drawn(host.open(page, story))
    page.evaluate("([from, to]) => { location.hash = `from=2024-03-${from}Z&to=2024-03-${to}Z` }", view)
    expect(page.locator('[data-edge="before"]')).to_contain_text(f"1 earlier, {before}")
    expect(page.locator('[data-edge="after"]')).to_have_text(re.compile(rf"^\d later, {after} ›$"))


def test_a_permalink_selects_its_card(host: Host, page: Page) -> None:
    drawn(host.open(page, SAMPLE))
    page.evaluate("location.hash = '#e4'")
    expect(page.locator("#e4")).to_have_attribute("aria-current", "true")
    expect(page.locator("#e4")).to_be_in_viewport()


def test_a_script_in_a_headline_stays_text(host: Host, page: Page, tmp_path: Path) -> None:
    story = tmp_path / "script.txt"
    story.write_text(SCRIPT, "utf-8")
    drawn(host.open(page, story))
    expect(page.locator("h3").first).to_contain_text("<script>document.title='boo'</script>")
    page.locator("[data-chart]").focus()
    page.keyboard.press("End")
    expect(page.locator(".tl-text").first).to_contain_text("<script>")
    assert page.title() == "Ein Tag"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing(host: Host, page: Page, axe: Axe, width: int, scheme: Any) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    page.emulate_media(color_scheme=scheme)
    drawn(host.open(page, SAMPLE))
    page.locator("[data-chart]").focus()
    page.keyboard.press("End")
    page.wait_for_timeout(300)
    assert axe(page) == []
    page.locator("[popovertarget='tl-notes']").first.click()
    expect(page.locator("#tl-notes")).to_be_visible()
    assert axe(page) == []


@pytest.mark.page(java_script_enabled=False)
def test_cards_can_be_read_without_javascript(host: Host, page: Page) -> None:
    host.open(page, SAMPLE)
    expect(page.locator("ol[data-cards] > li").first).to_be_visible()
    expect(page.locator("ol[data-cards]")).to_contain_text("13:25 Uhr (UTC+7)")


@pytest.mark.page(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
def test_on_a_phone_the_chart_stays_and_a_tap_brings_the_card(host: Host, page: Page) -> None:
    drawn(host.open(page, SAMPLE))
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    place = page.locator("[data-plot] .scatterlayer .point").first.bounding_box()
    assert place
    page.touchscreen.tap(place["x"] + 4, place["y"] + 4)
    card = page.locator("[data-entry][aria-current]")
    expect(card).to_be_in_viewport()
    expect(page.locator("[data-chart]")).to_be_in_viewport(ratio=1)
    page.wait_for_timeout(800)
    top = page.evaluate("document.querySelector('[data-entry][aria-current]').getBoundingClientRect().top")
    assert top >= page.evaluate("document.querySelector('[data-stage]').getBoundingClientRect().bottom") - 1
