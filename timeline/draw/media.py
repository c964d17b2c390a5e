"""What a card shows beside its words, and what of it a page may ask another host for: nothing before its reader says so.

An address leaves the page only as http or https, without credentials; one that is no file of pictures or sound becomes a link, since a
frame of another page would bring that page's scripts and cookies. What travels in the page itself (`data:`) shows at once.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal
from urllib.parse import urlsplit

from timeline.draw.pixels import pixels_of
from timeline.model import Entry, Media, MediaKind, Story

Way = Literal["inside", "asked", "link", "file", "refused", "none"]
"""`inside` the page; `asked` for when its reader says so; only a `link`; a `file` beside the source, which the page does not carry; an
address that is `refused`; `none` at all."""

TYPES: dict[str, MediaKind] = {
    "image/png": "image", "image/jpeg": "image", "image/gif": "image", "image/webp": "image",
    "audio/mpeg": "audio", "audio/mp4": "audio", "audio/ogg": "audio", "audio/wav": "audio",
    "video/mp4": "video", "video/webm": "video", "video/ogg": "video",
}  # fmt: skip
"""What a page may carry inside. SVG is none of it: it can hold scripts."""

_DATA = re.compile(r"data:([\w.+-]+/[\w.+-]+);base64,([A-Za-z0-9+/\s]+={0,2})\s*")
_HOST = re.compile(r"(?=.{1,253}\Z)[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?")
_OPAQUE = re.compile(r"[\x00-\x20\x7f\\]")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")
_PLAYED: dict[str, re.Pattern[str]] = {
    "video": re.compile(r"\.(?:mp4|m4v|webm|ogv|mov)\Z", re.IGNORECASE),
    "audio": re.compile(r"\.(?:mp3|m4a|aac|oga|ogg|opus|wav|flac)\Z", re.IGNORECASE),
}
_A_PAGE = re.compile(r"\.(?:x?html?|php|aspx?|pdf|js)\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Address:
    """A safe one: `host` as it is named to a reader, `origin` as a policy names it (empty where no policy can)."""

    href: str
    host: str
    origin: str


@dataclass(frozen=True, slots=True)
class Shown:
    """One medium as its card tells it. `size` is width and height in pixels where the page carries the picture; `several` whether the story
    has more to ask the same host for."""

    kind: MediaKind
    way: Way
    href: str
    host: str
    origin: str
    caption: str
    credit: str
    alt: str
    text: str
    size: tuple[int, int] | None = None
    several: bool = False


def safe_address(text: str) -> Address | None:
    """An address that may leave the page, else None: http or https, a host, no credentials, nothing that a browser reads otherwise.

    >>> safe_address("https://example.org/a.png").host, safe_address("https://me:secret@example.org/"), safe_address("javascript:alert(1)")
    ('example.org', None, None)
    """
    text = text.strip()
    try:
        parts = urlsplit(text)
        host, port = parts.hostname, parts.port
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not host or "@" in parts.netloc or _OPAQUE.search(text):
        return None
    try:
        plain = host.encode("idna").decode("ascii") if not host.isascii() else host
    except UnicodeError:
        return None
    origin = f"{parts.scheme}://{plain}{f':{port}' if port else ''}" if _HOST.fullmatch(plain) else ""
    return Address(text, host.removeprefix("www."), origin)


def media_of(story: Story, *, encrypted: bool = False) -> dict[str, tuple[Shown, ...]]:
    """Entry id -> what its card shows; with `encrypted` only `https:` is asked for in the page, and `http:` a link."""
    shown = {entry.id: tuple(_over(_shown(one), encrypted=encrypted) for one in entry.media) for entry in story.entries}
    hosts = Counter(one.origin for some in shown.values() for one in some if one.way == "asked")
    return {entry: tuple(_one_of(one, hosts) for one in some) for entry, some in shown.items()}


def sources_of(entries: Iterable[Entry]) -> dict[str, list[str]]:
    """`img-src` and `media-src`, as a policy takes them: the origins that pictures, and videos and sounds, would be asked for; `data:` is
    among the latter where one travels inside."""
    images: set[str] = set()
    played: set[str] = set()
    for one in (_shown(one) for entry in entries for one in entry.media):
        if one.way == "asked":
            (images if one.kind == "image" else played).add(one.origin)
        elif one.way == "inside" and one.kind != "image":
            played.add("data:")
    return {"img-src": sorted(images), "media-src": sorted(played)}


def _one_of(one: Shown, hosts: Counter[str]) -> Shown:
    return replace(one, several=one.way == "asked" and hosts[one.origin] > 1)


def _over(one: Shown, *, encrypted: bool) -> Shown:
    return replace(one, way="link") if encrypted and one.way == "asked" and one.origin.startswith("http:") else one


def _shown(one: Media) -> Shown:
    kind, way, href, host, origin = one.kind, *_way(one)
    inside = way == "inside" and kind == "image"
    return Shown(kind, way, href, host, origin, one.caption, one.credit, one.alt, one.text, pixels_of(href) if inside else None)


def _way(one: Media) -> tuple[Way, str, str, str]:
    """The way of a medium, its address, host and origin."""
    text = one.address.strip()
    if not text:
        return "none", "", "", ""
    if text[:5].lower() == "data:":
        return ("inside", text, "", "") if TYPES.get(_type_of(text)) == one.kind else ("refused", "", "", "")
    if not _SCHEME.match(text):
        return "file", text, "", ""
    address = safe_address(text)
    if address is None:
        return "refused", "", "", ""
    return ("asked" if _is_file(one.kind, address) else "link"), address.href, address.host, address.origin


def _is_file(kind: MediaKind, address: Address) -> bool:
    """Whether an address is that of a picture or of something to play, not of a page with it."""
    path = urlsplit(address.href).path
    if kind == "image":
        return bool(address.origin) and not _A_PAGE.search(path)
    return kind in _PLAYED and bool(address.origin) and bool(_PLAYED[kind].search(path))


def _type_of(address: str) -> str:
    """The type of a `data:` address in base64, else nothing."""
    found = _DATA.fullmatch(address)
    return found[1].lower() if found else ""
