"""TimelineJS, version 3 and 2: slides with a date, text and a medium.

Format: https://timeline.knightlab.com/docs/json-format.html. Its dates have no zone; its texts are HTML, of which the words stay.
"""

from __future__ import annotations

import reprlib
from dataclasses import dataclass, field
from typing import Any, Literal

from timeline.errors import SourceError
from timeline.model import Entry, Given, Media, Problem, Settings, Source
from timeline.read.kinds import kind_of
from timeline.read.raw import Raw
from timeline.read.slides import SlideDate, parts_of, read_date
from timeline.read.snippet import Snippet, line_of, read_snippet

_TOP = ("events", "title", "eras", "scale")
_SLIDE = ("start_date", "end_date", "text", "media", "group", "display_date", "unique_id")
_TEXT = ("headline", "text")
_MEDIA = ("url", "caption", "credit", "alt", "title", "link")
_DRESS = frozenset("background autolink thumbnail link_target format classname type start_at_slide".split())
_WORDS = 120
_LABEL = 100


def looks_like_timelinejs(raw: Raw) -> bool:
    """A list of events with `start_date` (version 3), or `timeline` with a list of dates (version 2)."""
    if not any(word in raw.data for word in (b"start_date", b"startDate")):
        return False
    data = raw.json
    if not isinstance(data, dict):
        return False
    old = data.get("timeline")
    if isinstance(old, dict) and isinstance(old.get("date"), list):
        return True
    events = data.get("events")
    return isinstance(events, list) and any(isinstance(slide, dict) and "start_date" in slide for slide in events)


def read_timelinejs(raw: Raw) -> Source:
    """One entry and one event a slide; the title slide is title and introduction. Raises `SourceError` where it has no slides."""
    data = raw.json
    data = _renewed(data) if isinstance(data, dict) and "timeline" in data else data
    if not isinstance(data, dict) or not isinstance(data.get("events"), list):
        raise SourceError(f'{raw.name!r} is no TimelineJS: it needs "events", a list of slides with "start_date"')
    reader = _Slides(cosmological=data.get("scale") == "cosmological")
    reader.passed_over(data, _TOP, "")
    title, introduction = reader.title(data.get("title"))
    for number, slide in enumerate(data["events"], start=1):
        reader.slide(slide, number)
    eras = data.get("eras")
    for number, era in enumerate(eras if isinstance(eras, list) else [], start=1):
        reader.era(era, number)
    return Source(
        raw.name,
        introduction,
        tuple(reader.entries),
        Settings(title=title or None),
        problems=(*reader.problems, *reader.notes()),
        given=tuple(reader.given),
        eras=tuple(reader.eras),
        records=len(data["events"]),
        stated=True,
    )


