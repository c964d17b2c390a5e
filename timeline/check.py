"""What became of a source: what was read, what was assumed, what was lost, as data for a page and as lines for a terminal."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.clock import DAY, format_date, wall_at
from timeline.model import Assumption, Event, Problem, Story


@dataclass(frozen=True, slots=True)
class Report:
    """The account of one source: each of its `records` is dated, or stands among `lost`; `pointers` only lead to another page.

    `doubts` are problems with what was read all the same, `notes` need nothing to be done.
    """

    title: str
    format: str
    records: int
    dated: int
    pointers: int
    events: int
    eras: int
    first: Event | None
    last: Event | None
    lost: tuple[Problem, ...]
    doubts: tuple[Problem, ...]
    notes: tuple[Problem, ...]
    assumptions: tuple[Assumption, ...]

    def lines(self, language: str = "en") -> list[str]:
        """The report as plain text, a line each."""
        span = f", {_day(self.first)} to {_day(self.last)}" if self.first and self.last else ""
        return [
            f"{self.title}: {self.format}, {self.records} records; {self.dated} dated, {self.pointers} only point elsewhere, "
            f"{len(self.lost)} lost",
            f"{self.events} events{span}; {self.eras} eras",
            *(f"assumed: {one.say(language)}" for one in self.assumptions),
            *(f"{kind}: {located(one, language)}" for kind, some in self._problems() for one in some),
        ]

    def _problems(self) -> tuple[tuple[str, tuple[Problem, ...]], ...]:
        return ("lost", self.lost), ("doubt", self.doubts), ("note", self.notes)


def check(story: Story) -> Report:
    """The report of a story."""
    by_severity = {severity: tuple(one for one in story.problems if one.severity == severity) for severity in ("error", "warning", "note")}
    bounded = [event for event in story.events if event.earliest is not None]
    told = {event.entry for event in story.events}
    return Report(
        title=story.title,
        format=story.format,
        records=story.records,
        dated=len(told),
        pointers=sum(entry.pointer and entry.id not in told for entry in story.entries),
        events=len(story.events),
        eras=len(story.eras),
        first=bounded[0] if bounded else None,
        last=bounded[-1] if bounded else None,
        lost=by_severity["error"],
        doubts=by_severity["warning"],
        notes=by_severity["note"],
        assumptions=story.assumptions,
    )


def located(problem: Problem, language: str = "en") -> str:
    """A problem with its line and field in front: `line 7, start: ...`."""
    place = ", ".join(part for part in (f"line {problem.line}" if problem.line else "", problem.column) if part)
    return f"{place}: {problem.say(language)}" if place else problem.say(language)


def _day(event: Event) -> str:
    moment = event.moment
    if moment.civil is not None:
        return moment.civil
    return format_date(wall_at(event.earliest or 0, moment.zone or "UTC") // DAY)
