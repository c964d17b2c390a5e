"""HTML -> text: what a reader sees of it, in paragraphs, with its links and what it shows beside its words.

Nothing of it is run, loaded or resolved over a network, and nothing of its markup is left in the text. libxml2 follows 255 levels and no
more (`huge_tree` is off): what lies deeper is left out, and that is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, Literal
from urllib.parse import urljoin, urlsplit

from timeline.model import Media, MediaKind

SECTIONS = frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li", "main",
    "menu", "nav", "ol", "optgroup", "p", "pre", "section", "summary", "table", "tbody", "tfoot", "thead", "tr", "ul",
})  # fmt: skip
"""What begins on a line of its own (https://html.spec.whatwg.org/multipage/rendering.html#flow-content-3)."""
SILENT = frozenset({
    "applet", "area", "base", "button", "canvas", "datalist", "embed", "frame", "frameset", "head", "iframe", "input", "link", "map",
    "math", "meta", "noembed", "noframes", "noscript", "object", "option", "param", "progress", "script", "select", "source", "style",
    "svg", "template", "textarea", "title", "track", "wbr",
})  # fmt: skip
"""What holds no words of a text."""
_SPACE = re.compile(r"[ \t\r\n\f\v]+")
_IS_MARKUP = re.compile(r"<[a-zA-Z/!?]|&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")
_HIDDEN = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))", re.IGNORECASE)
_UNSEEN = re.compile("[\0-\x08\x0b\x0e-\x1f\x7f\ud800-\udfff]")
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
_IMAGE_DATA = re.compile(r"data:image/(?:png|jpeg|gif|webp|avif)[;,]", re.IGNORECASE)
_BESIDE = re.compile(r"(?!data:)(?:\./)?[\w][\w .%+@~()/-]{0,300}")
"""A path beside the source, as a saved page has them."""
_LONGEST = 2_000
"""Characters of an address: what is longer is no address that anybody wrote, but for pictures that hold themselves."""
_LONGEST_DATA = 2_000_000
_ITEM = re.compile(r"(?:[-*•–]|\d{1,3}[.)])\s")


@dataclass(frozen=True, slots=True)
class Words:
    """What a piece of HTML says. `links` and `media` in their order, each once; `cut`: some of it was nested too deeply to be read."""

    text: str = ""
    links: tuple[str, ...] = ()
    media: tuple[Media, ...] = ()
    cut: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """What is met when a tree is walked through: words, or the edge of a block (`line`: a new line, `block`: a new paragraph), a link, or
    something to be seen. `node` is where."""

    kind: Literal["words", "line", "block", "rule", "link", "media", "open", "close"]
    node: Any
    words: str = ""
    media: Media | None = None


def words_of(html: str, *, base: str = "") -> Words:
    """The words of a piece of HTML, or of plain text, whose lines are then its paragraphs.

    Paragraphs are separated by an empty line. `base` is the address that relative ones count from; those that are no http, https or a
    picture's own data are left out.

    >>> words_of("<p>Hello <b>world</b><br>again</p><script>x</script><ul><li>one</ul>").text
    'Hello world\\n\\nagain\\n\\n- one'
    """
    if not _IS_MARKUP.search(html):
        lines = (_SPACE.sub(" ", line).strip() for line in clean(html).replace("\r", "\n").split("\n"))
        return Words("\n\n".join(line for line in lines if line))
    tree, cut = parse(html)
    if tree is None:
        return Words(cut=cut)
    paragraphs, links, media = collect(pieces(tree), base)
    return Words("\n\n".join(paragraphs), tuple(links), tuple(media), cut)


def line_of(html: str) -> str:
    """The words of a headline: all in one line.

    >>> line_of("Fire &amp; <i>rain</i>")
    'Fire & rain'
    """
    return words_of(html).text.replace("\n\n", " ")


def clean(text: str) -> str:
    """A text without signs that nothing shows and no file can hold."""
    return _UNSEEN.sub("", text)


def parse(html: str) -> tuple[Any, bool]:
    """The tree of some HTML, None where there is nothing in it; and whether some of it was nested too deeply and left out."""
    from lxml import etree
    from lxml import html as parsers

    parser = parsers.HTMLParser(huge_tree=False, no_network=True, remove_comments=True, remove_pis=True, encoding="utf-8")
    try:
        tree = parsers.document_fromstring(clean(html).encode("utf-8", "replace"), parser=parser)
    except etree.LxmlError:
        return None, False
    return tree, any(error.type_name == "ERR_RESOURCE_LIMIT" for error in parser.error_log)


def is_hidden(node: Any) -> bool:
    """Whether a page does not show an element, as far as the element itself says."""
    given = node.attrib
    return "hidden" in given or given.get("aria-hidden") == "true" or bool(_HIDDEN.search(given.get("style", "")))


