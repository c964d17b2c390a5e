"""What no editor forgives: a wrong time, said with confidence. Each test holds one way to come to it."""

import pytest

import timeline
from tests.date.saying import Event, english, german, link, told
from timeline.table import rows

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


@pytest.mark.parametrize("sentence", ["Bonds fell from 4.31 to 4.25.", "Yields rose from 2.10 to 2.45."])
def test_yields_are_no_clocks(sentence: str) -> None:
    assert english("11:55", sentence) == []


@pytest.mark.parametrize(
    ("sentence", "events"),
    [
        ("Nine years after 9/11 the law still holds.", []),
        ("The attacks of 9/11 were named.", []),
        ("The New Year's honours list is out.", []),
        ("Shops close on New Year's Day.", [("2024-01-01", "happened")]),
    ],
)
def test_names_that_look_like_days(sentence: str, events: list[Event]) -> None:
    assert english("10:20", sentence) == events


FALL = {"date": "2024-10-27"}


@pytest.mark.parametrize(
    ("clock", "instant"),
    [
        ("2.30 Uhr Sommerzeit", "2024-10-27T02:30+02:00"),
        ("2.30 Uhr (Winterzeit)", "2024-10-27T02:30+01:00"),
        ("gegen 2.30 Uhr Winterzeit", "2024-10-27T02:30+01:00"),
        ("3.30 Uhr Winterzeit", "2024-10-27T03:30+01:00"),
    ],
)
def test_words_name_one_of_the_two_hours(clock: str, instant: str) -> None:
    text = f"+++ 05.10 Uhr: Lage +++\nDas Dach stürzte um {clock} ein.\n".replace("um gegen", "gegen")
    story = timeline.load(text, language="de", zone="Europe/Berlin", **FALL)
    assert [row["start"] for row in rows(story)] == [instant]
    assert not story.problems


def test_english_words_name_one_of_the_two_hours() -> None:
    there = {"date": "2024-11-03", "zone": "America/New_York"}
    assert english("05:10", "It fell at 1:30 a.m. standard time.", **there) == [("2024-11-03T01:30-05:00", "happened")]
    assert english("05:10", "It fell at 1:30 a.m., daylight saving time.", **there) == [("2024-11-03T01:30-04:00", "happened")]


def test_a_length_of_two_units_counts_whole() -> None:
    assert english("07:59", "It rose at 07:48. It split two minutes and 40 seconds later.")[1][0] == "2024-01-17T07:50:40+00:00"
    assert german("20.00", "Es begann um 9 Uhr. Zwei Stunden und 10 Minuten später war Schluss.")[1][0] == "2024-01-17T11:10+01:00"


def test_what_was_denied_did_not_happen_then() -> None:
    assert german("16.00", "Der Unfall geschah nicht um 14 Uhr, sondern um 13 Uhr.") == [("2024-01-17T13:00+01:00", "happened")]
    assert german("16.00", "Er geschah um 13 Uhr, nicht um 14 Uhr.") == [("2024-01-17T13:00+01:00", "happened")]
    assert english("16:00", "It happened not at 2pm but at 1pm.") == [("2024-01-17T13:00+00:00", "happened")]
    assert english("16:00", "It happened at 1pm, not 2pm.") == [("2024-01-17T13:00+00:00", "happened")]


@pytest.mark.parametrize(
    ("sentence", "old", "new"),
    [
        ("Das Treffen beginnt nicht um 18 Uhr, sondern um 19 Uhr.", "2024-01-17T18:00+01:00", "2024-01-17T19:00+01:00"),
        ("Das Konzert findet nicht heute, sondern erst am 24. Januar statt.", "2024-01-17", "2024-01-24"),
        ("Die Wahl war für 15 Uhr angesetzt, begann aber erst um 15.50 Uhr.", "2024-01-17T15:00+01:00", "2024-01-17T15:50+01:00"),
        ("Beginn mit 15 Minuten Verspätung, geplant war 15 Uhr.", "2024-01-17T15:00+01:00", "2024-01-17T15:15+01:00"),
    ],
)
def test_a_plan_and_what_took_its_place(sentence: str, old: str, new: str) -> None:
    assert link(f"+++ 16.00 Uhr: Lage +++\n{sentence}\n", language="de") == [(old, new)]