@dataclass(slots=True)
class _Slides:
    """Goes through the slides of a timeline and keeps what was wrong."""

    cosmological: bool
    entries: list[Entry] = field(default_factory=list)
    given: list[Given] = field(default_factory=list)
    eras: list[Given] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    dropped: dict[str, None] = field(default_factory=dict)
    years_bc: str = ""

    def note(self, code: str, value: Any, line: int | None, column: str, severity: Literal["note", "warning", "error"] = "warning") -> None:
        """A problem with a field of a record."""
        words = value if isinstance(value, str) else reprlib.repr(value)
        self.problems.append(Problem(code, words=words[:_WORDS], line=line, column=column, severity=severity))

    def notes(self) -> list[Problem]:
        """What is said once of the whole source."""
        found = []
        if self.dropped:
            found.append(Problem("dropped-fields", words=", ".join(self.dropped)[:_WORDS], severity="note"))
        if self.years_bc:
            found.append(Problem("years-bc", words=self.years_bc, severity="note"))
        return found

    def passed_over(self, record: dict[str, Any], known: tuple[str, ...], where: str) -> None:
        """Fields that have no place here: what only dresses the page is said once, everything else is a problem each."""
        for key in [key for key in record if key not in known]:
            name = f"{where}.{key}".lstrip(".")[:_WORDS]
            if record[key] in (None, "", [], {}):
                continue
            if key in _DRESS:
                self.dropped[key] = None
            else:
                self.note("unknown-field", record[key], None, name)

    def part(self, record: dict[str, Any], name: str, line: int | None) -> dict[str, Any]:
        """An object inside a record, empty where there is none."""
        value = record.get(name)
        if isinstance(value, dict):
            return value
        if isinstance(value, str) and name == "text":
            return {"text": value}
        if value not in (None, "", []):
            self.note("slide-field", value, line, name)
        return {}

    def text(self, record: dict[str, Any], name: str, line: int | None) -> str:
        """A text, or a number as text, empty where there is none."""
        value = record.get(name)
        if isinstance(value, str):
            return value.strip()
        if isinstance(value, int | float) and not isinstance(value, bool):
            return str(value)
        if value is not None and value is not False:
            self.note("slide-field", value, line, name)
        return ""

    def date(self, record: dict[str, Any], name: str, line: int | None, where: str = "") -> SlideDate:
        """A date of a slide; what is wrong with it is a problem."""
        value = record.get(name)
        found = read_date(value, cosmological=self.cosmological)
        if found.fault:
            lost = not found.text and name == "start_date"
            self.note(found.fault, _said(value), line, where + name, "error" if lost else "warning")
        if found.years_bc:
            self.years_bc = self.years_bc or _said(value)
        return found

    def title(self, slide: Any) -> tuple[str, str]:
        """Title and introduction."""
        if not isinstance(slide, dict):
            if slide is not None:
                self.note("slide-field", slide, None, "title")
            return "", ""
        self.passed_over(slide, _SLIDE, "title")
        self.dropped.update({f"title.{name}": None for name in ("start_date", "end_date", "display_date") if slide.get(name)})
        text = self.part(slide, "text", None)
        shown, links = self.media(slide, None)
        pages = [" ".join(filter(None, (one.text, one.caption, one.credit, one.address))) for one in shown]
        words = [read_snippet(self.text(text, "text", None)).text, *pages, *links]
        return line_of(self.text(text, "headline", None)), "\n\n".join(filter(None, words))

    def slide(self, slide: Any, number: int) -> None:
        """One slide: an entry, and what is given of its event."""
        if not isinstance(slide, dict):
            self.note("record", slide, number, "events", "error")
            return
        self.passed_over(slide, _SLIDE, f"events[{number - 1}]")
        text = self.part(slide, "text", number)
        self.passed_over(text, _TEXT, f"events[{number - 1}].text")
        body = read_snippet(self.text(text, "text", number))
        shown, links = self.media(slide, number)
        headline = line_of(self.text(text, "headline", number)) or _first_words(body, shown)
        start, end = self.date(slide, "start_date", number), self.date(slide, "end_date", number)
        display = line_of(self.text(slide, "display_date", number)) or " – ".join(filter(None, (start.display, end.display)))
        own = Entry(
            f"e{number}",
            headline,
            "\n\n".join(filter(None, (display, _without_bare_links(body)))),
            number,
            lines=(number, number),
            links=tuple(dict.fromkeys((*body.links, *links))),
            media=(*shown, *body.media),
        )
        self.entries.append(own)
        if start.fault and not start.text:
            return
        group = line_of(self.text(slide, "group", number))
        name = self.text(slide, "unique_id", number)
        self.given.append(Given(own.id, headline, start.text, end.text, id=name, lane=group, line=number))

    def media(self, slide: dict[str, Any], number: int | None) -> tuple[list[Media], list[str]]:
        """What a slide shows, and the links beside it."""
        medium = slide.get("media")
        if isinstance(medium, str):
            medium = {"url": medium}
        medium = medium if isinstance(medium, dict) else self.part(slide, "media", number)
        self.passed_over(medium, _MEDIA, "media")
        address = self.text(medium, "url", number)
        caption, credit = read_snippet(self.text(medium, "caption", number)), read_snippet(self.text(medium, "credit", number))
        links = [*caption.links, *credit.links, *filter(None, [self.text(medium, "link", number)])]
        alt = line_of(self.text(medium, "alt", number) or self.text(medium, "title", number))
        told = {"caption": caption.text, "credit": credit.text, "alt": alt}
        if not address:
            return ([Media("link", **told)] if any(told.values()) else []), links
        if "<" not in address:
            return [Media(kind_of(address), address, **told)], links
        inside = read_snippet(address)
        if inside.quoted or not inside.media:
            return [Media("quotation", next(iter(inside.links), ""), text=inside.text, **told)], links
        first = inside.media[0]
        return [Media(first.kind, first.address, **{**told, "alt": alt or first.alt}), *inside.media[1:]], [*links, *inside.links]

    def era(self, era: Any, number: int) -> None:
        """One era."""
        if not isinstance(era, dict):
            self.note("record", era, None, f"eras[{number - 1}]", "error")
            return
        where = f"eras[{number - 1}]"
        text = self.part(era, "text", None)
        words = read_snippet(self.text(text, "text", None)).text
        label = ": ".join(filter(None, (line_of(self.text(text, "headline", None)), " ".join(words.split()))))
        start, end = self.date(era, "start_date", None, f"{where}."), self.date(era, "end_date", None, f"{where}.")
        self.passed_over(era, ("start_date", "end_date", "text", "group"), where)
        told = {"display_date": start.display or end.display, "group": era.get("group")}
        self.dropped.update({f"eras.{name}": None for name, value in told.items() if value})
        if start.text or not start.fault:
            self.eras.append(Given("", label, start.text, end.text))


