"""Story -> tasks for a class, each with its answer. Nothing is asked that the source leaves open: the answer is in the story's own moments.

The choice and the order of the rows follow from the story alone, so that two prints of a story are the same sheet.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import TypeVar

from timeline.arrange import certain_order, find_window
from timeline.arrange.certain import KNOWN
from timeline.clock import offset_at
from timeline.draw.cards import reader_places
from timeline.draw.elapsed import elapsed
from timeline.draw.moments import is_exact, offset_words, tell
from timeline.draw.speech import READER_ZONES
from timeline.draw.ticks import ticks
from timeline.draw.words import place_of, words
from timeline.model import BASES, Entry, Event, Moment, Story, by_time

_ROWS = {"order": 8, "clocks": 4, "words": 4, "known": 6, "reported": 4, "plans": 6}
_LETTERS = "ABCDEFGH"
_LEAST_IN_ORDER = 3
_PARAGRAPH = range(60, 500)  # letters: shorter ones say too little, longer ones fill the sheet
_MARGIN = 0.04  # of the line, on both sides
_WIDTH = 0.035  # of the line: what a letter takes
_LONGEST_WAIT = 86_400_000  # between an event and its post: beyond it the post looks back

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Row:
    """One question: what is asked (`label`, and `when` or `text` where they are told), and its answer. `letter` stands before it."""

    label: str
    answer: str
    when: str = ""
    text: str = ""
    asked: str = ""
    letter: str = ""
    choice: int = -1


@dataclass(frozen=True, slots=True)
class Placed:
    """A letter on the line, from `left` to `right` in shares of it, in a `row` that counts upwards; or a tick at `left`."""

    text: str
    left: float
    right: float = 0.0
    row: int = 0


@dataclass(frozen=True, slots=True)
class Task:
    """Some rows of one kind. `choices` are what is ticked in each row; `line` has the ticks and `places` the answers of one to write on."""

    kind: str
    rows: tuple[Row, ...]
    choices: tuple[str, ...] = ()
    line: tuple[Placed, ...] = ()
    places: tuple[Placed, ...] = ()


def tasks_of(story: Story, language: str) -> tuple[Task, ...]:
    """The tasks for which a story has rows. `language` is that of the questions; what the source says stays in its own."""
    makers: tuple[Callable[[Story, str], Task | None], ...] = (_order, _clocks, _words, _reported, _plans, _known)
    sure = _undoubted(story)
    return tuple(task for make in makers if (task := make(sure, language)) is not None)


def _undoubted(story: Story) -> Story:
    """The story without the events of entries in whose lines something was not trusted: a clock that never was is not asked for."""
    lines = [problem.line for problem in story.problems if problem.line and problem.severity != "note"]
    doubted = {entry.id for entry in story.entries if any(entry.lines[0] <= line <= entry.lines[1] for line in lines)}
    return replace(story, events=tuple(event for event in story.events if event.entry not in doubted))


def _order(story: Story, language: str) -> Task | None:
    window, named = find_window(story.events), _named(event for event in story.events if event.status == "happened")
    inside = [event for event in named if (event.earliest or 0) >= window.earliest and (event.latest or 0) <= window.latest]
    known = [_spread(_one_an_entry(certain_order(events)), _ROWS["order"]) for events in (inside, named)]
    chosen = next((row for row in known if len(row) >= _LEAST_IN_ORDER), None)
    if chosen is None:
        return None
    mixed = _mixed(chosen, story)
    letters = {event.id: letter for event, letter in zip(mixed, _LETTERS, strict=False)}
    places = {event.id: str(number) for number, event in enumerate(chosen, 1)}
    rows = tuple(Row(event.label, places[event.id], _told(event, story, language), letter=letters[event.id]) for event in mixed)
    first, last = chosen[0].earliest or 0, chosen[-1].latest or 0
    margin = max(int((last - first) * _MARGIN), 60_000)
    earliest, length = first - margin, last - first + 2 * margin
    marked = ticks(earliest, earliest + length, zone=story.zone, language=language, most=9)
    line = tuple(Placed(tick.text, (tick.instant - earliest) / length) for tick in marked)
    ends = [(letters[event.id], ((event.earliest or 0) - earliest) / length, ((event.latest or 0) - earliest) / length) for event in chosen]
    return Task("order", rows, line=line, places=_stacked(ends))


def _stacked(ends: Iterable[tuple[str, float, float]]) -> tuple[Placed, ...]:
    """Letters over their places, each in the lowest row in which it has room."""
    free: list[float] = []
    placed = []
    for letter, left, right in ends:
        row = next((number for number, end in enumerate(free) if end <= left), len(free))
        free[row : row + 1] = [max(right, left + _WIDTH)]
        placed.append(Placed(letter, left, right, row))
    return tuple(placed)


def _clocks(story: Story, language: str) -> Task | None:
    zones = [*reader_places(story, language), *READER_ZONES]
    rows = []
    for number, event in enumerate(_spread(_one_an_entry(filter(_has_a_clock, story.events)), _ROWS["clocks"])):
        at = event.moment.instant or 0
        others = [zone for zone in dict.fromkeys(zones) if offset_at(at, zone) != offset_at(at, event.moment.zone or story.zone)]
        zone = others[number % len(others)]
        here = tell(event.start, zone=event.moment.zone or story.zone, language=language, home=story.zone)
        there = tell(event.start, zone=zone, language=language, home=story.zone)
        rows.append(Row(event.label, there, when=here, asked=f"{place_of(zone, language)} ({offset_words(offset_at(at, zone))})"))
    return Task("clocks", tuple(rows)) if rows else None


def _has_a_clock(event: Event) -> bool:
    """One clock, to the minute, that still held when the ticker ended."""
    start = event.start
    if start is None or event.end or event.status not in ("happened", "planned"):
        return False
    return is_exact(start) and not start.approximate and start.basis in KNOWN


def _words(story: Story, language: str) -> Task | None:
    entries = {entry.id: entry for entry in story.entries}
    texts = {event.id: _paragraph(event, entries[event.entry]) for event in story.events if event.entry in entries}
    found = _one_an_entry(event for event in _named(story.events) if event.moment.basis in ("stated", "derived") and texts.get(event.id))
    found.sort(key=lambda event: event.moment.basis != "derived")  # what has to be computed asks for more
    chosen = sorted(found[: _ROWS["words"]], key=by_time)
    rows = [Row(event.label, _quoted(event, language), _told(event, story, language), texts[event.id] or "") for event in chosen]
    return Task("words", tuple(rows)) if rows else None


def _paragraph(event: Event, entry: Entry) -> str | None:
    """The paragraph of an entry's text with all the words that date an event; None where there is none of a length to be read in class."""
    if not event.evidence or any(one.part != "body" for one in event.evidence):
        return None
    first, last = min(one.start for one in event.evidence), max(one.end for one in event.evidence)
    start = entry.body.rfind("\n\n", 0, first) + 2 if "\n\n" in entry.body[:first] else 0
    end = entry.body.find("\n\n", last)
    text = entry.body[start : end if end >= 0 else None]
    return text if "\n\n" not in text and len(text) in _PARAGRAPH else None


