"""A piece of HTML inside another format, as plain text: its words, its links, what it shows. Nothing of its markup gets any further."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from typing import TYPE_CHECKING

from timeline.model import Media, MediaKind
from timeline.read.kinds import kind_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_LOOSE = re.compile(r"<(?![A-Za-z/])")
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z\d]*)[^<>]*>")
_MARKUP = re.compile(r"</?[A-Za-z][^<>]*>|&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,30});")
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_SILENT = frozenset("script style template head title noscript object".split())
_BLOCKS = frozenset(
    "p div h1 h2 h3 h4 h5 h6 ul ol dl blockquote section article header footer aside figure figcaption table pre hr form address".split()
)
_LINES = frozenset("li tr dt dd".split())
_SOFT, _HARD, _PARAGRAPH = "\x1e", "\v", "\f"
"""Breaks: of a line, where there is none yet; of a line; of a paragraph."""
_SHOWN: dict[str, MediaKind] = {"img": "image", "video": "video", "audio": "audio", "iframe": "link", "embed": "link", "source": "link"}
_CLOSED = frozenset("p li tr td th dt dd option br hr img input source embed wbr col meta link area track".split())
"""Elements that need no end."""
_DEEP = 200
"""Elements inside one another: nobody nests more, and a parser takes the square of the time."""


@dataclass(slots=True)
class Snippet:
    """What a piece of HTML says. Paragraphs of `text` are separated by an empty line; `quoted` are the words of its first quotation."""

    text: str
    links: list[str] = field(default_factory=list)
    media: list[Media] = field(default_factory=list)
    quoted: str = ""


def read_snippet(html: str) -> Snippet:
    """The words of a piece of HTML; text without any markup stays as it is, but for blank space.

    >>> read_snippet("<p>Five &lt; six.</p><p>See <a href='https://example.org/a'>there</a></p>").text
    'Five < six.\\n\\nSee there'
    >>> read_snippet("5 < 6 & 7 > 3").text
    '5 < 6 & 7 > 3'
    """
    html = _without_comments(_CONTROLS.sub("", html))
    if not _MARKUP.search(html):
        return Snippet(_tidy(html))
    from lxml import etree
    from lxml.html import HTMLParser, fragment_fromstring

    if _is_deep(html):
        return Snippet(_tidy(unescape(_TAG.sub(" ", html))))
    try:
        root = fragment_fromstring(_LOOSE.sub("&lt;", html), create_parent="div", parser=HTMLParser(no_network=True))
    except (etree.LxmlError, ValueError, AssertionError):
        return Snippet(_tidy(unescape(_TAG.sub(" ", html))))
    found = Snippet("")
    found.text = _tidy("".join(_words(root, found)))
    quote = next(root.iter("blockquote"), None)
    if quote is not None:
        found.quoted = _tidy("".join(_words(quote, Snippet(""))))
    found.links = list(dict.fromkeys(found.links))
    return found


def line_of(html: str) -> str:
    """The words of a piece of HTML on one line: a headline.

    >>> line_of("The <b>first</b><br>day")
    'The first day'
    """
    return " ".join(read_snippet(html).text.split())


def _without_comments(html: str) -> str:
    """Without comments that have an end; one that has none is text."""
    kept, at = [], 0
    while (start := html.find("<!--", at)) >= 0 and (end := html.find("-->", start + 4)) >= 0:
        kept.append(html[at:start])
        at = end + 3
    return "".join((*kept, html[at:]))


def _is_deep(html: str) -> bool:
    depth = 0
    for tag in _TAG.finditer(html):
        if tag[2].lower() not in _CLOSED:
            depth = max(0, depth - 1) if tag[1] else depth + 1
            if depth > _DEEP:
                return True
    return False


def _words(element: HtmlElement, found: Snippet) -> Iterator[str]:
    """The text of an element with the breaks that its blocks make."""
    tag = element.tag if isinstance(element.tag, str) else ""
    if not tag or tag in _SILENT:
        return
    _note(element, tag, found)
    if tag == "br":
        yield _HARD
    edge = _PARAGRAPH if tag in _BLOCKS else _SOFT if tag in _LINES else ""
    yield edge + ("- " if tag == "li" else "")
    if tag == "pre":
        yield (element.text or "").replace("\n", _HARD)
    else:
        yield re.sub(r"\s+", " ", element.text or "")
    for child in element:
        yield from _words(child, found)
        yield re.sub(r"\s+", " ", child.tail or "")
        if tag == "tr":
            yield " "
    yield edge


def _note(element: HtmlElement, tag: str, found: Snippet) -> None:
    if tag == "a" and (address := (element.get("href") or "").strip()) and not address.startswith("#"):
        found.links.append(address)
    if tag in _SHOWN and (address := (element.get("src") or "").strip()):
        kind = kind_of(address) if tag == "source" else _SHOWN[tag]
        found.media.append(Media(kind, address, alt=element.get("alt") or element.get("title") or ""))


def _tidy(text: str) -> str:
    """Blank space as a reader sees it: lines trimmed, at most one empty line between paragraphs."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace(_HARD, "\n")
    text = re.sub(r"[ \t\xa0]+", " ", text)  # first of all: the others would go through a long blank again and again
    text = re.sub(rf"(?:{_SOFT} ?)+", "\n", text)
    paragraphs = (re.sub(r" ?\n ?", "\n", part).strip() for part in re.split(r"\f|\n(?: ?\n)+", text))
    return "\n\n".join(part for part in paragraphs if part and part != "-")
