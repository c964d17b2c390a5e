"""Stories and readers out of the ordinary: very much, very little, other scripts, narrow windows, paper."""

import re
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from wsgiref.types import StartResponse, WSGIEnvironment

import pytest
from playwright.sync_api import Page, expect
from werkzeug.serving import make_server

from tests.browser.conftest import Axe, Host, NewPage
from tests.browser.test_chart import drawn
from tests.browser.test_timeline import SAMPLE, overlaps
from timeline import load
from timeline.assets import asset_folder, sample_folder
from timeline.draw.page import fragment
from timeline.export.html import export_html
from timeline.model import Entry, Story

HEAD = "---\ntitle: Ein Tag\ndate: 2019-02-28\nzone: Asia/Ho_Chi_Minh\nlanguage: de\n---\n"
ODD = {
    "one": "+++ 14:39 Der Zug ist da +++\n",
    "long": f"+++ 14:39 {'Noch ein Wort ' * 22} +++\n\n{'x' * 400}\n\n+++ 14:10 {'Donaudampfschifffahrt' * 14} +++\n",
    "emoji": f"+++ 14:39 👩‍👩‍👧‍👦🇻🇳 Zug da {'🎉' * 60} +++\n",
    "markup": "+++ 14:39 <b>fett</b> %{x} $x$ &amp; <br> {{ 7*7 }} ${7} `a` </script><!-- +++\n\n</li><i>a</i> $\\frac{1}{2}$\n",
    "instant": "".join(f"+++ 14:39 Ereignis Nummer {number} +++\n\n" for number in range(40)),
    "centuries": "".join(f"+++ Ereignis Nummer {number} +++\n@ {1500 + number * 83}-02-01\n\n" for number in range(7)),
    "days": "".join(f"+++ Ereignis Nummer {number} +++\n@ 2019-02-{10 + number}\n\n" for number in range(7)),
}


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, str], Path]:
    """A ticker of the name, with a front matter."""

    def ticker(name: str, text: str) -> Path:
        path = tmp_path / f"{name}.txt"
        path.write_text(HEAD + text, "utf-8")
        return path

    return ticker


@pytest.mark.parametrize("name", ODD)
def test_an_odd_story_stays_readable_while_one_walks_and_zooms(
    host: Host, page: Page, axe: Axe, write: Callable[[str, str], Path], name: str
) -> None:
    drawn(host.open(page, write(name, ODD[name])))
    headlines = [line.split("+++")[1].split(" ", 2)[-1].strip() for line in ODD[name].splitlines() if line.startswith("+++ 14")]
    for headline in headlines[:2]:
        assert headline.split(" ")[0] in (page.locator("ol[data-cards]").text_content() or "")
    page.locator("[data-chart]").focus()
    for key in ["Home", *["ArrowRight"] * 3, "End", *["+"] * 6, "ArrowLeft", *["-"] * 12, "0"]:
        page.keyboard.press(key)
        page.wait_for_timeout(40)
        assert not overlaps(page), key
    assert page.evaluate("document.documentElement.scrollWidth") <= 1280
    assert axe(page) == []


def test_two_thousand_entries(host: Host, page: Page, write: Callable[[str, str], Path]) -> None:
    stamps = sorted((number * 7919 % 4320 for number in range(2000)), reverse=True)
    text = "".join(
        f"+++ {at % 1440 // 60:02d}:{at % 60:02d} Ereignis {number} mit Worten +++\n\nText.\n\n" for number, at in enumerate(stamps)
    )
    drawn(host.open(page, write("many", text)))
    page.locator("[data-chart]").focus()
    for key in ["End", *["ArrowLeft"] * 6, "Home", *["ArrowRight"] * 6, "+", "+", "ArrowRight", "-"]:
        page.keyboard.press(key)
        page.wait_for_timeout(40)
        assert not overlaps(page), key
        assert page.locator(".tl-ring.is-current").count() == 1
        expect(page.locator("[data-entry][aria-current]")).to_be_in_viewport()
    assert sum(int(text[1:]) for text in page.locator(".tl-more").all_text_contents()) > 100


