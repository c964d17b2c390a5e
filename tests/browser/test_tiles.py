"""A story of thousands behaves like one of ten: on the Dash app over a store and on a folder of files."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser import tiled
from tests.browser.conftest import Axe, NewPage, Watch
from tests.browser.tiled import EVENTS, Tiled
from timeline.store import words

CARDS = "[data-cards] > [data-entry]"
STATE = "[data-state]"


@pytest.fixture(scope="session")
def _store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tiled.build(tmp_path_factory.mktemp("store") / "reports")


@pytest.fixture(scope="session")
def server_host(_store: Path) -> Iterator[Tiled]:
    yield from tiled.serve_app(_store)


@pytest.fixture(scope="session")
def site_folder(_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tiled.write_site(_store, tmp_path_factory.mktemp("site") / "out")


@pytest.fixture(scope="session")
def site_host(site_folder: Path) -> Iterator[Tiled]:
    yield from tiled.serve_site(site_folder)


@pytest.fixture(params=["app", "site"])
def host(request: pytest.FixtureRequest) -> Tiled:
    """Runs the test twice: on the app and on the files."""
    found: Tiled = request.getfixturevalue("server_host" if request.param == "app" else "site_host")
    return found


def number(text: str) -> int:
    """`+1,234 here` as 1234; empty as 0."""
    return int(found[0].replace(",", "")) if (found := re.search(r"\d[\d,]*", text)) else 0


def at_rest(page: Page) -> None:
    """Waits until all tiles of the view are there and drawn."""
    page.wait_for_timeout(50)
    page.locator("[data-chart]:not(.is-waiting, .is-moving)").wait_for()


def accounted(page: Page) -> dict[str, int]:
    """What the page says of the view: events hidden in it, earlier and later."""
    at_rest(page)
    hidden = [node.get_attribute("title") or "" for node in page.locator("[data-chart] .tl-more").all()]
    at = {side: page.locator(f"[data-edge='{side}']") for side in ("before", "after")}
    return {"hidden": sum(map(number, hidden)), **{side: number(one.inner_text() if one.is_visible() else "") for side, one in at.items()}}


def test_it_opens_with_its_first_view_and_its_first_cards(page: Page, host: Tiled) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    host.open(page)
    assert page.locator("h2#tl-entries").inner_text() == "Entries 1 to 40 of 2,000"
    assert page.locator(CARDS).count() == 40
    first = page.locator(CARDS).first
    assert (first.get_attribute("aria-posinset"), first.get_attribute("aria-setsize")) == ("1", f"{EVENTS}")
    assert not [address for address in asked if "/cards/" in address], "the first cards come with the page"
    page.locator(".tl-filters summary").click()
    assert page.locator(".tl-chip", has_text="politics").locator("[data-number]").inner_text() == "667"


def test_zoom_from_all_to_a_minute_and_back_shows_every_event_on_the_way(page: Page, host: Tiled) -> None:
    host.open(page)
    chart = page.locator("[data-chart]")
    page.locator("[data-do='go.all']").click()
    told = accounted(page)
    assert (told["before"], told["after"]) == (0, 0)
    assert told["hidden"] > EVENTS // 2
    for _ in range(25):
        chart.press("+")
        page.wait_for_timeout(20)
    told = accounted(page)
    assert told["hidden"] < 20
    assert EVENTS - 60 < told["hidden"] + told["before"] + told["after"] <= EVENTS
    for _ in range(27):
        chart.press("-")
        page.wait_for_timeout(20)
    told = accounted(page)
    assert (told["before"], told["after"]) == (0, 0)
    assert told["hidden"] > EVENTS // 2


def test_panning_brings_what_lies_there_and_lets_go_of_the_rest(page: Page, host: Tiled) -> None:
    host.open(page)
    chart = page.locator("[data-chart]")
    for _ in range(6):
        chart.press("+")
    at_rest(page)
    before = set(page.locator("[data-labels] .tl-text").all_inner_texts())
    for _ in range(3):
        page.locator("[data-do='go.later']").click()
    told = accounted(page)
    after = set(page.locator("[data-labels] .tl-text").all_inner_texts())
    assert after
    assert not before & after
    assert told["before"] > 0


def test_a_link_leads_to_a_card_far_away_and_to_its_mark(page: Page, host: Tiled) -> None:
    host.open(page, "#e1501&zone=Asia/Tokyo")
    card = page.locator("[data-entry='e1501']")
    card.wait_for()
    expect(card).to_have_attribute("aria-current", "true")
    expect(card).to_be_in_viewport()
    expect(page.locator("[data-labels] .tl-text.is-current")).to_contain_text("Report 15")
    assert "UTC+9" in (card.locator("[data-when]").first.inner_text())
    assert page.evaluate("location.hash").startswith("#e1501")
    assert page.locator(CARDS).count() <= 200


def test_a_link_that_leads_nowhere_says_so(page: Page, host: Tiled) -> None:
    host.open(page, "#e99999")
    expect(page.locator(STATE)).to_have_text("This entry is not in the story.")
    page.locator(CARDS).first.click()
    expect(page.locator(STATE)).to_have_text("")


def test_choosing_a_mark_brings_its_card_and_the_other_way_round(page: Page, host: Tiled) -> None:
    host.open(page)
    at_rest(page)
    label = page.locator("[data-labels] .tl-text").last
    event = label.get_attribute("data-of")
    box = label.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + 4, box["y"] + box["height"] / 2)
    part = page.locator(f"[data-cards] [data-event='{event}']")
    expect(part).to_have_attribute("aria-current", "true")
    expect(part).to_be_in_viewport()
    page.wait_for_timeout(300)  # the pages around it come
    near = part.locator("xpath=ancestor::li[@data-entry]/following-sibling::li[1]").get_attribute("data-entry")
    other = page.locator(f"[data-entry='{near}']")
    other.click()
    expect(other).to_have_attribute("aria-current", "true")
    at_rest(page)
    main = other.get_attribute("data-main")
    expect(page.locator(f"[data-labels] .tl-ring.is-current, [data-labels] [data-of='{main}'].is-current").first).to_be_attached()


def test_cards_come_as_one_scrolls_and_stay_where_they_are(page: Page, host: Tiled) -> None:
    host.open(page)
    scroll = page.locator("[data-scroll]")
    for _ in range(70):
        scroll.evaluate("node => node.scrollBy(0, 900)")
        page.wait_for_timeout(60)
    heading = page.locator("h2#tl-entries")
    expect(heading).not_to_contain_text("Entries 1 to")
    assert page.locator(CARDS).count() <= 200
    places = [int(card.get_attribute("aria-posinset") or 0) for card in page.locator(CARDS).all()]
    assert places == list(range(places[0], places[0] + len(places)))
    page.wait_for_timeout(300)
    jump = scroll.evaluate(
        """async node => {
          const seen = [...node.querySelectorAll('[data-entry]')].find(card => card.getBoundingClientRect().top > 300);
          const start = seen.getBoundingClientRect().top;
          for (let step = 0; step < 30; step += 1) {
            node.scrollBy(0, -200);
            await new Promise(resume => setTimeout(resume, 40));
          }
          const now = [...node.querySelectorAll('[data-entry]')].includes(seen) ? seen.getBoundingClientRect().top : null;
          return now === null ? null : now - start;
        }"""
    )
    assert jump is None or abs(jump - 6000) < 4, "a page that came above moved what was read"
    gaps = page.locator(f"{CARDS} [data-gap]").all_inner_texts()
    assert sum(bool(text) for text in gaps) > len(gaps) / 2


def test_cards_by_keyboard_to_both_ends(page: Page, host: Tiled) -> None:
    host.open(page)
    page.locator(CARDS).first.focus()
    for _ in range(45):
        page.keyboard.press("ArrowDown")
        page.wait_for_timeout(15)
    page.wait_for_timeout(200)
    focused = page.locator(f"{CARDS}:focus")
    assert int(focused.get_attribute("aria-posinset") or 0) > 40
    page.keyboard.press("End")
    expect(page.locator(f"{CARDS}:focus")).to_have_attribute("aria-posinset", f"{EVENTS}")
    page.keyboard.press("Home")
    expect(page.locator(f"{CARDS}:focus")).to_have_attribute("aria-posinset", "1")
    expect(page.locator("h2#tl-entries")).to_contain_text("Entries 1 to")


def test_the_cards_of_the_view(page: Page, host: Tiled) -> None:
    host.open(page, "#from=2017-03-01T00:00Z&to=2017-03-20T00:00Z")
    at_rest(page)
    page.locator("[data-here]").click()
    focused = page.locator(f"{CARDS}:focus")
    focused.wait_for()
    assert "March 2017" in focused.locator("[data-when]").first.inner_text()


def test_arrows_walk_beyond_what_is_loaded(page: Page, host: Tiled) -> None:
    host.open(page, "#from=2016-03-01T00:00Z&to=2016-03-10T00:00Z")
    at_rest(page)
    chart = page.locator("[data-chart]")
    chart.focus()
    seen: list[str] = []
    for _ in range(30):
        page.keyboard.press("ArrowRight")
        page.wait_for_timeout(120)
        seen.append(page.locator("[data-caption] b").inner_text())
    assert len(set(seen)) > 25
    chart.press("End")
    expect(page.locator("[data-edge='after']")).not_to_be_visible()
    chart.press("Home")
    expect(page.locator("[data-edge='before']")).not_to_be_visible()


def test_zone_and_language_reach_cards_that_come_later(page: Page, host: Tiled) -> None:
    host.open(page)
    page.locator("[data-zone]").select_option("America/New_York")
    page.locator("[data-language]").select_option("de")
    expect(page.locator("h2#tl-entries")).to_have_text("Einträge 1 bis 40 von 2.000")
    page.locator(CARDS).first.focus()
    page.keyboard.press("End")
    last = page.locator(f"{CARDS}:focus")
    expect(last).to_have_attribute("aria-posinset", f"{EVENTS}")
    assert re.search(r"Uhr \(UTC-[45]\)|UTC−[45]", last.locator("[data-when]").first.inner_text())
    assert last.locator("[data-status]").first.inner_text() in ("geschehen", "geplant")
    assert last.locator("[data-copy]").inner_text() == "Link kopieren"


def test_finding_looks_through_the_whole_story(page: Page, host: Tiled) -> None:
    host.open(page)
    page.locator("[data-query]").fill("zeppelin")
    matching = sum(number % 60 == 7 for number in range(EVENTS))
    expect(page.locator("[data-found-text]")).to_have_text(f"{matching} of 2,000 entries")
    expect(page.locator("h2#tl-entries")).to_have_text(f"Entries 1 to {matching} of {matching} found")
    assert page.locator(CARDS).count() == matching
    at_rest(page)
    expect(page.locator("[data-labels] .tl-text.is-faint").first).to_be_attached()
    expect(page).to_have_url(re.compile("q=zeppelin"))
    page.locator(".tl-filters summary").click()
    page.locator(".tl-chip", has_text="sport").click()
    expect(page.locator("[data-found-text]")).to_have_text(re.compile(r"^No entry matches|^\d+ of 2,000 entries$"))
    page.locator("[data-all]").click()
    expect(page.locator("h2#tl-entries")).to_contain_text("of 2,000")
    expect(page.locator(".tl-chip", has_text="sport").locator("[data-number]")).to_have_text("666")
    expect(page.locator("[data-labels] .tl-text.is-faint")).to_have_count(0)


@pytest.fixture(scope="session")
def long_host(_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tiled]:
    """Files of a story that is too long to be searched in the page."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(words, "MOST", 1_000)
        folder = tiled.write_site(_store, tmp_path_factory.mktemp("long") / "out")
    yield from tiled.serve_site(folder)


