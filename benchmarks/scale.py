"""What a change of the view costs a server, by the number of events: all tiles that a reader of 1,280 px is missing after a zoom or a pan.

    python -m benchmarks.scale [1000 100000 10000000]

The smallest story is the baseline: the same walks over the same code. Only views for which something is missing count. Cold: the store is
open and nothing of it was asked but its root, for every walk anew. Warm: the same walks once more, answered from packed bytes. Beside the
time that passed stands that of the processor: on a busy machine only the second can be compared.
"""

from __future__ import annotations

import gzip
import json
import sys
import time
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from statistics import median, quantiles

from benchmarks.stores import made
from benchmarks.walks import Ground, Known
from timeline.serve.stores import Editions, stores_at
from timeline.serve.tiles import Hand
from timeline.store.snapshot import open_store

SIZES = (1_000, 100_000, 10_000_000)
_WALKS = 8
_VIEWS = 20


@dataclass
class Views:
    """Of each view: seconds that passed, seconds of the processor, bytes."""

    passed: list[float] = field(default_factory=list)
    spent: list[float] = field(default_factory=list)
    bytes: list[int] = field(default_factory=list)

    def row(self, name: str) -> str:
        """As a row of the table."""

        def both(values: list[float]) -> str:
            return f"{median(values) * 1000:>9,.1f}{quantiles(values, n=100)[98] * 1000:>9,.1f}"

        size = f"{median(self.bytes) / 1000:>9,.1f}{quantiles(self.bytes, n=100)[98] / 1000:>9,.1f}"
        return f"{name:<28}{both(self.passed)}{both(self.spent)}{size}"


def walk(hand: Hand, ground: Ground, version: str, seed: int, views: Views) -> None:
    """One reader's steps; the first view is not counted."""
    known, lay = Known(), "rail" if seed % 3 == 0 else "row"
    for step, view in enumerate(islice(ground.views(seed), _VIEWS)):
        wanted = [tile for tile in ground.tiles(view) if known.missing(tile, ground.grid.root.octave)]
        begin, cpu = time.perf_counter(), time.process_time()
        answers = [hand.respond(f"tiles/{version}/{lay}/{tile.octave}/{tile.index}", {}, "gzip", lambda tag: False) for tile in wanted]
        passed, spent = time.perf_counter() - begin, time.process_time() - cpu
        for tile, answer in zip(wanted, answers, strict=True):
            known.tiles[tile] = json.loads(gzip.decompress(answer.get_data()))["whole"]
        if step and wanted:
            views.passed.append(passed)
            views.spent.append(spent)
            views.bytes.append(sum(len(answer.get_data()) for answer in answers))


def opened(folder: Path) -> tuple[Hand, dict[str, Editions]]:
    """A server's part that has asked nothing yet but what takes longer the first time."""
    stores = stores_at(folder)
    for editions in stores.values():
        answers = editions.current().answers
        for lay in ("row", "rail"):
            answers.tile(lay, answers.store.grid.root)
    return Hand(stores, patience=600), stores


def main() -> None:
    """Print the table."""
    sizes = [int(word) for word in sys.argv[1:]] or list(SIZES)
    print(f"{'':<28}{'ms p50':>9}{'p99':>9}{'cpu p50':>9}{'p99':>9}{'kB p50':>9}{'p99':>9}")
    for size in sizes:
        folder = made(size)
        store = open_store(folder)
        ground, version = Ground.of(store), store.about.version
        store.engine.close()
        cold, warm = Views(), Views()
        for seed in range(_WALKS):
            hand, _ = opened(folder)
            walk(hand, ground, version, seed, cold)
            walk(hand, ground, version, seed, warm)
        print(cold.row(f"{size:>10,} events, cold"), warm.row(f"{size:>10,} events, warm"), sep="\n", flush=True)


if __name__ == "__main__":
    main()
