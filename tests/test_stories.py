"""Tickers of many kinds, against what a careful reader dated in them before any code had read them: what is `stated` has to be right.

They are read as they came, without options, on a day some months later. What is compared: the entry, the instant or the date, the end, the
precision and the status; the name of a night may be either of its two dates.
"""

import csv
from datetime import date
from pathlib import Path

import pytest

import timeline
from timeline.assets import sample_folder
from timeline.moment import read_moment
from timeline.table import rows

CASES = Path(__file__).parent / "cases"
STORIES = sorted(path.name for path in (CASES / "stories").glob("*.txt"))
SAMPLES = ("hanoi-summit-2019.de.txt", "hanoi-summit-2019.en.md", "clock-change-berlin-2024.de.txt")
NOW = "2025-12-01"

Row = dict[str, str]


def gold(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def told(path: Path, table: Path) -> tuple[list[Row], list[Row]]:
    """The events of a story, and the rows of its table."""
    return list(rows(timeline.load(path, now=NOW))), gold(table)


def all_stories() -> list[tuple[list[Row], list[Row]]]:
    own = [told(CASES / "stories" / name, CASES / "stories" / name.replace(".txt", ".csv")) for name in STORIES]
    return own + [told(sample_folder() / name, CASES / f"{name.rsplit('.', 1)[0]}.csv") for name in SAMPLES]


def same_time(one: str, other: str, precision: str) -> bool:
    if one == other or not one or not other:
        return one == other
    if "T" in one and "T" in other:
        return read_moment(one, "UTC").instant == read_moment(other, "UTC").instant
    if precision != "night" or "T" in one + other or len(one) != len(other) or len(one) != 10:
        return False
    return abs((date.fromisoformat(one) - date.fromisoformat(other)).days) == 1


def agrees(event: Row, row: Row) -> bool:
    return (
        event["entry"] == row["entry"]
        and same_time(event["start"], row["start"], row["precision"])
        and same_time(event["end"], row["end"], row["precision"])
        and (event["precision"], event["status"]) == (row["precision"], row["status"])
    )


def test_what_is_stated_is_right() -> None:
    stated = [(event, table) for events, table in all_stories() for event in events if event["basis"] == "stated"]
    wrong = [event for event, table in stated if not any(agrees(event, row) for row in table)]
    assert len(stated) >= 220
    assert len(wrong) <= 0.01 * len(stated), [(one["entry"], one["evidence"], one["start"], one["status"]) for one in wrong]


def test_a_stated_clock_is_the_right_instant() -> None:
    """Whatever its status: a plan or not, the clock has to stand where the reader puts it."""
    stated = [(event, table) for events, table in all_stories() for event in events if event["basis"] == "stated" and "T" in event["start"]]
    wrong = [
        event
        for event, table in stated
        if not any(row["entry"] == event["entry"] and same_time(event["start"], row["start"], "") for row in table)
    ]
    assert len(stated) > 120
    assert len(wrong) <= 0.01 * len(stated), [(one["entry"], one["evidence"], one["start"]) for one in wrong]


@pytest.mark.parametrize("name", STORIES)
def test_what_words_state_plainly_comes_out(name: str) -> None:
    events, table = told(CASES / "stories" / name, CASES / "stories" / name.replace(".txt", ".csv"))
    must = [row for row in table if row["must"] == "yes" and row["precision"] != "none"]
    missed = [row for row in must if not any(agrees(event, row) and event["basis"] == row["basis"] for event in events)]
    assert len(missed) <= 0.15 * len(must), missed
