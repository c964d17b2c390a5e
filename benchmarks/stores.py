"""Stores of any size for the measurements, made once and kept in .bench-scale/: ten years of events, half of them in bursts, a tenth bars.

    python -m benchmarks.stores 1000000

Rows are written as `timeline build` would write them, without a source to read: ten million take some minutes.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Any

import ibis
import numpy as np
import pyarrow as pa

from timeline.arrange import label_width
from timeline.arrange.tiles import Grid, home, rank_of
from timeline.arrange.width import GAP
from timeline.clock import DAY
from timeline.errors import SourceError
from timeline.model import Story
from timeline.store.about import About
from timeline.store.build import Staged, describe, roll_up, sort
from timeline.store.columns import ABOUT, CROWD, STAGED_ENTRIES, STAGED_EVENTS
from timeline.store.engine import Engine, columns_of
from timeline.store.snapshot import open_store, publish

FOLDER = Path(".bench-scale")
FIRST = 1_388_534_400_000  # 2014
YEARS = 10
LANES = ("Harbour", "Town hall", "Railway", "Weather", "Police")
PHRASES = (
    "Tram leaves", "The harbour is closed", "Talks go on", "Train from the north is an hour late", "Rain", "Storm warning for the coast",
    "The mayor speaks in front of the town hall", "Bridge opens", "Fire in a warehouse is out", "Second round of votes", "Ferry turns back",
)  # fmt: skip
_PART = 100_000


def made(events: int, *, folder: Path = FOLDER) -> Path:
    """The folder of a store with so many events."""
    path = folder / f"store-{events}"
    if not _is_there(path):
        begin = time.perf_counter()
        about = publish(path, lambda engine: _fill(engine, events))
        size = sum(one.stat().st_size for one in path.iterdir()) / 1e6
        print(f"made {path} ({about.version}, {size:,.0f} MB) in {time.perf_counter() - begin:,.0f} s", file=sys.stderr)
    return path


def _is_there(path: Path) -> bool:
    try:
        open_store(path).engine.close()
    except SourceError:
        return False
    return True


def _fill(engine: Engine, events: int) -> About:
    engine.create()
    for name, schema in (("staged_events", STAGED_EVENTS), ("staged_entries", STAGED_ENTRIES)):
        engine.backend.create_table(name, schema=ibis.schema(schema))
    staged = Staged(Story("A made story", "en", "UTC", (), (), lanes=LANES), dict(zip(LANES, range(5), strict=True)), events, events)
    staged.sum = int.from_bytes(blake2b(f"made {events}".encode(), digest_size=8).digest())
    for rows, cards in _parts(events):
        engine.append("staged_events", rows)
        engine.append("staged_entries", cards)
    staged.kinds |= {"dot", "solid"}
    for lane in LANES:
        staged.facets["lane", lane] = events // len(LANES)
    sort(engine)
    about = describe(engine, staged, CROWD)
    roll_up(engine, Grid.over(about.earliest, about.latest), CROWD, lambda *told: None)
    engine.append("about", columns_of(about.rows(), ABOUT))
    return about


def _parts(events: int) -> Iterator[tuple[pa.Table, pa.Table]]:
    dice = np.random.default_rng(events)
    bursts = dice.integers(0, YEARS * 365 * DAY, max(events // 5_000, 3))
    for first in range(0, events, _PART):
        some = min(_PART, events - first)
        spread, burst = dice.integers(0, YEARS * 365 * DAY, some), dice.choice(bursts, some) + dice.normal(0, DAY / 4, some).astype("int64")
        lefts = FIRST + np.where(dice.random(some) < 0.5, spread, burst) // 1_000 * 1_000
        longs = np.where(dice.random(some) < 0.1, np.exp(dice.uniform(4, 14, some)).astype("int64") * 1_000, 0)
        rows, cards = [], []
        numbers = (dice.integers(0, 5, some), dice.integers(0, len(PHRASES), some), dice.integers(1, 10, some))
        for place, (left, long, lane, phrase, weight) in enumerate(zip(*(one.tolist() for one in (lefts, longs, *numbers)), strict=True)):
            row, card = _rows(first + place, left, left + long, lane, PHRASES[phrase], weight / 10)
            rows.append(row)
            cards.append(card)
        yield columns_of(rows, STAGED_EVENTS), columns_of(cards, STAGED_ENTRIES)


def _rows(number: int, left: int, right: int, lane: int, phrase: str, weight: float) -> tuple[dict[str, Any], dict[str, Any]]:
    name, label = f"x{number}", f"{phrase} {number}"
    end = _moment(right) if right > left else "null"
    event = {
        "source": number, "left": left, "right": right, "rank": rank_of(weight, name), "home": home(left, right), "lane": lane, "id": name,
        "pixels": _wide(phrase, len(str(number))) + GAP, "status": "happened", "basis": "given", "precision": "second", "tags": "",
        "keyed": False, "line": f'["{name}","e{number}","{label}",{_moment(left)},{end},"happened",null,"{LANES[lane]}",[],{weight}]',
    }  # fmt: skip
    card = {
        "source": number, "left": left, "right": right, "after": name, "id": f"e{number}", "words": label.lower(), "unplaced": "",
        "line": f'{{"id":"e{number}","headline":"{label}","position":{number + 1},"lines":[{number + 1},{number + 1}]}}',
    }  # fmt: skip
    return event, card


def _moment(at: int) -> str:
    return f'[{at},{at + 1_000},"second","UTC",null,false,"given",null]'


@cache
def _wide(phrase: str, digits: int) -> int:
    return label_width(f"{phrase} {'0' * digits}")


if __name__ == "__main__":
    for size in sys.argv[1:]:
        made(int(size))
