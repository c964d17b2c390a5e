"""The optional YAML block at the top of a ticker: what an editor fixes before anything is inferred.

---
title: The summit of Hanoi
date: 2019-02-28
zone: Asia/Ho_Chi_Minh
readers: [America/New_York, Europe/Berlin]
language: en
anchors: {summit: 2019-02-27}
lanes: {Travel: [train, plane]}
eras: {The first term: 2017-01-20 - 2021-01-20}
---
"""

from __future__ import annotations

import re
from collections.abc import Mapping

import yaml
from yaml.composer import ComposerError

from timeline.clock import is_zone
from timeline.errors import DateError
from timeline.model import Problem, Settings
from timeline.moment import day_of

_BLOCK = re.compile(r"\A---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_KEY = re.compile(r"(?:[A-Za-z_]\w*[ \t]*:|[ \t]*$|[ \t]*#)")
_KNOWN = ("title", "date", "zone", "readers", "language", "anchors", "lanes", "eras")


_LARGEST = 50_000
"""Characters of a block that are read at most: to parse a megabyte of YAML takes seconds."""


class _TextLoader(yaml.SafeLoader):
    """YAML without its own idea of dates and numbers: `2019-02-28` stays the words that were written. And without aliases, by which a
    few lines can mean billions."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        """The next node; raises `ComposerError` for an alias."""
        if self.check_event(yaml.AliasEvent):
            raise ComposerError(None, None, "aliases are not read", parent.start_mark if parent else None)
        return super().compose_node(parent, index)


_TextLoader.yaml_implicit_resolvers = {}


def split_front_matter(text: str) -> tuple[Settings, str, int, list[Problem]]:
    """Settings, the rest of the text, the number of lines taken off its top, and what could not be used.

    `text` has `\\n` line ends. A block that is no YAML, and every value of the wrong kind, becomes a problem.
    """
    block = _BLOCK.match(text)
    if block is None or not _KEY.match(block.group(1)):
        return Settings(), text, 0, []
    rest, taken = text[block.end() :], text[: block.end()].count("\n")
    if len(block.group(1)) > _LARGEST:
        words = f"it is longer than {_LARGEST} characters"
        return Settings(), rest, taken, [Problem("front-matter", words=words, line=1, severity="error")]
    try:
        values = yaml.load(block.group(1), Loader=_TextLoader)
    except (yaml.YAMLError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 2 if mark else 1
        return Settings(), rest, taken, [Problem("front-matter", words=str(getattr(error, "problem", error)), line=line, severity="error")]
    if not isinstance(values, Mapping):
        return Settings(), rest, taken, [Problem("front-matter", words=str(values)[:80], line=1, severity="error")] if values else []
    settings, problems = _settings(values)
    return settings, rest, taken, problems


def _settings(values: Mapping[object, object]) -> tuple[Settings, list[Problem]]:
    problems: list[Problem] = []

    def refuse(key: str, value: object) -> None:
        problems.append(Problem("setting", words=f"{key}: {value}"[:120], line=1, severity="error"))

    for key in values:
        if key not in _KNOWN:
            problems.append(Problem("unknown-setting", words=str(key)[:80], line=1))
    zones = _words(values.get("readers"))
    for name in [zone for zone in zones if not is_zone(zone)]:
        refuse("readers", name)
        zones.remove(name)
    zone = _text(values.get("zone"))
    if zone and not is_zone(zone):
        refuse("zone", zone)
        zone = None
    date = _text(values.get("date"))
    if date and not _is_date(date):
        refuse("date", date)
        date = None
    anchors = _pairs(values.get("anchors"))
    for name, day in list(anchors.items()):
        if not _is_date(day):
            refuse(f"anchors: {name}", anchors.pop(name))
    lanes, eras = _lanes(values.get("lanes")), values.get("eras")
    for key, value in (("lanes", lanes), ("eras", eras)):
        if value and not isinstance(value, Mapping):
            refuse(key, value)
    return Settings(
        title=_text(values.get("title")),
        date=date,
        zone=zone,
        reader_zones=tuple(zones),
        language=_text(values.get("language")),
        anchors=anchors,
        lanes={str(lane): tuple(_words(words)) for lane, words in lanes.items()} if isinstance(lanes, Mapping) else {},
        eras=_pairs(eras),
    ), problems


def _lanes(value: object) -> object:
    """Names alone are lanes without words, in their order."""
    return dict.fromkeys(_words(value), "") if isinstance(value, list) else value


def _is_date(text: str) -> bool:
    try:
        day_of(text)
    except DateError:
        return False
    return True


def _text(value: object) -> str | None:
    return value.strip() or None if isinstance(value, str) else None


def _words(value: object) -> list[str]:
    if isinstance(value, str):
        return [word.strip() for word in value.split(",") if word.strip()]
    return [str(word).strip() for word in value if str(word).strip()] if isinstance(value, list) else []


def _pairs(value: object) -> dict[str, str]:
    return {str(key): str(text).strip() for key, text in value.items()} if isinstance(value, Mapping) else {}
