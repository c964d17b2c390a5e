"""What holds a story together, checked where it comes from a file: ids that point somewhere, bounds in order, zones that exist."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import pairwise
from typing import TypeVar

from timeline.clock import find_zone
from timeline.errors import ZoneError
from timeline.model import Assumption, Entry, Era, Event, Moment, Problem, Story, by_time

_CIVIL = re.compile(r"[\w+~?%/.:-]{1,80}")
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:[-_][A-Za-z\d]{1,8}){0,4}")
_UTC = "UTC"

Said = TypeVar("Said", Problem, Assumption)


def checked(story: Story, problems: list[Problem], rows: Mapping[int, int]) -> Story:
    """The story with what does not hold left out or mended, each of it among its problems, behind `problems`.

    `rows` tells which record of its list something was, from 1, by its identity.
    """
    found = _Check(problems, rows)
    zone = found.zone(story.zone, "story.zone", None) or _UTC
    entries = tuple(found.entries(story.entries))
    events = tuple(found.events(story.events, {entry.id for entry in entries}))
    return replace(
        story,
        zone=zone,
        language=found.language(story.language),
        reader_zones=tuple(one for one in story.reader_zones if found.zone(one, "story.reader_zones", None)),
        entries=entries,
        events=events if _in_order(events) else tuple(sorted(events, key=by_time)),
        eras=tuple(found.eras(story.eras)),
        assumptions=tuple(found.sayable(story.assumptions, "story.assumptions")),
        problems=(*found.sayable(story.problems, "story.problems"), *found.problems),
    )


def _in_order(events: tuple[Event, ...]) -> bool:
    return all(by_time(one)[0] <= by_time(other)[0] for one, other in pairwise(events))


class _Check:
    """Goes through the parts of a story and keeps what did not hold."""

    def __init__(self, problems: list[Problem], rows: Mapping[int, int]) -> None:
        self.problems = problems
        self.rows = rows

    def _note(self, code: str, words: str, column: str, line: int | None, *, lost: bool = False) -> None:
        self.problems.append(Problem(code, words=words[:120], line=line, column=column, severity="error" if lost else "warning"))

    def zone(self, zone: str | None, column: str, line: int | None) -> str | None:
        """The zone, or None and a problem where there is none of that name."""
        if zone is None:
            return None
        try:
            find_zone(zone)
        except ZoneError:
            self._note("unknown-zone", zone, column, line)
            return None
        return zone

    def language(self, language: str) -> str:
        """The code of a language, or English and a problem where it is none."""
        if _LANGUAGE.fullmatch(language):
            return language
        self._note("document-field", language, "story.language", None)
        return "en"

    def entries(self, entries: Iterable[Entry]) -> Iterable[Entry]:
        """Entries with ids of their own, their stamps checked."""
        used: set[str] = set()
        for entry in entries:
            line = self.rows.get(id(entry), 0)
            name = self._own(entry.id, used, "entries", line)
            yield replace(entry, id=name, published=self.moment(entry.published, f"story.entries[{line - 1}].published", line))

    def _own(self, name: str, used: set[str], part: str, line: int) -> str:
        own, number = name, 1
        while own in used or not own:
            number += 1
            own = f"{name}-{number}"
        if own != name:
            self._note("same-id", name, f"story.{part}[{line - 1}].id", line)
        used.add(own)
        return own

    def events(self, events: tuple[Event, ...], entries: set[str]) -> Iterable[Event]:
        """Events that have a moment and belong to an entry."""
        used: set[str] = set()
        plans = {event.id for event in events}
        for event in events:
            line = self.rows.get(id(event), 0)
            path = f"story.events[{line - 1}]"
            if event.entry not in entries:
                self._note("document-entry", event.entry, f"{path}.entry", line, lost=True)
                continue
            start, end = self.moment(event.start, f"{path}.start", line), self.moment(event.end, f"{path}.end", line)
            if start is None and end is None:
                self._note("no-start", event.label, f"{path}.start", line, lost=True)
                continue
            replaces = event.replaces
            if replaces is not None and (replaces not in plans or replaces == event.id):
                self._note("replaces", replaces, f"{path}.replaces", line)
                replaces = None
            importance = event.importance if 0 <= event.importance <= 1 else 0.5
            if importance != event.importance:
                self._note("importance", str(event.importance), f"{path}.importance", line)
            words = tuple(one for one in event.evidence if 0 <= one.start <= one.end)
            if len(words) < len(event.evidence):
                self._note("document-field", event.label, f"{path}.evidence", line)
            name = self._own(event.id, used, "events", line)
            yield replace(event, id=name, start=start, end=end, replaces=replaces, importance=importance, evidence=words)

    def eras(self, eras: Iterable[Era]) -> Iterable[Era]:
        """Eras with both ends."""
        for era in eras:
            line = self.rows.get(id(era), 0)
            path = f"story.eras[{line - 1}]"
            start, end = self.moment(era.start, f"{path}.start", line), self.moment(era.end, f"{path}.end", line)
            if start is not None and end is not None:
                yield replace(era, start=start, end=end)
            else:
                self._note("no-start", era.label, f"{path}.start", line, lost=True)

    def moment(self, moment: Moment | None, column: str, line: int | None) -> Moment | None:
        """The moment, or None and a problem where its bounds are none or its date is no text of a date."""
        if moment is None:
            return None
        zone = self.zone(moment.zone, f"{column}.zone", line)
        first, last = moment.earliest, moment.latest
        if first is not None and last is not None and last < first:
            self._note("document-bounds", f"{first} – {last}", column, line)
            return None
        if moment.civil is not None and not _CIVIL.fullmatch(moment.civil):
            self._note("document-field", moment.civil, f"{column}.civil", line)
            return None
        return moment if zone == moment.zone else replace(moment, zone=zone)

    def sayable(self, told: Iterable[Said], column: str) -> Iterable[Said]:
        """Problems and assumptions that there is a sentence for."""
        for one in told:
            line = self.rows.get(id(one), 0)
            try:
                one.say()
            except (LookupError, ValueError):
                self._note("document-lost", one.code, f"{column}[{line - 1}].code", line, lost=True)
            else:
                yield one
