"""Story -> cards: the ordered list that says in words whatever the chart shows. What a template needs, and no more."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from markupsafe import Markup

from timeline.clock import offset_at
from timeline.date.language import LANGUAGES, sure_language
from timeline.draw.elapsed import elapsed
from timeline.draw.figure import LANE_COLOURS
from timeline.draw.media import Shown, media_of, safe_address
from timeline.draw.moments import machine_date, tell, tell_elsewhere
from timeline.draw.places import Where, where
from timeline.draw.words import place_of
from timeline.model import Entry, Event, Story

_SAFE = re.compile(r"e[\w.-]*", re.ASCII)
_BREAK = re.compile(r"\n[ \t]*\n\s*")
_QUOTE = re.compile(r"„[^„“”]{12,600}[“”]|“[^“”„]{12,600}”|«[^«»]{12,600}»|»[^«»]{12,600}«|\"[^\"\n]{12,600}\"")
_FEW = 3


@dataclass(frozen=True, slots=True)
class Other:
    """The plan behind an event, or what became of a plan: its id, its card and its label; `when` where both have the same label."""

    event: str
    anchor: str
    label: str
    when: str


@dataclass(frozen=True, slots=True)
class CardEvent:
    """One event as its card tells it. `label` is empty where the headline says the same; `machine` is for `<time datetime>`."""

    id: str
    anchor: str
    label: str
    when: str
    also: str
    machine: str | None
    status: str
    basis: str
    lane: int | None
    lane_name: str
    tags: tuple[str, ...]
    plan: Other | None
    outcome: Other | None


@dataclass(frozen=True, slots=True)
class Card:
    """One entry. `main` is the id of the event that stands for it, or empty; `links` are (address, host).

    `place` counts the entries of the source from 0; `gap` is the time since the card before. `headline` and `paragraphs` are HTML with
    the dating words in `<mark>`, and with `lang` on a quotation in another language. `stamp` is what stands above the entry in the
    source, for a card without events: a clock of no known day is still worth reading.
    """

    anchor: str
    entry: str
    main: str
    place: int
    gap: str
    headline: Markup
    paragraphs: tuple[Markup, ...]
    events: tuple[CardEvent, ...]
    stamp: str
    published: str
    published_machine: str | None
    links: tuple[tuple[str, str], ...]
    media: tuple[Shown, ...]
    where: Where | None
    key: bool


def cards(story: Story, language: str, *, encrypted: bool = False, ordered: bool = False) -> tuple[Card, ...]:
    """One card an entry, in the order of time; times are told in the story's zone. `encrypted` is that of `media_of`; `ordered`: the
    entries stand in that order already, which a part of a story cannot tell of those without a place in time."""
    by_entry: dict[str, list[Event]] = {entry.id: [] for entry in story.entries}
    for event in story.events:
        by_entry.setdefault(event.entry, []).append(event)
    by_id = {event.id: event for event in story.events}
    outcomes = {event.replaces: event for event in story.events if event.replaces}
    places, zones = {entry.id: place for place, entry in enumerate(story.entries)}, reader_places(story, language)
    media = media_of(story, encrypted=encrypted)
    result: list[Card] = []
    for entry in story.entries if ordered else in_order(story):
        events = by_entry[entry.id]
        told = tuple(
            _event(event, entry, story, language, zones, (by_id.get(event.replaces or ""), outcomes.get(event.id))) for event in events
        )
        gap = _gap(by_id.get(result[-1].main if result else ""), events, language)
        card = _card(entry, events, told, places[entry.id], gap, story, language)
        result.append(replace(card, media=media[entry.id]))
    return tuple(result)


def reader_places(story: Story, language: str) -> dict[str, str]:
    """The zones in which each clock is told beside the chosen one, with their names: the story's and its editor's, else those it writes.

    `MEZ` in a ticker from Berlin is its own winter: an offset that the story's zone has at one of its events is no other place.
    """
    clocks = [event.moment for event in story.events if event.moment.civil is None and event.moment.earliest is not None]
    own = {offset_at(clock.earliest or 0, story.zone) for clock in clocks}
    written = Counter(clock.zone for clock in clocks if clock.zone and not (clock.zone[0] in "+-" and offset_at(0, clock.zone) in own))
    keys = story.reader_zones or [zone for zone, _ in written.most_common(_FEW)]
    return {zone: place_of(zone, language) for zone in dict.fromkeys((story.zone, *keys))}


def anchor_of(name: str) -> str:
    """The `id` attribute of an entry or event: its own id where that is safe in an address, else an escaped one."""
    return name if _SAFE.fullmatch(name) else "e-" + "".join(c if c.isalnum() and c.isascii() else f"_{ord(c):x}" for c in name)


def in_order(story: Story) -> tuple[Entry, ...]:
    """Entries by their main event; one without an event follows the entry that its ticker puts before it in time."""
    rank = {event.id: number for number, event in enumerate(story.events)}
    by_entry: dict[str, list[Event]] = {}
    for event in story.events:
        by_entry.setdefault(event.entry, []).append(event)
    keys = [float(rank[main_event(by_entry[entry.id]).id]) if entry.id in by_entry else None for entry in story.entries]
    known_keys = [key for key in keys if key is not None]
    rising = sum(after > before for before, after in pairwise(known_keys)) * 2 >= len(known_keys) - 1
    oldest_first = range(len(keys)) if rising else range(len(keys) - 1, -1, -1)
    last, order = -1.0, []
    for step, number in enumerate(oldest_first):
        key = keys[number]
        last = last if key is None else key
        order.append((last if key is not None else last + 0.5, step, number))
    return tuple(story.entries[number] for _, _, number in sorted(order))


def main_event(events: Sequence[Event]) -> Event:
    """What an entry is about: the last thing that happened in it, since what an entry looks back to is older; else its first plan."""
    happened = [event for event in events if event.status == "happened"]
    return happened[-1] if happened else next((event for event in events if event.status == "planned"), events[0])


def _gap(before: Event | None, events: Sequence[Event], language: str) -> str:
    """How long after the card before, by the main events; nothing where the first date that a reader meets on this one lies before it."""
    if before is None or not events:
        return ""
    first, then = events[0].moment.latest, before.moment.earliest
    back = first is not None and then is not None and first <= then
    return "" if back else elapsed(before.moment, main_event(events).moment, language)


def _card(entry: Entry, events: Sequence[Event], told: tuple[CardEvent, ...], place: int, gap: str, story: Story, language: str) -> Card:
    spans = [(piece.part, piece.start, piece.end, event.id) for event in events for piece in event.evidence]
    published = entry.published
    return Card(
        anchor=anchor_of(entry.id),
        entry=entry.id,
        main=main_event(events).id if events else "",
        place=place,
        gap=gap,
        headline=_worded(entry.headline, 0, len(entry.headline), [span[1:] for span in spans if span[0] == "headline"], story.language),
        paragraphs=tuple(
            _worded(entry.body, first, last, [span[1:] for span in spans if span[0] == "body"], story.language)
            for first, last in _paragraphs(entry.body)
        ),
        events=told,
        stamp=" ".join(part for part in (entry.day, entry.stamp) if part and not told),
        published=tell(published, zone=story.zone, language=language, home=story.zone) if published else "",
        published_machine=machine_date(published, story.zone),
        links=tuple(_safe_links(entry.links)),
        media=(),
        where=where(entry.place),
        key=entry.key,
    )


def _event(
    event: Event, entry: Entry, story: Story, language: str, zones: Mapping[str, str], others: tuple[Event | None, Event | None]
) -> CardEvent:
    return CardEvent(
        id=event.id,
        anchor=anchor_of(event.entry),
        label="" if _same(event.label, entry.headline) else event.label,
        when=tell(event.start, event.end, zone=story.zone, language=language, home=story.zone),
        also=tell_elsewhere(event.start, event.end, zones, zone=story.zone, language=language, home=story.zone),
        machine=machine_date(event.start, story.zone) if event.end is None else None,
        status=event.status,
        basis=event.moment.basis,
        lane=story.lanes.index(event.lane) % LANE_COLOURS if event.lane in story.lanes else None,
        lane_name=event.lane or "",
        tags=event.tags,
        plan=_other(others[0], event, story, language),
        outcome=_other(others[1], event, story, language),
    )


def _other(other: Event | None, event: Event, story: Story, language: str) -> Other | None:
    if other is None:
        return None
    when = tell(other.start, other.end, zone=story.zone, language=language, home=story.zone) if other.label == event.label else ""
    return Other(other.id, anchor_of(other.entry), other.label, when)


def _same(label: str, headline: str) -> bool:
    """Whether a label only repeats the headline, cut off or not."""
    return headline.casefold().startswith(label.rstrip("….").strip().casefold())


def _paragraphs(body: str) -> list[tuple[int, int]]:
    """Start and end of each paragraph, as offsets into the body, where the evidence counts from."""
    edges, start = [], 0
    for gap in _BREAK.finditer(body):
        edges.append((start, gap.start()))
        start = gap.end()
    return [(first, last) for first, last in (*edges, (start, len(body))) if body[first:last].strip()]


def _worded(text: str, first: int, last: int, spans: Sequence[tuple[int, int, str]], language: str) -> Markup:
    """`text[first:last]` with its dating words marked, and `lang` on what it quotes in another language than the story's."""
    parts: list[Markup] = []
    own = language.lower().replace("_", "-").split("-")[0]
    for quote in _QUOTE.finditer(text, first, last) if own in LANGUAGES else ():  # what is like none of its own words is not yet foreign
        spoken = sure_language(quote[0])
        if spoken and spoken != own:
            quoted = _marked(text, quote.start() + 1, quote.end() - 1, spans)
            parts += [_marked(text, first, quote.start() + 1, spans), Markup('<span lang="{}">{}</span>').format(spoken, quoted)]
            first = quote.end() - 1
    return Markup("").join([*parts, _marked(text, first, last, spans)])


def _marked(text: str, first: int, last: int, spans: Iterable[tuple[int, int, str]]) -> Markup:
    """`text[first:last]` escaped, dating words in `<mark>`; where words date two events they are marked once, for the first."""
    parts, done = [], first
    for start, end, event in sorted(spans):
        start, end = max(start, done), min(end, last)
        if start < end:
            parts.append(Markup("{}<mark data-of='{}'>{}</mark>").format(text[done:start], event, text[start:end]))
            done = end
    return Markup("").join([*parts, Markup.escape(text[done:last])])


def _safe_links(links: Iterable[str]) -> Iterable[tuple[str, str]]:
    """Only what is safe to follow leaves the page; anything else (`javascript:`, credentials) is dropped."""
    for link in links:
        if address := safe_address(link):
            yield address.href, address.host
