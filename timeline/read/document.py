"""This package's own JSON: a story that is dated already."""

from __future__ import annotations

from timeline.document import from_document, is_document
from timeline.model import Source
from timeline.read.raw import Raw


def read_document(raw: Raw) -> Source:
    """The story as it was saved; what was wrong with it is among its problems."""
    story = from_document(raw.json, name=raw.name)
    return Source(raw.name, story.introduction, story.entries, records=len(story.entries), dated=story)


def looks_like_document(raw: Raw) -> bool:
    """Whether it says so itself."""
    return b'"ticker-timeline"' in raw.head and is_document(raw.json)
