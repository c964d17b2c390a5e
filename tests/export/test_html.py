import gzip
import json
import re
from base64 import b64encode
from hashlib import sha256
from html import unescape
from pathlib import Path

import pytest

from tests.draw.stories import STORY
from timeline.assets import asset_folder
from timeline.export import html as export
from timeline.export.bundle import join_modules
from timeline.export.fragment import frame as frame_of
from timeline.export.html import export_html, packed_plotly, plotly_bundle
from timeline.export.linked import linked_data
from timeline.model import Story

SMALL = (asset_folder() / "vendor" / "plotly-basic.min.js").is_file()


def test_the_head_says_what_the_page_is() -> None:
    page = export_html(STORY, language="de")
    head = page.split("</head>")[0]
    assert page.startswith('<!doctype html>\n<html lang="de">')
    assert "<title>Two days in Hanoi</title>" in head
    assert '<meta name="description" content="Eight months after' in head
    assert 'name="color-scheme"' in head
    assert 'name="viewport"' in head


def test_the_policy_lets_exactly_these_scripts_run() -> None:
    page = export_html(STORY)
    found = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', page)
    assert found
    policy = unescape(found[1])
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe-eval" not in policy
    scripts = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    assert len(scripts) == (3 if packed_plotly() else 2)
    for script in [*scripts, plotly_bundle()]:
        assert f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'" in policy


def test_nothing_is_loaded_from_anywhere() -> None:
    page = export_html(STORY)
    around = page.replace(plotly_bundle(), "")
    assert not re.findall(r"<(?:script|img|iframe|link)[^>]+(?:src|href)=\"(?!data:)", around)
    assert "@import" not in around
    assert "url(" not in around
    assert set(re.findall(r"https?://[\w./-]+", around)) == {"https://example.org/lunch", "https://schema.org"}


def test_plotly_is_inert_and_stands_behind_everything_but_what_opens_it() -> None:
    page = export_html(STORY)
    behind = page[page.index('<script type="text/plain" data-plotly>') :]
    assert behind.count("<script") == (2 if packed_plotly() else 1)
    assert page.index("tl-cards") < page.index("data-plotly>")


def test_the_first_paint_waits_for_little_more_than_the_masthead() -> None:
    """A browser paints what it has parsed in ten milliseconds: little may stand before the masthead, and behind it first what is no box."""
    page = export_html(STORY)
    order = ['<h1 id="tl-title"', 'class="tl-standfirst"', "</header>", "<script>(() =>", 'class="tl-panes"', "timeline:arrived", "ld+json"]
    places = [page.rindex(mark) for mark in order]
    assert places == sorted(places)
    assert "<script" not in page[: page.index("</header>")]


@pytest.mark.skipif(not packed_plotly(), reason="assets/vendor/plotly-basic.lzma was not made")
def test_what_is_packed_is_the_very_bundle() -> None:
    packed = packed_plotly()
    assert packed
    assert packed.source == plotly_bundle()
    assert len(packed.text) < len(packed.source) / 2
    assert "</script" not in packed.unpacker
    assert "lzma1, MIT" in packed.unpacker


@pytest.mark.skipif(not SMALL, reason="assets/vendor/plotly-basic.min.js was not fetched")
def test_without_packing_plotly_stands_in_the_page_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(export, "packed_plotly", lambda: None)
    page = export_html(STORY)
    assert f'<script type="text/plain" data-plotly>{plotly_bundle()}</script>' in page
    assert page.count("unpack = ") == 0


def test_linked_data_tells_entries_and_coverage() -> None:
    data = linked_data(STORY)
    assert data["@type"] == "LiveBlogPosting"
    assert data["coverageStartTime"] == "2017-09-01T00:00+07:00"
    assert isinstance(data["liveBlogUpdate"], list)
    assert len(data["liveBlogUpdate"]) == len(STORY.entries)
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', export_html(STORY), re.DOTALL)
    assert found
    assert json.loads(found[1]) == data


def test_a_story_without_introduction_or_events_can_be_exported() -> None:
    assert '<meta name="description" content="Empty">' in export_html(Story("Empty", "en", "UTC", (), ()))


@pytest.mark.skipif(not SMALL, reason="assets/vendor/plotly-basic.min.js was not fetched")
def test_the_page_stays_small() -> None:
    page = export_html(STORY).encode()
    assert len(gzip.compress(page)) < 430_000
    runtime = join_modules(asset_folder() / "timeline.mjs").encode()
    assert len(gzip.compress(runtime)) < 42_000, "it has to run before anything else does"


def test_without_the_small_bundle_the_one_in_plotly_py_is_taken(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(export, "asset_folder", lambda: tmp_path)
    bundle = plotly_bundle()
    assert len(bundle) > 4_000_000
    assert "</script" not in bundle.lower()


def test_a_notebook_shows_the_page_in_a_frame_of_its_own() -> None:
    frame = frame_of(STORY)
    assert frame.startswith('<iframe srcdoc="&lt;!doctype html&gt;')
    assert 'sandbox="allow-scripts allow-popups"' in frame
    assert frame.count("<") == 2
    assert STORY._repr_html_() == frame


def module(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def test_modules_are_joined_after_what_they_need(tmp_path: Path) -> None:
    module(tmp_path, "b.mjs", "// @ts-check\n/** Twice.\n * @param {number} x */\nexport const twice = (x) => 2 * x; // goes\n")
    text = """import { twice } from "./b.mjs";
export function run() {
  /** @type {string} */

  return "http://" + twice(/** @type {any} */ (1));
}
"""
    entry = module(tmp_path, "a.mjs", text)
    assert join_modules(entry) == (
        '(() => {\n"use strict";\nconst twice = (x) => 2 * x;\nfunction run() {\nreturn "http://" + twice((1));\n}\n})();\n'
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('import { twice as two } from "./b.mjs";\n', "cannot be joined"),
        ('import * as b from "./b.mjs";\n', "cannot be joined"),
        ("export default 1;\n", "cannot be joined"),
        ('import { twice } from "./b.mjs";\nconst twice = 2;\n', "both declare 'twice'"),
        ("const text = `a\n// b`;\n", "leaves a template literal open"),
    ],
)
def test_what_cannot_be_joined_is_refused(tmp_path: Path, text: str, words: str) -> None:
    module(tmp_path, "b.mjs", "export const twice = (x) => 2 * x;\n")
    with pytest.raises(ValueError, match=re.escape(words)):
        join_modules(module(tmp_path, "a.mjs", text))
