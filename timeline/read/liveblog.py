"""Live blogs as the systems of newsrooms hand them out in JSON: the Guardian's content API, Superdesk Live Blog, WordPress.

Edits and deletions are folded: the newest state of a post counts, where it first stood; what was deleted or never published is counted.
Sources: https://open-platform.theguardian.com/documentation/, https://github.com/liveblog/liveblog, https://github.com/Automattic/liveblog,
https://developer.wordpress.org/rest-api/reference/posts/
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from timeline.errors import SourceError
from timeline.model import Media, Source
from timeline.read.markup import line_of
from timeline.read.posts import Post, mapping, mappings, seconds, source_of, text
from timeline.read.raw import Raw

_KEY = re.compile(r"(?:<span[^>]*\btype-key\b[^>]*>[^<]*</span>|(?<![\w/])/key(?!\w))\s*")
_QUARTER = 900
_OFFICES = {"UK": "Europe/London", "US": "America/New_York", "AUS": "Australia/Sydney"}
"""Where the clocks on the walls hang that a post means: its own stamps are in UTC."""


def is_guardian(raw: Raw) -> bool:
    """Whether it holds blocks as the content API has them."""
    return b'"blocks"' in raw.data and any(_blocks(content) for content in _contents(raw))


def read_guardian(raw: Raw) -> Source:
    """The blocks of one or more contents; raises `SourceError` where there are none."""
    contents = _contents(raw)
    posts = [_block(block, number) for number, block in enumerate((one for content in contents for one in _blocks(content)), start=1)]
    if not posts:
        raise _none(raw, "blocks.body; ask for the content with show-blocks=all")
    first = contents[0]
    fields = mapping(first.get("fields"))
    title = text(first.get("webTitle")) or text(fields.get("headline"))
    above = text(fields.get("standfirst")) or text(fields.get("trailText"))
    zone = _OFFICES.get(text(fields.get("productionOffice")).upper())
    return source_of(posts, raw.name, title=title, introduction=above, base=text(first.get("webUrl")), zone=zone)


def _contents(raw: Raw) -> list[dict[str, Any]]:
    data = mapping(raw.json)
    response = mapping(data.get("response")) or data
    return [*mappings(response.get("content")), *mappings(response.get("results")), *([response] if "blocks" in response else [])]


def _blocks(content: dict[str, Any]) -> list[dict[str, Any]]:
    """The blocks in their order; those that were asked for by name may be there twice."""
    blocks = content.get("blocks")
    if isinstance(blocks, list):
        return [block for block in mappings(blocks) if "bodyHtml" in block or "elements" in block]
    found = mappings(mapping(blocks).get("body"))
    asked = mapping(mapping(blocks).get("requestedBodyBlocks"))
    known = {text(block.get("id")) for block in found}
    return [*found, *(block for some in asked.values() for block in mappings(some) if text(block.get("id")) not in known)]


def _block(block: dict[str, Any], number: int) -> Post:
    attributes = mapping(block.get("attributes"))
    media, links, quoted = _elements(block)
    return Post(
        id=text(block.get("id")),
        stamp=next((at for key in ("firstPublishedDate", "publishedDate", "createdDate") if (at := _date(block.get(key)))), ""),
        headline=text(block.get("title")) or text(attributes.get("title")),
        html=text(block.get("bodyHtml")) or quoted or text(block.get("bodyTextSummary")),
        changed=_date(block.get("lastModifiedDate")),
        gone=block.get("published") is False,
        key=attributes.get("keyEvent") is True or attributes.get("keyEvent") == "true",
        links=tuple(links),
        media=tuple(media),
        line=number,
    )


def _date(value: Any) -> str:
    """A date as text, or as `{iso8601, dateTime}`."""
    return text(value) or seconds(mapping(value).get("dateTime"))


def _elements(block: dict[str, Any]) -> tuple[list[Media], list[str], str]:
    """Pictures and films, links, and the HTML of text elements."""
    media: list[Media] = []
    links: list[str] = []
    html: list[str] = []
    for element in mappings(block.get("elements")):
        kind = text(element.get("type"))
        data = mapping(element.get(f"{kind}TypeData"))
        if kind == "text":
            html.append(text(data.get("html")))
        elif kind in ("image", "video", "audio"):
            file = text(_largest(element).get("file")) or text(data.get("url"))
            said = line_of(text(data.get("caption"))), line_of(text(data.get("credit")) or text(data.get("source")))
            shown: Any = {"image": "image", "video": "video", "audio": "audio"}[kind]
            media.append(Media(shown, file, said[0], said[1], line_of(text(data.get("alt")))))
        elif address := text(data.get("url")) or text(data.get("originalUrl")):
            links.append(address)
    return [one for one in media if one.address], links, "".join(html)


def _largest(element: dict[str, Any]) -> dict[str, Any]:
    def width(asset: dict[str, Any]) -> int:
        found = text(mapping(asset.get("typeData")).get("width"))
        return int(found) if found.isdecimal() and len(found) < 8 else 0

    return max(mappings(element.get("assets")), key=width, default={})


def is_superdesk(raw: Raw) -> bool:
    """Whether it holds posts as the API of Superdesk Live Blog has them."""
    return b'"_items"' in raw.data and any("groups" in post or "mainItem" in post for post in _items(raw))


def read_superdesk(raw: Raw) -> Source:
    """The posts of a blog; raises `SourceError` where there are none."""
    posts = [_composite(post, number) for number, post in enumerate(_items(raw), start=1)]
    if not posts:
        raise _none(raw, "posts in _items; ask for those of one blog")
    blog = mapping(mapping(raw.json).get("blog"))
    return source_of(posts, raw.name, title=text(blog.get("title")), introduction=text(blog.get("description")))


def _items(raw: Raw) -> list[dict[str, Any]]:
    data = raw.json
    return mappings(mapping(data).get("_items") if isinstance(data, dict) else data)


def _composite(post: dict[str, Any], number: int) -> Post:
    html, media, links, headline = [], [], [], ""
    for item in _parts(post):
        meta = mapping(item.get("meta"))
        kind = text(item.get("item_type")) or text(item.get("type"))
        headline = headline or text(item.get("headline"))
        if kind == "image":
            media.append(_rendition(meta))
        elif kind == "quote":
            words, who = line_of(text(meta.get("quote")) or text(item.get("text"))), line_of(text(meta.get("credit")))
            html.append(f"<p>“{_escaped(words)}”{' – ' * bool(who)}{_escaped(who)}</p>")
        elif kind in ("embed", "link"):
            links += [text(meta.get(key)) for key in ("original_url", "url")][:2]
            html += [f"<p>{_escaped(line_of(text(meta.get(key))))}</p>" for key in ("title", "description")]
        else:
            html.append(text(item.get("text")))
    status = text(post.get("post_status")) or "open"
    return Post(
        id=text(post.get("_id")),
        stamp=text(post.get("published_date")) or text(post.get("firstcreated")) or text(post.get("_created")),
        headline=headline,
        html="\n".join(html),
        changed=text(post.get("content_updated_date")) or text(post.get("_updated")),
        gone=post.get("deleted") is True or status != "open",
        key=any(post.get(name) is True for name in ("lb_highlight", "highlight", "sticky")),
        links=tuple(links),
        media=tuple(one for one in media if one.address),
        line=number,
    )


def _parts(post: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The items of a post: in its groups but for the one that only refers to them, or laid out for a theme."""
    groups = [group for group in mappings(post.get("groups")) if group.get("id") != "root"]
    refs = [ref for group in groups for ref in mappings(group.get("refs"))]
    for ref in refs or [*mappings(post.get("mainItem")), *mappings(post.get("items"))]:
        item = mapping(ref.get("item")) or ref
        if item.get("deleted") is not True:
            yield item


