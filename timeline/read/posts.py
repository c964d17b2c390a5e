"""Posts of a newsroom's system -> entries: edits and deletions folded, headlines cut where there are none, HTML made text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from timeline.clock import format_instant
from timeline.model import Entry, Media, Place, Problem, Settings, Source
from timeline.read.markup import line_of, safe_address, safe_media, words_of
from timeline.read.ticker import cut_headline

_FAR = 253_402_300_800
"""Seconds up to the year 10000: what is larger counts milliseconds."""
_SPECIES = 12
"""So many names are listed in a note."""


@dataclass(frozen=True, slots=True)
class Post:
    """One state of a post, `html` and `headline` as they came. `changed` orders the states of one `id`; `gone`: it was deleted, or never
    published."""

    id: str
    stamp: str
    headline: str = ""
    html: str = ""
    changed: str = ""
    gone: bool = False
    key: bool = False
    links: tuple[str, ...] = ()
    media: tuple[Media, ...] = ()
    place: Place | None = None
    line: int = 0


def fold(posts: Iterable[Post]) -> tuple[list[Post], int, int]:
    """The last state of each post, where its first one stood and with the stamp of that; how many were deleted and how many edited."""
    last: dict[str, Post] = {}
    edited: set[str] = set()
    for number, post in enumerate(posts):
        name = post.id or f"\0{number}"
        before = last.get(name)
        if before is None:
            last[name] = post
            continue
        edited.add(name)
        newer, older = (post, before) if (post.changed or post.stamp) >= (before.changed or before.stamp) else (before, post)
        stamps = [one.stamp for one in (older, newer) if one.stamp]
        last[name] = replace(newer, stamp=stamps[0] if stamps else "", line=before.line)
    kept = [post for post in last.values() if not post.gone]
    return kept, len(last) - len(kept), len(edited - {name for name, post in last.items() if post.gone})


def source_of(
    posts: Sequence[Post],
    name: str,
    *,
    title: str = "",
    introduction: str = "",
    base: str = "",
    zone: str | None = None,
    problems: Sequence[Problem] = (),
) -> Source:
    """The source of some posts in their order. Each is an entry; one without any words takes those of its picture, or its stamp."""
    kept, gone, edited = fold(posts)
    more = list(problems)
    if gone:
        more.append(Problem("web-gone", words=str(gone), severity="note"))
    if edited:
        more.append(Problem("web-edited", words=str(edited), severity="note"))
    entries = tuple(_entry(post, position, base, more) for position, post in enumerate(kept, start=1))
    return Source(
        name=name,
        introduction=words_of(introduction).text,
        entries=entries,
        settings=Settings(title=line_of(title) or None, zone=zone),
        problems=tuple(more),
        records=len(entries),
    )


def _entry(post: Post, position: int, base: str, problems: list[Problem]) -> Entry:
    found = words_of(post.html, base=base)
    if found.cut:
        problems.append(Problem("web-deep", words=line_of(post.headline)[:80] or post.id, line=post.line, severity="error"))
    headline, body = line_of(post.headline), found.text
    if not headline:
        first, _, rest = body.partition("\n\n")
        headline, more = cut_headline(first) if first else ("", "")
        body = "\n\n".join(part for part in (more, rest) if part)
    media = dict.fromkeys(one for one in ((safe_media(one, base) if one.address else one) for one in post.media) if one is not None)
    media |= {one: None for one in found.media if one.address not in {other.address for other in media}}
    links = dict.fromkeys(address for link in post.links if (address := safe_address(link, base)))
    shown = next((one.caption or one.alt or one.text for one in media if one.caption or one.alt or one.text), "")
    return Entry(
        id=f"e{position}",
        headline=headline or shown or post.stamp or post.id or "…",
        body=body,
        position=position,
        lines=(post.line or position,) * 2,
        stamp=post.stamp,
        links=tuple(links | dict.fromkeys(found.links)),
        media=tuple(media),
        place=post.place,
        key=post.key,
    )


def unused(names: Iterable[str]) -> list[Problem]:
    """A note that names the fields which a story has no place for."""
    found = sorted(set(names))
    words = ", ".join(found[:_SPECIES]) + (", …" if len(found) > _SPECIES else "")
    return [Problem("web-unused", words=words, severity="note")] if found else []


def text(value: Any) -> str:
    """A field as text: a string, a number, WordPress's `{rendered}`, JSON-LD's `{@value}`, the first of a list; else empty."""
    while isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, dict):
        value = next((value[key] for key in ("rendered", "@value", "iso8601", "name") if isinstance(value.get(key), str)), "")
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return str(value).strip()


def mapping(value: Any) -> dict[str, Any]:
    """An object, or an empty one."""
    return value if isinstance(value, dict) else {}


def mappings(value: Any) -> list[dict[str, Any]]:
    """The objects of a list, or the one that stands alone."""
    return [one for one in (value if isinstance(value, list) else [value]) if isinstance(one, dict)]


def seconds(value: Any) -> str:
    """Unix seconds (or milliseconds) as ISO 8601; what is neither as it was written."""
    written = text(value)
    try:
        number = float(written)
    except ValueError:
        return written
    if abs(number) > _FAR * 1_000 or number != number:
        return written
    return format_instant(round(number) * 1_000 if abs(number) <= _FAR else round(number))
