"""vis-timeline: items and groups as JSON (https://visjs.github.io/vis-timeline/docs/timeline/, "Data Format").

A number is Unix milliseconds, an instant; a text is a date or a clock in the story's zone, where it has no offset of its own. An item
reaches up to its end, which is the first moment after it: of dates, the day before is its last.
"""

from __future__ import annotations

import re
import reprlib
from dataclasses import dataclass, field
from typing import Any, Literal

from timeline.clock import date_of, days_of, format_date, format_instant
from timeline.errors import SourceError
from timeline.model import Entry, Given, Problem, Source
from timeline.read.raw import Raw
from timeline.read.snippet import line_of, read_snippet

_ITEM = ("id", "content", "title", "start", "end", "group", "subgroup", "type")
_GROUP = ("id", "content", "title", "nestedGroups")
_DRESS = frozenset(
    "className style align editable selectable limitSize visibleFrameTemplate order stack subgroupOrder subgroupStack subgroupVisibility "
    "visible showNested nestedInGroup treeLevel isCluster heightMode properties".split()
)
_DATE = re.compile(r"([+-]?\d{4,6})(?:-(\d\d)(?:-(\d\d))?)?")
_NET = re.compile(r"/Date\((-?\d{1,16})(?:[+-]\d{4})?\)/")
_WORDS = 120
_FARTHEST = 10**17
"""Milliseconds: what a date of JavaScript can hold has a tenth of it."""


def looks_like_vis(raw: Raw) -> bool:
    """Items with `content` and `start`, alone or under `items`."""
    if b'"start"' not in raw.data or b'"content"' not in raw.data:
        return False
    items = _items(raw.json)
    return items is not None and any(isinstance(item, dict) and "start" in item and "content" in item for item in items)


def read_vis(raw: Raw) -> Source:
    """One entry and one event an item; backgrounds are eras. Raises `SourceError` where there is no list of items."""
    data = raw.json
    items = _items(data)
    if items is None:
        raise SourceError(f'{raw.name!r} has no items of vis-timeline; it needs a list of objects with "content" and "start", or "items"')
    reader = _Items()
    if isinstance(data, dict):
        reader.groups(data.get("groups"))
        reader.passed_over(data, ("items", "groups", "options"), "")
    for number, item in enumerate(items, start=1):
        reader.item(item, number)
    dropped = [Problem("dropped-fields", words=", ".join(reader.dropped)[:_WORDS], severity="note")] if reader.dropped else []
    return Source(
        raw.name,
        "",
        tuple(reader.entries),
        problems=(*reader.problems, *dropped),
        given=tuple(reader.given),
        eras=tuple(reader.eras),
        records=len(items),
        stated=True,
    )


def _items(data: Any) -> list[Any] | None:
    items = data.get("items") if isinstance(data, dict) else data
    return items if isinstance(items, list) else None


