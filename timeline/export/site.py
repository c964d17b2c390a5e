"""Several stories as a folder of pages for any web host: an index, and a page each that works alone."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

from markupsafe import Markup

from timeline.assets import styles
from timeline.draw.moments import tell
from timeline.draw.page import introduce
from timeline.draw.speech import direction
from timeline.draw.words import counted, interface_language, words
from timeline.errors import OptionError
from timeline.export.html import content_policy, export_html, templates
from timeline.model import Story

_LONGEST = 60


def write_site(stories: Iterable[Story], folder: str | Path, *, title: str, language: str = "en") -> list[Path]:
    """Write the pages and `index.html`; gives what was written, the index last. `language` is that of the index.

    A story is named after its title; a second one of that name gets a number. Raises `OptionError` where the folder cannot be written.
    """
    folder = Path(folder)
    written: list[Path] = []
    items: list[dict[str, str]] = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, story in _named(stories):
            written.append(folder / f"{name}.html")
            written[-1].write_text(export_html(story), "utf-8")
            items.append(_item(story, written[-1].name, language))
        written.append(folder / "index.html")
        written[-1].write_text(_index(items, title, language), "utf-8")
    except OSError as error:
        raise OptionError(f"cannot write into {str(folder)!r} ({error.strerror or error}); give a folder of your own") from error
    return written


def slug(title: str) -> str:
    """A title as the name of a file or a part of an address: small letters without accents, digits, hyphens; `timeline` where none is left.

    >>> slug("Der Gipfel: Fähre & Öl"), slug("北京")
    ('der-gipfel-fahre-ol', 'timeline')
    """
    plain = unicodedata.normalize("NFKD", title.replace("ß", "ss")).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:_LONGEST].strip("-") or "timeline"


def _named(stories: Iterable[Story]) -> Iterator[tuple[str, Story]]:
    used = {"index"}
    for story in stories:
        name = base = slug(story.title)
        number = 2
        while name in used:
            name, number = f"{base}-{number}", number + 1
        used.add(name)
        yield name, story


def _item(story: Story, address: str, language: str) -> dict[str, str]:
    known = [event for event in story.events if event.earliest is not None]
    ends = [tell(event.start, event.end, zone=story.zone, language=language, home=story.zone) for event in (known[:1] + known[-1:])]
    text = words(language)
    return {
        "title": story.title,
        "language": story.language,
        "address": address,
        "standfirst": introduce(story.introduction)[0],
        "count": counted(text, "report.events", len(story.events), language),
        "span": " – ".join(dict.fromkeys(ends)),
    }


def _index(items: list[dict[str, str]], title: str, language: str) -> str:
    spoken = interface_language(Story(title, language, "UTC", (), ()))
    return (
        templates()
        .get_template("index.html.j2")
        .render(
            title=title, items=items, language=spoken, direction=direction(spoken), policy=content_policy(), style=Markup(styles("site"))
        )
    )
