"""Moments that hang on other moments of the story: from words of the same entry, of the neighbour, of the entry that dates an occasion."""

import csv
from pathlib import Path

import pytest

import timeline
from timeline.date.language import LANGUAGES
from timeline.date.links import find_links
from timeline.date.scan import scan
from timeline.table import rows

TABLE = Path(__file__).parent / "languages" / "chains.csv"
ZONES = {
    "de": "Asia/Ho_Chi_Minh",
    "en": "America/New_York",
    "fr": "America/Montreal",
    "es": "America/Bogota",
    "it": "Asia/Tokyo",
}
ANCHOR = {
    "de": "Am Dienstag um 18.30 Uhr hielt der Zug. ",
    "en": "On Tuesday at 6:30 p.m. the train stopped. ",
    "fr": "Mardi à 18h30, le train s'est arrêté. ",
    "es": "El martes a las 18:30 paró el tren. ",
    "it": "Martedì alle 18.30 il treno si è fermato. ",
}
BERLIN = {"date": "2024-10-29", "zone": "Europe/Berlin", "language": "de"}


def load(body: str, language: str, zone: str | None = None, date: str = "2019-02-28") -> timeline.Story:
    """The story of one entry, seen from Thursday, 28 February 2019."""
    return timeline.load(f"+++ Bahnhof +++\n{body}\n", date=date, zone=zone or ZONES[language], language=language)


def told(story: timeline.Story, words: str) -> tuple[str, str, str, str]:
    """(start, precision, status, basis) of the event that some words date."""
    events = {event.id: event for event in story.events}
    found = [row for row in rows(story) if any(evidence.text == words for evidence in events[row["event"]].evidence)]
    return tuple(found[0][name] for name in ("start", "precision", "status", "basis")) if found else ("", "", "", "")  # type: ignore[return-value]


def bounds(story: timeline.Story, words: str) -> tuple[str, str]:
    """The bounds of the event that some words date, in UTC."""
    events = {event.id: event for event in story.events}
    return next((r["earliest"], r["latest"]) for r in rows(story) if any(e.text == words for e in events[r["event"]].evidence))


def codes(story: timeline.Story) -> list[tuple[str, str]]:
    return [(problem.code, problem.words) for problem in story.problems]


