"""What a component of a calendar says beside its time: words, place, links, what is attached. All of it is text."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from urllib.parse import urlsplit

from timeline.model import Media, MediaKind, Place, Problem
from timeline.read.ical_lines import Component, Property

_ITEM = re.compile(r"(?:\\.|[^,\\])+")
_BREAKS = re.compile(r"[ \t]*\n\s*")
_SPACE = re.compile(r"\s+")
_MOST_HTML = 100_000
_KINDS: dict[str, MediaKind] = {"image": "image", "video": "video", "audio": "audio"}
_BLOCKS = ("p", "br", "div", "li", "tr", "h1", "h2", "h3", "h4", "ul", "ol", "table")


def label_of(component: Component) -> str:
    """What it is called: its summary, else the first words that it has."""
    for name in ("SUMMARY", "DESCRIPTION", "COMMENT", "CATEGORIES", "LOCATION"):
        if text := component.text(name):
            return " ".join(text.split())[:300] if name != "SUMMARY" else " ".join(text.split())
    return component.name


def body_of(component: Component) -> str:
    """Its description as paragraphs; where there is none, the words of the formatted one (X-ALT-DESC, Outlook)."""
    text = component.text("DESCRIPTION")
    if not text and (formatted := component.one("X-ALT-DESC")):
        text = formatted.text if formatted.params.get("FMTTYPE", "text/html") != "text/html" else _words_of(formatted.text)
    return _BREAKS.sub("\n\n", text).strip()


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A block begins on a line of its own."""
        self.silent += tag in ("script", "style", "head")
        if tag in _BLOCKS:
            self.words.append("\n")

    def handle_endtag(self, tag: str) -> None:
        """What stands behind a block too."""
        self.silent = max(self.silent - (tag in ("script", "style", "head")), 0)
        if tag in _BLOCKS:
            self.words.append("\n")

    def handle_data(self, data: str) -> None:
        """Words, but for those of scripts and styles."""
        if not self.silent:
            self.words.append(_SPACE.sub(" ", data))


def _words_of(html: str) -> str:
    parser = _Words()
    parser.feed(html[:_MOST_HTML])
    parser.close()
    return "".join(parser.words).replace("\n ", "\n").strip()


def tags_of(component: Component) -> tuple[str, ...]:
    """Its categories, each once."""
    found = (text for one in component.all("CATEGORIES") for text in _ITEM.findall(one.value))
    return tuple(dict.fromkeys(text for one in found if (text := Property("", one, {}, 0).text)))


def importance_of(component: Component) -> str:
    """Its priority, 1 (highest) to 9, as 1 to 0; nothing for 0, which is none, and what is no priority as it is written.

    https://www.rfc-editor.org/rfc/rfc5545#section-3.8.1.9
    """
    text = component.text("PRIORITY")
    if not re.fullmatch(r"0*[0-9]", text):
        return text
    return f"{(9 - int(text)) / 8:g}" if int(text) else ""


def place_of(component: Component, problems: list[Problem]) -> Place | None:
    """Its place by name and coordinates; None where it has neither."""
    name = " ".join(component.text("LOCATION").split())
    found = component.one("GEO")
    latitude = longitude = None
    if found is not None:
        try:
            north, _, east = found.value.replace(",", ";").partition(";")
            latitude, longitude = float(north), float(east)
        except ValueError:
            latitude = longitude = None
        if latitude is None or longitude is None or not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
            problems.append(Problem("ical-value", words=found.value[:120], line=found.line, column="GEO"))
            latitude = longitude = None
    return Place(name, latitude, longitude) if name or latitude is not None else None


def links_of(component: Component, problems: list[Problem]) -> tuple[str, ...]:
    """The address of its page."""
    found = [one for one in component.all("URL") if _is_safe(one, problems)]
    return tuple(dict.fromkeys(one.value.strip() for one in found))


def media_of(component: Component, problems: list[Problem]) -> tuple[Media, ...]:
    """What is attached by its address; what lies in the file itself is not taken."""
    media = []
    for name in ("IMAGE", "ATTACH"):
        for one in component.all(name):
            if one.params.get("VALUE", "").upper() == "BINARY" or one.params.get("ENCODING", "").upper() == "BASE64":
                title = one.params.get("FILENAME") or one.params.get("X-FILENAME") or one.params.get("FMTTYPE") or "BINARY"
                problems.append(Problem("ical-value", words=title[:120], line=one.line, column=name))
            elif _is_safe(one, problems):
                kind = _KINDS.get(one.params.get("FMTTYPE", "").partition("/")[0].lower(), "image" if name == "IMAGE" else "link")
                media.append(Media(kind, one.value.strip(), caption=one.params.get("FILENAME", "")))
    return tuple(media)


def _is_safe(one: Property, problems: list[Problem]) -> bool:
    """Whether an address leads to a page or a file on the web; any other is a problem."""
    try:
        parts = urlsplit(one.value.strip())
        safe = parts.scheme.lower() in ("http", "https") and bool(parts.netloc)
    except ValueError:
        safe = False
    if not safe:
        problems.append(Problem("ical-value", words=one.value[:120], line=one.line, column=one.name))
    return safe
