"""Expressions that take their meaning from one that the text named before."""

import pytest

from timeline.date.language import LANGUAGES
from timeline.date.resolve import Frame
from timeline.date.timex import find_timexes
from timeline.moment import day_of


def values(text: str, code: str = "de", reference: str = "2021-09-10", **occasions: str) -> list[tuple[str, str]]:
    day = day_of(reference)
    frame = Frame(day, day, "Europe/Rome", "Europe/Rome", LANGUAGES[code], {name: day_of(first) for name, first in occasions.items()})
    return [(one.text, one.value) for one in find_timexes(text, frame)]


@pytest.mark.parametrize(
    ("begins", "counted", "value"),
    [
        ("Der Lehrgang begann am 5. Juli.", "In der ersten Woche", "2021-W27"),
        ("Der Lehrgang begann am 5. Juli.", "In der dritten Woche", "2021-W29"),
        ("Beginn war am Mittwoch, 7. Juli.", "In der zweiten Woche", "2021-W28"),
        ("Auftakt war am 30. August.", "Am dritten Tag", "2021-09-01"),
        ("Am 30. August eröffnete die Messe.", "Am zweiten Tag", "2021-08-31"),
    ],
)
def test_weeks_and_days_count_from_what_the_text_said_began(begins: str, counted: str, value: str) -> None:
    assert values(f"{begins} {counted} regnete es.")[-1][1] == value


def test_a_counted_week_of_nothing_that_began_is_none() -> None:
    assert values("Am 5. Juli kamen sie an. In der dritten Woche regnete es.") == [("5. Juli", "2021-07-05")]


def test_a_counted_day_is_one_of_the_only_occasion() -> None:
    assert values("Es wurde am zweiten Tag gestritten.", gipfel="2021-09-07") == [("am zweiten Tag", "2021-09-08")]


@pytest.mark.parametrize("counted", ["am zweiten Tag des Turniers", "in der ersten Woche des Jahres", "in der ersten Woche nach der Wahl"])
def test_with_its_own_noun_it_counts_from_that(counted: str) -> None:
    assert all(found != counted.split(" de")[0] for found, _ in values(f"Beginn war am 5. Juli. Es regnete {counted}."))


@pytest.mark.parametrize(
    "text", ["Das Fest der Pfarre Maria Himmelfahrt war schön.", "Ein Menü zum Thema „Weihnachten“ gab es.", "Der Film „Freitag“ läuft an."]
)
def test_a_name_is_no_date(text: str) -> None:
    assert values(text) == []
