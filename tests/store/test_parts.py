"""A long table, piece by piece: the same store as of the table read whole, the same problems on the same lines."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import ibis
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import timeline
from timeline.errors import OptionError, SourceError
from timeline.model import Problem
from timeline.store.build import Staged, build, stage
from timeline.store.engine import Engine
from timeline.store.parts import Options, parts_of
from timeline.store.rows import Batch, batch_of

HEAD = "label,start,end,zone,id,replaces,lane,tags,status,body"
ROWS = [
    'Opening,2024-05-01 08:00,,Europe/Berlin,a,,Politics,"one, two",,A long text',
    "Vote,2024-05-01 09:00,10:30,,b,,Politics,one,planned,",
    ",2024-05-02,,,c,,Culture,,,The first line",
    '"Two\nlines",2024-05-03T12:00Z,2024-05-04,,d,b,,two,,"with ""quotes"" and\n\na paragraph"',
    "Never,no date,,,e,,Sport,,,",
    "Same id,2024-04-01 08:00,,,a,,Sport,,,",
    "Without id,2024-05-01 08:00Z,,,,,Weather,,,",
    "Wrong zone,2024-05-01 08:00,,Mars/Base,g,zzz,Weather,,what,",
    "",
    "Too many,2024-05-05,,,h,,,,,,more,cells",
    "Too few,2024-05-06",
    "Later plan,2024-06-06,,,i,a,,,planned,",
    "Day first,13/05/2024,,,j,,,,,",
    "Same day,03/05/2024,,,k,,,,,",
    "Short year,3-May-24,,,l,,,,,",
]
CSV = "\n".join([HEAD, *ROWS, ""])


class Kept:
    """Takes what is staged, in place of an engine."""

    def __init__(self) -> None:
        self.rows: dict[str, list[dict[str, Any]]] = {"staged_events": [], "staged_unplaced": [], "staged_entries": []}

    def append(self, name: str, rows: pa.Table) -> None:
        self.rows[name] += rows.to_pylist()

    def sorted(self) -> dict[str, list[dict[str, Any]]]:
        """By their place in the source; events are numbered in the order in which their part has them."""
        events = self.rows["staged_events"]
        assert [row.pop("serial") for row in events] == list(range(len(events)))
        return {name: sorted(rows, key=lambda row: (row["source"], row["id"])) for name, rows in self.rows.items()}


def staged(parts: Iterable[Batch]) -> tuple[Kept, Staged, list[Problem]]:
    kept, found, problems = Kept(), Staged(), list[Problem]()
    batches = list(parts)
    stage(batches, cast(Engine, kept), found)
    for batch in batches:
        problems += batch.head.problems
    return kept, found, sorted(problems, key=lambda one: one.line or 0)


def pieces(path: Path, rows: int, workers: int = 0, **options: Any) -> Iterator[Batch]:
    parts = parts_of(path, Options(**{"language": "en", **options}), rows=rows, workers=workers)
    assert parts is not None
    return parts


def assert_the_same(path: Path, rows: int, **options: Any) -> tuple[Staged, list[Problem]]:
    """A table in pieces is the table as a whole."""
    kept, found, problems = staged(pieces(path, rows, **options))
    story = timeline.load(path, **{"language": "en", **options})
    expected, whole, _ = staged([batch_of(story, part=True)])
    assert [(one.code, one.line, one.words, one.severity) for one in problems] == [
        (one.code, one.line, one.words, one.severity) for one in story.problems
    ]
    assert kept.sorted() == expected.sorted()
    assert found.story is not None
    assert found.story.title == story.title
    assert replace(found, story=None, near=()) == replace(whole, story=None, near=())
    return found, problems


def tables(engine: Engine) -> dict[str, list[tuple[Any, ...]]]:
    return {name: sorted(engine.ask(engine.table(name)), key=repr) for name in ("events", "entries", "tallies", "best", "crowded")}


@pytest.mark.parametrize("rows", [1, 2, 3, 5, 13])
def test_csv(tmp_path: Path, rows: int) -> None:
    path = tmp_path / "log.csv"
    path.write_text(CSV)
    about, problems = assert_the_same(path, rows)
    assert about.events == 13
    assert {one.code for one in problems} >= {"cell", "same-id", "unknown-zone", "replaces", "too-many-cells", "too-few-cells", "status"}


@pytest.mark.parametrize("change", [
    lambda text: text.replace("\n", "\r\n").encode(),
    lambda text: b"\xef\xbb\xbf" + text.encode(),
    lambda text: text.replace("Opening", "Eröffnung “Groß”").encode("cp1252"),
    lambda text: ("sep=,\n" + text).encode(),
    lambda text: ("A table of things\n\n" + text).encode(),
    lambda text: text.rstrip("\n").encode(),
    lambda text: text.replace("\n", "\r").encode(),
])  # fmt: skip
@pytest.mark.parametrize("rows", [2, 4])
def test_csv_as_editors_save_it(tmp_path: Path, rows: int, change: Any) -> None:
    path = tmp_path / "log.csv"
    path.write_bytes(change(CSV))
    if b"\n" in path.read_bytes():
        assert_the_same(path, rows)
    else:  # one line for who looks for line feeds: it is read whole
        assert parts_of(path, Options(), rows=rows) is None


@pytest.mark.parametrize("at", range(2, 12))
@pytest.mark.parametrize("rows", [1, 3, 4])
def test_a_quotation_mark_that_never_closes(tmp_path: Path, at: int, rows: int) -> None:
    lines = [HEAD, *(f"Number {n},2024-05-01 {n:02d}:00Z,,,n{n}" for n in range(12))]
    lines[at] = lines[at].replace("Number", '"Number')
    path = tmp_path / "log.csv"
    path.write_text("\n".join(lines) + "\n")
    assert_the_same(path, rows)


def test_tabs_and_a_mapping(tmp_path: Path) -> None:
    path = tmp_path / "log.tsv"
    path.write_text("Was\tBeginn\tfoo\n" + "".join(f"Nummer {n}\t{n + 1}.5.2024\tx{n}\n" for n in range(9)))
    assert_the_same(path, 2)
    kept, found, _ = staged(pieces(path, 2, columns={"lane": "foo"}, title="Given", language="de", zone="Europe/Berlin"))
    assert found.story is not None
    assert (found.story.title, found.story.language, found.story.zone) == ("Given", "de", "Europe/Berlin")
    assert list(found.lanes) == [f"x{n}" for n in range(9)]
    assert len(kept.rows["staged_events"]) == 9


def test_json_lines_whose_fields_come_late(tmp_path: Path) -> None:
    rows: list[Any] = [{"label": f"Number {n}", "start": f"2024-05-{n + 1:02d}"} for n in range(9)]
    rows[7] |= {"end": "2024-05-20", "place": {"name": "Oslo"}, "lane": "Late"}
    lines = [json.dumps(one) for one in rows]
    lines[3:3] = ["", "no json", "[1]"]
    path = tmp_path / "log.jsonl"
    path.write_text("\n".join(lines))
    for size in (1, 2, 4):
        _, problems = assert_the_same(path, size)
        assert [one.line for one in problems if one.severity == "error"] == [5, 6]


@pytest.mark.parametrize("rows", [1, 2, 4])
@pytest.mark.parametrize("noon", [True, False])
def test_parquet_whose_instants_are_days_or_not(tmp_path: Path, rows: int, noon: bool) -> None:
    import datetime

    starts = [datetime.datetime(2024, 5, day + 1, 12 if noon and day == 8 else 0) for day in range(9)]
    names = [f"Number {n}" for n in range(9)]
    table = pa.table({"label": names, "start": starts, "n": range(9), "place": [{"name": "Oslo", "lat": 3.0}] * 9})
    path = tmp_path / "log.parquet"
    pq.write_table(table, path, row_group_size=4)
    about, _ = assert_the_same(path, rows)
    assert about.facets["precision", "minute" if noon else "day"] == 9


def test_title_and_eras_of_any_piece(tmp_path: Path) -> None:
    rows = [f"event,Number {n},2024-05-01 {n:02d}:00Z" for n in range(9)]
    path = tmp_path / "log.csv"
    path.write_text("\n".join(["type,label,start", "title,All of it,", *rows[:6], "era,Later,2024-05-01/2024-05-02", *rows[6:], ""]))
    about, _ = assert_the_same(path, 2)
    assert ([era.label for era in about.eras], list(about.lanes)) == (["Later"], [])
    path.write_text(path.read_text().replace("event,Number 8", "other,Number 8"))
    about, _ = assert_the_same(path, 2)
    assert "other" in about.lanes


def test_entries_that_go_on_in_later_pieces(tmp_path: Path) -> None:
    """One card each, with all its events; only events without an id of their own are named otherwise."""
    rows = [f"{n % 3 + 1},Entry {n % 3},Event {n},2024-05-01 {n:02d}:00Z,n{n},{n % 2},Words" for n in range(12)]
    path = tmp_path / "log.csv"
    path.write_text("\n".join(["entry,entry_headline,label,start,id,lane,body", *rows, ""]))
    found, whole = Engine(ibis.duckdb.connect()), Engine(ibis.duckdb.connect())
    about, expected = build(pieces(path, 2), found), build([timeline.load(path)], whole)
    assert tables(found) == tables(whole)
    assert (about.entries, about.events, about.facets) == (expected.entries, expected.events, expected.facets)
    assert about.entries == 3
    path.write_text(path.read_text().replace(",n", ","))
    kept, _, problems = staged(pieces(path, 2))
    assert len({row["id"] for row in kept.rows["staged_events"]}) == 12
    assert not problems


def test_the_language_is_that_of_the_first_piece_and_said_once(tmp_path: Path) -> None:
    path = tmp_path / "log.csv"
    path.write_text("label,start\n" + "Der Zug ist nicht da und die Leute warten,2024-05-01\n" * 9)
    batches = list(parts_of(path, Options(), rows=2) or ())
    assert {batch.head.language for batch in batches} == {"de"}
    assert [one.code for batch in batches for one in batch.head.assumptions] == ["language"]


def test_processes_give_the_same(tmp_path: Path) -> None:
    path = tmp_path / "log.csv"
    path.write_text(CSV)
    expected = staged(pieces(path, 2))
    for workers in (1, 2):
        kept, found, problems = staged(pieces(path, 2, workers=workers))
        assert (kept.rows, problems) == (expected[0].rows, expected[2])
        assert found == expected[1]


def test_what_is_no_long_table_is_none(tmp_path: Path) -> None:
    path = tmp_path / "log.csv"
    path.write_text(CSV)
    assert parts_of(path, Options(), rows=100) is None
    assert parts_of(tmp_path / "nowhere.csv", Options()) is None
    path.write_bytes(CSV.encode("utf-16"))
    assert parts_of(path, Options(), rows=2) is None
    text = tmp_path / "log.txt"
    text.write_text("+++ 14:39 Zug da +++\n")
    assert parts_of(text, Options(), rows=1) is None


def test_what_is_wrong_is_said_as_ever(tmp_path: Path) -> None:
    path = tmp_path / "log.csv"
    path.write_text("foo,bar\n" + "1,2\n" * 9)
    for workers in (0, 2):
        with pytest.raises(SourceError, match="no column 'start' among foo, bar"):
            list(parts_of(path, Options(format="csv"), rows=2, workers=workers) or ())
    with pytest.raises(OptionError, match="unknown time zone 'Mars'"):
        parts_of(path, Options(zone="Mars"), rows=2)
    with pytest.raises(OptionError, match="no column 'x'"):
        list(parts_of(path, Options(format="csv", columns={"start": "x"}), rows=2, workers=2) or ())