def table() -> list[tuple[str, str, str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as lines:
        return [(row["language"], row["text"], row["words"], row["told"]) for row in csv.DictReader(lines, delimiter=";")]


@pytest.mark.parametrize(("language", "text", "words", "expected"), table())
def test_from_the_moment_before(language: str, text: str, words: str, expected: str) -> None:
    """Behind a train that stopped on Tuesday, 26 February 2019, at half past six in the evening."""
    story = load(ANCHOR[language] + text, language)
    assert " ".join(told(story, words)).strip() == expected
    assert not expected or codes(story) == []


@pytest.mark.parametrize("language", sorted(ANCHOR))
def test_every_language_has_every_kind(language: str) -> None:
    names = {rule.name for rule in LANGUAGES[language].chains}
    assert {"chain-length", "chain-after", "chain-near", "chain-then", "chain-first", "chain-occasion"} <= names
    assert LANGUAGES[language].chained.pattern != "(?!)"


def test_hours_are_time_that_passes_and_days_are_counted() -> None:
    """The clock was set back between them: 66 hours on from four in the afternoon are nine in the morning, not ten."""
    body = "Am Freitag, 25. Oktober 2024, um 16 Uhr lief das Schiff aus. 66 Stunden später war es da."
    assert told(load(body, "de", "Europe/Berlin", "2024-10-29"), "66 Stunden später") == ("2024-10-28", "day", "happened", "derived")
    assert bounds(load(body, "de", "Europe/Berlin", "2024-10-29"), "66 Stunden später") == ("2024-10-28T07:30Z", "2024-10-28T08:31Z")
    body = "Am Freitag, 25. Oktober 2024, um 16 Uhr lief das Schiff aus. Zwei Tage später war es da."
    assert bounds(load(body, "de", "Europe/Berlin", "2024-10-29"), "Zwei Tage später") == ("2024-10-26T22:00Z", "2024-10-27T23:00Z")


def test_hours_into_the_repeated_hour() -> None:
    story = load("Am Samstag um 23.30 Uhr lief es aus. Vier Stunden später war es da.", "de", "Europe/Berlin", "2024-10-27")
    assert told(story, "Vier Stunden später")[0] == "2024-10-27T02:30+01:00"
    story = load("Am Samstag um 23.30 Uhr lief es aus. 192 Minuten später war es da.", "de", "Europe/Berlin", "2024-10-27")
    assert told(story, "192 Minuten später") == ("2024-10-27T02:42+02:00", "minute", "happened", "derived")


def test_hours_across_the_missing_hour() -> None:
    story = load("At 11 p.m. on Saturday the ship left. Six hours later it was there.", "en", "America/New_York", "2024-03-10")
    assert told(story, "Six hours later")[0] == "2024-03-10T06:00-04:00"


def test_a_plan_that_moved_across_a_change_of_the_clock() -> None:
    story = load("Der Zug fuhr um 4.30 Uhr ab, drei Stunden später als geplant.", "de", "Europe/Berlin", "2024-10-27")
    assert [row["start"] for row in rows(story) if row["status"] == "superseded"] == ["2024-10-27T02:30+02:00"]


def test_it_is_as_uncertain_as_what_it_hangs_on() -> None:
    rough = load("Gegen 18 Uhr hielt der Zug. Zwölf Minuten später war er leer.", "de")
    assert bounds(rough, "Zwölf Minuten später") == ("2019-02-28T10:42Z", "2019-02-28T11:42Z")
    evening = load("Am Dienstagabend hielt der Zug. Eine Stunde später war er leer.", "de")
    assert told(evening, "Eine Stunde später") == ("2019-02-26", "day", "happened", "derived")
    assert bounds(evening, "Eine Stunde später") == ("2019-02-26T11:30Z", "2019-02-26T18:30Z")
    month = load("Im Juni 2018 hielt der Zug. Zwei Tage später war er leer.", "de")
    assert told(month, "Zwei Tage später") == ("2018-06", "month", "happened", "derived")


def test_a_chain_without_a_length_is_a_bound_and_no_clock() -> None:
    story = timeline.load("+++ 14:39 Rede +++\nUm 13.50 Uhr kam der Zug an. Danach sprach er.\n", **(BERLIN | {"date": "2024-10-27"}))
    assert told(story, "Danach") == ("2024-10-27", "day", "happened", "order")
    assert bounds(story, "Danach") == ("2024-10-27T12:50Z", "2024-10-27T13:40Z")
    before = load("Um 13.50 Uhr kam der Zug an. Zuvor hatte er gesprochen.", "de", "Europe/Berlin", "2024-10-27")
    assert bounds(before, "Zuvor") == ("", "2024-10-27T12:51Z")


def test_one_follows_the_other() -> None:
    story = load("Um 10.00 Uhr hielt der Zug. Eine Stunde später war er leer. Zehn Minuten darauf fuhr er ab.", "de")
    assert told(story, "Zehn Minuten darauf")[0] == "2019-02-28T11:10+07:00"
    look_back = load("Um 10.00 Uhr hielt der Zug. Zwei Stunden zuvor brannte er. Zehn Minuten darauf war er leer.", "de")
    assert told(look_back, "Zehn Minuten darauf")[0] == "2019-02-28T10:10+07:00"


def test_from_the_older_neighbour() -> None:
    text = "+++ Ankunft +++\nEine Stunde später kamen sie an.\n\n+++ Abfahrt +++\nUm 13.25 Uhr fuhren sie ab.\n"
    story = timeline.load(text, date="2019-02-28", zone="Asia/Ho_Chi_Minh", language="de")
    assert [(row["start"], row["basis"]) for row in rows(story)] == [
        ("2019-02-28T14:25+07:00", "derived"),
        ("2019-02-28T13:25+07:00", "stated"),
    ]
    assert [event.label for event in story.events] == ["Abfahrt", "Ankunft"]


def test_from_a_stamp_and_never_behind_its_own() -> None:
    text = "+++ 14:39 Ankunft +++\nEine halbe Stunde später kamen sie an.\n\n+++ 14:10 Abfahrt +++\nSie fuhren ab.\n"
    story = timeline.load(text, date="2019-02-28", zone="UTC", language="de")
    assert bounds(story, "Eine halbe Stunde später") == ("2019-02-28T14:25Z", "2019-02-28T14:40Z")


def test_a_look_back_counts_from_the_news_of_its_own_entry() -> None:
    text = "+++ 14:39 Zug da +++\nDer Zug kam an. Zwei Stunden zuvor hatte er die Grenze passiert.\n"
    story = timeline.load(text, date="2019-02-28", zone="Europe/Berlin", language="de")
    assert told(story, "Zwei Stunden zuvor")[::3] == ("2019-02-28T12:39+01:00", "derived")


def test_from_the_entry_that_dates_what_it_names() -> None:
    text = "+++ Talks +++\nTwo hours after the greeting, the two men left.\n\n+++ Lunch +++\nThey ate.\n\n"
    text += "+++ Greeting +++\nThe greeting took place at 6:30 p.m. on Wednesday.\n"
    story = timeline.load(text, date="2019-02-28", zone="America/New_York", language="en")
    assert told(story, "Two hours after the greeting")[::3] == ("2019-02-27T20:30-05:00", "derived")


@pytest.mark.parametrize(
    ("body", "language", "words"),
    [
        ("Zwei Stunden später war Ruhe.", "de", "Zwei Stunden später"),
        ("Two hours later all was quiet.", "en", "Two hours later"),
        ("Deux heures plus tard, tout était calme.", "fr", "Deux heures plus tard"),
        ("Dos horas después todo estaba tranquilo.", "es", "Dos horas después"),
        ("Due ore dopo era tutto tranquillo.", "it", "Due ore dopo"),
        ("Danach war Ruhe.", "de", "Danach"),
    ],
)
def test_a_chain_on_nothing_gives_bounds_and_a_problem(body: str, language: str, words: str) -> None:
    story = load(body, language)
    assert codes(story) == [("chain", words)]
    assert words in story.problems[0].say("de")
    assert [(row["basis"], row["precision"]) for row in rows(story)] == [("order", "day")]


def test_what_contradicts_the_day_of_the_ticker_is_a_problem() -> None:
    story = load(ANCHOR["de"] + "Vier Tage später war er leer.", "de")
    assert codes(story) == [("chain", "Vier Tage später")]
    assert told(load(ANCHOR["de"] + "Vier Tage später fährt er weiter.", "de"), "Vier Tage später")[::2] == ("2019-03-02", "planned")


def test_a_journey_is_told_once() -> None:
    body = "Der Zug erreichte nach 66 Stunden Hanoi. Mehr als 60 Stunden zuvor war er abgefahren."
    story = load(body, "de")
    assert sorted((row["start"], row["basis"]) for row in rows(story)) == [("2019-02-25", "derived"), ("2019-02-28", "order")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "So viele waren es nie zuvor, und keiner sucht nach dem Täter."),
        ("de", "Sie kamen zwei Stunden später als geplant und wurden danach gefragt."),
        ("de", "Nach acht Jahren im Amt tritt er ab; nach zwei Stunden Fahrt war er da."),
        ("en", "It is sooner than later, and he was there two hours later than planned."),
        ("fr", "Deux heures plus tard que prévu, et dix minutes avant midi."),
        ("es", "Dos horas más tarde de lo previsto, y diez minutos antes de las doce."),
        ("it", "Due ore più tardi del previsto, e dieci minuti prima delle dodici."),
    ],
)
def test_what_is_no_chain(language: str, text: str) -> None:
    assert [link.words for link in find_links(scan(text, LANGUAGES[language]), "body")] == []