def _first_words(body: Snippet, shown: list[Media]) -> str:
    """A headline for a slide without one."""
    words = next(filter(None, (body.text, *(one.caption or one.text or one.alt or one.address for one in shown))), "")
    line = " ".join(words.split())
    return line if len(line) <= _LABEL else line[: _LABEL - 1].rsplit(" ", 1)[0] + "…"


def _without_bare_links(body: Snippet) -> str:
    """The text up to the paragraphs at its end that are nothing but a link's address: the entry has the link."""
    parts = body.text.split("\n\n")
    while parts and parts[-1] in body.links:
        parts.pop()
    return "\n\n".join(parts)


def _said(value: Any) -> str:
    """A date as its source writes it, short."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{str(key)[:20]}: {str(part)[:20]}" for key, part in list(value.items())[:8]) + "}"
    return value if isinstance(value, str) else reprlib.repr(value)


def _renewed(data: dict[str, Any]) -> dict[str, Any]:
    """A timeline of version 2 in the words of version 3 (https://github.com/NUKnightLab/TimelineJS, "File Formats")."""
    old = data["timeline"]
    if not isinstance(old, dict):
        return data
    dates, eras = old.get("date"), old.get("era")
    known = ("date", "era", "headline", "text", "asset", "startDate", "endDate", "tag")
    rest = {key: value for key, value in old.items() if key not in known}
    return {
        "events": [_renewed_slide(one) for one in dates] if isinstance(dates, list) else dates,
        "title": _renewed_slide({key: old[key] for key in ("headline", "text", "asset") if key in old}),
        "eras": [_renewed_slide(one) for one in eras] if isinstance(eras, list) else None,
        **rest,
    }


def _renewed_slide(old: Any) -> Any:
    if not isinstance(old, dict):
        return old
    known = {"startDate": "start_date", "endDate": "end_date", "tag": "group", "asset": "media"}
    slide = {known.get(key, key): value for key, value in old.items() if key not in ("headline", "text")}
    for name in ("start_date", "end_date"):
        if isinstance(slide.get(name), str):
            slide[name] = parts_of(slide[name])
        elif isinstance(slide.get(name), int):
            slide[name] = {"year": slide[name]}
    if isinstance(slide.get("media"), dict):
        slide["media"] = {"url" if key == "media" else key: value for key, value in slide["media"].items()}
    return {**slide, "text": {"headline": old.get("headline"), "text": old.get("text")}}
