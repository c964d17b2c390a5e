"""A folder of pages, and a piece for another page."""

import re
from pathlib import Path

import pytest

import timeline
from timeline.assets import sample_folder
from timeline.errors import OptionError
from timeline.export.formats import WRITERS, find_writer
from timeline.export.fragment import export_fragment
from timeline.export.site import slug, write_site

SAMPLES = ("hanoi-summit-2019.de.txt", "hanoi-summit-2019.en.md", "kinds-of-time.en.md")


def test_an_index_and_a_page_each(tmp_path: Path) -> None:
    stories = [timeline.load(sample_folder() / name) for name in SAMPLES]
    written = write_site(stories, tmp_path / "site", title="Fälle & Stories", language="de")
    assert [path.name for path in written] == [*(f"{slug(story.title)}.html" for story in stories), "index.html"]
    index = written[-1].read_text("utf-8")
    assert '<html lang="de" dir="ltr">' in index
    assert "<title>Fälle &amp; Stories</title>" in index
    assert re.findall(r'<a href="([^"]+)"', index) == [path.name for path in written[:-1]]
    assert "40 Ereignisse" in index
    assert "<script" not in index
    assert not re.findall(r"https?://", index)
    assert written[0].read_text("utf-8").startswith("<!doctype html>")


def test_titles_that_are_the_same_or_hostile_get_names_of_their_own(tmp_path: Path) -> None:
    titles = ["Index", "Index", "../../etc", "<script>", "北京", "北京", "a" * 500]
    stories = [timeline.load("+++ 14:39 A +++\n", date="2019-02-28", title=title) for title in titles]
    names = [path.name for path in write_site(stories, tmp_path, title="x")]
    assert names == [
        "index-2.html",
        "index-3.html",
        "etc.html",
        "script.html",
        "timeline.html",
        "timeline-2.html",
        "a" * 60 + ".html",
        "index.html",
    ]
    assert "<script>" not in (tmp_path / "index.html").read_text("utf-8")


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    with pytest.raises(OptionError, match="cannot write into"):
        write_site([], tmp_path / "file", title="x")


def test_a_piece_for_another_page_is_one_frame_that_can_do_no_harm() -> None:
    story = timeline.load('+++ 14:39 "><script>alert(1)</script> +++\n', date="2019-02-28", title='A "B" <c>')
    piece = export_fragment(story)
    assert piece.count("<iframe ") == 1
    frame = re.match(r"<iframe [^>]*>", piece)
    assert frame
    assert "allow-same-origin" not in frame[0]
    assert 'title="A &quot;B&quot; &lt;c&gt;"' in frame[0]
    assert "<script>alert" not in piece
    assert re.findall(r"<script>", piece.replace(frame[0], "")) == ["<script>"]


def test_writers_are_found_by_the_end_of_a_name_or_by_their_own() -> None:
    assert find_writer(".HTML").name == "html"
    assert [find_writer("", one.name) for one in WRITERS] == list(WRITERS)
    with pytest.raises(OptionError, match=r"no format for '\.xyz'; end the name with one of \.html"):
        find_writer(".xyz")
    with pytest.raises(OptionError, match="unknown format 'word'; use one of html"):
        find_writer("", "word")
