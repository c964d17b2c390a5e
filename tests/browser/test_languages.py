"""The reader's language: changed without a server, everywhere, and back; and a script from right to left with longer words."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

import timeline.draw.words as table
from tests.browser.conftest import Axe, Export, Host, find
from tests.browser.test_chart import drawn
from tests.browser.test_timeline import SAMPLE, overlaps
from timeline import export_html, load

SAID = """() => {
  const root = document.querySelector('[data-timeline]');
  const texts = [], walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const node = walk.currentNode, text = node.textContent.trim().replace(/\\s+/g, ' ');
    if (text && !node.parentElement.closest('script, [data-live], datalist')) texts.push(text);
  }
  const names = ['aria-label', 'title', 'placeholder', 'aria-roledescription'];
  const said = [...root.querySelectorAll('*')].flatMap(node => names.map(name => node.getAttribute(name)).filter(Boolean));
  return [texts, said] }"""
COVERS = """() => {
  const shown = [...document.querySelectorAll(
    '.tl-head > *, .tl-facts > *, .tl-controls > *, .tl-controls button, .app-bar > *')]
    .filter(node => node.checkVisibility({ visibilityProperty: true })
      && getComputedStyle(node).clipPath === 'none' && node.getBoundingClientRect().width > 1);
  const over = (p, q) => p.left < q.right - 1 && q.left < p.right - 1 && p.top < q.bottom - 1 && q.top < p.bottom - 1;
  return shown.flatMap((a, i) => shown.slice(i + 1).filter(b => !a.contains(b) && !b.contains(a)
    && over(a.getBoundingClientRect(), b.getBoundingClientRect())).map(b => `${a.className} / ${b.className}`)) }"""
CUT = """() => [...document.querySelectorAll('.tl-head *, .tl-legend *, .tl-card *, .tl-controls *, .app-bar *')].filter(node =>
  node.checkVisibility() && node.clientWidth > 1 && getComputedStyle(node).clipPath === 'none'
  && !node.closest('select, svg')
  && node.scrollWidth > node.clientWidth + 1 && getComputedStyle(node).overflowX !== 'visible')
  .map(node => node.className || node.tagName)"""


def speak(page: Page, language: str) -> None:
    """Another language by the page's own control."""
    page.locator("[data-language]").select_option(language)
    page.wait_for_timeout(150)


def test_every_word_of_the_page_is_said_in_the_other_language_without_a_request(
    host: Host, page: Page, new_page: Any, tmp_path: Any
) -> None:
    drawn(host.open(page, SAMPLE))
    german = page.evaluate(SAID)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    speak(page, "en")
    english = page.evaluate(SAID)
    assert page.evaluate("[document.documentElement.lang, document.querySelector('[data-timeline]').lang]") == ["en", "en"]
    file = tmp_path / "english.html"
    file.write_text(export_html(load(find(SAMPLE)), language="en"), "utf-8")
    made = new_page()
    made.goto(file.as_uri())
    assert english == drawn(made).evaluate(SAID)
    assert english != german
    speak(page, "de")
    assert page.evaluate(SAID) == german
    assert not asked


def test_a_chosen_language_stands_in_the_address(host: Host, page: Page, new_page: Any) -> None:
    drawn(host.open(page, SAMPLE))
    assert "#" not in page.url
    page.locator("[data-language]").select_option("en")
    page.wait_for_function("() => location.hash.includes('language=en')")
    handed = new_page()
    handed.goto(page.url)
    expect(drawn(handed).locator("[data-language]")).to_have_value("en")
    assert handed.locator("html").get_attribute("lang") == "en"
    expect(handed.locator("[data-share-open]")).to_have_text("Share")
    assert handed.evaluate(SAID) == page.evaluate(SAID)
    page.locator("[data-language]").select_option("de")
    page.wait_for_function("() => !location.hash.includes('language')")


