"""The page without a mouse, enlarged, narrow, and as assistive technology sees it; docs/accessibility.md names the criteria."""

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Axe, Host, NewPage
from tests.browser.test_chart import drawn
from tests.browser.test_timeline import SAMPLE

ENGLISH = "hanoi-summit-2019.en.md"
SIZES = [(390, 844), (1280, 800), (700, 900), (640, 400), (320, 256)]

# What has the focus: its name for a message, and whether any part of it can be seen, where nothing else lies over it.
FOCUSED = """() => {
    const node = document.activeElement;
    if (!node || node === document.body) return null;
    const box = node.getBoundingClientRect();
    const shares = [0.01, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99];
    const places = shares.flatMap(down => [0.05, 0.5, 0.95].map(along => [box.x + box.width * along, box.y + box.height * down]));
    const seen = places.some(([x, y]) => {
        const over = document.elementFromPoint(x, y);
        return over && node.contains(over);
    });
    node.dataset.stop ??= String(document.querySelectorAll("[data-stop]").length);
    return [node.dataset.stop, seen, node.outerHTML.slice(0, 110)];
}"""

SMALL = """() => [...document.querySelectorAll("a, button, input, select, textarea, summary, [tabindex='0']")].filter(node => {
    const target = node.matches("[type=checkbox], [type=radio]") && node.closest("label") || node;  // a click on the label is one on it
    const box = target.getBoundingClientRect();
    if (!box.width || !node.checkVisibility({ visibilityProperty: true }) || node.closest(".tl-body")) return false;
    if (node.matches(".tl-skip") && document.activeElement !== node) return false;
    return box.width < 23.99 || box.height < 23.99;
}).map(node => `${JSON.stringify(node.getBoundingClientRect())} ${node.outerHTML.slice(0, 110)}`)"""


def stops(page: Page, key: str) -> list[tuple[str, bool, str]]:
    """Every element that a key leads to, once around the page."""
    found: list[tuple[str, bool, str]] = []
    for _ in range(400):
        page.keyboard.press(key)
        stop: tuple[str, bool, str] | None = page.evaluate(FOCUSED)
        if stop is None:
            if found:
                return found
            continue
        if any(stop[0] == known for known, _, _ in found):
            return found
        found.append(stop)
    raise AssertionError("the way through the page does not end")


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_the_focus_is_never_hidden(host: Host, new_page: NewPage, width: int, height: int) -> None:
    page = new_page(viewport={"width": width, "height": height}, reduced_motion="reduce")
    drawn(host.open(page, SAMPLE))
    forward = stops(page, "Tab")
    assert len(forward) > 30
    assert not [name for _, seen, name in forward if not seen]
    page.evaluate("document.querySelectorAll('[data-stop]').forEach(node => delete node.dataset.stop)")
    back = stops(page, "Shift+Tab")
    assert len(back) > 30
    assert not [name for _, seen, name in back if not seen]


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_every_target_is_at_least_24_pixels_wide_and_high(host: Host, page: Page, width: int, height: int) -> None:
    page.set_viewport_size({"width": width, "height": height})
    drawn(host.open(page, SAMPLE))
    page.locator("[data-zone]").select_option("other")
    for details in page.locator("details").all():
        details.evaluate("node => { node.open = true }")
    assert not page.evaluate(SMALL)
    page.locator("[data-share-open]").click()
    assert not page.evaluate(SMALL)
    page.keyboard.press("Escape")
    page.locator('[data-play="start"]').click()
    assert not page.evaluate(SMALL)


