"""Sentences as newsrooms write them, each the body of a post of 15 May 2025, 14:30, a Thursday: every moment, with its status."""

import csv
from pathlib import Path

import pytest

import timeline
from timeline.table import rows

with (Path(__file__).parent / "languages" / "news.csv").open(encoding="utf-8", newline="") as lines:
    SENTENCES = [(row["language"], row["text"], row["told"]) for row in csv.DictReader(lines, delimiter=";")]
ZONES = {"de": "Europe/Berlin", "en": "Europe/London"}


@pytest.mark.parametrize(("code", "text", "told"), SENTENCES)
def test_a_sentence_in_a_post(code: str, text: str, told: str) -> None:
    story = timeline.load(f"+++ 14:30 Headline word +++\n\n{text}\n", date="2025-05-15", language=code, zone=ZONES[code])
    found = [(row["start"], row["end"] and f"to {row['end']}", row["status"]) for row in rows(story) if row["basis"] != "reported"]
    assert " | ".join(" ".join(filter(None, one)) for one in found) == told
