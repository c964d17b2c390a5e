"""Stores of a few thousand events, with crowded tiles in them, and of a few."""

from collections.abc import Callable
from random import Random

import timeline
from timeline.model import Story
from timeline.store.about import About
from timeline.store.build import build
from timeline.store.engine import Engine

CROWD = 300
LANES = ("harbour", "town hall", "rail")


def of_many(events: int = 1_500, *, crowd: int = CROWD, seed: int = 7) -> Callable[[Engine], About]:
    """Fills a store with events of a year, most of them in some hours, a third of them bars."""
    return lambda engine: build([story(events, seed)], engine, crowd=crowd)


def story(events: int, seed: int) -> Story:
    dice = Random(seed)
    rows = ["id,label,start,end,lane,tags"]
    for number in range(events):
        at = dice.randrange(525_600) if number % 3 else 200_000 + dice.randrange(600)
        end = stamp(at + dice.randrange(1, 3_000)) if number % 3 == 1 else ""
        rows.append(f"x{number},Ereignis {number} läuft,{stamp(at)},{end},{LANES[number % 3]},{'rot' if number % 5 else 'blau'}")
    return timeline.load("\n".join(rows), title="Viele <b>", language="de", zone="UTC", name="many.csv")


def stamp(minute: int) -> str:
    """A minute of 2023, in ISO 8601."""
    day, rest = divmod(minute, 1_440)
    month, day = divmod(day, 28)
    return f"{2023 + month // 12}-{month % 12 + 1:02d}-{day + 1:02d}T{rest // 60:02d}:{rest % 60:02d}Z"


def of(labels: str) -> Callable[[Engine], About]:
    """Fills a store with an event a letter, an hour apart."""
    rows = "\n".join(f"{label},2024-05-01 {hour:02d}:00,{label}" for hour, label in enumerate(labels))
    return lambda engine: build([timeline.load(f"label,start,id\n{rows}\n", zone="UTC")], engine)
