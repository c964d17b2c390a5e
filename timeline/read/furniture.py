"""What a row puts on its card beside the words: pictures, links, a place."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

from timeline.model import Media, Place, Problem
from timeline.read.kinds import kind_of

Cells = Mapping[str, Sequence[str]]
Shown = tuple[tuple[str, ...], tuple[Media, ...], Place | None]

_MEDIA = tuple(one.name for one in fields(Media))
_NOTHING: Shown = ((), (), None)
_URL = re.compile(r"https?://\S+")


@dataclass(frozen=True, slots=True)
class Furniture:
    """The columns of media, links and places, and where problems go."""

    cells: Cells
    problems: list[Problem]

    @classmethod
    def of(cls, cells: Cells, problems: list[Problem]) -> Furniture:
        """Only the columns that are there."""
        names = ("media", "link", "credit", "caption", "alt", "place", "latitude", "longitude")
        return cls({name: cells[name] for name in names if name in cells}, problems)

    def at(self, number: int, line: int) -> Shown:
        """Links, media and place of a row."""
        if not self.cells:
            return _NOTHING
        links, media = self._links(number), self._media(number)
        pictures = tuple(Media(kind, link) for link in links if (kind := kind_of(link)) != "link")
        return tuple(link for link in links if kind_of(link) == "link"), media + pictures, self._place(number, line)

    def _cell(self, name: str, number: int) -> str:
        column = self.cells.get(name)
        return column[number] if column is not None else ""

    def _links(self, number: int) -> tuple[str, ...]:
        cell = self._cell("link", number)
        if not cell:
            return ()
        found = [link.rstrip(";,") for link in _URL.findall(cell)]
        return tuple(dict.fromkeys(found)) if found else (cell,)

    def _media(self, number: int) -> tuple[Media, ...]:
        cell = self._cell("media", number)
        if cell[:1] == "[" and (listed := _listed(cell)):
            return listed
        caption, credit, alt = (self._cell(name, number) for name in ("caption", "credit", "alt"))
        if not cell:
            return (Media("quotation", caption="", credit=credit, text=caption),) if caption and credit else ()
        return (Media(kind_of(cell), cell, caption, credit, alt),)

    def _place(self, number: int, line: int) -> Place | None:
        name = self._cell("place", number)
        latitude, longitude = self._degrees("latitude", number, line, 90), self._degrees("longitude", number, line, 180)
        if latitude is None or longitude is None:
            latitude = longitude = None
        return Place(name, latitude, longitude) if name or latitude is not None else None

    def _degrees(self, name: str, number: int, line: int, largest: int) -> float | None:
        text = self._cell(name, number)
        if not text:
            return None
        try:
            value = float(text.replace(",", "."))
            if abs(value) <= largest:
                return value
        except ValueError:
            pass
        self.problems.append(Problem("degrees", words=text[:80], line=line, column=name))
        return None


def _listed(cell: str) -> tuple[Media, ...]:
    """Media as our own tables write them: a list in JSON, one object each; empty where it is none."""
    try:
        items: Any = json.loads(cell)
        return tuple(Media(**{name: str(item[name]) for name in _MEDIA if name in item}) for item in items)  # type: ignore[arg-type]
    except (ValueError, TypeError, RecursionError):
        return ()