def test_finding_in_very_many_files_looks_through_what_is_here_and_says_so(page: Page, long_host: Tiled) -> None:
    long_host.open(page)
    page.locator("[data-query]").fill("zeppelin")
    expect(page.locator("[data-found-text]")).to_contain_text("of the 40 entries that are loaded. This host cannot search the others.")
    page.locator("[data-all]").click()
    assert page.locator(f"{CARDS}:visible").count() == 40


def test_a_mark_that_no_filter_lets_through_brings_its_card_beside_them(page: Page, host: Tiled) -> None:
    host.open(page, "#q=zeppelin")
    expect(page.locator("[data-found-text]")).to_contain_text("entries")
    at_rest(page)
    label = page.locator("[data-labels] .tl-text.is-faint").first
    event, box = label.get_attribute("data-of"), label.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + 4, box["y"] + box["height"] / 2)
    expect(page.locator(f"{CARDS}.is-aside [data-event='{event}']")).to_have_attribute("aria-current", "true")


def test_paper_has_the_view_and_the_cards_that_are_here(page: Page, host: Tiled) -> None:
    host.open(page, "#from=2011-03-01T00:00Z&to=2011-06-01T00:00Z")
    at_rest(page)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    rows = page.locator(".tl-sheet-row")
    assert 5 < rows.count() < 200
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.locator(".tl-sheets")).to_have_count(0)


