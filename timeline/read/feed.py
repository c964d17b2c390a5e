"""Feeds: RSS and Atom, through feedparser, which is given bytes only, so that nothing is fetched.

A feed that is broken is read as far as it goes, and that is a problem.
"""

from __future__ import annotations

import re
from email.utils import parsedate_to_datetime
from io import BytesIO
from time import strftime
from typing import Any

from timeline.errors import SourceError
from timeline.model import Media, MediaKind, Place, Problem, Source
from timeline.read.markup import line_of
from timeline.read.posts import Post, mapping, mappings, source_of, text, unused
from timeline.read.raw import Raw

_ROOT = re.compile(
    rb"\A(?:<\?xml[^>]{0,200}\?>|<!--.{0,2000}?-->|<\?[^>]{0,500}\?>|<!DOCTYPE[^>\[]{0,300}(?:\[.{0,3000}?\]\s*)?>|\s)*"
    rb"<(?:rss|feed|rdf:RDF|(?:\w+:)?channel)[\s>]",
    re.IGNORECASE | re.DOTALL,
)
_ISO = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?)?\s?(?:Z|[+-]\d\d:?\d\d)?")
_KINDS: dict[str, MediaKind] = {"image": "image", "video": "video", "audio": "audio"}
_ZONED = re.compile(r"(?:[+-]\d{4}|\b(?:GMT|UTC?|Z|[ECMP][SD]T))\s*$")


def is_feed(raw: Raw) -> bool:
    """Whether its root is that of RSS or Atom."""
    return raw.head[:1] == b"<" and bool(_ROOT.match(raw.head))


def read_feed(raw: Raw) -> Source:
    """The entries of a feed; raises `SourceError` where it has none."""
    import feedparser

    data = raw.text.encode() if raw.words is not None else raw.data
    found = feedparser.parse(BytesIO(data), sanitize_html=True, resolve_relative_uris=False)
    if not found.entries:
        reason = f" ({_reason(found)})" if found.bozo else ""
        raise SourceError(f"{raw.name!r} is a feed without entries{reason}; save it again while it has some")
    problems = [Problem("web-feed", words=_reason(found), severity="warning")] if found.bozo else []
    names = {"categories" for one in found.entries if one.get("tags")} | {"author" for one in found.entries if one.get("author")}
    posts = [_post(entry, number) for number, entry in enumerate(found.entries, start=1)]
    feed = found.feed
    title, above, base = text(feed.get("title")), text(feed.get("subtitle")), text(feed.get("link"))
    return source_of(posts, raw.name, title=title, introduction=above, base=base, problems=[*problems, *unused(names)])


def _reason(found: Any) -> str:
    return str(found.get("bozo_exception") or "")[:200]


def _post(entry: Any, number: int) -> Post:
    contents = mappings(list(entry.get("content") or []))
    return Post(
        id=text(entry.get("id")),
        stamp=_stamp(entry),
        headline=text(entry.get("title")),
        html=next((html for one in contents if (html := text(one.get("value")))), "") or text(entry.get("summary")),
        changed=_stamp(entry, changed=True),
        links=tuple(text(link.get("href")) for link in entry.get("links") or () if link.get("rel") != "enclosure"),
        media=tuple(_media(entry)),
        place=_place(entry),
        line=number,
    )


def _stamp(entry: Any, *, changed: bool = False) -> str:
    """When it was published, with the offset as written; when it was changed where nothing else is told."""
    names = ("updated",) if changed else ("published", "created", "updated")
    for name in names:
        if written := text(dict.get(entry, name)):  # feedparser's own `get` hands out one date for another
            return _iso(written, dict.get(entry, f"{name}_parsed"))
    return ""


def _iso(written: str, parsed: Any) -> str:
    if _ISO.fullmatch(written):
        return written
    if _ZONED.search(written):
        try:
            at = parsedate_to_datetime(re.sub(r"(?:UTC?|Z)\s*$", "+0000", written))
        except (ValueError, TypeError, IndexError, OverflowError):
            at = None
        if at is not None:
            return at.isoformat() if at.tzinfo else f"{at.isoformat()}Z"
    if parsed is None:
        return written[:80]
    try:
        zone = re.search(r"\d\s+([A-Z]{2,5})$", written)
        return strftime("%Y-%m-%d %H:%M:%S", parsed) + (f" {zone[1]}" if zone else "Z")
    except (ValueError, TypeError, OverflowError):
        return written[:80]


def _media(entry: Any) -> list[Media]:
    found: dict[str, Media] = {}
    said = line_of(text(entry.get("media_description")))
    credit = line_of(text(next((one.get("content") for one in mappings(list(entry.get("media_credit") or []))), "")))
    for one in (*(entry.get("enclosures") or ()), *(entry.get("media_content") or ()), *(entry.get("media_thumbnail") or ())):
        address = text(one.get("href")) or text(one.get("url"))
        kind = _KINDS.get((text(one.get("type")) or text(one.get("medium")) or "image").split("/")[0])
        if address and kind:
            found.setdefault(address, Media(kind, address, said, credit))
    return list(found.values())


def _place(entry: Any) -> Place | None:
    """A point of GeoRSS or W3C geo: degrees east come first in what feedparser makes of it."""
    where = mapping(entry.get("where"))
    points = where.get("coordinates") or (entry.get("geo_long"), entry.get("geo_lat"))
    name = text(entry.get("georss_featurename"))
    try:
        east, north = (float(one) for one in points or ())
    except (TypeError, ValueError):
        return Place(name) if name else None
    inside = abs(north) <= 90 and abs(east) <= 180
    return Place(name, north, east) if inside else (Place(name) if name else None)
