"""A story as this package's own JSON, and back: `{"format": "ticker-timeline", "version": 1, "story": {...}}`.

Nothing is lost on the way: every field of every noun has its name there, one that has its usual value is left out.
`timeline/story.schema.json` says the same for other tools. What comes back in may be anybody's: a field that is wrong is a problem and
takes its usual value; a record that cannot stand without it is an error and left out.
"""

from __future__ import annotations

import json
import math
import reprlib
import types
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, fields, is_dataclass
from dataclasses import Field as Column
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from timeline import model
from timeline.document.check import checked
from timeline.errors import SourceError
from timeline.model import Problem, Story

FORMAT = "ticker-timeline"
VERSION = 1
_FARTHEST = 10**24
"""Milliseconds: beyond the end of any story, and still a number that can be reckoned with."""
_WORDS = 120

Noun = TypeVar("Noun")


def to_document(story: Story) -> dict[str, Any]:
    """The story as dicts, lists, text and numbers; integers are exact beyond 2^53."""
    return {"format": FORMAT, "version": VERSION, "story": _plain(story)}


def to_json(story: Story) -> bytes:
    """The document as UTF-8, a record a line or more; half a character is written as JSON escapes it."""
    text = json.dumps(to_document(story), ensure_ascii=False, indent=1, allow_nan=False)
    return (text + "\n").encode("utf-8", "backslashreplace")


def is_document(data: Any) -> bool:
    """Whether parsed JSON says that it is a story of this package."""
    return isinstance(data, dict) and data.get("format") == FORMAT


def from_document(data: Any, *, name: str = "the document") -> Story:
    """The story of a document; what was wrong with it is among its problems, behind those that it brought along.

    Raises `SourceError` where it is no document of this version, or nothing in it is a story.
    """
    if not is_document(data):
        raise SourceError(f'{name!r} is no story of this package; its JSON has "format": "{FORMAT}" at the top')
    if type(data.get("version")) is not int or data["version"] != VERSION:
        found = reprlib.repr(data.get("version"))
        raise SourceError(
            f"{name!r} has version {found} of this format, known is {VERSION}; update ticker-timeline, or save it for {VERSION}"
        )
    reader = _Reader()
    for key in sorted(map(str, data.keys() - {"format", "version", "story"})):
        reader.note("document-extra", key, data.get(key), "warning")
    story = reader.noun(Story, data.get("story"), "story", None)
    if story is None:
        raise SourceError(f'{name!r} holds no story; under "story" there have to be title, language, zone, entries and events')
    return checked(story, reader.problems, reader.rows)


def schema_path() -> Path:
    """Where the JSON Schema of a document lies."""
    return Path(__file__).parent.parent / "story.schema.json"


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return {column.name: _plain(getattr(value, column.name)) for column in fields(value) if _is_told(value, column)}
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if isinstance(value, Mapping):
        return dict(value)
    return value


def _is_told(noun: Any, column: Column[Any]) -> bool:
    """Whether a field says more than that it has its usual value; JSON has no word for what is no number."""
    value = getattr(noun, column.name)
    if isinstance(value, float) and not math.isfinite(value):
        return False
    if column.default_factory is not MISSING:
        return bool(value != column.default_factory())
    return column.default is MISSING or bool(value != column.default)


@lru_cache(maxsize=32)
def _hints(name: str) -> dict[str, Any]:
    """The types of a noun's fields."""
    return get_type_hints(getattr(model, name))


class _Wrong(Exception):
    """A value is not of its field's type; `told`: a problem says so already."""

    def __init__(self, *, told: bool = False) -> None:
        super().__init__()
        self.told = told


class _Reader:
    """Reads nouns along the types of their fields, and keeps what was wrong."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.rows: dict[int, int] = {}
        """Which of the records an entry, an event or an era was, from 1, by the identity of what it became."""

    def note(self, code: str, path: str, value: Any, severity: Literal["warning", "error"], line: int | None = None) -> None:
        """A problem with the field at `path`: `story.events[2].start.zone`."""
        words = value if isinstance(value, str) else reprlib.repr(value)
        self.problems.append(Problem(code, words=words[:_WORDS], line=line, column=path, severity=severity))

    def noun(self, kind: type[Noun], value: Any, path: str, line: int | None) -> Noun | None:
        """A noun from a dict; None, and an error, where a field that it cannot stand without is missing or wrong."""
        if not isinstance(value, dict):
            self.note("document-record", path, value, "error", line)
            return None
        told: dict[str, Any] = {}
        for column in fields(kind):  # type: ignore[arg-type]
            needed = column.default is MISSING and column.default_factory is MISSING
            where = f"{path}.{column.name}"
            if column.name not in value:
                if needed:
                    self.note("document-missing", where, value, "error", line)
                    return None
                continue
            try:
                told[column.name] = self.value(_hints(kind.__name__)[column.name], value[column.name], where, line)
            except _Wrong as wrong:
                if not wrong.told:
                    code = "document-lost" if needed else "document-field"
                    self.note(code, where, value[column.name], "error" if needed else "warning", line)
                if needed:
                    return None
        for key in [key for key in value if key not in _hints(kind.__name__)]:
            self.note("document-extra", f"{path}.{key}"[:_WORDS], value[key], "warning", line)
        return kind(**told)

    def value(self, hint: Any, value: Any, path: str, line: int | None) -> Any:
        """A value of a field's type; raises `_Wrong` where it is none."""
        origin, inner = get_origin(hint), get_args(hint)
        if origin in (Union, types.UnionType):
            return None if value is None else self.value(inner[0], value, path, line)
        if origin is Literal:
            return _one_of(value, inner)
        if is_dataclass(hint) and isinstance(hint, type):
            if (noun := self.noun(hint, value, path, line)) is None:
                raise _Wrong(told=True)
            return noun
        if origin is tuple:
            return tuple(self._items(inner, value, path, line))
        if hint is str or hint is bool:
            return _one_of(value, (value,) if isinstance(value, hint) else ())
        if hint in (int, float):
            return _number(value, whole=hint is int)
        if not isinstance(value, dict) or not all(isinstance(one, str) for one in value.values()):
            raise _Wrong
        return dict(value)

    def _items(self, inner: tuple[Any, ...], value: Any, path: str, line: int | None) -> Iterator[Any]:
        """The items of a list; of one without an end, those that can stand."""
        if not isinstance(value, list) or (inner[-1] is not Ellipsis and len(value) != len(inner)):
            raise _Wrong
        for number, one in enumerate(value):
            hint = inner[0]
            row = number + 1 if line is None and is_dataclass(hint) else line
            where = f"{path}[{number}]"
            if is_dataclass(hint) and isinstance(hint, type):
                if (noun := self.noun(hint, one, where, row)) is not None:
                    self.rows[id(noun)] = number + 1
                    yield noun
                continue
            try:
                yield self.value(hint, one, where, row)
            except _Wrong:
                if inner[-1] is not Ellipsis:
                    raise
                self.note("document-lost", where, one, "error", row)


def _one_of(value: Any, allowed: tuple[Any, ...]) -> Any:
    if isinstance(value, str | bool) and value in allowed:
        return value
    raise _Wrong


def _number(value: Any, *, whole: bool) -> int | float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise _Wrong
    if isinstance(value, float) and not math.isfinite(value):
        raise _Wrong
    if abs(value) > _FARTHEST or (whole and value != int(value)):
        raise _Wrong
    return int(value) if whole else float(value)
