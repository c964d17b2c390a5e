"""A story as a piece of HTML for another page: a frame with the whole page in it, as high as its content, cut off from what is around it.

A frame, and not bare elements, because both pages have styles and ids: neither can change the other's, and no script of the story can
reach the page around. The message that tells the height: docs/embedding.md.
"""

from __future__ import annotations

from html import escape

from timeline.export.html import export_html
from timeline.model import Story

_HEIGHT = 720
_FOLLOW = """<script>
(() => {
  const frame = document.currentScript.previousElementSibling;
  addEventListener("message", ({ source, data }) => {
    if (source !== frame.contentWindow || data?.type !== "ticker-timeline" || !Number.isFinite(data.height)) return;
    frame.style.height = `${Math.min(data.height, innerHeight * 0.9)}px`;
  });
})();
</script>
"""


def frame(story: Story, *, language: str | None = None, height: int = _HEIGHT) -> str:
    """The exported page in a frame of its own, `height` pixels high, without access to the page around it."""
    page = escape(export_html(story, language=language), quote=True)
    look = f"width:100%;height:{height}px;border:0"
    rights = 'sandbox="allow-scripts allow-popups" allow="fullscreen; clipboard-write"'
    return f'<iframe srcdoc="{page}" {rights} title="{escape(story.title)}" style="{look}" loading="lazy"></iframe>'


def export_fragment(story: Story, *, language: str | None = None) -> str:
    """The frame with the lines that keep it as high as its content, up to nine tenths of the window; for a page of one's own."""
    return f"{frame(story, language=language)}\n{_FOLLOW}"
