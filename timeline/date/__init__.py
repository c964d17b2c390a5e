"""Entries in, a story out: find expressions, merge them, infer what was not given, resolve, bound the rest by their order.

    find -> merge -> (context) -> resolve -> order

Every step is a pure function in a file of its own; nothing is looked up in a clock: what "now" is comes from the text or the caller.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from timeline.clock import find_zone
from timeline.date.cell import Cells
from timeline.date.chains import Chains
from timeline.date.context import in_time, infer_occasions, is_newest_first
from timeline.date.days import infer_days
from timeline.date.events import Dated, date_entry, to_events
from timeline.date.find import find
from timeline.date.given import ALONE, Names, date_given, without_event
from timeline.date.grammar import Language
from timeline.date.headings import Known
from timeline.date.journeys import follow, set_out
from timeline.date.language import find_language, language_of
from timeline.date.order import bound_undated
from timeline.date.printed import PageDate, month_comes_first, order_is_open, read_page
from timeline.date.progress import Progress, told
from timeline.date.reading import Reading, read_entry
from timeline.date.resolve import Frame
from timeline.date.stamps import place_stamps
from timeline.date.zones import infer_zones
from timeline.model import Assumption, Entry, Event, Given, Problem, Settings, Source, Story, by_time
from timeline.moment import day_of

__all__ = ["Among", "Names", "date_source", "dates_of", "find", "language_in"]


@dataclass(frozen=True, slots=True)
class Among:
    """What a part of a long table shares with the others: `cells`, which know the dates of all of them, and the ids of the others."""

    cells: Cells
    names: Names = ALONE


def date_source(
    source: Source,
    *,
    date: str | None = None,
    zone: str | None = None,
    language: str | None = None,
    title: str | None = None,
    now: str | None = None,
    progress: Progress | None = None,
    among: Among | None = None,
) -> Story:
    """The story of a source; the arguments win over its front matter. `among`: it is a part of a long table.

    Where the source states its events itself, nothing is read off its words; where it holds a dated story, that is it.

    `date` is the civil date of the newest entry, `now` the one on which somebody reads it: a date without a year is near to it where
    nothing else tells the year. Raises `DateError`, `ZoneError` or `OptionError` for an argument that means nothing.
    """
    settings = _settings(source.settings, date, zone, language, title)
    if (story := source.dated) is not None:
        return replace(story, title=story.title if title is None else title, zone=zone or story.zone, language=language or story.language)
    grammar = find_language(settings.language) if settings.language else language_in(source)
    assumptions = [] if settings.language else [Assumption("language", {"language": grammar.code})]
    if source.given or source.stated or not source.entries:
        return _stated(source, settings, grammar, assumptions, progress, among)
    order = month_comes_first(_dated_words(source), settings.zone, custom=grammar.code == "en")
    month_first = bool(order)
    readings = [read_entry(entry, grammar, month_first=month_first) for entry in told(source.entries, progress)]
    newest_first, stated = is_newest_first(readings)
    in_turn = in_time(readings, newest_first=newest_first)
    page = read_page(_above(source), grammar, month_first=month_first)
    dated, more, problems = _date([readings[place] for place in in_turn], source, settings, grammar, page, now)
    assumptions += more
    problems += _unordered(source) if order is None else []
    if not stated and len(readings) > 1:
        assumptions.append(Assumption("order"))
    in_order = [one for _, one in sorted(zip(in_turn, dated, strict=True), key=lambda pair: pair[0])]
    return _story(replace(source, problems=(*source.problems, *problems)), settings, grammar, in_order, assumptions)


def language_in(source: Source) -> Language:
    """The language that a source is in, to judge by its words."""
    return language_of(_words(source))


def dates_of(given: Sequence[Given]) -> Iterator[str]:
    """The texts that tell when: they say together whether the day comes first or the month."""
    return (text for one in given for text in (one.start, one.end) if text)


def _dated_words(source: Source) -> Iterator[str]:
    """What may hold a date in digits, stamps and headings first."""
    yield from (words for entry in source.entries for words in (entry.day, entry.stamp))
    yield _above(source)
    yield from (entry.body for entry in source.entries)


def _unordered(source: Source) -> list[Problem]:
    """The first day on a stamp or a heading of which nothing tells whether it begins with its month."""
    open_ = ((words, entry.lines[0]) for entry in source.entries for words in (entry.day, entry.stamp) if order_is_open(words))
    return [Problem("month-or-day", words=words, line=line) for words, line in itertools.islice(open_, 1)]


def _words(source: Source) -> str:
    """All that tells the language. Of stamps and day headings only real words: `Uhr`, not `a.m.`"""
    printed = re.findall(r"[^\W\d_]{3,}", " ".join(f"{entry.day} {entry.stamp}" for entry in source.entries))
    return " ".join([source.introduction, *printed, *(f"{entry.headline} {entry.body}" for entry in source.entries)])


def _settings(settings: Settings, date: str | None, zone: str | None, language: str | None, title: str | None) -> Settings:
    if date is not None:
        day_of(date)
    if zone is not None:
        find_zone(zone)
    return replace(
        settings,
        date=date or settings.date,
        zone=zone or settings.zone,
        language=language or settings.language,
        title=settings.title if title is None else title,
    )


def _stated(
    source: Source,
    settings: Settings,
    language: Language,
    assumptions: list[Assumption],
    progress: Progress | None,
    among: Among | None,
) -> Story:
    """The story of a source that states its events itself."""
    zone = settings.zone or "UTC"
    eras = _eras(source, settings)
    cells = among.cells if among else Cells(dates_of((*source.given, *eras)), zone, language)
    stated = date_given(replace(source, eras=eras), cells, progress, among.names if among else ALONE)
    if cells.unzoned and settings.zone is None:
        assumptions = [*assumptions, Assumption("zone-table", {"value": zone})]
    problems = [*source.problems, *stated.problems, *without_event(source.entries, stated, source.problems)]
    lanes = dict.fromkeys((*settings.lanes, *(event.lane for event in stated.events if event.lane)))
    events = stated.events
    if settings.lanes:
        by_id = {entry.id: entry for entry in source.entries}
        events = [event if event.lane else _in_lanes([event], by_id[event.entry], settings)[0] for event in events]
    return Story(
        title=settings.title or source.name,
        language=language.code,
        zone=zone,
        entries=tuple(
            replace(entry, published=stated.published[entry.id]) if entry.id in stated.published else entry for entry in source.entries
        ),
        events=tuple(sorted(events, key=by_time)),
        introduction=source.introduction,
        reader_zones=settings.reader_zones,
        lanes=tuple(lanes),
        problems=tuple(sorted(problems, key=lambda problem: problem.line or 0)),
        assumptions=(*assumptions, *cells.assumptions),
        eras=tuple(stated.eras),
        records=source.records,
        format=source.format,
    )


def _above(source: Source) -> str:
    return f"{source.settings.title or ''}\n{source.introduction}"


def _date(
    readings: Sequence[Reading], source: Source, settings: Settings, language: Language, page: Sequence[PageDate], now: str | None
) -> tuple[list[Dated], list[Assumption], list[Problem]]:
    """Every entry dated, oldest first as they came in."""
    text = _above(source)
    known = Known.of(settings, page, text, language, now)
    zones, assumptions = infer_zones(readings, text, settings, language, about=known.day_about(readings), day=known.day_among(readings))
    days, more = infer_days(readings, known, zones, page=page, text=text)
    assumptions += more
    readings, problems = place_stamps(readings, days, zones)
    frame = Frame(None, None, zones.story, zones.local, language)
    occasions, more = infer_occasions(readings, days, frame, settings)
    used = any(expression.partial.anchor for reading in readings for expression in reading.expressions)
    assumptions += more if used else []
    frame = replace(frame, occasions=occasions)
    frames = [frame.on(first, last) for first, last in zip(days.first, days.last, strict=True)]
    dated: list[Dated] = []
    since: int | None = None
    for reading, here in zip(readings, frames, strict=True):
        dated.append(date_entry(reading, here, zones.desk, since))
        since = max((at for at in (since, dated[-1].told_until) if at is not None), default=None)
    for one in dated:
        follow(one)
    chains = Chains(dated)
    chains.hang()
    bound_undated(dated, zones.story)
    for one in dated:
        set_out(one)
    chains.settle()
    if zones.by_custom and zones.desk != zones.story and any(one.published for one in dated):
        values = {"value": zones.desk, "language": language.code}
        assumptions.append(Assumption("desk-none" if zones.desk == "UTC" else "desk", values))
    return dated, assumptions, problems


def _story(source: Source, settings: Settings, language: Language, dated: Sequence[Dated], assumptions: Sequence[Assumption]) -> Story:
    events = [event for one in dated for event in _in_lanes(to_events(one), one.reading.entry, settings)]
    entries = tuple(replace(one.reading.entry, published=one.published) for one in dated)
    problems = [*source.problems, *(problem for one in dated for problem in one.problems)]
    told = {event.entry for event in events}
    undated = [entry for entry in entries if not entry.pointer and entry.id not in told]
    problems += [Problem("undated", words=entry.headline, line=entry.lines[0], severity="error") for entry in undated]
    rows, zone = _eras(source, settings), dated[0].frame.zone
    behind = date_given(replace(source, given=(), eras=rows), Cells(dates_of(rows), zone))
    problems += behind.problems
    used = {event.lane for event in events}
    return Story(
        title=settings.title or entries[0].headline,
        language=language.code,
        zone=zone,
        entries=entries,
        events=tuple(sorted(events, key=by_time)),
        introduction=source.introduction,
        reader_zones=settings.reader_zones,
        lanes=tuple(lane for lane, words in settings.lanes.items() if words or lane in used),
        problems=tuple(sorted(problems, key=lambda problem: problem.line or 0)),
        assumptions=tuple(assumptions),
        eras=tuple(behind.eras),
        records=source.records,
        format=source.format,
    )


def _eras(source: Source, settings: Settings) -> tuple[Given, ...]:
    """The eras that a source states, then those of its front matter."""
    parts = {label: dates.partition(" / ") for label, dates in settings.eras.items()}
    return (*source.eras, *(Given("", label, start=start.strip(), end=end.strip(), line=1) for label, (start, _, end) in parts.items()))


def _in_lanes(events: Sequence[Event], entry: Entry, settings: Settings) -> list[Event]:
    """Each in the first lane one of whose words occurs in its label, else in the entry."""
    if not settings.lanes:
        return list(events)
    lanes = {lane: tuple(word.lower() for word in words) for lane, words in settings.lanes.items()}
    other = _lane_of(f"{entry.headline} {entry.body}".lower(), lanes)
    return [replace(event, lane=_lane_of(event.label.lower(), lanes) or other) for event in events]


def _lane_of(text: str, lanes: Mapping[str, Sequence[str]]) -> str | None:
    return next((lane for lane, words in lanes.items() if any(word in text for word in words)), None)
