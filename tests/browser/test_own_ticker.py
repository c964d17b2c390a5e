"""The app's own part: choose another story, bring one's own, save the page; and that visitors stay apart."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from timeline.export.formats import WRITERS
from timeline.read import READERS

SAMPLE = "hanoi-summit-2019.de.txt"
TICKER = "+++ 14:39 <script>document.title='boo'</script> Zug da +++\nFullscreen\n"
OWN = f"---\ntitle: Mein Tag\ndate: 2024-10-27\nzone: Europe/Berlin\n---\n{TICKER}"


@pytest.fixture
def app(request: pytest.FixtureRequest) -> Callable[[Page], Page]:
    """Opens the sample on the app, and waits until the bar takes clicks."""
    host = request.getfixturevalue("_app")

    def open_app(page: Page) -> Page:
        host.open(page, SAMPLE)
        expect(page.locator("[data-open]")).to_be_enabled()
        return page

    return open_app


def paste(page: Page, text: str) -> None:
    """Pastes a ticker and asks for its timeline."""
    page.locator("[data-open]").click()
    page.locator("[data-own] textarea").fill(text)
    page.locator("[data-own] .app-main").click()


def show(page: Page) -> None:
    """Reads the report on what was brought, and asks for its timeline."""
    page.locator("[data-report] .app-main").click()


def save_as_page(page: Page) -> None:
    """Asks for the web page among the formats."""
    page.locator("[data-export]").click()
    page.locator("[data-format=html]").click()


def test_paste_shows_the_timeline_with_assumptions_and_problems(app: Callable[[Page], Page], page: Page) -> None:
    app(page)
    title = page.locator("h1").inner_text()
    paste(page, OWN)
    expect(page.locator("#app-report")).to_have_text("Mein Tag")
    expect(page.locator("#app-report")).to_be_focused()
    expect(page.locator("[data-report] .app-facts")).to_contain_text("1 Datensatz")
    expect(page.locator("[data-report] [data-found=notes]")).to_contain_text("Fullscreen")
    expect(page.locator("h1")).to_have_text(title)  # nothing is shown before the report was read
    show(page)
    expect(page.locator("h1")).to_have_text("Mein Tag")
    expect(page.locator("[data-dialog]")).to_be_hidden()
    expect(page.locator("ol[data-cards] > li")).to_have_count(1)
    expect(page.locator("ol[data-cards]")).to_contain_text("<script>document.title='boo'</script> Zug da")
    expect(page.locator("#tl-notes section")).to_have_count(2)
    expect(page.locator("[data-note]")).to_contain_text("Einträge: 1, Ereignisse: 1, Annahmen: 1, Hinweise zur Quelle: 1")
    assert page.title() == "Mein Tag"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Kein Ticker.", "kein Eintrag"),
        ("+++ Zug da +++", "Datum des neuesten Eintrags"),
        ("---\nzone: [\n---\n", "kein Eintrag"),
        ("   ", ""),
    ],
)
def test_what_is_wrong_is_said_and_the_story_stays(app: Callable[[Page], Page], page: Page, text: str, message: str) -> None:
    app(page)
    title = page.locator("h1").inner_text()
    paste(page, text)
    expect(page.locator("[data-own-message]")).to_have_text(re.compile(re.escape(message) if message else "."))
    expect(page.locator("[data-dialog]")).to_be_visible()
    expect(page.locator("h1")).to_have_text(title)


@pytest.mark.parametrize("size", [(1280, 720), (390, 844)])
def test_the_field_that_is_asked_for_is_marked_and_the_way_on_is_in_sight(
    app: Callable[[Page], Page], page: Page, size: tuple[int, int]
) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    app(page)
    paste(page, "+++ 14:39 Zug da +++")
    date, zone = (page.locator(f'[data-dialog] [name="{name}"]') for name in ("date", "zone"))
    expect(date).to_be_focused()
    expect(date).to_have_attribute("aria-invalid", "true")
    for part in (date, page.locator("[data-own-message]"), page.locator("[data-own] .app-main")):
        expect(part).to_be_in_viewport(ratio=1)
    date.fill("2019-02-28")
    zone.fill("Nirgends")
    page.locator("[data-own] .app-main").click()
    expect(zone).to_be_focused()
    expect(date).not_to_have_attribute("aria-invalid", "true")
    zone.fill("Asia/Tokyo")
    page.locator("[data-own] .app-main").click()
    expect(page.locator("#app-report")).to_be_visible()
    assert page.locator("[aria-invalid]").count() == 0


@pytest.mark.parametrize("spoken", ["de", "en"])
def test_a_ticker_in_another_language_leaves_the_page_in_the_readers(
    app: Callable[[Page], Page], page: Page, new_page: Callable[[], Page], tmp_path: Path, spoken: str
) -> None:
    app(page).locator("[data-language]").select_option(spoken)
    foreign = {"de": "language: en\n", "en": "language: de\n"}[spoken]
    paste(page, OWN.replace("zone:", f"{foreign}zone:"))
    show(page)
    expect(page.locator("h1")).to_have_text("Mein Tag")
    assert page.locator("h1").get_attribute("lang") != spoken
    for part in ("html", "[data-timeline]"):
        assert page.locator(part).get_attribute("lang") == spoken
    expect(page.locator("[data-language]")).to_have_value(spoken)
    expect(page.locator("[data-share-open]")).to_have_text({"de": "Teilen", "en": "Share"}[spoken])
    expect(page.locator("[data-open]")).to_have_text({"de": "Eigenen Ticker öffnen", "en": "Open your own ticker"}[spoken])
    with page.expect_download() as download:
        save_as_page(page)
    download.value.save_as(tmp_path / "saved.html")
    opened = new_page()
    opened.goto((tmp_path / "saved.html").as_uri())
    assert opened.locator("html").get_attribute("lang") == spoken


def test_the_form_is_empty_after_it_was_used(app: Callable[[Page], Page], page: Page) -> None:
    app(page)
    paste(page, OWN)
    show(page)
    expect(page.locator("h1")).to_have_text("Mein Tag")
    page.locator("[data-open]").click()
    expect(page.locator("[data-own] textarea")).to_have_value("")
    page.locator("[data-own] [name=zone]").focus()
    assert page.locator("#tl-zones option").count() > 100


def test_the_form_says_what_the_text_does_not(app: Callable[[Page], Page], page: Page) -> None:
    app(page)
    page.locator("[data-open]").click()
    page.locator("[data-own] textarea").fill("+++ 14:39 Zug da +++\n")
    page.locator("[data-own] [name=date]").fill("2024-10-27")
    page.locator("[data-own] [name=zone]").fill("Asia/Tokyo")
    page.locator("[data-own] .app-main").click()
    show(page)
    expect(page.locator("ol[data-cards] time").first).to_contain_text("14:39")
    expect(page.locator("ol[data-cards] time").first).to_have_attribute("datetime", re.compile(r"T14:39\+09:00|T05:39Z"))


def test_a_file_in_windows_1252(app: Callable[[Page], Page], page: Page, tmp_path: Path) -> None:
    ticker = tmp_path / "schwaene.txt"
    ticker.write_bytes("+++ 14:39 Schwäne übersiedeln +++\n".encode("cp1252"))
    app(page)
    page.locator("[data-open]").click()
    page.locator("[data-own] [name=file]").set_input_files(ticker)
    page.locator("[data-own] [name=date]").fill("2024-10-27")
    page.locator("[data-own] .app-main").click()
    show(page)
    expect(page.locator("ol[data-cards]")).to_contain_text("Schwäne übersiedeln")


def test_drop_of_a_file_and_of_text(app: Callable[[Page], Page], page: Page) -> None:
    app(page)
    page.evaluate(
        """text => {
            const data = new DataTransfer();
            data.items.add(new File([text], "mine.txt", { type: "text/plain" }));
            document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
        }""",
        OWN,
    )
    show(page)
    expect(page.locator("h1")).to_have_text("Mein Tag")
    page.evaluate(
        """text => {
            const data = new DataTransfer();
            data.setData("text/plain", text);
            document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
        }""",
        OWN.replace("Mein Tag", "Noch einer"),
    )
    show(page)
    expect(page.locator("h1")).to_have_text("Noch einer")


def test_two_visitors_at_once_see_their_own(app: Callable[[Page], Page], new_page: Callable[[], Page]) -> None:
    first, second = app(new_page()), app(new_page())
    paste(first, OWN.replace("Mein Tag", "Der erste"))
    paste(second, OWN.replace("Mein Tag", "Der zweite"))
    show(first)
    show(second)
    expect(first.locator("h1")).to_have_text("Der erste")
    expect(second.locator("h1")).to_have_text("Der zweite")
    third = app(new_page())
    assert "Der erste" not in third.content()
    assert "Der zweite" not in third.content()
    first.reload()
    expect(first.locator("h1")).to_have_text("Der Gipfel von Hanoi, Februar 2019")


def test_another_story_from_the_list(app: Callable[[Page], Page], page: Page) -> None:
    app(page)
    page.locator("[data-stories] select").select_option("hanoi-summit-2019.en.md")
    expect(page.locator("h1")).to_have_text("Trump and Kim in Hanoi")
    assert page.locator("html").get_attribute("lang") == "en"
    page.go_back()
    expect(page.locator("h1")).to_have_text("Der Gipfel von Hanoi, Februar 2019")
    expect(page.locator("[data-stories] select")).to_have_value(SAMPLE)


def test_a_chosen_language_goes_along_to_another_story(app: Callable[[Page], Page], page: Page) -> None:
    app(page).locator("[data-stories] select").select_option("hanoi-summit-2019.en.md")
    expect(page.locator("[data-language]")).to_have_value("en")
    page.locator("[data-language]").select_option("de")
    page.locator("[data-stories] select").select_option("kinds-of-time.en.md")
    expect(page.locator("h1")).to_have_text("Nine ways to know when")
    expect(page.locator("[data-language]")).to_have_value("de")
    expect(page.locator("[data-open]")).to_have_text("Eigenen Ticker öffnen")


@pytest.mark.parametrize("own", [False, True])
def test_save_what_is_shown_as_a_page(
    app: Callable[[Page], Page], page: Page, new_page: Callable[[], Page], tmp_path: Path, own: bool
) -> None:
    app(page)
    if own:
        paste(page, OWN)
        show(page)
        expect(page.locator("h1")).to_have_text("Mein Tag")
    title = page.locator("h1").inner_text()
    with page.expect_download() as download:
        save_as_page(page)
    saved = tmp_path / "saved.html"
    download.value.save_as(saved)
    assert download.value.suggested_filename == ("mein-tag.html" if own else "der-gipfel-von-hanoi-februar-2019.html")
    opened = new_page()
    opened.goto(saved.as_uri())
    expect(opened.locator("h1")).to_have_text(title)


def test_the_story_can_be_read_and_changed_without_scripts(new_page: Callable[..., Page], request: pytest.FixtureRequest) -> None:
    page = new_page(java_script_enabled=False)
    request.getfixturevalue("_app").open(page, SAMPLE)
    expect(page.locator("ol[data-cards] > li")).to_have_count(24)
    page.locator("[data-stories] select").select_option("hanoi-summit-2019.en.md")
    page.locator("[data-stories] button").click()
    expect(page.locator("h1")).to_have_text("Trump and Kim in Hanoi")


@pytest.mark.parametrize("size", [(320, 700), (390, 844), (1280, 720)])
def test_the_dialog_fits_its_window(app: Callable[[Page], Page], page: Page, size: tuple[int, int]) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    app(page).locator("[data-open]").click()
    edges: list[float] = page.locator("[data-dialog]").evaluate(
        "node => [node.getBoundingClientRect().left, node.getBoundingClientRect().right]"
    )
    assert edges[0] >= 8
    assert edges[1] <= size[0] - 8
    assert page.locator("[data-dialog]").evaluate("node => node.scrollWidth - node.clientWidth") == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 768, 1280])
def test_axe_finds_nothing_in_the_bar_and_the_dialog(
    app: Callable[[Page], Page], new_page: Callable[..., Page], axe: Callable[[Page], list[object]], width: int, scheme: str
) -> None:
    page = app(new_page(viewport={"width": width, "height": 720}, color_scheme=scheme))
    assert axe(page) == []
    page.locator("[data-open]").click()
    page.locator("[data-own] .app-main").click()
    expect(page.locator("[data-own-message]")).not_to_be_empty()
    assert axe(page) == []
    page.locator("[data-own] textarea").fill(OWN)
    page.locator("[data-own] .app-main").click()
    expect(page.locator("#app-report")).to_be_visible()
    assert axe(page) == []
    show(page)
    page.locator("[data-export]").click()
    assert axe(page) == []


def test_back_from_the_report_to_what_was_pasted(app: Callable[[Page], Page], page: Page) -> None:
    app(page)
    paste(page, OWN)
    page.locator("[data-back]").click()
    expect(page.locator("[data-own] textarea")).to_have_value(OWN)
    expect(page.locator("[data-own] textarea")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("h1")).to_have_text("Der Gipfel von Hanoi, Februar 2019")


def test_every_format_is_offered_in_the_readers_language(app: Callable[[Page], Page], page: Page) -> None:
    app(page).locator("[data-language]").select_option("en")
    page.locator("[data-export]").click()
    expect(page.locator("[data-format]")).to_have_count(len(WRITERS))
    expect(page.locator("[data-format=html]")).to_have_text("Web page")
    page.keyboard.press("Escape")
    page.locator("[data-open]").click()
    expect(page.locator("[data-own] [name=format] option")).to_have_count(len(READERS) + 1)
