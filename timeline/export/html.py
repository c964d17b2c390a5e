"""Story -> one self-contained HTML page: it works from file://, calls no host, and its cards are readable without JavaScript."""

from __future__ import annotations

import json
import lzma
import re
from base64 import b64encode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from types import MappingProxyType

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from timeline.assets import asset_folder, styles
from timeline.draw.media import sources_of
from timeline.draw.page import fragment
from timeline.draw.words import interface_language
from timeline.export.bundle import join_modules
from timeline.export.inline import Fetch, inline
from timeline.export.linked import description, linked_data
from timeline.model import Story

_ARRIVED = 'document.dispatchEvent(new Event("timeline:arrived"))'
"""Tells the runtime, which stands below the masthead, that the rest of the timeline is there. A browser paints when it has parsed for some
ten milliseconds: with the runtime in them it lays out and paints a masthead, without it also a chart's frame and the first cards."""


def export_html(story: Story, *, language: str | None = None, now: int | None = None, inline_media: Fetch | None = None) -> str:
    """The page as text, for writing as UTF-8. `language` is that of the interface; None takes the story's, or English.

    With `now`, an instant, a story that is running then shows a line of now, which moves on in the browser. `inline_media` gives bytes and
    type of an address; what it gives travels in the page, what it cannot give is a note on the source (`timeline.export.inline`).
    """
    if inline_media is not None:
        story = inline(story, inline_media)
    runtime = join_modules(asset_folder() / "timeline.mjs")
    element = fragment(story, language=language, now=now, below_head=f"<script>{runtime}</script>")
    return page_html(story, element, runtime, language=interface_language(story, language))


def page_html(story: Story, element: str, runtime: str, *, language: str) -> str:
    """A page around the `element` of a timeline, which holds its `runtime` as a script."""
    packed = packed_plotly()
    plotly = packed.source if packed else plotly_bundle()
    return templates().get_template("page.html.j2").render(
        language=language,
        title=story.title,
        description=description(story),
        policy=content_policy(runtime, _ARRIVED, plotly, *([packed.unpacker] if packed else []), sources=sources_of(story.entries)),
        style=Markup(styles()),
        linked=_script_safe(json.dumps(linked_data(story), ensure_ascii=False)),
        fragment=Markup(element),
        arrived=Markup(_ARRIVED),
        plotly=Markup(packed.text if packed else plotly),
        unpacker=Markup(packed.unpacker) if packed else "",
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Packed:
    """Plotly as LZMA in base64, the script that opens it, and what comes out, for the page's policy."""

    text: str
    unpacker: str
    source: str


@lru_cache(maxsize=1)
def packed_plotly() -> Packed | None:
    """What `tools/pack.py` made: a sixth less over the wire than Plotly as it is, less than half on a disk. None where it did not run."""
    folder = asset_folder() / "vendor"
    if not (folder / "plotly-basic.lzma").is_file() or not (folder / "unpack.js").is_file():
        return None
    data = (folder / "plotly-basic.lzma").read_bytes()
    return Packed(b64encode(data).decode(), (folder / "unpack.js").read_text("utf-8"), lzma.decompress(data).decode())


def plotly_bundle() -> str:
    """Plotly's basic bundle where it was fetched, else the four times larger one inside plotly.py; safe to stand in a script element."""
    path = asset_folder() / "vendor" / "plotly-basic.min.js"
    return _bundle(path.read_text("utf-8") if path.is_file() else None)


@lru_cache(maxsize=2)
def _bundle(source: str | None) -> str:
    if source is None:
        from plotly.offline import get_plotlyjs

        source = str(get_plotlyjs())
    return re.sub(r"</(?=script)", r"<\\/", source.replace("\r\n", "\n"), flags=re.IGNORECASE)


def content_policy(*scripts: str, sources: Mapping[str, Sequence[str]] = MappingProxyType({})) -> str:
    """A policy under which only these very scripts run and no other host is asked, but for the `sources` of its own pictures, videos and
    sounds: `img-src` and `media-src` -> origins, asked for when a reader says so. The page itself fetches nothing; `connect-src` is its
    own host so that tools which read that host's robots.txt from within the page are not blocked."""
    images, played = " ".join(["data:", *sources.get("img-src", ())]), " ".join(sources.get("media-src", ()))
    hashes = " ".join(f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'" for script in scripts)
    return (
        f"default-src 'none'; script-src {hashes}; style-src 'unsafe-inline'; img-src {images}; font-src 'none'; "
        + (f"media-src {played}; " if played else "")
        + "connect-src 'self'; base-uri 'none'; form-action 'none'"
    )


def _script_safe(text: str) -> Markup:
    return Markup(text.replace("<", "\\u003c"))


@lru_cache(maxsize=1)
def templates() -> Environment:
    """The templates of this package, with autoescape on and undefined names as errors."""
    return Environment(loader=PackageLoader("timeline.export", "templates"), autoescape=True, undefined=StrictUndefined)