def slow(first: str, rest: str) -> Callable[[WSGIEnvironment, StartResponse], Iterator[bytes]]:
    """A page of which a part comes a second later, and the modules."""

    def arrive(environ: WSGIEnvironment, start: StartResponse) -> Iterator[bytes]:
        file = asset_folder() / environ["PATH_INFO"].lstrip("/")
        start("200 OK", [("Content-Type", "text/javascript" if file.suffix == ".mjs" else "text/html; charset=utf-8")])
        if file.suffix == ".mjs":
            yield file.read_bytes()
            return
        yield first.encode()
        time.sleep(1)
        yield rest.encode()

    return arrive


@contextmanager
def served(application: Callable[[WSGIEnvironment, StartResponse], Iterator[bytes]]) -> Iterator[str]:
    server = make_server("127.0.0.1", 0, application, threaded=True)
    with server, ThreadPoolExecutor(1) as pool:
        pool.submit(server.serve_forever)
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()  # else the pool waits for ever


def test_a_page_that_still_arrives_is_bound_once_it_is_whole(page: Page) -> None:
    first, cut, rest = fragment(load(HEAD + ODD["one"])).partition('"zone":')
    head = '<!doctype html><title>A</title><link rel="icon" href="data:,"><script type="module" async src="/timeline.mjs"></script>'
    with served(slow(head + first, cut + rest)) as address:
        page.goto(address)
        expect(page.locator(".tl-text")).to_have_count(1)


def test_an_exported_page_that_still_arrives_shows_what_is_there(page: Page) -> None:
    first, cut, rest = export_html(load(sample_folder() / SAMPLE)).partition('<aside class="tl-notes"')
    with served(slow(first, cut + rest)) as address:
        page.goto(address, wait_until="commit")
        expect(page.locator("[data-entry]").first).to_be_visible()
        assert page.locator("[data-story]").count() == 0  # its rest was not there yet
        expect(page.locator(".tl-text").first).to_be_visible()
        assert page.locator(".is-arriving").count() == 0


def test_an_exported_page_that_nobody_sees_is_bound(page: Page, tmp_path: Path) -> None:
    """A tab in the background has no frames to wait for."""
    file = tmp_path / "hidden.html"
    file.write_text(export_html(load(sample_folder() / SAMPLE)), "utf-8")
    page.add_init_script("Object.defineProperty(document, 'hidden', { value: true }); window.requestAnimationFrame = () => 0;")
    page.goto(file.as_uri())
    expect(page.locator(".is-arriving")).to_have_count(0)
    page.locator("[data-zone]").select_option("UTC")
    expect(page).to_have_url(re.compile("zone=UTC"))


def test_a_story_without_events_has_its_cards_and_no_chart(page: Page, axe: Axe, tmp_path: Path) -> None:
    file = tmp_path / "bare.html"
    file.write_text(export_html(Story("Ohne", "de", "Europe/Berlin", (Entry("e1", "Ein Eintrag", "Text.", 1),), ())), "utf-8")
    page.goto(file.as_uri())
    expect(page.locator("[data-cards]")).to_contain_text("Ein Eintrag")
    expect(page.locator("[data-stage]")).to_be_hidden()
    expect(page.locator(".tl-legend")).to_be_hidden()
    assert axe(page) == []


def test_words_from_right_to_left_begin_at_the_right(host: Host, page: Page, write: Callable[[str, str], Path]) -> None:
    drawn(host.open(page, write("rtl", "+++ 14:39 وصل القطار إلى المحطة +++\n\nوصل القطار.\n\n+++ 14:10 Der Zug +++\n")))
    starts = """() => [...document.querySelectorAll('h3')].map(node => {
        const range = document.createRange(); range.selectNodeContents(node);
        const [box, text] = [node.getBoundingClientRect(), range.getBoundingClientRect()];
        return text.left - box.left > box.right - text.right ? 'right' : 'left' })"""
    assert page.evaluate(starts) == ["left", "right"]


