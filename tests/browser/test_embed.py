"""A timeline in a frame of another page, the page as docs/embedding.md gives it; and the dialog that hands out link and lines."""

import re
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import FrameLocator, Page, expect
from werkzeug import Request, Response
from werkzeug.serving import make_server

from tests.browser.conftest import ROOT, Axe, Host, NewPage
from tests.browser.test_chart import drawn
from tests.browser.test_timeline import SAMPLE

SETTLED = 450
READERS = [("America/New_York", "en-US"), ("Asia/Kolkata", "en-IN"), ("Pacific/Apia", "de-DE")]
LISTENER = "<script>heard = []; addEventListener('message', ({ data }) => heard.push(data));</script>"


class Around:
    """A server of another origin than the timeline's own: the page around, and an exported file."""

    def __init__(self) -> None:
        self.pages: dict[str, str] = {}
        self.server = make_server("127.0.0.1", 0, Request.application(self._answer), threaded=True)
        self.base = f"http://localhost:{self.server.server_port}"
        self.thread = threading.Thread(target=self.server.serve_forever, daemon=True)
        self.thread.start()

    def _answer(self, request: Request) -> Response:
        page = self.pages.get(request.path)
        return Response(page or "", status=200 if page else 404, mimetype="text/html")

    def page_of(self, source: str) -> str:
        """The address of the documented page around a timeline at `source`."""
        lines = re.findall(r"```html\n(.*?)```", (ROOT / "docs" / "embedding.md").read_text("utf-8"), re.DOTALL)[1]
        body = lines.replace('src="summit.html"', f'src="{source}"')
        self.pages["/"] = f'<!doctype html><html lang=en><title>A</title><link rel="icon" href="data:,">{LISTENER}<h1>News</h1>{body}'
        return f"{self.base}/"


@pytest.fixture
def around() -> Iterator[Around]:
    served = Around()
    yield served
    served.server.shutdown()
    served.thread.join()
    served.server.server_close()


def framed(host: Host, page: Page, around: Around) -> FrameLocator:
    """The sample in the documented page; an exported file is served first, since no page may show a file."""
    host.open(page, SAMPLE)
    source = page.url
    if source.startswith("file:"):
        around.pages["/story.html"] = Path(source.removeprefix("file://")).read_text("utf-8")
        source = f"{around.base}/story.html"
    page.goto(around.page_of(source))
    inside = page.frame_locator("iframe")
    inside.locator("[data-plot] .point").first.wait_for(state="attached")
    return inside


@pytest.mark.parametrize(("timezone", "locale"), READERS)
def test_the_page_around_hears_and_leads(host: Host, new_page: NewPage, around: Around, timezone: str, locale: str) -> None:
    page = new_page(timezone_id=timezone, locale=locale)
    inside = framed(host, page, around)
    before = page.evaluate("history.length")
    inside.locator("#e4 h3").click()
    inside.locator("[data-zone]").select_option("UTC")
    page.wait_for_timeout(SETTLED)
    assert page.evaluate("location.hash") == "#e4&zone=UTC"
    assert page.evaluate("history.length") == before
    page.evaluate("location.hash = '#e2&zone=Asia/Tokyo'")
    expect(inside.locator("#e2")).to_have_attribute("aria-current", "true")
    expect(inside.locator("[data-zone]")).to_have_value("Asia/Tokyo")
    page.wait_for_timeout(SETTLED)
    assert page.evaluate("heard.at(-1).address") == "e2&zone=Asia/Tokyo"
    assert page.evaluate("heard.length") < 12, "nobody answers an echo"


def test_a_link_to_the_page_around_is_a_link_to_the_view(host: Host, page: Page, around: Around) -> None:
    framed(host, page, around)
    page.goto("about:blank")
    page.goto(f"{around.base}/#e4&zone=UTC")
    inside = page.frame_locator("iframe")
    expect(inside.locator("#e4")).to_have_attribute("aria-current", "true")
    expect(inside.locator("[data-zone]")).to_have_value("UTC")