def _quoted(event: Event, language: str) -> str:
    pattern = words(language)["class.words.quoted"]
    return ", ".join(pattern.format(words=one.text) for one in event.evidence)


def _known(story: Story, language: str) -> Task | None:
    text = words(language)
    kinds = [basis for basis in BASES if any(event.moment.basis == basis for event in story.events)]
    if len(kinds) < 2:
        return None
    named, each = _one_an_entry(_named(story.events)), -(-_ROWS["known"] // len(kinds))
    chosen = [event for basis in kinds for event in _spread([one for one in named if one.moment.basis == basis], each)]
    bases = [(event.label, event.moment.basis) for event in _mixed(chosen, story)]
    rows = tuple(Row(label, text[f"basis.{basis}"], choice=kinds.index(basis)) for label, basis in bases)
    return Task("known", rows, tuple(text[f"basis.{basis}"] for basis in kinds)) if rows else None


def _named(events: Iterable[Event]) -> list[Event]:
    """Those whose name is no other one's: a row must say which it means."""
    all_of_them = list(events)
    names = Counter(event.label for event in all_of_them)
    return [event for event in all_of_them if names[event.label] == 1]


def _reported(story: Story, language: str) -> Task | None:
    published = {entry.id: entry.published for entry in story.entries}
    text, rows = words(language), []
    for event in story.events:
        begun, posted = event.start, published.get(event.entry)
        if event.status != "happened" or event.moment.basis not in KNOWN or not _waits(begun, posted):
            continue
        when, said = (tell(moment, zone=story.zone, language=language, home=story.zone) for moment in (begun, posted))
        if begun and posted and (later := elapsed(begun, posted, language)):
            rows.append((event, Row(event.label, later, text["class.reported.row"].format(when=when, published=said))))
    by_id = {event.id: row for event, row in rows}
    chosen = _spread(_one_an_entry([event for event, _ in rows]), _ROWS["reported"])
    return Task("reported", tuple(by_id[event.id] for event in chosen)) if chosen else None


def _waits(begun: Moment | None, posted: Moment | None) -> bool:
    """Whether both are clocks, and the second one soon enough after the first to be a report of it."""
    if begun is None or posted is None or not (is_exact(begun) and is_exact(posted)):
        return False
    return 0 < (posted.instant or 0) - (begun.instant or 0) <= _LONGEST_WAIT


def _plans(story: Story, language: str) -> Task | None:
    text, rows = words(language), []
    outcomes = {event.replaces: event for event in story.events if event.replaces}
    for event in story.events:
        new = outcomes.get(event.id)
        if new is None and event.status != "cancelled":
            continue
        answer = text["status.cancelled"] if new is None else text["class.plans.moved"].format(when=_told(new, story, language))
        rows.append(Row(event.label, answer, text["class.plans.row"].format(when=_told(event, story, language))))
    return Task("plans", tuple(rows[: _ROWS["plans"]])) if rows else None


def _told(event: Event, story: Story, language: str) -> str:
    return tell(event.start, event.end, zone=story.zone, language=language, home=story.zone)


def _one_an_entry(events: Iterable[Event]) -> list[Event]:
    """The first event of each entry, in their order: two rows about one post help each other."""
    return list({event.entry: event for event in reversed(list(events))}.values())[::-1]


def _spread(values: Sequence[T], most: int) -> list[T]:
    """At most so many of them, the first and the last among them, evenly from all over.

    >>> _spread("abcdefghi", 3)
    ['a', 'e', 'i']
    """
    if len(values) <= most:
        return list(values)
    return [values[round(number * (len(values) - 1) / max(most - 1, 1))] for number in range(most)]


def _mixed(events: Sequence[Event], story: Story) -> list[Event]:
    """In an order that has nothing to do with time, the same one each time; never the right one."""
    mixed = sorted(events, key=lambda event: sha256(f"{story.title}\n{event.id}".encode()).digest())
    return mixed[1:] + mixed[:1] if mixed == list(events) else mixed