@pytest.mark.page(viewport={"width": 320, "height": 640}, has_touch=True, is_mobile=True)
def test_nothing_is_wider_than_the_narrowest_phone(host: Host, page: Page) -> None:
    drawn(host.open(page, SAMPLE))
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.locator("[data-zone]").select_option("other")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.page(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
def test_on_a_phone_the_caption_says_label_and_moment(host: Host, page: Page) -> None:
    drawn(host.open(page, SAMPLE))
    page.locator("[data-when]", has_text="Februar 2019, 13:25 Uhr (UTC+7)").first.click()
    caption = page.locator("[data-caption]")
    expect(caption).to_contain_text("13:25 Uhr (UTC+7)")
    assert caption.evaluate("node => node.scrollHeight <= node.clientHeight + 1")
    told = caption.locator("span").evaluate("node => [node.scrollWidth, node.clientWidth]")
    assert told[0] <= told[1]
    page.locator("[data-zone]").select_option("America/New_York")
    expect(caption).to_contain_text("01:25 Uhr (UTC-5)")


@pytest.mark.page(java_script_enabled=False)
def test_without_scripts_paper_gets_no_empty_chart(host: Host, page: Page) -> None:
    host.open(page, SAMPLE)
    page.emulate_media(media="print")
    expect(page.locator("[data-stage]")).to_be_hidden()
    expect(page.locator("h3").first).to_be_visible()


def test_a_zone_chosen_before_the_script_came_counts(host: Host, new_page: NewPage) -> None:
    page = new_page()
    page.add_init_script(
        "new MutationObserver((_, watch) => { const zone = document.querySelector('[data-zone]');"
        " if (zone?.options.length > 4) { zone.value = 'America/New_York'; watch.disconnect(); } })"
        ".observe(document, { childList: true, subtree: true });"
    )
    drawn(host.open(page, SAMPLE))
    expect(page.locator("[data-zone]")).to_have_value("America/New_York")
    expect(page.locator("ol[data-cards]")).to_contain_text("01:25 Uhr (UTC-5)")


def test_what_the_pointer_rests_on_is_told_in_the_new_zone(host: Host, page: Page) -> None:
    drawn(host.open(page, SAMPLE))
    box = page.locator(".tl-text", has_text="Dessert").first.bounding_box()
    assert box
    page.mouse.move(box["x"] + 20, box["y"] + 8)
    tip = page.locator("[data-tip]")
    expect(tip).to_contain_text("20:47 Uhr (UTC+7)")
    page.locator("[data-zone]").evaluate("node => { node.value = 'UTC'; node.dispatchEvent(new Event('change')) }")
    expect(tip).to_contain_text("13:47 Uhr (UTC)")
    at = page.locator("[data-chart]").bounding_box()
    page.locator("[data-chart]").focus()
    page.keyboard.press("+")
    page.wait_for_timeout(100)
    ring, told = page.locator(".tl-ring").first.bounding_box(), tip.bounding_box()
    assert at
    assert ring
    assert told
    assert min(abs(told["x"] - ring["x"]), abs(told["x"] + told["width"] - at["x"] - at["width"])) < 40


def test_a_ticker_without_a_day_says_so_and_keeps_its_clocks(host: Host, page: Page, tmp_path: Path) -> None:
    path = tmp_path / "dayless.txt"
    path.write_text("Der Tag\n\n+++ 14:39 Der Zug ist da +++\nEr hält.\n\n+++ 14:10 Er kommt +++\nBald.\n", "utf-8")
    host.open(page, path)
    cards = page.locator("[data-entry]")
    expect(cards).to_have_count(2)
    expect(cards.first).to_contain_text("14:39, ohne eigenes Datum")
    expect(page.get_by_text("keine Linie")).to_be_visible()
    expect(page.locator('[data-play="start"]')).to_be_hidden()
    box = page.locator(".tl-list").bounding_box()
    assert box
    assert box["x"] < 100, "an empty column where a chart would stand"