def _rendition(meta: dict[str, Any]) -> Media:
    renditions = mapping(mapping(meta.get("media")).get("renditions"))
    sizes = ("viewImage", "baseImage", "original", "thumbnail")
    address = next((found for size in sizes if (found := text(mapping(renditions.get(size)).get("href")))), "")
    said = [line_of(text(meta.get(key))) for key in ("caption", "credit", "alt")]
    return Media("image", address, said[0], said[1], said[2])


def _escaped(words: str) -> str:
    return words.replace("&", "&amp;").replace("<", "&lt;")


def is_wordpress(raw: Raw) -> bool:
    """Whether it holds entries of the live blog plugin, or posts as WordPress's REST interface has them."""
    if not (b'"entries"' in raw.data or b'"rendered"' in raw.data):
        return False
    return bool(_entries(raw)) or bool(_rest(raw))


def read_wordpress(raw: Raw) -> Source:
    """The entries of a live blog, or posts; raises `SourceError` where there are none."""
    entries, posts = _entries(raw), _rest(raw)
    found = [_plugin(one, number) for number, one in enumerate(entries, start=1)] or [
        _article(one, number) for number, one in enumerate(posts, start=1)
    ]
    if not found:
        raise _none(raw, "entries of a live blog, or posts with title.rendered and content.rendered")
    return source_of(found, raw.name)


