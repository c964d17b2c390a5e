"""Stores of stories made by a seed, on any Ibis backend, and the same stories in memory."""

from __future__ import annotations

from random import Random
from typing import Any

from timeline.arrange import label_width, span
from timeline.arrange.pyramid import Held
from timeline.arrange.tiles import Placed, rank_of
from timeline.arrange.width import GAP
from timeline.clock import DAY, HOUR, MINUTE
from timeline.model import Entry, Event, Moment, Story
from timeline.store.build import build
from timeline.store.engine import Engine
from timeline.store.store import Store

LANES = ("talks", "travel", "press")
WORDS = ("Größe", "summit", "100 %", "Hà Nội", "l’été", "under_score", "train", "a\\b", "„Zug“", "\ud83d half", "Kim")


def events_of(seed: int, count: int) -> list[Event]:
    """Events in bursts, many at the very same millisecond; bars of all lengths, some without a place in time."""
    rng = Random(seed)
    start = rng.choice([0, 1_551_000_000_000, -(10**15), 10**16])
    bursts = [start + rng.randrange(300 * DAY) for _ in range(rng.randrange(1, 4))]
    events = []
    for number in range(count):
        left = rng.choice([rng.choice(bursts), rng.choice(bursts) + rng.randrange(MINUTE), start + rng.randrange(300 * DAY)])
        long = MINUTE if rng.random() < 0.7 else rng.choice([2 * MINUTE, HOUR, DAY, 40 * DAY])
        earliest, latest = (None, None) if rng.random() < 0.02 else (left, left + long)
        moment = Moment(earliest, latest, rng.choice(["minute", "hour", "morning"]), "UTC", basis=rng.choice(["stated", "order"]))
        told: dict[str, Any] = {"status": rng.choice(["happened", "planned"]), "lane": rng.choice([None, *LANES])}
        tags = tuple(rng.sample(["a", "a b", "c%", "\ud83d"], rng.randrange(3)))
        label, importance = " ".join(rng.choices(WORDS, k=2)), rng.choice([0.2, 0.5, 0.5, 1.0])
        events.append(Event(f"e{number}", f"p{number // 2}", label, moment, tags=tags, importance=importance, **told))
    return events


def story_of(events: list[Event], seed: int = 0) -> Story:
    """One entry for each entry's name, some of which are key ones, and one without an event."""
    rng = Random(seed)
    names = [*dict.fromkeys(event.entry for event in events), "alone"]
    entries = [
        Entry(name, rng.choice(WORDS), f"{rng.choice(WORDS)}\n\n{rng.choice(WORDS)} {name}", number + 1, key=rng.random() < 0.2)
        for number, name in enumerate(names)
    ]
    placed = sorted(events, key=lambda event: (span(event) or (0, 0), event.id))
    return Story("Made", "en", "UTC", tuple(entries), tuple(placed), lanes=LANES[:2])


def store_of(story: Story, backend: Any, *, crowd: int) -> Store:
    """A store in the empty place that an Ibis connection leads to."""
    engine = Engine(backend)
    build([story], engine, crowd=crowd)
    return Store(engine)


def held_of(events: list[Event]) -> Held:
    """The same events in memory."""
    return Held([(*ends, rank_of(event.importance, event.id), label_width(event.label) + GAP) for event in events if (ends := span(event))])


def told(placed: Placed) -> tuple[int, ...]:
    """A placement without the number of its event, that ties in time leave open."""
    event = placed.event
    return event.rank, event.left, event.right, event.pixels, event.home, placed.row, placed.level, placed.before
