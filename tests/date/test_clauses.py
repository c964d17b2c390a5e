"""The sentence and the clause around an expression, however long the text is that they stand in."""

import pytest

from timeline.date.clauses import clause_at, label_of, place_at, sentence_at, tense_of
from timeline.date.language import LANGUAGES

GERMAN = LANGUAGES["de"]
TEXT = "Der Zug kam an. Vor acht Monaten war er da, um 9.30 Uhr, sagt Dr. Kern. Gestern nicht!\nAm Montag wird er kommen."


@pytest.mark.parametrize(
    ("words", "sentence", "clause"),
    [
        ("Vor acht Monaten", "Vor acht Monaten war er da, um 9.30 Uhr, sagt Dr. Kern.", "Vor acht Monaten war er da"),
        ("9.30 Uhr", "Vor acht Monaten war er da, um 9.30 Uhr, sagt Dr. Kern.", "um 9.30 Uhr"),
        ("Gestern", "Gestern nicht!\n", "Gestern nicht"),
        ("Montag", "Am Montag wird er kommen.", "Am Montag wird er kommen"),
    ],
)
def test_sentence_and_clause(words: str, sentence: str, clause: str) -> None:
    start = TEXT.index(words)
    first, last = sentence_at(TEXT, start, start + len(words))
    assert TEXT[first:last].rstrip("\n") == sentence.rstrip("\n")
    first, last = clause_at(TEXT, start, start + len(words))
    assert TEXT[first:last] == clause


def test_a_sentence_does_not_reach_into_the_one_before_it() -> None:
    start = TEXT.index("Montag")
    assert tense_of(place_at(TEXT, start, start + 6), GERMAN) == "future"
    text = "Er war da. Heute ist Ruhe."
    assert tense_of(place_at(text, text.index("Heute"), text.index("Heute") + 5), GERMAN) == "unknown"


def test_a_sentence_without_end_is_cut() -> None:
    text = "und " * 5_000 + "am Montag" + " und" * 5_000
    start = text.index("Montag")
    first, last = sentence_at(text, start, start + 6)
    assert first < start < start + 6 <= last <= first + 600
    assert clause_at(text, start, start + 6) == (first, last)
    long = "x" * 595 + " am Montag, dem 5. Mai 2019, und"  # a cut does not go through the expression
    first, last = sentence_at(long, 596, 626)
    assert long[first:last] == long


def test_the_author_of_a_quotation_in_brackets_below_it() -> None:
    text = "Der Tag war lang.\n(Jemand am 27. Februar)"
    start = text.index("27")
    assert label_of(place_at(text, start, start + 11), GERMAN) == "Jemand: Der Tag war lang."


@pytest.mark.parametrize(
    ("text", "words", "label"),
    [
        ("Man habe viel gesagt, meinte er danach.", "danach", "Man habe viel gesagt, meinte er danach."),
        ("Das Essen, angesetzt für 11.55 Uhr, fiel aus.", "11.55 Uhr", "Das Essen, angesetzt für 11.55 Uhr, fiel aus."),
        ("Am Abend ist Schluss: Beide gehen auseinander.", "Am Abend", "Am Abend ist Schluss"),
        ("Ankunft um 9 Uhr, ein Gespräch um 10 Uhr.", "10 Uhr", "Ein Gespräch"),
    ],
)
def test_a_scrap_of_a_sentence_is_no_name(text: str, words: str, label: str) -> None:
    start = text.index(words)
    assert label_of(place_at(text, start, start + len(words)), GERMAN) == label
