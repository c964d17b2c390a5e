"""What a reader sees stands in the address: event, window, zone, mode. Back and forward bring it back, and nothing in it does harm."""

from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Host, NewPage
from tests.browser.test_chart import drawn
from tests.browser.test_timeline import FOLD, SAMPLE, ticks

ENGLISH = "hanoi-summit-2019.en.md"
READERS = [("America/New_York", "en-US"), ("Asia/Kolkata", "en-IN"), ("Pacific/Apia", "de-DE")]
SETTLED = 450  # milliseconds after which the address is written


def fragment(page: Page) -> str:
    """What stands behind the # of the address."""
    return urlsplit(page.url).fragment


def goto(page: Page, text: str) -> Page:
    """Loads the page that is open anew, with another fragment."""
    address = page.url.split("#")[0]
    page.goto("about:blank")
    page.goto(f"{address}#{text}")
    return drawn(page)


def told(page: Page, pattern: str) -> None:
    """Waits until the address tells it."""
    page.wait_for_function("pattern => new RegExp(pattern).test(location.hash.slice(1))", arg=pattern)


def current(page: Page) -> str | None:
    card = page.locator("[data-entry][aria-current]")
    return card.get_attribute("id") if card.count() else None


def test_a_chosen_event_is_a_step_that_back_takes_back(host: Host, page: Page) -> None:
    drawn(host.open(page, SAMPLE))
    for card in ("e4", "e2"):
        page.locator(f"#{card} h3").click()
        told(page, f"^{card}")
    page.go_back()
    expect(page.locator("#e4")).to_have_attribute("aria-current", "true")
    page.go_back()
    expect(page.locator("[data-entry][aria-current]")).to_have_count(0)
    assert fragment(page) == ""
    page.go_forward()
    page.go_forward()
    expect(page.locator("#e2")).to_have_attribute("aria-current", "true")
    expect(page.locator("#e2")).to_be_in_viewport()


STEPS = """async () => {
  const click = (selector) => document.querySelector(selector).click();
  const after = (milliseconds) => new Promise(done => setTimeout(done, milliseconds));
  for (const step of [() => click("#e8 h3"), () => click('[data-play="start"]')]) {
    click('[data-do="zoom.in"]');
    await after(150);
    step();
    await after(1000);
  }
}"""


def test_a_step_right_after_a_change_of_the_view_keeps_that_change(host: Host, page: Page) -> None:
    drawn(host.open(page, ENGLISH))
    page.locator("#e11 h3").click()
    told(page, "^e11$")
    before = page.evaluate("history.length")
    page.evaluate(STEPS)
    assert page.evaluate("history.length") == before + 2
    page.go_back()
    told(page, "^e8&from=[^&]*&to=[^&]*$")
    page.go_back()
    told(page, "^e11&from=[^&]*&to=[^&]*$")
    page.wait_for_timeout(SETTLED)
    page.go_back()
    told(page, "^$")


@pytest.mark.parametrize(("timezone", "locale"), READERS)
def test_an_address_opens_what_was_seen(host: Host, new_page: NewPage, timezone: str, locale: str) -> None:
    page = new_page(timezone_id=timezone, locale=locale)
    drawn(host.open(page, ENGLISH))
    page.locator("[data-zone]").select_option("America/New_York")
    page.locator("#e5 h3").click()
    for action in ("zoom.in", "zoom.in", "go.later"):
        page.locator(f'[data-do="{action}"]').click()
    told(page, "^e5&zone=America/New_York&from=20")
    page.wait_for_timeout(SETTLED)  # the last of three steps is written after a pause
    seen, text, caption = ticks(page), fragment(page), page.locator("[data-caption]").text_content()
    other = new_page(timezone_id="Asia/Tokyo")
    other.goto(page.url)
    drawn(other).wait_for_timeout(SETTLED)
    assert ticks(other) == seen
    assert other.locator("[data-caption]").text_content() == caption
    assert fragment(other) == text
    expect(other.locator("#e5")).to_have_attribute("aria-current", "true")