def test_a_meeting_that_is_brought_forward_to_today() -> None:
    assert link("+++ 11:30 News +++\nA meeting set for Friday has been brought forward to today.\n", language="en") == [
        ("2024-01-19", "2024-01-17")
    ]


@pytest.mark.parametrize(
    ("sentence", "events"),
    [
        ("Tuesday's attempt was scrubbed.", [("2024-01-16", "cancelled")]),
        ("The session will not take place before Friday.", [("2024-01-19", "planned")]),
        ("The airport was to reopen at 3am.", [("2024-01-17T03:00+00:00", "superseded")]),
        ("Schools are closed through Friday.", [("/2024-01-19", "planned")]),
        ("They went through Friday's plan.", [("2024-01-12", "happened")]),
        ("It gets worse overnight into Friday.", [("2024-01-18", "planned")]),
    ],
)
def test_english_ends_and_plans(sentence: str, events: list[Event]) -> None:
    assert english("04:10", sentence) == events


@pytest.mark.parametrize(
    ("stamp", "sentence", "events"),
    [
        ("6.00", "Der Notfahrplan gilt bis Mitternacht.", [("/2024-01-18T00:00+01:00", "planned")]),
        ("16.20", "Beteiligung bis 16 Uhr: 54 Prozent.", [("/2024-01-17T16:00+01:00", "happened")]),
        ("14.30", "Zuletzt war von Freitag, 18 Uhr, die Rede gewesen.", [("2024-01-19T18:00+01:00", "superseded")]),
        ("14.30", "Am Morgen war von drei Verletzten die Rede.", [("2024-01-17", "happened")]),
        ("13.20", "Es stürmt. Morgen fällt die Schule ganz aus.", [("2024-01-18", "cancelled")]),
        ("13.20", "Guten Morgen! Morgen zusammen, es stürmt.", []),
        ("11.00", "Ab dem Nachmittag ist mit Böen zu rechnen.", [("2024-01-17", "planned")]),
    ],
)
def test_german_ends_and_plans(stamp: str, sentence: str, events: list[Event]) -> None:
    assert german(stamp, sentence) == events


@pytest.mark.parametrize(
    ("stamp", "sentence", "events"),
    [
        ("9.00", "In der Nacht von Montag auf Dienstag brannte es.", [("2024-01-15", "happened")]),
        ("9.00", "In der Nacht zu Dienstag brannte es.", [("2024-01-15", "happened")]),
        ("9.00", "In der Nacht vom 9. auf den 10. Januar schneite es.", [("2024-01-09", "happened")]),
        ("9.15", "Der Präsident hat sich für 10 Uhr angekündigt.", [("2024-01-17T10:00+01:00", "planned")]),
        ("9.00", "Seit den frühen Morgenstunden sind 400 Kräfte da, später sollen 150 dazukommen.", [("2024-01-17", "happened")]),
        ("20.00", "Mit einem Ergebnis wird nicht vor Mitternacht gerechnet.", [("2024-01-18T00:00+01:00", "planned")]),
        (
            "15.05",
            "Die Fähre um 16 Uhr fällt aus, die um 18 Uhr auch.",
            [("2024-01-17T16:00+01:00", "cancelled"), ("2024-01-17T18:00+01:00", "cancelled")],
        ),
        ("15.05", "Am Sonntag werden die Uhren auf 2 Uhr zurückgestellt.", [("2024-01-21", "planned")]),
    ],
)
def test_nights_and_plans(stamp: str, sentence: str, events: list[Event]) -> None:
    assert german(stamp, sentence) == events


def test_a_plan_for_a_part_of_the_day_that_moved() -> None:
    text = "+++ 15.00 Uhr: Lage +++\nDie für den Nachmittag geplante Debatte wurde auf den 7. Februar verschoben.\n"
    assert link(text, language="de") == [("2024-01-17", "2024-02-07")]


