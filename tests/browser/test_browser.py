"""The browser tests' own instruments work: they see what they are to forbid."""

from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Axe, NewPage, Watch

EMPTY = "<!doctype html><html lang=en><title>A</title><main><h1>A</h1>{}</main></html>"


def test_reader_is_in_los_angeles(page: Page) -> None:
    assert page.evaluate("Intl.DateTimeFormat().resolvedOptions().timeZone") == "America/Los_Angeles"


@pytest.mark.page(timezone_id="Asia/Tokyo", locale="de-DE", color_scheme="dark", reduced_motion="reduce")
def test_reader_can_be_another(page: Page) -> None:
    said: list[Any] = page.evaluate(
        "[Intl.DateTimeFormat().resolvedOptions().timeZone, navigator.language,"
        " matchMedia('(prefers-color-scheme: dark)').matches, matchMedia('(prefers-reduced-motion)').matches]"
    )
    assert said == ["Asia/Tokyo", "de-DE", True, True]


def test_two_readers_in_one_test(new_page: NewPage) -> None:
    widths = [new_page(viewport={"width": width, "height": 600}).evaluate("innerWidth") for width in (320, 1600)]
    assert widths == [320, 1600]


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ("<img alt='' src='http://elsewhere.invalid/a.png'>", "asked another host: http://elsewhere.invalid/a.png"),
        ("<script>console.error('ouch')</script>", "console error: ouch"),
        ("<script>throw new Error('broken')</script>", "page error: Error: broken"),
    ],
)
def test_watch_sees_what_no_page_may_do(new_page: NewPage, body: str, fault: str) -> None:
    watched = new_page().context.browser
    assert watched is not None
    watch, page = Watch(), watched.new_page()  # a page of its own, since the fixture's would fail this test
    watch.over(page)
    page.set_content(EMPTY.format(body))
    page.wait_for_timeout(100)
    page.context.close()
    assert any(found.startswith(fault) for found in watch.faults), watch.faults


def test_axe_sees_an_image_without_words(page: Page, axe: Axe) -> None:
    page.set_content(EMPTY.format("<img src='data:,'>"))
    assert [found["rule"] for found in axe(page)] == ["image-alt"]
    page.set_content(EMPTY.format(""))
    assert axe(page) == []
