"""A cluster writes the very files that one machine writes."""

import os
import subprocess
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

import timeline
from tests.store.engines import ROOT
from tests.store.made import of_many
from timeline.cli import cli
from timeline.store.build import build
from timeline.store.page import store_html
from timeline.store.snapshot import publish
from timeline.store.spark import spread
from timeline.store.static import write_static

if TYPE_CHECKING:
    from pyspark.sql import SparkSession


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_a_cluster_writes_the_same_files(spark: "SparkSession", tmp_path: Path) -> None:
    publish(tmp_path / "store", of_many(900, crowd=250))
    here = write_static(tmp_path / "store", tmp_path / "here", lambda answers: answers.story.title, processes=1)
    told: list[tuple[str, int, int]] = []
    there = write_static(
        tmp_path / "store", tmp_path / "there", lambda answers: answers.story.title, processes=1, spread=partial(spread, spark),
        told=lambda *step: told.append(step),
    )  # fmt: skip
    one, two = files(tmp_path / "here"), files(tmp_path / "there")
    assert list(one) == list(two)
    assert one == two
    assert here == there
    assert len([name for name in one if name.startswith("tiles/")]) > 30
    assert told[0][0] == "writing tiles"
    assert told[-1][1] == told[-1][2]


def test_the_command_takes_a_master(spark: "SparkSession", tmp_path: Path) -> None:
    """In a process of its own, since there is one session in each; `spark` says that Java is there."""
    (tmp_path / "few.csv").write_text("id,label,start\na,Eins,2024-05-01 10:00\nb,Zwei,2024-05-01 11:00\n", "utf-8")
    publish(tmp_path / "store", lambda engine: build([timeline.load(tmp_path / "few.csv")], engine))
    write_static(tmp_path / "store", tmp_path / "here", store_html, processes=1)
    done = subprocess.run(
        [sys.executable, "-m", "timeline.cli", "build", "few.csv", "--static", "there", "--engine", "local[1]"],
        cwd=tmp_path, capture_output=True, text=True, env={**os.environ, "PYTHONPATH": str(ROOT), "SPARK_LOCAL_IP": "127.0.0.1"},
    )  # fmt: skip
    assert "there: 263 files" in done.stdout, done.stderr
    assert files(tmp_path / "here") == files(tmp_path / "there")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--static", "site", "--engine", "cluster"], "'cluster' is no master of Spark"),
        (["--out", "store", "--engine", "local[1]"], "give a folder for them: --static"),
    ],
)
def test_the_command_says_what_is_wrong(words: list[str], message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("few.csv").write_text("label,start\nEins,2024-05-01 10:00\n", "utf-8")
    done = CliRunner().invoke(cli, ["build", "few.csv", *words])
    assert message in f"{done.output}{done.exception or ''}"
    assert [path.name for path in tmp_path.iterdir()] == ["few.csv"]
