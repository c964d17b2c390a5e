"""How long arranging takes: medians at four sizes, beside sorting the same events in the same run.

The events are those of a bursty ticker: half of them in a hundredth of the time, one in ten a bar, some at the very same minute.
Run it with `python benchmarks/arrange.py`; the last column is what to compare between two machines.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).parent.parent))

from timeline.arrange import arrange
from timeline.clock import DAY, HOUR, MINUTE
from timeline.model import Event, Moment

SIZES = {100: 15, 1_000: 9, 10_000: 5, 100_000: 3}
"""How many events, and how often the time is taken."""


def bursty(count: int, seed: int = 7) -> list[Event]:
    """Events whose number per day is that of the 36 of a three-day ticker, in bursts."""
    rng = random.Random(seed)
    length = count * DAY // 12
    bursts = [rng.randrange(length) for _ in range(max(count // 200, 1))]
    events = []
    for number in range(count):
        burst = rng.random() < 0.5
        instant = rng.choice(bursts) + int(rng.expovariate(1 / HOUR)) if burst else rng.randrange(length)
        instant -= instant % MINUTE
        extent = rng.choice((HOUR, 6 * HOUR, DAY)) if rng.random() < 0.1 else MINUTE
        moment = Moment(instant, instant + extent, "minute" if extent == MINUTE else "hour", "UTC")
        label = "what happened and who said so"[: rng.randrange(6, 29)]
        events.append(Event(f"e{number:06d}", f"p{number:06d}", label, moment, importance=round(rng.random(), 1)))
    return events


def seconds(work: Callable[[], object], times: int) -> float:
    """The median time of `work` in seconds."""
    taken = []
    for _ in range(times):
        begin = time.perf_counter()
        work()
        taken.append(time.perf_counter() - begin)
    return median(taken)


def main() -> None:
    """Print one line a size."""
    write = sys.stdout.write
    write(f"{'events':>8} {'arrange':>10} {'per event':>10} {'sort':>9} {'arrange / sort':>15}  rows  never labelled\n")
    for count, times in SIZES.items():
        events = bursty(count)
        placed = seconds(partial(arrange, events), times)
        base = seconds(partial(sorted, events, key=lambda event: (event.earliest, event.latest, event.id)), times)
        scene = arrange(events)
        never = sum(placement.level is None for placement in scene.placements)
        write(f"{count:8,} {placed:8.3f} s {placed / count * 1e6:7.1f} us {base:7.4f} s {placed / base:15.0f} {scene.rows:5} {never:15}\n")


if __name__ == "__main__":
    main()
