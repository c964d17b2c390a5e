"""Lines of a calendar as components with their properties and line numbers; nothing is interpreted.

Folding, names and parameters: https://www.rfc-editor.org/rfc/rfc5545#section-3.1. A file that breaks off, or forgets an END, keeps
what stands before it.
"""

from __future__ import annotations

import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from timeline.model import Problem
from timeline.read.decode import decode
from timeline.read.raw import Raw

RECORDS = ("VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY")
"""Components that become entries."""
_NAME = re.compile(r"([A-Za-z0-9-]+)[ \t]*(?=[:;])")
_COLON = re.compile(r'"[^"]*"|:')
_PARAM = re.compile(r';([^=;:"]*)=("[^"]*"|[^";:,]*)')
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_DEEPEST = 8
_QUOTED = 120


@dataclass(frozen=True, slots=True)
class Property:
    """One content line: `value` as written, its escapes kept; of a parameter with several values the first."""

    name: str
    value: str
    params: Mapping[str, str]
    line: int

    @property
    def text(self) -> str:
        """The value as text, without its escapes.

        >>> Property("SUMMARY", r"Talks\\, part 1\\nfinal", {}, 1).text
        'Talks, part 1\\nfinal'
        """
        return _ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], self.value).strip()


@dataclass(slots=True)
class Component:
    """A component; `first` and `last` are its lines in the file, from 1."""

    name: str
    first: int
    last: int = 0
    properties: list[Property] = field(default_factory=list)
    parts: list[Component] = field(default_factory=list)

    def one(self, name: str) -> Property | None:
        """The first property called so that says anything."""
        return next((one for one in self.properties if one.name == name and one.value.strip()), None)

    def all(self, name: str) -> Iterator[Property]:
        """All properties called so that say anything."""
        return (one for one in self.properties if one.name == name and one.value.strip())

    def text(self, name: str) -> str:
        """The text of its first property called so, else nothing."""
        found = self.one(name)
        return found.text if found else ""


def scan(raw: Raw) -> tuple[Component, list[Problem]]:
    """All components of a file below one without a name, and what was no part of any."""
    root, problems = Component("", 1), list[Problem]()
    stack, told = [root], set[int]()
    number = 0
    for number, line in _unfolded(raw):
        found = _read_line(line, number)
        if found is None:
            _continue(stack[-1], line, number, told, problems)
        elif found.name == "BEGIN":
            _begin(stack, found.value.strip().upper(), number, problems)
        elif found.name == "END":
            _end(stack, found.value.strip().upper(), number, problems)
        else:
            stack[-1].properties.append(found)
    while len(stack) > 1:
        _close(stack, number, problems)
    return root, problems


def _read_line(line: str, number: int) -> Property | None:
    """A content line; None where it is none. A colon in quotes ends no name."""
    name = _NAME.match(line)
    if name is None:
        return None
    colon = next((found.start() for found in _COLON.finditer(line, name.end()) if found[0] == ":"), line.find(":", name.end()))
    if colon < 0:
        return None
    params = {key.strip().upper(): text.strip('"') for key, text in _PARAM.findall(line[name.end() : colon])}
    return Property(name[1].upper(), line[colon + 1 :], params, number)


def _unfolded(raw: Raw) -> Iterator[tuple[int, str]]:
    """Whole lines with the number of the first of their pieces. Old writers fold between the bytes of one character, so that bytes are
    joined before they are decoded."""
    whole = raw.words is not None or raw.data.startswith((BOM_UTF16_LE, BOM_UTF16_BE))
    data = raw.text.encode("utf-8", "replace") if whole else raw.data
    numbers: list[int] = []
    pieces: list[list[bytes]] = []
    for number, line in enumerate(data.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n"), start=1):
        if pieces and line[:1] in (b" ", b"\t"):
            pieces[-1].append(line[1:])
        elif line.strip():
            pieces.append([line])
            numbers.append(number)
    text = decode(b"\n".join(b"".join(piece) for piece in pieces), raw.name)
    return zip(numbers, text.split("\n"), strict=True)


def _continue(component: Component, line: str, number: int, told: set[int], problems: list[Problem]) -> None:
    """A line without a name: a writer that forgot to fold. It is more of the line before it, where there is one."""
    if not component.properties:
        problems.append(Problem("loose-line", words=line[:_QUOTED], line=number))
        return
    if component.first not in told:
        told.add(component.first)
        problems.append(Problem("ical-line", words=line[:_QUOTED], line=number))
    last = component.properties[-1]
    component.properties[-1] = Property(last.name, f"{last.value}\\n{line}", last.params, last.line)


def _begin(stack: list[Component], name: str, number: int, problems: list[Problem]) -> None:
    if name in RECORDS or name == "VCALENDAR":
        while any(one.name in RECORDS or (name == "VCALENDAR" and one.name) for one in stack):
            _close(stack, number - 1, problems)
    if len(stack) > _DEEPEST:
        _close(stack, number - 1, problems)
    one = Component(name, number)
    stack[-1].parts.append(one)
    stack.append(one)


def _end(stack: list[Component], name: str, number: int, problems: list[Problem]) -> None:
    if all(one.name != name for one in stack):
        problems.append(Problem("loose-line", words=f"END:{name}"[:_QUOTED], line=number))
        return
    while stack[-1].name != name:
        _close(stack, number - 1, problems)
    stack.pop().last = number


def _close(stack: list[Component], number: int, problems: list[Problem]) -> None:
    one = stack.pop()
    one.last = max(number, one.first)
    problems.append(Problem("ical-end", words=f"BEGIN:{one.name}"[:_QUOTED], line=one.first))
