"""Media carried in the exported page: only by the caller's own hand, and what fails is said."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.draw.stories import STORY
from tests.draw.test_media import png
from timeline.export.html import export_html
from timeline.export.inline import ALL, LARGEST, beside, inline
from timeline.model import Media, Story

HERE = "https://pictures.example/a.png"


def story_with(*media: Media) -> Story:
    return replace(STORY, entries=(replace(STORY.entries[0], media=media), *STORY.entries[1:]))


def policy_of(page: str) -> str:
    return page.split('Content-Security-Policy" content="')[1].split('"')[0].replace("&#39;", "'")


def test_a_policy_allows_only_the_hosts_of_its_own_media() -> None:
    assert "img-src data:; " in policy_of(export_html(STORY))
    assert "media-src" not in policy_of(export_html(STORY))
    page = export_html(story_with(Media("image", HERE), Media("audio", "http://sounds.example:81/a.mp3")))
    assert "img-src data: https://pictures.example; " in policy_of(page)
    assert "media-src http://sounds.example:81; " in policy_of(page)
    assert '<meta name="referrer" content="no-referrer">' in page


def test_what_is_given_travels_inside_and_its_host_leaves_the_policy() -> None:
    asked: list[str] = []

    def fetch(address: str) -> tuple[bytes, str]:
        asked.append(address)
        return png(3, 2), "image/png; charset=binary"

    story = story_with(Media("image", HERE, "One"), Media("image", HERE, "Two"), Media("link", HERE), Media("quotation", HERE, text="x"))
    page = export_html(story, inline_media=fetch)
    assert asked == [HERE]
    assert page.count('<img src="data:image/png;base64,') == 2
    assert 'width="3" height="2"' in page
    assert "img-src data:; " in policy_of(page)
    captions = [one.caption for one in inline(story, fetch).entries[0].media]
    assert captions == ["One", "Two", "", ""]
    assert inline(story, fetch).problems == story.problems


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (TimeoutError("timed out"), "timed out"),
        (FileNotFoundError(2, "No such file or directory"), "No such file"),
        (ValueError("no such thing"), "no such thing"),
        ((b"x" * (LARGEST + 1), "image/png"), "larger than 5 MB"),
        ((b"<svg/>", "image/svg+xml"), "image/svg+xml is not carried as image"),
        ((b"<html>", "text/html"), "text/html"),
        ((b"x", "video/mp4"), "video/mp4 is not carried as image"),
        ((b"x", ""), "its type"),
    ],
)
def test_what_cannot_be_carried_stays_a_link_and_is_said(answer: object, reason: str) -> None:
    def fetch(address: str) -> tuple[bytes, str]:
        if isinstance(answer, Exception):
            raise answer
        return answer  # type: ignore[return-value]

    told = inline(story_with(Media("image", HERE)), fetch)
    (problem,) = [one for one in told.problems if one.code == "media"]
    assert reason in problem.values["reason"]
    assert (problem.words, problem.column) == (HERE, "media")
    assert HERE in problem.say("de")
    page = export_html(story_with(Media("image", HERE)), inline_media=fetch)
    assert "is not carried in the page" in page
    assert "img-src data: https://pictures.example; " in policy_of(page)


def test_all_together_have_a_bound() -> None:
    many = [Media("image", f"https://pictures.example/{number}.png") for number in range(ALL // LARGEST + 2)]
    told = inline(story_with(*many), lambda address: (b"x" * LARGEST, "image/png"))
    carried = [one for one in told.entries[0].media if one.address.startswith("data:")]
    assert 0 < len(carried) <= ALL // LARGEST
    assert len([one for one in told.problems if one.code == "media"]) == len(many) - len(carried)


def test_files_beside_the_source_and_no_others(tmp_path: Path) -> None:
    folder = tmp_path / "story"
    (folder / "pictures").mkdir(parents=True)
    (folder / "pictures" / "a.png").write_bytes(png(3, 2))
    (tmp_path / "secret.png").write_bytes(png(3, 2))
    fetch = beside(folder)
    assert fetch("pictures/a.png") == (png(3, 2), "image/png")
    for outside in ("../secret.png", str(tmp_path / "secret.png"), "pictures/../../secret.png"):
        with pytest.raises(ValueError, match="outside"):
            fetch(outside)
    for missing in ("b.png", "https://example.org/a.png", "pictures", "a\0b.png"):
        with pytest.raises((OSError, ValueError)):
            fetch(missing)
