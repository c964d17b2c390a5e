"""Deep time on the page: from the Big Bang to a clock, before the year 1, after 9999; no date of JavaScript reaches that far."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Axe, Host
from tests.browser.test_address import fragment, goto, told
from tests.browser.test_chart import drawn, rest, view
from tests.browser.test_print import COVERED, CUT, to_paper
from tests.browser.test_timeline import overlaps, ticks

DEEP = "deep-time.en.md"
HEAD = "---\ntitle: Weit weg\ndate: 2024-07-01\nzone: Europe/Berlin\nlanguage: de\n---\n"
STORIES = {
    "eras": "".join(f"+++ Ära {age} +++\n@ vor {age} Millionen Jahren\n\n" for age in (541, 485, 444, 419, 359, 299, 252, 201, 145, 66)),
    "antiquity": "+++ Rom +++\n@ -0752-04-21\n\n+++ Caesar +++\n@ -0043-03-15\n\n+++ Ende +++\n@ 476 n. Chr.\n",
    "no year 0": "+++ Vorher +++\n@ 1 v. Chr.\n\n+++ Nachher +++\n@ 1 n. Chr.\n\n+++ Wieder vorher +++\n@ 2 v. Chr.\n",
    "year 12000": "+++ Bald +++\n@ +011990\n\n+++ Dann +++\n@ +012000-03-01\n\n+++ Danach +++\n@ +012010\n",
    "all": "+++ Urknall +++\n@ vor 13,8 Milliarden Jahren - 2024\n\n+++ Mond +++\n@ 1969-07-21 03:56 - 06:11\n\n"
    "+++ Gestern +++\n@ 2024-06-30 12:00\n",
}
TICKS = {
    "eras": r"vor \d{3} Millionen Jahren|heute",
    "antiquity": r"\d+ v\. Chr\.|\d{1,3} n\. Chr\.|1000",
    "no year 0": r"[A-Z][a-zä]{2}\.?|Juli|Juni|März|\d v\. Chr\.|\d n\. Chr\.",
    "year 12000": r"1[12]\d{3}",
    "all": r"(?:vor|in) \d+(?:,\d)? Milliarden? Jahren|heute",
}
NONSENSE = """() => [...document.querySelectorAll('[data-timeline] *')].filter(node => node.tagName !== 'SCRIPT').flatMap(node => [
  ...[...node.attributes].map(one => one.value), ...[...node.childNodes].filter(one => one.nodeType === 3).map(one => one.data)
]).filter(text => /NaN|Infinity|undefined|Invalid Date|\\d[eE]\\+\\d/.test(text))"""


def nonsense(page: Page) -> list[str]:
    """Texts and attributes that hold what no reader should see."""
    found: list[str] = page.evaluate(NONSENSE)
    return found


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str], Path]:
    """A small German story of the name."""

    def story(name: str) -> Path:
        path = tmp_path / f"{name}.txt"
        path.write_text(HEAD + STORIES[name], "utf-8")
        return path

    return story


@pytest.mark.parametrize("name", STORIES)
def test_ticks_have_words_and_every_view_is_whole(host: Host, page: Page, write: Callable[[str], Path], name: str) -> None:
    drawn(host.open(page, write(name)))
    said = ticks(page)
    assert len(said) >= 2
    assert [text for text in said if not re.fullmatch(TICKS[name], text)] == []
    page.locator("[data-chart]").focus()
    for key in ["ArrowRight", *["+"] * 9, "ArrowRight", "+", "+", "ArrowRight", *["-"] * 4, "End", "0", "-", "-"]:
        page.keyboard.press(key)
        page.wait_for_timeout(40)
        assert not overlaps(page), key
        assert nonsense(page) == [], key
    rest(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 1280


def test_cards_and_ticks_say_ages_in_the_language_of_the_reader(host: Host, page: Page) -> None:
    drawn(host.open(page, DEEP))
    cards = page.locator("ol[data-cards]")
    for words in ("66 million years ago", "13.8 billion years ago – 2024", "11,700 years ago", "15 March 44 BC", "2 BC", "AD 9"):
        expect(cards).to_contain_text(words)
    assert "5 billion years ago" in ticks(page)
    assert "today" in ticks(page)
    page.locator("[data-language]").select_option("de")
    for words in ("vor 66 Millionen Jahren", "vor 13,8 Milliarden Jahren – 2024", "vor 11.700 Jahren", "15. März 44 v. Chr.", "9 n. Chr."):
        expect(cards).to_contain_text(words)
    rest(page)
    assert "vor 5 Milliarden Jahren" in ticks(page)
    assert "heute" in ticks(page)


def test_a_zone_changes_no_date_of_deep_time(host: Host, page: Page) -> None:
    drawn(host.open(page, DEEP))
    dates = "#e2 [data-when], #e8 [data-when], #e13 [data-when], #e14 [data-when], #e15 [data-when]"
    before, marked = page.locator(dates).all_text_contents(), ticks(page)
    page.locator("[data-zone]").select_option("Asia/Tokyo")
    expect(page.locator("#e20 [data-when]")).to_contain_text("11:56–14:11 (UTC+9)")
    rest(page)
    assert page.locator(dates).all_text_contents() == before
    assert ticks(page) == marked


def test_the_buttons_go_from_all_of_time_to_the_hours_of_one_event_and_back(host: Host, page: Page) -> None:
    drawn(host.open(page, DEEP))
    page.locator("#e20 h3").click()
    first = view(page)
    zoom = page.locator('[data-do="zoom.in"]')
    for _ in range(30):
        zoom.click()
        page.wait_for_timeout(30)
    rest(page)
    assert page.locator(".tl-ring.is-current").count() == 1
    assert all(re.fullmatch(r"\d\d:\d\d|\d{1,2}|[A-Z][a-z]{2}", text) for text in ticks(page)), ticks(page)
    assert any(text.endswith("1969") for text in page.locator(".tl-band-text").all_text_contents())
    expect(page.locator('[data-edge="before"]')).to_contain_text("back to 4.65 bn yrs ago")
    expect(page.locator(".tl-text", has_text="The universe begins to expand")).to_be_visible()
    assert nonsense(page) == []
    for _ in range(40):
        page.locator('[data-do="zoom.out"]').click()
        page.wait_for_timeout(20)
    rest(page)
    assert view(page)[1] - view(page)[0] >= first[1] - first[0]


def test_a_window_of_deep_time_survives_a_reload(host: Host, page: Page) -> None:
    drawn(host.open(page, DEEP))
    page.locator("#e8 h3").click()
    for _ in range(5):
        page.locator('[data-do="zoom.in"]').click()
    told(page, r"^e8&from=-\d{19}&to=-\d{19}$")
    rest(page)
    seen, address, marked = view(page), fragment(page), ticks(page)
    goto(page, address)
    rest(page)
    assert view(page) == seen
    assert ticks(page) == marked
    assert all("years ago" in text for text in marked)


def test_far_away_a_view_ends_where_numbers_do(host: Host, page: Page) -> None:
    drawn(host.open(page, DEEP))
    goto(page, "e1&from=-435485000000000000001&to=-435485000000000000000")
    rest(page)
    assert nonsense(page) == []
    assert ticks(page)
    goto(page, "e1&from=-9999999999999999999999&to=9999999999999999999999")
    rest(page)
    assert nonsense(page) == []


def test_the_overview_tells_ages(host: Host, page: Page) -> None:
    drawn(host.open(page, DEEP))
    scale = page.locator("[data-scale] span").all_text_contents()
    assert {"10 billion years ago", "today"} <= set(scale)
    grip = page.locator('[data-grip="earliest"]')
    assert re.fullmatch(r"1\d\.\d+ billion years ago", grip.get_attribute("aria-valuetext") or "")
    grip.focus()
    for key in ("ArrowRight", "ArrowRight", "End"):
        page.keyboard.press(key)
        page.wait_for_timeout(80)
        assert nonsense(page) == []
    rest(page)
    assert view(page)[0] < view(page)[1]


@pytest.mark.parametrize("story", [DEEP, "antiquity"])
def test_paper_tells_ages_and_cuts_nothing(host: Host, page: Page, write: Callable[[str], Path], story: str) -> None:
    to_paper(drawn(host.open(page, story if story == DEEP else write(story))))
    captions = page.locator(".tl-sheet figcaption").all_text_contents()
    assert any("billion years ago" in text if story == DEEP else "v. Chr." in text for text in captions), captions
    assert nonsense(page) == []
    assert page.evaluate(CUT) == []
    assert page.evaluate(COVERED) == []


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
def test_axe_finds_nothing_in_deep_time(host: Host, page: Page, axe: Axe, width: int, scheme: str) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    drawn(host.open(page, DEEP))
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