def test_the_frame_gets_the_height_of_its_content_and_stays(host: Host, page: Page, around: Around) -> None:
    page.set_viewport_size({"width": 700, "height": 900})
    inside = framed(host, page, around)
    page.wait_for_timeout(SETTLED)
    told = page.evaluate("heard.at(-1).height")
    assert told > 3000, "all cards, one under the other"
    assert page.locator("iframe").evaluate("node => node.offsetHeight") == 810
    page.set_viewport_size({"width": 1300, "height": 900})
    page.wait_for_timeout(SETTLED)
    heights = page.evaluate("heard.map(message => message.height)")
    assert heights[-1] == 810, "chart and cards side by side fill the frame"
    assert len(heights) < 12, "no frame that grows for ever"
    inside.locator('[data-play="start"]').click()
    page.wait_for_timeout(SETTLED)
    assert page.evaluate("[heard.at(-1).height, heard.at(-1).address.includes('mode=story')]") == [720, True]


@pytest.mark.parametrize(
    "message", ["'e2'", "null", "{type: 'other', address: 'e2'}", "{type: 'ticker-timeline', address: 7}", "{type: 'ticker-timeline'}"]
)
def test_no_other_message_is_listened_to(host: Host, page: Page, around: Around, message: str) -> None:
    inside = framed(host, page, around)
    page.evaluate(f"document.querySelector('iframe').contentWindow.postMessage({message}, '*')")
    inside.locator("body").evaluate("() => postMessage({type: 'ticker-timeline', address: 'e2'}, '*')")  # from itself, not from the parent
    page.wait_for_timeout(150)
    expect(inside.locator("[data-entry][aria-current]")).to_have_count(0)


def test_share_hands_out_a_link_to_the_view_and_lines_to_embed_it(host: Host, page: Page, axe: Axe) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    drawn(host.open(page, SAMPLE))
    page.locator("[data-zone]").select_option("America/New_York")
    page.locator("#e4 h3").click()
    page.wait_for_timeout(SETTLED)
    page.locator("[data-share-open]").focus()
    page.keyboard.press("Enter")
    assert axe(page) == []
    link, lines = (page.locator(f'[data-shared="{name}"]') for name in ("link", "frame"))
    expect(link).to_have_value(page.url)
    text = lines.input_value()
    base = "ADRESSE-DIESER-SEITE" if page.url.startswith("file:") else page.url.split("#")[0]
    assert text.startswith(f'<iframe src="{base}#e4&amp;zone=America/New_York')
    assert 'loading="lazy"' in text
    assert 'title="Der Gipfel von Hanoi, Februar 2019"' in text
    assert re.findall(r"https?://[^/\"]+", text) == ([] if page.url.startswith("file:") else re.findall(r"https?://[^/\"]+", page.url))
    expect(page.locator("[data-share-hint]")).to_contain_text("ADRESSE" if page.url.startswith("file:") else "")
    page.locator('[data-copy="frame"]').click()
    expect(page.locator("[data-share-note]")).to_have_text("Kopiert.")
    if not page.url.startswith("file:"):  # a file may write the clipboard, not read it
        assert page.evaluate("navigator.clipboard.readText()") == text
    page.keyboard.press("Escape")
    expect(page.locator("[data-share]")).to_be_hidden()
    expect(page.locator("[data-share-open]")).to_be_focused()


def test_a_link_that_was_shared_opens_the_view(host: Host, page: Page, new_page: NewPage) -> None:
    drawn(host.open(page, SAMPLE))
    page.locator("[data-zone]").select_option("Asia/Pyongyang")
    page.locator("#e4 h3").click()
    page.locator("[data-share-open]").click()
    other = new_page()
    other.goto(page.locator('[data-shared="link"]').input_value())
    drawn(other)
    expect(other.locator("[data-zone]")).to_have_value("Asia/Pyongyang")
    expect(other.locator("#e4")).to_have_attribute("aria-current", "true")


def test_without_the_right_to_the_clipboard_the_copy_still_works(host: Host, page: Page, around: Around) -> None:
    inside = framed(host, page, around)
    inside.locator("body").evaluate("() => { navigator.clipboard?.writeText && (navigator.clipboard.writeText = () => Promise.reject()); }")
    inside.locator("[data-share-open]").click()
    inside.locator('[data-copy="link"]').click()
    expect(inside.locator("[data-share-note]")).to_have_text(re.compile("Kopiert|Ausgewählt"))