@dataclass(slots=True)
class _Items:
    """Goes through the items and keeps what was wrong."""

    entries: list[Entry] = field(default_factory=list)
    given: list[Given] = field(default_factory=list)
    eras: list[Given] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    dropped: dict[str, None] = field(default_factory=dict)
    lanes: dict[str, str] = field(default_factory=dict)
    unknown: set[str] = field(default_factory=set)

    def note(self, code: str, value: Any, line: int | None, column: str, severity: Literal["warning", "error"] = "warning") -> None:
        """A problem with a field of a record."""
        words = value if isinstance(value, str) else reprlib.repr(value)
        self.problems.append(Problem(code, words=words[:_WORDS], line=line, column=column, severity=severity))

    def passed_over(self, record: dict[str, Any], known: tuple[str, ...], where: str, line: int | None = None) -> None:
        """Fields that have no place here."""
        for key in [key for key in record if key not in known]:
            if record[key] in (None, "", [], {}):
                continue
            if key in _DRESS:
                self.dropped[key] = None
            else:
                self.note("unknown-field", record[key], line, f"{where}{key}"[:_WORDS])

    def text(self, record: dict[str, Any], name: str, line: int | None) -> str:
        """A text, or a number as text, empty where there is none."""
        value = record.get(name)
        if isinstance(value, str):
            return value
        if isinstance(value, int | float) and not isinstance(value, bool):
            return str(value)
        if value is not None:
            self.note("slide-field", value, line, name)
        return ""

    def groups(self, groups: Any) -> None:
        """The name of each group by its id; one nested in another is called after both."""
        parents: dict[str, str] = {}
        for number, group in enumerate(groups if isinstance(groups, list) else [], start=1):
            where = f"groups[{number - 1}]"
            if not isinstance(group, dict):
                self.note("slide-field", group, None, where)
                continue
            self.passed_over(group, _GROUP, f"{where}.")
            name = self.text(group, "id", None)
            self.lanes[name] = line_of(self.text(group, "content", None)) or line_of(self.text(group, "title", None)) or name
            inner = group.get("nestedGroups")
            for one in inner if isinstance(inner, list) else []:
                parents.setdefault(str(one), name)
        plain = dict(self.lanes)
        for name in plain:
            above, seen = name, {name}
            while (above := parents.get(above, "")) in plain and above not in seen:
                seen.add(above)
                self.lanes[name] = f"{plain[above]} / {self.lanes[name]}"

    def lane(self, item: dict[str, Any], line: int) -> str:
        """The lane of an item: its group's name, and its subgroup."""
        name = self.text(item, "group", line)
        if name and name not in self.lanes and name not in self.unknown and self.lanes:
            self.unknown.add(name)
            self.note("no-group", name, line, "group")
        subgroup = self.text(item, "subgroup", line)
        return " / ".join(filter(None, (self.lanes.get(name, name), subgroup)))

    def date(self, item: dict[str, Any], name: str, line: int) -> str:
        """A date as text; one that is none is a problem."""
        value = item.get(name)
        text = _text_of(value)
        if text is None:
            self.note("other-date", value, line, name, "error" if name == "start" else "warning")
        return text or ""

    def item(self, item: Any, number: int) -> None:
        """One item: an entry with what is given of its event, or an era."""
        if not isinstance(item, dict):
            self.note("record", item, number, "items", "error")
            return
        self.passed_over(item, _ITEM, "", number)
        content, title = read_snippet(self.text(item, "content", number)), read_snippet(self.text(item, "title", number))
        headline, body = content.text.partition("\n")[::2]
        headline = headline or line_of(self.text(item, "title", number)) or self.text(item, "id", number)
        start = self.date(item, "start", number)
        end = _last_before(self.date(item, "end", number), start)
        lane = self.lane(item, number)
        if self.text(item, "type", number) == "background":
            label = " / ".join(filter(None, (lane, " ".join(content.text.split()))))
            self.eras.append(Given("", label or headline, start, end, line=number))
            return
        words = (body.strip(), title.text if title.text != headline else "")
        self.entries.append(
            Entry(
                f"e{number}",
                headline,
                "\n\n".join(filter(None, words)),
                number,
                lines=(number, number),
                links=tuple(dict.fromkeys((*content.links, *title.links))),
                media=(*content.media, *title.media),
            )
        )
        if start or "start" not in item or item["start"] in (None, ""):
            self.given.append(Given(f"e{number}", headline, start, end, id=self.text(item, "id", number), lane=lane, line=number))


def _text_of(value: Any) -> str | None:
    """A date as ISO 8601: milliseconds become an instant in UTC; empty where there is none, None where it is something else."""
    if value is None:
        return ""
    if isinstance(value, str):
        if not (found := _NET.fullmatch(value.strip())):
            return value.strip()
        value = int(found[1])
    if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) <= _FARTHEST:
        return None
    return format_instant(int(value))


def _last_before(end: str, start: str) -> str:
    """The last day, month or year before an end that is a date, which is not part of the item; nothing for an end on its very start."""
    if end == start:
        return ""
    if not (found := _DATE.fullmatch(end)):
        return end
    year, month, day = int(found[1]), int(found[2] or 1), int(found[3] or 1)
    days = days_of(year, month, day)
    if date_of(days) != (year, month, day):
        return end
    return format_date(days - 1).rsplit("-", 2 - sum(part is not None for part in (found[2], found[3])))[0]
