"""Which lines of a ticker are entries, and which only look like it: one invented ticker for each trap."""

import pytest

import timeline
from tests.date.test_tickers import BERLIN, codes, headlines, local, posted


def test_a_programme_in_a_body_is_no_entry() -> None:
    plus = "+++ 14:39 Programm steht +++\nDer Abend:\n18.30 Uhr: Begrüßung\n19.15 Uhr: Rede\n\n+++ 14:10 Saal offen +++\n"
    story = timeline.load(plus, date="2022-02-28", **BERLIN)
    assert headlines(story) == ["Programm steht", "Saal offen"]
    assert story.entries[0].body == "Der Abend:\n\n18.30 Uhr: Begrüßung\n\n19.15 Uhr: Rede"
    bare = "14:39 Uhr: Programm steht\nDer Abend:\n18.30 Uhr: Begrüßung\n19.15 Uhr: Rede\n\n14:10 Uhr: Saal offen\n\n13:00 Uhr: Regen\n"
    assert headlines(timeline.load(bare, date="2022-02-28", **BERLIN)) == ["Programm steht", "Saal offen", "Regen"]
    blocks = "14:39 | Programm\n\n18.30 Uhr: Gruß\n\n19.15 Uhr: Rede\n\n14:10 | Saal\n\n13:00 | Regen\n\n12:30 | Wind\n"
    assert headlines(timeline.load(blocks, date="2022-02-28", **BERLIN)) == ["Programm", "Saal", "Regen", "Wind"]
    items = "14:39 Programm\n\n- 14:30 Uhr: Gruß\n- 14:20 Uhr: Rede\n\n14:10 Saal\n"
    assert headlines(timeline.load(items, date="2022-02-28", **BERLIN)) == ["Programm", "Saal"]


def test_the_stand_of_the_page_is_no_entry() -> None:
    story = timeline.load("Hafenticker\nStand: 14:39\n\n14:30 Uhr: Zwei\n\n14:10 Uhr: Eins\n", date="2022-02-28", **BERLIN)
    assert (headlines(story), story.introduction, story.title) == (["Zwei", "Eins"], "Stand: 14:39", "Hafenticker")


def test_a_stamp_alone_below_a_headline() -> None:
    plus = "+++ Zwei +++\n14:39 Uhr\nText.\n\n+++ Eins +++\nStand: 14:10\n\nText.\n"
    story = timeline.load(plus, date="2022-02-28", **BERLIN)
    assert local(story) == ["02-28 14:39", "02-28 14:10"]
    assert [entry.body for entry in story.entries] == ["Text.", "Text."]
    bare = timeline.load("Zwei\n14:39 Uhr\nText.\n\nEins\n14:10 Uhr\nText.\n", date="2022-02-28", **BERLIN)
    assert (headlines(bare), local(bare)) == (["Zwei", "Eins"], ["02-28 14:39", "02-28 14:10"])


def test_a_ticker_without_blank_lines() -> None:
    text = "Hafenticker\n3. Mai 2021\n0:10 Vier\nText.\n23:40 Drei\nMehr Text.\n2. Mai 2021\n23:50 Zwei\n23:40 Eins\n"
    story = timeline.load(text, **BERLIN)
    assert local(story) == ["05-04 00:10", "05-03 23:40", "05-02 23:50", "05-02 23:40"]
    assert [entry.body for entry in story.entries] == ["Text.", "Mehr Text.", "", ""]


def test_back_references_in_brackets_are_no_entries() -> None:
    text = "Kurz gesagt (Update vom 3. Mai, 9.38 Uhr).\nNoch kürzer (9.10 Uhr).\n\nUpdate vom 3. Mai, 14.30 Uhr: Kran kippt.\n"
    story = timeline.load(text, date="2021-05-03", **BERLIN)
    assert (headlines(story), local(story)) == (["Kran kippt."], ["05-03 14:30"])


def test_a_long_paragraph_below_a_clock_gives_its_first_sentence_as_headline() -> None:
    text = f"14:39\n\nDer Kran kippt um. {'Niemand wird verletzt. ' * 9}\n"
    (entry,) = timeline.load(text, date="2022-02-28", **BERLIN).entries
    assert entry.headline == "Der Kran kippt um."
    assert entry.body.startswith("Niemand wird verletzt.")


