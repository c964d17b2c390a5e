"""Whatever happens to a writer, what was published is served as before, and the next writer goes through.

`KILLS=100` kills that many builds and appends at moments spread over all of their time.
"""

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from shutil import copytree
from typing import Self

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from timeline.errors import OptionError, SourceError
from timeline.store import CURRENT
from timeline.store.build import build
from timeline.store.parts import Options, parts_of
from timeline.store.rows import Batch
from timeline.store.snapshot import open_store, publish
from timeline.store.store import Store

KILLS = int(os.environ.get("KILLS", "16"))
ROWS = 300

# A server of deeds: it imports once, and each time that it is told to it forks a writer, which is killed.
WRITER = """
import os, sys
import duckdb, ibis
from pathlib import Path
from timeline.store.append import append
from timeline.store.build import build
from timeline.store.parts import Options, parts_of
from timeline.store.snapshot import open_store, publish

folder, source = sys.argv[1:]

def parts(after=0):
    return parts_of(Path(source), Options(language="en", after=after), rows=100)

def deed(name):
    if name == "build":
        publish(folder, lambda engine: build(parts(), engine, crowd=250))
    else:
        def fill(engine):
            store = open_store(folder)
            return append(store, parts(store.about.last), engine)
        publish(folder, fill)

for line in sys.stdin:
    child = os.fork()
    if not child:
        deed(line.strip())
        os._exit(0)
    print(child, flush=True)
    _, status = os.waitpid(child, 0)
    print(status, flush=True)
"""


def written(path: Path, first: int) -> Path:
    numbers = range(first, first + ROWS)
    starts = [f"2024-05-{1 + n * n % 28:02d}T{n % 24:02d}:{n % 60:02d}Z" for n in numbers]
    pq.write_table(pa.table({"label": [f"Number {n}" for n in numbers], "start": starts, "id": [f"n{n}" for n in numbers]}), path)
    return path


def served(store: Store) -> str:
    """All tiles of a store down to those of a day, and its cards, as one text."""
    found: list[object] = []
    tiles = [store.grid.root]
    while tiles:
        tile = tiles.pop()
        shown = store.tile("row", tile)
        found.append([tile.octave, tile.index, shown.before, dict(shown.counts), [(one.event.id, one.place) for one in shown.events]])
        if tile.octave > 20 and shown.filled.tile == tile and store.count(tile):
            tiles += tile.children
    return json.dumps([store.about.version, found, store.engine.ask(store.tables["entries"].order_by("place"))])


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a table and its store, not to be changed."""
    folder = tmp_path_factory.mktemp("first")
    source = written(folder / "old.parquet", 0)
    publish(folder / "store", lambda engine: build(_parts(source), engine, crowd=250))
    return folder


@pytest.fixture
def folder(first: Path, tmp_path: Path) -> Path:
    """A copy of that store, with its table beside it."""
    copytree(first, tmp_path, dirs_exist_ok=True)
    return tmp_path / "store"


def _parts(path: Path) -> Iterator[Batch]:
    parts = parts_of(path, Options(language="en"), rows=100)
    assert parts is not None
    return parts


class Writer:
    """A process that writes when it is told to, and is killed when that has to be."""

    def __init__(self, folder: Path, source: Path) -> None:
        command = [sys.executable, "-c", WRITER, str(folder), str(source)]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.process.communicate()

    def write(self, deed: str, until: float | None = None) -> tuple[bool, float]:
        """Build or append; killed after so many seconds, unless done. Tells whether it was done, and how long it took."""
        assert self.process.stdin
        assert self.process.stdout
        print(deed, file=self.process.stdin, flush=True)
        child, begin = int(self.process.stdout.readline()), time.monotonic()
        if until is not None:
            time.sleep(until)
            with suppress(ProcessLookupError):
                os.kill(child, signal.SIGKILL)
        return self.process.stdout.readline() == "0\n", time.monotonic() - begin


def test_a_writer_that_is_killed_at_any_moment(folder: Path, tmp_path: Path) -> None:
    """Each kill hits a build or an append somewhere between its first step and its last one."""
    source, chance = written(tmp_path / "new.parquet", ROWS), random.Random(11)
    old = (folder / CURRENT).read_text()
    expected = {store.about.version: served(store) for store in [open_store(folder)]}
    published, takes = {}, {}
    killed = left = 0
    with Writer(folder, source) as writer:
        for deed in ("build", "append"):
            done, takes[deed] = writer.write(deed)
            assert done
            published[deed] = (folder / CURRENT).read_text().split("\n")[0]
            store = open_store(folder)
            expected[store.about.version] = served(store)
            (folder / CURRENT).write_text(old)  # each time the same step, from the first version
        for number in range(KILLS):
            deed = "append" if number % 2 else "build"
            done, _ = writer.write(deed, takes[deed] * (number + chance.random()) / KILLS)
            killed += not done
            left += any(one.name.startswith("building") for one in folder.iterdir())
            store = open_store(folder)
            assert served(store) == expected[store.about.version]
            store.engine.close()
            assert not done or (folder / CURRENT).read_text().split("\n")[0] == published[deed]
            (folder / CURRENT).write_text(old)
        assert killed > KILLS // 3
        assert left
        assert writer.write("append")[0]
    assert (folder / CURRENT).read_text().split("\n")[0] == published["append"]
    assert served(open_store(folder)) == expected[open_store(folder).about.version]
    assert not [one for one in folder.iterdir() if one.name.startswith("building")]


def test_a_writer_that_waits_for_a_dead_one_needs_not(folder: Path, tmp_path: Path) -> None:
    """The lock goes with its process."""
    code = "import sys, time; from timeline.store.snapshot import _only_writer\nfrom pathlib import Path\n"
    code += "with _only_writer(Path(sys.argv[1])): print(1, flush=True); time.sleep(60)"
    holder = subprocess.Popen([sys.executable, "-c", code, str(folder)], stdout=subprocess.PIPE, text=True)
    assert holder.stdout
    assert holder.stdout.readline() == "1\n"
    before = (folder / CURRENT).read_text()
    with pytest.raises(OptionError, match=r"somebody else is writing into .*store.*; wait"):
        publish(folder, lambda engine: build(_parts(tmp_path / "old.parquet"), engine))
    assert (folder / CURRENT).read_text() == before
    holder.kill()
    holder.communicate()
    publish(folder, lambda engine: build(_parts(tmp_path / "old.parquet"), engine))
    assert open_store(folder).about.events == ROWS


@pytest.mark.parametrize("bytes_left", [4_096, 300_000, 700_000])
def test_a_full_disk(folder: Path, tmp_path: Path, bytes_left: int) -> None:
    """A limit on the size of a file ends writing as a full disk does."""
    before, expected = (folder / CURRENT).read_text(), served(open_store(folder))
    code = """
