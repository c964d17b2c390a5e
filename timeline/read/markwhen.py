"""markwhen: a date, a colon and words a line (https://docs.markwhen.com), of which the part that editors write is read.

    title: The mill                 a header: title, description, timezone, dateFormat
    # The first years               a section, by its level; `section` ... `endSection` as well
    1891 - 1893: The pier #built    an event; tags and `!id` at the end of its line
    Its piles are of iron.          what follows is its text
    2 weeks: The opening            counted from the event above, or from `after !id`

What is not understood is a problem with its line and its words; nothing is left out in silence but comments (`//`).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from timeline.clock import find_zone
from timeline.errors import DateError, ZoneError
from timeline.model import Entry, Given, Media, Place, Problem, Settings, Source
from timeline.moment import day_of
from timeline.read.kinds import kind_of
from timeline.read.mwdates import Dates, Fault, Span, repeated
from timeline.read.raw import Raw

_KEY = re.compile(r"\s*([A-Za-z#][\w.#-]*)\s*:(?:\s+(.*?))?\s*")
_HEADING = re.compile(r"\s*(#{1,6})\s+(\S.*)")
_GROUP = re.compile(r"\s*(?:section|group)\s+(\S.*)", re.IGNORECASE)
_GROUP_END = re.compile(r"\s*end(?:section|group)\s*", re.IGNORECASE)
_PAGE = re.compile(r"\s*_-_-_break_-_-_\s*")
_EVERY = re.compile(r"\s+every\s", re.IGNORECASE)
_DATED = re.compile(
    r"\s*(?:\d{4}-\d|\d{1,4}/\d|\d{4}\b|(?:now|after|before|by)\b[^:]*\s[!\d]|![\w-]+|\d{1,5}\s*(?:days?|weeks?|months?|years?|hours?)\b"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d|\d{1,2}\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))[^:]{0,80}:",
    re.IGNORECASE,
)
"""A line that is meant as an event, whether its date can be read or not."""
_MARK = re.compile(r"\s+(?:#(?!\d+$)([^\W#]\w*)|!([\w-]+))$")
_IMAGE = re.compile(r"!\[([^\]\n]{0,300})\]\(([^\s)]{1,2000})\)")
_PLACE = re.compile(r"\[([^\]\n]{1,300})\]\((?:location|map)\)")
_LINK = re.compile(r"\[([^\]\n]{1,300})\]\(([^\s)]{1,2000})\)")
_OWN = re.compile(r"^\s*(?:endGroup|endSection|_-_-_break_-_-_|dateFormat:\s*\S.*)\s*$", re.MULTILINE | re.IGNORECASE)
JOINER = "\u2060"
"""An invisible sign before what is text although it looks like a date or a section; `timeline.export.markwhen` puts it there."""
_HEAD = 20_000
_COLONS = 8
_WORDS = 120


def looks_like_markwhen(raw: Raw) -> bool:
    """Words that only markwhen has, on lines of their own, above or below an event."""
    if raw.suffix in (".mw", ".markwhen"):
        return True
    text = raw.data[:_HEAD].decode("utf-8", "replace") if raw.words is None else raw.words[:_HEAD]
    if "+++" in text or not _OWN.search(text):
        return False
    dates = Dates(now=0)
    return any(_event_of(line, dates) is not None for line in text.splitlines()[:200])


def is_markup(line: str) -> bool:
    """Whether a line inside a text would be taken for something else."""
    if line.lstrip().startswith("//") or any(own.fullmatch(line) for own in (_HEADING, _GROUP, _GROUP_END, _PAGE)) or _DATED.match(line):
        return True
    day = Span(0, 0, "day")
    return _event_of(line, Dates(now=0, latest=day)) is not None


def read_markwhen(raw: Raw) -> Source:
    """One entry an event, and one event for each time that it repeats."""
    reader = _Lines(raw)
    for number, line in enumerate(raw.text.split("\n"), start=1):
        reader.line(line, number)
    reader.close()
    dropped = [Problem("dropped-fields", words=", ".join(reader.dropped)[:_WORDS], severity="note")] if reader.dropped else []
    return Source(
        raw.name,
        "\n\n".join(filter(None, ("\n".join(paragraph) for paragraph in reader.above))),
        tuple(reader.entries),
        Settings(title=reader.title or None, zone=reader.zone or None),
        problems=(*reader.problems, *dropped),
        given=tuple(reader.given),
        records=len(reader.entries),
        stated=True,
    )


def _event_of(line: str, dates: Dates) -> tuple[Span, str, str] | None:
    """The range of an event's line, how it repeats, and its words; None where it is none. Raises `Fault`.

    The last colon that a date stands before is the one: a clock has one of its own.
    """
    cuts = [cut.start() for cut in re.finditer(":", line[:250])][:_COLONS]
    for cut in reversed(cuts):
        head = line[:cut].strip()
        every = _EVERY.search(head)
        if head and (span := dates.read(head[: every.start()] if every else head)) is not None:
            return span, head[every.start() :].strip() if every else "", line[cut + 1 :].strip()
    return None


@dataclass(slots=True)
class _Draft:
    """An event while its lines come in."""

    words: str
    first: int
    last: int
    span: Span | None
    every: str
    lane: str
    zone: str
    id: str = ""
    tags: list[str] = field(default_factory=list)
    body: list[list[str]] = field(default_factory=lambda: [[]])
    begun: bool = False
    """Its text has begun, so that no property can follow."""


class _Lines:
    """Takes the lines of a source one after the other."""

    def __init__(self, raw: Raw) -> None:
        self.raw = raw
        self.dates = Dates(now=_day(raw.now))
        self.title = self.zone = ""
        self.above: list[list[str]] = [[]]
        self.entries: list[Entry] = []
        self.given: list[Given] = []
        self.problems: list[Problem] = []
        self.dropped: dict[str, None] = {}
        self.sections: list[tuple[int, str, str]] = []
        """Level, title and zone of the sections that are open; a level of 0 ends by its own word."""
        self.page = ""
        self.head = True
        """No event or section has begun, on this page."""
        self.heading = False
        """The line before was a section's, or one of its properties."""
        self.draft: _Draft | None = None

    def _note(self, code: str, words: str, line: int, *, lost: bool = False, column: str = "", **values: str) -> None:
        self.problems.append(Problem(code, words.strip()[:_WORDS], line, "error" if lost else "warning", values, column))

    def line(self, line: str, number: int) -> None:
        """One line: a comment, a section, an event, or a part of what came before."""
        if line.lstrip().startswith("//") or (self.head and line.strip() == "---"):
            return
        if _PAGE.fullmatch(line):
            self._page()
        elif (heading := _HEADING.fullmatch(line)) is not None:
            self._open(len(heading[1]), heading[2])
        elif (group := _GROUP.fullmatch(line)) is not None and not self._is_text(line):
            self._open(0, group[1])
        elif _GROUP_END.fullmatch(line):
            self._end(number, line)
        elif not self._event(line, number):
            self._rest(line, number)

    def _is_text(self, line: str) -> bool:
        """`Group theory was young` in the middle of a paragraph is no group."""
        return self.draft is not None and bool(self.draft.body[-1]) and not line.lstrip().startswith(("section", "group"))

    def _page(self) -> None:
        self.close()
        self.sections, self.page, self.head = [], "", True

    def _open(self, level: int, title: str) -> None:
        self.close()
        self.head, self.heading = False, True
        if level:
            while self.sections and self.sections[-1][0] >= level:
                self.sections.pop()
        self.sections.append((level, (title if level else re.sub(r"\s+//.*", "", title)).strip(), ""))

    def _end(self, number: int, line: str) -> None:
        self.close()
        if not any(level == 0 for level, _, _ in self.sections):
            self._note("mw-line", line, number, lost=True)
            return
        while self.sections.pop()[0]:
            pass

    def _event(self, line: str, number: int) -> bool:
        """Whether a line is an event; then it is the current one."""
        code = ""
        found: tuple[Span, str, str] | None = None
        try:
            found = _event_of(line, self.dates)
        except Fault as fault:
            code = fault.code
        if found is None and not _DATED.match(line) and not (code and self._may_begin()):
            return False
        self.close()
        self.head = self.heading = False
        if found is None:
            self._note(code or "mw-date", line.partition(": ")[0], number, lost=True, column="start")
        words = found[2] if found else line.partition(":")[2].strip()
        lane = " / ".join(filter(None, (self.page, *(title for _, title, _ in self.sections))))
        zone = next((zone for _, _, zone in reversed(self.sections) if zone), "")
        self.draft = _Draft(words, number, number, found[0] if found else None, found[1] if found else "", lane, zone)
        self._marks(self.draft)
        if found is not None:
            self._remember(self.draft, found[0])
        return True

    def _may_begin(self) -> bool:
        """A date that counts from nothing, such as `March: ...`, begins an event only where no text goes on."""
        return self.draft is None or not self.draft.body[-1]

    def _remember(self, draft: _Draft, span: Span) -> None:
        self.dates.latest = span
        if draft.id:
            self.dates.ids.setdefault(draft.id.lower(), span)

    def _marks(self, draft: _Draft) -> None:
        """Tags and id at the end of an event's line."""
        words = f" {draft.words}"
        while (mark := _MARK.search(words)) is not None:
            if mark[1]:
                draft.tags.insert(0, mark[1])
            else:
                draft.id = draft.id or mark[2]
            words = words[: mark.start()].rstrip()
        draft.words = words.strip().removesuffix(JOINER)

    def _rest(self, line: str, number: int) -> None:
        """What is no event: a property, a text, or in a header one of its keys."""
        key = _KEY.fullmatch(line)
        if self.draft is not None:
            if key is not None and not self.draft.begun and self._property(self.draft, key[1].lower(), key[2] or "", number):
                return
            self.draft.begun = True
            _add(self.draft.body, line)
            self.draft.last = number if line.strip() else self.draft.last
        elif self.head and key is not None:
            self._header(key[1], key[2] or "", number)
        elif self.heading and key is not None:
            self._of_section(key[1].lower(), key[2] or "", number)
        elif self.head and not self.entries:
            _add(self.above, line)
        elif line.strip():
            self._note("mw-line", line, number, lost=True)

    def _header(self, key: str, value: str, number: int) -> None:
        value = _unquoted(value)
        match key.lower():
            case "title":
                if self.entries or self.title:
                    self.page = value
                self.title = self.title or value
            case "description":
                self.above = [*self.above, [value], []]
            case "dateformat":
                self.dates.day_first = value.strip().lower().startswith("d")
            case "timezone" | "tz":
                self.zone = self._zone(value, number) or self.zone
            case _:
                self.dropped[f"{key}: {value}"[:40]] = None

    def _of_section(self, key: str, value: str, number: int) -> None:
        if key in ("timezone", "tz"):
            level, title, _ = self.sections[-1]
            self.sections[-1] = (level, title, self._zone(value, number))
        else:
            self.dropped[f"{key}: {value}"[:40]] = None

    def _property(self, draft: _Draft, key: str, value: str, number: int) -> bool:
        """Whether a line under an event is one of the properties that have a place here; another one is text."""
        if key == "id" and value:
            draft.id = value
            if draft.span is not None:
                self._remember(draft, draft.span)
        elif key in ("timezone", "tz") and value:
            draft.zone = self._zone(value, number) or draft.zone
        elif key == "tags" and value:
            draft.tags += _tags(value)
        else:
            return False
        return True

    def _zone(self, value: str, number: int) -> str:
        """An IANA name, or hours from UTC such as `+5`."""
        found = re.fullmatch(r"(?:utc|gmt)?\s*([+-]?)(\d{1,2})(?::?([0-5]\d))?", value.strip(), re.IGNORECASE)
        zone = f"{found[1] or '+'}{int(found[2]):02d}:{found[3] or '00'}" if found else value.strip()
        try:
            find_zone(zone)
        except ZoneError:
            self._note("unknown-zone", value, number, column="timezone")
            return ""
        return zone

    def close(self) -> None:
        """The current event is whole: it becomes an entry, and is given once for each of its times."""
        draft, self.draft = self.draft, None
        if draft is None:
            return
        entry = _entry(draft, len(self.entries) + 1)
        self.entries.append(entry)
        if draft.span is None:
            return
        for number, span in enumerate(self._times(draft, draft.span)):
            self.given.append(
                Given(
                    entry.id,
                    entry.headline,
                    span.start,
                    span.end,
                    zone=draft.zone,
                    id=draft.id if not number else "",
                    lane=draft.lane,
                    tags=tuple(dict.fromkeys(draft.tags)),
                    line=draft.first,
                )
            )

    def _times(self, draft: _Draft, span: Span) -> Iterator[Span]:
        if not draft.every:
            return iter((span,))
        try:
            times, code = repeated(span, draft.every, replace(self.dates, latest=span), _day(self.raw.until))
        except Fault as fault:
            times, code = [span], fault.code
        if code:
            self._note(code, draft.every, draft.first, column="start", number=str(len(times)))
        return iter(times)


