"""Story -> Markdown for people: each entry with its moments in words, what dates them, its text and its links.

It is no ticker to be read again: the sentences that tell a moment would be dated once more, and what is inferred would come back as stated.
"""

from __future__ import annotations

import re

from timeline.draw.cards import in_order
from timeline.draw.moments import tell
from timeline.draw.words import interface_language, words
from timeline.model import Entry, Event, Media, Story

LOSES = (
    "id", "precision", "lane", "tags", "importance", "position", "lines", "stamp", "day", "hand", "pointer", "key", "language",
    "reader_zones", "lanes", "eras", "problems", "assumptions",
)  # fmt: skip
_SIGNS = re.compile(r"([\\`*_\[\]<>|~&])")
_START = re.compile(r"^([-+#=:]|\d{1,9}[.)](?=\s|$))")
_BREAK = re.compile(r"\n\s*\n")


def export_markdown(story: Story, *, language: str | None = None) -> str:
    """The story as CommonMark, for writing as UTF-8, in the order of time. `language` is that of the words between, else the story's."""
    spoken = interface_language(story, language)
    by_entry: dict[str, list[Event]] = {}
    for event in story.events:
        by_entry.setdefault(event.entry, []).append(event)
    parts = [f"# {_line(story.title)}", *_paragraphs(story.introduction)]
    for entry in in_order(story):
        parts += _entry(entry, by_entry.get(entry.id, []), story, spoken)
    return "\n\n".join(part for part in parts if part) + "\n"


def _entry(entry: Entry, events: list[Event], story: Story, language: str) -> list[str]:
    text = words(language)
    told = [_moment(event, entry, story, language) for event in events] or [f"- {text['card.undated']}"]
    if entry.published:
        when = tell(entry.published, zone=story.zone, language=language, home=story.zone)
        told.append("- " + _line(text["card.published"].format(moment=when)))
    if entry.place:
        degrees = None if entry.place.latitude is None else f"{entry.place.latitude}, {entry.place.longitude}"
        told.append("- " + _line(", ".join(part for part in (entry.place.name, degrees) if part)))
    links = [f"- <{_address(link)}>" for link in entry.links]
    return [f"## {_line(entry.headline)}", "\n".join(told), *_paragraphs(entry.body), *map(_media, entry.media), "\n".join(links)]


def _moment(event: Event, entry: Entry, story: Story, language: str) -> str:
    """When, what, how that is known, and the words that say so."""
    text = words(language)
    when = tell(event.start, event.end, zone=story.zone, language=language, home=story.zone)
    what = "" if event.label == entry.headline else f": {_line(event.label)}"
    known = [text[f"basis.{event.moment.basis}"]]
    if event.status != "happened":
        known.insert(0, text[f"status.{event.status}"])
    before = next((other for other in story.events if other.id == event.replaces), None)
    moved = f" ← {_line(tell(before.start, before.end, zone=story.zone, language=language, home=story.zone))}" if before else ""
    quoted = "".join(f" “{_line(one.text)}”" for one in event.evidence)
    return f"- **{_line(when)}**{what}{moved} ({', '.join(known)}){quoted}"


def _media(media: Media) -> str:
    said = " – ".join(part for part in (media.caption, media.credit) if part)
    below = f"\n{_line(said)}" if said else ""
    if media.kind == "quotation":
        return "> " + _line(media.text) + (f"\n>\n> {_line(said)}" if said else "")
    if media.address.startswith("data:"):
        return _line(" – ".join(part for part in (media.alt, said) if part))
    mark = "!" if media.kind == "image" else ""
    return f"{mark}[{_line(media.alt or media.caption or media.kind)}](<{_address(media.address)}>){below}"


def _address(address: str) -> str:
    return address.replace("<", "%3C").replace(">", "%3E").replace("\\", "%5C").replace("\n", "").replace(" ", "%20")


def _paragraphs(text: str) -> list[str]:
    return [_line(part) for part in _BREAK.split(text) if part.strip()]


def _line(text: str) -> str:
    """Text as text: no sign of it means anything in Markdown or HTML (https://spec.commonmark.org/0.31.2/#backslash-escapes).

    >>> _line("1. <b>*x*")
    '1\\\\. \\\\<b\\\\>\\\\*x\\\\*'
    """
    flat = _SIGNS.sub(r"\\\1", " ".join(text.split()))
    return _START.sub(lambda found: f"{found[1][:-1]}\\{found[1][-1]}", flat)
