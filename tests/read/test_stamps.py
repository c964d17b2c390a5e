"""Stamps and layouts: every line ends up somewhere, and no line costs more than its length."""

import contextlib
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.errors import SourceError
from timeline.model import Source
from timeline.read import read
from timeline.read.stamps import read_day, read_stamp, read_stamp_behind

PIECES = st.sampled_from(
    "14:39 Kran kippt|14.39 Uhr: Tor|8.04am GMT|20:33|+++ 14:10 Zug +++|+++ Montag +++|Montag|3. Mai 2021|March 3, 2022|Stand: 14:39|"
    "Update vom 3. Mai, 9 Uhr: Neu|## 14:39 Titel|**14:39** Fett|- 9 Uhr: Punkt|Zug da (14.39 Uhr)|Ein Satz.|@ 2022-03-03|5h37 : La nuit|"
    "24:00|2:1|3.50 Euro|12:00 - 13:00 Pause|||Anzeige|Lesen Sie hier mehr|+++ offen|gestern|14:39 +++".split("|")
)


@given(st.lists(PIECES, max_size=14))
def test_every_line_is_somewhere(lines: list[str]) -> None:
    """In an entry with its stamp and day, in the introduction, the title or a problem: every word of more than one letter or digit."""
    try:
        source = read("\n".join(["14:59 Start", "", *lines]))
    except SourceError:
        return
    kept = _words(source)
    for line in lines:
        for word in "".join(sign if sign.isalnum() else " " for sign in line).split():
            assert kept.count(word) >= 1, (word, line)


def _words(source: Source) -> str:
    kept = [source.introduction, source.settings.title or ""]
    for entry in source.entries:
        kept += [entry.day, entry.stamp, entry.hand, entry.headline, entry.body]
    return "\n".join([*kept, *(problem.words for problem in source.problems)])


@pytest.mark.parametrize(
    "sign", ["1", " ", "+", "1:", "12:34 ", "+++ ", "#", "*", "(", "[", "](", "- ", "1.", "Mo, ", ": ", "a.m. ", "\u00a0", "Uhr", "_"]
)
@pytest.mark.parametrize("around", ["{}", "14:39 {}", "x{}x", "+++ 14:39 {} +++\n{}"])
def test_a_line_of_a_megabyte_costs_no_more_than_its_length(sign: str, around: str) -> None:
    text = around.format(*[sign * (1_000_000 // len(sign))] * 2)
    started = time.process_time()
    for take in (read_stamp, read_stamp_behind, read_day):
        take(text)
    with contextlib.suppress(SourceError):
        read(f"14:50 Start\n\n{text}\n")
    assert time.process_time() - started < 3


def test_many_stamps_cost_as_much_each_as_few() -> None:
    def seconds(entries: int) -> float:
        text = "".join(f"{23 - n % 24}:{59 - n % 60:02} Kran kippt um\n\n" for n in range(entries))
        started = time.process_time()
        read(text)
        return time.process_time() - started

    seconds(200)
    assert seconds(8000) < 40 * max(seconds(800), 0.01)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Montag", "Montag"),
        ("Tuesday:", "Tuesday"),
        ("**Mittwoch, 23. März**", "Mittwoch, 23. März"),
        ("+++ Freitag, 25. Februar 2022 +++", "Freitag, 25. Februar 2022"),
        ("--- 23.03.2022 ---", "23.03.2022"),
        ("2022-03-23", "2022-03-23"),
        ("Tuesday, March 22nd", "Tuesday, March 22nd"),
        ("1er mai 2021", "1er mai 2021"),
        ("Gestern, 22. März", "Gestern, 22. März"),
        ("Am Montag kam der Zug", None),
        ("May", None),
        ("14:39", None),
        ("Montag bis Freitag", None),
    ],
)
def test_lines_that_are_nothing_but_a_day(line: str, day: str | None) -> None:
    assert read_day(line) == day


def test_a_day_that_heads_no_entry_stays_text() -> None:
    source = read("14:39 Kran kippt\n\nMontag\n\nText.\n\n14:10 Zug da\n\nDienstag\n")
    assert [entry.day for entry in source.entries] == ["", ""]
    assert [entry.body for entry in source.entries] == ["Montag\n\nText.", "Dienstag"]
