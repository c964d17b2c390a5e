"""Pictures, sounds, places and key events on cards, on both hosts: nobody is asked for anything before the reader says so."""

import base64
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import Axe, Host, NewPage, Watch
from tests.browser.test_chart import drawn
from tests.draw.test_media import png

STORY = Path(__file__).parent / "stories" / "beside-words.en.md"
PICTURES, SOUNDS = "pictures.example.org", "sounds.example.net"
CARS, TRAIN = (f'[data-address="https://{PICTURES}/{name}.png"]' for name in ("cars", "train"))


@pytest.fixture
def asked(page: Page, watch: Watch) -> list[str]:
    """The addresses that other hosts were asked for; they answer with a picture of 32 by 20 pixels, `broken` ones with none."""
    addresses: list[str] = []

    def answer(route: Route) -> None:
        addresses.append(route.request.url)
        assert "referer" not in route.request.headers
        route.fulfill(body=b"no picture" if "broken" in route.request.url else png(32, 20), content_type="image/png")

    page.context.route(lambda url: "example" in url.split("/")[2], answer)
    return addresses


def tops(page: Page) -> list[float]:
    """Where each card and each medium is."""
    found: list[float] = page.evaluate(
        "[...document.querySelectorAll('[data-entry], .tl-media, .tl-place')].map(node => node.getBoundingClientRect().top)"
    )
    return found


def test_nothing_is_asked_for_whatever_else_a_reader_does(host: Host, page: Page, asked: list[str]) -> None:
    drawn(host.open(page, STORY))
    for figure in page.locator(".tl-media").all():
        figure.scroll_into_view_if_needed()
    page.locator("[data-zone]").select_option("UTC")
    page.locator("[data-language]").select_option("de")
    expect(page.locator(f"{CARS} [data-load=image]")).to_have_text(f"Bild laden von {PICTURES}")
    page.locator("[data-query]").fill("fog")
    expect(page.locator("[data-found-text]")).to_contain_text("1 von 4")  # what alt says can be found
    page.locator("[data-query]").fill("")
    page.locator("#e1 h3").click()
    page.locator("[data-play=start]").click()
    page.keyboard.press("Escape")
    page.emulate_media(media="print")
    page.wait_for_timeout(300)
    assert asked == []


def test_what_is_to_be_seen_is_said_before_it_is_loaded(host: Host, page: Page) -> None:
    drawn(host.open(page, STORY))
    expect(page.locator(f"{CARS} .tl-alt")).to_contain_text("Two black cars with flags")
    expect(page.locator(f"{CARS} figcaption a")).to_have_attribute("href", f"https://{PICTURES}/cars.png")
    expect(page.locator("img")).to_have_count(1)  # the one inside the page
    expect(page.locator("video, audio, iframe")).to_have_count(0)
    expect(page.locator('[data-media="link"] a')).to_have_attribute("href", "https://www.youtube.com/watch?v=abc")
    expect(page.locator("#e2")).to_contain_text("plans/hall.png")
    assert "secret" not in page.locator("#e2").inner_html()


def test_a_press_loads_one_and_moves_nothing(host: Host, page: Page, asked: list[str], watch: Watch) -> None:
    drawn(host.open(page, STORY))
    page.locator(CARS).scroll_into_view_if_needed()
    before = tops(page)
    watch.allowed.add(PICTURES)
    page.locator(f"{CARS} [data-load=image]").click()
    image = page.locator(f"{CARS} img")
    expect(image).to_have_js_property("naturalWidth", 32)
    expect(page.locator(f"{CARS} .tl-ask")).to_be_hidden()
    expect(image).to_have_attribute("alt", "Two black cars with flags, seen from the other side of the street")
    assert tops(page) == before
    assert asked == [f"https://{PICTURES}/cars.png"]


