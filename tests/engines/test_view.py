"""What changes the view in Firefox and WebKit, on both hosts: wheel, drag, buttons, keys; zone, language, search, story mode, paper."""

import re

from tests.engines.conftest import Open, rest
from tests.engines.page import Page
from tests.engines.test_page import ENGLISH, GERMAN

TICKS = "texts('[data-plot] .xtick text')"
SHOWN = "$$('[data-entry]').filter(card => !card.hidden).map(card => card.id)"
HIGHLIGHTED = """[...(CSS.highlights?.get('tl-found') ?? [])].map(place => { const range = new Range();
  range.setStart(place.startContainer, place.startOffset); range.setEnd(place.endContainer, place.endOffset); return range.toString() })"""


def view(page: Page) -> tuple[float, float]:
    """The view, as the grips of the overview say it: minutes since the story begins."""
    first, last = page.run("['earliest', 'latest'].map(part => Number($(`[data-grip=\"${part}\"]`).ariaValueNow))")
    return first, last


def length(page: Page) -> float:
    """The length of the view in minutes, at rest."""
    rest(page)
    first, last = view(page)
    return last - first


def chart(page: Page) -> tuple[int, int]:
    """A place at the upper edge of the chart, where no mark is."""
    x, y = page.run("(({ x, y }) => [Math.round(x + 500), Math.round(y + 20)])($('[data-chart]').getBoundingClientRect())")
    return x, y


def test_buttons_zoom_and_move(story: Open) -> None:
    page = story(GERMAN)
    whole = length(page)
    page.click('[data-do="zoom.in"]')
    assert length(page) < whole
    begin = view(page)
    page.click('[data-do="go.later"]')
    rest(page)
    assert view(page)[0] > begin[0]
    page.click('[data-do="go.first"]')
    assert length(page) == whole


def test_a_drag_moves_and_a_plain_wheel_stays_with_the_page(story: Open) -> None:
    page = story(GERMAN)
    before, ticks, whole = view(page), page.run(TICKS), length(page)
    page.wheel(*chart(page), 300)
    rest(page)
    assert view(page) == before
    page.run("scrollTo(0, 0)")
    page.drag(*chart(page), -400)
    assert abs(length(page) - whole) <= 2
    assert view(page)[0] > before[0]
    assert page.run(TICKS) != ticks


def test_a_wheel_with_control_and_a_double_click_zoom(story: Open) -> None:
    page = story(GERMAN)
    whole = length(page)
    page.pinch(*chart(page), -250)
    closer = length(page)
    assert closer < whole * 0.6
    page.click_at(*chart(page), times=2)
    assert length(page) < closer * 0.5


def test_the_window_of_the_overview_works_by_mouse_and_keys(story: Open) -> None:
    page = story(GERMAN)
    first, last = view(page)
    page.drag(*page.place('[data-grip="latest"]'), 50)
    rest(page)
    assert view(page)[0] == first
    assert view(page)[1] > last
    page.run("$('[data-grip=\"all\"]').focus()")
    page.press("ArrowRight")
    rest(page)
    assert view(page)[0] > first
    page.press("Home")
    rest(page)
    assert view(page)[0] == 0


def test_a_zone_renames_ticks_and_cards_and_moves_no_date(story: Open) -> None:
    page = story(GERMAN)
    for _ in range(4):
        page.click('[data-do="zoom.in"]')
    rest(page)
    civil, ticks = page.run("$('[data-when]').textContent"), page.run(TICKS)
    assert ticks
    page.wait("$('[data-cards]').textContent.includes('13:25 Uhr (UTC+7)')")
    page.choose("[data-zone]", "America/New_York")
    page.wait("$('[data-cards]').textContent.includes('01:25 Uhr (UTC-5)')")
    rest(page)
    assert page.run("$('[data-when]').textContent") == civil
    assert all(re.fullmatch(r"\d\d:(00|15|30|45)", text) for text in page.run(TICKS))
    assert page.run(TICKS) != ticks


def test_words_are_found_highlighted_and_let_go(story: Open) -> None:
    page = story(GERMAN)
    everything = page.run(SHOWN)
    page.click("[data-query]")
    page.write("strassenzuge")
    page.wait("$('[data-found-text]').textContent.includes('1 von 24')")
    assert len(page.run(SHOWN)) == 1
    assert page.run(HIGHLIGHTED) == ["Straßenzüge"]
    page.wait("$$('.tl-text.is-faint').length > 0")
    page.press("Escape")
    page.wait(f"{SHOWN}.length === 24")
    assert page.run(SHOWN) == everything
    assert page.run(HIGHLIGHTED) == []


def test_a_filter_narrows(story: Open) -> None:
    page = story(ENGLISH)
    page.click(".tl-filters summary")
    page.click('label:has([name="status"][value="planned"])')
    number = page.wait('Number($(\'label:has([name="status"][value="planned"]) [data-number]\').textContent)')
    page.wait(f"{SHOWN}.length === number", number=number)
    assert 0 < number < 24


def test_the_language_changes_everywhere_and_stays_in_the_address(story: Open) -> None:
    page = story(GERMAN)
    page.choose("[data-language]", "en")
    page.wait("$('[data-share-open]').textContent.trim() === 'Share' && document.documentElement.lang === 'en'")
    page.wait("$('[data-cards]').textContent.includes('Thursday, 28 February 2019, 13:25 (UTC+7)')")
    page.wait("location.hash.includes('language=en')")
    page.choose("[data-language]", "de")
    page.wait("$('[data-share-open]').textContent.trim() === 'Teilen' && !location.hash.includes('language')")


def test_the_story_mode_opens_steps_and_closes_by_keys(story: Open) -> None:
    page = story(ENGLISH)
    page.run("$('[data-play=\"start\"]').focus()")
    page.press("Enter")
    page.wait("seen('[data-play-bar]')")
    last = page.run("JSON.parse($('[data-story]').textContent).events.length")
    for key, number in [("PageDown", 2), ("ArrowRight", 3), ("PageUp", 2), ("End", last), ("Home", 1)]:
        page.press(key)
        page.wait("parseInt($('[data-play-at]').textContent) === number", number=number)
        page.wait("$$('[data-entry]').filter(card => card.checkVisibility()).length === 1")
    page.press("Escape")
    page.wait("!seen('[data-play-bar]') && document.activeElement.matches('[data-play=\"start\"]')")
    assert page.run("$$('[inert]').length") == 0


def test_notes_and_the_dialog_to_share_open_and_close_with_escape(story: Open) -> None:
    page = story(GERMAN)
    page.click("[popovertarget='tl-notes']")
    page.wait("seen('#tl-notes') && $('#tl-notes').textContent.includes('Die Sprache ist Deutsch')")
    page.press("Escape")
    page.wait("!seen('#tl-notes')")
    page.run("$('[data-share-open]').focus()")
    page.press("Enter")
    page.wait("seen('[data-share]')")
    assert page.run("$('[data-shared=\"link\"]').value") == page.run("location.href")
    page.press("Escape")
    page.wait("!seen('[data-share]') && document.activeElement.matches('[data-share-open]')")


def test_paper_has_the_whole_line_and_goes_away_again(story: Open) -> None:
    page = story(GERMAN)
    page.run("dispatchEvent(new Event('beforeprint'))")
    events = page.run("$$('[data-entry] [data-event]').length")
    page.wait("$$('.tl-sheet-label > b').length === events", events=events)
    assert page.run("$$('.tl-sheet').length") >= 1
    page.run("dispatchEvent(new Event('afterprint'))")
    page.wait("$$('.tl-sheet').length === 0")
