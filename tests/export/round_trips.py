"""What a story keeps when it is written and read again: every field but those that its writer says it loses.

`loses` names fields as `Event.status`, or as `status` where every noun with such a field loses it; words with a space are for people, and
some of them known here: "open starts", "entries without events", "media but the first", "media but pictures", "links but http",
"which of two clocks". A
writer that loses `Event.entry` writes an entry once for each of its events.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from typing import Any

import timeline
from timeline.clock import DAY, date_of, wall_at
from timeline.export.formats import Writer, written
from timeline.model import Entry, Era, Event, Moment, Story

_DEEP = 8_640_000_000_000_000
"""Milliseconds from 1970 that a date of JavaScript can hold."""
_PLAIN = ("day", "month", "year")


def differences(story: Story, writer: Writer) -> list[str]:
    """The fields that came back as something else, with both values."""
    again = timeline.load(written(story, writer), format=writer.name, zone=story.zone, language=story.language, name="story")
    deep = any(abs(event.earliest or 0) > _DEEP for event in story.events)
    return list(_Trip(frozenset(writer.loses), story.zone, deep).story(story, again))


class _Trip:
    def __init__(self, loses: frozenset[str], zone: str, deep: bool) -> None:
        self.deep = deep
        self.loses = loses
        self.zone = zone

    def _lost(self, noun: str, field: str) -> bool:
        return field in self.loses or f"{noun}.{field}" in self.loses

    def story(self, story: Story, again: Story) -> Iterator[str]:
        yield from self._fields("Story", story, again, {"entries", "events", "eras"})
        known = [event for event in story.events if "open starts" not in self.loses or event.start is not None]
        left = {event.id for event in known}
        unnamed = self._lost("Event", "id")
        back = [event for event in again.events if unnamed or event.id in left]
        if len(known) != len(back):
            yield f"{len(known)} events became {len(back)}"
            return
        named = {event.id: event for event in back}
        pairs = zip(known, back, strict=True) if unnamed else [(one, named[one.id]) for one in known if one.id in named]
        entries, others = {entry.id: entry for entry in story.entries}, {entry.id: entry for entry in again.entries}
        for one, other in pairs:
            yield from self._event(one, other)
            yield from self._entry(entries[one.entry], others[other.entry])
        if not self._lost("Story", "entries") and "entries without events" not in self.loses and len(entries) != len(others):
            yield f"{len(entries)} entries became {len(others)}"
        if not self._lost("Story", "eras"):
            yield from self._eras(story.eras, again.eras)

    def _eras(self, eras: tuple[Era, ...], again: tuple[Era, ...]) -> Iterator[str]:
        if len(eras) != len(again):
            yield f"{len(eras)} eras became {len(again)}"
        for one, other in zip(eras, again, strict=False):
            yield from self._fields("Era", one, other, {"start", "end"})
            yield from self._moment(f"era {one.label} start", one.start, other.start)
            yield from self._moment(f"era {one.label} end", one.end, other.end)

    def _event(self, one: Event, other: Event) -> Iterator[str]:
        yield from self._fields("Event", one, other, {"start", "end"})
        for name in ("start", "end"):
            if not self._lost("Event", name):
                yield from self._moment(f"{one.id}.{name}", getattr(one, name), getattr(other, name))

    def _entry(self, one: Entry, other: Entry) -> Iterator[str]:
        skip = {"media", "published"} | ({"links"} if "links but http" in self.loses else set())
        yield from self._fields("Entry", one, other, skip)
        if not self._lost("Entry", "media"):
            first = "media but the first" in self.loses
            pictures = "media but pictures" in self.loses
            media, others = ([medium for medium in entry.media if not pictures or medium.kind == "image"] for entry in (one, other))
            media, others = (media[:1], others[:1]) if first else (media, others)
            yield from self._different("Entry.media", len(media), len(others))
            for medium, again in zip(media, others, strict=False):
                yield from self._fields("Media", medium, again, set())
        if "links but http" in self.loses:
            yield from self._different("Entry.links", [link for link in one.links if link.startswith("http")], list(other.links))
        if not self._lost("Entry", "published"):
            yield from self._moment(f"{one.id}.published", one.published, other.published)

    def _moment(self, where: str, one: Moment | None, other: Moment | None) -> Iterator[str]:
        if one is not None and self._is_far(one):
            return
        if one is None or other is None:
            yield from self._different(where, one, other)
            return
        if one.civil is None:
            yield from self._different(f"{where} instant", self._reading(one), self._reading(other))
        elif one.precision in _PLAIN or not self._lost("Moment", "precision"):
            yield from self._different(f"{where} civil", one.civil, other.civil)
        yield from self._fields("Moment", one, other, {"civil"})

    def _is_far(self, moment: Moment) -> bool:
        """Whether it lies where a writer says that it has no words for it."""
        at = next((at for at in (moment.earliest, moment.latest) if at is not None), 0)
        far = "days and clocks outside of the years 1 to 9999" in self.loses and not 0 < date_of(at // DAY)[0] <= 9999
        return far or ("days and clocks beside deep time" in self.loses and self.deep)

    def _reading(self, moment: Moment) -> int | None:
        if moment.instant is None or "which of two clocks" not in self.loses:
            return moment.instant
        return wall_at(moment.instant, self.zone)

    def _fields(self, noun: str, one: Any, other: Any, skip: set[str]) -> Iterator[str]:
        for field in fields(one):
            if field.name not in skip and not self._lost(noun, field.name):
                yield from self._different(f"{noun}.{field.name}", getattr(one, field.name), getattr(other, field.name))

    def _different(self, where: str, one: object, other: object) -> Iterator[str]:
        if one != other:
            yield f"{where}: {one!r} became {other!r}"