def test_an_announcement_that_moves_by_an_hour_is_still_to_come() -> None:
    assert german("14.03", "Die für 14 Uhr angekündigte Pressekonferenz verschiebt sich um eine Stunde.") == [
        ("2024-01-17T14:00+01:00", "superseded"),
        ("2024-01-17T15:00+01:00", "planned"),
    ]


@pytest.mark.parametrize(
    ("stamp", "sentence", "events"),
    [
        (
            "16:45",
            "The judge sent them home at 4:30 p.m. Closing words are set for Friday.",
            [("2024-01-17T16:30+00:00", "happened"), ("2024-01-19", "planned")],
        ),
        ("16:45", "It ends at 6 p.m. Pacific time.", [("2024-01-17T18:00-08:00", "planned")]),
        ("14:40", "Schools closed since Tuesday afternoon will reopen on Friday.", [("2024-01-16", "happened"), ("2024-01-19", "planned")]),
        (
            "04:40",
            "It landed at 3.20am, 20 minutes later than expected.",
            [("2024-01-17T03:20+00:00", "happened"), ("2024-01-17T03:00+00:00", "superseded")],
        ),
        (
            "18:30",
            "The search ends at 7:30 p.m., it was said. He spoke at 5:45.",
            [("2024-01-17T19:30+00:00", "planned"), ("2024-01-17T17:45+00:00", "happened")],
        ),
        (
            "13:20",
            "At 1:24 a.m. the light went out. The bridge fell at 1:29 a.m. Tuesday.",
            [("2024-01-16T01:24+00:00", "happened"), ("2024-01-16T01:29+00:00", "happened")],
        ),
    ],
)
def test_english_clocks_and_their_sentences(stamp: str, sentence: str, events: list[Event]) -> None:
    assert english(stamp, sentence) == events


def test_the_day_after_in_a_headline_is_no_plan() -> None:
    assert told("+++ 12:10 The day after +++\nShops opened.\n", language="en") == []


@pytest.mark.parametrize(
    ("stamp", "sentence", "events"),
    [
        (
            "17.30",
            "Die Lokale öffneten um 7 Uhr und schließen um 22 Uhr.",
            [("2024-01-17T07:00", "happened"), ("2024-01-17T22:00", "planned")],
        ),
        ("20.55", "Am Mittwoch um halb acht stand der Pegel bei sechs Metern.", [("2024-01-17T19:30", "happened")]),
        ("9.55", "Am Mittwoch um halb acht stand der Pegel bei sechs Metern.", [("2024-01-17T07:30", "happened")]),
        ("14.05", "Planmäßig wäre er um 13.36 Uhr angekommen.", [("2024-01-17T13:36", "superseded")]),
        ("8.30", "Ursprünglich hieß es, er komme schon um 9 Uhr.", [("2024-01-17T09:00", "superseded")]),
    ],
)
def test_verbs_of_their_own(stamp: str, sentence: str, events: list[Event]) -> None:
    assert german(stamp, sentence) == [(f"{start}+01:00", status) for start, status in events]


def test_three_quarters_of_an_hour_are_not_an_hour() -> None:
    assert english("23:47", "It came three quarters of an hour after the exit poll, or half an hour after the first count.") == []


def test_what_follows_a_past_verb_in_the_present() -> None:
    assert english("17:30", "Polling stations opened at 7am and close at 10pm.") == [
        ("2024-01-17T07:00+00:00", "happened"),
        ("2024-01-17T22:00+00:00", "planned"),
    ]


@pytest.mark.parametrize(
    ("sentence", "events"),
    [
        ("Der Ausstand sollte erst am 7. Februar beginnen, wurde aber vorgezogen.", [("2024-02-07", "superseded")]),
        ("Der Streik sollte auf Freitag verschoben werden.", [("2024-01-19", "planned")]),
    ],
)
def test_what_should_have_been_is_the_plan_that_moved(sentence: str, events: list[Event]) -> None:
    assert german("8.30", sentence) == events
