"""Dates counted from an occasion, in five languages: known from the editor's anchors, from the story's own entries, or from nothing."""

import pytest

import timeline
from timeline.table import rows

SUMMITS = {
    "de": ("Gipfel", "Der Gipfel begann am Mittwoch um 18.30 Uhr."),
    "en": ("summit", "The summit began on Wednesday at 6:30 p.m."),
    "fr": ("sommet", "Le sommet a commencé mercredi à 18h30."),
    "es": ("cumbre", "La cumbre empezó el miércoles a las 18:30."),
    "it": ("vertice", "Il vertice è cominciato mercoledì alle 18.30."),
}
COUNTED = [
    ("de", "Zwei Tage vor dem Gipfel musste er gehen.", "2019-02-25"),
    ("de", "Am Vorabend des Gipfels sprach er.", "2019-02-26"),
    ("de", "Am Tag nach dem Gipfel flog er heim.", "2019-02-28"),
    ("en", "Two days before the summit he had to go.", "2019-02-25"),
    ("en", "On the eve of the summit he spoke.", "2019-02-26"),
    ("en", "The day after the summit he flew home.", "2019-02-28"),
    ("fr", "Deux jours avant le sommet, il a dû partir.", "2019-02-25"),
    ("fr", "À la veille du sommet, il a parlé.", "2019-02-26"),
    ("fr", "Au lendemain du sommet, il est rentré.", "2019-02-28"),
    ("es", "Dos días antes de la cumbre tuvo que irse.", "2019-02-25"),
    ("es", "La víspera de la cumbre habló.", "2019-02-26"),
    ("es", "Al día siguiente de la cumbre volvió.", "2019-02-28"),
    ("it", "Due giorni prima del vertice è dovuto partire.", "2019-02-25"),
    ("it", "Alla vigilia del vertice ha parlato.", "2019-02-26"),
    ("it", "All'indomani del vertice è tornato.", "2019-02-28"),
]
DAYS = [
    ("de", "Am zweiten Tag des Gipfels sprach er."),
    ("en", "On the second day of the summit he spoke."),
    ("fr", "Au deuxième jour du sommet, il a parlé."),
    ("es", "El segundo día de la cumbre habló."),
    ("it", "Il secondo giorno del vertice ha parlato."),
]
OPTIONS = {"date": "2019-02-28", "zone": "Asia/Ho_Chi_Minh"}


def first(text: str, language: str) -> tuple[str, str]:
    """Start and basis of the first event of the newest entry."""
    row = next(rows(timeline.load(text, language=language, **OPTIONS)))
    return row["start"], row["basis"]


@pytest.mark.parametrize(("language", "text", "day"), [*COUNTED, *((language, text, "2019-02-28") for language, text in DAYS)])
def test_from_anchors(language: str, text: str, day: str) -> None:
    noun, _ = SUMMITS[language]
    assert first(f"---\nanchors: {{{noun}: 2019-02-27}}\n---\n+++ Ticker +++\n{text}\n", language) == (day, "stated")


@pytest.mark.parametrize(("language", "text", "day"), [*COUNTED, *((language, text, "2019-02-28") for language, text in DAYS)])
def test_from_the_entry_that_dates_it(language: str, text: str, day: str) -> None:
    _, opening = SUMMITS[language]
    start, basis = first(f"+++ Ticker +++\n{text}\n\n+++ Start +++\n{opening}\n", language)
    assert start == day
    assert basis in ("stated", "derived")


@pytest.mark.parametrize(("language", "text", "_"), COUNTED)
def test_from_nothing(language: str, text: str, _: str) -> None:
    story = timeline.load(f"+++ Ticker +++\n{text}\n", language=language, **OPTIONS)
    assert [problem.code for problem in story.problems] == ["unknown-occasion"]
    assert [(row["start"], row["basis"], row["earliest"]) for row in rows(story)] == [("2019-02-28", "order", "")]


def test_what_only_its_own_entry_names() -> None:
    text = "+++ Abreise +++\nZwei Stunden nach dem Abendessen flog er ab.\n\n+++ Essen +++\nDas Abendessen beginnt um 18.30 Uhr.\n"
    assert first(text, "de") == ("2019-02-28T20:30+07:00", "derived")
    assert first(text.replace("Das Abendessen", "Das Frühstück"), "de")[1] == "order"
