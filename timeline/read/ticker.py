"""`+++ headline +++` tickers, as text or Markdown.

    +++ 14:39 Headline +++          an entry; 3 plus signs or more; the clock is optional
    @ 2019-02-26 08:15              an editor's own dating, right under the headline, optional
    Body, in paragraphs.

A ticker without plus signs has its entries at lines that begin with a clock: `11.04 Uhr: headline`, `14:39 headline`.
Lines that a page left behind (`Fullscreen`, "read more here") are kept out of the body and counted as problems: every line that
is not blank is in an entry, in the introduction, in the front matter, or in a problem.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePath

from timeline.abbreviations import ABBREVIATIONS, LOCAL_WORDS
from timeline.errors import SourceError
from timeline.model import Entry, Problem, Source
from timeline.read.frontmatter import split_front_matter

_CLOCK = r"\d{1,2}(?:[.:]\d{2}){1,2}(?:\s?[ap]\.?\s?m\b\.?)?(?:\s?(?:Uhr|h)\b)?|\d{1,2}\s?(?:Uhr\b|[ap]\.?\s?m\b\.?)"
_NAMES = "|".join(sorted((*ABBREVIATIONS, *LOCAL_WORDS), key=len, reverse=True))
_ZONE = rf"(?:\s?\(?(?:(?:UTC|GMT)[+-]\d{{1,2}}(?::?\d{{2}})?|{_NAMES})\)?(?=[\s:|,+–—-]|$))?"
_STAMP = rf"(?P<stamp>(?:{_CLOCK}){_ZONE})"
_MARKUP = r"(?:[#>*_\s]*)"
_OPENING = re.compile(rf"{_MARKUP}\+{{3,}}(?=[^+])")
_CLOSING = re.compile(rf"\+{{3,}}{_MARKUP}")
_STAMPED = re.compile(rf"{_STAMP}\s*(?:[:|–—-]\s*)?(?P<headline>.*)", re.DOTALL)
_BARE = re.compile(rf"{_MARKUP}{_STAMP}(?:\s*[:|–—-]\s*|\s+)(?P<headline>\S.*)")
_HAND = re.compile(r"@\s+(?P<hand>\S.*)")
_POINTER = re.compile(
    r"(?:Lesen Sie|Lies|Mehr dazu|Mehr zum Thema|Weiterlesen|Read (?:more|also|here|on)|More (?:on this|here))\b.*", re.IGNORECASE
)
_LEFTOVER = re.compile(
    r"(?:Fullscreen|Full screen|Vollbild|Anzeige|Werbung|Advertisement|Sponsored|Teilen|Share(?: this)?|Tweet|Video|Slideshow"
    r"|Bildergalerie)\s*[:.]?",
    re.IGNORECASE,
)
_TRAILING = re.compile(r"\s*\+{3,}\s*$")
_ITEM = re.compile(r"[-*•–]\s|\d{1,2}[.)]\s|\(|[–—]")
_LINK = re.compile(r"\[([^\]\n]{1,300})\]\((https?://[^\s)]{1,2000})\)")
_STRESS = re.compile(r"(\*\*|__|\*|_)(?=\S)([^*_\n]{1,500}?\S)\1(?!\w)")


@dataclass(slots=True)
class _Draft:
    """An entry while its lines come in."""

    headline: str
    stamp: str
    first: int
    last: int
    hand: str = ""
    body: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    pointed: bool = False
    joins: bool = False
    """The next line goes on with the paragraph of the last one."""


def read_ticker(text: str, name: str) -> Source:
    """The entries of a ticker's text in its order; raises `SourceError` where it has none."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    settings, rest, taken, problems = split_front_matter(text)
    lines = list(enumerate(rest.split("\n"), start=taken + 1))
    markdown = PurePath(name).suffix.lower() in {".md", ".markdown"}
    introduction, drafts = _split(lines, problems, markdown=markdown)
    if not drafts:
        raise SourceError(f"no entry in {name!r}; an entry starts with a line such as '+++ 14:39 headline +++' or '14:39 headline'")
    title, introduction = _title(introduction)
    entries = tuple(_entry(draft, position) for position, draft in enumerate(drafts, start=1))
    return Source(
        name=name,
        introduction="\n\n".join(introduction),
        entries=entries,
        settings=replace(settings, title=settings.title or title or _name_as_title(name)),
        problems=tuple(problems),
    )