def test_the_story_mode_goes_through_what_the_view_shows(page: Page, host: Tiled) -> None:
    host.open(page, "#from=2012-03-01T00:00Z&to=2012-06-01T00:00Z")
    at_rest(page)
    page.locator("[data-play='start']").click()
    expect(page.locator("[data-play-at]")).to_have_text(re.compile(r"^1 of \d\d$"))
    card = page.locator(f"{CARDS}[aria-current]")
    card.wait_for()
    first = card.get_attribute("data-entry")
    for step in range(2, 6):
        page.keyboard.press("PageDown")
        expect(page.locator("[data-play-at]")).to_have_text(re.compile(rf"^{step} of \d\d$"))
    page.wait_for_timeout(200)
    expect(page.locator(f"{CARDS}[aria-current]")).to_be_visible()
    assert page.locator(f"{CARDS}[aria-current]").get_attribute("data-entry") != first
    page.keyboard.press("Escape")
    expect(page.locator("[data-play-bar]")).not_to_be_visible()


def test_a_slow_host_is_told_of_and_the_page_stays_usable(page: Page, host: Tiled) -> None:
    host.open(page)
    page.evaluate("""() => {
      const ask = window.fetch;
      window.fetch = async (...what) => { await new Promise(resume => setTimeout(resume, 3200)); return ask(...what); };
    }""")
    for _ in range(9):
        page.locator("[data-chart]").press("+")
    expect(page.locator(STATE)).to_have_text("Still loading. What is here can be used.")
    page.locator(CARDS).nth(2).click()
    expect(page.locator(CARDS).nth(2)).to_have_attribute("aria-current", "true")
    expect(page.locator(STATE)).to_have_text("", timeout=20_000)


