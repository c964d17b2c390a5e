"""Plans that moved or were called off: which event is the plan, which one took its place, and what contradicts itself."""

import csv
from pathlib import Path

import pytest

import timeline
from timeline.date.language import LANGUAGES
from timeline.table import rows

TABLE = Path(__file__).parent / "languages" / "shifts.csv"
NEW_YORK = {"date": "2019-02-25", "zone": "America/New_York"}


def table() -> list[tuple[str, str, str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as lines:
        return [(row["language"], row["text"], row["told"], row["problem"]) for row in csv.DictReader(lines, delimiter=";")]


def load(language: str, text: str) -> timeline.Story:
    """The story of one entry, posted at noon on Monday, 25 February 2019, in New York."""
    return timeline.load(f"+++ 12:00 Programm +++\n{text}\n", language=language, **NEW_YORK)


@pytest.mark.parametrize(("language", "text", "told", "problem"), table())
def test_shifts(language: str, text: str, told: str, problem: str) -> None:
    story = load(language, text)
    found = sorted((row["start"], row["status"]) for row in rows(story) if row["basis"] != "reported")
    assert (" | ".join(" ".join(pair) for pair in found), " ".join(one.code for one in story.problems)) == (told, problem)


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_a_plan_and_its_replacement_are_linked(language: str) -> None:
    """Every plan with another moment beside it is what that one replaced; one that lost its moment is replaced by none."""
    for code, text, told, _ in table():
        if code == language:
            events = list(rows(load(language, text)))
            replaced = [row["replaces"] for row in events if row["replaces"]]
            superseded = [row["event"] for row in events if row["status"] == "superseded"]
            assert set(replaced) <= set(superseded), text
            assert len(replaced) == len(superseded) or (not replaced and " | " not in told), text


def test_a_contradiction_is_quoted() -> None:
    (problem,) = load("de", "Die Rede wurde um zwei Stunden von 14 auf 17 Uhr verschoben.").problems
    assert (problem.code, problem.words) == ("shift-disagrees", "zwei Stunden")
    assert "zwei Stunden" in problem.say("de")
    assert load("de", "Die Rede wurde von 14 auf 17 Uhr vorgezogen.").problems[0].words == "vorgezogen"


def test_a_shift_without_any_moment_is_a_problem() -> None:
    assert [one.code for one in load("de", "Die Rede wurde um zwei Stunden verschoben.").problems] == ["moved-from-nowhere"]


def test_the_day_of_the_decision_is_no_plan() -> None:
    story = load("de", "Die Rede wurde am Freitag auf Donnerstag verschoben.")
    told = [(row["start"], row["status"]) for row in rows(story)]
    assert ("2019-02-28", "planned") in told
    assert "superseded" not in [status for _, status in told]


def test_a_plan_that_moved_stays_beside_a_clock_of_its_day() -> None:
    story = load("de", "Die für Freitag geplante Fahrt wurde auf Samstag verschoben, am Freitag um 9 Uhr kommt der Lotse.")
    (plan,) = [event.id for event in story.events if event.status == "superseded"]
    assert [event.replaces for event in story.events if event.replaces] == [plan]


def test_one_of_two_is_called_off() -> None:
    story = load("de", "Das Frühstück um 14 Uhr ist abgesagt, das Abendessen um 20 Uhr findet statt.")
    cancelled = [row["start"][11:16] for row in rows(story) if row["status"] == "cancelled"]
    assert cancelled == ["14:00"]


def test_days_keep_the_clock_across_a_change_and_hours_do_not() -> None:
    options = {"date": "2024-10-25", "zone": "Europe/Berlin", "language": "de"}
    day = timeline.load("+++ 12:00 Reise +++\nDie Abfahrt am Samstag um 14 Uhr wurde um einen Tag verschoben.\n", **options)
    assert "2024-10-27T14:00+01:00" in [row["start"] for row in rows(day)]
    hours = timeline.load("+++ 12:00 Reise +++\nDie Abfahrt am Samstag um 23 Uhr wurde um sechs Stunden verschoben.\n", **options)
    assert "2024-10-27T04:00+01:00" in [row["start"] for row in rows(hours)]