def test_the_usual_is_not_in_the_address(host: Host, page: Page) -> None:
    drawn(host.open(page, SAMPLE))
    home = page.locator("[data-zone]").input_value()
    for zone in ("Europe/Berlin", home):
        page.locator("[data-zone]").select_option(zone)
    for action in ("zoom.in", "go.first"):
        page.locator(f'[data-do="{action}"]').click()
    page.wait_for_timeout(SETTLED)
    assert fragment(page) == ""
    goto(page, "e4").wait_for_timeout(SETTLED)
    assert fragment(page) == "e4"


# what Safari does to a page that comes out of its cache: it resets each form whose fields browsers shall not fill in, after `pageshow`
BACK_IN_SAFARI = """() => {
  dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
  for (const form of document.querySelectorAll("form[autocomplete=off]")) form.reset();
}"""


def test_back_in_safari_the_fields_tell_what_is_shown(host: Host, page: Page) -> None:
    goto(host.open(page, ENGLISH), "zone=Europe/Berlin&second=America/New_York&q=kim&filter=status:planned&order=published")
    cards = page.locator("[data-entry]:not([hidden])").count()
    page.evaluate(BACK_IN_SAFARI)
    expect(page.locator("[data-zone]")).to_have_value("Europe/Berlin")
    expect(page.locator("[data-second]")).to_have_value("America/New_York")
    expect(page.locator("[data-query]")).to_have_value("kim")
    expect(page.locator("[name=status][value=planned]")).to_be_checked()
    expect(page.locator("[name=order][value=published]")).to_be_checked()
    expect(page.locator("[data-entry]:not([hidden])")).to_have_count(cards)


def test_moving_and_walking_fast_fill_no_history(host: Host, page: Page) -> None:
    drawn(host.open(page, SAMPLE))
    before = page.evaluate("history.length")
    for _ in range(12):
        page.locator('[data-do="go.later"]').click()
    page.locator("[data-zone]").select_option("UTC")
    told(page, "^zone=UTC&from=")
    assert page.evaluate("history.length") == before
    written = page.evaluate(
        """async () => {
            let count = 0;
            for (const name of ["pushState", "replaceState"]) {
                const own = history[name];
                history[name] = (...rest) => { count++; own.apply(history, rest); };
            }
            const chart = document.querySelector("[data-chart]");
            for (let step = 0; step < 100; step++) {
                chart.dispatchEvent(new KeyboardEvent("keydown", { key: step % 7 ? "ArrowRight" : "Home" }));
                await new Promise(done => setTimeout(done, 10));
            }
            return count;
        }"""
    )
    assert 0 < written < 4
    assert page.evaluate("history.length") - before <= written


def test_a_link_inside_the_page_keeps_the_zone_and_skip_links_keep_everything(host: Host, page: Page) -> None:
    drawn(host.open(page, SAMPLE))
    page.locator("[data-zone]").select_option("UTC")
    page.locator("#e4 .tl-permalink").click()
    told(page, "^e4&zone=UTC")
    expect(page.locator("#e4")).to_be_focused()
    text = fragment(page)
    for target in ("chart", "cards"):
        page.locator(f'.tl-skip[href="#tl-{target}"]').focus()
        page.keyboard.press("Enter")
        expect(page.locator(f"#tl-{target}")).to_be_focused()
        expect(page.locator(f"#tl-{target}")).to_be_in_viewport()
    page.wait_for_timeout(SETTLED)
    assert fragment(page) == text


@pytest.mark.parametrize(
    ("text", "card", "zone"),
    [
        ("e4&zone=Mars/Base", "e4", ""),
        ("%zz&zone=Asia/Tokyo", None, "Asia/Tokyo"),
        ("e4&zone=%zz&from=NaN&to=NaN", "e4", ""),
        ("e4&from=2019-02-27T10:00Z&to=2019-02-26T10:00Z&zone=%2B05:45", "e4", "+05:45"),
        ("nowhere&zone=UTC", None, "UTC"),
        ("<script>document.title='boo'</script>&zone=<img src=x onerror=document.title='boo'>", None, ""),
        ("e4&event=<script>&mode=nonsense", "e4", ""),
        (f"e4&zone=UTC&q={'x' * 100_000}", "e4", "UTC"),
        ("e4&from=-99999999999999999999&to=99999999999999999999", "e4", ""),
        ("__proto__=1&constructor=2&toString=3&zone=UTC", None, "UTC"),
    ],
)
def test_what_cannot_be_read_is_passed_over(host: Host, page: Page, text: str, card: str | None, zone: str) -> None:
    drawn(host.open(page, SAMPLE))
    title = page.title()
    goto(page, text)
    assert current(page) == card
    expect(page.locator("[data-zone]")).to_have_value(zone or "Asia/Ho_Chi_Minh")
    page.locator('[data-do="zoom.in"]').click()
    kept = [part for part in (card, zone and f"zone={zone.replace('+', '%2B')}") if part]
    told(page, "^" + "&".join([*kept, "from="]))
    assert page.title() == title