def test_a_press_loads_all_of_its_host_and_of_no_other(host: Host, page: Page, asked: list[str], watch: Watch) -> None:
    drawn(host.open(page, STORY))
    page.locator(TRAIN).scroll_into_view_if_needed()
    before = tops(page)
    watch.allowed.add(PICTURES)
    page.locator(f"{TRAIN} [data-load=all]").click()
    for figure in (CARS, TRAIN):
        expect(page.locator(f"{figure} img")).to_have_js_property("naturalWidth", 32)
    video = page.locator("video")
    expect(video).to_have_attribute("preload", "none")
    assert not video.evaluate("node => node.autoplay || !node.paused")
    expect(page.locator("audio")).to_have_count(0)
    page.wait_for_timeout(200)
    assert tops(page) == before
    assert sorted(asked) == [f"https://{PICTURES}/cars.png", f"https://{PICTURES}/train.png"]  # a video waits for its own button


def test_nothing_is_remembered(host: Host, page: Page, asked: list[str], watch: Watch) -> None:
    drawn(host.open(page, STORY))
    watch.allowed.add(PICTURES)
    page.locator(f"{CARS} [data-load=all]").click()
    expect(page.locator(f"{CARS} img")).to_have_js_property("naturalWidth", 32)
    assert page.evaluate("document.cookie") == ""
    if host.name == "app":
        assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    watch.allowed.clear()
    asked.clear()
    drawn(host.open(page, STORY))
    page.wait_for_timeout(200)
    expect(page.locator(f"{CARS} img")).to_have_count(0)
    assert asked == []


def test_what_does_not_come_is_said_in_words_and_can_be_tried_again(
    host: Host, page: Page, tmp_path: Path, asked: list[str], watch: Watch
) -> None:
    story = tmp_path / "broken.md"
    story.write_text(STORY.read_text("utf-8").replace("/cars.png", "/broken.png"), "utf-8")
    drawn(host.open(page, story))
    watch.allowed.add(PICTURES)
    figure = page.locator(f'[data-address="https://{PICTURES}/broken.png"]')
    before = tops(page)
    for times in (1, 2):
        figure.locator("[data-load=image]").click()
        expect(figure.locator("[data-failed]")).to_have_text(f"Nothing could be loaded from {PICTURES}.")
        expect(page.locator("[data-live]")).to_have_text(f"Nothing could be loaded from {PICTURES}.")
        expect(figure.locator("img")).to_have_count(0)
        assert len(asked) == times
    assert len(tops(page)) == len(before)


def test_by_keyboard(host: Host, page: Page, asked: list[str], watch: Watch) -> None:
    drawn(host.open(page, STORY))
    page.locator("#e1").focus()
    watch.allowed.add(PICTURES)
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.dataset.load"):
            break
    page.keyboard.press("Enter")
    expect(page.locator(f"{CARS} img")).to_have_js_property("naturalWidth", 32)
    assert page.evaluate("document.activeElement.dataset.address") == f"https://{PICTURES}/cars.png"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.href") == f"https://{PICTURES}/cars.png"


@pytest.mark.page(viewport={"width": 390, "height": 844})
def test_buttons_are_large_enough_for_a_finger(host: Host, page: Page) -> None:
    drawn(host.open(page, STORY))
    for button in page.locator(".tl-load, .tl-media a, .tl-keys summary").all():
        box = button.bounding_box()
        assert box
        assert box["height"] >= 24
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.mark.page(java_script_enabled=False)
def test_without_scripts_the_address_is_a_link(host: Host, page: Page, asked: list[str]) -> None:
    host.open(page, STORY)
    expect(page.locator(f"{CARS} figcaption a")).to_be_visible()
    expect(page.locator(".tl-load").first).to_be_hidden()
    expect(page.locator("#e1 .tl-map")).to_be_visible()
    page.locator(".tl-keys summary").click()
    expect(page.locator(".tl-keys a").first).to_be_visible()
    assert asked == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(host: Host, new_page: NewPage, axe: Axe, scheme: str) -> None:
    page = new_page(color_scheme=scheme)
    drawn(host.open(page, STORY))
    page.locator(".tl-keys summary").click()
    page.locator(".tl-filters summary").click()
    assert axe(page) == []


