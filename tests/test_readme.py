"""What the README says, done: its commands, its Python, its ticker, and the links to other files."""

import csv
import io
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

import timeline

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")


def blocks(kind: str) -> list[str]:
    """The fenced blocks of a kind."""
    return re.findall(rf"^```{kind}\n(.*?)^```", README, re.MULTILINE | re.DOTALL)


def commands() -> list[str]:
    """Every command of the console script in the README."""
    return [line for block in blocks("sh") for line in block.splitlines() if line.startswith("timeline ")]


@pytest.mark.parametrize("command", commands())
def test_commands(command: str, tmp_path: Path) -> None:
    words = shlex.split(command, comments=True)[1:]
    (tmp_path / "data").symlink_to(ROOT / "data")
    done = subprocess.run(
        [sys.executable, "-m", "timeline.cli", *words],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout or max(path.stat().st_size for path in tmp_path.iterdir() if path.is_file()) > 2_000


def test_there_are_commands() -> None:
    assert {shlex.split(command)[1] for command in commands()} == {"events", "export", "dates", "check", "convert", "build"}


def test_make_targets_exist() -> None:
    targets = re.findall(r"^make (\w+)", "\n".join(blocks("sh")), re.MULTILINE)
    makefile = (ROOT / "Makefile").read_text("utf-8")
    assert targets == ["app", "test"]
    assert all(re.search(rf"^{target}:", makefile, re.MULTILINE) for target in targets)


def test_python(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "data").symlink_to(ROOT / "data")
    monkeypatch.chdir(tmp_path)
    (source,) = blocks("python")
    names: dict[str, object] = {}
    exec(compile(source, "README.md", "exec"), names)
    assert "Hanoi" in capsys.readouterr().out
    assert str(names["page"]).startswith("<!doctype html>")
    assert (tmp_path / "summit.html").stat().st_size > 100_000


def test_ticker() -> None:
    (ticker,) = blocks("text")
    story = timeline.load(ticker)
    assert story.problems == ()
    assert story.to_frame()[["start", "status", "basis"]].to_numpy().tolist() == [
        ["2019-02-28T13:25+07:00", "happened", "reported"],
        ["2019-02-28T11:55+07:00", "cancelled", "stated"],
        ["2019-02-26T08:15+07:00", "happened", "given"],
    ]


def test_the_table_names_every_column() -> None:
    table = README[README.index("| column of") : README.index("## The app")]
    first_column = "".join(row.split("|")[1] for row in table.strip().splitlines()[2:])
    assert tuple(re.findall(r"`(\w+)`", first_column)) == timeline.COLUMNS


def test_the_header_of_the_command_is_the_table() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "timeline.cli", "events", str(ROOT / "data" / "hanoi-summit-2019.en.md")],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert tuple(next(csv.reader(io.StringIO(done.stdout)))) == timeline.COLUMNS


@pytest.mark.parametrize("target", sorted(set(re.findall(r"\]\(([^)#:]+)\)", README))))
def test_links_lead_somewhere(target: str) -> None:
    assert (ROOT / target).exists()
