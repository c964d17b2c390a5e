"""Pictures of a story: what they show, that one browser takes them all, and what is said where there is none."""

import struct
import zlib
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pytest
from pypdf import PdfReader

import timeline
from tests.browser.conftest import find
from timeline.errors import OptionError
from timeline.export import export
from timeline.export.images import Camera, Look, find_browser, has_browser
from timeline.model import Story

SAMPLES = ("hanoi-summit-2019.de.txt", "hanoi-summit-2019.en.md", "kinds-of-time.en.md", "clock-change-berlin-2024.de.txt")


@pytest.fixture(autouse=True)
def _with_a_browser(browser: object) -> None:
    """These fail or skip like every test here where there is none."""


def size(png: bytes) -> tuple[int, int]:
    """Width and height of a PNG (https://www.w3.org/TR/png-3/#11IHDR)."""
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    return struct.unpack(">2L", png[16:24])


def colours(png: bytes) -> int:
    """How many different rows of pixels a PNG has: an empty picture has few."""
    data, at = b"", 8
    while at < len(png):
        length, kind = struct.unpack(">L4s", png[at : at + 8])
        data += png[at + 8 : at + 8 + length] if kind == b"IDAT" else b""
        at += 12 + length
    raw, (width, height) = zlib.decompress(data), size(png)
    line = len(raw) // height
    assert line in (width * 3 + 1, width * 4 + 1)
    return len({raw[start : start + line] for start in range(0, len(raw), line)})


def test_one_camera_takes_every_kind_of_every_story() -> None:
    stories = [timeline.load(find(name)) for name in SAMPLES]
    with Camera(Look(width=900, scale=1)) as camera:
        pictures = [camera.take(story) for story in stories]
        assert {size(picture)[0] for picture in pictures} == {900}
        assert all(size(picture)[1] > 250 and colours(picture) > 60 for picture in pictures)
        assert len(set(pictures)) == len(pictures)
        whole = camera.take(stories[0], part="page")
        assert size(whole)[1] > size(pictures[0])[1]
        again = camera.take(stories[0])  # nothing of what came between is left
        assert size(again) == size(pictures[0])


def test_an_svg_has_the_words_and_no_script() -> None:
    story = timeline.load("+++ 14:39 <script>alert(1)</script> & mehr +++\n", date="2019-02-28", zone="Asia/Tokyo", title="A & B")
    with Camera() as camera:
        svg = camera.take(story, "svg")
    root = ElementTree.fromstring(svg)
    words = "".join(root.itertext())
    assert "<script>alert(1)" in words
    assert not [node for node in root.iter() if node.tag.endswith("}script")]
    assert "A & B" in words


def test_a_pdf_has_the_line_and_the_cards() -> None:
    story = timeline.load(find(SAMPLES[1]))
    with Camera() as camera:
        for look, shape in ((Look(), (595, 842)), (Look(paper="A3", across=True), (1191, 842))):
            camera.look = look
            path = camera.take(story, "pdf")
            pages = PdfReader(BytesIO(path)).pages
            words = " ".join(page.extract_text() for page in pages)
            assert (pages[0].mediabox.width, pages[0].mediabox.height) == pytest.approx(shape, abs=2)  # whole CSS pixels
            assert all(entry.headline.split()[0] in words for entry in story.entries)
        assert len(PdfReader(BytesIO(camera.take(story, "pdf", part="chart"))).pages) == 1


def test_the_end_of_a_name_says_which_picture(tmp_path: Path) -> None:
    story = timeline.load(find(SAMPLES[3]))
    for suffix, start in ((".png", b"\x89PNG"), (".svg", b"<svg"), (".pdf", b"%PDF")):
        export(story, tmp_path / f"a{suffix}")
        assert (tmp_path / f"a{suffix}").read_bytes().startswith(start)


def test_a_story_without_an_event_has_a_picture_too() -> None:
    with Camera(Look(scale=1)) as camera:
        assert size(camera.take(Story("Empty", "en", "UTC", (), ())))[0] == 1200


def test_dark_is_dark() -> None:
    story = timeline.load(find(SAMPLES[2]))
    with Camera(Look(scale=1)) as light, Camera(Look(scale=1, scheme="dark")) as dark:
        assert light.take(story) != dark.take(story)


def test_what_is_asked_of_a_camera_that_it_cannot_do() -> None:
    with Camera() as camera, pytest.raises(OptionError, match="a page of text is no SVG"):
        camera.take(Story("Empty", "en", "UTC", (), ()), "svg", part="page")
    with pytest.raises(OptionError, match="not open"):
        Camera().take(Story("Empty", "en", "UTC", (), ()))


def test_without_a_browser_the_message_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHROMIUM", "/nowhere/chrome")
    assert not has_browser()
    with pytest.raises(OptionError, match=r"'/nowhere/chrome' is none; install it .* or set CHROMIUM to its path"):
        find_browser()
    monkeypatch.delenv("CHROMIUM")
    monkeypatch.setenv("PATH", "")
    with pytest.raises(OptionError, match="none was found"):
        find_browser()
