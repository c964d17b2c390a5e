"""Pictures of a story: its chart as PNG, SVG or PDF, its whole page as PNG or PDF, drawn by a Chromium that is on the machine.

They show what the page shows, since it is the page that is photographed; an SVG is the figure as `timeline.figure` makes it, drawn by
plotly.js. A `Camera` keeps one browser and one page for any number of stories: to start them is most of the time that a picture takes.
The browser has no network, and none of the story's media are loaded.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from types import TracebackType
from typing import TYPE_CHECKING, Any, Literal, TypeVar, get_args
from urllib.parse import unquote

from timeline.assets import asset_folder
from timeline.draw.figure import figure
from timeline.draw.page import fragment
from timeline.draw.words import interface_language
from timeline.errors import OptionError
from timeline.export.html import export_html
from timeline.model import Story

if TYPE_CHECKING:
    from playwright.sync_api import Page

Kind = Literal["png", "svg", "pdf"]
Part = Literal["chart", "page"]
Answer = TypeVar("Answer")

_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
_QUIET = (
    "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip
_PATIENCE = 30_000
_HEIGHT = 1000
"""Of the window, in which the rows of a chart take what they need; a picture ends below its legend."""
_DRAWN = """() => {
  const chart = document.querySelector('[data-chart]');
  return !chart || !document.querySelector('.tl-card [data-event]')
    || (document.querySelector('[data-plot] .main-svg') && !chart.matches('.is-moving')) }"""
"""Whether Plotly has drawn what the chart shows, or there is nothing to draw."""
_REST = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
_NEXT = """([html, title, language]) => {
  document.querySelector('main').setAttribute('data-fragment', html);
  [document.title, document.documentElement.lang] = [title, language] }"""
_STYLE = """css => {
  const node = document.querySelector('style[data-picture]') ?? document.head.appendChild(document.createElement('style'));
  node.setAttribute('data-picture', '');
  node.textContent = css }"""
_SVG = """async ([figure, width, height]) => window.Plotly.toImage(JSON.parse(figure), { format: 'svg', width, height })"""


@dataclass(frozen=True, slots=True)
class Look:
    """How a picture looks: `width` in CSS pixels, `scale` device pixels for each, `paper` and `across` of a PDF of the whole page."""

    width: int = 1200
    scale: float = 2
    scheme: Literal["light", "dark"] = "light"
    paper: Literal["A4", "A3"] = "A4"
    across: bool = False


class Camera:
    """Takes pictures in one browser; a context manager.

    Raises `OptionError` where no Chromium is found.
    """

    def __init__(self, look: Look | None = None, *, language: str | None = None) -> None:
        self.look = look or Look()
        self.language = language
        self._open, self._browser = ExitStack(), ExitStack()
        self._page: Page | None = None
        self._style, self._filled = "", False

    def __enter__(self) -> Camera:
        with ExitStack() as opened:  # closed at once where it cannot start
            self._thread = opened.enter_context(ThreadPoolExecutor(1, "camera"))
            opened.callback(lambda: self._do(self._browser.close))
            self._do(self._start)
            self._open = opened.pop_all()
        return self

    def _do(self, act: Callable[..., Answer], *given: object) -> Answer:
        """In a thread of its own: Playwright's plain calls refuse one that has a running loop, as every notebook's has."""
        return self._thread.submit(act, *given).result()

    def _start(self) -> None:
        from playwright.sync_api import sync_playwright

        path = find_browser()
        root = ("--no-sandbox",) if hasattr(os, "geteuid") and os.geteuid() == 0 else ()  # Chromium refuses to run as root with its sandbox
        playwright = self._browser.enter_context(sync_playwright())
        browser = playwright.chromium.launch(executable_path=path, args=[*_QUIET, *root])
        self._browser.callback(browser.close)
        context = browser.new_context(
            viewport={"width": self.look.width, "height": _HEIGHT},
            device_scale_factor=self.look.scale,
            color_scheme=self.look.scheme,
            reduced_motion="reduce",
            offline=True,
        )
        self._page = context.new_page()
        self._page.set_default_timeout(_PATIENCE)

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._open.close()

    def take(self, story: Story, kind: Kind = "png", *, part: Part | None = None) -> bytes:
        """A picture of a story; without `part`, of the chart, or for a PDF of the whole page. Raises `OptionError` for an SVG of a page."""
        part = part or ("page" if kind == "pdf" else "chart")
        if self._page is None:
            raise OptionError("the camera is not open; use it as 'with Camera() as camera'")
        if kind not in get_args(Kind) or part not in get_args(Part):
            raise OptionError(f"no picture of kind {kind!r} of the {part!r}; take png, svg or pdf of the chart or the page")
        if kind == "svg":
            if part == "page":
                raise OptionError("a page of text is no SVG; take its PDF or PNG, or the SVG of the chart")
            return self._do(self._svg, story)
        return self._do(self._photograph, story, kind, part)

    def _photograph(self, story: Story, kind: Kind, part: Part) -> bytes:
        page = self._show(story, part)
        if kind == "png":
            whole = page.locator("[data-timeline]")
            return whole.screenshot(animations="disabled") if part == "chart" else page.screenshot(full_page=True, animations="disabled")
        return self._pdf(page, part)

    def _show(self, story: Story, part: Part) -> Page:
        """The story in the page, drawn: in a new page the first time, else in the place of the one before."""
        page = self._loaded(story)
        self._restyle(page, part)
        page.wait_for_function(_DRAWN)
        page.evaluate(_REST)
        return page

    def _loaded(self, story: Story) -> Page:
        page = self._page
        if page is None:
            raise RuntimeError("the camera lost its page")
        if not self._filled:
            page.set_content(export_html(story, language=self.language), wait_until="domcontentloaded")
            page.wait_for_function("() => window.Plotly")
            self._filled = True
        else:
            page.evaluate(_NEXT, [fragment(story, language=self.language), story.title, interface_language(story, self.language)])
        return page

    def _restyle(self, page: Page, part: Part) -> None:
        style = (asset_folder() / "styles" / "picture.css").read_text("utf-8") if part == "chart" else ""
        if style != self._style:
            page.evaluate(_STYLE, style)
            page.evaluate("() => dispatchEvent(new Event('resize'))")
            page.evaluate(_REST)
            self._style = style

    def _svg(self, story: Story) -> bytes:
        page = self._loaded(story)
        drawn = figure(story, language=self.language)
        size: Any = [drawn.to_json(), self.look.width, drawn.layout.height]
        address: str = page.evaluate(_SVG, size)
        return unquote(address.partition(",")[2]).encode()

    def _pdf(self, page: Page, part: Part) -> bytes:
        if part == "chart":
            box = page.locator("[data-timeline]").bounding_box() or {"width": self.look.width, "height": _HEIGHT}
            page.emulate_media(media="screen")
            data = page.pdf(width=f"{box['width']}px", height=f"{box['height'] + 1}px", print_background=True, page_ranges="1")
            page.emulate_media(media="null")
            return data
        return page.pdf(format=self.look.paper, landscape=self.look.across, print_background=True, tagged=True, outline=True)


def find_browser() -> str:
    """The path of a Chromium: the one that the environment's `CHROMIUM` names, else one on the PATH; raises `OptionError`."""
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, _BROWSERS)), None)
    if found is None or not shutil.which(found):
        where = f"{found!r} is none" if found else "none was found"
        raise OptionError(
            f"a picture needs Chromium, and {where}; install it (Debian: apt-get install chromium) or set CHROMIUM to its path"
        )
    return found


def has_browser() -> bool:
    """Whether there is a Chromium to take pictures with, and what drives it."""
    from importlib.util import find_spec

    try:
        return bool(find_browser()) and find_spec("playwright") is not None
    except OptionError:
        return False


def picture(story: Story, kind: Kind, *, part: Part | None = None, look: Look | None = None) -> bytes:
    """One picture with a browser of its own; for several, keep a `Camera`."""
    with Camera(look) as camera:
        return camera.take(story, kind, part=part)
