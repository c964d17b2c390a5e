"""Pictures, videos and sounds carried along in the page, where its editor asks for it: nothing is fetched but by the caller's own hand."""

from __future__ import annotations

import mimetypes
from base64 import b64encode
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from timeline.draw.media import TYPES
from timeline.model import Media, Problem, Story

Fetch = Callable[[str], tuple[bytes, str]]
"""The bytes and the type (`image/png`) of an address; raises `OSError` or `ValueError` where there are none."""

LARGEST = 5_000_000
"""Bytes of one medium that a page carries at most."""

ALL = 25_000_000
"""Bytes of all of them: base64 makes a third more of it, and a page is read as a whole."""


def inline(story: Story, fetch: Fetch) -> Story:
    """The same story with its pictures, videos and sounds inside, where `fetch` gives them; each one it does not give, or that is too large
    or of a type that no page carries, stays as it was and is among the problems."""
    carried: dict[str, str] = {}
    problems: list[Problem] = []
    room = ALL
    for entry in story.entries:
        for one in entry.media:
            if one.kind not in ("image", "video", "audio") or not one.address or one.address.startswith("data:") or one.address in carried:
                continue
            data, reason = _fetched(one, fetch, min(LARGEST, room))
            carried[one.address] = data or one.address
            room -= len(data or "") * 3 // 4
            if data is None:
                line = entry.lines[0] or None
                problems.append(Problem("media", words=one.address[:200], line=line, column="media", values={"reason": reason}))
    entries = [
        replace(entry, media=tuple(replace(one, address=carried.get(one.address, one.address)) for one in entry.media))
        for entry in story.entries
    ]
    return replace(story, entries=tuple(entries), problems=(*story.problems, *problems))


def beside(folder: Path) -> Fetch:
    """Gives the files of a folder, by their paths in it; no file outside of it, whatever a path says, and nothing of the net."""
    root = folder.resolve()

    def fetch(address: str) -> tuple[bytes, str]:
        path = (root / address).resolve()
        if not path.is_relative_to(root):
            raise ValueError("it lies outside of the source's folder")
        if path.stat().st_size > LARGEST:
            raise ValueError(_too_large(LARGEST))
        return path.read_bytes(), mimetypes.guess_type(path.name)[0] or ""

    return fetch


def _fetched(one: Media, fetch: Fetch, room: int) -> tuple[str | None, str]:
    """A `data:` address, or None and why not."""
    try:
        data, kind = fetch(one.address)
    except OSError as error:
        return None, error.strerror or str(error) or type(error).__name__
    except ValueError as error:
        return None, str(error)
    kind = kind.split(";")[0].strip().lower()
    if TYPES.get(kind) != one.kind:
        return None, f"{kind or 'its type'} is not carried as {one.kind}"
    if len(data) > room:
        return None, _too_large(room)
    return f"data:{kind};base64,{b64encode(data).decode()}", ""


def _too_large(most: int) -> str:
    return f"larger than {most / 1_000_000:g} MB"
