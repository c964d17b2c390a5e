"""A table of events as large as one likes, the same each time: bursts, ties, all kinds of moments, bars, lanes, tags, plans, texts.

python -m benchmarks.scale_data 1000000 events.parquet
"""

from __future__ import annotations

import sys
from pathlib import Path
from zoneinfo import available_timezones

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
from numpy.typing import NDArray

CHUNK = 100_000
_FIRST, _LAST = 631_152_000, 1_735_689_600  # 1990 to 2025, in seconds
_LANES = ("Politics", "Transport", "Weather", "Economy", "Culture", "Sport", "Science", "Local")
_TAGS = ("flood", "vote", "strike", "storm", "launch", "trial", "record", "closure", "festival", "rescue", "budget", "summit")
_NOUNS = "bridge train council storm harbour court market school river museum team orchestra satellite clinic ferry archive union".split()
_VERBS = "opens closes stops begins ends wins loses moves returns reports warns agrees".split()
_PLACES = "Hanoi Kisumu Bremen Lima Oslo Quito Perth Turku Sfax Leeds Bari Nara Cork Basel Ghent Porto Zadar Split".split()
_STATUS = ("", "planned", "cancelled", "superseded")


def table(first: int, rows: int, seed: int = 7) -> pa.Table:
    """Rows `first` to `first + rows` of the endless table; `first` is a multiple of `CHUNK`."""
    chance = np.random.default_rng((seed, first // CHUNK))
    seconds = _instants(chance, rows)
    kinds = chance.choice(5, rows, p=(0.55, 0.15, 0.2, 0.05, 0.05))
    zones = np.array(sorted(zone for zone in available_timezones() if "/" in zone and not zone.startswith(("Etc", "posix", "right"))))
    lengths = np.where(chance.random(rows) < 0.15, np.exp(chance.normal(9.5, 2.2, rows)).astype(np.int64) + 60, 0)
    texts = np.datetime_as_string(seconds.astype("datetime64[s]"), unit="m")
    ends = np.datetime_as_string((seconds + lengths).astype("datetime64[s]"), unit="m")
    starts = [_written(kind, text) for kind, text in zip(kinds.tolist(), texts.tolist(), strict=True)]
    status = chance.choice(4, rows, p=(0.86, 0.08, 0.03, 0.03))
    numbers = np.arange(first, first + rows)
    return pa.table(
        {
            "id": [f"n{number}" for number in numbers.tolist()],
            "label": _labels(chance, numbers),
            "start": starts,
            "end": [
                end if length and kind != 4 else ""
                for end, length, kind in zip((_ended(kinds, ends)), lengths.tolist(), kinds.tolist(), strict=True)
            ],
            "zone": [zone if kind == 1 else "" for zone, kind in zip(chance.choice(zones, rows).tolist(), kinds.tolist(), strict=True)],
            "lane": chance.choice([*_LANES, ""], rows).tolist(),
            "tags": [_tags(one) for one in chance.integers(0, 400, rows).tolist()],
            "status": [_STATUS[one] for one in status.tolist()],
            "replaces": [f"n{number - 1}" if number % 29 == 3 else "" for number in numbers.tolist()],
            "importance": np.round(chance.beta(2, 4, rows), 2).astype(str).tolist(),
            "body": _bodies(chance, rows),
        }
    )


def _instants(chance: np.random.Generator, rows: int) -> NDArray[np.int64]:
    """A third evenly spread, the rest in bursts, of which some are of one minute."""
    even = chance.integers(_FIRST, _LAST, rows)
    bursts = chance.integers(_FIRST, _LAST, max(rows // 2_000, 1))
    widths = np.exp(chance.uniform(0, 15, len(bursts)))
    of = chance.integers(0, len(bursts), rows)
    near = bursts[of] + (chance.normal(0, 1, rows) * widths[of]).astype(np.int64)
    found: NDArray[np.int64] = np.where(chance.random(rows) < 1 / 3, even, near)
    return found


def _written(kind: int, text: str) -> str:
    """UTC, a clock in the zone beside it, a day, an offset, a month."""
    return (f"{text}Z", text, text[:10], f"{text}+07:00", text[:7])[kind]


def _ended(kinds: NDArray[np.int64], ends: NDArray[np.str_]) -> list[str]:
    return [_written(kind, text) for kind, text in zip(kinds.tolist(), ends.tolist(), strict=True)]


def _labels(chance: np.random.Generator, numbers: NDArray[np.int64]) -> list[str]:
    nouns, verbs, places = (chance.choice(words, len(numbers)).tolist() for words in (_NOUNS, _VERBS, _PLACES))
    return [f"{place}: {noun} {verb} ({number})" for noun, verb, place, number in zip(nouns, verbs, places, numbers.tolist(), strict=True)]


def _tags(number: int) -> str:
    return "" if number > 240 else _TAGS[number % 12] if number > 60 else f"{_TAGS[number % 12]}; {_TAGS[(number + 5) % 12]}"


def _bodies(chance: np.random.Generator, rows: int) -> list[str]:
    words = chance.choice([*_NOUNS, *_VERBS, "the", "a", "in", "of"], (rows, 24)).tolist()
    lengths = np.where(chance.random(rows) < 0.4, chance.integers(4, 24, rows), 0).tolist()
    return [" ".join(some[:length]).capitalize() + "." if length else "" for some, length in zip(words, lengths, strict=True)]


def write(path: Path, rows: int) -> None:
    """A Parquet file of so many rows, a chunk at a time."""
    writer = None
    for first in range(0, rows, CHUNK):
        part = table(first, CHUNK).slice(0, rows - first)
        writer = writer or pq.ParquetWriter(path, part.schema)
        writer.write_table(part)
    if writer:
        writer.close()


if __name__ == "__main__":
    write(Path(sys.argv[2]), int(sys.argv[1]))
