"""The files of a static host, computed on a Spark cluster: `write_static(..., spread=partial(spread, session))`.

The driver computes the crowded tiles, each of which asks the database. All other tiles, by far the most of them, lie in areas; each area
goes to an executor with its events and with what its parent has placed in it (`area`), and the executor writes the files. So the folder has
to be one that all machines share and may write into, and each of them needs this package and its libraries, in the same versions.
"""

from __future__ import annotations

import os
import pickle
import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa

from timeline.arrange.pyramid import LAYS
from timeline.arrange.tiles import Tile
from timeline.errors import OptionError
from timeline.store.about import About
from timeline.store.answers import Answers
from timeline.store.area import Handed, Piece, handed
from timeline.store.build import Told
from timeline.store.static import Wrote, tile_path, write_tiles

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

_EVENTS = 200_000
"""Events that go to the executors at a time, at most: some 100 MB, which the driver holds meanwhile."""
_AREAS = 1_000
_MASTER = re.compile(r"local|local\[[\d*, ]+\]|local-cluster\[[\d, ]+\]|yarn|(?:spark|k8s)://.+")
_SCHEMA = "files long, bytes long, seen string"


def check_master(master: str) -> None:
    """Raise `OptionError` for what is no master as Spark writes them: `spark://host:port`, `local[2]`, `yarn`. Spark says so much later."""
    if not _MASTER.fullmatch(master):
        raise OptionError(f"--engine {master!r} is no master of Spark; give one such as spark://host:7077, local[4] or yarn")


@contextmanager
def session_of(master: str) -> Iterator[SparkSession]:
    """A session of the cluster of a `master` (`check_master`). Raises `OptionError` where none is to be had."""
    try:
        from py4j.protocol import Py4JError  # type: ignore[import-untyped]
        from pyspark.errors import PySparkException
        from pyspark.sql import SparkSession
    except ModuleNotFoundError as error:
        raise OptionError("--engine needs Spark; install it with: pip install 'ticker-timeline[spark]'") from error
    if master.startswith("local"):  # on a cluster, each machine has a Python of its own
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    try:
        session = SparkSession.builder.master(master).appName("timeline").config("spark.ui.showConsoleProgress", "false").getOrCreate()
        session.sparkContext.setLogLevel("ERROR")
    except (PySparkException, Py4JError, RuntimeError, OSError) as error:
        raise OptionError(f"no Spark at {master!r} ({_reason(error)}); see that it runs, and that Java is here") from error
    try:
        yield session
    finally:
        session.stop()


def _reason(error: Exception) -> str:
    """The line of a message of Java that says what is wrong."""
    lines = str(error).split("\n")
    return next((line[2:] for line in lines if line.startswith(": ")), lines[0])[:200]


def spread(session: SparkSession, answers: Answers, draft: Path, areas: Sequence[Tile], told: Told) -> Wrote:
    """Write the tiles of some areas. Raises `OptionError` where the executors do not share the folder."""
    wrote, done = Wrote(), 0
    write = partial(_write_areas, answers.store.about, answers.language, str(draft))
    for some in _shares(answers, areas):
        packed = [pickle.dumps(area) for area in handed(answers.store, some)]
        if packed:
            frame = session.createDataFrame(pa.table({"area": pa.array(packed, pa.binary())}))
            parts = min(len(packed), 4 * session.sparkContext.defaultParallelism)
            for row in frame.repartition(parts).mapInArrow(write, _SCHEMA).collect():
                if not Path(row.seen).is_file():
                    raise OptionError(
                        f"{str(draft.parent)!r} is not the same folder on all machines of the cluster; give one that they share"
                    )
                wrote += Wrote(row.files, row.bytes)
        done += len(some)
        told("writing tiles", done, len(areas))
    return wrote


def _shares(answers: Answers, areas: Sequence[Tile]) -> Iterator[list[Tile]]:
    """As many areas as go at a time: none has more events than make a crowd."""
    events, some = 0, list[Tile]()
    for tile in areas:
        some.append(tile)
        events += answers.store.about.crowd
        if events >= _EVENTS or len(some) >= _AREAS:
            yield some
            events, some = 0, []
    if some:
        yield some


def _write_areas(about: About, language: str, draft: str, batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """On an executor: what files of how many bytes came of each area, and the path of one that has to be there."""
    for batch in batches:
        for packed in batch.column("area").to_pylist():
            area: Handed = pickle.loads(packed)
            wrote = write_tiles(Answers(Piece(about, area), language), Path(draft), area.tile, deep=True)
            seen = str(tile_path(Path(draft), about.version, next(iter(area.above or LAYS)), area.tile))
            yield pa.RecordBatch.from_pydict({"files": [wrote.files], "bytes": [wrote.bytes], "seen": [seen]})