@pytest.mark.parametrize("unknown", ["xx", "", "<b>", "constructor"])
def test_a_language_nobody_knows_leaves_the_page_as_it_is(host: Host, page: Page, unknown: str) -> None:
    address = host.open(page, SAMPLE).url
    page.goto("about:blank")
    page.goto(f"{address}#language={unknown}")
    expect(drawn(page).locator("[data-language]")).to_have_value("de")
    expect(page.locator("[data-share-open]")).to_have_text("Teilen")


def test_texts_of_the_story_keep_their_language(host: Host, page: Page) -> None:
    drawn(host.open(page, SAMPLE))
    speak(page, "en")
    assert page.locator("h1").get_attribute("lang") == "de"
    assert set(page.locator("[data-entry] h3").evaluate_all("nodes => nodes.map(node => node.lang)")) == {"de"}
    expect(page.locator("ol[data-cards]")).to_contain_text("Thursday, 28 February 2019, 13:25 (UTC+7)")


def test_a_changed_zone_is_told_in_the_changed_language(host: Host, page: Page) -> None:
    drawn(host.open(page, SAMPLE))
    speak(page, "en")
    page.locator("[data-zone]").select_option("Asia/Pyongyang")
    expect(page.locator("ol[data-cards]")).to_contain_text("15:25 (UTC+9)")
    expect(page.locator("[data-live]")).to_have_text("Times are now in Pyongyang (UTC+9).")


def test_the_bar_of_the_app_follows(request: pytest.FixtureRequest, page: Page) -> None:
    app: Host = request.getfixturevalue("_app")
    drawn(app.open(page, SAMPLE))
    speak(page, "en")
    expect(page.locator("[data-open]")).to_have_text("Open your own ticker")
    expect(page.locator("[data-own] h2")).to_have_text("Open your own ticker")


@pytest.fixture
def pseudo(monkeypatch: pytest.MonkeyPatch) -> str:
    """A language from right to left whose every word is two fifths longer; its dates are Arabic."""
    monkeypatch.setattr(table, "LANGUAGE_NAMES", names := {**table.LANGUAGE_NAMES, "ar": "‏العربية‏"})
    monkeypatch.setattr(table, "LANGUAGES", tuple(names))
    monkeypatch.setattr("timeline.draw.speech.LANGUAGES", tuple(names))
    monkeypatch.setattr("timeline.draw.page.LANGUAGE_NAMES", names)
    longer = {code: {**texts, "ar": f"[{texts['en']}{' لغة' * (len(texts['en']) // 10 + 1)}]"} for code, texts in table.WORDS.items()}
    for code in longer:
        if code.startswith(("date.", "when.", "part.", "season.")):
            longer[code]["ar"] = table.WORDS[code]["en"]
    monkeypatch.setattr(table, "WORDS", longer)
    return "ar"


@pytest.mark.parametrize("size", [(320, 640), (390, 844), (844, 390), (768, 1024), (1280, 800), (1920, 1080)])
def test_from_right_to_left_nothing_overlaps_or_is_cut(page: Page, axe: Axe, tmp_path: Any, pseudo: str, size: tuple[int, int]) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    drawn(Export(tmp_path).open(page, SAMPLE))
    speak(page, pseudo)
    assert page.evaluate("[document.querySelector('[data-timeline]').dir, getComputedStyle(document.querySelector('h2')).direction]") == [
        "rtl",
        "rtl",
    ]
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
    assert page.evaluate(COVERS) == []
    assert page.evaluate(CUT) == []
    assert not overlaps(page)
    places: list[float] = page.locator("[data-plot] .xtick").evaluate_all("nodes => nodes.map(node => node.getBoundingClientRect().x)")
    assert places == sorted(places)
    assert axe(page) == []


def test_a_page_made_from_right_to_left_says_so_without_scripts(pseudo: str) -> None:
    assert 'lang="ar" dir="rtl"' in export_html(load(find(SAMPLE)), language=pseudo)
