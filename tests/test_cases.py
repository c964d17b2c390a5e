"""The sample stories, and the real ticker where it lies beside the project, against what a careful reader dates in them.

A row agrees with an event of the same entry that has its start, end, precision, status and basis. `must` rows have to come out; a row
that need not must not be contradicted, which is reported as a number.
"""

import csv
from pathlib import Path

import pytest

import timeline
from timeline.assets import sample_folder
from timeline.table import rows

CASES = Path(__file__).parent / "cases"
SHARED = Path(__file__).parent.parent.parent / "shared"
COMPARED = ("start", "end", "precision", "status", "basis")
SAMPLES = ("hanoi-summit-2019.de.txt", "hanoi-summit-2019.en.md", "clock-change-berlin-2024.de.txt", "deep-time.en.md")

Row = dict[str, str]


def compare(story: timeline.Story, gold: Path) -> tuple[list[Row], list[Row]]:
    """The rows of a table that agree, and those that do not."""
    table = list(rows(story))
    right: list[Row] = []
    wrong: list[Row] = []
    with gold.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            of_entry = [event for event in table if event["entry"] == row["entry"]]
            if row["precision"] == "none":
                agrees = not of_entry
            else:
                agrees = any(all(event[column] == row[column] for column in COMPARED) for event in of_entry)
            (right if agrees else wrong).append(row)
    return right, wrong


@pytest.mark.parametrize("name", SAMPLES)
def test_samples(name: str) -> None:
    gold = CASES / f"{name.removesuffix('.txt').removesuffix('.md')}.csv"
    _, wrong = compare(timeline.load(sample_folder() / name), gold)
    assert [row for row in wrong if row["must"] == "yes"] == []


def test_the_real_ticker_without_any_option() -> None:
    ticker, gold = SHARED / "tickers" / "hanoi-summit-2019.de.txt", SHARED / "gold" / "hanoi-summit-2019.csv"
    if not ticker.exists():
        pytest.skip("the real ticker does not lie beside the project (../shared)")
    story = timeline.load(ticker)
    right, wrong = compare(story, gold)
    assert [row for row in wrong if row["must"] == "yes"] == []
    assert len(right) >= 32
    assumed = {assumption.code: assumption.values for assumption in story.assumptions}
    assert assumed["date-moved"]["value"] == "2019-02-28"
    assert assumed["zone-twin"]["value"] == "Asia/Ho_Chi_Minh"


@pytest.mark.parametrize("name", SAMPLES)
def test_what_is_only_inferred_never_gets_a_clock(name: str) -> None:
    for event in timeline.load(sample_folder() / name).events:
        if event.moment.basis == "order":
            assert event.moment.instant is None
            assert event.moment.civil is not None


@pytest.mark.parametrize("name", SAMPLES)
def test_evidence_stands_where_it_says(name: str) -> None:
    story = timeline.load(sample_folder() / name)
    entries = {entry.id: entry for entry in story.entries}
    for event in story.events:
        for evidence in event.evidence:
            text = {"headline": entries[event.entry].headline, "body": entries[event.entry].body}.get(evidence.part, evidence.text)
            assert text[evidence.start : evidence.end] == evidence.text


@pytest.mark.parametrize("name", SAMPLES)
def test_samples_share_no_sentence_with_the_real_ticker(name: str) -> None:
    """Facts are free, sentences are not: no run of eight words is the same, but for the signature of a quoted post."""
    real = SHARED / "tickers" / "hanoi-summit-2019.de.txt"
    if not real.exists():
        pytest.skip("the real ticker does not lie beside the project (../shared)")

    def runs(text: str) -> set[tuple[str, ...]]:
        words = text.lower().replace("— donald j. trump (@realdonaldtrump)", "").split()
        return {tuple(words[i : i + 8]) for i in range(len(words) - 7)}

    assert runs(real.read_text("utf-8")) & runs((sample_folder() / name).read_text("utf-8")) == set()
