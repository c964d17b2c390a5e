"""What no editor forgives: a wrong time, said with confidence. Each test holds one way to come to it."""

import pytest

import timeline
from timeline.table import rows

Event = tuple[str, str]


def told(text: str, **options: str) -> list[Event]:
    """(start and end, status) of what the words of a ticker date, in the order of its entries."""
    story = timeline.load(text, **({"date": "2024-01-17", "zone": "Europe/Berlin"} | options))
    return [(_span(row), row["status"]) for row in rows(story) if row["basis"] in ("stated", "derived")]


def _span(row: dict[str, str]) -> str:
    return f"{row['start']}/{row['end']}" if row["end"] else row["start"]


def german(stamp: str, sentence: str, **options: str) -> list[Event]:
    """What one entry with a stamp tells, on Wednesday, 17 January 2024, in Berlin."""
    return told(f"+++ {stamp} Uhr: Lage +++\n{sentence}\n", language="de", **options)


def english(stamp: str, sentence: str, **options: str) -> list[Event]:
    """The same in English, in London."""
    return told(f"+++ {stamp} Update +++\n{sentence}\n", language="en", **({"zone": "Europe/London"} | options))


SLASHED = "{0} 5:32 p.m.{1}\nCourt rises\nThe court rose at 5:15 p.m.\n\n{0} 3:41 p.m.{1}\nLunch\nLunch ended at 2:10 p.m.\n"


def test_a_zone_of_the_united_states_puts_the_month_first() -> None:
    story = timeline.load(SLASHED.format("2/3/2024", " ET"))
    assert [row["start"] for row in rows(story)] == ["2024-02-03T17:15-05:00", "2024-02-03T14:10-05:00"]
    assert not story.problems


def test_a_date_in_the_text_tells_whether_the_month_comes_first() -> None:
    story = timeline.load(SLASHED.format("2/3/2024", "") + "The first letter is of 11/14/2023.\n", zone="UTC")
    assert next(rows(story))["start"] == "2024-02-03T17:15Z"


def test_no_country_south_of_the_rio_grande_puts_the_month_first() -> None:
    text = "2/3/2024 17:32\nFin\nEl juicio terminó a las 17:15.\n\n2/3/2024 15:41\nPausa\nLa pausa terminó a las 14:10.\n"
    assert told(text, zone="America/Mexico_City", language="es", date="2024-03-02")[0][0].startswith("2024-03-02")


def test_a_date_that_nothing_orders_is_a_problem() -> None:
    story = timeline.load(SLASHED.format("2/3/2024", ""))
    assert [problem.code for problem in story.problems] == ["month-or-day"]
    assert not timeline.load(SLASHED.format("3/3/2024", "")).problems


def test_two_clocks_in_summer_tell_the_zone_of_summer() -> None:
    text = (
        "Stand: 10. Juli 2024, 15.00 Uhr\n\n+++ Beginn +++\n"
        "Das Treffen in Hanoi begann um 14.00 Uhr Ortszeit (9.00 Uhr deutscher Zeit).\n\n"
        "+++ Pause +++\nUm 13 Uhr Ortszeit gab es ein Essen.\n"
    )
    zones = [row["zone"] for row in rows(timeline.load(text, language="de"))]
    assert zones == ["Asia/Ho_Chi_Minh", "Asia/Ho_Chi_Minh"]  # the meal is not the town of Essen either


def test_a_range_to_come_is_of_the_night_to_come() -> None:
    assert german("21.10", "Die stärksten Böen werden zwischen 3 und 5 Uhr erwartet.") == [
        ("2024-01-18T03:00+01:00/2024-01-18T05:00+01:00", "planned")
    ]
    assert german("21.10", "Die Brücke war von 3 bis 5 Uhr gesperrt.") == [("2024-01-17T03:00+01:00/2024-01-17T05:00+01:00", "happened")]
    assert german("21.10", "Die Brücke wird von 22 bis 2 Uhr gesperrt.") == [("2024-01-17T22:00+01:00/2024-01-18T02:00+01:00", "planned")]


def test_the_present_tells_what_is_to_come_rather_than_half_a_day_ago() -> None:
    assert german("8.00", "Hochwasser ist um 20.14 Uhr.") == [("2024-01-17T20:14+01:00", "planned")]
    assert english("20:45", "Talks resume at 9am.") == [("2024-01-18T09:00+00:00", "planned")]
    assert english("20:45", "Talks resumed at 9am.") == [("2024-01-17T09:00+00:00", "happened")]


def test_a_story_told_of_another_year_does_not_take_the_clocks_that_turn_back() -> None:
    told_of = "Sie habe ihn am 3. Mai 2021 gegen 22 Uhr gesehen. Die Sitzung endete um {} Uhr."
    assert german("18.10", told_of.format("16.15"))[1] == ("2024-01-17T16:15+01:00", "happened")
    assert german("23.50", told_of.format("22.40"))[1] == ("2021-05-03T22:40+02:00", "happened")


@pytest.mark.parametrize(
    "sentence",
    [
        "Nach 31 Stunden lag ein Ergebnis vor.",
        "Nach 14 Stunden Verhandlung wurde eine Einigung erreicht.",
        "Nach 14 Stunden ging es an die Sache.",
    ],
)
def test_talks_are_no_journey(sentence: str) -> None:
    assert german("10.00", f"Um 9 Uhr gaben sie auf. {sentence}") == [("2024-01-17T09:00+01:00", "happened")]


@pytest.mark.parametrize(
    "sentence", ["The deal came after 31 hours of talks.", "A deal was reached after 31 hours.", "It ended after 31 hours."]
)
def test_english_talks_are_no_journey(sentence: str) -> None:
    assert english("05:15", f"They left at 5am. {sentence}") == [("2024-01-17T05:00+00:00", "happened")]
    assert len(english("05:15", "The train arrived at 5am after 31 hours.")) == 2