def test_a_host_that_fails_is_told_of_and_asked_again(page: Page, host: Tiled, watch: Watch) -> None:
    host.open(page)
    labels = page.locator("[data-labels] .tl-text").count()
    page.evaluate("() => { window.asked = window.fetch; window.fetch = async () => { throw new TypeError('no network'); }; }")
    page.locator("[data-do='zoom.in']").click()
    page.locator("[data-do='zoom.in']").click()
    page.locator("[data-do='zoom.in']").click()
    expect(page.locator(STATE)).to_have_text("Part of the story could not be loaded.", timeout=15_000)
    assert labels
    assert page.locator("[data-chart]").is_visible()
    page.evaluate("() => { window.fetch = window.asked; }")
    page.locator("[data-retry]").click()
    expect(page.locator(STATE)).to_have_text("")
    at_rest(page)
    assert page.locator("[data-labels] .tl-text").count() > 0


def test_another_version_is_told_of_with_a_way_to_load_it(page: Page, host: Tiled) -> None:
    host.open(page)
    page.evaluate("() => { window.fetch = async () => new Response('{}', { status: 404 }); }")
    for _ in range(4):
        page.locator("[data-chart]").press("+")
    expect(page.locator(STATE)).to_have_text("The story has changed since this page was loaded.")
    page.locator("[data-reload]").click()
    page.locator("[data-labels] .tl-text").first.wait_for()
    expect(page.locator(STATE)).to_have_text("")


def test_opened_as_a_file_it_has_its_first_view(page: Page, site_folder: Path) -> None:
    page.goto((site_folder / "index.html").as_uri())
    page.locator("[data-labels] .tl-text").first.wait_for()
    assert page.locator(CARDS).count() == 40
    expect(page.locator(STATE)).to_contain_text("Opened as a file")


@pytest.mark.parametrize("look", [{}, {"color_scheme": "dark", "viewport": {"width": 390, "height": 844}}], ids=["light", "dark phone"])
def test_nobody_is_left_out(new_page: NewPage, host: Tiled, axe: Axe, look: dict[str, Any]) -> None:
    page = host.open(new_page(**look))
    assert axe(page) == []


@pytest.mark.page(viewport={"width": 390, "height": 844}, has_touch=True)
def test_on_a_phone_the_page_scrolls_and_what_lies_below_can_be_reached(page: Page, host: Tiled) -> None:
    page.goto(host.address)
    page.locator("[data-cards] > [data-entry]").first.wait_for()
    for _ in range(120):
        page.evaluate("scrollBy(0, 900)")
        page.wait_for_timeout(25)
    assert page.locator(CARDS).count() == 200
    expect(page.locator("[data-more='after']")).to_be_attached()
    page.locator(".tl-legend").scroll_into_view_if_needed()
    expect(page.locator(".tl-legend")).to_be_in_viewport()
    page.locator("[data-more='after']").click()
    expect(page.locator("h2#tl-entries")).to_have_text("Entries 41 to 240 of 2,000")


@pytest.mark.parametrize("files", ["site_host", "long_host"])
def test_files_count_a_lane_everywhere(page: Page, files: str, request: pytest.FixtureRequest) -> None:
    request.getfixturevalue(files).open(page)
    page.locator("[data-do='go.all']").click()
    page.locator(".tl-filters summary").click()
    page.locator(".tl-chip", has_text="sport").click()
    at_rest(page)
    titles = [node.get_attribute("title") or "" for node in page.locator("[data-chart] .tl-more").all()]
    matching = [re.match(r"([\d,]+) of ([\d,]+) hidden here match", title) for title in titles]
    assert all(matching)
    assert EVENTS // 4 < sum(number(found[1]) for found in matching if found) < EVENTS // 3 + 1
