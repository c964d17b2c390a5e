"""The same of whole pages: which day is whose, what an entry is called, what is noted."""

import pytest

import timeline
from timeline.table import rows


def test_a_first_report_is_an_entry_of_its_own() -> None:
    text = "Update, 9:15 Uhr: Halle gesperrt.\n\nErstmeldung, 8:58 Uhr: Großeinsatz.\n"
    assert [entry.headline for entry in timeline.load(text, date="2024-06-19").entries] == ["Halle gesperrt.", "Großeinsatz."]


def test_plus_signs_behind_a_stamp_are_no_headline() -> None:
    text = "19.15 Uhr +++ Ende des Tages\nSchluss.\n\n17.48 Uhr +++ Antrag angenommen\nEr gilt.\n"
    assert [entry.headline for entry in timeline.load(text, date="2024-04-20").entries] == ["Ende des Tages", "Antrag angenommen"]


def test_a_name_does_not_begin_with_and() -> None:
    text = "+++ 20.10 Uhr: Lage +++\nDie Kundgebung hatte um 19.15 Uhr begonnen und soll bis 22 Uhr dauern.\n"
    labels = [event.label for event in timeline.load(text, date="2024-01-17", language="de").events]
    assert labels[-1] == "Die Kundgebung hatte um 19.15 Uhr begonnen und soll bis 22 Uhr dauern"


def test_the_second_of_two_days_above_a_ticker_is_that_of_its_newest_entry() -> None:
    text = (
        "Coup: as it happened\nFriday 15 July to Saturday 16 July 2016\n\n22:05 Bridges closed\nSoldiers closed a bridge at 10pm.\n\n"
        "00:13 Statement\nIt was read at 00:02.\n"
    )
    starts = [row["start"] for row in rows(timeline.load(text, zone="UTC", language="en"))]
    assert starts == ["2016-07-15T22:00Z", "2016-07-16T00:02Z"]


def test_a_line_below_the_last_entry_that_says_when_it_was_published_is_the_page_s() -> None:
    text = "4:45 p.m.\nCourt rises\nThe court rose.\n\n3:10 p.m.\nRecess\nA juror fell ill.\n\nPublished Nov. 14, 2023\n"
    table = list(rows(timeline.load(text, zone="America/Chicago", language="en")))
    assert [row["start"] for row in table] == ["2023-11-14T16:45-06:00", "2023-11-14T15:10-06:00"]


def test_a_weekday_and_a_date_tell_the_year_before_they_are_read() -> None:
    text = "Mittwoch, 11. Januar\n\n8.40 Uhr: Beginn\nUm 8.32 Uhr ging es los.\n\nDienstag, 10. Januar\n\n21.00 Uhr: Lage\nNichts.\n"
    starts = [row["start"] for row in rows(timeline.load(text, now="2026-11-27", language="de"))]
    assert starts == ["2023-01-11T08:32+01:00", "2023-01-10T21:00+01:00"]
    assert next(rows(timeline.load(text.replace("Mittwoch, ", "").replace("Dienstag, ", ""), now="2026-11-27", language="de")))[
        "start"
    ].startswith("2026-01-11")


@pytest.mark.parametrize("last", ["Stand: 11. Januar 2023", "Mittwoch, 11. Januar 2023"])
def test_the_last_line_dates_the_page(last: str) -> None:
    text = f"8.40 Uhr: Beginn\nUm 8.32 Uhr ging es los.\n\n8.20 Uhr: Lage\nNichts.\n\n{last}\n"
    story = timeline.load(text, language="de")
    assert [row["start"] for row in rows(story)] == ["2023-01-11T08:32+01:00", "2023-01-11T08:20+01:00"]


def test_an_ambiguous_abbreviation_is_that_of_the_ticker_s_own_clocks() -> None:
    for zone, offset in (("Europe/London", "+00:00"), ("Asia/Shanghai", "+08:00"), ("America/Chicago", "-06:00")):
        words = "BST" if zone == "Europe/London" else "CST"
        date = "2024-07-17" if words == "BST" else "2024-01-17"
        expected = "+01:00" if words == "BST" else offset
        story = timeline.load(f"+++ 16:00 News +++\nIt began at 3pm {words}.\n", date=date, zone=zone, language="en")
        assert [row["start"] for row in rows(story)] == [f"{date}T15:00{expected}"]
        assert not story.problems


@pytest.mark.parametrize(
    ("sentence", "label"),
    [
        ("Das Konzert findet nicht heute, sondern erst am 24. Januar statt.", "Das Konzert findet nicht heute"),
        ("The vote was put off until Friday.", "The vote was put off until Friday"),
    ],
)
def test_a_name_does_not_end_where_it_turns_into_its_opposite(sentence: str, label: str) -> None:
    language = "de" if "heute" in sentence else "en"
    story = timeline.load(f"+++ 10:00 News +++\n{sentence}\n", date="2024-01-17", zone="Europe/Berlin", language=language)
    assert label in [event.label for event in story.events]


def test_the_note_on_the_day_of_the_newest_entry_has_its_words() -> None:
    text = "Sa, 22.04.2023, 23.55 Uhr | Einigung\nSchluss.\n\nDo, 23.02.2023, 17.45 Uhr | Zweite Runde\nVertagt.\n"
    notes = [one.say("de") for one in timeline.load(text, language="de").assumptions if one.code == "date"]
    assert all("Sa, 22.04.2023" in note for note in notes)
    assert notes


def test_a_past_that_lies_a_little_after_its_stamp_is_a_problem() -> None:
    def codes(sentence: str, stamp: str) -> list[str]:
        story = timeline.load(f"+++ {stamp} Update +++\n{sentence}\n", date="2024-01-17", zone="Europe/London", language="en")
        return [problem.code for problem in story.problems]

    assert codes("Delegates met at 10am.", "09:00") == ["after-stamp"]
    assert codes("Delegates met at 10pm.", "00:15") == []
    assert codes("Delegates met at 10am yesterday.", "09:00") == []
    assert codes("Delegates will meet at 10am.", "09:00") == []