def test_a_place_is_in_words_and_on_a_map(host: Host, page: Page) -> None:
    drawn(host.open(page, STORY))
    expect(page.locator("#e1 .tl-where")).to_contain_text("Hanoi 21.0° N, 105.8° E")
    expect(page.locator("#e2 .tl-where")).to_contain_text("41.3° S, 174.8° E")
    expect(page.locator("#e4 .tl-where")).to_contain_text("Dong Dang")
    expect(page.locator("#e4 .tl-map")).to_have_count(1)  # known by its name
    for card in ("#e1", "#e2", "#e3"):
        dot, box = (page.locator(f"{card} .tl-map {part}").bounding_box() for part in ("circle >> nth=1", ">> nth=0"))
        frame = page.locator(f"{card} .tl-map").bounding_box()
        assert dot
        assert box
        assert frame
        assert frame["x"] < dot["x"] < frame["x"] + frame["width"]
        assert abs(dot["x"] + dot["width"] / 2 - frame["x"] - frame["width"] / 2) < 3
        assert abs(dot["width"] - dot["height"]) < 1


def test_the_land_is_drawn_where_the_dot_is(host: Host, page: Page) -> None:
    drawn(host.open(page, STORY))
    page.locator("#e1 .tl-map").scroll_into_view_if_needed()
    colours = page.evaluate(
        """async data => { const image = new Image(); image.src = `data:image/png;base64,${data}`; await image.decode();
        const pen = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height }).getContext('2d');
        pen.drawImage(image, 0, 0); const at = (x, y) => [...pen.getImageData(image.width * x, image.height * y, 1, 1).data].join();
        return [at(0.42, 0.3), at(0.62, 0.62)] }""",  # China; the South China Sea
        base64.b64encode(page.locator("#e1 .tl-map").screenshot()).decode(),
    )
    assert colours[0] != colours[1]


def test_key_events_have_a_word_a_filter_and_a_list(host: Host, page: Page) -> None:
    drawn(host.open(page, STORY))
    expect(page.locator(".tl-pick")).to_have_text(["Key event", "Key event"])
    page.locator(".tl-filters summary").click()
    chip = page.locator('.tl-chip:has([name="key"])')
    expect(chip).to_have_text("key events 2")
    chip.click()
    expect(page.locator("[data-found-text]")).to_contain_text("2 of 4 entries")
    expect(page.locator("[data-entry]:visible")).to_have_count(2)
    page.locator("[data-all]").click()
    page.locator("[data-zone]").select_option("UTC")
    page.locator(".tl-keys summary").click()
    expect(page.locator(".tl-keys li")).to_have_count(2)
    expect(page.locator(".tl-keys li").last).to_contain_text("06:25 (UTC)")
    page.locator(".tl-keys a").last.click()
    expect(page.locator("#e1")).to_have_attribute("aria-current", "true")
    expect(page.locator("#e1")).to_be_focused()
    assert "zone=UTC" in page.evaluate("location.hash") or page.locator("[data-zone]").input_value() == "UTC"


def test_paper_spells_out_captions_and_addresses(host: Host, page: Page, asked: list[str]) -> None:
    drawn(host.open(page, STORY))
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    link = page.locator(f"{CARS} figcaption a")
    assert link.evaluate(
        "node => getComputedStyle(node, '::after').content"
    ) == f'" <" "https://{PICTURES}/cars.png" ">"' or PICTURES in str(link.evaluate("node => getComputedStyle(node, '::after').content"))
    expect(page.locator(f"{CARS} .tl-alt")).to_be_visible()
    expect(page.locator(".tl-load").first).to_be_hidden()
    expect(page.locator("#e1 .tl-map")).to_be_visible()
    assert asked == []
