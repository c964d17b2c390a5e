"""The chart in a browser, on both hosts: labels and marks at every width, gestures, overview, second zone, nights, now."""

import re
from base64 import b64encode
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

import timeline
from tests.browser.conftest import Host, NewPage
from timeline.assets import sample_folder

SAMPLE = "hanoi-summit-2019.de.txt"

# Words over other words, over the end of a bar, or outside of the chart. The pieces of a bar that fades touch each other.
COVERED = """() => {
  const chart = document.querySelector('[data-chart]').getBoundingClientRect();
  const boxes = [...document.querySelectorAll('.tl-text')].map(node => ({ text: node.textContent, box: node.getBoundingClientRect() }));
  const over = (p, q) => p.left < q.right && q.left < p.right && p.top < q.bottom - 4 && q.top < p.bottom - 4;
  const outside = boxes.filter(({ box }) => box.left < chart.left || box.right > chart.right + 0.5);
  const wrong = outside.map(({ text }) => `outside: ${text}`);
  boxes.forEach((a, i) => boxes.slice(i + 1).forEach(b => over(a.box, b.box) && wrong.push(`${a.text} / ${b.text}`)));
  const marks = [];
  const pieces = [...document.querySelectorAll('[data-plot] .bars .point path')].map(node => node.getBoundingClientRect());
  for (const { left, right, top, bottom } of pieces.filter(box => box.width).sort((a, b) => a.left - b.left)) {
    const near = marks.find(mark => Math.abs(mark.top - top) < 3 && Math.abs(mark.right - left) < 1.5);
    if (near) near.right = right; else marks.push({ left, right, top, bottom });
  }
  const cut = (box, mark) => over(box, mark) && (mark.left > box.left + 1 || mark.right < box.right - 1);
  for (const { text, box } of boxes) if (marks.some(mark => cut(box, mark))) wrong.push(`over the end of a bar: ${text}`);
  return wrong;
}"""

# The least contrast of an outline of a bar with the paper.
WORST = """() => {
  const pen = document.createElement('canvas').getContext('2d');
  const light = colour => {
    pen.fillStyle = colour;
    pen.fillRect(0, 0, 1, 1);
    const parts = [...pen.getImageData(0, 0, 1, 1).data].map(v => v / 255);
    const [r, g, b] = parts.map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
  };
  const paper = light(getComputedStyle(document.querySelector('[data-chart]')).backgroundColor);
  const bars = [...document.querySelectorAll('[data-plot] .bars .point path')];
  const bounds = [...document.querySelectorAll('[data-plot] [class*="tracebounds"] path.js-line')];
  const looks = [...bars, ...bounds].map(path => getComputedStyle(path));
  const lines = looks.filter(look => look.opacity === '1' && parseFloat(look.strokeWidth) > 0).map(look => light(look.stroke));
  const ends = bounds.flatMap(path => path.getAttribute('d').match(/M/g));
  return [bars.length, ends.length, Math.min(...lines.map(line => Math.max(line, paper) / Math.min(line, paper)))];
}"""

# The part of the points of two pictures that differ by more than an edge that is drawn a little softer.
DIFFERENT = """async pictures => {
  const [a, b] = await Promise.all(pictures.map(async text => {
    const image = Object.assign(new Image(), { src: 'data:image/png;base64,' + text });
    await image.decode();
    const pen = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height }).getContext('2d');
    pen.drawImage(image, 0, 0);
    return pen.getImageData(0, 0, image.width, image.height).data;
  }));
  let wrong = 0;
  for (let i = 0; i < a.length; i += 4) if (Math.abs(a[i] - b[i]) + Math.abs(a[i + 1] - b[i + 1]) > 120) wrong += 1;
  return wrong / (a.length / 4);
}"""


def drawn(page: Page) -> Page:
    """The page, once Plotly has drawn its marks and the view rests; on a phone it waits for a first touch."""
    page.evaluate("dispatchEvent(new PointerEvent('pointerdown'))")
    page.locator("[data-plot] .point").first.wait_for(state="attached")
    page.locator("[data-chart]:not(.is-moving)").wait_for()
    return page


def rest(page: Page) -> None:
    """Wait until Plotly has drawn what the chart shows."""
    page.wait_for_timeout(80)
    page.locator("[data-chart]:not(.is-moving)").wait_for()


