"""Tickers as text or Markdown.

    +++ 14:39 Headline +++          an entry; 3 plus signs or more; the clock is optional
    @ 2019-02-26 08:15              an editor's own dating, right under the headline, optional
    ! key                           that it is a key event, and where it was, in the same place, optional
    @place Hanoi 21.03, 105.85
    Body, in paragraphs, with ![pictures](https://example.org/a.jpg "caption").

A ticker without plus signs has its entries at lines with a stamp: `11.04 Uhr: headline`, `14:39 headline`, `8.04am GMT` alone above its
headline; see `timeline.read.layout`. One without stamps either has them behind rules (`---`). A line that is nothing but a day, right above
an entry, is a day heading and holds for those below it.
Lines that a page left behind (`Fullscreen`, "read more here") are kept out of the body and counted as problems: every line that
is not blank is in an entry, in the introduction, in the front matter, or in a problem.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from timeline.errors import NoEntryError
from timeline.model import Entry, Media, Place, Problem, Source
from timeline.read.editor import is_key, read_place, take_media
from timeline.read.frontmatter import split_front_matter
from timeline.read.layout import Line, Start, find_days, find_starts, lines_of, same_instant
from timeline.read.leftovers import is_leftover, is_pointer
from timeline.read.raw import Raw
from timeline.read.stamps import dates_page, is_page_date, read_stamp, read_stamp_behind

_MARKUP = r"(?:[#>*_\s]*)"
_OPENING = re.compile(rf"{_MARKUP}\+{{3,}}(?=[^+])")
_CLOSING = re.compile(rf"\+{{3,}}{_MARKUP}")
_HAND = re.compile(r"@\s+(?P<hand>\S.*)")
_ITEM = re.compile(r"[-*•–]\s|\d{1,2}[.)]\s|\(|[–—]")
_LINK = re.compile(r"\[([^\]\n]{1,300})\]\((https?://[^\s)]{1,2000})\)")
_STRESS = re.compile(r"(\*\*|__|\*|_)(?=\S)([^*_\n]{1,500}?\S)\1(?!\w)")
_SENTENCE = re.compile(r"[.!?][\"“”»)]?\s")
_RULE = re.compile(r"[-–—_=]{3,}|[*•](?:\s?[*•]){2,}")
_HEADLINE = 160
_ALONE = 120
"""No stamp on a line of its own is longer."""


@dataclass(slots=True)
class _Draft:
    """An entry while its lines come in; its headline may still be to come, where the stamp stands alone."""

    headline: str
    stamp: str
    first: int
    last: int
    day: str = ""
    hand: str = ""
    body: list[list[str]] = field(default_factory=list)
    """Its paragraphs, in the lines that they came in."""
    links: list[str] = field(default_factory=list)
    media: list[Media] = field(default_factory=list)
    place: Place | None = None
    key: bool = False
    pointed: bool = False
    joins: bool = False
    """The next line goes on with the paragraph of the last one."""

    @property
    def paragraphs(self) -> list[str]:
        """The body so far."""
        return [" ".join(lines) for lines in self.body]


def read_ticker(raw: Raw) -> Source:
    """The entries of a ticker's text in its order; raises `NoEntryError` where it has none."""
    name = raw.name
    settings, rest, taken, problems = split_front_matter(raw.text)
    lines = lines_of(rest, taken + 1)
    markdown = raw.suffix in {".md", ".markdown"}
    introduction, drafts = _split(lines, problems, markdown=markdown)
    if not drafts:
        raise NoEntryError(name)
    title, introduction = _title(introduction)
    entries = tuple(_entry(draft, position) for position, draft in enumerate(drafts, start=1))
    return Source(
        name=name,
        introduction="\n\n".join(introduction),
        entries=entries,
        settings=replace(settings, title=settings.title or title),
        problems=tuple(problems),
    )


