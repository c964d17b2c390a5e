"""What the parts of a page look like. Text is set in boxes (boxes.py), so that machines with other typefaces agree; what the words say is
tested elsewhere. A missing picture is written and fails: look at it, then commit it."""

from base64 import b64encode
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page

from tests.browser.boxes import face
from tests.browser.conftest import NewPage, find
from tests.browser.test_chart import drawn
from tests.browser.test_timeline import SAMPLE
from timeline import export_html, load

LOOKS = Path(__file__).parent / "looks"
KINDS = "kinds-of-time.en.md"
TOLERANCE = 0.004
"""Share of pixels that may differ: a hair of smoothing at the edges of marks, not a mark."""
DIFFERENCE = """async ([one, two]) => {
  const read = async data => {
    const image = new Image(); image.src = `data:image/png;base64,${data}`; await image.decode();
    const pen = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height }).getContext('2d');
    pen.drawImage(image, 0, 0);
    return [image.width, image.height, pen.getImageData(0, 0, image.width, image.height).data] };
  const [[w, h, a], [v, g, b]] = [await read(one), await read(two)];
  if (Math.abs(w - v) > 1 || Math.abs(h - g) > 1) return `${w}x${h} instead of ${v}x${g}`;
  let other = 0;
  for (let y = 0; y < Math.min(h, g); y += 1) for (let x = 0; x < Math.min(w, v); x += 1)
    if ([0, 1, 2].some(c => Math.abs(a[(y * w + x) * 4 + c] - b[(y * v + x) * 4 + c]) > 40)) other += 1;
  return other / (w * h) }"""


@pytest.fixture
def open_boxed(new_page: NewPage, tmp_path: Path) -> Callable[..., Page]:
    """Opens the exported page of a story, set in boxes."""

    def boxed(story: str, **options: Any) -> Page:
        html = export_html(load(find(story))).replace("font-src &#39;none&#39;", "font-src data:").replace("<style>", f"<style>{face()}", 1)
        file = tmp_path / "boxed.html"
        file.write_text(html, "utf-8")
        page = new_page(**options)
        page.goto(file.as_uri())
        page.evaluate("dispatchEvent(new PointerEvent('pointerdown'))")  # on a phone Plotly waits for a touch
        drawn(page)
        page.evaluate("document.fonts.load('16px Boxes')")
        page.evaluate(
            "() => { const root = document.querySelector('[data-timeline]'); root.replaceWith(root.cloneNode(true)) }"
        )  # measure anew
        drawn(page)
        page.wait_for_timeout(400)
        return page

    return boxed


@pytest.fixture
def looks(new_page: NewPage) -> Callable[[str, Page | Locator], None]:
    """Compares a part of a page with its picture in `looks/`."""

    def compare(name: str, part: Page | Locator) -> None:
        taken = part.screenshot(animations="disabled", caret="hide")
        file = LOOKS / f"{name}.png"
        if not file.exists():
            LOOKS.mkdir(exist_ok=True)
            file.write_bytes(taken)
            pytest.fail(f"{file.name} was missing and is written; look at it, then commit it")
        blank = new_page()
        found = blank.evaluate(DIFFERENCE, [b64encode(taken).decode(), b64encode(file.read_bytes()).decode()])
        if not isinstance(found, str) and found <= TOLERANCE:
            return
        file.with_suffix(".new.png").write_bytes(taken)
        pytest.fail(f"{name}: {found} differs; the new picture is {file.stem}.new.png beside it")

    return compare


CARDS = {
    "stated": "e1",
    "fold": "e2",
    "inferred": "e3",
    "approximate": "e4",
    "cancelled": "e5",
    "moved": "e6",
    "open": "e7",
    "planned": "e8",
    "day": "e9",
}


@pytest.mark.parametrize("kind", CARDS)
def test_a_card_of_each_kind(open_boxed: Callable[..., Page], looks: Callable[[str, Page | Locator], None], kind: str) -> None:
    looks(f"card-{kind}", open_boxed(KINDS).locator(f"#{CARDS[kind]}"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_chosen_card_and_its_mark(open_boxed: Callable[..., Page], looks: Callable[[str, Page | Locator], None], scheme: str) -> None:
    page = open_boxed(KINDS, color_scheme=scheme, reduced_motion="reduce")
    page.locator("#e4 h3").click()
    page.mouse.move(5, 5)
    page.wait_for_timeout(500)
    looks(f"chosen-card-{scheme}", page.locator("#e4"))
    looks(f"chosen-mark-{scheme}", page.locator("[data-chart]"))


def test_the_legend(open_boxed: Callable[..., Page], looks: Callable[[str, Page | Locator], None]) -> None:
    looks("legend", open_boxed(KINDS).locator(".tl-legend"))


def test_the_head_and_what_was_assumed(open_boxed: Callable[..., Page], looks: Callable[[str, Page | Locator], None]) -> None:
    page = open_boxed(SAMPLE)
    looks("head", page.locator(".tl-head"))
    page.locator("[popovertarget='tl-notes']").first.click()
    page.mouse.move(5, 5)
    looks("notes", page.locator("#tl-notes"))


@pytest.mark.parametrize("size", [(390, 844), (844, 390)])
def test_a_phone(open_boxed: Callable[..., Page], looks: Callable[[str, Page | Locator], None], size: tuple[int, int]) -> None:
    page = open_boxed(SAMPLE, viewport={"width": size[0], "height": size[1]}, has_touch=True, is_mobile=True)
    looks(f"phone-{size[0]}", page)
    page.locator("#e4 h3").click()
    page.wait_for_timeout(900)
    looks(f"rail-{size[0]}", page.locator("[data-stage]"))


@pytest.mark.parametrize(("paper", "width"), [("a4-upright", 695), ("a4-across", 1024)])
def test_the_first_sheet_of_paper(
    open_boxed: Callable[..., Page], looks: Callable[[str, Page | Locator], None], paper: str, width: int
) -> None:
    page = open_boxed(SAMPLE, viewport={"width": width, "height": 1018})
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    looks(f"print-{paper}", page.locator(".tl-sheet").nth(1))
    looks(f"print-{paper}-card", page.locator(".tl-card").nth(3))