def _entries(raw: Raw) -> list[dict[str, Any]]:
    found = mappings(mapping(raw.json).get("entries"))
    return found if any("id" in one and ("content" in one or "html" in one or "render" in one) for one in found) else []


def _rest(raw: Raw) -> list[dict[str, Any]]:
    return [one for one in mappings(raw.json) if "rendered" in mapping(one.get("content")) or "rendered" in mapping(one.get("title"))]


def _plugin(entry: dict[str, Any], number: int) -> Post:
    """An entry of the plugin: `update` and `delete` carry the id of the entry that they change. An older one stands in `html`."""
    html = text(entry.get("render")) or text(entry.get("content")) or text(entry.get("html"))
    flagged = entry.get("key_event")
    return Post(
        id=text(entry.get("id")),
        stamp=seconds(entry.get("entry_time") or entry.get("timestamp")),
        headline=text(entry.get("headline")),
        html=_KEY.sub("", html),
        changed=seconds(entry.get("timestamp")),
        gone=text(entry.get("type")) == "delete",
        key=flagged is True or text(flagged) in ("1", "true") or bool(_KEY.search(html)),
        links=(text(entry.get("share_link")),),
        line=number,
    )


def _article(post: dict[str, Any], number: int) -> Post:
    status = text(post.get("status")) or "publish"
    embedded = mappings(mapping(post.get("_embedded")).get("wp:featuredmedia"))
    media = []
    for one in embedded:
        said, alt = line_of(text(one.get("caption"))), line_of(text(one.get("alt_text")))
        media.append(Media("image", text(one.get("source_url")), said, alt=alt))
    return Post(
        id=text(post.get("id")),
        stamp=_local(text(post.get("date")), text(post.get("date_gmt"))),
        headline=text(post.get("title")),
        html=text(post.get("content")) or text(post.get("excerpt")),
        changed=text(post.get("modified_gmt")),
        gone=status not in ("publish", "inherit"),
        key=post.get("sticky") is True,
        links=(text(post.get("link")),),
        media=tuple(one for one in media if one.address),
        line=number,
    )


def _local(date: str, gmt: str) -> str:
    """The clock of the site with its offset, which the same moment in UTC tells; a date alone stays as it is."""
    try:
        ahead = (datetime.fromisoformat(date) - datetime.fromisoformat(gmt)).total_seconds()
    except (ValueError, TypeError):
        return f"{gmt}Z" if gmt else date
    if ahead % _QUARTER or abs(ahead) > 14 * 3_600:
        return f"{gmt}Z"
    minutes = abs(int(ahead)) // 60
    return f"{date}{'-' if ahead < 0 else '+'}{minutes // 60:02d}:{minutes % 60:02d}"


def _none(raw: Raw, what: str) -> SourceError:
    return SourceError(f"{raw.name!r} holds no {what}")
