"""A saved or pasted page of a ticker: its text goes to the reader of tickers, its `<time datetime>` are the stamps.

Where most posts have such a time of their own, in an element of their own, that is what an entry is; else the layout of the text tells, as
in any ticker. What a page has around its text (menus, forms, what is not shown) is left out.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from timeline.errors import SourceError
from timeline.model import Entry, Media, Problem, Source
from timeline.notation import ISO_STAMP, LABEL
from timeline.read.decode import decode
from timeline.read.markup import SECTIONS, SILENT, Piece, collect, is_hidden, parse, pieces, safe_address, safe_media
from timeline.read.raw import Raw
from timeline.read.stamps import read_stamp
from timeline.read.ticker import cut_headline, read_ticker

_PAGE = re.compile(rb"<(?:!doctype\s+html|html|head|body|article|section|main|div|table|ul|ol|p|h[1-6]|meta|title)[\s>]", re.IGNORECASE)
_CHARSET = re.compile(rb"<meta\b[^>]{0,300}?\bcharset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
_KNOWN = re.compile(
    r"utf-?8|(?:iso-?8859|latin|windows|cp)-?_?\d{1,4}(?:-\d{1,2})?"
    r"|koi8-[ru]|shift_jis|euc-(?:jp|kr)|gb(?:2312|k|18030)|big5"
)
_WESTERN = frozenset({"iso-8859-1", "iso8859-1", "latin1", "latin-1", "ascii", "us-ascii"})
"""What browsers read as Windows-1252 (https://encoding.spec.whatwg.org/#names-and-labels)."""
_SAVED = re.compile(r"<!-- saved from url=\(\d+\)(\S{1,2000}) -->")
_EXACT = re.compile(ISO_STAMP)
_NAIVE = re.compile(r"(\d{4}-\d\d-\d\d)(?:[T\s](\d\d:\d\d)(?::\d\d(?:[.,]\d+)?)?)?")
_LABEL = re.compile(rf"\W*(?:{LABEL})?\W*(?:uhr|at|um)?\W*", re.IGNORECASE)
_AROUND = frozenset({"nav", "aside", "footer", "form", "header"})
_ROLES = frozenset({"navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alertdialog"})
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_FIRST_POSTS = ("article", "li", "tr")
_BEFORE = 40
"""So many characters may stand before a stamp in its block: `Published by the night desk at`."""
_MANY = 200
"""So many pieces of a block are looked at."""
_PLUS = re.compile(r"\+{3,}")


def is_page(raw: Raw) -> bool:
    """Whether a source is HTML: it begins with markup, and so many of a page's elements are in its head."""
    head = raw.head
    return head[:1] == b"<" and not head.startswith(b"<?xml version") and bool(_PAGE.search(head))


def page_text(raw: Raw) -> str:
    """The text of a page: by its byte order mark, by the charset that it names, else as any text (UTF-8, else Windows-1252)."""
    if raw.words is not None or raw.data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        return raw.text
    found = _CHARSET.search(raw.data[:4_096])
    name = found[1].decode("ascii", "replace").lower() if found else ""
    if name in _WESTERN or not _KNOWN.fullmatch(name):
        return decode(raw.data, raw.name)
    try:
        return raw.data.decode(name)
    except (UnicodeDecodeError, LookupError):
        return decode(raw.data, raw.name)


@dataclass(slots=True)
class _Line:
    """A line of the text that a page becomes, and what belongs to it."""

    words: str
    source: int
    links: list[str] = field(default_factory=list)
    media: list[Media] = field(default_factory=list)
    post: _Post | None = None
    heading: bool = False


@dataclass(slots=True)
class _Post:
    """An element that is an entry: its stamp as written, and the heading inside of it."""

    node: Any
    stamp: str = ""
    time: Any = None
    heading: Any = None


def read_html(raw: Raw) -> Source:
    """The entries of a page in its order; raises `SourceError` where it has none."""
    text = page_text(raw)
    tree, cut = parse(text)
    if tree is None:
        raise SourceError(f"{raw.name!r} holds no text; save the page once its posts are shown, or copy them into a text file")
    base, title = page_address(tree, text), _title(tree)
    skip = _skipped(tree)
    posts = _posts(tree, skip)
    for known, rules in ((posts, False), ([], False), ([], True), (_articles(tree, skip), False)):
        builder = _Builder(base, {post.node: post for post in known}, rules=rules)
        if (found := _read(raw, tree, builder, skip, title)) is not None:
            deep = [Problem("web-deep", words=raw.name, severity="error")] if cut else []
            return replace(found, problems=(*deep, *found.problems))
    raise SourceError(f"no entry in {raw.name!r}; save the page once its posts are shown, or copy them into a text file")


def _read(raw: Raw, tree: Any, builder: _Builder, skip: Sequence[Any], title: str) -> Source | None:
    """The entries that the lines of a page make; None where they make none."""
    first = next(iter(tree.iter("h1")), None)
    lines = builder.lines(tree, [*skip, *([first] if first is not None and builder.post_of(first) is None else [])])
    words = [f"# {title}", "", *(line.words for line in lines)] if title else [line.words for line in lines]
    ahead = len(words) - len(lines)
    try:
        found = read_ticker(Raw(b"", raw.name, words="\n".join(words)))
    except SourceError:
        return None
    entries = tuple(_entry(entry, lines, ahead) for entry in found.entries)

    def at(number: int | None) -> int | None:
        place = (number or 0) - 1 - ahead
        return lines[place].source if 0 <= place < len(lines) else None

    return replace(found, entries=entries, problems=tuple(replace(problem, line=at(problem.line)) for problem in found.problems))


def _entry(entry: Entry, lines: Sequence[_Line], ahead: int) -> Entry:
    """An entry with the links and pictures of its lines, and the lines of the page's source."""
    first, last = (max(number - 1 - ahead, 0) for number in entry.lines)
    own = lines[first : last + 1]
    post = own[0].post if own else None
    links = dict.fromkeys([*entry.links, *(link for line in own for link in line.links)])
    media = dict.fromkeys(one for line in own for one in line.media)
    place = (own[0].source, own[-1].source) if own else (0, 0)
    entry = replace(entry, links=tuple(links), media=tuple(media), lines=place)
    if post is None:
        return entry
    headline, body = entry.headline, entry.body
    if post.heading is None:
        told, _, rest = body.partition("\n\n")
        headline, more = cut_headline(told) if told else (post.stamp, "")
        body = "\n\n".join(part for part in (more, rest) if part)
    return replace(entry, headline=headline, body=body, stamp=post.stamp or entry.stamp)


def _title(tree: Any) -> str:
    for node in (*tree.iter("h1"), *tree.iter("title")):
        words = " ".join("".join(node.itertext()).split())
        if words and not (node.tag == "h1" and is_hidden(node)):
            return words[:300]
    return ""


def page_address(tree: Any, text: str) -> str:
    """The address that relative ones count from, as the page itself says it."""
    saved = _SAVED.search(text[:2_000])
    own = next((node.get("href", "") for node in tree.iter("link") if "canonical" in node.get("rel", "").lower().split()), "")
    own = safe_address(own) or next((node.get("content", "") for node in tree.iter("meta") if node.get("property") == "og:url"), "")
    own = safe_address(own) or (safe_address(saved[1]) if saved else "")
    base = next((node.get("href", "") for node in tree.iter("base") if node.get("href")), "")
    return safe_address(base, own) or own


def _skipped(tree: Any) -> list[Any]:
    """What stands around the text of a page. The header and the footer of a post may hold its headline and its time."""
    left_out = []
    for node in tree.iter(*_AROUND):
        told = node.tag in ("header", "footer") and any(True for _ in node.iterancestors("article", "li", "section"))
        holds = node.tag in ("form", "footer") and next(node.iter("time", "article"), None) is not None
        if not (told and node.tag == "header") and not holds:
            left_out.append(node)
    return [*left_out, *(node for node in tree.iter() if isinstance(node.tag, str) and node.get("role") in _ROLES)]


def _visible(tree: Any, skip: Sequence[Any], *tags: str) -> Iterator[Any]:
    hidden = set(skip)
    for node in tree.iter(*tags):
        above = (node, *node.iterancestors())
        if not any(one in hidden or one.tag in SILENT or is_hidden(one) for one in above):
            yield node


def _posts(tree: Any, skip: Sequence[Any]) -> list[_Post]:
    """The elements that have a time of their own, where there are several and most of them have words besides it."""
    times = [(node, stamp) for node in _visible(tree, skip, "time") if (stamp := _stamp(node)) and _is_stamp(node)]
    if len(times) < 2:
        return []
    posts = _nearest(times) or _highest(times)
    worded = [post for post in posts if len("".join(post.node.itertext()).strip()) > len("".join(post.time.itertext()).strip()) + 8]
    if len(posts) < 2 or 2 * len(worded) < len(posts):
        return []
    for post in posts:
        post.heading = next((one for one in post.node.iter(*_HEADINGS) if "".join(one.itertext()).strip()), None)
    return posts


def _nearest(times: Sequence[tuple[Any, str]]) -> list[_Post]:
    """By `<article>`, list item or row around each time; the first time in it is its own. None where the page is all one of them."""
    for tag in _FIRST_POSTS:
        found: dict[Any, _Post] = {}
        for node, stamp in times:
            if (around := next(node.iterancestors(tag), None)) is not None:
                found.setdefault(around, _Post(around, stamp, node))
        inner = [post for post in found.values() if not any(one in found for one in post.node.iterdescendants(tag))]
        if len(inner) > 1 and 2 * len(inner) >= len({node.getparent() for node, _ in times}):
            return inner
    return []


def _highest(times: Sequence[tuple[Any, str]]) -> list[_Post]:
    """By the largest element around each time that holds no other; two times beside each other are of one post."""
    first: dict[Any, tuple[Any, str]] = {}
    for node, stamp in times:
        first.setdefault(node.getparent(), (node, stamp))
    around = Counter(above for node, _ in first.values() for above in node.iterancestors())
    found = []
    for node, stamp in first.values():
        post = node
        while post.getparent() is not None and around[post.getparent()] == 1:
            post = post.getparent()
        found.append(_Post(post, stamp, node))
    return found


def _articles(tree: Any, skip: Sequence[Any]) -> list[_Post]:
    """Articles without any time, each with a heading: their order is all that is known."""
    found = [_Post(node, heading=next(node.iter(*_HEADINGS), None)) for node in _visible(tree, skip, "article")]
    found = [post for post in found if post.heading is not None and next(post.node.iterdescendants("article"), None) is None]
    return found if len(found) > 1 else []


def _stamp(node: Any) -> str:
    """What the `datetime` of a time says: whole, or a date with a clock, or a date (then with the clock that is shown)."""
    written = (node.get("datetime") or "").strip()
    if _EXACT.fullmatch(written):
        return written
    if not (found := _NAIVE.fullmatch(written)):
        return ""
    shown = " ".join("".join(node.itertext()).split())
    clock = found[2] or (shown if re.search(r"\d[:.h]\d\d|\d\s?(?:uhr|am|pm)", shown, re.IGNORECASE) and len(shown) <= 30 else "")
    return f"{found[1]}, {clock}" if clock else found[1]


def _is_stamp(node: Any) -> bool:
    """Not a time that a sentence names: little stands before it in its block, and nothing behind it where something does."""
    block = next((one for one in node.iterancestors() if one.tag in SECTIONS), None)
    if block is None:
        return True
    before, after, passed, inside = "", "", False, False
    for piece in itertools.islice(pieces(block), _MANY):
        if piece.node is node and piece.kind in ("open", "close"):
            inside, passed = piece.kind == "open", True
        elif piece.kind in ("block", "line", "rule"):
            if passed:
                break
            before = ""
        elif piece.kind == "words" and not inside:
            before, after = (before, after + piece.words) if passed else (before + piece.words, after)
        if len(before) > _BEFORE or after.strip():
            break
    if not passed or len(before) > _BEFORE:
        return False
    return not before.strip() or block.tag in _HEADINGS or not after.strip() or bool(_LABEL.fullmatch(before))


class _Builder:
    """Makes lines of a page; where its posts are known, each begins with plus signs. `rules`: a ruled line is told, and may divide them."""

    def __init__(self, base: str, posts: Mapping[Any, _Post], *, rules: bool = False) -> None:
        self.base = base
        self.rules = rules
        self.posts = posts
        self.done: list[_Line] = []
        self.line = _Line("", 0)
        self.parts: list[str] = []
        self.worded = False
        self.mute: Any = None
        self.heads = 0

    def post_of(self, node: Any) -> _Post | None:
        """The post that an element is in."""
        return next((self.posts[one] for one in (node, *node.iterancestors()) if one in self.posts), None)

    def lines(self, tree: Any, skip: Sequence[Any]) -> list[_Line]:
        """The lines of a page."""
        own = [node for post in self.posts.values() for node in (post.heading, *_times(post)) if node is not None]
        captions = 0
        for piece in pieces(tree, skip=[*skip, *(node for node in own if node not in self.posts)]):
            if piece.node.tag == "figcaption" and piece.kind in ("open", "close"):
                captions += 1 if piece.kind == "open" else -1
            elif piece.kind == "open":
                self._open(piece.node)
            elif piece.kind == "close":
                self._close(piece.node)
            elif not captions and self.mute is None:
                self._take(piece)
        self._end()
        return self.done

    def _close(self, node: Any) -> None:
        self.heads -= node.tag in _HEADINGS
        if node in self.posts:
            self.mute = None if self.mute is node else self.mute
            self._end(blank=True)

    def _open(self, node: Any) -> None:
        self.heads += node.tag in _HEADINGS
        if node in self.posts:
            self._begin(self.posts[node])
        elif node.tag == "time" and not self.posts and not self.worded and _EXACT.fullmatch(stamp := _stamp(node)):
            self.parts.append(f"{stamp} ")
            self.line.source = node.sourceline or 0

    def _take(self, piece: Piece) -> None:
        node = piece.node
        if piece.kind == "words":
            if (piece.words == "- " and node in self.posts) or self._is_told(piece):
                return
            self.parts.append(piece.words)
            self.worded = self.worded or not piece.words.isspace()
            self.line.source = self.line.source or node.sourceline or 0
            self.line.heading = self.line.heading or self.heads > 0
        elif piece.kind == "link" and (address := safe_address(piece.words, self.base)):
            self.line.links.append(address)
        elif piece.media is not None and (media := safe_media(piece.media, self.base)) is not None:
            self.line.media.append(media)
        elif piece.kind in ("line", "block", "rule"):
            self._end(blank=piece.kind != "line")
            if piece.kind == "rule" and self.rules and self.done:
                self.done += [_Line("---", node.sourceline or 0), _Line("", 0)]

    def _is_told(self, piece: Piece) -> bool:
        """Whether the words are those of a time whose `datetime` stands there instead."""
        if piece.node.tag != "time" or not self.parts or piece.words.strip() != (piece.node.text or "").strip():
            return False
        return not self.posts and self.parts[-1] == f"{_stamp(piece.node)} "

    def _begin(self, post: _Post) -> None:
        self._end(blank=True)
        heading: list[str] = []
        links: list[str] = []
        if post.heading is not None:
            heading, links, _ = collect(pieces(post.heading, skip=_times(post)), self.base)
            self.mute = post.node if post.heading is post.node else None
        headline = _PLUS.sub("", " ".join(heading)).strip(" -–—|:·")
        post.heading = post.heading if headline else None
        stamp = post.stamp if _EXACT.fullmatch(post.stamp) or ", " in post.stamp else ""
        words = f"+++ {stamp} {headline or ('' if stamp else '…')} +++"
        self.done += [_Line(words, post.node.sourceline or 0, links, post=post), _Line("", 0)]

    def _end(self, *, blank: bool = False) -> None:
        line = self.line
        words = " ".join("".join(self.parts).split())
        words = _PLUS.sub("", words).strip() if self.posts and words.startswith("+++") else words
        line.words = "" if words in ("-", "|", "- |") else words
        before = next((one for one in reversed(self.done[-3:]) if one.words), None)
        if line.words:
            if before is not None and before.heading and not self.posts and _is_clock(line.words):
                while self.done[-1] is not before:  # a stamp under its headline: one block
                    self.done.pop()
            self.done.append(line)
        elif before is not None:  # a picture without words belongs to what stands before it
            before.links += line.links
            before.media += line.media
        if line.words or before is not None:
            self.line = _Line("", 0)
        self.parts, self.worded = [], False
        if blank and self.done and self.done[-1].words:
            self.done.append(_Line("", 0))


def _is_clock(words: str) -> bool:
    found = read_stamp(words) if len(words) <= 80 else None
    return found is not None and not found.headline


def _times(post: _Post) -> list[Any]:
    """The time of a post, with what labels it."""
    if post.time is None or post.time is post.node:
        return []
    block = post.time.getparent()
    if block is post.node or block is post.heading or block.find(".//img") is not None:
        return [post.time]
    rest = "".join(block.itertext()).replace("".join(post.time.itertext()), "", 1)
    return [block if len(rest) <= _BEFORE and _LABEL.fullmatch(rest) else post.time]