def words_of(page: Page, selector: str) -> list[str]:
    return [text for text in page.locator(selector).all_text_contents() if text]


def view(page: Page) -> tuple[float, float]:
    """The view, as the grips of the overview say it: minutes since the story begins."""
    first, last = (page.locator(f'[data-grip="{part}"]').get_attribute("aria-valuenow") for part in ("earliest", "latest"))
    return float(first or 0), float(last or 0)


@pytest.mark.parametrize("width", [320, 768, 1024, 1280, 1920, 2560])
def test_no_label_runs_over_the_end_of_a_bar_or_another_label(host: Host, page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    drawn(host.open(page, SAMPLE))
    for action in ["go.first", "go.all", "zoom.in", "zoom.in", "go.later", "zoom.in", "go.later", "zoom.in", "zoom.in"]:
        page.locator(f'[data-do="{action}"]').click()
        rest(page)
        assert page.evaluate(COVERED) == [], action
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_outline_has_a_contrast_of_three_to_one(host: Host, page: Page, scheme: Any) -> None:
    page.emulate_media(color_scheme=scheme)
    drawn(host.open(page, SAMPLE))
    bars, bounds, worst = page.evaluate(WORST)
    assert bars > 10
    assert bounds > 20, "both ends of what is pale"
    assert worst >= 3


def test_lines_end_before_the_letters_of_a_label_that_stands_outside_of_its_bar(host: Host, page: Page) -> None:
    drawn(host.open(page, SAMPLE))
    shadow = "nodes => [...new Set(nodes.map(node => getComputedStyle(node).textShadow === 'none'))]"
    plain = page.locator(".tl-text:not(.is-inside, .is-cancelled)").evaluate_all(shadow)
    assert plain == [False]
    assert page.locator(".tl-text:is(.is-inside, .is-cancelled)").evaluate_all(shadow) == [True]


def test_while_it_moves_a_canvas_shows_what_plotly_shows_at_rest(host: Host, page: Page) -> None:
    drawn(host.open(page, SAMPLE))
    box = page.locator("[data-chart]").bounding_box()
    assert box
    page.mouse.move(box["x"] + 500, box["y"] + 20)
    page.mouse.down()
    page.mouse.move(box["x"] + 380, box["y"] + 20, steps=3)
    expect(page.locator("[data-chart].is-moving canvas")).to_be_visible()
    moving = page.locator("[data-chart]").screenshot()
    page.mouse.up()
    rest(page)
    pictures = [b64encode(image).decode() for image in (moving, page.locator("[data-chart]").screenshot())]
    assert page.evaluate(DIFFERENT, pictures) < 0.01


@pytest.mark.page(locale="en-GB")
def test_a_glide_ends_where_it_was_sent_and_waits_for_nobody_who_wants_no_motion(host: Host, page: Page, new_page: NewPage) -> None:
    for reader in (page, new_page(reduced_motion="reduce")):
        drawn(host.open(reader, SAMPLE))
        box = reader.locator("[data-overview]").bounding_box()
        assert box
        before = view(reader)
        reader.mouse.click(box["x"] + 150, box["y"] + 10)
        reader.wait_for_timeout(60)
        early = view(reader)
        reader.wait_for_timeout(700)
        rest(reader)
        after = view(reader)
        assert after[0] < before[0]
        assert abs((after[1] - after[0]) - (before[1] - before[0])) <= 2, "its length stays"
        assert (early == after) == (reader is not page)


def test_the_window_of_the_overview_works_by_mouse_and_keys(host: Host, page: Page) -> None:
    drawn(host.open(page, SAMPLE))
    grip = page.locator('[data-grip="latest"]')
    first, last = view(page)
    box = grip.bounding_box()
    assert box
    assert box["width"] >= 24
    assert box["height"] >= 24
    page.mouse.move(box["x"] + 12, box["y"] + 14)
    page.mouse.down()
    page.mouse.move(box["x"] + 62, box["y"] + 14, steps=3)
    page.mouse.up()
    rest(page)
    assert view(page)[0] == first
    assert view(page)[1] > last
    told = grip.get_attribute("aria-valuetext") or ""
    assert re.search(r"\d{4}, \d\d:\d\d Uhr \(UTC\+7\)", told)
    page.locator("[data-zone]").select_option("America/New_York")
    rest(page)
    assert "UTC-" in (grip.get_attribute("aria-valuetext") or "")
    page.locator('[data-do="go.first"]').click()
    rest(page)
    whole = page.locator('[data-grip="all"]')
    whole.focus()
    page.keyboard.press("ArrowRight")
    rest(page)
    moved = view(page)
    assert moved[0] > first
    assert abs((moved[1] - moved[0]) - (last - first)) <= 2
    page.keyboard.press("Shift+ArrowLeft")
    rest(page)
    assert view(page)[0] == moved[0]
    assert view(page)[1] < moved[1]
    page.keyboard.press("Home")
    rest(page)
    assert view(page)[0] == 0


@pytest.mark.page(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
def test_fingers_pinch_drag_and_tap_twice_and_the_page_still_scrolls(host: Host, page: Page) -> None:
    drawn(host.open(page, SAMPLE))
    touch = page.context.new_cdp_session(page)
    box = page.locator("[data-chart]").bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + 70  # among the rows

    def fingers(kind: str, *places: tuple[float, float]) -> None:
        points = [{"x": at, "y": down, "id": number} for number, (at, down) in enumerate(places)]
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    def length() -> float:
        rest(page)
        return view(page)[1] - view(page)[0]

    begin = length()
    fingers("touchStart", (x - 40, y), (x + 40, y))
    for step in range(1, 7):
        fingers("touchMove", (x - 40 - 12 * step, y), (x + 40 + 12 * step, y))
    fingers("touchEnd")
    pinched = length()
    assert pinched < begin * 0.6
    before = view(page)
    fingers("touchStart", (x, y))
    for step in range(1, 7):
        fingers("touchMove", (x - 20 * step, y))
    fingers("touchEnd")
    assert abs(length() - pinched) <= 2
    assert view(page)[0] > before[0]
    grip = page.locator('[data-grip="all"]').bounding_box()
    assert grip
    before = view(page)
    fingers("touchStart", (grip["x"] + 12, grip["y"] + 12))
    for step in range(1, 7):
        fingers("touchMove", (grip["x"] + 12 - 10 * step, grip["y"] + 12))
    fingers("touchEnd")
    assert abs(length() - pinched) <= 2
    assert view(page)[0] < before[0]
    for _ in range(2):
        page.touchscreen.tap(x, box["y"] + 12)
    page.wait_for_timeout(700)
    assert length() < pinched * 0.6
    fingers("touchStart", (x, y))
    for step in range(1, 9):
        fingers("touchMove", (x, y - 20 * step))
    fingers("touchEnd")
    page.wait_for_timeout(200)
    assert page.evaluate("scrollY") > 50, "a swipe up or down belongs to the page"


def test_wheel_with_ctrl_and_a_double_click_zoom(host: Host, page: Page) -> None:
    drawn(host.open(page, SAMPLE))
    box = page.locator("[data-chart]").bounding_box()
    assert box
    page.mouse.move(box["x"] + 300, box["y"] + 20)
    first = view(page)
    page.keyboard.down("Control")
    page.mouse.wheel(0, -250)
    page.keyboard.up("Control")
    rest(page)
    second = view(page)
    assert second[1] - second[0] == pytest.approx((first[1] - first[0]) / 2, rel=0.05)
    page.mouse.dblclick(box["x"] + 300, box["y"] + 20)
    page.wait_for_timeout(600)
    rest(page)
    third = view(page)
    assert third[1] - third[0] == pytest.approx((second[1] - second[0]) * 0.4, rel=0.05)


def test_two_fingers_on_a_trackpad_zoom_in_safari_too(host: Host, page: Page) -> None:
    drawn(host.open(page, SAMPLE))
    first = view(page)
    page.locator("[data-chart]").evaluate("""node => {
      const { left, width } = node.getBoundingClientRect();
      for (const [type, scale] of [["gesturestart", 1], ["gesturechange", 1.5], ["gesturechange", 2]])
        node.dispatchEvent(Object.assign(new Event(type, { bubbles: true, cancelable: true }), { scale, clientX: left + width / 4 }));
    }""")
    rest(page)
    second = view(page)
    assert second[1] - second[0] == pytest.approx((first[1] - first[0]) / 2, rel=0.01)
    assert second[0] - first[0] == pytest.approx((first[1] - first[0]) / 8, rel=0.02), "what lies under the fingers stays there"


def test_a_button_let_go_outside_of_the_chart_is_let_go(host: Host, page: Page) -> None:
    drawn(host.open(page, SAMPLE))
    box = page.locator("[data-chart]").bounding_box()
    overview = page.locator("[data-overview]").bounding_box()
    assert box
    assert overview
    x, y = box["x"] + 400, box["y"] + box["height"] - 30
    first, address = view(page), page.url
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x, overview["y"] + overview["height"] + 10, steps=8)
    page.mouse.up()
    page.mouse.move(x, y)
    page.mouse.move(x + 150, y, steps=8)
    rest(page)
    assert view(page) == first
    page.wait_for_timeout(450)
    assert page.url == address, "and nothing was chosen"


def test_nights_are_those_of_the_chosen_zone(host: Host, page: Page) -> None:
    drawn(host.open(page, SAMPLE))
    places = "[...document.querySelectorAll('.tl-nights i')].map(node => Math.round(node.getBoundingClientRect().left))"
    here: list[int] = page.evaluate(places)
    assert len(here) >= 5
    page.locator("[data-zone]").select_option("America/New_York")
    rest(page)
    there: list[int] = page.evaluate(places)
    day = here[2] - here[1]
    assert (there[1] - here[1]) % day == pytest.approx(day / 2, abs=2), "twelve hours apart"
    expect(page.locator("[data-key=night]")).to_be_visible()
    page.locator('[data-do="go.all"]').click()
    rest(page)
    assert page.evaluate(places) == []


def test_what_is_not_revealed_is_counted_in_a_strip_that_leads_there(host: Host, page: Page) -> None:
    drawn(host.open(page, SAMPLE))
    page.locator('[data-do="go.all"]').click()
    rest(page)
    strip = page.locator(".tl-more")
    told = [int(text) for text in strip.all_text_contents()]
    assert sum(told) > 5
    expect(strip.first).to_have_attribute("title", re.compile(r"\d+ weitere hier"))
    strip.nth(told.index(max(told))).click()
    rest(page)
    assert sum(int(text) for text in strip.all_text_contents()) < max(told), "zooming in reveals"


SHIFT_COVERS = """() => {
  const own = document.querySelector('.tl-shift span').getBoundingClientRect();
  const over = p => p.left < own.right && own.left < p.right && p.top + 1 < own.bottom && own.top + 1 < p.bottom; // within a pixel
  const others = [...document.querySelectorAll('.tl-more, .tl-text')];
  return others.filter(node => over(node.getBoundingClientRect())).map(node => node.textContent);
}"""


@pytest.mark.parametrize("width", [1024, 1280, 1920])
def test_the_words_of_a_clock_change_lie_over_no_counter_and_no_label(host: Host, page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    drawn(host.open(page, "clock-change-berlin-2024.de.txt"))
    expect(page.locator(".tl-shift span")).to_have_text("02:00–03:00 zweimal")
    assert page.evaluate(SHIFT_COVERS) == []


@pytest.mark.parametrize("hours", [6, 400])
def test_a_running_story_has_a_line_that_moves_with_the_clock(host: Host, page: Page, tmp_path: Path, hours: int) -> None:
    story = timeline.load(sample_folder() / SAMPLE)
    now = max(event.latest or 0 for event in story.events) + hours * 3_600_000
    page.clock.install(time=now / 1000)
    if host.name == "export":
        target = tmp_path / "running.html"
        target.write_text(timeline.export_html(story, now=now), "utf-8")
        page.goto(target.as_uri())
    else:
        from timeline.serve import create_app

        answer = create_app(clock=lambda: now).server.test_client().get(f"/?story={SAMPLE}").get_data(as_text=True)
        assert ('"running":true' in answer) == (hours == 6)
        return
    page.clock.run_for(2000)
    line = page.locator(".tl-now")
    if hours == 400:
        expect(line).to_have_count(0)
        return
    page.locator('[data-do="go.all"]').click()
    page.clock.run_for(2000)
    expect(line).to_be_visible()
    said = line.text_content()
    left = line.evaluate("node => parseFloat(node.style.left)")
    page.clock.run_for(3 * 60_000)
    assert line.text_content() != said
    assert line.evaluate("node => parseFloat(node.style.left)") >= left
    expect(page.locator("[data-key=now]")).to_be_visible()
