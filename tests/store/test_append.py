"""What is appended: the same store as of everything at once, ids that are there already, and what goes on in it."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import ibis

import timeline
from tests.test_cli_store import run
from timeline.model import Problem
from timeline.store.append import Fresh, append, ids_in, moved_on
from timeline.store.build import build
from timeline.store.engine import Engine
from timeline.store.parts import Options, parts_of
from timeline.store.rows import batch_of
from timeline.store.snapshot import open_store
from timeline.store.store import Store

HEAD = "label,start,id,replaces,lane,body"
OLD = ["One,2024-05-01 08:00,a,,North,Words", "Two,2024-05-03,b,a,South,", "Three,2024-05-05 10:00,,,North,"]
NEW = ["Four,2024-05-02 08:00,d,b,West,", "Five,2024-04-01,,,South,", "Six,2024-05-09,f,zzz,,More"]


def written(path: Path, rows: list[str]) -> Path:
    path.write_text("\n".join([HEAD, *rows, ""]))
    return path


def stored(path: Path) -> Store:
    engine = Engine(ibis.duckdb.connect())
    build([timeline.load(path, language="en")], engine, crowd=2)
    return Store(engine)


def appended(store: Store, path: Path, rows: int = 2) -> tuple[Store, Fresh, list[Problem]]:
    engine, problems, fresh = Engine(ibis.duckdb.connect()), list[Problem](), Fresh(store, ids_in(store))
    parts = parts_of(path, Options(language="en", after=store.about.last, known=fresh.known), rows=rows, least=1)
    assert parts is not None

    def said() -> Any:
        for part in fresh.of(parts):
            problems.extend(part.head.problems)
            yield part

    append(store, said(), engine)
    return Store(engine), fresh, problems


def tables(store: Store) -> dict[str, list[tuple[Any, ...]]]:
    return {name: sorted(store.engine.ask(table), key=repr) for name, table in store.tables.items() if name != "about"}


def test_appended_is_as_if_built_at_once(tmp_path: Path) -> None:
    store, fresh, problems = appended(stored(written(tmp_path / "log.csv", OLD)), written(tmp_path / "new.csv", NEW))
    whole = stored(written(tmp_path / "log.csv", OLD + NEW))
    ours, expected = tables(store), tables(whole)
    for row in (*ours["entries"], *expected["entries"]):
        assert row  # lines of the second file begin anew: they are all that differs
    without = {name: [[str(cell).split(',"lines"')[0] for cell in row] for row in rows] for name, rows in ours.items()}
    assert without == {name: [[str(cell).split(',"lines"')[0] for cell in row] for row in rows] for name, rows in expected.items()}
    assert (store.about.lanes, store.about.facets, store.about.window) == (whole.about.lanes, whole.about.facets, whole.about.window)
    assert (store.about.entries, store.about.events, store.about.last) == (6, 6, 6)
    assert [one.words for one in problems if one.code == "replaces"] == ["zzz"]
    assert fresh.there == 0


def test_what_is_there_already_stays_once(tmp_path: Path) -> None:
    old = stored(written(tmp_path / "log.csv", OLD))
    changed = [OLD[0], OLD[1].replace("Two", "Zwei"), *NEW[:1]]
    for rows in (1, 2, 5):
        store, fresh, problems = appended(old, written(tmp_path / "new.csv", changed), rows)
        assert store.about.events == 4
        assert fresh.there == 1
        assert [(one.code, one.words, one.line, one.severity) for one in problems if one.severity == "error"] == [
            ("id-there", "b", 3, "error")
        ]
        labels = {row[0] for row in store.engine.ask(store.tables["entries"].select("words"))}
        assert labels == {"one\nwords", "two", "three", "four"}
        assert store.about.facets["lane"] == {"North": 2, "South": 1, "West": 1}


def test_a_body_that_changed_is_no_event_that_is_there(tmp_path: Path) -> None:
    old = stored(written(tmp_path / "log.csv", OLD))
    _, fresh, problems = appended(old, written(tmp_path / "new.csv", [OLD[0].replace("Words", "Other words")]))
    assert fresh.there == 0
    assert [one.code for one in problems if one.severity == "error"] == ["id-there"]


def test_nothing_new_is_the_same_version(tmp_path: Path) -> None:
    old = stored(written(tmp_path / "log.csv", OLD))
    store, fresh, _ = appended(old, written(tmp_path / "new.csv", OLD[:2]))
    assert replace(store.about, last=3) == old.about
    assert fresh.there == 2


def test_ids_made_from_positions_go_on() -> None:
    story = timeline.load("label,start,id\nOne,2024-05-01,\nTwo,2024-05-02,x\n", zone="UTC")
    moved = moved_on(story, 10)
    assert [entry.id for entry in moved.entries] == ["e11", "e12"]
    assert [entry.position for entry in moved.entries] == [11, 12]
    assert [(event.id, event.entry) for event in moved.events] == [("e11-1", "e11"), ("x", "e12")]
    assert batch_of(moved).last == 12


def test_the_command(tmp_path: Path) -> None:
    out = str(tmp_path / "store")
    log, new = str(written(tmp_path / "log.csv", OLD)), str(written(tmp_path / "new.csv", [*NEW, OLD[0], "Bad,never,g,,,"]))
    assert run("append", out, new).returncode == 2
    assert not (tmp_path / "store").exists()
    assert run("build", log, "--out", out, "--zone", "Asia/Tokyo").returncode == 0
    before = open_store(out).about
    assert run("append", out, new, "--strict").returncode == 1
    assert open_store(out).about == before
    done = run("append", out, new)
    assert done.returncode == 0
    assert "5 records; 3 dated, 0 only point elsewhere, 1 lost, 1 there already" in done.stdout
    about = open_store(out).about
    assert (about.events, about.zone) == (6, "Asia/Tokyo")
    assert open_store(out, before.version).about == before
    done = run("append", out, "-", given="+++ 14:39 Zug da +++\n")
    assert done.returncode == 0
    assert open_store(out).about.entries == 8  # the row without a date has a card
