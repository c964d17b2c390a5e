"""Expressions in sentences: their extent, and that numbers which are no times stay silent."""

import csv
from pathlib import Path

import pytest

from timeline.date.find import find
from timeline.date.language import LANGUAGES, language_of

SHARED = Path(__file__).parent.parent.parent.parent / "shared"


def spans(text: str, language: str = "de") -> list[str]:
    """The expressions of a text."""
    return [text[found.start : found.end] for found in find(text, LANGUAGES[language])]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Der Zug kam um 13.25 Uhr (Ortszeit) an.", ["13.25 Uhr (Ortszeit)"]),
        ("Beginn ist 14.00 Uhr (Ortszeit/8.00 Uhr MEZ) am Hafen.", ["14.00 Uhr (Ortszeit/8.00 Uhr MEZ)"]),
        (
            "Sie sehen sich am Mittwochabend um 18.30 Uhr Ortszeit, das ist 12.30 Uhr deutscher Zeit.",
            ["Mittwochabend um 18.30 Uhr Ortszeit"],
        ),
        ("Am Montag, 25. Februar, 17 Uhr MEZ ist Schluss.", ["Montag, 25. Februar, 17 Uhr MEZ"]),
        ("Am 12. Juni 2018 um 3.04 Uhr MESZ war es so weit.", ["12. Juni 2018 um 3.04 Uhr MESZ"]),
        ("Gestern Abend gegen 21 Uhr endete es.", ["Gestern Abend gegen 21 Uhr"]),
        ("Zwei Tage vor dem Gipfeltreffen muss er gehen.", ["Zwei Tage vor dem Gipfeltreffen"]),
        ("Er schrieb es am 12.06.2018, heißt es.", ["12.06.2018"]),
        ("Jemand (@jemand) February 27, 2019", ["February 27, 2019"]),
    ],
)
def test_german(text: str, found: list[str]) -> None:
    assert spans(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "It ended at 8:47 p.m. on Wednesday, twelve minutes later than planned.",
            ["8:47 p.m. on Wednesday", "twelve minutes later than planned"],
        ),
        ("Questions at 2 p.m. local time (2 a.m. EST), he said.", ["2 p.m. local time (2 a.m. EST)"]),
        ("It opened on 12 June 2018 at noon.", ["12 June 2018 at noon"]),
        ("The second day of the summit was short.", ["The second day of the summit"]),
    ],
)
def test_english(text: str, found: list[str]) -> None:
    assert spans(text, "en") == found


@pytest.mark.parametrize(
    "text",
    [
        "4000 Dong (umgerechnet 0,15 Euro) kostet die Marke.",
        "Der Billigflieger kauft 100 Boeing 737 Max sowie 215 Triebwerke.",
        "Verträge im Wert von 21 Milliarden Dollar (umgerechnet 18,5 Milliarden Euro)",
        "Mehr zum Thema: Artikel 13.25 der Charta, Seite 20.47",
        "Das Spiel endete 2:1, der Kurs steigt um 3,5 Prozent auf 12.345,67 Punkte.",
        "Version 3.11.7 läuft, Telefon 030 12345678, IP 10.20.30.40.",
        "Das sagt Frau Mai, und Herr März nickt.",
    ],
)
def test_numbers_that_are_no_times(text: str) -> None:
    assert spans(text) == []


def test_dates_that_do_not_exist_are_none() -> None:
    assert spans("Am 31. Februar 2019 und am 30.02.2019, am 45.13.2019") == []


def test_hostile_text_ends_soon() -> None:
    for text in ("1" * 20_000, "(" * 20_000, "am " * 10_000, "12.30 Uhr (" * 3_000, "vor " * 10_000, " " * 50_000 + "Uhr"):
        assert find(text, LANGUAGES["de"]) is not None
        assert find(text, LANGUAGES["en"]) is not None


def test_the_language_is_counted_from_words() -> None:
    assert language_of("Der Zug ist da und die Leute sind auf dem Platz").code == "de"
    assert language_of("The train is here and the people are on the square").code == "en"
    assert language_of("").code == "en"


def test_the_phrases_that_must_stay_silent() -> None:
    phrases = SHARED / "gold" / "phrases.de.csv"
    if not phrases.exists():
        pytest.skip("the phrases do not lie beside the project (../shared)")
    with phrases.open(encoding="utf-8", newline="") as lines:
        silent = [row["phrase"] for row in csv.DictReader(lines) if row["kind"] == "none"]
    assert [spans(phrase) for phrase in silent] == [[]] * 5


def test_nothing_goes_on_in_another_paragraph() -> None:
    text = "The lifts stop at 9:15 a.m.\n\nTomorrow they run again."
    assert [text[one.start : one.end] for one in find(text, LANGUAGES["en"])] == ["9:15 a.m.", "Tomorrow"]
