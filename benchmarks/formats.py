"""How long a table takes to become a story: CSV of 1,000 to 1,000,000 rows, each in a fresh process, beside pandas reading the same file.

The table is invented: a label, start and end to the minute in one of three zones, a category, a sentence. pandas reads it with `read_csv`
and turns both columns of dates with `to_datetime`, which knows neither their zones nor what is wrong with a cell. Run it with `python
benchmarks/formats.py [largest number of rows]`; microseconds a row say whether the cost is linear, the ratio how far from the baseline.
"""

from __future__ import annotations

import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

ROOT = Path(__file__).parent.parent
ROWS = (1_000, 10_000, 100_000, 1_000_000)
ZONES = ("Europe/Berlin", "UTC", "America/New_York")


def write(path: Path, rows: int) -> None:
    """A table of so many rows."""
    chance = random.Random(rows)
    with path.open("w", encoding="utf-8") as file:
        file.write("title,start,end,zone,category,description\n")
        for number in range(rows):
            start = datetime(2010, 1, 1) + timedelta(minutes=chance.randrange(8_000_000))
            end = start + timedelta(minutes=chance.randrange(1, 500))
            zone, lane = chance.choice(ZONES), chance.choice("abcdef")
            file.write(
                f'Event {number},{start:%Y-%m-%d %H:%M},{end:%Y-%m-%d %H:%M},{zone},{lane},"What was at {number % 1_000}, in words"\n'
            )


def ours(path: Path) -> None:
    """The file as a story; imports are not counted."""
    import timeline
    import timeline.date
    import timeline.read

    def load() -> int:
        return len(timeline.load(path).events)

    measure(load)


def baseline(path: Path) -> None:
    """The file as pandas reads it."""
    import pandas as pd

    def load() -> int:
        frame = pd.read_csv(path)
        frame["start"], frame["end"] = pd.to_datetime(frame["start"]), pd.to_datetime(frame["end"])
        return len(frame)

    measure(load)


def measure(load: Callable[[], int]) -> None:
    """Seconds on the clock, seconds of the processor, peak memory in MB, rows."""
    wall, cpu = time.perf_counter(), time.process_time()
    rows = load()
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    print(wall, cpu, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1_024, rows)


def ask(what: str, path: Path) -> tuple[float, float, float]:
    """The figures of a fresh process, the faster of two runs."""
    command = [sys.executable, str(Path(__file__)), what, str(path)]
    runs = [subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT).stdout.split() for _ in range(2)]
    best = min(runs, key=lambda run: float(run[1]))
    return float(best[0]), float(best[1]), float(best[2])


def main(largest: int) -> None:
    """The table of figures."""
    print(f"{'rows':>9} {'wall s':>8} {'cpu s':>8} {'peak MB':>8} {'µs/row':>7} {'pandas s':>9} {'MB':>6} {'ratio':>6}")
    with tempfile.TemporaryDirectory() as folder:
        for rows in (rows for rows in ROWS if rows <= largest):
            path = Path(folder) / f"{rows}.csv"
            write(path, rows)
            wall, cpu, peak = ask("ours", path)
            _, other, memory = ask("baseline", path)
            mine = f"{rows:>9,} {wall:>8.2f} {cpu:>8.2f} {peak:>8.0f} {cpu / rows * 1e6:>7.1f}"
            print(f"{mine} {other:>9.2f} {memory:>6.0f} {cpu / other:>6.1f}", flush=True)


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    if len(sys.argv) == 3:
        {"ours": ours, "baseline": baseline}[sys.argv[1]](Path(sys.argv[2]))
    else:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else ROWS[-1])
