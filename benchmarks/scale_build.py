"""How long a store takes to build from Parquet, beside DuckDB alone that reads the same file and writes it sorted by time.

make bench-scale-build ARGS="100000 1000000 10000000"
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from pathlib import Path

import duckdb

from benchmarks.scale_data import write

_LEAST = 0.2
"""Seconds between two looks at the memory."""
_SHARE = 50
"""A look at gigabytes takes long: what is measured gets so many times of it before the next one."""


def children(parent: int) -> list[int]:
    """A process and all that it started."""
    found = [parent]
    for one in found:
        listed = Path(f"/proc/{one}/task/{one}/children")
        if listed.exists():
            found += [int(name) for name in listed.read_text().split()]
    return found


def memory(processes: list[int]) -> int:
    """Bytes in memory that processes have for themselves, and their share of what they have together."""
    total = 0
    for one in processes:
        try:
            lines = Path(f"/proc/{one}/smaps_rollup").read_text().split("\n")
        except OSError:
            continue
        total += sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))
    return total


def watched(command: list[str]) -> tuple[float, float, int, list[str]]:
    """Seconds by the clock and of the processors, the most memory, and the lines of what a command said."""
    before, begin, peak = os.times(), time.perf_counter(), 0
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        lines: list[str] = []
        reader = threading.Thread(target=lambda: lines.extend(process.stdout or ()))
        reader.start()
        while process.poll() is None:
            looked = time.perf_counter()
            peak = max(peak, memory(children(process.pid)))
            time.sleep(max(_LEAST, _SHARE * (time.perf_counter() - looked)))
        reader.join()
    after = os.times()
    if process.returncode:
        raise SystemExit(f"{command} ended with {process.returncode}")
    used = after.children_user + after.children_system - before.children_user - before.children_system
    return time.perf_counter() - begin, used, peak, [line.rstrip() for line in lines]


STAGES = """
import sys, time
from pathlib import Path
from timeline.store.build import build
from timeline.store.parts import Options, parts_of
from timeline.store.snapshot import publish

def main():
    begin, seen = time.perf_counter(), {}
    def told(what, done, all):
        seen[what] = time.perf_counter() - begin
    publish(sys.argv[2], lambda engine: build(parts_of(Path(sys.argv[1]), Options(), workers=2, told=told), engine, told=told))
    before = 0.0
    for what, end in [*seen.items(), ("publishing", time.perf_counter() - begin)]:
        print(what, round(end - before, 1))
        before = end

if __name__ == "__main__":
    main()
"""


def baseline(source: Path, folder: Path) -> tuple[float, int]:
    """Seconds and bytes of DuckDB alone: the rows as they are, sorted by their text for the start."""
    begin, path = time.perf_counter(), folder / "plain.duckdb"
    with duckdb.connect(str(path), config={"memory_limit": "1GB", "temp_directory": str(folder / "space")}) as plain:
        plain.execute(f"create table events as select * from read_parquet('{source}') order by start, id")
    return time.perf_counter() - begin, path.stat().st_size


def main() -> None:
    """Print a line a size."""
    sizes = [int(word) for word in sys.argv[1:]] or [100_000, 1_000_000]
    print(f"load of the machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    for size in sizes:
        folder = Path(tempfile.mkdtemp(prefix="scale-"))
        try:
            measure(size, folder)
        finally:
            shutil.rmtree(folder)


def measure(size: int, folder: Path) -> None:
    """One size, in a folder of its own."""
    source, store, script = folder / "events.parquet", folder / "store", folder / "stages.py"
    kept = Path(os.environ["SCALE_DATA"]) / f"{size}.parquet" if "SCALE_DATA" in os.environ else source
    if not kept.exists():
        write(kept, size)
    script.write_text(STAGES)
    seconds, used, peak, stages = watched([sys.executable, str(script), str(kept), str(store)])
    on_disk = sum(one.stat().st_size for one in store.iterdir())
    plain, plain_bytes = baseline(kept, folder)
    print(
        f"{size:>10,} events: {seconds:7.1f} s ({used:.1f} s of the processors), {seconds / size * 1e6:5.1f} us a row "
        f"({used / size * 1e6:.1f} of the processors), {peak / 1e9:.2f} GB in memory, {on_disk / 1e6:,.0f} MB on disk; "
        f"Parquet {kept.stat().st_size / 1e6:,.0f} MB; DuckDB alone {plain:.1f} s, {plain_bytes / 1e6:,.0f} MB"
    )
    shares: dict[str, float] = defaultdict(float)
    for line in stages:
        what, _, taken = line.rpartition(" ")
        shares[what] += float(taken)
    print("           " + ", ".join(f"{what} {taken:.1f} s" for what, taken in shares.items()), flush=True)


if __name__ == "__main__":
    main()