def test_two_clocks_far_apart_do_not_turn_the_ticker_round() -> None:
    story = timeline.load("22:00 Zwei\n\n8:00 Eins\n", date="2022-02-28", **BERLIN)
    assert local(story) == ["02-28 22:00", "02-28 08:00"]


def test_a_printed_day_that_does_not_exist_is_a_problem() -> None:
    story = timeline.load("+++ 31. Februar 2022, 14:39 Uhr: Kran kippt +++\n", date="2022-02-28", **BERLIN)
    assert (headlines(story), local(story), codes(story)) == (["Kran kippt"], ["02-28 14:39"], ["no-such-day"])
    headed = timeline.load("31. Februar 2022\n\n14:39 Kran kippt\n\n14:10 Zug da\n", date="2022-02-28", **BERLIN)
    assert (local(headed), codes(headed)) == (["02-28 14:39", "02-28 14:10"], ["no-such-day"])


def test_headings_above_each_other_are_one_day() -> None:
    text = "Montag\n\n3. Mai 2021\n\n8:00 Zwei\n\n2. Mai 2021\n\nSonntag\n\n9:00 Eins\n"
    story = timeline.load(text, **BERLIN)
    assert [entry.day for entry in story.entries] == ["Montag, 3. Mai 2021", "2. Mai 2021, Sonntag"]
    assert local(story) == ["05-03 08:00", "05-02 09:00"]


def test_without_any_day_the_stamps_are_problems() -> None:
    story = timeline.load("14:39 Zwei\n\n14:10 Eins\n", **BERLIN)
    assert posted(story) == ["", ""]
    assert codes(story).count("no-reference") == 2


@pytest.mark.parametrize(
    ("text", "zone", "expected"),
    [
        ("Direct du mercredi 5 mai 2021\n\n15h30 : Deux\n\n9h05 : Un\n", "Europe/Paris", ["05-05 15:30", "05-05 09:05"]),
        (
            "mardi 4 mai 2021\n\n0h10 Trois\n\nlundi 3 mai 2021\n\n23h Deux\n\n9h05 Un\n",
            "Europe/Paris",
            ["05-04 00:10", "05-03 23:00", "05-03 09:05"],
        ),
        ("Directo, 5 de mayo de 2021\n\n09:05 horas: Uno\n\n15:30 horas: Dos\n", "Europe/Madrid", ["05-05 09:05", "05-05 15:30"]),
        ("Diretta, 5 maggio 2021\n\n15:30 - Due\n\n9:05 - Uno\n", "Europe/Rome", ["05-05 15:30", "05-05 09:05"]),
    ],
)
def test_stamps_of_other_languages(text: str, zone: str, expected: list[str]) -> None:
    assert local(timeline.load(text, zone=zone), zone) == expected


def test_titles_with_a_day_in_them_are_headings_where_there_are_several() -> None:
    text = (
        "Ticker\n\nMeldungen vom Samstag, 26. Februar 2022\n\n22:10 Drei\n\n8:00 Zwei\n\nMeldungen vom Freitag, 25. Februar\n\n23:00 Eins\n"
    )
    story = timeline.load(text, **BERLIN)
    assert story.title == "Ticker"
    assert local(story) == ["02-26 22:10", "02-26 08:00", "02-25 23:00"]
    assert story.entries[0].day == "Meldungen vom Samstag, 26. Februar 2022"


def test_plus_signs_on_one_side_only_need_a_stamp() -> None:
    story = timeline.load("+++ 14:39 Uhr: Zwei\nText\n\n+++ 14:10 Uhr: Eins\n", date="2022-02-28", **BERLIN)
    assert (headlines(story), local(story)) == (["Zwei", "Eins"], ["02-28 14:39", "02-28 14:10"])


def test_how_long_ago_a_page_says_it_was_is_no_headline() -> None:
    text = "2h ago\n10.23 EST\nSummary\nText\n\n3h ago\n09.10 EST\nOpening\nText\n"
    story = timeline.load(text, date="2022-01-03", language="en")
    assert (headlines(story), codes(story)) == (["Summary", "Opening"], ["loose-line", "loose-line"])