def pieces(tree: Any, *, skip: Iterable[Any] = ()) -> Iterator[Piece]:
    """What there is in a tree, in the order of the document; elements of `skip` are passed over with all that they hold."""
    from lxml import etree

    left_out = set(skip)
    walk = etree.iterwalk(tree, events=("start", "end"))
    unseen: Any = None
    for event, node in walk:
        tag = node.tag
        if event == "start":
            if tag in SILENT or node in left_out or is_hidden(node):
                walk.skip_subtree()
                unseen = node
                continue
            yield Piece("open", node)
            yield from _at(node, tag)
            continue
        if node is not unseen:
            if tag in SECTIONS:
                yield Piece("block", node)
            yield Piece("close", node)
        if node is not tree and node.tail:
            yield Piece("words", node, _SPACE.sub(" ", node.tail))


def _at(node: Any, tag: str) -> Iterator[Piece]:
    """What an element says before those in it."""
    if tag in SECTIONS:
        yield Piece("block", node)
    if tag in ("br", "hr"):
        yield Piece("line" if tag == "br" else "rule", node)
    elif tag in ("td", "th") and node.getprevious() is not None:
        yield Piece("words", node, " | ")
    elif tag == "li" and not _ITEM.match((node.text or "").lstrip()):
        yield Piece("words", node, "- ")
    elif tag == "a" and node.get("href"):
        yield Piece("link", node, node.get("href"))
    elif (found := _media_of(node, tag)) is not None:
        yield Piece("media", node, media=found)
    if node.text:
        yield Piece("words", node, _SPACE.sub(" ", node.text) if tag != "pre" else node.text)


_KINDS: dict[str, MediaKind] = {"img": "image", "video": "video", "audio": "audio"}


def _media_of(node: Any, tag: str) -> Media | None:
    """A picture, a film or a sound, with what its figure says of it."""
    if tag not in _KINDS:
        return None
    source = node.get("src") or node.get("data-src") or next((one.get("src") for one in node.iterchildren("source") if one.get("src")), "")
    figure = next(node.iterancestors("figure"), None)
    caption = next(figure.iter("figcaption"), None) if figure is not None else None
    said, credit = ("", "") if caption is None else _caption(caption)
    return Media(_KINDS[tag], source or "", said, credit, _plain(node.get("alt") or ""))


def _caption(node: Any) -> tuple[str, str]:
    """What stands below a picture, and who made it, where that has an element of its own."""
    credit = next((one for one in node.iter() if "credit" in f"{one.get('class', '')} {one.get('itemprop', '')}".lower()), None)
    paragraphs, _, _ = collect(pieces(node, skip=[] if credit is None else [credit]))
    return " ".join(paragraphs), "" if credit is None else " ".join(collect(pieces(credit))[0])


def _plain(text: str) -> str:
    return _SPACE.sub(" ", text).strip()


def collect(found: Iterable[Piece], base: str = "") -> tuple[list[str], list[str], list[Media]]:
    """Paragraphs, links and media of some pieces; the caption of a picture is its own and no paragraph."""
    text: list[str] = []
    links: dict[str, None] = {}
    media: dict[Media, None] = {}
    captions = 0
    for piece in found:
        if piece.node.tag == "figcaption" and piece.kind in ("open", "close"):
            captions += 1 if piece.kind == "open" else -1
        elif piece.kind == "link" and (address := safe_address(piece.words, base)):
            links[address] = None
        elif piece.media is not None and (one := safe_media(piece.media, base)) is not None:
            media[one] = None
        elif piece.kind in ("line", "block", "rule"):
            text.append("\n")
        elif piece.kind == "words" and not (captions and media):
            text.append(piece.words)
    lines = (_SPACE.sub(" ", line).strip() for line in "".join(text).split("\n"))
    return [line for line in lines if line and line != "-"], list(links), list(media)


def safe_media(media: Media, base: str = "") -> Media | None:
    """A picture with its whole address; None where that is none (a script, a beacon, a file of a browser)."""
    address = media.address.strip()
    if _IMAGE_DATA.match(address) and media.kind == "image":
        return replace(media, address=address) if len(address) <= _LONGEST_DATA else None
    beside = not base and bool(_BESIDE.fullmatch(address)) and ".." not in address
    address = address if beside else safe_address(address, base)
    return replace(media, address=address) if address else None


def safe_address(address: str, base: str = "") -> str:
    """A web address, whole where `base` makes it so; empty for a script, an anchor in the page, and for what is no address.

    >>> safe_address("/a b", "https://example.org/news/"), safe_address("java\\nscript:alert(1)"), safe_address("#top")
    ('https://example.org/a%20b', '', '')
    """
    address = re.sub(r"[\t\r\n]", "", clean(address)).strip().replace(" ", "%20")
    if not address or address.startswith("#") or len(address) > _LONGEST:
        return ""
    try:
        address = urljoin(base, address) if base else address
        parts = urlsplit(address)
    except ValueError:
        return ""
    if _SCHEME.match(address):
        return address if parts.scheme in ("http", "https") and parts.hostname else ""
    return f"https:{address}" if address.startswith("//") else ""
