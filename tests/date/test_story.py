"""From entries to a story: days, zones, plans, order, the editor's hand, and what is said about all of it."""

from pathlib import Path

import pytest

import timeline
from timeline.table import rows

HANOI = {"date": "2019-02-28", "zone": "Asia/Ho_Chi_Minh", "language": "de"}


def table(text: str, **options: str) -> list[tuple[str, str, str, str]]:
    """(start or end, precision, status, basis) of every event, in the order of the entries."""
    return [(row["start"] or row["end"], row["precision"], row["status"], row["basis"]) for row in rows(timeline.load(text, **options))]


def codes(story: timeline.Story) -> list[str]:
    """The codes of its problems."""
    return [problem.code for problem in story.problems]


def test_a_clock_on_a_headline_is_when_it_was_reported() -> None:
    assert table("+++ 14:39 Zug da +++\n", **HANOI) == [("2019-02-28T14:39+07:00", "minute", "happened", "reported")]


def test_reported_at_and_happened_at_are_two_things() -> None:
    story = timeline.load("+++ 14:39 Zug da +++\nDer Zug kam um 13.50 Uhr an.\n", **HANOI)
    (row,) = rows(story)
    assert (row["start"], row["basis"], row["published"]) == ("2019-02-28T13:50+07:00", "stated", "2019-02-28T14:39+07:00")


def test_a_clock_in_the_past_that_lies_after_the_stamp_is_of_the_day_before() -> None:
    story = timeline.load("+++ 00:15 Schicht läuft +++\nUm 22 Uhr hat die Schicht begonnen.\n", **HANOI)
    assert next(rows(story))["start"] == "2019-02-27T22:00+07:00"


def test_midnight_is_crossed_going_back() -> None:
    text = "+++ 00:02 Ende +++\n\n+++ 23:43 Tor +++\n\n+++ 23:43 Ecke +++\n\n+++ 22:56 Pfiff +++\n"
    assert [start for start, *_ in table(text, **HANOI)] == [
        "2019-02-28T00:02+07:00",
        "2019-02-27T23:43+07:00",
        "2019-02-27T23:43+07:00",
        "2019-02-27T22:56+07:00",
    ]


def test_oldest_first_is_recognised_by_the_stamps() -> None:
    text = "+++ 23:50 Pfiff +++\n\n+++ 00:10 Ecke +++\n\n+++ 00:20 Tor +++\n"
    assert [start for start, *_ in table(text, **HANOI)] == ["2019-02-27T23:50+07:00", "2019-02-28T00:10+07:00", "2019-02-28T00:20+07:00"]


def test_the_repeated_hour_of_berlin_in_its_order() -> None:
    text = (
        "+++ 03:05 E +++\n\n+++ 02:40 MEZ D +++\n\n+++ 02:10 MEZ C +++\n\n+++ 02:40 MESZ B +++\n\n+++ 02:10 MESZ A +++\n\n+++ 23:50 Z +++\n"
    )
    story = timeline.load(text, date="2024-10-27", zone="Europe/Berlin", language="de")
    assert [event.label for event in story.events] == ["Z", "A", "B", "C", "D", "E"]
    instants = [event.moment.instant for event in story.events]
    assert instants == sorted(instants, key=lambda instant: instant or 0)
    assert [row["start"] for row in rows(story)][2:4] == ["2024-10-27T02:10+01:00", "2024-10-27T02:40+02:00"]


def test_a_wall_reading_that_happened_twice_is_a_problem_and_keeps_both_bounds() -> None:
    story = timeline.load("+++ Zug da +++\nDer Zug kam um 2.30 Uhr an.\n", date="2024-10-27", zone="Europe/Berlin", language="de")
    moment = story.events[0].moment
    assert codes(story) == ["fold"]
    assert moment.earliest is not None
    assert moment.latest == moment.earliest + 61 * 60_000


def test_a_wall_reading_that_never_was_is_a_problem() -> None:
    story = timeline.load("+++ Zug da +++\nDer Zug kam um 2.30 Uhr an.\n", date="2024-03-31", zone="Europe/Berlin", language="de")
    assert codes(story) == ["gap"]


