"""What a page says of a story of thousands as it does of one of ten: notes on its source, key events, paper; on the app and on files."""

import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser import tiled
from tests.browser.conftest import Axe
from tests.browser.test_tiles import CARDS, at_rest
from tests.browser.tiled import EVENTS, NOTES, Tiled
from timeline.store.notes import EACH

HELD = "() => { window.print = () => dispatchEvent(new Event('beforeprint')); }"
"""Printing stays where it begins: a test looks at what is to be printed, and ends it itself."""


@pytest.fixture(scope="session")
def _noted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tiled.build(tmp_path_factory.mktemp("noted") / "reports", tiled.noted_story())


@pytest.fixture(scope="session", params=tiled.HOSTS)
def host(request: pytest.FixtureRequest, _noted: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tiled]:
    """Runs the test twice: on the app and on the files."""
    yield from tiled.serve(request.param, _noted, tmp_path_factory.mktemp("noted-site"))


def print_view(page: Page) -> str:
    """Prints as the button does, and gives the line that says what is there."""
    page.evaluate(HELD)
    page.locator("[data-print]").click()
    line = page.locator(".tl-left-out")
    line.wait_for()
    return line.inner_text()


def test_notes_on_the_source_say_how_many_more_there_are(page: Page, host: Tiled, axe: Axe) -> None:
    host.open(page)
    button = page.locator(".tl-fact[popovertarget]")
    expect(button).to_have_text(f"1 assumption · {NOTES + 1:,} notes on the source")
    button.click()
    notes = page.locator("#tl-notes")
    expect(notes).to_be_visible()
    assert notes.locator("[data-severity='error']:not(.tl-rest)").count() == EACH
    expect(notes.locator(".tl-rest")).to_have_text(f"and {NOTES - EACH:,} more of this kind")
    expect(notes.locator("li", has_text="<b>{row} 7</b>")).to_have_count(1)
    assert axe(page) == []
    notes.locator(".tl-shut").click()
    page.locator("[data-language]").select_option("de")
    expect(button).to_have_text(f"1 Annahme · {NOTES + 1:,} Hinweise zur Quelle".replace(",", "."))
    expect(notes.locator(".tl-rest")).to_have_text(f"und {NOTES - EACH:,} weitere dieser Art".replace(",", "."))
    expect(notes.locator("li", has_text="<b>{row} 7</b>")).to_have_count(1)


def test_key_events_are_listed_and_lead_to_cards_that_are_not_here(page: Page, host: Tiled) -> None:
    host.open(page)
    keys = page.locator("[data-keys]")
    expect(keys.locator("summary")).to_have_text(f"Key events 24 of {EVENTS // 50}")
    keys.locator("summary").click()
    links = keys.locator("a")
    assert links.count() == 24
    years = [int(found[0]) for text in keys.locator("[data-when]").all_inner_texts() if (found := re.search(r"20\d\d", text))]
    assert len(years) == 24
    assert years == sorted(years)
    page.locator("[data-zone]").select_option("Asia/Pyongyang")
    expect(keys.locator("[data-when]").last).to_contain_text("UTC+")
    main, text = links.last.get_attribute("data-go"), links.last.inner_text()
    links.last.click()
    card = page.locator(f"{CARDS}[data-main='{main}']")
    expect(card).to_have_attribute("aria-current", "true")
    expect(card).to_be_in_viewport()
    expect(card).to_be_focused()
    expect(card.locator("h3")).to_contain_text(text)


def test_all_key_events_are_a_filter(page: Page, host: Tiled) -> None:
    host.open(page)
    page.locator("[data-keys] summary").click()
    button = page.locator("[data-keys-all]")
    expect(button).to_have_text(f"All {EVENTS // 50} key events")
    button.click()
    expect(page.locator("[data-found-text]")).to_have_text(f"{EVENTS // 50} of 2,000 entries")
    assert page.locator(CARDS).count() == EVENTS // 50


