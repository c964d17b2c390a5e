"""Finding in the cards, on both hosts: words, filters with their counts, order, what is hidden and how to see it again."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Axe, Host, NewPage
from tests.browser.test_chart import drawn, rest

GERMAN = "hanoi-summit-2019.de.txt"
ENGLISH = "hanoi-summit-2019.en.md"
HOSTILE = {
    "script": "<script>document.title='boo'</script>",
    "pattern": "(?<=a)[b-z]{2,}\\1 .* $^ |",
    "long": "x" * 10_000,
    "words": "ab " * 3_333,
    "quotes": '"„“«' * 500,
    "right to left": "قطار \u202e متأخر ‏",
    "emoji": "👩‍👩‍👧‍👦🇻🇳",
    "percent": "%00%E0%A4%A",
}
TYPE = """text => { const query = document.querySelector('[data-query]'); query.value = text;
query.dispatchEvent(new Event('input', {bubbles: true})) }"""


def search(page: Page, text: str) -> None:
    page.locator("[data-query]").fill(text)


def shown(page: Page) -> list[str]:
    """Ids of the cards that are in sight of a reader, in the order of the document."""
    found: list[str] = page.evaluate("[...document.querySelectorAll('[data-entry]')].filter(card => !card.hidden).map(card => card.id)")
    return found


def highlighted(page: Page) -> list[str]:
    """The words that are highlighted, each place once."""
    found: list[str] = page.evaluate(
        """[...(CSS.highlights.get('tl-found') ?? [])].map(place => { const range = new Range();
        range.setStart(place.startContainer, place.startOffset);
        range.setEnd(place.endContainer, place.endOffset);
        return range.toString() })"""
    )
    return found


def chip(page: Page, name: str, value: str) -> tuple[int, bool]:
    """The count beside a filter, and whether it looks like one that finds nothing."""
    label = page.locator(f'label:has([name="{name}"][value="{value}"])')
    return int(label.locator("[data-number]").text_content() or ""), "is-empty" in (label.get_attribute("class") or "")


def test_words_show_the_entries_that_have_them_all(host: Host, page: Page) -> None:
    drawn(host.open(page, GERMAN))
    everything = len(shown(page))
    search(page, "WAGENKOLONNEN metropole")
    cards = shown(page)
    assert 0 < len(cards) < everything
    for card in cards:
        text = (page.locator(f"#{card}").text_content() or "").lower()
        assert "wagenkolonnen" in text
        assert "metropole" in text
    assert {text.lower() for text in highlighted(page)} == {"wagenkolonnen", "metropole"}
    expect(page.locator("[data-found-text]")).to_have_text(
        re.compile(rf"^{len(cards)} von {everything} Einträgen · {everything - len(cards)} ausgeblendet$")
    )
    expect(page.locator("[data-live]")).to_contain_text(f"{len(cards)} von {everything}")
    page.locator("[data-all]").click()
    assert len(shown(page)) == everything
    expect(page.locator("[data-found]")).to_be_hidden()
    expect(page.locator("[data-query]")).to_be_focused()
    assert highlighted(page) == []


def test_case_accents_and_sharp_s_do_not_count_and_a_phrase_does(host: Host, page: Page) -> None:
    drawn(host.open(page, GERMAN))
    search(page, "UBER")
    assert "über" in {text.lower() for text in highlighted(page)}
    search(page, "strassenzuge")
    assert highlighted(page) == ["Straßenzüge"]
    search(page, '"keine Eile"')
    (card,) = shown(page)
    search(page, '"Eile keine"')
    assert shown(page) == []
    search(page, "Eile keine")
    assert card in shown(page)


def test_a_phrase_is_found_across_the_words_that_are_marked(host: Host, page: Page) -> None:
    drawn(host.open(page, GERMAN))
    search(page, '"Um 13.25 Uhr (Ortszeit) fuhren"')
    assert len(shown(page)) == 1
    assert highlighted(page) == ["Um 13.25 Uhr (Ortszeit) fuhren"]


def test_filters_narrow_each_other_and_say_how_many_they_would_show(host: Host, page: Page) -> None:
    drawn(host.open(page, ENGLISH))
    page.locator(".tl-filters summary").click()
    planned, _ = chip(page, "status", "planned")
    page.locator('[name="status"][value="planned"]').check()
    assert len(shown(page)) == planned
    assert chip(page, "status", "planned")[0] == planned
    talks, _ = chip(page, "lane", "Talks")
    assert chip(page, "lane", "Travel") == (0, True)
    page.locator('[name="lane"][value="Talks"]').check()
    assert len(shown(page)) == talks
    expect(page.locator("[data-chosen]")).to_have_text("2")
    for card in shown(page):
        event = page.locator(f'#{card} [data-event]:has([data-status="planned"]):has([data-lane="0"])')
        assert event.count() >= 1
    page.locator('[name="lane"][value="Talks"]').press("Escape")
    assert len(shown(page)) == 24
    assert page.locator(".tl-filters :checked").count() == 0


def test_only_what_differs_can_be_filtered(host: Host, page: Page) -> None:
    drawn(host.open(page, GERMAN))
    assert page.locator('[name="lane"], [name="tag"]').count() == 0
    for facet in ("status", "basis", "precision"):
        assert page.locator(f'[name="{facet}"]').count() > 1


def test_nothing_found_says_what_would_help(host: Host, page: Page) -> None:
    drawn(host.open(page, ENGLISH))
    search(page, "xylophone")
    assert shown(page) == []
    expect(page.locator("[data-found-text]")).to_contain_text("No entry matches.")
    expect(page.locator("[data-found-text]")).to_contain_text("use fewer words")
    search(page, "handshake")
    found = len(shown(page))
    page.locator(".tl-filters summary").click()
    page.locator('[name="status"][value="cancelled"]').check()
    assert shown(page) == []
    expect(page.locator("[data-found-text]")).to_contain_text(f"Without the filters: {found}.")
    page.locator("[data-all]").click()
    assert len(shown(page)) == 24


def test_a_link_keeps_words_and_filters_in_every_script(host: Host, page: Page, tmp_path: Path) -> None:
    lanes = ("Министерство иностранных дел и международного сотрудничества", "وزارة الشؤون الخارجية والتعاون الدولي, القسم الثاني")
    rows = (f'2024-05-{number:02d},Событие {number},"{lanes[number % 2]}"\n' for number in range(1, 21))
    story = tmp_path / "lanes.csv"
    story.write_text("start,label,lane\n" + "".join(rows), "utf-8")
    drawn(host.open(page, story))
    words = "событие " * 40 + "2"
    search(page, words)
    page.locator(".tl-filters summary").click()
    for lane in lanes:
        page.locator(f'[name="lane"][value="{lane}"]').check()
    page.locator(f'[name="lane"][value="{lanes[1]}"]').uncheck()
    found = shown(page)
    assert 0 < len(found) < 20
    page.wait_for_function("() => location.hash.includes('q=') && location.hash.includes('filter=')")
    page.reload()
    drawn(page)
    assert shown(page) == found
    expect(page.locator("[data-query]")).to_have_value(words)
    assert len(words) < int(page.locator("[data-query]").get_attribute("maxlength") or "")


@pytest.mark.parametrize("name", HOSTILE)
def test_no_query_breaks_the_page(host: Host, page: Page, name: str) -> None:
    drawn(host.open(page, GERMAN))
    search(page, HOSTILE[name])
    expect(page.locator("[data-live]")).to_contain_text(re.compile("Einträgen|Kein Eintrag"))
    assert page.title() != "boo"
    assert page.evaluate("document.documentElement.scrollWidth") <= 1280
    page.locator("[data-query]").press("Escape")
    assert len(shown(page)) == 24
    expect(page.locator("[data-query]")).to_have_value("")


def test_a_slash_leads_to_the_search_from_within_only(host: Host, page: Page) -> None:
    drawn(host.open(page, GERMAN))
    page.evaluate("document.activeElement?.blur()")
    page.keyboard.press("/")
    expect(page.locator("[data-query]")).not_to_be_focused()
    page.locator("[data-entry]").first.focus()
    page.keyboard.press("/")
    expect(page.locator("[data-query]")).to_be_focused()
    page.keyboard.type("a/b")
    expect(page.locator("[data-query]")).to_have_value("a/b")


def test_a_mark_that_is_filtered_out_still_has_a_card(host: Host, page: Page) -> None:
    drawn(host.open(page, GERMAN))
    search(page, "Straßenzüge")
    (only,) = shown(page)
    page.locator("[data-chart]").focus()
    page.keyboard.press("Home")
    first = page.locator("#e18")  # what the oldest mark belongs to
    expect(first).to_be_visible()
    expect(first).to_have_class(re.compile("is-aside"))
    expect(first).to_have_attribute("aria-current", "true")
    page.locator(f"#{only} h3").click()
    expect(first).to_be_hidden()
    assert shown(page) == [only]


def test_back_and_a_new_load_show_what_was_shown_and_count_it(host: Host, page: Page) -> None:
    drawn(host.open(page, ENGLISH))
    page.locator("#e11 h3").click()
    page.wait_for_function("() => location.hash === '#e11'")
    steps = page.evaluate("history.length")
    search(page, "pear")
    page.wait_for_function("() => /^#q=pear/.test(location.hash)")
    alone = "1 of 24 entries · 23 hidden"
    page.locator("#e8 h3").click()
    page.wait_for_function("() => /^#e8&q=pear/.test(location.hash)")
    assert page.evaluate("history.length") == steps + 1, "only choosing is a step"
    page.go_back()
    expect(page.locator("#e8")).not_to_have_attribute("aria-current", "true")
    for _ in range(2):
        assert shown(page) == ["e8"]
        expect(page.locator("[data-found-text]")).to_have_text(alone)
        page.reload()
        drawn(page)
    page.locator("[data-chart]").focus()
    page.keyboard.press("Home")
    page.wait_for_function("() => /^#e[^8].*q=pear/.test(location.hash)")
    both = shown(page)
    for _ in range(2):
        assert len(shown(page)) == 2
        assert shown(page) == both
        expect(page.locator("[data-found-text]")).to_have_text("1 of 24 entries · the chosen one too · 22 hidden")
        page.reload()
        drawn(page)
    page.locator("#e8 h3").click()
    expect(page.locator("[data-found-text]")).to_have_text(alone)


def test_the_story_mode_begins_with_a_card_where_a_search_hides_the_current_one(host: Host, page: Page) -> None:
    drawn(host.open(page, ENGLISH))
    page.locator("#e11 h3").click()
    search(page, "pear")
    page.locator('[data-play="start"]').click()
    expect(page.locator("#e8")).to_be_visible()
    expect(page.locator("#e11")).to_be_hidden()


def test_the_keyboard_walks_what_is_shown(host: Host, page: Page) -> None:
    drawn(host.open(page, GERMAN))
    search(page, "Trump Kim")
    cards = shown(page)
    assert page.locator('[data-entry][tabindex="0"]').get_attribute("id") in cards
    page.locator(f"#{cards[0]}").focus()
    for card in cards[1:3]:
        page.keyboard.press("ArrowDown")
        expect(page.locator(f"#{card}")).to_be_focused()


def test_order_as_published_is_that_of_the_ticker_for_everybody(host: Host, page: Page) -> None:
    drawn(host.open(page, ENGLISH))
    by_time = shown(page)
    assert page.locator("[data-gap]:not(:empty)").count() > 0
    page.locator('[name="order"][value="published"]').check()
    published = shown(page)
    assert published == [f"e{number}" for number in range(1, 25)] != by_time
    assert page.locator("[data-gap]:not(:empty)").count() == 0
    expect(page.locator("[data-live]")).to_have_text("Entries are in the order of the ticker.")
    page.locator("#e1").focus()
    page.keyboard.press("ArrowDown")
    expect(page.locator("#e2")).to_be_focused()
    page.locator('[name="order"][value="time"]').check()
    assert shown(page) == by_time
    assert page.locator("[data-gap]:not(:empty)").count() > 0


def test_an_order_that_there_is_none_of_is_that_of_time(host: Host, page: Page) -> None:
    drawn(host.open(page, GERMAN))
    by_time = shown(page)
    for order, value in (("published", "published"), ("foo", "time")):
        page.evaluate("order => { location.hash = `order=${order}`; }", order)
        expect(page.locator(f'[name="order"][value="{value}"]')).to_be_checked()
    assert shown(page) == by_time


def test_the_time_between_cards_is_that_between_those_shown(host: Host, page: Page) -> None:
    drawn(host.open(page, GERMAN))
    search(page, '"20.47 Uhr"')
    assert len(shown(page)) == 1
    assert page.locator("[data-entry]:not([hidden]) [data-gap]:not(:empty)").count() == 0
    search(page, "Uhr")
    texts = page.locator("[data-entry]:not([hidden]) [data-gap]").all_text_contents()
    assert texts[0] == ""
    assert "35 Min. später" in texts


@pytest.mark.page(java_script_enabled=False)
def test_without_javascript_nothing_is_offered_that_does_nothing(host: Host, page: Page) -> None:
    host.open(page, ENGLISH)
    for control in ("[data-find]", "[data-copy]"):
        expect(page.locator(control).first).to_be_hidden()
    expect(page.locator("[data-gap]:not(:empty)").first).to_be_visible()
    expect(page.locator("[data-also]:not(:empty)").first).to_be_visible()
    expect(page.locator(".tl-permalink").first).to_be_visible()


@pytest.mark.parametrize("width", [320, 390, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_with_filters_and_results(host: Host, new_page: NewPage, axe: Axe, width: int, scheme: str) -> None:
    page = new_page(viewport={"width": width, "height": 844}, color_scheme=scheme)
    drawn(host.open(page, ENGLISH))
    page.locator(".tl-filters summary").click()
    page.locator('[name="status"][value="planned"]').check()
    search(page, "the")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    for control in page.locator("[data-find] :is(label, summary, button, input[type=search])").all():
        box = control.bounding_box()
        assert box is None or box["height"] >= 24
    assert axe(page) == []
    search(page, "xylophone")
    assert axe(page) == []


def thousand(folder: Path) -> Path:
    """A ticker of a thousand entries, a minute apart."""
    lines = (
        f"+++ {23 - number // 60:02d}:{59 - number % 60:02d} Meldung {number} +++\n\nDer Zug {number} fuhr über die Straße.\n"
        for number in range(1000)
    )
    story = folder / "viele.txt"
    story.write_text("---\ntitle: Viele\ndate: 2019-02-28\nzone: Asia/Ho_Chi_Minh\nlanguage: de\n---\n" + "\n".join(lines), "utf-8")
    return story


def test_a_thousand_cards_are_found_in(host: Host, page: Page, tmp_path: Path) -> None:
    drawn(host.open(page, thousand(tmp_path)))
    search(page, "zug 500")
    assert len(shown(page)) == 1


def test_of_many_cards_that_come_back_the_first_are_there_at_once_and_all_soon_after(host: Host, page: Page, tmp_path: Path) -> None:
    drawn(host.open(page, thousand(tmp_path)))
    everything = shown(page)
    gaps = page.locator("[data-gap]").all_text_contents()
    search(page, "zug 500")
    at_once = page.evaluate(f"(({TYPE})(''), [...document.querySelectorAll('[data-entry]')].map(card => !card.hidden))")
    assert at_once[:40] == [True] * 40
    assert sum(at_once) < 50, "laying out a thousand cards would hold up the paint"
    expect(page.locator("[data-entry]:not([hidden])")).to_have_count(1000)
    assert shown(page) == everything
    assert page.locator("[data-gap]").all_text_contents() == gaps


def test_what_was_to_come_back_does_not_where_the_next_words_leave_it_out(host: Host, page: Page, tmp_path: Path) -> None:
    drawn(host.open(page, thousand(tmp_path)))
    search(page, "zug 500")
    found = shown(page)
    page.evaluate(f"() => {{ const type = {TYPE}; type(''); type('zug 500'); }}")
    page.evaluate(f"() => {{ const type = {TYPE}; type(''); return new Promise(requestAnimationFrame).then(() => type('zug 500')); }}")
    page.evaluate("() => new Promise(requestAnimationFrame).then(() => new Promise(done => setTimeout(done, 100)))")
    assert shown(page) == found
    assert page.locator(".is-aside").count() == 0


CROWD = "".join(f"+++ {8 + half // 2}:{half % 2 * 3}0 {'Ja' if n else 'Nein'} {n} +++\n\n" for half in range(4) for n in range(60))


def test_counts_of_what_a_search_finds_stay_within_their_counters(host: Host, page: Page, tmp_path: Path) -> None:
    story = tmp_path / "crowd.txt"
    story.write_text(f"---\ndate: 2019-02-28\nzone: Europe/Berlin\nlanguage: de\n---\n{CROWD}", "utf-8")
    drawn(host.open(page, story))
    page.locator("[data-query]").fill("Ja")
    rest(page)
    counters = page.locator(".tl-more")
    assert counters.count() >= 4
    assert counters.evaluate_all("nodes => nodes.filter(node => !node.textContent || node.scrollWidth > node.clientWidth).length") == 0
    assert any(re.fullmatch(r"\d+/\d+", text) for text in counters.all_inner_texts())
