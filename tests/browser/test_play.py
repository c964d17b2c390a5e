"""The story mode: by hand, by keyboard, by a presenter's clicker, by swipe, by itself; and how it stops."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Axe, Host, NewPage
from tests.browser.test_chart import drawn, rest
from tests.browser.test_timeline import SAMPLE, overlaps

ENGLISH = "hanoi-summit-2019.en.md"
HIDE = """hidden => {
    Object.defineProperty(document, "hidden", { value: hidden, configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
}"""
REACHED = """() => {
    const node = document.activeElement, box = node.getBoundingClientRect();
    const seen = [0.02, 0.1, 0.3, 0.5, 0.7, 0.9].some(share => {
        const over = document.elementFromPoint(box.x + box.width / 2, box.y + box.height * share);
        return over && (node.contains(over) || over.contains(node));
    });
    return node === document.body || seen ? [] : [node.outerHTML.slice(0, 120)];
}"""
READERS = [("America/New_York", "en-US", SAMPLE), ("Asia/Kolkata", "en-IN", ENGLISH), ("Pacific/Apia", "de-DE", ENGLISH)]


def story(host: Host, page: Page, name: str = SAMPLE) -> Page:
    """The story mode of a sample, at its first event."""
    drawn(host.open(page, name))
    page.locator('[data-play="start"]').click()
    expect(page.locator("[data-play-bar]")).to_be_visible()
    return page


def at(page: Page) -> int:
    """The number of the event that is shown."""
    return int((page.locator("[data-play-at]").text_content() or "").split()[0])


def count(page: Page) -> int:
    return int(page.evaluate("JSON.parse(document.querySelector('[data-story]').textContent).events.length"))


@pytest.mark.parametrize(("timezone", "locale", "name"), READERS)
def test_it_steps_through_every_event_in_the_order_of_time(host: Host, new_page: NewPage, timezone: str, locale: str, name: str) -> None:
    page = story(host, new_page(timezone_id=timezone, locale=locale), name)
    order: list[str] = page.evaluate("JSON.parse(document.querySelector('[data-story]').textContent).events.map(event => event.id)")
    walked = []
    for number in range(len(order)):
        assert at(page) == number + 1
        expect(page.locator("[data-entry]:visible")).to_have_count(1)
        walked.append(page.locator("[data-event][aria-current]").get_attribute("data-event"))
        page.keyboard.press("PageDown")
    assert walked == order
    assert at(page) == len(order), "it ends at the end"
    expect(page.locator("[data-live]")).to_contain_text(f"{len(order)} {'von' if name == SAMPLE else 'of'} {len(order)}:")


LATER = """key => new Promise(done => {
    const places = new Set(), begin = performance.now();
    document.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
    const look = () => {
        places.add(document.querySelector(".tl-band:last-of-type")?.style.transform);
        performance.now() - begin < 900 ? requestAnimationFrame(look) : done(places.size);
    };
    requestAnimationFrame(look);
})"""


def test_the_window_glides_from_event_to_event(host: Host, page: Page) -> None:
    story(host, page)
    assert page.evaluate(LATER, "End") > 5, "it jumped"
    assert page.evaluate(LATER, "Home") > 5, "it jumped back"


@pytest.mark.page(reduced_motion="reduce")
def test_the_window_jumps_for_a_reader_who_wants_less_motion(host: Host, page: Page) -> None:
    story(host, page)
    assert page.evaluate(LATER, "End") <= 3


def test_stepping_on_while_the_window_glides_leads_to_the_last_step(host: Host, page: Page) -> None:
    story(host, page)
    for key in ("End", "PageUp", "Home"):
        page.keyboard.press(key)
    page.wait_for_timeout(900)
    chart, ring = page.locator("[data-chart]").bounding_box(), page.locator(".tl-ring.is-current").bounding_box()
    assert chart
    assert ring
    assert chart["x"] <= ring["x"] + ring["width"] / 2 <= chart["x"] + chart["width"], "the current event is out of sight"


def test_keys_of_a_presenter(host: Host, page: Page) -> None:
    story(host, page)
    last = count(page)
    for key, number in [("PageDown", 2), ("ArrowRight", 3), ("PageUp", 2), ("ArrowLeft", 1), ("ArrowLeft", 1), ("End", last), ("Home", 1)]:
        page.keyboard.press(key)
        assert at(page) == number, key
    page.locator("h1").click()  # a click beside everything: the clicker still works
    page.keyboard.press("PageDown")
    assert at(page) == 2
    for key in (".", "b"):
        page.keyboard.press(key)
        expect(page.locator("[data-blank]")).to_be_visible()
        expect(page.locator("[data-blank]")).to_be_focused()
        page.keyboard.press("PageDown")
        expect(page.locator("[data-blank]")).to_be_hidden()
        assert at(page) == 2, "the first key only brings the picture back"
    page.keyboard.press("Escape")
    expect(page.locator("[data-play-bar]")).to_be_hidden()
    expect(page.locator('[data-play="start"]')).to_be_focused()
    expect(page.locator("[data-entry][aria-current]")).to_be_in_viewport()
    assert page.locator("[inert]").count() == 0


def test_buttons_do_all_that_keys_do(host: Host, page: Page) -> None:
    story(host, page)
    for what, number in [("next", 2), ("next", 3), ("back", 2), ("last", count(page)), ("first", 1)]:
        page.locator(f'[data-play="{what}"]').click()
        assert at(page) == number, what
    expect(page.locator('[data-play="back"]')).to_have_attribute("aria-disabled", "true")
    page.locator('.tl-play [data-play="blank"]').click()
    page.locator("[data-blank]").click()
    expect(page.locator("[data-blank]")).to_be_hidden()
    page.locator('[data-play="leave"]').click()
    expect(page.locator("[data-entry]:visible")).to_have_count(24)


def test_it_plays_by_itself_at_reading_speed_and_can_be_paused(host: Host, page: Page) -> None:
    page.clock.install()
    story(host, page)
    toggle = page.locator('[data-play="toggle"]')
    expect(toggle).to_have_attribute("aria-label", "Abspielen")
    page.keyboard.press("Space")
    expect(toggle).to_have_attribute("aria-label", "Anhalten")
    page.clock.run_for(3900)
    assert at(page) == 1, "no text is gone before four seconds"
    page.clock.run_for(90_000)
    assert at(page) > 2
    page.keyboard.press("Space")
    seen = at(page)
    page.clock.run_for(120_000)
    assert at(page) == seen
    page.locator("[data-play-speed]").select_option("2")
    page.keyboard.press("End")
    page.locator('[data-play="toggle"]').click()
    assert at(page) == 1, "from the end it begins again"
    page.clock.run_for(3_600_000)
    assert at(page) == count(page)
    expect(toggle).to_have_attribute("aria-label", "Abspielen")


def test_it_waits_for_who_reads(host: Host, page: Page) -> None:
    page.clock.install()
    story(host, page)
    page.keyboard.press("Space")
    page.locator("[data-entry][aria-current] h3").hover()
    expect(page.locator("[data-play-at]")).to_contain_text("wartet")
    page.clock.run_for(200_000)
    assert at(page) == 1
    page.mouse.move(5, 5)
    page.locator("[data-entry][aria-current] .tl-permalink").focus()
    page.clock.run_for(200_000)
    assert at(page) == 1
    page.locator('[data-play="toggle"]').focus()
    page.evaluate(HIDE, True)
    page.clock.run_for(200_000)
    assert at(page) == 1
    page.evaluate(HIDE, False)
    page.clock.run_for(200_000)
    assert at(page) > 1


def test_mode_and_event_live_in_the_address(host: Host, page: Page) -> None:
    story(host, page)
    for _ in range(3):
        page.keyboard.press("PageDown")
        page.wait_for_timeout(400)
    number = at(page)
    assert "mode=story" in page.url
    page.reload()
    drawn(page)
    assert at(page) == number
    page.go_back()
    expect(page.locator("[data-play-bar]")).to_be_hidden()
    page.go_forward()
    expect(page.locator("[data-play-bar]")).to_be_visible()
    assert at(page) == number


def test_nothing_outside_of_the_story_can_be_reached(host: Host, page: Page) -> None:
    story(host, page)
    outside = []
    for _ in range(40):
        page.keyboard.press("Tab")
        outside += page.evaluate(REACHED)
    assert not outside


@pytest.mark.page(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
def test_a_swipe_on_the_card_goes_on(host: Host, page: Page) -> None:
    story(host, page)
    box = page.locator("[data-scroll]").bounding_box()
    assert box
    client = page.context.new_cdp_session(page)
    for way, number in [(-1, 2), (-1, 3), (1, 2)]:
        x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        client.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]})
        for step in range(1, 9):
            client.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [{"x": x + way * 15 * step, "y": y + step}]})
        client.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
        expect(page.locator("[data-play-at]")).to_have_text(re.compile(f"^{number} "))
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (1920, 1080), (1024, 768), (390, 844), (844, 390), (320, 256)])
def test_the_card_is_large_and_the_bar_in_sight(host: Host, page: Page, axe: Axe, width: int, height: int) -> None:
    page.set_viewport_size({"width": width, "height": height})
    story(host, page)
    page.keyboard.press("PageDown")
    page.wait_for_timeout(150)
    size = page.locator("[data-entry][aria-current] h3").evaluate("node => parseFloat(getComputedStyle(node).fontSize)")
    assert size >= (40 if height >= 1080 else 24)
    for part in ("[data-play-bar]", "[data-play-at]", '[data-play="leave"]'):
        expect(page.locator(part)).to_be_in_viewport(ratio=1)
    room = page.locator("[data-scroll]").evaluate("node => node.clientHeight / innerHeight")
    assert room > 0.3
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert not overlaps(page)
    assert axe(page) == []


@pytest.mark.parametrize(("width", "height"), [(1024, 640), (1024, 768), (1280, 720), (1280, 800), (1920, 1080)])
def test_the_chart_names_what_lies_around(host: Host, new_page: NewPage, width: int, height: int) -> None:
    page = story(host, new_page(viewport={"width": width, "height": height}))
    for _ in range(9):
        page.keyboard.press("PageDown")
    page.wait_for_timeout(900)
    around = page.locator(".tl-text")
    assert around.count() >= 9
    expect(page.locator(".tl-text.is-current")).to_have_count(1)
    assert not overlaps(page)
    row: float = page.locator("[data-chart]").evaluate("node => parseFloat(node.style.getPropertyValue('--drawn-row'))")
    assert row >= 14.9, "too low for words"
    chart, bar = page.locator("[data-chart]").bounding_box(), page.locator("[data-play-bar]").bounding_box()
    assert chart
    assert bar
    assert bar["y"] - chart["y"] - chart["height"] >= 0.33 * height, "the card goes first"


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (1920, 1080)])
def test_no_step_hides_a_label_or_its_own_mark(host: Host, new_page: NewPage, width: int, height: int) -> None:
    page = story(host, new_page(viewport={"width": width, "height": height}, reduced_motion="reduce"))
    steps = int((page.locator("[data-play-at]").text_content() or "").split()[-1])
    for step in range(2, steps + 1):
        page.keyboard.press("PageDown")
        rest(page)
        assert at(page) == step
        assert not overlaps(page), step
        assert page.locator(".tl-ring.is-current").count() == 1


def test_an_address_that_names_the_mode_alone_begins_at_the_first_event(host: Host, page: Page) -> None:
    host.open(page, ENGLISH)
    page.goto(f"{page.url}#mode=story")
    page.reload()
    expect(page.locator("[data-play-bar]")).to_be_visible()
    expect(page.locator("[data-entry]:visible")).to_have_count(1)
    assert at(page) == 1


def test_full_screen_where_the_browser_allows_it(host: Host, page: Page) -> None:
    story(host, page)
    page.locator('[data-play="full"]').click()
    expect(page.locator('[data-play="full"]')).to_have_attribute("aria-pressed", "true")
    assert page.evaluate("document.fullscreenElement?.hasAttribute('data-timeline')")
    page.keyboard.press("PageDown")
    assert at(page) == 2
    page.locator('[data-play="leave"]').click()
    page.wait_for_function("!document.fullscreenElement")


def test_the_zone_can_be_changed_while_it_shows(host: Host, page: Page) -> None:
    story(host, page)
    page.evaluate("location.hash = 'e8&mode=story'")
    page.locator("[data-zone]").select_option("America/New_York")
    expect(page.locator("[data-entry][aria-current] .tl-when").first).to_be_visible()
    expect(page.locator("[data-entry]:visible")).to_have_count(1)
    page.keyboard.press("PageDown")  # even while the list of zones has the focus
    expect(page.locator("[data-zone]")).to_have_value("America/New_York")


READ = """() => {
    const [list, words] = [document.querySelector("[data-scroll]"), document.querySelector("[data-entry][aria-current] mark.is-current")];
    const [frame, box] = [list.getBoundingClientRect(), words?.getBoundingClientRect()];
    return !box || (box.top >= frame.top - 1 && box.bottom <= frame.bottom + 1);
}"""


@pytest.mark.parametrize(("width", "height"), [(1280, 720), (1920, 1080), (390, 844), (320, 640)])
def test_each_step_shows_its_own_moment_and_the_words_that_date_it(host: Host, new_page: NewPage, width: int, height: int) -> None:
    page = story(host, new_page(viewport={"width": width, "height": height}))
    for number in range(count(page)):
        assert page.locator("[data-event]:visible").count() <= 1, "moments of other steps take the room"
        assert page.evaluate(READ), f"step {number + 1}: what dates it is out of sight"
        page.keyboard.press("PageDown")


GONE = "() => { const list = document.querySelector('[data-scroll]'); return [list.scrollTop, list.scrollHeight - list.clientHeight]; }"


@pytest.mark.parametrize("motion", ["no-preference", "reduce"])
def test_a_text_that_is_taller_than_its_frame_goes_on_while_it_plays(host: Host, new_page: NewPage, motion: str) -> None:
    page = new_page(viewport={"width": 390, "height": 700}, reduced_motion=motion)
    page.clock.install()
    story(host, page)
    for _ in range(7):  # to one that begins at its beginning
        page.keyboard.press("PageDown")
        page.clock.run_for(100)
    number, tops = at(page), []
    way = page.evaluate(GONE)[1]
    assert way > 100, "the text fits: nothing is tested"
    page.mouse.move(5, 5)
    page.keyboard.press("Space")
    for _ in range(200):
        if at(page) != number:
            break
        tops.append(page.evaluate(GONE)[0])
        page.clock.run_for(500)
    assert tops == sorted(tops)
    assert tops[0] == 0
    assert tops[-1] == pytest.approx(way, abs=2), "its end is never seen"
    assert len(set(tops)) < 10 if motion == "reduce" else len(set(tops)) > 10


def test_who_scrolls_a_text_himself_is_let_be(host: Host, new_page: NewPage) -> None:
    page = new_page(viewport={"width": 390, "height": 700})
    page.clock.install()
    story(host, page)
    page.mouse.move(5, 5)
    page.keyboard.press("Space")
    page.clock.run_for(1000)
    page.evaluate("document.querySelector('[data-scroll]').scrollTop = 40")
    page.clock.run_for(1500)
    assert at(page) == 1
    assert page.evaluate(GONE)[0] == 40


def test_any_key_brings_the_picture_back(host: Host, page: Page) -> None:
    story(host, page)
    for key in ("Tab", "Enter", "x"):
        page.keyboard.press(".")
        expect(page.locator("[data-blank]")).to_be_visible()
        page.keyboard.press("Shift")
        expect(page.locator("[data-blank]")).to_be_visible()
        page.keyboard.press(key)
        expect(page.locator("[data-blank]")).to_be_hidden()
        expect(page.locator('[data-play="toggle"]')).to_be_focused()


@pytest.mark.parametrize(("wish", "steps"), [("e11&q=zzzz", 0), ("e18&q=zzzz", 0), ("e11&q=pear", 1)])
def test_a_search_that_leaves_out_all_or_the_entry_of_the_address(host: Host, page: Page, wish: str, steps: int) -> None:
    host.open(page, ENGLISH)
    page.goto(f"{page.url}#{wish}&mode=story")
    page.reload()
    drawn(page)
    expect(page.locator("[data-play-bar]")).to_be_visible()
    expect(page.locator("[data-play-at]")).to_contain_text(f" of {steps or count(page)}")
    expect(page.locator("[data-entry]:visible")).to_have_count(1)
    before = at(page)
    assert before >= 1, "none of the steps is shown"
    page.keyboard.press("PageDown")
    assert at(page) == (before if steps else before + 1)
