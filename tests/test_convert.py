"""The commands that check and convert: what they report, what they write, and when they exit with 1."""

import json
import os
import pty
import select
import subprocess
import sys
import time
from pathlib import Path

import pytest

import timeline
from tests.test_cli import GERMAN, run
from timeline.assets import sample_folder
from timeline.check import check, located

SAMPLES = sorted(path for path in sample_folder().iterdir() if path.suffix in (".txt", ".md", ".ics") and path.stem != "README")
BAD = "label,start,end,status\nFähre,2019-02-30,,\nKahn,2019-03-01 08:15,2019-03-01 07:00,\nBoot,2019-03-02,,later\n"


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_every_record_of_a_sample_is_dated_or_accounted_for(path: Path) -> None:
    report = check(timeline.load(path))
    assert report.records == report.dated + report.pointers + len(report.lost) > 0
    assert report.lost == ()


def test_check_says_what_was_read() -> None:
    done = run("check", GERMAN)
    assert done.returncode == 0
    assert done.stderr == ""
    lines = done.stdout.splitlines()
    assert lines[:2] == [
        "Der Gipfel von Hanoi, Februar 2019: ticker, 24 records; 23 dated, 1 only point elsewhere, 0 lost",
        "40 events, 2017-09-22 to 2019-03-02; 0 eras",
    ]
    assert any(line.startswith("note: line 73: “Lesen Sie hier") for line in lines)


def test_check_names_row_field_words_and_remedy_of_what_was_lost(tmp_path: Path) -> None:
    table = tmp_path / "boats.csv"
    table.write_text(BAD, "utf-8")
    done = run("check", str(table))
    assert done.returncode == 1
    lines = done.stdout.splitlines()
    assert lines[0] == "Boats: csv, 3 records; 2 dated, 0 only point elsewhere, 1 lost"
    assert "lost: line 2, start: “2019-02-30” is no date; write it as 2019-02-28, 2019-02-28 13:25 or 2019-02-28T13:25+07:00" in lines
    assert any(
        line.startswith("doubt: line 3, end: “2019-03-01 08:15 – 2019-03-01 07:00”: the end lies before the start") for line in lines
    )
    assert any(line.startswith("doubt: line 4, status: “later” is no status") for line in lines)


def test_check_is_strict_about_doubts_where_it_is_asked(tmp_path: Path) -> None:
    table = tmp_path / "boats.csv"
    table.write_text("label,start,status\nBoot,2019-03-02,later\n", "utf-8")
    assert run("check", str(table)).returncode == 0
    assert run("check", str(table), "--strict").returncode == 1


def test_a_located_problem_without_a_place() -> None:
    assert located(timeline.Problem("row", words="x")) == "the row was left out: x"


@pytest.mark.parametrize("suffix", [".json", ".csv", ".xlsx", ".ics", ".jsonld", ".md", ".mw", ".geojson", ".html"])
def test_convert_writes_what_the_end_of_the_name_says(tmp_path: Path, suffix: str) -> None:
    out = tmp_path / f"out{suffix}"
    done = run("convert", str(sample_folder() / "kinds-of-time.en.md"), str(out))
    assert done.returncode == 0, done.stderr
    assert out.stat().st_size > 100
    assert ("has no place for" in done.stderr) == (suffix not in (".json", ".html"))


def test_convert_there_and_back_loses_nothing(tmp_path: Path) -> None:
    assert run("convert", GERMAN, str(tmp_path / "a.json")).returncode == 0
    assert timeline.load(tmp_path / "a.json") == timeline.load(Path(GERMAN), now="2026-01-01")


def test_convert_from_and_to_formats_by_name(tmp_path: Path) -> None:
    done = run("convert", "-", "-", "--from", "csv", "--to", "timelinejs", given="label,start\nBoat,2019-03-02\n")
    assert json.loads(done.stdout)["events"][0]["start_date"] == {"year": 2019, "month": 3, "day": 2}
    done = run("convert", "-", "-", "--to", "json", "--map", "label=Was", "--map", "start=Wann", given="Was,Wann\nBoot,2019-03-02\n")
    assert [event["label"] for event in json.loads(done.stdout)["story"]["events"]] == ["Boot"]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["convert", GERMAN, "out.xyz"], "no format for '.xyz'"),
        (["convert", GERMAN, "-"], "no format for ''"),
        (["convert", GERMAN, "out.csv", "--to", "word"], "unknown format 'word'"),
        (["check", GERMAN, "--from", "word"], "unknown format 'word'"),
        (["check", GERMAN, "--map", "start"], "--map 'start' is no pair"),
        (["site", GERMAN], "--out"),
    ],
)
def test_wrong_calls_are_2(tmp_path: Path, words: list[str], message: str) -> None:
    done = run(*words)
    assert done.returncode == 2
    assert message in done.stderr
    assert "Traceback" not in done.stderr


def test_strict_writes_nothing_where_something_is_in_doubt(tmp_path: Path) -> None:
    table, out = tmp_path / "boats.csv", tmp_path / "out.json"
    table.write_text(BAD, "utf-8")
    done = run("convert", str(table), str(out), "--strict")
    assert done.returncode == 1
    assert "nothing was written: 3 problems" in done.stderr
    assert not out.exists()
    assert run("convert", str(table), str(out)).returncode == 0
    assert out.exists()


def test_a_site_goes_on_after_a_source_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "none.txt").write_text("nothing here", "utf-8")
    done = run("site", GERMAN, str(tmp_path / "none.txt"), "--out", str(tmp_path / "site"))
    assert done.returncode == 1
    assert "no entry in 'none.txt'" in done.stderr
    assert "1 of 2 sources were left out" in done.stderr
    assert sorted(path.name for path in (tmp_path / "site").iterdir()) == ["der-gipfel-von-hanoi-februar-2019.html", "index.html"]


def test_pictures_that_lie_beside_a_ticker_travel_in_the_page(tmp_path: Path) -> None:
    pixel = bytes.fromhex("47494638396101000100800000ff0000ffffff21f90400000000002c00000000010001000002024401003b")
    (tmp_path / "dot.gif").write_bytes(pixel)
    ticker = "+++ 14:39 A +++\n\n![a red dot](dot.gif)\n\n![another](../secret.gif)\n"
    (tmp_path / "a.txt").write_text(ticker, "utf-8")
    (tmp_path.parent / "secret.gif").write_bytes(pixel)
    done = run("export", str(tmp_path / "a.txt"), "--date", "2019-02-28", "--inline-media", "--out", str(tmp_path / "a.html"))
    page = (tmp_path / "a.html").read_text("utf-8")
    assert page.count("data:image/gif;base64,") == 1
    assert "“../secret.gif” is not carried in the page (it lies outside of the source's folder) and stays a link" in done.stderr


def test_a_bar_where_somebody_watches_and_it_takes_long(tmp_path: Path) -> None:
    table = tmp_path / "long.csv"
    table.write_text("label,start\n" + "".join(f"event {number},2019-03-02 08:{number % 60:02d}\n" for number in range(200_000)), "utf-8")
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "timeline.cli", "check", str(table)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=theirs, close_fds=True) as process:
        os.close(theirs)
        shown, end = b"", time.monotonic() + 120
        while time.monotonic() < end:
            ready, _, _ = select.select([ours], [], [], 0.2)
            try:
                piece = os.read(ours, 65_536) if ready else b""
            except OSError:  # the other end is closed
                break
            shown += piece
            if ready and not piece:
                break
        process.wait(timeout=60)
    os.close(ours)
    assert b"reading" in shown
    assert b"%" in shown