def _split(lines: Sequence[tuple[int, str]], problems: list[Problem], *, markdown: bool) -> tuple[list[str], list[_Draft]]:
    """Paragraphs before the first entry, and the entries."""
    plus = any(_between_plus_signs(line.strip()) for _, line in lines)
    introduction = _Draft("", "", 0, 0)
    drafts: list[_Draft] = []
    for number, line in lines:
        words = line.strip()
        if draft := _headline(words, number, plus=plus):
            drafts.append(draft)
        else:
            _take_line(drafts[-1] if drafts else introduction, words, number, problems, markdown=markdown)
    return introduction.body, drafts


def _headline(line: str, number: int, *, plus: bool) -> _Draft | None:
    if not plus:
        bare = _BARE.fullmatch(line)
        return _Draft(bare["headline"], bare["stamp"].strip(), number, number) if bare else None
    found = _between_plus_signs(line)
    if found is None:
        return None
    inner, rest = found
    stamped = _STAMPED.fullmatch(inner)
    stamp, headline = (stamped["stamp"].strip(), stamped["headline"].strip()) if stamped else ("", inner)
    if not headline:
        headline, rest = rest, ""
    return _Draft(headline or stamp, stamp, number, number, body=[rest] if rest else [])


def _between_plus_signs(line: str) -> tuple[str, str] | None:
    """What a line that opens with plus signs holds up to the next ones, and what comes behind them."""
    opening = _OPENING.match(line)
    closing = _CLOSING.search(line, opening.end()) if opening else None
    if opening is None or closing is None:
        return None
    inner = line[opening.end() : closing.start()].strip()
    return (inner, line[closing.end() :].strip()) if inner else None


def _take_line(draft: _Draft, words: str, number: int, problems: list[Problem], *, markdown: bool) -> None:
    if not words:
        draft.joins = False
        return
    draft.last = number
    if draft.headline and not draft.body and not draft.hand and (hand := _HAND.fullmatch(words)):
        draft.hand = hand["hand"].strip()
        return
    draft.links.extend(address for _, address in _LINK.findall(words))
    words = _LINK.sub(r"\1", words)
    draft.pointed = draft.pointed or bool(_POINTER.fullmatch(words))
    text = _text(words, number, problems)
    if text is None:
        return
    text = _STRESS.sub(r"\2", text) if markdown else text
    if draft.joins and not _ITEM.match(text):
        draft.body[-1] += f" {text}"
    else:
        draft.body.append(text)
    draft.joins = not text.startswith("#")


def _text(words: str, number: int, problems: list[Problem]) -> str | None:
    """The line as text, if it is some; what a page left behind goes into `problems`."""
    if _LEFTOVER.fullmatch(words) or _POINTER.fullmatch(words):
        problems.append(Problem("loose-line", words=words[:120], line=number, severity="note"))
        return None
    if _TRAILING.search(words):
        problems.append(Problem("trailing-plus", words=words[-60:], line=number, severity="note"))
        words = _TRAILING.sub("", words)
    return words or None


def _entry(draft: _Draft, position: int) -> Entry:
    return Entry(
        id=f"e{position}",
        headline=draft.headline,
        body="\n\n".join(draft.body),
        position=position,
        lines=(draft.first, draft.last),
        stamp=draft.stamp,
        hand=draft.hand,
        links=tuple(draft.links),
        pointer=draft.pointed and not draft.body,
    )


def _title(introduction: list[str]) -> tuple[str | None, list[str]]:
    """A first line that is a heading: Markdown's, or a short one without a full stop before more text."""
    if introduction:
        first = introduction[0]
        if first.startswith("#"):
            return first.lstrip("# ").strip() or None, introduction[1:]
        if len(first) <= 90 and first[-1] not in ".!?:":
            return first, introduction[1:]
    return None, introduction


def _name_as_title(name: str) -> str | None:
    """`hanoi-summit-2019.de.txt` -> `Hanoi summit 2019`; None for a text without a file."""
    path = PurePath(name)
    stem = path.name.split(".")[0]
    words = re.sub(r"[-_\s]+", " ", stem).strip()
    return words[:1].upper() + words[1:] if path.suffix and words else None