def test_double_clocks_give_the_zone_and_have_to_agree() -> None:
    story = timeline.load("+++ Beginn in Hanoi +++\nEs begann um 14.00 Uhr (Ortszeit/8.00 Uhr MEZ).\n", date="2019-02-28")
    assert story.zone == "Asia/Ho_Chi_Minh"
    assert codes(story) == []
    wrong = timeline.load("+++ Beginn +++\nEs begann um 14.00 Uhr (Ortszeit/9.00 Uhr MEZ).\n", date="2019-02-28", zone="Asia/Ho_Chi_Minh")
    assert codes(wrong) == ["clocks-disagree"]
    assert "14.00 Uhr (Ortszeit/9.00 Uhr MEZ)" in wrong.problems[0].say()


def test_a_double_clock_of_no_known_place_gives_the_offset() -> None:
    story = timeline.load("+++ Beginn +++\nEs begann um 14.15 Uhr (Ortszeit/9.30 Uhr MEZ).\n", date="2019-02-28")
    assert story.zone == "+05:45"


def test_a_plan_that_was_moved_is_two_events() -> None:
    story = timeline.load("+++ Aufbruch +++\nUm 20.47 Uhr fuhr er ab, zwölf Minuten später als geplant.\n", **HANOI)
    plan, actual = story.events
    assert (plan.status, plan.moment.basis, actual.status) == ("superseded", "derived", "happened")
    assert actual.replaces == plan.id
    assert (actual.moment.instant or 0) - (plan.moment.instant or 0) == 12 * 60_000


@pytest.mark.parametrize(
    ("sentence", "language", "plan"),
    [
        ("Die Rede wird um zwei Stunden auf 14.00 Uhr vorgezogen.", "de", "2019-02-28T16:00+07:00"),
        ("Die Rede wird um zwei Stunden vorgezogen, auf 14.00 Uhr.", "de", "2019-02-28T16:00+07:00"),
        ("Die Rede wird um eine Stunde auf 14.00 Uhr verschoben.", "de", "2019-02-28T13:00+07:00"),
        ("He will speak at 2 p.m., two hours earlier than planned.", "en", "2019-02-28T16:00+07:00"),
        ("The speech was brought forward by two hours to 2 p.m.", "en", "2019-02-28T16:00+07:00"),
    ],
)
def test_moved_both_ways(sentence: str, language: str, plan: str) -> None:
    found = list(rows(timeline.load(f"+++ Rede +++\n{sentence}\n", **(HANOI | {"language": language}))))
    assert [row["start"] for row in found if row["status"] == "superseded"] == [plan]
    assert [row["replaces"] for row in found if row["status"] != "superseded"] == [
        row["event"] for row in found if row["status"] == "superseded"
    ]


def test_what_was_called_off_is_cancelled() -> None:
    assert table("+++ Kein Essen +++\nDas geplante Essen fand nicht statt.\n", **HANOI) == [
        ("2019-02-28", "day", "happened", "order"),
        ("2019-02-28", "day", "cancelled", "order"),
    ]


def test_an_undated_entry_gets_the_interval_between_its_neighbours() -> None:
    text = "+++ Abfahrt +++\nAm Donnerstag um 13.25 Uhr fuhren sie ab.\n\n+++ Dazwischen +++\nEtwas geschah.\n\n"
    text += "+++ Stau +++\nAm Donnerstag um 9 Uhr lag alles lahm.\n"
    _, between, _ = rows(timeline.load(text, **HANOI))
    assert (between["start"], between["basis"]) == ("2019-02-28", "order")
    assert (between["earliest"], between["latest"]) == ("2019-02-28T02:00Z", "2019-02-28T06:25Z")


def test_an_undated_entry_below_everything_has_no_lower_bound() -> None:
    text = "+++ Abfahrt +++\nUm 13.25 Uhr fuhren sie ab.\n\n+++ Davor +++\nEtwas geschah.\n"
    row = list(rows(timeline.load(text, **HANOI)))[1]
    assert (row["earliest"], row["latest"], row["basis"]) == ("", "2019-02-28T06:25Z", "order")