import resource, sys
from pathlib import Path
from timeline.errors import OptionError
from timeline.store.build import build
from timeline.store.parts import Options, parts_of
from timeline.store.snapshot import publish
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[3]), int(sys.argv[3])))
try:
    publish(sys.argv[1], lambda engine: build(parts_of(Path(sys.argv[2]), Options(language="en"), rows=100), engine, crowd=250))
except OptionError as error:
    print(error)
"""
    source = written(tmp_path / "new.parquet", ROWS)
    done = subprocess.run([sys.executable, "-c", code, folder, source, str(bytes_left)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert f"cannot write '{folder}'" in done.stdout
    assert "make room" in done.stdout
    assert (folder / CURRENT).read_text() == before
    assert served(open_store(folder)) == expected
    assert not [one for one in folder.iterdir() if one.name.startswith("building")]


def test_a_source_that_breaks_in_the_middle(folder: Path, tmp_path: Path) -> None:
    before = (folder / CURRENT).read_text()
    table = pq.read_table(written(tmp_path / "new.parquet", ROWS))
    pq.write_table(table, tmp_path / "broken.parquet", row_group_size=100, compression="none", use_dictionary=False)
    data = bytearray((tmp_path / "broken.parquet").read_bytes())
    middle = pq.ParquetFile(tmp_path / "broken.parquet").metadata.row_group(1).column(0).data_page_offset
    data[middle : middle + 40] = b"\xff" * 40
    (tmp_path / "broken.parquet").write_bytes(data)
    with pytest.raises(SourceError, match=r"'broken.parquet' is no whole Parquet file .*; write it again"):
        publish(folder, lambda engine: build(_parts(tmp_path / "broken.parquet"), engine))
    assert (folder / CURRENT).read_text() == before
    assert not [one for one in folder.iterdir() if one.name.startswith("building")]


def test_a_process_that_reads_is_killed(folder: Path, tmp_path: Path) -> None:
    from timeline.store.team import Team

    with Team(2) as team, pytest.raises(SourceError, match="a process that read a part of the source ended with -9; give it more memory"):
        list(team.each(_die, [1, 2, 3]))


def _die(number: int) -> int:
    if number == 2:
        os.kill(os.getpid(), signal.SIGKILL)
    return number
