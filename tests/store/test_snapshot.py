"""A store on disk: what is published is whole, whoever reads goes on reading, and one writes at a time."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import timeline
from timeline.arrange.tiles import Tile
from timeline.errors import OptionError, SourceError
from timeline.store import CURRENT
from timeline.store.about import About
from timeline.store.build import build
from timeline.store.engine import Engine
from timeline.store.snapshot import open_store, publish
from timeline.store.store import Store


def of(labels: str) -> Callable[[Engine], About]:
    """Fills a store with an event a letter, an hour apart."""
    rows = "\n".join(f"{label},2024-05-01 {hour:02d}:00,{label}" for hour, label in enumerate(labels))
    return lambda engine: build([timeline.load(f"label,start,id\n{rows}\n", zone="UTC")], engine)


def shown(store: Store) -> list[str]:
    return [told.event.id for told in store.tile("row", store.grid.root).events]


def snapshots(folder: Path) -> set[str]:
    return {one.name for one in folder.iterdir()} - {"lock", CURRENT}


def test_what_is_published_is_what_was_built(tmp_path: Path) -> None:
    about = publish(tmp_path / "store", of("abc"))
    store = open_store(tmp_path / "store")
    assert store.about == about
    assert sorted(shown(store)) == ["a", "b", "c"]
    assert snapshots(tmp_path / "store") == {f"snapshot-{about.version}.duckdb"}


def test_the_same_data_has_the_same_version_and_one_file(tmp_path: Path) -> None:
    first, second = publish(tmp_path, of("abc")), publish(tmp_path, of("abc"))
    assert first == second
    assert len(snapshots(tmp_path)) == 1


def test_the_one_before_stays_and_older_ones_go(tmp_path: Path) -> None:
    one, two, three = (publish(tmp_path, of(labels)).version for labels in ("a", "ab", "abc"))
    assert snapshots(tmp_path) == {f"snapshot-{version}.duckdb" for version in (two, three)}
    assert sorted(shown(open_store(tmp_path, two))) == ["a", "b"]
    with pytest.raises(SourceError, match=f"no version '{one}'; it has {three}, {two}"):
        open_store(tmp_path, one)


def test_who_reads_reads_on_while_others_publish(tmp_path: Path) -> None:
    publish(tmp_path, of("a"))
    store = open_store(tmp_path)
    for labels in ("ab", "abc", "abcd"):
        publish(tmp_path, of(labels))
    assert shown(store) == ["a"]
    assert store.count(Tile(store.grid.root.octave, 0)) == 1
    assert len(shown(open_store(tmp_path))) == 4


def test_a_build_that_fails_changes_nothing(tmp_path: Path) -> None:
    about = publish(tmp_path, of("abc"))

    def fails(engine: Engine) -> About:
        of("abcd")(engine)
        raise RuntimeError("on the last step")

    with pytest.raises(RuntimeError):
        publish(tmp_path, fails)
    assert open_store(tmp_path).about == about
    assert snapshots(tmp_path) == {f"snapshot-{about.version}.duckdb"}


def test_two_writers_one_waits_for_no_one(tmp_path: Path) -> None:
    def second(engine: Engine) -> About:
        with pytest.raises(OptionError, match=r"somebody else is writing into .*; wait"):
            publish(tmp_path, of("b"))
        return of("a")(engine)

    publish(tmp_path, second)
    assert shown(open_store(tmp_path)) == ["a"]


def test_other_processes_read_while_this_one_writes(tmp_path: Path) -> None:
    publish(tmp_path, of("a"))
    code = "import sys; from timeline.store.snapshot import open_store; print(open_store(sys.argv[1]).about.events)"

    def slow(engine: Engine) -> About:
        about = of("ab")(engine)
        done = [subprocess.Popen([sys.executable, "-c", code, str(tmp_path)], stdout=subprocess.PIPE, text=True) for _ in range(2)]
        assert [one.communicate()[0] for one in done] == ["1\n", "1\n"]
        return about

    publish(tmp_path, slow)
    assert open_store(tmp_path).about.events == 2


@pytest.mark.parametrize("version", ["../../secret", "", "0123456789ab", "0" * 500, "ZZZZZZZZZZZZ"])
def test_a_version_that_is_none(tmp_path: Path, version: str) -> None:
    publish(tmp_path, of("a"))
    with pytest.raises(SourceError, match="has no version"):
        open_store(tmp_path, version)


def test_a_folder_without_a_store(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="holds no store; build one: timeline build"):
        open_store(tmp_path)
    with pytest.raises(SourceError, match="nowhere"):
        open_store(tmp_path / "nowhere")


def test_a_name_that_leads_elsewhere(tmp_path: Path) -> None:
    publish(tmp_path, of("a"))
    (tmp_path / CURRENT).write_text("../other.duckdb\n")
    with pytest.raises(SourceError, match=r"names no snapshot \('../other.duckdb'\)"):
        open_store(tmp_path)


def test_a_snapshot_that_is_gone_or_broken(tmp_path: Path) -> None:
    about = publish(tmp_path, of("abc"))
    path = tmp_path / f"snapshot-{about.version}.duckdb"
    data = path.read_bytes()
    for broken in (b"", b"no database", data[: len(data) // 2], data[:4096] + bytes(len(data) - 4096)):
        path.write_bytes(broken)
        with pytest.raises(SourceError, match=r"is no whole snapshot .*; build the store again"):
            open_store(tmp_path)
    path.unlink()
    with pytest.raises(SourceError, match="is gone; build the store again"):
        open_store(tmp_path)


def test_a_database_of_somebody_else(tmp_path: Path) -> None:
    import duckdb

    about = publish(tmp_path, of("abc"))
    path = tmp_path / f"snapshot-{about.version}.duckdb"
    path.unlink()
    with duckdb.connect(str(path)) as other:
        other.execute("create table about (name varchar, value varchar)")
    with pytest.raises(SourceError, match="is no whole snapshot"):
        open_store(tmp_path)


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(OptionError, match=r"cannot write .*file.*; make room, or give a folder of your own"):
        publish(tmp_path / "file", of("a"))


def test_what_a_dead_writer_left_is_cleared_and_nothing_else(tmp_path: Path) -> None:
    about = publish(tmp_path, of("abc"))
    for name in ("building.duckdb", "building.duckdb.wal", "current.new", "snapshot-000000000000.duckdb"):
        (tmp_path / name).write_text("half")
    (tmp_path / "building.tmp").mkdir()
    (tmp_path / "building.tmp" / "block").write_text("half")
    (tmp_path / "notes.txt").write_text("of an editor")
    again = publish(tmp_path, of("abcd"))
    assert snapshots(tmp_path) == {"notes.txt", f"snapshot-{about.version}.duckdb", f"snapshot-{again.version}.duckdb"}