def test_a_journey_by_keyboard_alone(host: Host, page: Page) -> None:
    drawn(host.open(page, SAMPLE))
    page.locator("[data-timeline]").evaluate("node => { node.tabIndex = -1; node.focus() }")  # behind the bar of the app
    for target in ("chart", "cards"):
        page.keyboard.press("Tab")
        expect(page.locator(f'.tl-skip[href="#tl-{target}"]')).to_be_focused()
        expect(page.locator(f'.tl-skip[href="#tl-{target}"]')).to_be_in_viewport(ratio=1)
    reach(page, "[data-zone]")
    page.keyboard.type("Wash")
    expect(page.locator("[data-zone]")).to_have_value("America/New_York")
    expect(page.locator("ol[data-cards]")).to_contain_text("01:25 Uhr (UTC-5)")
    reach(page, '[data-play="start"]')
    reach(page, "[data-share-open]")
    reach(page, "[popovertarget=tl-notes]")
    page.keyboard.press("Enter")
    expect(page.locator("#tl-notes")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#tl-notes")).to_be_hidden()
    reach(page, "[data-language]")
    for action in ("go.earlier", "zoom.out", "zoom.in", "go.later", "go.first", "go.all"):
        reach(page, f'[data-do="{action}"]')
        seen = page.locator("[data-bands]").inner_html()
        page.keyboard.press("Enter")
        if action == "go.later":
            expect(page.locator("[data-bands]")).not_to_have_text(seen)
    reach(page, "[data-chart]")
    page.keyboard.press("End")
    page.keyboard.press("ArrowLeft")
    expect(page.locator(".tl-ring.is-current")).to_have_count(1)
    page.keyboard.press("Enter")
    expect(page.locator("[data-entry][aria-current]")).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(page.locator("[data-entry][aria-current]")).to_be_focused()
    reach(page, "[data-entry][aria-current] .tl-permalink")
    page.locator("[data-timeline]").evaluate("node => { node.tabIndex = -1; node.focus() }")
    for grip in ("earliest", "all", "latest"):
        reach(page, f'[data-grip="{grip}"]')
    reach(page, "[data-find] input")
    page.keyboard.type("handschlag")
    reach(page, "summary")
    page.keyboard.press("Enter")
    expect(page.locator("details").first).to_have_attribute("open", "")


def reach(page: Page, selector: str) -> None:
    """Presses the tab key until an element has the focus."""
    for _ in range(150):
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{selector} cannot be reached")


@pytest.mark.parametrize(("timezone", "locale"), [("America/New_York", "en-US"), ("Asia/Kolkata", "en-IN"), ("Pacific/Apia", "de-DE")])
def test_another_zone_by_keyboard(host: Host, new_page: NewPage, timezone: str, locale: str) -> None:
    page = new_page(timezone_id=timezone, locale=locale)
    drawn(host.open(page, ENGLISH))
    page.locator("[data-zone]").focus()
    page.keyboard.press("End")  # passes "another zone …", and must not be thrown out of the list by it
    expect(page.locator("[data-zone]")).to_be_focused()
    expect(page.locator("[data-zone-typed]")).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.locator("[data-zone-other]")).to_be_focused()
    page.keyboard.type("nowhere")
    page.keyboard.press("Enter")
    expect(page.locator("[data-zone-other]")).to_have_attribute("aria-invalid", "true")
    expect(page.locator("[data-zone-other]")).to_have_accessible_description(re.compile("nowhere"))
    page.locator("[data-zone-other]").fill("")
    page.keyboard.type("kathmandu")
    page.keyboard.press("Enter")
    expect(page.locator("[data-zone]")).to_be_focused()
    expect(page.locator("[data-zone]")).to_have_value("Asia/Kathmandu")
    expect(page.locator("[data-live]")).to_contain_text("Kathmandu")
    expect(page.locator("ol[data-cards]")).to_contain_text("(UTC+5:45)")