def _day(text: str | None) -> int | None:
    try:
        return day_of(text) if text else None
    except DateError:
        return None


def _unquoted(value: str) -> str:
    """A value of the header, which may stand between quotation marks as in YAML."""
    if not value.startswith('"'):
        return value
    try:
        return str(json.loads(value))
    except (ValueError, RecursionError):
        return value


def _tags(value: str) -> list[str]:
    """The tags of a property: a list as in YAML, or words with commas."""
    try:
        found = json.loads(value)
    except (ValueError, RecursionError):
        found = None
    if isinstance(found, list) and all(isinstance(one, str) for one in found):
        return found
    return [tag.strip(" #") for tag in value.strip("[] ").split(",") if tag.strip(" #")]


def _add(paragraphs: list[list[str]], line: str) -> None:
    if line.strip():
        paragraphs[-1].append(line.strip().removeprefix(JOINER))
    elif paragraphs[-1]:
        paragraphs.append([])


def _without_bare(body: str, said: set[str]) -> str:
    """The text up to the paragraphs at its end that only name a link or a place: the entry has them."""
    parts = re.split(r"\n{2,}", body.strip())
    while parts and parts[-1] in said:
        parts.pop()
    return "\n\n".join(parts)


def _entry(draft: _Draft, position: int) -> Entry:
    """The entry of an event: links, images and its place come out of its words."""
    body = "\n\n".join("\n".join(paragraph) for paragraph in draft.body if paragraph)
    media, links, places = [], [], []
    words = []
    for text in (draft.words, body):
        media += [
            Media(kind if (kind := kind_of(found[2])) != "link" else "image", found[2], alt=found[1]) for found in _IMAGE.finditer(text)
        ]
        text = _IMAGE.sub("", text)
        places += _PLACE.findall(text)
        text = _PLACE.sub(r"\1", text)
        links += [found[2] for found in _LINK.finditer(text)]
        words.append(_LINK.sub(r"\1", text).strip().replace(f"]{JOINER}(", "]("))
    words[1] = _without_bare(words[1], {*links, *places})
    return Entry(
        f"e{position}",
        words[0] or words[1].partition("\n")[0][:100] or next((one.alt for one in media), ""),
        words[1],
        position,
        lines=(draft.first, draft.last),
        links=tuple(dict.fromkeys(links)),
        media=tuple(media),
        place=Place(places[0]) if places else None,
    )