def _split(lines: Sequence[Line], problems: list[Problem], *, markdown: bool) -> tuple[list[str], list[_Draft]]:
    """Paragraphs before the first entry, and the entries."""
    heads, skipped = _heads(lines)
    days = find_days(lines, heads)
    introduction = _Draft("", "", 0, 0)
    drafts: list[_Draft] = []
    day, used = "", True
    for line in lines:
        if line.number in days:
            day, used = days[line.number] if used else f"{day}, {days[line.number]}", False
        elif line.number in heads:
            drafts.append(heads[line.number])
            drafts[-1].day = day
            used = True
        elif line.number not in skipped:
            of_page = dates_page(line.words, last=line is lines[-1])
            draft = drafts[-1] if drafts and not of_page else introduction
            draft.joins = draft.joins and line.offset > 0
            _take_line(draft, line, problems, markdown=markdown)
    return introduction.paragraphs, drafts


def _heads(lines: Sequence[Line]) -> tuple[dict[int, _Draft], set[int]]:
    """Number of the line -> the entry that begins there, and the lines that are a part of such a beginning.

    What stands between plus signs is nothing but a day right above the next entry is a heading, not an entry.
    """
    plus = {line.number: found for line in lines if (found := _between_plus_signs(line.words))}
    if plus:
        behind = not any(read_stamp(inner) for inner, _ in plus.values())
        heads = {number: _headline(inner, rest, number, behind=behind) for number, (inner, rest) in plus.items()}
        for number in find_days(lines, heads):
            heads.pop(number, None)
        return heads, set()
    starts = find_starts(lines)
    if len(starts) < 2 and (ruled := _behind_rules(lines)):
        return ruled, {line.number for line in lines if _RULE.fullmatch(line.words)} - ruled.keys()
    return {number: _started(start, number) for number, start in starts.items()}, {one.also for one in starts.values() if one.also}


def _behind_rules(lines: Sequence[Line]) -> dict[int, _Draft]:
    """In a ticker without stamps and plus signs: the entry that stands behind each rule, its headline to come. One rule divides nothing."""
    rules = [one for one, after in itertools.pairwise(lines) if _RULE.fullmatch(one.words) and not _RULE.fullmatch(after.words)]
    return {one.number: _Draft("", "", one.number, one.number) for one in rules} if len(rules) > 1 else {}


def _headline(inner: str, rest: str, number: int, *, behind: bool) -> _Draft:
    """An entry between plus signs. `behind`: no headline of the ticker begins with a stamp, so they may end in one."""
    found = read_stamp(inner) or (read_stamp_behind(inner) if behind else None)
    if found is None or (found.weak and found.unit == "h"):
        return _Draft(inner, "", number, number, body=[[rest]] if rest else [])
    headline = found.headline
    if not headline:
        headline, rest = rest, ""
    return _Draft(headline or found.words, found.words, number, number, body=[[rest]] if rest else [])


def _started(start: Start, number: int) -> _Draft:
    words = f"{start.stamp.words} / {start.twin}" if start.twin else start.stamp.words
    return _Draft(start.stamp.headline, words, number, max(number, start.also or 0))


def _between_plus_signs(line: str) -> tuple[str, str] | None:
    """What a line that opens with plus signs holds up to the next ones, and what comes behind them.

    Without the next ones it has to begin with a stamp.
    """
    opening = _OPENING.match(line)
    if opening is None:
        return None
    closing = _CLOSING.search(line, opening.end())
    if closing is None:
        open_end = line[opening.end() :].strip()
        return (open_end, "") if read_stamp(open_end) else None
    inner = line[opening.end() : closing.start()].strip()
    return (inner, line[closing.end() :].strip()) if inner else None