@pytest.mark.parametrize(
    ("hand", "start", "end"),
    [
        ("2019-02-26 08:15", "2019-02-26T08:15+07:00", ""),
        ("2019-02-26", "2019-02-26", ""),
        ("2018-06", "2018-06", ""),
        ("2019-02-26 08:15 Europe/Berlin", "2019-02-26T08:15+01:00", ""),
        ("2019-02-26T08:15Z", "2019-02-26T08:15Z", ""),
        ("2019-02-26 08:15 - 09:30", "2019-02-26T08:15+07:00", "2019-02-26T09:30+07:00"),
        ("2019-02-26 – 2019-02-28", "2019-02-26", "2019-02-28"),
        ("08:15", "2019-02-28T08:15+07:00", ""),
    ],
)
def test_the_hand_of_an_editor_wins(hand: str, start: str, end: str) -> None:
    (row,) = rows(timeline.load(f"+++ 14:39 Zug da +++\n@ {hand}\nDer Zug kam um 13.50 Uhr an.\n", **HANOI))
    assert (row["start"], row["end"], row["basis"]) == (start, end, "given")


@pytest.mark.parametrize("hand", ["soon", "2019-02-31", "2019-02-26 25:00", "2019-02-26 08:15 CET/Paris", "2019-02-26 09:00 - 08:00"])
def test_a_hand_that_is_no_moment_is_quoted(hand: str) -> None:
    story = timeline.load(f"+++ 14:39 Zug da +++\n@ {hand}\n", **HANOI)
    assert codes(story) == ["hand"]
    assert hand in story.problems[0].say("de")
    assert story.events[0].moment.basis == "reported"


def test_nothing_tells_the_day() -> None:
    story = timeline.load("+++ 14:39 Zug da +++\nText.\n\n+++ 14:20 Zug unterwegs +++\n")
    assert story.events == ()
    assert set(codes(story)) == {"no-reference", "undated"}


def test_anchors_from_front_matter() -> None:
    text = (
        "---\ndate: 2019-02-28\nanchors: {Gipfel: 2019-02-27}\n---\n+++ Abschiebung +++\nZwei Tage vor dem Gipfeltreffen musste er gehen.\n"
    )
    assert table(text, language="de")[0] == ("2019-02-25", "day", "happened", "stated")


def test_an_unknown_occasion_is_a_problem_not_a_date() -> None:
    story = timeline.load("+++ Abschiebung +++\nZwei Tage vor dem Umzug musste er gehen.\n", **HANOI)
    assert codes(story) == ["unknown-occasion"]
    assert [event.moment.basis for event in story.events] == ["order"]


def test_lanes_by_words() -> None:
    text = "---\ndate: 2019-02-28\nlanes: {Reise: [Zug, Flugzeug]}\n---\n+++ 10:00 Zug da +++\n\n+++ 9:00 Essen fertig +++\n"
    story = timeline.load(text, language="de")
    assert [(event.label, event.lane) for event in story.events] == [("Essen fertig", None), ("Zug da", "Reise")]
    assert story.lanes == ("Reise",)


def test_an_ambiguous_abbreviation_is_a_problem() -> None:
    story = timeline.load("+++ Start +++\nIt began at 8:15 pm CST.\n", date="2019-02-28", zone="UTC", language="en")
    assert codes(story) == ["ambiguous-zone"]


@pytest.mark.parametrize(
    "option", [{"date": "2019-02-31"}, {"date": "soon"}, {"date": "2019-02"}, {"zone": "CET/Paris"}, {"language": "xx"}]
)
def test_options_that_mean_nothing_are_quoted(option: dict[str, str]) -> None:
    with pytest.raises(timeline.OptionError, match=next(iter(option.values()))):
        timeline.load("+++ Zug da +++\n", **option)


def test_every_sentence_about_a_story_can_be_said_in_every_language() -> None:
    from timeline.messages import ASSUMPTIONS, PROBLEMS

    for sentences in (*PROBLEMS.values(), *ASSUMPTIONS.values()):
        assert set(sentences) == {"en", "de"}
        assert all(sentences.values())


def test_what_is_said_about_a_story_is_written_as_its_reader_writes() -> None:
    story = timeline.load(Path(__file__).parents[2] / "data" / "hanoi-summit-2019.de.txt")
    german, english = (" ".join(one.say(language) for one in story.assumptions) for language in ("de", "en"))
    assert "Die Sprache ist Deutsch, " in german
    assert "von Donnerstag, 28. Februar 2019: „February 26, 2019“, „Donnerstagvormittag“." in german
    assert german.endswith("im Hotel ‚Metropole‘.“")
    assert "The language is German, " in english
    assert "of Thursday, 28 February 2019: “February 26, 2019”, “Donnerstagvormittag”." in english
    assert english.endswith("im Hotel ‘Metropole’.”")
