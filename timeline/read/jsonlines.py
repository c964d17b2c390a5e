"""JSON Lines: one object a line, its fields the columns of a table (https://jsonlines.org)."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from timeline.errors import SourceError
from timeline.model import Problem, Source
from timeline.read.columns import recognised
from timeline.read.frame import cell_text
from timeline.read.raw import Raw
from timeline.read.table import Table, read_table

_SHOWN = 120


def read_jsonl(raw: Raw) -> Source:
    """The objects of a text, each on a line of its own; a line that is none is an error among the problems."""
    objects, lines, problems = objects_of(raw.text)
    if not objects:
        raise SourceError(f"{raw.name!r} has no JSON object on any line; write one object a line")
    lost = len(problems)
    names = list(dict.fromkeys(name for one in objects for name in one))
    table = Table(names, lambda at: [cell_text(one.get(names[at])) for one in objects], lines, problems)
    source = read_table(table, raw.name, raw.columns, file=True)
    return replace(source, records=source.records + lost)


def objects_of(text: str, first: int = 1) -> tuple[list[dict[str, Any]], list[int], list[Problem]]:
    """The objects of a text whose first line has the number `first`, their lines, and the lines that are none."""
    problems: list[Problem] = []
    objects: list[dict[str, Any]] = []
    lines: list[int] = []
    for number, line in enumerate(text.split("\n"), start=first):
        if not line.strip():
            continue
        one = object_of(line)
        if one is None:
            problems.append(Problem("json-line", words=line.strip()[:_SHOWN], line=number, severity="error"))
        elif one:
            objects.append(one)
            lines.append(number)
    return objects, lines, problems


def looks_like_jsonl(raw: Raw) -> bool:
    """Whether the first lines are objects of their own, with fields that are known and one that tells when."""
    if raw.head[:1] != b"{" or b"\n" not in raw.head:
        return False
    first, _, rest = raw.head.partition(b"\n")
    one = object_of(first.decode("utf-8", "replace"))
    return one is not None and rest.lstrip()[:1] == b"{" and recognised(list(one)) > 1


def object_of(line: str) -> dict[str, Any] | None:
    """The object on a line; None where it is none."""
    try:
        one = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return _flat(one) if isinstance(one, dict) else None


def _flat(one: dict[str, Any]) -> dict[str, Any]:
    """An object inside of an object as columns of its own: `place.name`."""
    flat: dict[str, Any] = {}
    for name, value in one.items():
        if isinstance(value, dict) and all(not isinstance(inner, dict | list) for inner in value.values()):
            flat |= {f"{name}.{inner}": text for inner, text in value.items()}
        else:
            flat[name] = value
    return flat
