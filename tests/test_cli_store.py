"""`timeline build` and `timeline append`: the account on stdout, problems on stderr, the exit codes of the other commands."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.test_cli import GERMAN
from timeline.store.snapshot import open_store

TABLE = "label,start,id\nStart,2024-05-01 08:00Z,a\nNever,no date,b\nEnd,2024-05-01 12:00Z,c\n"

IBIS = "ignore::DeprecationWarning:ibis.backends.duckdb"  # it asks DuckDB for tables under an older name


def run(*words: str, given: str = "") -> subprocess.CompletedProcess[str]:
    """`timeline` with some words behind it, as a process of its own."""
    command = [sys.executable, "-W", "error", "-W", IBIS, "-m", "timeline.cli", *words]
    return subprocess.run(command, input=given, capture_output=True, encoding="utf-8", check=False)


def test_a_ticker_becomes_a_store(tmp_path: Path) -> None:
    out = str(tmp_path / "store")
    done = run("build", GERMAN, "--out", out)
    assert done.returncode == 0
    assert "24 records; 23 dated, 1 only point elsewhere, 0 lost" in done.stdout
    about = open_store(out).about
    assert f"version {about.version}, 24 entries, 40 events" in done.stdout
    assert "assumed: The newest entry is of Thursday" in done.stderr
    assert "note: line 73:" in done.stderr


def test_what_is_lost_is_said_and_counted(tmp_path: Path) -> None:
    out = str(tmp_path / "store")
    done = run("build", "-", "--out", out, given=TABLE)
    assert done.returncode == 0
    assert "3 records; 2 dated, 0 only point elsewhere, 1 lost" in done.stdout
    assert "error: line 3, start: " in done.stderr
    assert open_store(out).about.events == 2


def test_strict_publishes_nothing(tmp_path: Path) -> None:
    out = str(tmp_path / "store")
    done = run("build", "-", "--out", out, "--strict", given=TABLE)
    assert done.returncode == 1
    assert "nothing was published: 1 problems, and --strict" in done.stderr
    assert not (tmp_path / "store" / "current").exists()
    assert run("build", "-", "--out", out, "--strict", given=TABLE.replace("no date", "2024-05-02")).returncode == 0


def test_nothing_dated_is_1_and_a_wrong_source_2(tmp_path: Path) -> None:
    out = str(tmp_path / "store")
    assert run("build", "-", "--out", out, given="label,start\nNever,no date\n").returncode == 1
    done = run("build", "nowhere.csv", "--out", out)
    assert done.returncode == 2
    assert "nowhere.csv" in done.stderr
    assert not (tmp_path / "store" / "current").exists()


@pytest.mark.parametrize("words", [["build", GERMAN], ["build", "--out", "store"]])
def test_a_wrong_call_is_2(words: list[str]) -> None:
    assert run(*words).returncode == 2
