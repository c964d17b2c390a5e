"""What leads from one place of a story in tiles to another one: ties, links between cards, addresses, and what was found."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser import tiled
from tests.browser.tiled import Tiled
from timeline.clock import DAY, MINUTE
from timeline.model import Entry, Event, Media, Moment, Story

COUNT, APART, FIRST = 1_000, 300, 1_262_304_000_000
"""Entries half a day apart from 2010 on; every tenth of the first `APART` was a plan, which the one so many later took the place of."""
CARDS = "[data-cards] > [data-entry]"
TIED = 50  # one of those plans
NOWHERE = (110, 490, 870)
"""Entries whose event nothing bounds."""
PICTURE = 455


def at(number: int) -> int:
    """When an event began."""
    return FIRST + number * DAY // 2


def story() -> Story:
    """A thousand entries with an event each."""
    plans = {number + APART: number for number in range(0, APART, 10) if number not in NOWHERE and number + APART not in NOWHERE}
    events = []
    for number in range(COUNT):
        first, last = (None, None) if number in NOWHERE else (at(number), at(number) + MINUTE)
        plan = plans.get(number)
        events.append(
            Event(
                f"n{number}", f"e{number}", f"Report {number}", Moment(first, last, precision="minute", zone="UTC"),
                status="superseded" if number in plans.values() else "cancelled" if number in NOWHERE else "happened",
                lane="sport" if number % 3 else "weather", replaces=None if plan is None else f"n{plan}",
                importance=1.0 if number in (TIED, TIED + APART) else 0.2,
            )
        )  # fmt: skip
    picture = (Media("image", "http://pictures.example/train.jpg", alt="A train"),)
    entries = [
        Entry(
            f"e{number}",
            f"Report {number}",
            f"{'A zeppelin. ' * (number % 4 == 1)}{'Words. ' * 30}",
            number + 1,
            media=picture * (number == PICTURE),
        )
        for number in range(COUNT)
    ]
    return Story("Plans", "en", "UTC", tuple(entries), tuple(events), lanes=("sport", "weather"))


@pytest.fixture(scope="session")
def linked_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tiled.build(tmp_path_factory.mktemp("store") / "plans", story(), crowd=600)


@pytest.fixture(scope="session", params=tiled.HOSTS)
def linked(request: pytest.FixtureRequest, linked_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tiled]:
    """Runs the test twice: on the app and on the files."""
    yield from tiled.serve(request.param, linked_store, tmp_path_factory.mktemp("site"))


def day(number: float) -> str:
    """The day of an event, as an address has it."""
    from timeline.clock import format_date

    return f"{format_date(int(at(0) + number * DAY // 2) // DAY)}T00:00Z"


def at_rest(page: Page) -> None:
    """Waits until all tiles of the view are there and drawn."""
    page.wait_for_timeout(50)
    page.locator("[data-chart]:not(.is-waiting, .is-moving)").wait_for()


def ties(page: Page) -> list[tuple[float, float]]:
    """Left and right of each line that Plotly drew between a plan and what replaced it."""
    at_rest(page)
    return [
        (float(left), float(right))
        for left, right in page.evaluate(
            """() => [...document.querySelectorAll("[data-chart] .tracetie path.js-line")]
              .flatMap(node => node.getAttribute("d").match(/M[^M]+/g) ?? [])
              .map(one => one.match(/-?[\\d.]+/g).map(Number)).map(all => [all[0], all[2] ?? all[0]])"""
        )
    ]


def test_a_plan_is_tied_to_what_replaced_it_in_another_tile(page: Page, linked: Tiled) -> None:
    linked.open(page, f"#from={day(TIED - 20)}&to={day(TIED + APART + 20)}")
    page.locator("[data-labels] .tl-text", has_text=f"Report {TIED}").first.wait_for()
    drawn = ties(page)
    box = page.locator("[data-chart]").bounding_box()
    assert box
    step = box["width"] / (APART + 40)
    [(plan, successor)] = [pair for pair in drawn if abs(pair[0] - 20 * step) < 3]
    assert successor - plan == pytest.approx(APART * step, abs=6)
    assert len(drawn) == len(set(drawn)), "an event that two tiles hold is tied once"


def test_no_line_where_what_replaced_a_plan_is_elsewhere(page: Page, linked: Tiled) -> None:
    linked.open(page, f"#from={day(TIED - 4)}&to={day(TIED + 4)}")
    page.locator("[data-labels] .tl-text", has_text=f"Report {TIED}").first.wait_for()
    assert ties(page) == []


@pytest.mark.parametrize("by", ["mouse", "keyboard"])
def test_a_link_leads_from_a_plan_to_what_replaced_it_pages_away_and_back(page: Page, linked: Tiled, by: str) -> None:
    linked.open(page, f"#e{TIED}")
    plan, outcome = (page.locator(f"[data-entry='e{number}']") for number in (TIED, TIED + APART))
    expect(plan).to_have_attribute("aria-current", "true")
    for here, there in ((plan, outcome), (outcome, plan)):
        expect(there).to_have_count(0)
        link = here.locator("[data-go]")
        if by == "mouse":
            link.click()
        else:
            link.focus()
            page.keyboard.press("Enter")
        expect(there).to_have_attribute("aria-current", "true")
        expect(there).to_be_in_viewport()
        expect(page.locator("[data-labels] .tl-text.is-current")).to_contain_text("Report")
        expect(there).to_be_focused()


def test_after_a_search_the_result_is_in_sight(page: Page, linked: Tiled) -> None:
    linked.open(page)
    scroll, found = page.locator("[data-scroll]"), page.locator("[data-found-text]")
    for _ in range(12):
        scroll.evaluate("node => node.scrollBy(0, 900)")
        page.wait_for_timeout(60)
    expect(found).not_to_be_in_viewport()
    page.locator("[data-query]").evaluate(
        "node => { node.value = 'zeppelin'; node.dispatchEvent(new Event('input', { bubbles: true })); }"  # as one types without a look
    )
    expect(found).to_contain_text("entries")
    expect(found).to_be_in_viewport()
    expect(page.locator(f"{CARDS}:visible").first).to_be_in_viewport()


@pytest.mark.parametrize("linked", ["app", "site"], indirect=True)
def test_pictures_over_http_are_links_where_the_page_must_not_ask_for_them(
    page: Page, linked: Tiled, request: pytest.FixtureRequest
) -> None:
    linked.open(page, f"#e{PICTURE}")
    card = page.locator(f"[data-entry='e{PICTURE}']")
    expect(card).to_have_attribute("aria-current", "true")
    expect(card.locator("a[href^='http://pictures.example']").first).to_be_attached()
    expect(card.locator("[data-load]")).to_have_count(0 if linked.name == "app" else 1)


def test_a_card_whose_event_has_no_mark_passes_the_filters(page: Page, linked: Tiled) -> None:
    linked.open(page)
    page.locator(".tl-filters summary").click()
    chip = page.locator(".tl-chip", has_text="cancelled")
    expect(chip.locator("[data-number]")).to_have_text(str(len(NOWHERE)))
    chip.click()
    expect(page.locator("[data-found-text]")).to_have_text(f"{len(NOWHERE)} of 1,000 entries")
    expect(page.locator(CARDS)).to_have_count(len(NOWHERE))
    assert [card.get_attribute("data-entry") for card in page.locator(CARDS).all()] == [f"e{number}" for number in NOWHERE]


def test_choosing_a_mark_far_from_the_cards_is_one_step_of_the_history(page: Page, linked: Tiled) -> None:
    linked.open(page)
    at_rest(page)
    steps = page.evaluate("history.length")
    label = page.locator("[data-labels] .tl-text").last
    event, box = label.get_attribute("data-of"), label.bounding_box()
    assert box
    page.mouse.click(box["x"] + 4, box["y"] + box["height"] / 2)
    expect(page.locator(f"[data-cards] [data-event='{event}']")).to_have_attribute("aria-current", "true")
    page.wait_for_timeout(500)
    assert page.evaluate("history.length") == steps + 1
    page.go_back()
    expect(page.locator(f"{CARDS}[aria-current]")).to_have_count(0)
