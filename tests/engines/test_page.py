"""The page in Firefox and WebKit, on both hosts: it is drawn, whole, without an error, at every width; and chart and cards are one."""

import re
from pathlib import Path

from tests.engines.conftest import Open, rest
from tests.engines.hosts import WATCH
from tests.engines.page import Page, Tab
from tests.engines.process import until

GERMAN = "hanoi-summit-2019.de.txt"
ENGLISH = "hanoi-summit-2019.en.md"

# What a page must not do, in a page that may do it.
WRONG = """<!doctype html><meta charset="utf-8"><script>%s
new Image().src = 'https://other.example/picture.png';
console.error('wrong', 1);
Promise.reject(new Error('nobody waits'));
setTimeout(() => { throw new Error('thrown'); });
</script><script src="missing.js"></script>"""


def current(page: Page) -> str:
    """The event that is chosen, once there is one."""
    event: str = page.wait("$('[data-event][aria-current]')?.dataset.event")
    return event


def test_marks_labels_and_cards_are_there(story: Open) -> None:
    page = story(GERMAN)
    assert page.run("$$('[data-plot] .point').length") > 20
    assert page.run("$$('.tl-text').filter(node => within(node)).length") > 10
    assert page.run("texts('[data-plot] .xtick text').length") > 2
    assert page.run("$$('[data-entry]').filter(node => node.checkVisibility()).length") == 24
    assert page.picture().startswith(b"\x89PNG")


def test_nothing_runs_over_the_edge_of_a_window_of_any_width(story: Open, page: Page) -> None:
    page.resize(320)
    story(ENGLISH)
    outside = """$$('.tl-text').filter(node => within(node)).filter(node => {
      const [own, chart] = [node, $('[data-chart]')].map(one => one.getBoundingClientRect());
      return own.left < chart.left || own.right > chart.right + 0.5 }).map(node => node.textContent)"""
    for width in (320, 390, 1280):
        page.resize(width)
        rest(page)
        assert page.run("document.documentElement.scrollWidth") <= width
        assert page.run(outside) == [], width


def test_an_error_of_a_page_is_seen(page: Page, tab: Tab, tmp_path: Path) -> None:
    file = tmp_path / "wrong.html"
    file.write_text(WRONG.replace("%s", WATCH), "utf-8")
    page.open(file.as_uri())
    page.wait("window.watched.length >= 4")
    told = "\n".join(page.look())
    for fault in ("console: wrong 1", "nobody waits", r"thrown|Script error", "missing.js"):  # WebKit keeps to itself what a file throws
        assert re.search(fault, told)
    page.faults.clear()
    assert until(lambda: tab.asked() or None, "a picture of another host")


def test_a_mark_brings_its_card(story: Open) -> None:
    page = story(GERMAN)
    event, x, y = page.run(
        "(node => { const { x, y, height } = node.getBoundingClientRect();"
        "return [node.dataset.of, Math.round(x + 20), Math.round(y + height / 2)] })($$('.tl-text')[12])"
    )
    page.hover(x, y)
    page.wait("seen('[data-tip]') && $('[data-tip]').textContent.includes($(when).textContent)", when=f'[data-when="{event}"]')
    page.click_at(x, y)
    assert current(page) == event
    page.wait("within($(card)) && $(card).ariaCurrent === 'true'", card=f'[data-entry]:has([data-event="{event}"])')
    assert page.run("$$('.tl-ring.is-current').length") == 1


def test_a_card_brings_its_mark(story: Open) -> None:
    page = story(GERMAN)
    page.click("#e4 h3")
    event = current(page)
    assert page.run("$('#e4').dataset.main") == event
    page.wait("within($(label))", label=f'.tl-text.is-current[data-of="{event}"]')


def test_arrow_keys_walk_the_cards_and_one_of_them_is_in_the_order_of_tab(story: Open) -> None:
    page = story(GERMAN)
    order = page.run("$$('[data-entry]').map(card => card.id)")
    page.click(f"#{order[0]} h3")
    for card in order[1:4]:
        page.press("ArrowDown")
        page.wait("document.activeElement.id === card && $('[data-entry][aria-current]').id === card", card=card)
    page.press("ArrowUp")
    page.wait("document.activeElement.id === card", card=order[2])
    assert page.run("$$('[data-entry][tabindex=\"0\"]').map(card => card.id)") == [order[2]]


def test_keys_walk_the_events_on_the_chart_and_lead_to_the_card_and_back(story: Open) -> None:
    page = story(GERMAN)
    order = page.run("JSON.parse($('[data-story]').textContent).events.map(event => event.id)")
    page.run("$('[data-chart]').focus()")
    walked = []
    for key in ["Home", "ArrowRight", "ArrowRight", "End", "ArrowLeft"]:
        page.press(key)
        walked.append(current(page))
    assert walked == [*order[:3], order[-1], order[-2]]
    assert page.run("$('[data-live]').textContent")
    page.press("Enter")
    page.wait("document.activeElement.matches('[data-entry][aria-current]')")
    page.press("Escape")
    page.wait("document.activeElement.matches('[data-chart]')")


def test_tab_reaches_controls_chart_and_cards(story: Open) -> None:
    page = story(ENGLISH)
    page.run("document.activeElement.blur()")
    wanted = {"[data-zone]", "[data-share-open]", "[data-chart]", "[data-query]", "[data-entry]"}
    for _ in range(60):
        page.press("Tab")
        wanted -= set(page.run("wanted.filter(one => document.activeElement.matches(one))", wanted=[*wanted]))
        if not wanted:
            break
    assert not wanted
