"""Stores of any size to measure with, built as an editor would and kept in a folder: python -m benchmarks.stores 1000 100000 10000000."""

import subprocess
import sys
from pathlib import Path

from benchmarks.scale_data import write

FOLDER = Path(".bench-scale")


def made(events: int, *, folder: Path = FOLDER) -> Path:
    """The folder of a store with so many events."""
    path = folder / f"store-{events}"
    if not (path / "current").is_file():
        folder.mkdir(parents=True, exist_ok=True)
        table = folder / f"{events}.parquet"
        write(table, events)
        build = [sys.executable, "-m", "timeline.cli", "build", str(table), "--out", str(path), "--title", "A made story", "--zone", "UTC"]
        subprocess.run(build, check=True, stderr=subprocess.DEVNULL)
        table.unlink()
    return path


if __name__ == "__main__":
    for number in sys.argv[1:]:
        print(made(int(number)))