def _take_line(draft: _Draft, line: Line, problems: list[Problem], *, markdown: bool) -> None:
    words = line.words
    draft.last = line.number
    if draft.first and not draft.body and (_take_hand(draft, words) or _take_note(draft, line, problems) or _take_stamp(draft, words)):
        return
    if "![" in words:
        words, media = take_media(words)
        draft.media += media
        if media and not draft.first:
            problems += [Problem("media-place", words=one.address[:120], line=line.number) for one in media]
        if not words:
            draft.joins = False
            return
    if "](" in words:
        draft.links.extend(address for _, address in _LINK.findall(words))
        words = _LINK.sub(r"\1", words)
    draft.pointed = draft.pointed or is_pointer(words)
    text = _text(words, line.number, problems)
    if text is None:
        return
    text = _STRESS.sub(r"\2", text) if markdown else text
    if draft.first and not draft.headline:
        draft.headline, text = cut_headline(text)
        draft.joins = bool(text)
        draft.body += [[text]] if text else []
        return
    alone = (draft.joins or not draft.first) and _stands_alone(text, page=not draft.first)
    if draft.joins and not alone and not _ITEM.match(text):
        draft.body[-1].append(text)
    else:
        draft.body.append([text])
    draft.joins = not (text.startswith("#") or (alone and not draft.first))


def _take_hand(draft: _Draft, words: str) -> bool:
    hand = None if draft.hand else _HAND.fullmatch(words)
    draft.hand = hand["hand"].strip() if hand else draft.hand
    return bool(hand)


def _take_note(draft: _Draft, line: Line, problems: list[Problem]) -> bool:
    """A key event's mark, or a place; the second of either is text."""
    if not draft.key and is_key(line.words):
        draft.key = True
        return True
    found = None if draft.place else read_place(line.words)
    if found is None:
        return False
    draft.place, right = found
    if not right:
        problems.append(Problem("place", words=line.words[:120], line=line.number))
    return True


def _take_stamp(draft: _Draft, words: str) -> bool:
    """A stamp alone on the line under a headline is that of the entry, or its own once more, in another zone."""
    found = read_stamp(words) if len(words) <= _ALONE else None
    if found is None or found.headline or found.weak:
        return False
    own = read_stamp(draft.stamp)
    if own and (" / " in draft.stamp or not same_instant(own, found)):
        return False
    draft.stamp = f"{draft.stamp} / {found.words}" if own else found.words
    return True


def _stands_alone(text: str, *, page: bool) -> bool:
    """An item of a programme (`18.30 Uhr: Empfang`) is a line of its own, and so is the date above a ticker."""
    if page:
        return is_page_date(text)
    found = read_stamp(text)
    return found is not None and bool(found.separator and found.headline)


def cut_headline(text: str) -> tuple[str, str]:
    """A headline that is a whole paragraph ends with its first sentence."""
    text = text.lstrip("# ") or text
    end = _SENTENCE.search(text, 0, _HEADLINE) if len(text) > _HEADLINE else None
    return (text[: end.end()].strip(), text[end.end() :].strip()) if end else (text, "")


def _text(words: str, number: int, problems: list[Problem]) -> str | None:
    """The line as text, if it is some; what a page left behind goes into `problems`."""
    if is_leftover(words):
        problems.append(Problem("loose-line", words=words[:120], line=number, severity="note"))
        return None
    if words.endswith("+++"):
        problems.append(Problem("trailing-plus", words=words[-60:], line=number, severity="note"))
        words = words.rstrip("+").rstrip()
    return words or None


def _entry(draft: _Draft, position: int) -> Entry:
    return Entry(
        id=f"e{position}",
        headline=draft.headline or draft.stamp,
        body="\n\n".join(draft.paragraphs),
        position=position,
        lines=(draft.first, draft.last),
        day=draft.day,
        stamp=draft.stamp,
        hand=draft.hand,
        links=tuple(draft.links),
        media=tuple(draft.media),
        place=draft.place,
        key=draft.key,
        pointer=draft.pointed and not draft.body,
    )


def _title(introduction: list[str]) -> tuple[str | None, list[str]]:
    """A first line that is a heading: Markdown's, or a short one without a full stop before more text."""
    for place, first in enumerate(introduction[:3]):
        if _stands_alone(first, page=True):  # the date above the title is none
            continue
        rest = introduction[:place] + introduction[place + 1 :]
        if first.startswith("#"):
            return first.lstrip("# ").strip() or None, rest
        return (first, rest) if len(first) <= 90 and first[-1] not in ".!?:" else (None, introduction)
    return None, introduction