def test_paper_has_the_cards_of_the_view_numbered_like_its_line(page: Page, host: Tiled) -> None:
    host.open(page, "#from=2011-03-01T00:00Z&to=2011-05-01T00:00Z")
    at_rest(page)
    assert page.locator(CARDS).first.get_attribute("aria-posinset") == "1"
    before = page.locator(CARDS).evaluate_all("nodes => nodes.map(node => node.id)")
    line = print_view(page)
    printed = page.locator(CARDS)
    assert printed.count() > 10, line
    assert line == f"Printed entries of this view: {printed.count()}."
    page.emulate_media(media="print")
    expect(page.locator(".tl-left-out")).to_be_visible()
    expect(page.locator("h2#tl-entries")).to_have_text(f"Entries {printed.count()} of 2,000")
    numbers = page.locator(".tl-sheet-label > b").all_inner_texts()
    assert numbers
    assert all(numbers), "each mark of the line has a card"
    assert len(set(numbers)) == len(numbers)
    dates = page.locator(f"{CARDS} .tl-when [data-when]").all_inner_texts()
    assert all("2011" in date for date in dates)
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.locator(".tl-left-out")).to_have_count(0)
    assert page.locator(CARDS).evaluate_all("nodes => nodes.map(node => node.id)") == before
    page.emulate_media(media="screen")
    expect(page.locator("h2#tl-entries")).to_have_text("Entries 1 to 40 of 2,000")


def test_paper_of_all_says_what_it_leaves_out(page: Page, host: Tiled) -> None:
    host.open(page)
    page.locator("[data-do='go.all']").click()
    at_rest(page)
    line = print_view(page)
    count = page.locator(CARDS).count()
    assert 20 < count <= 200, line
    left = re.fullmatch(rf"Printed entries of this view: {count}\. Events of this view that are not printed: ([\d,]+)\. .*", line)
    assert left, line
    assert int(left[1].replace(",", "")) == EVENTS - count
    places = page.locator(f"{CARDS}").evaluate_all("nodes => nodes.map(node => Number(node.id.slice(1)))")
    assert len(places) == len(set(places))


def test_paper_that_nobody_waited_for_says_what_was_not_loaded(page: Page, host: Tiled) -> None:
    host.open(page, "#from=2018-03-01T00:00Z&to=2018-05-01T00:00Z")
    at_rest(page)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    line = page.locator(".tl-left-out")
    expect(line).to_contain_text("Not here, since they were not loaded:")
    expect(line).to_contain_text("The button “Print this view” fetches them first.")
    assert page.locator(CARDS).count() == 0
    assert page.locator(".tl-sheet-row").count() > 10
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator(CARDS).count() == 40


def test_a_printed_file_has_the_cards_that_were_fetched(page: Page, host: Tiled) -> None:
    host.open(page, "#from=2018-03-01T00:00Z&to=2018-05-01T00:00Z")
    at_rest(page)
    without = len(page.pdf(format="A4"))
    print_view(page)
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert len(page.pdf(format="A4")) > without + 1_000
    expect(page.locator(".tl-left-out")).to_have_count(0)
    assert page.locator(CARDS).count() == 40


def test_paper_of_a_search_has_what_matches(page: Page, host: Tiled) -> None:
    host.open(page, "#q=zeppelin&from=2011-01-01T00:00Z&to=2012-01-01T00:00Z")
    expect(page.locator("[data-found-text]")).to_contain_text("of 2,000 entries")
    at_rest(page)
    line = print_view(page)
    texts = page.locator(CARDS).all_inner_texts()
    assert line == f"Printed entries of this view: {len(texts)}."
    assert texts
    assert all("zeppelin" in text for text in texts)
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.locator(CARDS)).to_have_count(sum(number % 60 == 7 for number in range(EVENTS)))


def slowly(route: Route) -> None:
    time.sleep(0.3)
    route.continue_()


def test_paper_waits_for_a_search_that_is_under_way(page: Page, host: Tiled) -> None:
    host.open(page, "#from=2011-01-01T00:00Z&to=2012-01-01T00:00Z")
    at_rest(page)
    for part in ("find", "found", "cards", "words"):
        page.route(f"**/{part}/**", slowly)
    page.locator("[data-query]").fill("zeppelin")
    line = print_view(page)
    texts = page.locator(CARDS).all_inner_texts()
    assert line == f"Printed entries of this view: {len(texts)}."
    assert texts
    assert all("zeppelin" in text for text in texts)


@pytest.mark.page(viewport={"width": 390, "height": 844}, has_touch=True)
def test_on_a_phone_its_button_is_there(page: Page, host: Tiled) -> None:
    host.open(page)
    expect(page.locator("[data-print]")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
