"""Stores of any size to measure with, built as an editor would and kept in a folder: python -m benchmarks.stores 24 1000 10000000.

24 is the story of the Hanoi summit, all others are made of `benchmarks.scale_data`.
"""

import subprocess
import sys
from pathlib import Path

from benchmarks.scale_data import write
from timeline.assets import sample_folder

SAMPLE = 24
"""Entries of the smallest story."""
FOLDER = Path(".bench-scale")


def made(events: int, *, folder: Path = FOLDER) -> Path:
    """The folder of a store with so many events."""
    path = folder / f"store-{events}"
    if not (path / "current").is_file():
        folder.mkdir(parents=True, exist_ok=True)
        if events == SAMPLE:
            _build(sample_folder() / "hanoi-summit-2019.de.txt", path)
            return path
        table = folder / f"{events}.parquet"
        write(table, events)
        _build(table, path, "--title", "A made story", "--zone", "UTC")
        table.unlink()
    return path


def _build(source: Path, path: Path, *options: str) -> None:
    command = [sys.executable, "-m", "timeline.cli", "build", str(source), "--out", str(path), *options]
    subprocess.run(command, check=True, stderr=subprocess.DEVNULL)


if __name__ == "__main__":
    for number in sys.argv[1:]:
        print(made(int(number)))