def test_an_anchor_of_the_page_around_changes_nothing(host: Host, page: Page) -> None:
    drawn(host.open(page, SAMPLE))
    page.locator("[data-zone]").select_option("UTC")
    page.evaluate("location.hash = 'comments'")
    page.wait_for_timeout(100)
    expect(page.locator("[data-zone]")).to_have_value("UTC")


def test_one_of_several_events_of_a_card_is_told_apart(host: Host, page: Page) -> None:
    drawn(host.open(page, SAMPLE))
    several = page.locator("[data-entry]:has([data-event] ~ [data-event])").first
    main = several.get_attribute("data-main")
    event = several.locator(f"[data-event]:not([data-event='{main}'])").first
    event.locator(".tl-when").click()
    told(page, f"&event={event.get_attribute('data-event')}")
    page.reload()
    drawn(page)
    expect(page.locator("[data-event][aria-current]")).to_have_attribute("data-event", event.get_attribute("data-event") or "")


def test_the_repeated_hour_keeps_its_window(host: Host, page: Page) -> None:
    drawn(host.open(page, FOLD))
    goto(page, "from=2024-10-26T23:30Z&to=2024-10-27T02:00Z").wait_for_timeout(SETTLED)
    assert len([text for text in ticks(page) if text.startswith("02:00")]) == 2


def test_a_ticker_of_ones_own_gets_no_address(request: pytest.FixtureRequest, page: Page) -> None:
    host = request.getfixturevalue("_app")
    drawn(host.open(page, SAMPLE))
    page.locator("#e4 h3").click()
    page.wait_for_timeout(SETTLED)
    expect(page.locator("[data-open]")).to_be_enabled()
    page.locator("[data-open]").click()
    page.locator("[data-own] textarea").fill("---\ntitle: Mein Tag\ndate: 2024-10-27\n---\n+++ 14:39 Zug da +++\n")
    page.locator("[data-own] .app-main").click()
    page.locator("[data-report] .app-main").click()
    expect(page.locator("h1")).to_have_text("Mein Tag")
    page.locator("h3").first.click()
    page.wait_for_timeout(SETTLED)
    assert fragment(page) == ""
    page.locator("[data-share-open]").click()
    expect(page.locator("[data-share-hint]")).to_contain_text("nirgends gespeichert")
    expect(page.locator("[data-share-fields]")).to_be_hidden()


@pytest.mark.parametrize("sandbox", ["", 'sandbox="allow-scripts"'])
def test_a_frame_without_an_address_works_all_the_same(page: Page, story_page: Callable[[], str], sandbox: str) -> None:
    page.set_content(f"<!doctype html><title>A</title><iframe {sandbox} title=A width=1200 height=700></iframe>")
    page.evaluate("text => { document.querySelector('iframe').srcdoc = text; }", story_page())
    inside = page.frame_locator("iframe")
    inside.locator("[data-plot] .point").first.wait_for(state="attached")
    inside.locator("#e4 h3").click()
    inside.locator('[data-do="zoom.in"]').click()
    page.wait_for_timeout(SETTLED)
    expect(inside.locator("#e4")).to_have_attribute("aria-current", "true")
    inside.locator("[data-share-open]").click()
    assert "about:" not in inside.locator('[data-shared="frame"]').input_value()
    assert "#e4&" in inside.locator('[data-shared="link"]').input_value()


@pytest.fixture
def story_page() -> Callable[[], str]:
    """The exported page as text."""
    import timeline
    from timeline.assets import sample_folder

    return lambda: timeline.export_html(timeline.load(sample_folder() / SAMPLE))
