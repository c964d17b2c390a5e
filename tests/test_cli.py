"""The command: results on stdout, assumptions and problems on stderr, and the three exit codes."""

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from timeline.assets import sample_folder

GERMAN = str(sample_folder() / "hanoi-summit-2019.de.txt")


def run(*words: str, given: str = "") -> subprocess.CompletedProcess[str]:
    """`timeline` with some words behind it, as a process of its own."""
    return subprocess.run(
        [sys.executable, "-W", "error", "-m", "timeline.cli", *words], input=given, capture_output=True, encoding="utf-8", check=False
    )


def test_events_as_csv() -> None:
    done = run("events", GERMAN)
    table = list(csv.DictReader(io.StringIO(done.stdout)))
    assert done.returncode == 0
    assert list(table[0]) == ("entry event label start end precision zone status basis evidence replaces published earliest latest".split())
    assert any(row["start"] == "2019-02-28T13:25+07:00" for row in table)
    assert "assumed: The newest entry is of Thursday, 28 February 2019: “February 26, 2019”, “Donnerstagvormittag”." in done.stderr
    assert "note: line 73:" in done.stderr


def test_events_as_json_are_the_same() -> None:
    table = list(csv.DictReader(io.StringIO(run("events", GERMAN).stdout)))
    assert json.loads(run("events", GERMAN, "--format", "json").stdout) == table


def test_options_win() -> None:
    done = run("events", "-", "--date", "2019-02-28", "--zone", "Asia/Ho_Chi_Minh", "--language", "de", given="+++ 14:39 Zug da +++\n")
    assert "2019-02-28T14:39+07:00" in done.stdout
    assert done.stderr == ""


def test_nothing_dated_is_1() -> None:
    done = run("events", "-", given="+++ 14:39 Zug da +++\nText.\n")
    assert done.returncode == 1
    assert "nothing could be dated" in done.stderr
    assert done.stdout.count("\n") == 1


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["events", "nowhere.txt"], "nowhere.txt"),
        (["events", GERMAN, "--zone", "CET/Paris"], "unknown time zone 'CET/Paris'"),
        (["events", GERMAN, "--date", "31.2.2019"], "unknown date '31.2.2019'"),
        (["events", GERMAN, "--format", "xml"], "xml"),
        (["events"], "FILE"),
        (["export", GERMAN], "--out"),
        (["sing"], "sing"),
        (["dates", "--jsonl"], "line 1"),
    ],
)
def test_wrong_calls_are_2_and_quote_what_is_wrong(words: list[str], message: str) -> None:
    done = run(*words, given="{no json")
    assert done.returncode == 2
    assert message in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


def test_export_writes_a_page(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    assert run("export", GERMAN, "--out", str(page)).returncode == 0
    assert page.read_text("utf-8").startswith("<!doctype html>")


def test_export_into_no_folder_is_2(tmp_path: Path) -> None:
    done = run("export", GERMAN, "--out", str(tmp_path / "none" / "page.html"))
    assert done.returncode == 2
    assert "page.html" in done.stderr


def test_dates_of_a_text() -> None:
    done = run("dates", "Am Mittwochabend um 20.47 Uhr fuhr er ab.", "--reference", "2019-02-28", "--language", "de")
    assert done.stdout == "3-29\ttime\t2019-02-27T20:47\tMittwochabend um 20.47 Uhr\tweekday+clock\n"


def test_dates_of_standard_input() -> None:
    done = run("dates", "--language", "de", given="Am 3. Mai 2019\num 12.30 Uhr.")
    assert done.stdout == "3-27\ttime\t2019-05-03T12:30\t3. Mai 2019\num 12.30 Uhr\tdate+clock\n"


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="needs an input without end")
@pytest.mark.parametrize(
    "words", [["events", "-"], ["export", "-", "--out", "-"], ["dates"], ["dates", "--jsonl"]], ids=lambda words: " ".join(words)
)
def test_an_input_without_end_is_refused_as_a_large_file_is(words: list[str]) -> None:
    with Path("/dev/zero").open("rb") as endless:
        done = subprocess.run(
            [sys.executable, "-W", "error", "-m", "timeline.cli", *words], stdin=endless, capture_output=True, encoding="utf-8", check=False
        )
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.startswith("timeline: '")
    assert "standard input' is larger than 20 MB; cut it into several parts" in done.stderr
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('{"text": 5, "zone": "CET/Paris"}', "unknown time zone 'CET/Paris'"),
        ('{"text": "x", "zone": 5}', "line 1"),
        ('{"text": "x", "reference": 5}', "line 1"),
        ('{"text": "x", "anchors": [1]}', "line 1"),
        ("[" * 10_000, "line 1"),
        ("[" * 10_000 + "]" * 10_000, "line 1"),
        ('{"text": ' + "1" * 10_000 + "}", "line 1"),
        ("\0", "line 1"),
    ],
)
def test_questions_that_are_none(line: str, message: str) -> None:
    done = run("dates", "--jsonl", given=line + "\n")
    assert done.returncode == 2
    assert message in done.stderr
    assert "Traceback" not in done.stderr


def test_half_a_character_in_a_question_stays_one() -> None:
    done = run("dates", "--jsonl", given='{"text": "\\ud800Am 3. Mai 2019\\udfff um 12.30 Uhr \\ud800", "language": "de"}\n')
    assert done.returncode == 0
    assert [(one["start"], one["end"]) for one in json.loads(done.stdout)["dates"]] == [(4, 15), (20, 29)]


def test_dates_of_nothing_is_1() -> None:
    assert run("dates", "Nichts davon.").returncode == 1


def test_dates_line_by_line() -> None:
    lines = [
        {"text": "Am Donnerstag war Schluss.", "reference": "2019-02-28", "language": "de"},
        {"text": "Nothing here.", "reference": None, "language": "en"},
        {"text": "It was on June 12, 2018.", "language": "en"},
    ]
    done = run("dates", "--jsonl", given="\n".join(json.dumps(line) for line in lines) + "\n")
    answers = [json.loads(line)["dates"] for line in done.stdout.splitlines()]
    assert [[(one["start"], one["end"], one["kind"], one["value"]) for one in dates] for dates in answers] == [
        [(3, 13, "date", "2019-02-28")],
        [],
        [(10, 23, "date", "2018-06-12")],
    ]


def test_help_names_every_command() -> None:
    done = run("--help")
    assert all(command in done.stdout for command in ("events", "export", "serve", "dates"))
    assert done.returncode == 0