@pytest.mark.page(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
def test_another_zone_on_a_phone(host: Host, page: Page) -> None:
    drawn(host.open(page, SAMPLE))
    page.locator("[data-zone]").select_option("other")
    typed = page.locator("[data-zone-other]")
    size = typed.evaluate("node => parseFloat(getComputedStyle(node).fontSize)")
    assert size >= 16, "a smaller one makes phones zoom in"
    typed.fill("Asia/Tokyo")
    page.locator("[data-zone-form] button").tap()
    expect(page.locator("[data-zone]")).to_have_value("Asia/Tokyo")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.mark.parametrize(("width", "height"), [(640, 400), (320, 256), (320, 640)])
def test_enlarged_nothing_scrolls_sideways_and_nothing_is_lost(host: Host, page: Page, axe: Axe, width: int, height: int) -> None:
    page.set_viewport_size({"width": width, "height": height})
    drawn(host.open(page, SAMPLE))
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    last = page.locator("[data-entry]").last
    last.scroll_into_view_if_needed()
    room = page.evaluate(
        """() => { const stage = document.querySelector("[data-stage]"), box = stage.getBoundingClientRect();
        const beside = box.right <= document.querySelector("[data-entry]").getBoundingClientRect().left + 1;
        return getComputedStyle(stage).position === "sticky" && !beside ? innerHeight - box.bottom : innerHeight }"""
    )
    assert room >= height / 3, "the cards keep a third of the window at least"
    assert axe(page) == []


def test_wider_spacing_of_text_cuts_nothing_off(host: Host, page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    drawn(host.open(page, SAMPLE))
    page.evaluate(
        """() => { const style = document.createElement("style");
        style.textContent = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }"
            + " p { margin-bottom: 2em !important }";
        document.head.append(style) }"""
    )
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    cut = """() => [...document.querySelectorAll(".tl-card *, .tl-head *, .tl-button, .tl-notes *")]
        .filter(node => !node.closest(".tl-hidden, svg, select, dialog") && getComputedStyle(node).overflowX === "hidden"
            && node.scrollWidth > node.clientWidth + 1)
        .map(node => node.outerHTML.slice(0, 100))"""
    assert not page.evaluate(cut)


@pytest.mark.page(reduced_motion="reduce")
def test_less_motion_means_none(host: Host, page: Page) -> None:
    drawn(host.open(page, SAMPLE))
    page.locator('[data-play="start"]').click()
    moving = "() => document.getAnimations().filter(one => one.effect.getComputedTiming().duration > 1).length"
    for _ in range(4):
        page.keyboard.press("PageDown")
        assert page.evaluate(moving) == 0
    views: list[Any] = page.evaluate(
        """async () => { const seen = []; const bands = document.querySelector("[data-bands]");
        new MutationObserver(() => seen.push(bands.innerHTML)).observe(bands, { childList: true });
        document.querySelector('[data-play="last"]').click();
        await new Promise(done => setTimeout(done, 600));
        return [...new Set(seen)] }"""
    )
    assert len(views) <= 1, "the window jumps"


PAGE = """
- region "{title}":
  - link "{chart}"
  - link "{cards}"
  - heading "{title}" [level=1]
  - combobox "{zone}"
  - button "{story}"
  - button "{share}"
  - 'application "{axis}"'
  - heading /{entries}/ [level=2]
  - list /{entries}/:
    - listitem:
      - article:
        - heading [level=3]
  - region "{legend}":
    - heading "{legend}" [level=2]
"""
NAMES = {
    SAMPLE: {
        "title": "Der Gipfel von Hanoi, Februar 2019",
        "chart": "Zur Zeitachse springen",
        "cards": "Zu den Einträgen springen",
        "zone": "Uhrzeiten in",
        "story": "Vorführen",
        "share": "Teilen",
        "axis": "Zeitachse: Der Gipfel von Hanoi, Februar 2019",
        "entries": "Einträge",
        "legend": "Was die Zeichen bedeuten",
    },
    ENGLISH: {
        "title": "Trump and Kim in Hanoi",
        "chart": "Skip to the chart",
        "cards": "Skip to the entries",
        "zone": "Times in",
        "story": "Story mode",
        "share": "Share",
        "axis": "Timeline: Trump and Kim in Hanoi",
        "entries": "Entries",
        "legend": "What the marks mean",
    },
}


@pytest.mark.parametrize("name", NAMES)
def test_the_page_as_assistive_technology_sees_it(host: Host, page: Page, name: str) -> None:
    drawn(host.open(page, name))
    expect(page.locator("main")).to_match_aria_snapshot(PAGE.format(**NAMES[name]))
    chart = page.get_by_role("application")
    expect(chart).to_have_accessible_description(re.compile("Pos1|Home"))
    unnamed = page.locator("[data-timeline]").evaluate(
        """root => {
            const named = node => node.getAttribute("aria-label") || node.getAttribute("aria-labelledby")
                || node.textContent.trim() || node.labels?.length;
            const shown = [...root.querySelectorAll("a, button, input, select, textarea, summary")]
                .filter(node => node.checkVisibility({ visibilityProperty: true }));
            return shown.filter(node => !named(node)).map(node => node.outerHTML);
        }"""
    )
    assert not unnamed


def test_the_story_mode_as_assistive_technology_sees_it(host: Host, page: Page) -> None:
    drawn(host.open(page, ENGLISH))
    page.locator('[data-play="start"]').click()
    expect(page.locator("[data-play-bar]")).to_match_aria_snapshot(
        """
        - group "Story mode":
          - button "First event" [disabled]
          - button "Previous event" [disabled]
          - button "Play"
          - button "Next event"
          - button "Last event"
          - paragraph: /1 of \\d+/
          - combobox "Speed"
          - button "Blank screen"
          - button "Full screen"
          - button "Leave the story mode"
        """
    )


def test_what_happens_is_said_politely_and_once(host: Host, page: Page) -> None:
    drawn(host.open(page, ENGLISH))
    said = """async () => { const said = [], live = document.querySelector("[data-live]");
        if (live.getAttribute("role") !== "status") return ["not polite"];
        const watch = new MutationObserver(() => said.push(live.textContent));
        watch.observe(live, { childList: true, characterData: true, subtree: true });
        document.querySelector("[data-chart]").dispatchEvent(new KeyboardEvent("keydown", { key: "End" }));
        await new Promise(done => setTimeout(done, 100)); return said }"""
    told: list[str] = page.evaluate(said)
    assert len(told) == 1
    assert told[0] == page.locator("[data-caption]").text_content()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [(320, 700), (768, 1024), (1280, 720)])
def test_axe_finds_nothing_in_the_page_or_in_what_opens_in_it(
    host: Host, new_page: NewPage, axe: Axe, size: tuple[int, int], scheme: str
) -> None:
    page = new_page(viewport={"width": size[0], "height": size[1]}, color_scheme=scheme, reduced_motion="reduce")
    drawn(host.open(page, SAMPLE))
    assert axe(page) == []
    page.locator("[popovertarget='tl-notes']").first.click()
    expect(page.locator("#tl-notes")).to_be_visible()
    assert axe(page) == [], "what was assumed"
    page.keyboard.press("Escape")
    page.locator("[data-share-open]").click()
    assert axe(page) == [], "sharing"
    page.keyboard.press("Escape")
    page.locator(".tl-filters summary").click()
    page.locator("[data-query]").fill("Trump")
    expect(page.locator("[data-found]")).to_be_visible()
    assert axe(page) == [], "finding"
    page.locator("[data-zone]").select_option("other")
    assert axe(page) == [], "a typed zone"
    page.locator('[data-play="start"]').click()
    page.keyboard.press("ArrowRight")
    page.wait_for_timeout(200)
    assert axe(page) == [], "story mode"
