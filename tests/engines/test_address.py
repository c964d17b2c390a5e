"""The address in Firefox and WebKit, on both hosts: what is seen stands in it, opens from it, and comes back with it."""

from tests.engines.conftest import Open, drawn, rest
from tests.engines.page import Page
from tests.engines.test_page import ENGLISH, GERMAN
from tests.engines.test_view import SHOWN, TICKS

FIELDS = """[...['zone', 'second', 'query'].map(name => $(`[data-${name}]`).value),
  ...['[name=status][value=planned]', '[name=order][value=published]'].map(box => $(box).checked)]"""


def told(page: Page, pattern: str) -> str:
    """The address, once what stands behind its # is this."""
    page.wait("new RegExp(pattern).test(location.hash.slice(1))", pattern=pattern)
    address: str = page.run("location.href")
    return address


def test_a_chosen_event_is_a_step_that_back_takes_back_and_forward_repeats(story: Open) -> None:
    page = story(GERMAN)
    for card in ("e4", "e2"):
        page.click(f"#{card} h3")
        told(page, f"^{card}$")
    page.run("history.back()")
    page.wait("$('#e4').ariaCurrent === 'true'")
    page.run("history.back()")
    page.wait("!$('[data-entry][aria-current]') && location.hash === ''")
    page.run("history.go(2)")
    page.wait("$('#e2').ariaCurrent === 'true' && within($('#e2'))")


def test_an_address_opens_what_was_seen(story: Open) -> None:
    page = story(ENGLISH)
    page.choose("[data-zone]", "America/New_York")
    page.click("#e5 h3")
    for action in ("zoom.in", "zoom.in", "go.later"):
        page.click(f'[data-do="{action}"]')
    rest(page)
    seen = page.run(TICKS), page.run("$('[data-caption]').textContent")
    told(page, "^e5&zone=America/New_York&from=20")
    page.run("new Promise(done => addEventListener('hashchange', done, { once: true }) ?? setTimeout(done, 450))")
    address = page.run("location.href")
    drawn(page.open(address))
    assert (page.run(TICKS), page.run("$('[data-caption]').textContent")) == seen
    assert page.run("$('#e5').ariaCurrent") == "true"
    assert page.run("location.href") == address


def test_a_link_to_a_card_a_search_and_the_story_mode(story: Open) -> None:
    page = story(ENGLISH, "#e8")
    page.wait("$('#e8').ariaCurrent === 'true' && within($('#e8'))")
    page = story(ENGLISH, "#q=pear&zone=UTC&language=de")
    page.wait("$('[data-query]').value === 'pear' && $('[data-found-text]').textContent.includes('1 von 24')")
    assert page.run("[$('[data-zone]').value, $('[data-language]').value]") == ["UTC", "de"]
    page = story(ENGLISH, "#mode=story")
    page.wait("seen('[data-play-bar]')")


def test_a_fragment_that_is_changed_by_hand_is_followed(story: Open) -> None:
    page = story(ENGLISH)
    page.run("location.hash = 'e3&zone=Asia/Tokyo'")
    page.wait("$('#e3').ariaCurrent === 'true' && $('[data-zone]').value === 'Asia/Tokyo'")


def test_back_from_another_page_the_fields_tell_what_is_shown(story: Open) -> None:
    page = story(ENGLISH, "#zone=Europe/Berlin&second=America/New_York&q=kim&filter=status:planned&order=published")
    page.wait("$('[data-found-text]').textContent.includes('of 24')")
    shown = page.run(SHOWN)
    page.run("void setTimeout(() => location.href = 'about:blank')")
    page.wait("location.href === 'about:blank'")
    page.run("void setTimeout(() => history.back())")
    page.wait("$('[data-timeline]') && document.readyState === 'complete'")
    page.run("new Promise(done => setTimeout(done, 400))")  # WebKit resets forms some time after it has shown the page again
    assert page.run(FIELDS) == ["Europe/Berlin", "America/New_York", "kim", True, True]
    assert page.run(SHOWN) == shown
